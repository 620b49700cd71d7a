"""The advisor as a guest in somebody else's bot, on each library: it takes what is its own, and no more."""

import pytest

from bot.channels.telegram_guest import Guest
from bot.texts import texts
from tests.bot.channels.people import agrees
from tests.bot.channels.telegram_hosts import LEFT, host
from tests.bot.channels.telegram_json import GROUP, OURS, message
from tests.botapi import Answer, World

TEXT = texts("zh_Hans")
LIBRARIES = pytest.mark.parametrize("library", ["aiogram", "ptb"])


@LIBRARIES
async def test_a_guest_talks_in_plain_text_whatever_the_hosts_defaults_are(library: str, world: World) -> None:
    async with host(library, world, words=True):
        user = world.user()
        await user.starts("renew")
        await user.hears()
        assert user.last().text == f"{TEXT('messenger.welcome')}\n\n{TEXT('messenger.consent')}"
        await user.taps(TEXT("messenger.button.consent"))
        await world.quiet()
        assert user.last().labels
        await user.sends("35岁，本科有学位")
        await user.hears()
        assert "120" in user.last().text
        await user.sends("/mydata")
        await user.hears()
        assert user.last().document is not None
        assert not [call for call in world.calls if call.status not in (0, 200)]
        assert {call.arguments.get("parse_mode") for call in world.calls_of("sendMessage")} == {None}


@LIBRARIES
async def test_the_hosts_own_commands_buttons_and_groups_are_left_to_the_host(library: str, world: World) -> None:
    async with host(library, world, words=True):
        user = world.user()
        await user.sends("/menu")
        await user.hears()
        assert user.reads() == ["menu"]
        assert await user.taps("host's") == Answer("the host")
        await user.sends("/somethingelse")
        await user.hears()
        assert user.reads()[-1] == "host: /somethingelse"
        group = world.group(members=[user])
        await user.sends(f"/menu@{world.bot.username}", where=group)
        await user.hears(where=group)
        await user.sends(f"/score@{world.bot.username}", where=group)
        await user.hears(where=group)
        assert user.reads(where=group)[-2:] == ["menu", TEXT("messenger.group")]


@LIBRARIES
async def test_words_are_left_to_the_host_where_it_wants_them(library: str, world: World) -> None:
    async with host(library, world, words=False):
        user = world.user()
        await user.sends("你好")
        await user.hears()
        await user.sends_other({"location": {"latitude": 31.2, "longitude": 121.5}})
        await user.hears()
        assert user.reads() == ["host: 你好", "host: None"]
        await user.sends("/score")
        await user.hears()
        assert user.last().labels[0] == TEXT("messenger.button.consent")


@LIBRARIES
async def test_that_somebody_left_is_heard_by_the_guest_and_by_the_host(library: str, world: World) -> None:
    async with host(library, world, words=True):
        user = world.user()
        await agrees(user)
        user.blocks()
        await world.quiet()
        user.unblocks()
        await world.quiet()
        assert LEFT == ["kicked", "member"]


@LIBRARIES
async def test_a_tap_below_a_message_that_is_gone_reaches_the_guest(library: str, world: World) -> None:
    async with host(library, world, words=True):
        user = world.user()
        await user.starts()
        await user.hears()
        user.presses(TEXT("messenger.button.consent"), inaccessible=True)
        await user.hears()
        assert TEXT("messenger.begin") in user.last().text


@pytest.mark.parametrize("update", [{}, {"update_id": 1, "message": {"text": 5}}, {"update_id": 1, "poll": {}}])
def test_what_cannot_be_read_or_asks_for_nothing_is_the_hosts_matter(update: object) -> None:
    assert Guest().ours(update, OURS) is None
    assert Guest().ours(message(migrate_to_chat_id=-1001, chat=GROUP), OURS) is None
