"""Texts as the patterns read them: NFKC, lower case, simplified characters; every position leads back to the original.

A text is read up to ``LIMIT`` characters. Identity, phone and passport numbers are blanked out before anything else
looks at the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

LIMIT = 2000
"""Characters of one message that are read; nobody describes a case at greater length."""

_HIDDEN = "\N{SYMBOL FOR NULL}"
"""Stands where a personal number stood: no pattern matches it."""

_PERSONAL = re.compile(
    r"(?<![0-9a-z])(?:"
    r"\d{6}[ -]?(?:19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dx]"  # resident identity card
    r"|\d{17}[\dx]|\d{15}(?=\D|$)"
    r"|(?:\+?86[- ]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"  # mobile phone
    r"|[eg][a-h]?\d{7,8}|[hm]\d{8,10}"  # passport, permit of Hong Kong and Macao residents
    r")(?![0-9a-z])"
)
_NUMBERED = re.compile(r"(?:(?:身份证|护照|手机|电话|passport|phone|mobile|id)(?:号码?|number|no\.?)?[\s:是为is]{0,4})([a-z]{0,3}\d{6,20}[a-z]?)")


@dataclass(frozen=True, slots=True)
class Plain:
    """A folded text and the way back: ``origin[i]`` is where character ``i`` of ``text`` stands in ``original``."""

    text: str
    original: str
    origin: tuple[int, ...] | None
    personal: bool

    def words(self, start: int, end: int) -> str:
        """The user's own words behind ``text[start:end]``, without the blanks around them."""
        if self.origin is None:
            return self.original[start:end].strip()
        return self.original[self.origin[start] : self.origin[end - 1] + 1].strip()


def fold(text: str) -> Plain:
    """Folds at most ``LIMIT`` characters of ``text``; never raises."""
    original = text[:LIMIT]
    pieces = [_fold_character(character) for character in original]
    folded = "".join(pieces)
    origin: tuple[int, ...] | None = None
    if len(folded) != len(pieces):
        origin = tuple(at for at, piece in enumerate(pieces) for _ in piece)
    if not folded.isascii():
        folded = _simplified(folded)
    hidden = _hide_personal(folded)
    return Plain(hidden, original, origin, hidden is not folded)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if unicodedata.category(character) == "Cs":  # a lone surrogate, which no encoder takes
        return " "
    folded = unicodedata.normalize("NFKC", character).lower()
    return "".join(_LOOKALIKES.get(part, part) for part in folded)


_LOOKALIKES = {
    "。": ".", "、": ",", "‘": "'", "’": "'", "“": '"', "”": '"', "—": "-", "–": "-", "−": "-", "～": "~", "\t": " ", "\r": "\n",
    "\u3000": " ", "【": "(", "】": ")", "《": "(", "》": ")", "|": ",", "冇": "没", "咗": "了", "係": "是", "嘅": "的", "喔": "哦",
}  # fmt: skip
"""Punctuation of three languages as one, and the Cantonese words that have a plain twin."""


def _simplified(text: str) -> str:
    """The text in simplified characters, of the same length: a character that would become two keeps its place."""
    converted = _converter().convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(_simplified_character(character) for character in text)


@lru_cache(maxsize=8192)
def _simplified_character(character: str) -> str:
    return _converter().convert(character)[:1] or " "


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def _hide_personal(text: str) -> str:
    """The text with every personal number blanked, of the same length; the same object where there is none."""
    for pattern, group in ((_PERSONAL, 0), (_NUMBERED, 1)):
        if found := list(pattern.finditer(text)):
            for match in found:
                start, end = match.span(group)
                text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text
