"""Telegram through python-telegram-bot: its channel, and handlers for somebody else's application.

A bot of our own imports the channel alone (`bot.channels.telegram_ptb_channel`): the handlers take 3 MB along that it
can do without.
"""

from collections.abc import Collection
from typing import TypeAlias

from telegram import Update
from telegram.ext import (
    ApplicationHandlerStop,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.buttons import PREFIX
from bot.channels.channel import Intake
from bot.channels.telegram_account import Account
from bot.channels.telegram_commands import COMMANDS
from bot.channels.telegram_guest import Guest, Ours
from bot.channels.telegram_ptb_channel import PtbChannel

__all__ = ["PtbChannel", "advisor_handlers"]

_Context: TypeAlias = ContextTypes.DEFAULT_TYPE


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
