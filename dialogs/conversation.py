"""The conversation (对话): a talk and what came in, to the talk after it and what to say. Pure: no clock, no memory.

What comes in is taken as, in this order: one of the choices shown (by id, number or label), a wish (back, why, change
my education, ...), facts told in the user's own words, or something that was not understood.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dialogs.asking import asking_screen, base_figures, picked_facts
from dialogs.explain import because
from dialogs.matching import NONE_OF_THESE, by_number, chosen, plain, several
from dialogs.path import Standing, standing
from dialogs.questions import QUESTIONS
from dialogs.result import result_screen, view_screen
from dialogs.screens import Choice, Screen
from dialogs.talk import ANSWER, ASK, VIEW, Entry, FactValue, Talk, fold
from dialogs.telling import facts_told
from dialogs.texts import Texts
from dialogs.understanding import intent
from scoring.facts import FactsError
from scoring.relevance import sum_of, unknown_deductions

MISSES_BEFORE_HELP = 2
PASSING = ("unknown", "keep", "go_on")
"""The choices that pass over what is asked."""
HELPED = (
    "age",
    "education",
    "credential",
    "insured_years",
    "contribution_base",
    "spouse",
    "conditions",
    "bonuses",
    "deductions",
)
"""The questions that have help of their own."""
NOTHING_TO_SAY = (".unknown", ".no", ".none", ".closed", ".short")
"""The cases of a line that are not repeated to whoever just told them."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the bot: the talk as it is now, what to say, the choices, what is asked, and the facts so far."""

    talk: Talk
    say: tuple[str, ...]
    choices: tuple[Choice, ...]
    asking: str | None
    facts: Mapping[str, FactValue]


def opening(*, today: date, text: Texts) -> Turn:
    """The first turn: who this is, and the first question."""
    return _show(Talk(), today, text, before=(text("reply.greeting"),))


def again(talk: Talk, *, today: date, text: Texts) -> Turn:
    """The present turn of a talk once more, perhaps in another language."""
    return _show(talk, today, text)


def respond(talk: Talk, message: str, *, today: date, text: Texts) -> Turn:
    """The turn after a message. Raises NoRuleBookError for a day before the first rule book."""
    here = _Here(talk, standing(fold(talk), today), today, text)
    choice = chosen(message, here.screen)
    if choice is not None:
        return here.take(choice)
    wish = intent(message)
    if wish is not None and (turn := here.grant(wish.kind.value, wish.what)) is not None:
        return turn
    return here.hear(message)


def screen_of(at: Standing, text: Texts) -> Screen:
    """What a person sees where a talk stands."""
    asking = asking_screen(at, text)
    if asking is not None:
        return asking
    return result_screen(at, text) if at.known.view is None else view_screen(at.known.view, at, text)


def _show(talk: Talk, today: date, text: Texts, *, before: tuple[str, ...] = ()) -> Turn:
    at = standing(fold(talk), today)
    screen = _with_the_usual(screen_of(at, text), talk, text)
    return Turn(talk, (*before, *screen.say), screen.choices, screen.asking, at.known.facts)


def _with_the_usual(screen: Screen, talk: Talk, text: Texts) -> Screen:
    """The screen with the choices that stand below every one."""
    usual = []
    if screen.asking is not None:
        usual.append(Choice("why", text("choice.why"), numbered=False))
        usual.append(Choice("result", text("choice.result_now"), (Entry(VIEW, "result"),), numbered=False))
    if talk.entries:
        usual.append(Choice("back", text("choice.back"), numbered=False))
    return replace(screen, choices=(*screen.choices, *usual))


class _Here:
    """Where a talk stands when a message comes in, and the turns that it can lead to."""

    def __init__(self, talk: Talk, at: Standing, today: date, text: Texts) -> None:
        self.talk = Talk(talk.entries)
        self.misses = talk.misses
        self.at = at
        self.today = today
        self.text = text
        self.screen = _with_the_usual(screen_of(at, text), talk, text)

    # ---------------------------------------------------------------------------------------------- choices and wishes

    def take(self, choice: Choice) -> Turn:
        """The turn after a choice."""
        if choice.entries:
            return self._enter(choice.entries)
        return self.grant(choice.id, None) or self._stay()

    def grant(self, wish: str, about: str | None) -> Turn | None:
        """The turn that a wish asks for, or None where it means nothing here."""
        replies = {"human": "reply.human", "greeting": "reply.greeting_back", "thanks": "reply.thanks"}
        if wish in replies:
            return self._stay(self.text(replies[wish]))
        granted = {
            "back": self._back,
            "resume": self._back,
            "restart": self._restart,
            "cancel": lambda: self._enter((Entry(VIEW, "paused"),)),
            "skip": self._skip,
            "unknown": self._skip,
            "why": lambda: self._stay(self._why()),
            "repeat": self._stay,
            "help": lambda: self._stay(self._help()),
            "result": lambda: self._enter((Entry(VIEW, "result"),)),
            "change": lambda: self._change(about),
            "wrong_line": lambda: self._change(about),
            "no": self._none_of_these,
        }
        return granted[wish]() if wish in granted else None

    def _back(self) -> Turn:
        said = () if self.talk.entries else (self.text("reply.at_start"),)
        return _show(self.talk.back(), self.today, self.text, before=said)

    def _restart(self) -> Turn:
        return _show(Talk(), self.today, self.text, before=(self.text("reply.restarted"),))

    def _change(self, about: str | None) -> Turn:
        known = about is not None and about in QUESTIONS
        return self._enter((Entry(ASK, about) if about and known else Entry(VIEW, "change"),))

    def _none_of_these(self) -> Turn | None:
        none = next((choice for choice in self.screen.choices if choice.id == "none" and len(self._picks()) > 0), None)
        return None if none is None else self.take(none)

    def _picks(self) -> tuple[str, ...]:
        question = QUESTIONS.get(self.screen.asking or "")
        return question.options if question else ()

    def _stay(self, *said: str) -> Turn:
        return _show(self.talk, self.today, self.text, before=said)

    def _skip(self) -> Turn:
        passing = next((choice for choice in self.screen.choices if choice.id in PASSING), None)
        return self._stay() if passing is None else self._enter(passing.entries, self.text("reply.skipped"))

    def _why(self) -> str:
        question = QUESTIONS.get(self.screen.asking or "")
        if question is None:
            return self.text("why.general")
        if question.indicator is None:
            return self.text(f"why.{question.id}")
        swing = self.at.open.swing[question.indicator]
        name = self.text(f"indicator.{question.indicator}")
        return self.text("why.swing" if swing else "why.idle", name=name, points=swing)

    def _help(self) -> str:
        asking = self.screen.asking
        return self.text(f"help.{asking}" if asking in HELPED else "help.general", **base_figures(self.at))

    # -------------------------------------------------------------------------------------------------------- free text

    def hear(self, message: str) -> Turn:
        """The turn after free text."""
        if NONE_OF_THESE.fullmatch(plain(message)) and (none := self._none_of_these()) is not None:
            return none
        picked, question = several(message, self.screen), QUESTIONS.get(self.screen.asking or "")
        if picked and question is not None:
            return self._enter((Entry(ANSWER, question.id, picked_facts(question, self.at, picked)),))
        heard = facts_told(message, self.at, self.screen.asking, self.today)
        said: tuple[str, ...] = (self.text("reply.personal"),) if heard.personal else ()
        words = self.text("list.separator").join(heard.unclear)
        if heard.facts:
            said += (self.text("reply.partly", words=words),) if words else ()
            return self._enter((Entry(ANSWER, self.screen.asking or "result", heard.facts),), *said)
        choice = by_number(message, self.screen)
        if choice is not None:
            return self.take(choice)
        if words:
            said += (self.text("reply.unclear", words=words),)
        return self._stay(*said) if said else self._missed()

    def _missed(self) -> Turn:
        missed = Talk(self.talk.entries, self.misses + 1)
        reply = "reply.lost" if missed.misses >= MISSES_BEFORE_HELP else "reply.not_understood"
        return _show(missed, self.today, self.text, before=(self.text(reply),))

    # --------------------------------------------------------------------------------------------------------- entering

    def _enter(self, entries: tuple[Entry, ...], *said: str) -> Turn:
        """The turn after entries, with what they changed; where their facts cannot be, they are not entered."""
        talk = self.talk.plus(*entries)
        try:
            now = standing(fold(talk), self.today)
        except FactsError:
            return self._stay(*said, self.text("reply.impossible"))
        return _show(talk, self.today, self.text, before=(*said, *self._changes(now)))

    def _changes(self, now: Standing) -> tuple[str, ...]:
        """What the scorer made of what was told, line by line."""
        if now.known.facts == self.at.known.facts:
            return ()
        lines = [
            self.text(
                "reply.line",
                name=self.text(f"indicator.{item.indicator}"),
                because=because(item.reason, self.text),
            )
            for old, item in zip(self.at.scored.items, now.scored.items, strict=True)
            if old.reason != item.reason and not item.reason.id.endswith(NOTHING_TO_SAY)
        ]
        if not lines:
            return (self.text("reply.noted"),)
        unsure = unknown_deductions(now.scored)
        so_far = "reply.so_far_if_clean" if unsure else "reply.so_far"
        points = max(sum_of(now.scored, without=unsure).min, 0)
        return ("\n".join((*lines, self.text(so_far, points=points))),)
