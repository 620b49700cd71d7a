"""The months of the last year (最近十二个月): so many paid, missed or unbroken."""

from __future__ import annotations

import re

from ...model import Facts
from ...numerals import Amount
from ...quantities import Quantity
from ...rules import Context, Reading, compiled, interval
from .words import TOPIC_EN, chinese, english, entry, of_length

_YEAR = 12


def _for_the_last(match: re.Match[str], context: Context) -> Facts | None:
    """Paid for the last seven years: a length, and of one year every month."""
    said = context.first(match, "time", "other")
    return {"insured_months_last_12": 12} if is_a_year(said) else of_length(said)


def is_a_year(said: Quantity) -> bool:
    """Whether a length of time is twelve months."""
    return said.months == Amount(12, 12) or said.years == Amount(1, 1)


def of_the_last_year(key: str, *, broken: bool = False) -> Reading:
    """So many months of the last twelve; nothing where another span than a year was said."""

    def read(match: re.Match[str], context: Context) -> Facts | None:
        if not is_a_year(context.quantity(match, "year_back")):
            return {}
        months = context.quantity(match, "time").months
        if months is None:
            return None
        return {key: interval(Amount(12 - months.max, 12 - months.min) if broken else months)}

    return read


def _so_many_of_the_last(match: re.Match[str], context: Context) -> Facts:
    if not is_a_year(context.quantity(match, "year_back")):
        return {}
    return {"insured_months_last_12": interval(context.quantity(match, "number").number())}


def _so_many_of_twelve(match: re.Match[str], context: Context) -> Facts:
    twelve = context.first(match, "twelve", "year")
    if not is_a_year(twelve) and twelve.amount != Amount(_YEAR, _YEAR):
        return {}
    return {"insured_months_last_12": interval(context.quantity(match, "number").number())}


def _missed_of_the_last(match: re.Match[str], context: Context) -> Facts | None:
    """Three of the last twelve months were missed."""
    if not is_a_year(context.first(match, "year_back", "back")):
        return {}
    said = context.first(match, "time", "number", "gap", "gaps")
    missed = said.amount or said.months
    if missed is None or missed.max > _YEAR:
        return None
    return {"insured_months_last_12": interval(Amount(_YEAR - missed.max, _YEAR - missed.min))}


def _of_the_last_twelve(match: re.Match[str], context: Context) -> Facts | None:
    """8 months of insurance in the last 12."""
    months = context.quantity(match, "time").months
    if months is None or not (match["a_year"] or context.quantity(match, "twelve").number() == Amount(12, 12)):
        return None
    return {"insured_months_last_12": interval(months)}


def _all_before(match: re.Match[str], context: Context) -> Facts:
    twelve = is_a_year(context.first(match, "year_back", "back"))
    return {"insured_months_last_12": 12} if twelve else {}


def _so_many_before(match: re.Match[str], context: Context) -> Facts:
    if match["year_back"]:
        named, twelve = "number", is_a_year(context.quantity(match, "year_back"))
    else:
        named, twelve = "only", context.quantity(match, "twelve").number() == Amount(12, 12)
    return {"insured_months_last_12": interval(context.quantity(match, named).number())} if twelve else {}


def _every_month(match: re.Match[str], context: Context) -> Facts:
    return {"insured_months_last_12": 12} if is_a_year(context.quantity(match, "year_back")) else {}


_LATELY_BROKEN = compiled(r"[近去前这].{2,8}[断停空]")

_LATELY = compiled("近|过去|前|这")

_FOR_LAST = compiled(r"(?:for|over|during) (?:the )?(?:last|past) \ue000")

_MISSED_EN = compiled("miss|skip|unpaid|lost|lack")

LAST_YEAR = (
    "(?:(?:最近|近|过去|前|这)的?|(?:in |over |during )?(?:the )?(?:last|past) )<time=year_back>(?:里|内|中|来)?"
)

_LAST_YEAR_EN = r"(?:in |over |during )?(?:the )?(?:last|past) <time=year_back>"

_ANY = r"[^.;!?\n]{0,12}?"

_SOON = r"[^.;!?\n]{0,8}?"

LAST_TWELVE = (
    english(
        entry(
            "insured",
            rf"(?:for|over|during) (?:the )?(?:last|past) <time>(?! (?:with|at"
            rf"|on)\b),?[^.,;!?\n\ue000-\ue007]{{0,32}}?{TOPIC_EN}"
            rf"|{TOPIC_EN}[^.,;!?\n\ue000-\ue007]{{0,24}}? for (?:the )?(?:last|past) <time=other>(?=\s?(?:$"
            rf"|[,.;!?\n]))",
            _for_the_last,
            needs=_FOR_LAST,
        )
    ),
    english(
        entry(
            "last_12",
            r"(?:missed|skipped|missing|unpaid|lost|lack(?:ed|ing)?)(?: for)? (?:<time>|<number>)(?: months?)?"
            r"(?: out)? (?:of|in|over|during|within) (?:the |my )?(?:last|past) <time=year_back>"
            r"|(?:the |my )?(?:last|past) <time=back>,?[^.;!?\n\ue000-\ue007]{0,24}(?:missed|skipped|missing|unpaid"
            r"|lack(?:ed|ing)?) (?:only |just )?(?:<time=gap>|<number=gaps>)",
            _missed_of_the_last,
            needs=_MISSED_EN,
        )
    ),
    english(
        entry(
            "last_12",
            r"<number> (?:out )?of (?:the )?(?:<number=twelve>|<time=year>) (?:were|was|are|got|have been) (?:paid"
            r"|covered)",
            _so_many_of_twelve,
            topic=True,
        )
    ),
    entry(
        "last_12",
        (
            f"{LAST_YEAR}{_SOON}(?:每个?月都|都[交缴有]|全[交缴都勤]|[交缴]满(?=了?[,.;!?\n]|了?$)"
            f"|<time=each>都?没(?:断|落|少|停"
            "|漏)下?|没断|every month)"
        ),
        _every_month,
        topic=True,
        plain=True,
    ),
    english(
        entry(
            "last_12",
            r"(?:(?:all|every(?: single)? month|each month|\ue000)(?: of| in| for| during)?(?: each of)?"
            r"|throughout|for) (?:all )?(?:of )?(?:the |my )?(?:last|past) <time=year_back>",
            _every_month,
            topic=True,
        )
    ),
    chinese(
        entry(
            "last_12",
            rf"{LAST_YEAR}{_SOON}断缴?[了过]?<time>",
            of_the_last_year("insured_months_last_12", broken=True),
            topic=True,
            plain=True,
        )
    ),
    chinese(
        entry(
            "last_12",
            rf"{LAST_YEAR}(?:里|中|内|有|共|一共|总共)*<time>(?:是|都)?(?:断|停|空)[缴交]?(?:了|着|的|过)?",
            of_the_last_year("insured_months_last_12", broken=True),
            needs=_LATELY_BROKEN,
            plain=True,
        )
    ),
    chinese(
        entry(
            "last_12",
            rf"{LAST_YEAR}[^.;!?\n补\ue000-\ue007]{{0,6}}[交缴](?:了|过|满|够|纳)*<time>",
            of_the_last_year("insured_months_last_12"),
            needs=_LATELY,
        )
    ),
    entry("last_12", rf"{LAST_YEAR}{_ANY}<time>(?:的?社保)?", of_the_last_year("insured_months_last_12"), topic=True),
    english(
        entry(
            "last_12",
            r"<number> (?:out )?of (?:the |my )?(?:last|past) <time=year_back>",
            _so_many_of_the_last,
            topic=True,
        )
    ),
    english(
        entry(
            "last_12",
            r"(?:\ball|every(?: one)?|each)(?: of| in)? (?:the |my )?<time=year_back> (?:before|previous|prior)"
            r"|(?:previous|prior|last|past) <time=back>[,:]? (?:all|fully|every month|each month) (?:paid"
            r"|insured|covered)",
            _all_before,
            topic=True,
        )
    ),
    english(
        entry(
            "last_12",
            r"in the <time=year_back> before,? <number> (?:months? )?(?:were|was|are) paid"
            r"|<number=only> (?:out )?of (?:the |my )?(?:last|past) <number=twelve>(?! (?:months? )?(?:at"
            r"|with|on)\b)(?=\s?(?:$|[,.;!?\n]))",
            _so_many_before,
        )
    ),
    english(
        entry(
            "last_12",
            r"paid (?:for )?<number> (?:out )?of (?:the |my )?(?:last|past) <time=year_back>",
            _so_many_of_the_last,
        )
    ),
    english(
        entry(
            "last_12",
            r"<time>[^.;!?\n\ue000-\ue007\u4e00-\u9fff]{0,32}(?:in|over|during|of|out of) (?:the "
            r"|my )?(?:last|past) (?:<number=twelve>(?=\s?(?:$|[,.;!?]))|(?P<a_year>year)\b)",
            _of_the_last_twelve,
            topic=True,
        )
    ),
    english(
        entry(
            "last_12",
            rf"{_LAST_YEAR_EN}[^.;!?\n\ue000-\ue007\u4e00-\u9fff]{{0,48}}<time>",
            of_the_last_year("insured_months_last_12"),
            topic=True,
        )
    ),
    english(
        entry(
            "last_12",
            rf"<time> (?:of {TOPIC_EN} )?(?:paid )?{_LAST_YEAR_EN}",
            of_the_last_year("insured_months_last_12"),
            topic=True,
        )
    ),
    english(
        entry(
            "last_12",
            r"of (?:the |my )?(?:last|past|previous) <time=year_back>,? (?:only |just |i (?:have|had|paid) |there"
            r" (?:are|were) )*"
            r"<number>(?: months?)? (?:were|was|are|have been|had been|got|paid|count|covered)",
            _so_many_of_the_last,
            topic=True,
        )
    ),
)
