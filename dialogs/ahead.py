"""What lies ahead: the ways to the standard total, and what time alone changes."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from dialogs.explain import because, is_unknown, with_caution
from dialogs.path import Standing
from dialogs.questions import QUESTIONS
from dialogs.texts import Texts
from scoring.facts import Facts, parse_facts
from scoring.forecast import Event, forecast
from scoring.interval import last_day, month_text, months_of
from scoring.plan import plan
from scoring.score import score

FORECAST_YEARS: Final = 5


def plan_lines(facts: Facts, text: Texts, at_most: int | None = None) -> Iterator[str]:
    """The ways to the standard total, soonest first, and what to know of them.

    Where none is certain because records are not known, the ways of somebody without records.
    """
    found, heading = plan(facts), "result.plans"
    if not found.plans and found.missing:
        found, heading = plan(_without_records(facts)), "result.plans.clean"
    if found.plans:
        yield text(heading)
    for number, each in enumerate(found.plans[:at_most], start=1):
        steps = text("plans.separator").join(
            with_caution(because(step.label, text), step.caution, text) for step in each.steps
        )
        wording = "result.plan" if each.steps else "result.plan_waiting"
        line = text(wording, number=number, day=each.reaches_on.isoformat(), total=each.total, steps=steps)
        yield with_caution(line, each.caution, text)
    yield because(found.note, text)


def _without_records(facts: Facts) -> Facts:
    """The facts, with the records that are not known taken for none."""
    return parse_facts({**QUESTIONS["deductions"].told(()), **facts.raw}, on=facts.as_of)


def future_lines(at: Standing, text: Texts, at_most: int | None = None) -> Iterator[str]:
    """When the standard total is reached or lost, and the changes on the way to it."""
    today, exact = at.facts.as_of, at.scored.total.exact
    ahead = forecast(at.facts, until=date(today.year + FORECAST_YEARS, today.month, 1))
    if ahead.falls_below_on is not None:
        yield text("future.falls" if exact else "future.may_fall", month=month_text(ahead.falls_below_on))
    if ahead.reaches_on is not None:
        yield text("future.reaches", month=month_text(ahead.reaches_on))
    for caution in ahead.cautions:
        yield text("future.caution", caution=because(caution, text))
    unknown = {item.indicator for item in at.scored.items if is_unknown(item)}
    events = [event for event in ahead.events if event.indicator not in unknown and _is_safe(event, at.facts)]
    gained = next((event.change for event in ahead.events if _is_gained_from_unknown(event, unknown)), None)
    yield text("future.title" if events or gained else "future.nothing", years=FORECAST_YEARS)
    totals = {each.month: each.total for each in ahead.months}
    for event in events[:at_most]:
        total = totals[event.month]
        wording = "future.event_alone" if not exact else "future.event" if total.exact else "future.event_low"
        why = with_caution(because(event.reason, text), event.caution, text)
        yield text(wording, month=month_text(event.month), because=why, total=total.min, low=total.min)
    if gained:
        yield text("future.insured", points=gained)
    if at_most is None and at.facts.fresh_graduate:
        yield text("future.fresh_graduate", points=_least("fresh_graduate", today, at.facts))


def _is_gained_from_unknown(event: Event, unknown: set[str]) -> bool:
    """Whether another year of insurance brings something, however many there were before."""
    return event.indicator == "insured_years" and event.indicator in unknown


def _is_safe(event: Event, facts: Facts) -> bool:
    """Whether a change is to be reckoned with: a loss once it is possible, a gain only once it is certain.

    Who is 44 or insured for 6 years has a year in which the next one may begin; it is told of once.
    """
    before = last_day(event.month - 1) if event.month - 1 > months_of(facts.as_of) else facts.as_of
    return _least(event.indicator, before, facts) != _least(event.indicator, last_day(event.month), facts)


def _least(indicator: str, day: date, facts: Facts) -> int:
    item = next(item for item in score(facts, on=day).items if item.indicator == indicator)
    return item.points.min if item.counted else 0
