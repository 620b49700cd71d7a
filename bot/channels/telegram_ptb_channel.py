"""Telegram through python-telegram-bot: how it sends."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from http import HTTPStatus
from typing import Final
from warnings import catch_warnings, simplefilter

from telegram import Bot, BotCommand, BotCommandScopeChat, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)
from telegram.warnings import PTBDeprecationWarning

from bot.channels.channel import ChatMoved, NotSent, TryLater, Uncertain, Unreachable
from bot.channels.telegram_account import Place
from bot.channels.telegram_channel import TelegramChannel, refusal, token_refused
from bot.channels.telegram_ptb_request import AiohttpRequest, NotReached
from bot.channels.telegram_screens import NO_PREVIEW, keyboard
from bot.messages import Show

# By its own methods the library would make a hundred fields of what comes back, of which one is read. It warns where a
# call is named just as one of them is; the server takes the names in any case.
_SEND_TEXT: Final = "SendMessage"
_EDIT_TEXT: Final = "EditMessageText"
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
