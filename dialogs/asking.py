"""The screens that ask: a question, a contradiction, and the offer to stop once the verdict is certain."""

from collections.abc import Mapping
from functools import lru_cache
from math import ceil

from dialogs.explain import because
from dialogs.path import Standing, decided, is_answered, more_to_ask, next_asked, said
from dialogs.picking import offered, pick_answer, picks, toggled
from dialogs.questions import NEEDED, QUESTIONS, RECORDS, MonthsQuestion, Question
from dialogs.screens import Choice, Screen
from dialogs.talk import ANSWER, ASK, GO_ON, KEEP, LEAVE, PICK, UNKNOWN, VIEW, Entry, Known
from dialogs.texts import Texts
from scoring.facts import MULTIPLES
from scoring.interval import months_of
from scoring.lines import Caution
from scoring.multiples import FRACTIONS
from scoring.relevance import sum_of, unknown_deductions

RESULT = Entry(VIEW, "result")
GOING_ON = Entry(GO_ON, "offer")


def asking_screen(at: Standing, text: Texts) -> Screen | None:
    """What to ask now, or None where there is nothing left to ask."""
    known = at.known
    # Whoever wants to see something is not kept from it by a contradiction told before.
    if at.contradiction is not None and known.asked is None and (known.view is None or known.since_view):
        return _contradiction(at.contradiction, at, text)
    question = QUESTIONS[known.asked] if known.asked else next_asked(at)
    if question is not None:
        return question_screen(question, at, text)
    if known.view is None and decided(at) and not known.gone_on and more_to_ask(at):
        return _offer(at, text)
    return None


# -------------------------------------------------------------------------------------------------------- a question


def question_screen(question: Question, at: Standing, text: Texts) -> Screen:
    """A question with its answers."""
    between = () if at.known.asked else question.left_open(at.known)
    wage = at.scored.book.wages.at(months_of(at.facts.as_of))
    if not (at.known.asked or between or question.options):
        return _first_asked(question.id, wage, text)
    answers = _answers(question.id, wage, text)
    choices = [choice for choice in answers if not between or choice.id in between]
    choices += _options(question, at, text)
    choices.append(_not_known(_unknown(question, at.known), text))
    if at.known.asked and question.is_told(at.known):
        choices.append(Choice("leave", text("choice.leave"), (Entry(LEAVE, question.id),)))
    rest = offered(question, at.known)
    if between:
        asked = text("ask.which", name=text(f"name.{question.id}"))
    elif len(rest) < len(question.options):
        names = text("list.separator").join(text(f"pick.{question.id}.{option}") for option in rest)
        asked = text("ask.rest", names=names)
    else:
        asked = _in_words(question, wage, text)
    return Screen((asked,), tuple(choices), question.id, numbers=bool(question.number))


@lru_cache(maxsize=256)
def _first_asked(id: str, wage: int, text: Texts) -> Screen:
    """A question of which nothing is told yet and that has no options: the same for all people."""
    question = QUESTIONS[id]
    choices = (*_answers(id, wage, text), _not_known(Entry(UNKNOWN, id), text))
    return Screen((_in_words(question, wage, text),), choices, id, numbers=bool(question.number))


def _in_words(question: Question, wage: int, text: Texts) -> str:
    return text(f"ask.{_wording(question)}", **_figures(question, _yuan_by_multiple(wage)))


def _not_known(entry: Entry, text: Texts) -> Choice:
    return Choice("unknown", text("choice.unknown"), (entry,))


@lru_cache(maxsize=256)
def _answers(id: str, wage: int, text: Texts) -> tuple[Choice, ...]:
    """The choices that answer a question, made once in a language."""
    question = QUESTIONS[id]
    figures = _figures(question, _yuan_by_multiple(wage))
    return tuple(
        Choice(answer.id, text(answer.label, **figures), (Entry(ANSWER, question.id, answer.facts, answer.forgets),))
        for answer in question.answers
    )


def _unknown(question: Question, known: Known) -> Entry:
    """That the answer is not known. What was told before is taken back only where the question is asked again."""
    if known.asked is None:
        return Entry(UNKNOWN, question.id)
    months = known.facts.get("base_months")
    if isinstance(question, MonthsQuestion) and isinstance(months, Mapping):
        others = {multiple: count for multiple, count in months.items() if multiple != question.multiple}
        return Entry(UNKNOWN, question.id, {"base_months": others}, question.fills)
    return Entry(UNKNOWN, question.id, forgets=question.fills)


def _wording(question: Question) -> str:
    return "base_months" if isinstance(question, MonthsQuestion) else question.id


def base_figures(at: Standing) -> Mapping[str, int]:
    """The yuan a month of each multiple of the reference wage, as `yuan_08` to `yuan_3`."""
    return _yuan_by_multiple(at.scored.book.wages.at(months_of(at.facts.as_of)))


@lru_cache(maxsize=32)
def _yuan_by_multiple(wage: int) -> Mapping[str, int]:
    return {
        f"yuan_{multiple.replace('.', '')}": ceil(fraction * wage)
        for multiple, fraction in zip(MULTIPLES, FRACTIONS, strict=True)
    }


def _figures(question: Question, yuan: Mapping[str, int]) -> dict[str, object]:
    """The yuan and months that a question about the base names."""
    figures: dict[str, object] = {**yuan}
    if isinstance(question, MonthsQuestion):
        multiple = question.multiple
        figures["multiple"], figures["window"], figures["needed"] = multiple, MULTIPLES[multiple], NEEDED[multiple]
        figures["yuan"] = figures[f"yuan_{multiple.replace('.', '')}"]
    return figures


def _options(question: Question, at: Standing, text: Texts) -> list[Choice]:
    if not question.options:
        return []
    picked = picks(question, at.known)
    choices = [_option(question.id, option, picked, text) for option in offered(question, at.known)]
    label = text("choice.done") if picked else text(f"pick.{question.id}.none")
    return [*choices, Choice("done" if picked else "none", label, (pick_answer(question, at.known, picked),))]


@lru_cache(maxsize=256)
def _option(id: str, option: str, picked: tuple[str, ...], text: Texts) -> Choice:
    state = "choice.picked" if option in picked else "choice.open"
    label = text(state, label=text(f"pick.{id}.{option}"))
    return Choice(option, label, (Entry(PICK, id, picked=toggled(option, picked)),))


# ---------------------------------------------------------------------------------------- a contradiction, the offer


def _contradiction(found: Caution, at: Standing, text: Texts) -> Screen:
    choices = [
        Choice(
            f"change:{question.id}",
            text("choice.change_one", name=text(f"name.{question.id}")),
            (Entry(ASK, question.id),),
        )
        for question in QUESTIONS.values()
        if (question.options or question.is_told(at.known)) and not set(found.facts).isdisjoint(question.fills)
    ]
    choices.append(Choice("keep", text("choice.keep"), (Entry(KEEP, found.id, {"said": said(found.reason)}),)))
    return Screen(
        (text("ask.contradiction", problem=because(found.reason, text)),), tuple(choices), f"check:{found.id}"
    )


def _offer(at: Standing, text: Texts) -> Screen:
    open_record = _record_not_known(at)
    choices = [Choice("result", text("choice.result"), (RESULT,)), Choice("go_on", text("choice.go_on"), (GOING_ON,))]
    if open_record is not None:
        name = text(f"name.{open_record.id}")
        choices.insert(0, Choice("records", text("choice.answer_one", name=name), (Entry(ASK, open_record.id),)))
    return Screen((text("ask.offer", verdict=_verdict(open_record, at, text)),), tuple(choices))


def _verdict(open_record: Question | None, at: Standing, text: Texts) -> str:
    """What is certain already, but for a record that is not known."""
    scored = at.scored
    if open_record is not None:
        known = sum_of(scored, without=unknown_deductions(scored)).min
        # Of whoever has no records, or of whoever has one whose day is not known.
        wording = "offer.depends" if open_record.options else "offer.depends_on_day"
        verdict = text(wording, known=known, name=text(f"name.{open_record.id}"))
    else:
        verdict = text(f"offer.{scored.verdict}", low=scored.total.min, high=scored.total.max)
    if scored.verdict in ("reached", "depends") and scored.can_apply == "no":
        return "\n".join((verdict, text("offer.cannot_apply")))
    return verdict


def _record_not_known(at: Standing) -> Question | None:
    """The question about records that was passed over, where the verdict hangs on it alone."""
    if at.scored.verdict != "depends":
        return None
    asked = (question for question in RECORDS if question.id in at.known.unknown and is_answered(question, at.known))
    return next(asked, QUESTIONS["deductions"])
