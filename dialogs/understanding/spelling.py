"""Slips of the keyboard in English words that facts are told with: a letter lost, one too many, or two changed about.

Only slips that leave one such word possible are mended, and never one that may be a word of its own: another letter in
a place (carried, married) stays, and so does an ending (permits).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

WORDS: Final = frozenset((
    "accountant", "associate", "bachelor", "bachelors", "benke", "certificate", "college", "contribution",
    "contributions", "current", "currently", "dazhuan", "degree", "detained", "detention", "diploma", "divorced",
    "doctor", "doctorate", "employed", "employment", "engineer", "expired", "expires", "graduate", "graduated",
    "hukou", "husband", "insurance", "insured", "intermediate", "laogong", "laopo", "level", "local", "married",
    "master", "masters", "month", "months", "permit", "registered", "residence", "resident", "security", "senior",
    "shanghai", "shebao", "single", "skill", "skilled", "social", "spouse", "technician", "title", "undergraduate",
    "unemployed", "university", "unmarried", "valid", "widowed", "wife", "working", "years",
))  # fmt: skip
"""The words that are mended, in lower case."""
_OWN: Final = frozenset(("marred", "maser", "mater", "senor", "singe"))
"""Words that look like slips and are not."""
_SHORTEST: Final = 5
"""Letters of the shortest word that is thought to have one too few or too many; shorter ones only have two changed."""
_LATIN: Final = re.compile(r"(?<![a-z'.@])[a-z]{4,16}(?![a-z@])")


def respelled(text: str) -> tuple[str, tuple[int, ...] | None]:
    """A folded text with such slips mended, and where each character of it stood; None where nothing changed."""
    spelled, at = "", 0
    origin: list[int] = []
    for match in _LATIN.finditer(text):
        meant, (start, end) = _meant(match[0]), match.span()
        if meant != match[0]:
            spelled += text[at:start] + meant
            origin += (*range(at, start), *(min(start + place, end - 1) for place in range(len(meant) - 1)), end - 1)
            at = end
    return (spelled + text[at:], (*origin, *range(at, len(text)))) if at else (text, None)


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    """The word that was meant; the word itself where it is one, or nobody can say."""
    if word in WORDS or word in _OWN:
        return word
    candidates = {each for each in _one_slip_from(word) if not word.startswith(each)}
    return candidates.pop() if len(candidates) == 1 else word


def _one_slip_from(word: str) -> Iterator[str]:
    for swapped in _swaps(word):
        if swapped in WORDS:
            yield swapped
    if len(word) >= _SHORTEST:
        yield from _LOST_ONE.get(word, ())
        yield from (shorter for shorter in _without_one(word) if shorter in WORDS and shorter[0] == word[0])


def _swaps(word: str) -> Iterator[str]:
    """The word with two neighbours changed."""
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _without_one(word: str) -> Iterator[str]:
    """The word without each of its letters."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _lost_one() -> dict[str, frozenset[str]]:
    """What each word comes to when a letter behind its first is lost."""
    found: dict[str, set[str]] = {}
    for word in WORDS:
        for shorter in _without_one(word):
            if shorter[0] == word[0] and shorter not in WORDS:
                found.setdefault(shorter, set()).add(word)
    return {shorter: frozenset(words) for shorter, words in found.items()}


_LOST_ONE: Final = _lost_one()
