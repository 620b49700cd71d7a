"""The words of reminders: of each when it is due, by the person's facts on that day, and of all that are set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from dialogs.flows.pages import APPLY, RENEW
from dialogs.flows.reminders import (
    CHECK,
    CONFIRM,
    GROUPS,
    IF_ENDORSED,
    LAST_DAY,
    OPENS,
    WEEK,
    Due,
    current,
    group_of,
    is_ahead,
    is_set,
    permit_end,
    remind,
    stop,
    upcoming,
)
from dialogs.flows.renewal import RenewalPlan, endorsed_mark, renewal_plan
from dialogs.flows.renewal_screen import is_scored, points_ahead
from dialogs.flows.told import lines, sources
from dialogs.knowledge.loader import application, application_periods, article, renewal
from dialogs.knowledge.model import Statement
from dialogs.screens import Choice
from dialogs.talk import Known
from dialogs.texts import Texts
from scoring.facts import Facts, parse_facts

Statements = tuple[Statement, ...]
REMIND = "remind:"
"""How the id of a choice to be reminded begins."""


@dataclass(frozen=True, slots=True)
class Reminding:
    """A reminder in words, and the page of which the choices belong below it."""

    say: tuple[str, ...]
    page: str


def worded(about: str, day: date, known: Known, *, told_on: date, today: date, text: Texts) -> Reminding | None:
    """The words of a reminder that is due, or None where there is nothing to say any more.

    The facts are those of `told_on`, today or before: since then life has gone on as it was.
    """
    due = current(about, day, known, today)
    if due is None:
        return None
    if group_of(about) == APPLY:
        return Reminding(tuple(_of_application(due, text)), APPLY)
    facts = parse_facts(known.facts, on=told_on) if is_scored(known) else None
    return Reminding(tuple(_of_renewal(due, known, facts, today, text)), RENEW)


# --------------------------------------------------------------------------------------------------------- the renewal


def _of_renewal(due: Due, known: Known, facts: Facts | None, today: date, text: Texts) -> Iterator[str]:
    # Points that can be confirmed now are told as of now.
    plan = renewal_plan(due.day, today, endorsed=due.day if due.about in (IF_ENDORSED, CONFIRM) else None)
    said = _what_to_do(due.about, plan)
    yield "\n".join((*_title(due, today, text), *lines(said, text)))
    if due.about == IF_ENDORSED:
        late = next(case.statements for case in renewal().late if case.id == "within_60_days")
        yield "\n".join((text("reminder.not_endorsed"), *lines(late, text)))
        said = (*said, *late)
    if facts is not None:
        yield "\n".join((points_ahead(plan, facts, text), *_as_told(facts, today, text)))
    if due.about == CONFIRM and _is_endorsed(known):
        yield text("reminder.new_last_day")
    yield sources(said, text)


def _what_to_do(about: str, plan: RenewalPlan) -> Statements:
    """What is said of the renewal with one of its reminders."""
    endorse = plan.step("endorse").statements
    if about == LAST_DAY:
        return tuple(statement for statement in endorse if statement.part == "where")
    if about in (OPENS, WEEK):
        return endorse
    steps = (plan.step(step).statements for step in ("confirm", "online_or_on_site"))
    return (plan.period("transfer").statement, *chain.from_iterable(steps))


def _as_told(facts: Facts, today: date, text: Texts) -> Iterator[str]:
    if facts.as_of < today:
        yield text("reminder.as_told", day=facts.as_of.isoformat())


def _is_endorsed(known: Known) -> bool:
    """Whether the last day that is known is that of a permit which is endorsed."""
    expires = permit_end(known)
    return expires is not None and endorsed_mark(expires) in known.ticked


# ----------------------------------------------------------------------------------------------------- the application


def _of_application(due: Due, text: Texts) -> Iterator[str]:
    done = {step.id: step.statements for step in application()}
    steps = ("file_check",) if due.about == CHECK else ("points_set", "notice")
    said = tuple(statement for step in steps for statement in done[step])
    now = article("processing_time").parts("now")
    advice = [text("flow.line.what", line=statement.words[text.locale]) for statement in now]
    yield "\n".join((*_title(due, due.on, text), *lines(said, text), *advice))
    yield sources((*said, *now), text)


# ----------------------------------------------------------------------------------------------------------- the title


def _title(due: Due, today: date, text: Texts) -> Iterator[str]:
    """What is due; and whose year's calendar is not known, where the day was only estimated."""
    check, points = (application_periods()[step].count for step in ("file_check", "points_set"))
    yield text(
        f"reminder.{due.about}" if due.unknown_year is None else _UNCOUNTED.get(due.about, f"reminder.{due.about}"),
        day=due.day.isoformat(),
        on=due.on.isoformat(),
        days=(due.day - today).days,
        check=check,
        points=points,
    )
    if due.unknown_year is not None:
        yield text("flow.renew.unknown_year", year=due.unknown_year)


_UNCOUNTED = {IF_ENDORSED: "reminder.if_endorsed_uncounted", CONFIRM: "reminder.confirm_uncounted"}
"""The titles that name no day, where it is only estimated."""


# ------------------------------------------------------------------------------------------------------------ the list


def reminder_lines(known: Known, *, today: date, paused: bool, text: Texts) -> tuple[str, ...]:
    """What a person will be reminded of and when, or how to set it; and whether that is paused."""
    ahead = upcoming(known, today)
    title = text("reminder.list" if ahead else "reminder.list_empty")
    return (
        "\n".join((title, *(_listed(due, text) for due in ahead))),
        *((text("reminder.paused"),) if paused else ()),
        *_how(known, today, text),
    )


def _listed(due: Due, text: Texts) -> str:
    what = text(f"reminder.list.{due.about}", day=due.day.isoformat())
    if due.unknown_year is None:
        return text("reminder.item", on=due.on.isoformat(), what=what)
    return text("reminder.item_estimated", on=due.on.isoformat(), what=what, year=due.unknown_year)


def _how(known: Known, today: date, text: Texts) -> Iterator[str]:
    """What would be needed to be reminded of more."""
    for group in GROUPS:
        page, wished = text(f"flow.page.{group}"), is_set(known, group)
        if not is_ahead(known, group, today):
            # A permit is renewed every year; an application comes to its end.
            if group == RENEW or not wished:
                yield text(f"reminder.needs.{group}", page=page)
        elif not wished:
            yield text(f"reminder.how.{group}", page=page, offer=text("reminder.offer"))


# --------------------------------------------------------------------------------------------------------- the choices


def remind_choice(group: str, text: Texts) -> Choice:
    """The choice to be reminded of a group."""
    return Choice(f"{REMIND}{group}", text("reminder.offer"), (remind(group),))


def stop_choice(group: str, text: Texts) -> Choice:
    """The choice not to be reminded of a group any more."""
    return Choice(f"stop:{group}", text(f"reminder.stop.{group}"), (stop(group),))
