"""The result: the verdict with its reasons and sources, what is missing, the ways to close it, and what comes next."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from dialogs.explain import because
from dialogs.path import Standing, more_to_ask
from dialogs.questions import QUESTIONS
from dialogs.screens import Choice, Screen
from dialogs.talk import ASK, GO_ON, VIEW, Entry
from dialogs.texts import Texts
from scoring.forecast import forecast
from scoring.interval import month_text
from scoring.lines import Item, Source
from scoring.plan import Plan, plan
from scoring.relevance import sum_of, unknown_deductions

SHOWN_PLANS: Final = 3
SHOWN_EVENTS: Final = 3
FORECAST_YEARS: Final = 5


def result_screen(at: Standing, text: Texts) -> Screen:
    """The result of a talk."""
    say = (
        "\n".join((_verdict(at, text), *_standing_to_apply(at, text))),
        "\n".join((text("result.lines"), *_lines(at, text), _basis(at, text))),
        *_ahead(at, text),
        *_cautions(at, text),
        _next_step(at, text),
    )
    return Screen(say, (*_line_choices(at, text), *_ways_on(at, text)))


def view_screen(view: str, at: Standing, text: Texts) -> Screen:
    """One of the pages behind the result: `plans`, `future`, `change`, `paused`, `line:<id>`, or the result itself."""
    if view.startswith("line:"):
        return _line_screen(view.removeprefix("line:"), at, text)
    match view:
        case "plans":
            return Screen(
                ("\n".join(_plan_lines(plan(at.facts).plans, at, text)), _plan_note(at, text)), (_to_result(text),)
            )
        case "future":
            return Screen(("\n".join(_future(at, text)),), (_to_result(text),))
        case "paused":
            choices = (
                Choice("resume", text("choice.resume")),
                _to_result(text),
                Choice("restart", text("choice.restart")),
            )
            return Screen((text("reply.paused"),), choices)
        case "change":
            return Screen((text("ask.change"),), (*_change_choices(at, text), _to_result(text)))
        case _:
            return result_screen(at, text)


# ------------------------------------------------------------------------------------------------------- the verdict


def _verdict(at: Standing, text: Texts) -> str:
    total, gap = at.scored.total, at.scored.gap
    certain = "exact" if total.exact else "range"
    known = sum_of(at.scored, without=unknown_deductions(at.scored)).min
    values = {
        "total": str(total),
        "low": total.min,
        "high": total.max,
        "gap": str(gap),
        "known": known,
    }
    return text(f"result.{at.scored.verdict}.{certain}", **values)


def _standing_to_apply(at: Standing, text: Texts) -> Iterable[str]:
    if at.scored.can_apply == "no":
        yield text("result.cannot_apply")
        for condition in at.scored.conditions:
            if condition.met is False:
                yield text("result.bullet", line=because(condition.reason, text))
    elif at.scored.can_apply == "unknown" and at.scored.verdict != "not_reached":
        yield text("result.may_apply")


# --------------------------------------------------------------------------------------------------------- the lines


def shown_items(at: Standing) -> list[Item]:
    """The lines that something is known of and that count for something."""
    return [item for item in at.scored.items if (item.points.max or item.points.min) and not _unknown(item)]


def _unknown(item: Item) -> bool:
    return item.reason.id.endswith(".unknown")


def _lines(at: Standing, text: Texts) -> Iterable[str]:
    for item in shown_items(at):
        shown = text(f"indicator.{item.indicator}"), because(item.reason, text)
        yield text("result.line" if item.counted else "result.line_not_counted", name=shown[0], because=shown[1])
    still = [text(f"indicator.{item.indicator}") for item in at.scored.items if _unknown(item) and item.counted]
    if still:
        yield text("result.open", names=text("list.separator").join(still))


def _basis(at: Standing, text: Texts) -> str:
    book = at.scored.book
    return text(
        "result.basis",
        document=book.standard_source.document,
        begins=book.in_force.isoformat(),
        ends=book.ends.isoformat(),
        reviewed=book.standard_source.reviewed.isoformat(),
    )


def _line_screen(indicator: str, at: Standing, text: Texts) -> Screen:
    item = next(item for item in at.scored.items if item.indicator == indicator)
    say = text(
        "line.page",
        name=text(f"indicator.{indicator}"),
        because=because(item.reason, text),
        source=source_line(item.source, text),
    )
    wrong = next((question for question in QUESTIONS.values() if question.indicator == indicator), None)
    about = "bonuses" if wrong is None or wrong.follows == "bonuses" else wrong.id
    choices = (Choice("wrong", text("choice.wrong"), (Entry(ASK, about),)), _to_result(text))
    return Screen((say,), choices)


def source_line(source: Source, text: Texts) -> str:
    """A source in one short line: the document, the article where known, how sure it is and when it was reviewed."""
    line = text(
        "line.source",
        document=source.document,
        article=source.article,
        reviewed=source.reviewed.isoformat(),
        confidence=text(f"confidence.{source.confidence[0].lower()}"),
    )
    return "\n".join((line, *source.addresses[:2]))


# --------------------------------------------------------------------------------------------------- what lies ahead


def _ahead(at: Standing, text: Texts) -> Iterable[str]:
    if at.scored.verdict == "vetoed":
        return
    if at.scored.verdict != "reached":
        found = plan(at.facts)
        yield "\n".join((*_plan_lines(found.plans[:SHOWN_PLANS], at, text), because(found.note, text)))
    if at.scored.total.exact:
        yield "\n".join(_future(at, text, at_most=SHOWN_EVENTS))


def _plan_lines(plans: Iterable[Plan], at: Standing, text: Texts) -> Iterable[str]:
    plans = tuple(plans)
    if plans:
        yield text("result.plans")
    for number, each in enumerate(plans, start=1):
        steps = text("plans.separator").join(because(step.label, text) for step in each.steps)
        wording = "result.plan" if each.steps else "result.plan_waiting"
        yield text(wording, number=number, day=each.reaches_on.isoformat(), total=each.total, steps=steps)


def _plan_note(at: Standing, text: Texts) -> str:
    return because(plan(at.facts).note, text)


def _future(at: Standing, text: Texts, at_most: int = 60) -> Iterable[str]:
    today = at.facts.as_of
    ahead = forecast(at.facts, until=date(today.year + FORECAST_YEARS, today.month, 1))
    if ahead.falls_below_on is not None:
        yield text("future.falls", month=month_text(ahead.falls_below_on))
    if ahead.reaches_on is not None:
        yield text("future.reaches", month=month_text(ahead.reaches_on))
    yield text("future.title" if ahead.events else "future.nothing", years=FORECAST_YEARS)
    totals = {each.month: each.total for each in ahead.months}
    for event in ahead.events[:at_most]:
        total = str(totals[event.month])
        yield text("future.event", month=month_text(event.month), because=because(event.reason, text), total=total)


# ------------------------------------------------------------------------------------------- cautions and next steps


def _cautions(at: Standing, text: Texts) -> Iterable[str]:
    if at.scored.cautions:
        lines = [text("result.bullet", line=because(caution.reason, text)) for caution in at.scored.cautions]
        yield "\n".join((text("result.cautions"), *lines))


def _next_step(at: Standing, text: Texts) -> str:
    if at.scored.verdict == "vetoed":
        return text("next.vetoed")
    if at.scored.verdict == "reached":
        return text("next.apply" if at.scored.can_apply == "yes" else "next.conditions_first")
    return text("next.not_yet" if at.scored.verdict == "not_reached" else "next.depends")


# ------------------------------------------------------------------------------------------------------- the choices


def _line_choices(at: Standing, text: Texts) -> Iterable[Choice]:
    for item in shown_items(at):
        points = str(item.points)
        label = text("choice.line", name=text(f"indicator.{item.indicator}"), points=points)
        yield Choice(f"line:{item.indicator}", label, (Entry(VIEW, f"line:{item.indicator}"),))


def _ways_on(at: Standing, text: Texts) -> Iterable[Choice]:
    if more_to_ask(at):
        yield Choice("more", text("choice.more"), (Entry(GO_ON, "result"),))
    reached = at.scored.verdict == "reached"
    for view in ("future", "change") if reached else ("plans", "future", "change"):
        yield Choice(view, text(f"choice.{view}"), (Entry(VIEW, view),))
    yield Choice("restart", text("choice.restart"))


def _change_choices(at: Standing, text: Texts) -> Iterable[Choice]:
    for question in QUESTIONS.values():
        if question.answered(at.known) and question.applies(at.known, at.scored):
            yield Choice(f"change:{question.id}", text(f"name.{question.id}"), (Entry(ASK, question.id),))


def _to_result(text: Texts) -> Choice:
    return Choice("result", text("choice.to_result"), (Entry(VIEW, "result"),))
