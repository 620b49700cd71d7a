"""Working days, held against the State Council's holiday notices as they were published year by year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.flows.working_days import UnknownYear, is_working_day, weekdays_after, working_days_after
from tests.test_architecture import modules_after

YEARS = (2024, 2025, 2026)


def days(*spans: str) -> set[date]:
    """The days of spans such as `2024-02-10/17`."""
    found: set[date] = set()
    for span in spans:
        first, _, last = span.partition("/")
        begin = date.fromisoformat(first)
        end = begin.replace(day=int(last)) if len(last) == 2 else date.fromisoformat(last or first)
        found |= {begin + timedelta(days=each) for each in range((end - begin).days + 1)}
    return found


# New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn and National Day, as the notices have them.
HOLIDAYS = days(
    *("2024-01-01", "2024-02-10/17", "2024-04-04/06", "2024-05-01/05", "2024-06-10", "2024-09-15/17", "2024-10-01/07"),
    *("2025-01-01", "2025-01-28/2025-02-04", "2025-04-04/06", "2025-05-01/05", "2025-05-31/2025-06-02"),
    "2025-10-01/08",
    *("2026-01-01/03", "2026-02-15/23", "2026-04-04/06", "2026-05-01/05", "2026-06-19/21", "2026-09-25/27"),
    "2026-10-01/07",
)
# The Saturdays and Sundays that are worked in their stead.
MADE_UP = days(
    *("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12"),
    *("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
    *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
)
EVERY_DAY = sorted(days(*(f"{year}-01-01/{year}-12-31" for year in YEARS)))
KNOWN_DAYS = st.dates(date(2024, 1, 1), date(2026, 10, 31))


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_the_year_is_worked_or_free_as_the_notice_of_that_year_says(year: int) -> None:
    for day in (each for each in EVERY_DAY if each.year == year):
        by_notice = day in MADE_UP or (day.weekday() < 5 and day not in HOLIDAYS)
        assert is_working_day(day) is by_notice, day


def test_a_made_up_day_is_always_a_weekend_day() -> None:
    assert {day.weekday() for day in MADE_UP} == {5, 6}


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-11-23", 3, "2026-11-26"),  # an ordinary week
        ("2026-11-26", 3, "2026-12-01"),  # over a weekend
        ("2026-09-30", 3, "2026-10-10"),  # over National Day; Saturday 10 October is worked
        ("2026-02-13", 3, "2026-02-25"),  # Saturday 14 February is worked, then the Spring Festival
        ("2025-09-30", 1, "2025-10-09"),
        ("2025-01-25", 1, "2025-01-26"),  # a Sunday that is worked
        ("2024-04-03", 2, "2024-04-08"),  # Qingming; Sunday 7 April is worked
        ("2024-12-31", 1, "2025-01-02"),  # from one known year into the next
        ("2026-11-22", 0, "2026-11-22"),
    ],
)
def test_working_days_are_counted_by_the_official_calendar(day: str, count: int, expected: str) -> None:
    assert working_days_after(date.fromisoformat(day), count) == date.fromisoformat(expected)


def test_a_year_without_a_calendar_is_said_and_not_guessed() -> None:
    assert working_days_after(date(2051, 3, 1), 3) == UnknownYear(2051)
    assert working_days_after(date(1990, 3, 1), 1) == UnknownYear(1990)


def test_a_count_that_runs_into_a_year_without_a_calendar_has_no_answer() -> None:
    last = next(year for year in range(2026, 2051) if is_working_day(date(year + 1, 1, 4)) == UnknownYear(year + 1))
    assert working_days_after(date(last, 12, 31), 1) == UnknownYear(last + 1)


def test_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="negative"):
        working_days_after(date(2026, 1, 1), -1)


@given(KNOWN_DAYS, st.integers(1, 20))
def test_the_day_found_is_worked_and_has_as_many_worked_days_before_it(day: date, count: int) -> None:
    found = working_days_after(day, count)
    assert isinstance(found, date)
    between = [day + timedelta(days=each) for each in range(1, (found - day).days + 1)]
    assert is_working_day(found) is True
    assert sum(is_working_day(each) is True for each in between) == count


@given(KNOWN_DAYS, st.integers(0, 9), st.integers(0, 9))
def test_waiting_twice_is_waiting_for_the_sum(day: date, first: int, second: int) -> None:
    then = working_days_after(day, first)
    assert isinstance(then, date)
    assert working_days_after(then, second) == working_days_after(day, first + second)


@given(KNOWN_DAYS, st.integers(1, 40))
def test_an_estimate_by_weekdays_leaves_out_weekends_and_no_holidays(day: date, count: int) -> None:
    found = weekdays_after(day, count)
    between = [day + timedelta(days=each) for each in range(1, (found - day).days + 1)]
    assert found.weekday() < 5
    assert sum(each.weekday() < 5 for each in between) == count


def test_the_calendar_is_not_loaded_before_a_day_is_asked_for() -> None:
    assert "chinese_calendar" not in modules_after("import dialogs.flows.working_days")
