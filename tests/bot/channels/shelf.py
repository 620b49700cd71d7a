"""An intake that only keeps: what it took, in order, and what it could not even be told."""

import asyncio
from dataclasses import dataclass, field

from bot.channels.channel import Unavailable
from bot.messages import Address, Command, Incoming, Text


@dataclass
class Shelf:
    """Everything is kept once. While `closed` is set nothing can be kept."""

    kept: dict[str, Incoming] = field(default_factory=dict)
    repeats: int = 0
    refused: list[tuple[Address | None, str, str]] = field(default_factory=list)
    closed: bool = False
    turned_away: asyncio.Event = field(default_factory=asyncio.Event)
    slow: dict[str, asyncio.Event] = field(default_factory=dict)
    """What is kept only once an event is set, by its text."""
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when something waits for such an event."""

    async def accept(self, incoming: Incoming, raw: str) -> None:
        """See `Intake.accept`."""
        self._open()
        assert raw
        if isinstance(incoming.body, Text) and (waits := self.slow.get(incoming.body.text)):
            self.reached.set()
            await waits.wait()
        self.repeats += incoming.key in self.kept
        self.kept[incoming.key] = incoming

    async def refuse(self, channel: str, address: Address | None, raw: str, problem: str) -> None:
        """See `Intake.refuse`."""
        self._open()
        assert channel.startswith("telegram:")
        self.refused.append((address, raw, problem))

    def _open(self) -> None:
        if self.closed:
            self.turned_away.set()
            raise Unavailable("closed")

    @property
    def said(self) -> list[str]:
        """The texts and commands, in the order in which they were kept."""
        return [
            incoming.body.text if isinstance(incoming.body, Text) else f"/{incoming.body.name}"
            for incoming in self.kept.values()
            if isinstance(incoming.body, Text | Command)
        ]
