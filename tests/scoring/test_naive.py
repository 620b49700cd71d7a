"""The plain scorer against examples worked by hand from the published scales."""

from __future__ import annotations

from datetime import date

import pytest

from tests.scoring.naive import Contribution, Person, full_years, later_by_years, months_up_to, naive_score, wage_of
from tests.scoring.nothing_else import NO_BONUS, NO_RECORDS

ON = date(2026, 11, 22)


def nobody(**facts: object) -> Person:
    """A person of 61 with nothing that scores, and the facts given."""
    person: Person = {
        "age": 61,
        "residence_permit": True,
        "employed_in_shanghai": True,
        "employer_in_shanghai": True,
        "insured_now": True,
        "insured_months_last_12": 12,
        "education": "none",
        "credential": "none",
        "base_1x_months_last_12": 0,
        "insured_months_total": 0,
        "base_months": {"0.8": 0, "1": 0, "2": 0, "3": 0},
        **NO_BONUS,
        "spouse_shanghai_hukou": False,
        **NO_RECORDS,
    }
    return {**person, **facts}  # type: ignore[typeddict-item]  # each test names keys of the contract


def paid(first: date, last: date, base: int, **flags: bool) -> list[Contribution]:
    """The same base in every month from one to another."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [{"month": month, "base": base, **flags} for month in months_up_to(last, count)]  # type: ignore[typeddict-item]  # flags are keys of a month


def test_a_person_with_nothing_has_no_points_and_may_apply() -> None:
    score = naive_score(nobody(), ON)
    assert (score.total, score.verdict, score.can_apply) == (0, "not_reached", "yes")


def test_a_bachelor_of_45_with_degree_and_76_months_of_which_36_at_1x_has_185() -> None:
    # 27 for the age, 90 for the degree, 6 years of insurance 18, the base 50.
    person = nobody(
        birth_date="1981-05-20",
        education="bachelor_with_degree",
        insured_months_total=76,
        base_months={"0.8": 40, "1": 36, "2": 0, "3": 0},
    )
    score = naive_score(person, ON)
    assert (score.items["age"], score.items["insured_years"], score.items["contribution_base"]) == (27, 18, 50)
    assert (score.total, score.verdict) == (185, "reached")


def test_the_same_person_with_one_month_less_at_1x_has_the_lower_tier() -> None:
    person = nobody(
        birth_date="1981-05-20",
        education="bachelor_with_degree",
        insured_months_total=71,
        base_months={"0.8": 40, "1": 35, "2": 0, "3": 0},
    )
    assert naive_score(person, ON).total == 27 + 90 + 15 + 25


@pytest.mark.parametrize(
    ("age", "points"),
    [(16, 30), (43, 30), (44, 29), (45, 27), (50, 17), (55, 7), (56, 5), (60, 5), (61, 0)],
)
def test_age_falls_by_two_from_44_and_ends_after_60(age: int, points: int) -> None:
    assert naive_score(nobody(age=age), ON).items["age"] == points


def test_a_birthday_on_leap_day_falls_on_the_first_of_march() -> None:
    born = date(1980, 2, 29)
    assert [full_years(born, date(2023, 2, 28)), full_years(born, date(2023, 3, 1))] == [42, 43]
    assert [full_years(born, date(2024, 2, 28)), full_years(born, date(2024, 2, 29))] == [43, 44]


def test_a_title_needs_six_months_at_1x_and_a_fitting_post() -> None:
    title = nobody(credential="intermediate_title", credential_fits_job=True, education="bachelor")
    assert naive_score({**title, "base_1x_months_last_12": 6}, ON).total == 100
    assert naive_score({**title, "base_1x_months_last_12": 5}, ON).total == 60
    assert naive_score({**title, "base_1x_months_last_12": 6, "credential_fits_job": False}, ON).total == 60


def test_a_skill_of_the_third_grade_needs_no_base_and_loses_a_tie_to_the_diploma() -> None:
    score = naive_score(nobody(credential="skill_3", credential_fits_job=True, education="bachelor"), ON)
    assert score.total == 60
    assert (score.counted["education"], score.counted["credential"]) == (True, False)


def test_tax_of_373333_is_three_tens_and_wins_a_tie_with_hires() -> None:
    score = naive_score(nobody(annual_tax_share=373_333, annual_local_hires_share=39.9), ON)
    assert (score.items["investment_tax"], score.items["local_hires"], score.total) == (30, 30, 30)
    assert (score.counted["investment_tax"], score.counted["local_hires"]) == (True, False)


def test_tax_and_hires_end_at_120() -> None:
    score = naive_score(nobody(annual_tax_share=5_000_000, annual_local_hires_share=131), ON)
    assert (score.items["investment_tax"], score.items["local_hires"], score.total) == (120, 120, 120)


@pytest.mark.parametrize(
    ("area", "months", "points"),
    [
        ("lingang", 11, 0),
        ("lingang", 12, 2),
        ("other", 59, 0),
        ("other", 60, 10),
        ("lingang", 121, 20),
        ("none", 60, 0),
    ],
)
def test_outlying_years(area: str, months: int, points: int) -> None:
    assert naive_score(nobody(outlying_area=area, outlying_months=months), ON).total == points


@pytest.mark.parametrize(("months", "points"), [(59, 0), (60, 20), (71, 20), (72, 24), (180, 60)])
def test_public_service_counts_from_five_years_without_a_cap(months: int, points: int) -> None:
    assert naive_score(nobody(public_service_months=months), ON).total == points


@pytest.mark.parametrize(
    ("wedding", "points"),
    [("2025-11-23", 0), ("2025-11-22", 4), ("2016-11-23", 36), ("2016-11-22", 40), ("2000-01-01", 40)],
)
def test_a_spouse_gives_four_for_each_full_year(wedding: str, points: int) -> None:
    assert naive_score(nobody(spouse_shanghai_hukou=True, marriage_date=wedding), ON).total == points


def test_a_detention_counts_for_the_last_time_the_day_before_five_years() -> None:
    person = nobody(education="master", detention_dates=["2021-11-22"])
    assert naive_score(person, date(2026, 11, 21)).total == 50
    assert naive_score(person, date(2026, 11, 22)).total == 100


def test_a_record_of_leap_day_counts_until_the_end_of_february() -> None:
    assert later_by_years(date(2024, 2, 29), 3) == date(2027, 3, 1)
    assert later_by_years(date(2020, 2, 29), 4) == date(2024, 2, 29)
    person = nobody(education="doctor", award="provincial", false_material_dates=["2024-02-29"])
    assert naive_score(person, date(2027, 2, 28)).total == 70
    assert naive_score(person, date(2027, 3, 1)).total == 220


def test_deductions_add_up_and_the_total_stops_at_nothing() -> None:
    person = nobody(education="doctor", minor_crime_dates=["2025-01-01", "2024-01-01"], detention_dates=["2026-11-22"])
    score = naive_score(person, ON)
    assert (score.items["minor_crime"], score.items["detention"], score.total) == (-300, -50, 0)


def test_a_serious_crime_vetoes_whatever_the_total() -> None:
    score = naive_score(nobody(entrepreneur=True, serious_crime=True), ON)
    assert (score.total, score.verdict, score.can_apply) == (120, "vetoed", "no")


def test_five_months_of_twelve_are_too_few_to_apply() -> None:
    score = naive_score(nobody(insured_months_last_12=5), ON)
    assert (score.can_apply, score.conditions["insured_6_of_12"]) == ("no", False)


def test_wages_follow_the_social_insurance_year() -> None:
    months = [
        "2019-03",
        "2019-10",
        "2019-11",
        "2020-06",
        "2020-07",
        "2021-07",
        "2023-06",
        "2023-07",
        "2026-06",
        "2026-07",
    ]
    assert [wage_of(month) for month in months] == [
        7132, 7832, 8211, 8211, 9339, 10338, 10338, 11396, 11396, 11396,
    ]  # fmt: skip
    assert wage_of("2026-07", 12577) == 12577


def test_each_month_is_measured_by_its_own_year() -> None:
    # 10338 is 1x up to 2023-06 (7 months of the 48 to 2026-11), and 0.8x from 2023-07.
    person = nobody(contributions=paid(date(2022, 12, 1), date(2026, 11, 1), 10338))
    assert naive_score(person, ON).total == 25
    person = nobody(contributions=paid(date(2022, 12, 1), date(2026, 11, 1), 11396))
    assert naive_score(person, ON).total == 50


def test_the_window_is_48_months_with_the_month_of_application() -> None:
    oldest_36 = paid(date(2022, 12, 1), date(2025, 11, 1), 11396)
    assert naive_score(nobody(contributions=oldest_36), ON).total == 50
    assert naive_score(nobody(contributions=oldest_36), date(2026, 12, 1)).total == 0


def test_three_times_the_wage_needs_24_of_36_months() -> None:
    oldest_24 = paid(date(2023, 12, 1), date(2025, 11, 1), 34188)
    assert naive_score(nobody(contributions=oldest_24), ON).total == 120
    assert naive_score(nobody(contributions=oldest_24), date(2026, 12, 1)).total == 0


def test_with_the_average_of_2025_from_2026_07_the_tier_may_fall() -> None:
    # Five months from 2026-07 at 11396: 43 months at 1x now; 31 and five below it, with another wage.
    months = paid(date(2023, 12, 1), date(2026, 11, 1), 11396)
    score = naive_score(nobody(contributions=months), ON)
    assert (score.total, score.other_total) == (50, 25)


@pytest.mark.parametrize("flag", [{"backpaid": True}, {"payer_is_employer": False}, {"tax_matches": False}])
def test_an_invalid_month_does_not_count_for_the_base(flag: dict[str, bool]) -> None:
    months = paid(date(2023, 12, 1), date(2026, 10, 1), 20000) + paid(
        date(2026, 11, 1), date(2026, 11, 1), 20000, **flag
    )
    assert naive_score(nobody(contributions=months), ON).total == 0


def test_only_the_twelve_months_before_the_application_month_count_for_applying() -> None:
    six = paid(date(2026, 5, 1), date(2026, 10, 1), 8000)
    assert naive_score(nobody(contributions=six), ON).conditions["insured_6_of_12"]
    shifted = paid(date(2026, 6, 1), date(2026, 11, 1), 8000)
    assert not naive_score(nobody(contributions=shifted), ON).conditions["insured_6_of_12"]
    mismatched = paid(date(2026, 5, 1), date(2026, 10, 1), 8000, tax_matches=False)
    assert naive_score(nobody(contributions=mismatched), ON).conditions["insured_6_of_12"]
