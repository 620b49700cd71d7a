"""The page that a lawyer can check: every rule of a book with its points, source, confidence and review."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import singledispatch
from typing import NamedTuple

from bot.output import Block, Table
from dialogs.texts import Texts
from scoring.indicators import (
    Accrual,
    Areas,
    Credentials,
    Deduction,
    Flag,
    Indicator,
    Levels,
    Steps,
    Tiers,
)
from scoring.interval import month_text
from scoring.lines import Source
from scoring.multiples import FRACTIONS
from scoring.rulebook import RuleBook


class Row(NamedTuple):
    """What is asked for, the points that it is worth (None: it is only a condition), where that is written, and the
    message that says what is disputed of it.
    """

    when: str
    points: int | None
    source: Source
    disputed: str | None = None


def rule_page(book: RuleBook, on: date, text: Texts) -> Iterator[Block]:
    """The rule book for a person to read."""
    yield text("rules.title", id=book.id, ends=book.ends.isoformat())
    if on > book.ends:
        yield text("warning.rulebook_expired", ends=book.ends.isoformat())
    yield text("rules.standard", points=book.standard, source=_source(book.standard_source, text))
    yield text("rules.confidences")
    for indicator in book.indicators:
        yield from _indicator(indicator, text)
    yield Table(text("rules.either_or"), [
        (text("rules.pair", first=text(f"indicator.{pair.first}"), second=text(f"indicator.{pair.second}")),
         _source(pair.source, text))
        for pair in book.either_or
    ])  # fmt: skip
    yield Table(
        text("rules.conditions"),
        [(text(f"condition.{each.id}.name"), _source(each.source, text)) for each in book.conditions],
    )
    yield Table(text("rules.wages"), list(_wages(book, text)))
    yield Table(text("rules.examples"), [(text(f"example.{each.name}"),) for each in book.examples])
    yield Table(text("rules.documents"), list(_documents(book)))


def rule_page_json(book: RuleBook, text: Texts) -> dict[str, object]:
    """The rule book for a program to read."""
    return {
        "id": book.id,
        "in_force": book.in_force.isoformat(),
        "ends": book.ends.isoformat(),
        "standard": {"points": book.standard, "source": _source_json(book.standard_source)},
        "indicators": [
            {
                "indicator": indicator.id,
                "name": text(f"indicator.{indicator.id}"),
                "group": indicator.group,
                "cap": indicator.cap,
                "source": _source_json(indicator.source),
                "rules": [
                    {
                        "when": row.when,
                        "points": row.points,
                        "disputed": row.disputed and text(row.disputed),
                        "source": _source_json(row.source),
                    }
                    for row in _rows(indicator, text)
                ],
            }
            for indicator in book.indicators
        ],
        "either_or": [
            {"indicators": [pair.first, pair.second], "source": _source_json(pair.source)} for pair in book.either_or
        ],
        "conditions": [
            {"id": each.id, "text": text(f"condition.{each.id}.name"), "source": _source_json(each.source)}
            for each in book.conditions
        ],
        "reference_wages": [
            {
                "from": month_text(wage.from_month),
                "reference": wage.reference,
                "official": wage.official,
                "provisional": wage.other is not None,
                "confidence": wage.confidence,
                "source": wage.source,
                "reviewed": book.wages.reviewed.isoformat(),
            }
            for wage in book.wages.rows
        ],
        "examples": [
            {"text": text(f"example.{each.name}"), "facts": dict(each.facts), "items": dict(each.items)}
            for each in book.examples
        ],
    }


def _indicator(indicator: Indicator, text: Texts) -> Iterator[Block]:
    rows = list(_rows(indicator, text))
    yield Table(
        _title(indicator, text),
        [
            (row.when, text("rules.points", points=row.points), _source(row.source, text))
            for row in rows
            if row.points is not None
        ],
    )
    conditions = [(row.when, _source(row.source, text)) for row in rows if row.points is None]
    if conditions:
        yield Table(text("rules.needs"), conditions)
    for disputed in dict.fromkeys(row.disputed for row in rows if row.disputed):
        yield text("rules.disputed", what=text(disputed))


def _title(indicator: Indicator, text: Texts) -> str:
    if indicator.group == "deduction":
        cap = text("rules.deduction")
    else:
        cap = text("rules.no_cap") if indicator.cap is None else text("rules.cap", cap=indicator.cap)
    return text("rules.indicator", name=text(f"indicator.{indicator.id}"), cap=cap)


def _source(source: Source, text: Texts) -> str:
    return text(
        "rules.source",
        document=source.document,
        article=source.article,
        confidence=source.confidence,
        reviewed=source.reviewed.isoformat(),
    )


def _source_json(source: Source) -> dict[str, object]:
    return {
        "document": source.document,
        "article": source.article,
        "confidence": source.confidence,
        "reviewed": source.reviewed.isoformat(),
        "addresses": list(source.addresses),
    }


def _wages(book: RuleBook, text: Texts) -> Iterator[Sequence[str]]:
    for wage in book.wages.rows:
        multiples = " / ".join(f"{float(multiple * wage.reference):.1f}" for multiple in FRACTIONS)
        note = text("rules.provisional", other=wage.other) if wage.other else wage.source
        yield month_text(wage.from_month), str(wage.reference), multiples, wage.confidence, note


def _documents(book: RuleBook) -> Iterator[Sequence[str]]:
    for source in book.documents.values():
        yield source.document, source.confidence, " ; ".join(source.addresses)


# -------------------------------------------------------------------------------------------- the rows of each shape


@singledispatch
def _rows(indicator: Indicator, text: Texts) -> Iterator[Row]:
    """The rules of an indicator, each with its points and its source."""
    raise TypeError(f"no page for {type(indicator).__name__}")


@_rows.register
def _(indicator: Steps, text: Texts) -> Iterator[Row]:
    following = [step.start for step in indicator.steps[1:]]
    for step, end in zip(indicator.steps, [*following, None], strict=True):
        if end is None:
            when = text("rules.from", n=step.start)
        elif end == step.start + 1:
            when = text("rules.at", n=step.start)
        else:
            when = text("rules.between", low=step.start, high=end - 1)
        yield Row(when, step.points, step.source, _warning(step.case))


@_rows.register
def _(indicator: Levels, text: Texts) -> Iterator[Row]:
    for level in indicator.levels:
        yield Row(text(f"{indicator.fact}.{level.value}"), level.points, level.source, _warning(level.disputed))


@_rows.register
def _(indicator: Credentials, text: Texts) -> Iterator[Row]:
    for level in indicator.levels:
        yield Row(text(f"{indicator.fact}.{level.value}"), level.points, level.source, _warning(level.disputed))
    need = indicator.base
    named = " / ".join(text(f"{indicator.fact}.{level.value}") for level in indicator.levels if level.needs_base)
    when = text("rules.needs_base", levels=named, months=need.months, window=need.window, multiple=need.multiple)
    yield Row(when, None, need.source)
    yield Row(text("rules.fits"), None, need.source)


@_rows.register
def _(indicator: Accrual, text: Texts) -> Iterator[Row]:
    unit = text(f"rules.unit.{indicator.id}")
    when = text("rules.each", unit=unit, n=indicator.starts)
    yield Row(when, indicator.points, indicator.source, _warning(indicator.disputed))


@_rows.register
def _(indicator: Areas, text: Texts) -> Iterator[Row]:
    unit = text(f"rules.unit.{indicator.id}")
    for area in indicator.areas:
        if area.starts:
            when = text("rules.each_in", area=text(f"{indicator.fact}.{area.value}"), unit=unit, n=area.starts)
            yield Row(when, indicator.points, area.source, _warning(area.disputed))


@_rows.register
def _(indicator: Tiers, text: Texts) -> Iterator[Row]:
    for tier in indicator.tiers:
        when = text("rules.tier", multiple=tier.multiple, window=tier.window, months=tier.months)
        yield Row(when, tier.points, indicator.source, _warning(indicator.disputed))


@_rows.register
def _(indicator: Flag, text: Texts) -> Iterator[Row]:
    name = text(f"indicator.{indicator.id}")
    yield Row(name, indicator.points, indicator.source, _warning(indicator.disputed))


@_rows.register
def _(indicator: Deduction, text: Texts) -> Iterator[Row]:
    yield Row(text("rules.record", years=indicator.years), indicator.points, indicator.source)


def _warning(disputed: str | None) -> str | None:
    return disputed and f"warning.{disputed}"
