"""Facts that contradict each other are found, what just fits is not, and the score stays what was told."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from bot.texts import LOCALES, texts
from dialogs.explain import because
from scoring.crosschecks import CROSS_CHECKS, contradictions
from scoring.facts import KINDS, parse_facts
from scoring.life import Life
from scoring.rulebook import rule_book
from scoring.score import score
from tests.scoring.naive import Person, months_up_to, naive_score
from tests.scoring.nothing_else import NO_BONUS, NO_RECORDS
from tests.scoring.people import Told, random_people

ON = date(2026, 11, 22)

TWENTY_MONTHS: Told = {"contributions": [{"month": month, "base": 12_000} for month in months_up_to(ON, 20)]}

EXAMPLES: dict[str, tuple[Told, ...]] = {
    "insured_before_sixteen": (
        {"birth_date": "2004-11-22", "insured_months_total": 85},
        {"age": 22, "insured_years": 15},
        {"age": {"min": 18, "max": 22}, "insured_months_total": {"min": 85, "max": 99}},
    ),
    "married_before_sixteen": (
        {"birth_date": "2004-11-22", "marriage_date": "2019-11-22"},
        {"age": 22, "married_years": 7},
    ),
    "base_beyond_insured": (
        {"base_months": {"2": 36}, "insured_months_total": 12},
        {"base_months": {"0.8": {"min": 24, "max": 48}}, "insured_years": 1},
    ),
    "base_out_of_order": (
        {"base_months": {"1": 35, "2": 36}},
        {"base_months": {"0.8": 5, "1": {"min": 0, "max": 48}, "3": 6}},
    ),
    "year_beyond_ever": ({"insured_months_last_12": 12, "insured_months_total": 11},),
    "year_at_1x_beyond_insured": (
        {"base_1x_months_last_12": 8, "insured_months_last_12": 6},
        {"base_1x_months_last_12": 7, "insured_months_last_12": 6, "insured_now": False},
    ),
    "listed_beyond_told": ({**TWENTY_MONTHS, "insured_months_total": 19},),
    "insured_without_work": ({"employed_in_shanghai": False, "insured_now": True},),
    "permit_expired": ({"residence_permit": True, "permit_expires": "2026-11-21"},),
    "graduate_insured_for_long": ({"fresh_graduate": True, "insured_months_total": 37},),
    "graduate_without_diploma": ({"fresh_graduate": True, "education": "none"},),
    "area_none_with_months": ({"outlying_area": "none", "outlying_months": {"min": 1, "max": 5}},),
}

NEAR_MISSES: dict[str, tuple[Told, ...]] = {
    "insured_before_sixteen": (
        {"birth_date": "2004-11-22", "insured_months_total": 84},
        {"birth_date": "2003", "insured_months_total": 85},
        {"age": {"min": 18, "max": 30}, "insured_months_total": 150},
        {"insured_months_total": 700},
        {"age": 16},
    ),
    "married_before_sixteen": (
        {"birth_date": "2004-11-22", "marriage_date": "2020-11-22"},
        {"birth_date": "2004-11-22", "marriage_date": "2019"},
        {"married_years": 70},
        {"age": 16},
    ),
    "base_beyond_insured": (
        {"base_months": {"1": 12, "2": 12}, "insured_months_total": 12},
        {"base_months": {"1": 23}, "insured_years": 1},
        {"base_months": {"2": 36}},
        {"base_months": {}, "insured_months_total": 0},
        {**TWENTY_MONTHS, "base_months": {"2": 36}, "insured_months_total": 20},
    ),
    "base_out_of_order": (
        {"base_months": {"0.8": 36, "1": 36, "2": 36, "3": 36}},
        {"base_months": {"1": {"min": 0, "max": 48}, "2": 36}},
        {**TWENTY_MONTHS, "base_months": {"1": 35, "2": 36}},
    ),
    "year_beyond_ever": (
        {"insured_months_last_12": 12, "insured_months_total": 12},
        {"insured_months_total": 5},
        {"insured_months_last_12": {"min": 5, "max": 12}, "insured_months_total": 5},
        {"insured_months_last_12": 12},
    ),
    "year_at_1x_beyond_insured": (
        {"base_1x_months_last_12": 7, "insured_months_last_12": 6},
        {"base_1x_months_last_12": 7, "insured_months_last_12": 6, "insured_now": True},
        {"base_1x_months_last_12": 6, "insured_months_last_12": 6, "insured_now": False},
        {"base_1x_months_last_12": 12},
    ),
    "listed_beyond_told": (
        {**TWENTY_MONTHS, "insured_months_total": 20},
        {**TWENTY_MONTHS, "insured_years": 1},
        TWENTY_MONTHS,
        {"insured_months_total": 1},
    ),
    "insured_without_work": (
        {"employed_in_shanghai": False, "insured_now": False},
        {"employed_in_shanghai": True, "insured_now": True},
        {"employed_in_shanghai": False},
        {"insured_now": True},
    ),
    "permit_expired": (
        {"residence_permit": True, "permit_expires": "2026-11-22"},
        {"residence_permit": True, "permit_expires": "2026"},
        {"residence_permit": False, "permit_expires": "2020"},
        {"permit_expires": "2020"},
        {"residence_permit": True},
    ),
    "graduate_insured_for_long": (
        {"fresh_graduate": True, "insured_months_total": 36},
        {"fresh_graduate": True, "insured_years": 3},
        {"fresh_graduate": False, "insured_months_total": 99},
        {"fresh_graduate": True},
    ),
    "graduate_without_diploma": (
        {"fresh_graduate": True, "education": ["none", "associate"]},
        {"fresh_graduate": False, "education": "none"},
        {"fresh_graduate": True},
    ),
    "area_none_with_months": (
        {"outlying_area": "none", "outlying_months": 0},
        {"outlying_area": "none", "outlying_months": {"min": 0, "max": 5}},
        {"outlying_area": ["none", "other"], "outlying_months": 5},
        {"outlying_area": "lingang", "outlying_months": 5},
        {"outlying_area": "none"},
    ),
}


def found(told: Told) -> list[str]:
    return [check.id for check, _ in contradictions(Life(parse_facts(told, on=ON), rule_book(ON).wages), ON)]


def cases(of: dict[str, tuple[Told, ...]]) -> list[tuple[str, Told]]:
    return [(id, told) for id, each in of.items() for told in each]


def test_every_check_has_examples_and_near_misses() -> None:
    assert set(EXAMPLES) == set(NEAR_MISSES) == {check.id for check in CROSS_CHECKS}


@pytest.mark.parametrize(("id", "told"), cases(EXAMPLES))
def test_a_contradiction_is_found_and_nothing_else(id: str, told: Told) -> None:
    assert found(told) == [id]


@pytest.mark.parametrize(("id", "told"), cases(NEAR_MISSES))
def test_what_just_fits_is_no_contradiction(id: str, told: Told) -> None:
    assert found(told) == []


def test_nothing_known_contradicts_nothing() -> None:
    assert found({}) == []


def test_the_facts_that_a_contradiction_is_between_are_facts() -> None:
    assert all(set(check.facts) <= set(KINDS) for check in CROSS_CHECKS)


def test_contradictions_are_among_the_cautions_of_a_score_with_their_facts() -> None:
    told = {"fresh_graduate": True, "education": "none", "insured_months_total": 99}
    cautions = {caution.id: caution.facts for caution in score(parse_facts(told, on=ON)).cautions}
    assert cautions["graduate_without_diploma"] == ("fresh_graduate", "education")
    assert cautions["graduate_insured_for_long"] == ("fresh_graduate", "insured_months_total")


VALUES: list[tuple[Told, dict[str, object]]] = [
    ({"birth_date": "2004-11-22", "insured_months_total": 85}, {"years": 7, "age": 22}),
    ({"age": {"min": 18, "max": 22}, "insured_months_total": {"min": 97, "max": 120}}, {"years": 8, "age": 22}),
    ({"birth_date": "2004-11-22", "marriage_date": "2019-11-22"}, {"years": 7, "age": 22}),
    ({"base_months": {"2": 36}, "insured_months_total": 12}, {"months": 36, "insured": 12}),
    ({"base_months": {"0.8": {"min": 24, "max": 48}}, "insured_years": 1}, {"months": 24, "insured": 23}),
    ({"base_months": {"0.8": 48}, "insured_months_total": {"min": 0, "max": 47}}, {"months": 48, "insured": 47}),
    ({"base_months": {"1": 35, "2": 36}}, {"lower": "1", "fewer": 35, "higher": "2", "more": 36}),
    (
        {"base_months": {"0.8": 5, "1": {"min": 0, "max": 48}, "3": {"min": 6, "max": 9}}},
        {"lower": "0.8", "fewer": 5, "higher": "3", "more": 6},
    ),
    (
        {"base_months": {"0.8": 40, "1": {"min": 3, "max": 9}, "2": {"min": 2, "max": 9}, "3": 10}},
        {"lower": "1", "fewer": 9, "higher": "3", "more": 10},
    ),
    (
        {"insured_months_last_12": {"min": 10, "max": 12}, "insured_months_total": {"min": 3, "max": 9}},
        {"months": 10, "insured": 9},
    ),
    (
        {"base_1x_months_last_12": {"min": 8, "max": 12}, "insured_months_last_12": {"min": 2, "max": 6}},
        {"months": 8, "insured": 6},
    ),
    ({**TWENTY_MONTHS, "insured_months_total": {"min": 3, "max": 19}}, {"months": 20, "insured": 19}),
    ({"employed_in_shanghai": False, "insured_now": True}, {}),
    ({"residence_permit": True, "permit_expires": "2025-02"}, {"date": "2025-02-28"}),
    ({"fresh_graduate": True, "insured_months_total": {"min": 49, "max": 99}}, {"years": 4}),
    ({"outlying_area": "none", "outlying_months": {"min": 1, "max": 5}}, {"months": 1}),
]


@pytest.mark.parametrize(("told", "values"), VALUES)
def test_a_contradiction_says_what_stands_against_what(told: Told, values: dict[str, object]) -> None:
    [(_, reason)] = contradictions(Life(parse_facts(told, on=ON), rule_book(ON).wages), ON)
    assert reason.values == tuple(values.items())


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize(("id", "told"), cases(EXAMPLES))
def test_a_contradiction_can_be_told_in_words(language: str, id: str, told: Told) -> None:
    [(_, reason)] = contradictions(Life(parse_facts(told, on=ON), rule_book(ON).wages), ON)
    assert reason.id == f"warning.{id}"
    assert because(reason, texts(language))


BLANK: Person = {
    "age": 30,
    "residence_permit": True,
    "employed_in_shanghai": True,
    "employer_in_shanghai": True,
    "insured_now": True,
    "insured_months_last_12": 12,
    "insured_months_total": 48,
    "base_months": {"0.8": 0, "1": 0, "2": 0, "3": 0},
    "base_1x_months_last_12": 0,
    "education": "none",
    "credential": "none",
    **NO_BONUS,
    "spouse_shanghai_hukou": True,
    "married_years": 0,
    **NO_RECORDS,
}

CONTRADICTED: list[Person] = [
    {"insured_months_total": 480},
    {"married_years": 40},
    {"base_months": {"0.8": 48, "1": 48, "2": 48, "3": 36}, "insured_months_total": 12},
    {"base_months": {"0.8": 0, "1": 0, "2": 36, "3": 0}},
    {"base_months": {"0.8": 36, "1": 0, "2": 0, "3": 24}},
    {"insured_months_total": 3},
    {
        "base_1x_months_last_12": 12,
        "insured_months_last_12": 2,
        "credential": "senior_title",
        "credential_fits_job": True,
    },
    {"employed_in_shanghai": False},
    {"permit_expires": "2020-01-01"},
    {"fresh_graduate": True},
    {"outlying_months": 99},
]


@pytest.mark.parametrize("told", CONTRADICTED)
def test_what_was_told_is_scored_as_it_was_told(told: Person) -> None:
    person: Person = {**BLANK, **told}
    scored, plain = score(parse_facts(person, on=ON)), naive_score(person, ON)
    assert found({**person})
    assert (scored.total.min, scored.total.max) == (plain.total, plain.total)
    assert {item.indicator: item.points.min for item in scored.items} == plain.items


def test_a_life_that_can_be_lived_contradicts_nothing_but_the_rules_of_thumb() -> None:
    seen: Counter[str] = Counter()
    for on, person in random_people(1_000, 4):
        life = Life(parse_facts(person, on=on), rule_book(on).wages)
        seen.update(check.id for check, _ in contradictions(life, on))
    # The people made at random may be graduates for long, have months in no area, and be insured out of work.
    assert set(seen) <= {
        "graduate_insured_for_long",
        "graduate_without_diploma",
        "area_none_with_months",
        "insured_without_work",
    }
