"""Many people at once (批量测算): the totals of columns of facts, by the very rules that score one person.

No rule is written here. For each indicator every state that its facts can be in is scored once, by the indicator
itself on facts of the public contract; what is left to do for each person is to look the state up. All that a shape
says here is which facts it reads, and from which numbers on the points can be others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scoring import fact_kinds as kind
from scoring.facts import KINDS, MULTIPLES, Facts, FactsError, parse_facts
from scoring.indicators import Accrual, Areas, Credentials, Deduction, Flag, Indicator, Levels, Steps, Tiers
from scoring.interval import Interval
from scoring.life import MEASURES, Life
from scoring.rulebook import RuleBook, RuleBookError, rule_book
from scoring.score import DEPENDS, NOT_REACHED, REACHED, VETOED

__all__ = ["VERDICTS", "Batch", "BatchScores", "Column", "Records", "encode", "score_columns", "score_many"]

VERDICTS = (NOT_REACHED, DEPENDS, REACHED, VETOED)
"""The verdicts by their codes."""

Whole = npt.NDArray[np.int8 | np.int16 | np.int32 | np.int64 | np.uint8 | np.uint16 | np.uint32]
Mask = npt.NDArray[np.bool_]
Anything = npt.NDArray[np.generic]


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """The dated records of many people: one on `day[i]` (datetime64[D]) of the person in row `row[i]`, in any order.

    People in no row have none; `not_known` marks, person by person, of whom it is not known whether there are any.
    """

    row: Anything
    day: Anything
    not_known: Mask | None = None


Column = Anything | Records | bool | int | float | str | Sequence[str]
"""One fact of many people, or the one value that holds for all of them, as the contract writes it."""


@dataclass(frozen=True, slots=True, eq=False)
class BatchScores:
    """The scores of many people on one day, in the order of their rows; `verdict` holds places in VERDICTS."""

    on: date
    book: RuleBook
    total_min: Whole
    total_max: Whole
    verdict: npt.NDArray[np.uint8]
    _points: Mapping[str, "_Points"]

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
        codes.append(-1 if value is None else choice.values.index(*choice.parse(f"{key}[{row}]", value, date.max)))
    column = np.array(codes, np.int8)
    return np.ma.masked_less(column, 0) if -1 in codes else column


# -------------------------------------------------------------------------------------------- what a shape says of facts


class _Input(NamedTuple):
    """A fact that an indicator reads, by its spellings, the deciding one first.

    `starts` are the numbers from which on the points can be others, for facts of more numbers than a table has room
    for; `look_back` are the years within which records count.
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
_MONTHS = {multiple: f"base_months.{multiple}" for multiple in MULTIPLES}
_COLUMNS = (*(key for key in KINDS if key not in ("base_months", "contributions")), *_MONTHS.values())


def _inputs(indicator: Indicator) -> tuple[_Input, ...]:
    """The facts that an indicator reads."""
    match indicator:
        case Steps():
            _, everything = MEASURES[indicator.fact]
            starts = [step.start for step in indicator.steps if everything.min < step.start <= everything.max]
            return (_measure(indicator.fact, (everything.min, *starts)),)
        case Accrual(gate=None):
            return (_measure(indicator.fact, _units(indicator)),)
        case Accrual(gate=str(gate)):
            return (_Input((gate,)), _measure(indicator.fact, _units(indicator)))
        case Levels() | Flag():
            return (_Input((indicator.fact,)),)
        case Credentials():
            return (_Input((indicator.fact,)), _Input((indicator.fits,)), _Input(("base_1x_months_last_12",)))
        case Areas():
            return (_Input((indicator.fact,)), _Input(("outlying_months",)))
        case Tiers():
            enough = sorted({tier.months for tier in indicator.tiers})
            months = [_Input((_MONTHS[tier.multiple],), (0, *enough)) for tier in indicator.tiers]
            return (*months, _Input(("base_multiple",), (0, *map(float, MULTIPLES))))
        case Deduction():
            return (_Input((indicator.fact,), look_back=indicator.years),)
        case _:
            raise RuleBookError(f"{indicator.id}: columns cannot be scored by a {type(indicator).__name__}")


def _measure(fact: str, starts: Sequence[float]) -> _Input:
    return _Input(_SPELLINGS.get(fact, (fact,)), starts)


def _units(indicator: Accrual) -> Sequence[int]:
    """The numbers that make full units, up to the one that reaches the cap."""
    _, everything = MEASURES[indicator.fact]
    most = everything.max
    if indicator.cap is not None:
        most = min(most, indicator.unit * max(indicator.starts, -(-indicator.cap // indicator.points)))
    return range(0, most + 1, indicator.unit)


# ------------------------------------------------------------------------------------------------------ reading columns


class _Cells(NamedTuple):
    """A column that was read: a number a person, and of whom it is not known.

    Where there are `states`, values as the contract writes them, the numbers are places in them.
    """

    numbers: Whole
    untold: Mask | None
    states: Sequence[object] | None


class _RecordCells(NamedTuple):
    """Records that were read: the row and the whole years since each, and of whom it is not known."""

    rows: Whole
    years: Whole
    untold: Mask | None


class _Told(NamedTuple):
    """What is told of so many people: of everybody alike, and of each."""

    count: int
    everybody: Mapping[str, object]
    cells: Mapping[str, _Cells]
    records: Mapping[str, _RecordCells]


class _Reader:
    """Reads and checks columns told on a day."""

    def __init__(self, on: date) -> None:
        spans = [_FULL_YEARS.parse("on", years, on) for years in range(on.year - kind.OLDEST.year + 1)]
        lengths = [span.latest.toordinal() - span.earliest.toordinal() + 1 for span in spans]
        self._years = np.repeat(np.arange(len(spans), dtype=np.int16), lengths)
        """Whole years since a day, by how many days ago it was."""
        self._days = tuple(span.latest.isoformat() for span in spans)
        """A day since which so many whole years have passed."""
        self._today = _day_number(on)

    def read(self, columns: Mapping[str, Column]) -> _Told:
        """The columns, read. Raises FactsError."""
        everybody: dict[str, object] = {}
        cells: dict[str, _Cells] = {}
        listed: dict[str, Records] = {}
        for key, column in columns.items():
            _check_key(key)
            if isinstance(column, Records):
                listed[key] = column
            elif isinstance(column, np.ndarray):
                cells[key] = self._cells(key, column)
            else:
                everybody[key] = _one_value(key, column)
        count = _rows(cells)
        return _Told(count, everybody, cells, {key: self._records(key, each, count) for key, each in listed.items()})

    def _cells(self, key: str, column: Anything) -> _Cells:
        if column.ndim != 1:
            raise FactsError(key, f"an array of one dimension was expected, not of {column.ndim}")
        match _kind(key):
            case kind.Flag():
                flags = _typed(key, column, "b", "a bool array")
                return _Cells(flags.view(np.uint8), _masked(column), (False, True))
            case kind.Choice(values=values):
                codes = _typed(key, column, "iu", "an array of the codes of encode()")
                return _places_in(range(len(values)), key, codes, _masked(column))._replace(states=values)
            case kind.Count(range=numbers) | kind.YearsSince(range=numbers):
                counts = _typed(key, column, "iu", "an array of whole numbers")
                states = range(numbers.min, numbers.max + 1)
                return _places_in(states, key, counts, _masked(column))
            case kind.Quantity(most=most) | kind.WholePart(range=Interval(max=most)):
                amounts = _typed(key, column, "iuf", "an array of numbers")
                return _Cells(_within(0, most, key, amounts, _masked(column)), _masked(column), None)
            case kind.BirthDate(ages=ages):
                years, untold = self._full_years(key, column)
            case kind.Day(past=True):
                ...
