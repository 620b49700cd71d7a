"""Lengths of time as people say them, soundly: 六年半 is six whole years, 快六年 is five, 不到六年 at most five.

A hedge that gives no ends (大概, 左右, about) is taken as said. 至少, 以上, 超过 leave the upper end open: it is closed by
``LONGEST``, a working life. 快 (almost) is the whole number below, and two below for a round number of tens.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .numerals import NUMBER, RANGE, Amount, read_amount

LONGEST = 45
"""Years of a working life: the upper end of 至少 and 以上."""

_HEDGE = r"大概|大约|约莫|约|差不多(?:有|是)?|应该|可能|也就|正好|刚好|刚|整整|整|满|已经|都|about|around|roughly|approximately|some|exactly|for|a total of|合计|有"
_BELOW = r"不到|不足|未满|不满|没到|没满|少于|less than|under|fewer than"
_ALMOST = r"快要?到?|将近|接近|马上|almost|nearly|close to"
_ABOVE = r"至少|最少|起码|超过|不止|不少于|at least|over|more than"


def duration(name: str) -> str:
    """A regular expression for a length of time; ``read_duration`` reads its match by the same ``name``."""
    return (
        rf"(?:(?:(?:{_HEDGE}|(?P<{name}_almost>{_ALMOST})|(?P<{name}_below>{_BELOW})|(?P<{name}_above>{_ABOVE}))\s?){{0,3}}"
        rf"(?:(?P<{name}_half>半年|half a year|six months)"
        rf"|(?P<{name}_years>{RANGE})(?P<{name}_mid>\s?(?:多|来|余|\+))?(?:\s?and a half)?\s?(?:整)?(?:个?年头|周年|年|载|years?|yrs?|-year)"
        rf"(?:半|多|余|整)?(?:\s?(?:零|又|,|and)?\s?(?P<{name}_rest>{NUMBER})\s?(?:个月|months?))?"
        rf"|(?P<{name}_months>{RANGE})(?:多)?\s?(?:个多?月|months?|mos?\b)|(?P<{name}_bare>半个?月))"
        rf"(?:\s?(?:左右|上下|出头|(?P<{name}_up>以上|or more)|(?P<{name}_down>以内|以下)))?)"
    )


class Duration(NamedTuple):
    """Whole years, or months where months were said; the other one is ``None``."""

    years: Amount | None
    months: Amount | None

    def in_months(self) -> Amount:
        """Months that are certain: whole years count twelve each."""
        if self.months is not None:
            return self.months
        assert self.years is not None
        return Amount(self.years.min * 12, self.years.max * 12)


def read_duration(match: re.Match[str], name: str) -> Duration | None:
    """What a match of ``duration(name)`` says; ``None`` where no number can be had from it (几年, half a month)."""
    said = match.groupdict()
    if said[f"{name}_half"]:
        return Duration(None, Amount(6, 6))
    if said[f"{name}_bare"]:
        return None
    unit = "years" if said[f"{name}_years"] else "months"
    amount = read_amount(said[f"{name}_{unit}"])
    if amount is None:
        return None
    if unit == "years" and said[f"{name}_mid"] and amount.min >= 10 and amount.min % 10 == 0:
        amount = Amount(amount.min, amount.max + 9)  # 二十多年 is 20 to 29
    amount = _bounded(amount, said, name, LONGEST if unit == "years" else LONGEST * 12)
    if amount is None:
        return None
    if unit == "months":
        return Duration(None, _whole(amount))
    rest = read_amount(said[f"{name}_rest"]) if said[f"{name}_rest"] else None
    if rest is not None and amount.min == amount.max:
        return Duration(None, _whole(Amount(amount.min * 12 + rest.min, amount.max * 12 + rest.max)))
    if amount.min == 0.5:
        return Duration(None, Amount(6, 6))
    return Duration(_whole(amount), None)


def _bounded(amount: Amount, said: dict[str, str | None], name: str, longest: int) -> Amount | None:
    if said[f"{name}_below"] or said[f"{name}_down"]:
        return Amount(0, amount.max - 1) if amount.max >= 1 else None
    if said[f"{name}_almost"]:
        return almost(amount)
    if said[f"{name}_above"] or said[f"{name}_up"]:
        return Amount(amount.min, longest) if amount.min <= longest else None
    return amount


def almost(amount: Amount) -> Amount | None:
    """A number that is nearly reached: the whole number below it; a round number of tens is nearly reached from two below."""
    if amount.min < 1:
        return None
    return Amount(amount.min - (2 if amount.min % 10 == 0 else 1), amount.max - 1)


def _whole(amount: Amount) -> Amount:
    return Amount(int(amount.min), int(amount.max))
