"""Social insurance in Shanghai (职工社保): how long, whether paid now, and the months of the last year.

Years are whole years: 六年半 is 6. Only months said as months give ``insured_months_total``. Insurance of another city
never counts; 共10年其中上海6年 is 6. Back-payments (补缴) said with their length are taken off. 从2018年7月交到现在 is
counted in months up to ``on``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..dates import earliest
from ..model import Facts
from ..numerals import Amount
from ..quantities import Quantity
from ..rules import About, Context, Family, Mention, Reading, Rule, Script, compiled, interval, nothing, says, unclear

TOPIC = (
    r"(?:社保|社会保险|五险一金|五险|[四三]金|养老保险|社险|参保|\bsb\b|sb(?=[交缴上买])"
    r"|\bshebao\b|social (?:insurance|security)(?: contributions?)?|insured"
    "|contributions?(?! base)"
    r"|[交缴上]金|金[交缴]|保险(?=[交缴]))"
)
_PAY = r"(?:[交缴]纳?|缴费|上|买|供|付|给我|paid|paying|pay|contribut(?:ed|ing|ions?))"
_HERE = r"(?:在?上海|在?本市|在?沪|来沪|in shanghai|shanghai)"
_FILL = (
    rf"(?:\s?(?:{_PAY}|{_HERE}|(?:这边|这里)?一?共|总共|累计|合计|一起|已经?|连续|断断续续|陆续"
    "|目前|现在|到现在|至今|前后|年限|年资|时间|记录|情况|公司|单位"
    "|[的也才就都只了得有是过满足还呢嘛吧将]|大概|大约|差不多|那边|这边|正常|实际|实缴"
    "|[个刚]|的话|满打满算|[:,=]|records?|for|of|in|has been|have been|been|i've|i|my|the|is|was"
    "|total|so far|now|a total|since))"
)
_ELSEWHERE = (
    "(?:北京|广州|深圳|杭州|苏州|南京|无锡|宁波|昆山|成都|武汉|重庆|天津|合肥|郑州|西安|长沙"
    "|青岛|厦门|常州|南通|嘉兴|温州|福州|东莞|佛山|济南|大连|老家|外地|外省|安徽|江苏|浙江"
    "|江西|河南|湖北|山东|福建|广东|四川"
    "|(?:别的|其他|其它)城市|原籍|beijing|guangzhou|shenzhen|hangzhou|suzhou|nanjing|hometown"
    "|other cit(?:y|ies)|elsewhere|another city|wuhan|chengdu)"
)


def _insured(match: re.Match[str], context: Context) -> Facts | None:
    said = context.quantity(match, "time")
    if said.months is not None:
        return {"insured_months_total": interval(said.months)}
    return None if said.years is None else {"insured_years": interval(said.years)}


def _less_back_payments(match: re.Match[str], context: Context) -> Facts | None:
    """The time said less the part paid afterwards; whole years said may hold up to eleven months more."""
    said, back = context.quantity(match, "time"), context.quantity(match, "back")
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


def _years_alone(match: re.Match[str], context: Context) -> Facts:
    return {"insured_years": interval(context.quantity(match, "number").number())}


def _since(match: re.Match[str], context: Context) -> Facts | None:
    """Paid without a break since a date: the months up to now, the present one perhaps not yet paid."""
    start = context.quantity(match, "date").date
    if start is None or earliest(start) > context.on:
        return None
    first = earliest(start)
    most = (context.on.year - first.year) * 12 + context.on.month - first.month + 1
    return {"insured_months_total": interval(Amount(max(0, most - (1 if "-" in start else 12)), most))}


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


def _every_month(match: re.Match[str], context: Context) -> Facts:
    return {"insured_months_last_12": 12} if is_a_year(context.quantity(match, "year_back")) else {}


def _elsewhere(match: re.Match[str], context: Context) -> Facts:
    return {"elsewhere": True}


def _never(match: re.Match[str], context: Context) -> Facts:
    return {"insured_months_total": 0, "insured_now": False}


def _rule(slot: str, pattern: str, read: Reading, *, rank: int = 0, plain: bool = False, topic: bool = False) -> Rule:
    return Rule(slot, compiled(pattern), read, About.APPLICANT, rank, plain=plain, needs=_HAS_TOPIC if topic else None)


def _chinese(rule: Rule) -> Rule:
    """A rule that needs Chinese characters although its topic may be said in English."""
    return replace(rule, scripts=Script.HAN)


_HAS_TOPIC = compiled(TOPIC)
LAST_YEAR = (
    "(?:(?:最近|近|过去|前|这)的?|(?:in |over |during )?(?:the )?(?:last|past) )<time=year_back>(?:里|内|中|来)?"
)
_LAST_YEAR_EN = r"(?:in |over |during )?(?:the )?(?:last|past) <time=year_back>"
_ANY = r"[^.;!?\n]{0,12}?"
_SOON = r"[^.;!?\n]{0,8}?"
_NOT_SINCE = r"(?!\s?(?:开始|起|就?[交缴]|来的?|到现在|至今))"
_LONG = rf"(?<![\ue002倍])(?:{_HERE}的?)?{TOPIC}{_FILL}{{0,8}}\s?<time>{_NOT_SINCE}"

_LAST_TWELVE = (
    _rule(
        "last_12",
        (
            f"{LAST_YEAR}{_SOON}(?:每个?月都|都[交缴有]|全[交缴都]|<time=each>都?没(?:断|落|少|停"
            "|漏)下?|没断|every month)"
        ),
        _every_month,
        topic=True,
        plain=True,
    ),
    _chinese(
        _rule(
            "last_12",
            rf"{LAST_YEAR}{_SOON}断缴?了?<time>",
            of_the_last_year("insured_months_last_12", broken=True),
            topic=True,
            plain=True,
        )
    ),
    _rule("last_12", rf"{LAST_YEAR}{_ANY}<time>(?:的?社保)?", of_the_last_year("insured_months_last_12"), topic=True),
    _rule(
        "last_12",
        rf"<time> (?:of {TOPIC} )?(?:paid )?{_LAST_YEAR_EN}",
        of_the_last_year("insured_months_last_12"),
        topic=True,
    ),
)
_NOW = (
    _chinese(
        _rule(
            "insured_now",
            (
                f"(?:{TOPIC}|缴费)(?:一直|从来|从|都|也|还|就|中间|在[交缴]|[,])*(?:没有?|未|不曾)(?:断"
                "|停)[缴交过掉]*|没有?断(?:缴|保)过?"
            ),
            says(insured_now=True),
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"{TOPIC}[^.;!?\n]{{0,8}}断[^.;!?\n]{{0,10}}(?:续上|接上|补上|恢复|又[交缴]|重新[交缴])",
            nothing,
        )
    ),
    _rule("insured_now", r"断缴?[了过]?[^,.;!?]{0,3}<time>|(?<!没)(?<!没有)断过", nothing),
    _rule(
        "insured_now",
        rf"{TOPIC}(?:已经?|也|都|就|又|刚|现在|[上这]个?月|目前|突然|给我|被|有点|\s"
        r"|[\ue003])*(?:断|暂?停)[缴交了的掉保着]+|断缴(?:了|中|状态)?(?!吗|影响|怎么)"
        "|(?:现在|目前|这个月|已经)(?:没有?|不)(?:在)?[交缴上]社保|(?:social (?:insurance"
        "|security)|shebao) (?:has |was |is |just )?(?:stopped|lapsed|interrupted|suspended)"
        "|not (?:currently )?paying (?:social|shebao)",
        says(insured_now=False),
        plain=True,
    ),
    _rule(
        "insured_now",
        rf"{TOPIC}(?:目前|现在|也|都|是|一直|还|\s)*(?:在(?:正常)?[交缴上续]|连续[交缴]"
        "|(?:状态)?[:]?正常(?:[交缴在]|$|(?=[,.;]))"
        r"|[续缴交]着)(?!过?[^,.;]{0,3}[\ue000\ue005])纳?"
        "|(?:还在|一直在|现在在|目前在|正在|正常)(?:正常)?(?:[交缴]纳?|上)社保|(?:still"
        "|currently) (?:paying|contributing)[^.;,]{0,20}(?:social (?:insurance|security)|shebao)?"
        "|currently insured",
        says(insured_now=True),
    ),
)
_NONE = (
    _rule(
        "insured",
        (
            "(?:从来没有?|从没|从未)(?:在上海)?[交缴上买]过?(?:上海)?的?社保|(?:没有?"
            "|未)(?:在上海)?[交缴上买]过(?:上海)?的?社保(?!.{0,2}的)|(?:never|not"
            "|n't) (?:ever )?(?:paid|contributed to) (?:any )?(?:social (?:insurance|security)"
            "|shebao)[^,.;]{0,12}"
        ),
        _never,
        plain=True,
    ),
    _rule("insured", r"(?:没有?|未|没给)(?:在上海)?[交缴上买](?:上海)?的?社保", unclear, plain=True),
    _rule("insured", r"(?:没有?|无)上海的?社保", says(insured_now=False), plain=True),
)
_HOW_LONG = (
    _rule(
        "elsewhere",
        (
            rf"{_ELSEWHERE}(?:那边)?的?{_FILL}{{0,8}}(?:{TOPIC})?{_FILL}{{0,6}}\s?<time>(?:的"
            rf"|of)?\s?(?:{TOPIC})?"
        ),
        _elsewhere,
    ),
    _chinese(_rule("elsewhere", rf"<time>(?:是|都是|都)?在?{_ELSEWHERE}(?:那边)?[交缴上买]", _elsewhere)),
    _rule(
        "elsewhere",
        (
            rf"<time>(?:的|\s|of)*{_ELSEWHERE}的?{TOPIC}"
            f"|{TOPIC}{_FILL}{{0,3}}{_ELSEWHERE}{_FILL}{{0,4}}<time=other>"
        ),
        _elsewhere,
    ),
    _rule("elsewhere", rf"{TOPIC} in {_ELSEWHERE}(?:[^,.;]{{0,10}}[\ue000\ue005])?", _elsewhere),
    _chinese(
        _rule(
            "insured", rf"其中在?{_HERE}(?:这边)?的?(?:{TOPIC})?{_FILL}{{0,4}}\s?<time>", _insured, rank=5, topic=True
        )
    ),
    _rule(
        "insured",
        r"<number> of (?:them|which|those) (?:were |was |are |have been )?in shanghai",
        _years_alone,
        rank=5,
        topic=True,
    ),
    _rule(
        "insured",
        r"<time> of (?:them|which|those) (?:were |was |are |have been )?in shanghai",
        _insured,
        rank=5,
        topic=True,
    ),
    _chinese(
        _rule(
            "insured",
            (
                r"从?<date>(?:起|开始|就)*(?:在上海)?(?:开始)?[交缴上]纳?的?(?:社保)?,?\s?(?:一直"
                "|连续)?[交缴]?(?:[到至](?:现在|今|目前)|没断过?)"
            ),
            _since,
            topic=True,
        )
    ),
    _rule(
        "insured", ("paying (?:my |for )?(?:social insurance|social security|shebao)[^.;,]{0,14}? since <date>"), _since
    ),
    _rule(
        "insured",
        r"(?:社保年限|缴费年限|years of social insurance|social insurance years)[:是为 ]*<number>",
        _years_alone,
    ),
    _chinese(
        _rule(
            "insured",
            _LONG
            + (
                r"(?:了|吧|的|in shanghai|\s)*,?\s?(?:其中|包括|里面|含"
                r"|有)*(?:有)?补[缴交][了过]?\s?<time=back>"
            ),
            _less_back_payments,
        )
    ),
    _rule("insured", _LONG + "了?", _insured),
    _rule(
        "insured",
        (
            rf"(?:{_HERE}的?)?{_PAY}?[了过满]?(?:得有|有)?\s?<time>整?(?:的|\s|of|worth|paid|my|上海"
            f"|本市|shanghai|in|contributions|to|职工|城镇|cumulative)*{TOPIC}(?!.{{0,3}}(?:断|停))"
        ),
        _insured,
    ),
    _chinese(
        _rule(
            "insured",
            (
                f"(?:{_HERE}(?:这边|这里|的|就|也|只|才|是)*[交缴上供有][了满过]?"
                r"|(?<![来到在])上海)\s?<time>了?(?=\s?(?:$|[,.;!?)\n]))"
            ),
            _insured,
            topic=True,
        )
    ),
    _rule(
        "insured",
        r"(?:之前|以前|一共|总共|累计|已经|前后|加起来)(?:[交缴有]|大概|个)+[了满过]?\s?<time>了?",
        _insured,
        topic=True,
    ),
    _rule("insured", r"(?<!公积金)(?:累计|一共|总共|已经?)缴(?:费|纳)[了满过]?\s?<time>", _insured),
    _chinese(_rule("insured", rf"{TOPIC}{_FILL}{{0,5}}(?:好多|好几|几|多)年", unclear)),
)

INSURANCE = Family(
    "insurance",
    compiled(rf"{TOPIC}|断缴|基数|base"),
    (*_LAST_TWELVE, *_NOW, *_NONE, *_HOW_LONG),
    learning_before=compiled(r"(?:需要|要求|要|(?<![了过])得|再|差|还差|缺|少|能|可以|才能)\s?[交缴]?\s?$"),
    learning_after=compiled(r"\s?(?:才能|才行|才可以|就能|就可以|以后就|required|的要求)"),
)


def in_shanghai_only(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without the insurance of other cities; beside it, a length that does not say Shanghai is unclear."""
    if not any(mention.rule.slot == "elsewhere" for mention in mentions):
        return mentions
    return [
        replace(mention, facts=None)
        if mention.rule.slot == "insured" and not _says_shanghai(text, mention)
        else mention
        for mention in mentions
        if mention.rule.slot != "elsewhere"
    ]


def _says_shanghai(text: str, mention: Mention) -> bool:
    return mention.rule.rank > 0 or _SHANGHAI.search(text, max(0, mention.start - 8), mention.end) is not None


_SHANGHAI = compiled(r"上海|沪|本市|shanghai")
