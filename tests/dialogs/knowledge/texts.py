"""Every text of the knowledge, for the tests that read all of it."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dialogs.knowledge import loader
from dialogs.knowledge.model import Article, Document, Statement, Words


class Entry(NamedTuple):
    """One text in all languages, where it stands, and the statement that it belongs to, if to one."""

    place: str
    words: Words
    statement: Statement | None


def articles() -> list[Article]:
    """Every article."""
    return [loader.article(topic.id) for topic in loader.topics()]


def entries() -> Iterator[Entry]:
    """Every text that a user may see."""
    for place, statement in statements():
        yield Entry(place, statement.words, statement)
    for topic in loader.topics():
        yield Entry(f"topics: {topic.id}", topic.name, None)
    for name, words in loader.directory().lines.items():
        yield Entry(f"offices: {name}", words, None)
    for office in loader.directory().offices:
        yield Entry(f"offices: {office.id}", office.name, None)


def statements() -> Iterator[tuple[str, Statement]]:
    """Every statement with the place where it stands."""
    renewal = loader.renewal()
    gathered = (
        *((f"articles/{article.topic}", article.statements) for article in articles()),
        *((f"application: {step.id}", step.statements) for step in loader.application()),
        *((f"renewal: {step.id}", step.statements) for step in (*renewal.steps, *renewal.overdue)),
        *((f"renewal: {case.id}", case.statements) for case in renewal.late),
        *((f"renewal: {period.id}", (period.statement,)) for period in renewal.periods),
        *((f"employer_change: {case.id}", case.statements) for case in loader.employer_change()),
        *((f"statuses: {status.id}", status.statements) for status in loader.statuses()),
        *((f"materials: {paper.id}", (paper.statement, *paper.pitfalls)) for paper in loader.materials()),
        *((f"offices: {office.id}", office.remarks) for office in loader.directory().offices),
        *((f"offices: {office.id}", place.remarks) for office in loader.directory().offices for place in office.places),
    )
    for place, several in gathered:
        for statement in several:
            yield f"{place}: {statement.part}", statement


def cited() -> Iterator[Document]:
    """Every document that something rests on."""
    yield from chain.from_iterable(statement.sources for _, statement in statements())
    for office in loader.directory().offices:
        for place in office.places:
            yield from place.sources
