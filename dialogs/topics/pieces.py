"""Text as pieces of words, by the likeliest way to cut it: a unigram language model over a fixed list of pieces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BLANK = "▁"
UNKNOWN, BEGIN, END = range(3)
"""The places of the three marks that are no text."""
FIRST, LAST = 48, 80
"""Of a long text so many pieces are taken from its beginning and from its end, where it asks what it asks."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces by their text: each with its place in the list and how likely it is (a logarithm)."""

    known: Mapping[str, tuple[int, float]]
    longest: int
    unlikely: float

    def places(self, text: str) -> list[int]:
        """The places of the pieces of a text, between the marks of its beginning and its end."""
        cut = self._cut(BLANK + BLANK.join(text.split()))
        if len(cut) > FIRST + LAST:
            cut = [*cut[:FIRST], *cut[-LAST:]]
        return [BEGIN, *cut, END]

    def _cut(self, text: str) -> list[int]:
        """The likeliest row of pieces; a character that is in none is unknown."""
        best = [0.0] + [float("-inf")] * len(text)
        last: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            before = best[start]
            if before + self.unlikely > best[start + 1]:
                best[start + 1], last[start + 1] = before + self.unlikely, (start, UNKNOWN)
            for end in range(start + 1, min(start + self.longest, len(text)) + 1):
                found = self.known.get(text[start:end])
                if found and before + found[1] > best[end]:
                    best[end], last[end] = before + found[1], (start, found[0])
        places = []
        at = len(text)
        while at:
            at, place = last[at]
            places.append(place)
        return places[::-1]


def pieces(names: Sequence[str], scores: Sequence[float]) -> Pieces:
    """The pieces of a list, whose first three are the marks."""
    known = {name: (place, score) for place, (name, score) in enumerate(zip(names, scores, strict=True))}
    for mark in names[:3]:
        del known[mark]
    return Pieces(known, max(map(len, known)), min(scores) - 10)
