"""The day on which a permit ends (到期日) as people say it, often without the year: 12月15日, 下个月15号, Dec 15."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from dialogs.flows.meant import bare
from dialogs.understanding.dates import MONTH_WORD, MONTHS_FROM_NOW, SMALL, YEARS_FROM_NOW, month_number, written
from dialogs.understanding.numerals import read_amount
from scoring.interval import DateRange, months_of

_TH = r"(?:st|nd|rd|th)?"
_MONTHS_ON = {**MONTHS_FROM_NOW, "last month": -1, "this month": 0, "next month": 1}
_DAYS_ON = {
    "前天": -2,
    "昨天": -1,
    "今天": 0,
    "明天": 1,
    "后天": 2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
}
_STEPS = "|".join(sorted(_MONTHS_ON, key=len, reverse=True))
_WORDS = "|".join(sorted(_DAYS_ON, key=len, reverse=True))

_YEAR = r"(?P<year>(?:19|20)\d\d|大前年|前年|去年|今年|明年|后年)"

_DAY = (
    rf"{_YEAR}(?:年|[-/.])?(?:的)?(?P<month>{SMALL})(?:月|[-/.])(?P<day>{SMALL})[日号]?",
    rf"(?P<named>{MONTH_WORD})\.? ?(?:the )?(?P<day>\d{{1,2}}){_TH},? {_YEAR}",
    rf"(?:the )?(?P<day>\d{{1,2}}){_TH} ?(?:of )?(?P<named>{MONTH_WORD}),? {_YEAR}",
    rf"(?P<month>{SMALL})月份?(?:的)?(?P<day>{SMALL})[日号]?",
    r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})",
    rf"(?P<steps>{_STEPS})(?:的)?(?:,? ?(?:on )?(?:the )?)(?P<day>{SMALL})(?:[日号]|{_TH})",
    rf"(?:the )?(?P<day>\d{{1,2}}){_TH} (?:of |day of )?(?P<steps>{_STEPS})",
    rf"(?P<named>{MONTH_WORD})\.? ?(?:the )?(?P<day>\d{{1,2}}){_TH}",
    rf"(?:the )?(?P<day>\d{{1,2}}){_TH} ?(?:of )?(?P<named>{MONTH_WORD})",
    rf"(?P<word>{_WORDS})",
    rf"(?P<alone>{SMALL})月份?(?:底|初|中旬)?|(?P<alone_named>{MONTH_WORD})",
    rf"(?P<day>{SMALL})[日号]|the (?P<th>\d{{1,2}}){_TH}|(?P<nth>\d{{1,2}})(?:st|nd|rd|th)",
)
_ONLY_DAY = re.compile(r"\d{1,2}")
_PERMIT = (
    r"(?:(?:我的?|我们的)?(?:上海)?(?:市)?(?:居住证|证件?|卡)?(?:的)?(?:新的?)?(?:到期日期?|有效期)?(?:现在)?"
    r"(?:是|为|到|在|就|,|:| )*"
    r"|(?:it |my |the |new |shanghai |residence |permit |card |date |last |day |is |will |expires? |expiry |expired "
    r"|ends? |ended |runs |ran |out |valid |until |till |on |by |now |,)*)"
)
_ENDING = (
    r"(?:(?:的)?(?:就|已经|已|才|要|会|快)*(?:到期|过期|截止|结束)?(?:的|了|吧|啊|哦|左右)*"
    r"| ?(?:is )?(?:it (?:ends|expires)|i think|now|already|it (?:ended|expired))?)"
)
_SAID = tuple(re.compile(rf"{_PERMIT}(?:{day}){_ENDING}") for day in _DAY)
_LONGEST = 60
_FARTHEST = 10
"""Years from today within which a permit can end."""
_PAST = re.compile(r"过期|已经|已到|过了|\b(?:expired|ended|ran out)\b")


def day_said(message: str, today: date, *, partly: DateRange | None = None, over: bool = False) -> str | None:
    """The day that a message says, where it says nothing else: the next such day, or where it is over the last one.

    `partly` is what is known of the day already, such as its month; `over` whether it is known to be over. A month
    alone is given as such. None for no day, or no such day.
    """
    said = bare(message)
    if len(said) > _LONGEST:
        return None
    if partly is not None and _ONLY_DAY.fullmatch(said):
        return _in_month(partly, int(said))
    match = next(filter(None, (pattern.fullmatch(said) for pattern in _SAID)), None)
    return None if match is None else _read(match.groupdict(), today, partly, past=over or bool(_PAST.search(said)))


def says_year(message: str) -> bool:
    """Whether the year of a day is said, and not found by what is nearest."""
    return re.search(r"(?:19|20)\d\d|[今明去后前]年", bare(message)) is not None


def _read(found: dict[str, str | None], today: date, partly: DateRange | None, *, past: bool) -> str | None:
    if word := found.get("word"):
        return (today + timedelta(days=_DAYS_ON[word])).isoformat()
    if first := found.get("first"):
        one, two = int(first), int(found["second"] or 0)
        return _nearest(two, one, today, past=past) if one > _MOST_MONTHS else _nearest(one, two, today, past=past)
    if alone := found.get("alone") or found.get("alone_named"):
        return _next_month(month_number(alone) if alone.isalpha() and alone.isascii() else _number(alone), today)
    day = _number(found.get("day") or found.get("th") or found.get("nth"))
    if steps := found.get("steps"):
        months = months_of(today) + _MONTHS_ON[steps]
        return written(months // 12, months % 12 + 1, day)
    named = found.get("named")
    month = month_number(named) if named else _number(found.get("month"))
    if said := found.get("year"):
        year = today.year + YEARS_FROM_NOW[said] if said in YEARS_FROM_NOW else int(said)
        return written(year, month, day) if abs(year - today.year) <= _FARTHEST else None
    if named or found.get("month"):
        return _nearest(month, day, today, past=past)
    return _in_month(partly, day) if partly is not None else _next_day(day, today, past=past)


_MOST_MONTHS = 12


def _number(said: str | None) -> int:
    """A small number; 0, which is no day and no month, where it is not one number."""
    amount = read_amount(said) if said else None
    return int(amount.min) if amount is not None and amount.min == amount.max else 0


def _in_month(partly: DateRange, day: int) -> str | None:
    """A day of the month that is known; None where more than a month is possible."""
    first, last = partly.earliest, partly.latest
    return written(first.year, first.month, day) if (first.year, first.month) == (last.year, last.month) else None


def _nearest(month: int, day: int, today: date, *, past: bool) -> str | None:
    """The next day of a month and number from today on, or the last one before."""
    years = range(today.year, today.year + (-_LEAP if past else _LEAP), -1 if past else 1)
    return _first(((year, month) for year in years), day, today, past=past)


_LEAP = 9
"""Years within which there is a 29 February."""


def _next_day(day: int, today: date, *, past: bool) -> str | None:
    """The next day of that number in any month, or the last one before."""
    months = (months_of(today) + (-each if past else each) for each in range(3))
    return _first(((each // 12, each % 12 + 1) for each in months), day, today, past=past)


def _next_month(month: int, today: date) -> str | None:
    """The next month of a number, the present one too: of its day nothing is said."""
    return written(today.year + (month < today.month), month)


def _first(months: Iterable[tuple[int, int]], day: int, today: date, *, past: bool) -> str | None:
    found, now = (written(year, month, day) for year, month in months), today.isoformat()
    return next((each for each in found if each is not None and (each < now if past else each >= now)), None)


# -------------------------------------------------------------------------------------------------- ended some time ago

_AGO = re.compile(
    rf"(?P<count>\d{{1,3}}|{SMALL}|[两半]|an?|one|two|three|four|five|six|half an?)(?:个| )?(?P<half>半)?多?"
    r"(?P<unit>年|月|周|星期|礼拜|天|日|years?|months?|weeks?|days?)(?P<more>半)?"
)
_DAYS_OF = {
    "年": 365,
    "year": 365,
    "月": 30,
    "month": 30,
    "周": 7,
    "星期": 7,
    "礼拜": 7,
    "week": 7,
    "天": 1,
    "日": 1,
    "day": 1,
}
_COUNTS = {"半": 0.5, "half a": 0.5, "half an": 0.5, "a": 1.0, "an": 1.0}


def ended_about(said: str, today: date) -> date | None:
    """About the day on which something ended, by the time that is said to have passed since: 一个月, a month."""
    match = _AGO.search(said)
    if match is None:
        return None
    amount = None if match["count"] in _COUNTS else read_amount(match["count"])
    count = _COUNTS.get(match["count"]) or (0.0 if amount is None else amount.min)
    count += 0.5 if match["half"] or match["more"] else 0.0
    return today - timedelta(days=round(count * _DAYS_OF[match["unit"].rstrip("s")])) if count else None
