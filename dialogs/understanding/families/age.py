"""Age (年龄): a birth date, a birth year, or whole years.

快30 is 27 to 29, 三十出头 is 30 to 34, 三十多 is 30 to 39, 虚岁 is one or two more than the age. 90后 and the animal of
the year name no year and stay unclear.
"""

from __future__ import annotations

import re

from ..dates import MONTH_WORD, full_year, written
from ..model import Facts
from ..numerals import Amount, read_amount
from ..patterns import Lazy
from ..places import TRADES_EN
from ..quantities import almost_aged
from ..rules import About, Context, Family, Reading, Rule, compiled, interval, nothing, unclear

_LEAST, _MOST = 16, 70
_LEAST_POINTS = 50
_GROWN = 20
"""Years that, said without "old", are sooner an age than anything else."""
_PARTS = {"": (0, 9), "early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50}


def _birth_date(match: re.Match[str], context: Context) -> Facts | None:
    value = context.quantity(match, "date").date
    return None if value is None else {"birth_date": value}


def _birth_year(match: re.Match[str], context: Context) -> Facts | None:
    value = context.quantity(match, "year").date
    return None if value is None else {"birth_date": value}


def _birth_day_or_year(match: re.Match[str], context: Context) -> Facts | None:
    return (_birth_date if match["date"] else _birth_year)(match, context)


def _birth_year_of_the_republic(match: re.Match[str], context: Context) -> Facts | None:
    """民国80年生 and 80年次, as people of Taiwan count: 1991; 民国76年5月, which reads like May 1976, is May 1987."""
    if match["roc3"]:
        read = context.quantity(match, "roc3").date or ""
        return {"birth_date": f"{1911 + int(read[2:4])}{read[4:]}"}
    years = context.first(match, "roc", "roc2").years
    if years is None:
        return None
    month = read_amount(match["month"]) if match["month"] else None
    value = written(1911 + int(years.min), int(month.min) if month else None)
    return None if value is None else {"birth_date": value}


def _long_ago(match: re.Match[str], context: Context) -> Facts | None:
    """A date on its own in a list, which so long ago can only be a birth."""
    value = context.quantity(match, "date").date
    return {"birth_date": value} if value and 26 <= context.on.year - int(value[:4]) <= _MOST else {}


def _born_in_two_digits(match: re.Match[str], context: Context) -> Facts | None:
    digits = int(context.quantity(match, "number").number().min)
    return {"birth_date": str(full_year(digits, context.on))} if digits < 100 else None


def _born_in_bare_digits(match: re.Match[str], context: Context) -> Facts | None:
    """87的: a year of two digits that is too large for an age at work."""
    said = context.quantity(match, "number").number()
    return _born_in_two_digits(match, context) if _MOST <= said.min == said.max else {}


def _born_in_digits(match: re.Match[str], context: Context) -> Facts | None:
    digits = str(int(context.quantity(match, "number").number().min))
    return _born_in_two_digits(match, context) if len(digits) == 2 else birth_date_in_digits(digits, context)


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


def _bare_after_level(match: re.Match[str], context: Context) -> Facts:
    """硕士29: an age; from fifty on it may be the level's points."""
    amount = context.quantity(match, "number").number()
    return {"age": interval(amount)} if _LEAST <= amount.min <= amount.max < _LEAST_POINTS else {}


def _bare_either(match: re.Match[str], context: Context) -> Facts:
    amount = context.first(match, "number", "later", "now", "in_brackets").number()
    return {"age": interval(amount)} if _LEAST <= amount.min <= amount.max <= _MOST else {}


def _before_birthday(match: re.Match[str], context: Context) -> Facts | None:
    """I'll be 46 next month, I turn 46 in March: 45 today, where the birthday is less than a year ahead."""
    said = match.groupdict().get("birthday") is not None
    birthday = (context.quantity(match, "birthday").date or "") if said else context.on.isoformat()
    next_year = f"{context.on.year + 1}{context.on.isoformat()[4:7]}"
    amount = context.first(match, "age", "number").amount
    if amount is None or len(birthday) < 7 or birthday[:7] >= next_year:
        return None
    return {"age": interval(Amount(amount.min - 1, amount.max - 1))}


def _years_old(match: re.Match[str], context: Context) -> Facts:
    """34 yrs on its own, or "I have 38 years": nothing at all where it is no age of somebody at work."""
    said = context.quantity(match, "time")
    years = said.years
    if years is None or said.half or not _GROWN <= years.min <= years.max <= _MOST:
        return {}
    return {"age": interval(years)}


def _years_old_and_more(match: re.Match[str], context: Context) -> Facts:
    """45 years and 2 months old."""
    return {"age": interval(context.quantity(match, "time").in_years())}


def _born_on(match: re.Match[str], context: Context) -> Facts | None:
    """23/04/1990: the day and the month only where one of them can be no month."""
    first, second = (int(context.quantity(match, name).number().min) for name in ("number", "second"))
    year = int(context.quantity(match, "year").number().min)
    if (first > 12) == (second > 12):
        return {"birth_date": str(year)}
    day, month = (first, second) if first > 12 else (second, first)
    value = written(year, month, day)
    return None if value is None else {"birth_date": value}


def _decade(match: re.Match[str], context: Context) -> Facts:
    return _part_of_decade(match, _DECADES[match["decade"]])


def _decade_in_figures(match: re.Match[str], context: Context) -> Facts:
    return _part_of_decade(match, int(context.quantity(match, "number").number().min))


def _part_of_decade(match: re.Match[str], least: int) -> Facts:
    first, last = _PARTS[match["part"] or ""]
    return {"age": interval(Amount(least + first, least + last))}


def _rule(slot: str, pattern: str, read: Reading, *, with_others: bool = False, needs: Lazy | None = None) -> Rule:
    return Rule(slot, compiled(pattern), read, About.PERSON, with_others=with_others, needs=needs)


_BORN = (
    r"(?:year of birth|birth year|\byob|生日|出生日期|出生年月|出生年份?|出生时间|出生|出世(?!的)|生于|born(?: on"
    r"| in)?(?: the year(?: of)?)?|dob|d\.o\.b\.?|date of birth"
    r"|birthday"
    "|birth date)(?:是|为|在|于|:| is| )*"
)
_TITLED = compiled(r"\b(?:mr|mrs|ms|miss)\b")
_BORN_EN = (
    r"(?:\bborn (?:back |there |here )?(?:on |in |around )?(?:the )?(?:(?:early|late|mid|beginning|end|start|middle"
    r"|spring|summer|autumn|fall|winter)[ -](?:of |in )?)?"
    r"|year of birth (?:of |= ?|- ?)|\bdate of birth (?:of |= ?|- ?)|\bbirth(?:date|day| year)?:? (?:in |on "
    r"|of |= ?)?"
    r"|\bborn[:,] |\bborn in the year of the [a-z]+,? (?:that's |i\.e\.,? |so )?|(?:^|(?<=[ ,;(/]))b\. ?)"
)
_BIRTHDAY_EN = (
    r"(?:(?:next week|tomorrow|soon|shortly|any day|later this (?:month|year)|before the end of the year"
    r"|at christmas|at new year|in (?:a few|a couple of|[\ue007]) (?:days|weeks)|in (?:\ue000)|this month)\b|(?:in|on"
    r"|this|next|come) "
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)(?! [\ue006])"
    r"|(?:in |on )?(?P<birthday>[\ue004]))"
)
_NO_LABEL_EN = "".join(
    rf"(?<!{end})" for end in ("months: ", "base: ", "years: ", "si: ", "insurance: ", "total: ", "points: ")
)
"""What is counted in a field that names no age."""
_STOP = r"(?=\s?(?:$|[,.;!?\n了啊呀哦的]))"
_NO_MEASURE = "".join(
    rf"(?<!\b{word} )"
    for word in ("last", "past", "next", "of", "in", "than", "to", "for", "at", "by", "is", "was", "only")
)
"""What an English number of something else stands after."""
_ALMOST = r"(?P<almost>快要?到?|将近|接近|奔|almost|nearly)"
_ALREADY = r"(?:呢|嘛|啊|也|才|都|已经?|刚好|正好|整|刚刚?|刚满|满|是|有|just|turned|already| )*"

AGE = Family(
    "age",
    compiled(r"<age>|<date>|<number>|<time>|后|次|民国|属|奔|ties\b|\d0's"),
    (
        _rule(
            "birth",
            r"民国(?P<roc>[\ue000\ue005])\s?(?:(?P<month>[一二三四五六七八九十]{1,2}|\d{1,2})月份?)?(?:出生"
            r"|出世|生|次)"
            r"|民国(?P<roc3>\ue003)\s?(?:出生|出世|生)|(?P<roc2>[\ue000\ue005])次(?=\s?(?:$|[,.;!?\n的生]))",
            _birth_year_of_the_republic,
        ),
        _rule(
            "birth",
            r"(?:on|since|until|till|by|from) (?:the )?"
            rf"(?:{MONTH_WORD}\.? <number>|<number=second>(?:th|st|nd|rd)? {MONTH_WORD}\b)",
            nothing,
        ),
        _rule("birth", rf"{_BORN}<number>[/.-]<number=second>[/.-]<calendar=year>", _born_on),
        _rule("birth", rf"{_BORN}<date>", _birth_date),
        _rule(
            "birth",
            (
                r"<date>\s?的?(?:出生|出世|(?<!孩子)生日|生(?!效|育|活|病|日|小孩|孩子|娃|了)(?:人|的)?|born"
                "|(?:白羊|牡羊|金牛|双子|巨蟹|狮子|处女|天秤|天蝎|射手|摩羯|水瓶|双鱼)座"
                r"|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|[鼠牛虎兔龙蛇马羊猴鸡狗猪](?=\s?(?:$|[,.;])))"
            ),
            _birth_date,
        ),
        _rule(
            "birth",
            (
                r"(?:(?<=[我是:呢男女])|(?<=[,.;\s])|^)<date>[底初]?的(?:人|女|男)?(?=\s?(?:$"
                r"|[,.;!?\n了本大硕专]))"
            ),
            _birth_date,
        ),
        _rule("birth", rf"{_BORN}(?:in )?['`]<number>", _born_in_two_digits),
        _rule(
            "birth",
            rf"{_BORN_EN}(?:<day=date>|<year>)",
            _birth_day_or_year,
            needs=compiled(r"born|birth|\bb\."),
        ),
        _rule("birth", r"(?<=[我男女])是?<day=date>(?=\s?(?:$|[,;\n.]))", _long_ago),
        _rule(
            "birth",
            r"(?:^|(?<=[,;:\s/+我男女])|(?<=说是)|(?<=具体是))<day=date>(?=\s|$|[,;\n/+])",
            _long_ago,
            with_others=True,
        ),
        _rule("birth", r"<day=date>次(?=\s?(?:$|[,.;!?\n的生]))", _birth_date),
        Rule(
            "birth",
            compiled(
                r"(?:具体|身份证上?|证件上?|户口本上?)(?:写的?|登记的?|的|我)*[是:]?(?:<day=date>|<year>)"
                r"(?=\s?(?:$|[,.;!?\n的]))"
            ),
            _birth_day_or_year,
            About.PERSON,
            rank=1,
        ),
        _rule("birth", r"属[鼠牛虎兔龙蛇马羊猴鸡狗猪]的?[,\s]?(?:<day=date>|<year>)(?!后)", _birth_day_or_year),
        _rule(
            "birth", r"(?:(?<=[我男女俺])|(?<=自己)|(?<=本人)|(?<=楼主))是?<year>(?=\s?(?:$|[,;\n.他她]))", _birth_year
        ),
        _rule("birth", r"(?:^|(?<=[,;:\s]))<year>的?(?=[男女])", _birth_year),
        _rule(
            "birth",
            r"(?<=[我男女])是?<year>(?=(?:大专|本科|硕士|博士|高中|初中|中专)(?!毕业|入学))",
            _birth_year,
        ),
        _rule(
            "birth",
            r"(?:^|(?<=[,;:.\s我男女是]))<number>的(?:人|女|男|[,\s])?(?=\s?(?:$|[,.;!?\n本大硕专]))",
            _born_in_bare_digits,
            with_others=True,
        ),
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
        _rule(
            "age",
            r"(?:(?:^|(?<=[.,;:] ))|(?:i'll be|i will be|i turn|i'm turning|i'm|i am|turning|turn|turns|will be"
            r"|will turn) )(?:<number>|<age>) "
            rf"{_BIRTHDAY_EN}",
            _before_birthday,
            needs=compiled(r"\bturn|\bbe \S|next week|tomorrow|\bsoon|\ue004"),
        ),
        _rule("age", r"(?<!i'm )turning (?:<number>|<age>)", unclear),
        _rule("age", r"going on (?:<number>|<age>)", nothing),
        _rule(
            "age",
            r"(?:had|celebrated|passed|past|after|reached|since) (?:my|her|his) <number>(?:st|nd|rd|th) birthday",
            _bare,
            needs=compiled("birthday"),
        ),
        _rule("age", r"<time>(?= old\b)", _years_old_and_more, needs=compiled(r"\ue000 old")),
        _rule("age", r"about to (?:turn|be) (?:<number>|<age>)", _before_birthday, needs=compiled("about to")),
        _rule("age", r"(?<=\b[mf]/)<number>(?=\s?(?:$|[,;/ ]))", _bare, needs=compiled(r"\b[mf]/")),
        _rule("age", r"\b(?:mr|mrs|ms|miss)\.? [a-z]+,? <number>(?=\s?(?:$|[,;]| [a-z]))", _bare, needs=_TITLED),
        _rule(
            "age",
            r"(?:^|(?<=[,.;:/(] )|(?<=[,.;:/(])|(?<=hukou )|(?<=local )|(?<=and ))me:? <number>(?=\s?(?:$|[,.;/]|"
            r" (?!points?"
            r"|percent)[a-z]))",
            _bare,
            needs=compiled(r"\bme\b"),
        ),
        _rule("age", r"\b(?:me|myself|i|self|applicant)[:,]? ?\(<number>\)", _bare),
        _rule("age", r"<age>(?:了| now)?", _age),
        _rule(
            "age",
            r"(?=[\ue000\ue005])(?:^|(?<=[.;,:/(|] )|(?<=[.;,:/(|])|(?<=\bage )|(?<=\bage: )|(?<=\baged )"
            r"|(?<=\bi'm )|(?<=\bi am )|(?<=\bi have )|(?<=\bhe is )|(?<=\bshe is )|(?<=\bhe's )|"
            r"(?<=\bshe's )|(?<=\bhi )|(?<=\bmyself ))"
            r"<time>(?: completed| running| now)?(?=\s?(?:$|[,;:/)|!?\n]|\.(?!\d)|\band\b))",
            _years_old,
            with_others=True,
        ),
        _rule(
            "age",
            (
                rf"\b(?:he|she|who|herself|himself|employee|colleague|applicant|candidate|{TRADES_EN}|(?:mr"
                rf"|mrs|ms|miss)\.? [a-z]+)(?:'s| is)(?: now| already| just| currently)? <number>(?=\s?(?:$"
                rf"|[,.;!?\n]| and\b| with\b| years?\b))"
            ),
            _bare,
            needs=compiled(
                r"\b(?:he|she|who|herself|himself|employee|colleague|applicant|candidate|our|mr|mrs|ms|miss)\b"
            ),
        ),
        _rule(
            "age",
            (
                r"(?=[\ue006\ue007])(?:^|(?<=[,.;:(] )|(?<=[,.;:(])|(?<=hii )|(?<=hiii )|(?<=hello )|"
                r"(?<=hi ))<number>(?= here\b|\s?(?:male|female|man|woman|guy)\b|\s?y\.o\b| at present\b"
                r"| currently\b)"
            ),
            _bare,
        ),
        _rule(
            "age",
            (
                r"\bam <number>(?= with\b| and\b|[,.;])|(?:^|(?<=[,.;] ))(?:at|currently) <number=now>(?=,| i\b"
                r"| with\b| (?:and|going on)\b)|\b(?:employee|applicant|candidate|colleague)"
                r" [(]<number=in_brackets>[)]|"
                r"(?<=[,;] )is <number=later>(?= and\b)"
            ),
            _bare_either,
        ),
        _rule("age", r"(?:^|(?<=[,;\s男女]))(?:年|刚满|刚过)<number>(?=\s?(?:$|[,.;!?\n]))", _bare),
        _rule("birth", r"<number>(?:出生|生)(?=\s?(?:$|[,.;!?\n]))", _born_in_digits),
        _rule("age", r"生日[,]?(?:就|刚|已经?|我|满|就满|才|是|了)*<number>(?:了|岁)(?=\s?(?:$|[,.;!?\n]))", _bare),
        _rule("age", r"\bage[sd]?(?: is|:|=|-)?(?: about)? ?<time>", _years_old),
        _rule(
            "age",
            (
                r"(?:年龄|年纪|岁数|\bage(?:d| is|:)?|my age is)(?:嘛|呢|的话|这块|不小了|不大|[写打填说输]错了|应该"
                r"|其实|更正|改成|在|是|:|,|="
                rf"| )*{_ALREADY}(?:不是<number=wrong>[, ]*(?:而|应该)?是)?<number>(?!\s?[年月分万%])"
            ),
            _bare,
        ),
        Rule(
            "age",
            compiled(r"(?<![分数])(?:现在|目前)(?:还|是|才)*<number>(?=\s?了?\s?(?:$|[,.;!?\n]))"),
            _bare,
            About.PERSON,
            needs=compiled(r"[岁虚满\ue001]|生日|年龄|[\ue004][^,.;!?\n]{0,4}\ue007"),
        ),
        _rule("age", rf"今年{_ALREADY}{_ALMOST}?<number>(?!\s?[年月分万%])(?:了)?", _bare),
        _rule(
            "age",
            (
                rf"(?:我(?:自己|呢)?|本人|楼主|\blz\b|俺|小弟|小妹|在下)(?:呢|嘛"
                rf"|啊)?[, ]?{_ALREADY}{_ALMOST}?<number>(?=\s?(?:$|[,.;!?\n了]"
                "|[本大专硕博女男]))"
            ),
            _bare,
        ),
        _rule("age", r"(?:儿子|女儿|孩子)(?:今年|都|已经?)*<number>(?=\s?(?:$|[,.;]))", _bare),
        _rule(
            "age",
            r"(?=[\ue006\ue007])(?:(?<=硕士)|(?<=本科)|(?<=大专)|(?<=博士)|(?<=双证))<number>(?=\s?(?:$|[,.;!?\n]))",
            _bare_after_level,
            with_others=True,
        ),
        _rule("age", rf"{_ALMOST}\s?<number>(?:的人)?(?:了)?(?=\s?(?:$|[,.;!?\n]))", _bare),
        _rule(
            "age",
            (
                rf"\b(?:i'?m|i am|turned|became|hit){_ALREADY}\s?{_ALMOST}?\s?<number>(?!\s?(?:%|points?|min|k\b|st\b"
                r"|km|weeks?|\d|[-/.]\d))"
            ),
            _bare,
        ),
        _rule(
            "age",
            (
                r"(?:in (?:my|her|his) |\b(?=early|mid|late))(?:(?P<part>early|mid|late)[- ])?(?P<decade>twenties"
                r"|thirties|forties|fifties)"
            ),
            _decade,
        ),
        _rule(
            "age",
            r"(?:in (?:my|her|his) |\b(?=early|mid|late))(?:(?P<part>early|mid"
            r"|late)[- ])?<number>'?s\b",
            _decade_in_figures,
        ),
        _rule(
            "age",
            (
                rf"(?=[\ue006\ue007])(?:^|(?<=[,;:\s+/(男女])|(?<=单身)|(?<=[未已]婚)"
                rf"|(?<=离异)){_NO_MEASURE}{_NO_LABEL_EN}<number>(?=\s?了?\s?(?:$"
                rf"|[,;\n!?/(]|\.(?!\d)|[mf]\b|this year)"
                r"|\s[^\x00-\x7f]| (?:and|going on)\b)"
            ),
            _bare,
            with_others=True,
        ),
    ),
)
