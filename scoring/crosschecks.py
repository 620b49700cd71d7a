"""Facts that contradict each other: data that the conversation asks back about, and a score warns of.

A contradiction never changes a score: what was told is scored as told.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from scoring.facts import AGES
from scoring.interval import Interval
from scoring.life import Life
from scoring.lines import Reason, Values
from scoring.multiples import WINDOWS

_YEAR = 12
_NONE_TOLD: Mapping[str, Interval] = {}
_GRADUATE_MONTHS = 36
"""Nobody is a fresh graduate (graduation year or the next) after more insured months than this."""


class CrossCheck(NamedTuple):
    """A contradiction that may be found: its id, the facts that it is between, and what finds it."""

    id: str
    facts: tuple[str, ...]
    find: Callable[[Life, date], Values | None]


def contradictions(life: Life, on: date) -> tuple[tuple[CrossCheck, Reason], ...]:
    """The contradictions among what is known on a day, with what to say of each."""
    found = [(check, values) for check in CROSS_CHECKS if (values := check.find(life, on)) is not None]
    return tuple([(check, Reason(f"warning.{check.id}", values)) for check, values in found])


def _insured_before_sixteen(life: Life, on: date) -> Values | None:
    born = life.facts.birth
    if born is None or life.facts.insured_months is None:
        return None
    months = life.insured_months(on).min
    if months <= (on.year - born.earliest.year - AGES.min) * _YEAR:  # certain without the exact age, and mostly so
        return None
    working = (life.age(on).max - AGES.min + 1) * _YEAR
    return (("years", months // _YEAR), ("age", life.age(on).max)) if months > working else None


def _married_before_sixteen(life: Life, on: date) -> Values | None:
    born, married = life.facts.birth, life.facts.marriage
    if born is None or married is None or married.latest.year - born.earliest.year > AGES.min:
        return None
    years, age = life.married_years(on).min, life.age(on).max
    return (("years", years), ("age", age)) if years > age - AGES.min else None


def _base_months_beyond_insured(life: Life, on: date) -> Values | None:
    counts, ever = _told_base(life), life.facts.insured_months
    if not counts or ever is None:
        return None
    most, insured = max(each.min for each in counts.values()), ever.max
    return (("months", most), ("insured", insured)) if most > insured else None


def _base_months_out_of_order(life: Life, on: date) -> Values | None:
    lower, fewer = "", max(WINDOWS)
    for multiple, count in _told_base(life).items():
        if count.min > fewer:
            return (("lower", lower), ("fewer", fewer), ("higher", multiple), ("more", count.min))
        if count.max < fewer:
            lower, fewer = multiple, count.max
    return None


def _year_beyond_ever(life: Life, on: date) -> Values | None:
    recent, ever = life.facts.insured_months_last_12, life.facts.insured_months
    if recent is None or ever is None or recent.min <= ever.max:
        return None
    return (("months", recent.min), ("insured", ever.max))


def _year_at_1x_beyond_insured(life: Life, on: date) -> Values | None:
    at_1x, recent = life.facts.base_1x_months_last_12, life.facts.insured_months_last_12
    if at_1x is None or recent is None:
        return None
    # The twelve months of the base hold the present month, those of the insurance do not.
    if at_1x.min <= recent.max + (life.facts.insured_in_month is not False):
        return None
    return (("months", at_1x.min), ("insured", recent.max))


def _listed_beyond_told(life: Life, on: date) -> Values | None:
    if life.facts.contributions is None or life.facts.insured_months is None:
        return None
    listed, told = life.facts.listed_valid, life.facts.insured_months.max
    return (("months", listed), ("insured", told)) if listed > told else None


def _insured_without_work(life: Life, on: date) -> Values | None:
    return () if life.facts.employed_in_shanghai is False and life.facts.insured_now is True else None


def _permit_expired(life: Life, on: date) -> Values | None:
    expires = life.facts.permit_expires
    if life.facts.residence_permit is not True or expires is None or expires.latest >= on:
        return None
    return (("date", expires.latest.isoformat()),)


def _graduate_insured_for_long(life: Life, on: date) -> Values | None:
    if life.facts.fresh_graduate is not True or life.facts.insured_months is None:
        return None
    months = life.insured_months(on).min
    return (("years", months // _YEAR),) if months > _GRADUATE_MONTHS else None


def _graduate_without_diploma(life: Life, on: date) -> Values | None:
    return () if life.facts.fresh_graduate is True and life.facts.education == ("none",) else None


def _area_none_with_months(life: Life, on: date) -> Values | None:
    area, months = life.facts.outlying_area, life.facts.outlying_months
    return (("months", months.min),) if area == ("none",) and months is not None and months.min else None


def _told_base(life: Life) -> Mapping[str, Interval]:
    return _NONE_TOLD if life.facts.contributions is not None else life.facts.base_months or _NONE_TOLD


CROSS_CHECKS = (
    CrossCheck("insured_before_sixteen", ("birth_date", "insured_months_total"), _insured_before_sixteen),
    CrossCheck("married_before_sixteen", ("birth_date", "marriage_date"), _married_before_sixteen),
    CrossCheck("base_beyond_insured", ("base_months", "insured_months_total"), _base_months_beyond_insured),
    CrossCheck("base_out_of_order", ("base_months",), _base_months_out_of_order),
    CrossCheck("year_beyond_ever", ("insured_months_last_12", "insured_months_total"), _year_beyond_ever),
    CrossCheck(
        "year_at_1x_beyond_insured", ("base_1x_months_last_12", "insured_months_last_12"), _year_at_1x_beyond_insured
    ),
    CrossCheck("listed_beyond_told", ("contributions", "insured_months_total"), _listed_beyond_told),
    CrossCheck("insured_without_work", ("employed_in_shanghai", "insured_now"), _insured_without_work),
    CrossCheck("permit_expired", ("residence_permit", "permit_expires"), _permit_expired),
    CrossCheck("graduate_insured_for_long", ("fresh_graduate", "insured_months_total"), _graduate_insured_for_long),
    CrossCheck("graduate_without_diploma", ("fresh_graduate", "education"), _graduate_without_diploma),
    CrossCheck("area_none_with_months", ("outlying_area", "outlying_months"), _area_none_with_months),
)
