"""What Telegram shows of the bot: its menu and its line, in each language, set only where they changed."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.patience import Patience
from bot.channels.telegram_account import Account
from bot.channels.telegram_api import ApiRefused, ApiUnreachable, TelegramApi, open_api, patiently
from bot.channels.telegram_profile import show_profile
from bot.texts import texts
from tests.botapi import Garbage, Reset, Status, World, refused, too_many
from tests.botapi.faults import Fault

QUICK = Patience(first=0.01, longest=0.01)


@pytest.fixture
async def api(world: World) -> AsyncIterator[TelegramApi]:
    async with open_api(world.url, world.token) as api:
        yield api


async def test_everybody_finds_the_commands_in_a_language(api: TelegramApi, world: World) -> None:
    await show_profile(api)
    for language, locale in (("zh-hans", "zh_Hans"), ("en", "en"), ("ja", "zh_Hans"), ("zh-hant", "zh_Hans")):
        user = world.user(language=language)
        group = world.group(members=[user])
        for where in (None, group):
            shown = {each.command: each.description for each in user.commands(where=where)}
            assert shown["score"] == texts(locale)("telegram.command.score")
            assert len(shown) == 10


async def test_the_line_below_the_name_is_there_in_each_language(api: TelegramApi, world: World) -> None:
    await show_profile(api)
    assert world.bot.short_descriptions == {
        "": texts("zh_Hans")("telegram.short_description"),
        "en": texts("en")("telegram.short_description"),
    }


async def test_what_is_shown_already_is_not_set_again(api: TelegramApi, world: World) -> None:
    await show_profile(api)
    before = len(world.calls_of("setMyCommands")), len(world.calls_of("setMyShortDescription"))
    await show_profile(api)
    assert (len(world.calls_of("setMyCommands")), len(world.calls_of("setMyShortDescription"))) == before == (6, 2)


@pytest.mark.parametrize("fault", [too_many(5), Reset(), refused(400, "Bad Request: no")])
async def test_a_bot_whose_menu_cannot_be_set_works_all_the_same(api: TelegramApi, world: World, fault: Fault) -> None:
    order = world.order(fault, method="setMyCommands")
    await show_profile(api)
    assert order.struck == 1


async def test_a_bot_knows_who_it_is(api: TelegramApi, world: World) -> None:
    assert await api.account() == Account(world.bot.id, world.bot.username)


@pytest.mark.parametrize("fault", [Status(502), Reset(), Garbage(), too_many(1), refused(500, "Internal Server Error")])
async def test_a_server_in_trouble_is_asked_until_it_answers(api: TelegramApi, world: World, fault: Fault) -> None:
    order = world.order(fault, method="getMe", times=2)
    assert (await patiently(api.account, QUICK)).id == world.bot.id
    assert order.struck == 2


async def test_a_server_that_says_no_is_not_asked_again(world: World) -> None:
    async with open_api(world.url, "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA") as api:
        with pytest.raises(ApiRefused) as refusal:
            await patiently(api.account, QUICK)
    assert refusal.value.token_is_wrong


@pytest.mark.parametrize("body", [b"[]", b'{"ok":true,"result":5}', b"\xff", b"<html>", b"[" * 100_000])
async def test_an_answer_that_is_none_counts_as_no_answer(api: TelegramApi, world: World, body: bytes) -> None:
    world.order(Garbage(body), method="getMe")
    with pytest.raises(ApiUnreachable) as problem:
        await api.account()
    assert world.token not in str(problem.value)


async def test_a_server_that_is_not_there_is_told_without_the_token() -> None:
    async with open_api("http://127.0.0.1:9", "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA") as api:
        with pytest.raises(ApiUnreachable, match=r"^getMe: ClientConnectorError$"):
            await api.account()
