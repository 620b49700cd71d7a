"""The kinds of value that a fact can have: each reads JSON into partial knowledge, or says what is wrong with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import isfinite
from typing import NamedTuple, Protocol

from scoring.interval import Amount, DateRange, Interval, full_years, last_day, month_text, months_of
from scoring.json_text import as_written, printable

__all__ = ["Contribution", "FactsError", "Kind", "printable"]

OLDEST = date(1900, 1, 1)
NEWEST = date(2200, 12, 31)
MAX_RECORDS = 100
MAX_CONTRIBUTIONS = 720
MAX_BASE = 10**7
LONGEST_WORD = 60
"""How much of a word is compared with known ones."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Contribution(NamedTuple):
    """One month of social insurance (职工社保缴费) as its payer reported it."""

    month: int
    base: Amount
    counts_for_years: bool
    counts_for_base: bool


class FactsError(ValueError):
    """A fact that cannot be: `key` names it, `problem` says in one line what was wrong."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"{key}: {problem}")
        self.key = key
        self.problem = problem


class Kind(Protocol):
    """A kind of value."""

    def parse(self, key: str, value: object, on: date) -> object:
        """The value told on the day `on`; FactsError where it cannot be."""


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """A hint at the known name nearest to a word, or nothing."""
    # Needed for a mistake only, and it would cost every start some milliseconds.
    from difflib import get_close_matches

    close = get_close_matches(str(word)[:LONGEST_WORD], list(known))
    return f"; did you mean {close[0]}?" if close else ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Flag:
    """Yes or no."""

    def parse(self, key: str, value: object, on: date) -> bool:
        if isinstance(value, bool):
            return value
        raise FactsError(key, f"true or false was expected, not {as_written(value)}")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Choice:
    """One of a few named values, or a list of those that it may be."""

    values: tuple[str, ...]

    def parse(self, key: str, value: object, on: date) -> tuple[str, ...]:
        if isinstance(value, str):
            return (self._known(key, value),)
        if not isinstance(value, list):
            raise FactsError(key, f"one of {', '.join(self.values)} was expected, not {as_written(value)}")
        if not value:
            raise FactsError(key, "an empty list leaves no value that it could be")
        named = {self._known(key, each) for each in value}
        if len(named) != len(value):
            raise FactsError(key, "a value is listed twice")
        return tuple(each for each in self.values if each in named)

    def _known(self, key: str, value: object) -> str:
        if isinstance(value, str) and value in self.values:
            return value
        hint = did_you_mean(value, self.values)
        raise FactsError(key, f"{printable(value)} is not one of {', '.join(self.values)}{hint}")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Count:
    """A whole number within a range, or {"min", "max"}."""

    range: Interval

    def parse(self, key: str, value: object, on: date) -> Interval:
        low, high = ends(key, value)
        return Interval(self._whole(key, low), self._whole(key, high))

    def _whole(self, key: str, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise FactsError(key, f"a whole number was expected, not {as_written(value)}")
        if not self.range.min <= value <= self.range.max:
            raise FactsError(key, f"{printable(value)} is not from {self.range.min} to {self.range.max}")
        return value


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quantity:
    """An amount from 0 to a most, or {"min", "max"}; kept as exact fractions of what was written."""

    most: int

    def parse(self, key: str, value: object, on: date) -> Amount:
        low, high = ends(key, value)
        return Amount(self._fraction(key, low), self._fraction(key, high))

    def _fraction(self, key: str, value: object) -> Fraction:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise FactsError(key, f"a number was expected, not {as_written(value)}")
        if isinstance(value, float) and not isfinite(value):
            raise FactsError(key, f"{value} is not a number")
        exact = Fraction(value) if isinstance(value, int) else Fraction(repr(value))
        if not 0 <= exact <= self.most:
            raise FactsError(key, f"{printable(value)} is not from 0 to {self.most}")
        return exact


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WholePart:
    """An amount of which only the whole part counts, or {"min", "max"}."""

    range: Interval

    def parse(self, key: str, value: object, on: date) -> Interval:
        amount = Quantity(self.range.max).parse(key, value, on)
        return Interval(int(amount.min), int(amount.max))


def ends(key: str, value: object) -> tuple[object, object]:
    """The two ends of a {"min", "max"} object, or the value itself twice."""
    if not isinstance(value, Mapping):
        return value, value
    if set(value) != {"min", "max"}:
        raise FactsError(key, 'a range needs exactly "min" and "max"')
    low, high = value["min"], value["max"]
    if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
        raise FactsError(key, f"min {printable(low)} is above max {printable(high)}")
    return low, high


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Day:
    """A day, a month or a year, as `2019-05-20`, `2019-05` or `2019`; `past` refuses what lies after today."""

    past: bool = False

    def parse(self, key: str, value: object, on: date) -> DateRange:
        day = _day(key, value)
        if not self.past:
            return day
        if day.earliest > on:
            raise FactsError(key, f"{printable(value)} is in the future (today is {on})")
        return DateRange(day.earliest, min(day.latest, on))


def _day(key: str, value: object) -> DateRange:
    written = _DATE.fullmatch(value) if isinstance(value, str) else None
    if written is None:
        raise FactsError(key, f"a date as 2019-05-20, 2019-05 or 2019 was expected, not {as_written(value)}")
    year, month, day = written.groups()
    try:
        earliest = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise FactsError(key, f"there is no day {value}") from None
    if not OLDEST <= earliest <= NEWEST:
        raise FactsError(key, f"{value} is not from {OLDEST.year} to {NEWEST.year}")
    if day:
        return DateRange(earliest, earliest)
    return DateRange(earliest, last_day(months_of(earliest) if month else earliest.year * 12 + 11))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BirthDate:
    """The applicant's birth date; one that makes an age beyond the range for certain is refused."""

    ages: Interval

    def parse(self, key: str, value: object, on: date) -> DateRange:
        born = Day(past=True).parse(key, value, on)
        youngest, oldest = full_years(born.latest, on), full_years(born.earliest, on)
        if oldest < self.ages.min or youngest > self.ages.max:
            raise FactsError(key, f"{value} makes {oldest} years of age, not {self.ages.min} to {self.ages.max}")
        return born


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class YearsSince:
    """Whole years since a day (an age, the years of a marriage), kept as the days that it may have been."""

    range: Interval

    def parse(self, key: str, value: object, on: date) -> DateRange:
        return _days_of_full_years(Count(self.range).parse(key, value, on), on)


def _days_of_full_years(years: Interval, on: date) -> DateRange:
    day_before = _latest_day_of_full_years(years.max + 1, on)
    return DateRange(date.fromordinal(day_before.toordinal() + 1), _latest_day_of_full_years(years.min, on))


def _latest_day_of_full_years(years: int, on: date) -> date:
    """The latest day since which so many whole years have passed."""
    if on.month == 2 and on.day == 29:
        return last_day((on.year - years) * 12 + 1)
    return on.replace(year=on.year - years)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Days:
    """A list of past days, one a record."""

    def parse(self, key: str, value: object, on: date) -> tuple[DateRange, ...]:
        if not isinstance(value, list):
            raise FactsError(key, f"a list of dates was expected, not {as_written(value)}")
        if len(value) > MAX_RECORDS:
            raise FactsError(key, f"more than {MAX_RECORDS} records")
        return tuple(Day(past=True).parse(f"{key}[{place}]", each, on) for place, each in enumerate(value))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BaseMonths:
    """Months at or above each multiple of the reference wage, by multiple, within the window of each."""

    windows: Mapping[str, int]

    def parse(self, key: str, value: object, on: date) -> Mapping[str, Interval]:
        if not isinstance(value, Mapping):
            raise FactsError(key, f"an object of months by multiple was expected, not {as_written(value)}")
        for multiple in value:
            if multiple not in self.windows:
                raise FactsError(f"{key}.{printable(multiple)}", f"not one of {', '.join(self.windows)}")
        return {
            multiple: Count(Interval(0, window)).parse(f"{key}.{multiple}", value[multiple], on)
            for multiple, window in self.windows.items()
            if multiple in value
        }


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Contributions:
    """The contributions month by month."""

    def parse(self, key: str, value: object, on: date) -> tuple[Contribution, ...]:
        if not isinstance(value, list):
            raise FactsError(key, f"a list of months was expected, not {as_written(value)}")
        if len(value) > MAX_CONTRIBUTIONS:
            raise FactsError(key, f"more than {MAX_CONTRIBUTIONS} months")
        listed = [_contribution(f"{key}[{place}]", each, on) for place, each in enumerate(value)]
        months = set()
        for place, each in enumerate(listed):
            if each.month in months:
                raise FactsError(f"{key}[{place}].month", f"{month_text(each.month)} is listed twice")
            months.add(each.month)
        return tuple(sorted(listed))


_CONTRIBUTION_FLAGS = {"backpaid": False, "payer_is_employer": True, "tax_matches": True}


def _contribution(key: str, value: object, on: date) -> Contribution:
    if not isinstance(value, Mapping):
        raise FactsError(key, f"an object with month and base was expected, not {as_written(value)}")
    names = ("month", "base", *_CONTRIBUTION_FLAGS)
    for name in value:
        if name not in names:
            raise FactsError(f"{key}.{printable(name)}", "no such key" + did_you_mean(name, names))
    for name in names[:2]:
        if name not in value:
            raise FactsError(f"{key}.{name}", "missing")
    flags = {
        name: Flag().parse(f"{key}.{name}", value.get(name, default), on)
        for name, default in _CONTRIBUTION_FLAGS.items()
    }
    years = not flags["backpaid"] and flags["payer_is_employer"]
    month = _month(f"{key}.month", value["month"], on)
    base = Quantity(MAX_BASE).parse(f"{key}.base", value["base"], on)
    return Contribution(month, base, years, years and flags["tax_matches"])


def _month(key: str, value: object, on: date) -> int:
    day = _day(key, value)
    if not isinstance(value, str) or len(value) != 7:
        raise FactsError(key, f"a month as 2024-07 was expected, not {as_written(value)}")
    if day.earliest > on:
        raise FactsError(key, f"{value} is in the future (today is {on})")
    return months_of(day.earliest)
