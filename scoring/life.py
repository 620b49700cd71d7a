"""The applicant's facts as functions of the date: what is known on a day when life goes on as it is.

Going on means: still employed, a valid contribution every month after the day of the facts at the last base, the same
spouse. Nothing accrues that does not accrue on that day: no months without present insurance, no public service of
which there is none, no outlying area that one is not in.
"""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from itertools import accumulate

from scoring.facts import AGES, ANY_HIRES, ANY_TAX, MONTHS_EVER, Facts
from scoring.interval import Amount, DateRange, Interval, full_years, months_of
from scoring.multiples import FRACTIONS, MULTIPLES, WINDOWS, level_of
from scoring.wages import Wages

RATIOS = tuple(multiple.as_integer_ratio() for multiple in FRACTIONS)
YEARS_MARRIED = Interval(0, 90)
NOTHING = Interval(0, 0)
_YEAR = 12
_ONE = tuple(MULTIPLES).index("1")

_Sums = tuple[tuple[int, ...], tuple[int, ...]]
"""Months that surely reach each multiple, and that perhaps do."""
_NO_SUMS: _Sums = ((0,) * len(WINDOWS), (0,) * len(WINDOWS))


class Life:
    """One applicant's known facts, asked by date; every answer is an interval that holds the truth and is tight.

    Where contributions are listed, a `next_base` is that of every month after the day of the facts, else the last one.
    """

    __slots__ = ("_counts", "_next_base", "_sums", "facts", "start", "wages")

    def __init__(self, facts: Facts, wages: Wages, next_base: Amount | None = None) -> None:
        self.facts = facts
        listed = facts.contributions
        self._next_base = listed[-1].base if listed and next_base is None else next_base
        self.wages = wages
        self.start = facts.month
        self._counts: dict[tuple[int, int | None], tuple[Interval, ...]] = {}
        self._sums: list[_Sums] = []

    # ---------------------------------------------------------------------------------------------- simple measures

    def age(self, on: date) -> Interval:
        """Whole years of age (周岁)."""
        born = self.facts.birth
        return AGES if born is None else _full_years(born, on)

    def married_years(self, on: date) -> Interval:
        """Whole years of the present marriage."""
        married = self.facts.marriage
        return YEARS_MARRIED if married is None else _full_years(married, on)

    def insured_months(self, on: date) -> Interval:
        """Valid months of Shanghai social insurance, ever."""
        told, since = self.facts.insured_months, self._months_paid_since(on)
        if told is not None and not since and not self.facts.listed_valid:
            return told
        if told is None:
            return Interval(min(self.facts.listed_valid + since, MONTHS_EVER.max), MONTHS_EVER.max)
        # The months listed are the least that it can be, of what was told as possible.
        return Interval(max(told.min, min(self.facts.listed_valid, told.max)) + since, told.max + since)

    def public_service_months(self, on: date) -> Interval:
        """Months in the named public services."""
        told = self.facts.public_service_months
        if told is None:
            return MONTHS_EVER
        since = self._months_worked_since(on)
        if not since:
            return told
        return Interval(told.min + since if told.min else 0, told.max + since if told.max else 0)

    def outlying_months(self, on: date) -> Interval:
        """Months worked and lived in an outlying area (meaningful only where there is one)."""
        told = self.facts.outlying_months
        return MONTHS_EVER if told is None else _later(told, self._months_worked_since(on))

    def annual_tax_share(self, on: date) -> Interval:
        """Whole yuan of tax a year by the applicant's share."""
        return self.facts.annual_tax_share or ANY_TAX

    def annual_local_hires_share(self, on: date) -> Interval:
        """Whole persons with Shanghai hukou employed, by the applicant's share."""
        return self.facts.annual_local_hires_share or ANY_HIRES

    def insured_months_last_12(self, on: date) -> Interval:
        """Valid months among the twelve calendar months before the month of the day."""
        month = months_of(on)
        told = self.facts.insured_months_last_12
        if month == self.start and told is not None and self.facts.contributions is None:
            return told
        since = self._months_paid_since(on)
        if self.facts.contributions is not None:
            listed = sum(
                each.counts_for_years for each in self.facts.contributions if month - _YEAR <= each.month < month
            )
            added = min(max(since - 1, 0), _YEAR)
            return Interval(listed + added, listed + added)
        passed = month - self.start
        kept = _kept(told or Interval(0, _YEAR), _YEAR, passed)
        later = min(max(since - 1, 0), _YEAR)
        first = 1 <= passed <= _YEAR  # the month of the facts has come into the window
        surely = later + (first and self.facts.insured_in_month is True)
        perhaps = later + (first and self.facts.insured_in_month is not False)
        return Interval(kept.min + surely, kept.max + perhaps)

    # --------------------------------------------------------------------------------------------- contribution base

    def base_counts(self, on: date) -> tuple[Interval, ...]:
        """Months at or above each multiple of the reference wage, each in its window that ends with the day's month."""
        return self._counted(months_of(on), None)

    def months_at_1x(self, on: date) -> Interval:
        """Months at or above the reference wage among the twelve that end with the day's month."""
        return self._counted(months_of(on), _YEAR)[_ONE]

    def _counted(self, month: int, window: int | None) -> tuple[Interval, ...]:
        if window is None and month == self.start and self.facts.contributions is None:
            return self.facts.base_counts
        counts = self._counts.get((month, window))
        if counts is None:
            if self.facts.contributions is not None:
                counts = self._counts_listed(month, window)
            else:
                counts = self._counts_told(month, window)
            self._counts[month, window] = counts
        return counts

    def _counts_listed(self, month: int, window: int | None) -> tuple[Interval, ...]:
        sums = self._sums_until(month)
        place = month - self._before_windows
        now, counts = sums[place], []
        for level, own_window in enumerate(WINDOWS):
            before = sums[place - (window or own_window)]
            counts.append(Interval(now[0][level] - before[0][level], now[1][level] - before[1][level]))
        return tuple(counts)

    def _sums_until(self, month: int) -> list["_Sums"]:
        """How many months reach each multiple, summed up month by month from before the longest window."""
        if not self._sums:
            self._sums = list(accumulate(self._levels_listed(), _add, initial=_NO_SUMS))
        for later in range(self._before_windows + len(self._sums), month + 1):
            self._sums.append(_add(self._sums[-1], self._level_going_on(later)))
        return self._sums

    def _levels_listed(self) -> list[Interval]:
        """How many of the multiples the base of each month reaches, in the longest window that ends with the facts."""
        levels = [NOTHING] * max(WINDOWS)
        first = max(self._before_windows + 1, self.wages.first_month)
        for each in self.facts.contributions or ():
            if each.counts_for_base and each.month >= first:
                levels[each.month - self._before_windows - 1] = self._level(each.month, each.base)
        return levels

    @property
    def _before_windows(self) -> int:
        """The month before the longest window that ends with the month of the facts."""
        return self.start - max(WINDOWS)

    def _level_going_on(self, month: int) -> Interval:
        base = self._next_base
        return NOTHING if base is None or not self.facts.paying else self._level(month, base)

    def _level(self, month: int, base: Amount) -> Interval:
        """How many of the multiples a base reaches in a month."""
        wage = self.wages.at(month)
        low = _reached(base.min, wage)
        return Interval(low, low if base.min == base.max else _reached(base.max, wage))

    def _counts_told(self, month: int, window: int | None) -> tuple[Interval, ...]:
        told = self.facts.base_counts
        if window is not None:
            told = tuple(self.facts.base_1x_months_last_12 or Interval(0, window) for _ in told)
        passed = month - self.start
        if not passed:
            return told
        counts = []
        for place, count in enumerate(told):
            size = window or WINDOWS[place]
            kept = _kept(count, size, passed)
            added = min(passed, size) if self.facts.paying else 0
            reached = self._last_base_told(place)
            counts.append(Interval(kept.min + (added if reached else 0), kept.max + (0 if reached is False else added)))
        return tuple(counts)

    @property
    def last_base(self) -> Amount | None:
        """The last base as a multiple of the latest reference wage, where it is known and there is one."""
        listed = self.facts.contributions
        if listed is None:
            return self.facts.base_multiple
        if not listed:
            return None
        wage, base = self.wages.rows[-1].reference, listed[-1].base
        return Amount(base.min / wage, base.max / wage)

    def last_base_reaches(self, multiple: str) -> bool | None:
        """Whether the last base is at or above a multiple of the latest reference wage, where that is known."""
        base, place = self.last_base, tuple(MULTIPLES).index(multiple)
        if base is None:
            return self._last_base_told(place) if self.facts.contributions is None else False
        return None if base.min < FRACTIONS[place] <= base.max else base.min >= FRACTIONS[place]

    def _last_base_told(self, place: int) -> bool | None:
        if self.facts.base_multiple is not None:
            level = level_of(self.facts.base_multiple)
            return None if level.min <= place < level.max else level.min > place
        windows = [*zip(range(len(WINDOWS)), self.facts.base_counts, WINDOWS, strict=True)]
        if self.facts.base_1x_months_last_12 is not None:
            windows.append((_ONE, self.facts.base_1x_months_last_12, _YEAR))
        # A window that is full holds its last month; one that is empty does not.
        if any(each >= place and count.min == size for each, count, size in windows):
            return True
        if any(each <= place and count.max == 0 for each, count, _ in windows):
            return False
        return None

    # ------------------------------------------------------------------------------------------------ life going on

    def _months_paid_since(self, on: date) -> int:
        return months_of(on) - self.start if self.facts.paying else 0

    def _months_worked_since(self, on: date) -> int:
        return months_of(on) - self.start if self.facts.employed_in_shanghai is not False else 0


MEASURES: Mapping[str, tuple[Callable[[Life, date], Interval], Interval]] = {
    "age": (Life.age, AGES),
    "insured_months": (Life.insured_months, MONTHS_EVER),
    "annual_tax_share": (Life.annual_tax_share, ANY_TAX),
    "annual_local_hires_share": (Life.annual_local_hires_share, ANY_HIRES),
    "public_service_months": (Life.public_service_months, MONTHS_EVER),
    "outlying_months": (Life.outlying_months, MONTHS_EVER),
    "married_years": (Life.married_years, YEARS_MARRIED),
    "insured_months_last_12": (Life.insured_months_last_12, Interval(0, _YEAR)),
}
"""What a rule may measure by name, with everything that it could be while nothing is known."""


def _full_years(since: DateRange, on: date) -> Interval:
    """The whole years since a day that is known to lie in a range."""
    earliest, latest = since
    least = full_years(latest, on)
    return Interval(least, least if earliest is latest else full_years(earliest, on))


def _later(told: Interval, months: int) -> Interval:
    return Interval(told.min + months, told.max + months)


def _kept(count: Interval, window: int, passed: int) -> Interval:
    """How many counted months are left in a window after it has moved on by some months."""
    return Interval(max(count.min - passed, 0), min(count.max, max(window - passed, 0)))


def _reached(base: Fraction, wage: int) -> int:
    """How many of the multiples of a wage a base reaches, in whole numbers because that is many times faster."""
    yuan, part = base.as_integer_ratio()
    return sum([yuan * divisor >= multiple * wage * part for multiple, divisor in RATIOS])


def _add(sums: _Sums, level: Interval) -> _Sums:
    """The sums with one more month that reaches the lowest multiples, as many as its level."""
    if level == NOTHING:
        return sums
    surely, perhaps = sums
    return (
        tuple([count + (place < level.min) for place, count in enumerate(surely)]),
        tuple([count + (place < level.max) for place, count in enumerate(perhaps)]),
    )
