"""`hujifen calendar`: the renewal dates as a file for the calendar of a telephone."""

from pathlib import Path

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
