"""A question's answer, made for a telephone: the article's short answer, what matters most of the rest, its sources."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dialogs.knowledge.loader import article
from dialogs.knowledge.model import BODY, Article, Document, Statement
from dialogs.knowledge.slots import slot_values
from scoring.facts import Facts

LONGEST = 900
"""Characters that an answer has at most."""
_BODY_AT_LEAST, _BODY_AT_MOST = 2, 5
_ORDER = (("short",), ("personal",), BODY, ("now",), ("disputed",))


class Citation(NamedTuple):
    """A document that an answer rests on, with the confidence of the first statement that rests on it."""

    document: Document
    confidence: str


class Answer(NamedTuple):
    """What is said, the documents behind it, the day of the oldest review among it, and the topics next to it."""

    paragraphs: tuple[str, ...]
    sources: tuple[Citation, ...]
    as_of: date
    also: tuple[str, ...]


def answer(topic: str, locale: str, facts: Facts | None = None) -> Answer:
    """The answer to a question about a topic, in a language; with facts, what they make certain is said too.

    KeyError where there is no such topic.
    """
    found = article(topic)
    values = slot_values(facts) if facts and found.parts("personal") else {}
    return compose(_chosen(found, locale, values), locale, values, found.also)


def compose(
    statements: Iterable[Statement], locale: str, values: Mapping[str, str] | None = None, also: tuple[str, ...] = ()
) -> Answer:
    """Statements as an answer: what they say, in a language, and what they rest on."""
    said = tuple(statements)
    return Answer(
        paragraphs=tuple(_filled(statement, locale, values or {}) for statement in said),
        sources=citations((statement.sources, statement.confidence) for statement in said),
        as_of=min(statement.reviewed for statement in said),
        also=also,
    )


def citations(cited: Iterable[tuple[Iterable[Document], str]]) -> tuple[Citation, ...]:
    """Each document once, in the order in which they are cited."""
    first: dict[str, Citation] = {}
    for documents, confidence in cited:
        for document in documents:
            first.setdefault(document.id, Citation(document, confidence))
    return tuple(first.values())


def _chosen(found: Article, locale: str, values: Mapping[str, str]) -> list[Statement]:
    """The statements that are said: the needed ones, and then as many of the others as there is room for."""
    body, now, disputed = found.parts(*BODY), found.parts("now"), found.parts("disputed")
    personal = [statement for statement in found.parts("personal") if values.keys() >= set(statement.slots)]
    chosen = [*found.parts("short"), *personal, *body[:_BODY_AT_LEAST], *now[:1], *disputed[:1]]
    room = LONGEST - sum(len(_filled(statement, locale, values)) for statement in chosen)
    for statement in (*now[1:], *disputed[1:], *body[_BODY_AT_LEAST:_BODY_AT_MOST]):
        if len(statement.words[locale]) <= room:
            room -= len(statement.words[locale])
            chosen.append(statement)
    return [statement for parts in _ORDER for statement in found.parts(*parts) if statement in chosen]


def _filled(statement: Statement, locale: str, values: Mapping[str, str]) -> str:
    return statement.words[locale].format_map(values) if statement.slots else statement.words[locale]
