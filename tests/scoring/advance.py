"""Life going on, a second time: what a person tells on a later day, written down from the contract's words alone.

It shares nothing with the forecast that it checks. Somebody is still employed, pays a valid contribution every month at
the last base, and has the same spouse; nothing accrues that does not accrue today. What then cannot be known (which
months have left a window that was told as a count, on which day of the year the birthday is) is told as a range.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import cast

from tests.scoring.naive import Contribution, Person, full_years, insurance_counts, months_up_to

WINDOWS = {"0.8": 48, "1": 48, "2": 48, "3": 36}
MULTIPLES = {"0.8": 0.8, "1": 1.0, "2": 2.0, "3": 3.0}

Told = dict[str, object]


def months_between(on: date, to: date) -> int:
    return (to.year - on.year) * 12 + to.month - on.month


def works(facts: Person) -> bool:
    return facts.get("employed_in_shanghai") is not False


def pays(facts: Person, on: date) -> bool:
    """Whether a contribution is paid every month: unless it is known that there is no work or no insurance today."""
    if "insured_now" in facts:
        insured = facts["insured_now"]
    elif "contributions" in facts:
        this_month = months_up_to(on, 1)[0]
        insured = any(each["month"] == this_month and insurance_counts(each) for each in facts["contributions"])
    else:
        insured = True
    return insured and works(facts)


def last_contribution(facts: Person) -> Contribution:
    return max(facts["contributions"], key=lambda each: each["month"])


def continued(facts: Person, on: date, to: date, next_base: int | None = None) -> list[Contribution]:
    """The contributions with one more for every month after that of `on`, at the last base or at one named."""
    listed = list(facts["contributions"])
    if not pays(facts, on):
        return listed
    if listed and next_base is None:
        next_base = last_contribution(facts)["base"]
    if next_base is not None:
        later = reversed(months_up_to(to, months_between(on, to)))
        listed += [{"month": month, "base": next_base} for month in later]
    return listed


def last_base_reaches(facts: Person, multiple: str) -> bool | None:
    """Whether the last base is at a multiple, told by the usual base or by a window that is full or empty."""
    if "base_multiple" in facts:
        return facts["base_multiple"] >= MULTIPLES[multiple]
    counts = [(name, count, WINDOWS[name]) for name, count in facts.get("base_months", {}).items()]
    if "base_1x_months_last_12" in facts:
        counts.append(("1", facts["base_1x_months_last_12"], 12))
    for name, count, window in counts:
        if count == window and MULTIPLES[name] >= MULTIPLES[multiple]:
            return True
        if count == 0 and MULTIPLES[name] <= MULTIPLES[multiple]:
            return False
    return None


def slid(count: int, window: int, new: list[bool | None]) -> Told:
    """A count in a window after `new` months came into it, each counted, not counted or not known."""
    new = new[-window:]
    left = window - len(new)
    fewest = max(0, count - len(new)) + new.count(True)
    most = min(count, left) + new.count(True) + new.count(None)
    return {"min": fewest, "max": most}


def slid_insurance(facts: Person, on: date, to: date) -> Told:
    """The months of the twelve before that of `to`: the month of `on` may be one of them, and those between."""
    between = max(0, months_between(on, to) - 1)
    new: list[bool | None] = [facts.get("insured_now"), *([pays(facts, on)] * between)]
    return slid(facts["insured_months_last_12"], 12, new if months_between(on, to) else [])


def slid_base(facts: Person, count: int, multiple: str, window: int, on: date, to: date) -> Told:
    reached = last_base_reaches(facts, multiple) if pays(facts, on) else False
    return slid(count, window, [reached] * months_between(on, to))


@lru_cache(4096)
def days_with_full_years(years: int, on: date) -> tuple[date, date]:
    """The first and the last day since which just so many whole years have passed."""
    begin = date(on.year - years - 1, 1, 1)
    days = [begin + timedelta(days=number) for number in range(3 * 366)]
    right = [day for day in days if full_years(day, on) == years]
    return right[0], right[-1]


def years_later(years: int, on: date, to: date) -> Told:
    """Whole years since a day that is not told, on a later day."""
    first, last = days_with_full_years(years, on)
    return {"min": full_years(last, to), "max": full_years(first, to)}


def windows_slid(facts: Person, on: date, to: date) -> Told:
    """What was told of windows that end with the present month, or with the one before."""
    later: Told = {}
    if "insured_months_last_12" in facts:
        later["insured_months_last_12"] = slid_insurance(facts, on, to)
    if "base_1x_months_last_12" in facts:
        count = facts["base_1x_months_last_12"]
        later["base_1x_months_last_12"] = slid_base(facts, count, "1", 12, on, to)
    if "base_months" in facts:
        later["base_months"] = {
            multiple: slid_base(facts, count, multiple, WINDOWS[multiple], on, to)
            for multiple, count in facts["base_months"].items()
        }
    return later


def insured_since(facts: Person, paid: int) -> Told:
    """What was told of all months ever, with those paid since."""
    if "insured_months_total" in facts:
        return {"insured_months_total": facts["insured_months_total"] + paid}
    if "insured_years" in facts:
        least = 12 * facts["insured_years"] + paid
        return {"insured_months_total": {"min": least, "max": least + 11}}
    return {}


def advance(facts: Person, on: date, to: date, next_base: int | None = None) -> Told:
    """The facts of one who was told exactly on the day `on`, as they are on the day `to`.

    Where contributions are listed, those to come are at the last base, or at one that is named.
    """
    months = months_between(on, to)
    later: Told = {**facts, **windows_slid(facts, on, to)}
    later.update(insured_since(facts, months if pays(facts, on) else 0))
    if "contributions" in facts:
        later["contributions"] = continued(facts, on, to, next_base)
    if "age" in facts:
        later["age"] = years_later(facts["age"], on, to)
    if "married_years" in facts:
        later["married_years"] = years_later(facts["married_years"], on, to)
    if works(facts):
        if facts.get("public_service_months"):
            later["public_service_months"] = facts["public_service_months"] + months
        if facts.get("outlying_area", "none") != "none" and "outlying_months" in facts:
            later["outlying_months"] = facts["outlying_months"] + months
    return later


def advanced_person(facts: Person, on: date, to: date, next_base: int | None = None) -> Person | None:
    """The same where all of it is known for certain, else None."""
    later = advance(facts, on, to, next_base)
    for key, value in later.items():
        if key == "base_months":
            counts = {multiple: certain(count) for multiple, count in cast(dict[str, object], value).items()}
            later[key] = None if None in counts.values() else counts
        else:
            later[key] = certain(value)
    decided = {"age": "birth_date", "married_years": "marriage_date"}
    for key, by in decided.items():
        if by in facts:
            later.pop(key, None)
    if "contributions" in facts:
        for key in ("base_months", "base_1x_months_last_12", "insured_months_last_12"):
            later.pop(key, None)
    return None if None in later.values() else cast(Person, later)


def certain(value: object) -> object:
    """A value that is known, else None."""
    if not isinstance(value, dict):
        return value
    return value["min"] if value["min"] == value["max"] else None
