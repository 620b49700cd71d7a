"""Dates as people say them: 2019年5月, 19年10月, 去年八月, 1991-05-20, May 1991, next March.

A partial date stays partial.
"""

from __future__ import annotations

import re
from datetime import date

from .numerals import read_amount, read_digits

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH_WORD = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_HAN_DIGIT = "[零〇一二三四五六七八九]"
SMALL = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
YEARS_FROM_NOW = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "明年": 1, "下年": 1, "后年": 2}
MONTHS_FROM_NOW = {
    "上上个月": -2,
    "上个月": -1,
    "上月": -1,
    "这个月": 0,
    "本月": 0,
    "下下个月": 2,
    "下个月": 1,
    "下月": 1,
}
_FEASTS = {"国庆": 10, "五一": 5, "元旦": 1, "圣诞": 12, "双十一": 11, "双十二": 12}
_FEAST = "|".join(_FEASTS)
_STEP = {"last": -1, "this": 0, "next": 1}

DATE = (
    r"(?P<iso>(?<!\d)(?:19|20)\d\d[-./](?:1[0-2]|0?[1-9])(?:[-./](?:[12]\d|3[01]|0?\d))?(?!\d))"
    rf"|(?P<year>(?<!\d)(?:19|20)\d\d|[一二]{_HAN_DIGIT}{{3}}|(?:{'|'.join(YEARS_FROM_NOW)})(?<=年)"
    rf"|(?<!\d)\d\d(?=年(?:\d{{1,2}}月|{_FEAST}))"
    f"|{_HAN_DIGIT}{{2}}(?=年(?:{SMALL}月|{_FEAST})))(?:(?<!年)年|(?<=年))(?:底|初"
    rf"|的)?(?:(?P<feast>{_FEAST})节?|(?P<month>{SMALL})月份?(?:底"
    rf"|初)?(?:(?P<day>(?!一[直般次共起同边路]){SMALL})[日号]?)?)?"
    rf"|(?P<steps>{'|'.join(MONTHS_FROM_NOW)})(?:的?(?P<step_day>{SMALL})[日号])?"
    r"|\b(?:(?P<d1>\d{1,2})(?:st|nd|rd"
    rf"|th)?(?: of)? )?(?P<named>{MONTH_WORD})\.?(?: (?P<d2>\d{{1,2}})(?:st|nd|rd"
    r"|th)?(?!\d))?(?: of)?,? (?P<of>(?:19|20)\d\d)"
    r"|(?<![\d.])(?P<d3>[12]\d|3[01]|0?[1-9])\.(?P<m3>1[0-2]|0?[1-9])\.(?P<y3>(?:19|20)\d\d)(?!\d)"
    rf"|\b(?P<month_of>{MONTH_WORD})(?: of)? (?P<year_of>last|this|next) year\b"
    rf"|\b(?P<relative>last|this|next) (?P<unit>year|month|{MONTH_WORD})\b"
)
"""A regular expression for a date, partial or whole; ``read_date`` reads a match that contains its groups."""


def read_date(match: re.Match[str], on: date) -> str | None:
    """The date as the contract writes it, ``2019``, ``2019-05`` or ``2019-05-20``; ``None`` for no such day."""
    if match["iso"]:
        return written(*(int(part) for part in re.split(r"[-./]", match["iso"])))
    if match["year"]:
        month = _FEASTS[match["feast"]] if match["feast"] else _small(match["month"])
        return written(_year(match["year"], on), month, _small(match["day"]))
    if match["steps"]:
        return _months_from(on, MONTHS_FROM_NOW[match["steps"]], _small(match["step_day"]))
    if match["d3"]:
        return written(int(match["y3"]), int(match["m3"]), int(match["d3"]))
    if match["month_of"]:
        return written(on.year + _STEP[match["year_of"]], month_number(match["month_of"]))
    if match["named"]:
        day = match["d1"] or match["d2"]
        return written(int(match["of"]), month_number(match["named"]), int(day) if day else None)
    return _english_relative(_STEP[match["relative"]], match["unit"], on)


def written(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """A partial date in the contract's notation; ``None`` where there is no such day."""
    try:
        whole = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except (ValueError, OverflowError):
        return None
    return whole.isoformat()[: 4 if month is None else 7 if day is None else 10]


def earliest(partial: str) -> date:
    """The first day that a partial date can mean."""
    year, month, day = ([int(part) for part in partial.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def full_year(two_digits: int, on: date) -> int:
    """The year that two digits mean: the latest one that has begun."""
    year = on.year - on.year % 100 + two_digits
    return year if year <= on.year else year - 100


def _year(text: str, on: date) -> int | None:
    if text in YEARS_FROM_NOW:
        return on.year + YEARS_FROM_NOW[text]
    value = read_digits(text)
    return full_year(value, on) if value is not None and value < 100 else value


def _small(text: str | None) -> int | None:
    if text is None:
        return None
    amount = read_amount(text)
    return int(amount.min) if amount is not None and amount.min == amount.max else 0


def _months_from(on: date, months: int, day: int | None = None) -> str | None:
    index = on.year * 12 + on.month - 1 + months
    return written(index // 12, index % 12 + 1, day)


def next_such_day(month: str, day: str, on: date) -> str | None:
    """The first such day from ``on`` on: 12月15日, Dec 15; ``None`` for no such day."""
    named, of_month = _small(day), month_number(month) if month.isascii() and month.isalpha() else _small(month)
    this_year = written(on.year, of_month, named)
    later = this_year is not None and this_year < on.isoformat()
    return written(on.year + 1, of_month, named) if later else this_year


def whole_day(said: str) -> str | None:
    """``2026-12-15`` as it is; ``None`` where there is no such day."""
    return written(*(int(part) for part in said.split("-")))


def month_number(word: str) -> int:
    return next(at for at, month in enumerate(_MONTHS, 1) if month.startswith(word[:3]))


def _english_relative(step: int, unit: str, on: date) -> str | None:
    if unit == "year":
        return written(on.year + step)
    if unit == "month":
        return _months_from(on, step)
    month = month_number(unit)
    later = month > on.month
    return written({1: on.year + (not later), 0: on.year, -1: on.year - later}[step], month)
