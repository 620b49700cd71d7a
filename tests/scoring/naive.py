"""A second, plain scorer for people of whom everything is known.

It shares nothing with the scorer it checks: no data, no code, no cleverness. Every rule is an `if`, every month is
visited in a loop, and the wages stand in a literal table. It reads the facts as they are written in JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

INDICATORS = (
    "age",
    "education",
    "credential",
    "insured_years",
    "entrepreneur",
    "innovation_service_staff",
    "shortage_major",
    "investment_tax",
    "local_hires",
    "contribution_base",
    "public_service",
    "outlying_area",
    "fresh_graduate",
    "award",
    "spouse",
    "false_material",
    "detention",
    "minor_crime",
)

CONDITIONS = (
    "residence_permit",
    "employed_in_shanghai",
    "employer_in_shanghai",
    "insured_now",
    "insured_6_of_12",
    "no_serious_crime",
)


class _Month(TypedDict):
    month: str
    base: int


class Contribution(_Month, total=False):
    """One month of 职工社保."""

    backpaid: bool
    payer_is_employer: bool
    tax_matches: bool


class Person(TypedDict, total=False):
    """The facts of one applicant, every date and number exact."""

    birth_date: str
    age: int
    residence_permit: bool
    permit_expires: str
    employed_in_shanghai: bool
    employer_in_shanghai: bool
    insured_now: bool
    insured_months_last_12: int
    education: str
    credential: str
    credential_fits_job: bool
    base_1x_months_last_12: int
    insured_months_total: int
    insured_years: int
    base_months: dict[str, int]
    base_multiple: float
    contributions: list[Contribution]
    entrepreneur: bool
    innovation_service_staff: bool
    shortage_major: bool
    annual_tax_share: int
    annual_local_hires_share: float
    public_service_months: int
    outlying_area: str
    outlying_months: int
    fresh_graduate: bool
    award: str
    spouse_shanghai_hukou: bool
    marriage_date: str
    married_years: int
    false_material_dates: list[str]
    detention_dates: list[str]
    minor_crime_dates: list[str]
    serious_crime: bool


@dataclass(frozen=True, slots=True)
class NaiveScore:
    """What the plain scorer says; `other_total` is the total with 12577 from 2026-07, `None` where it is the same."""

    total: int
    items: dict[str, int]
    counted: dict[str, bool]
    conditions: dict[str, bool]
    can_apply: str
    verdict: str
    other_total: int | None


# The reference wage (人才业务参考) in yuan a month, from the month named up to the next line.
WAGES = (
    ("2014-04", 5036),
    ("2015-04", 5451),
    ("2016-04", 5939),
    ("2017-04", 6504),
    ("2018-04", 7132),
    ("2019-04", 7832),
    ("2019-11", 8211),
    ("2020-07", 9339),
    ("2021-07", 10338),
    ("2022-07", 10338),
    ("2023-07", 11396),
)
PROVISIONAL_FROM = "2026-07"
OFFICIAL_AVERAGE_2025 = 12577
FROZEN = 11396


def wage_of(month: str, from_2026_07: int = FROZEN) -> int:
    """The reference wage of a month written `YYYY-MM`; 0 before the table."""
    if month >= PROVISIONAL_FROM:
        return from_2026_07
    wage = 0
    for first, value in WAGES:
        if month >= first:
            wage = value
    return wage


def months_up_to(on: date, count: int) -> list[str]:
    """The `count` calendar months that end with the month of `on`, the latest first."""
    year, month = on.year, on.month
    found = []
    for _ in range(count):
        found.append(f"{year:04d}-{month:02d}")
        month = month - 1
        if month == 0:
            year, month = year - 1, 12
    return found


def full_years(since: date, on: date) -> int:
    """Whole years from `since` to `on`; an anniversary of 29 February falls on 1 March in a common year."""
    years = on.year - since.year
    if (on.month, on.day) < (since.month, since.day):
        years = years - 1
    return years


def later_by_years(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes 1 March in a common year."""
    if day.month == 2 and day.day == 29 and (day.year + years) % 4 != 0:
        return date(day.year + years, 3, 1)
    return date(day.year + years, day.month, day.day)


def insurance_counts(contribution: Contribution) -> bool:
    """Whether the month counts as a month of insurance."""
    if contribution.get("backpaid", False):
        return False
    return contribution.get("payer_is_employer", True)


def base_counts(contribution: Contribution) -> bool:
    """Whether the month's base counts."""
    return insurance_counts(contribution) and contribution.get("tax_matches", True)


def reaches(base: int, wage: int, multiple: str) -> bool:
    if multiple == "0.8":
        return base * 10 >= wage * 8
    if multiple == "1":
        return base >= wage
    if multiple == "2":
        return base >= wage * 2
    return base >= wage * 3


def months_at(
    contributions: list[Contribution], on: date, multiple: str, window: int, from_2026_07: int = FROZEN
) -> int:
    """Months at or above the multiple among the `window` months that end with the month of `on`."""
    looked_at = months_up_to(on, window)
    count = 0
    for contribution in contributions:
        if contribution["month"] not in looked_at:
            continue
        if not base_counts(contribution):
            continue
        if reaches(contribution["base"], wage_of(contribution["month"], from_2026_07), multiple):
            count = count + 1
    return count


def insured_in_12_before(contributions: list[Contribution], on: date) -> int:
    """Valid months of insurance among the 12 calendar months before the month of `on`."""
    looked_at = months_up_to(on, 13)[1:]
    count = 0
    for contribution in contributions:
        if contribution["month"] in looked_at and insurance_counts(contribution):
            count = count + 1
    return count


def age_points(age: int) -> int:
    if age > 60:
        return 0
    if age >= 56:
        return 5
    if age <= 43:
        return 30
    return {
        55: 7,
        54: 9,
        53: 11,
        52: 13,
        51: 15,
        50: 17,
        49: 19,
        48: 21,
        47: 23,
        46: 25,
        45: 27,
        44: 29,
    }[age]


EDUCATION = {"none": 0, "associate": 50, "bachelor": 60, "bachelor_with_degree": 90, "master": 100, "doctor": 110}

CREDENTIAL = {
    "none": 0,
    "skill_5": 15,
    "skill_4": 30,
    "skill_3": 60,
    "skill_2": 100,
    "intermediate_title": 100,
    "skill_1": 140,
    "senior_title": 140,
}

AWARD = {"none": 0, "municipal_special": 30, "municipal_general": 60, "provincial": 110}


def age_of(facts: Person, on: date) -> int:
    if "birth_date" in facts:
        return full_years(date.fromisoformat(facts["birth_date"]), on)
    return facts["age"]


def credential_points(facts: Person, on: date, from_2026_07: int) -> int:
    points = CREDENTIAL[facts["credential"]]
    if points == 0 or not facts["credential_fits_job"]:
        return 0
    if points >= 100:
        if "contributions" in facts:
            months = months_at(facts["contributions"], on, "1", 12, from_2026_07)
        else:
            months = facts["base_1x_months_last_12"]
        if months < 6:
            return 0
    return points


def insured_years_points(facts: Person) -> int:
    if "insured_months_total" in facts:
        return 3 * (facts["insured_months_total"] // 12)
    return 3 * facts["insured_years"]


def base_points(facts: Person, on: date, from_2026_07: int) -> int:
    if "contributions" in facts:
        listed = facts["contributions"]
        counts = {
            "0.8": months_at(listed, on, "0.8", 48, from_2026_07),
            "1": months_at(listed, on, "1", 48, from_2026_07),
            "2": months_at(listed, on, "2", 48, from_2026_07),
            "3": months_at(listed, on, "3", 36, from_2026_07),
        }
    else:
        counts = facts["base_months"]
    if counts["3"] >= 24:
        return 120
    if counts["2"] >= 36:
        return 100
    if counts["1"] >= 36:
        return 50
    if counts["0.8"] >= 36:
        return 25
    return 0


def public_service_points(facts: Person) -> int:
    years = facts["public_service_months"] // 12
    if years < 5:
        return 0
    return 4 * years


def outlying_points(facts: Person) -> int:
    area = facts["outlying_area"]
    if area == "none":
        return 0
    years = facts["outlying_months"] // 12
    if area == "other" and years < 5:
        return 0
    return min(20, 2 * years)


def spouse_points(facts: Person, on: date) -> int:
    if not facts["spouse_shanghai_hukou"]:
        return 0
    if "marriage_date" in facts:
        years = full_years(date.fromisoformat(facts["marriage_date"]), on)
    else:
        years = facts["married_years"]
    return min(40, 4 * years)


def deduction(dates: list[str], on: date, years: int, each: int) -> int:
    points = 0
    for record in dates:
        if on < later_by_years(date.fromisoformat(record), years):
            points = points - each
    return points


def _items(facts: Person, on: date, from_2026_07: int) -> dict[str, int]:
    return {
        "age": age_points(age_of(facts, on)),
        "education": EDUCATION[facts["education"]],
        "credential": credential_points(facts, on, from_2026_07),
        "insured_years": insured_years_points(facts),
        "entrepreneur": 120 if facts["entrepreneur"] else 0,
        "innovation_service_staff": 120 if facts["innovation_service_staff"] else 0,
        "shortage_major": 30 if facts["shortage_major"] else 0,
        "investment_tax": min(120, 10 * (facts["annual_tax_share"] // 100000)),
        "local_hires": min(120, 10 * int(facts["annual_local_hires_share"] // 10)),
        "contribution_base": base_points(facts, on, from_2026_07),
        "public_service": public_service_points(facts),
        "outlying_area": outlying_points(facts),
        "fresh_graduate": 10 if facts["fresh_graduate"] else 0,
        "award": AWARD[facts["award"]],
        "spouse": spouse_points(facts, on),
        "false_material": deduction(facts["false_material_dates"], on, 3, 150),
        "detention": deduction(facts["detention_dates"], on, 5, 50),
        "minor_crime": deduction(facts["minor_crime_dates"], on, 5, 150),
    }


def _counted(items: dict[str, int]) -> dict[str, bool]:
    counted = dict.fromkeys(items, True)
    if items["credential"] > items["education"]:
        counted["education"] = False
    else:
        counted["credential"] = False
    if items["local_hires"] > items["investment_tax"]:
        counted["investment_tax"] = False
    else:
        counted["local_hires"] = False
    return counted


def _total(items: dict[str, int], counted: dict[str, bool]) -> int:
    total = 0
    for indicator, points in items.items():
        if counted[indicator]:
            total = total + points
    return max(0, total)


def naive_score(facts: Person, on: date) -> NaiveScore:
    """Scores a fully known person; a missing fact that matters is a `KeyError`."""
    items = _items(facts, on, FROZEN)
    counted = _counted(items)
    total = _total(items, counted)

    other_items = _items(facts, on, OFFICIAL_AVERAGE_2025)
    other_total = _total(other_items, _counted(other_items))

    if "contributions" in facts:
        insured = insured_in_12_before(facts["contributions"], on)
    else:
        insured = facts["insured_months_last_12"]
    conditions = {
        "residence_permit": facts["residence_permit"],
        "employed_in_shanghai": facts["employed_in_shanghai"],
        "employer_in_shanghai": facts["employer_in_shanghai"],
        "insured_now": facts["insured_now"],
        "insured_6_of_12": insured >= 6,
        "no_serious_crime": not facts["serious_crime"],
    }

    if facts["serious_crime"]:
        verdict = "vetoed"
    elif total >= 120:
        verdict = "reached"
    else:
        verdict = "not_reached"
    return NaiveScore(
        total=total,
        items=items,
        counted=counted,
        conditions=conditions,
        can_apply="yes" if all(conditions.values()) else "no",
        verdict=verdict,
        other_total=None if other_total == total else other_total,
    )
