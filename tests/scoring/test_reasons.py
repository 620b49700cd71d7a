"""Every line of a score says why, with the numbers it was made of: those who tell it in words have nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.facts import parse_facts
from scoring.interval import Interval
from scoring.lines import Caution, Reason
from scoring.score import Score, score
from tests.scoring.naive import months_up_to
from tests.scoring.people import Told

ON = date(2026, 11, 22)


def scored(told: object, on: date = ON) -> Score:
    return score(parse_facts(told, on=on))


# What is told; the id of the reason, which begins with the indicator; its values in their order; the cautions with it.
REASONS: list[tuple[Told, str, dict[str, object], tuple[str, ...]]] = [
    ({}, "age.unknown", {"points": "0–30", "cap": 30}, ()),
    ({"age": 45}, "age.exact", {"n": 45, "points": "27", "cap": 30}, ()),
    ({"age": {"min": 43, "max": 46}}, "age.range", {"low": 43, "high": 46, "points": "25–30", "cap": 30}, ()),
    ({"age": 70}, "age.over_60", {"n": 70, "points": "0", "cap": 30}, ("over_60",)),
    ({}, "education.unknown", {"points": "0–110", "cap": 110}, ()),
    ({"education": "none"}, "education.none", {"points": "0", "cap": 110}, ()),
    (
        {"education": "master"},
        "education.level",
        {"level": "education.master", "points": "100", "cap": 110},
        ("degree_without_diploma",),
    ),
    (
        {"education": ["none", "master"]},
        "education.several",
        {"levels": ("education.none", "education.master"), "points": "0–100", "cap": 110},
        (),
    ),
    ({}, "credential.unknown", {"points": "0–140", "cap": 140}, ()),
    ({"credential": "none"}, "credential.none", {"points": "0", "cap": 140}, ()),
    (
        {"credential": ["skill_5", "skill_4"]},
        "credential.several",
        {"levels": ("credential.skill_5", "credential.skill_4"), "points": "0–30", "cap": 140},
        (),
    ),
    (
        {"credential": "skill_2", "credential_fits_job": False},
        "credential.unfit",
        {"level": "credential.skill_2", "full": 100, "needed": 6, "points": "0", "cap": 140},
        ("credential_unfit",),
    ),
    (
        {"credential": "skill_2", "credential_fits_job": True, "base_1x_months_last_12": 5},
        "credential.low_base",
        {"level": "credential.skill_2", "full": 100, "needed": 6, "months": "5", "points": "0", "cap": 140},
        ("credential_low_base",),
    ),
    (
        {"credential": "skill_2"},
        "credential.unsure",
        {"level": "credential.skill_2", "full": 100, "needed": 6, "points": "0–100", "cap": 140},
        (),
    ),
    (
        {"credential": "skill_2", "credential_fits_job": True, "base_1x_months_last_12": 6},
        "credential.level",
        {"level": "credential.skill_2", "full": 100, "needed": 6, "points": "100", "cap": 140},
        (),
    ),
    (
        {"credential": "skill_5", "credential_fits_job": True},
        "credential.level",
        {"level": "credential.skill_5", "full": 15, "needed": 6, "points": "15", "cap": 140},
        (),
    ),
    (
        {"credential": "senior_title", "credential_fits_job": True, "base_1x_months_last_12": {"min": 4, "max": 8}},
        "credential.unsure",
        {"level": "credential.senior_title", "full": 140, "needed": 6, "points": "0–140", "cap": 140},
        (),
    ),
    ({}, "insured_years.unknown", {"n": 0, "amount": "0–720", "each": 3, "starts": 1, "points": "0–180", "cap": 0}, ()),
    (
        {"insured_months_total": 30},
        "insured_years.exact",
        {"n": 2, "amount": "30", "each": 3, "starts": 1, "points": "6", "cap": 0},
        ("insured_years_continuity",),
    ),
    (
        {"insured_months_total": 11},
        "insured_years.short",
        {"n": 0, "amount": "11", "each": 3, "starts": 1, "points": "0", "cap": 0},
        (),
    ),
    (
        {"insured_months_total": {"min": 30, "max": 50}},
        "insured_years.range",
        {"n": 2, "amount": "30–50", "each": 3, "starts": 1, "low": 2, "high": 4, "points": "6–12", "cap": 0},
        (),
    ),
    (
        {"insured_months_total": {"min": 30, "max": 32}},
        "insured_years.exact",
        {"n": 2, "amount": "30–32", "each": 3, "starts": 1, "points": "6", "cap": 0},
        ("insured_years_continuity",),
    ),
    (
        {"insured_months_total": {"min": 30, "max": 720}},
        "insured_years.at_least",
        {"n": 2, "amount": "30–720", "each": 3, "starts": 1, "points": "6–180", "cap": 0},
        ("insured_years_continuity",),
    ),
    (
        {"annual_tax_share": 373333},
        "investment_tax.exact",
        {"n": 3, "amount": "373333", "each": 10, "starts": 1, "points": "30", "cap": 120},
        ("tax_jobs_cap",),
    ),
    (
        {"annual_local_hires_share": 25.5},
        "local_hires.exact",
        {"n": 2, "amount": "25", "each": 10, "starts": 1, "points": "20", "cap": 120},
        ("tax_jobs_cap",),
    ),
    (
        {"public_service_months": 59},
        "public_service.short",
        {"n": 4, "amount": "59", "each": 4, "starts": 5, "points": "0", "cap": 0},
        (),
    ),
    (
        {"public_service_months": 72},
        "public_service.exact",
        {"n": 6, "amount": "72", "each": 4, "starts": 5, "points": "24", "cap": 0},
        (),
    ),
    ({"spouse_shanghai_hukou": False, "married_years": 5}, "spouse.closed", {"points": "0", "cap": 40}, ()),
    (
        {"spouse_shanghai_hukou": True},
        "spouse.unknown",
        {"n": 0, "amount": "0–90", "each": 4, "starts": 1, "points": "0–40", "cap": 40},
        (),
    ),
    (
        {"married_years": 5},
        "spouse.unknown",
        {"n": 5, "amount": "5", "each": 4, "starts": 1, "points": "0–20", "cap": 40},
        (),
    ),
    (
        {"spouse_shanghai_hukou": True, "married_years": 5},
        "spouse.exact",
        {"n": 5, "amount": "5", "each": 4, "starts": 1, "points": "20", "cap": 40},
        ("spouse_start",),
    ),
    ({}, "outlying_area.unknown", {"points": "0–20", "cap": 20}, ()),
    ({"outlying_area": "none"}, "outlying_area.none", {"points": "0", "cap": 20}, ()),
    (
        {"outlying_area": "lingang", "outlying_months": 25},
        "outlying_area.exact",
        {"area": "outlying_area.lingang", "n": 2, "amount": "25", "each": 2, "starts": 1, "points": "4", "cap": 20},
        ("lingang_start",),
    ),
    (
        {"outlying_area": "lingang", "outlying_months": 5},
        "outlying_area.short",
        {
            "area": "outlying_area.lingang",
            "n": 0,
            "amount": "5",
            "each": 2,
            "starts": 1,
            "points": "0",
            "cap": 20,
        },
        (),
    ),
    (
        {"outlying_area": "other", "outlying_months": 25},
        "outlying_area.short",
        {"area": "outlying_area.other", "n": 2, "amount": "25", "each": 2, "starts": 5, "points": "0", "cap": 20},
        (),
    ),
    (
        {"outlying_area": ["lingang", "other"], "outlying_months": 25},
        "outlying_area.range",
        {"area": "outlying_area.other", "n": 2, "amount": "25", "each": 2, "starts": 5, "points": "0–4", "cap": 20},
        (),
    ),
    (
        {"outlying_area": "other", "outlying_months": 65},
        "outlying_area.exact",
        {"area": "outlying_area.other", "n": 5, "amount": "65", "each": 2, "starts": 5, "points": "10", "cap": 20},
        (),
    ),
    (
        {"outlying_area": "lingang"},
        "outlying_area.range",
        {
            "area": "outlying_area.lingang",
            "n": 0,
            "amount": "0–720",
            "each": 2,
            "starts": 1,
            "points": "0–20",
            "cap": 20,
        },
        (),
    ),
    ({}, "contribution_base.unknown", {"points": "0–120", "cap": 120}, ()),
    (
        {"base_months": {"0.8": 30, "1": 0}},
        "contribution_base.none",
        {"multiple": "0.8", "window": 48, "needed": 36, "n": 30, "months": "30", "points": "0", "cap": 120},
        (),
    ),
    (
        {"base_months": {"0.8": 40, "1": 37, "2": 0, "3": 0}},
        "contribution_base.tier",
        {"multiple": "1", "window": 48, "needed": 36, "n": 37, "months": "37", "points": "50", "cap": 120},
        ("base_window",),
    ),
    (
        {"base_months": {"0.8": 40, "1": {"min": 30, "max": 37}, "2": 0, "3": 0}},
        "contribution_base.range",
        {"points": "25–50", "cap": 120},
        (),
    ),
    ({}, "entrepreneur.unknown", {"points": "0–120", "cap": 120}, ()),
    ({"entrepreneur": True}, "entrepreneur.yes", {"points": "120", "cap": 120}, ("founder_conditions",)),
    ({"entrepreneur": False}, "entrepreneur.no", {"points": "0", "cap": 120}, ()),
    ({"shortage_major": True}, "shortage_major.yes", {"points": "30", "cap": 30}, ("shortage_full_time",)),
    ({"fresh_graduate": True}, "fresh_graduate.yes", {"points": "10", "cap": 10}, ("fresh_graduate_period",)),
    ({"award": "provincial"}, "award.level", {"level": "award.provincial", "points": "110", "cap": 110}, ()),
    ({}, "detention.unknown", {"points": "-5000–0", "cap": 0}, ()),
    ({"detention_dates": []}, "detention.none", {"points": "0", "cap": 0}, ()),
    (
        {"detention_dates": ["2025-01-01", "2024-01-01"]},
        "detention.records",
        {"n": 2, "records": "2", "years": 5, "points": "-100", "cap": 0},
        (),
    ),
    (
        {"detention_dates": ["2015-01-01"]},
        "detention.lapsed",
        {"n": 0, "records": "0", "years": 5, "points": "0", "cap": 0},
        (),
    ),
    (
        {"detention_dates": ["2021"]},
        "detention.range",
        {"n": 0, "records": "0–1", "years": 5, "points": "-50–0", "cap": 0},
        (),
    ),
    (
        {"outlying_area": ["none", "other"], "outlying_months": 5},
        "outlying_area.short",
        {"area": "outlying_area.other", "n": 0, "amount": "5", "each": 2, "starts": 5, "points": "0", "cap": 20},
        (),
    ),
    (
        {"insured_months_total": 720},
        "insured_years.at_least",
        {"n": 60, "amount": "720", "each": 3, "starts": 1, "points": "180", "cap": 0},
        ("insured_years_continuity",),
    ),
    (
        {},
        "public_service.unknown",
        {"n": 0, "amount": "0–720", "each": 4, "starts": 5, "points": "0–240", "cap": 0},
        (),
    ),
    (
        {"public_service_months": {"min": 50, "max": 80}},
        "public_service.range",
        {"n": 4, "amount": "50–80", "each": 4, "starts": 5, "low": 4, "high": 6, "points": "0–24", "cap": 0},
        (),
    ),
    ({}, "award.unknown", {"points": "0–110", "cap": 110}, ()),
    ({"award": "none"}, "award.none", {"points": "0", "cap": 110}, ()),
    (
        {"detention_dates": ["2025-01-01", "2015-01-01"]},
        "detention.records",
        {"n": 1, "records": "1", "years": 5, "points": "-50", "cap": 0},
        (),
    ),
]


@pytest.mark.parametrize(("told", "case", "values", "cautions"), REASONS)
def test_a_line_says_why_with_its_numbers(
    told: Told, case: str, values: dict[str, object], cautions: tuple[str, ...]
) -> None:
    found = scored(told)
    item = next(item for item in found.items if item.indicator == case.partition(".")[0])
    assert item.reason.id == f"item.{case}"
    assert item.reason.values == tuple(values.items())
    warned = [caution for caution in found.cautions if caution.id != "reference_wage_provisional"]
    assert tuple(caution.id for caution in warned) == cautions
    for caution in warned:
        assert caution.reason == (f"warning.{caution.id}", item.reason.values)


# ------------------------------------------------------------------------------------------------- a provisional wage


def paid_for(months: int) -> Told:
    """Contributions up to the present month, those since 2026-07 at three times the wage as it is told, no more."""
    listed = [{"month": each, "base": 34_188 if each >= "2026-07" else 40_000} for each in months_up_to(ON, months)]
    records: Told = {"false_material_dates": [], "detention_dates": [], "minor_crime_dates": []}
    return {"age": 30, "insured_months_total": 36, "contributions": listed, **records}


@pytest.mark.parametrize(
    ("told", "on", "warned"),
    [
        ({}, ON, False),
        ({"base_multiple": 1}, ON, True),
        ({"base_months": {"1": 3}}, ON, True),
        ({"base_1x_months_last_12": 3}, ON, True),
        ({"base_multiple": 1}, date(2026, 7, 1), True),
        ({"base_multiple": 1}, date(2026, 6, 30), False),
        ({"contributions": []}, ON, False),
        ({"contributions": [{"month": "2026-06", "base": 9_000}]}, ON, False),
        ({"contributions": [{"month": "2026-06", "base": 9_000}], "base_multiple": 1}, ON, False),
        ({"contributions": [{"month": "2026-07", "base": 9_000}]}, ON, True),
        ({"contributions": [{"month": "2026-05", "base": 9_000}, {"month": "2026-07", "base": 9_000}]}, ON, True),
    ],
)
def test_a_provisional_wage_is_told_where_a_base_was_measured_by_it(told: Told, on: date, warned: bool) -> None:
    cautions = [caution for caution in scored(told, on).cautions if caution.id == "reference_wage_provisional"]
    provisional = Reason("warning.reference_wage_provisional", (("reference", 11396), ("other", 12577)))
    assert cautions == [Caution("reference_wage_provisional", provisional)] * warned


@pytest.mark.parametrize(
    ("told", "warned"),
    [({"contributions": []}, False), ({"contributions": [{"month": "2026-05", "base": 9_000}]}, True)],
)
def test_a_list_that_goes_on_comes_to_the_provisional_wage(told: Told, warned: bool) -> None:
    facts = parse_facts({**told, "insured_now": True}, on=date(2026, 5, 5))
    for on, told_of in ((date(2026, 6, 30), False), (date(2026, 7, 31), warned)):
        ids = [caution.id for caution in score(facts, on=on).cautions]
        assert ("reference_wage_provisional" in ids) is told_of


def test_another_total_by_another_wage_is_told_with_both() -> None:
    enough, just_enough = scored(paid_for(36)), scored(paid_for(24))
    assert [each.other_total for each in enough.cautions if each.id == "reference_wage_provisional"] == [None]
    [caution] = [each for each in just_enough.cautions if each.id == "reference_wage_provisional"]
    assert caution.other_total == Interval(30 + 9, just_enough.total.max - 120)
    assert just_enough.total.min == 30 + 9 + 120
    values = (("reference", 11396), ("other", 12577), ("total", str(just_enough.total)))
    told_of = (*values, ("other_total", str(caution.other_total)))
    assert caution.reason == Reason("warning.reference_wage_decides", told_of)


# -------------------------------------------------------------------------------------------------------- conditions


CONDITIONS: list[tuple[Told, str, bool | None, str]] = [
    ({}, "residence_permit", None, "unknown"),
    ({"residence_permit": True}, "residence_permit", True, "met"),
    ({"residence_permit": False}, "residence_permit", False, "not_met"),
    ({"permit_expires": "2026-11-22"}, "residence_permit", True, "met"),
    ({"permit_expires": "2026-11-21"}, "residence_permit", False, "not_met"),
    ({"permit_expires": "2026-11"}, "residence_permit", None, "unknown"),
    ({"permit_expires": "2026-12"}, "residence_permit", True, "met"),
    ({"residence_permit": False, "permit_expires": "2027"}, "residence_permit", False, "not_met"),
    ({"employed_in_shanghai": False}, "employed_in_shanghai", False, "not_met"),
    ({"employer_in_shanghai": True}, "employer_in_shanghai", True, "met"),
    ({"insured_now": True}, "insured_now", True, "met"),
    ({"serious_crime": False}, "no_serious_crime", True, "met"),
    ({"serious_crime": True}, "no_serious_crime", False, "not_met"),
    ({"insured_months_last_12": 6}, "insured_6_of_12", True, "met"),
    ({"insured_months_last_12": 5}, "insured_6_of_12", False, "not_met"),
    ({"insured_months_last_12": {"min": 5, "max": 6}}, "insured_6_of_12", None, "unknown"),
]


def test_a_permit_that_ends_in_a_month_may_last_to_its_very_end() -> None:
    for on, met in ((date(2026, 11, 1), True), (date(2026, 11, 2), None), (date(2026, 11, 30), None)):
        assert scored({"permit_expires": "2026-11"}, on).conditions[0].met is met
    assert scored({"permit_expires": "2026-11"}, date(2026, 12, 1)).conditions[0].met is False


@pytest.mark.parametrize(("told", "id", "met", "case"), CONDITIONS)
def test_a_condition_says_why_it_is_met_or_not(told: Told, id: str, met: bool | None, case: str) -> None:
    condition = next(condition for condition in scored(told).conditions if condition.id == id)
    assert (condition.met, condition.reason.id) == (met, f"condition.{id}.{case}")
    assert condition.reason.values == ((("needed", 6),) if id == "insured_6_of_12" else ())
    assert condition.source.document
