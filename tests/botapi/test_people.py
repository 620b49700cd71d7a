"""What people do besides writing: deep links, blocking, leaving, groups; and the commands they are offered."""

from __future__ import annotations

import asyncio

import pytest

from tests.botapi import User
from tests.botapi.calling import Caller, at
from tests.botapi.values import ApiError, Json


@pytest.fixture
async def ann(call: Caller) -> User:
    user = call.world.user(language="zh-hans", first_name="Ann", username="ann_cn")
    await user.starts()
    return user


async def waiting(call: Caller) -> list[Json]:
    """What waits for the bot, and is taken with this."""
    call.world.clock.advance(4)
    updates = await call.updates()
    await call.updates(offset=int(str(updates[-1]["update_id"])) + 1)
    return list(updates)


async def test_a_person_is_shown_with_name_and_language(call: Caller, ann: User) -> None:
    [update] = await call.updates()
    assert at(update, "message", "from") == {
        "id": ann.id,
        "is_bot": False,
        "first_name": "Ann",
        "username": "ann_cn",
        "language_code": "zh-hans",
    }


async def test_a_deep_link_starts_the_bot_with_its_payload(call: Caller) -> None:
    user = call.world.user(language="")
    await user.starts("spring-2027_a")
    [update] = await call.updates()
    assert at(update, "message", "text") == "/start spring-2027_a"
    assert at(update, "message", "entities") == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert "language_code" not in str(update)


@pytest.mark.parametrize("payload", ["a b", "好", "a" * 65, "a.b"])
async def test_no_app_passes_on_a_payload_of_other_signs(call: Caller, payload: str) -> None:
    with pytest.raises(ValueError, match="no app passes on"):
        await call.world.user().starts(payload)


async def test_other_content_than_text_reaches_the_bot(call: Caller, ann: User) -> None:
    await ann.sends_other({"location": {"latitude": 31.2, "longitude": 121.5}})
    await ann.sends_file("a.pdf", b"%PDF", caption="mine")
    place, paper = (await call.updates())[1:]
    assert at(place, "message", "location", "latitude") == 31.2
    assert (at(paper, "message", "document", "file_name"), at(paper, "message", "caption")) == ("a.pdf", "mine")


async def test_an_edit_of_a_person_is_an_update_of_its_own(call: Caller, ann: User) -> None:
    message = await ann.sends("teh")
    await ann.edits(message, "the")
    update = (await call.updates())[-1]
    assert at(update, "edited_message", "text") == "the"
    assert at(update, "edited_message", "edit_date")


async def test_who_blocks_the_bot_gets_nothing_and_the_bot_hears_of_it(call: Caller, ann: User) -> None:
    sent = at(await call("sendMessage", chat_id=ann.id, text="one"), "message_id")
    ann.blocks()
    change = (await call.updates())[-1]
    assert at(change, "my_chat_member", "old_chat_member", "status") == "member"
    assert at(change, "my_chat_member", "new_chat_member") == {
        "user": call.world.bot.identity.to_json(),
        "status": "kicked",
        "until_date": 0,
    }
    blocked = "Forbidden: bot was blocked by the user"
    assert await call.refused("sendMessage", chat_id=ann.id, text="two") == blocked
    assert await call.refused("editMessageText", chat_id=ann.id, message_id=sent, text="two") == blocked
    assert await call.refused("sendChatAction", chat_id=ann.id, action="typing") == blocked
    with pytest.raises(ValueError, match="before unblocking"):
        await ann.sends("hello?")
    ann.unblocks()
    await call("sendMessage", chat_id=ann.id, text="three")
    assert ann.reads() == ["one", "three"]


async def test_nobody_can_write_to_a_deleted_account(call: Caller, ann: User) -> None:
    ann.deactivates()
    assert await call.refused("sendMessage", chat_id=ann.id, text="x") == "Forbidden: user is deactivated"


async def test_a_chat_can_be_looked_up(call: Caller, ann: User) -> None:
    chat = await call("getChat", chat_id=ann.id)
    assert (at(chat, "type"), at(chat, "username")) == ("private", "ann_cn")
    assert at(await call("getChatMember", chat_id=ann.id, user_id=ann.id), "status") == "member"
    for who, error in (
        (0, "invalid user_id specified"),
        (99, "user not found"),
        (call.world.user().id, "member not found"),
    ):
        assert await call.refused("getChatMember", chat_id=ann.id, user_id=who) == f"Bad Request: {error}"
    assert await call.refused("leaveChat", chat_id=ann.id) == (
        "Bad Request: chat member status can't be changed in private chats"
    )


async def test_a_bot_hears_in_a_group_what_is_meant_for_it(call: Caller, ann: User) -> None:
    bob = call.world.user(first_name="Bob")
    group = call.world.group(title="Parents", members=[ann, bob])
    other = call.world.add_bot(username="other_bot")
    group.adds(other)
    await waiting(call)
    await bob.sends("just talking", where=group)
    await bob.sends("/score", where=group)
    await bob.sends("/score@other_bot", where=group)
    assert call.world.bot.waiting == 0
    await bob.sends("/score@TEST1_bot", where=group)
    await call("sendMessage", chat_id=group.id, text="write to me alone")
    await bob.sends("/help", where=group)
    await bob.sends("why?", where=group, reply_to=bob.last(where=group))
    texts = [at(update, "message", "text") for update in await waiting(call)]
    assert texts == ["/score@TEST1_bot", "/help", "why?"]
    assert bob.reads(where=group) == ["write to me alone"]


async def test_a_bot_alone_in_a_group_hears_all_commands_and_one_without_privacy_hears_all(
    call: Caller, ann: User
) -> None:
    group = call.world.group(members=[ann])
    open_bot = call.world.add_bot(privacy=False)
    await ann.sends("/help", where=group)
    assert at((await waiting(call))[-1], "message", "text") == "/help"
    group.adds(open_bot)
    await ann.sends("just talking", where=group)
    assert at(open_bot.updates[-1].payload, "text") == "just talking"
    group.adds(call.world.bot, administrator=True)
    await ann.sends("heard by administrators", where=group)
    assert at((await waiting(call))[-1], "message", "text") == "heard by administrators"


async def test_a_tap_in_a_group_tells_who_tapped(call: Caller, ann: User) -> None:
    bob = call.world.user(first_name="Bob")
    group = call.world.group(members=[ann, bob])
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await call("sendMessage", chat_id=group.id, text="menu", reply_markup=markup)
    bob.presses("Go", where=group)
    tap = (await waiting(call))[-1]
    assert at(tap, "callback_query", "from", "first_name") == "Bob"
    assert at(tap, "callback_query", "message", "chat", "id") == group.id


async def test_a_bot_put_out_of_a_group_may_not_write_there(call: Caller, ann: User) -> None:
    for supergroup, kind in ((False, "group"), (True, "supergroup")):
        group = call.world.group(members=[ann], supergroup=supergroup)
        group.removes(call.world.bot)
        kicked = f"Forbidden: bot was kicked from the {kind} chat"
        assert await call.refused("sendMessage", chat_id=group.id, text="x") == kicked
        assert await call.refused("getChat", chat_id=group.id) == kicked
        assert await call.refused("getChatMember", chat_id=group.id, user_id=ann.id) == kicked
        group.adds(call.world.bot)
        assert await call("leaveChat", chat_id=group.id) is True
        left = f"Forbidden: bot is not a member of the {kind} chat"
        assert await call.refused("sendMessage", chat_id=group.id, text="x") == left
    statuses = [
        at(update, "my_chat_member", "new_chat_member", "status")
        for update in await waiting(call)
        if isinstance(update, dict) and "my_chat_member" in update
    ]
    assert statuses == ["member", "kicked", "member"] * 2


async def test_a_group_that_became_a_supergroup_names_its_new_id(call: Caller, ann: User) -> None:
    group = call.world.group(members=[ann])
    new = group.upgrades()
    with pytest.raises(ApiError) as caught:
        await call("sendMessage", chat_id=group.id, text="x")
    assert (caught.value.code, caught.value.description, caught.value.parameters) == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": new.id},
    )
    moves = await waiting(call)
    assert at(moves[-2], "message", "migrate_to_chat_id") == new.id
    assert at(moves[-1], "message", "migrate_from_chat_id") == group.id
    assert at(await call("sendMessage", chat_id=new.id, text="x"), "chat", "type") == "supergroup"


async def test_members_come_and_go(call: Caller, ann: User) -> None:
    bob = call.world.user(first_name="Bob")
    group = call.world.group(members=[ann])
    assert await call.updates(allowed_updates=["message", "chat_member"]) != []
    group.adds(bob)
    group.adds(bob, administrator=True)
    group.removes(bob)
    changes = [
        at(update, "chat_member", "new_chat_member", "status")
        for update in await waiting(call)
        if isinstance(update, dict) and "chat_member" in update
    ]
    assert changes == ["member", "administrator", "kicked"]
    assert at(await call("getChatMember", chat_id=group.id, user_id=ann.id), "status") == "creator"
    assert at(await call("getChatMember", chat_id=group.id, user_id=call.world.bot.id), "status") == "member"
    with pytest.raises(ValueError, match="a group needs somebody"):
        call.world.group()


async def test_a_bot_can_not_begin_a_chat_with_somebody_it_met_in_a_group(call: Caller, ann: User) -> None:
    bob = call.world.user()
    call.world.group(members=[ann, bob])
    refusal = await call.refused("sendMessage", chat_id=bob.id, text="x")
    assert refusal == "Forbidden: bot can't initiate conversation with a user"


async def test_only_administrators_delete_other_peoples_messages(call: Caller, ann: User) -> None:
    group = call.world.group(members=[ann])
    theirs: dict[str, Json] = {"chat_id": group.id, "message_id": (await ann.sends("x", where=group)).id}
    assert await call.refused("deleteMessage", **theirs) == "Bad Request: message can't be deleted"
    group.adds(call.world.bot, administrator=True)
    assert await call("deleteMessage", **theirs) is True


async def test_commands_are_offered_by_place_and_language(call: Caller, ann: User) -> None:
    group = call.world.group(members=[ann])
    english = call.world.user(language="en")

    async def offer(description: str, **where: Json) -> None:
        assert await call("setMyCommands", commands=[{"command": "/go", "description": description}], **where) is True

    def offered(user: User) -> str:
        return "".join(command.description for command in user.commands())

    assert offered(ann) == ""
    await offer("all")
    await offer("所有人", language_code="zh")
    assert (offered(ann), offered(english)) == ("所有人", "all")
    await offer("private", scope={"type": "all_private_chats"})
    assert (offered(ann), offered(english)) == ("private", "private")
    await offer("groups", scope={"type": "all_group_chats"})
    assert ann.commands(where=group)[0].description == "groups"
    await offer("administrators", scope={"type": "all_chat_administrators"})
    assert ann.commands(where=group)[0].description == "administrators"
    await offer("here", scope={"type": "chat", "chat_id": group.id})
    assert ann.commands(where=group)[0].description == "here"
    await offer("chiefs", scope={"type": "chat_administrators", "chat_id": group.id})
    assert ann.commands(where=group)[0].description == "chiefs"
    await offer("Ann", scope={"type": "chat_member", "chat_id": group.id, "user_id": ann.id})
    assert ann.commands(where=group)[0].description == "Ann"
    assert at(await call("getMyCommands", language_code="zh"), 0) == {"command": "go", "description": "所有人"}
    assert await call("deleteMyCommands", scope={"type": "all_private_chats"}) is True
    assert await call("setMyCommands", commands=[]) is True
    assert (offered(ann), offered(english)) == ("所有人", "")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"commands": [{"command": "Go", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "去", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "", "description": "x"}]}, "command must be non-empty"),
        ({"commands": [{"command": "a" * 33, "description": "x"}]}, "command length must not exceed 32"),
        ({"commands": [{"command": "go", "description": " "}]}, "command description must be non-empty"),
        (
            {"commands": [{"command": "go", "description": "x" * 257}]},
            "command description length must not exceed 256",
        ),
        ({"commands": [{"command": "go"}]}, "can't parse BotCommand: Can't find field \"description\""),
        (
            {"commands": [{"command": 1, "description": "x"}]},
            'can\'t parse BotCommand: Field "command" must be of type String',
        ),
        ({"commands": ["go"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": "["}, "can't parse commands JSON object"),
        ({"commands": [{"command": "go", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"language_code": "zh-hans"}, "invalid language code specified"),
        ({"scope": "{"}, "can't parse BotCommandScope JSON object"),
        ({"scope": {"kind": "x"}}, "can't parse BotCommandScope: Can't find field \"type\""),
        ({"scope": {"type": "x"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat"}}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ],
)
async def test_commands_that_are_none_are_refused(call: Caller, arguments: dict[str, Json], error: str) -> None:
    assert await call.refused("setMyCommands", **arguments) == f"Bad Request: {error}"


async def test_names_and_descriptions_are_kept_by_language(call: Caller) -> None:
    bot = call.world.bot
    assert await call("setMyName", name="沪积分", language_code="zh") is True
    assert await call("setMyDescription", description="Counts") is True
    assert await call("setMyShortDescription", short_description="x") is True
    assert await call("setMyShortDescription") is True
    assert (bot.names, bot.descriptions, bot.short_descriptions) == ({"zh": "沪积分"}, {"": "Counts"}, {})
    assert await call("getMyName") == {"name": "Test1_Bot"}
    assert await call("getMyName", language_code="zh") == {"name": "沪积分"}
    assert await call("getMyDescription", language_code="zh") == {"description": "Counts"}
    assert await call("getMyShortDescription") == {"short_description": ""}
    assert await call.refused("setMyDescription", description="x" * 513) == "Bad Request: DESCRIPTION_TOO_LONG"


async def test_who_listens_to_a_world_where_nothing_comes_is_told_what_was_missing(call: Caller, ann: User) -> None:
    with pytest.raises(TimeoutError, match="1 updates wait for @test1_bot"):
        await call.world.quiet(timeout=0.05)
    with pytest.raises(TimeoutError, match="to poll or to set a webhook"):
        await call.world.bot.listens(timeout=0.05)
    with pytest.raises(TimeoutError, match="a message from the bot"):
        await ann.hears(timeout=0.05)
    with pytest.raises(LookupError, match="no bot has written here"):
        ann.last()


async def test_quiet_waits_for_calls_in_flight_and_for_what_is_held(call: Caller, ann: User) -> None:
    call.world.bot.hold()
    await ann.sends("held")
    await call.updates(offset=call.world.bot.updates[-1].id + 1)
    with pytest.raises(TimeoutError, match="1 updates held from @test1_bot"):
        await call.world.quiet(timeout=0.05)
    poll = asyncio.create_task(call.updates(timeout=50, offset=call.world.bot.updates[-1].id + 2))
    await call.world.bot.listens()
    call.world.bot.release()
    await poll
    call.world.clock.advance(4)
    await call.updates(offset=call.world.bot.updates[-1].id + 1)
    await call.world.quiet(settle=0.05)
