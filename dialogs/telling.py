"""What free text tells beside the question asked: understanding first, then a bare number of months."""

import re
from datetime import date

from dialogs.path import Standing
from dialogs.questions import QUESTIONS, MonthsQuestion
from dialogs.talk import FactValue
from dialogs.understanding import Heard, understand_answer
from dialogs.understanding.numerals import read_amount
from dialogs.understanding.plain import folded
from scoring.facts import MULTIPLES
from scoring.interval import months_of

_MONTHS = re.compile(r"(?:大概|大约|差不多|about)?\s*(.+?)\s*(?:个?多?月|months?)?(?:左右)?")


def facts_told(message: str, at: Standing, asking: str | None, today: date) -> Heard:
    """What a message tells while a question is asked."""
    wage = at.scored.book.wages.at(months_of(today))
    heard = understand_answer(message, asking=asking or "", on=today, reference_wage=wage)
    question = QUESTIONS.get(asking or "")
    if heard.facts or heard.personal or not isinstance(question, MonthsQuestion):
        return heard
    months = _months(folded(message).strip(), MULTIPLES[question.multiple])
    return heard if months is None else Heard({"base_months": {question.multiple: months}})  # type: ignore[dict-item]


def _months(words: str, window: int) -> FactValue | None:
    """A number of months within a window, or a range of them."""
    said = _MONTHS.fullmatch(words)
    amount = read_amount(said[1]) if said else None
    if amount is None or not 0 <= amount.min <= amount.max <= window:
        return None
    low, high = int(amount.min), int(amount.max)
    return low if low == high else {"min": low, "max": high}
