"""The score (积分): every line with a reason and a source, the total as an interval that holds the truth."""

from datetime import date
from typing import NamedTuple

from scoring.crosschecks import contradictions
from scoring.eligibility import ConditionResult, can_apply, conditions
from scoring.facts import Facts
from scoring.interval import Interval, months_of
from scoring.life import Life
from scoring.lines import Caution, Item, Line, Reason
from scoring.rulebook import PROVISIONAL, RuleBook, rule_book

__all__ = ["Caution", "Item", "Score", "rests_on_provisional_wage", "score", "score_life", "total_on"]

EXPIRED = "rulebook_expired"
"""The caution that a day lies after the end of the last rule book."""
VERDICTS = REACHED, NOT_REACHED, DEPENDS, VETOED = "reached", "not_reached", "depends", "vetoed"


class Score(NamedTuple):
    """What is known of an applicant's points on a day."""

    on: date
    book: RuleBook
    total: Interval
    gap: Interval
    verdict: str
    can_apply: str
    conditions: tuple[ConditionResult, ...]
    items: tuple[Item, ...]
    cautions: tuple[Caution, ...]


def score(facts: Facts, *, on: date | None = None) -> Score:
    """The score on a day, by default that of the facts; on a later one life has gone on as it is until then.

    Raises NoRuleBookError for a day before the first rule book, ValueError for one before the facts.
    """
    on = on or facts.as_of
    book = rule_book(on)
    return score_life(Life(facts, book.wages), book, on)


def score_life(life: Life, book: RuleBook, on: date) -> Score:
    """The score of a life on a day: as score(), for callers who score the same life on many days."""
    if on < life.facts.as_of:
        raise ValueError(f"{on} is before the day of the facts, {life.facts.as_of}")
    lines = [line(life, on) for line in book.lines]
    items = [line.item for line in lines]
    for first, second in book.pairs:
        if lines[first].min >= lines[second].max:
            items[second] = lines[second].losing_item
        elif lines[second].min > lines[first].max:
            items[first] = lines[first].losing_item
    total = _total(lines, book)
    met = conditions(life, book.conditions, on)
    gap = Interval(max(0, book.standard - total.max), max(0, book.standard - total.min))
    cautions = _cautions(life, book, on, lines, total)
    return Score(on, book, total, gap, _verdict(life, book, total), can_apply(met), met, tuple(items), cautions)


def total_on(life: Life, book: RuleBook, on: date) -> Interval:
    """Only the total of a life on a day."""
    return _total([line(life, on) for line in book.lines], book)


def _total(lines: list[Line], book: RuleBook) -> Interval:
    """The sum with the higher of each either-or pair, never below zero."""
    low = high = 0
    for line in lines:
        low += line.min
        high += line.max
    for first, second in book.pairs:
        one, other = lines[first], lines[second]
        low -= min(other.min, one.min)
        high -= min(other.max, one.max)
    return Interval(max(0, low), max(0, high))


def _verdict(life: Life, book: RuleBook, total: Interval) -> str:
    if life.facts.serious_crime:
        return VETOED
    if total.max < book.standard:
        return NOT_REACHED
    if total.min >= book.standard and life.facts.serious_crime is False:
        return REACHED
    return DEPENDS


# ------------------------------------------------------------------------------------------------------------- cautions


def _cautions(life: Life, book: RuleBook, on: date, lines: list[Line], total: Interval) -> tuple[Caution, ...]:
    cautions = [Caution(check.id, reason, check.facts) for check, reason in contradictions(life, on)]
    if on > book.ends:
        reason = Reason("warning.rulebook_expired", (("ends", book.ends.isoformat()),))
        cautions.append(Caution(EXPIRED, reason))
    if rests_on_provisional_wage(life, on):
        cautions.append(_provisional_wage(life, book, on, total))
    cautions += [line.caution for line in lines if line.caution]
    return tuple(cautions)


def rests_on_provisional_wage(life: Life, on: date) -> bool:
    """Whether a month whose reference wage is provisional was compared with it, by us or by whoever told the months."""
    begins = life.wages.provisional_from
    if begins is None or months_of(on) < begins:
        return False
    facts = life.facts
    if facts.contributions is not None:
        return any(each.month >= begins for each in facts.contributions) or (
            on > facts.as_of and bool(facts.contributions)
        )
    return not (facts.base_months is None and facts.base_multiple is None and facts.base_1x_months_last_12 is None)


def _provisional_wage(life: Life, book: RuleBook, on: date, total: Interval) -> Caution:
    """The caution about a provisional wage, with the other total where it would be another one."""
    if not life.facts.contributions:
        return book.provisional_caution
    other = total_on(Life(life.facts, book.wages_otherwise), book, on)
    if other == total:
        return book.provisional_caution
    values = (*book.provisional_caution.reason.values, ("total", str(total)), ("other_total", str(other)))
    return Caution(PROVISIONAL, Reason("warning.reference_wage_decides", values), other_total=other)
