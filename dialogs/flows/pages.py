"""The pages of the procedures, by name, and the choices that lead from one to another."""

from collections.abc import Iterable

from dialogs.path import Standing
from dialogs.screens import Choice, Screen
from dialogs.talk import ENTER, EXIT, TICK, Entry
from dialogs.texts import Texts

APPLY, PAPERS, OFFICE, STATUSES = "apply", "papers", "office", "statuses"
RENEW, CHANGE_EMPLOYER = "renew", "change_employer"
PAGES = (APPLY, PAPERS, OFFICE, STATUSES, RENEW, CHANGE_EMPLOYER)
"""The pages that can be asked for at any time; those of single steps (`step:permit`) lie behind them."""


def enter(page: str) -> Entry:
    """What going to a page enters."""
    return Entry(ENTER, page)


def to_page(page: str, text: Texts) -> Choice:
    """The choice that leads to a page."""
    return Choice(page, text(f"flow.page.{page}"), (enter(page),))


def tick(what: str, at: Standing) -> Entry:
    """What ticking a step or a paper off enters, or taking that back: with the day, from which periods are counted."""
    return Entry(TICK, what, picked=(at.facts.as_of.isoformat(),))


def tick_choice(what: str, label: str, at: Standing, text: Texts) -> Choice:
    """The choice that ticks a step or a paper off, or takes that back."""
    wording = "choice.picked" if what in at.known.ticked else "flow.unticked"
    return Choice(what, text(wording, label=label), (tick(what, at),))


def page_of(say: Iterable[str], choices: Iterable[Choice], text: Texts, *, asking: str | None = None) -> Screen:
    """A page to read, or a question of a procedure; out of it one comes back to where one was."""
    leave = Choice("exit", text("flow.exit"), (Entry(EXIT),), numbered=False)
    return Screen(tuple(say), (*choices, leave), asking, page=asking is None)
