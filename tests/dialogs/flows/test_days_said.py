"""The last day of a permit as people say it: read as the next such day, or the last one where it is over."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.flows.expiry import day_said, ended_about, says_year
from scoring.interval import DateRange
from tests.dialogs.flows.talking import DAY

DECEMBER = DateRange(date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        *(
            (said, "2026-12-15")
            for said in ("12月15日", "12月15号", "12月15", "十二月十五号", "12/15", "12-15", "12.15")
        ),
        *((said, "2026-12-15") for said in ("15/12", "下个月15号", "下個月15號", "下月的15日", "15号", "十五号")),
        *(
            (said, "2026-12-15")
            for said in ("Dec 15", "December 15th", "15 December", "the 15th of December", "15 dec")
        ),
        *((said, "2026-12-15") for said in ("next month on the 15th", "the 15th of next month", "15th", "the 15th")),
        *(
            (said, "2026-12-15")
            for said in ("2026-12-15", "2026年12月15日", "今年12月15日", "Dec 15, 2026", "15 Dec 2026")
        ),
        *((said, "2026-12-15") for said in ("我的居住证12月15日到期", "到期日是12月15日", "it expires on Dec 15")),
        ("11月22日", "2026-11-22"),
        ("1月31日", "2027-01-31"),
        ("11月1日", "2027-11-01"),
        ("11月1日过期了", "2026-11-01"),
        ("expired on Oct 3", "2026-10-03"),
        ("12月30日已经过期了", "2025-12-30"),
        ("20号过期了", "2026-11-20"),
        ("30号过期了", "2026-10-30"),
        ("上个月3号", "2026-10-03"),
        ("31号", "2026-12-31"),
        ("2月29日", "2028-02-29"),
        ("明年3月15日", "2027-03-15"),
        ("今天", "2026-11-22"),
        ("tomorrow", "2026-11-23"),
        ("12月", "2026-12"),
        ("12月底", "2026-12"),
        ("December", "2026-12"),
        ("3月份", "2027-03"),
        ("11月", "2026-11"),
    ],
)
def test_a_day_is_read(said: str, day: str) -> None:
    assert day_said(said, DAY) == day


@pytest.mark.parametrize(
    "said",
    [
        *(
            "13月1日",
            "2月30日",
            "0号",
            "32号",
            "三四月五号",
            "几号",
            "15",
            "我是12月15日生日",
            "2099-01-01",
            "9999-12-31",
        ),
        *("2026年2月30日", "什么时候", "", "12月15日" * 20),
    ],
)
def test_what_is_no_day_or_says_more_is_none(said: str) -> None:
    assert day_said(said, DAY) is None


@pytest.mark.parametrize("said", ["15号", "15", "the 15th", "15日"])
def test_where_the_month_is_known_the_day_is_of_that_month(said: str) -> None:
    assert day_said(said, DAY, partly=DECEMBER) == "2026-12-15"


def test_a_day_that_the_known_month_does_not_have_is_none() -> None:
    assert day_said("31号", DAY, partly=DateRange(date(2027, 2, 1), date(2027, 2, 28))) is None


def test_where_only_the_year_is_known_a_day_alone_is_none() -> None:
    assert day_said("15", DAY, partly=DateRange(date(2027, 1, 1), date(2027, 12, 31))) is None


def test_what_is_known_to_be_over_is_sought_before_today() -> None:
    assert day_said("10月20日", DAY, over=True) == "2026-10-20"
    assert day_said("12月20日", DAY, over=True) == "2025-12-20"


@pytest.mark.parametrize(("said", "told"), [("2026-12-15", True), ("明年3月1日", True), ("12月15日", False)])
def test_whether_the_year_was_told_is_known(said: str, told: bool) -> None:
    assert says_year(said) is told


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_without_a_year_the_day_is_the_nearest_of_its_number_ahead(today: date, day: date) -> None:
    found = date.fromisoformat(day_said(f"{day.month}月{day.day}日", today) or "")
    assert (found.month, found.day) == (day.month, day.day)
    assert 0 <= (found - today).days <= 366


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("过期一个月了", "2026-10-23"),
        ("过期一个多月了", "2026-10-23"),
        ("过期半年", "2026-05-24"),
        ("过期一个半月", "2026-10-08"),
        ("过期两年了", "2024-11-22"),
        ("过期45天", "2026-10-08"),
        ("expired a month ago", "2026-10-23"),
        ("expired half a year ago", "2026-05-24"),
        ("expired six weeks ago", "2026-10-11"),
        ("过期了", None),
        ("过期几个月了", None),
    ],
)
def test_how_long_ago_something_ended_is_read_as_about_a_day(said: str, about: str | None) -> None:
    assert ended_about(said, DAY) == (date.fromisoformat(about) if about else None)
