"""Numbers as people say them: 35, 三十五, 一万二, 五六, 十几, 2.3万, thirty-five.

A number is an interval, because speech often gives one: 五六 is 5 to 6, 十几 is 11 to 19.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .patterns import Lazy


class Amount(NamedTuple):
    """A number between two ends, both included; equal ends for a number said exactly."""

    min: float
    max: float


_DIGIT = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_THOUSAND = " thousand"
_TIMES = {"万": 10000, "w": 10000, "千": 1000, "k": 1000}

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENGLISH = {word: value for value, word in enumerate(_ONES)} | {word: 20 + 10 * at for at, word in enumerate(_TENS)}

_FIGURES = r"(?:\d{1,3}(?:,(?!985|211)\d{3})+|\d{1,12}(?:\.\d{1,6})?)"
_WORDS = (
    rf"\b(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])})\b)?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))})\b(?: thousand\b)?"
)
_HAN = (
    r"(?:[零一二两三四五六七八九]点[零一二三四五六七八九]{1,2}|[二三四五六]十有[一二三四五六七八九]"
    r"|[零〇一二两三四五六七八九十百千万几廿卅]{1,12}|俩)"
)

NUMBER = rf"(?:{_FIGURES}(?: thousand\b|\s?[万千]\d?|[wk](?![a-z])\d?)?|{_HAN}|{_WORDS})"
"""A regular expression for one number, without groups."""

_BETWEEN = (
    r"(?:\s?(?:-|~|到|至|or|to)"
    r"|(?<=[\d一二三四五六七八九])(?<!\d\d),(?=[\d一二三四五六七八九](?:年|个月|岁|$))|(?:年"
    r"|岁|个月|倍)?(?:或者?|还是))\s?"
)
RANGE = rf"(?:between {NUMBER} and {NUMBER}|{NUMBER}(?:{_BETWEEN}{NUMBER})?)"
"""A number, or two that are the ends of a range, without groups."""

_ENDS = Lazy(rf"(?:between )?({NUMBER})(?:{_BETWEEN}| and )({NUMBER})")
_WORD = Lazy(_WORDS)
_FIGURE = Lazy(rf"({_FIGURES})\s?([万千wk])?(\d)?")


@lru_cache(maxsize=4096)
def read_amount(text: str) -> Amount | None:
    """The number or range that ``text`` (a match of ``RANGE``) says; ``None`` where it says none, as 几 does."""
    if not _WORD.fullmatch(text) and (ends := _ENDS.fullmatch(text)):
        low, high = _read_one(ends[1]), _read_one(ends[2])
        return Amount(low.min, high.max) if low and high and low.min <= high.max else None
    return _read_one(text)


def read_digits(text: str) -> int | None:
    """Digits read one by one, as years are: 一九八六 is 1986, 八九 is 89, 91 is 91; ``None`` for anything else."""
    figures = "".join(str(_DIGIT.get(character, character)) for character in text)
    return int(figures) if figures.isascii() and figures.isdigit() else None


def _read_one(text: str) -> Amount | None:
    if text.endswith(_THOUSAND):
        return _joined(_read_one(text.removesuffix(_THOUSAND)), 1000, "")
    if figure := _FIGURE.fullmatch(text):
        times = _TIMES.get(figure[2], 1)
        return _exactly(float(figure[1].replace(",", "")) * times + int(figure[3] or 0) * times // 10)
    if text.isascii():
        return _exactly(sum(_ENGLISH[word] for word in re.split("[- ]", text)))
    return _read_han(text.replace("廿", "二十").replace("卅", "三十").replace("十有", "十"))


def _exactly(value: float) -> Amount:
    whole = int(value)
    return Amount(whole, whole) if whole == value else Amount(value, value)


def _read_han(text: str) -> Amount | None:
    """Chinese numerals with units; a digit after the last unit counts the next smaller one (一万二 is 12,000)."""
    if "点" in text:
        return _exactly(float(".".join(_read_digits_of(part) for part in text.split("点"))))
    for unit, times in (("万", 10000), ("千", 1000), ("百", 100)):
        if unit in text:
            head, tail = text.rsplit(unit, 1)
            return _joined(_read_han(head), times, tail)
    if "十" in text:
        return _read_tens(*text.split("十", 1))
    return _read_units(text)


def _read_digits_of(text: str) -> str:
    return "".join(str(_DIGIT[character]) for character in text)


def _joined(left: Amount | None, times: int, tail: str) -> Amount | None:
    rest = tail.lstrip("零〇")
    if tail == "几" and left is not None and left.min == left.max:
        return Amount(left.min * times + 1, (left.min + 1) * times - 1)  # 八千几 ends below 九千
    right = _read_han(rest) if rest else Amount(0, 0)
    if left is None or right is None:
        return None
    if len(rest) == len(tail) == 1 or (len(tail) == 2 and right.min < right.max):  # 一万三, 一万三四
        right = Amount(right.min * times // 10, right.max * times // 10)
    return Amount(left.min * times + right.min, left.max * times + right.max)


def _read_tens(head: str, tail: str) -> Amount | None:
    tens = _read_units(head) if head else Amount(1, 1)
    if tens is None or tens.max > 9:
        return None
    if tail == "几":
        return Amount(tens.min * 10 + 1, tens.max * 10 + 9)
    if not tail:
        spread = 9 if tens.min != tens.max else 0  # 三四十 reaches up to 49
        return Amount(tens.min * 10, tens.max * 10 + spread)
    units = _read_units(tail)
    if units is None or units.max > 9:
        return None
    return Amount(tens.min * 10 + units.min, tens.max * 10 + units.max)


def _read_units(text: str) -> Amount | None:
    """One digit, two neighbours as a range (五六), or digits read one by one (一二〇); ``None`` for 几 and for
    nothing.
    """
    if not text or any(character not in _DIGIT for character in text):
        return None
    values = [_DIGIT[character] for character in text]
    if len(values) == 2 and 0 < values[0] == values[1] - 1:
        return Amount(values[0], values[1])
    return _exactly(int("".join(map(str, values))))
