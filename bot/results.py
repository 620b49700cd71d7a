"""Results as the public contract writes them in JSON, with every sentence in one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dialogs.explain import because, with_caution
from scoring.interval import Interval, month_text

if TYPE_CHECKING:
    # Who prints a score need not wait for the planner to load.
    from dialogs.texts import Texts
    from dialogs.understanding.model import Heard
    from scoring.forecast import Forecast
    from scoring.lines import Caution, Source
    from scoring.plan import Plans
    from scoring.score import Score

JsonObject = dict[str, object]


def score_result(score: Score, text: Texts) -> JsonObject:
    """What `hujifen score --json` prints."""
    return {
        "on": score.on.isoformat(),
        "rulebook": score.book.id,
        "standard": score.book.standard,
        "total": interval(score.total),
        "gap": interval(score.gap),
        "verdict": score.verdict,
        "can_apply": score.can_apply,
        "conditions": [
            {
                "id": condition.id,
                "met": condition.met,
                "because": because(condition.reason, text),
                "source": source(condition.source),
            }
            for condition in score.conditions
        ],
        "items": [
            {
                "indicator": item.indicator,
                "min": item.points.min,
                "max": item.points.max,
                "cap": item.cap,
                "counted": item.counted,
                "because": because(item.reason, text),
                "source": source(item.source),
            }
            for item in score.items
        ],
        "warnings": [_warning(caution, text) for caution in score.cautions],
    }


def _warning(caution: Caution, text: Texts) -> JsonObject:
    warning: JsonObject = {"id": caution.id, "text": because(caution.reason, text)}
    if caution.other_total is not None:
        warning["other_total"] = interval(caution.other_total)
    return warning


def interval(known: Interval) -> JsonObject:
    """A number known to lie between two ends."""
    return {"min": known.min, "max": known.max}


def source(of: Source) -> JsonObject:
    """Where a value is written, and how far it can be trusted."""
    return {"document": of.document, "article": of.article, "confidence": of.confidence}


def forecast_result(forecast: Forecast, text: Texts) -> JsonObject:
    """What `hujifen forecast --json` prints."""
    return {
        "months": [{"month": month_text(each.month), "total": interval(each.total)} for each in forecast.months],
        "events": [
            {
                "month": month_text(event.month),
                "indicator": event.indicator,
                "change": event.change,
                "because": with_caution(because(event.reason, text), event.caution, text),
            }
            for event in forecast.events
        ],
        "reaches_on": _month(forecast.reaches_on),
        "falls_below_on": _month(forecast.falls_below_on),
    }


def _month(month: int | None) -> str | None:
    return None if month is None else month_text(month)


def plans_result(plans: Plans, text: Texts) -> JsonObject:
    """What `hujifen plan --json` prints."""
    return {
        "plans": [
            {
                "steps": [
                    {
                        "id": step.id,
                        "label": with_caution(because(step.label, text), step.caution, text),
                        "facts": step.facts,
                        "earliest": step.earliest.isoformat(),
                        "gain": step.gain,
                    }
                    for step in plan.steps
                ],
                "reaches_on": plan.reaches_on.isoformat(),
                "total": plan.total,
            }
            for plan in plans.plans
        ],
        "note": "\n".join((because(plans.note, text), *_cautions(plans, text))),
    }


def _cautions(plans: Plans, text: Texts) -> Iterator[str]:
    """What to know of single plans: the contract has no place for it but the note."""
    for number, plan in enumerate(plans.plans, start=1):
        if plan.caution is not None:
            yield text("plan.note.of_one", number=number, caution=because(plan.caution, text))


def understanding_result(heard: Heard) -> JsonObject:
    """What `hujifen understand --json` prints."""
    return {
        "facts": dict(heard.facts),
        "heard": [{"key": told.key, "text": told.text} for told in heard.heard],
        "unclear": list(heard.unclear),
    }
