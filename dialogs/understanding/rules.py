"""The shape of the pattern tables: a rule is a regular expression, what its match says, and of whom it may be said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, Flag
from functools import cache
from typing import TypeAlias

from .model import Facts, FactValue
from .numerals import Amount
from .patterns import Lazy
from .quantities import AGE, FUTURE, NUMBER, PAST, TIME, TIMES, YEAR_OR_NUMBER, YEAR_OR_TIME, Quantity
from .scopes import Subject


class Script(Flag):
    """The letters that a text has, or that a pattern cannot do without one of."""

    NONE = 0
    HAN = 1
    LATIN = 2


class About(Enum):
    """Whose words count for a rule."""

    APPLICANT = "applicant"
    PERSON = "person"
    """The applicant, and not even when the sentence has just spoken of the spouse: an age or a degree may be
    either's, unless the applicant has told of himself before and not of that.
    """
    SPOUSE = "spouse"
    """Only words about the spouse."""
    MARRIAGE = "marriage"
    """The applicant, the spouse or both."""
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading may need beside the match: the day, the wage a base is compared with, what the marks stand for,
    and who he or she is where nobody is named.
    """

    on: date
    reference_wage: int
    quantities: Mapping[int, Quantity] = field(default_factory=dict)
    he_or_she: Subject = Subject.UNNAMED

    def quantity(self, match: re.Match[str], name: str) -> Quantity:
        """The quantity whose mark the group ``name`` matched."""
        return self.quantities[match.start(name)]

    def first(self, match: re.Match[str], *names: str) -> Quantity:
        """The quantity of the first of the groups that matched; one of them has."""
        return self.quantity(match, next(name for name in names if match.groupdict().get(name)))


Reading: TypeAlias = Callable[[re.Match[str], Context], Facts | None]
"""What a match says; ``None`` when it sounds like a fact and cannot be pinned down; empty facts for nothing at all."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One row of a table.

    ``slot``: what the fact is about; of one slot a correction replaces the earlier word. ``rank``: of several mentions
    of a slot the highest counts. ``denied``: what the negated match says, ``None`` for nothing certain. ``plain``: the
    pattern carries its own negation and tense, so neither is looked for around it. ``with_others``: counts only beside
    facts of other slots. ``needs``: a pattern that the text must hold somewhere, for words that tell nothing without
    their topic. ``scripts``: the letters a text must have one of, where the pattern's own do not show it.
    """

    slot: str
    pattern: Lazy
    read: Reading
    about: About = About.APPLICANT
    rank: int = 0
    denied: Facts | None = None
    plain: bool = False
    with_others: bool = False
    needs: Lazy | None = None
    scripts: Script = Script.HAN | Script.LATIN


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The rules of one subject, most specific first: where two match the same words the first one counts.

    ``trigger`` is searched first, so that a text without the subject costs one search. ``learning_before`` and
    ``learning_after`` are what around a match says that it is not so yet (in progress, planned, failed).
    """

    name: str
    trigger: Lazy
    rules: tuple[Rule, ...]
    learning_before: Lazy | None = None
    learning_after: Lazy | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A rule's match in the text, between ``start`` and ``end``; ``facts`` is ``None`` where it is unclear."""

    rule: Rule
    start: int
    end: int
    facts: Facts | None


_HAN_LETTER = Lazy(r"[\u4e00-\u9fff]")
_LATIN_LETTER = Lazy(r"[a-z]")
_LATIN_WORD = Lazy(r"[a-z]{2}")
_GROUP_NAME = Lazy(r"\?P<\w+>")
_MARK_ESCAPED = Lazy(r"\\ue00\d")
_TOKEN = Lazy(r"\\.|[\[\]()|]", re.DOTALL)


def scripts_of(text: str) -> Script:
    """The scripts of a text; one that is nothing but marks and signs may be either."""
    return _scripts(text, _LATIN_LETTER) or Script.HAN | Script.LATIN


def _scripts(text: str, latin: Lazy) -> Script:
    han = Script.HAN if _HAN_LETTER.search(text) else Script.NONE
    return han | (Script.LATIN if latin.search(text) else Script.NONE)


def _needed(pattern: str) -> Script:
    """The scripts that a pattern can match; any, where it is nothing but marks and signs."""
    return _scripts(_MARK_ESCAPED.sub("", _GROUP_NAME.sub("", pattern)), _LATIN_WORD) or Script.HAN | Script.LATIN


@cache
def rules_for(family: Family, scripts: Script) -> tuple[Rule, ...]:
    """The rules of a family that can match a text in these scripts, each with the alternatives that can."""
    fitting = (rule for rule in family.rules if rule.scripts & scripts & _needed(rule.pattern.pattern))
    return tuple(replace(rule, pattern=_fitting(rule.pattern, scripts)) for rule in fitting)


def _fitting(pattern: Lazy, scripts: Script) -> Lazy:
    """The pattern without the alternatives that no text in these scripts can match.

    One that names a group keeps all of them, because its reading asks for the groups.
    """
    if _GROUP_NAME.search(pattern.pattern):
        return pattern
    every = alternatives(pattern.pattern)
    kept = [one for one in every if _needed(one) & scripts]
    return pattern if len(kept) == len(every) else Lazy("|".join(kept), pattern.flags)


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a regular expression, those inside its groups left together."""
    found, depth, start, in_class = [], 0, 0, False
    for token in _TOKEN.finditer(pattern):
        if token[0] == "]" or in_class:
            in_class = token[0] != "]"
        elif token[0] == "[":
            in_class = True
        elif token[0] == "|" and depth == 0:
            found.append(pattern[start : token.start()])
            start = token.end()
        else:
            depth += {"(": 1, ")": -1}.get(token[0], 0)
    return [*found, pattern[start:]]


def only_where(needs: str, slot: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules, those of one slot tried only on a text that holds what all of them need."""
    needed = compiled(needs)
    return tuple(replace(rule, needs=rule.needs or needed) if rule.slot == slot else rule for rule in rules)


def says(**facts: str | bool | list[str]) -> Reading:
    """A reading that always says the same."""

    def read(match: re.Match[str], context: Context) -> Facts:
        return {**facts}

    return read


def unclear(match: re.Match[str], context: Context) -> None:
    """The reading of words that sound like a fact and tell none."""
    return


def nothing(match: re.Match[str], context: Context) -> Facts:
    """The reading of words that only look like a fact of this family."""
    return {}


_PLACEHOLDER = re.compile(r"<(time|age|times|date|day|year|calendar|number)(?:=(\w+))?>")
_STANDS_FOR = {
    "time": TIME + YEAR_OR_TIME,
    "age": AGE,
    "times": TIMES,
    "date": PAST + FUTURE + YEAR_OR_TIME + YEAR_OR_NUMBER,
    "day": PAST + FUTURE + YEAR_OR_NUMBER,
    "year": YEAR_OR_TIME,
    "calendar": YEAR_OR_NUMBER,
    "number": NUMBER + YEAR_OR_NUMBER,
}


def compiled(pattern: str) -> Lazy:
    """A compiled pattern. ``<time>``, ``<age>``, ``<times>``, ``<date>``, ``<day>`` (a date that is no length of time),
    ``<year>`` (a year of two digits), ``<calendar>`` (a year
    of four), ``<number>`` match the mark of such a quantity, as the
    group of that name; ``<time=rest>`` as the group ``rest``."""
    return Lazy(
        _PLACEHOLDER.sub(lambda found: f"(?P<{found[2] or found[1]}>[{_STANDS_FOR[found[1]]}])", pattern), re.ASCII
    )


def interval(amount: Amount) -> FactValue:
    """A whole number, or a range of two."""
    low, high = int(amount.min), int(amount.max)
    return low if low == high else {"min": low, "max": high}
