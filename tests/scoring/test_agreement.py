"""On people of whom everything is known the scorer says what the plain second scorer says, point for point."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import parse_facts
from scoring.interval import Interval
from scoring.score import Score, score
from tests.sampling import sampled, some_of
from tests.scoring.naive import (
    CONDITIONS,
    INDICATORS,
    NaiveScore,
    Person,
    base_counts,
    months_up_to,
    naive_score,
    reaches,
    wage_of,
)
from tests.scoring.people import LAST_DAY, a_day, contradicted, dates, known_person, random_people, unhurried

FAMILIES = ("contributions", "counts")


def exactly(points: int) -> Interval:
    return Interval(points, points)


def other_total(found: Score) -> Interval | None:
    """The total with 12577 from 2026-07, as the warning tells it; none where it is the same."""
    return next((caution.other_total for caution in found.cautions if caution.id == "reference_wage_provisional"), None)


def least_base(month: str, multiple: str) -> int:
    """The least whole base that reaches the multiple in that month."""
    base = 0
    for step in (10_000, 1_000, 100, 10, 1):
        while not reaches(base, wage_of(month), multiple):
            base = base + step
        base = base - step
    return base + 1


def scored(person: Person, on: date) -> Score:
    return score(parse_facts(person, on=on))


def assert_warned(found: Score, person: Person, plain: NaiveScore) -> None:
    """What the contract says is never without a warning: the provisional wage, and a title that gives nothing."""
    told = {caution.id for caution in found.cautions}
    if found.on < date(2026, 7, 1):
        assert "reference_wage_provisional" not in told
    if any(entry["month"] >= "2026-07" and base_counts(entry) for entry in person.get("contributions", [])):
        assert "reference_wage_provisional" in told
    if person["credential"] != "none" and plain.items["credential"] == 0:
        assert any(caution.startswith("credential_") for caution in told)
    assert ("rulebook_expired" in told) == (found.on > LAST_DAY)


def assert_agree(person: Person, on: date) -> NaiveScore:
    found = scored(person, on)
    plain = naive_score(person, on)
    assert {item.indicator: item.points for item in found.items} == {
        indicator: exactly(points) for indicator, points in plain.items.items()
    }
    assert {item.indicator: item.counted for item in found.items} == plain.counted
    assert {condition.id: condition.met for condition in found.conditions} == plain.conditions
    assert found.total == exactly(plain.total)
    assert found.gap == exactly(max(0, 120 - plain.total))
    assert found.verdict == plain.verdict
    assert found.can_apply == plain.can_apply
    assert_warned(found, person, plain)
    assert other_total(found) == (None if plain.other_total is None else exactly(plain.other_total))
    return plain


def test_the_indicators_and_conditions_are_those_of_the_contract_in_its_order() -> None:
    found = score(parse_facts({}, on=date(2026, 11, 22)))
    assert tuple(item.indicator for item in found.items) == INDICATORS
    assert tuple(condition.id for condition in found.conditions) == CONDITIONS


@pytest.mark.parametrize("family", FAMILIES)
def test_five_thousand_random_people_have_the_same_score(family: str) -> None:
    seen: Counter[tuple[str, int]] = Counter()
    for on, person in random_people(5_000, 20_261_122, family):
        plain = assert_agree(person, on)
        seen.update(plain.items.items())
        seen[plain.verdict, 0] += 1
        seen["other_total", plain.other_total is not None] += 1
    often = sampled(5_000) // 100
    tiers = {seen["contribution_base", points] > often for points in (0, 25, 50, 100, 120)}
    verdicts = {seen[verdict, 0] > often for verdict in ("reached", "not_reached", "vetoed")}
    assert tiers | verdicts == {True}
    assert seen["other_total", True] > often or family == "counts"


def test_facts_that_do_not_decide_change_nothing() -> None:
    pick = Random(1)
    for _ in range(sampled(2_000)):
        on = a_day(pick)
        assert_agree(contradicted(pick, known_person(pick, on)), on)


@pytest.mark.parametrize("multiple", ["0.8", "1", "2", "3"])
def test_every_tier_agrees_at_its_edges_in_every_month_of_the_rule_book(multiple: str) -> None:
    """The oldest months of the window, just enough or one too few, at the very base or one yuan under it."""
    window, needed = (36, 24) if multiple == "3" else (48, 36)
    person = known_person(Random(3), date(2023, 1, 1), "contributions")
    person.update({"age": 40, "married_years": 3, "insured_months_total": 400, "credential": "senior_title"})
    person.pop("birth_date", None)
    person.pop("marriage_date", None)
    person.update({"false_material_dates": [], "detention_dates": [], "minor_crime_dates": []})
    tiers = set()
    days = [date(year, month, 28) for year in range(2023, 2028) for month in range(1, 13)]
    for on in some_of(days):
        months = months_up_to(on, window + 1)
        for oldest in (window, window + 1):
            for count in (needed - 1, needed, needed + 1):
                for under in (0, 1):
                    listed = months[oldest - count : oldest]
                    person["contributions"] = [
                        {"month": month, "base": least_base(month, multiple) - under} for month in listed
                    ]
                    tiers.add(assert_agree(person, on).items["contribution_base"])
    assert len(tiers) > 1


@pytest.mark.parametrize(("base", "points"), [(9116.7, 0), (9116.79, 0), (9116.8, 25), (9116.81, 25), (11395.99, 25)])
def test_a_base_of_exactly_eight_tenths_counts_though_no_whole_yuan_makes_it(base: float, points: int) -> None:
    on = date(2026, 6, 30)
    listed = [{"month": month, "base": base} for month in months_up_to(on, 36)]
    found = score(parse_facts({"contributions": listed}, on=on))
    assert next(item.points for item in found.items if item.indicator == "contribution_base") == exactly(points)


def test_after_the_end_of_the_rule_book_its_points_go_on() -> None:
    pick = Random(4)
    for on in (date(2028, 1, 1), date(2028, 2, 29), date(2029, 2, 28), date(2031, 12, 31)):
        for _ in range(sampled(50)):
            assert_agree(known_person(pick, on), on)


@unhurried
@given(data=st.data(), on=dates(), family=st.sampled_from(FAMILIES))
def test_any_fully_known_person_has_the_same_score(data: st.DataObject, on: date, family: str) -> None:
    pick = data.draw(st.randoms(use_true_random=False))
    person = known_person(pick, on, family)
    assert_agree(person, on)
