"""`hujifen calendar`: the renewal dates as a file for the calendar of a telephone."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.bot.hujifen import DAY, hujifen, refusal


def test_the_dates_of_a_renewal_are_written_as_a_calendar(tmp_path: Path) -> None:
    out = tmp_path / "renewal.ics"
    run = hujifen("calendar", "2026-12-10", out, "--on", DAY)
    assert (run.status, run.out, run.err) == (0, "", "")
    assert Calendar.from_ical(out.read_bytes())
    assert "DTSTART;VALUE=DATE:20261210" in out.read_text("utf-8")


def test_a_day_that_is_none_and_a_file_that_cannot_be_written_are_refused(tmp_path: Path) -> None:
    assert "EXPIRES" in refusal("calendar", "2026-13-10", tmp_path / "renewal.ics")
    assert "missing" in refusal("calendar", "2026-12-10", tmp_path / "missing" / "renewal.ics")


@pytest.mark.parametrize("expires", ["9999-12-31", "9999-12-01", "2037-01-01", "1999-12-31", "0001-01-01"])
def test_a_day_on_which_no_permit_of_today_can_end_is_refused_with_a_line(expires: str, tmp_path: Path) -> None:
    said = refusal("calendar", expires, tmp_path / "renewal.ics", "--on", DAY)
    assert expires in said
    assert "10 years" in said
    assert not (tmp_path / "renewal.ics").exists()


def test_a_permit_that_ended_is_warned_of_and_nothing_that_is_not_true_is_written(tmp_path: Path) -> None:
    out = tmp_path / "renewal.ics"
    run = hujifen("calendar", "2020-01-01", out, "--on", DAY)
    assert run.status == 0
    for said in ("2020-01-01 已经到期", "重新算", "这 1 年也已经过了", "12333"):
        assert said in run.out
    (event,) = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert "12333" in str(event["SUMMARY"])
    assert "重新算" in str(event["DESCRIPTION"])


def test_who_is_a_little_late_is_told_so(tmp_path: Path) -> None:
    run = hujifen("calendar", "2026-11-01", tmp_path / "renewal.ics", "--on", DAY, "--lang", "en")
    assert "2026-11-01" in run.out
    assert "Up to 60 days late" in run.out


@pytest.mark.parametrize(
    ("locale", "says", "missing"),
    [
        ("zh_Hans", "2027 年的官方放假安排这里还没有", "日历里没有"),
        ("zh_Hant", "2027 年的官方放假安排這裡還沒有", "日曆裡沒有"),
        ("en", "The official holiday calendar of 2027 is not known here", "the calendar has no day"),
    ],
)
def test_a_day_that_cannot_be_counted_yet_is_said_to_be_missing(
    locale: str, says: str, missing: str, tmp_path: Path
) -> None:
    out = tmp_path / "renewal.ics"
    run = hujifen("calendar", "2027-02-16", out, "--on", DAY, "--lang", locale)
    events = {str(event["UID"]).split("-")[0]: event for event in Calendar.from_ical(out.read_bytes()).walk("VEVENT")}
    assert events.keys() == {"endorse", "last_day"}
    for said in (run.out, *(str(event["DESCRIPTION"]) for event in events.values())):
        assert says in said
        assert missing in said
