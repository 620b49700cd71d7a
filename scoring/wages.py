"""The reference wage for talent business (人才业务参考平均工资), by month of contribution."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Wage:
    """The wage of one social-insurance year (社保年度).

    `reference` decides the tiers and `official` is the published average, both in yuan a month; `other` is what the
    reference would be if it moved, where it is provisional.
    """

    from_month: int
    reference: int
    official: int
    confidence: str
    source: str
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Wages:
    """All reference wages, oldest first; each holds until the next begins, the last for good."""

    rows: tuple[Wage, ...]
    reviewed: date

    @property
    def first_month(self) -> int:
        """The running number of the first month with a reference wage."""
        return self.rows[0].from_month

    @property
    def provisional_from(self) -> int | None:
        """The running number of the month from which the reference is provisional, or None."""
        return self.rows[-1].from_month if self.rows[-1].other is not None else None

    def at(self, month: int) -> int:
        """The reference wage of a month, in yuan."""
        return self.row(month).reference

    def row(self, month: int) -> Wage:
        """The row that holds in a month."""
        return self.rows[bisect_right(self.rows, month, key=_from_month) - 1]

    def otherwise(self) -> "Wages":
        """The wages if the provisional reference moved to its other value."""
        last = self.rows[-1]
        return replace(self, rows=(*self.rows[:-1], replace(last, reference=last.other or last.reference)))


def _from_month(wage: Wage) -> int:
    return wage.from_month
