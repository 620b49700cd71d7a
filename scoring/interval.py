"""Partial knowledge of a number or a date: everything between two ends, both included."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple


class Interval(NamedTuple):
    """A whole number known to lie from `min` to `max`; the two are equal where it is known exactly."""

    min: int
    max: int

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.min == self.max

    def __str__(self) -> str:
        return str(self.min) if self.exact else f"{self.min}–{self.max}"


class Amount(NamedTuple):
    """A quantity (yuan, persons, a multiple of a wage) known to lie from `min` to `max`, as exact fractions."""

    min: Fraction
    max: Fraction


class DateRange(NamedTuple):
    """A day known to lie from `earliest` to `latest`."""

    earliest: date
    latest: date


def months_of(day: date) -> int:
    """The running number of the day's month; the difference of two is the months between them."""
    return day.year * 12 + day.month - 1


def month_text(month: int) -> str:
    """A running month number as `2026-11`."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def first_day(month: int) -> date:
    """The first day of a running month number."""
    return date(month // 12, month % 12 + 1, 1)


def last_day(month: int) -> date:
    """The last day of a running month number."""
    return date.fromordinal(first_day(month + 1).toordinal() - 1)


def full_years(since: date, on: date) -> int:
    """Whole years (周年) from `since` to `on`; one that began on 29 February is full on 1 March in a common year."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def anniversary(since: date, years: int) -> date:
    """The day on which `years` whole years since a day are full."""
    year = since.year + years
    if since.month == 2 and since.day == 29 and last_day(year * 12 + 1).day == 28:
        return date(year, 3, 1)
    return since.replace(year=year)
