"""The committed topic model on questions that nothing was tuned on: one that finds less may not be committed."""

import pytest

from bench.evaluation.measures import Judged, by_language, by_topic, totals
from bench.evaluation.questions import Question, questions
from dialogs.topics import find_topic

RIGHT_AT_LEAST = {"zh_Hans": 0.93, "zh_Hant": 0.95, "en": 0.91}
RIGHT_OF_EACH_TOPIC_AT_LEAST = 0.85
REFUSED_IN_SCOPE_AT_MOST = 0.02
OUTSIDE_REFUSED_AT_LEAST = 0.95
CALIBRATION_ERROR_AT_MOST = 0.03


def held_out() -> list[Question]:
    """The held-out questions."""
    return [question for question in questions() if question.part == "held_out"]


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    """What the model finds for them."""
    found = [(question, find_topic(question.text)) for question in held_out()]
    return [Judged(question, each.topic, each.confidence) for question, each in found]


def test_the_topic_is_right_in_every_language(judged: list[Judged]) -> None:
    found = {language: share for language, share, _ in by_language(judged)}
    assert found.keys() == RIGHT_AT_LEAST.keys()
    assert all(share >= RIGHT_AT_LEAST[language] for language, share in found.items()), found


def test_no_topic_is_left_behind(judged: list[Judged]) -> None:
    assert not [found for found in by_topic(judged) if found[1] < RIGHT_OF_EACH_TOPIC_AT_LEAST]


def test_what_is_out_of_scope_is_refused_and_what_is_in_scope_is_not(judged: list[Judged]) -> None:
    sums = totals(judged)
    assert sums.refused_in_scope <= REFUSED_IN_SCOPE_AT_MOST
    assert sums.outside_recall >= OUTSIDE_REFUSED_AT_LEAST


def test_the_confidence_is_how_often_the_topic_is_right(judged: list[Judged]) -> None:
    assert totals(judged).calibration_error <= CALIBRATION_ERROR_AT_MOST


def test_there_are_enough_questions_of_every_language_and_topic(judged: list[Judged]) -> None:
    assert all(count >= 120 for _, _, count in by_language(judged))
    assert all(count >= 20 for _, _, count in by_topic(judged))


def test_a_question_stands_in_one_part_alone() -> None:
    lessons = {question.folded for question in questions() if question.part != "held_out"}
    assert not lessons & {question.folded for question in held_out()}
