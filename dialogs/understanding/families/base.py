"""Contribution base (缴费基数) as a multiple of the reference wage, and the months at a multiple.

A base in yuan becomes a multiple, rounded down to four decimals, so that it never reaches a tier it did not; 八千多 is
8000 to 8999, and 一万五以上 ends at the legal cap. A wage is not a base. 最低基数 is the legal lower limit of the day,
which lies below 0.8 times the reference wage; 最高基数 names no multiple. Months are heard only where the text says how
long that multiple was paid; they go to the highest tier the multiple reaches, at most as many as the tier's window
holds.
"""

from __future__ import annotations

import re

from ..limits import BASE_WINDOWS
from ..model import Facts
from ..numerals import Amount
from ..rules import Context, Family, Reading, Rule, compiled, interval, nothing, unclear
from .insurance.last_year import LAST_YEAR, is_a_year
from .insurance.words import TOPIC

_LEAST_YUAN, _MOST_YUAN = 1000, 60000
_LARGEST_MULTIPLE = 4
_YEAR = 12
_TIERS = ("3", "2", "1", "0.8")
_WORDS = {"twice": 2, "double": 2, "doubled": 2, "triple": 3}


def in_multiples(yuan: Amount, reference_wage: int) -> Facts | None:
    """A base in yuan as a multiple of the reference wage, rounded down; ``None`` for what no base can be."""
    if not _LEAST_YUAN <= yuan.min <= yuan.max <= _MOST_YUAN:
        return None
    return _said(Amount(*(int(end) * 10000 // reference_wage / 10000 for end in yuan)))


_LIMITS = (("2026-07", 7546, 37731), ("2025-07", 7460, 37302), ("2024-07", 7384, 36921), ("2023-07", 7310, 36549))
"""Yuan a month between which a base must lie, by the month from which that holds: the limits that the city publishes
with the average wage (市人社局, the latest on 2026-08-18)."""


def _limits(context: Context) -> tuple[int, int] | None:
    """The lowest and the highest base on the day; ``None`` before those that are known."""
    return next(((low, high) for since, low, high in _LIMITS if since <= context.on.isoformat()), None)


def lowest(match: re.Match[str], context: Context) -> Facts | None:
    """最低基数 in multiples of the reference wage."""
    limits = _limits(context)
    return None if limits is None else in_multiples(Amount(limits[0], limits[0]), context.reference_wage)


def yuan_said(amount: Amount, more: str | None, context: Context) -> Amount | None:
    """The yuan of 八千多, 一万出头 and 一万五以上; ``None`` where what is said has no end."""
    if not more:
        return amount
    if more in ("以上", "及以上", " or more"):
        limits = _limits(context)
        return Amount(amount.min, limits[1]) if limits is not None and amount.min <= limits[1] else None
    if more in ("多", "好几"):
        return Amount(
            amount.min, amount.max - 1 + next((unit for unit in (10000, 1000, 100) if amount.min % unit == 0), 10)
        )
    return Amount(amount.min, amount.max + amount.max / 10)  # 多一点, 出头: not a tenth more


def _said(times: Amount) -> Facts:
    low, high = (int(end) if end == int(end) else end for end in times)
    return {"base_multiple": low if low == high else {"min": low, "max": high}}


def _yuan(match: re.Match[str], context: Context) -> Facts | None:
    said = yuan_said(context.quantity(match, "number").number(), match.groupdict().get("more"), context)
    return None if said is None else in_multiples(said, context.reference_wage)


def _multiple(match: re.Match[str], context: Context) -> Amount:
    if word := match.groupdict().get("word"):
        return Amount(_WORDS[word], _WORDS[word])
    return context.quantity(match, "times").number()


def _times(match: re.Match[str], context: Context) -> Facts:
    return _said(_multiple(match, context))


def _times_or_word(match: re.Match[str], context: Context) -> Facts:
    return _times(match, context) if match["word"] else _said(context.quantity(match, "paid").number())


def _twice(match: re.Match[str], context: Context) -> Facts:
    return _said(Amount(2, 2))


def _once(match: re.Match[str], context: Context) -> Facts:
    return _said(Amount(1, 1))


def _times_now(match: re.Match[str], context: Context) -> Facts:
    return _said(context.first(match, "times", "but").number())


def _between(match: re.Match[str], context: Context) -> Facts | None:
    low = context.quantity(match, "low").number()
    high = _multiple(match, context)
    return _said(Amount(low.min, high.max)) if low.min <= high.max else None


def _times_for(match: re.Match[str], context: Context) -> Facts:
    """A multiple and how long it was paid."""
    times, time = _multiple(match, context), context.quantity(match, "time")
    facts = {} if match.groupdict().get("least") else _said(times)
    tier = _tier(times)
    if "," in match[0] and (time.months or time.years) and time.in_months().min > BASE_WINDOWS["1"]:
        return facts  # a time apart from the multiple and longer than its window is that of the insurance
    if tier is not None and (time.months or time.years):
        low, high = (min(int(end), BASE_WINDOWS[tier]) for end in time.in_months())
        if low == high:
            facts["base_months"] = {tier: low}
    return facts


def _months_at(match: re.Match[str], context: Context) -> Facts | None:
    """基数达到2倍的有36个月: those months, and nothing of the usual base."""
    facts = _times_for(match, context)
    return {"base_months": facts["base_months"]} if "base_months" in facts else None


def _months_in_window(match: re.Match[str], context: Context) -> Facts | None:
    """So many months of the last year at 1x, or of a longer window at a multiple."""
    times, months = _multiple(match, context), _months(match, context)
    tier = _tier(times)
    if months is None or tier is None:
        return None
    if is_a_year(context.quantity(match, "year_back")):
        return {"base_1x_months_last_12": interval(months)} if times.min >= 1 else {}
    return {"base_months": {tier: min(int(months.min), BASE_WINDOWS[tier])}} if months.min == months.max else None


def _of_a_window(match: re.Match[str], context: Context) -> Facts | None:
    """36 of the last 48 months at 1x: months of the window that was said, and no usual base."""
    times = _multiple(match, context)
    months = _months(match, context)
    window = match.groupdict().get("year_back")
    span = context.quantity(match, "year_back" if window else "window")
    length = span.in_months() if window else span.number()
    tier = _tier(times)
    if months is None or tier is None or length.min != length.max:
        return None
    if length.min == _YEAR:
        return {"base_1x_months_last_12": interval(months)} if times.min >= 1 else {}
    return {"base_months": {tier: min(int(months.min), BASE_WINDOWS[tier])}} if months.min == months.max else None


def _every_month_at(match: re.Match[str], context: Context) -> Facts:
    """Every month of the last year at 1x or more."""
    at_least_1x = _multiple(match, context).min >= 1
    return {"base_1x_months_last_12": 12} if at_least_1x and is_a_year(context.quantity(match, "year_back")) else {}


def _months(match: re.Match[str], context: Context) -> Amount | None:
    if match["time"] is not None:
        return context.quantity(match, "time").months
    return context.quantity(match, "number").number()


def _tier(times: Amount) -> str | None:
    """The highest tier that a multiple reaches."""
    return next((name for name in _TIERS if float(name) <= times.min), None)


def _yuan_or_times(match: re.Match[str], context: Context) -> Facts | None:
    """A number without a unit after the word base: a small one is a multiple."""
    if match.groupdict().get("times"):
        return _times(match, context)
    amount = context.quantity(match, "number").number()
    return _said(amount) if 0 < amount.min <= amount.max <= _LARGEST_MULTIPLE else _yuan(match, context)


def _said_exactly(match: re.Match[str], context: Context) -> Facts:
    """The number that a rough word was followed by: 不到1倍, 9500."""
    if match["number"] is None:
        return _said(context.quantity(match, "times").number())
    return _yuan(match, context) or {}


def _rule(pattern: str, read: Reading, *, rank: int = 0) -> Rule:
    return Rule("base", compiled(pattern), read, rank=rank)


_ANY = r"[^.;!?\n]{0,12}?"
_BASE = (
    r"(?:社保基数|[缴交]费?纳?基数|基数|(?:contribution |social insurance "
    r"|shebao )?base(?: (?:salary|wage|amount))?(?: (?:for"
    r"|of)(?: my)? (?:social insurance|shebao|contributions?))?)"
)
_FILL = (
    r"(?:\s?(?:[是为按都在的月交缴就到了也有一直]|平均工资|社平工资|社平|上海|工资|每个?月|上一?年度?"
    "|刚好|正好|只有|只|才|就|仅|从|起|开始|今年|去年|[\\ue003]度?|(?:调整?|涨|提高?|升|改|变)[到成为至]了|[低高],"
    "|不高,|很[低高],|公司|单位|给我|给|按照|人民币|约|将近|目前|现在|达到|大概|大约|差不多|[:=,]|is|of|at"
    "|around|about|my|was|being|only|just|has been|the|rmb|cny|yuan|¥"
    r"|￥)){0,8}\s?"
)
_SPAN_EN = r"(?:<time=year_back>|<number=window>)"
_TIMES_EN = r"(?:<times>|(?P<word>twice|double|triple))"
_MONTH_EN = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_PAID = (
    r"(?P<least>以上)?(?![,\s]+社保)(?:给我|给|(?<![,\s])社保|已经?|一直|连续|累计|的|整|[,\s]|[交缴]纳?|[了满过足])*"
)
_AVERAGE = r"(?:社平工资|社平|平均工资)?"
MORE = r"(?:元|块钱?)?(?P<more>好几|多一?点儿?|多些|多|出头|及?以上| or more)?"
"""What comes on top of a sum."""

BASE = Family(
    "base",
    compiled(r"基数|<times>|base|工资|月薪|年薪|薪水|收入|salary|wage|earn|i make |twice|double|triple"),
    (
        Rule(
            "base",
            compiled(
                rf"(?:for|over|during|in|these) (?:the )?(?:last|past) <time>,?[^.;!?\n\ue000-\ue007]{{0,12}}\bbase"
                rf"[^.;!?\n\ue000-\ue007]{{0,20}}?{_TIMES_EN}"
            ),
            _times_for,
            rank=1,
            needs=compiled(r"(?:last|past) \ue000"),
        ),
        Rule(
            "base",
            compiled(
                r"\ue000 at (?:the |a )?\ue002(?: base)?,? (?:then|and|plus|followed by|later) [\ue000\ue007] at"
                r" (?:the |a )?\ue002"
            ),
            unclear,
            rank=3,
        ),
        Rule(
            "base",
            compiled(
                rf"(?:<time>|<number>) (?:months? )?(?:out )?(?:of|in) (?:the |my )?(?:last "
                rf"|past )?{_SPAN_EN}(?: months?)?(?: (?:was|were|is|are|paid|base|have been|with|a|of|my"
                rf"|on|reached))* (?:at|with|at least|over|above|on)?(?: (?:a|the|my))? ?{_TIMES_EN}"
            ),
            _of_a_window,
            rank=2,
        ),
        Rule(
            "base",
            compiled(
                rf"(?:<time>|<number>) (?:were |was |are |is |paid |months )*(?:at|with|on|of) (?:a "
                rf"|the )?{_TIMES_EN}(?: the)?(?: contribution)?(?: base| average)?,? (?:in|over|during"
                rf"|of|out of|within) (?:the )?(?:last|past) {_SPAN_EN}"
            ),
            _of_a_window,
            rank=2,
        ),
        Rule(
            "base",
            compiled(
                rf"{_TIMES_EN}(?: the)?(?: contribution)?(?: base| average)? (?:for|in) (?:<time>"
                rf"|<number>)(?: months)? (?:in|over|during|of|out of|within) (?:the )?(?:last"
                rf"|past) {_SPAN_EN}"
            ),
            _of_a_window,
            rank=2,
        ),
        _rule(
            r"(?<=[达到够是在])<times>(?P<least>以上)?(?:的|基数)*的(?:月份?)?(?:一共|总共|累计|已经?"
            r"|共)*[有是]<time>",
            _months_at,
        ),
        _rule(r"<times>(?P<least>以上)?(?:的|基数)*的月份?(?:一共|总共|累计|已经?|共)*[有是]<time>", _months_at),
        Rule(
            "base_1x",
            compiled(
                rf"{LAST_YEAR}(?:的?(?:社保|缴费)?基数)?(?:都|全|每个?月|一直)+(?:都|[是在有够按]|基数|达到)*<times>"
            ),
            _every_month_at,
        ),
        Rule(
            "base_1x",
            compiled(
                r"<times>[^.;!?\n\ue000-\ue007]{0,10}(?:all|each|every)(?: of)?(?: month)?(?: of| in)?(?: the| my)* "
                r"(?:last|past) <time=year_back>"
            ),
            _every_month_at,
        ),
        Rule("base_1x", compiled(rf"<times>的?(?:社平|社保)?(?:的)?基数,?{LAST_YEAR}{_ANY}<time>"), _months_in_window),
        Rule(
            "base_1x",
            compiled(
                r"(?:<time>|<number>) (?:out )?of (?:the |my )?(?:last"
                r"|past) <time=year_back>[^.;!?\n\ue000-\ue007]{0,24}<times>"
            ),
            _months_in_window,
        ),
        Rule(
            "base_1x",
            compiled(
                r"<time>[^.;!?\n\ue000-\ue007]{0,16}<times>[^.;!?\n\ue000-\ue007]{0,12}(?:(?:in|over|during"
                r"|of|within) )(?:the )?(?:last|past) <time=year_back>"
            ),
            _months_in_window,
        ),
        Rule(
            "base_1x",
            compiled(
                rf"{LAST_YEAR}[^.;!?\n\ue000-\ue007]{{0,6}}<times>(?:以上|基数|社平|的|[有,交缴满足了]|\s)*<time>"
            ),
            _months_in_window,
        ),
        Rule("base_1x", compiled(rf"{LAST_YEAR}{_ANY}<time>{_ANY}<times>"), _months_in_window),
        Rule("base_1x", compiled(rf"(?:基数|base){_ANY}<times>{_ANY}{LAST_YEAR}{_ANY}<time>"), _months_in_window),
        _rule(r"[交缴]纳?社保的?(?:工资|金额|标准)(?:标准)?(?:是|为|按)*<number>", _yuan),
        _rule(
            rf"{_BASE}(?:[是为按就都交缴]|一直|目前|现在)*(?:我的?|本人)?(?:全额|足额|全部|实际|每?月|应发)的?"
            rf"(?:工资|薪资|收入)(?:来|的|[交缴是为,:]|\s)*<number>{MORE}",
            _yuan,
        ),
        _rule(
            (
                "(?:工资|月薪|年薪|薪水|薪资|到手|税前|税后|收入|底薪|(?<!base )salary|wage|income|earn(?:ing)?"
                r"|i make)(?!的)[^,.;!?\n]{0,8}?<number>"
            ),
            unclear,
            rank=-1,
        ),
        _rule(r"公积金(?:的|缴存|月缴存)?基数[^,.;!?\n]{0,6}?(?:<number>|<times>)?", nothing),
        _rule(rf"(?<!平均)(?<!社平)(?:工资|收入)(?:是|有)?{_AVERAGE}的?<times>", unclear, rank=-1),
        _rule(rf"{_BASE}{_FILL}(?:最低|最高|顶格|封顶|上限|下限)(?:档|标准|线|基数)?(?:的|是|[:(])*<number>", _yuan),
        _rule(
            (
                "(?:最高|顶格|封顶)(?:档|标准)?的?(?:社保|缴费)?基数|基数(?:[是按就都交缴的]|一直"
                r"|\s)*(?:最高|顶格|封顶)(?:档|的|标准|限)?|(?:maximum|highest) (?:contribution )?base"
            ),
            unclear,
            rank=-1,
        ),
        _rule(
            (
                "最低(?:档|标准)?的?(?:社保|缴费)?(?:基数|标准交|标准缴)|基数(?:[是按就都交缴的]|一直|公司|给我"
                r"|\s)*最低(?:档|的|标准|限)?|按最低(?:标准|档)?[交缴]的?(?:社保)?"
                "|(?:minimum|lowest) (?:social insurance )?(?:contribution )?base"
                "|base (?:is|at|of)(?: the| at the)* (?:legal )?(?:minimum|lowest)"
            ),
            lowest,
            rank=-1,
        ),
        _rule(rf"{_BASE}{_FILL}<times=low>\s?(?:到|至|-|~|to)\s?<times>(?:之间)?", _between),
        _rule(
            (
                rf"(?:{_BASE}{_FILL}|按|以)?<times>的?{_AVERAGE}的?(?:社保基数|缴费基数|基数|社保"
                rf"|base)?{_PAID}<time>了?(?!\s?(?:的?社保|insured|of |social|shebao|si\b|insurance"
                rf"|married))"
            ),
            _times_for,
        ),
        _rule(
            ("(?P<word>twice|double|triple)(?: the)?(?: reference| average)? (?:wage|base)(?: paid)? for <time>"),
            _times_for,
        ),
        _rule(
            r"(?<![交缴][满了])<time>(?:都|全|一直|均|基数|[是有在够的]|达到)*<times>(?:的|基数|社平"
            r"|平均工资)*(?P<least>以上)?",
            _times_for,
        ),
        _rule(
            r"<time> (?:at|on|with) (?:an? |the )?(?:<times>|(?P<word>twice|double|triple))(?: the)?(?: base)?",
            _times_for,
        ),
        _rule(r"<times>(?: the)?(?: reference| average)? ?(?:wage|base)?(?: paid)? for <time>", _times_for),
        _rule(
            (
                rf"{_BASE}{_FILL}<times>(?:(?!\b(?:work|insur|shebao|social|marri|liv|in |si\b)|社保|工作"
                rf"|结婚|居住|[\ue000-\ue007])[^.;!?\n]){{0,32}}?(?:for|满|交了|缴了|持续|已经?) ?(?:the "
                rf"(?:last|past) )?<time>"
            ),
            _times_for,
        ),
        _rule(
            r"基数(?:从"
            r"|由)?[^.;!?\n\ue004]{0,6}?<number=old>[^,.;!?\n\ue004\ue007]{0,4}[涨调升提降改][整高]?[到成至为]了?"
            r"[^,.;!?\n\ue004\ue007]{0,5}?<number>",
            _yuan,
        ),
        Rule(
            "base",
            compiled(
                r"基数[^.;!?\n\ue000-\ue007]{0,4}(?:(?:不到|没到|不足|接近|将近|差不多|大概)\ue002"
                r"|\ue002(?:不到|出头|左右|上下|多))"
                r"[^.;!?\n\ue000-\ue007]{0,4},\s?(?:是|就|才|具体|大概|差不多"
                r"|一个月|每个?月|也就|只有)*(?:<number>(?:元|块)?|<times>)(?=\s?(?:$|[,.;!?\n]))"
            ),
            _said_exactly,
            rank=1,
        ),
        _rule(rf"{_BASE}{_FILL}<times>(?:以上)?(?!差|不到)", _times),
        _rule(
            (
                r"(?:contribution )?base(?: is|:|,|=| of| at| paid| set| has been| was| stands)* (?P<word>twice"
                r"|doubled?|triple)\b|"
                r"(?:base|pa(?:ys?|id|ying)|contribut(?:es?|ed|ing))(?: [a-z]+){0,4}? (?:at "
                r"|of )?<times=paid>(?= the (?:average|reference|social)| average| reference| base)"
            ),
            _times_or_word,
        ),
        _rule(rf"{_BASE}(?: is|:|,)* <number=low> (?:and|to) <times>", _between),
        Rule(
            "base",
            compiled(
                r"(?:今年|现在|目前|[\ue003])(?:开始|起|份)*(?:就|都|是|按|变成?|涨到?|调到?|了)*<times>"
                r"(?=\s?(?:的|了)?\s?(?:$|[,.;!?\n]))"
            ),
            _times,
            rank=1,
            needs=compiled("基数"),
        ),
        _rule(r"(?:双|两|二)倍(?:的)?(?:社保|缴费)?基数", _twice),
        _rule(
            r"base (?:is|equals|equal to)(?: equal to)? (?:exactly )?(?:the )?(?:average|reference) (?:wage|salary)",
            _once,
        ),
        _rule(
            r"(?:insured|insurance|contributions?|shebao|社保)(?: paid| is| are)? (?:at|on|with) (?:a )?<times>", _times
        ),
        _rule(r"按<times>(?:公司|单位|给|帮|我|来)*[交缴]", _times),
        Rule(
            "base",
            compiled(
                r"(?:我|其实|实际上?|现在|目前)(?:我|就|才|还|只有?|都|也|一直|是|按|的)+<times>(?=\s?(?:的"
                r"|了)?\s?(?:$|[,.;!?\n]))"
            ),
            _times,
            rank=1,
            needs=compiled("基数|\ue002[交缴]"),
        ),
        Rule(
            "base",
            compiled(
                r"(?:\bnow\b|\btoday\b|actually|currently|corrected|payroll says)(?: at my new job"
                r"| [a-z]+)??,? (?:it's|it is|says|is|at)* ?<times>"
                r"|(?:but|it's|it is) <times=but>(?=,? (?:hr|payroll|now|today))"
            ),
            _times_now,
            rank=1,
            needs=compiled(r"\bbase\b"),
        ),
        _rule(rf"{_BASE}{_FILL}<number>{MORE}(?!的?\ue002)(?:元|块钱?|rmb|yuan)?(?:左右|上下)?", _yuan_or_times),
        _rule(
            (f"(?:按|以|就是|是)?{_AVERAGE}的?<times>的?{_AVERAGE}的?(?:社保基数|基数|社保|在?[交缴]纳?(?:的|社保)?)"),
            _times,
        ),
        _rule(r"社保(?:[是按交缴的]|一直|目前)*<times>", _times),
        _rule(r"<times> (?:the )?(?:contribution )?base", _times),
        Rule(
            "base",
            compiled(
                r"(?:raised|increased|gone up|went up|moved|changed|adjusted|lowered|dropped|reduced|risen|rose)"
                r"(?: from [\ue002\ue007](?: yuan| rmb)?)? to (?:<times>|<number>)"
            ),
            _yuan_or_times,
            rank=1,
            needs=compiled(r"\bbase\b"),
        ),
        _rule(r"(?:^|(?<=[,;/ ]))<number>(?: yuan| rmb)?(?: contribution| social insurance| shebao)? base\b", _yuan),
        _rule(
            r"(?:insurance|shebao|contributions?|\bsi\b)(?: is| are)?(?: paid| calculated| based| computed)? (?:on"
            r"|at) (?:a |the )?"
            r"(?:basis of |wage of |salary of |amount of )?(?:rmb |cny |¥ ?)?<number>(?!\s?(?:months?|years?|%"
            r"|points?|of))",
            _yuan,
        ),
        Rule(
            "base",
            compiled(rf"<times> since (?:{_MONTH_EN}|[\ue003\ue006])"),
            _times,
            rank=1,
            needs=compiled(r"\bbase\b"),
        ),
        _rule(r"\bbase\b[^.;,!?\n\ue000-\ue007]{0,24}\(<times>", _times),
        Rule(
            "base",
            compiled(
                rf"(?:right now|\bnow|today|currently|at present|this year|\ue003|since {_MONTH_EN}|since"
                rf" [\ue003\ue006]|from"
                rf" [\ue003\ue006])"
                r"(?:'s| it's| it is| it's been| it has been| has been| is| at|,| on| just| only| my| base| stands|"
                r" rmb)*"
                r" <number>(?!\s?(?:years?|months?|points?|of|out|%))(?: yuan| rmb)?(?=\s?(?:$|[,.;!?\n]| a month))"
            ),
            _yuan_or_times,
            rank=1,
            needs=compiled(r"\bbase\b"),
        ),
        Rule(
            "base_1x",
            compiled(
                r"(?:last|past) <time=year_back>[^.;!?\n\ue000-\ue007]{0,24}<time>[^.;!?\n\ue000-\ue007]{0,36}?"
                r"(?:at least |over |above |of |at )*<times>"
            ),
            _months_in_window,
            rank=1,
            needs=compiled(r"\bbase\b"),
        ),
        Rule(
            "base",
            compiled(
                r"(?:last|past) <time=year_back>[^.;!?\n\ue000-\ue007]{0,24}(?:<time>|<number>)(?: months?)? (?:were "
                r"|was )?"
                rf"(?:at|on|with|above|over|reached|of)(?: or above| or over| least| or more than| or higher than| a|"
                rf" the)* "
                rf"{_TIMES_EN}"
            ),
            _of_a_window,
            rank=2,
        ),
        Rule(
            "base",
            compiled(
                r"(?:今年|现在|目前|实际上?|其实|\ue003[起开份])(?:上|始|查了|公司|单位|[是为按只才就给我还]"
                r"|[调涨提升降改]整?高?[到至为成]了?|\s)*"
                r"(?:<times>|<number>)(?:元|块)?了?(?=\s?(?:$|[,.;!?\n]))"
            ),
            _yuan_or_times,
            needs=compiled("基数"),
        ),
        Rule(
            "base",
            compiled(r"(?:^|(?<=[,;\s]))<times>(?:的|社平|平均工资|标准)*(?=\s?(?:$|[,.;!?\n]))"),
            _times,
            with_others=True,
            needs=compiled(TOPIC),
        ),
        _rule(r"(?P<word>twice|double|triple) (?:the )?(?:contribution )?base", _times),
        _rule(rf"<number>{MORE}(?:的|当|做|作?为)?(?:社保)?(?:缴费)?基数", _yuan),
    ),
    learning_before=compiled(r"(?:至少|需要|要求|要|得|提到|提高到|涨到|调到)\s?$"),
    learning_after=compiled(r"\s?(?:base )?(?:from |in |starting )?[\ue004]|\s?(?:是多少|多少钱|才能|才行|才可以)"),
)
