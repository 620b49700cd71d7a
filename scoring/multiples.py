"""The multiples of the reference wage (缴费基数的倍数) that are counted, and the months at each as they were told."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate, pairwise

from scoring.interval import Amount, Interval

MULTIPLES = {"0.8": 48, "1": 48, "2": 48, "3": 36}
"""Each multiple with the months of its window, lowest first."""
WINDOWS = tuple(MULTIPLES.values())
FRACTIONS = tuple(Fraction(multiple) for multiple in MULTIPLES)


def level_of(base: Amount) -> Interval:
    """How many of the multiples a base reaches that is told as a multiple of the wage."""
    return Interval(sum(base.min >= each for each in FRACTIONS), sum(base.max >= each for each in FRACTIONS))


def told_counts(months: Mapping[str, Interval] | None, usual: Amount | None) -> tuple[Interval, ...]:
    """Months at or above each multiple as told; a month at a higher multiple is one at the lower ones too.

    The usual base bounds what was not told otherwise: no month lies above it.
    """
    if months is None and usual is None:
        return _NOT_TOLD
    told, level = months or {}, len(MULTIPLES) if usual is None else level_of(usual).max
    counts = [told.get(multiple, Interval(0, window)) for multiple, window in MULTIPLES.items()]
    counts[level:] = [_at_most(count, 0) if not count.min else count for count in counts[level:]]
    for lower, higher in pairwise(range(len(counts))):
        counts[higher] = _at_most(counts[higher], counts[lower].max)
    for lower, higher in reversed([*pairwise(range(len(counts)))]):
        counts[lower] = _at_least(counts[lower], counts[higher].min)
    return tuple(counts)


_NOT_TOLD = tuple(Interval(0, window) for window in accumulate(WINDOWS, min))
"""Of nothing told: as many as the window holds, and no more than at the multiple below."""


def _at_most(count: Interval, most: int) -> Interval:
    """A count that is no higher than another, as far as it was not told otherwise."""
    return Interval(count.min, max(count.min, min(count.max, most)))


def _at_least(count: Interval, least: int) -> Interval:
    """A count that is no lower than another, as far as it was not told otherwise."""
    return Interval(min(count.max, max(count.min, least)), count.max)
