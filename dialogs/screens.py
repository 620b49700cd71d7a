"""What a person sees: a screen of sentences and choices, each choice being what it enters into the talk."""

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.talk import Entry


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: its id, its label, and what taking it enters into the talk; one that enters nothing is a wish."""

    id: str
    label: str
    entries: tuple[Entry, ...] = ()
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Screen:
    """Sentences and choices.

    `asking` is the question asked, or None; `numbers` whether a bare number is an answer; `page` whether it is a page
    to read, which need not be said again with every small reply; `worked_out` what is said beside `say` and takes time
    to find, so only when the screen is shown.
    """

    say: tuple[str, ...]
    choices: tuple[Choice, ...]
    asking: str | None = None
    numbers: bool = False
    page: bool = False
    worked_out: Callable[[], tuple[str, ...]] = tuple
