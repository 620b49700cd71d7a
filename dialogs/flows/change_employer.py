"""A change of employer (换单位): two or three short questions, and the steps that follow from where things stand."""

from collections.abc import Iterator

from dialogs.flows.details import (
    CHANGE_DETAILS,
    EMPLOYER_KNOWN,
    PERMIT_STANDS,
    POINTS_STAND,
    YES,
    Detail,
    detail_screen,
)
from dialogs.flows.pages import APPLY, OFFICE, RENEW, page_of, to_page
from dialogs.flows.told import lines, sources
from dialogs.knowledge.loader import application, employer_change
from dialogs.knowledge.model import Statement
from dialogs.path import Standing
from dialogs.screens import Choice, Screen
from dialogs.talk import Known
from dialogs.texts import Texts

_BRANCHES = {"renewed": "permit_renewed", "in_its_year": "permit_in_its_year"}
"""The branch of approved points by where the permit stands; where that is not known, what to look at."""


def change_screen(at: Standing, text: Texts) -> Screen:
    """The next short question, or what to do."""
    waiting = next(_asked(at.known), None)
    if waiting is not None:
        return detail_screen(waiting, text)
    parts = list(_parts(at.known))
    say = ["\n".join((text(title), *lines(statements, text))) for title, statements in parts]
    rests_on = sources((statement for _, statements in parts for statement in statements), text)
    again = Choice("ask_again", text("flow.ask_again"), tuple(detail.forgotten for detail in CHANGE_DETAILS))
    following = APPLY if at.known.details[POINTS_STAND.id] == "none" else RENEW
    return page_of((*say, rests_on), (to_page(OFFICE, text), to_page(following, text), again), text)


def _asked(known: Known) -> Iterator[Detail]:
    """The short questions that are still to be asked."""
    told = known.details
    wanted = [POINTS_STAND, *((PERMIT_STANDS,) if told.get(POINTS_STAND.id) == "approved" else ()), EMPLOYER_KNOWN]
    return (detail for detail in wanted if detail.id not in told)


def _parts(known: Known) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """What to do, each part with its title."""
    if known.details[EMPLOYER_KNOWN.id] != YES:
        unsure = known.details[EMPLOYER_KNOWN.id] == "unknown"
        yield "flow.change.if_unknown" if unsure else "flow.change.register", _branch("employer_unknown")
    match known.details[POINTS_STAND.id]:
        case "approved":
            yield "flow.change.then", _branch(_BRANCHES.get(known.details[PERMIT_STANDS.id], "approved"))
        case "filed":
            yield "flow.change.then", _branch("application_filed")
        case "none":
            ask = next(step for step in application() if step.id == "ask_employer")
            yield "flow.change.apply", ask.statements
        case _:
            yield "flow.change.if_approved", _branch("approved")
            yield "flow.change.if_filed", _branch("application_filed")


def _branch(id: str) -> tuple[Statement, ...]:
    return next(branch for branch in employer_change() if branch.id == id).statements
