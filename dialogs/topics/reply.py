"""The reply to a free question: its topic found, its article told, with what the question tells of the person."""

from contextlib import suppress
from datetime import date
from typing import NamedTuple

from dialogs.answered import answer_to
from dialogs.knowledge.answering import Answer
from dialogs.knowledge.model import LOCALES
from dialogs.language import language_of
from dialogs.understanding import understand
from dialogs.understanding.plain import fold
from scoring.facts import Facts, FactsError, parse_facts
from scoring.rulebook import NoRuleBookError

from . import OUT_OF_SCOPE, find_topic

_A_WORD = 4
"""Letters of the shortest single word that is taken for English; abbreviations of pinyin are shorter."""


class Reply(NamedTuple):
    """What is answered. `also` are other topics; where `unsure`, first those that the question may have meant.

    `personal` tells that the question had an identity or telephone number in it; it is never said again.
    """

    topic: str
    confidence: float
    unsure: bool
    locale: str
    answer: Answer
    also: tuple[str, ...]
    personal: bool


def reply(question: str, *, on: date, locale: str | None = None) -> Reply:
    """The reply on a day, in a language or else in that of the question; never raises."""
    found = find_topic(question)
    spoken = locale or _language(question)
    said = _answered(found.topic, spoken, question, on)
    also = tuple(topic for topic in dict.fromkeys((*found.nearest, *said.also)) if topic != found.topic)
    return Reply(found.topic, found.confidence, found.unsure, spoken, said, also, fold(question, on).personal)


def _language(question: str) -> str:
    if (known := language_of(question)) is not None:
        return known
    is_english = question.isascii() and any(len(word) >= _A_WORD for word in question.split() if word.isalpha())
    return "en" if is_english else LOCALES[0]


def _answered(topic: str, locale: str, question: str, on: date) -> Answer:
    if topic != OUT_OF_SCOPE:
        with suppress(NoRuleBookError):  # no points can be told of a day before the rules
            return answer_to(question, topic, locale, _facts(question, on))
    return answer_to(question, topic, locale)


def _facts(question: str, on: date) -> Facts | None:
    """What the question tells of the person; nothing where it contradicts itself."""
    facts = None
    with suppress(FactsError):
        facts = parse_facts(understand(question, on=on).facts, on=on)
    return facts
