"""What an answer can still move, what it would leave, and which question decides most."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.facts import parse_facts
from scoring.interval import Interval
from scoring.relevance import (
    Outcome,
    Relevance,
    next_question,
    outcomes,
    relevance,
    sum_of,
    twin_of,
    unknown_deductions,
)
from scoring.rulebook import rule_book
from scoring.score import Score, score
from tests.scoring.nothing_else import NO_BONUS, NO_RECORDS
from tests.scoring.people import Told

ON = date(2026, 11, 22)
KNOWN: Told = {
    "age": 30,
    "education": "none",
    "credential": "none",
    "insured_months_total": 0,
    "base_multiple": 0.5,
    "base_months": dict.fromkeys(("0.8", "1", "2", "3"), 0),
    **NO_BONUS,
    "spouse_shanghai_hukou": False,
    **NO_RECORDS,
}
"""Thirty points, all of them for the age."""
SKILLED: Told = {"credential": "skill_3", "credential_fits_job": True}
"""Sixty points, at any base."""


def of(*not_known: str, **told: object) -> Score:
    """The score of the person of whom everything is known, but for some facts, and with others told instead."""
    facts = {key: value for key, value in {**KNOWN, **told}.items() if key not in not_known}
    return score(parse_facts(facts, on=ON))


def open_in(*not_known: str, **told: object) -> Relevance:
    return relevance(of(*not_known, **told))


# ---------------------------------------------------------------------------------------------------------------- swing


def test_an_unknown_answer_moves_what_it_can_add_and_a_known_one_nothing() -> None:
    swing = open_in("education", "shortage_major", "detention_dates").swing
    assert {indicator: points for indicator, points in swing.items() if points} == {
        "education": 110, "shortage_major": 30, "detention": 5_000,
    }  # fmt: skip


def test_one_of_a_pair_moves_only_what_it_has_beyond_the_other() -> None:
    assert open_in("education", **SKILLED).swing["education"] == 110 - 60
    assert open_in("credential", "credential_fits_job", education="bachelor").swing["credential"] == 140 - 60
    assert open_in("annual_tax_share", annual_local_hires_share=100).swing["investment_tax"] == 120 - 100
    unbeaten = {"credential": "senior_title", "credential_fits_job": True, "base_1x_months_last_12": 12}
    assert open_in("education", **unbeaten).swing["education"] == 0


def test_the_other_of_a_pair_is_known_by_either() -> None:
    book = rule_book(ON)
    pairs = {"education": "credential", "credential": "education", "local_hires": "investment_tax", "age": None}
    assert {indicator: twin_of(indicator, book) for indicator in pairs} == pairs


# -------------------------------------------------------------------------------------------------------------- verdict


@pytest.mark.parametrize(
    ("not_known", "told", "certain", "but_for_deductions"),
    [
        ((), {}, True, True),
        (("education",), {}, False, False),
        (("shortage_major",), {}, True, True),
        # Ninety for thirty years make just the standard, whatever the degree.
        (("education",), {"insured_months_total": 12 * 30}, True, True),
        (("shortage_major",), {"education": "bachelor"}, False, False),
        (("fresh_graduate",), {"education": "bachelor"}, True, True),
        (("detention_dates",), {"education": "bachelor_with_degree"}, False, True),
        (("detention_dates",), {}, True, True),
        # One record is certain, so that no answer to the other reaches the standard any more.
        (("detention_dates",), {"education": "bachelor_with_degree", "minor_crime_dates": ["2026-01-01"]}, True, True),
        (("shortage_major",), {"education": "doctor", "detention_dates": ["2026-01-01"]}, False, False),
        (("fresh_graduate",), {"education": "doctor", "detention_dates": ["2026-01-01"]}, True, True),
        (("serious_crime",), {"education": "bachelor_with_degree"}, False, True),
        (("serious_crime",), {}, True, True),
    ],
)
def test_a_verdict_is_certain_where_no_answer_can_move_the_total_over_the_standard(
    not_known: tuple[str, ...], told: Told, certain: bool, but_for_deductions: bool
) -> None:
    found = open_in(*not_known, **told)
    assert (found.certain, found.certain_but_for_deductions) == (certain, but_for_deductions)


def test_deductions_are_counted_before_the_floor_at_zero() -> None:
    records = {"false_material_dates": ["2026-01-01"], "minor_crime_dates": ["2026-01-01"]}
    assert sum_of(of(**records)) == Interval(30 - 300, 30 - 300)
    assert sum_of(of(**records), without=frozenset({"false_material", "minor_crime"})) == Interval(30, 30)
    assert sum_of(of("education", **SKILLED)) == Interval(90, 140)
    assert sum_of(of(**SKILLED, education="bachelor_with_degree")) == Interval(120, 120)


def test_a_deduction_is_unknown_where_it_may_be_none_or_of_another_number_of_records() -> None:
    assert unknown_deductions(of("education")) == frozenset()
    assert unknown_deductions(of("education", "detention_dates")) == {"detention"}
    assert unknown_deductions(of(detention_dates=["2026-01-01"])) == frozenset()
    assert unknown_deductions(of(detention_dates=["2026-01-01", "2021"])) == {"detention"}


# ------------------------------------------------------------------------------------------------------------- outcomes


def after(scored: Score, indicator: str) -> tuple[Outcome, ...]:
    return outcomes(scored, indicator, clean=relevance(scored).clean)


def exactly(*totals: int) -> list[Outcome]:
    return [Outcome(Interval(total, total)) for total in totals]


def test_each_class_of_answers_leaves_a_total() -> None:
    assert [*after(of("education"), "education")] == exactly(30, 80, 90, 120, 130, 140)
    assert [*after(of("shortage_major"), "shortage_major")] == exactly(30, 60)


def test_what_is_not_known_otherwise_leaves_the_total_as_open_as_it_is() -> None:
    left = [outcome.total for outcome in after(of("education", "shortage_major", "detention_dates"), "education")]
    assert left == [Interval(30 + points, 60 + points) for points in (0, 50, 60, 90, 100, 110)]


def test_answers_below_the_other_of_a_pair_leave_what_that_gives() -> None:
    assert [*after(of("education", **SKILLED), "education")] == exactly(90, 90, 90, 120, 130, 140)
    left = [outcome.total for outcome in after(of("education", credential="skill_3"), "education")]
    assert left == [(30, 90), (80, 90), (90, 90), (120, 120), (130, 130), (140, 140)]


def test_answers_that_cannot_be_any_more_are_left_out() -> None:
    assert [*after(of(education=["bachelor", "bachelor_with_degree"]), "education")] == exactly(90, 120)


# -------------------------------------------------------------------------------------------------------- next question


def test_the_question_that_most_likely_decides_is_asked_next() -> None:
    often, seldom = exactly(110, 130), (Outcome(Interval(110, 130)), *exactly(100))
    assert next_question({"seldom": seldom, "often": often}, standard=120) == "often"
    assert next_question({"often": often, "seldom": seldom}, standard=120) == "often"


def test_answers_weigh_as_much_as_they_are_common() -> None:
    rare, common = Outcome(Interval(110, 130), 1), Outcome(Interval(110, 130), 9)
    decided = Outcome(Interval(120, 130), 3)
    assert next_question({"common": [common, decided], "rare": [rare, decided]}, standard=120) == "rare"
    # A half of two and a half of eight are open alike, and so is what is left in each.
    four, one = Outcome(Interval(110, 130), 4), Outcome(Interval(110, 130), 1)
    halves = {"small": [one, Outcome(Interval(0, 9))], "great": [four, Outcome(Interval(0, 9), 4)]}
    assert next_question(halves, standard=120) == "small"
    assert next_question(dict(reversed(halves.items())), standard=120) == "great"


def test_of_two_that_decide_alike_the_one_that_leaves_less_open_is_asked() -> None:
    wide, narrow = [Outcome(Interval(100, 140))], [Outcome(Interval(119, 120))]
    assert next_question({"wide": wide, "narrow": narrow}, standard=120) == "narrow"
    assert (
        next_question({"low": [Outcome(Interval(80, 120))], "high": [Outcome(Interval(119, 140))]}, standard=120)
        == "high"
    )
    # Four narrow answers leave less open than one wide and three narrower ones.
    even = [Outcome(Interval(110, 130))] * 2
    uneven = [Outcome(Interval(100, 140), 1), Outcome(Interval(119, 120), 9)]
    assert next_question({"even": even, "uneven": uneven}, standard=120) == "uneven"


def test_of_two_that_are_alike_the_first_is_asked_and_of_none_none() -> None:
    assert next_question({"first": exactly(10), "second": exactly(20)}, standard=120) == "first"
    assert next_question({}, standard=120) is None


def test_a_total_is_decided_from_the_standard_on_and_below_it() -> None:
    at_least, below, open_ = [Outcome(Interval(120, 150))], [Outcome(Interval(0, 119))], [Outcome(Interval(119, 120))]
    assert next_question({"open": open_, "at_least": at_least}, standard=120) == "at_least"
    assert next_question({"open": open_, "below": below}, standard=120) == "below"
