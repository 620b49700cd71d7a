"""A plan reaches 120 when its facts come true and life goes on, needs each of its steps, and asks nothing absurd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.texts import LOCALES, texts
from dialogs.explain import because
from scoring.actions import actions, options, read_actions
from scoring.data import data_text
from scoring.facts import Facts, parse_facts
from scoring.forecast import forecast
from scoring.interval import Amount, first_day, full_years, last_day, months_of
from scoring.life import Life
from scoring.lines import Reason, Term
from scoring.plan import LATE_MONTHS, MOST_PLANS, Plan, Plans, Step, plan
from scoring.rulebook import NoRuleBookError, RuleBookError, rule_book
from scoring.score import score
from scoring.wages import Wages
from tests.sampling import MUTATING, sampled
from tests.scoring.advance import advance, advanced_person
from tests.scoring.naive import CREDENTIAL, EDUCATION, Person, months_up_to, naive_score
from tests.scoring.nothing_else import NO_BONUS, NO_RECORDS
from tests.scoring.people import Told, a_day, dates, known_person, partly_known, random_partial_people

ON = date(2026, 11, 22)
LAST_MONTH = date(2026, 10, 1)
STANDARD = 120
HORIZON = 120
"""Months ahead that plans look."""

CLEAN: Told = {
    "birth_date": "1996-05-20",
    "residence_permit": True,
    "employed_in_shanghai": True,
    "employer_in_shanghai": True,
    "insured_now": True,
    "education": "associate",
    "credential": "none",
    **NO_BONUS,
    "spouse_shanghai_hukou": False,
    **NO_RECORDS,
}


def person_with(**told: object) -> Told:
    return {**CLEAN, **told}


def without(person: Told, *keys: str) -> Told:
    return {key: value for key, value in person.items() if key not in keys}


def paid_months(months: int, base: int, on: date = ON) -> list[Told]:
    """So many months up to the present one at a base, the latest first."""
    return [{"month": month, "base": base} for month in months_up_to(on, months)]


def paid(months: int, base: int, on: date = ON) -> Told:
    """The same, and what they make in all."""
    return {"contributions": paid_months(months, base, on), "insured_months_total": months}


def planned(told: Mapping[str, object], on: date = ON) -> Plans:
    return plan(parse_facts(told, on=on))


def ids(each: Plan) -> list[str]:
    return [step.id for step in each.steps]


def merged(told: Mapping[str, object], steps: tuple[Step, ...], on: date, *, without: Step | None = None) -> Facts:
    """The applicant's facts with those of the steps over them, read anew."""
    together = dict(told)
    for step in steps:
        if step is not without:
            together.update(step.facts)
    return parse_facts(together, on=on)


def total(facts: Facts, on: date) -> int:
    """The points that are sure on a day."""
    return score(facts, on=on).total.min


def month_end(day: date) -> date:
    return last_day(months_of(day))


def holds(facts: Facts, day: date) -> bool:
    return total(facts, day) >= STANDARD and total(facts, month_end(day)) >= STANDARD


# ------------------------------------------------------------------------------------------------ what every plan keeps


def assert_reaches(told: Mapping[str, object], way: Plan, on: date) -> None:
    facts, day = merged(told, way.steps, on), way.reaches_on
    assert on <= day < first_day(months_of(on) + HORIZON)
    assert total(facts, day) == way.total >= STANDARD
    assert total(facts, month_end(day)) >= STANDARD
    if months_of(day) > months_of(on):
        last = forecast(facts, until=day).months[-1]
        assert last.month == months_of(day)
        assert last.total.min >= STANDARD


def assert_reaches_by_the_plain_scorer(told: Mapping[str, object], way: Plan, on: date) -> bool:
    """Whether the life of the plan is known so well that the plain scorer can tell; then it agrees."""
    together = dict(told)
    for step in way.steps:
        together.update(step.facts)
    to_come, next_base = life_to_come(told, way)
    for day in (way.reaches_on, month_end(way.reaches_on)):
        told_so = advanced_person(cast(Person, together), on, day)
        coming = advanced_person(to_come, on, day, next_base)
        if told_so is None or coming is None:
            return False
        assert naive_score(told_so, day).total >= STANDARD
        assert naive_score(coming, day).total >= STANDARD
    return True


def life_to_come(told: Mapping[str, object], way: Plan) -> tuple[Person, int | None]:
    """The facts as they come true, and the listed base from the next month on: the present month stays as it is."""
    facts, next_base = dict(told), None
    for step in way.steps:
        facts.update(step.facts)
        if step.id in ("base", "resume_insurance") and "contributions" in step.facts:
            facts["contributions"] = told["contributions"]
            next_base = cast(int, listed(step.facts)[-1]["base"])
    return cast(Person, facts), next_base


def assert_needs_every_step(told: Mapping[str, object], way: Plan, on: date) -> None:
    for step in way.steps:
        left_out = merged(told, way.steps, on, without=step)
        assert total(left_out, way.reaches_on) < STANDARD
        assert total(left_out, month_end(way.reaches_on)) < STANDARD
        assert step.gain == way.total - total(left_out, way.reaches_on) > 0
        assert on <= step.earliest <= way.reaches_on


def assert_is_as_soon_as_it_can_be(told: Mapping[str, object], way: Plan, on: date) -> None:
    """On the firsts and lasts of months and on the days just before, no earlier day would do with all steps needed."""
    begins = max([step.earliest for step in way.steps if step.id != "base"], default=on)
    if any(step.id == "base" for step in way.steps) and on.day > 1:
        begins = max(begins, first_day(months_of(on) + 1))
    months = range(months_of(begins), months_of(way.reaches_on) + 1)
    grid = {first_day(month) for month in months} | {last_day(month) for month in months}
    grid |= {begins, way.reaches_on - timedelta(days=1), way.reaches_on - timedelta(days=7)}
    fewer = [merged(told, way.steps, on, without=step) for step in way.steps]
    for day in sorted(day for day in grid if begins <= day < way.reaches_on):
        spare = any(max(total(facts, day), total(facts, month_end(day))) >= STANDARD for facts in fewer)
        assert spare or min(coming_total(told, way, on, at) for at in (day, month_end(day))) < STANDARD, day


def coming_total(told: Mapping[str, object], way: Plan, on: date, day: date) -> int:
    """The points that are sure on a day in the life that comes of a plan."""
    to_come, next_base = life_to_come(told, way)
    if next_base is None:
        return total(parse_facts(to_come, on=on), day)
    return total(parse_facts(advance(to_come, on, day, next_base), on=day), day)


HARMLESS = {
    "degree": {"education"},
    "credential": {"credential", "credential_fits_job"},
    "base": {"contributions", "base_multiple", "employed_in_shanghai", "insured_now"},
    "resume_insurance": {"contributions", "employed_in_shanghai", "insured_now"},
    "tax_records": {"contributions"},
}
"""What a step may make true: no marriage, no award, no records, no paper that one does not have."""


def assert_asks_nothing_absurd(told: Mapping[str, object], way: Plan, on: date) -> None:
    assert len(way.steps) <= 3
    assert len(set(ids(way))) == len(way.steps)
    for step in way.steps:
        assert set(step.facts) <= HARMLESS[step.id]
        values = dict(step.label.values)
        assert all(value > 0 for name, value in values.items() if name != "keep" and isinstance(value, int))
        if step.id == "degree":
            assert best(told, "education", EDUCATION) < EDUCATION[str(step.facts["education"])]
        if step.id == "credential":
            gained = str(step.facts["credential"])
            assert best(told, "credential", CREDENTIAL) < CREDENTIAL[gained]
            if "title" in gained:
                assert worst(told, "education", EDUCATION) >= EDUCATION["associate"]
        if step.id == "base":
            assert_base_is_told_in_yuan(step, on)
        if "contributions" in step.facts:
            assert_only_the_present_or_wrong_months_change(told, step, on)


def levels(told: Mapping[str, object], key: str, worth: Mapping[str, int]) -> list[int]:
    value = told[key]
    return [worth[str(level)] for level in (value if isinstance(value, list) else [value])]


def best(told: Mapping[str, object], key: str, worth: Mapping[str, int]) -> int:
    return max(levels(told, key, worth))


def worst(told: Mapping[str, object], key: str, worth: Mapping[str, int]) -> int:
    return min(levels(told, key, worth))


YUAN = {"0.8": 9117, "1": 11396, "2": 22792, "3": 34188}


def assert_base_is_told_in_yuan(step: Step, on: date) -> None:
    values = dict(step.label.values)
    yuan = YUAN[str(values["multiple"])]
    assert values["yuan"] == yuan
    if "contributions" in step.facts:
        assert listed(step.facts)[-1] == {"month": months_up_to(on, 1)[0], "base": yuan}
    else:
        assert step.facts["base_multiple"] == float(str(values["multiple"]))


def listed(facts: Mapping[str, object]) -> list[Told]:
    return cast(list[Told], facts.get("contributions", []))


def assert_only_the_present_or_wrong_months_change(told: Mapping[str, object], step: Step, on: date) -> None:
    this_month = months_up_to(on, 1)[0]
    before = {str(each["month"]): each for each in listed(told)}
    after = {str(each["month"]): each for each in listed(step.facts)}
    changed = {month for month in before | after if before.get(month) != after.get(month)}
    if step.id == "tax_records":
        assert all(after[month] == {**before[month], "tax_matches": True} for month in changed)
        assert not any(before[month].get("backpaid", False) for month in changed)
    else:
        assert changed <= {this_month}


def assert_plans_are_right(told: Mapping[str, object], on: date, *, exact: bool = True) -> Plans:
    found = planned(told, on)
    assert [way.reaches_on for way in found.plans] == sorted(way.reaches_on for way in found.plans)
    assert len(found.plans) <= MOST_PLANS
    for way, other in permutations(found.plans, 2):
        if all(step.facts in [each.facts for each in way.steps] for step in other.steps):
            assert months_of(other.reaches_on) - months_of(way.reaches_on) >= 3
    for way in found.plans:
        assert_reaches(told, way, on)
        assert_needs_every_step(told, way, on)
        if exact or life_to_come(told, way)[1] is None:
            assert_is_as_soon_as_it_can_be(told, way, on)
        assert_asks_nothing_absurd(told, way, on)
    assert_waits_just_when_time_alone_gets_there(told, found, on)
    return found


def assert_waits_just_when_time_alone_gets_there(told: Mapping[str, object], found: Plans, on: date) -> None:
    """The plan of no steps is there if some month ends with 120, and names the first day in it that holds."""
    facts = parse_facts(told, on=on)
    waits = [way.reaches_on for way in found.plans if not way.steps]
    assert waits == ([] if facts.serious_crime else [*first_day_that_holds(facts, on)])
    # Whatever is later than waiting needs no step.
    assert all(way.reaches_on <= waits[0] for way in found.plans if waits)


def first_day_that_holds(facts: Facts, on: date) -> Iterator[date]:
    if total(facts, on) >= STANDARD:
        yield on
        return
    months = range(months_of(on), months_of(on) + HORIZON)
    ends = [total(facts, last_day(months[0]))]
    ends += [month.total.min for month in forecast(facts, until=last_day(months[-1])).months]
    for month, end in zip(months, ends, strict=True):
        if end >= STANDARD:
            days = (first_day(month) + timedelta(days=number) for number in range(31))
            yield next(day for day in days if day >= on and total(facts, day) >= STANDARD)
            return


def below(pick: Random, on: date, family: str | None = None) -> Person:
    """Somebody known in full who has less than 120 today, without a serious crime."""
    while True:
        person = known_person(pick, on, family)
        person["serious_crime"] = False
        born = person.get("birth_date", f"{on.year - person.get('age', 0)}")
        if on.year - int(born[:4]) < 85 and score(parse_facts(person, on=on)).total.min < STANDARD:
            return person


LATER_DAYS = (date(2028, 2, 29), date(2029, 12, 31), date(2031, 7, 1))
"""After the end of the rule book."""


@pytest.mark.parametrize("family", ["contributions", "counts"])
def test_every_plan_of_anybody_below_120_keeps_what_it_promises(family: str) -> None:
    pick = Random(f"plans {family}")
    seen: Counter[str] = Counter()
    for number in range(sampled(40)):
        on = LATER_DAYS[number % 3] if number % 8 == 0 else a_day(pick)
        person = below(pick, on, family)
        found = assert_plans_are_right(person, on)
        for way in found.plans:
            seen.update(ids(way) or ["waiting"])
            seen["certain"] += assert_reaches_by_the_plain_scorer(person, way, on)
    assert {"waiting", "degree", "credential", "base", "resume_insurance", "certain"} <= set(seen) or MUTATING


@settings(max_examples=sampled(25))
@given(seed=st.integers(0, 2**32), on=dates())
def test_any_plan_keeps_what_it_promises(seed: int, on: date) -> None:
    assert_plans_are_right(below(Random(seed), on), on)


def test_plans_from_partial_knowledge_keep_it_too() -> None:
    pick = Random(3)
    for _ in range(sampled(30)):
        on = a_day(pick)
        told = partly_known(pick, below(pick, on), on).told
        assert_plans_are_right(told, on, exact=False)


# --------------------------------------------------------------------------------------------- people worth a thought

PEOPLE: dict[str, tuple[Told, date]] = {
    "a list that ends this month": (person_with(**paid(30, 8_000)), ON),
    "a list told backwards": (person_with(contributions=paid_months(30, 8_000)[::-1], insured_months_total=30), ON),
    "a list that ended last month": (person_with(**paid(30, 8_000, LAST_MONTH)), ON),
    "a list that ended last month, and nothing said of now": (
        without(person_with(**paid(30, 8_000, LAST_MONTH)), "insured_now"), ON,
    ),
    "an empty list": (person_with(**paid(0, 0)), ON),
    "an empty list and no work": (person_with(**paid(0, 0), insured_now=False), ON),
    "only the usual base": (person_with(base_multiple=1.0, insured_years=2), ON),
    "a low usual base": (person_with(base_multiple=0.7, insured_years=2), ON),
    "a usual base told in ranges": (person_with(base_multiple={"min": 0.7, "max": 1.1}, insured_years=2), ON),
    "not insured": (person_with(**paid(30, 8_000), insured_now=False), ON),
    "not employed": (person_with(**paid(30, 13_000), employed_in_shanghai=False), ON),
    "not insured, told by counts": (
        person_with(insured_months_total=30, insured_now=False, base_months={"0.8": 0}), ON,
    ),
    "a record that lapses": (person_with(**paid(48, 12_000), detention_dates=["2024-02-29"]), ON),
    "records that lapse one by one": (
        person_with(
            **paid(48, 12_000), detention_dates=["2022-03-31", "2024-02-29", "2025"], false_material_dates=["2025-06"],
        ), ON,
    ),
    "born on 29 February": (person_with(**paid(40, 8_000), birth_date="1984-02-29"), date(2026, 11, 30)),
    "a birthday before each anniversary": (
        person_with(
            **paid(30, 8_000), birth_date="1980-05-20", marriage_date="2021-05-28", spouse_shanghai_hukou=True,
        ), ON,
    ),
    "an age without a birthday": (without(person_with(**paid(40, 8_000), age=45), "birth_date"), ON),
    "married on 29 February": (
        person_with(**paid(40, 8_000), marriage_date="2024-02-29", spouse_shanghai_hukou=True), ON,
    ),
    "on 29 February": (person_with(**paid(20, 8_000, date(2028, 2, 29))), date(2028, 2, 29)),
    "on the last of January": (person_with(**paid(20, 8_000, date(2027, 1, 31))), date(2027, 1, 31)),
    "on the first of a month": (person_with(**paid(20, 8_000, date(2027, 1, 1))), date(2027, 1, 1)),
    "after the end of the rule book": (person_with(**paid(20, 8_000, date(2030, 6, 5))), date(2030, 6, 5)),
    "before the reference wage rose": (person_with(**paid(20, 10_400, date(2023, 3, 15))), date(2023, 3, 15)),
    "a title with too low a base": (
        person_with(**paid(40, 8_000), credential="intermediate_title", credential_fits_job=True), ON,
    ),
    "a title that does not fit": (
        person_with(**paid(40, 8_000), credential="intermediate_title", credential_fits_job=False), ON,
    ),
    "bases that do not match the taxes": (
        person_with(insured_months_total=48, contributions=[
            {**each, "tax_matches": number < 15, "backpaid": number == 40}
            for number, each in enumerate(paid_months(48, 12_000))
        ]), ON,
    ),
    "bases told in ranges": (
        person_with(insured_months_total=20, contributions=[
            {**each, "base": {"min": 8_000, "max": 12_000}} for each in paid_months(20, 0)
        ]), ON,
    ),
    "old and without a diploma": (person_with(**paid(48, 7_600), birth_date="1967-03-01", education="none"), ON),
    "three months before waiting would do": (
        person_with(
            birth_date="1978-06-30", insured_months_total=68, base_months={"0.8": 31, "1": 28, "2": 1, "3": 0},
            credential="skill_4", credential_fits_job=True, outlying_area="lingang", outlying_months=60,
            base_1x_months_last_12=6, spouse_shanghai_hukou=True, married_years=4,
        ),
        date(2027, 6, 13),
    ),
    "no diploma and no insurance": (person_with(education="none", insured_now=False), date(2027, 3, 3)),
    "a bachelor of whom the degree is not known": (
        person_with(**paid(6, 8_000), birth_date="1978-03-01", education=["bachelor", "bachelor_with_degree"]), ON,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PEOPLE)
def test_people_worth_a_thought_get_plans_that_keep_what_they_promise(name: str) -> None:
    told, on = PEOPLE[name]
    found = assert_plans_are_right(told, on, exact=not name.endswith("ranges"))
    assert found.plans
    assert found.note.id == "plan.note.found"


WAYS = {
    "three months before waiting would do": [
        "2028-07-01 127: credential skill_3 12 13 @2028-07-01 +10",
        "2028-10-01 120",
    ],
    # Two steps that come to the same a month before the one of five years are not told.
    "no diploma and no insurance": [
        "2030-03-01 124: credential skill_3 12 36 @2028-04-01 +60; base 0.8 9117 36 @2030-03-01 +34",
        "2030-03-01 139: degree associate 30 36 @2029-10-01 +50; base 1 11396 36 @2030-03-01 +59",
        "2030-03-01 139: base 2 22792 36 @2030-03-01 +109",
        "2031-03-01 122: credential skill_4 6 48 @2027-10-01 +30; base 1 11396 48 @2031-03-01 +62",
        "2032-04-01 120: degree bachelor_with_degree 60 61 @2032-04-01 +90",
    ],
    "a list that ends this month": [
        "2028-06-01 142: credential intermediate_title 18 19 @2028-06-01 +50; for_title 1 11396 19 @2028-06-01 +50",
        "2029-06-01 135: degree bachelor_with_degree 30 31 @2029-06-01 +40",
        "2029-11-01 120: base 0.8 9117 36 @2029-11-01 +25",
    ],
    "an empty list and no work": [
        "2028-06-01 133: credential intermediate_title 18 19 @2028-06-01 +50; for_title 1 11396 19 @2028-06-01 +53",
        "2029-06-01 120: degree bachelor_with_degree 30 31 @2029-06-01 +40",
        "2029-11-01 124: credential skill_3 12 36 @2027-12-01 +10; base 0.8 9117 36 @2029-11-01 +34",
        "2029-11-01 139: base 1 11396 36 @2029-11-01 +59",
    ],
    "a usual base told in ranges": [
        "2028-06-01 139: credential intermediate_title 18 19 @2028-06-01 +50; for_title 1 11396 19 @2028-06-01 +50",
        "2029-06-01 132: degree bachelor_with_degree 30 31 @2029-06-01 +40",
        "2029-11-01 120: base 0.8 9117 36 @2029-11-01 +25",
    ],
    "not employed": [
        "2027-05-01 139: resume_insurance 6 @2026-12-01 +53",
        "2029-06-01 126: degree bachelor_with_degree 30 31 @2029-06-01 +40",
    ],
    "records that lapse one by one": [
        "2029-03-01 148: credential intermediate_title 18 28 @2028-06-01 +50",
        "2029-06-01 138: degree bachelor_with_degree 30 31 @2029-06-01 +40",
        "2029-11-01 151: base 2 22792 36 @2029-11-01 +50",
        "2030-12-31 154",
    ],
    "a birthday before each anniversary": [
        "2028-05-28 121: credential skill_3 12 18 @2027-12-01 +10",
        "2029-06-01 156: degree bachelor_with_degree 30 31 @2029-06-01 +40",
        "2029-11-01 141: base 0.8 9117 36 @2029-11-01 +25",
        "2030-05-28 121",
    ],
    "an age without a birthday": [
        "2028-06-01 135: credential intermediate_title 18 19 @2028-06-01 +50; for_title 1 11396 19 @2028-06-01 +50",
        "2029-06-01 126: degree bachelor_with_degree 30 31 @2029-06-01 +40",
        "2029-11-01 124: credential skill_3 12 36 @2027-12-01 +10; base 0.8 9117 36 @2029-11-01 +25",
        "2029-11-01 139: base 1 11396 36 @2029-11-01 +50",
    ],
    "on the last of January": [
        "2028-08-01 139: credential intermediate_title 18 19 @2028-08-01 +50; for_title 1 11396 19 @2028-08-01 +50",
        "2029-08-01 132: degree bachelor_with_degree 30 31 @2029-08-01 +40",
        "2030-01-01 127: credential skill_3 12 36 @2028-02-01 +10; base 0.8 9117 36 @2030-01-01 +25",
        "2030-01-01 142: base 1 11396 36 @2030-01-01 +50",
        "2030-05-01 120: base 0.8 9117 40 @2030-05-01 +25",
    ],
    "on the first of a month": [
        "2028-07-01 139: credential intermediate_title 18 18 @2028-07-01 +50; for_title 1 11396 18 @2028-07-01 +50",
        "2029-07-01 132: degree bachelor_with_degree 30 30 @2029-07-01 +40",
        "2030-01-01 127: credential skill_3 12 36 @2028-01-01 +10; base 0.8 9117 36 @2030-01-01 +25",
        "2030-01-01 142: base 1 11396 36 @2030-01-01 +50",
        "2030-05-01 120: base 0.8 9117 40 @2030-05-01 +25",
    ],
    "before the reference wage rose": [
        "2024-07-01 124: credential skill_3 12 16 @2024-04-01 +10",
        "2024-07-01 139: base 1 11396 16 @2024-07-01 +25",
        "2025-10-01 157: degree bachelor_with_degree 30 31 @2025-10-01 +40",
        "2026-07-01 120",
    ],
    "a title with too low a base": [
        "2027-05-01 139: for_title 1 11396 6 @2027-05-01 +50",
        "2029-06-01 135: degree bachelor_with_degree 30 31 @2029-06-01 +40",
        "2029-11-01 123: base 0.8 9117 36 @2029-11-01 +25",
    ],
    "bases that do not match the taxes": [
        "2027-03-01 142: tax_records 32 4 @2027-03-01 +50",
        "2028-08-01 145",
    ],
    "old and without a diploma": [
        "2029-11-01 131: credential skill_3 12 36 @2027-12-01 +60; base 1 11396 36 @2029-11-01 +50",
        "2029-11-01 121: degree associate 30 36 @2029-06-01 +50; base 1 11396 36 @2029-11-01 +50",
        "2031-12-01 142: degree bachelor_with_degree 60 61 @2031-12-01 +90; base 0.8 9117 61 @2031-12-01 +25",
        "2032-11-01 120: degree bachelor_with_degree 60 72 @2031-12-01 +90",
    ],
    "a bachelor of whom the degree is not known": [
        "2028-06-01 123: credential intermediate_title 18 19 @2028-06-01 +40; for_title 1 11396 19 @2028-06-01 +40",
        "2029-11-01 134: base 1 11396 36 @2029-11-01 +50",
        "2029-12-01 124: degree master 36 37 @2029-12-01 +40",
    ],
}
"""The ways of some of these people: the day, the total, and each step with its values, its first day and its gain."""


def in_short(way: Plan) -> str:
    steps = []
    for step in way.steps:
        values = " ".join(
            str(value).rpartition(".")[2] if key == "level" else str(value) for key, value in step.label.values
        )
        steps.append(f"{step.label.id.removeprefix('step.')} {values} @{step.earliest} +{step.gain}")
    return ": ".join(filter(None, (f"{way.reaches_on} {way.total}", "; ".join(steps))))


@pytest.mark.parametrize("name", WAYS)
def test_the_ways_of_these_people_are_these(name: str) -> None:
    told, on = PEOPLE[name]
    assert [in_short(way) for way in planned(told, on).plans] == WAYS[name]


def test_facts_are_left_as_they_were_told() -> None:
    for told, on in PEOPLE.values():
        before = deepcopy(told)
        planned(told, on)
        assert told == before


# ------------------------------------------------------------------------------------------------------------- waiting


def test_who_has_120_already_need_do_nothing_and_today() -> None:
    person = person_with(**paid(48, 12_000), education="master")
    found = planned(person)
    assert found.plans == (Plan((), ON, total(parse_facts(person, on=ON), ON)),)
    assert found.note.id == "plan.note.reached"
    assert found.missing == ()


def test_waiting_ends_on_the_very_day_a_record_lapses() -> None:
    [way] = planned(person_with(**paid(48, 12_000), detention_dates=["2022-03-31"])).plans
    assert (way.steps, way.reaches_on) == ((), date(2027, 3, 31))


def test_waiting_ends_on_an_anniversary_of_the_marriage() -> None:
    person = person_with(
        **paid(36, 9_200), insured_now=False, marriage_date="2024-12-24", spouse_shanghai_hukou=True
    )  # 30 + 50 + 9 + 25 + 4, and 120 with the second year
    person["insured_months_total"] = 36
    assert (date(2026, 12, 24), 122) in [(way.reaches_on, way.total) for way in planned(person).plans if not way.steps]


def test_waiting_that_a_birthday_undoes_in_the_same_month_is_no_plan() -> None:
    person = person_with(
        birth_date="1982-12-15", marriage_date="2023-12-05", spouse_shanghai_hukou=True, education="bachelor",
        insured_now=False, insured_months_total=72, base_months={"0.8": 0, "1": 0, "2": 0, "3": 0},
    )  # fmt: skip
    facts = parse_facts(person, on=ON)
    assert total(facts, date(2026, 12, 5)) == 30 + 60 + 18 + 12
    assert total(facts, date(2026, 12, 15)) == 29 + 60 + 18 + 12
    assert total(facts, date(2027, 12, 5)) == 29 + 60 + 18 + 16
    assert planned(person).plans[-1] == Plan((), date(2027, 12, 5), 123)


NO_BASE: Told = {"base_months": {"0.8": 0, "1": 0, "2": 0, "3": 0}}


def test_who_has_just_the_standard_has_reached_it() -> None:
    person = person_with(education="bachelor_with_degree", insured_now=False, insured_months_total=0, **NO_BASE)
    found = planned(person)
    # Nobody pays insurance for this month, so the points are reached but cannot be applied for.
    assert (found.plans, found.note.id) == ((Plan((), ON, 120),), "plan.note.reached_cannot_apply")


def test_waiting_may_end_on_the_first_of_the_next_month() -> None:
    person = person_with(
        birth_date="1981-05-20", education="bachelor_with_degree", insured_months_total=11, **NO_BASE
    )  # fmt: skip
    assert planned(person).plans[0] == Plan((), date(2026, 12, 1), 27 + 90 + 3)


@pytest.mark.parametrize(
    ("married", "reached"),
    [("2025-12-05", date(2035, 12, 5)), ("2026-11-01", None), ("2026-10-31", date(2036, 10, 31))],
)
def test_waiting_may_take_until_an_anniversary_within_ten_years(married: str, reached: date | None) -> None:
    """Eighty points and forty for ten years of marriage."""
    person = person_with(
        marriage_date=married, spouse_shanghai_hukou=True, insured_now=False, insured_months_total=0, **NO_BASE
    )  # fmt: skip
    assert [way.reaches_on for way in planned(person).plans if not way.steps] == ([reached] if reached else [])


@pytest.mark.parametrize(
    ("on", "begins"),
    [(date(2026, 11, 1), date(2028, 5, 1)), (date(2026, 11, 2), date(2028, 6, 1)), (ON, date(2028, 6, 1))],
)
def test_a_step_takes_full_months_from_today(on: date, begins: date) -> None:
    person = person_with(education="bachelor_with_degree", insured_months_total=60, base_multiple=1.2)
    del person["birth_date"]
    title = [
        step
        for way in planned({**person, "age": 62}, on).plans
        for step in way.steps
        if step.facts.get("credential") == "intermediate_title"
    ]
    assert {step.earliest for step in title} == {begins}


def test_a_step_is_needless_on_a_day_on_which_the_standard_is_just_reached_without_it() -> None:
    person = person_with(
        birth_date="1983-12-15", marriage_date="2023-12-05", spouse_shanghai_hukou=True, insured_now=False,
        insured_months_total=96, base_months={"0.8": 0, "1": 0, "2": 0, "3": 0},
    )  # fmt: skip
    facts = parse_facts(person, on=ON)
    assert (total(facts, date(2027, 12, 5)), total(facts, date(2027, 12, 15))) == (120, 119)
    ways = {tuple(ids(way)): way.reaches_on for way in planned(person).plans}
    assert ways["resume_insurance",] == date(2027, 12, 15)
    assert ways[()] == date(2028, 12, 5)


# ------------------------------------------------------------------------------------------------------ what is offered


def test_a_title_for_who_has_no_months_at_the_reference_wage_comes_with_the_base() -> None:
    found = planned(person_with(**paid(36, 8_000)))
    titles = [way for way in found.plans if way.steps[0].facts.get("credential") == "intermediate_title"]
    assert titles
    for way in titles:
        assert ids(way) == ["credential", "base"]
        assert way.steps[1].label.id == "step.for_title"


def test_a_title_for_who_has_the_months_comes_alone() -> None:
    found = planned(person_with(**paid(2, 12_000)))
    assert ["credential"] in [ids(way) for way in found.plans]


def test_a_title_held_is_made_to_count_by_half_a_year_at_the_reference_wage() -> None:
    found = planned(person_with(**paid(40, 8_000), credential="intermediate_title", credential_fits_job=True))
    assert ids(found.plans[0]) == ["base"]
    assert found.plans[0].steps[0].label.id == "step.for_title"
    assert found.plans[0].reaches_on == date(2027, 5, 1)
    assert dict(found.plans[0].steps[0].label.values)["keep"] == 6


def test_nobody_is_told_to_more_than_double_the_pay_of_a_present_job() -> None:
    pick = Random(5)
    for _ in range(sampled(60)):
        on = a_day(pick)
        person = below(pick, on, "contributions")
        if person["insured_now"] and person["employed_in_shanghai"] and person["contributions"]:
            now = max(person["contributions"], key=lambda each: each["month"])["base"]
            for step in (step for way in planned(person, on).plans for step in way.steps if step.id == "base"):
                assert cast(int, listed(step.facts)[-1]["base"]) <= 2 * now + 1


@pytest.mark.parametrize("told", [{}, {"base_months": {"1": 3}}, {"contributions": []}])
def test_pay_that_is_not_known_is_taken_to_be_able_to_double_the_reference_wage(told: Told) -> None:
    life = Life(parse_facts({**CLEAN, **told}, on=ON), rule_book(ON).wages)
    bases = [dict(option.values)["multiple"] for group in options(life) for option in group if option.id == "base"]
    assert bases == ["0.8", "1", "2"]


def test_a_way_that_another_makes_needless_is_not_told() -> None:
    person = person_with(birth_date="1981-03-20", education="none", **{**paid(60, 7_600), "insured_months_total": 120})
    found = planned(person)
    ways = [(way.reaches_on, [step.facts.get("credential") or step.facts.get("education") for step in way.steps])
            for way in found.plans]  # fmt: skip
    # Skill grade 4 with a base of 1x would do on the same day, but grade 3 needs no other step.
    assert ways == [
        (date(2029, 11, 1), ["skill_3"]),
        (date(2029, 11, 1), ["associate", None]),
        (date(2031, 12, 1), ["bachelor_with_degree"]),
    ]


def test_of_ways_on_the_same_day_those_that_take_less_pay_come_first() -> None:
    person = person_with(
        birth_date="1984-03-20", education="none", insured_now=False, insured_months_total=24, contributions=[]
    )
    bases = [(way.reaches_on, base_of(way)) for way in planned(person).plans]
    assert bases == sorted(bases)
    assert len({day for day, _ in bases}) < len(bases)


def base_of(way: Plan) -> float:
    """The multiple that a way asks the base to be kept at, or 0."""
    return max([float(str(dict(step.label.values).get("multiple", 0))) for step in way.steps], default=0)


def test_ways_years_later_than_the_soonest_are_not_told_but_waiting_is() -> None:
    late = 0
    pick = Random(6)
    for _ in range(sampled(100)):
        on = a_day(pick)
        ways = planned(below(pick, on), on).plans
        for way in ways[1:]:
            years = months_of(way.reaches_on) - months_of(ways[0].reaches_on) > LATE_MONTHS
            late += years
            assert not way.steps or not years
    assert late > 0


@pytest.mark.parametrize("name", PEOPLE)
def test_the_soonest_ways_are_told_and_waiting_in_any_case(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told, on = PEOPLE[name]
    monkeypatch.setattr("scoring.plan.MOST_PLANS", 100)
    ways = planned(told, on).plans
    monkeypatch.setattr("scoring.plan.MOST_PLANS", 2)
    assert planned(told, on).plans == (ways[:2] if ways[-1].steps else (*ways[:-1][:1], ways[-1]))


# ---------------------------------------------------------------------------------------------------- nothing to offer


def test_a_serious_crime_leaves_no_plan() -> None:
    for told in (CLEAN, person_with(**paid(48, 40_000), education="doctor")):
        found = planned({**told, "serious_crime": True})
        assert (found.plans, found.note.id) == ((), "plan.note.vetoed")


def test_what_is_not_known_is_named_where_it_leaves_no_plan() -> None:
    found = planned(without(CLEAN, "false_material_dates"))
    assert found.plans == ()
    assert found.note.id == "plan.note.unknown"
    assert set(found.missing) == {"insured_years", "contribution_base", "false_material"}
    assert dict(found.note.values) == {"indicators": tuple(f"indicator.{indicator}" for indicator in found.missing)}


def test_what_is_not_known_is_named_beside_plans_too() -> None:
    found = planned(person_with(insured_months_total=36))
    assert found.plans
    assert found.missing == ("contribution_base",)


def test_who_can_do_nothing_is_told_so() -> None:
    found = planned(
        person_with(
            birth_date="1960-01-01", education="none", credential="skill_1", credential_fits_job=False,
            insured_months_total=0, base_multiple=0.1, base_months={"0.8": 0, "1": 0, "2": 0, "3": 0},
        )
    )  # fmt: skip
    assert (found.plans, found.missing) == ((), ())
    assert found.note.id == "plan.note.none"


def test_facts_of_a_day_before_the_first_rule_book_have_no_plan() -> None:
    with pytest.raises(NoRuleBookError):
        planned({}, date(2022, 12, 31))


def test_every_step_and_note_can_be_told_in_words() -> None:
    people: list[tuple[Told, date]] = [
        *((partly.told, partly.on) for partly in random_partial_people(40, 8)),
        *PEOPLE.values(),
        (person_with(serious_crime=True), ON),
    ]
    found = [planned(told, on) for told, on in people]
    reasons = [each.note for each in found]
    reasons += [step.label for each in found for way in each.plans for step in way.steps]
    assert len({reason.id for reason in reasons}) > 8
    for language in LOCALES:
        text = texts(language)
        assert all(because(reason, text) for reason in reasons)


# ----------------------------------------------------------------------------------------------------- what can be done


def can_do(told: Told, wages: Wages | None = None) -> list[tuple[object, ...]]:
    """Every option of somebody: the identity, kind, effort, months, facts, values and next base."""
    life = Life(parse_facts(told, on=ON), wages or rule_book(ON).wages)
    return [
        (each.id, each.kind, each.effort, each.months, each.facts, dict(each.values), each.next_base)
        for group in options(life)
        for each in group
    ]


def studies(told: Told) -> list[tuple[object, ...]]:
    return [option for option in can_do(told) if option[0] in ("degree", "credential")]


def degree(to: str, months: int) -> tuple[object, ...]:
    values = {"level": f"education.{to}", "duration": months}
    return "degree", "degree", months, months, {"education": to}, values, None


def credential(to: str, months: int) -> tuple[object, ...]:
    values = {"level": f"credential.{to}", "duration": months}
    return "credential", "credential", months, months, {"credential": to, "credential_fits_job": True}, values, None


@pytest.mark.parametrize(
    ("told", "studied"),
    [
        ({}, []),
        ({"education": "none"}, [degree("associate", 30), degree("bachelor_with_degree", 60)]),
        ({"education": ["none", "associate"]}, []),
        ({"education": "doctor"}, []),
        ({"education": ["bachelor", "bachelor_with_degree"]}, [degree("master", 36)]),
        ({"credential": "none"}, [credential("skill_4", 6), credential("skill_3", 12)]),
        ({"credential": ["none", "skill_4"]}, [credential("skill_3", 12)]),
        ({"credential": "intermediate_title"}, []),
        (
            {"credential": "skill_3", "education": "master"},
            [degree("doctor", 48), credential("skill_2", 36), credential("intermediate_title", 18)],
        ),
        ({"credential": "intermediate_title", "education": "doctor"}, [credential("senior_title", 60)]),
        (
            {"credential": "skill_5", "education": "none"},
            [
                degree("associate", 30), degree("bachelor_with_degree", 60), credential("skill_4", 6),
                credential("skill_3", 12),
            ],
        ),
    ],
)  # fmt: skip
def test_what_can_be_studied_leads_from_the_level_that_one_surely_has(
    told: Told, studied: list[tuple[object, ...]]
) -> None:
    assert studies(told) == studied


def base(multiple: str, yuan: int, effort: int, facts: Told, kept: bool) -> tuple[object, ...]:
    amount = Amount(Fraction(yuan), Fraction(yuan)) if kept else None
    return "base", "contributions", effort, 0, facts, {"multiple": multiple, "yuan": yuan}, amount


WORK: Told = {"employed_in_shanghai": True, "insured_now": True}


def test_a_base_that_is_not_listed_is_told_as_the_usual_one() -> None:
    assert can_do({"base_multiple": 0.9}) == [base("1", 11396, 2, {"base_multiple": 1.0}, kept=False)]
    assert can_do({"base_multiple": 0.7, "insured_now": False}) == [
        ("resume_insurance", "contributions", 0, 0, WORK, {}, None),
        base("0.8", 9117, 1, {**WORK, "base_multiple": 0.8}, kept=False),
        base("1", 11396, 2, {**WORK, "base_multiple": 1.0}, kept=False),
        base("2", 22792, 3, {**WORK, "base_multiple": 2.0}, kept=False),
    ]


def test_a_base_of_listed_months_is_told_as_that_of_the_present_one() -> None:
    months: list[Told] = [{"month": "2026-11", "base": 7_000}, {"month": "2026-10", "base": 6_000, "backpaid": True}]

    def now(yuan: int) -> Told:
        return {"contributions": [months[1], {"month": "2026-11", "base": yuan}]}

    assert can_do({"contributions": months}) == [
        base("0.8", 9117, 1, now(9117), kept=True), base("1", 11396, 2, now(11396), kept=True),
    ]  # fmt: skip


def test_work_is_resumed_at_the_last_base_in_whatever_order_the_months_are_listed() -> None:
    months: list[Told] = [
        {"month": "2026-08", "base": 5_000}, {"month": "2026-09", "base": {"min": 11_396, "max": 12_000}},
        {"month": "2026-07", "base": 9_000},
    ]  # fmt: skip
    first, *_ = can_do({"contributions": months})
    facts = {**WORK, "contributions": [*months, {"month": "2026-11", "base": {"min": 11_396, "max": 12_000}}]}
    assert first == (
        "resume_insurance", "contributions", 0, 0, facts, {}, Amount(Fraction(11_396), Fraction(12_000)),
    )  # fmt: skip
    assert can_do({"contributions": []})[0] == ("resume_insurance", "contributions", 0, 0, WORK, {}, None)


def test_a_base_is_asked_in_yuan_of_the_latest_reference_wage() -> None:
    yuan = [option[5] for option in can_do({"base_multiple": 0.7}, rule_book(ON).wages.otherwise())]
    assert yuan == [{"multiple": "0.8", "yuan": 10_062}, {"multiple": "1", "yuan": 12_577}]


def test_tax_records_are_put_right_only_of_valid_months_that_do_not_match() -> None:
    months: list[Told] = [
        {"month": "2026-11", "base": 40_000, "tax_matches": False}, {"month": "2026-10", "base": 40_000},
        {"month": "2026-09", "base": 40_000, "tax_matches": False, "backpaid": True},
        {"month": "2026-08", "base": 40_000, "tax_matches": False},
    ]  # fmt: skip
    mended = [{**months[0], "tax_matches": True}, *months[1:3], {**months[3], "tax_matches": True}]
    [option] = can_do({"contributions": months})
    assert option == ("tax_records", "tax_records", 3, 3, {"contributions": mended}, {"months": 2}, None)


def test_learning_is_one_group_and_insurance_another() -> None:
    groups = options(Life(parse_facts({"education": "none", "credential": "none"}, on=ON), rule_book(ON).wages))
    assert [{option.id for option in group} for group in groups] == [{"degree", "credential"}, {"base"}]
    assert options(Life(parse_facts({"base_multiple": 3}, on=ON), rule_book(ON).wages)) == ()


# ------------------------------------------------------------------------------------------------------- the data of it


def test_the_actions_lead_from_levels_to_higher_ones_that_facts_can_have() -> None:
    data = actions()
    for study in data.degrees:
        assert all(EDUCATION[origin] < EDUCATION[study.to] for origin in study.origins)
    for study in data.credentials:
        assert all(CREDENTIAL[origin] < CREDENTIAL[study.to] for origin in study.origins)
        assert set(study.needs_education or ()) <= set(EDUCATION)
    assert all(study.months > 0 for study in (*data.degrees, *data.credentials))
    assert data.horizon_months == HORIZON
    assert full_years(data.reviewed, ON) == 0


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ("horizon_months = 120", "", "horizon_months is missing"),
        ('multiples = ["0.8", "1", "2", "3"]', 'multiples = ["0.8", "1.5"]', "unknown multiples 1.5"),
        ("most_raise = 2", "most_raise = 2\nmost_fun = 1", "unknown most_fun"),
        ('to = "doctor"', 'too = "doctor"', "to is missing"),
    ],
)
def test_wrong_actions_are_refused_with_their_place(line: str, instead: str, said: str) -> None:
    text = data_text("actions.toml")
    assert line in text
    with pytest.raises(RuleBookError, match=said):
        read_actions(text.replace(line, instead))


# ------------------------------------------------------------------------------------------------- a provisional wage

PROVISIONAL = (("reference", 11396), ("other", 12577))
THIRTY_MONTHS_AT_12000 = person_with(**paid(30, 12_000), birth_date="1990-01-01", education="associate")
"""30 + 50 + 6 today; 12000 is 1x by the provisional wage and not by the other."""


def test_a_day_that_hangs_on_the_provisional_wage_says_when_it_would_be_otherwise() -> None:
    [waiting] = planned(THIRTY_MONTHS_AT_12000).plans
    assert (waiting.reaches_on, waiting.total) == (date(2027, 5, 1), 139)
    assert waiting.caution == Reason("plan.otherwise.later", (*PROVISIONAL, ("day", "2029-05-01")))


def test_a_day_that_would_never_come_by_the_other_wage_says_so() -> None:
    person = {**THIRTY_MONTHS_AT_12000, "birth_date": "1968-01-01"}
    waiting = next(way for way in planned(person).plans if not way.steps)
    assert waiting.caution == Reason("plan.otherwise.never", PROVISIONAL)


def test_whoever_is_there_by_the_provisional_wage_alone_is_told() -> None:
    person = person_with(**paid(36, 12_000), birth_date="1990-01-01", education="associate")
    [here] = planned(person).plans
    assert (here.reaches_on, here.total) == (ON, 139)
    assert here.caution is not None
    enough = {**person, **paid(36, 13_000)}
    assert [way.caution for way in planned(enough).plans] == [None]


def test_bases_that_hold_by_either_wage_once_the_taxes_match_are_not_doubted() -> None:
    person = person_with(**paid(36, 13_000), birth_date="1990-01-01", education="associate")
    person["contributions"] = [{**month, "tax_matches": False} for month in paid_months(36, 13_000)]
    mended = next(way for way in planned(person).plans if ids(way) == ["tax_records"])
    assert mended.caution is None


def test_a_base_to_be_kept_names_what_it_would_be_by_the_other_wage() -> None:
    person = {**THIRTY_MONTHS_AT_12000, **paid(30, 9_000)}
    ways = [(way, step) for way in planned(person).plans for step in way.steps if step.id == "base"]
    assert ways
    for way, step in ways:
        yuan = {"0.8": 10_062, "1": 12_577, "2": 25_154}[str(dict(step.label.values)["multiple"])]
        assert step.caution == Reason("step.otherwise", (*PROVISIONAL, ("yuan", yuan)))
        # It says all that there is to say.
        assert way.caution is None


def test_a_base_told_as_a_multiple_is_told_of_as_provisional_where_the_day_rests_on_it() -> None:
    person = person_with(birth_date="1990-01-01", education="associate", insured_months_total=36)
    person["base_multiple"] = 1.2
    counted = {**person, "base_months": {"0.8": 36, "1": 36, "2": 0, "3": 0}}
    [here] = planned(counted).plans
    assert here.caution == Reason("warning.reference_wage_provisional", PROVISIONAL)
    assert planned({**counted, "education": "master"}).plans[0].caution is None
    before_it_begins = {**counted, "birth_date": "1988-01-01"}
    assert [way.caution for way in planned(before_it_begins, date(2025, 1, 1)).plans] == [None]


def test_a_day_to_come_rests_on_the_base_that_was_told_to_be_usual() -> None:
    person = person_with(birth_date="1990-01-01", education="associate", insured_months_total=12, base_multiple=1.2)
    waiting = next(way for way in planned(person).plans if not way.steps)
    assert waiting.reaches_on > ON
    assert waiting.caution == Reason("warning.reference_wage_provisional", PROVISIONAL)


def test_a_title_rests_on_the_base_that_it_takes() -> None:
    person = person_with(birth_date="1990-01-01", education="none", insured_months_total=12, base_multiple=1.2)
    titled = {**person, "credential": "senior_title", "credential_fits_job": True, "base_1x_months_last_12": 12}
    [here] = planned(titled).plans
    assert here.caution == Reason("warning.reference_wage_provisional", PROVISIONAL)


def test_a_base_kept_before_the_provisional_wage_begins_hangs_on_nothing() -> None:
    on = date(2023, 1, 1)
    person = {
        **person_with(birth_date="1992-01-01", education="associate", insured_months_total=0),
        "base_multiple": 0.5,
    }
    early = [step for way in planned(person, on).plans for step in way.steps if step.id == "base"]
    assert any(step.caution is None for step in early)


def test_whoever_is_there_and_cannot_apply_is_told_what_is_not_met() -> None:
    person = person_with(birth_date="1990-01-01", education="master", insured_months_total=36)
    assert planned(person).note == Reason("plan.note.reached")
    note = planned({**person, "residence_permit": False, "insured_now": False}).note
    lacking = (Term("condition.residence_permit.name"), Term("condition.insured_now.name"))
    assert note == Reason("plan.note.reached_cannot_apply", (("conditions", lacking),))
