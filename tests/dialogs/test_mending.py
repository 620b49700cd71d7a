"""A talk that was kept for long: what can no longer be read is left out, every other answer is kept."""

import pytest

from dialogs.mending import mend
from dialogs.talk import ANSWER, ASK, Entry, Talk, fold
from tests.dialogs.walk import DAY

AGE = Entry(ANSWER, "age", {"age": 35})
DEGREE = Entry(ANSWER, "education", {"education": "master"})


def test_a_talk_in_which_all_can_be_read_stays_as_it_is() -> None:
    talk = Talk((AGE, DEGREE), misses=1)
    assert mend(talk, DAY) == (talk, 0)


@pytest.mark.parametrize(
    "unreadable",
    [
        Entry("told by a program that is not written yet"),
        Entry(ANSWER, "a question that is no more", {"age": 36}),
        Entry(ASK, "a question that is no more"),
        Entry(ANSWER, "education", {"education": "a level that is no more"}),
        Entry(ANSWER, "insured_years", {"insured_years": -3}),
    ],
    ids=["kind", "answered", "asked", "value", "number"],
)
def test_what_can_no_longer_be_read_is_left_out_and_counted(unreadable: Entry) -> None:
    talk, dropped = mend(Talk((AGE, unreadable, DEGREE), misses=1), DAY)
    assert (talk, dropped) == (Talk((AGE, DEGREE), misses=1), 1)
    assert fold(talk).facts == {"age": 35, "education": "master"}


def test_what_was_told_in_passing_is_about_no_question_and_is_kept() -> None:
    talk = Talk((Entry(ANSWER, facts={"age": 35, "education": "master"}),))
    assert mend(talk, DAY) == (talk, 0)
