"""What of somebody else's bot is ours (寄居): its owner's commands, buttons and talks are left alone."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from bot.buttons import PREFIX
from bot.channels.telegram_account import Account
from bot.channels.telegram_commands import COMMANDS
from bot.channels.telegram_updates import UnreadableUpdate, read_update
from bot.messages import Body, Command, Incoming, Left, Returned, Tap, Text, Wordless


class Ours(NamedTuple):
    """An update that is ours, and how it is kept where it cannot be handled."""

    incoming: Incoming
    raw: str


@dataclass(frozen=True, slots=True)
class Guest:
    """What the owner of a bot leaves to us: some commands, and perhaps what is said in private."""

    commands: Collection[str] = COMMANDS
    words: bool = True

    def ours(self, update: object, account: Account) -> Ours | None:
        """An update if it is ours. One that cannot be read is its owner's matter."""
        try:
            incoming = read_update(update, account)
        except UnreadableUpdate:
            return None
        return Ours(incoming, json.dumps(update)) if incoming and self._takes(incoming.body) else None

    def _takes(self, body: Body) -> bool:
        match body:
            case Tap(data):
                return data.startswith(PREFIX)
            case Command(name):
                return name in self.commands
            case Text() | Wordless():
                return self.words
            case _:
                return isinstance(body, Left | Returned)
