"""What somebody was told that he scores (已告知的结果), short enough to be kept and compared with a later score."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.facts import Facts
from scoring.interval import Interval
from scoring.score import Score

NOTHING = Interval(0, 0)


@dataclass(frozen=True, slots=True)
class Told:
    """A total, a verdict against a standard, and the points of each indicator; one that is not named brought none."""

    total: Interval
    verdict: str
    standard: int
    points: Mapping[str, Interval]

    def points_of(self, indicator: str) -> Interval:
        """What an indicator brought."""
        return self.points.get(indicator, NOTHING)


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody's facts, as of the day on which they were told, and what he was last told that they score."""

    facts: Facts
    told: Told


def told_of(scored: Score) -> Told:
    """What a score tells."""
    points = {item.indicator: item.points for item in scored.items if item.counted and item.points != NOTHING}
    return Told(scored.total, scored.verdict, scored.book.standard, points)


def plain_of(told: Told) -> Mapping[str, object]:
    """The same as plain JSON."""
    points = {indicator: list(each) for indicator, each in told.points.items()}
    return {"total": list(told.total), "verdict": told.verdict, "standard": told.standard, "points": points}


def read_told(plain: object) -> Told:
    """What was told, from plain JSON. Raises ValueError for anything else."""
    match plain:
        case {"total": total, "verdict": str(verdict), "standard": int(standard), "points": {**points}}:
            return Told(_interval(total), verdict, standard, {str(id): _interval(each) for id, each in points.items()})
        case _:
            raise ValueError("not what somebody was told")


def _interval(plain: object) -> Interval:
    match plain:
        case [int(low), int(high)]:
            return Interval(low, high)
        case _:
            raise ValueError("not what somebody was told: points are not two whole numbers")
