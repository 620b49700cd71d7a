"""Questions to a certain verdict: six questions, everybody's answers uniform over one representative of each class.

The toy rules: points by age in steps, the higher of education and title, 3 a year insured, a tier of the contribution
base, less a penalty, never below 0; the verdict is whether that reaches 120. `python -m bench.toy FOLDER COUNT` writes
`toy.json`, the people with their verdicts.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

from bench.reference import EDUCATION_POINTS, age_points
from scoring.interval import Interval
from scoring.relevance import Outcome, next_question

STANDARD = 120
SEED = 120
RELEVANCE = "by relevance, until certain"
FORM_ORDER = "in the form's order, until certain"
FORMS = "@publicodes/forms, until it knows"
REAL_RULES = "hujifen conversation, whole rule book"
"""The ways of asking."""
Answer = int | float | str
POINTS: Mapping[str, Mapping[Answer, int]] = {
    "age": {age: age_points(age) for age in range(43, 57)},
    "education": dict(EDUCATION_POINTS.items()),
    "title": {
        "none": 0,
        "skill_5": 15,
        "skill_4": 30,
        "skill_3": 60,
        "intermediate_title": 100,
        "senior_title": 140,
    },
    "years": {years: 3 * years for years in range(16)},
    "base": {0.5: 0, 0.8: 25, 1: 50, 2: 100},
    "penalty": {0: 0, 50: -50, 150: -150},
}
"""The points of each question's answers, one answer for each class."""
EXTREMES = {question: Interval(min(points.values()), max(points.values())) for question, points in POINTS.items()}

Known = Mapping[str, int]
"""The points of the questions that were answered."""
Choice = Callable[[Known], str]


def total(known: Known) -> Interval:
    """Between which ends the total lies."""
    told = {question: Interval(points, points) for question, points in known.items()}
    bounds = {**EXTREMES, **told}
    alone = [bounds[question] for question in ("age", "years", "base", "penalty")]
    either = bounds["education"], bounds["title"]
    low = sum(each.min for each in alone) + max(each.min for each in either)
    high = sum(each.max for each in alone) + max(each.max for each in either)
    return Interval(max(0, low), max(0, high))


def certain(known: Known) -> bool:
    """Whether no answer that is missing can change the verdict."""
    bounds = total(known)
    return bounds.min >= STANDARD or bounds.max < STANDARD


def in_form_order(known: Known) -> str:
    """The first question of the form that is not answered."""
    return next(question for question in POINTS if question not in known)


def by_relevance(known: Known) -> str:
    """The question that our own ordering chooses from the bounds after each of its answers."""
    candidates = {
        question: [Outcome(total({**known, question: worth})) for worth in points.values()]
        for question, points in POINTS.items()
        if question not in known
    }
    chosen = next_question(candidates, standard=STANDARD)
    assert chosen is not None
    return chosen


def asked(person: Mapping[str, Answer], choose: Choice) -> int:
    """How many questions the person answers until the verdict is certain."""
    known: dict[str, int] = {}
    while not certain(known):
        question = choose(known)
        known[question] = POINTS[question][person[question]]
    return len(known)


def people(count: int) -> Iterator[dict[str, Answer]]:
    """The first people of the toy population."""
    random = Random(SEED)
    for _ in range(count):
        yield {question: random.choice(list(points)) for question, points in POINTS.items()}


def reached(person: Mapping[str, Answer]) -> bool:
    """The verdict once everything is known."""
    return total({question: POINTS[question][answer] for question, answer in person.items()}).min >= STANDARD


def write(folder: Path, count: int) -> None:
    """Write the people with their verdicts."""
    (folder / "toy.json").write_text(json.dumps([person | {"reached": reached(person)} for person in people(count)]))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
