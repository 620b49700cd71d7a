"""Relevance (该问什么): what an unknown indicator can still move, and which to ask for next.

The bounds of a score are sums, so what an answer would do is found without scoring again: the indicator's points are
taken out of the total and those of each class of answers are put in.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from scoring.interval import Interval
from scoring.lines import Item
from scoring.rulebook import RuleBook
from scoring.score import Score

NOTHING = Interval(0, 0)
NOTHING_TO_BEAT = Interval(-(10**6), -(10**6))
"""Fewer points than any indicator can have."""


class Outcome(NamedTuple):
    """The total after one class of answers, with a whole weight for how common such answers are."""

    total: Interval
    weight: int = 1


class Relevance(NamedTuple):
    """What the unknown facts of a score can still do.

    `swing` is how many points of the total each indicator can still decide, 0 where it can no longer matter; `certain`
    whether the verdict is certain; `certain_but_for_deductions` whether it is once there are no deductions.
    """

    swing: Mapping[str, int]
    certain: bool
    certain_but_for_deductions: bool


def relevance(scored: Score) -> Relevance:
    """What is still open in a score."""
    book, total = scored.book, scored.total
    deductions = _deductions(book)
    unknown = [item.points for item in scored.items if item.indicator in deductions]
    # Before deductions, and before the floor at zero that they may have met.
    clean = sum_of(scored, without=deductions)
    surely_off = sum(points.max for points in unknown)
    best = Interval(clean.min + surely_off, clean.max + surely_off)
    return Relevance(
        swing={item.indicator: _swing(item, scored) for item in scored.items},
        certain=not _open(total, book.standard) and scored.verdict != "depends",
        certain_but_for_deductions=not _open(best, book.standard),
    )


def sum_of(scored: Score, *, without: frozenset[str] = frozenset()) -> Interval:
    """The sum of the items with the higher of each either-or pair, some left out, not floored."""
    points = {item.indicator: NOTHING if item.indicator in without else item.points for item in scored.items}
    low = sum(each.min for each in points.values())
    high = sum(each.max for each in points.values())
    for pair in scored.book.either_or:
        low -= min(points[pair.first].min, points[pair.second].min)
        high -= min(points[pair.first].max, points[pair.second].max)
    return Interval(low, high)


def unknown_deductions(scored: Score) -> frozenset[str]:
    """The deductions of which it is not known whether there are any, or how many."""
    deductions = _deductions(scored.book)
    return frozenset(item.indicator for item in scored.items if item.indicator in deductions and not item.points.exact)


def _deductions(book: RuleBook) -> frozenset[str]:
    return frozenset(indicator.id for indicator in book.indicators if indicator.group == "deduction")


def _swing(item: Item, scored: Score) -> int:
    twin = _twin(item.indicator, scored)
    return max(0, item.points.max - max(item.points.min, twin.min))


def _twin(indicator: str, scored: Score) -> Interval:
    """The points that an indicator must beat: those of the other of its either-or pair, else none."""
    other = twin_of(indicator, scored.book)
    if other is None:
        return NOTHING_TO_BEAT
    return next(item.points for item in scored.items if item.indicator == other)


def twin_of(indicator: str, book: RuleBook) -> str | None:
    """The other indicator of an either-or pair, or None."""
    for pair in book.either_or:
        if indicator in (pair.first, pair.second):
            return pair.second if indicator == pair.first else pair.first
    return None


def outcomes(scored: Score, indicator: str) -> tuple[Outcome, ...]:
    """The totals that the classes of an indicator's answers would leave, deductions left aside."""
    twin = _twin(indicator, scored)
    own = next(item.points for item in scored.items if item.indicator == indicator)
    rest = sum_of(scored, without=_deductions(scored.book))
    low, high = rest.min - max(own.min, twin.min), rest.max - max(own.max, twin.max)
    return tuple(
        Outcome(Interval(low + max(each.min, twin.min), high + max(each.max, twin.max)))
        for each in scored.book.indicator(indicator).classes
        if own.min <= each.min and each.max <= own.max
    )


def next_question(candidates: Mapping[str, Sequence[Outcome]], *, standard: int) -> str | None:
    """The question whose answer most likely makes the verdict certain; None where no question is given.

    Looks one step ahead: the smallest share of answers that leave it open, then the smallest expected width of what is
    left open, then the order given. Within a hair of the best possible order on small populations.
    """
    return min(candidates, key=lambda id: _left_open(candidates[id], standard), default=None)


def _left_open(after: Sequence[Outcome], standard: int) -> tuple[Fraction, Fraction]:
    weights = sum(outcome.weight for outcome in after)
    still = [outcome for outcome in after if _open(outcome.total, standard)]
    width = sum(outcome.weight * (outcome.total.max - outcome.total.min) for outcome in still)
    return Fraction(sum(outcome.weight for outcome in still), weights), Fraction(width, weights)


def _open(total: Interval, standard: int) -> bool:
    return total.min < standard <= total.max
