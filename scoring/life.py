"""The applicant's facts as functions of the date: what is known on a day when life goes on as it is.

Going on means: still employed, a valid contribution every month after the day of the facts at the last base, the same
spouse. Nothing accrues that does not accrue on that day: no months without present insurance, no public service of
which there is none, no outlying area that one is not in.
"""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from scoring.facts import AGES, ANY_HIRES, ANY_TAX, MONTHS_EVER, MULTIPLES, Facts
from scoring.interval import Amount, Interval, full_years, months_of
from scoring.wages import Wages

FRACTIONS = tuple(Fraction(multiple) for multiple in MULTIPLES)
WINDOWS = tuple(MULTIPLES.values())
YEARS_MARRIED = Interval(0, 90)
NOTHING = Interval(0, 0)
_YEAR = 12
_ONE = tuple(MULTIPLES).index("1")


class Life:
    """One applicant's known facts, asked by date; every answer is an interval that holds the truth and is tight."""

    __slots__ = ("_counts", "_levels", "_told", "facts", "start", "wages")

    def __init__(self, facts: Facts, wages: Wages) -> None:
        self.facts = facts
        self.wages = wages
        self.start = months_of(facts.as_of)
        self._told: tuple[Interval, ...] | None = None
        self._counts: dict[tuple[int, int], tuple[Interval, ...]] = {}
        self._levels: dict[int, Interval] | None = None

    # ---------------------------------------------------------------------------------------------- simple measures

    def age(self, on: date) -> Interval:
        """Whole years of age (周岁)."""
        born = self.facts.birth
        if born is None:
            return AGES
        return Interval(full_years(born.latest, on), full_years(born.earliest, on))

    def married_years(self, on: date) -> Interval:
        """Whole years of the present marriage."""
        married = self.facts.marriage
        if married is None:
            return YEARS_MARRIED
        return Interval(full_years(married.latest, on), full_years(married.earliest, on))

    def insured_months(self, on: date) -> Interval:
        """Valid months of Shanghai social insurance, ever."""
        told = self.facts.insured_months
        if told is None:
            listed = self.facts.contributions or ()
            listed_months = sum(each.counts_for_years for each in listed) + self._months_paid_since(on)
            return Interval(min(listed_months, MONTHS_EVER.max), MONTHS_EVER.max)
        return _later(told, self._months_paid_since(on))

    def public_service_months(self, on: date) -> Interval:
        """Months in the named public services."""
        told = self.facts.public_service_months
        if told is None:
            return MONTHS_EVER
        since = self._months_worked_since(on)
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
        month, since = months_of(on), self._months_paid_since(on)
        if self.facts.contributions is not None:
            listed = sum(
                each.counts_for_years for each in self.facts.contributions if month - _YEAR <= each.month < month
            )
            added = min(max(since - 1, 0), _YEAR)
            return Interval(listed + added, listed + added)
        told = self.facts.insured_months_last_12 or Interval(0, _YEAR)
        passed = month - self.start
        kept = _kept(told, _YEAR, passed)
        later = min(max(since - 1, 0), _YEAR)
        first = 1 <= passed <= _YEAR  # the month of the facts has come into the window
        surely = later + (first and self.insured_now is True)
        perhaps = later + (first and self.insured_now is not False)
        return Interval(kept.min + surely, kept.max + perhaps)

    # --------------------------------------------------------------------------------------------- contribution base

    def base_counts(self, on: date) -> tuple[Interval, ...]:
        """Months at or above each multiple of the reference wage, each in its window that ends with the day's month."""
        return self._counted(months_of(on), None)

    def months_at_1x(self, on: date) -> Interval:
        """Months at or above the reference wage among the twelve that end with the day's month."""
        return self._counted(months_of(on), _YEAR)[_ONE]

    def _counted(self, month: int, window: int | None) -> tuple[Interval, ...]:
        counts = self._counts.get((month, window or 0))
        if counts is None:
            if self.facts.contributions is not None:
                counts = self._counts_listed(month, window)
            else:
                counts = self._counts_told(month, window)
            self._counts[month, window or 0] = counts
        return counts

    def _counts_listed(self, month: int, window: int | None) -> tuple[Interval, ...]:
        levels = self._levels_until(month)
        counts = []
        for level, own_window in enumerate(MULTIPLES.values(), start=1):
            inside = [levels.get(each, NOTHING) for each in range(month - (window or own_window) + 1, month + 1)]
            counts.append(
                Interval(sum(each.min >= level for each in inside), sum(each.max >= level for each in inside))
            )
        return tuple(counts)

    def _levels_until(self, month: int) -> Mapping[int, Interval]:
        """How many of the multiples the base of each month reaches, the months that go on included."""
        listed = self.facts.contributions or ()
        if self._levels is None:
            first = self.wages.first_month
            self._levels = {
                each.month: self._level(each.month, each.base)
                for each in listed
                if each.counts_for_base and each.month >= first
            }
        if listed and self.paying:
            for later in range(self.start + 1, month + 1):
                if later not in self._levels:
                    self._levels[later] = self._level(later, listed[-1].base)
        return self._levels

    def _level(self, month: int, base: Amount) -> Interval:
        wage = self.wages.at(month)
        return Interval(
            sum(base.min >= multiple * wage for multiple in FRACTIONS),
            sum(base.max >= multiple * wage for multiple in FRACTIONS),
        )

    def _counts_told(self, month: int, window: int | None) -> tuple[Interval, ...]:
        told = self._told_counts()
        if window is not None:
            told = tuple(self.facts.base_1x_months_last_12 or Interval(0, window) for _ in told)
        passed = month - self.start
        if not passed:
            return told
        counts = []
        for place, count in enumerate(told):
            size = window or WINDOWS[place]
            kept = _kept(count, size, passed)
            added = min(passed, size) if self.paying else 0
            reached = self._last_base_told(place)
            counts.append(Interval(kept.min + (added if reached else 0), kept.max + (0 if reached is False else added)))
        return tuple(counts)

    def _told_counts(self) -> tuple[Interval, ...]:
        """Months at or above each multiple as told; a month at a higher multiple is one at the lower ones too.

        The usual base bounds what was not told: no month lies above it.
        """
        if self._told is None:
            told, most, counts = self.facts.base_months or {}, max(WINDOWS), []
            for place, (multiple, window) in enumerate(MULTIPLES.items()):
                count = told.get(multiple)
                if count is None:
                    count = Interval(0, min(window, most) if self._usual_level.max > place else 0)
                counts.append(count)
                most = min(most, count.max)
            self._told = tuple(counts)
        return self._told

    @property
    def _usual_level(self) -> Interval:
        """How many of the multiples the usual base reaches."""
        usual = self.facts.base_multiple
        if usual is None:
            return Interval(0, len(FRACTIONS))
        return Interval(sum(usual.min >= each for each in FRACTIONS), sum(usual.max >= each for each in FRACTIONS))

    def last_base_reaches(self, multiple: str) -> bool | None:
        """Whether the last base is at or above a multiple of the reference wage, where that is known."""
        place = tuple(MULTIPLES).index(multiple)
        listed = self.facts.contributions
        if listed is None:
            return self._last_base_told(place)
        level = self._level(self.start, listed[-1].base) if listed else NOTHING
        return None if level.min <= place < level.max else level.min > place

    def _last_base_told(self, place: int) -> bool | None:
        if self.facts.base_multiple is not None:
            level = self._usual_level
            return None if level.min <= place < level.max else level.min > place
        windows = [*zip(range(len(WINDOWS)), self._told_counts(), WINDOWS, strict=True)]
        windows.append((_ONE, self.facts.base_1x_months_last_12 or Interval(0, _YEAR), _YEAR))
        # A window that is full holds its last month; one that is empty does not.
        if any(each >= place and count.min == size for each, count, size in windows):
            return True
        if any(each <= place and count.max == 0 for each, count, _ in windows):
            return False
        return None

    # ------------------------------------------------------------------------------------------------ life going on

    @property
    def insured_now(self) -> bool | None:
        """Whether the month of the facts is paid: as told, else as the list of contributions shows."""
        told = self.facts.insured_now
        if told is not None or self.facts.contributions is None:
            return told
        return any(each.month == self.start and each.counts_for_years for each in self.facts.contributions)

    @property
    def paying(self) -> bool:
        """Whether contributions go on: unless it is known that there is no work or no insurance now."""
        return self.insured_now is not False and self.facts.employed_in_shanghai is not False

    def _months_paid_since(self, on: date) -> int:
        return months_of(on) - self.start if self.paying else 0

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


def _later(told: Interval, months: int) -> Interval:
    return Interval(told.min + months, told.max + months) if months else told


def _kept(count: Interval, window: int, passed: int) -> Interval:
    """How many counted months are left in a window after it has moved on by some months."""
    return Interval(max(count.min - passed, 0), min(count.max, max(window - passed, 0)))
