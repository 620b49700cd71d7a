"""A free question in the middle of a talk (插问): answered from the articles, and the talk goes on where it was."""

import re
from collections.abc import Sequence

from dialogs.answered import answer_to
from dialogs.texts import Texts
from dialogs.topics import OUT_OF_SCOPE, find_topic
from scoring.facts import Facts

SHORTEST = 4
"""Characters of the shortest message that is taken for a question."""

_ASKED = re.compile(
    r"[?？吗嗎呢么麼嘛啥咋哪谁誰]|什|甚|怎|如何|为何|為何|几[个個时時年天月分岁]|幾|多少|多久|多长|多長|多大|何时|何時"
    r"|(?<!不)是不是|有没有|有沒有|能不能|能否|可不可|可否|要不要|用不用|行不行|算不算|会不会|會不會|够不够|夠不夠|好不好"
    r"|^\s*(?:what|how|when|where|which|who|why|can|could|do|does|did|is|are|am|should|will|would|may|must)\b",
    re.IGNORECASE,
)
"""What a question looks like, and an answer to one does not."""


_ENDS = re.compile(r"[。！!;；,，\n]|\.(?=\s)|(?<=[？?])")
"""Where a clause ends; a full stop within a figure is none."""
_ANSWERED_BY_THE_SCORE = "total_and_120"
_SAID_OF_THE_REST = 2
"""Paragraphs of the article about what is out of scope that are said: that it is so, and what else to ask."""


def is_asked(message: str) -> bool:
    """Whether a message asks something, by its words alone."""
    return _ASKED.search(message) is not None


def asked_in(message: str) -> tuple[str, ...]:
    """The clauses of a message that ask something."""
    return tuple(clause for each in _ENDS.split(message) if is_asked(clause := each.strip()))


def aside(message: str, facts: Facts, text: Texts) -> tuple[str, ...]:
    """The answer to a question with its sources, or nothing where it is not surely one that the articles answer."""
    topic = _surely_about(message)
    return () if topic is None or topic == OUT_OF_SCOPE else _told(message, topic, facts, text)


def aside_beside_facts(asked: Sequence[str], facts: Facts, text: Texts) -> tuple[str, ...]:
    """The answer to what was asked beside facts; what these score is said anyway."""
    question = " ".join(asked)
    return () if _surely_about(question) == _ANSWERED_BY_THE_SCORE else aside(question, facts, text)


def kindly_refused(message: str, text: Texts) -> str:
    """What is said of a message that is surely about something else; nothing where it is not."""
    if _surely_about(message) != OUT_OF_SCOPE:
        return ""
    return "\n".join(answer_to(message, OUT_OF_SCOPE, text.locale).paragraphs[:_SAID_OF_THE_REST])


def _surely_about(message: str) -> str | None:
    """The topic of a message, or None where it is too short or unsure."""
    if len(message.strip()) < SHORTEST:
        return None
    found = find_topic(message)
    return None if found.unsure else found.topic


def _told(message: str, topic: str, facts: Facts, text: Texts) -> tuple[str, ...]:
    told = answer_to(message, topic, text.locale, facts)
    names = text("flow.sources.separator").join(dict.fromkeys(cited.document.name for cited in told.sources))
    return ("\n".join(told.paragraphs), text("flow.sources", names=names, reviewed=told.as_of.isoformat()))
