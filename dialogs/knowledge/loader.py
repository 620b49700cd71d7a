"""The knowledge that lies beside the code: the one place of this package that reads files, each when it is first asked for."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dialogs.knowledge import reading
from dialogs.knowledge.model import Article, Case, Document, Material, Office, Renewal, Status, Step, Topic

_FOLDER = Path(__file__).parent


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic that can be asked about, in the order of a menu."""
    return reading.read_topics(_text("topics.toml"))


@cache
def documents() -> Mapping[str, Document]:
    """Everything that statements rest on, by id."""
    return reading.read_documents(_text("documents.toml"))


@cache
def article(topic: str) -> Article:
    """The article of a topic. KeyError where there is no such topic."""
    ids = [each.id for each in topics()]
    if topic not in ids:
        raise KeyError(topic)
    return reading.read_article(topic, _text(f"articles/{topic}.toml"), ids, documents())


@cache
def application() -> tuple[Step, ...]:
    """The steps of the first application, in order."""
    return reading.read_application(_text("application.toml"), documents())


@cache
def renewal() -> Renewal:
    """The yearly renewal."""
    return reading.read_renewal(_text("renewal.toml"), documents())


@cache
def employer_change() -> tuple[Case, ...]:
    """The branches of a change of employer."""
    return reading.read_employer_change(_text("employer_change.toml"), documents())


@cache
def statuses() -> tuple[Status, ...]:
    """The words that the points system shows, as far as sources explain them."""
    return reading.read_statuses(_text("statuses.toml"), documents())


@cache
def materials() -> tuple[Material, ...]:
    """Every paper that an application may need."""
    return reading.read_materials(_text("materials.toml"), documents())


@cache
def offices() -> tuple[Office, ...]:
    """The centres of the sixteen districts, and of the new area at Lingang."""
    return reading.read_offices(_text("offices.toml"), documents())


def _text(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
