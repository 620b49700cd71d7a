"""An applicant's facts as functions of the date: months are counted as they lie, and what is not known stays open."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random
from typing import cast

import pytest

from scoring.facts import parse_facts
from scoring.interval import Amount, DateRange, Interval, last_day, months_of
from scoring.life import Life
from scoring.rulebook import rule_book
from tests.sampling import sampled
from tests.scoring.advance import continued
from tests.scoring.naive import Person, months_at, months_up_to
from tests.scoring.people import WINDOWS, Told, a_day, known_person

ON = date(2026, 11, 22)


def life(told: object, on: date = ON) -> Life:
    return Life(parse_facts(told, on=on), rule_book(on).wages)


def months_later(months: int, on: date = ON) -> date:
    return last_day(months_of(on) + months)


def listed(months: int, base: object, on: date = ON) -> list[Told]:
    return [{"month": month, "base": base} for month in months_up_to(on, months)]


def exactly(*counts: int) -> tuple[Interval, ...]:
    return tuple(Interval(count, count) for count in counts)


# ----------------------------------------------------------------------------------------------- months that are listed


def test_listed_months_are_counted_where_they_lie_whatever_day_is_asked_for_first() -> None:
    pick = Random(1)
    for _ in range(sampled(60)):
        on = a_day(pick)
        person = known_person(pick, on, "contributions")
        asked = life(person, on)
        days = [on, *(months_later(months, on) for months in range(1, 60, 7))]
        pick.shuffle(days)
        for day in days:
            history = continued(person, on, day)
            counts = [months_at(history, day, multiple, window) for multiple, window in WINDOWS.items()]
            assert asked.base_counts(day) == exactly(*counts)
            assert asked.months_at_1x(day) == Interval(*[months_at(history, day, "1", 12)] * 2)


def test_a_base_told_as_a_range_is_counted_from_its_least_to_its_most() -> None:
    asked = life({"contributions": [*listed(5, {"min": 9_117, "max": 22_791})]})
    assert asked.base_counts(ON) == (Interval(5, 5), Interval(0, 5), *exactly(0, 0))
    assert asked.base_counts(months_later(40)) == (Interval(45, 45), Interval(0, 45), *exactly(0, 0))
    assert asked.months_at_1x(months_later(40)) == Interval(0, 12)


def test_shares_of_a_yuan_decide_a_tier() -> None:
    just, under = life({"contributions": listed(3, 9116.8)}), life({"contributions": listed(3, 9116.79)})
    assert just.base_counts(ON)[0] == Interval(3, 3)
    assert under.base_counts(ON)[0] == Interval(0, 0)


def test_months_before_the_first_reference_wage_count_for_years_only() -> None:
    on = date(2023, 1, 5)
    asked = life({"contributions": [{"month": "2014-03", "base": 50_000}, {"month": "2010-01", "base": 50_000}]}, on)
    assert asked.insured_months(on).min == 2
    assert asked.base_counts(on) == exactly(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("month", "counts"),
    [
        ("2022-11", (0, 0, 0, 0)),
        ("2022-12", (1, 1, 1, 0)),
        ("2023-11", (1, 1, 1, 0)),
        ("2023-12", (1, 1, 1, 1)),
    ],
)
def test_a_month_listed_counts_in_each_window_that_it_lies_in(month: str, counts: tuple[int, ...]) -> None:
    assert life({"contributions": [{"month": month, "base": 50_000}]}).base_counts(ON) == exactly(*counts)


def test_the_months_listed_raise_what_was_told_of_all_months_as_far_as_it_leaves_open() -> None:
    for told, months in (
        ({}, Interval(40, 720)),
        ({"insured_years": 3}, Interval(40, 47)),
        ({"insured_months_total": {"min": 5, "max": 38}}, Interval(38, 38)),
        ({"insured_months_total": 20}, Interval(20, 20)),
        ({"insured_months_total": 200}, Interval(200, 200)),
    ):
        asked = life({"contributions": listed(40, 8_000), **told})
        assert asked.insured_months(ON) == months
        later = asked.insured_months(months_later(7))
        assert (later.min, later.max) == (months.min + 7, months.max + (7 if told else 0))


# ----------------------------------------------------------------------------------------------- months told as counts


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ({}, [(0, 48), (0, 48), (0, 48), (0, 36)]),
        ({"1": 20}, [(20, 48), (20, 20), (0, 20), (0, 20)]),
        ({"0.8": 10, "2": {"min": 4, "max": 40}}, [(10, 10), (4, 10), (4, 10), (0, 10)]),
        ({"1": {"min": 0, "max": 30}, "3": 25}, [(25, 48), (25, 30), (25, 30), (25, 25)]),
        ({"0.8": 5, "1": 3, "2": 9, "3": 1}, [(5, 5), (3, 3), (9, 9), (1, 1)]),
        ({"0.8": {"min": 0, "max": 5}, "1": {"min": 7, "max": 9}}, [(5, 5), (7, 7), (0, 7), (0, 7)]),
    ],
)
def test_a_month_at_a_higher_multiple_is_one_at_the_lower_ones_too(told: Told, counts: list[tuple[int, int]]) -> None:
    assert life({"base_months": told}).base_counts(ON) == tuple(Interval(*count) for count in counts)


@pytest.mark.parametrize(
    ("usual", "counts"),
    [
        (0.7, [(0, 0), (0, 0), (0, 0), (0, 0)]),
        (1, [(0, 48), (0, 48), (0, 0), (0, 0)]),
        ({"min": 0.9, "max": 2}, [(0, 48), (0, 48), (0, 48), (0, 0)]),
        (3, [(0, 48), (0, 48), (0, 48), (0, 36)]),
    ],
)
def test_no_month_lies_above_the_usual_base_unless_it_was_told(usual: object, counts: list[tuple[int, int]]) -> None:
    expected = tuple(Interval(*count) for count in counts)
    assert life({"base_multiple": usual}).base_counts(ON) == expected
    vague: Told = {"2": {"min": 0, "max": 48}}
    assert life({"base_multiple": usual, "base_months": vague}).base_counts(ON) == expected
    told = life({"base_multiple": usual, "base_months": {"2": 7}}).base_counts(ON)
    assert told[2] == Interval(7, 7)


def test_some_months_told_above_the_usual_base_are_as_many_as_was_told() -> None:
    asked = life({"base_multiple": 1, "base_months": {"2": {"min": 3, "max": 9}}})
    assert asked.base_counts(ON) == (Interval(3, 48), Interval(3, 48), Interval(3, 9), Interval(0, 0))


def test_told_counts_slide_out_of_their_windows_and_are_filled_by_the_usual_base() -> None:
    asked = life({"base_months": {"0.8": 48, "1": 40, "2": 10, "3": 0}, "base_multiple": 1.5})
    assert asked.base_counts(months_later(10)) == (
        Interval(48, 48), Interval(40, 48), Interval(0, 10), Interval(0, 0),
    )  # fmt: skip
    assert asked.base_counts(months_later(100)) == exactly(48, 48, 0, 0)


@pytest.mark.parametrize(
    ("usual", "later"),
    [
        (1, [(10, 10), (10, 10), (0, 0), (0, 0)]),
        (3, [(10, 10), (10, 10), (10, 10), (10, 10)]),
        ({"min": 0.8, "max": 2}, [(10, 10), (0, 10), (0, 10), (0, 0)]),
        ({"min": 0.7, "max": 0.8}, [(0, 10), (0, 0), (0, 0), (0, 0)]),
    ],
)
def test_the_months_to_come_reach_what_the_usual_base_reaches(usual: object, later: list[tuple[int, int]]) -> None:
    asked = life({"base_months": dict.fromkeys(WINDOWS, 0), "base_multiple": usual})
    assert asked.base_counts(months_later(10)) == tuple(Interval(*count) for count in later)


def test_without_the_last_base_the_months_to_come_are_open() -> None:
    asked = life({"base_months": {"1": 30}, "base_1x_months_last_12": 5})
    assert asked.base_counts(months_later(6))[1] == Interval(24, 36)
    assert asked.months_at_1x(months_later(6)) == Interval(0, 11)
    assert asked.base_counts(months_later(60))[1] == Interval(0, 48)


def test_without_insurance_the_windows_only_empty() -> None:
    asked = life({"base_months": {"1": 30}, "base_1x_months_last_12": 12, "insured_now": False})
    assert asked.base_counts(months_later(25))[1] == Interval(5, 23)
    assert asked.months_at_1x(months_later(12)) == Interval(0, 0)


@pytest.mark.parametrize(
    ("now", "after_a_month", "after_a_year", "after_two"),
    [
        (True, (6, 7), (12, 12), (12, 12)),
        (False, (5, 6), (0, 0), (0, 0)),
        (None, (5, 7), (11, 12), (12, 12)),
    ],
)
def test_the_twelve_months_before_take_in_the_present_month_when_it_is_over(
    now: bool | None, after_a_month: tuple[int, int], after_a_year: tuple[int, int], after_two: tuple[int, int]
) -> None:
    told: Told = {"insured_months_last_12": 6, **({} if now is None else {"insured_now": now})}
    assert life(told).insured_months_last_12(ON) == Interval(6, 6)
    assert life(told).insured_months_last_12(months_later(1)) == Interval(*after_a_month)
    assert life(told).insured_months_last_12(months_later(12)) == Interval(*after_a_year)
    assert life(told).insured_months_last_12(months_later(24)) == Interval(*after_two)


@pytest.mark.parametrize(
    ("told", "later"),
    [
        ({"contributions": listed(20, 8_000)}, [12, 12, 12, 12]),
        ({"contributions": listed(1, 8_000)}, [0, 1, 7, 12]),
        ({"contributions": listed(3, 8_000), "insured_months_last_12": 9}, [2, 3, 9, 12]),
        ({"contributions": listed(5, 8_000, date(2026, 10, 1))}, [5, 5, 5, 0]),
        ({"contributions": listed(9, 8_000, date(2026, 10, 1)), "insured_now": False}, [9, 9, 5, 0]),
        ({"contributions": [{"month": "2026-05", "base": 8_000}], "insured_now": True}, [1, 1, 6, 12]),
    ],
)
def test_listed_months_of_the_twelve_before_are_counted_and_those_to_come_added(told: Told, later: list[int]) -> None:
    asked = life(told)
    counts = [asked.insured_months_last_12(months_later(months) if months else ON) for months in (0, 1, 7, 13)]
    assert counts == [*exactly(*later)]


# ------------------------------------------------------------------------------------------------------- the last base


@pytest.mark.parametrize(
    ("told", "base", "reached"),
    [
        ({}, None, [None, None, None, None]),
        ({"base_multiple": 1.2}, Amount(Fraction(6, 5), Fraction(6, 5)), [True, True, False, False]),
        ({"base_multiple": {"min": 0.8, "max": 2}}, Amount(Fraction(4, 5), Fraction(2)), [True, None, None, False]),
        ({"base_months": {"1": 48}}, None, [True, True, None, None]),
        ({"base_months": {"3": 36}}, None, [True, True, True, True]),
        ({"base_months": {"2": 0}}, None, [None, None, False, False]),
        ({"base_1x_months_last_12": 12}, None, [True, True, None, None]),
        ({"base_1x_months_last_12": 0}, None, [None, False, False, False]),
        (
            {"base_1x_months_last_12": 0, "base_multiple": 1},
            Amount(Fraction(1), Fraction(1)),
            [True, True, False, False],
        ),
        ({"contributions": []}, None, [False, False, False, False]),
        ({"contributions": listed(2, 11_396)}, Amount(Fraction(1), Fraction(1)), [True, True, False, False]),
        (
            {"contributions": listed(2, {"min": 11_395, "max": 22_792})},
            Amount(Fraction(11_395, 11_396), Fraction(2)),
            [True, None, None, False],
        ),
    ],
)
def test_the_last_base_is_known_from_what_was_told_of_it(
    told: Told, base: Amount | None, reached: list[bool | None]
) -> None:
    assert life(told).last_base == base
    assert [life(told).last_base_reaches(multiple) for multiple in WINDOWS] == reached


def test_a_base_that_reached_a_lower_reference_wage_is_measured_by_the_latest() -> None:
    on = date(2023, 3, 15)
    asked = life({"contributions": listed(12, 10_338, on)}, on)
    assert asked.months_at_1x(on) == Interval(12, 12)
    assert asked.last_base_reaches("1") is False
    assert asked.months_at_1x(date(2024, 6, 30)) == Interval(0, 0)


@pytest.mark.parametrize(
    ("told", "insured", "paying"),
    [
        ({}, None, True),
        ({"insured_now": True}, True, True),
        ({"insured_now": False}, False, False),
        ({"employed_in_shanghai": False}, None, False),
        ({"employed_in_shanghai": False, "insured_now": True}, True, False),
        ({"contributions": listed(1, 8_000)}, True, True),
        ({"contributions": listed(1, 8_000, date(2026, 10, 1))}, False, False),
        ({"contributions": listed(1, 8_000, date(2026, 10, 1)), "insured_now": True}, True, True),
        ({"contributions": [{"month": "2026-11", "base": 8_000, "backpaid": True}]}, False, False),
        ({"contributions": [{"month": "2026-11", "base": 8_000, "tax_matches": False}]}, True, True),
    ],
)
def test_contributions_go_on_unless_work_or_insurance_is_known_to_be_missing(
    told: Told, insured: bool | None, paying: bool
) -> None:
    assert life(told).facts.insured_in_month is insured
    assert life(told).facts.paying is paying


# ---------------------------------------------------------------------------------------------------- everything else


def test_years_since_a_day_told_in_part_are_those_since_its_first_and_its_last() -> None:
    asked = life({"birth_date": "1990", "marriage_date": "2019-12"})
    assert asked.age(ON) == Interval(35, 36)
    assert asked.age(date(2027, 12, 31)) == Interval(37, 37)
    assert asked.married_years(ON) == Interval(6, 6)
    assert asked.married_years(date(2026, 12, 15)) == Interval(6, 7)


@pytest.mark.parametrize(
    ("on", "age", "born"),
    [
        (date(2024, 2, 29), 30, DateRange(date(1993, 3, 1), date(1994, 2, 28))),
        (date(2024, 2, 29), 28, DateRange(date(1995, 3, 1), date(1996, 2, 29))),
        (date(2024, 2, 29), {"min": 27, "max": 29}, DateRange(date(1994, 3, 1), date(1997, 2, 28))),
        (date(2024, 3, 1), 30, DateRange(date(1993, 3, 2), date(1994, 3, 1))),
        (date(2026, 11, 22), 30, DateRange(date(1995, 11, 23), date(1996, 11, 22))),
    ],
)
def test_an_age_leaves_the_days_open_that_make_it(on: date, age: object, born: DateRange) -> None:
    asked = life({"age": age}, on)
    assert asked.facts.birth == born
    told = Interval(age, age) if isinstance(age, int) else Interval(27, 29)
    assert asked.age(on) == told


def test_what_is_not_known_may_be_anything() -> None:
    asked = life({})
    assert asked.age(ON) == Interval(16, 100)
    assert asked.married_years(ON) == Interval(0, 90)
    assert asked.insured_months(ON) == asked.outlying_months(ON) == asked.public_service_months(ON) == Interval(0, 720)
    assert asked.insured_months_last_12(ON) == asked.months_at_1x(ON) == Interval(0, 12)
    assert (asked.annual_tax_share(ON).min, asked.annual_local_hires_share(ON).min) == (0, 0)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019", DateRange(date(2019, 1, 1), date(2019, 12, 31))),
        ("2019-02", DateRange(date(2019, 2, 1), date(2019, 2, 28))),
        ("2020-02", DateRange(date(2020, 2, 1), date(2020, 2, 29))),
        ("2019-12", DateRange(date(2019, 12, 1), date(2019, 12, 31))),
        ("2019-02-03", DateRange(date(2019, 2, 3), date(2019, 2, 3))),
    ],
)
def test_a_date_told_in_part_is_any_day_of_its_month_or_year(written: str, day: DateRange) -> None:
    assert life({"marriage_date": written}).facts.marriage == day
    assert life({"permit_expires": written}).facts.permit_expires == day
    assert life({"detention_dates": [written]}).facts.detention_dates == (day,)


def test_who_is_in_no_public_service_stays_out_of_it() -> None:
    asked = life({"public_service_months": 0})
    assert asked.public_service_months(months_later(10)) == Interval(0, 0)
    assert life({"public_service_months": 7}).public_service_months(months_later(10)) == Interval(17, 17)


def test_months_of_public_service_that_may_be_none_may_stay_none() -> None:
    asked = life({"public_service_months": {"min": 0, "max": 30}})
    assert asked.public_service_months(months_later(10)) == Interval(0, 40)


def test_somebody_at_work_all_along_is_the_same_life_month_after_month() -> None:
    """Told again a month later, the listed life counts the same on every day after."""
    pick = Random(2)
    for _ in range(sampled(30)):
        on = a_day(pick)
        person = known_person(pick, on, "contributions")
        if not person["contributions"]:
            continue
        person["employed_in_shanghai"] = person["insured_now"] = True
        later = months_later(1, on)
        again = cast(Person, {**person, "contributions": continued(person, on, later)})
        for months in range(1, 50, 6):
            day = months_later(months, on)
            assert life(again, later).base_counts(day) == life(person, on).base_counts(day)
            assert life(again, later).insured_months_last_12(day) == life(person, on).insured_months_last_12(day)
