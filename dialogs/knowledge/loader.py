"""The knowledge that lies beside the code, read when it is first asked for: the one place here that reads files."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dialogs.knowledge.model import (
    Application,
    Article,
    Case,
    Directory,
    Document,
    Material,
    Period,
    Renewal,
    Status,
    Step,
    Topic,
)
from dialogs.knowledge.reading.articles import read_article, read_topics
from dialogs.knowledge.reading.offices import read_offices
from dialogs.knowledge.reading.procedures import (
    read_application,
    read_employer_change,
    read_materials,
    read_renewal,
    read_statuses,
)
from dialogs.knowledge.reading.statements import read_documents

_FOLDER = Path(__file__).parent


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic that can be asked about, in the order of a menu."""
    return read_topics(_text("topics.toml"))


@cache
def documents() -> Mapping[str, Document]:
    """Everything that statements rest on, by id."""
    return read_documents(_text("documents.toml"))


@cache
def article(topic: str) -> Article:
    """The article of a topic. KeyError where there is no such topic."""
    ids = [each.id for each in topics()]
    if topic not in ids:
        raise KeyError(topic)
    return read_article(topic, _text(f"articles/{topic}.toml"), ids, documents())


def application() -> tuple[Step, ...]:
    """The steps of the first application, in order."""
    return _application().steps


def application_periods() -> Mapping[str, Period]:
    """How long steps of the first application take, by step, where that is counted."""
    return _application().periods


@cache
def _application() -> Application:
    return read_application(_text("application.toml"), documents())


@cache
def renewal() -> Renewal:
    """The yearly renewal."""
    return read_renewal(_text("renewal.toml"), documents())


@cache
def employer_change() -> tuple[Case, ...]:
    """The branches of a change of employer."""
    return read_employer_change(_text("employer_change.toml"), documents())


@cache
def statuses() -> tuple[Status, ...]:
    """The words that the points system shows, as far as sources explain them."""
    return read_statuses(_text("statuses.toml"), documents())


@cache
def materials() -> tuple[Material, ...]:
    """Every paper that an application may need."""
    return read_materials(_text("materials.toml"), documents())


@cache
def directory() -> Directory:
    """The centres of the sixteen districts, and of the new area at Lingang."""
    return read_offices(_text("offices.toml"), documents())


def _text(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
