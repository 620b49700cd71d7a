"""Facts that change with time (随时间变化的事实): told long ago they are asked again, and never taken for today's."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from dialogs.questions import QUESTIONS
from dialogs.talk import AGED, Entry, Talk, fold

LASTING: Final = timedelta(days=14)
"""How long a number that grows with time is taken for today's."""
CHANGING: Final = frozenset(
    (
        "age",
        "insured_now",
        "insured_months_last_12",
        "insured_months_total",
        "insured_years",
        "base_months",
        "base_1x_months_last_12",
        "contributions",
        "married_years",
        "public_service_months",
        "outlying_months",
    )
)
"""The facts that are another after a while, though nothing happened. A date stays what it is."""


class Aged(NamedTuple):
    """A talk without what is too old, and the questions that are asked again for it; of several, the widest."""

    talk: Talk
    questions: tuple[str, ...]


def aged(talk: Talk, today: date) -> Aged:
    """The talk as it stands after some time. A fact of which the day is not known is not too old."""
    known, lasts_from = fold(talk), (today - LASTING).isoformat()
    old = tuple([key for key in known.facts if key in CHANGING and "" < known.told_on[key] < lasts_from])
    if not old:
        return Aged(talk, ())
    open_again = [question for question in QUESTIONS.values() if not set(question.fills).isdisjoint(old)]
    widest = (max((each for each in open_again if key in each.fills), key=lambda each: len(each.fills)) for key in old)
    entry = Entry(AGED, forgets=old, picked=tuple(question.id for question in open_again))
    return Aged(talk.plus(entry), tuple(dict.fromkeys(question.id for question in widest)))
