"""What a person sees on a page of a procedure, and what a message means there."""

from collections.abc import Mapping
from functools import lru_cache

from dialogs.flows.application import (
    STEP,
    application_screen,
    district_alone,
    office_heard,
    office_screen,
    statuses_screen,
    step_screen,
    steps_meant,
)
from dialogs.flows.change_employer import change_screen
from dialogs.flows.details import detail_heard
from dialogs.flows.meant import Meant
from dialogs.flows.pages import APPLY, OFFICE, PAGES, PAPERS, RENEW, enter
from dialogs.flows.papers import papers_meant, papers_screen
from dialogs.flows.renewal_meant import renewal_asked_for, renewal_meant
from dialogs.flows.renewal_screen import renewal_screen
from dialogs.flows.wishes import procedure_asked_for
from dialogs.matching import plain
from dialogs.path import Standing
from dialogs.screens import Screen
from dialogs.texts import Texts


def procedure_screen(page: str, at: Standing, text: Texts) -> Screen:
    """A page of a procedure: one of `pages.PAGES`, or a single step of the application."""
    if page.startswith(STEP):
        return step_screen(page, at, text)
    match page:
        case "papers":
            return papers_screen(at, text)
        case "office":
            return office_screen(at, text)
        case "statuses":
            return statuses_screen(text)
        case "renew":
            return renewal_screen(at, text)
        case "change_employer":
            return change_screen(at, text)
        case _:
            return application_screen(at, text)


def meant_here(message: str, screen: Screen, at: Standing, text: Texts) -> Meant | None:
    """What a message means here: the answer to what a procedure asks, the page that it asks for, or what it says of
    the steps, papers and days of the page that is shown; or None.
    """
    known = at.known
    page = None if known.paused or known.asked is not None else known.page
    answer = office_heard(message) if page == OFFICE else detail_heard(message, screen.asking or "")
    if answer is not None:
        return Meant((answer,))
    wish = renewal_asked_for(message, at) or _page_asked_for(message, screen, text)
    if wish is not None or page is None:
        return wish
    if page == RENEW:
        return renewal_meant(message, screen, at, text)
    if page == PAPERS:
        return papers_meant(message, at, text) if screen.asking is None else None
    return steps_meant(message, page, at, text) if page == APPLY or page.startswith(STEP) else None


_ABOUT_PLACES = ("bonuses", "conditions", "outlying_months")
"""The questions that the name of a district may be an answer to."""


def _page_asked_for(message: str, screen: Screen, text: Texts) -> Meant | None:
    """The page that a message asks for, or is the name of; for the name of a district, that of its centre."""
    page = _pages_by_name(text).get(plain(message)) or procedure_asked_for(message)
    if page is not None:
        return Meant((enter(page),))
    district = None if screen.asking in _ABOUT_PLACES else district_alone(message)
    return None if district is None else Meant((enter(OFFICE), district))


@lru_cache(maxsize=4)
def _pages_by_name(text: Texts) -> Mapping[str, str]:
    return {plain(text(f"flow.page.{page}")): page for page in reversed(PAGES)}
