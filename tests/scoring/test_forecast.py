"""The forecast is the score of each later month's last day, life going on, and says what changed it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import LOCALES, texts
from dialogs.explain import because
from scoring.facts import parse_facts
from scoring.forecast import MOST_MONTHS, Event, Forecast, forecast
from scoring.interval import Interval, last_day, months_of
from scoring.lines import Reason
from scoring.rulebook import NoRuleBookError
from scoring.score import Score, score
from tests.sampling import MUTATING, sampled
from tests.scoring.advance import advance, advanced_person
from tests.scoring.naive import Person, months_up_to, naive_score
from tests.scoring.nothing_else import NO_BONUS, NO_RECORDS
from tests.scoring.people import (
    SPECIAL_DAYS,
    WINDOWS,
    Told,
    a_day,
    dates,
    known_person,
    partly_known,
    random_partial_people,
    random_people,
    unhurried,
)

ON = date(2026, 11, 22)
MONTHS = 50
"""Long enough for every window to have slid."""
AFTER_THE_BOOK = (date(2028, 2, 29), date(2029, 12, 31), date(2031, 7, 1))

CLEAN: Person = {
    "birth_date": "1990-05-20",
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


def foretold(told: object, on: date, months: int = MONTHS) -> Forecast:
    return forecast(parse_facts(told, on=on), until=last_day(months_of(on) + months))


def paid(months: int, base: int, on: date = ON) -> Person:
    """So many months up to the present one at a base, and what they make in all."""
    return {
        "contributions": [{"month": month, "base": base} for month in months_up_to(on, months)],
        "insured_months_total": months,
    }


def totals(found: Forecast) -> list[Interval]:
    return [month.total for month in found.months]


def at_work(pick: Random, on: date, family: str | None = None) -> Person:
    """Somebody known in full, of an age that stays within what can be told for some years more."""
    while True:
        person = known_person(pick, on, family)
        if naive_age(person, on) <= 90:
            return person


def naive_age(person: Person, on: date) -> int:
    return on.year - int(person["birth_date"][:4]) if "birth_date" in person else person["age"]


def people(n: int, seed: int, family: str) -> Iterator[tuple[date, Person]]:
    pick = Random(seed)
    for number in range(sampled(n)):
        on = AFTER_THE_BOOK[number % 3] if number % 10 == 0 else a_day(pick)
        yield on, at_work(pick, on, family)


# ------------------------------------------------------------------------------------------- it is the score of a day


def assert_foretells_what_will_be_told(person: Person, on: date, months: int) -> None:
    found = foretold(person, on, months).months
    for month in [*found[:3], *found[3::4]]:
        to = last_day(month.month)
        assert score(parse_facts(advance(person, on, to), on=to)).total == month.total, to
        exactly = advanced_person(person, on, to)
        if exactly is not None:
            assert month.total == Interval(*[naive_score(exactly, to).total] * 2), to


@pytest.mark.parametrize("family", ["contributions", "counts"])
def test_it_foretells_the_score_of_what_will_be_told_on_each_last_day(family: str) -> None:
    for on, person in people(80, 1, family):
        assert_foretells_what_will_be_told(person, on, MONTHS)


@unhurried
@given(data=st.data(), on=dates())
def test_it_foretells_the_score_of_what_anybody_will_tell(data: st.DataObject, on: date) -> None:
    person = at_work(data.draw(st.randoms(use_true_random=False)), on)
    assert_foretells_what_will_be_told(person, on, 30)


def test_of_somebody_told_month_by_month_with_a_birth_date_everything_is_certain() -> None:
    certain = 0
    for on, person in people(60, 2, "contributions"):
        if "birth_date" in person and "insured_months_total" in person and "married_years" not in person:
            certain += 1
            assert all(total.exact for total in totals(foretold(person, on)))
    assert certain > 10 or MUTATING


def test_it_is_the_score_of_the_same_facts_on_a_later_day() -> None:
    for partly in random_partial_people(100, 3):
        facts = parse_facts(partly.told, on=partly.on)
        found = forecast(facts, until=partly.on + timedelta(days=800))
        assert [score(facts, on=last_day(month.month)).total for month in found.months] == totals(found)


def test_what_is_not_known_leaves_the_future_of_the_whole_truth_inside() -> None:
    pick = Random(4)
    for _ in range(sampled(150)):
        on = a_day(pick)
        person = at_work(pick, on)
        # Whether life goes on with insurance must be known, and the usual base is no month's own.
        person.pop("base_multiple", None)
        told = partly_known(pick, person, on).told
        told.update({key: cast(Told, person)[key] for key in ("insured_now", "employed_in_shanghai")})
        truth = totals(foretold(person, on, 40))
        for inside, around in zip(truth, totals(foretold(told, on, 40)), strict=True):
            assert around.min <= inside.min <= inside.max <= around.max


def test_it_has_every_month_after_that_of_today_up_to_that_of_the_day_asked_for() -> None:
    facts = parse_facts(CLEAN, on=date(2026, 11, 30))
    found = forecast(facts, until=date(2027, 2, 1))
    assert [month.month for month in found.months] == [months_of(date(2026, 12, 1)) + number for number in range(3)]


@pytest.mark.parametrize("until", [date(2026, 11, 1), date(2026, 11, 22), date(2026, 11, 30)])
def test_the_month_of_today_leaves_nothing_to_foretell(until: date) -> None:
    assert forecast(parse_facts(CLEAN, on=ON), until=until) == Forecast((), (), None, None)


@pytest.mark.parametrize(
    ("until", "message"),
    [
        (date(2026, 10, 31), "until: 2026-10-31 is before 2026-11-22"),
        (date(2020, 1, 1), "until: 2020-01-01 is before 2026-11-22"),
        (date(2126, 12, 31), "until: 2126-12-31 is more than 1200 months after 2026-11-22"),
    ],
)
def test_a_day_before_this_month_or_out_of_reach_is_refused_by_name(until: date, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        forecast(parse_facts(CLEAN, on=ON), until=until)


def test_as_far_as_it_goes_it_goes() -> None:
    assert len(foretold(CLEAN, ON, MOST_MONTHS).months) == MOST_MONTHS


def test_facts_of_a_day_before_the_first_rule_book_have_no_forecast() -> None:
    with pytest.raises(NoRuleBookError):
        foretold({}, date(2022, 12, 31))


# ------------------------------------------------------------------------------------------------- life as it goes on


def points(found: Score, indicator: str) -> Interval:
    return next(item.points for item in found.items if item.indicator == indicator)


@pytest.mark.parametrize("key", ["insured_now", "employed_in_shanghai"])
def test_without_work_or_insurance_nothing_is_paid(key: str) -> None:
    person = cast(Person, {**CLEAN, **paid(40, 12_000), key: False})
    later = score(parse_facts(person, on=ON), on=date(2027, 12, 31))
    assert points(later, "insured_years") == Interval(9, 9)
    assert points(later, "contribution_base") == Interval(0, 0)


def test_a_list_without_the_present_month_says_that_there_is_no_insurance_now() -> None:
    person = cast(Person, {**CLEAN, **paid(40, 12_000, date(2026, 10, 1))})
    del person["insured_now"]
    assert points(score(parse_facts(person, on=ON), on=date(2028, 1, 1)), "insured_years") == Interval(9, 9)
    person["insured_now"] = True
    assert points(score(parse_facts(person, on=ON), on=date(2028, 1, 1)), "insured_years") == Interval(12, 12)


def test_what_does_not_accrue_today_never_does() -> None:
    person: Person = {**CLEAN, "public_service_months": 0, "outlying_area": "none", "outlying_months": 0}
    later = score(parse_facts(person, on=ON), on=date(2046, 12, 31))
    assert points(later, "public_service") == points(later, "outlying_area") == Interval(0, 0)


def test_public_service_and_outlying_areas_go_on_with_the_work() -> None:
    person: Person = {**CLEAN, "public_service_months": 59, "outlying_area": "lingang", "outlying_months": 0}
    later = score(parse_facts(person, on=ON), on=date(2027, 11, 30))
    assert points(later, "public_service") == Interval(20, 20)
    assert points(later, "outlying_area") == Interval(2, 2)
    person["employed_in_shanghai"] = False
    later = score(parse_facts(person, on=ON), on=date(2027, 11, 30))
    assert points(later, "public_service") == points(later, "outlying_area") == Interval(0, 0)


def test_the_usual_base_fills_the_window_month_by_month() -> None:
    person: Person = {**CLEAN, "insured_months_total": 0, "base_multiple": 1.2}
    facts = parse_facts(person, on=ON)
    assert points(score(facts, on=last_day(months_of(ON) + 35)), "contribution_base") == Interval(0, 50)
    assert points(score(facts, on=last_day(months_of(ON) + 36)), "contribution_base") == Interval(50, 50)


def test_a_record_lapses_on_its_very_day() -> None:
    person: Person = {**CLEAN, **paid(48, 12_000), "detention_dates": ["2022-02-28"], "minor_crime_dates": []}
    facts = parse_facts(person, on=ON)
    assert points(score(facts, on=date(2027, 2, 27)), "detention") == Interval(-50, -50)
    assert points(score(facts, on=date(2027, 2, 28)), "detention") == Interval(0, 0)


# ------------------------------------------------------------------------------------------------------------- events


def counted_sum(found: Score) -> int:
    """The counted points of somebody known in full, before the floor at zero."""
    return sum(item.points.min for item in found.items if item.counted)


def changes(events: tuple[Event, ...], month: int) -> int:
    return sum(event.change for event in events if event.month == month)


def test_the_events_of_a_month_add_up_to_its_change() -> None:
    for on, person in people(80, 5, "contributions"):
        if "birth_date" not in person or "insured_months_total" not in person or "married_years" in person:
            continue
        facts = parse_facts(person, on=on)
        found = forecast(facts, until=last_day(months_of(on) + MONTHS))
        before = counted_sum(score(facts))
        for month in found.months:
            now = counted_sum(score(facts, on=last_day(month.month)))
            assert changes(found.events, month.month) == now - before
            before = now


def test_an_event_names_an_indicator_whose_counted_points_changed_that_way() -> None:
    seen = set()
    for partly in random_partial_people(150, 6):
        facts = parse_facts(partly.told, on=partly.on)
        found = forecast(facts, until=last_day(months_of(partly.on) + MONTHS))
        for event in found.events:
            now, before = score(facts, on=last_day(event.month)), score(facts, on=day_before(partly.on, event.month))
            gained = counted(now, event.indicator).min - counted(before, event.indicator).min
            assert event.change in (gained, counted(now, event.indicator).max - counted(before, event.indicator).max)
            assert event.change != 0
            way = "up" if event.change > 0 else "down"
            assert event.reason.id == f"event.{event.indicator}.{way}"
            assert dict(event.reason.values)["change"] == abs(event.change)
            seen.add(event.reason.id)
    assert len(seen) > 8


def day_before(on: date, month: int) -> date:
    """The day that a month is compared with: the last of the month before, or today."""
    return on if month == months_of(on) + 1 else last_day(month - 1)


def counted(found: Score, indicator: str) -> Interval:
    item = next(item for item in found.items if item.indicator == indicator)
    return item.points if item.counted else Interval(0, 0)


def test_every_event_can_be_told_in_words() -> None:
    reasons = [
        event.reason for partly in random_partial_people(100, 7) for event in foretold(partly.told, partly.on).events
    ]
    for language in LOCALES:
        text = texts(language)
        assert all(because(reason, text) for reason in reasons)


def test_a_birthday_that_costs_points_is_told_with_the_age() -> None:
    [event] = foretold({**CLEAN, "birth_date": "1982-12-31"}, ON, 2).events
    assert (event.month, event.indicator, event.change) == (months_of(date(2026, 12, 1)), "age", -1)
    assert dict(event.reason.values)["n"] == 44


def test_a_birthday_that_may_have_come_is_told_with_the_age_that_it_may_have_made() -> None:
    told: Told = {**CLEAN, "age": 43}
    del told["birth_date"]
    [event] = foretold(told, ON, 2).events
    assert (event.indicator, event.change, dict(event.reason.values)["n"]) == ("age", -1, 44)


def test_an_event_says_why_as_the_line_of_its_month_does_and_by_how_much() -> None:
    told: Told = {**CLEAN, "birth_date": "1982-12-31", "insured_months_total": 47, "detention_dates": ["2021-12-05"]}
    found = foretold(told, ON, 2).events
    assert [(event.month, event.indicator, event.change, event.reason.id) for event in found] == [
        (months_of(date(2026, 12, 1)), "age", -1, "event.age.down"),
        (months_of(date(2026, 12, 1)), "insured_years", 3, "event.insured_years.up"),
        (months_of(date(2026, 12, 1)), "detention", 50, "event.detention.up"),
    ]
    assert found[0].reason.values == (("n", 44), ("points", "29"), ("cap", 30), ("change", 1))
    assert found[2].reason.values == (
        ("n", 0), ("records", "0"), ("years", 5), ("points", "0"), ("cap", 0), ("change", 50),
    )  # fmt: skip


def test_a_credential_that_comes_to_count_takes_the_place_of_the_degree() -> None:
    told: Told = {
        **CLEAN, **paid(5, 12_000), "credential": "intermediate_title", "credential_fits_job": True,
    }  # fmt: skip
    for education in ("associate", ["none", "associate"]):
        found = foretold({**told, "education": education}, ON, 1).events
        assert [(event.indicator, event.change, event.reason.id) for event in found] == [
            ("education", -50, "event.education.down"),
            ("credential", 100, "event.credential.up"),
        ]


def test_an_event_of_a_range_names_the_highest_number_unless_it_has_one_of_its_own() -> None:
    age: Told = {"age": {"min": 42, "max": 43}}
    [event] = foretold({key: value for key, value in {**CLEAN, **age}.items() if key != "birth_date"}, ON, 2).events
    assert event.reason.values == (
        ("low", 42), ("high", 44), ("points", "29–30"), ("cap", 30), ("n", 44), ("change", 1),
    )  # fmt: skip
    [event] = foretold({**CLEAN, "insured_months_total": {"min": 23, "max": 40}}, ON, 1).events
    assert dict(event.reason.values) | {"points": ""} == {
        "n": 2, "amount": "24–41", "each": 3, "starts": 1, "low": 2, "high": 3, "points": "", "cap": 0, "change": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("records", "reaches", "falls"),
    [
        (["2022-01-05"], date(2027, 1, 1), date(2027, 3, 1)),
        ([], None, date(2027, 3, 1)),
        (["2022-03-05"], None, None),
    ],
)
def test_the_month_is_told_in_which_the_standard_is_reached_or_lost(
    records: list[str], reaches: date | None, falls: date | None
) -> None:
    """Ninety for the degree and thirty for the age, until a birthday in March."""
    told: Told = {
        **CLEAN, "birth_date": "1983-03-10", "education": "bachelor_with_degree", "insured_now": False,
        "insured_months_total": 0, "detention_dates": records, "base_months": dict.fromkeys(WINDOWS, 0),
    }  # fmt: skip
    found = foretold(told, ON, 6)
    assert found.reaches_on == (reaches and months_of(reaches))
    assert found.falls_below_on == (falls and months_of(falls))


def test_who_reaches_the_standard_and_falls_below_it_is_told_of_both_and_only_of_the_first_time() -> None:
    """Ninety for the degree and thirty for the age; a record keeps it down until it lapses, then the years go."""
    told: Told = {
        **CLEAN, "birth_date": "1983-03-10", "education": "bachelor_with_degree", "insured_now": False,
        "insured_months_total": 0, "detention_dates": ["2021-12-05"], "base_months": dict.fromkeys(WINDOWS, 0),
    }  # fmt: skip
    found = foretold(told, ON, 40)
    assert (found.reaches_on, found.falls_below_on) == (months_of(date(2026, 12, 1)), months_of(date(2027, 3, 1)))
    assert [month.total.min for month in found.months[:5]] == [120, 120, 120, 119, 119]


# ------------------------------------------------------------------------------------------------------ first crossings


def crossings(found: Forecast, today: Interval) -> tuple[int | None, int | None]:
    """The first month that reaches 120 from below, and the first that falls below it, month after month."""
    reaches = falls = None
    before = today
    for month in found.months:
        if before.min < 120 and month.total.min >= 120 and reaches is None:
            reaches = month.month
        if before.min >= 120 and month.total.min < 120 and falls is None:
            falls = month.month
        before = month.total
    return reaches, falls


def test_the_first_crossings_are_told() -> None:
    both = {True: 0, False: 0}
    for on, person in random_people(300, 8):
        facts = parse_facts(person, on=on)
        found = forecast(facts, until=last_day(months_of(on) + MONTHS))
        assert (found.reaches_on, found.falls_below_on) == crossings(found, score(facts).total)
        both[True] += found.reaches_on is not None
        both[False] += found.falls_below_on is not None
    assert min(both.values()) > 5 or MUTATING


def test_who_has_120_already_does_not_reach_it_and_may_fall_below_next_month() -> None:
    facts = parse_facts({**CLEAN, "birth_date": "1982-12-01", **paid(36, 9_200), "insured_months_total": 67}, on=ON)
    assert score(facts).total == Interval(120, 120)
    found = forecast(facts, until=date(2027, 12, 31))
    assert found.falls_below_on == months_of(date(2026, 12, 1))
    assert found.reaches_on == months_of(date(2027, 4, 1))


@pytest.mark.parametrize("on", SPECIAL_DAYS)
def test_any_day_can_be_today(on: date) -> None:
    found = foretold(known_person(Random(9), on), on, 24)
    assert len(found.months) == 24


# ------------------------------------------------------------------------------------------------- a provisional wage

PROVISIONAL = (("reference", 11396), ("other", 12577))


def listed(months: int, base: int) -> Person:
    """Somebody with so many months at a base up to the present one."""
    return {
        **CLEAN,
        "insured_months_total": months,
        "contributions": [{"month": month, "base": base} for month in months_up_to(ON, months)],
    }


def test_a_gain_that_hangs_on_the_provisional_wage_says_so_and_so_does_the_day() -> None:
    ahead = foretold(listed(30, 12_000), ON, 17)
    assert ahead.reaches_on == months_of(date(2027, 5, 1))
    assert ahead.months[-1].total == Interval(139, 139)
    marked = [(event.indicator, event.caution) for event in ahead.events if event.caution]
    assert marked == [("contribution_base", Reason("event.otherwise", PROVISIONAL))]
    last = (("month", "2028-04"), ("total", "114"))
    assert ahead.cautions == (Reason("forecast.otherwise.not_reached", (*PROVISIONAL, *last)),)


def test_a_day_that_would_be_later_by_the_other_wage_is_told() -> None:
    ahead = foretold(listed(30, 12_000), ON)
    assert ahead.cautions == (Reason("forecast.otherwise.reaches", (*PROVISIONAL, ("month", "2029-05"))),)


def test_a_standard_that_would_be_lost_by_the_other_wage_is_told() -> None:
    # 36 months of 12,000 are 1x by the provisional wage for good; by the other the months since 2026-07 fall away.
    person = {**listed(36, 12_000), "birth_date": "1981-01-01", "insured_months_total": 12 * 3}
    person["contributions"] = [
        {"month": month, "base": 12_000 if month >= "2026-07" else 12_600} for month in months_up_to(ON, 48)
    ]
    person["insured_months_total"] = 48
    ahead = foretold(person, ON, 20)
    [caution] = ahead.cautions
    assert (ahead.falls_below_on, caution.id) == (None, "forecast.otherwise.falls")


def test_what_does_not_hang_on_the_provisional_wage_has_no_mark() -> None:
    for base in (9_000, 13_000):
        ahead = foretold(listed(30, base), ON, 5)
        assert not [event for event in ahead.events if event.caution]
        assert ahead.cautions == ()


def test_a_base_told_as_a_multiple_is_marked_as_provisional() -> None:
    told = {**CLEAN, "insured_months_total": 36, "base_multiple": 1.05}
    ahead = foretold({**told, "base_months": {"0.8": 30, "1": 30, "2": 0, "3": 0}}, ON)
    gain = next(event for event in ahead.events if event.indicator == "contribution_base")
    assert gain.caution == Reason("warning.reference_wage_provisional", PROVISIONAL)
    assert ahead.cautions == (gain.caution,)
    assert not [event for event in ahead.events if event.caution and event.indicator == "insured_years"]
    assert foretold(told | {"education": "none"}, ON, 5).cautions == ()


def test_the_very_gain_that_reaches_the_standard_counts() -> None:
    told = {**CLEAN, "insured_months_total": 36, "base_multiple": 1.05, "base_months": dict.fromkeys(WINDOWS, 0)}
    ahead = foretold(told, ON)
    [(month, caution)] = [(event.month, event.caution) for event in ahead.events if event.caution]
    assert ahead.reaches_on == month
    assert ahead.cautions == (caution,)


def test_a_day_that_something_else_brings_rests_on_no_wage() -> None:
    # Three points of another insured year reach it; the base stays what it is.
    told = {
        **CLEAN,
        "insured_months_total": 12 * 13 + 6,
        "base_multiple": 0.5,
        "base_months": dict.fromkeys(WINDOWS, 0),
    }
    ahead = foretold({**told, "education": "associate"}, ON)
    assert ahead.reaches_on is not None
    assert ahead.cautions == ()


@pytest.mark.parametrize(("base", "otherwise"), [(13_000, []), (12_000, ["forecast.otherwise.not_reached"])])
def test_a_standard_that_is_just_held_is_held(base: int, otherwise: list[str]) -> None:
    # 25 + 50 + 15 times 3.
    person = {
        **CLEAN,
        "birth_date": "1980-11-01",
        "education": "none",
        **paid(36, base),
        "insured_months_total": 12 * 15,
    }
    ahead = foretold(person, ON, 6)
    assert {month.total for month in ahead.months} == {Interval(120, 120)}
    assert [caution.id for caution in ahead.cautions] == otherwise


def test_a_base_that_is_not_known_is_not_marked() -> None:
    assert not [event for event in foretold(CLEAN, ON).events if event.caution]
