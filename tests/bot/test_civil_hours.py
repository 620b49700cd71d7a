"""The hours at which a person may be written to unasked, by the clock of Shanghai."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civil_hours import civil_from, reminded_at
from bot.clock import SHANGHAI

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def shanghai(text: str) -> datetime:
    """A moment by the clock of Shanghai."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_the_reminder_of_a_day_is_sent_at_ten_in_the_morning_there() -> None:
    assert reminded_at(date(2026, 12, 10)) == datetime(2026, 12, 10, 2, 0, tzinfo=UTC)
    assert civil_from(reminded_at(date(2026, 12, 10))) == reminded_at(date(2026, 12, 10))


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        ("2026-12-10T09:00", "2026-12-10T09:00"),
        ("2026-12-10T19:59:59", "2026-12-10T19:59:59"),
        ("2026-12-10T20:00", "2026-12-11T09:00"),
        ("2026-12-31T23:30", "2027-01-01T09:00"),
        ("2026-12-10T00:00", "2026-12-10T09:00"),
        ("2026-12-10T08:59:59", "2026-12-10T09:00"),
    ],
)
def test_what_comes_due_in_the_night_waits_for_the_morning(moment: str, sent: str) -> None:
    assert civil_from(shanghai(moment)) == shanghai(sent)


def test_the_clock_of_the_machine_does_not_matter() -> None:
    in_new_york = datetime(2026, 12, 10, 15, 0, tzinfo=timezone(timedelta(hours=-5)))  # 04:00 of the next day there
    assert civil_from(in_new_york) == shanghai("2026-12-11T09:00")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        civil_from(datetime(2026, 12, 10, 15, 0))  # noqa: DTZ001


@given(MOMENTS)
def test_nothing_is_sent_early_in_the_night_or_more_than_a_night_later(moment: datetime) -> None:
    sent = civil_from(moment)
    assert timedelta() <= sent - moment <= timedelta(hours=13)
    assert time(9) <= sent.astimezone(SHANGHAI).time() < time(20)
    assert civil_from(sent) == sent
