"""Texts as the patterns read them: NFKC, lower case, simplified characters; every position leads back to the original.

A text is read up to ``LIMIT`` characters. Identity, phone and passport numbers are blanked out before anything else
looks at it; then quantities become marks (see ``quantities``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .patterns import Lazy
from .quantities import Quantity, mark
from .scripts import in_simplified
from .spelling import respelled

LIMIT = 2000
"""Characters of one message that are read; nobody describes a case at greater length."""

_HIDDEN = "\N{SYMBOL FOR NULL}"
"""Stands where a personal number stood: no pattern matches it."""

_PERSONAL = Lazy(
    r"(?<![0-9a-z])(?:"
    r"\d{6}[ -]?(?:19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dx]"  # resident identity card
    r"|\d{17}[\dx]|\d{15}(?=\D|$)"
    r"|(?:\+?86[- ]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"  # mobile phone
    r"|[eg][a-h]?\d{7,8}|[hm]\d{8,10}"  # passport, permit of Hong Kong and Macao residents
    r")(?![0-9a-z])"
)
_NUMBERED = Lazy(
    "(?:(?:身份证|护照|手机|电话|passport|phone|mobile|id)(?:号码?|number"
    r"|no\.?)?[\s:是为is]{0,4})([a-z]{0,3}\d{6,20}[a-z]?)"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A folded and marked text, and the way back.

    ``quantities``: what the mark at a position stands for. ``origin[i]``: where character ``i`` of the folded text,
    before the marks, stands in ``original``; ``None`` where it is the same place.
    """

    text: str
    quantities: Mapping[int, Quantity]
    original: str
    origin: tuple[int, ...] | None
    personal: bool

    def words(self, start: int, end: int) -> str:
        """The user's own words behind ``text[start:end]``, without the blanks around them."""
        first, last = self._folded(start), self._folded(end)
        if self.origin is not None:
            first, last = self.origin[first], self.origin[last - 1] + 1
        return self.original[first:last].strip()

    def _folded(self, position: int) -> int:
        """The place before the marks of a place between two characters."""
        longer = (quantity.end - quantity.start - 1 for at, quantity in self.quantities.items() if at < position)
        return position + sum(longer)


def fold(text: str, on: date) -> Plain:
    """Folds and marks at most ``LIMIT`` characters of ``text``; never raises."""
    folded, original, origin, personal = _folded(text[:LIMIT])
    spelled, moved = respelled(folded)
    if moved is not None:
        origin = moved if origin is None else tuple(origin[at] for at in moved)
    return Plain(*mark(spelled, on), original, origin, personal)


def folded(text: str) -> str:
    """``text`` folded, without marks: for comparing whole messages."""
    return _folded(text[:LIMIT])[0]


# One message is folded by all that look for something in it, one after the other.
@lru_cache(maxsize=4)
def _folded(original: str) -> tuple[str, str, tuple[int, ...] | None, bool]:
    pieces = [_fold_character(character) for character in original]
    folded = _AS_MEANT.sub(_meant, "".join(pieces))
    origin: tuple[int, ...] | None = None
    if len(folded) != len(pieces):
        origin = tuple(at for at, piece in enumerate(pieces) for _ in piece)
    hidden = _hide_personal(folded)
    return hidden, original, origin, hidden is not folded


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if unicodedata.category(character) in ("Cs", "Co"):  # lone surrogates, which no encoder takes, and the marks' own
        return " "
    if unicodedata.category(character) == "No":  # the ① of a list would join the number after it
        return " "
    folded = unicodedata.normalize("NFKC", character).lower()
    folded = "".join(_LOOKALIKES.get(part, part) for part in folded)
    if folded.isascii():
        return folded
    return in_simplified(folded)


_LOOKALIKES = dict(
    zip("。、‘’“”—–−～|\t\r【】《》冇咗係嘅喔喺佢亦皆哋嚟", ".,''\"\"---~, \n\n:()没了是的哦在他也都们来", strict=True),
)
"""Punctuation of three languages as one, and the Cantonese words that have a plain twin."""


_MEANT = {
    "木有": "没有", "莫得": "没有", "大砖": "大专", "社宝": "社保", "设保": "社保", "社包": "社保",
    "社报": "社保", "射保": "社保", "返工": "上班", "仲未": "还没", "而家": "现在", "依家": "现在", "呢个": "这个",
    "若果": "如果", "仲有": "还有", "仲在": "还在", "仲是": "还是", "仲没": "还没",
    "仲读紧": "还在读", "仲念紧": "还在念", "仲考紧": "还在考", "仲办紧": "还在办", "纪录": "记录", "读紧": "在读",
    "念紧": "在念", "考紧": "在考", "办紧": "在办", "结昏": "结婚", "只称": "职称",
    "职成": "职称", "学委证": "学位证", "学未证": "学位证", "缴那": "缴纳", "户扣": "户口", "沪藉": "沪籍",
    "户藉": "户籍", "己婚": "已婚", "末婚": "未婚", "居住正": "居住证", "専科": "专科", "鸡数": "基数",
    "机数": "基数", "攞": "拿", "俾": "给", "畀": "给", "累积": "累计", "唔是": "不是",
    "证照": "证书", "学位正": "学位证", "毕页": "毕业", "毕叶": "毕业", "上斑": "上班", "搞中": "高中",
    "硕土": "硕士",
    "socail": "social", "insurence": "insurance", "husbend": "husband", "residance": "residence",
    "collage": "college", "titel": "title",
}  # fmt: skip
"""Slips of the keyboard and of voice input, and Cantonese words, with what is meant: of the same length each."""
_AS_MEANT = Lazy("|".join(_MEANT))


def _meant(match: re.Match[str]) -> str:
    return _MEANT[match[0]]


def _hide_personal(text: str) -> str:
    """The text with every personal number blanked, of the same length; the same object where there is none."""
    for pattern, group in ((_PERSONAL, 0), (_NUMBERED, 1)):
        if found := list(pattern.finditer(text)):
            for match in found:
                start, end = match.span(group)
                text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text
