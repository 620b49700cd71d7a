"""What a person sees: a screen of sentences and choices, each choice being what it enters into the talk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dialogs.talk import Entry

RENEWAL_CALENDAR = "renewal_calendar"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a turn; the channel makes it and hands it over in its own way.

    `kind` is `renewal_calendar`, the dates of a renewal as a calendar file; its parameters are `expires`, the day on
    which the permit ends, and, where it has been, `endorsed`, the day on which it was endorsed.
    """

    kind: str
    parameters: Mapping[str, str]


class Choice(NamedTuple):
    """One choice: its id, its label, and what taking it enters into the talk; one that enters nothing is a wish.

    `gives` is the file that taking it hands over; nothing is entered then.
    """

    id: str
    label: str
    entries: tuple[Entry, ...] = ()
    numbered: bool = True
    gives: Attachment | None = None


class Screen(NamedTuple):
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
