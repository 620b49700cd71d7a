"""Dates as people say them: 2019年5月, 19年10月, 去年八月, 1991-05-20, May 1991, next March; partial dates stay partial."""

from __future__ import annotations

import re
from datetime import date

from .numerals import read_amount, read_digits

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_WORD = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_HAN_DIGITS = "[零〇一二三四五六七八九]"
_SMALL = rf"(?:\d{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})"
_RELATIVE = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_RELATIVE_ENGLISH = {"last": -1, "this": 0, "next": 1}
_RELATIVE_MONTH = {"上上个月": -2, "上个月": -1, "上月": -1, "这个月": 0, "本月": 0, "下个月": 1, "下月": 1, "下下个月": 2}


def dated(name: str) -> str:
    """A regular expression for a date, partial or whole; ``read_date`` reads its match by the same ``name``."""
    return (
        rf"(?:(?P<{name}_iso>(?:19|20)\d\d[-./](?:1[0-2]|0?\d)(?:[-./](?:[12]\d|3[01]|0?\d))?(?!\d))"
        rf"|(?P<{name}_y>(?:19|20)\d\d|(?<!\d)\d\d(?!\d)|[一二]{_HAN_DIGITS}{{3}}|(?<![十一二三四五六七八九]){_HAN_DIGITS}{{2}}|{'|'.join(_RELATIVE)})年?(?<=年)"
        rf"(?:的?(?P<{name}_m>{_SMALL})月份?(?:(?P<{name}_d>{_SMALL})[日号]?)?)?"
        rf"|(?P<{name}_rm>{'|'.join(_RELATIVE_MONTH)})"
        rf"|(?:the )?(?:(?P<{name}_ed>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<{name}_em>{_MONTH_WORD})\.?(?: (?P<{name}_ed2>\d{{1,2}})(?:st|nd|rd|th)?,?)?(?: of)?,? (?P<{name}_ey>(?:19|20)\d\d)"
        rf"|(?P<{name}_rel>last|this|next) (?P<{name}_rel_unit>year|month|{_MONTH_WORD})\b"
        rf"|(?P<{name}_only>(?:19|20)\d\d(?!\d)))"
    )


def read_date(match: re.Match[str], name: str, on: date) -> str | None:
    """The date as the contract writes it, ``2019``, ``2019-05`` or ``2019-05-20``; ``None`` where no such day exists."""
    said = match.groupdict()
    if iso := said[f"{name}_iso"]:
        return written(*(int(part) for part in re.split(r"[-./]", iso)))
    if year := said[f"{name}_y"]:
        return written(_year(year, on), _small(said[f"{name}_m"]), _small(said[f"{name}_d"]))
    if word := said[f"{name}_rm"]:
        return _months_from(on, _RELATIVE_MONTH[word])
    if month := said[f"{name}_em"]:
        day = said[f"{name}_ed"] or said[f"{name}_ed2"]
        return written(int(said[f"{name}_ey"] or 0), _month_number(month), int(day) if day else None)
    if relative := said[f"{name}_rel"]:
        return _english_relative(relative, said[f"{name}_rel_unit"] or "", on)
    return written(int(said[f"{name}_only"] or 0))


def written(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """A partial date in the contract's notation; ``None`` where there is no such day."""
    try:
        whole = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return whole.isoformat()[: 4 if month is None else 7 if day is None else 10]


def earliest(partial: str) -> date:
    """The first day that a partial date can mean."""
    parts = [int(part) for part in partial.split("-")]
    return date(*(parts + [1, 1])[:3])


def full_year(two_digits: int, on: date) -> int:
    """The year that two digits mean: the latest one that has begun."""
    century = on.year - on.year % 100
    return century + two_digits if century + two_digits <= on.year else century - 100 + two_digits


def _year(text: str, on: date) -> int | None:
    if text in _RELATIVE:
        return on.year + _RELATIVE[text]
    value = read_digits(text)
    return full_year(value, on) if value is not None and value < 100 else value


def _small(text: str | None) -> int | None:
    if text is None:
        return None
    amount = read_amount(text)
    return int(amount.min) if amount is not None and amount.min == amount.max else 0


def _months_from(on: date, months: int) -> str | None:
    index = on.year * 12 + on.month - 1 + months
    return written(index // 12, index % 12 + 1)


def _month_number(word: str) -> int:
    return next(at for at, month in enumerate(_MONTHS, 1) if month.startswith(word[:3]))


def _english_relative(relative: str, unit: str, on: date) -> str | None:
    step = _RELATIVE_ENGLISH[relative]
    if unit == "year":
        return written(on.year + step)
    if unit == "month":
        return _months_from(on, step)
    month = _month_number(unit)
    later = month > on.month
    year = {1: on.year + (not later), 0: on.year, -1: on.year - later}[step]
    return written(year, month)
