"""Relevance (该问什么): what an unknown indicator can still move, and which to ask for next.

The bounds of a score are sums, so what an answer would do is found without scoring again: the indicator's points are
taken out of the total and those of each class of answers are put in.
"""

from collections.abc import Mapping, Sequence
from math import lcm
from typing import NamedTuple

from scoring.interval import Interval
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
    whether the verdict is certain; `certain_but_for_deductions` whether it is once there are no deductions; `clean` the
    sum without deductions.
    """

    swing: Mapping[str, int]
    certain: bool
    certain_but_for_deductions: bool
    clean: Interval


def relevance(scored: Score) -> Relevance:
    """What is still open in a score."""
    book, total, items = scored.book, scored.total, scored.items
    swing = {item.indicator: item.points.max - item.points.min for item in items}
    for pair in book.pairs:
        for own, other in (pair, reversed(pair)):
            item, twin = items[own], items[other].points
            swing[item.indicator] = max(0, item.points.max - max(item.points.min, twin.min))
    # Before deductions, and before the floor at zero that they may have met.
    clean = sum_of(scored, without=book.deductions)
    surely_off = sum([items[book.places[each]].points.max for each in book.deductions])
    best = Interval(clean.min + surely_off, clean.max + surely_off)
    return Relevance(
        swing=swing,
        certain=not _open(total, book.standard) and scored.verdict != "depends",
        certain_but_for_deductions=not _open(best, book.standard),
        clean=clean,
    )


def sum_of(scored: Score, *, without: frozenset[str] = frozenset()) -> Interval:
    """The sum of the items with the higher of each either-or pair, some left out, not floored."""
    points = [NOTHING if item.indicator in without else item.points for item in scored.items]
    low, high = sum([each.min for each in points]), sum([each.max for each in points])
    for first, second in scored.book.pairs:
        low -= min(points[first].min, points[second].min)
        high -= min(points[first].max, points[second].max)
    return Interval(low, high)


def unknown_deductions(scored: Score) -> frozenset[str]:
    """The deductions of which it is not known whether there are any, or how many."""
    places = scored.book.places
    return frozenset(each for each in scored.book.deductions if not scored.items[places[each]].points.exact)


def twin_of(indicator: str, book: RuleBook) -> str | None:
    """The other indicator of an either-or pair, or None."""
    for pair in book.either_or:
        if indicator in (pair.first, pair.second):
            return pair.second if indicator == pair.first else pair.first
    return None


def outcomes(scored: Score, indicator: str, *, clean: Interval) -> tuple[Outcome, ...]:
    """The totals that the classes of an indicator's answers would leave, deductions left aside: `clean` is the sum so
    far without them.
    """
    places, other = scored.book.places, twin_of(indicator, scored.book)
    own = scored.items[places[indicator]].points
    twin = NOTHING_TO_BEAT if other is None else scored.items[places[other]].points
    low, high = clean.min - max(own.min, twin.min), clean.max - max(own.max, twin.max)
    return tuple(
        [
            Outcome(Interval(low + max(each.min, twin.min), high + max(each.max, twin.max)))
            for each in scored.book.indicator(indicator).classes
            if own.min <= each.min and each.max <= own.max
        ]
    )


def next_question(candidates: Mapping[str, Sequence[Outcome]], *, standard: int) -> str | None:
    """The question whose answer most likely makes the verdict certain; None where no question is given.

    Looks one step ahead: the smallest share of answers that leave it open, then the smallest expected width of what is
    left open, then the order given. Within a hair of the best possible order on small populations.
    """
    # Shares of different wholes are compared as parts of one that all of them divide.
    weights = {id: sum([outcome.weight for outcome in after]) for id, after in candidates.items()}
    whole = lcm(*weights.values())
    return min(
        candidates, key=lambda id: _left_open(candidates[id], standard, parts=whole // weights[id]), default=None
    )


def _left_open(after: Sequence[Outcome], standard: int, *, parts: int) -> tuple[int, int]:
    still = [outcome for outcome in after if _open(outcome.total, standard)]
    width = sum([outcome.weight * (outcome.total.max - outcome.total.min) for outcome in still])
    return parts * sum([outcome.weight for outcome in still]), parts * width


def _open(total: Interval, standard: int) -> bool:
    return total.min < standard <= total.max
