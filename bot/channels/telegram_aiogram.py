"""Telegram through aiogram: how it sends, and a router for somebody else's dispatcher.

Importing aiogram takes seconds: this module is imported only where it is used.
"""

from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final, cast

from aiogram import Bot, Router
from aiogram.client.telegram import TelegramAPIServer
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    TelegramObject,
    Update,
)

from bot.channels.channel import ChatMoved, Intake, NotSent, TryLater, Uncertain, Unreachable
from bot.channels.connecting import call_timeout, was_connected
from bot.channels.telegram_account import Account, Place
from bot.channels.telegram_aiogram_session import EditText, LeanSession, SendText
from bot.channels.telegram_channel import TelegramChannel, refusal, token_refused
from bot.channels.telegram_commands import COMMANDS
from bot.channels.telegram_guest import Guest
from bot.channels.telegram_screens import NO_PREVIEW, keyboard
from bot.messages import Incoming, Show

SECONDS: Final = 30
"""How long a call may take."""


class AiogramChannel(TelegramChannel):
    """A `Channel` that sends through an aiogram bot, whatever the defaults of that bot are."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot.id, _Library(bot))


@asynccontextmanager
async def open_channel(token: str, server: str) -> AsyncIterator[AiogramChannel]:
    """The channel of a bot of our own, closed in the end."""
    # It is handed on to aiohttp as it is, which takes a number or all of it.
    timeout = cast(float, call_timeout(SECONDS))
    bot = Bot(token, session=LeanSession(api=TelegramAPIServer.from_base(server), timeout=timeout))
    try:
        yield AiogramChannel(bot)
    finally:
        await bot.session.close()


def advisor_router(intake: Intake, *, commands: Collection[str] = COMMANDS, words: bool = True) -> Router:
    """The advisor as a router for another bot's dispatcher; include it behind the bot's own routers.

    It takes its own buttons, the `commands`, and, with `words`, whatever else is said to the bot in private. The
    dispatcher acknowledges updates as it always does: what the intake was handed is safe, what it was not is not.
    """
    router = Router(name="hujifen")
    guest = Guest(commands, words)

    async def is_ours(_event: TelegramObject, event_update: Update, bot: Bot) -> bool | dict[str, object]:
        me = await bot.me()
        update = event_update.model_dump(mode="json", by_alias=True, exclude_unset=True)
        ours = guest.ours(update, Account(me.id, me.username or ""))
        return False if ours is None else ours._asdict()

    async def take(_event: TelegramObject, incoming: Incoming, raw: str) -> None:
        await intake.accept(incoming, raw)

    async def take_note(_event: TelegramObject, incoming: Incoming, raw: str) -> None:
        await intake.accept(incoming, raw)
        raise SkipHandler  # That somebody left is of interest to others too.

    router.message.register(take, is_ours)
    router.callback_query.register(take, is_ours)
    router.my_chat_member.register(take_note, is_ours)
    return router


class _Library:
    """The calls, as `bot.channels.telegram_channel.Library` asks for them."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send_text(self, place: Place, screen: Show) -> int:
        with _translated():
            sent = await self._bot(
                SendText(
                    chat_id=place.chat,
                    text=screen.text,
                    message_thread_id=place.topic,
                    link_preview_options=NO_PREVIEW,
                    reply_markup=keyboard(screen),
                )
            )
            return sent.message_id

    async def edit_text(self, place: Place, message: int, screen: Show) -> None:
        with _translated():
            await self._bot(
                EditText(
                    chat_id=place.chat,
                    message_id=message,
                    text=screen.text,
                    link_preview_options=NO_PREVIEW,
                    reply_markup=keyboard(screen),
                )
            )

    async def send_file(self, place: Place, name: str, content: bytes, caption: str) -> None:
        with _translated():
            document = BufferedInputFile(content, filename=name)
            await self._bot.send_document(
                place.chat, document, message_thread_id=place.topic, caption=caption, parse_mode=None
            )

    async def set_commands(self, place: Place, commands: tuple[tuple[str, str], ...]) -> None:
        with _translated():
            menu = [BotCommand(command=name, description=description) for name, description in commands]
            await self._bot.set_my_commands(menu, scope=BotCommandScopeChat(chat_id=place.chat))

    async def answer_tap(self, tap: str, text: str) -> None:
        with _translated():
            await self._bot.answer_callback_query(tap, text=text or None)


@contextmanager
def _translated() -> Iterator[None]:
    """Raises the library's exceptions as those of `bot.channels.channel`. They are cut off: they quote messages."""
    try:
        yield
    except TelegramRetryAfter as problem:
        raise TryLater(problem.retry_after) from None
    except TelegramMigrateToChat as problem:
        raise ChatMoved(str(problem.migrate_to_chat_id)) from None
    except TelegramForbiddenError:
        raise Unreachable from None
    except (TelegramBadRequest, TelegramEntityTooLarge) as problem:
        raise refusal(problem.message) from None
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise token_refused() from None
    except TelegramServerError as problem:
        raise NotSent(type(problem).__name__) from None
    except Exception as problem:
        # No connection; or none any more, no answer in time, or one that the library cannot read, in whatever way.
        raise (Uncertain if was_connected(problem.__cause__) else NotSent)(type(problem).__name__) from None
