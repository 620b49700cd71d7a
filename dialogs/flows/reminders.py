"""What a person can be reminded of (提醒), from the talk alone: of what, counted from which day, and on which day.

That somebody wishes to be reminded is a detail of the talk, and the days follow from the permit's end and from what was
ticked when. So nothing is set twice, and what was told anew takes the place of the old.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from dialogs.flows.application import STEP
from dialogs.flows.details import YES
from dialogs.flows.pages import APPLY, RENEW
from dialogs.flows.renewal import ENDORSED, endorsed_mark, renewal_plan
from dialogs.flows.renewal_screen import EXPIRES
from dialogs.flows.working_days import UnknownYear, weekdays_after, working_days_after
from dialogs.knowledge.loader import application_periods, renewal
from dialogs.talk import DETAIL, Entry, Known
from scoring.fact_kinds import Day

GROUPS = (RENEW, APPLY)
"""What can be set and stopped: all reminders of the renewal, and all that follow on an application."""

OPENS, WEEK, LAST_DAY, IF_ENDORSED, CONFIRM = "opens", "week", "last_day", "if_endorsed", "confirm"
"""The renewal: its window opens; a week is left; the last day; the points can be confirmed if the permit was endorsed
at all; they can be confirmed, as it was."""
CHECK, POINTS_IF_USUAL, POINTS = "check", "points_if_usual", "points"
"""The application: the papers should be verified; the points should be set if that took as long as it usually does;
they should be set, as the papers are verified."""
ABOUTS = {
    RENEW: (OPENS, WEEK, LAST_DAY, IF_ENDORSED, CONFIRM),
    APPLY: (CHECK, POINTS_IF_USUAL, POINTS),
}

WEEK_BEFORE = timedelta(days=7)
STALE = timedelta(days=30)
"""What could not be said for so long is not said any more."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to remind of on a day.

    `day` is what it is counted from: the permit's last day, or the day on which something was told to be done. Where
    `unknown_year` names a year, its official calendar is not known, and `on` is counted by weekdays alone.
    """

    about: str
    day: date
    on: date
    unknown_year: int | None = None

    @property
    def key(self) -> str:
        """What tells it from a person's other reminders."""
        return f"{self.about}:{self.day.isoformat()}"


def group_of(about: str) -> str:
    """The group that a reminder belongs to."""
    return next(group for group, abouts in ABOUTS.items() if about in abouts)


# ---------------------------------------------------------------------------------------------------- which there are


def possible(known: Known, group: str) -> tuple[Due, ...]:
    """Everything that a person could be reminded of in a group, in the order of the days, what is past too."""
    found = _of_renewal(known) if group == RENEW else _of_application(known)
    return tuple(sorted(found, key=lambda due: due.on))


def is_ahead(known: Known, group: str, today: date) -> bool:
    """Whether there is something in a group that the person could still be reminded of."""
    return any(due.on > today for due in possible(known, group))


def planned(known: Known) -> tuple[Due, ...]:
    """The same of the groups that the person wishes to be reminded of."""
    return tuple(due for group in GROUPS if is_set(known, group) for due in possible(known, group))


def upcoming(known: Known, today: date) -> tuple[Due, ...]:
    """What the person will be reminded of after today, in the order of the days."""
    return tuple(sorted((due for due in planned(known) if due.on > today), key=lambda due: due.on))


def current(about: str, day: date, known: Known, today: date) -> Due | None:
    """The reminder that is due today or was so before, if there is still something to say.

    There is not where the person no longer wishes it, where what it counts from has changed or was done, where a later
    one speaks for it, and where it has waited for too long.
    """
    plan = planned(known)
    due = next((each for each in plan if (each.about, each.day) == (about, day)), None)
    if due is None or today > due.on + STALE or (about == LAST_DAY and today > day):
        return None
    group = group_of(about)
    later = (each for each in plan if group_of(each.about) == group and each.day == day and due.on < each.on <= today)
    return None if any(later) else due


def _of_renewal(known: Known) -> Iterator[Due]:
    expires = permit_end(known)
    if expires is not None and known.day_of(endorsed_mark(expires)) is None:
        # As it looks long before, so that every day of it is still ahead.
        plan = renewal_plan(expires, date.min)
        yield Due(OPENS, expires, plan.endorse_from)
        yield Due(WEEK, expires, expires - WEEK_BEFORE)
        yield Due(LAST_DAY, expires, expires)
        yield _confirmable(IF_ENDORSED, expires)
    # Who has endorsed a permit may have told the new one's last day since.
    endorsed = {known.day_of(mark) for mark in known.ticked if mark.startswith(f"{ENDORSED}:")}
    for day in sorted(day for day in endorsed if day is not None):
        yield _confirmable(CONFIRM, day)


def _of_application(known: Known) -> Iterator[Due]:
    handed_in = [day for step in ("hand_in", "receipt") if (day := known.day_of(f"{STEP}{step}")) is not None]
    verified = known.day_of(f"{STEP}file_check")
    if any(f"{STEP}{step}" in known.ticked for step in ("points_set", "notice")):
        return
    check, points = (application_periods()[step].count for step in ("file_check", "points_set"))
    if verified is not None:
        yield _counted(POINTS, verified, points)
    elif handed_in:
        filed = min(handed_in)
        yield _counted(CHECK, filed, check)
        yield _counted(POINTS_IF_USUAL, filed, check + points)


def permit_end(known: Known) -> date | None:
    """The permit's last day, where it is known to the day."""
    told = known.facts.get(EXPIRES)
    if told is None:
        return None
    expires = Day().parse(EXPIRES, told, date.max)
    return expires.latest if expires.earliest == expires.latest else None


def _confirmable(about: str, endorsed: date) -> Due:
    """What is due when the full working days of waiting after an endorsement are over, as in the plan of a renewal."""
    transfer = next(period.count for period in renewal().periods if period.id == "transfer")
    waiting = _counted(about, endorsed, transfer)
    return replace(waiting, on=waiting.on + timedelta(days=1))


def _counted(about: str, day: date, count: int) -> Due:
    """What is due some working days after a day, as far as the calendar is known."""
    on = working_days_after(day, count)
    if isinstance(on, UnknownYear):
        return Due(about, day, weekdays_after(day, count), on.year)
    return Due(about, day, on)


# ------------------------------------------------------------------------------------------------- setting, stopping


class Settled(NamedTuple):
    """How a person's reminders change: those to be kept from now on too, and the keys of those that fall away."""

    add: tuple[Due, ...]
    drop: frozenset[str]


def settled(known: Known, kept: Collection[str], today: date) -> Settled:
    """What changes where reminders with some keys are kept already. Only days after today are added, so that what was
    sent is not sent again; what is due today and was not sent yet stays.
    """
    wanted = {due.key for due in planned(known)}
    add = tuple(due for due in upcoming(known, today) if due.key not in kept)
    return Settled(add, frozenset(kept) - wanted)


def is_set(known: Known, group: str) -> bool:
    """Whether the person wishes to be reminded of a group."""
    return known.details.get(_detail(group)) == YES


def remind(group: str) -> Entry:
    """What wishing to be reminded of a group enters."""
    return Entry(DETAIL, _detail(group), picked=(YES,))


def stop(group: str) -> Entry:
    """What wishing not to be reminded of a group any more enters."""
    return Entry(DETAIL, _detail(group))


def offered(known: Known, today: date) -> str | None:
    """The group of which reminders can be offered on the page that the person reads, or None."""
    if known.paused or known.asked is not None or known.page is None:
        return None
    group = APPLY if known.page.startswith(STEP) else known.page
    if group not in GROUPS or is_set(known, group):
        return None
    return group if is_ahead(known, group, today) else None


def _detail(group: str) -> str:
    return f"remind:{group}"
