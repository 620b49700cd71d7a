"""Free text to facts, in simplified and traditional Chinese and in English, and the small wishes of a conversation."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from .hearing import hear, hear_answer
from .intents import Intent, IntentKind, intent, topic_named
from .model import FactValue, Heard, HeardFact
from .rules import Context

__all__ = [
    "FactValue",
    "Heard",
    "HeardFact",
    "Intent",
    "IntentKind",
    "intent",
    "topic_named",
    "understand",
    "understand_answer",
]

REFERENCE_WAGE = 11396
"""Yuan a month that a base is compared with when the caller names no other."""
SHORT = 16
"""Characters of a message that many people write alike."""


def understand(text: str, *, on: date, reference_wage: int = REFERENCE_WAGE) -> Heard:
    """The facts that ``text`` states of the applicant on that day; what is not said is absent. Never raises."""
    return hear(text, Context(on, reference_wage))


def understand_answer(
    text: str, *, asking: str, on: date, reference_wage: int = REFERENCE_WAGE, married: bool = False
) -> Heard:
    """The same in a talk, where a bare answer ("35", "没有") belongs to ``asking``: a question's id or a fact's key.

    He or she is the applicant there, if nobody else is named; where a spouse was told of (``married``) it is unclear.
    """
    understood = _understood if len(text) <= SHORT else _understood.__wrapped__
    return understood(text, asking, on, reference_wage, married)


# 本科, 35岁, 没有: what one person answers many have answered before.
@lru_cache(maxsize=1024)
def _understood(text: str, asking: str, on: date, reference_wage: int, married: bool) -> Heard:
    return hear_answer(text, asking, Context(on, reference_wage), married=married)
