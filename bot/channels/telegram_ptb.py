"""Telegram through python-telegram-bot: how it sends, and handlers for somebody else's application."""

import os
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from http import HTTPStatus
from typing import Final, TypeAlias
from warnings import catch_warnings, simplefilter

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InputFile,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)
from telegram.ext import (
    ApplicationHandlerStop,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.warnings import PTBDeprecationWarning

from bot.buttons import PREFIX
from bot.channels.channel import ChatMoved, Intake, NotSent, TryLater, Uncertain, Unreachable
from bot.channels.telegram_account import Account, Place
from bot.channels.telegram_channel import TelegramChannel, refusal, token_refused
from bot.channels.telegram_commands import COMMANDS
from bot.channels.telegram_guest import Guest, Ours
from bot.channels.telegram_ptb_request import AiohttpRequest, NotReached
from bot.channels.telegram_screens import NO_PREVIEW, keyboard
from bot.messages import Show

# By its own methods the library would make a hundred fields of what comes back, of which one is read. It warns where a
# call is named just as one of them is; the server takes the names in any case.
_SEND_TEXT: Final = "SendMessage"
_EDIT_TEXT: Final = "EditMessageText"
_Context: TypeAlias = ContextTypes.DEFAULT_TYPE
_NO_CONNECTION: Final = ("ConnectError", "ConnectTimeout", "PoolTimeout")
"""What httpx raises before anything was sent."""
_FAULTS: Final = tuple(HTTPStatus(code).phrase for code in (500, 502, 503, 504))


class PtbChannel(TelegramChannel):
    """A `Channel` that sends through a bot of python-telegram-bot, whatever the defaults of that bot are."""

    def __init__(self, bot: Bot) -> None:
        # The bot itself tells its id only when it has asked the server; the token begins with it.
        super().__init__(int(bot.token.partition(":")[0]), _Library(bot))


@asynccontextmanager
async def open_channel(token: str, server: str) -> AsyncIterator[PtbChannel]:
    """The channel of a bot of our own, closed in the end."""
    # The library warns whenever a pause is asked for, unless its program says that it is ready for what will change.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    async with AiohttpRequest() as request:
        yield PtbChannel(Bot(token, base_url=f"{server}/bot", request=request, get_updates_request=request))


def advisor_handlers(
    intake: Intake, *, commands: Collection[str] = COMMANDS, words: bool = True
) -> list[BaseHandler[Update, _Context, None]]:
    """The advisor as handlers for another application; add them behind its own, to the same group.

    They take their own buttons, the `commands`, and, with `words`, whatever else is said to the bot in private. The
    application acknowledges updates as it always does: what the intake was handed is safe, what it was not is not.
    """
    guest = Guest(commands, words)

    async def take(update: Update, _context: _Context) -> None:
        if (ours := _ours(guest, update)) is not None:
            await intake.accept(*ours)
            raise ApplicationHandlerStop

    async def take_note(update: Update, _context: _Context) -> None:
        # That somebody left is of interest to others too, so nothing is stopped.
        if (ours := _ours(guest, update)) is not None:
            await intake.accept(*ours)

    # Said of each, or an application whose defaults say otherwise would not wait for the intake.
    return [
        MessageHandler(_IsOurs(guest), take, block=True),
        CallbackQueryHandler(take, pattern=f"^{PREFIX}", block=True),
        ChatMemberHandler(take_note, ChatMemberHandler.MY_CHAT_MEMBER, block=True),
    ]


def _ours(guest: Guest, update: Update) -> Ours | None:
    me = update.get_bot()
    return guest.ours(update.to_dict(), Account(me.id, me.username))


class _IsOurs(filters.UpdateFilter):
    """The messages that are ours."""

    __slots__ = ("_guest",)

    def __init__(self, guest: Guest) -> None:
        super().__init__(name="hujifen")
        self._guest = guest

    def filter(self, update: Update) -> bool:
        return _ours(self._guest, update) is not None


class _Library:
    """The calls, as `bot.channels.telegram_channel.Library` asks for them."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send_text(self, place: Place, screen: Show) -> int:
        with _translated():
            where = {"chat_id": place.chat, "message_thread_id": place.topic}
            sent: object = await self._bot.do_api_request(_SEND_TEXT, api_kwargs=where | _plainly(screen))
        match sent:
            case {"message_id": int(id)}:
                return id
            case _:
                raise Uncertain("no message")

    async def edit_text(self, place: Place, message: int, screen: Show) -> None:
        with _translated():
            which = {"chat_id": place.chat, "message_id": message}
            await self._bot.do_api_request(_EDIT_TEXT, api_kwargs=which | _plainly(screen))

    async def send_file(self, place: Place, name: str, content: bytes, caption: str) -> None:
        with _translated():
            document = InputFile(content, filename=name)
            await self._bot.send_document(
                place.chat, document, message_thread_id=place.topic, caption=caption, parse_mode=None
            )

    async def set_commands(self, place: Place, commands: tuple[tuple[str, str], ...]) -> None:
        with _translated():
            menu = [BotCommand(name, description) for name, description in commands]
            await self._bot.set_my_commands(menu, scope=BotCommandScopeChat(place.chat))

    async def answer_tap(self, tap: str, text: str) -> None:
        with _translated():
            await self._bot.answer_callback_query(tap, text=text or None)


def _plainly(screen: Show) -> dict[str, object]:
    """A screen as the Bot API writes it."""
    return {"text": screen.text, "link_preview_options": NO_PREVIEW, "reply_markup": keyboard(screen)}


@contextmanager
def _translated() -> Iterator[None]:
    """Raises the library's exceptions as those of `bot.channels.channel`. They are cut off: they may quote messages."""
    try:
        yield
    except RetryAfter as problem:
        raise TryLater(_seconds(problem)) from None
    except ChatMigrated as problem:
        raise ChatMoved(str(problem.new_chat_id)) from None
    except Forbidden:
        raise Unreachable from None
    except BadRequest as problem:
        raise refusal(problem.message) from None
    except (InvalidToken, EndPointNotFound):
        raise token_refused() from None
    except Exception as problem:
        # No connection, or a fault of the server; else no answer in time, or one that the library cannot read, in
        # whatever way.
        raise (NotSent if _was_not_taken(problem) else Uncertain)(type(problem).__name__) from None


def _seconds(problem: RetryAfter) -> float:
    """How long to wait. The library tells it as a number, and warns that one day it will tell it as a duration."""
    with catch_warnings():
        simplefilter("ignore", PTBDeprecationWarning)
        pause = problem.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else pause


def _was_not_taken(problem: Exception) -> bool:
    """Whether a call surely had no effect. The library's own connection, which a host may have, tells it in words."""
    match problem:
        case NotReached():
            return True
        case NetworkError(__cause__=None):
            return problem.message.startswith(_FAULTS)
        case NetworkError():
            return type(problem.__cause__).__name__ in _NO_CONNECTION
        case _:
            return False
