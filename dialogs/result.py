"""The result: the verdict with its reasons and sources, what is missing, the ways to close it, and what comes next."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from dialogs.ahead import future_lines, plan_lines
from dialogs.explain import because, is_unknown
from dialogs.flows.pages import APPLY, PAPERS, RENEW, to_page
from dialogs.path import Standing, is_answered, more_to_ask
from dialogs.questions import QUESTIONS, Question
from dialogs.screens import Choice, Screen
from dialogs.talk import ASK, GO_ON, VIEW, Entry, Known
from dialogs.texts import Texts
from scoring.facts import Facts
from scoring.lines import Item, Source
from scoring.relevance import Relevance, sum_of, unknown_deductions
from scoring.score import Score

SHOWN_PLANS: Final = 3
SHOWN_EVENTS: Final = 3
VIEWS: Final = {"reached": ("future", "change"), "vetoed": ("change",)}
"""The pages behind a result where not all of them help."""


def _is_insurance_known(facts: Facts) -> bool:
    """Whether anything is told of it, the months or the base."""
    told = (facts.insured_months, facts.contributions, facts.base_months, facts.base_multiple)
    return any(each is not None for each in told)


ESSENTIALS: Final[Mapping[str, Callable[[Facts], bool]]] = {
    "age": lambda facts: facts.birth is not None,
    "education": lambda facts: facts.education is not None,
    "insured_years": _is_insurance_known,
}
"""The questions without whose answers no way to the standard total is worth naming."""


def result_screen(at: Standing, text: Texts) -> Screen:
    """The result of a talk."""

    def said() -> tuple[str, ...]:
        return (
            "\n".join((_verdict(at, text), *_standing_to_apply(at, text))),
            "\n".join((text("result.lines"), *_lines(at, text), _basis(at, text))),
            *_ahead(at, text),
            *_cautions(at, text),
            _next_step(at, text),
        )

    return Screen((), (*_line_choices(at, text), *_ways_on(at, text)), page=True, worked_out=said)


def view_screen(view: str, at: Standing, text: Texts) -> Screen:
    """One of the pages behind the result: `plans`, `future`, `change`, `line:<id>`, or the result itself."""
    if view.startswith("line:"):
        return _line_screen(view, at, text)
    match view:
        case "plans":
            return _page(lambda: _plans(at, text), text)
        case "future":
            return _page(lambda: future_lines(at, text), text)
        case "change":
            choices = tuple(_change_choices(at, text))
            asked = text("ask.change" if choices else "ask.change_nothing")
            return Screen((asked,), (*choices, _to_result(text)))
        case _:
            return result_screen(at, text)


def _page(lines: Callable[[], Iterable[str]], text: Texts) -> Screen:
    return Screen((), (_to_result(text),), page=True, worked_out=lambda: ("\n".join(lines()),))


def paused_screen(text: Texts) -> Screen:
    """The page of whoever wishes to stop for now."""
    ways = (Choice("resume", text("choice.resume")), _to_result(text), Choice("restart", text("choice.restart")))
    return Screen((text("reply.paused"),), ways)


# ------------------------------------------------------------------------------------------------------- the verdict


def verdict_lines(at: Standing, text: Texts) -> tuple[str, ...]:
    """The verdict, and what stands in the way of applying."""
    return (_verdict(at, text), *_standing_to_apply(at, text))


def _verdict(at: Standing, text: Texts) -> str:
    return verdict_of(at.scored, at.open, text)


def verdict_of(scored: Score, still: Relevance, text: Texts) -> str:
    """The verdict of a score, of which so much is still open."""
    total, gap = scored.total, scored.gap
    certain = "exact" if total.exact else "range"
    known = sum_of(scored, without=unknown_deductions(scored)).min
    values = {
        "total": str(total),
        "low": total.min,
        "high": total.max,
        "gap": str(gap),
        "known": known,
    }
    wording = "result.depends.clean" if _is_clean_enough(scored, still) else f"result.{scored.verdict}.{certain}"
    return text(wording, **values)


def _is_clean_enough(scored: Score, still: Relevance) -> bool:
    """Whether the standard is reached if only there are no records, which is not known."""
    return scored.verdict == "depends" and still.certain_but_for_deductions and not scored.total.exact


def _standing_to_apply(at: Standing, text: Texts) -> Iterable[str]:
    if at.scored.verdict == "vetoed":
        return
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
    return [item for item in at.scored.items if (item.points.max or item.points.min) and not is_unknown(item)]


def _lines(at: Standing, text: Texts) -> Iterable[str]:
    for item in shown_items(at):
        shown = text(f"indicator.{item.indicator}"), because(item.reason, text)
        yield text("result.line" if item.counted else "result.line_not_counted", name=shown[0], because=shown[1])
    still = [text(f"indicator.{item.indicator}") for item in at.scored.items if is_unknown(item) and item.counted]
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


def _line_screen(view: str, at: Standing, text: Texts) -> Screen:
    item = next(item for item in at.scored.items if view == f"line:{item.indicator}")
    say = text(
        "line.page",
        name=text(f"indicator.{item.indicator}"),
        because=because(item.reason, text),
        source=source_line(item.source, text),
    )
    behind = questions_behind(view, at.known)
    wrong = [Choice("wrong", text("choice.wrong"), (Entry(ASK, behind[0].id),))]
    if len(behind) > 1:
        wrong = [_change_choice(question, text("choice.change_one", name=_name(question, text))) for question in behind]
    return Screen((say,), (*wrong, _to_result(text)), page=True)


def questions_behind(view: str, known: Known) -> list[Question]:
    """The questions whose answers make the line that a view shows."""
    indicator = view.removeprefix("line:")
    own = [each for each in QUESTIONS.values() if each.indicator == indicator and is_answered(each, known)]
    picked = [QUESTIONS[each.follows] for each in own if each.follows and QUESTIONS[each.follows].options]
    return [*own, *picked] or [QUESTIONS["bonuses"]]


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
    if at.scored.verdict != "reached" and not _is_clean_enough(at.scored, at.open):
        yield "\n".join(_plans(at, text, at_most=SHOWN_PLANS))
    if at.scored.total.exact:
        yield "\n".join(future_lines(at, text, at_most=SHOWN_EVENTS))


def _plans(at: Standing, text: Texts, at_most: int | None = None) -> Iterable[str]:
    """The ways to the standard total, or what is to be told before any can be named."""
    missing = [name for name, is_known in ESSENTIALS.items() if not is_known(at.facts)]
    if missing and at.scored.verdict != "reached":
        names = text("list.separator").join(text(f"name.{id}") for id in missing)
        return (text("plans.missing", names=names),)
    return plan_lines(at.facts, text, at_most=at_most)


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
    for view in VIEWS.get(at.scored.verdict, ("plans", "future", "change")):
        yield Choice(view, text(f"choice.{view}"), (Entry(VIEW, view),))
    if at.scored.verdict != "vetoed":
        yield from (to_page(page, text) for page in (APPLY, PAPERS, RENEW))
    yield Choice("restart", text("choice.restart"))


def _change_choices(at: Standing, text: Texts) -> Iterable[Choice]:
    for question in QUESTIONS.values():
        if is_answered(question, at.known):
            yield _change_choice(question, _name(question, text))


def _change_choice(question: Question, label: str) -> Choice:
    return Choice(f"change:{question.id}", label, (Entry(ASK, question.id),))


def _name(question: Question, text: Texts) -> str:
    return text(f"name.{question.id}")


def _to_result(text: Texts) -> Choice:
    return Choice("result", text("choice.to_result"), (Entry(VIEW, "result"),))
