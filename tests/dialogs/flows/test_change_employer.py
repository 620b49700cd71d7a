"""A change of employer: every branch is reached, and each ends in what is known of it."""

import pytest

from dialogs.knowledge.loader import application, employer_change
from dialogs.talk import fold
from tests.dialogs.flows.talking import REACHES, Person, answered

BRANCHES = {branch.id: branch for branch in employer_change()}
ASK_EMPLOYER = next(step for step in application() if step.id == "ask_employer")


def after(*answers: tuple[str, str]) -> Person:
    """Somebody who asked what a new employer means and answered the short questions."""
    person = Person(REACHES)
    person.say("换工作了怎么办")
    answered(person, answers)
    assert person.turn.asking is None
    return person


def branches(person: Person) -> set[str]:
    """The branches that are told whole."""
    return {
        id
        for id, branch in BRANCHES.items()
        if all(statement.words["zh_Hans"] in person.said for statement in branch.statements)
    }


@pytest.mark.parametrize(
    ("permit", "branch"),
    [("renewed", "permit_renewed"), ("in_its_year", "permit_in_its_year"), ("unknown", "approved")],
)
def test_with_points_set_it_is_the_permit_that_decides(permit: str, branch: str) -> None:
    person = after(("points_stand", "approved"), ("permit_stands", permit), ("employer_known", "yes"))
    assert branches(person) == {branch}


def test_while_an_application_runs_the_answer_is_to_ask() -> None:
    person = after(("points_stand", "filed"), ("employer_known", "yes"))
    assert branches(person) == {"application_filed"}
    assert "12333" in person.said


def test_without_an_application_the_new_employer_simply_applies() -> None:
    person = after(("points_stand", "none"), ("employer_known", "yes"))
    assert branches(person) == set()
    assert all(statement.words["zh_Hans"] in person.said for statement in ASK_EMPLOYER.statements)
    assert "apply" in person.ids
    assert "renew" not in person.ids


def test_who_does_not_know_is_told_both_cases() -> None:
    person = after(("points_stand", "unknown"), ("employer_known", "yes"))
    assert branches(person) == {"approved", "application_filed"}


@pytest.mark.parametrize("known", ["no", "unknown"])
def test_an_employer_that_may_never_have_filed_comes_first(known: str) -> None:
    person = after(("points_stand", "approved"), ("permit_stands", "renewed"), ("employer_known", known))
    assert branches(person) == {"permit_renewed", "employer_unknown"}
    first = BRANCHES["employer_unknown"].statements[0].words["zh_Hans"]
    assert person.said.index(first) < person.said.index(BRANCHES["permit_renewed"].statements[0].words["zh_Hans"])


def test_a_later_change_is_decided_anew() -> None:
    person = after(("points_stand", "filed"), ("employer_known", "yes"))
    person.tap("ask_again")
    assert person.turn.asking == "points_stand"
    assert not fold(person.turn.talk).details
