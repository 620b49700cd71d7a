"""The rule books (积分办法的各个版本): loaded from dated data, checked as they are loaded, found by date.

A wrong book is refused with a RuleBookError that names the place: an unknown or missing key, a value without source or
review, steps out of order, a gap between wages, an example of facts that are not facts.
"""

import itertools
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from scoring.data import data_text, rule_book_names
from scoring.eligibility import Condition
from scoring.fact_kinds import Choice
from scoring.fact_kinds import Flag as FlagKind
from scoring.facts import KINDS, MULTIPLES, parse_facts
from scoring.indicators import (
    Accrual,
    Area,
    Areas,
    BaseNeed,
    Credentials,
    Deduction,
    Flag,
    Indicator,
    Level,
    Levels,
    Step,
    Steps,
    Tier,
    Tiers,
)
from scoring.interval import months_of
from scoring.life import MEASURES, Life
from scoring.lines import Caution, Line, Reason, Source
from scoring.table import RuleBookError, Table
from scoring.wages import Wage, Wages

__all__ = [
    "Condition",
    "EitherOr",
    "Example",
    "NoRuleBookError",
    "RuleBook",
    "RuleBookError",
    "read_rule_book",
    "rule_book",
]

PROVISIONAL = "reference_wage_provisional"
"""The caution that a reference wage is not settled yet."""
CONFIDENCES = ("A", "A-", "B", "B-", "C", "D")


class NoRuleBookError(ValueError):
    """No rule book was in force on a day."""


class EitherOr(NamedTuple):
    """Two indicators of which only the higher counts; on a tie the first."""

    first: str
    second: str
    source: Source


class Example(NamedTuple):
    """Facts with what they must score, told beside the rules; the name is that of its message, `example.<name>`."""

    name: str
    facts: Mapping[str, object]
    items: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """One version of the rules: everything that is scored, with its sources."""

    id: str
    in_force: date
    ends: date
    standard: int
    standard_source: Source
    indicators: tuple[Indicator, ...]
    either_or: tuple[EitherOr, ...]
    conditions: tuple[Condition, ...]
    examples: tuple[Example, ...]
    documents: Mapping[str, Source]
    wages: Wages
    lines: tuple[Callable[[Life, date], Line], ...] = field(init=False, compare=False)
    pairs: tuple[tuple[int, int], ...] = field(init=False, compare=False)
    places: Mapping[str, int] = field(init=False, compare=False)
    deductions: frozenset[str] = field(init=False, compare=False)
    wages_otherwise: Wages = field(init=False, compare=False)
    provisional_caution: Caution = field(init=False, compare=False)

    def __post_init__(self) -> None:
        places = {indicator.id: place for place, indicator in enumerate(self.indicators)}
        deductions = frozenset(indicator.id for indicator in self.indicators if indicator.group == "deduction")
        object.__setattr__(self, "places", places)
        object.__setattr__(self, "deductions", deductions)
        object.__setattr__(self, "lines", tuple(indicator.line for indicator in self.indicators))
        object.__setattr__(self, "pairs", tuple((places[pair.first], places[pair.second]) for pair in self.either_or))
        object.__setattr__(self, "wages_otherwise", self.wages.otherwise())
        last = self.wages.rows[-1]
        values = (("reference", last.reference), ("other", last.other or last.reference))
        caution = Caution(PROVISIONAL, Reason(f"warning.{PROVISIONAL}", values))
        object.__setattr__(self, "provisional_caution", caution)

    def indicator(self, id: str) -> Indicator:
        """The indicator with an id; KeyError where there is none."""
        return self.indicators[self.places[id]]


def rule_book(on: date) -> RuleBook:
    """The rule book in force on a day; the last one after its end. NoRuleBookError before the first."""
    books = _books()
    in_force = [book for book in books if book.in_force <= on]
    if not in_force:
        raise NoRuleBookError(f"{on} is before the first rule book, which begins on {books[0].in_force}")
    return in_force[-1]


@lru_cache(1)
def _books() -> tuple[RuleBook, ...]:
    wages = read_wages(data_text("reference_wages.toml"))
    return tuple(read_rule_book(data_text(name), wages) for name in rule_book_names())


# ---------------------------------------------------------------------------------------------------------------- wages


def read_wages(text: str) -> Wages:
    """The reference wages of a TOML text. Raises RuleBookError."""
    table = Table("reference_wages", tomllib.loads(text))
    reviewed = table.day("reviewed")
    rows = tuple(_wage(row) for row in table.tables("wage"))
    table.done()
    for row, following in itertools.pairwise(rows):
        if row.from_month >= following.from_month:
            raise RuleBookError(f"reference_wages: rows from {row.reference} to {following.reference} are out of order")
        if row.other is not None:
            raise RuleBookError(f"reference_wages: {row.reference} is provisional and not the last")
    return Wages(rows, reviewed)


def _wage(row: Table) -> Wage:
    year, month = row.text("from").split("-")
    wage = Wage(
        from_month=months_of(date(int(year), int(month), 1)),
        reference=row.whole("reference"),
        official=row.whole("official"),
        confidence=row.one_of("confidence", CONFIDENCES),
        source=row.text("source"),
        other=row.whole("other") if row.has("other") else None,
    )
    row.done()
    return wage


# ---------------------------------------------------------------------------------------------------------------- books


class _Sources:
    """Reads the source that a table names, in full or in part over the one it stands in."""

    def __init__(self, documents: Mapping[str, Source], reviewed: date) -> None:
        self.documents = documents
        self.reviewed = reviewed

    def of(self, table: Table, within: Source | None = None) -> Source:
        addresses = table.texts("addresses") if table.has("addresses") else ()
        reviewed = table.day("reviewed") if table.has("reviewed") else self.reviewed
        if table.has("document"):
            document = self.documents[table.one_of("document", self.documents)]
            article = table.text("article")
            confidence = table.one_of("confidence", CONFIDENCES)
            return Source(document.document, article, confidence, reviewed, addresses or document.addresses)
        if within is None:
            raise RuleBookError(f"{table.place}: no document")
        confidence = table.one_of("confidence", CONFIDENCES) if table.has("confidence") else within.confidence
        return within._replace(confidence=confidence, reviewed=reviewed, addresses=addresses or within.addresses)


def read_rule_book(text: str, wages: Wages) -> RuleBook:
    """The rule book of a TOML text. Raises RuleBookError."""
    book = Table("rulebook", tomllib.loads(text))
    reviewed = book.day("reviewed")
    documents = {name: _document(table, reviewed) for name, table in book.named_tables("document")}
    sources = _Sources(documents, reviewed)
    standard = book.table("standard")
    indicators = tuple(_indicator(table, sources) for table in book.tables("indicator"))
    ids = [indicator.id for indicator in indicators]
    if len(set(ids)) < len(ids):
        raise RuleBookError("rulebook: an indicator stands twice")
    read = RuleBook(
        id=book.text("id"),
        in_force=book.day("in_force"),
        ends=book.day("ends"),
        standard=standard.whole("points"),
        standard_source=sources.of(standard),
        indicators=indicators,
        either_or=tuple(_either_or(table, sources, ids) for table in book.tables("either_or")),
        conditions=tuple(_condition(table, sources) for table in book.tables("condition")),
        examples=tuple(_example(table, ids, reviewed) for table in book.tables("example")),
        documents=documents,
        wages=wages,
    )
    standard.done()
    book.done()
    return read


def _document(table: Table, reviewed: date) -> Source:
    name = f"{table.text('number')}{table.text('title')}"
    source = Source(
        document=name,
        article=str(table.value("published")),
        confidence=table.one_of("confidence", CONFIDENCES),
        reviewed=reviewed,
        addresses=table.texts("addresses"),
    )
    table.done()
    return source


def _either_or(table: Table, sources: _Sources, ids: Iterable[str]) -> EitherOr:
    first, second = table.texts("indicators")
    for indicator in (first, second):
        if indicator not in ids:
            raise RuleBookError(f"{table.place}: there is no indicator {indicator}")
    pair = EitherOr(first, second, sources.of(table))
    table.done()
    return pair


def _condition(table: Table, sources: _Sources) -> Condition:
    at_least = table.whole("at_least") if table.has("at_least") else None
    condition = Condition(
        id=table.text("id"),
        fact=table.one_of("fact", KINDS),
        wanted=True if at_least is not None else table.flag("met"),
        at_least=at_least,
        source=sources.of(table),
    )
    table.done()
    return condition


def _example(table: Table, ids: Iterable[str], reviewed: date) -> Example:
    example = Example(
        table.text("name"),
        table.mapping("facts"),
        {k: int(str(v)) for k, v in table.mapping("items").items()},
    )
    table.done()
    parse_facts(example.facts, on=reviewed)
    for indicator in example.items:
        if indicator not in ids:
            raise RuleBookError(f"{table.place}: there is no indicator {indicator}")
    return example


# ----------------------------------------------------------------------------------------------------------- indicators


class _Common(NamedTuple):
    """The part that every indicator's table has."""

    id: str
    group: str
    fact: str
    cap: int | None
    source: Source
    disputed: str | None


def _indicator(table: Table, sources: _Sources) -> Indicator:
    shape = table.one_of("shape", _SHAPES)
    common = _Common(
        id=table.text("id"),
        group=table.one_of("group", ("basic", "bonus", "deduction")),
        fact=table.one_of("fact", (*KINDS, *MEASURES)),
        cap=table.whole("cap") if table.has("cap") else None,
        source=sources.of(table),
        disputed=table.text("disputed") if table.has("disputed") else None,
    )
    indicator = _SHAPES[shape](common, table, sources)
    table.done()
    return indicator


def _steps(common: _Common, table: Table, sources: _Sources) -> Indicator:
    steps = tuple(
        Step(row.whole("from"), row.whole("points"), sources.of(row, common.source), row.text_or_none("case"))
        for row in table.tables("steps")
    )
    if [step.start for step in steps] != sorted({step.start for step in steps}):
        raise RuleBookError(f"{table.place}: steps are out of order")
    return Steps(**common._asdict(), steps=steps)


def _levels(common: _Common, table: Table, sources: _Sources) -> Indicator:
    levels = _level_rows(common, table, sources)
    _complete(common, table, (level.value for level in levels))
    return Levels(**common._asdict(), levels=levels)


def _level_rows(common: _Common, table: Table, sources: _Sources) -> tuple[Level, ...]:
    return tuple(
        Level(
            value=row.text("value"),
            points=row.whole("points"),
            source=sources.of(row, common.source),
            disputed=row.text_or_none("disputed"),
            needs_base=row.flag("needs_base") if row.has("needs_base") else False,
        )
        for row in table.tables("levels")
    )


def _complete(common: _Common, table: Table, values: Iterable[str]) -> None:
    """Raise RuleBookError unless rows stand for exactly the values that the fact can have, in their order."""
    known = KINDS[common.fact]
    if not isinstance(known, Choice) or tuple(values) != known.values:
        raise RuleBookError(f"{table.place}: the rows are not the values of {common.fact}")


def _credentials(common: _Common, table: Table, sources: _Sources) -> Indicator:
    base = table.table("base")
    need = BaseNeed(base.one_of("multiple", MULTIPLES), base.whole("window"), base.whole("months"), sources.of(base))
    base.done()
    if (need.multiple, need.window) != ("1", 12):
        raise RuleBookError(f"{table.place}: the base needed is not the one that facts can count: 1x in 12 months")
    fits, levels = table.one_of("fits", ("credential_fits_job",)), _level_rows(common, table, sources)
    _complete(common, table, (level.value for level in levels))
    return Credentials(**common._asdict(), fits=fits, levels=levels, base=need)


def _accrual(common: _Common, table: Table, sources: _Sources) -> Indicator:
    return Accrual(
        **common._asdict(),
        unit=table.whole("unit"),
        points=table.whole("points"),
        starts=table.whole("starts"),
        gate=table.one_of("gate", _FLAGS) if table.has("gate") else None,
    )


def _areas(common: _Common, table: Table, sources: _Sources) -> Indicator:
    areas = tuple(
        Area(row.text("value"), row.whole("starts"), sources.of(row, common.source), row.text_or_none("disputed"))
        for row in table.tables("areas")
    )
    _complete(common, table, (area.value for area in areas))
    return Areas(**common._asdict(), unit=table.whole("unit"), points=table.whole("points"), areas=areas)


def _tiers(common: _Common, table: Table, sources: _Sources) -> Indicator:
    tiers = tuple(
        Tier(row.one_of("multiple", MULTIPLES), row.whole("window"), row.whole("months"), row.whole("points"))
        for row in table.tables("tiers")
    )
    if [(tier.multiple, tier.window) for tier in tiers] != list(MULTIPLES.items()):
        raise RuleBookError(f"{table.place}: the tiers are not those that facts can count: {MULTIPLES}")
    return Tiers(**common._asdict(), tiers=tiers)


def _flag(common: _Common, table: Table, sources: _Sources) -> Indicator:
    return Flag(**common._asdict(), points=table.whole("points"))


def _deduction(common: _Common, table: Table, sources: _Sources) -> Indicator:
    return Deduction(**common._asdict(), points=table.whole("points"), years=table.whole("years"))


_FLAGS = tuple(name for name, known in KINDS.items() if isinstance(known, FlagKind))
_SHAPES: Mapping[str, Callable[[_Common, Table, _Sources], Indicator]] = {
    "steps": _steps,
    "levels": _levels,
    "credentials": _credentials,
    "accrual": _accrual,
    "areas": _areas,
    "tiers": _tiers,
    "flag": _flag,
    "deduction": _deduction,
}
