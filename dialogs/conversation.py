"""The conversation (对话): a talk and what came in, to the talk after it and what to say. Pure: no clock, no memory.

What comes in is taken as, in this order: one of the choices shown (by id, number or label), a wish (back, why, change
my education, ...), facts told in the user's own words, or something that was not understood.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dialogs.asides import aside, aside_beside_facts, asked_in, is_asked, kindly_refused
from dialogs.asking import RESULT, asking_screen, base_figures
from dialogs.explain import because
from dialogs.flows.details import DETAILS
from dialogs.flows.meant import Meant
from dialogs.flows.pages import enter
from dialogs.flows.procedures import meant_here, procedure_screen
from dialogs.flows.reminding import worded
from dialogs.flows.wishes import procedure_asked_for
from dialogs.matching import WRONG, by_number, chosen, denies_all, named_wrong, plain, several
from dialogs.path import Standing, standing_of
from dialogs.picking import pick_answer, picks
from dialogs.questions import QUESTIONS, Question, question_about
from dialogs.result import paused_screen, questions_behind, result_screen, view_screen
from dialogs.screens import Attachment, Choice, Screen
from dialogs.talk import ANSWER, ASK, KEEP, PAUSE, RESTART, UNKNOWN, VIEW, Entry, FactValue, Known, Talk, fold
from dialogs.telling import facts_told
from dialogs.texts import Texts
from dialogs.understanding import intent, topic_named
from scoring.facts import FactsError
from scoring.relevance import sum_of, unknown_deductions
from scoring.score import Score

MISSES_BEFORE_HELP = 2
SKIPPING = ("leave", "keep", "go_on", "unknown", "exit")
"""The choices that pass over what is asked, where a person wishes to skip it."""
NOT_KNOWING = ("unknown", "keep", "go_on", "exit")
"""The same, where the person does not know."""
MEANT = {"yes": ("keep", "done"), "no": ("none", "done", "too_few"), "none": ("none", "too_few")}
"""The choices that are meant by a bare yes, by a bare no (there is nothing of these, or nothing more), and by none."""
GOING_ON = ("resume", "go_on", "more")
"""The choices that are meant by whoever wishes to go on."""
MEANT_OF_DEGREE = {"yes": ("bachelor_with_degree",), "no": ("bachelor",)}
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
"""The questions that have help of their own; it serves those that follow them too."""
NOTHING_TO_SAY = (".unknown", ".no", ".none", ".closed", ".short")
"""The cases of a line that are not repeated to whoever just told them."""
MOST_REPEATED = 60
"""Characters of a message that are said again."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the bot: the talk as it is now, what to say, the choices, what is asked, and the facts so far.

    `numbers` is whether a bare number is an answer, and not the number of a choice; `scored` what the facts score;
    `attachments` are files that the channel is to hand over with it.
    """

    talk: Talk
    say: tuple[str, ...]
    choices: tuple[Choice, ...]
    asking: str | None
    facts: Mapping[str, FactValue]
    numbers: bool
    scored: Score
    attachments: tuple[Attachment, ...] = ()


def opening(*, today: date, text: Texts) -> Turn:
    """The first turn: who this is, and the first question."""
    return _Here(Talk(), today, text).turn(text("reply.greeting"))


def again(talk: Talk, *, today: date, text: Texts) -> Turn:
    """The present turn of a talk once more, perhaps in another language."""
    return _Here(talk, today, text).turn()


def visit(talk: Talk, page: str, *, today: date, text: Texts) -> Turn:
    """The turn that shows a page of a procedure (see `dialogs.flows.pages`), or the result for `result`.

    Before anything is known the first question stands for the result.
    """
    here = _Here(talk, today, text)
    if page == RESULT.about:
        return here.enter(RESULT) if here.at.known.facts else here.turn()
    return here.enter(enter(page))


def reminded(talk: Talk, about: str, day: date, *, told_on: date, today: date, text: Texts) -> Turn | None:
    """The turn that a reminder brings by itself, with the page that it belongs to; None where it has nothing to say.

    `told_on` is the day on which the person was last here: since then life has gone on as it was.
    """
    found = worded(about, day, fold(talk), told_on=told_on, today=today, text=text)
    if found is None:
        return None
    here = _Here(talk, today, text)
    return here.interrupted(found.page, found.say)


def screen_at(talk: Talk, *, today: date, text: Texts) -> Screen:
    """The screen of the present turn of a talk, of which what takes time is not worked out."""
    return _Here(talk, today, text).screen


def entered(talk: Talk, entry: Entry, *, today: date, text: Texts) -> Turn:
    """The turn after something was entered that is no choice of the screen."""
    return _Here(talk, today, text).enter(entry)


def respond(talk: Talk, message: str, *, today: date, text: Texts) -> Turn:
    """The turn after a message. Raises NoRuleBookError for a day before the first rule book."""
    here = _Here(talk, today, text)
    choice = chosen(message, here.screen)
    if choice is not None:
        return here.take(choice)
    meant = meant_here(message, here.screen, here.at, text)
    if meant is not None:
        return here.do(meant)
    if WRONG.fullmatch(plain(message)) and not {"no", "keep"} & {each.id for each in here.screen.choices}:
        return here.grant("change", None) or here.hear(message)
    wish = intent(message)
    granted = here.grant(wish.kind.value, wish.what) if wish else None
    return granted or here.hear(message)


class _Here:
    """Where a talk stands when a message comes in, and the turns that it can lead to."""

    def __init__(self, talk: Talk, today: date, text: Texts, at: Standing | None = None) -> None:
        self.talk = talk
        self.today = today
        self.text = text
        self.at = at or standing_of(talk, today)
        self.screen = _screen(self.at, talk, text)

    def turn(self, *said: str) -> Turn:
        """The turn that shows where the talk stands, with something said before."""
        screen = self.screen
        return self._turn((*said, *screen.say, *screen.worked_out()))

    def interrupted(self, page: str, say: tuple[str, ...]) -> Turn:
        """The turn that says something by itself, on the page of a procedure."""
        known = self.at.known
        if known.page == page and known.asked is None and not known.paused:
            return self._turn(say)
        return _Here(self.talk.plus(enter(page)), self.today, self.text)._turn(say)

    def _turn(self, say: tuple[str, ...]) -> Turn:
        screen = self.screen
        known, scored = self.at.known, self.at.scored
        return Turn(self.talk, say, screen.choices, screen.asking, known.facts, numbers=screen.numbers, scored=scored)

    @property
    def _question(self) -> Question | None:
        return QUESTIONS.get(self.screen.asking or "")

    # ---------------------------------------------------------------------------------------------- choices and wishes

    def take(self, choice: Choice) -> Turn:
        """The turn after a choice."""
        if choice.gives is not None:
            return replace(self._stay(self.text(f"attachment.{choice.gives.kind}")), attachments=(choice.gives,))
        return self.enter(*choice.entries) if choice.entries else self._wishes(None)[choice.id]()

    def do(self, meant: Meant) -> Turn:
        """The turn after what a message means on the page of a procedure."""
        if meant.choice is not None:
            return self.take(meant.choice)
        return self.enter(*meant.entries, said=meant.say) if meant.entries else self._stay(*meant.say)

    def grant(self, wish: str, about: str | None) -> Turn | None:
        """The turn that a wish asks for, or None where it means nothing here."""
        if wish not in MEANT:
            return self._wishes(about)[wish]()
        if self.screen.asking in DETAILS:
            return self._take_first("yes" if wish == "yes" else "no")
        question = self._question
        if question is not None and question.asks_for_degree(self.at.known) and wish in MEANT_OF_DEGREE:
            return self._take_first(*MEANT_OF_DEGREE[wish])
        return self._take_first(*MEANT["yes"]) if wish == "yes" else self._none_of_these(wish)

    def _wishes(self, about: str | None) -> Mapping[str, Callable[[], Turn]]:
        return {
            "back": self._back,
            "resume": self._back,
            "restart": lambda: self._go_to(self.talk.restarted(), self.text("reply.restarted")),
            "go_on": lambda: self._take_first(*GOING_ON) or self._stay(),
            "cancel": lambda: self._stay() if self.at.known.paused else self.enter(Entry(PAUSE)),
            "skip": lambda: self._pass_over(*SKIPPING),
            "unknown": lambda: self._pass_over(*NOT_KNOWING),
            "why": lambda: self._stay(self._why()),
            "repeat": lambda: self._stay(),
            "help": lambda: self._stay(self._help()),
            "result": lambda: self._seen(RESULT),
            "plans": lambda: self._seen(Entry(VIEW, "plans")),
            "future": lambda: self._seen(Entry(VIEW, "future")),
            "change": lambda: self._ask_again(about),
            "wrong_line": lambda: self._correct(about),
            "privacy": lambda: self._stay(self.text("reply.privacy")),
            "official": lambda: self._stay(self.text("reply.official")),
            "human": lambda: self._stay(self.text("reply.human")),
            "greeting": lambda: self._stay(self.text("reply.greeting_back")),
            "thanks": lambda: self._stay(self.text("reply.thanks")),
        }

    def _take_first(self, *ids: str) -> Turn | None:
        """The turn after the first of some choices that is offered, or None."""
        offered = {choice.id: choice for choice in self.screen.choices}
        found = next((offered[id] for id in ids if id in offered), None)
        return None if found is None else self.take(found)

    def _none_of_these(self, wish: str) -> Turn | None:
        """The turn after a no, or after none of these: where something half told is asked about, it was another."""
        question, known = self._question, self.at.known
        if question is not None and known.asked is None and question.left_open(known):
            return self.enter(Entry(ASK, question.id))
        if question is not None and wish == "none" and (picked := picks(question, known)):
            names = self.text("list.separator").join(self.text(f"pick.{question.id}.{each}") for each in picked)
            return self._stay(self.text("reply.picked_and_none", names=names))
        return self._take_first(*MEANT[wish])

    def _seen(self, entry: Entry) -> Turn:
        """The turn that shows something of the result. Whoever told nothing yet is asked first."""
        known = self.at.known
        return self.enter(entry) if known.facts or known.unknown else self._stay(self.text("reply.asked_first"))

    def _back(self) -> Turn:
        if not self.talk.entries:
            return self._stay(self.text("reply.at_start"))
        before = _Here(self.talk.back(), self.today, self.text)
        if self.talk.entries[-1].kind == RESTART:
            return before.turn(self.text("reply.restored"))
        undone = self.screen.asking is not None and self.screen.asking == before.screen.asking
        names = self._names_of_changed(before.at.known) if undone else ""
        return before.turn(self.text("reply.undone", names=names)) if names else before.turn()

    def _names_of_changed(self, before: Known) -> str:
        """The names of what is known otherwise than before."""
        now, then = self.at.known.facts, before.facts
        changed = {fact for fact in now.keys() | then.keys() if now.get(fact) != then.get(fact)}
        names = [
            self.text(f"name.{question.id}")
            for question in QUESTIONS.values()
            if not changed.isdisjoint(question.fills)
            and not (question.follows and set(question.fills) <= set(QUESTIONS[question.follows].fills))
        ]
        return self.text("list.separator").join(names)

    def _pass_over(self, *ids: str) -> Turn:
        return self._take_first(*ids) or self._stay(self.text("reply.nothing_to_skip"))

    def _ask_again(self, about: str | None) -> Turn:
        question = question_about(about)
        return self.enter(Entry(VIEW, "change") if question is None else Entry(ASK, question.id))

    def _ask_named(self, name: str) -> Turn | None:
        """The turn that asks the question of a name, its own or that of the line in the result."""
        own = (id for id in QUESTIONS if plain(self.text(f"name.{id}")) == name)
        line = (
            question.id
            for question in QUESTIONS.values()
            if question.indicator and plain(self.text(f"indicator.{question.indicator}")) == name
        )
        return next((self.enter(Entry(ASK, id)) for id in (*own, *line)), None)

    def _ask_what_is_named(self, message: str) -> Turn | None:
        """The turn after nothing but the name of something that is asked about, while questions are in view."""
        asking, known = self.screen.asking or "", self.at.known
        if not (asking in QUESTIONS or asking.startswith("check:") or (known.view == "change" and not known.page)):
            return None
        question = question_about(topic_named(message))
        if question is None:
            return self._ask_named(plain(message))
        return self._stay() if question.id == asking else self.enter(Entry(ASK, question.id))

    def _correct(self, number: str | None) -> Turn:
        """The turn after `this is wrong`: the line with that number, or the one that is shown, or whichever it is."""
        lines = [choice.id for choice in self.screen.choices if choice.id.startswith("line:")]
        if number is not None and 1 <= int(number) <= len(lines):
            question = questions_behind(lines[int(number) - 1], self.at.known)[0]
            return self.enter(Entry(ASK, question.id))
        return self._take_first("wrong") or self._ask_again(None)

    def _stay(self, *said: str) -> Turn:
        """Where the talk stands once more, after a reply; of a page that was just read, only the choices."""
        self.talk = Talk(self.talk.entries)
        return self._answered(*said)

    def _answered(self, *said: str) -> Turn:
        return self._turn(said) if said and self.screen.page else self.turn(*said)

    def _why(self) -> str:
        question = self._question
        if question is None:
            return self.text("flow.why" if self.at.known.page else "why.general")
        if question.indicator is None:
            return self.text(f"why.{question.id}")
        if question.follows == "deductions":
            return self.text("why.deductions")
        swing = self.at.open.swing[question.indicator]
        name = self.text(f"indicator.{question.indicator}")
        return self.text("why.swing" if swing else "why.idle", name=name, points=swing)

    def _help(self) -> str:
        question = self._question
        about = {question.id, question.follows} if question else set()
        helped = next((id for id in HELPED if id in about), "general")
        return "\n".join(
            self.text(f"help.{each}", **base_figures(self.at)) for each in dict.fromkeys((helped, "general"))
        )

    # -------------------------------------------------------------------------------------------------------- free text

    def hear(self, message: str) -> Turn:
        """The turn after free text."""
        if denies_all(message, self.screen.asking) and (none := self._none_of_these("none")) is not None:
            return none
        wrong = named_wrong(message)
        if wrong is not None and (turn := self._ask_named(wrong)) is not None:
            return turn
        picked, asking = several(message, self.screen), self.screen.asking or ""
        question = QUESTIONS.get(asking)
        if picked:
            return self.enter(*self._all_of(picked, question))
        heard = facts_told(message, self.at, asking, self.today)
        said: tuple[str, ...] = (self.text("reply.personal"),) if heard.personal else ()
        words = _shortened(self.text("list.separator").join(heard.unclear))
        if heard.facts:
            said += (self.text("reply.partly", words=words),) if words else ()
            return self._told(heard.facts, asked_in(message), said)
        choice = by_number(message, self.screen)
        if choice is not None:
            return self.take(choice)
        if (named := self._ask_what_is_named(message)) is not None:
            return named
        # Who is asked answers, however strangely; only what is surely a question is answered with an article.
        free = not said and (asking == "" or is_asked(message))
        if free and (answered := aside(message, self.at.facts, self.text)):
            return self._stay(*answered)
        said += (self.text("reply.unclear", words=words),) if words else ()
        return self._stay(*said) if said else self._miss(kindly_refused(message, self.text) if free else "")

    def _told(self, facts: Mapping[str, FactValue], asked: tuple[str, ...], said: tuple[str, ...]) -> Turn:
        """The turn after facts, and after what was asked in the same message: a procedure, or a question."""
        entry = Entry(ANSWER, facts=facts)
        page = next(filter(None, map(procedure_asked_for, asked)), None)
        if page is not None:
            return self.enter(entry, enter(page), said=said)
        return self.enter(entry, said=said, asked=asked)

    def _all_of(self, picked: tuple[str, ...], question: Question | None) -> tuple[Entry, ...]:
        """What picking several choices enters: one answer to a question, or a tick for each paper."""
        if question is not None:
            return (pick_answer(question, self.at.known, picked),)
        return tuple(entry for choice in self.screen.choices if choice.id in picked for entry in choice.entries)

    def _miss(self, refusal: str) -> Turn:
        self.talk = self.talk.missed()
        lost = self.talk.misses >= MISSES_BEFORE_HELP
        return self._answered(self.text("reply.lost") if lost else refusal or self.text("reply.not_understood"))

    # --------------------------------------------------------------------------------------------------------- entering

    def enter(self, *entries: Entry, said: tuple[str, ...] = (), asked: tuple[str, ...] = ()) -> Turn:
        """The turn after entries, with a reply to them and to what was asked beside them; where their facts cannot be,
        they are not entered.
        """
        on = self.today.isoformat()
        talk = self.talk.plus(*(entry._replace(on=on) if entry.facts else entry for entry in entries))
        try:
            now = standing_of(talk, self.today)
        except FactsError:
            return self._stay(*said, self.text("reply.impossible"))
        beside = aside_beside_facts(asked, now.facts, self.text) if asked else ()
        return _Here(talk, self.today, self.text, now).turn(*said, *self._replies(entries[0], now), *beside)

    def _go_to(self, talk: Talk, *said: str) -> Turn:
        return _Here(talk, self.today, self.text).turn(*said)

    def _replies(self, entry: Entry, now: Standing) -> tuple[str, ...]:
        if entry.kind == UNKNOWN:
            return (self.text("reply.skipped"),)
        if entry.kind == KEEP:
            return (self.text("reply.noted"),)
        return (self._changes(now),) if entry.kind == ANSWER else ()

    def _changes(self, now: Standing) -> str:
        """What the scorer made of what was told, line by line."""
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
            return self.text("reply.noted")
        unsure = unknown_deductions(now.scored)
        so_far = "reply.so_far_if_clean" if unsure else "reply.so_far"
        points = max(sum_of(now.scored, without=unsure).min, 0)
        return "\n".join((*lines, self.text(so_far, points=points)))


def _screen(at: Standing, talk: Talk, text: Texts) -> Screen:
    """What a person sees where a talk stands, with the choices that stand below every screen."""
    screen = _own_screen(at, text)
    return screen._replace(
        choices=screen.choices + _standing_choices(screen.asking is not None, bool(talk.entries), text)
    )


@lru_cache(maxsize=16)
def _standing_choices(asks: bool, goes_back: bool, text: Texts) -> tuple[Choice, ...]:
    why = Choice("why", text("choice.why"), numbered=False)
    result = Choice("result", text("choice.result_now"), (RESULT,), numbered=False)
    back = Choice("back", text("choice.back"), numbered=False)
    return ((why, result) if asks else ()) + ((back,) if goes_back else ())


def _own_screen(at: Standing, text: Texts) -> Screen:
    if at.known.paused:
        return paused_screen(text)
    if at.known.page is not None and at.known.asked is None:
        return procedure_screen(at.known.page, at, text)
    asking = asking_screen(at, text)
    if asking is not None:
        return asking
    return result_screen(at, text) if at.known.view is None else view_screen(at.known.view, at, text)


def _shortened(words: str) -> str:
    """A person's words fit to be said again: no control characters, and not at length."""
    shown = "".join(character if character.isprintable() else " " for character in words)
    return shown if len(shown) <= MOST_REPEATED else shown[:MOST_REPEATED] + "…"
