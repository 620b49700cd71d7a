"""People to score: fully known ones, and ones of whom only a part is known.

Every person is coherent: there is a life with just these facts. A working history is made first, month by month, with
bases at, just under and just over the tiers of each wage year; it is then told either month by month or folded into
counts. So a person's partial facts always have the whole person among their completions.

The same maker serves Hypothesis (which shrinks its choices) and a plain seeded generator (thousands at once).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import cast

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from tests.sampling import sampled
from tests.scoring.naive import (
    AWARD,
    CREDENTIAL,
    EDUCATION,
    FROZEN,
    OFFICIAL_AVERAGE_2025,
    PROVISIONAL_FROM,
    Contribution,
    Person,
    full_years,
    insurance_counts,
    insured_in_12_before,
    months_at,
    months_up_to,
    wage_of,
)

unhurried = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""For tests that draw whole people: a history takes hundreds of choices, and shrinking them would take minutes."""

FIRST_DAY = date(2023, 1, 1)
LAST_DAY = date(2027, 12, 31)
SPECIAL_DAYS = (
    FIRST_DAY,
    LAST_DAY,
    date(2024, 2, 28),
    date(2024, 2, 29),
    date(2024, 3, 1),
    date(2023, 2, 28),
    date(2027, 2, 28),
    date(2027, 3, 1),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 4, 30),
    date(2026, 6, 30),
    date(2026, 7, 1),
    date(2026, 7, 31),
    date(2026, 11, 22),
)

CHOICES = {
    "education": tuple(EDUCATION),
    "credential": tuple(CREDENTIAL),
    "outlying_area": ("none", "lingang", "other"),
    "award": tuple(AWARD),
}
"""The enums of the contract and their values."""

RANGES = {
    "age": (16, 100),
    "insured_months_last_12": (0, 12),
    "base_1x_months_last_12": (0, 12),
    "insured_months_total": (0, 480),
    "insured_years": (0, 40),
    "annual_tax_share": (0, 2_000_000),
    "annual_local_hires_share": (0, 200),
    "public_service_months": (0, 480),
    "outlying_months": (0, 480),
    "married_years": (0, 60),
    "base_multiple": (0, 5),
}
"""How far a number is widened when only a range of it is told."""

DATES = ("birth_date", "permit_expires", "marriage_date")
RECORDS = ("false_material_dates", "detention_dates", "minor_crime_dates")
WINDOWS = {"0.8": 48, "1": 48, "2": 48, "3": 36}

Told = dict[str, object]
"""Facts as JSON, exact or partial."""


def dates() -> st.SearchStrategy[date]:
    """Days of the rule book, often one on which something turns."""
    return st.one_of(st.sampled_from(SPECIAL_DAYS), st.dates(FIRST_DAY, LAST_DAY))


def a_day(pick: Random) -> date:
    if pick.random() < 0.4:
        return pick.choice(SPECIAL_DAYS)
    return FIRST_DAY + timedelta(days=pick.randint(0, (LAST_DAY - FIRST_DAY).days))


def _likely(pick: Random, chance: float) -> bool:
    return pick.random() < chance


def _around(pick: Random, step: int, most: int) -> int:
    """A number at a multiple of `step`, one under or one over it, from 0 to `most`."""
    near = step * pick.randint(0, max(0, most // step)) + pick.choice((-1, 0, 0, 1))
    return min(most, max(0, near))


def _years_before(pick: Random, on: date, years: int) -> date:
    """A day about `years` years before `on`: often the anniversary, a neighbour of it, a month end or a leap day."""
    year = on.year - years
    kind = pick.randint(0, 9)
    if kind <= 4:
        day = min(on.day, 28) if on.month == 2 else min(on.day, 30)
        return date(year, on.month, day) + timedelta(days=pick.choice((-1, 0, 0, 1, 2)))
    if kind == 5:
        return date(year - year % 4, 2, 29)
    if kind == 6:
        return date(year, pick.randint(1, 12), 1) - timedelta(days=1)
    return date(year, pick.randint(1, 12), pick.randint(1, 28))


def _birth_date(pick: Random, on: date) -> date:
    years = pick.randint(16, 100) if _likely(pick, 0.2) else pick.randint(20, 63)
    day = _years_before(pick, on, years)
    if 16 <= full_years(day, on) <= 100:
        return day
    return date(on.year - 35, 5, 20)


def _base_at(pick: Random, month: str, tenths: int, delta: int) -> int:
    """The least whole base at `tenths` tenths of the month's reference wage, and `delta` yuan."""
    wage = wage_of(month)
    if month >= PROVISIONAL_FROM:
        wage = wage_of(month, pick.choice((FROZEN, FROZEN, OFFICIAL_AVERAGE_2025)))
    return -(-wage * tenths // 10) + delta


def _good_month(pick: Random, month: str, tenths: int, delta: int) -> Contribution:
    contribution: Contribution = {"month": month, "base": _base_at(pick, month, tenths, delta)}
    if _likely(pick, 0.1):
        contribution["backpaid"] = False
        contribution["payer_is_employer"] = True
        contribution["tax_matches"] = True
    return contribution


def _spoilt_month(pick: Random, month: str, tenths: int) -> Contribution:
    """A month that misses its tier: by one yuan, or because it is not valid."""
    contribution: Contribution = {"month": month, "base": _base_at(pick, month, tenths, 0)}
    fault = pick.randint(0, 3)
    if fault == 0:
        contribution["base"] -= 1
    elif fault == 1:
        contribution["backpaid"] = True
    elif fault == 2:
        contribution["payer_is_employer"] = False
    else:
        contribution["tax_matches"] = False
    return contribution


def _history(pick: Random, on: date, most: int) -> list[Contribution]:
    """Up to `most` contributions in the 60 months that end with the month of `on`."""
    length = min(most, pick.choice((0, 6, 12, 24, 35, 36, 37, 47, 48, 49, 60, 60, pick.randint(0, 60))))
    months = months_up_to(on, length)
    tenths = pick.choice((6, 8, 8, 10, 10, 20, 30))
    delta = pick.choice((0, 0, 0, 1, 500))
    good = set(range(length))
    if _likely(pick, 0.6):
        window, needed = pick.choice(((48, 36), (48, 36), (36, 24), (13, 6), (12, 6)))
        inside = min(length, window)
        kept = min(inside, needed + pick.choice((-1, 0, 0, 1)))
        good = set(pick.sample(range(inside), kept)) | set(range(inside, length))
    noise = pick.choice((0.0, 0.0, 0.1))
    gaps = pick.choice((0.0, 0.0, 0.05, 0.5))
    found = []
    for index, month in enumerate(months):
        if _likely(pick, noise):
            found.append(_good_month(pick, month, pick.choice((6, 8, 10, 20, 30)), pick.choice((-1, 0, 1))))
        elif index in good:
            found.append(_good_month(pick, month, tenths, delta))
        elif not _likely(pick, gaps):
            found.append(_spoilt_month(pick, month, tenths))
    if _likely(pick, 0.5):
        found.reverse()
    return found


def counts_of(history: list[Contribution], on: date) -> Person:
    """The counts that a history comes to."""
    return {
        "base_months": {multiple: months_at(history, on, multiple, window) for multiple, window in WINDOWS.items()},
        "base_1x_months_last_12": months_at(history, on, "1", 12),
        "insured_months_last_12": insured_in_12_before(history, on),
    }


def _insurance(pick: Random, on: date, most: int, family: str) -> Person:
    history = _history(pick, on, most)
    this_month = months_up_to(on, 1)[0]
    valid = [contribution for contribution in history if insurance_counts(contribution)]
    total = len(valid) + _around(pick, 12, min(pick.choice((0, 36, 300)), most - len(history)))
    if _likely(pick, 0.5):
        total = max(len(valid), total - total % 12)

    person: Person = {"insured_now": any(contribution["month"] == this_month for contribution in valid)}
    if _likely(pick, 0.75):
        person["insured_months_total"] = total
        if _likely(pick, 0.2):
            person["insured_years"] = total // 12
    else:
        person["insured_years"] = total // 12
    if family == "contributions":
        person["contributions"] = history
    if family == "counts" or _likely(pick, 0.2):
        person.update(counts_of(history, on))
    if _likely(pick, 0.2):
        highest = max((-(-100 * entry["base"] // wage_of(entry["month"])) for entry in history), default=0)
        person["base_multiple"] = highest / 100
    return person


def _learning(pick: Random) -> Person:
    person: Person = {
        "education": pick.choice(("none", "associate", *CHOICES["education"])),
        "credential": pick.choice(("none", "none", *CHOICES["credential"])),
        "shortage_major": _likely(pick, 0.2),
        "fresh_graduate": _likely(pick, 0.2),
    }
    if person["credential"] != "none" or _likely(pick, 0.5):
        person["credential_fits_job"] = _likely(pick, 0.8)
    return person


def _business(pick: Random) -> Person:
    owner = _likely(pick, 0.2)
    tax = 100_000 * pick.randint(0, 14) + pick.choice((-1, 0, 1)) if owner else 0
    hires = 10 * pick.randint(0, 14) + pick.choice((-1, -0.1, 0, 0, 0.5, 1)) if owner else 0
    return {
        "entrepreneur": _likely(pick, 0.03),
        "innovation_service_staff": _likely(pick, 0.03),
        "annual_tax_share": max(0, tax),
        "annual_local_hires_share": max(0, hires),
        "award": pick.choice(CHOICES["award"]) if _likely(pick, 0.2) else "none",
    }


def _places(pick: Random, most: int) -> Person:
    person: Person = {
        "public_service_months": _around(pick, 12, min(most, 240)) if _likely(pick, 0.15) else 0,
        "outlying_area": pick.choice(CHOICES["outlying_area"]),
    }
    if person["outlying_area"] != "none" or _likely(pick, 0.5):
        person["outlying_months"] = _around(pick, 12, min(most, 150))
    return person


def _family(pick: Random, on: date, most_years: int) -> Person:
    spouse = most_years > 0 and _likely(pick, 0.5)
    person: Person = {"spouse_shanghai_hukou": spouse}
    if not spouse and _likely(pick, 0.6):
        return person
    wedding = _years_before(pick, on, pick.randint(0, min(12, max(0, most_years))))
    if most_years <= 0 or wedding > on:
        wedding = on
    if _likely(pick, 0.7):
        person["marriage_date"] = wedding.isoformat()
        if _likely(pick, 0.2):
            person["married_years"] = full_years(wedding, on)
    else:
        person["married_years"] = full_years(wedding, on)
    return person


def _record_dates(pick: Random, on: date, look_back: int) -> list[str]:
    if _likely(pick, 0.85):
        return []
    found = set()
    for _ in range(pick.randint(1, 3)):
        day = _years_before(pick, on, look_back if _likely(pick, 0.7) else pick.randint(0, 7))
        found.add(min(day, on).isoformat())
    return sorted(found)


def _conditions(pick: Random, on: date) -> Person:
    person: Person = {
        "residence_permit": _likely(pick, 0.9),
        "employed_in_shanghai": _likely(pick, 0.9),
        "employer_in_shanghai": _likely(pick, 0.9),
        "serious_crime": _likely(pick, 0.05),
    }
    if person["residence_permit"] and _likely(pick, 0.5):
        person["permit_expires"] = (on + timedelta(days=pick.randint(0, 365))).isoformat()
    return person


def known_person(pick: Random, on: date, family: str | None = None) -> Person:
    """One coherent person of whom every fact that scores is known.

    `family` is `contributions` (told month by month) or `counts` (told as counts); either, when not given.
    """
    birth = _birth_date(pick, on)
    age = full_years(birth, on)
    working_months = 12 * (age - 16)

    person: Person = {}
    if _likely(pick, 0.75):
        person["birth_date"] = birth.isoformat()
    if "birth_date" not in person or _likely(pick, 0.2):
        person["age"] = age
    person.update(_conditions(pick, on))
    person.update(_insurance(pick, on, working_months, family or pick.choice(("contributions", "counts"))))
    person.update(_learning(pick))
    person.update(_business(pick))
    person.update(_places(pick, working_months))
    person.update(_family(pick, on, age - 22))
    person.update(
        {
            "false_material_dates": _record_dates(pick, on, 3),
            "detention_dates": _record_dates(pick, on, 5),
            "minor_crime_dates": _record_dates(pick, on, 5),
        }
    )
    return person


def contradicted(pick: Random, person: Person) -> Person:
    """The person with facts added that the contract says do not decide: the losers of each "wins" and "decides"."""
    told = cast(Person, dict(person))
    if "birth_date" in told:
        told["age"] = pick.randint(16, 100)
    if "insured_months_total" in told:
        told["insured_years"] = pick.randint(0, 40)
    if "marriage_date" in told:
        told["married_years"] = pick.randint(0, 12)
    if "contributions" in told:
        told["insured_months_last_12"] = pick.randint(0, 12)
        told["insured_now"] = _likely(pick, 0.5)
    counts = sorted((pick.choice((0, 23, 24, 35, 36, 37, 48, pick.randint(0, 48))) for _ in range(4)), reverse=True)
    told["base_months"] = {"0.8": counts[0], "1": counts[1], "2": counts[2], "3": min(36, counts[3])}
    told["base_1x_months_last_12"] = pick.randint(0, 12)
    told["base_multiple"] = pick.choice((0.6, 0.8, 1, 1.5, 2, 3.2))
    return told


def known_people(on: date, family: str | None = None) -> st.SearchStrategy[Person]:
    """Fully known, coherent people on a day; see `known_person`."""
    return st.randoms(use_true_random=False).map(lambda pick: known_person(pick, on, family))


def random_people(n: int, seed: int, family: str | None = None) -> Iterator[tuple[date, Person]]:
    """`n` fully known people, each with the day to score, always the same for a seed."""
    pick = Random(seed)
    for _ in range(sampled(n)):
        on = a_day(pick)
        yield on, known_person(pick, on, family)


@dataclass(frozen=True, slots=True)
class Partly:
    """What is known of somebody, and the whole truth."""

    on: date
    told: Told
    person: Person


def _range_around(pick: Random, key: str, value: float) -> Told:
    low, high = RANGES[key]
    below, above = pick.choice(((0, 0), (0, 1), (1, 0), (1, 1), (3, 3), (12, 12), (high, high)))
    return {"min": max(low, value - below), "max": max(value, min(high, value + above))}


def _part_of_date(pick: Random, text: str) -> str:
    return text[: pick.choice((4, 7))]


def _part_of_counts(pick: Random, counts: dict[str, int]) -> Told:
    told: Told = {}
    for multiple, months in counts.items():
        kind = pick.randint(0, 2)
        if kind == 1:
            told[multiple] = months
        elif kind == 2:
            reach = pick.choice((0, 1, 6, 48))
            told[multiple] = {"min": max(0, months - reach), "max": min(WINDOWS[multiple], months + reach)}
    return told


def _part_of_history(pick: Random, history: list[Contribution]) -> list[Told]:
    reach = pick.choice((1, 500, 40_000))
    share = pick.choice((0.1, 1.0))
    told: list[Told] = []
    for entry in history:
        told.append({**entry})
        if _likely(pick, share):
            told[-1]["base"] = {"min": max(0, entry["base"] - reach), "max": entry["base"] + reach}
    return told


def widened(pick: Random, key: str, value: object) -> object:
    """The value told less exactly, in a way the contract allows; itself where there is none."""
    if key in CHOICES:
        others = [choice for choice in CHOICES[key] if choice != value]
        told = [value, *pick.sample(others, pick.randint(0, len(others)))]
        pick.shuffle(told)
        return told
    if key in RANGES:
        return _range_around(pick, key, cast(float, value))
    if key in DATES:
        return _part_of_date(pick, cast(str, value))
    if key in RECORDS:
        return [_part_of_date(pick, text) if _likely(pick, 0.5) else text for text in cast(list[str], value)]
    if key == "base_months":
        return _part_of_counts(pick, cast(dict[str, int], value))
    if key == "contributions":
        return _part_of_history(pick, cast(list[Contribution], value))
    return value


def partly_known(pick: Random, person: Person, on: date) -> Partly:
    """The person with some facts left out and some told less exactly."""
    ignorance = pick.choice((0.1, 0.3, 0.6))
    told: Told = {}
    for key, value in cast(Told, person).items():
        if not _likely(pick, ignorance):
            told[key] = value
        elif _likely(pick, 0.5):
            told[key] = widened(pick, key, value)
    return Partly(on, told, person)


def partial_people(on: date) -> st.SearchStrategy[Partly]:
    """People partly known on a day, with the full person they came from."""

    def make(pick: Random) -> Partly:
        return partly_known(pick, known_person(pick, on), on)

    return st.randoms(use_true_random=False).map(make)


def random_partial_people(n: int, seed: int) -> Iterator[Partly]:
    """`n` people partly known, always the same for a seed."""
    pick = Random(seed)
    for _ in range(sampled(n)):
        on = a_day(pick)
        yield partly_known(pick, known_person(pick, on), on)
