"""The renewal plan as a calendar file (.ics, RFC 5545), for the calendar of a telephone.

All events are whole days, so they stay on the day that they have in Shanghai wherever the telephone is.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event

from bot.clock import SHANGHAI
from dialogs.flows.renewal import LATE, TOO_LATE, RenewalPlan
from dialogs.flows.renewal_screen import uncounted
from dialogs.flows.told import marked, sources
from dialogs.knowledge.model import Statement
from dialogs.texts import Texts

PRODUCT = "-//hujifen//renewal//EN"
_MORNING = timedelta(hours=9)
"""When an alarm rings, counted from the beginning of its day."""


class _Entry(NamedTuple):
    """One day of the plan: its name, its title, what is known of it, how many days before alarms ring, what is not
    known of the days after it.
    """

    id: str
    day: date
    title: str
    statements: tuple[Statement, ...]
    alarms: tuple[int, ...]
    open: tuple[str, ...] = ()


def renewal_calendar(plan: RenewalPlan, text: Texts) -> bytes:
    """The plan as the content of an .ics file.

    The same plan gives the same bytes; imported again, a later plan for the same permit takes the earlier one's place.
    A day that no official calendar tells has no event; the events before it say so. Where the permit ended so long ago
    that nothing is sure but to ask, that is the only event.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", text("calendar.name"))
    calendar.add("x-wr-timezone", str(SHANGHAI))
    for entry in _entries(plan, text):
        calendar.add_component(_event(entry, plan, text))
    content: bytes = calendar.to_ical()
    return content


def _entries(plan: RenewalPlan, text: Texts) -> Iterator[_Entry]:
    late = tuple(statement for case in plan.late for statement in case.statements)
    if plan.stage == TOO_LATE:
        yield _Entry("endorse", plan.endorse_from, text("calendar.too_late"), late, (0,))
        return
    endorse, confirm = plan.step("endorse").statements, plan.step("confirm").statements
    title = text("calendar.endorse_late" if plan.stage == LATE else "calendar.endorse")
    unknown = left_out(plan, text)
    yield _Entry("endorse", plan.endorse_from, title, endorse, (0,), unknown)
    if plan.endorse_until is not None:
        yield _Entry("last_day", plan.endorse_until, text("calendar.last_day"), endorse, (7, 3, 1), unknown)
    if isinstance(plan.confirm_from, date):
        yield _Entry("confirm", plan.confirm_from, text("calendar.confirm"), confirm, (0,))
    if plan.stage == LATE:
        yield _Entry("late", plan.late_until, text("calendar.late", count=plan.period("late").count), late, (7, 3, 1))


def left_out(plan: RenewalPlan, text: Texts) -> tuple[str, ...]:
    """What the file cannot say of its days: the years that cannot be counted, and that a day is missing for it."""
    if isinstance(plan.confirm_from, date):
        return uncounted(plan, text)
    waiting = marked(plan.period("transfer").statement, text)
    return (*uncounted(plan, text), text("calendar.no_confirm_day", line=waiting))


def _event(entry: _Entry, plan: RenewalPlan, text: Texts) -> Event:
    said = [marked(statement, text) for statement in entry.statements]
    event = Event()
    event.add("uid", f"{entry.id}-{plan.expires.isoformat()}@hujifen")
    event.add("dtstamp", datetime.combine(plan.today, time(), SHANGHAI))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", "\n".join((*said, *entry.open, sources(entry.statements, text))))
    event.add("transp", "TRANSPARENT")
    for days in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", _MORNING - timedelta(days=days))
        event.add_component(alarm)
    return event
