"""What a person sees on a page of a procedure, and what a message means there."""

from dialogs.flows.application import (
    DISTRICT,
    STEP,
    application_screen,
    office_heard,
    office_screen,
    statuses_screen,
    step_screen,
)
from dialogs.flows.change_employer import change_screen
from dialogs.flows.details import detail_heard
from dialogs.flows.pages import enter
from dialogs.flows.papers import papers_screen
from dialogs.flows.renewal_screen import renewal_screen
from dialogs.flows.wishes import procedure_asked_for
from dialogs.path import Standing
from dialogs.screens import Screen
from dialogs.talk import Entry
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


def entry_heard(message: str, asking: str | None) -> Entry | None:
    """What a message enters here: the answer to what a procedure asks, or the page that it asks for; or None."""
    answer = office_heard(message) if asking == DISTRICT else detail_heard(message, asking or "")
    if answer is not None:
        return answer
    page = procedure_asked_for(message)
    return None if page is None else enter(page)
