"""What a case may do in a channel, and what it sees there: the same words for every messenger.

Acts that wait (`says`, `taps`, ...) return when the bot has done all that it does about them. Those that do not
(`sends`, `presses`) let things happen at the same time; `Driver.quiet` waits for them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Final, Protocol, TypeAlias

from bot.texts import recognise_locale, texts


class Ability(Enum):
    """What a channel may be able to do, beyond words that come in and words that go out."""

    TAPPING = "buttons that are tapped where they hang, and a line that answers a tap"
    KEEPING = "a store that outlives the process, and what is asked before it is used"
    COMPANY = "several people at once"
    COMMANDS = "commands, and links that bring one"
    EDITING = "messages that are changed in place"
    FILES = "files"
    GROUPS = "groups"
    WORDLESS = "messages without words"
    CORRECTING = "words that are changed after they were sent"
    LIMITS = "messages of limited length"
    FAULTS = "a connection that breaks, and a messenger that refuses"
    REPEATING = "the same thing handed in twice, or late"
    POISON = "updates of our own bot that cannot be read"
    MOVING = "groups that get a new address"
    ALL_OURS = "a bot of our own, whose every command and button is for us"
    OWN_MENU = "a menu of commands in the person's language"


# ------------------------------------------------------------------------------------------------------------- faults


@dataclass(frozen=True, slots=True)
class TooMany:
    """The messenger wants nothing for this chat for so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The connection breaks, before the message is there or `after` it."""

    after: bool


@dataclass(frozen=True, slots=True)
class NotTaken:
    """The messenger does not take this message, and never will."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """An edit is refused since the message says so already."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """An edit is refused since the message is gone."""


@dataclass(frozen=True, slots=True)
class Away:
    """The messenger cannot do anything at the moment."""


POISON: Final = "金丝雀王小明"
"""Words and a name in what cannot be read."""

Fault: TypeAlias = TooMany | Away | Broken | NotTaken | NotModified | NotFound


# ------------------------------------------------------------------------------------------------------- what is seen


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the bot as it is shown at this moment. `rows` are the labels of its buttons, `links` the addresses
    that they open, `file` the name and content of what is attached.
    """

    id: int
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    links: tuple[str, ...] = ()
    edited: bool = False
    file: tuple[str, str] | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its buttons."""
        return tuple(label for row in self.rows for label in row)


Rows: TypeAlias = Mapping[str, Sequence[Mapping[str, object]]]
"""Everything that is kept, by table."""


class Pressed(Protocol):
    """A tap that is under way."""

    async def note(self) -> str:
        """The line that answers it, once it is answered."""
        ...


class Chat(Protocol):
    """Somebody's way to talk with the bot, in private or in a group."""

    @property
    def app(self) -> str:
        """The language tag of the person's app."""
        ...

    @property
    def must_agree(self) -> bool:
        """Whether the bot asks before it keeps anything."""
        ...

    async def comes(self) -> None:
        """Comes to the bot for the first time, and waits for what it says."""
        ...

    async def says(self, words: str) -> None:
        """Says something, which may be a command, and waits."""
        ...

    async def sends(self, words: str) -> None:
        """Says something and does not wait for what comes of it."""
        ...

    async def taps(self, label: str, *, below: Seen | None = None) -> str:
        """Taps the newest button of a label, or the one that was seen below a message; gives the line that answers."""
        ...

    def presses(self, label: str, *, below: Seen | None = None, too_old: bool = False) -> Pressed:
        """The same without waiting; `too_old` where the messenger no longer tells what the button hangs below."""
        ...

    async def forges(self, data: str) -> str:
        """Taps a button that carries what no button of the bot here does; gives the line that answers."""
        ...

    async def sends_picture(self, caption: str = "") -> None:
        """Sends something without words, or with words below it."""
        ...

    async def corrects(self, words: str) -> None:
        """Changes what was said last."""
        ...

    def sees(self) -> list[Seen]:
        """The messages of the bot as they are now, oldest first."""
        ...

    def menu(self) -> tuple[str, ...]:
        """What the commands of the person's menu say that they do."""
        ...


class Person(Chat, Protocol):
    """Somebody in a private talk with the bot."""

    @property
    def chat(self) -> str:
        """Where his address in the store is."""
        ...

    async def blocks(self) -> None:
        """Stops the bot."""
        ...

    async def unblocks(self) -> None:
        """Lets it speak again."""
        ...


class Group(Protocol):
    """A group in which the bot is."""

    @property
    def chat(self) -> str:
        """Where its address in the store is."""
        ...

    def member(self, person: Person) -> Chat:
        """A person as he talks there."""
        ...

    async def moves(self) -> None:
        """Gets a new address."""
        ...


class Driver(Protocol):
    """A bot at work behind a channel, and the people around it."""

    def person(self, app: str = "zh-hans") -> Person:
        """Somebody new, with an app in this language (empty: it tells none)."""
        ...

    def group(self, *members: Person) -> Group:
        """A group with these people and the bot."""
        ...

    def order(self, fault: Fault, person: Person, *, times: int = 1) -> None:
        """Lets a fault strike what is sent to a person next, so many times."""
        ...

    def hold(self) -> None:
        """From now on what people do is on its way to the bot, until `release`."""
        ...

    async def release(self, order: Iterable[int] | None = None) -> None:
        """Brings what was held to the bot, in this order; waits until it is quiet."""
        ...

    def repeat(self, times: int = 1) -> None:
        """Brings each of the next things to the bot twice."""
        ...

    async def poisons(self, person: Person | None) -> None:
        """Brings something to the bot that cannot be read, of a person or of nobody, with `POISON` in it."""
        ...

    async def quiet(self, *, but: Person | None = None) -> None:
        """Waits until nothing is under way, but perhaps to one person."""
        ...

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Waits for something, not for ever."""
        ...

    async def ends(self) -> None:
        """Ends the bot in order."""
        ...

    async def begins(self) -> None:
        """Starts it again with what it kept."""
        ...

    def passes(self, time: timedelta) -> None:
        """Lets time go by."""
        ...

    def kept(self) -> Rows:
        """Everything that is kept: every table of the database, whatever this program knows of it."""
        ...

    def tampers(self, statement: str, **values: object) -> None:
        """Changes what is kept, as an older program or an accident would have."""
        ...


def locale_of(app: str) -> str:
    """The language in which the bot begins to talk to somebody with this app."""
    return recognise_locale(app) or "zh_Hans"


def label(id: str, app: str = "zh-hans", **values: object) -> str:
    """A text of the bot, in the language of an app."""
    return texts(locale_of(app))(id, **values)
