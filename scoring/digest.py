"""The fingerprint of the rules (规则指纹): the same as long as everybody scores the same by them.

It is taken of the values that are executed. Another source, review or wording changes nothing in it.
"""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from hashlib import sha256
from json import dumps

from scoring.indicators import Entry, Indicator
from scoring.lines import Source
from scoring.rulebook import RuleBook, rule_book

LENGTH = 16
"""Hexadecimal digits of a fingerprint."""
WORDING = ("disputed", "case")
"""Names of fields that only choose words."""


def rules_digest(on: date) -> str:
    """The fingerprint of the rules and wages by which is scored on a day. Raises NoRuleBookError before the first."""
    return digest_of(rule_book(on))


def digest_of(book: RuleBook) -> str:
    """The fingerprint of a rule book and its wages."""
    executed = [
        book.in_force.isoformat(),
        book.ends.isoformat(),
        book.standard,
        [_indicator(indicator) for indicator in book.indicators],
        [[pair.first, pair.second] for pair in book.either_or],
        [[condition.id, condition.fact, condition.wanted, condition.at_least] for condition in book.conditions],
        [[wage.from_month, wage.reference, wage.other] for wage in book.wages.rows],
    ]
    return sha256(dumps(executed, separators=(",", ":")).encode()).hexdigest()[:LENGTH]


def _indicator(indicator: Indicator) -> list[object]:
    """The shape of an indicator and its values by name."""
    assert isinstance(indicator, Entry)
    named = [(field.name, getattr(indicator, field.name)) for field in fields(indicator) if field.init]
    return [type(indicator).__name__, *_values(named)]


def _values(named: Iterable[tuple[str, object]]) -> list[object]:
    return [[name, _plain(value)] for name, value in named if name not in WORDING and not isinstance(value, Source)]


def _plain(value: object) -> object:
    """A value of a rule without its sources: a number, a name, or rows of them."""
    if not isinstance(value, tuple):
        return value
    named = getattr(value, "_asdict", None)
    return [_plain(each) for each in value] if named is None else _values(named().items())
