"""What a messenger's library is to the rest of the bot (渠道): something that sends, and something that hands in."""

from typing import Protocol

from bot.messages import Address, Incoming, Note, Outgoing


class Channel(Protocol):
    """Sends to one messenger. It knows no question and no rule.

    Its methods raise only the exceptions of this module; everything else is a fault of the program.
    """

    @property
    def name(self) -> str:
        """The channel of its addresses: the messenger and our account there, as in `telegram:123456`."""
        ...

    def parted(self, what: Outgoing) -> tuple[Outgoing, Outgoing | None]:
        """What is sent as one message, and what is left for others after it. Raises `ValueError` for what no message
        can be made of.
        """
        ...

    async def send(self, chat: str, what: Outgoing) -> int | None:
        """Sends something as one message; returns its id, where it is a screen."""
        ...

    async def answer(self, note: Note) -> None:
        """Answers a tap."""
        ...


class Intake(Protocol):
    """Takes what a messenger hands in."""

    async def accept(self, incoming: Incoming, raw: str) -> None:
        """Takes one thing that came in, once and for good: when this returns it is committed and may be acknowledged.

        `raw` is what is kept of somebody who agreed to be kept, where it cannot be handled; of everybody else it is the
        shape of it. Raises `Unavailable` where nothing can be kept now.
        """
        ...

    async def refuse(self, channel: str, address: Address | None, raw: str, problem: str) -> None:
        """Keeps what could not even be read, in the same way. Raises `Unavailable`."""
        ...


class Unavailable(Exception):
    """Nothing can be kept at the moment; it is to be handed in again."""


class TryLater(Exception):
    """The messenger wants nothing for this chat for a while. `seconds` is how long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"in {seconds} s")
        self.seconds = seconds


class Unreachable(Exception):
    """The person blocked the bot or is gone: nothing can be sent to this chat until he returns."""


class Refused(Exception):
    """The messenger does not take this, and would not a second time."""


class NotSent(Exception):
    """It surely was not sent: nobody answers at the messenger's address, or only that he cannot do anything now."""


class Uncertain(Exception):
    """The connection broke: it was perhaps sent, perhaps not."""


class ChatMoved(Exception):
    """The chat has another address now."""

    def __init__(self, chat: str) -> None:
        super().__init__(chat)
        self.chat = chat
