"""Our account at Telegram, and how its chats are written as addresses."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Account:
    """A bot: its id, and its name without the `@`."""

    id: int
    username: str

    @property
    def channel(self) -> str:
        """The channel of its addresses."""
        return channel_of(self.id)

    @property
    def link(self) -> str:
        """The address that opens a private talk with it."""
        return f"https://t.me/{self.username}"


class Place(NamedTuple):
    """Where to send: a chat, and the topic of it where it has topics."""

    chat: int
    topic: int | None = None


def channel_of(bot: int) -> str:
    """The channel of a bot's addresses."""
    return f"telegram:{bot}"


def chat_of(place: Place) -> str:
    """A place as an address writes it: `-100123`, or `-100123/7` for a topic."""
    return str(place.chat) if place.topic is None else f"{place.chat}/{place.topic}"


def place_of(chat: str) -> Place:
    """The place that `chat_of` wrote. Raises `ValueError` for anything else."""
    number, _, topic = chat.partition("/")
    return Place(int(number), int(topic) if topic else None)
