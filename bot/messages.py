"""What comes in from a messenger and what goes out to it, whatever its library: plain values that can be stored."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody is reached: enough to speak to them later. `channel` names the messenger and our account there."""

    channel: str
    chat: str


# ------------------------------------------------------------------------------------------------------------ coming in


@dataclass(frozen=True, slots=True)
class Text:
    """A message in words."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command without its slash, and what was said after it."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Tap:
    """A button was tapped: what it carries, the message that it hangs below (None: too old to be told), and the id by
    which the tap is answered.
    """

    data: str
    message: int | None
    id: str


@dataclass(frozen=True, slots=True)
class Wordless:
    """A message without words: a picture, a sticker, a voice."""


@dataclass(frozen=True, slots=True)
class Left:
    """The person blocked the bot."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The person lets the bot speak again."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another address now."""

    chat: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Something that asks for nothing: an edited message, a reaction, somebody who joined a group."""


Body: TypeAlias = Text | Command | Tap | Wordless | Left | Returned | Moved | Nothing


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that came in.

    `key` is its id, unique in the channel; `private` whether the bot and one person are alone; `language` the tag that
    the person's app is set to.
    """

    address: Address
    key: str
    private: bool
    language: str | None
    body: Body


# ------------------------------------------------------------------------------------------------------------ going out


class Button(NamedTuple):
    """A button below a message: what it says, and either what a tap on it carries or the address that it opens."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """A screen to be shown: its text, its buttons in rows, and the message that it takes the place of, if any."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    over: int | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A text file to be sent, with a line below it."""

    name: str
    content: str
    caption: str


@dataclass(frozen=True, slots=True)
class Menu:
    """The chat's own menu of commands, in a language."""

    locale: str


Outgoing: TypeAlias = Show | File | Menu


@dataclass(frozen=True, slots=True)
class Note:
    """The answer to a tap: a line that fades, or nothing but that it was heard."""

    tap: str
    text: str = ""
