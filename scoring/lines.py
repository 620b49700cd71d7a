"""What a score is made of: a line for each indicator, its reason and source, and the cautions that go with it."""

from datetime import date
from typing import NamedTuple

from scoring.interval import Interval


class Source(NamedTuple):
    """Where a value comes from: the document with its number, the article where known, and the confidence A to D."""

    document: str
    article: str
    confidence: str
    reviewed: date
    addresses: tuple[str, ...]


class Term(str):
    """A reason's value that is itself a message id, such as the name of a degree."""

    __slots__ = ()


Value = int | str | tuple[Term, ...]
Values = tuple[tuple[str, Value], ...]


class Reason(NamedTuple):
    """Why: a message id and the plain values of its fields."""

    id: str
    values: Values = ()


class Item(NamedTuple):
    """One indicator's line in a score; `counted` is false for the one of an either-or pair that surely loses."""

    indicator: str
    points: Interval
    cap: int | None
    counted: bool
    reason: Reason
    source: Source


class Caution(NamedTuple):
    """Something to know about a score: what is provisional, disputed or contradictory.

    `facts` are those that a contradiction is between; `other_total` is the total if a provisional value moved, where
    that would be another one.
    """

    id: str
    reason: Reason
    facts: tuple[str, ...] = ()
    other_total: Interval | None = None


class Line:
    """The points of one indicator, as the item of a score that counts it and of one where it loses to its twin.

    Made once for what was measured and shared by all who measure the same.
    """

    __slots__ = ("caution", "item", "losing_item", "max", "min")

    def __init__(self, item: Item, caution: Caution | None) -> None:
        self.item = item
        self.losing_item = item._replace(counted=False)
        self.min = item.points.min
        self.max = item.points.max
        self.caution = caution
