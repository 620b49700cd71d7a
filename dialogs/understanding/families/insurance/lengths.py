"""How long insurance was paid (缴了多久): years, months, parts and sums of them."""

from __future__ import annotations

import re

from ...model import Facts
from ...numerals import Amount
from ...quantities import Quantity
from ...rules import Context, Rule, compiled, interval, unclear
from .words import (
    ELSEWHERE,
    FILL,
    HERE,
    IN_ALL,
    PAY,
    SOMEWHERE,
    TOPIC,
    TOPIC_EN,
    chinese,
    english,
    entry,
    insured,
    of_length,
    since_then,
)

_FILL_THERE = FILL.replace(f"|{HERE}", "").replace("|here|there))", "|there))")
"""The same about another city: what Shanghai is named before is not of there."""

_ANOTHER_OBJECT = compiled(
    "(?:公积金|房租|房贷|车贷|贷款|税|党费|团费|学费|会费|物业|医保|保费|商保|水电|电费|话费|罚款|[押租定]金|管理费|年费"
    r"|月供|首付|(?:商业|意外|医疗|人寿|重疾)(?:保险|险)|[车寿]险)[^.;!?\n\ue000]{0,6}$"
    r"|(?:基数|\ue002|补)[^,.;!?\n\s\ue000]{0,6}$"
)
"""What else is paid for years, or at what base: said just before, it is what was paid."""

_BEFORE = 16


def _paid_for(match: re.Match[str], context: Context) -> Facts | None:
    """交了四年: of insurance, unless what was paid stands before it."""
    if _ANOTHER_OBJECT.search(match.string, max(0, match.start() - _BEFORE), match.start()):
        return {}
    return insured(match, context)


def _insured_until_it_stopped(match: re.Match[str], context: Context) -> Facts | None:
    length = insured(match, context)
    return None if length is None else {**length, "insured_now": False}


def _same_unit(said: Quantity, part: Quantity) -> Quantity:
    """The part of a time said without its unit (seven years, of which two): in the same one."""
    amount = part.number()
    if said.months is not None:
        return Quantity(part.start, part.end, months=amount)
    return Quantity(part.start, part.end, years=amount)


def _less_back_payments(match: re.Match[str], context: Context) -> Facts | None:
    """The time said less the part paid afterwards; whole years said may hold up to eleven months more."""
    said = context.quantity(match, "time")
    groups = match.groupdict()
    part = next(name for name in ("back", "back2", "number") if groups.get(name))
    back = context.quantity(match, part)
    if part == "number":
        back = _same_unit(said, back)
    if not (said.months or said.years) or not (back.months or back.years):
        return None
    whole, less = said.in_months(), back.in_months()
    if said.months is not None:
        return {"insured_months_total": interval(Amount(max(0, whole.min - less.max), max(0, whole.max - less.min)))}
    spread = 11 if less.min % 12 else 0
    return {
        "insured_years": interval(
            Amount(max(0, (whole.min - less.max) // 12), max(0, (whole.max + spread - less.min) // 12))
        )
    }


def _months_less_back_payments(match: re.Match[str], context: Context) -> Facts | None:
    """缴费月数87，其中补缴3个月."""
    whole = context.quantity(match, "number").number()
    less = context.quantity(match, "back").months if match["back"] else context.quantity(match, "less").number()
    if less is None or less.min > whole.min:
        return None
    return {"insured_months_total": interval(Amount(whole.min - less.max, whole.max - less.min))}


def _years_alone(match: re.Match[str], context: Context) -> Facts:
    return {"insured_years": interval(context.quantity(match, "number").number())}


def _months_alone(match: re.Match[str], context: Context) -> Facts:
    return {"insured_months_total": interval(context.first(match, "number", "only").number())}


def _months_in_total(match: re.Match[str], context: Context) -> Facts:
    """So many months all in all: years could be those of something else."""
    months = context.first(match, "time", "other").months
    return {} if months is None else {"insured_months_total": interval(months)}


def _corrected_time(match: re.Match[str], context: Context) -> Facts | None:
    if match["other"]:
        return of_length(context.quantity(match, "other"))
    return of_length(_same_unit(context.quantity(match, "time"), context.quantity(match, "number")))


def _years_done(match: re.Match[str], context: Context) -> Facts:
    return {"insured_years": interval(context.first(match, "number", "done").number())}


def _time_or_years(match: re.Match[str], context: Context) -> Facts | None:
    return insured(match, context) if match["time"] else _years_alone(match, context)


def _years_there(match: re.Match[str], context: Context) -> Facts:
    amount = context.first(match, "number", "other").number()
    return {"insured_years": interval(amount)}


def _time_there(match: re.Match[str], context: Context) -> Facts | None:
    return of_length(context.first(match, "time", "other"))


def _time_or_valid(match: re.Match[str], context: Context) -> Facts | None:
    return of_length(context.first(match, "time", "valid"))


def _elsewhere(match: re.Match[str], context: Context) -> Facts:
    return {"elsewhere": True}


_ALONE = compiled(r"(?:[,;/\s]|^)\ue000\s?(?:$|[,.;/!?\n])")
"""A length of time that nothing is said of."""

_BACK_PAID = compiled("补")

_NOT_BACK_PAID = "(?<!补)(?<!补[缴交])(?<!补[缴交][了过满])(?<!made up )(?<!made up)(?<!back.paid )(?<!back paid for )"
"""Months paid afterwards are no valid months, however many they are."""

_OF_THEM = compiled("其中")

_MANY = compiled("[多几]年")

_YEARS_SAID = compiled("[\ue000]")

_MARRIED_TOO = compiled(r"[\ue000\ue005] (?:of )?(?:marriage|married|work|experience)")

_MORE_YEARS = compiled(r"\bi'(?:ll|d) [a-z]+ \ue000|in (?:\ue007 more years|\ue000)")

_WHATEVER = (
    r"(?:(?![断停补差再前后欠晚漏少迟缓拖卡转办退领婚未不他她]|没|工作|上班|来沪|来上海|来了|居住|基数|毕业|公积金"
    r"|失业|医保|就满|就到|年底|月底|将|快要|还要|还有|还得|到年底|到月底|需要"
    r"|满足)[^,.;!?:\n\ue000-\ue007])"
)

_WHATEVER_EN = (
    r"(?:(?!gap|break|miss|late\b|short|stop|laps|unpaid|made up|back|catch|but\b|though\b|ago\b|before"
    r"|after|until|if\b|need|not\b|n't"
    r"|base|marri|work|until|left|more\b|wife|husband|degree"
    r"|old\b)[^,.;!?:\n\ue000-\ue007\u4e00-\u9fff]){1,28}?"
)

_NO_GAP = r"(?!\s?(?:前|后|内|没|未|以前|之前|以来|gap|ago|late|short|more|left|missing|to go|less|minus))"

_NOT_SINCE = r"(?!\s?(?:开始|起|就?[交缴]|来的?|到现在|至今))"

_LONG = (
    rf"(?<![\ue002倍])(?:{HERE}的?)?{TOPIC}(?!到(?:年底|月底|\ue004)){FILL}{{0,8}}\s?<time>(?!之?前"
    rf"|以前|[断停]){_NOT_SINCE}"
)

HOW_LONG = (
    english(
        entry(
            "insured",
            r"<time>(?: of [a-z ]{3,20}?)?,? (?:with |and |but )?<number> of (?:them|which|those|these) (?:[a-z]+"
            r" )?(?:in|from|at) "
            rf"{ELSEWHERE}",
            _less_back_payments,
            rank=5,
            needs=SOMEWHERE,
        )
    ),
    english(
        entry(
            "insured",
            rf"<time>(?: of)? {TOPIC_EN}(?= [\ue000\ue005] (?:of )?(?:marriage|married|work|experience))",
            insured,
            needs=_MARRIED_TOO,
        )
    ),
    english(
        entry(
            "insured",
            r"<time>(?: of (?:it|them|that))?(?: (?:were|was|are|is|paid|only|just))* in shanghai\b",
            insured,
            rank=5,
            topic=True,
            needs=SOMEWHERE,
        )
    ),
    english(
        entry(
            "insured",
            r"<number> of (?:them|which|those)(?: (?:were|are|was))? (?:insured|covered|paid|with (?:social"
            r" )?insurance)"
            r"|i(?:'ve| have)(?: only| just)? (?:done|got|paid|completed|managed) <number=done>(?: so far| of them|"
            r" of those"
            r"| already)?(?=\s?(?:$|[.,;]))",
            _years_done,
            needs=_YEARS_SAID,
            topic=True,
        )
    ),
    english(
        entry(
            "insured",
            r"(?<!back-)(?<!back )\b(?:been |kept )?(?:paying|contributing)(?: in| into it| it| them| here|"
            r" continuously)*,? "
            r"(?:for|since)(?: about| some| roughly)? <time>(?=\s?(?:$|[,.;!?\n]))",
            insured,
            topic=True,
        )
    ),
    english(
        entry(
            "insured",
            rf"\bnot <time>(?: of)? {TOPIC_EN},? but (?:only )?(?:<time=other>|<number>)",
            _corrected_time,
            rank=5,
            plain=True,
        )
    ),
    chinese(
        entry(
            "insured",
            rf"灵活就业[^,.;!?\n\ue000-\ue007]{{0,6}}(?:{TOPIC})?{FILL}{{0,4}}<time>",
            unclear,
            needs=compiled("灵活就业"),
        )
    ),
    chinese(
        entry(
            "insured",
            _LONG
            + (
                rf"(?:了|吧|的|\s)*[,(]?\s?(?:其中|包括|里面|含|有|但是?)+(?:(?:在|交在)?{ELSEWHERE}"
                rf"(?:那边)?(?:的|[交缴上]了?|有|是)*<time=back2>(?=\s?(?:$|[,.;!?)\n]))|\s?<time=back>"
                rf"(?:是|都|都是|的)*"
                rf"(?:在|交在)?{ELSEWHERE}(?:那边)?(?:的|[交缴上]的?)?)[)]?"
            ),
            _less_back_payments,
            rank=5,
            needs=SOMEWHERE,
        )
    ),
    entry(
        "elsewhere",
        (
            rf"{ELSEWHERE}(?:那边)?的?{_FILL_THERE}{{0,8}}(?:{TOPIC})?{_FILL_THERE}{{0,6}}\s?<time>(?:的"
            rf"|of)?\s?(?:{TOPIC})?"
        ),
        _elsewhere,
        needs=SOMEWHERE,
    ),
    chinese(
        entry(
            "elsewhere", rf"[头前先]<time>(?:是|都)?在?{ELSEWHERE}(?=\s?(?:$|[,.;!?\n]))", _elsewhere, needs=SOMEWHERE
        )
    ),
    chinese(
        entry(
            "insured",
            r"(?:后|后面|之后|剩下的?|最近|近)<time>(?:是|都|才)*在(?:上海|本市)(?:[交缴]的?)?(?=\s?(?:$|[,.;!?\n]))",
            insured,
            rank=5,
            topic=True,
            needs=None,
        )
    ),
    chinese(
        entry("elsewhere", rf"<time>(?:是|都是|都)?在?{ELSEWHERE}(?:那边)?[交缴上买]", _elsewhere, needs=SOMEWHERE)
    ),
    entry(
        "elsewhere",
        (
            rf"<time>(?:的|\s|of)*{ELSEWHERE}的?{TOPIC}"
            f"|{TOPIC}{FILL}{{0,3}}{ELSEWHERE}{FILL}{{0,4}}<time=other>"
        ),
        _elsewhere,
        needs=SOMEWHERE,
    ),
    english(
        entry(
            "elsewhere",
            rf"<time>(?:(?!shanghai)[^.;,!?\n\ue000-\ue007]){{0,34}} (?:in|from|at) {ELSEWHERE}",
            _elsewhere,
            needs=SOMEWHERE,
        )
    ),
    english(
        entry(
            "elsewhere",
            rf"{TOPIC_EN} in"
            rf" {ELSEWHERE}(?:[^,.;]{{0,10}}[\ue000\ue005])?",
            _elsewhere,
            needs=SOMEWHERE,
        )
    ),
    english(
        entry(
            "insured",
            r"\bof (?:my|the|these|those|his|her) <time>[^.;!?\n\ue000-\ue007]{0,40}?,? (?:<time=back>|<number>) "
            r"(?:(?:were|was|are|is|got|have been|had been) )(?:[a-z]+ )?(?:back-?paid|made up|paid (?:back|later"
            r"|afterwards))",
            _less_back_payments,
            rank=1,
            topic=True,
        )
    ),
    english(
        entry(
            "insured",
            r"<time>[^.;!?\n\ue000-\ue007\u4e00-\u9fff]{0,32}(?:of which|including|of them"
            r"|of those)[^.;,\ue000-\ue007]{0,10}"
            r"(?:<time=back>|<number>) (?:(?:were|was|are|is|years?|months?) )*(?:back-?paid|made up"
            r"|back payments?|paid (?:back|afterwards|later))",
            _less_back_payments,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured",
            (
                r"(?<=[,;\s的])(?:在)?上海的?(?:这边)?(?:[交缴])?(?:其实|实际上?|真正)?(?:只有?|就|才|仅|有)+"
                r"(?:[交缴]了?)?\s?<time>"
            ),
            insured,
            rank=5,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured",
            rf"其中在?{HERE}(?:这边)?的?(?:{TOPIC})?{FILL}{{0,4}}\s?<time>",
            insured,
            rank=5,
            needs=_OF_THEM,
        )
    ),
    english(
        entry(
            "insured",
            r"<number> of (?:them|which|those) (?:were |was |are |have been )?in shanghai",
            _years_alone,
            rank=5,
            topic=True,
        )
    ),
    english(
        entry(
            "insured",
            r"<time>[^.\n\ue000-\ue007\u4e00-\u9fff]{0,24}(?:of (?:which|them|those)"
            r"|including),? (?:<time=back>|<number>)"
            rf"(?: (?:were|was|are|paid|years?|months?))* (?:in|from|at) {ELSEWHERE}",
            _less_back_payments,
            rank=5,
            topic=True,
            needs=SOMEWHERE,
        )
    ),
    english(
        entry(
            "insured",
            r"<time> of (?:them|which|those) (?:were |was |are |have been )?in shanghai",
            insured,
            rank=5,
            topic=True,
        )
    ),
    english(
        entry(
            "insured",
            r"(?:then|and|plus|but|only|just|the next|the rest|the other|the last|,|:)(?: then| only"
            r"| just| another| the next| the other| the last)? <number> (?:years? |yrs? )?(?:in shanghai"
            r"|here)"
            r"|(?:in shanghai|\bhere)(?: it is| it's| only| just| is| was|:)* <number=other>(?=\s?(?:$|[,.;!?\n]))",
            _years_there,
            rank=5,
            needs=SOMEWHERE,
        )
    ),
    english(
        entry(
            "insured",
            r"(?:(?:insurance|shebao|contributions?)(?: \w+)?,? )?(?:in shanghai|\bhere)(?: it is| it's"
            r"| only| just| is| was|:)* <time>"
            r"|<time=other>(?: only| just| all told| altogether| in total)? (?:in shanghai|here)(?=\s?(?:$|[,.;!?\n]|"
            r" and| but))",
            _time_there,
            rank=5,
            needs=SOMEWHERE,
        )
    ),
    english(
        entry(
            "insured",
            r"(?:without|excluding|not counting|minus|leaving out|apart from|besides|deducting|net of) (?:those|them"
            r"|these"
            r"|that|it|the (?:back|made|catch)[^,;.\ue000-\ue007]{0,20}),? (?:i have|i've got|i've|it's|it is|that's"
            r"|that leaves"
            r"|i'm at|there are|have|makes?|leaves?|still|only|just|exactly|,| )*<time>"
            r"|(?:valid|counted|countable|effective)(?: ones| months)?(?::| are| is| =|,)+ ?(?:only )?<time=valid>",
            _time_or_valid,
            rank=6,
            topic=True,
            plain=True,
        )
    ),
    english(
        entry(
            "insured",
            r"(?:only|just) (?:the )?(?:valid|countable) (?:months|ones),? (?:i have |it's |it is |i've |i've got "
            r"|that's |makes )*"
            r"<number=only>|<number> (?:valid|countable|effective|good) (?:insured |insurance |contribution |paid"
            r" )?months?",
            _months_alone,
            rank=6,
            topic=True,
        )
    ),
    english(
        entry(
            "insured",
            r"(?:(?:insured|contribution|contributed|insurance|si|shebao|paid) months?|months? (?:insured|paid"
            r"|contributed"
            rf"|of (?:shanghai )?{TOPIC_EN}))(?: in| so| to)?(?: total| all| far| date)?(?: is| are|:|=|,)*"
            rf" ?<number>(?!\s?[%x])",
            _months_alone,
        )
    ),
    english(
        entry(
            "insured",
            r"<number> (?:insured|paid(?:-up)?|contribution|contributed|insurance|shebao|si) months?",
            _months_alone,
        )
    ),
    english(
        entry(
            "insured",
            r"(?:today|right now|at the moment|for now|\bnow|currently|at present|so far|by now|as of now),? (?:it's"
            r"|it is|i have|i've got|i've"
            r"|i'm at"
            r"|there are|only|just|that's|at| )*(?:<time>|<number>)(?=\s?(?:$|[,.;!?\n]| years))",
            _time_or_years,
            rank=4,
            needs=_MORE_YEARS,
        )
    ),
    english(
        entry(
            "insured",
            rf"{TOPIC_EN}[^.;,!?\n\ue000-\ue007]{{0,16}}for (?:the )?(?:last|past) <number>(?=\s?(?:$|[,.;!?\n]))",
            _years_alone,
            needs=_YEARS_SAID,
        )
    ),
    english(
        entry(
            "insured",
            ("paying (?:my |for )?(?:social insurance|social security|shebao)[^.;,]{0,14}? since <date>"),
            since_then,
        )
    ),
    chinese(
        entry(
            "insured",
            r"(?:缴费|缴纳|社保|参保|累计)(?:总|的)?(?:月数|月份数?)(?:合计|总计|累计"
            r"|总数)?[:是为有,\s]*<number>个?[,(]?(?:其中|包括|里面|含|有)*"
            r"补[缴交](?:了|的|过|有)?(?:<time=back>|<number=less>)",
            _months_less_back_payments,
            needs=_BACK_PAID,
        )
    ),
    entry(
        "insured",
        (
            r"(?:(?:缴费|缴纳|社保|参保|累计)(?:总|的)?(?:月数|月份数?)(?:合计|总计|累计|总数)?|(?:insurance|insured"
            r"|si) months)[:是为有,\s]*<number>(?!\s?[%年])"
        ),
        _months_alone,
    ),
    chinese(
        entry(
            "insured",
            r"(?:合计|总计|总年限|加起来|加(?:在)?一起)(?:[交缴有是共]|大概|差不多|个"
            r"|[:,])*[了满过]*\s?<time>了?(?=\s?(?:$|[,.;!?)\n]))",
            insured,
            rank=IN_ALL,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured",
            r"(?:到|截至|截止)(?:[\ue003]|目前|现在|今天)?(?:为止)?(?:正好|刚好|已经?|累计|一共|总共|共计|共"
            rf"|{HERE}(?:这边)?|大概|差不多|[交缴]了|[有满是,])*<time>",
            insured,
            topic=True,
        )
    ),
    entry(
        "insured",
        r"(?:社保年限|缴费年限|years of (?:shanghai )?(?:social )?(?:insurance|shebao)|(?:social insurance|insurance"
        r"|shebao|si) years|years (?:insured|contributed))[:是为 ]*<number>",
        _years_alone,
    ),
    chinese(
        entry(
            "insured",
            _LONG
            + (
                r"(?:了|吧|的|in shanghai|\s)*(?:,[^,.;!?\n\ue000-\ue007]{0,8}(?=,?(?:其中|包含|包括)))?[,(]?\s?"
                r"(?:其中|包括|包含|里面?|含|但是?|不过|有)*(?:(?:有)?补[缴交][了过的]?\s?<time=back>"
                r"|(?:\ue003有?)?<time=back2>(?:都|是|全|公司|单位|给|我)*(?:后来|之?后|事后|后面)?补(?:的"
                r"|[缴交]的?))"
            ),
            _less_back_payments,
            needs=_BACK_PAID,
        )
    ),
    chinese(entry("insured", rf"{TOPIC}(?:就|都|也)?停在了?<time>", _insured_until_it_stopped)),
    chinese(
        entry(
            "insured",
            rf"{TOPIC}{FILL}{{0,4}}(?:不是|没有)<time=wrong>[,\s]*(?:而|应该|其实|只)?[是有]<time>",
            insured,
            rank=5,
            plain=True,
        )
    ),
    entry("insured", _LONG + "了?", insured),
    entry(
        "insured",
        (
            rf"{_NOT_BACK_PAID}(?<!近)(?<!过去)(?<!这)(?<!前)(?<![空断停少缺漏差欠])(?<![空断停少缺漏差欠]了)(?:{HERE}的?)?{PAY}?[了过满]?(?:得有"
            rf"|有)?(?<!近)(?<!过去)(?<!这)\s?<time>整?(?:的|\s|of|worth|paid|my|上海"
            f"|本市|shanghai|in|contributions|to|职工|城镇|cumulative)*{TOPIC}(?![^,.;]{{0,3}}(?:断|停))"
        ),
        insured,
    ),
    chinese(
        entry(
            "insured",
            (
                f"(?:{HERE}(?:这边|这里|自己|的|就|也|只|才|是)*[交缴上供有][了满过]?"
                r"|(?<![来到在])上海)\s?<time>了?(?=\s?(?:$|[,.;!?)\n]))"
            ),
            insured,
            topic=True,
        )
    ),
    entry(
        "insured",
        r"(?:(?:之前|以前|已经)(?:[交缴有]|大概|个)+|(?:一共|总共|累计|前后|加起来|加(?:在)?一起|合计"
        r"|总计)(?:[交缴有共]|大概|个|[:是])*)[了满过]*\s?<time>了?",
        insured,
        topic=True,
    ),
    entry("insured", r"(?<!公积金)(?:累计|一共|总共|已经?)缴(?:费|纳)[了满过]?\s?<time>", insured),
    chinese(entry("insured", rf"{TOPIC}{_WHATEVER}{{0,12}}<time>{_NOT_SINCE}{_NO_GAP}", insured)),
    chinese(
        entry(
            "insured",
            rf"{TOPIC}[^,.;!?:\n断停补欠\ue000-\ue007]{{0,10}},(?:也|才|只有?|就|仅有?|我"
            rf"|自己|查|了|下|一下|一共|总共|累计|前后|加起来|加(?:在)?一起|算下来|算起来|满打满算|已经?|大概|差不多"
            rf"|应该|[是有满交缴])*<time>{_NOT_SINCE}{_NO_GAP}(?=\s?了?\s?(?:$"
            rf"|[,.;!?\n]))",
            insured,
        )
    ),
    english(entry("insured", rf"{TOPIC_EN}(?::(?= [a-z]))?{_WHATEVER_EN}<time>{_NO_GAP}", insured)),
    english(entry("insured", rf"{TOPIC_EN}{_WHATEVER_EN}, <time=other>(?=\s?(?:$|[.;!?\n]))", _months_in_total)),
    english(
        entry(
            "insured",
            (
                rf"{TOPIC_EN}[^,.;!?\n\ue000-\ue007]{{0,24}}, (?:now |already |in total |altogether |it's "
                rf"|that's |so far )*<time>(?= (?:so far|now|in total|already|altogether|to date|by now"
                rf"|total))"
            ),
            insured,
        )
    ),
    english(entry("insured", rf"(?=[\ue000\ue005]){_NOT_BACK_PAID}<time>{_WHATEVER_EN}{TOPIC}", insured)),
    chinese(
        entry(
            "insured",
            r"(?<!补)[交缴供](?:了|满|过|有|足)+\s?<time>(?:了|吧|多|\s)*(?=\s?(?:$|[,.;!?\n]|够|能|行不|可以|有没有))",
            _paid_for,
            topic=True,
        )
    ),
    english(
        entry(
            "insured",
            r"<time>,? (?:all in all|in total|altogether|in all|total|so far|to date|all told|cumulative(?:ly)?"
            r"|overall"
            r"|paid(?: up)?)(?=\s?(?:$|[,.;!?\n]))|(?:in total|altogether|all in all|all told|total(?: of)?"
            r"|cumulative)"
            r"(?::|,| is| it's| that's| i have| have)* <time=other>",
            _months_in_total,
            topic=True,
        )
    ),
    chinese(entry("insured", rf"{TOPIC}{FILL}{{0,5}}(?:好多|好几|几|多)年", unclear, needs=_MANY)),
    Rule(
        "insured",
        compiled(r"(?:(?<=[,;/\s])|^)<time>(?=\s?(?:$|[,.;/!?\n]))"),
        unclear,
        rank=-1,
        with_others=True,
        needs=_ALONE,
    ),
)
