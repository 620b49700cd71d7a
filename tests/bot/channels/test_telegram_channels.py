"""What the advisor sends to Telegram, through each library: the same messages, and the same problems with them."""

import json
import warnings
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, cast

import pytest

from bot.channels.channel import Channel, ChatMoved, NotSent, Refused, TryLater, Uncertain, Unreachable
from bot.channels.telegram_channel import PAUSE_WITHOUT_TOKEN
from bot.channels.telegram_libraries import open_channel
from bot.messages import Button, File, Menu, Note, Outgoing, Show
from bot.texts import texts
from tests.botapi import Answer, Garbage, Hang, Reset, Status, User, World, migrated, refused, too_many
from tests.botapi.faults import Fault

if TYPE_CHECKING:
    from aiogram.methods import TelegramMethod

LIBRARIES = ("aiogram", "ptb")
TOKEN = "123456:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
GATEWAY = Status(502, page=b"<html>Bad Gateway</html>")
BUTTONS = (
    (Button("35 岁", "hjf:s:1:0:abcd"), Button("不清楚", "hjf:s:1:1:abcd")),
    (Button("网址", url="https://t.me/x"),),
)


@pytest.fixture(params=LIBRARIES)
async def channel(request: pytest.FixtureRequest, world: World) -> AsyncIterator[Channel]:
    async with open_channel(request.param, world.token, world.url) as channel:
        yield channel


@pytest.fixture
async def user(world: World) -> User:
    """A person who has started the bot."""
    user = world.user()
    await user.starts()
    return user


async def test_a_channel_is_named_after_the_bot(channel: Channel, world: World) -> None:
    assert channel.name == f"telegram:{world.bot.id}"


async def test_a_screen_is_a_message_with_its_buttons(channel: Channel, user: User) -> None:
    message = await channel.send(str(user.id), Show("您多大？\n<b>1 < 2</b> *_~`", BUTTONS))
    shown = user.last()
    assert (shown.id, shown.text, shown.body.entities) == (message, "您多大？\n<b>1 < 2</b> *_~`", ())
    assert [[(button.label, button.data, button.url) for button in row] for row in shown.rows] == [
        [("35 岁", "hjf:s:1:0:abcd", None), ("不清楚", "hjf:s:1:1:abcd", None)],
        [("网址", None, "https://t.me/x")],
    ]


async def test_no_page_is_shown_for_an_address_in_a_text(channel: Channel, user: User, world: World) -> None:
    message = await channel.send(str(user.id), Show("https://rsj.sh.gov.cn"))
    await channel.send(str(user.id), Show("https://www.sh.gov.cn", over=message))
    for method in ("sendMessage", "editMessageText"):
        [call] = world.calls_of(method)
        assert json.loads(call.arguments["link_preview_options"])["is_disabled"] is True


async def test_a_screen_takes_the_place_of_the_one_before(channel: Channel, user: User) -> None:
    first = await channel.send(str(user.id), Show("一", BUTTONS))
    assert await channel.send(str(user.id), Show("二", over=first)) == first
    assert [(seen.text, seen.labels) for seen in user.sees() if seen.by_bot] == [("二", ())]


async def test_a_screen_that_is_there_already_is_no_problem(channel: Channel, user: User) -> None:
    first = await channel.send(str(user.id), Show("一", BUTTONS))
    assert await channel.send(str(user.id), Show("一", BUTTONS, over=first)) == first
    assert user.reads() == ["一"]


@pytest.mark.parametrize(
    "why",
    [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID",
    ],
)
async def test_a_screen_whose_place_is_lost_is_sent_anew(channel: Channel, user: User, world: World, why: str) -> None:
    first = await channel.send(str(user.id), Show("一"))
    world.order(refused(400, why), method="editMessageText")
    assert await channel.send(str(user.id), Show("二", BUTTONS, over=first)) == user.last().id != first
    assert user.reads() == ["一", "二"]


async def test_a_long_screen_is_several_messages_and_its_buttons_are_below_the_last(
    channel: Channel, user: User
) -> None:
    rest: Outgoing | None = Show("\n\n".join(["居𠮷" * 1000] * 3), BUTTONS)
    message = None
    while rest is not None:
        part, rest = channel.parted(rest)
        message = await channel.send(str(user.id), part)
    assert [seen.labels for seen in user.sees() if seen.by_bot] == [(), (), ("35 岁", "不清楚", "网址")]
    assert message == user.last().id


async def test_what_is_no_screen_is_one_message(channel: Channel) -> None:
    for what in (File("a.json", "长" * 10_000, "x"), Menu("en")):
        assert channel.parted(what) == (what, None)


async def test_a_file_is_a_document_with_a_line_below_it(channel: Channel, user: User) -> None:
    await channel.send(str(user.id), File("hujifen.json", '{"教育": "本科"}', "这是全部内容 <i>"))
    document = user.last().document
    assert document is not None
    assert (document.name, document.content.decode()) == ("hujifen.json", '{"教育": "本科"}')
    assert (user.last().text, user.last().body.entities) == ("这是全部内容 <i>", ())


@pytest.mark.parametrize("locale", ["zh_Hans", "zh_Hant", "en"])
async def test_a_menu_is_the_chats_own_in_its_language(channel: Channel, user: User, locale: str) -> None:
    await channel.send(str(user.id), Menu(locale))
    names = ["start", "score", "apply", "renew", "ask", "language", "reminders", "mydata", "delete", "help"]
    assert [(each.command, each.description) for each in user.commands()] == [
        (name, texts(locale)(f"telegram.command.{name}")) for name in names
    ]


async def test_a_tap_is_answered_with_a_line_or_with_nothing(channel: Channel, user: User) -> None:
    await channel.send(str(user.id), Show("?", BUTTONS))
    noted, silent = user.presses("35 岁"), user.presses("35 岁")
    await channel.answer(Note(noted.query.id, "这个按钮已过期 <b>" + "长" * 300))
    await channel.answer(Note(silent.query.id))
    assert noted.answer is not None
    assert noted.answer.text.startswith("这个按钮已过期 <b>长长")
    assert silent.answer == Answer()


async def test_a_tap_that_is_answered_too_late_is_no_problem(channel: Channel, user: User) -> None:
    await channel.send(str(user.id), Show("?", BUTTONS))
    tap = user.presses("35 岁")
    tap.expires()
    await channel.answer(Note(tap.query.id, "好"))
    await channel.answer(Note("1", "好"))
    assert tap.answer is None


async def test_another_problem_with_a_tap_is_told(channel: Channel, world: World) -> None:
    world.order(refused(400, "Bad Request: MESSAGE_TOO_LONG"), method="answerCallbackQuery")
    with pytest.raises(Refused):
        await channel.answer(Note("1", "好"))


async def test_a_group_is_answered_in_its_topic(channel: Channel, user: User, world: World) -> None:
    group = world.group(members=[user], supergroup=True)
    await channel.send(str(group.id), Show("请私聊"))
    world.order(refused(400, "Bad Request: message thread not found"), chat=group.id)
    with pytest.raises(Refused, match=r"(?i)message thread not found"):
        await channel.send(f"{group.id}/9", Show("请私聊"))
    assert [call.arguments.get("message_thread_id") for call in world.calls_of("sendMessage")] == [None, "9"]
    assert user.reads(where=group) == ["请私聊"]


async def test_who_blocked_the_bot_or_is_gone_cannot_be_reached(channel: Channel, user: User, world: World) -> None:
    user.blocks()
    with pytest.raises(Unreachable):
        await channel.send(str(user.id), Show("在吗"))
    with pytest.raises(Unreachable):
        await channel.send("5123", Show("在吗"))
    other = world.user()
    await other.starts()
    other.deactivates()
    for what in (Show("在吗"), File("a.json", "{}", "x")):
        with pytest.raises(Unreachable):
            await channel.send(str(other.id), what)


async def test_a_group_that_moved_tells_where_to(channel: Channel, user: User, world: World) -> None:
    world.order(migrated(-100777), method="sendMessage")
    with pytest.raises(ChatMoved) as moved:
        await channel.send(str(user.id), Show("在吗"))
    assert moved.value.chat == "-100777"


async def test_a_messenger_that_wants_a_pause_says_for_how_long(channel: Channel, user: User, world: World) -> None:
    world.order(too_many(7), method="sendMessage")
    with pytest.raises(TryLater) as later:
        await channel.send(str(user.id), Show("在吗"))
    assert later.value.seconds == 7
    world.order(too_many(3), method="editMessageText")
    with pytest.raises(TryLater):
        await channel.send(str(user.id), Show("在吗", over=1))


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("told_as", ["true", "false"])
async def test_a_pause_is_read_however_the_library_tells_it(library: str, told_as: str, world: World) -> None:
    """python-telegram-bot tells seconds as a number and warns of that, or as a duration."""
    from aiogram.exceptions import TelegramRetryAfter
    from telegram.error import RetryAfter
    from telegram.warnings import PTBDeprecationWarning

    from bot.channels import telegram_aiogram, telegram_ptb_channel

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PTB_TIMEDELTA", told_as)
        if library == "ptb":
            with warnings.catch_warnings():
                # It warns when it makes this, too, which only who runs the program can change.
                warnings.simplefilter("ignore", PTBDeprecationWarning)
                problem: Exception = RetryAfter(7)
            translated = telegram_ptb_channel._translated()
        else:
            problem = TelegramRetryAfter(cast("TelegramMethod[object]", None), "later", 7)
            translated = telegram_aiogram._translated()
        with pytest.raises(TryLater) as later, translated:
            raise problem
    assert later.value.seconds == 7


@pytest.mark.parametrize("fault", [Status(500), Status(502), Status(503, after=True), GATEWAY])
async def test_a_fault_of_the_server_is_told_from_a_call_that_broke(
    channel: Channel, user: User, world: World, fault: Fault
) -> None:
    message = await channel.send(str(user.id), Show("在"))
    for what, method in (
        (Show("在吗"), "sendMessage"),
        (Show("在吗", over=message), "editMessageText"),
        (File("a.json", "{}", "x"), "sendDocument"),
        (Menu("en"), "setMyCommands"),
    ):
        world.order(fault, method=method)
        with pytest.raises(NotSent):
            await channel.send(str(user.id), what)


WRONG = (
    b"",
    b"null",
    b"[]",
    b"{}",
    b"[" * 100_000,
    b'{"ok":true}',
    b'{"ok":true,"result":null}',
    b'{"ok":false}',
    b"\xff",
)
"""Answers that are none."""


@pytest.mark.parametrize("fault", [Reset(), Reset(after=True), *map(Garbage, WRONG)])
async def test_a_call_that_broke_was_perhaps_sent(channel: Channel, user: User, world: World, fault: Fault) -> None:
    world.order(fault, method="sendMessage")
    with pytest.raises(Uncertain):
        await channel.send(str(user.id), Show("在吗"))
    assert await channel.send(str(user.id), Show("在")) == user.last().id


async def test_what_the_server_does_not_take_is_told_in_its_words(channel: Channel, user: User, world: World) -> None:
    world.order(refused(400, "Bad Request: BUTTON_DATA_INVALID"), method="sendMessage", times=2)
    with pytest.raises(Refused, match=r"(?i)button_data_invalid"):
        await channel.send(str(user.id), Show("在吗"))


async def test_with_a_token_that_is_refused_messages_wait(channel: Channel, user: User, world: World) -> None:
    world.order(refused(401, "Unauthorized"), method="sendMessage")
    with pytest.raises(TryLater) as later:
        await channel.send(str(user.id), Show("在吗"))
    assert later.value.seconds == PAUSE_WITHOUT_TOKEN


async def test_a_problem_quotes_neither_the_token_nor_the_message(channel: Channel, user: User, world: World) -> None:
    for fault in (
        Reset(),
        Status(500),
        Garbage(),
        refused(400, "Bad Request: no"),
        too_many(1),
        refused(403, "Forbidden"),
    ):
        world.order(fault, method="sendMessage")
        with pytest.raises((NotSent, Uncertain, Refused, TryLater, Unreachable)) as raised:
            await channel.send(str(user.id), Show("我的秘密"))
        told = "".join(raised.exconly())
        assert world.token not in told
        assert "秘密" not in told


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("server", ["http://127.0.0.1:9", "http://nowhere.invalid"])
async def test_to_a_server_that_is_not_there_nothing_was_sent(library: str, server: str) -> None:
    async with open_channel(library, TOKEN, server) as channel:
        with pytest.raises(NotSent):
            await channel.send("5", Show("在吗"))
        with pytest.raises(NotSent):
            await channel.answer(Note("1"))


@pytest.mark.parametrize("library", LIBRARIES)
async def test_to_a_server_that_does_not_show_who_it_is_nothing_was_sent(library: str, world: World) -> None:
    async with open_channel(library, TOKEN, world.url.replace("http:", "https:")) as channel:
        with pytest.raises(NotSent):
            await channel.send("5", Show("在吗"))


@pytest.mark.parametrize("library", LIBRARIES)
async def test_what_an_answer_says_is_not_written_into_the_log(
    library: str, world: World, user: User, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_channel(library, world.token, world.url) as channel:
        for body in (b'{"ok":true,"result":{"text":"my secret', b'["my secret"]'):
            world.order(Garbage(body), method="setMyCommands")
            with pytest.raises(Uncertain):
                await channel.send(str(user.id), Menu("en"))
    assert "secret" not in caplog.text


@pytest.mark.parametrize("told", ["ConnectError", "ConnectTimeout", "PoolTimeout"])
async def test_a_host_with_the_librarys_own_connection_is_told_the_same(told: str) -> None:
    import httpx
    from telegram.error import NetworkError, TelegramError

    from bot.channels import telegram_ptb_channel

    for cause, raised in ((getattr(httpx, told)("?"), NotSent), (httpx.ReadError("?"), Uncertain)):
        with pytest.raises(raised), telegram_ptb_channel._translated():
            raise NetworkError("?") from cause
    with pytest.raises(NotSent), telegram_ptb_channel._translated():
        raise NetworkError("Bad Gateway")
    with pytest.raises(Uncertain), telegram_ptb_channel._translated():
        raise TelegramError("Request Entity Too Large")


async def test_a_call_of_python_telegram_bot_that_is_not_answered_in_time_says_so(world: World) -> None:
    from telegram.error import TimedOut

    from bot.channels.telegram_ptb_request import AiohttpRequest, NotReached

    order = world.order(Hang(), method="getMe")
    async with AiohttpRequest(seconds=0.05) as request:
        assert request.read_timeout == 0.05
        with pytest.raises(TimedOut):
            await request.do_request(f"{world.url}/bot{world.token}/getMe", "GET")
        order.release()
        with pytest.raises(NotReached, match=r"^ClientConnectorError$"):
            await request.do_request("http://127.0.0.1:9", "GET")
        status, answer = await request.do_request(f"{world.url}/bot{world.token}/getMe", "GET", read_timeout=30)
    assert (status, json.loads(answer)["ok"]) == (200, True)
