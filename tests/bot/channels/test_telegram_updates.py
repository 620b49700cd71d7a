"""Updates of Telegram's server, read: what asks for something, whose it is, and what cannot be read."""

import json
from collections.abc import Iterator
from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.channels.telegram_account import Account, Place, chat_of, place_of
from bot.channels.telegram_updates import KINDS, LONGEST_TEXT, UnreadableUpdate, address_of, read_update
from bot.messages import Address, Body, Command, Incoming, Left, Moved, Returned, Tap, Text, Wordless
from tests.bot.channels.telegram_json import GROUP, OURS, PRIVATE, Json, membership, message, tap


def body(update: object) -> Body | None:
    """What an update says."""
    incoming = read_update(update, OURS)
    return None if incoming is None else incoming.body


def test_a_message_in_private_is_words_with_an_address_a_key_and_a_language() -> None:
    assert read_update(message(text="我35岁，大专"), OURS) == Incoming(
        Address("telegram:424242", "77"), "900", True, "zh-hans", Text("我35岁，大专")
    )


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("/start", Command("start")),
        ("/start renew", Command("start", "renew")),
        ("/SCORE", Command("score")),
        ("/ask@hujifen_bot 什么时候续办？\n谢谢", Command("ask", "什么时候续办？\n谢谢")),
        ("/ask@Hujifen_Bot　够120吗", Command("ask", "够120吗")),
        (" /help ", Command("help")),
    ],
)
def test_a_command_is_known_by_its_slash_and_keeps_what_follows(said: str, command: Command) -> None:
    assert body(message(text=said)) == command


@pytest.mark.parametrize("said", ["/", "/ 你好", "/帮助", "/start@", "/a-b", "1/2", "http://x/start"])
def test_a_slash_alone_makes_no_command(said: str) -> None:
    assert body(message(text=said)) == Text(said)


def test_a_command_with_another_bots_name_is_not_ours() -> None:
    assert body(message(text="/start@other_bot")) is None
    assert body(message(text="/start@other_bot", chat=GROUP)) is None


def test_in_a_group_only_a_command_with_our_name_is_for_us() -> None:
    ours = read_update(message(text="/score@hujifen_bot", chat=GROUP), OURS)
    assert ours is not None
    assert (ours.address.chat, ours.private, ours.body) == ("-1001234567890", False, Command("score"))
    assert body(message(text="/score", chat=GROUP)) is None
    assert body(message(text="我35岁", chat=GROUP)) is None
    assert body(message(photo=[{}], chat=GROUP)) is None


def test_a_group_is_answered_in_the_topic_in_which_it_asked() -> None:
    asked = message(text="/help@hujifen_bot", chat=GROUP, message_thread_id=9, is_topic_message=True)
    incoming = read_update(asked, OURS)
    assert incoming is not None
    assert place_of(incoming.address.chat) == Place(-1001234567890, 9)


def test_a_thread_of_replies_is_no_topic_and_a_talk_in_private_has_none() -> None:
    thread = read_update(message(text="/help@hujifen_bot", chat=GROUP, message_thread_id=9), OURS)
    private = read_update(message(text="你好", message_thread_id=9, is_topic_message=True), OURS)
    assert thread is not None
    assert private is not None
    assert (thread.address.chat, private.address.chat) == ("-1001234567890", "77")


def test_an_anonymous_admin_and_a_person_without_a_language_are_read_too() -> None:
    nameless = message(text="/help@hujifen_bot", chat=GROUP, sender=None, sender_chat=GROUP)
    incoming = read_update(nameless, OURS)
    assert incoming is not None
    assert incoming.language is None
    assert read_update(message(text="好", sender={"id": 77, "is_bot": False, "first_name": "x"}), OURS) == Incoming(
        Address("telegram:424242", "77"), "900", True, None, Text("好")
    )


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "document", "location", "contact", "video_note", "poll"])
def test_a_message_without_words_says_so(kind: str) -> None:
    assert body(message(**{kind: [{}] if kind == "photo" else {}})) == Wordless()


def test_what_is_written_below_a_picture_is_words() -> None:
    assert body(message(photo=[{}], caption="我的学历证")) == Text("我的学历证")


@pytest.mark.parametrize(
    "service",
    [
        {"pinned_message": {}},
        {"new_chat_title": "x"},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}},
        {"migrate_from_chat_id": -5, "chat": GROUP},
        {},
    ],
)
def test_a_service_message_asks_for_nothing(service: Json) -> None:
    assert body(message(**service)) is None


@pytest.mark.parametrize(
    "kind",
    ["edited_message", "channel_post", "edited_channel_post", "business_message", "message_reaction", "new_kind"],
)
def test_what_else_happens_asks_for_nothing(kind: str) -> None:
    assert body({"update_id": 1, kind: message(text="改了")["message"]}) is None


def test_a_group_that_became_a_supergroup_has_moved() -> None:
    old = {"id": -55, "type": "group", "title": "积分群"}
    moved = read_update(message(migrate_to_chat_id=-1001, chat=old), OURS)
    assert moved == Incoming(Address("telegram:424242", "-55"), "900", False, "zh-hans", Moved("-1001"))


def test_who_blocks_the_bot_has_left_and_who_lets_it_speak_has_returned() -> None:
    assert body(membership("kicked")) == Left()
    assert body(membership("member")) == Returned()
    assert body(membership("left", GROUP)) is None


def test_a_tap_tells_its_button_its_message_and_its_id() -> None:
    assert read_update(tap(), OURS) == Incoming(
        Address("telegram:424242", "77"), "901", True, "zh-hans", Tap("hjf:s:1:0:abcd", 4, "31")
    )


def test_a_tap_below_a_message_that_is_gone_names_no_message() -> None:
    assert body(tap(message={"message_id": 4, "date": 0, "chat": PRIVATE})) == Tap("hjf:s:1:0:abcd", None, "31")


def test_a_tap_without_a_message_is_in_private_with_the_person() -> None:
    incoming = read_update(tap(message=None, inline_message_id="x"), OURS)
    assert incoming is not None
    assert (incoming.address.chat, incoming.private, incoming.body) == ("77", True, Tap("hjf:s:1:0:abcd", None, "31"))


def test_a_tap_on_a_game_carries_nothing() -> None:
    assert body(tap(data=None, game_short_name="g")) == Tap("", 4, "31")


def test_words_are_cut_where_telegram_would_and_can_be_stored_everywhere() -> None:
    assert body(message(text="长" * 9000)) == Text("长" * LONGEST_TEXT)
    assert body(message(text="a\0b")) == Text("a\ufffdb")
    assert body(json.loads(json.dumps(message(text="x\ud83dy\U0001f600")))) == Text("x\ufffdy\U0001f600")


@pytest.mark.parametrize(
    ("update", "problem"),
    [
        ([], "update: not an object"),
        ({}, "update.update_id: missing"),
        ({"update_id": "5"}, "update.update_id: not a whole number"),
        ({"update_id": True}, "update.update_id: not a whole number"),
        ({"update_id": 1 << 70}, "update.update_id: not a whole number"),
        ({"update_id": 1, "message": 5}, "update.message: not an object"),
        ({"update_id": 1, "message": {}}, "update.message.chat: not an object"),
        ({"update_id": 1, "message": {"chat": {"id": 1}}}, "update.message.chat.type: missing"),
        (message(chat={"id": "1", "type": "private"}), "update.message.chat.id: not a whole number"),
        (message(text=["x"]), "update.message.text: not words"),
        (message(text="好", sender="王"), "update.message.from: not an object"),
        (message(text="好", is_topic_message=1), "update.message.is_topic_message: neither true nor false"),
        (tap(sender=None, message=None), "update.callback_query.from: not an object"),
        (tap(id=None), "update.callback_query.id: missing"),
        ({"update_id": 1, "my_chat_member": {"chat": PRIVATE}}, "update.my_chat_member.new_chat_member: not an object"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_field_and_not_quoted(update: object, problem: str) -> None:
    with pytest.raises(UnreadableUpdate) as raised:
        read_update(update, OURS)
    assert str(raised.value) == problem


def test_whose_an_update_is_can_be_told_where_it_cannot_be_read() -> None:
    assert address_of(message(text=["x"]), OURS) == Address("telegram:424242", "77")
    assert address_of(tap(message={"chat": {"id": -5}}), OURS) == Address("telegram:424242", "-5")
    assert address_of(tap(message=7), OURS) == Address("telegram:424242", "77")
    assert address_of({"update_id": 5}, OURS) is None


json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
names = ["message_id", "from", "chat", "text", "caption", "photo", "id", "type", "data", "message", "status", "date",
         "new_chat_member", "language_code", "migrate_to_chat_id", "message_thread_id", "is_topic_message"]  # fmt: skip
plausible: some.SearchStrategy[dict[str, object]] = some.deferred(
    lambda: some.dictionaries(some.sampled_from(names), plausible | json_values | some.just("private"), max_size=8)
)


def strings(incoming: Incoming) -> Iterator[str]:
    """Every text of what came in."""
    yield incoming.language or ""
    yield from (value for value in astuple(incoming.body) if isinstance(value, str))


@given(some.dictionaries(some.sampled_from(["update_id", *KINDS, "poll"]), some.integers() | plausible | json_values))
def test_whatever_comes_is_read_or_refused_and_what_is_read_can_be_stored(update: Json) -> None:
    address_of(update, OURS)
    try:
        incoming = read_update(update, OURS)
    except UnreadableUpdate:
        return
    if incoming is not None:
        assert "\0" not in "".join(strings(incoming)).encode().decode()
        assert place_of(incoming.address.chat).chat == int(incoming.address.chat.partition("/")[0])


@given(some.text(some.characters(codec="utf-8", exclude_characters="\0"), max_size=100))
def test_what_a_person_writes_arrives_as_he_wrote_it(said: str) -> None:
    match body(message(text=said)):
        case Text(heard):
            assert heard == said
        case Command(name, rest):
            assert said.strip().lower().startswith(f"/{name}")
            assert rest in said
        case None:
            assert not said or "@" in said
        case other:
            raise AssertionError(other)


@given(some.integers(), some.none() | some.integers(min_value=1))
def test_an_address_names_its_place(chat: int, topic: int | None) -> None:
    assert place_of(chat_of(Place(chat, topic))) == Place(chat, topic)


def test_an_account_tells_its_channel_and_its_link() -> None:
    account = Account(5, "some_bot")
    assert (account.channel, account.link) == ("telegram:5", "https://t.me/some_bot")
