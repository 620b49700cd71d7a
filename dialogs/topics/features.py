"""What of a question tells its topic: concepts, pairs and rows of them, and pieces of the bare text."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from .lexicon import Token

GROUPS = ("concept", "pair", "row", "token", "last", "piece", "word")
"""The kinds of features. A question's features of one kind weigh the same together, however many they are."""

_LONGEST_PIECE = 4
_PAIRED = 14
"""Concepts, counted from the end, that are paired: a long story ends with what it asks."""
_NUMBER = re.compile(r"\d+")
_MARKS = str.maketrans(dict.fromkeys(",.?!;:()'\"~-", " "))
_FACTS = frozenset(
    [
        "age",
        "education",
        "bachelor",
        "college",
        "master",
        "doctor",
        "secondary",
        "degree",
        "title",
        "skill",
        "insurance",
        "insurance_years",
        "base",
        "multiple",
        "minimum_base",
        "spouse",
        "local_spouse",
        "marriage",
        "salary",
        "mode_of_study",
    ]
)
"""Concepts that a person tells of himself: many of them make a case of one's own."""
_ANCHORS = frozenset(
    [
        "points",
        "permit",
        "temporary_permit",
        "residence_registration",
        "hukou",
        "settle",
        "juzhuanhu",
        "score",
        "hundred_twenty",
        "mock_score",
        "add_points",
        "how_many_points",
        "notice",
        "talent_centre",
        "cohabitant",
        "renew_points",
        "endorse",
    ]
)
"""Concepts of which one is in nearly every full question on the points; that none is there tells something too."""


def features(text: str, tokens: Sequence[Token]) -> dict[str, frozenset[str]]:
    """The features of a folded text and its tokens, by group."""
    concepts = [token.concept for token in tokens if token.concept]
    if _ANCHORS.isdisjoint(concepts):
        concepts.append("no anchor")
    return {
        "concept": frozenset(_concepts(concepts)),
        "pair": frozenset(_pairs(concepts[-_PAIRED:])),
        "row": frozenset(_rows(tokens)),
        "token": frozenset(map(_name, tokens)),
        "last": frozenset(_last_clause(tokens)),
        "piece": frozenset(_pieces(text)),
        "word": frozenset(_words(tokens)),
    }


def _name(token: Token) -> str:
    return token.concept or token.text


def _concepts(concepts: Sequence[str]) -> Iterator[str]:
    yield from concepts
    yield f"facts={min(len(_FACTS.intersection(concepts)), 5)}"
    yield f"size={min(len(set(concepts)), 6)}"


def _pairs(concepts: Sequence[str]) -> Iterator[str]:
    for first, second in combinations(sorted(set(concepts)), 2):
        yield f"{first}&{second}"


def _rows(tokens: Sequence[Token]) -> Iterator[str]:
    names = ["^", *map(_name, tokens), "$"]
    for length in (2, 3):
        for start in range(len(names) - length + 1):
            yield ">".join(names[start : start + length])
    for first, third in zip(names, names[2:], strict=False):
        yield f"{first}>>{third}"


def _last_clause(tokens: Sequence[Token]) -> Iterator[str]:
    """The concepts of the last clause that has any, and their pairs."""
    known = [(token.clause, token.concept) for token in tokens if token.concept]
    last = [concept for clause, concept in known if clause == known[-1][0]]
    yield from last
    yield from _pairs(last)


def _pieces(text: str) -> Iterator[str]:
    """All pieces of one to four characters of what is not English, every number the same."""
    for run in _NUMBER.sub("#", text.translate(_MARKS)).split():
        if not run.isascii():
            for length in range(1, _LONGEST_PIECE + 1):
                for start in range(len(run) - length + 1):
                    yield run[start : start + length]


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    words = [token.text for token in tokens if token.text.isascii()]
    yield from words
    for first, second in pairwise(words):
        yield f"{first} {second}"
