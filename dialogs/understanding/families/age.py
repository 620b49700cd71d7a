"""Age (年龄): a birth date, a birth year, or whole years.

快30 is 27 to 29, 三十出头 is 30 to 34, 三十多 is 30 to 39, 虚岁 is one or two more than the age. 90后 and the animal of
the year name no year and stay unclear.
"""

from __future__ import annotations

import re

from ..dates import dated, read_date
from ..durations import almost
from ..model import Facts, FactValue
from ..numerals import RANGE, Amount, read_amount
from ..rules import About, Context, Family, Rule, compiled, nothing, unclear

_LEAST, _MOST = 16, 100
_BORN = r"(?:生日|出生日期|出生年月|出生时间|出生|生于|born(?: on| in)?|dob|date of birth|birthday|birth date)(?:是|为|在|于|:| is|\s)*"
_HEDGE = r"(?:大概|大约|差不多|刚刚?|刚满|满|已经?|都|今年|年龄|年纪|是|有|:|just|turned|about|around|already|\s)"
_END = r"(?=\s?(?:$|[,.;!?\n了啊呀哦的]))"


def _birth_date(match: re.Match[str], context: Context) -> Facts | None:
    value = read_date(match, "born", context.on)
    return None if value is None else {"birth_date": value}


def _age(match: re.Match[str], context: Context) -> Facts | None:
    said = match.groupdict()
    amount = read_amount(said["age"])
    if amount is None:
        return None
    if said.get("nominal"):
        amount = Amount(amount.min - 2, amount.max - 1)
    elif said.get("almost"):
        nearly = almost(amount)
        amount = nearly if nearly is not None else amount
        if amount.min % 10 == 8:
            amount = Amount(amount.min - 1, amount.max)
    elif said.get("below"):
        amount = Amount(_LEAST, amount.max - 1)
    elif said.get("above"):
        return None
    elif said.get("early"):
        amount = Amount(amount.min, amount.max + 4)
    elif said.get("more") and amount.min % 10 == 0:
        amount = Amount(amount.min, amount.max + 9)
    return {"age": in_years(amount)}


def in_years(amount: Amount) -> FactValue:
    """A whole number, or a range of two."""
    low, high = int(amount.min), int(amount.max)
    return low if low == high else {"min": low, "max": high}


def _decade(match: re.Match[str], context: Context) -> Facts | None:
    amount = read_amount({"thirties": "30", "twenties": "20", "forties": "40", "fifties": "50"}.get(match["decade"], match["decade"][:2]))
    return None if amount is None else {"age": {"min": int(amount.min), "max": int(amount.min) + 9}}


def _rule(pattern: str, *, with_others: bool = False) -> Rule:
    return Rule("age", compiled(pattern), _age, About.PERSON, with_others=with_others)


_ALMOST = r"(?P<almost>快要?|将近|接近|马上|差一点|奔|almost|nearly|going on)"
_BELOW = r"(?P<below>不到|不满|未满|没到|under|less than)"
_ABOVE = r"(?P<above>超过|大于|over)"
_BEFORE = rf"(?:{_HEDGE}|{_ALMOST}|{_BELOW}|{_ABOVE}|(?P<nominal>虚岁)|周岁){{0,5}}"
_AFTER = r"\s?(?:(?P<early>出头)|(?P<more>多|来|好几|几))?"

AGE = Family(
    "age",
    compiled(r"岁|年|生|\d|[一二三四五六]十|属|后|years old|born|i'?m|age|ties|dob|turned|birth|old|[a-z]ty|almost"),
    (
        Rule("birth", compiled(rf"{_BORN}{dated('born')}"), _birth_date, About.PERSON),
        Rule("birth", compiled(rf"{dated('born')}(?:\s|的)?(?:出生|生(?!效|育|活|病)(?:人|的)?|born|属[鼠牛虎兔龙蛇马羊猴鸡狗猪])"), _birth_date, About.PERSON),
        Rule("birth", compiled(rf"(?:(?<=我)|(?<=是)|(?<=[,.;\s:呢])|^){dated('born')}的(?:人|女|男)?(?=\s?(?:$|[,.;!?\n了本大硕]))"), _birth_date, About.PERSON),
        Rule("birth", compiled(rf"(?:^|(?<=[,;:\s.男女我])){dated('born')}(?=\s?(?:$|[,;\n]|\d[.]|[ ]))"), _birth_date, About.PERSON, with_others=True,
             needs=compiled(r"(?:^|[,;:\s.男女我])(?:19)?[6-9]\d年|[九八七]\S年")),
        Rule("age", compiled(r"[6-9〇零0][05]\s?后|[七八九零][零五]后|\d\d-?(?:末|初)生|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|奔[三四五]的?(?:人|了)?(?!十)"), unclear, About.PERSON),
        Rule("age", compiled(r"(?:\d+|[一二三四五六七八九十]+)岁(?:以上|以下|之前|之后|退休|的?(?:孩子|儿子|女儿|娃)|那年|时候?|就|开始)"), nothing),
        _rule(rf"(?:{_BEFORE}\s?)(?P<age>[二三四五]十有[一二三四五六七八九]|{RANGE}){_AFTER}\s?(?:周岁|岁)(?:\s?(?P<early2>出头))?(?:\s?(?:了|左右|上下))?".replace("(?P<early2>出头)", "出头")),
        _rule(rf"(?P<nominal>虚岁)(?:是|有|\s)*(?P<age>{RANGE})"),
        _rule(rf"(?P<age>{RANGE})(?P<nominal>虚岁)"),
        _rule(rf"(?:年龄|年纪|岁数|\bage(?:d| is)?|my age is){_BEFORE}[嘛:是, ]{{0,3}}(?P<age>{RANGE}){_AFTER}(?!\s?(?:年|个|月|分|倍|万|号|日|%|[-./]\d))"),
        _rule(rf"今年(?:都|已经?|刚|快|是|有|\s){{0,3}}{_BEFORE}(?P<age>[2-6]\d|[二三四五六]十[一二三四五六七八九]?){_AFTER}(?!\s?(?:年|个|月|分|倍|万|号|日|天|%|岁|\d))(?:了)?"),
        _rule(rf"我(?:呢|嘛|啊)?[, ]?{_BEFORE}(?P<age>[二三四五]十有[一二三四五六七八九]|[2-6]\d|[二三四五六]十[一二三四五六七八九]?){_AFTER}(?=\s?(?:$|[,.;!?\n了]|[^\x00-\x7f年个月分倍万号日天岁多来几块]))"),
        _rule(rf"{_ALMOST}(?P<age>[二三四五六]十|[2-6]0)(?=\s?(?:了|$|[,.;!?\n]))(?:了)?"),
        _rule(r"(?P<age>[二三四五六]十)(?P<early>出头)(?:了|的人)?"),
        _rule(r"(?P<age>[二三四五六]十)(?:好几|几|多)(?:了|的人了?)?(?=\s?(?:$|[,.;!?\n]))(?P<more>)?"),
        _rule(rf"(?P<age>{RANGE})\s?-?(?:years?[- ]old|y/?o\b|yrs? old|year-old)"),
        _rule(rf"\b(?:i'?m|i am|i'm|just turned|turned){_BEFORE}\s?{_ALMOST.replace('almost', 'nearing', 1)}?\s?(?P<age>[2-6]\d|(?:twenty|thirty|forty|fifty|sixty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?!\s?(?:%|points?|min|months?|k\b|st\b|km|weeks?|years? of|months? of|\d|[-/.]\d|years? (?:in|here|insured)))"),
        Rule("age", compiled(r"in my (?:early |mid |late |mid-|early-|late-)?(?P<decade>[2-5]0'?s|twenties|thirties|forties|fifties)"), _decade, About.PERSON),
        _rule(r"(?:^|(?<=[,;:] )|(?<=[.!] ))(?P<almost>almost|nearly) (?P<age>[2-6]\d|twenty|thirty|forty|fifty|sixty)(?=\s?(?:$|[,.;!?\n]))"),
        _rule(r"(?:^|(?<=[,;:\s+男女我])|(?<=[.!:] ))(?P<age>[2-5]\d|[二三四五]十[一二三四五六七八九]?|(?:twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?=\s?(?:$|[,;\n!?]|\.(?!\d))|\s[^\x00-\x7f])(?!\s?[年个月分倍万号日天块])", with_others=True),
    ),
)
