"""Multiple choices: what is picked of one so far, and what the pick tells."""

from collections.abc import Mapping
from functools import lru_cache

from dialogs.questions import Question, possible
from dialogs.talk import ANSWER, Entry, FactValue, Known, ends


def picks(question: Question, known: Known) -> tuple[str, ...]:
    """The options picked so far; at first those that are known to be so."""
    if question.id in known.picked:
        return known.picked[question.id]
    return tuple([option for option in question.options if _is_so(option, question, known.facts)])


def offered(question: Question, known: Known) -> tuple[str, ...]:
    """The options to show: all, or only those of which nothing was told and those that are picked."""
    if not question.narrows or known.asked is not None:
        return question.options
    shown = picks(question, known)
    return tuple([each for each in question.options if each in shown or _is_open(each, question, known)])


def _is_open(option: str, question: Question, known: Known) -> bool:
    return not known.facts.keys() >= _hangs_on(option, question)


@lru_cache(maxsize=256)
def _hangs_on(option: str, question: Question) -> frozenset[str]:
    """The facts that are others when an option is picked than when nothing is."""
    nothing, told = question.told(()), question.told((option,))
    return frozenset(fact for fact in nothing if told.get(fact) != nothing[fact])


def toggled(option: str, picked: tuple[str, ...]) -> tuple[str, ...]:
    """The pick after an option was taken, or taken back."""
    without = tuple(each for each in picked if each != option)
    return without if option in picked else (*picked, option)


def pick_answer(question: Question, known: Known, picked: tuple[str, ...]) -> Entry:
    """What a pick enters: it keeps what was told more exactly, and forgets what is now to be told anew."""
    facts, told, nothing = known.facts, question.told(picked), question.told(())
    news = {fact: value for fact, value in told.items() if fact not in facts or not _fits(facts[fact], value)}
    stale = (fact for fact in nothing if fact not in told and facts.get(fact) == nothing[fact])
    return Entry(ANSWER, question.id, news, tuple(stale))


def _is_so(option: str, question: Question, facts: Mapping[str, FactValue]) -> bool:
    """Whether the facts that an option stands for are what picking it tells, or what it leaves to be told."""
    decisive = _hangs_on(option, question)
    if not facts.keys() >= decisive:
        return False
    nothing, told = question.told(()), question.told((option,))
    return all(
        not _fits(facts[fact], nothing[fact]) and _fits(facts[fact], told.get(fact, facts[fact])) for fact in decisive
    )


def _fits(value: FactValue, within: FactValue) -> bool:
    """Whether a fact is what another says, or says it more exactly."""
    if isinstance(within, Mapping):
        (least, most), (low, high) = ends(within), ends(value)
        return least <= low <= high <= most
    return value == within or (isinstance(within, list) and set(possible(value)) < set(within))
