"""A talk that was kept for long, read under the rules and the questions of today (对话修复)."""

from datetime import date
from typing import NamedTuple

from dialogs.path import standing
from dialogs.questions import QUESTIONS
from dialogs.talk import ANSWER, ASK, KINDS, PICK, UNKNOWN, Entry, Talk, fold
from scoring.facts import FactsError


class Mended(NamedTuple):
    """A talk in which everything can be read, and how many entries had to be left out of it."""

    talk: Talk
    dropped: int


def mend(talk: Talk, today: date) -> Mended:
    """The talk without the entries that can no longer be read; every other answer is kept.

    Each is looked at where it stands, for whoever goes back comes to see the talk as it was.
    """
    kept: tuple[Entry, ...] = ()
    for entry in talk.entries:
        if _can_be_read((*kept, entry), today):
            kept += (entry,)
    return Mended(Talk(kept, talk.misses), len(talk.entries) - len(kept))


def _can_be_read(entries: tuple[Entry, ...], today: date) -> bool:
    if not all(entry.kind in KINDS and _is_asked_still(entry) for entry in entries):
        return False
    try:
        standing(fold(Talk(entries)), today)
    except FactsError:
        return False
    return True


def _is_asked_still(entry: Entry) -> bool:
    """Whether the question that an entry is about exists; answers told in passing are about none."""
    return entry.kind not in (ANSWER, UNKNOWN, PICK, ASK) or entry.about in QUESTIONS or not entry.about
