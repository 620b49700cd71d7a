"""The renewal as it is told: when what can be done, the points on that day, and what is known of being late."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dialogs.explain import because
from dialogs.flows.pages import CHANGE_EMPLOYER, page_of, tick_choice, to_page
from dialogs.flows.renewal import (
    ENDORSED,
    NOT_YET,
    OVERDUE,
    Outlook,
    RenewalPlan,
    endorsed_mark,
    late_cases,
    outlook,
    overdue_stage,
    renewal_plan,
    request_until,
)
from dialogs.flows.told import lines, sources
from dialogs.knowledge.loader import renewal
from dialogs.knowledge.model import Case, Step
from dialogs.path import Standing
from dialogs.screens import RENEWAL_CALENDAR, Attachment, Choice, Screen
from dialogs.talk import ANSWER, DETAIL, VIEW, Entry, Known
from dialogs.texts import Texts
from scoring.facts import Facts
from scoring.score import DEPENDS, NOT_REACHED, REACHED

EXPIRES = "permit_expires"
_RANGES = {REACHED: "flow.outlook.reached.at_least", NOT_REACHED: "flow.outlook.not_reached.at_most"}
"""How a total is told of which only the range is known: by the end that decides."""


def renewal_screen(at: Standing, text: Texts) -> Screen:
    """When the permit ends is asked first; then the dated plan."""
    expires = last_day(at.facts)
    if expires is None:
        return _asking_screen(at, text)
    endorsed = at.known.day_of(endorsed_mark(expires))
    days = {"expires": expires, "endorsed": endorsed}
    calendar = Attachment(RENEWAL_CALENDAR, {name: day.isoformat() for name, day in days.items() if day})
    return _plan_screen(renewal_plan(expires, at.facts.as_of, endorsed=endorsed), calendar, at, text)


def last_day(facts: Facts) -> date | None:
    """The permit's last day, where it is known to the day."""
    expires = facts.permit_expires
    return expires.latest if expires is not None and expires.earliest == expires.latest else None


def _asking_screen(at: Standing, text: Texts) -> Screen:
    """The last day is asked; of a permit that is said to have ended, what is known comes first."""
    partly = at.facts.permit_expires is not None
    asked = text("flow.ask.permit_expires_day" if partly else "flow.ask.permit_expires")
    since = at.known.details.get(_OVERDUE)
    known = () if since is None or partly else tuple(_overdue(since, at.facts.as_of, text))
    return page_of((*known, asked), (to_page(CHANGE_EMPLOYER, text),), text, asking=EXPIRES)


# ---------------------------------------------------------------------------- a permit that is said to have ended

_OVERDUE = "overdue"
_DAY_UNKNOWN = "unknown"
_UNSURE = timedelta(days=14)
"""How far from the day itself the end of a permit may be that is told as so long ago (一个月)."""


def overdue_since(about: date | None) -> Entry:
    """What saying that the permit has ended enters: about the day of its end, where that was said."""
    return Entry(DETAIL, _OVERDUE, picked=(_DAY_UNKNOWN if about is None else about.isoformat(),))


def said_to_be_over(known: Known) -> bool:
    """Whether the permit is said to have ended, and its last day is still to be told."""
    return _OVERDUE in known.details and EXPIRES not in known.facts


def _overdue(since: str, today: date, text: Texts) -> Iterator[str]:
    """What is certain, and what is disputed, of a permit that ended about a day."""
    about = None if since == _DAY_UNKNOWN else date.fromisoformat(since)
    stage = OVERDUE if about is None else overdue_stage(about, today, unsure=_UNSURE)
    over = about is not None and today > request_until(about) + _UNSURE
    late = late_cases(stage, request_over=over)
    endorse = next(step.statements for step in renewal().overdue if step.id == "endorse")
    yield "\n".join((text("flow.stage.overdue"), *lines(endorse, text), *late_lines(late, text)))
    yield sources((*endorse, *(statement for case in late for statement in case.statements)), text)


def _plan_screen(plan: RenewalPlan, calendar: Attachment, at: Standing, text: Texts) -> Screen:
    ways = [to_page(CHANGE_EMPLOYER, text)]
    if plan.stage != NOT_YET:
        ways.insert(0, tick_choice(endorsed_mark(plan.expires), text("flow.endorsed"), at, text))
    if is_scored(at.known):
        ways.append(Choice("future", text("choice.future"), (Entry(VIEW, "future"),)))
    ways.append(Choice("calendar", text("flow.calendar"), gives=calendar))
    ways.append(
        Choice("other_day", text("flow.other_day"), (Entry(ANSWER, forgets=(EXPIRES,)), Entry(DETAIL, _OVERDUE)))
    )
    page = page_of((stage_told(plan, text),), ways, text)
    return page._replace(worked_out=lambda: tuple(_told(plan, at, text)))


def _told(plan: RenewalPlan, at: Standing, text: Texts) -> Iterator[str]:
    for number, step in enumerate(plan.steps, start=1):
        yield _step(number, step, plan, text)
    yield from uncounted(plan, text)
    yield points_ahead(plan, at.facts, text) if is_scored(at.known) else text("flow.outlook.unknown")
    if plan.late:
        yield "\n".join(_late(plan, text))
    yield sources(plan.statements, text)


def stage_told(plan: RenewalPlan, text: Texts) -> str:
    """Where the permit stands today, with its last day."""
    days = abs((plan.expires - plan.today).days)
    values = {"expires": plan.expires.isoformat(), "opens": plan.endorse_from.isoformat(), "days": days}
    return text(f"flow.stage.{plan.stage}", **values)


def uncounted(plan: RenewalPlan, text: Texts) -> tuple[str, ...]:
    """The years in which working days cannot be counted, as their official calendar is not known."""
    return tuple(text("flow.renew.unknown_year", year=year) for year in plan.unknown_years)


# ---------------------------------------------------------------------------------------------------------- the steps


def _step(number: int, step: Step, plan: RenewalPlan, text: Texts) -> str:
    title = text(
        "flow.renewal_step",
        number=number,
        step=text(f"flow.renewal.{step.id}"),
        actor=text(f"flow.actor.{step.actor}"),
    )
    # What was done needs no advice.
    statements = () if step.id == "endorse" and plan.stage == ENDORSED else step.statements
    return "\n".join((title, *_when(step.id, plan, text), *lines(statements, text)))


def _when(step: str, plan: RenewalPlan, text: Texts) -> Iterator[str]:
    """The days of a step; the later steps have none of their own."""
    if step == "endorse":
        begin = plan.endorse_from.isoformat()
        if plan.endorse_until is not None:
            yield text("flow.when.span", begins=begin, ends=plan.endorse_until.isoformat())
        else:
            yield text("flow.when.done" if plan.stage == ENDORSED else "flow.when.today", begins=begin)
    elif step == "wait" and isinstance(plan.waits_until, date):
        yield text("flow.when.until", begins=plan.endorse_from.isoformat(), ends=plan.waits_until.isoformat())
    elif step == "confirm":
        if isinstance(plan.confirm_from, date):
            yield text("flow.when.from", begins=plan.confirm_from.isoformat())
        if isinstance(plan.confirm_if_last, date) and plan.confirm_if_last != plan.confirm_from:
            yield text("flow.when.from_if_last", begins=plan.confirm_if_last.isoformat())


# ---------------------------------------------------------------------------------------------- the points, being late


def is_scored(known: Known) -> bool:
    """Whether anything is known that brings points."""
    return not set(known.facts) <= {EXPIRES, "residence_permit"}


def points_ahead(plan: RenewalPlan, facts: Facts, text: Texts) -> str:
    """What the points will be when they are confirmed, by facts that are of the plan's day or older."""
    return "\n".join(_points(_ahead(plan, facts), text))


def _ahead(plan: RenewalPlan, facts: Facts) -> list[Outlook]:
    """The points on the day of confirmation, and on a later one that surely brings others."""
    first, *rest = [outlook(facts, day, now=plan.today) for day in plan.confirmation_days]
    return [first, *(later for later in rest if later.total != first.total and later.verdict != DEPENDS)]


def _points(ahead: list[Outlook], text: Texts) -> Iterator[str]:
    for then in ahead:
        ranged = None if then.total.exact else _RANGES.get(then.verdict)
        values = {"day": then.on.isoformat(), "total": str(then.total), "low": then.total.min, "high": then.total.max}
        yield text(ranged or f"flow.outlook.{then.verdict}", **values)
    for reason in ahead[-1].cautions:
        yield text("flow.outlook.caution", line=because(reason, text))
    for item in ahead[-1].falls:
        shown = text("result.line", name=text(f"indicator.{item.indicator}"), because=because(item.reason, text))
        yield text("flow.outlook.falls", line=shown)
    if (way := ahead[0].way) is not None:
        steps = text("plans.separator").join(because(step.label, text) for step in way.steps)
        yield text("flow.outlook.way", day=way.reaches_on.isoformat(), total=way.total, steps=steps)


def _late(plan: RenewalPlan, text: Texts) -> Iterator[str]:
    values = {"count": plan.period("late").count, "last": plan.late_until.isoformat()}
    yield text("flow.renew.is_late" if plan.endorse_until is None else "flow.renew.if_late", **values)
    yield from late_lines(plan.late, text)


def late_lines(late: Iterable[Case], text: Texts) -> Iterator[str]:
    """What is known of being late, as lines."""
    for case in late:
        yield from lines(case.statements, text)
