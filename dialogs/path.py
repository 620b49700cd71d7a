"""The path through the questions, computed anew from the answers each time: what to ask next, and what is idle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from dialogs.questions import GROUPS, QUESTIONS, Question
from dialogs.talk import FactValue, Known, Talk, fold
from scoring.facts import Facts, parse_facts
from scoring.lines import Caution, Reason
from scoring.relevance import Relevance, next_question, outcomes, relevance
from scoring.score import Score, score

FEW = 2
"""Facts that are told when a talk has just begun."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a talk stands: what is known, its score, what still matters, and what contradicts."""

    known: Known
    facts: Facts
    scored: Score
    open: Relevance
    contradiction: Caution | None
    asked_next: "list[Question | None]" = field(default_factory=list, init=False, repr=False, compare=False)
    """The question to ask next, once that was worked out."""


def standing_of(talk: Talk, today: date) -> Standing:
    """The standing of a talk on a day (see `standing`), worked out once for the day."""
    found = talk.worked_out.standing
    if found is None or found.facts.as_of != today:
        found = talk.worked_out.standing = standing(fold(talk), today)
    return found


def standing(known: Known, today: date) -> Standing:
    """The standing of a talk on a day. Raises FactsError for facts that cannot be, NoRuleBookError before the rules."""
    facts, scored, still_open = _scored(known.facts, today)
    # Only contradictions are between facts; the other cautions are about the rules.
    found = [each for each in scored.cautions if each.facts and known.kept.get(each.id) != said(each.reason)]
    return Standing(known, facts, scored, still_open, found[0] if found else None)


def _scored(told: Mapping[str, FactValue], today: date) -> tuple[Facts, Score, Relevance]:
    return _of_few(_Few(told), today) if len(told) <= FEW else _of_all(told, today)


def _of_all(told: Mapping[str, FactValue], today: date) -> tuple[Facts, Score, Relevance]:
    facts = parse_facts(told, on=today)
    scored = score(facts)
    return facts, scored, relevance(scored)


@lru_cache(maxsize=256)
def _of_few(told: "_Few", today: date) -> tuple[Facts, Score, Relevance]:
    return _of_all(told.facts, today)


class _Few:
    """The facts of a talk that has just begun: many people's are alike then, and are worked out once."""

    __slots__ = ("_as_written", "facts")

    def __init__(self, facts: Mapping[str, FactValue]) -> None:
        self.facts = facts
        # True is no 1 here, though Python holds them equal.
        self._as_written = repr(facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Few) and self._as_written == other._as_written

    def __hash__(self) -> int:
        return hash(self._as_written)


def said(reason: Reason) -> str:
    """What a contradiction says, as the mark by which it is known again."""
    return ";".join(f"{name}={value}" for name, value in reason.values)


def decided(at: Standing) -> bool:
    """Whether more answers cannot change the verdict: it is certain, or certain but for records still to be asked."""
    return at.scored.verdict in ("vetoed", "not_reached") or at.open.certain_but_for_deductions


def next_asked(at: Standing) -> Question | None:
    """The question to ask next, or None where all are answered or can no longer matter."""
    if not at.asked_next:
        at.asked_next.append(_next_asked(at))
    return at.asked_next[0]


def _next_asked(at: Standing) -> Question | None:
    for group in GROUPS:
        waiting = [question for question in group if waits(question, at)]
        if at.known.view is not None:
            waiting = [question for question in waiting if _is_touched(question, at.known)]
        elif decided(at) and not at.known.gone_on:
            waiting = [question for question in waiting if settles(question, at)]
        if waiting:
            return _most_relevant(waiting, at)
    return None


def more_to_ask(at: Standing) -> bool:
    """Whether any question is left that would make the total more exact."""
    return any(waits(question, at) for group in GROUPS for question in group)


def waits(question: Question, at: Standing) -> bool:
    """Whether a question is unanswered, applies, and can still move the total or the right to apply."""
    if question.indicator is not None and at.open.swing[question.indicator] <= 0:
        return False
    known = at.known
    return question.id not in known.unknown and not question.is_told(known) and applies(question, known)


def applies(question: Question, known: Known) -> bool:
    """Whether there is something to ask: what the question follows is known, as far as it will be, and leads to it."""
    if question.follows is None:
        return True
    before = QUESTIONS[question.follows]
    as_far = before.is_told(known) or (before.id in known.unknown and before.left_open(known))
    return bool(as_far) and question.applies(known.facts)


def is_answered(question: Question, known: Known) -> bool:
    """Whether a question has an answer that could be changed."""
    if question.id in known.unknown:
        return applies(question, known)
    return question.is_told(known) and question.applies(known.facts)


def _is_touched(question: Question, known: Known) -> bool:
    """Whether something was told, since the result is shown, that the question goes on from or asks more exactly."""
    facts = QUESTIONS[question.follows].fills if question.follows else ()
    return not known.since_view.isdisjoint(facts if question.options else (*facts, *question.fills))


def settles(question: Question, at: Standing) -> bool:
    """Whether a question is needed although the points decide the verdict: the records and the conditions."""
    asked = {question.id, question.follows}
    return at.scored.verdict != "vetoed" and bool(asked & {"deductions", "conditions"})


def _most_relevant(waiting: Sequence[Question], at: Standing) -> Question:
    """What was half told or goes on from an answer comes first, else what is most likely to settle the verdict."""
    for question in waiting:
        if question.left_open(at.known):
            return question
    for question in waiting:
        if question.follows or question.indicator is None or question.id == "age":
            return question
    if len(waiting) == 1:
        return waiting[0]
    clean = at.open.clean
    candidates = {question.id: outcomes(at.scored, question.indicator or "", clean=clean) for question in waiting}
    chosen = next_question(candidates, standard=at.scored.book.standard)
    return QUESTIONS[chosen or waiting[0].id]
