"""The renewal plan: every day from the permit's end, the points on that day, and what being late comes to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.flows.renewal import ENDORSED, LATE, NOT_YET, OPEN, TOO_LATE, outlook, renewal_plan
from dialogs.flows.working_days import UnknownYear, working_days_after
from scoring.facts import parse_facts
from scoring.score import score
from tests.dialogs.flows.talking import BELOW, DAY, REACHES

DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("expires", "stage"),
    [
        ("2026-12-23", NOT_YET),  # the window opens tomorrow
        ("2026-12-22", OPEN),  # 30 days before is today
        ("2026-11-22", OPEN),  # today is the last day
        ("2026-11-21", LATE),
        ("2026-09-23", LATE),  # 60 days late today
        ("2026-09-22", TOO_LATE),
    ],
)
def test_the_stage_is_told_to_the_day(expires: str, stage: str) -> None:
    assert renewal_plan(date.fromisoformat(expires), DAY).stage == stage


def test_before_the_window_the_days_are_counted_from_its_first_and_last_day() -> None:
    plan = renewal_plan(date(2026, 10, 12), date(2026, 8, 1))
    assert (plan.endorse_from, plan.endorse_until) == (date(2026, 9, 12), date(2026, 10, 12))
    # From Saturday 12 September: Monday, Tuesday, Wednesday pass. From Monday 12 October: Tuesday to Thursday.
    assert plan.waits_until == date(2026, 9, 16)
    assert (plan.confirm_from, plan.confirm_if_last) == (date(2026, 9, 17), date(2026, 10, 16))


def test_the_waiting_days_leave_out_the_national_holidays() -> None:
    plan = renewal_plan(date(2026, 9, 30), date(2026, 9, 30))
    assert (plan.waits_until, plan.confirm_from) == (date(2026, 10, 10), date(2026, 10, 11))


def test_in_the_window_the_days_are_counted_from_today() -> None:
    plan = renewal_plan(date(2026, 12, 10), DAY)
    assert plan.endorse_from == DAY
    assert plan.waits_until == date(2026, 11, 25)
    assert plan.confirm_from == date(2026, 11, 26)
    assert plan.confirm_if_last == date(2026, 12, 16)


def test_who_is_late_endorses_today_and_has_no_last_day() -> None:
    plan = renewal_plan(date(2026, 11, 1), DAY)
    assert (plan.endorse_from, plan.endorse_until) == (DAY, None)
    assert plan.confirm_if_last is None
    assert plan.confirmation_days == (date(2026, 11, 26),)
    assert plan.late_until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("expires", "told"),
    [
        ("2027-01-31", {"within_60_days", "after_60_days", "points_after_the_date"}),
        ("2026-11-01", {"within_60_days", "good_reason", "points_after_the_date"}),
        ("2026-01-01", {"after_60_days", "good_reason", "points_after_the_date"}),
        ("2025-11-22", {"after_60_days", "good_reason", "points_after_the_date"}),
        ("2025-11-21", {"after_60_days", "request_over", "points_after_the_date"}),
    ],
)
def test_of_being_late_only_what_matters_at_the_stage_is_told(expires: str, told: set[str]) -> None:
    assert {case.id for case in renewal_plan(date.fromisoformat(expires), DAY).late} == told


def test_a_year_without_a_calendar_leaves_the_day_open_and_is_named() -> None:
    plan = renewal_plan(date(2050, 3, 15), date(2050, 1, 1))
    assert plan.endorse_until == date(2050, 3, 15)
    assert plan.confirm_from == plan.confirm_if_last == UnknownYear(2050)
    assert plan.unknown_years == (2050,)
    assert plan.confirmation_days == (date(2050, 3, 15),)


def test_who_is_late_in_a_year_without_a_calendar_is_scored_today() -> None:
    assert renewal_plan(date(2050, 3, 15), date(2050, 4, 1)).confirmation_days == (date(2050, 4, 1),)


def test_once_the_permit_is_endorsed_only_the_confirmation_is_ahead() -> None:
    plan = renewal_plan(date(2026, 12, 10), DAY, endorsed=date(2026, 11, 20))
    assert (plan.stage, plan.endorse_from, plan.endorse_until) == (ENDORSED, date(2026, 11, 20), None)
    # From Friday 20 November: Monday, Tuesday, Wednesday pass.
    assert (plan.confirm_from, plan.confirm_if_last) == (date(2026, 11, 26), None)
    assert plan.late == ()


@given(DAYS, DAYS)
def test_no_day_of_the_plan_is_past_and_none_comes_before_its_turn(expires: date, today: date) -> None:
    plan = renewal_plan(expires, today)
    assert today <= plan.endorse_from
    assert plan.endorse_until is None or plan.endorse_from <= plan.endorse_until == expires
    assert plan.endorse_from >= expires - timedelta(days=30)
    assert plan.late_until - expires == timedelta(days=60)
    assert plan.waits_until == working_days_after(plan.endorse_from, 3)
    if isinstance(plan.waits_until, date):
        assert plan.confirm_from == plan.waits_until + timedelta(days=1)
    assert min(plan.confirmation_days) >= today
    assert (plan.endorse_until is None) == (plan.stage in (LATE, TOO_LATE))


@given(DAYS, DAYS)
def test_everything_that_a_plan_says_has_a_source_and_a_confidence(expires: date, today: date) -> None:
    for statement in renewal_plan(expires, today).statements:
        assert statement.sources
        assert statement.confidence in {"A", "A-", "B", "C", "D"}


@pytest.mark.parametrize(("expires", "late"), [("2026-11-22", False), ("2026-11-21", True), ("2020-02-29", True)])
def test_a_permit_that_has_ended_is_not_told_to_be_endorsed_before_its_end(expires: str, late: bool) -> None:
    said = renewal_plan(date.fromisoformat(expires), DAY).step("endorse").statements[0].words
    assert ("last 30 days" in said["en"]) is not late
    assert ("别拖到最后一天" in said["zh_Hans"]) is not late
    assert ("暂停使用" in said["zh_Hans"]) is late


def test_each_step_can_be_looked_up_with_who_acts() -> None:
    plan = renewal_plan(date(2026, 12, 10), DAY)
    assert [plan.step(id).actor for id in ("endorse", "confirm", "review")] == ["you", "you", "employer"]


# --------------------------------------------------------------------------------------------- the points on that day


def test_the_points_are_those_of_that_day_and_not_of_today() -> None:
    facts = parse_facts({**REACHES, "birth_date": "1983-01-10"}, on=DAY)
    then = outlook(facts, date(2027, 2, 1))
    assert then.total == score(facts, on=date(2027, 2, 1)).total
    assert then.total != score(facts).total
    assert [item.indicator for item in then.falls] == ["age"]


def test_who_stays_above_the_line_needs_no_way() -> None:
    then = outlook(parse_facts(REACHES, on=DAY), date(2027, 2, 1))
    assert (then.verdict, then.way, then.falls) == ("reached", None, ())


def test_who_is_below_it_is_shown_the_soonest_way() -> None:
    then = outlook(parse_facts(BELOW, on=DAY), date(2027, 2, 1))
    assert then.verdict == "not_reached"
    assert then.way is not None
    assert then.way.total >= 120


def test_who_reaches_it_today_and_falls_below_it_then_is_shown_what_falls() -> None:
    facts = parse_facts({**REACHES, "birth_date": "1982-12-01", "insured_months_total": 0}, on=DAY)
    then = outlook(facts, date(2026, 12, 10))
    assert score(facts).total.min == 120
    assert then.total.max == 119
    assert [item.indicator for item in then.falls] == ["age"]
    assert then.way is None
