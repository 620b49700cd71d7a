"""The few shapes that a rule of points can have; each turns what is known of an applicant on a day into a line.

A line holds the points as an interval and the reason as a message id with plain values. The id is
`item.<indicator>.<case>`; the cases of a shape are named in its docstring.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Protocol

from scoring.interval import DateRange, Interval, anniversary
from scoring.life import MEASURES, Life
from scoring.lines import Caution, Item, Line, Reason, Source, Term, Value, Values

remembering = lru_cache(4096)
"""What a measure makes of a line is found once; many people measure alike."""
NO_POINTS = Interval(0, 0)


class Indicator(Protocol):
    """One entry of the rule book.

    `line` is what a life scores on a day; `classes` are the points that answers to it can be worth.
    """

    @property
    def id(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def cap(self) -> int | None: ...
    @property
    def source(self) -> Source: ...
    @property
    def line(self) -> Callable[[Life, date], Line]: ...
    @property
    def classes(self) -> tuple[Interval, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Entry:
    """What every entry of the rule book has."""

    id: str
    group: str
    fact: str
    cap: int | None
    source: Source
    disputed: str | None

    def explain(
        self,
        points: Interval,
        case: str,
        *values: tuple[str, Value],
        source: Source | None = None,
        warn: str | None = None,
    ) -> Line:
        """The line of a case; `warn` is the id of a caution that goes with it."""
        shown = (*values, ("points", str(points)), ("cap", self.cap or 0))
        reason = Reason(f"item.{self.id}.{case}", shown)
        caution = Caution(warn, Reason(f"warning.{warn}", shown)) if warn else None
        return Line(Item(self.id, points, self.cap, True, reason, source or self.source), caution)


MOST_UNITS = 20
"""How many units are thought of when nothing caps them: years of insurance in a working life, roughly."""


def _exactly(points: Iterable[int]) -> tuple[Interval, ...]:
    return tuple(Interval(each, each) for each in dict.fromkeys(points))


# ---------------------------------------------------------------------------------------------------------------- steps


class Step(NamedTuple):
    """From this number on, inclusive, so many points."""

    start: int
    points: int
    source: Source
    case: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Steps(Entry):
    """Points by steps of a measured number. Cases: exact, range, unknown, and those that steps name."""

    steps: tuple[Step, ...]
    line: Callable[[Life, date], Line] = field(init=False)

    def __post_init__(self) -> None:
        measure, everything = MEASURES[self.fact]
        cached = remembering(lambda measured: self._line(measured, everything))
        object.__setattr__(self, "line", lambda life, on: cached(measure(life, on)))

    @property
    def classes(self) -> tuple[Interval, ...]:
        """The points that answers can be worth."""
        return _exactly(step.points for step in self.steps)

    def _line(self, measured: Interval, everything: Interval) -> Line:
        first, last = self._step(measured.min), self._step(measured.max)
        within = self.steps[first : last + 1]
        points = Interval(min(step.points for step in within), max(step.points for step in within))
        if measured == everything:
            return self.explain(points, "unknown")
        if not measured.exact:
            return self.explain(points, "range", ("low", measured.min), ("high", measured.max))
        step = self.steps[last]
        return self.explain(points, step.case or "exact", ("n", measured.min), source=step.source, warn=step.case)

    def _step(self, number: int) -> int:
        return max(place for place, step in enumerate(self.steps) if step.start <= max(number, self.steps[0].start))


# --------------------------------------------------------------------------------------------------------------- levels


class Level(NamedTuple):
    """One named level with its points; `needs_base` where it counts only with the months at the reference wage."""

    value: str
    points: int
    source: Source
    disputed: str | None = None
    needs_base: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Levels(Entry):
    """Points by the highest of named levels. Cases: none, level, several, unknown."""

    levels: tuple[Level, ...]
    line: Callable[[Life, date], Line] = field(init=False)

    def __post_init__(self) -> None:
        attribute = self.fact
        cached = remembering(self._line)
        object.__setattr__(self, "line", lambda life, on: cached(getattr(life.facts, attribute)))

    @property
    def classes(self) -> tuple[Interval, ...]:
        """The points that answers can be worth."""
        return _exactly(level.points for level in self.levels)

    def _line(self, values: tuple[str, ...] | None) -> Line:
        levels = [level for level in self.levels if values is None or level.value in values]
        points = Interval(min(level.points for level in levels), max(level.points for level in levels))
        if values is None:
            return self.explain(points, "unknown")
        if len(levels) > 1:
            return self.explain(points, "several", ("levels", level_terms(self.fact, levels)))
        level = levels[0]
        if not level.points:
            return self.explain(points, "none")
        named = ("level", Term(f"{self.fact}.{level.value}"))
        return self.explain(points, "level", named, source=level.source, warn=level.disputed)


def level_terms(fact: str, levels: list[Level]) -> tuple[Term, ...]:
    """The names of levels, as message ids."""
    return tuple(Term(f"{fact}.{level.value}") for level in levels)


class BaseNeed(NamedTuple):
    """Months within a window that must reach a multiple of the reference wage."""

    multiple: str
    window: int
    months: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Credentials(Entry):
    """Levels of title or skill, which count only where they fit the job and, the high ones, with a base.

    Cases: none, level, several, unknown, unfit (does not fit the job), low_base (too few months), unsure (a condition
    is not known).
    """

    fits: str
    levels: tuple[Level, ...]
    base: BaseNeed
    line: Callable[[Life, date], Line] = field(init=False)

    def __post_init__(self) -> None:
        cached = remembering(self._line)
        needing = frozenset(level.value for level in self.levels if level.needs_base)
        free = Interval(0, self.base.window)

        def line(life: Life, on: date) -> Line:
            values = life.facts.credential
            matters = values is None or any(value in needing for value in values)
            return cached(values, life.facts.credential_fits_job, life.months_at_1x(on) if matters else free)

        object.__setattr__(self, "line", line)

    @property
    def classes(self) -> tuple[Interval, ...]:
        """The points that answers can be worth."""
        return _exactly(level.points for level in self.levels)

    def _line(self, values: tuple[str, ...] | None, fits: bool | None, months: Interval) -> Line:
        levels = [level for level in self.levels if values is None or level.value in values]
        counted = [self.level_points(level, fits, months) for level in levels]
        points = Interval(min(each.min for each in counted), max(each.max for each in counted))
        if values is None:
            return self.explain(points, "unknown")
        if len(levels) > 1:
            return self.explain(points, "several", ("levels", level_terms(self.fact, levels)))
        level = levels[0]
        if not level.points:
            return self.explain(points, "none")
        named = (("level", Term(f"{self.fact}.{level.value}")), ("full", level.points), ("needed", self.base.months))
        if fits is False:
            return self.explain(points, "unfit", *named, warn="credential_unfit")
        if points.max == 0:
            return self.explain(
                points, "low_base", *named, ("months", str(months)), source=self.base.source, warn="credential_low_base"
            )
        if not points.exact:
            return self.explain(points, "unsure", *named)
        return self.explain(points, "level", *named, source=level.source, warn=level.disputed)

    def level_points(self, level: Level, fits: bool | None, months: Interval) -> Interval:
        """What a level is worth with what is known of its two conditions."""
        surely = fits is True and (not level.needs_base or months.min >= self.base.months)
        perhaps = fits is not False and (not level.needs_base or months.max >= self.base.months)
        if not level.points:
            return NO_POINTS
        return Interval(level.points if surely else 0, level.points if perhaps else 0)


# -------------------------------------------------------------------------------------------------------------- accrual


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Accrual(Entry):
    """So many points for each full unit of a measure, from a number of units on, up to the cap.

    Where there is a `gate`, nothing accrues unless that fact is true. Cases: exact, short (fewer units than count),
    range, at_least, unknown, closed (the gate is false).
    """

    unit: int
    points: int
    starts: int
    gate: str | None
    line: Callable[[Life, date], Line] = field(init=False)

    def __post_init__(self) -> None:
        measure, everything = MEASURES[self.fact]
        gate = self.gate
        cached = remembering(lambda measured, opened: self._line(measured, opened, everything))
        if gate is None:
            object.__setattr__(self, "line", lambda life, on: cached(measure(life, on), True))
        else:
            object.__setattr__(self, "line", lambda life, on: cached(measure(life, on), getattr(life.facts, gate)))

    @property
    def classes(self) -> tuple[Interval, ...]:
        """The points that answers can be worth."""
        return _exactly(self.points_of(units) for units in range(MOST_UNITS + 1))

    def _line(self, measured: Interval, opened: bool | None, everything: Interval) -> Line:
        if opened is False:
            return self.explain(NO_POINTS, "closed")
        units = Interval(measured.min // self.unit, measured.max // self.unit)
        points = Interval(self.points_of(units.min) if opened else 0, self.points_of(units.max))
        values: Values = (
            ("n", units.min), ("amount", str(measured)), ("each", self.points), ("starts", self.starts),
        )  # fmt: skip
        if measured == everything or opened is None:
            return self.explain(points, "unknown", *values)
        if measured.max >= everything.max:
            return self.explain(points, "at_least", *values, warn=self.disputed)
        if not points.exact:
            return self.explain(points, "range", *values, ("low", units.min), ("high", units.max))
        case = "exact" if points.max else "short"
        return self.explain(points, case, *values, warn=self.disputed if points.max else None)

    def points_of(self, units: int) -> int:
        """The points of so many full units."""
        return accrued(units, self.starts, self.points, self.cap)


def accrued(units: int, starts: int, each: int, cap: int | None) -> int:
    """Points for full units that count once there are enough of them."""
    if units < starts:
        return 0
    return units * each if cap is None else min(units * each, cap)


class Area(NamedTuple):
    """A kind of area with the full units from which it counts."""

    value: str
    starts: int
    source: Source
    disputed: str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Areas(Entry):
    """Accrual that starts at another number of units in each kind of area.

    Cases: none, exact, short, range, unknown.
    """

    unit: int
    points: int
    areas: tuple[Area, ...]
    line: Callable[[Life, date], Line] = field(init=False)

    def __post_init__(self) -> None:
        cached = remembering(self._line)
        object.__setattr__(self, "line", lambda life, on: cached(life.facts.outlying_area, life.outlying_months(on)))

    @property
    def classes(self) -> tuple[Interval, ...]:
        """The points that answers can be worth."""
        return _exactly(self.area_points(area, units) for area in self.areas for units in range(MOST_UNITS + 1))

    def _line(self, values: tuple[str, ...] | None, months: Interval) -> Line:
        areas = [area for area in self.areas if values is None or area.value in values]
        low, high = months.min // self.unit, months.max // self.unit
        least = min(self.area_points(area, low) for area in areas)
        points = Interval(least, max(self.area_points(area, high) for area in areas))
        if values is None:
            return self.explain(points, "unknown")
        area = areas[-1]
        if not area.starts:
            return self.explain(points, "none")
        shown = (
            ("area", Term(f"{self.fact}.{area.value}")), ("n", low), ("amount", str(months)), ("each", self.points),
            ("starts", area.starts),
        )  # fmt: skip
        if not points.exact:
            return self.explain(points, "range", *shown)
        case = "exact" if points.max else "short"
        return self.explain(points, case, *shown, source=area.source, warn=area.disputed if points.max else None)

    def area_points(self, area: Area, units: int) -> int:
        """The points of so many full units in an area."""
        return accrued(units, area.starts, self.points, self.cap) if area.starts else 0


# ---------------------------------------------------------------------------------------------------------------- tiers


class Tier(NamedTuple):
    """So many months at or above a multiple of the reference wage, within a window, for so many points."""

    multiple: str
    window: int
    months: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Tiers(Entry):
    """The highest tier of the contribution base that enough months reach.

    Cases: tier, none, range, unknown.
    """

    tiers: tuple[Tier, ...]
    line: Callable[[Life, date], Line] = field(init=False)

    def __post_init__(self) -> None:
        cached = remembering(self._line)
        object.__setattr__(self, "line", lambda life, on: cached(life.base_counts(on)))

    @property
    def classes(self) -> tuple[Interval, ...]:
        """The points that answers can be worth."""
        return _exactly((0, *(tier.points for tier in self.tiers)))

    def _line(self, counts: tuple[Interval, ...]) -> Line:
        surely, perhaps = self.tier_of([each.min for each in counts]), self.tier_of([each.max for each in counts])
        points = Interval(surely.points if surely else 0, perhaps.points if perhaps else 0)
        if all(count == Interval(0, tier.window) for count, tier in zip(counts, self.tiers, strict=True)):
            return self.explain(points, "unknown")
        if not points.exact:
            return self.explain(points, "range")
        if surely is None:
            tier, count = self.tiers[0], counts[0]
            return self.explain(points, "none", *self._shown(tier, count))
        count = counts[self.tiers.index(surely)]
        return self.explain(points, "tier", *self._shown(surely, count), warn=self.disputed)

    def tier_of(self, counts: list[int]) -> Tier | None:
        """The highest tier that the counted months reach, or None."""
        reached = [tier for tier, count in zip(self.tiers, counts, strict=True) if count >= tier.months]
        return max(reached, key=lambda tier: tier.points, default=None)

    @staticmethod
    def _shown(tier: Tier, count: Interval) -> Values:
        return (
            ("multiple", tier.multiple), ("window", tier.window), ("needed", tier.months), ("n", count.min),
            ("months", str(count)),
        )  # fmt: skip


# ------------------------------------------------------------------------------------------------- flags and deductions


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Flag(Entry):
    """Points for what is so. Cases: yes, no, unknown."""

    points: int
    line: Callable[[Life, date], Line] = field(init=False)

    def __post_init__(self) -> None:
        lines = {
            None: self.explain(Interval(0, self.points), "unknown"),
            False: self.explain(NO_POINTS, "no"),
            True: self.explain(Interval(self.points, self.points), "yes", warn=self.disputed),
        }
        attribute = self.fact
        object.__setattr__(self, "line", lambda life, on: lines[getattr(life.facts, attribute)])

    @property
    def classes(self) -> tuple[Interval, ...]:
        """The points that answers can be worth."""
        return _exactly((0, self.points))


MOST_RECORDS = 100
"""How many records are thought of while it is not known whether there are any."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Deduction(Entry):
    """Points off for each record that is still looked back on. Cases: none, records, range, lapsed, unknown."""

    points: int
    years: int
    line: Callable[[Life, date], Line] = field(init=False)

    def __post_init__(self) -> None:
        attribute = self.fact
        unknown = self.explain(Interval(self.points * MOST_RECORDS, 0), "unknown")
        clean = self.explain(NO_POINTS, "none")
        cached = remembering(self._line)

        def line(life: Life, on: date) -> Line:
            records: tuple[DateRange, ...] | None = getattr(life.facts, attribute)
            if not records:
                return unknown if records is None else clean
            return cached(self._counted(records, on))

        object.__setattr__(self, "line", line)

    @property
    def classes(self) -> tuple[Interval, ...]:
        """The points that answers can be worth."""
        return _exactly((0, self.points))

    def _counted(self, records: tuple[DateRange, ...], on: date) -> Interval:
        surely = sum(on < anniversary(record.earliest, self.years) for record in records)
        return Interval(surely, sum(on < anniversary(record.latest, self.years) for record in records))

    def _line(self, counted: Interval) -> Line:
        points = Interval(self.points * counted.max, self.points * counted.min)
        case = "range" if not counted.exact else "records" if counted.max else "lapsed"
        return self.explain(points, case, ("n", counted.min), ("records", str(counted)), ("years", self.years))
