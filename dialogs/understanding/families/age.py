"""Age (年龄): a birth date, a birth year, or whole years.

快30 is 27 to 29, 三十出头 is 30 to 34, 三十多 is 30 to 39, 虚岁 is one or two more than the age. 90后 and the animal of
the year name no year and stay unclear.
"""

from __future__ import annotations

import re

from ..dates import full_year, written
from ..model import Facts
from ..numerals import Amount
from ..quantities import almost_aged
from ..rules import About, Context, Family, Reading, Rule, compiled, interval, nothing, unclear

_LEAST, _MOST = 16, 70
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50}


def _birth_date(match: re.Match[str], context: Context) -> Facts | None:
    value = context.quantity(match, "date").date
    return None if value is None else {"birth_date": value}


def _birth_year(match: re.Match[str], context: Context) -> Facts | None:
    value = context.quantity(match, "year").date
    return None if value is None else {"birth_date": value}


def _born_in_digits(match: re.Match[str], context: Context) -> Facts | None:
    return birth_date_in_digits(str(int(context.quantity(match, "number").number().min)), context)


def birth_date_in_digits(digits: str, context: Context) -> Facts | None:
    """19910520, 199105 or 910520; ``None`` where it is no date."""
    if len(digits) == 8:
        value = written(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    elif len(digits) != 6:
        value = None
    elif digits[:2] in ("19", "20") and 1 <= int(digits[4:]) <= 12:
        value = written(int(digits[:4]), int(digits[4:]))
    else:
        value = written(full_year(int(digits[:2]), context.on), int(digits[2:4]), int(digits[4:]))
    return None if value is None else {"birth_date": value}


def _age(match: re.Match[str], context: Context) -> Facts | None:
    amount = context.quantity(match, "age").amount
    return None if amount is None else {"age": interval(amount)}


def _bare(match: re.Match[str], context: Context) -> Facts:
    """A number without its unit; nothing at all where it is too small or too large for an age at work."""
    amount = context.quantity(match, "number").number()
    if not _LEAST <= amount.min <= amount.max <= _MOST:
        return {}
    return {"age": interval(almost_aged(amount) if match.groupdict().get("almost") else amount)}


def _decade(match: re.Match[str], context: Context) -> Facts:
    least = _DECADES[match["decade"]]
    return {"age": interval(Amount(least, least + 9))}


def _decade_in_figures(match: re.Match[str], context: Context) -> Facts:
    least = context.quantity(match, "number").number().min
    return {"age": interval(Amount(least, least + 9))}


def _rule(slot: str, pattern: str, read: Reading, *, with_others: bool = False) -> Rule:
    return Rule(slot, compiled(pattern), read, About.PERSON, with_others=with_others)


_BORN = (
    "(?:生日|出生日期|出生年月|出生时间|出生|生于|born(?: on| in)?|dob|date of birth|birthday"
    "|birth date)(?:是|为|在|于|:| is| )*"
)
_STOP = r"(?=\s?(?:$|[,.;!?\n了啊呀哦的]))"
_ALMOST = r"(?P<almost>快要?到?|将近|接近|奔|almost|nearly)"
_ALREADY = r"(?:都|已经?|刚刚?|刚满|满|是|有|just|turned|already| )*"

AGE = Family(
    "age",
    compiled(r"<age>|<date>|<number>|后|属|奔|ties\b|\d0's"),
    (
        _rule("birth", rf"{_BORN}<date>", _birth_date),
        _rule(
            "birth",
            (
                r"<date>\s?的?(?:出生|生(?!效|育|活|病|日|小孩|孩子|娃|了)(?:人|的)?|born"
                "|属[鼠牛虎兔龙蛇马羊猴鸡狗猪])"
            ),
            _birth_date,
        ),
        _rule(
            "birth",
            (
                r"(?:(?<=[我是:呢男女])|(?<=[,.;\s])|^)<date>的(?:人|女|男)?(?=\s?(?:$"
                r"|[,.;!?\n了本大硕专]))"
            ),
            _birth_date,
        ),
        _rule("birth", r"(?<=[我男女])<year>(?=\s?(?:$|[,;\n.]))", _birth_year),
        _rule("birth", r"(?:(?<=[我男女])|(?<=[,;:\s])|^)<year>(?=\s?(?:$|[,;\n]|[ ]))", _birth_year, with_others=True),
        _rule(
            "birth",
            r"(?:(?<=[我男女/])|(?<=[,;:\s])|^)<calendar=year>(?=\s?(?:$|[,;\n/]))",
            _birth_year,
            with_others=True,
        ),
        _rule("birth", rf"{_BORN}<number>", _born_in_digits),
        _rule(
            "age",
            (
                r"(?:[6-9〇零0][05]|[七八九零][零五]|<number>)\s?后(?=$|[,.;!?\s的]|生)"
                "|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|奔[三四五](?!十)"
            ),
            unclear,
        ),
        Rule(
            "age", compiled(r"<age>(?:以上|以下|之前|之后|退休|的?(?:孩子|儿子|女儿|娃)|那年|时候?|就|开始)"), nothing
        ),
        _rule("age", r"turning (?:<number>|<age>)", unclear),
        _rule("age", r"going on (?:<number>|<age>)", nothing),
        _rule("age", r"<age>(?:了| now)?", _age),
        _rule(
            "age",
            (
                r"(?:年龄|年纪|岁数|\bage(?:d| is|:)?|my age is)(?:嘛|是|:|,|="
                rf"| )*{_ALREADY}<number>(?!\s?[年月分万%])"
            ),
            _bare,
        ),
        _rule("age", rf"今年{_ALREADY}{_ALMOST}?<number>(?!\s?[年月分万%])(?:了)?", _bare),
        _rule(
            "age",
            (
                rf"我(?:呢|嘛|啊)?[, ]?{_ALREADY}{_ALMOST}?<number>(?=\s?(?:$|[,.;!?\n了]"
                "|[本大专硕博女男]))"
            ),
            _bare,
        ),
        _rule("age", rf"{_ALMOST}\s?<number>(?:的人)?(?:了)?(?=\s?(?:$|[,.;!?\n]))", _bare),
        _rule(
            "age",
            (
                rf"\b(?:i'?m|i am|turned){_ALREADY}\s?{_ALMOST}?\s?<number>(?!\s?(?:%|points?|min|k\b|st\b"
                r"|km|weeks?|\d|[-/.]\d))"
            ),
            _bare,
        ),
        _rule(
            "age",
            ("in my (?:early |mid |late |mid-|early-|late-)?(?P<decade>twenties|thirties|forties|fifties)"),
            _decade,
        ),
        _rule("age", r"in my (?:early |mid |late |mid-|early-|late-)?<number>'?s", _decade_in_figures),
        _rule(
            "age",
            (
                r"(?:^|(?<=[,;:\s+男女]))<number>(?=\s?(?:$|[,;\n!?/]|\.(?!\d)|[mf]\b|this year)"
                r"|\s[^\x00-\x7f]| and\b)"
            ),
            _bare,
            with_others=True,
        ),
    ),
)
