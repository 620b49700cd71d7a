"""Which values the contract accepts for a fact: what lies outside is never given out as one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .dates import earliest
from .model import FactValue

EDUCATION = ("none", "associate", "bachelor", "bachelor_with_degree", "master", "doctor")
CREDENTIAL = ("none", "skill_5", "skill_4", "skill_3", "skill_2", "skill_1", "intermediate_title", "senior_title")
BASE_WINDOWS: Mapping[str, int] = {"0.8": 48, "1": 48, "2": 48, "3": 36}
"""Months that the base's windows hold, by multiple."""

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "education": EDUCATION,
    "credential": CREDENTIAL,
    "outlying_area": ("none", "lingang", "other"),
    "award": ("none", "municipal_special", "municipal_general", "provincial"),
}
_NUMBERS: Mapping[str, tuple[float, float]] = {
    "age": (16, 100),
    "insured_months_last_12": (0, 12),
    "base_1x_months_last_12": (0, 12),
    "insured_months_total": (0, 600),
    "insured_years": (0, 50),
    "married_years": (0, 80),
    "base_multiple": (0.1, 5),
    "annual_tax_share": (0, 10**10),
    "annual_local_hires_share": (0, 10**6),
    "public_service_months": (0, 600),
    "outlying_months": (0, 600),
}
_PAST_DATES = frozenset({"birth_date", "marriage_date"})
_PAST_DATE_LISTS = frozenset({"false_material_dates", "detention_dates", "minor_crime_dates"})
_OLDEST = 100


def accepts(key: str, value: FactValue, on: date) -> bool:
    """Whether the contract accepts ``value`` for ``key`` on that day."""
    if key in _CHOICES:
        return all(one in _CHOICES[key] for one in (value if isinstance(value, list) else [value]))
    if key in _NUMBERS:
        least, most = _NUMBERS[key]
        low, high = _ends(value)
        return least <= low <= high <= most
    if key == "base_months":
        return isinstance(value, dict) and all(
            0 <= _ends(months)[0] <= BASE_WINDOWS[tier] for tier, months in value.items()
        )
    if key in _PAST_DATES:
        return isinstance(value, str) and _is_past(value, on) and (key != "birth_date" or _is_of_age(value, on))
    if key in _PAST_DATE_LISTS:
        return isinstance(value, list) and all(_is_past(one, on) for one in value)
    if key == "permit_expires":
        return isinstance(value, str) and abs(earliest(value).year - on.year) <= 10
    return isinstance(value, bool)


def _ends(value: FactValue) -> tuple[float, float]:
    if isinstance(value, dict):
        return value["min"], value["max"]
    return (value, value) if isinstance(value, int | float) else (1, 0)


def _is_past(partial: str, on: date) -> bool:
    return earliest(partial) <= on


def _is_of_age(partial: str, on: date) -> bool:
    return 16 <= on.year - earliest(partial).year <= _OLDEST
