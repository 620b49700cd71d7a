"""A question's answer, made for a telephone: what was asked first, what matters most of the rest, its sources."""

from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import NamedTuple

from dialogs.knowledge.loader import article
from dialogs.knowledge.model import BODY, ONLY_IF_ASKED, Article, Document, Statement
from dialogs.knowledge.slots import slot_values
from scoring.facts import Facts

LONGEST: Mapping[str, int] = {"zh_Hans": 450, "zh_Hant": 450, "en": 1000}
"""Characters that an answer has at most, by language: about a telephone's screen."""
_COMFORTABLE: Mapping[str, int] = {"zh_Hans": 280, "zh_Hant": 280, "en": 700}
"""Characters up to which an answer is filled with more than what is needed."""
_ASKED_AT_MOST = 2
_BODY_AT_LEAST, _BODY_AT_MOST = 2, 4
_ORDER = (("short", "personal"), BODY, ("now",), ("disputed",))


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


def answer(topic: str, locale: str, facts: Facts | None = None, words: Set[str] = frozenset()) -> Answer:
    """The answer to a question about a topic, in a language; with facts, what they make certain is said too.

    `words` are the concepts that the question names: what answers them comes first. KeyError where there is no such
    topic.
    """
    found = article(topic)
    values = slot_values(facts) if facts and found.parts("personal") else {}
    return compose(_chosen(found, locale, values, words), locale, values, found.also)


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


def joined(first: Answer, *others: Answer) -> Answer:
    """Answers as one: each paragraph and each document once, and the topics next to the first."""
    answers = (first, *others)
    return Answer(
        paragraphs=tuple(dict.fromkeys(paragraph for each in answers for paragraph in each.paragraphs)),
        sources=citations(((cited.document,), cited.confidence) for each in answers for cited in each.sources),
        as_of=min(each.as_of for each in answers),
        also=first.also,
    )


def citations(cited: Iterable[tuple[Iterable[Document], str]]) -> tuple[Citation, ...]:
    """Each document once, in the order in which they are cited."""
    first: dict[str, Citation] = {}
    for documents, confidence in cited:
        for document in documents:
            first.setdefault(document.id, Citation(document, confidence))
    return tuple(first.values())


def _chosen(found: Article, locale: str, values: Mapping[str, str], words: Set[str]) -> list[Statement]:
    """The statements that are said: those asked for with the needed ones, or else as many as there is room for."""
    asked = _asked(found, values, words)
    # A guide's short answer says that nothing is known of the question; whoever is told something is not told that.
    short = () if asked and found.kind == "guide" else found.parts("short")
    body, now, disputed = found.parts(*BODY), found.parts("now"), found.parts("disputed")
    personal = [statement for statement in found.parts("personal") if _can_be_said(statement, values)]
    if asked:  # what is disputed of something else that could be asked for is beside the point
        needed, more = [*now[:1], *(statement for statement in disputed if not statement.asked)], []
    else:
        needed = [*body[:_BODY_AT_LEAST], *now[:1], *disputed[:1]]
        more = [*body[_BODY_AT_LEAST:_BODY_AT_MOST], *disputed[1:]]
    chosen = _each_once([*asked, *short, *personal, *needed])
    room = _COMFORTABLE[locale] - sum(len(_filled(statement, locale, values)) for statement in chosen)
    for statement in more:
        if len(statement.words[locale]) <= room:
            room -= len(statement.words[locale])
            chosen.append(statement)
    rest = [statement for parts in _ORDER for statement in found.parts(*parts) if statement in chosen]
    return _each_once([*asked, *rest])


def _asked(found: Article, values: Mapping[str, str], words: Set[str]) -> list[Statement]:
    """The statements that a question's words ask for, the closest first."""
    sayable = [statement for statement in found.statements if _can_be_said(statement, values)]
    closest = sorted(sayable, key=lambda statement: (-statement.answers(words), statement.part != ONLY_IF_ASKED))
    best = closest[0].answers(words)
    return [statement for statement in closest[:_ASKED_AT_MOST] if 0 < statement.answers(words) == best]


def _each_once(statements: list[Statement]) -> list[Statement]:
    return [statement for place, statement in enumerate(statements) if statement not in statements[:place]]


def _can_be_said(statement: Statement, values: Mapping[str, str]) -> bool:
    return values.keys() >= set(statement.slots)


def _filled(statement: Statement, locale: str, values: Mapping[str, str]) -> str:
    return statement.words[locale].format_map(values) if statement.slots else statement.words[locale]
