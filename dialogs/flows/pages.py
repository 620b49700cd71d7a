"""The pages of the procedures, by name, and the choices that lead from one to another."""

from collections.abc import Iterable

from dialogs.screens import Choice, Screen
from dialogs.talk import ENTER, EXIT, TICK, Entry, Known
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


def tick_choice(what: str, label: str, known: Known, text: Texts) -> Choice:
    """The choice that ticks a step or a paper off, or takes that back."""
    return Choice(
        what, text("choice.picked" if what in known.ticked else "flow.unticked", label=label), (Entry(TICK, what),)
    )


def page_of(say: Iterable[str], choices: Iterable[Choice], text: Texts, *, asking: str | None = None) -> Screen:
    """A page to read, or a question of a procedure; out of it one comes back to where one was."""
    leave = Choice("exit", text("flow.exit"), (Entry(EXIT),), numbered=False)
    return Screen(tuple(say), (*choices, leave), asking, page=asking is None)
