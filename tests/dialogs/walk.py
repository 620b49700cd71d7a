"""Walks the assess conversation along every answer, and tells states apart only by what decides the rest.

Two talks are in the same state when the same questions are open, the lines that those can still change have the same
points, and the sum of all lines is the same: nothing else decides what is asked next and what the verdict will be. So
each state is gone on from once, however many talks lead to it; of those that join one, a sample is compared with it.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from bot.texts import texts
from dialogs.asking import asking_screen
from dialogs.path import Standing, standing, waits
from dialogs.picking import pick_answer
from dialogs.questions import FAMILY, INSURANCE, PERSON, QUESTIONS, Question
from dialogs.screens import Screen
from dialogs.talk import ANSWER, ASK, PICK, VIEW, Entry, FactValue, Known, Talk, fold
from scoring.interval import Interval
from scoring.relevance import sum_of, twin_of
from scoring.rulebook import rule_book

DAY = date(2026, 11, 22)
TEXT = texts("zh_Hans")
RESULT = "result"
OFFER = "offer"
PASSING = ("unknown", "keep", "go_on")
COMPARED = 20
"""Of the talks that join a state, one in so many is compared with the one that led to it first."""

Picks = Mapping[str, tuple[tuple[str, ...], ...]]
"""The picks to try of a multiple choice, beside nothing and "not sure"; one that is not named has only nothing."""

NUMBERS: Mapping[str, tuple[Mapping[str, FactValue], ...]] = {
    "age": ({"age": 45}, {"age": 58}, {"age": 62}),
    "insured_years": ({"insured_years": 5}, {"insured_months_total": 240}),
    "marriage": ({"married_years": 0}, {"married_years": 3}),
    "annual_tax_share": ({"annual_tax_share": 90_000}, {"annual_tax_share": 373_333}, {"annual_tax_share": 5_000_000}),
    "annual_local_hires_share": ({"annual_local_hires_share": 9}, {"annual_local_hires_share": 25}),
    "public_service_months": ({"public_service_months": 59}, {"public_service_months": 60}),
    "outlying_months": ({"outlying_months": 11}, {"outlying_months": 12}, {"outlying_months": 130}),
    "false_material_dates": ({"false_material_dates": ["2025-06"]}, {"false_material_dates": ["2019"]}),
    "detention_dates": ({"detention_dates": ["2024-05-20", "2025"]}, {"detention_dates": ["2016-01"]}),
    "minor_crime_dates": ({"minor_crime_dates": ["2022-03"]}, {"minor_crime_dates": ["2021-11-22"]}),
}
"""What is told in numbers and dates, one of each class of the rules; the answers offered are classes themselves."""


@dataclass(frozen=True)
class Place:
    """Where a talk stands."""

    talk: Talk

    @cached_property
    def known(self) -> Known:
        """What the talk comes to."""
        return fold(self.talk)

    @cached_property
    def at(self) -> Standing:
        """Its facts, their score, and what still matters."""
        return standing(self.known, DAY)

    @cached_property
    def screen(self) -> Screen | None:
        """What is asked, or None where the result is shown."""
        return asking_screen(self.at, TEXT)

    @property
    def asking(self) -> str:
        """The question or contradiction that is asked, `offer`, or `result`."""
        if self.screen is None:
            return RESULT
        return self.screen.asking or OFFER

    @property
    def question(self) -> Question | None:
        """The question that is asked, or None."""
        return QUESTIONS.get(self.asking)

    def ways(self, picks: Picks) -> Iterator[Entry]:
        """What may be entered here: each class of answers, or that nothing is known. Views are not gone into."""
        question = self.question
        passed = question is not None and question.options and question.id not in picks
        for choice in self.screen.choices if self.screen else ():
            (entry,) = choice.entries
            if entry.kind not in (PICK, VIEW, ASK) and choice.id != "done" and not (passed and choice.id == "unknown"):
                yield entry
        if question is not None:
            for facts in NUMBERS.get(question.id, ()):
                yield Entry(ANSWER, question.id, facts)
            for picked in picks.get(question.id, ()):
                yield pick_answer(question, self.known, picked)

    @cached_property
    def passing(self) -> list[Entry]:
        """What passes over what is asked."""
        return [choice.entries[0] for choice in self.screen.choices if choice.id in PASSING] if self.screen else []

    @cached_property
    def settled(self) -> frozenset[str]:
        """The questions that have an answer, or are known to have none."""
        return frozenset(
            [id for id, question in QUESTIONS.items() if id in self.known.unknown or question.is_told(self.known)]
        )

    @property
    def look(self) -> Hashable:
        """What a person sees here, but for the figures and the answers that could be changed."""
        choices = self.screen.choices if self.screen else ()
        return self.asking, tuple([choice.id for choice in choices if choice.entries[0].kind != ASK])


def after(place: Place, entry: Entry) -> Place:
    """The place after something was entered."""
    return Place(place.talk.plus(entry))


# ---------------------------------------------------------------------------------------------- telling states apart

MULTIPLE = tuple(id for id, question in QUESTIONS.items() if question.options)
CORE = frozenset(question.id for group in (PERSON, INSURANCE, FAMILY) for question in group)
RARE = frozenset(item.id for item in rule_book(DAY).indicators) - {QUESTIONS[id].indicator for id in CORE}


def by_sum(place: Place) -> Hashable:
    """The state of a talk."""
    return (*_open(place), sum_of(place.at.scored))


def by_reach(place: Place) -> Hashable:
    """The state of a talk that is told of nothing rare.

    Once the core is closed but for one line, a sum further from the standard than that line reaches is like any other.
    """
    at, core = place.at, CORE.intersection(_waiting(place))
    lines = {QUESTIONS[id].indicator for id in core}
    if len(lines) > 1:
        return (*_open(place), sum_of(at.scored))
    reach = sum(item.points.max - item.points.min for item in at.scored.items if item.indicator in lines)
    (low, high), standard = sum_of(at.scored, without=RARE), at.scored.book.standard
    low, high = max(low, standard - reach - 1), min(high, standard + reach)
    return (*_open(place), min(low, standard), max(high, standard - 1))


def _waiting(place: Place) -> tuple[str, ...]:
    return tuple([id for id, question in QUESTIONS.items() if waits(question, place.at)])


def _open(place: Place) -> tuple[Hashable, ...]:
    """All that decides the rest but for the sum."""
    known, at, waiting = place.known, place.at, _waiting(place)
    lines = {QUESTIONS[id].indicator or "" for id in waiting}
    both = lines | {twin_of(line, at.scored.book) for line in lines}
    return (
        tuple([(id, tuple(QUESTIONS[id].left_open(known))) for id in waiting]),
        tuple([(item.indicator, item.points) for item in at.scored.items if item.indicator in both]),
        frozenset([id for id in known.unknown if QUESTIONS[id].indicator in lines]),
        at.facts.outlying_area if "outlying_area" in lines else None,
        # The insured months and those of the base can contradict each other, once both are told.
        at.facts.insured_months if "contribution_base" in lines else None,
        _most_surely(at.facts.base_months) if "insured_years" in lines else None,
        at.contradiction.id if at.contradiction else None,
        frozenset(known.kept),
        tuple([id in known.gone_through or id in known.unknown for id in MULTIPLE]),
        (known.gone_on, at.scored.verdict, at.scored.can_apply),
    )


def _most_surely(base_months: Mapping[str, Interval] | None) -> int:
    return max((count.min for count in (base_months or {}).values()), default=0)


# ----------------------------------------------------------------------------------------------------------- walking


class Node(NamedTuple):
    """A state as the walk leaves it: what is asked, the verdict so far, and the numbers of the states that follow.

    `passing` is the state that passing over what is asked leads to.
    """

    asking: str
    verdict: str
    ways: tuple[int, ...]
    passing: int | None


State = Callable[[Place], Hashable]


class Visitor(Protocol):
    """Who looks at the states on the way."""

    def arrive(self, place: Place, ways: list[tuple[Entry, Place]]) -> None:
        """A state is gone on from, with all that may be entered and what it leads to."""

    def meet(self, place: Place, known: Place, *, alike: bool) -> None:
        """A talk joins a state that another has led to; `alike` is whether both see the same and go on to the same."""


def walk(starts: Iterable[Talk], picks: Picks, visitor: Visitor, state: State = by_sum) -> list[Node]:
    """Walks from some talks to every result; the states by number, those of the starts first."""
    numbers: dict[Hashable, int] = {}
    talks: list[Talk] = []
    nodes: dict[int, Node] = {}
    waiting: list[tuple[int, Place]] = []
    joined = 0

    def future(place: Place) -> Hashable:
        return place.look, frozenset([state(after(place, entry)) for entry in place.ways(picks)])

    def number(place: Place) -> int:
        nonlocal joined
        found = numbers.setdefault(state(place), len(talks))
        if found == len(talks):
            talks.append(place.talk)
            waiting.append((found, place))
            return found
        joined += 1
        if joined % COMPARED == 0:
            known = Place(talks[found])
            visitor.meet(place, known, alike=future(place) == future(known))
        return found

    for start in starts:
        number(Place(start))
    while waiting:
        own, place = waiting.pop()
        ways = [(entry, after(place, entry)) for entry in place.ways(picks)]
        visitor.arrive(place, ways)
        to = tuple([number(way) for _, way in ways])
        passing = next((to[at] for at, (entry, _) in enumerate(ways) if entry in place.passing), None)
        nodes[own] = Node(place.asking, place.at.scored.verdict, to, passing)
    return [nodes[number] for number in range(len(nodes))]
