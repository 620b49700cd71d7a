"""The calendar file: read back by its own parser it says what the plan says."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bot.calendar_file import renewal_calendar
from bot.texts import LOCALES, texts
from dialogs.flows.renewal import renewal_plan

DAY = date(2026, 11, 22)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def events(expires: date, today: date = DAY, locale: str = "zh_Hans") -> dict[str, Event]:
    """The events of a plan's file by the name that their UID begins with."""
    content = renewal_calendar(renewal_plan(expires, today), texts(locale))
    found = Calendar.from_ical(content).walk("VEVENT")
    return {str(event["UID"]).split("-")[0]: event for event in found if isinstance(event, Event)}


def starts(found: dict[str, Event]) -> dict[str, date]:
    """The day of each event."""
    return {id: event.decoded("DTSTART") for id, event in found.items()}


def test_a_permit_in_its_window_gets_its_three_days() -> None:
    assert starts(events(date(2026, 12, 10))) == {
        "endorse": DAY,
        "last_day": date(2026, 12, 10),
        "confirm": date(2026, 11, 26),
    }


def test_who_is_late_gets_today_and_the_end_of_the_late_days() -> None:
    assert starts(events(date(2026, 11, 1))) == {
        "endorse": DAY,
        "confirm": date(2026, 11, 26),
        "late": date(2026, 12, 31),
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_who_is_later_still_is_only_told_to_ask(locale: str) -> None:
    found = events(date(2026, 1, 1), locale=locale)
    assert starts(found) == {"endorse": DAY}
    assert "12333" in str(found["endorse"]["SUMMARY"])
    late = renewal_plan(date(2026, 1, 1), DAY).late
    assert all(each.words[locale] in str(found["endorse"]["DESCRIPTION"]) for case in late for each in case.statements)


def test_who_is_late_reads_that_it_is_to_be_made_up_and_not_that_it_can_be_done_now() -> None:
    endorse = events(date(2026, 11, 1), locale="en")["endorse"]
    assert endorse["SUMMARY"] == "The permit has ended: have it endorsed at once"
    assert "last 30 days" not in str(endorse["DESCRIPTION"])


def test_a_day_that_no_calendar_tells_is_no_event() -> None:
    assert set(starts(events(date(2050, 3, 1), date(2050, 1, 1)))) == {"endorse", "last_day"}


def test_the_last_day_rings_a_week_three_days_and_a_day_before_in_the_morning() -> None:
    alarms = events(date(2026, 12, 10))["last_day"].walk("VALARM")
    morning = timedelta(hours=9)
    assert [alarm.decoded("TRIGGER") for alarm in alarms] == [morning - timedelta(days=days) for days in (7, 3, 1)]
    assert {str(alarm["ACTION"]) for alarm in alarms} == {"DISPLAY"}


def test_the_file_says_which_place_its_days_are_of() -> None:
    content = renewal_calendar(renewal_plan(date(2026, 12, 10), DAY), texts("en"))
    calendar = Calendar.from_ical(content)
    assert str(calendar["X-WR-TIMEZONE"]) == "Asia/Shanghai"
    assert (str(calendar["VERSION"]), str(calendar["PRODID"])) == ("2.0", "-//hujifen//renewal//EN")
    stamp = events(date(2026, 12, 10))["endorse"].decoded("DTSTAMP")
    assert isinstance(stamp, datetime)
    assert stamp.isoformat() == "2026-11-21T16:00:00+00:00"


def test_a_newer_file_replaces_the_events_of_an_older_one() -> None:
    before = {str(event["UID"]) for event in events(date(2026, 12, 10), date(2026, 9, 1)).values()}
    assert before == {str(event["UID"]) for event in events(date(2026, 12, 10)).values()}
    assert before.isdisjoint(str(event["UID"]) for event in events(date(2027, 12, 10)).values())


@given(DAYS, DAYS, st.sampled_from(LOCALES))
def test_every_file_is_valid_and_the_same_each_time(expires: date, today: date, locale: str) -> None:
    plan = renewal_plan(expires, today)
    content = renewal_calendar(plan, texts(locale))
    assert content == renewal_calendar(plan, texts(locale))
    assert Calendar.from_ical(content).to_ical() == content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    found = events(expires, today, locale)
    assert "endorse" in found
    for event in found.values():
        assert not event.errors
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
        assert event["SUMMARY"]
        assert event["DESCRIPTION"]
        assert event.walk("VALARM")


@pytest.mark.parametrize("locale", LOCALES)
def test_an_event_says_what_to_do_and_where_that_is_written(locale: str) -> None:
    plan = renewal_plan(date(2026, 12, 10), DAY)
    said = str(events(date(2026, 12, 10), locale=locale)["confirm"]["DESCRIPTION"])
    for statement in plan.step("confirm").statements:
        assert statement.words[locale] in said
        assert all(document.name in said for document in statement.sources)
