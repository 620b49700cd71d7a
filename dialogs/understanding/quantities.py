"""Quantities in a text, each turned into one mark: lengths of time, ages, multiples, dates and plain numbers.

A mark is a single character of the private use area, so that the pattern tables can say ``社保<time>`` and never deal
with how a quantity is worded. What a mark stands for is kept beside the text.

Readings, all sound. A hedge that gives no ends (大概, 左右, about) is taken as said. 六年半 is six whole years;
不到六年 at most five; 快六年 five, and a round number of tens is nearly reached from two below (快十年 is eight to
nine). 至少, 以上, 超过 leave the upper end open: it is closed by ``LONGEST``, a working life. 二十多年 is 20 to 29.
虚岁 is one or two more than the age.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .dates import DATE, full_year, read_date, written
from .numerals import RANGE, Amount, read_amount, read_digits
from .patterns import Lazy

LONGEST = 45
"""Years of a working life: the upper end of 至少 and 以上."""

TIME, AGE, TIMES, PAST, FUTURE, YEAR_OR_TIME, YEAR_OR_NUMBER, NUMBER = (
    "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
)
MARKS = "\ue000-\ue007"
"""The marks as a range of a character class."""

_LEAST_AGE = 16


@dataclass(frozen=True, slots=True)
class Quantity:
    """What one mark stands for: the words' place in the folded text and their readings, those that apply.

    ``years`` are whole years; ``months`` is there only where months were said.
    """

    start: int
    end: int
    amount: Amount | None = None
    years: Amount | None = None
    months: Amount | None = None
    date: str | None = None
    half: bool = False
    """Whether half a year comes on top of the whole years."""

    def number(self) -> Amount:
        """A plain number or a multiple."""
        assert self.amount is not None, "every number and every multiple has an amount"
        return self.amount

    def in_months(self) -> Amount:
        """A length of time in months that are certain: whole years count twelve each, 半 six more."""
        if self.months is not None:
            return self.months
        assert self.years is not None, "a length of time has years or months"
        more = 6 if self.half else 0
        return Amount(self.years.min * 12 + more, self.years.max * 12 + more)

    def in_years(self) -> Amount:
        """A length of time in whole years."""
        if self.years is not None:
            return self.years
        assert self.months is not None, "a length of time has years or months"
        return Amount(self.months.min // 12, self.months.max // 12)


_FOUND = Lazy(
    rf"{DATE}|(?P<half>半年|half a year)|(?P<one>\ba (?:full |whole |good )?(?P<span>year|decade)\b"
    r"(?: and (?:(?P<over>\d{1,2}|[a-z]{3,6}) months?\b|a half\b))?)"
    rf"|(?P<number>{RANGE})",
    re.ASCII,
)
_HEDGE = Lazy(
    "(?:(?P<a_bit_over>(?:just|slightly|a (?:little|bit)|a little bit) (?:over|more than|above|past))"
    "|(?P<almost>快要?[到满]?|将近|接近|马上(?:就要?|要)?(?:满|到)?|almost|nearly"
    "|close to|just (?:under|short of|shy of)|shy of|coming up (?:on"
    "|to))"
    "|(?P<below>不到|不足|未满|不满|没到|没满|少于|less than|under|fewer than)"
    "|(?P<above>(?:至少|最少|起码|不止)(?:有|[交缴][了满过]?)?|超过|不少于|at least|over|more than)"
    "|(?P<nominal>虚岁|chinese age(?: is|:)?|xusui:?)|(?P<full>(?:实足|实际)?周岁|足岁)"
    "|(?:大概|大约|约莫|约|差不多(?:有|是)?|正好|刚好|整整|about|around|roughly|exactly"
    r"|just))有?\s?$"
)
_AFTER = (
    r"(?:\s?(?:(?:左右|上下)|(?P<early>出头)|(?P<up>以上|or more|\+(?=\s?(?:$|[,.;!?\n])))|(?P<down>以内"
    r"|以下|不到(?!\s?\d))))?"
)
_UNIT = Lazy(
    r"(?P<mid>\s?(?:and a bit|and something|odd(?= )|-odd(?= )|多|来|余|\+|好几|几(?=岁|$|[,.;了])))?"
    r"(?:\s?-?(?:(?:full|whole|complete) )?(?:(?P<aged>周岁|足岁|sui\b|岁(?!\s?[(,]?\s?虚岁"
        r"(?!\s?[\d一二三四五六七八九十]))|years?[- ]old"
    r"|(?:years?|yrs?) of age|y[/.]?o\b"
    r"|yrs? old)|(?P<nominal>岁?\s?[(,]?\s?(?:按)?虚岁(?!\s?[\d一二三四五六七八九十])[)]?"
r"|[, (]{0,2}(?:(?:in|by) )?(?:the )?(?:chinese|nominal) age\b|[, (]{1,2}xusui\b))" + _AFTER.replace("<", "<a_") +
    (
r"|(?P<a_half>\s?and a half)?(?: (?:full|whole|complete|solid|consecutive|straight))?\s?整?(?:个?年头|周年"
r"|年(?![级代后薪度份检纪龄终])|载"
r"|years?\b'?|yrs?\b|yers?\b|ye(?:ra|ar)s\b|ans\b|nian\b|y(?=,?\s?\d{1,2}\s?m)|(?<=\d)y\b(?!\.?/?o))(?P<plus>半|多|余"
r"|整)?(?:\s?(?:零"
    r"|又)?(?P<rest>(?:1[01]|0?\d)(?!\d)"
r"|[一二两三四五六七八九十]{1,3})\s?个月)?(?:,?\s?(?:and |\+ ?|plus )?(?P<rest2>\d{1,2}|[a-z]{3,6}|a(?="
r" month\b))(?:\s?(?:months?|mths?)\b"
r"|(?<=\d)\s?mo?s?\b))?(?P<is_years>)"
) + _AFTER.replace("<", "<y_") +
    r"|\s?(?:(?:full|whole|consecutive|straight|calendar) )?(?:个多?月|months?\b|mths?\b|mos?\b)(?P<is_months>)"
    + _AFTER.replace("<", "<m_") +
    r"|\s?(?:倍|x\b|×|times\b(?! a))(?P<is_times>)(?P<half_times>半)?"
    r"|(?P<no_unit>\s?(?:级|月|号|日|天|楼|室|元钱|块钱)))?"
)  # fmt: skip
_NUMBER_ALONE = Lazy(RANGE)
_GRADE = Lazy(r"(?:level|grade|lvl)[- ]$")
"""What makes the number after it the name of a grade."""
_SURE_NUMBER = Lazy(r"\d|[十百千万几廿卅].|.[十百千万几廿卅]|[a-z]{3}")
_TWO_DIGIT_YEAR = Lazy(r"(?:\d\d|[零〇五六七八九][零〇一二三四五六七八九])年(?:底|初)?")


def mark(text: str, on: date) -> tuple[str, dict[int, Quantity]]:
    """The text with a mark for every quantity, and what stands behind the mark at each position."""
    pieces: list[str] = []
    quantities: dict[int, Quantity] = {}
    read_to = length = 0
    for match in _FOUND.finditer(text):
        if match.start() < read_to:
            continue
        found = _read(text, match, read_to, on)
        if found is None:
            continue
        kind, quantity = found
        pieces += (text[read_to : quantity.start], kind)
        length += quantity.start - read_to + 1
        quantities[length - 1] = quantity
        read_to = quantity.end
    pieces.append(text[read_to:])
    return "".join(pieces), quantities


def _read(text: str, match: re.Match[str], free_from: int, on: date) -> tuple[str, Quantity] | None:
    if match["half"]:
        return TIME, _half_a_year(text, match, free_from)
    if match["one"]:
        hedge = _HEDGE.search(text, max(free_from, match.start() - 12), match.start())
        return TIME, _one_span(match, hedge)
    if match["number"] is None:
        value = read_date(match, on)
        if match[0] == "今年":  # alone it says when somebody has an age, and is no date
            return None
        ahead = value is not None and value > on.isoformat()[: len(value)]
        return FUTURE if ahead else PAST, Quantity(*match.span(), date=value)
    return _read_number(text, match, free_from, on)


def _one_span(match: re.Match[str], hedge: re.Match[str] | None) -> Quantity:
    """A year or a decade, perhaps with some months on top."""
    start, end = hedge.start() if hedge else match.start(), match.end()
    years = 10 if match["span"] == "decade" else 1
    half = match[0].endswith("half")
    if half and years > 1:
        return Quantity(start, end, years=Amount(15, 15))
    over = read_amount(_month_count(match["over"])) if match["over"] else None
    if over is not None:
        return Quantity(start, end, months=Amount(years * 12 + over.min, years * 12 + over.max))
    if hedge and (hedge["below"] or hedge["almost"]):
        return Quantity(start, end, years=Amount(max(0, years - 2) if hedge["almost"] else 0, years - 1))
    if hedge and hedge["above"]:
        return Quantity(start, end, years=Amount(years, LONGEST))
    return Quantity(start, end, years=Amount(years, years), half=half)


def _half_a_year(text: str, match: re.Match[str], free_from: int) -> Quantity:
    hedge = _HEDGE.search(text, max(free_from, match.start() - 12), match.start())
    if hedge is None or not (hedge["below"] or hedge["almost"]):
        return Quantity(*match.span(), months=Amount(6, 6))
    return Quantity(hedge.start(), match.end(), months=Amount(0 if hedge["below"] else 5, 5))


def _read_number(text: str, match: re.Match[str], free_from: int, on: date) -> tuple[str, Quantity] | None:
    amount = read_amount(match["number"])
    unit = _UNIT.match(text, match.end())
    if amount is None or unit is None or unit["no_unit"] or _GRADE.search(text, free_from, match.start()):
        return None
    start = match.start()
    hedge = _HEDGE.search(text, max(free_from, start - 12), start)
    end = unit.end()
    first = hedge.start() if hedge else start
    if unit["is_times"] is not None:
        half = 0.5 if unit["half_times"] else 0
        return TIMES, Quantity(start, end, Amount(amount.min + half, amount.max + half))
    if unit["aged"] or unit["nominal"] or (hedge and (hedge["nominal"] or hedge["full"])):
        return AGE, Quantity(first, end, _age(amount, unit, hedge))
    if unit["is_years"] is not None:
        return _years(text, Quantity(first, end), amount, unit, hedge, start, on)
    if unit["is_months"] is not None:
        if unit["mid"] and amount.min >= 10 and amount.min % 10 == 0:
            amount = Amount(amount.min, amount.max + 9)
        return TIME, Quantity(first, end, months=_whole(_bounded(amount, unit, "m_", hedge, LONGEST * 12)))
    return _plain_number(text, match, amount, unit)


def _plain_number(text: str, match: re.Match[str], amount: Amount, unit: re.Match[str]) -> tuple[str, Quantity] | None:
    said, (start, end) = match["number"], match.span()
    if not _SURE_NUMBER.search(said):
        return None
    if unit["mid"] and amount.min >= 10 and amount.min % 10 == 0 and amount.max < 70:
        return AGE, Quantity(start, unit.end(), Amount(amount.min, amount.max + 9))  # 三十好几
    if text.startswith((" something", "-something", " odd"), end) and amount.min % 10 == 0 and amount.max < 70:
        return AGE, Quantity(start, end + 10 if text[end + 1] == "s" else end + 4, Amount(amount.min, amount.max + 9))
    if text.startswith("出头", end) and amount.max < 70:
        return AGE, Quantity(start, end + 2, Amount(amount.min, amount.max + 4))
    if len(said) == 4 and said.isdigit() and said[:2] in ("19", "20"):
        return YEAR_OR_NUMBER, Quantity(start, end, amount, date=written(int(said)))
    return NUMBER, Quantity(start, end, amount)


def _age(amount: Amount, unit: re.Match[str], hedge: re.Match[str] | None) -> Amount | None:
    if unit["nominal"] or (hedge and hedge["nominal"]):
        return Amount(amount.min - 2, amount.max - 1)
    if unit["mid"] and amount.min % 10 == 0:
        return _around(amount) if unit["mid"].strip() == "来" else Amount(amount.min, amount.max + 9)
    if unit["a_early"]:
        return Amount(amount.min, amount.max + 4)
    if hedge and hedge["almost"]:
        return almost_aged(amount)
    if (hedge and hedge["below"]) or unit["a_down"]:
        return Amount(_LEAST_AGE, amount.max - 1)
    return None if (hedge and hedge["above"]) or unit["a_up"] else amount


def _around(amount: Amount) -> Amount:
    """十来年 is about ten, unlike 十多年."""
    return Amount(amount.min - 2, amount.max + 4)


def almost_aged(amount: Amount) -> Amount:
    """An age nearly reached: one year below, and up to three below a round number (快30 is 27 to 29)."""
    return Amount(amount.min - (3 if amount.min % 10 == 0 else 1), amount.max - 1)


def _years(
    text: str, place: Quantity, amount: Amount, unit: re.Match[str], hedge: re.Match[str] | None, start: int, on: date
) -> tuple[str, Quantity]:
    if unit["mid"] and amount.min >= 10 and amount.min % 10 == 0:
        amount = _around(amount) if unit["mid"].strip() == "来" else Amount(amount.min, amount.max + 9)
    rest = read_amount(unit["rest"] or _month_count(unit["rest2"]))
    bounded = _bounded(amount, unit, "y_", hedge, LONGEST)
    if amount.min == 0.5:
        return TIME, Quantity(place.start, place.end, months=Amount(6, 6))
    if unit["rest"] or unit["rest2"]:
        months = Amount(amount.min * 12 + rest.min, amount.max * 12 + rest.max) if rest and bounded else None
        return TIME, Quantity(place.start, place.end, months=_whole(months))
    if hedge is None and (year := _TWO_DIGIT_YEAR.fullmatch(text, start, place.end)):
        digits = read_digits(year[0].rstrip("底初年"))
        said = written(full_year(digits or 0, on))
        return YEAR_OR_TIME, Quantity(place.start, place.end, years=_whole(bounded), date=said)
    half = bool(unit["a_half"]) or unit["plus"] == "半"
    return TIME, Quantity(place.start, place.end, years=_whole(bounded), half=half)


def _month_count(said: str | None) -> str:
    if said == "a":
        return "1"
    return said if said and _NUMBER_ALONE.fullmatch(said) else "0"


def _bounded(amount: Amount, unit: re.Match[str], prefix: str, hedge: re.Match[str] | None, most: int) -> Amount | None:
    """The amount with its hedge worked in; ``None`` where nothing is left of it."""
    if (hedge and hedge["below"]) or unit[f"{prefix}down"]:
        return Amount(0, amount.max - 1) if amount.max >= 1 else None
    if hedge and hedge["almost"]:
        below = 2 if amount.min % 10 == 0 else 1
        return Amount(amount.min - below, amount.max - 1) if amount.min >= 1 else None
    if (hedge and hedge["above"]) or unit[f"{prefix}up"]:
        return Amount(amount.min, most) if amount.min <= most else None
    if unit["m_early"] and prefix == "m_":  # a hundred months and a few
        return None
    return amount


def _whole(amount: Amount | None) -> Amount | None:
    return None if amount is None else Amount(int(amount.min), int(amount.max))
