"""Many people at once (批量测算): the totals of columns of facts, by the very rules that score one person.

No rule is written here. For each indicator every state that its facts can be in is scored once, by the indicator
itself on facts of the public contract; what is left to do for each person is to look the state up. All that a shape
says here is which facts it reads, and from which numbers on the points can be others.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, reduce
from itertools import product, takewhile
from math import prod
from typing import NamedTuple, TypeVar, cast

import numpy as np
import numpy.typing as npt

from scoring import fact_kinds as kind
from scoring.facts import KINDS, MONTHS_EVER, MULTIPLES, Facts, FactsError, parse_facts
from scoring.indicators import Accrual, Areas, Credentials, Deduction, Flag, Indicator, Levels, Steps, Tiers
from scoring.interval import Interval
from scoring.life import MEASURES, Life
from scoring.lines import Line
from scoring.rulebook import RuleBook, RuleBookError, rule_book
from scoring.score import DEPENDS, NOT_REACHED, REACHED, VETOED

__all__ = ["VERDICTS", "Batch", "BatchScores", "Column", "Records", "encode", "score_columns", "score_many"]

VERDICTS = (NOT_REACHED, DEPENDS, REACHED, VETOED)
"""The verdicts by their codes."""

_Whole = np.int8 | np.int16 | np.int32 | np.int64 | np.uint8 | np.uint16 | np.uint32 | np.uint64
Whole = npt.NDArray[_Whole]
Numbers = npt.NDArray[_Whole | np.float32 | np.float64]
Mask = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]
Anything = npt.NDArray[_Whole | np.float32 | np.float64 | np.bool_ | np.datetime64]


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """The dated records of many people: one on `day[i]` (datetime64[D]) of the person in row `row[i]`, in any order.

    People in no row have none; `not_known` marks, person by person, of whom it is not known whether there are any.
    """

    row: Anything
    day: Anything
    not_known: Anything | None = None


Column = Anything | Records | bool | int | float | str | Sequence[str]
"""One fact of many people, or the one value that holds for all of them, as the contract writes it."""


class _Points(NamedTuple):
    """The least and the most points of each person, or of everybody alike; the same object where they are equal."""

    low: Whole | int
    high: Whole | int


@dataclass(frozen=True, slots=True, eq=False)
class BatchScores:
    """The scores of many people on one day, in the order of their rows; `verdict` holds places in VERDICTS."""

    on: date
    book: RuleBook
    total_min: Whole
    total_max: Whole
    verdict: Whole
    _points: Mapping[str, _Points]

    def __len__(self) -> int:
        return len(self.total_min)

    def points(self, indicator: str) -> tuple[Whole, Whole]:
        """The least and the most points of one indicator for everybody; KeyError where there is no such indicator."""
        low, high = self._points[indicator]
        return np.broadcast_to(low, len(self)), np.broadcast_to(high, len(self))


def score_columns(columns: Mapping[str, Column], *, on: date) -> BatchScores:
    """The scores of people of whom each fact is known exactly or not at all.

    The columns are keyed by the facts of the contract, those of `base_months` as `base_months.0.8` and so on. Each is a
    numpy array of one row a person: bool for yes or no, the codes of encode() for named values, whole numbers for
    counts, datetime64[D] for dates, Records for lists of records. A cell is not known where a masked array masks it or
    a date is NaT; a fact without a column is not known of anybody. One value in place of an array holds for everybody
    and costs nothing a row. What only score_many() takes: `contributions`, ranges, lists of what may be.

    Raises FactsError, which names the column, and NoRuleBookError for a day before the first rule book.
    """
    return _batch(on).score_columns(columns)


def score_many(people: Iterable[Facts], *, on: date) -> BatchScores:
    """The scores of any people that score() takes; row by row, so far slower than columns.

    Raises NoRuleBookError for a day before the first rule book, ValueError for one before somebody's facts.
    """
    return _batch(on).score_many(people)


def encode(key: str, values: Iterable[object]) -> npt.NDArray[np.int8]:
    """The column of a fact with named values: each one's place in the contract's list, masked where it is None.

    Raises FactsError, which names the fact and the row.
    """
    choice = KINDS.get(key)
    if not isinstance(choice, kind.Choice):
        raise FactsError(kind.printable(key), "not a fact of named values")
    codes = []
    for row, value in enumerate(values):
        if isinstance(value, list):
            raise FactsError(f"{key}[{row}]", "a list of what it may be does not fit into a column")
        (exact,) = (None,) if value is None else choice.parse(f"{key}[{row}]", value, date.max)
        codes.append(-1 if exact is None else choice.values.index(exact))
    column = np.array(codes, np.int8)
    return np.ma.masked_less(column, 0) if -1 in codes else column


# ------------------------------------------------------------------------------------- what shapes say of their facts


class _Input(NamedTuple):
    """A fact that an indicator reads, by the keys that spell it, the deciding one first.

    `starts` are the numbers from which on its points can be others, in the unit of the indicator, ascending; none are
    given where they can be others at each. `look_back` are the years within which records count.
    """

    keys: tuple[str, ...]
    starts: Sequence[float] = ()
    look_back: int = 0


_SPELLINGS = {
    "age": ("birth_date", "age"),
    "insured_months": ("insured_months_total", "insured_years"),
    "married_years": ("marriage_date", "married_years"),
}
"""The measures that facts spell in two ways."""
_OTHER_UNIT = ("insured_years",)
"""Spellings in another unit than the measure's."""
_MONTHS = {f"base_months.{multiple}": multiple for multiple in MULTIPLES}
_COLUMNS = (*(key for key in KINDS if key not in ("base_months", "contributions")), *_MONTHS)


def _inputs(indicator: Indicator) -> tuple[_Input, ...]:
    match indicator:
        case Steps():
            least = MEASURES[indicator.fact][1].min
            return (_measure(indicator.fact, (least, *(max(least, step.start) for step in indicator.steps))),)
        case Accrual(gate=None):
            return (_measure(indicator.fact, _units(indicator)),)
        case Accrual(gate=str(gate)):
            return (_Input((gate,)), _measure(indicator.fact, _units(indicator)))
        case Levels() | Flag():
            return (_Input((indicator.fact,)),)
        case Credentials():
            months = _Input(("base_1x_months_last_12",), (0, indicator.base.months))
            return (_Input((indicator.fact,)), _Input((indicator.fits,)), months)
        case Areas():
            units = range(0, MONTHS_EVER.max + 1, indicator.unit)
            return (_Input((indicator.fact,)), _measure("outlying_months", units))
        case Tiers():
            enough = (0, *sorted({tier.months for tier in indicator.tiers}))
            multiple = _Input(("base_multiple",), (0, *map(float, MULTIPLES)))
            return (*(_Input((key,), enough) for key in _MONTHS), multiple)
        case Deduction():
            return (_Input((indicator.fact,), look_back=indicator.years),)
        case _:
            raise RuleBookError(f"{indicator.id}: no columns for the shape {type(indicator).__name__}")


def _measure(fact: str, starts: Sequence[float]) -> _Input:
    return _Input(_SPELLINGS.get(fact, (fact,)), starts)


def _units(indicator: Accrual) -> Sequence[float]:
    """The numbers that make full units, up to the one that reaches the cap."""
    _, everything = MEASURES[indicator.fact]
    most = everything.max
    if indicator.cap is not None:
        most = min(most, indicator.unit * max(indicator.starts, -(-indicator.cap // indicator.points)))
    return range(everything.min // indicator.unit * indicator.unit, most + 1, indicator.unit)


# ------------------------------------------------------------------------------------------------------ reading columns


MOST_STATES = 1000
"""How many numbers a table may have room for."""


class _Places(NamedTuple):
    """A column as places in states, values as the contract writes them; and of whom it is not known."""

    places: Whole
    untold: Mask | None
    states: Sequence[object]


class _Amounts(NamedTuple):
    """A column of numbers with more states than a table has room for; and of whom it is not known."""

    amounts: Numbers
    untold: Mask | None
    most: int


class _RecordYears(NamedTuple):
    """The row of each record and the whole years since it; and of whom it is not known whether there are any."""

    rows: Whole
    years: Whole
    untold: Mask | None


class _Told(NamedTuple):
    """What is told of so many people: of everybody alike, and of each."""

    people: int
    everybody: Mapping[str, object]
    each: Mapping[str, _Places | _Amounts]
    records: Mapping[str, _RecordYears]


_ANY_YEARS = kind.YearsSince(Interval(0, date.max.year))


class _Reader:
    """Reads and checks columns told on a day."""

    def __init__(self, on: date) -> None:
        spans = [_ANY_YEARS.parse("on", years, on) for years in range(on.year - kind.OLDEST.year + 1)]
        lengths = [span.latest.toordinal() - span.earliest.toordinal() + 1 for span in spans]
        self._years = np.repeat(np.arange(len(spans), dtype=np.int16), lengths)  # by how many days ago a day was
        self._days = tuple(min(span.latest, kind.NEWEST).isoformat() for span in spans)  # by whole years since then
        self._today = _day_number(on)
        self._last_past = _day_number(min(on, kind.NEWEST))

    def read(self, columns: Mapping[str, Column]) -> _Told:
        """The columns, checked. Raises FactsError."""
        everybody: dict[str, object] = {}
        each: dict[str, _Places | _Amounts] = {}
        lengths: dict[str, int] = {}
        listed: dict[str, Records] = {}
        for key, column in columns.items():
            _check_key(key)
            if isinstance(column, Records):
                listed[key] = column
            elif isinstance(column, np.ndarray):
                each[key] = self._column(key, column)
                lengths[key] = len(column)
            else:
                everybody[key] = _one_value(key, column)
        count = _common_length(lengths)
        return _Told(count, everybody, each, {key: self._records(key, listed[key], count) for key in listed})

    def _column(self, key: str, column: Anything) -> _Places | _Amounts:
        name, _, multiple = key.partition(".")
        match KINDS[name]:
            case kind.Flag():
                return _Places(_flags(key, column).view(np.uint8), _masked(column), (False, True))
            case kind.Choice(values=values):
                return _places(key, _whole(key, column), _masked(column), 0, values)
            case kind.Count(range=told) | kind.YearsSince(range=told):
                return _counts(key, _whole(key, column), _masked(column), told)
            case kind.BaseMonths(windows=windows):
                return _amounts(key, _whole(key, column), _masked(column), windows[multiple])
            case kind.WholePart(range=told):
                return _amounts(key, _numbers(key, column), _masked(column), told.max)
            case kind.Quantity(most=most):
                return _amounts(key, _numbers(key, column), _masked(column), most)
            case kind.BirthDate(ages=ages):
                days, untold = _days(key, column, self._last_past)
                years, states = self._since(days), self._days[ages.min : ages.max + 1]
                return _places(key, years, untold, ages.min, states, "{} years of age".format)
            case kind.Day(past=True):
                days, untold = _days(key, column, self._last_past)
                return _places(key, self._since(days), untold, 0, self._days)
            case kind.Day():
                latest = _day_number(kind.NEWEST)
                return _Amounts(*_days(key, column, latest), latest)
            case _:
                raise FactsError(key, "Records were expected, or one list for everybody")

    def _since(self, days: Whole) -> Whole:
        """Whole years since past days."""
        return self._years.take(self._today - days)

    def _records(self, key: str, column: Records, count: int) -> _RecordYears:
        if not isinstance(KINDS.get(key), kind.Days):
            raise FactsError(key, "Records do not fit")
        rows = _within(key, _whole(key, column.row), None, 0, count - 1)
        days, blank = _days(key, column.day, self._last_past)
        if len(rows) != len(days) or _masked(column.row) is not None or blank is not None:
            raise FactsError(key, "each record needs a row and a day")
        if np.bincount(rows).max(initial=0) > kind.MAX_RECORDS:
            raise FactsError(key, f"more than {kind.MAX_RECORDS} records")
        untold = None if column.not_known is None else _flags(key, column.not_known)
        if untold is not None and len(untold) != count:
            raise FactsError(key, f"not_known has {len(untold)} rows, not {count}")
        return _RecordYears(rows, self._since(days), untold)


def _check_key(key: str) -> None:
    if key in _COLUMNS:
        return
    if key == "contributions":
        raise FactsError(key, "months of contributions do not fit into a column; score_many() takes them")
    raise FactsError(kind.printable(key), "no such column" + kind.did_you_mean(key, _COLUMNS))


def _one_value(key: str, column: object) -> object:
    if isinstance(column, np.generic):
        column = str(column) if isinstance(column, np.datetime64) else column.item()
    if isinstance(column, bool | int | float | str) or isinstance(KINDS.get(key), kind.Days):
        return column
    raise FactsError(key, "a numpy array was expected, or one value for everybody")


def _common_length(lengths: Mapping[str, int]) -> int:
    if not lengths:
        raise FactsError("columns", "none of them tells how many people there are")
    first = next(iter(lengths))
    for key, length in lengths.items():
        if length != lengths[first]:
            raise FactsError(key, f"{length} rows, where {first} has {lengths[first]}")
    return lengths[first]


def _masked(column: Anything) -> Mask | None:
    """Which cells are masked, None where none is."""
    mask = np.ma.getmaskarray(column) if isinstance(column, np.ma.MaskedArray) else None
    return mask if mask is not None and mask.any() else None


def _array(key: str, column: Anything, kinds: tuple[str, ...], wanted: str) -> Anything:
    """The column without its mask, once its type is one of some kinds of numpy."""
    data = np.ma.getdata(column)
    if data.ndim != 1 or data.dtype.kind not in kinds:
        raise FactsError(key, f"a 1-D array of {wanted} was expected, not a {data.ndim}-D one of {data.dtype}")
    return data


def _flags(key: str, column: Anything) -> Mask:
    return cast("Mask", _array(key, column, ("b",), "bool"))


def _whole(key: str, column: Anything) -> Whole:
    data = cast("Whole", _array(key, column, ("i", "u"), "whole numbers"))
    return data.astype(np.int64) if data.dtype == np.uint64 else data  # uint64 cannot index


def _numbers(key: str, column: Anything) -> Numbers:
    """Fractions as float64: a float32 would be compared in its own coarse steps."""
    data = cast("Numbers", _array(key, column, ("i", "u", "f"), "numbers"))
    return np.asarray(data, np.float64) if data.dtype.kind == "f" else data


def _days(key: str, column: Anything, latest: int) -> tuple[Whole, Mask | None]:
    """Days as numpy numbers them, and which of them are not known."""
    data, untold = cast("Days", _array(key, column, ("M",), "datetime64[D]")), _masked(column)
    if np.datetime_data(data.dtype) != ("D", 1):
        raise FactsError(key, f"an array of datetime64[D] was expected, not of {data.dtype}")
    numbers = data.astype("datetime64[D]", copy=False).view(np.int64)
    if numbers.min(initial=0) == _NO_DAY:
        blank = numbers == _NO_DAY
        untold = blank if untold is None else blank | untold
    return _within(key, numbers, untold, _day_number(kind.OLDEST), latest, _day_text), untold


_EPOCH = date(1970, 1, 1).toordinal()
_NO_DAY = np.datetime64("NaT").astype(np.int64)


def _day_number(day: date) -> int:
    return day.toordinal() - _EPOCH


def _day_text(number: float) -> str:
    return str(np.datetime64(int(number), "D"))


N = TypeVar("N", Whole, Numbers)


def _within(key: str, numbers: N, untold: Mask | None, low: int, high: int, shown: Callable[[float], str] = str) -> N:
    """The numbers, `low` where not known, once they are within a range."""
    if untold is not None:
        numbers = np.where(untold, low, numbers)
    if numbers.size and not (low <= numbers.min() and numbers.max() <= high):
        row = np.flatnonzero(~((low <= numbers) & (numbers <= high)))[0]
        raise FactsError(key, f"{shown(numbers[row])} in row {row} is not from {shown(low)} to {shown(high)}")
    return numbers


def _places(
    key: str,
    numbers: Whole,
    untold: Mask | None,
    first: int,
    states: Sequence[object],
    shown: Callable[[float], str] = str,
) -> _Places:
    """Numbers that count up from the first of some states."""
    numbers = _within(key, numbers, untold, first, first + len(states) - 1, shown)
    return _Places(numbers - first if first else numbers, untold, states)


def _counts(key: str, numbers: Whole, untold: Mask | None, told: Interval) -> _Places | _Amounts:
    if told.max > MOST_STATES:
        return _amounts(key, numbers, untold, told.max)
    return _places(key, numbers, untold, told.min, range(told.min, told.max + 1))


def _amounts(key: str, numbers: Numbers, untold: Mask | None, most: int) -> _Amounts:
    return _Amounts(_within(key, numbers, untold, 0, most), untold, most)


# ------------------------------------------------------------------------------------------------------------- scoring


class _Spelling(NamedTuple):
    """A key with the states of its column: values as the contract writes them, or how many records count.

    States that are numbers score alike from one of `starts` to the next, where there are any.
    """

    key: str
    states: Sequence[object]
    starts: Sequence[float] = ()

    def classes(self, on: date) -> tuple[Sequence[object], Whole]:
        """Values as the contract writes them, one for each class of states that score alike; and each state's class."""
        if isinstance(self.states, range) and self.starts:
            first, last = self.states[0], self.states[-1]
            values = [min(max(start, first), last) for start in self.starts]
            return values, np.searchsorted(self.starts, self.states, side="right") - 1
        own = np.arange(len(self.states))
        if isinstance(KINDS.get(self.key), kind.Days):
            return [[on.isoformat()] * count for count in own], own
        return self.states, own


class _Axis(NamedTuple):
    """One fact of each person, as a place among the states of its spellings; and of whom it is not known."""

    places: Whole
    spelled: tuple[_Spelling, ...]
    untold: Mask | None

    @property
    def told_states(self) -> int:
        """How many states there are, without that of the people of whom it is not known."""
        return sum(len(spelling.states) for spelling in self.spelled)

    def all_places(self) -> Whole:
        """The places, after the told states where it is not known."""
        return self.places if self.untold is None else np.where(self.untold, np.int32(self.told_states), self.places)


class _Table(NamedTuple):
    """The points of every combination of states, the first axis outermost; the same object where they are equal."""

    low: Whole
    high: Whole


remembering = lru_cache(512)
"""The tables of a rule book on a day, as far as they were needed."""
MOST_CLASSES = 255
"""Into how many classes an amount can fall."""


class Batch:
    """A rule book on one day, ready for many people."""

    def __init__(self, book: RuleBook, on: date) -> None:
        self.book = book
        self.on = on
        self._reader = _Reader(on)
        self._table = remembering(self._scored)

    @cached_property
    def _inputs(self) -> tuple[tuple[_Input, ...], ...]:
        return tuple(_inputs(indicator) for indicator in self.book.indicators)

    def score_columns(self, columns: Mapping[str, Column]) -> BatchScores:
        """As score_columns()."""
        told = self._reader.read(columns)
        life = self._life(told.everybody)
        points = [self._points(place, told, life) for place in range(len(self._inputs))]
        crime = told.each.get("serious_crime")
        if not isinstance(crime, _Places):
            one = life.facts.serious_crime
            return self._scores(points, told.people, guilty=one is True, clear=one is False)
        guilty, clear = crime.places == 1, crime.places == 0
        if crime.untold is not None:
            guilty, clear = guilty & ~crime.untold, clear & ~crime.untold
        return self._scores(points, told.people, guilty=guilty, clear=clear)

    def score_many(self, people: Iterable[Facts]) -> BatchScores:
        """As score_many()."""
        told = list(people)
        lines = [self._lines(facts) for facts in told]
        shape = (len(told), len(self.book.lines))
        low = np.array([[line.min for line in each] for each in lines], np.int32).reshape(shape)
        high = np.array([[line.max for line in each] for each in lines], np.int32).reshape(shape)
        return self._scores(
            [*map(_Points, low.T, high.T)],
            len(told),
            guilty=np.array([facts.serious_crime is True for facts in told], np.bool_),
            clear=np.array([facts.serious_crime is False for facts in told], np.bool_),
        )

    def _lines(self, facts: Facts) -> list[Line]:
        if self.on < facts.as_of:
            raise ValueError(f"{self.on} is before the day of the facts, {facts.as_of}")
        life = Life(facts, self.book.wages)
        return [line(life, self.on) for line in self.book.lines]

    # ------------------------------------------------------------------------------------------------ points by state

    def _points(self, place: int, told: _Told, everybody: Life) -> _Points:
        """The points of one indicator."""
        inputs = self._inputs[place]
        axes = [axis for each in inputs if (axis := _axis(each, told)) is not None]
        if not axes:
            line = self.book.lines[place](everybody, self.on)
            return _Points(line.min, line.min if line.item.points.exact else line.max)
        alike = tuple((key, told.everybody[key]) for each in inputs for key in each.keys if key in told.everybody)
        table = self._table(place, tuple((axis.spelled, axis.untold is not None) for axis in axes), alike)
        places = _combined(axes)
        low = table.low.take(places)
        return _Points(low, low if table.high is table.low else table.high.take(places))

    def _scored(
        self, place: int, axes: tuple[tuple[tuple[_Spelling, ...], bool], ...], alike: tuple[tuple[str, object], ...]
    ) -> _Table:
        """Score every combination of classes by the indicator itself, and spread them over the states."""
        told, spreads = zip(*(self._classes(spelled, untold) for spelled, untold in axes), strict=True)
        lives = (self._life(dict((*alike, *filter(None, combination)))) for combination in product(*told))
        lines = [self.book.lines[place](life, self.on) for life in lives]
        shape, spread = [len(classes) for classes in told], np.ix_(*spreads)
        low = np.array([line.min for line in lines], np.int32).reshape(shape)[spread].ravel()
        high = np.array([line.max for line in lines], np.int32).reshape(shape)[spread].ravel()
        return _Table(low, low if np.array_equal(low, high) else high)

    def _classes(self, spelled: tuple[_Spelling, ...], untold: bool) -> tuple[list[tuple[str, object] | None], Whole]:
        """What is told in each class of states of an axis, None where nothing is; and the class of each state."""
        told: list[tuple[str, object] | None] = []
        spreads = []
        for spelling in spelled:
            values, spread = spelling.classes(self.on)
            spreads.append(spread + len(told))
            told += [(spelling.key, value) for value in values]
        if untold:
            spreads.append(np.array([len(told)]))
            told.append(None)
        return told, np.concatenate(spreads)

    def _life(self, told: Mapping[str, object]) -> Life:
        """The life of which this much is told, by the keys of columns."""
        raw = {key: value for key, value in told.items() if key not in _MONTHS}
        raw["base_months"] = {multiple: told[key] for key, multiple in _MONTHS.items() if key in told}
        return Life(parse_facts(raw, on=self.on), self.book.wages)

    # --------------------------------------------------------------------------------------------------------- totals

    def _scores(self, points: Sequence[_Points], count: int, *, guilty: Mask | bool, clear: Mask | bool) -> BatchScores:
        total_min = self._total([each.low for each in points], count)
        exact = all(each.low is each.high for each in points)
        total_max = total_min if exact else self._total([each.high for each in points], count)
        verdict = (total_max >= self.book.standard).view(np.uint8)
        verdict += (total_min >= self.book.standard) & clear
        np.copyto(verdict, VERDICTS.index(VETOED), where=guilty)
        ids = [indicator.id for indicator in self.book.indicators]
        return BatchScores(self.on, self.book, total_min, total_max, verdict, dict(zip(ids, points, strict=True)))

    def _total(self, ends: Sequence[Whole | int], count: int) -> Whole:
        """The sum with the higher of each either-or pair, never below zero."""
        losing = [-_lesser(ends[first], ends[second]) for first, second in self.book.pairs]
        total = np.full(count, sum(end for end in (*ends, *losing) if isinstance(end, int)), np.int32)
        for end in (*ends, *losing):
            if not isinstance(end, int):
                total += end
        np.maximum(total, 0, out=total)
        total.flags.writeable = False
        return total


def _lesser(first: Whole | int, second: Whole | int) -> Whole | int:
    if isinstance(first, int) and isinstance(second, int):
        return min(first, second)
    return np.minimum(first, second)


@lru_cache(8)
def _batch(on: date) -> Batch:
    return Batch(rule_book(on), on)


def _axis(fact: _Input, told: _Told) -> _Axis | None:
    """What is told of a fact person by person, None where nothing is."""
    undecided = takewhile(lambda key: key not in told.everybody, fact.keys)
    axes = [axis for key in undecided if (axis := _spelled_by(key, fact, told)) is not None]
    return reduce(_filled, axes) if axes else None


def _spelled_by(key: str, fact: _Input, told: _Told) -> _Axis | None:
    """What the column of a key tells of a fact, None where there is no column."""
    if key in told.records:
        rows, years, untold = told.records[key]
        counts = np.bincount(rows[years < fact.look_back], minlength=told.people)
        return _Axis(counts, (_Spelling(key, range(counts.max(initial=0) + 1)),), untold)
    column = told.each.get(key)
    if isinstance(column, _Amounts):
        return _classified(key, column, fact.starts)
    if column is None:
        return None
    starts = () if key in _OTHER_UNIT else fact.starts
    return _Axis(column.places, (_Spelling(key, column.states, starts),), column.untold)


def _classified(key: str, column: _Amounts, starts: Sequence[float]) -> _Axis:
    if len(starts) > MOST_CLASSES:
        raise RuleBookError(f"{key}: its points change at {len(starts)} numbers, too many for a column")
    classes = np.zeros(len(column.amounts), np.uint8)
    for start in starts[1:]:
        classes += column.amounts >= start
    return _Axis(classes, (_Spelling(key, tuple(min(start, column.most) for start in starts)),), column.untold)


def _filled(axis: _Axis, other: _Axis) -> _Axis:
    """An axis with what another spelling of its fact tells where it does not."""
    if axis.untold is None:
        return axis
    places = np.where(axis.untold, other.places.astype(np.int32) + axis.told_states, axis.places)
    untold = None if other.untold is None else axis.untold & other.untold
    return _Axis(places, axis.spelled + other.spelled, untold)


def _combined(axes: Sequence[_Axis]) -> Whole:
    """The place of each person in the table of all the axes."""
    first, *others = [axis.all_places() for axis in axes]
    if not others:
        return first
    sizes = [axis.told_states + (axis.untold is not None) for axis in axes]
    combined = first.astype(np.min_scalar_type(prod(sizes)))
    for places, size in zip(others, sizes[1:], strict=True):
        combined *= combined.dtype.type(size)
        np.add(combined, places, out=combined, casting="unsafe")
    return combined
