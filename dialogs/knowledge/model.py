"""The shapes of the knowledge: a statement with its sources, and what statements are gathered into."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

LOCALES = ("zh_Hans", "zh_Hant", "en")
"""The languages that every text of the knowledge is written in."""


Words = Mapping[str, str]
"""One text by language, in all of LOCALES."""


class Document(NamedTuple):
    """Something that was read: an official text, a report, a page.

    `date` is the day, month or year of the document itself; where `dated` is false nothing in it tells its date, and
    `date` is the day on which it was seen. `kind` is one of KINDS.
    """

    id: str
    name: str
    kind: str
    date: str
    dated: bool
    addresses: tuple[str, ...]


KINDS = ("official", "official_copy", "press", "secondary", "own")
"""An official text or page; a copy of one elsewhere; a newspaper's report; any other page; what this advisor says of
itself."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said, with where it comes from.

    `part` is its place in the whole, such as `short` or `pitfall`. `slots` are the fields in its words that are filled
    from the person's own facts. `about_the_past` marks what no longer holds and is told as history.

    `asked` are cues: what a question says that this statement answers first. A cue is one or more concepts of the
    lexicon of topics (see `dialogs.wording`), of which the question has to say every one.
    """

    part: str
    words: Words
    sources: tuple[Document, ...]
    confidence: str
    reviewed: date
    slots: tuple[str, ...] = ()
    about_the_past: bool = False
    asked: tuple[frozenset[str], ...] = ()

    def answers(self, words: Set[str]) -> int:
        """How closely the words of a question ask for this: the concepts of the longest cue said in full, or 0."""
        return max((len(cue) for cue in self.asked if cue <= words), default=0)


BODY = ("detail", "who", "where", "how_long", "pitfall")
"""The parts of an article between its short answer and what to do now."""
ONLY_IF_ASKED = "asked"
"""The part of a statement that is said to whoever asks for it, and else left out."""


class Topic(NamedTuple):
    """A topic that can be asked about, with its name for menus."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of one topic: statements in the order in which they matter, and the topics next to it."""

    topic: str
    kind: str
    statements: tuple[Statement, ...]
    also: tuple[str, ...]

    def parts(self, *parts: str) -> tuple[Statement, ...]:
        """The statements of some parts, in their order."""
        return tuple(each for each in self.statements if each.part in parts)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure, and who acts: `you`, `employer`, `centre`, `community_centre` or `bureau`.

    `names` are what people call it, folded (see `dialogs.understanding.plain`).
    """

    id: str
    actor: str
    statements: tuple[Statement, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One case of several: a branch of a procedure, a way of being late."""

    id: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """A word that the points system (积分管理信息系统) shows; `known` is false where no source explains it.

    `shown` is the word itself in the two scripts of Chinese; `actor` is who acts next.
    """

    id: str
    shown: tuple[str, ...]
    known: bool
    actor: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a procedure counts with; `unit` is `days`, `working_days` or `years`."""

    id: str
    count: int
    unit: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Application:
    """The first application (首次申请): its steps in order, and how long some of them take, by step."""

    periods: Mapping[str, Period]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """The yearly renewal (签注, 积分确认): its periods, its steps, and what happens to those who are late.

    `overdue` are steps that take the place of those of their name where the permit has ended already.
    """

    periods: tuple[Period, ...]
    steps: tuple[Step, ...]
    overdue: tuple[Step, ...]
    late: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """A paper of the application; the statement's words name it.

    It is asked for where any of `conditions` holds, and always where there are none. `provider` is `you` or `employer`,
    `form` is one of FORMS; `names` are what people call it, folded (see `dialogs.understanding.plain`).
    """

    id: str
    names: tuple[str, ...]
    conditions: tuple[str, ...]
    provider: str
    form: str
    statement: Statement
    pitfalls: tuple[Statement, ...]


FORMS = ("original", "original_and_copy", "copy", "electronic")
"""Handed in itself; shown and its copy handed in; only its copy; a file or a record in the systems."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address or a telephone of an office, as some document gave it.

    `address` stays Chinese in English too, and is None where only telephones are known. `remarks` say what it is worth.
    """

    address: Words | None
    phones: tuple[str, ...]
    sources: tuple[Document, ...]
    confidence: str
    stale: bool
    reviewed: date
    remarks: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """The talent service centre of a district (区人才服务中心); without places nothing was found."""

    id: str
    name: Words
    aliases: tuple[str, ...]
    places: tuple[Place, ...]
    remarks: tuple[Statement, ...]


class Directory(NamedTuple):
    """The district centres, and the lines in which a place is told: by its address, its telephones, or both."""

    lines: Mapping[str, Words]
    offices: tuple[Office, ...]
