"""The screens that ask: a question, a contradiction, and the offer to stop once the verdict is certain."""

from math import ceil

from dialogs.explain import because
from dialogs.path import Standing, decided, more_to_ask, next_asked, said
from dialogs.questions import NEEDED, QUESTIONS, MonthsQuestion, Question
from dialogs.screens import Choice, Screen
from dialogs.talk import ANSWER, ASK, GO_ON, KEEP, PICK, UNKNOWN, VIEW, Entry, FactValue
from dialogs.texts import Texts
from scoring.facts import MULTIPLES
from scoring.interval import months_of
from scoring.life import FRACTIONS

RESULT = Entry(VIEW, "result")


def asking_screen(at: Standing, text: Texts) -> Screen | None:
    """What to ask now, or None where there is nothing left to ask."""
    if at.contradiction is not None and at.known.asked is None:
        return _contradiction(at, text)
    question = QUESTIONS[at.known.asked] if at.known.asked else next_asked(at)
    if question is not None:
        return question_screen(question, at, text)
    if at.known.view is None and decided(at) and not at.known.gone_on and more_to_ask(at):
        return _offer(at, text)
    return None


# -------------------------------------------------------------------------------------------------------- a question


def question_screen(question: Question, at: Standing, text: Texts) -> Screen:
    """A question with its answers."""
    choices = [
        Choice(answer.id, text(answer.label, **_figures(question, at)), (Entry(ANSWER, question.id, answer.facts),))
        for answer in question.answers
    ]
    choices += _options(question, at, text)
    unknown = Entry(UNKNOWN, question.id, dict.fromkeys(question.fills, False))
    choices.append(Choice("unknown", text("choice.unknown"), (unknown,)))
    asked = text(f"ask.{_wording(question)}", **_figures(question, at))
    return Screen((asked,), tuple(choices), question.id, numbers=question.number is not None)


def _wording(question: Question) -> str:
    return "base_months" if isinstance(question, MonthsQuestion) else question.id


def base_figures(at: Standing) -> dict[str, object]:
    """The yuan a month of each multiple of the reference wage, as `yuan_08` to `yuan_3`."""
    wage = at.scored.book.wages.at(months_of(at.facts.as_of))
    return {
        f"yuan_{multiple.replace('.', '')}": ceil(fraction * wage)
        for multiple, fraction in zip(MULTIPLES, FRACTIONS, strict=True)
    }


def _figures(question: Question, at: Standing) -> dict[str, object]:
    """The yuan and months that a question about the base names."""
    figures = base_figures(at)
    if isinstance(question, MonthsQuestion):
        multiple = question.multiple
        figures["multiple"], figures["window"], figures["needed"] = multiple, MULTIPLES[multiple], NEEDED[multiple]
        figures["yuan"] = figures[f"yuan_{multiple.replace('.', '')}"]
    return figures


def _options(question: Question, at: Standing, text: Texts) -> list[Choice]:
    if question.told is None:
        return []
    picked = at.known.picked.get(question.id, ())
    choices = [
        Choice(
            option,
            text("choice.picked" if option in picked else "choice.open", label=text(f"pick.{question.id}.{option}")),
            (Entry(PICK, question.id, {"option": option}),),
        )
        for option in question.options
    ]
    if picked:
        done = text("choice.done")
        return [*choices, Choice("done", done, (Entry(ANSWER, question.id, picked_facts(question, at, picked)),))]
    none = Choice(
        "none", text(f"pick.{question.id}.none"), (Entry(ANSWER, question.id, picked_facts(question, at, ())),)
    )
    return [*choices, none]


def picked_facts(question: Question, at: Standing, picked: tuple[str, ...]) -> dict[str, FactValue]:
    """The facts that picks tell; what was told before stays, unless the question is asked again."""
    told = question.told(picked) if question.told else {}
    surely = {fact for option in picked for fact in (question.told((option,)).keys() if question.told else ())}
    changed = {fact for fact in surely if question.told and told[fact] != question.told(()).get(fact)}
    return {
        fact: value
        for fact, value in told.items()
        if fact in changed or fact not in at.known.facts or at.known.asked == question.id
    }


# ---------------------------------------------------------------------------------------- a contradiction, the offer


def _contradiction(at: Standing, text: Texts) -> Screen:
    assert at.contradiction is not None
    check, reason = at.contradiction
    choices = [
        Choice(
            f"change:{question.id}",
            text("choice.change_one", name=text(f"name.{question.id}")),
            (Entry(ASK, question.id),),
        )
        for question in _asking_for(check.facts)
    ]
    choices.append(Choice("keep", text("choice.keep"), (Entry(KEEP, check.id, {"said": said(reason)}),)))
    return Screen((text("ask.contradiction", problem=because(reason, text)),), tuple(choices), f"check:{check.id}")


def _asking_for(facts: tuple[str, ...]) -> list[Question]:
    found = []
    for fact in facts:
        found += [question for question in QUESTIONS.values() if fact in question.fills][:1]
    return list({question.id: question for question in found}.values())


def _offer(at: Standing, text: Texts) -> Screen:
    total = at.scored.total
    said_so = text("ask.offer", verdict=text(f"offer.{at.scored.verdict}", low=total.min, high=total.max))
    go_on = Choice("go_on", text("choice.go_on"), (Entry(GO_ON, "offer"),))
    return Screen((said_so,), (Choice("result", text("choice.result"), (RESULT,)), go_on))
