"""What a person can be reminded of: which days there are, that each is set once, and when one no longer holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.flows.pages import APPLY, RENEW, enter
from dialogs.flows.reminders import (
    ABOUTS,
    GROUPS,
    Due,
    current,
    group_of,
    is_set,
    offered,
    permit_end,
    planned,
    possible,
    remind,
    settled,
    stop,
    upcoming,
)
from dialogs.flows.working_days import working_days_after
from dialogs.talk import ANSWER, ASK, EXIT, PAUSE, TICK, Entry, Known, Talk, fold
from tests.dialogs.flows.talking import DAY, REACHES, Person

ENDS = date(2026, 12, 10)
BOTH = (remind(RENEW), remind(APPLY))


def ends(day: date | str) -> Entry:
    """The permit's last day is told."""
    return Entry(ANSWER, facts={"permit_expires": str(day)})


def ticked(what: str, on: date | str) -> Entry:
    """A step is ticked on a day."""
    return Entry(TICK, what, picked=(str(on),))


def known(*entries: Entry) -> Known:
    """What entries come to."""
    return fold(Talk(entries))


def days(*entries: Entry, today: date = date(2026, 6, 1)) -> dict[str, str]:
    """The days on which somebody will be reminded, by what of."""
    return {due.about: due.on.isoformat() for due in upcoming(known(*BOTH, *entries), today)}


PAST_AND_KNOWN = st.dates(date(2024, 1, 1), date(2026, 12, 31))
TICKS = st.dictionaries(
    st.sampled_from(["step:hand_in", "step:receipt", "step:file_check", "step:points_set", "endorsed:2026-12-10"]),
    st.dates(date(2024, 1, 1), date(2027, 6, 30)),
)
PERMITS = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2028, 12, 31)))


@st.composite
def talks(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Talks in which a permit's end was told, steps were ticked, and reminders were wished for, or not."""
    expires, groups = draw(PERMITS), draw(st.sets(st.sampled_from(GROUPS)))
    ticks = (ticked(what, on) for what, on in draw(TICKS).items())
    return (*((ends(expires),) if expires else ()), *ticks, *(remind(group) for group in sorted(groups)))


# --------------------------------------------------------------------------------------------------------- the renewal


def test_the_renewal_is_reminded_of_four_times_from_the_permits_last_day() -> None:
    assert days(ends(ENDS)) == {
        "opens": "2026-11-10",  # 30 days before
        "week": "2026-12-03",
        "last_day": "2026-12-10",
        "if_endorsed": "2026-12-16",  # a Thursday; then Friday, Monday, Tuesday pass
    }


def test_the_holidays_are_no_working_days() -> None:
    assert days(ends("2026-09-30"))["if_endorsed"] == "2026-10-11"


def test_where_the_calendar_of_a_year_is_not_known_the_day_is_an_estimate_and_says_so() -> None:
    plan = {due.about: due for due in upcoming(known(remind(RENEW), ends("2027-03-12")), DAY)}
    assert plan["if_endorsed"] == Due("if_endorsed", date(2027, 3, 12), date(2027, 3, 18), unknown_year=2027)
    assert plan["last_day"].unknown_year is None


def test_who_has_endorsed_the_permit_is_reminded_of_the_confirmation_alone() -> None:
    assert days(ends(ENDS), ticked(f"endorsed:{ENDS}", "2026-11-20")) == {"confirm": "2026-11-26"}


def test_the_confirmation_is_still_reminded_of_once_the_new_permits_last_day_is_told() -> None:
    told = days(ends(ENDS), ticked(f"endorsed:{ENDS}", "2026-11-20"), ends("2027-12-10"))
    assert told["confirm"] == "2026-11-26"
    assert told["opens"] == "2027-11-10"


def test_a_last_day_that_is_not_known_to_the_day_gives_none() -> None:
    assert days() == days(ends("2026-12")) == days(ends("2026")) == {}
    assert permit_end(known(ends("2026-12"))) is None


# ----------------------------------------------------------------------------------------------------- the application


@pytest.mark.parametrize("step", ["hand_in", "receipt"])
def test_who_has_handed_in_is_reminded_of_the_check_and_then_of_the_points(step: str) -> None:
    filed = date(2026, 6, 1)
    assert days(ticked(f"step:{step}", filed)) == {
        "check": str(working_days_after(filed, 20)),
        "points_if_usual": str(working_days_after(filed, 40)),
    }


def test_the_earlier_of_the_two_steps_at_the_centre_counts() -> None:
    both = days(ticked("step:receipt", "2026-06-10"), ticked("step:hand_in", "2026-06-01"))
    assert both == days(ticked("step:hand_in", "2026-06-01"))


def test_once_the_papers_are_verified_the_points_are_counted_from_that_day() -> None:
    verified = date(2026, 6, 8)
    told = days(ticked("step:hand_in", "2026-06-01"), ticked("step:file_check", verified))
    assert told == {"points": str(working_days_after(verified, 20))}


@pytest.mark.parametrize("step", ["points_set", "notice"])
def test_once_the_points_are_set_there_is_nothing_left(step: str) -> None:
    assert days(ticked("step:hand_in", "2026-06-01"), ticked(f"step:{step}", "2026-06-01")) == {}


def test_a_step_that_was_ticked_on_no_known_day_is_not_counted_from() -> None:
    assert days(Entry(TICK, "step:hand_in")) == {}


def test_a_tick_that_is_taken_back_takes_its_reminders_along() -> None:
    assert days(ticked("step:hand_in", "2026-06-01"), ticked("step:hand_in", "2026-06-02")) == {}


def test_a_tick_of_the_conversation_carries_its_day() -> None:
    person = Person(REACHES)
    person.say("怎么申请")
    person.tap("step:hand_in", "step:hand_in")
    assert {due.day for due in possible(fold(person.turn.talk), APPLY)} == {DAY}


# ----------------------------------------------------------------------------------------------------------- in general


@given(talks(), PAST_AND_KNOWN)
def test_every_reminder_lies_in_the_future_and_those_of_the_permit_not_behind_its_end(
    talk: tuple[Entry, ...], today: date
) -> None:
    ahead = upcoming(known(*talk), today)
    assert [due.on for due in ahead] == sorted(due.on for due in ahead)
    assert len({due.key for due in ahead}) == len(ahead)
    for due in ahead:
        assert due.on > today
        assert due.about in ABOUTS[group_of(due.about)]
        if due.about in ("opens", "week", "last_day"):
            assert due.day - timedelta(days=30) <= due.on <= due.day
        else:
            assert due.on > due.day
            # The points are confirmed once working days have passed: the last of them is the day before.
            last = due.on - timedelta(days=due.about in ("if_endorsed", "confirm"))
            assert last.weekday() < 5 or working_days_after(last - timedelta(days=1), 1) == last


@given(talks())
def test_only_who_wishes_to_be_reminded_is(talk: tuple[Entry, ...]) -> None:
    wished = {group for group in GROUPS if is_set(known(*talk), group)}
    assert {group_of(due.about) for due in planned(known(*talk))} <= wished
    assert planned(known(*talk, *map(stop, GROUPS))) == ()


@given(talks(), PAST_AND_KNOWN)
def test_setting_the_same_twice_gives_each_once(talk: tuple[Entry, ...], today: date) -> None:
    first = settled(known(*talk), (), today)
    kept = {due.key for due in first.add}
    assert len(kept) == len(first.add)
    assert first.drop == frozenset()
    wished_again = (remind(group) for group in GROUPS if is_set(known(*talk), group))
    assert settled(known(*talk, *wished_again), kept, today) == ((), frozenset())


@given(st.dates(date(2026, 12, 1), date(2028, 1, 1)), st.dates(date(2026, 12, 1), date(2028, 1, 1)))
def test_another_last_day_takes_the_place_of_the_old_one(old: date, new: date) -> None:
    first = settled(known(remind(RENEW), ends(old)), (), DAY)
    kept = {due.key for due in first.add}
    change = settled(known(remind(RENEW), ends(old), ends(new)), kept, DAY)
    if old == new:
        assert change == ((), frozenset())
    else:
        assert change.drop == kept
        assert {due.day for due in change.add} == {new}


@given(talks(), PAST_AND_KNOWN, st.integers(0, 60))
def test_what_was_sent_is_not_set_again(talk: tuple[Entry, ...], today: date, later: int) -> None:
    kept = {due.key: due for due in settled(known(*talk), (), today).add}
    then = today + timedelta(days=later)
    left = {key for key, due in kept.items() if due.on > then}
    assert settled(known(*talk), left, then) == ((), frozenset())


def test_what_is_due_today_stays_until_it_is_sent() -> None:
    talk = known(remind(RENEW), ends(ENDS))
    assert settled(talk, {"last_day:2026-12-10"}, ENDS).drop == frozenset()


def test_stopping_drops_what_was_set() -> None:
    kept = {due.key for due in settled(known(*BOTH, ends(ENDS)), (), DAY).add}
    assert settled(known(*BOTH, ends(ENDS), stop(RENEW)), kept, DAY) == ((), frozenset(kept))


# ------------------------------------------------------------------------------------------- what still holds when due


def test_a_reminder_holds_from_its_day_on_until_a_later_one_speaks_for_it() -> None:
    talk = known(remind(RENEW), ends(ENDS))
    assert [about for about in ABOUTS[RENEW] if current(about, ENDS, talk, date(2026, 11, 10))] == [
        "opens", "week", "last_day", "if_endorsed",
    ]  # fmt: skip
    for day, held in (("02", "opens"), ("03", "week"), ("09", "week"), ("10", "last_day"), ("15", "if_endorsed")):
        due = (about for about in ABOUTS[RENEW] if current(about, ENDS, talk, date.fromisoformat(f"2026-12-{day}")))
        assert next(due) == held


def test_the_last_day_is_not_spoken_of_when_it_is_past() -> None:
    assert current("last_day", ENDS, known(remind(RENEW), ends(ENDS)), date(2026, 12, 11)) is None


def test_what_waited_for_more_than_a_month_is_not_said_any_more() -> None:
    talk = known(remind(RENEW), ends(ENDS))
    assert current("if_endorsed", ENDS, talk, date(2027, 1, 15)) is not None
    assert current("if_endorsed", ENDS, talk, date(2027, 1, 16)) is None


@pytest.mark.parametrize(
    "talk",
    [
        (ends(ENDS),),
        (remind(RENEW), ends("2027-12-10")),
        (remind(RENEW), ends(ENDS), stop(RENEW)),
        (remind(RENEW), ends(ENDS), ticked(f"endorsed:{ENDS}", "2026-11-20")),
        (remind(RENEW),),
    ],
)
def test_a_reminder_of_what_was_changed_stopped_or_done_says_nothing(talk: tuple[Entry, ...]) -> None:
    assert current("week", ENDS, known(*talk), date(2026, 12, 3)) is None


# ------------------------------------------------------------------------------------------------------------ offering


def test_reminders_are_offered_on_the_page_of_what_they_are_of() -> None:
    there = (ends(ENDS), ticked("step:hand_in", DAY))
    assert offered(known(*there, enter(RENEW)), DAY) == RENEW
    assert offered(known(*there, enter(APPLY)), DAY) == APPLY
    assert offered(known(*there, enter("step:hand_in")), DAY) == APPLY


@pytest.mark.parametrize(
    "talk",
    [
        (),
        (enter(RENEW),),  # the last day is not known
        (enter(APPLY),),  # nothing is handed in
        (ends("2026-11-22"), enter(RENEW), ticked("endorsed:2026-11-22", "2026-11-01")),  # all is past
        (ends(ENDS), enter("papers")),
        (ends(ENDS), enter(RENEW), remind(RENEW)),
        (ends(ENDS), enter(RENEW), Entry(EXIT)),
        (ends(ENDS), enter(RENEW), Entry(PAUSE)),
        (ends(ENDS), enter(RENEW), Entry(ASK, "education")),
    ],
)
def test_nothing_is_offered_where_there_is_nothing_or_it_is_set(talk: tuple[Entry, ...]) -> None:
    assert offered(known(*talk), DAY) is None


def test_who_stopped_the_reminders_is_offered_them_again() -> None:
    assert offered(known(ends(ENDS), enter(RENEW), remind(RENEW), stop(RENEW)), DAY) == RENEW
