"""Every path of the assess conversation, walked by equivalence classes.

A class of answers is what the rule book cannot tell apart: an age of 30 scores and asks as one of 43 does. The walk
takes one answer of each class, beside "not sure", and goes on from every state once (see `walk`).

What is crossed with what:

- The six core questions with all that follows from them, fully: age (43 and under, 45, 58, 62), education (6), title or
  skill (8, with its two conditions), insured years (none, 5, 20), the base (5 bands, or once higher; with the months at
  each multiple), spouse (with Shanghai hukou or not; married for 0, 3 or more than 10 years), each also not known, in
  every order that the relevance can choose, and on to the end after the verdict is certain. Bonuses, records and
  conditions are passed in one tap here.
- From cores whose sums stand for the classes of a sum (far from 120, either side of it by a bonus or a record, beyond
  it whatever comes, not known): every bonus, record and condition alone and in pairs with all that follows from it, all
  of them at once, and each multiple choice skipped.

Bonuses are not crossed with every core, nor three of them with each other, because they only meet in the sum: a
question asks for facts of its own line, a line takes its points from those facts alone (of the two either-or pairs one
is inside the core and one among the bonuses), and what is asked next hangs on the lines that are open and on the sum.
So what a bonus does beside one core it does beside every other of that class, and what two do to the sum, a third only
does further.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, cycle

import pytest

from bot.texts import LOCALES, texts
from dialogs.conversation import again, respond
from dialogs.path import applies, waits
from dialogs.questions import QUESTIONS
from dialogs.talk import ANSWER, ASK, Entry, FactValue, Talk
from dialogs.texts import Texts
from scoring.interval import Interval
from tests.dialogs.walk import DAY, MULTIPLE, OFFER, RESULT, Node, Place, after, by_reach, walk

LANGUAGES = [texts(locale) for locale in LOCALES]
MOST_TURNS = 18
"""Answers that the longest talk takes, everything asked and nothing changed."""


def told(**facts: FactValue) -> Talk:
    """A talk in which somebody told all this at once."""
    return Talk((Entry(ANSWER, facts=facts),))


_LITTLE: dict[str, FactValue] = {
    "credential": "none",
    "insured_years": 0,
    "base_multiple": 0.5,
    "spouse_shanghai_hukou": False,
}
_MUCH: dict[str, FactValue] = {
    "credential": "senior_title",
    "credential_fits_job": True,
    "base_1x_months_last_12": 12,
    "insured_years": 20,
    "base_multiple": 3,
    "base_months": {"3": 36},
    "spouse_shanghai_hukou": True,
    "married_years": 12,
}
CORES = (
    told(age=62, education="none", **_LITTLE),
    told(age=40, education="associate", **_LITTLE),
    told(age=40, education="bachelor_with_degree", **_LITTLE),
    told(age=58, education="bachelor_with_degree", **{**_LITTLE, "insured_years": 9}),
    told(age=40, education="doctor", **_MUCH),
    told(age=40, education=["bachelor", "bachelor_with_degree"], **_LITTLE),
)


def few(options: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Each option alone, each two together, and all."""
    return (*((option,) for option in options), *combinations(options, 2), options)


@dataclass
class Looked:
    """What was seen on the way, and the states that break a rule, by the rule."""

    wrong: dict[str, list[str]] = field(default_factory=dict)
    seen: set[object] = field(default_factory=set)
    looks: Counter[str] = field(default_factory=Counter)

    def complain(self, rule: str, place: Place, what: object = "") -> None:
        """Notes a state that breaks a rule."""
        self.wrong.setdefault(rule, []).append(f"{place.asking}: {place.known.facts} {what}")

    def are_new(self, marks: Sequence[object]) -> bool:
        """Whether any of these is seen for the first time."""
        new = not self.seen.issuperset(marks)
        self.seen.update(marks)
        return new

    def meet(self, place: Place, known: Place, *, alike: bool) -> None:
        """Looks at two talks that were taken for one state."""
        self.looks["compared"] += 1
        if not alike:
            self.complain("one state has one future", place, known.known.facts)

    def arrive(self, place: Place, ways: list[tuple[Entry, Place]]) -> None:
        """Looks at a state, and at what its answers lead to."""
        self.looks["states"] += 1
        reasons = [item.reason.id for item in place.at.scored.items]
        cautions = [caution.id for caution in place.at.scored.cautions]
        if self.are_new([(place.look, place.at.scored.verdict)]):
            self._at_the_screen(place)
        if self.are_new([*reasons, *cautions, (place.at.scored.verdict, place.at.scored.can_apply)]):
            self._at_the_pages(place)
        if place.question is not None:
            self._at_the_question(place, [points(to) for _, to in ways])
        if self.looks["states"] % 10 == 0:
            self._at_what_is_not_asked(place)
        for entry, to in ways:
            self._at_the_way(place, entry, to)

    def _at_the_screen(self, place: Place) -> None:
        """A screen seen for the first time, in every language: its text and choices, why, help, and not understood."""
        for text in LANGUAGES:
            for message in (None, "why", "help", "repeat", "🦆"):
                turn = again(place.talk, today=DAY, text=text)
                if message is not None:
                    turn = respond(place.talk, message, today=DAY, text=text)
                ids, labels = [choice.id for choice in turn.choices], [choice.label for choice in turn.choices]
                if not all(turn.say) or not turn.say or not ids:
                    self.complain("says something and offers a way on", place, message)
                if len(set(ids)) < len(ids) or len(set(labels)) < len(labels):
                    self.complain("its choices can be told apart", place, labels)

    def _at_the_pages(self, place: Place) -> None:
        """The result and what stands behind it, where a reason or verdict is seen for the first time."""
        results = [respond(place.talk, "result", today=DAY, text=text) for text in LANGUAGES]
        ways = zip(results[0].choices, cycle(LANGUAGES))
        pages = [respond(results[0].talk, choice.id, today=DAY, text=text) for choice, text in ways]
        if not all(page.say and page.choices for page in (*results, *pages)):
            self.complain("says something and offers a way on", place, RESULT)

    def _at_the_question(self, place: Place, outcomes: list[tuple[Interval, ...]]) -> None:
        question = place.question
        assert question is not None
        if question.id in place.settled:
            self.complain("asks nothing twice", place)
        if not applies(question, place.known):
            self.complain("asks what applies", place)
        matters = question.indicator is None or place.at.open.swing[question.indicator] > 0
        if not matters or (question.indicator and len(set(outcomes)) == 1):
            self.complain("asks only what can matter", place)

    def _at_what_is_not_asked(self, place: Place) -> None:
        """What is idle: its answers leave the total where it is."""
        for id, question in QUESTIONS.items():
            left = question.left_open(place.known)
            if id in place.settled or waits(question, place.at) or not applies(question, place.known):
                continue
            for answer in question.answers:
                to = after(place, Entry(ANSWER, id, answer.facts))
                if (not left or answer.id in left) and to.at.contradiction is None:
                    self.looks["idle answers"] += 1
                    if to.at.scored.total != place.at.scored.total:
                        self.complain("what is not asked cannot matter", place, id)

    def _at_the_way(self, place: Place, entry: Entry, to: Place) -> None:
        self.looks["answers"] += 1
        if to.talk.back() != place.talk:
            self.complain("back is the inverse of an answer", place, entry)
        if after(to, entry).known != to.known:
            self.complain("an answer entered twice changes nothing", place, entry)
        if not place.settled <= to.settled:
            self.complain("asks nothing twice", place, entry)
        if self.are_new([("reply", item.reason.id) for item in to.at.scored.items]):
            self._at_the_turns(place, entry, to, LANGUAGES)
        elif self.looks["answers"] % 40 == 0:
            self._at_the_turns(place, entry, to, LANGUAGES[:1])

    def _at_the_turns(self, place: Place, entry: Entry, to: Place, languages: Sequence[Texts]) -> None:
        """The same step through the conversation itself: the choice, and back again."""
        offered = place.screen.choices if place.screen else ()
        for choice in [choice for choice in offered if choice.entries == (entry,)]:
            for text in languages:
                self.looks["turns"] += 1
                before = again(place.talk, today=DAY, text=text)
                turn = respond(before.talk, choice.id, today=DAY, text=text)
                entries = tuple(each._replace(on="") for each in turn.talk.entries)
                if (entries, turn.facts) != (to.talk.entries, to.known.facts) or not turn.say or not turn.choices:
                    self.complain("a choice enters what it stands for", place, choice.id)
                if respond(turn.talk, "back", today=DAY, text=text) != before:
                    self.complain("back is the inverse of an answer", place, choice.id)


def points(place: Place) -> tuple[Interval, ...]:
    """The points of every line."""
    return tuple([item.points for item in place.at.scored.items])


@dataclass(frozen=True)
class Walked:
    """Everything that the walks found."""

    looked: Looked
    walks: tuple[list[Node], ...]

    def broken(self, *rules: str) -> list[str]:
        """The first states that break a rule."""
        return [f"{rule}: {state}" for rule in rules for state in self.looked.wrong.get(rule, [])[:5]]


@pytest.fixture(scope="module")
def walked() -> Walked:
    """All paths, walked once for all tests."""
    looked = Looked()
    core = walk([Talk()], {}, looked, by_reach)
    rare = [walk(CORES, {id: few(QUESTIONS[id].options)}, looked) for id in MULTIPLE]
    skipped = walk(CORES, dict.fromkeys(MULTIPLE, ()), looked)
    return Walked(looked, (core, *rare, skipped))


def test_every_state_says_something_and_offers_a_way_on_in_every_language(walked: Walked) -> None:
    assert not walked.broken("says something and offers a way on", "its choices can be told apart")


def test_a_question_is_asked_only_where_it_applies_and_can_matter(walked: Walked) -> None:
    assert not walked.broken("asks what applies", "asks only what can matter")


def test_what_is_not_asked_cannot_matter(walked: Walked) -> None:
    assert not walked.broken("what is not asked cannot matter")
    assert walked.looked.looks["idle answers"] > 100


def test_nothing_is_asked_twice(walked: Walked) -> None:
    assert not walked.broken("asks nothing twice")


def test_back_is_the_inverse_of_every_answer(walked: Walked) -> None:
    assert not walked.broken("back is the inverse of an answer", "a choice enters what it stands for")


def test_an_answer_entered_twice_changes_nothing(walked: Walked) -> None:
    assert not walked.broken("an answer entered twice changes nothing")


def test_talks_that_are_taken_for_one_state_have_one_future(walked: Walked) -> None:
    assert not walked.broken("one state has one future")
    assert walked.looked.looks["compared"] > 100


def test_every_question_and_both_ends_of_a_talk_were_walked_through(walked: Walked) -> None:
    seen = {node.asking for nodes in walked.walks for node in nodes}
    assert {*QUESTIONS, OFFER, RESULT} <= seen
    assert {node.verdict for nodes in walked.walks for node in nodes} == {
        "reached", "not_reached", "depends", "vetoed",
    }  # fmt: skip


def test_passing_over_everything_leads_to_the_result_from_every_state(walked: Walked) -> None:
    for nodes in walked.walks:
        for node in nodes:
            here, passed = node, 0
            while here.asking != RESULT:
                assert passed < MOST_TURNS, node
                here, passed = nodes[passing(here)], passed + 1


def passing(node: Node) -> int:
    """The state after passing over what is asked; a multiple choice that is not tried out has only nothing to pick."""
    return node.ways[0] if node.passing is None else node.passing


def test_no_talk_is_longer_than_it_has_to_be(walked: Walked) -> None:
    assert max(longest(nodes) for nodes in walked.walks) <= MOST_TURNS


def longest(nodes: list[Node]) -> int:
    """The answers of the longest way to a result."""
    lengths: dict[int, int] = {}
    for number in backwards(nodes):
        lengths[number] = max((1 + lengths[way] for way in nodes[number].ways), default=0)
    return max(lengths.values())


def test_a_verdict_that_is_offered_early_is_that_of_the_full_interview_whatever_is_answered(walked: Walked) -> None:
    for nodes in walked.walks:
        verdicts: dict[int, frozenset[str]] = {}
        for number in backwards(nodes):
            node = nodes[number]
            later = [verdicts[way] for way in node.ways]
            verdicts[number] = frozenset[str]().union(*later) if later else frozenset([node.verdict])
            if node.asking == OFFER:
                assert verdicts[number] == {node.verdict}, node


def backwards(nodes: list[Node]) -> Iterator[int]:
    """The states, each after all that it leads to; fails where a talk could go in a circle."""
    done: set[int] = set()
    within: set[int] = set()
    for start in range(len(nodes)):
        stack = [(start, iter(nodes[start].ways))] if start not in done else []
        within.update(number for number, _ in stack)
        while stack:
            number, ways = stack[-1]
            way = next((way for way in ways if way not in done), None)
            if way is None:
                done.add(number)
                within.discard(number)
                stack.pop()
                yield number
            else:
                assert way not in within, nodes[way]
                within.add(way)
                stack.append((way, iter(nodes[way].ways)))


def test_a_contradiction_asks_for_either_side_again_and_goes_on_once_it_is_gone() -> None:
    talk = told(age=22, insured_years=15)
    place = Place(talk)
    assert place.asking == "check:insured_before_sixteen"
    assert place.screen is not None
    for id, facts in (("age", {"age": 40}), ("insured_years", {"insured_years": 2})):
        (choice,) = [choice for choice in place.screen.choices if choice.id == f"change:{id}"]
        assert choice.entries == (Entry(ASK, id),)
        asked = after(place, choice.entries[0])
        assert asked.asking == id
        assert not after(asked, Entry(ANSWER, id, facts)).asking.startswith("check:")
