"""Social insurance in Shanghai (职工社保): how long, whether paid now, and the months of the last year.

Years are whole years: 六年半 is 6. Only months said as months give ``insured_months_total``. Insurance of another city
never counts; 共10年其中上海6年 is 6. Back-payments (补缴) said with their length are taken off. 从2018年7月交到现在 is counted
in months up to ``on``.
"""

from __future__ import annotations

import re

from ..dates import dated, earliest, read_date
from ..durations import Duration, duration, read_duration
from ..model import Facts, FactValue
from ..numerals import NUMBER, Amount, read_amount
from ..rules import About, Context, Family, Rule, compiled, nothing, says, unclear

TOPIC = r"(?:社保|社会保险|五险一金|五险|[四三]金|养老保险|养老金(?!领)|社险|\bsb\b|sb(?=[交缴上买])|\bshebao\b|social (?:insurance|security)(?: contributions?)?|insured|交金|缴金|上金|金交|金缴|保险(?=交|缴))"
_PAY = r"(?:交纳|缴纳|缴费|交|缴|上|买|供|付|给我|paid|paying|pay|contribut(?:ed|ing|ions?))"
_HERE = r"(?:在?上海|在?本市|在?沪|来沪|in shanghai|shanghai)"
_FILL = (
    rf"(?:\s?(?:{_PAY}|{_HERE}|(?:这边|这里)?一?共|总共|累计|合计|一起|已经?|连续|断断续续|陆续|目前|现在|到现在|至今|前后|年限|年资|时间|记录|情况|公司|单位|的|也|才|就|都|只|了|得|有|是|过|满|足|将|还|呢|嘛|吧|大概|那边|这边|正常|实际|实缴|差不多"
    r"|[:,=]|for|of|in|has been|have been|been|i've|i|my|the|is|was|total|so far|now|about|a total|over|since))"
)
_ELSEWHERE = (
    r"(?:北京|广州|深圳|杭州|苏州|南京|无锡|宁波|昆山|成都|武汉|重庆|天津|合肥|郑州|西安|长沙|青岛|厦门|常州|南通|嘉兴|温州|福州|东莞|佛山|济南|大连|老家|外地|外省|安徽|江苏|浙江|江西|河南|湖北|山东|福建|广东|四川|别的城市|其他城市|其它城市|原籍"
    r"|beijing|guangzhou|shenzhen|hangzhou|suzhou|nanjing|hometown|other cit(?:y|ies)|elsewhere|another city|wuhan|chengdu)"
)
_NOT_ELSEWHERE = rf"(?<!{'x'})"
_TOTAL_WORD = r"(?:总共|一共|共|合计|加起来|in total|altogether)"


def _insured(match: re.Match[str], context: Context) -> Facts | None:
    said = read_duration(match, "time")
    if said is None:
        return None
    if back := match.groupdict().get("back_months"):
        return _without_back_payments(said, Amount(*_number(back)))
    if back := match.groupdict().get("back_years"):
        low, high = _number(back)
        return _without_back_payments(said, Amount(low * 12, high * 12))
    if "years" in match.groupdict():
        return None
    if said.months is not None:
        return {"insured_months_total": whole(said.months)}
    assert said.years is not None
    return {"insured_years": whole(said.years)}


def _number(text: str) -> tuple[float, float]:
    return read_amount(text) or Amount(0, 600)


def _without_back_payments(said: Duration, months: Amount) -> Facts:
    if said.months is not None:
        return {"insured_months_total": whole(Amount(max(0, said.months.min - months.max), max(0, said.months.max - months.min)))}
    years = said.years or Amount(0, 0)
    low = (years.min * 12 - months.max) // 12
    high = (years.max * 12 + 11 - months.min) // 12 if months.min % 12 else years.max - months.min // 12
    return {"insured_years": whole(Amount(max(0, low), max(0, high)))}


def whole(amount: Amount) -> FactValue:
    """A whole number, or a range of two."""
    low, high = int(amount.min), int(amount.max)
    return low if low == high else {"min": low, "max": high}


def _since(match: re.Match[str], context: Context) -> Facts | None:
    """Paid without a break since a date: the months up to now, the present one perhaps not yet paid."""
    start = read_date(match, "since", context.on)
    if start is None or earliest(start) > context.on:
        return None
    first = earliest(start)
    most = (context.on.year - first.year) * 12 + context.on.month - first.month + 1
    least = most - 1 if "-" in start else max(0, (context.on.year - first.year) * 12 + context.on.month - 12)
    return {"insured_months_total": whole(Amount(least, most))}


def _last_year(key: str) -> Rule:
    raise NotImplementedError


def _months_of_last_year(key: str, *, broken: bool = False):  # type: ignore[no-untyped-def]
    def read(match: re.Match[str], context: Context) -> Facts | None:
        amount = read_amount(match["months"])
        if amount is None:
            return None
        if broken:
            amount = Amount(12 - amount.max, 12 - amount.min)
        return {key: whole(amount)}

    return read


_LAST_YEAR = r"(?:(?:最近|近|过去|前|这)(?:的)?(?:12|十二)个月(?:里|内|中)?|(?:最近|近|过去|这)(?:的)?(?:一|1)年(?:里|内|来)?|(?:in |over |during )?(?:the )?(?:last|past) (?:12|twelve) months|(?:in |over )?(?:the )?(?:last|past) year)"
_ANY = rf"[^.;!?\n]{{0,12}}?"
_HAS_TOPIC = compiled(TOPIC)

INSURANCE = Family(
    "insurance",
    compiled(rf"{TOPIC}|断缴|上海|交|缴|基数|base"),
    (
        # the base at 1x in the last twelve months, before the months paid
        Rule("base_1x", compiled(rf"{_LAST_YEAR}{_ANY}(?P<months>{NUMBER})个月{_ANY}(?:1倍|一倍|1x|one times)"), _months_of_last_year("base_1x_months_last_12")),
        Rule("base_1x", compiled(rf"(?:基数|base){_ANY}(?:1倍|一倍|1x){_ANY}{_LAST_YEAR}{_ANY}(?P<months>{NUMBER})个月"), _months_of_last_year("base_1x_months_last_12")),
        # the last twelve months
        Rule("last_12", compiled(rf"{_LAST_YEAR}[^.;!?\n]{{0,8}}?断(?:缴)?了?(?P<months>{NUMBER})个月"), _months_of_last_year("insured_months_last_12", broken=True), needs=_HAS_TOPIC),
        Rule("last_12", compiled(rf"{_LAST_YEAR}{_ANY}(?P<months>{NUMBER})\s?(?:个月|months)(?:的?社保)?"), _months_of_last_year("insured_months_last_12"), needs=_HAS_TOPIC),
        Rule("last_12", compiled(rf"(?P<months>{NUMBER}) months (?:of {TOPIC} )?(?:paid )?{_LAST_YEAR}"), _months_of_last_year("insured_months_last_12"), needs=_HAS_TOPIC),
        Rule("last_12", compiled(rf"{_LAST_YEAR}[^.;!?\n]{{0,8}}?(?:每个?月都|都交|都缴|都有|全交|全缴|全都|一个?月都?没(?:断|落|少|停|漏)下?|没断|满勤|every month)"), _full_year, needs=_HAS_TOPIC, plain=True) if False else
        Rule("last_12", compiled(rf"{_LAST_YEAR}[^.;!?\n]{{0,8}}?(?:每个?月都|都交|都缴|都有|全交|全缴|全都|一个?月都?没(?:断|落|少|停|漏)下?|没断|every month)"), lambda match, context: {"insured_months_last_12": 12}, needs=_HAS_TOPIC, plain=True),
        # paid now
        Rule("insured_now", compiled(rf"(?:{TOPIC}|缴费)?(?:一直|从来|从|都|也|还|就|中间|在交)*(?:没有?|未|不曾)(?:断|停)(?:缴|交|过|掉)*"), says(insured_now=True), needs=_HAS_TOPIC if False else compiled(rf"{TOPIC}|断缴"), plain=True),
        Rule("insured_now", compiled(r"断缴(?:了|过)?[^,.;!?]{0,3}(?:\d+|[一二两三四五六七八九十几])个?(?:月|年|天)|断过"), nothing),
        Rule("insured_now", compiled(rf"{TOPIC}(?:已经?|也|都|就|又|刚|现在|上个?月|这个?月|目前|突然|给我|被|有点|\s)*(?:断|停)(?:缴|交|了|的|掉|保|着)+|断缴(?:了|中|状态)?(?!吗|影响|怎么)|(?:现在|目前|这个月|已经)(?:没有?|不)(?:在)?(?:交|缴|上)社保|(?:social (?:insurance|security)|shebao) (?:has |was |is |just )?(?:stopped|lapsed|interrupted|suspended)|not (?:currently )?paying (?:social|shebao)"), says(insured_now=False), plain=True),
        Rule("insured_now", compiled(rf"{TOPIC}(?:目前|现在|也|都|是|一直|还|\s)*(?:正常)?(?:在(?:正常)?(?:交|缴|上|续)|连续(?:交|缴)|正常(?:交|缴|缴纳|在)|连续缴纳|续着|缴着|交着|正常)(?!过?[^,.;]{{0,3}}年)纳?|(?:还在|一直在|现在在|目前在|正在|正常)(?:正常)?(?:交|缴|上|缴纳)社保|(?:still|currently) (?:paying|contributing)[^.;,]{{0,20}}(?:social (?:insurance|security)|shebao)?|currently insured"), says(insured_now=True)),
        # none at all
        Rule("insured", compiled(r"(?:从来)?(?:没有?|未)(?:在上海)?(?:交|缴|上|买)过?(?:上海)?(?:的)?社保(?!.{0,2}的)|(?:never|not|n't) (?:ever )?(?:paid|contributed to) (?:any )?(?:social (?:insurance|security)|shebao)[^,.;]{0,12}"), lambda match, context: {"insured_months_total": 0, "insured_now": False}, plain=True),
        Rule("insured", compiled(r"(?:没有?|无)(?:上海)(?:的)?社保"), says(insured_now=False), plain=True),
        # how long
        Rule("insured", compiled(rf"{_ELSEWHERE}(?:那边)?(?:的)?{_FILL}{{0,8}}(?:{TOPIC})?{_FILL}{{0,6}}\s?{duration('time')}(?:的|of)?\s?(?:{TOPIC})?"), nothing, rank=-5),
        Rule("insured", compiled(rf"{_FILL}{{0,4}}{duration('time')}(?:的|\s|of)*{_ELSEWHERE}(?:的)?{TOPIC}|{TOPIC}{_FILL}{{0,3}}{_ELSEWHERE}{_FILL}{{0,4}}{duration('other')}"), nothing, rank=-5),
        Rule("insured", compiled(rf"(?:paid|contributed to|had)?[^,.;]{{0,12}}{TOPIC} in {_ELSEWHERE}[^,.;]{{0,10}}"), nothing),
        Rule("insured", compiled(rf"其中(?:在)?{_HERE}(?:这边)?(?:的)?(?:{TOPIC})?{_FILL}{{0,4}}\s?{duration('time')}|{duration('other')} (?:of (?:them|which|those|it) )(?:were |was )?in shanghai"), _of_which, rank=5) if False else
        Rule("insured", compiled(rf"其中(?:在)?{_HERE}(?:这边)?(?:的)?(?:{TOPIC})?{_FILL}{{0,4}}\s?{duration('time')}"), _insured, rank=5, needs=_HAS_TOPIC),
        Rule("insured", compiled(rf"{duration('time').replace('years?|yrs?|-year', 'years?|yrs?|-year|')} (?:of (?:them|which|those|it) )(?:were |was |are )?in shanghai"), _insured, rank=5, needs=_HAS_TOPIC) if False else
        Rule("insured", compiled(rf"(?P<years>{NUMBER}) (?:years )?of (?:them|which|those) (?:were |was |are |have been )?in shanghai"), lambda match, context: _years_of(match), rank=5, needs=_HAS_TOPIC),
        Rule("insured", compiled(rf"从?{dated('since')}(?:起|开始|就)*(?:在上海)?(?:开始)?(?:交|缴|上)(?:纳)?(?:社保)?(?:一直|连续)?(?:到|至)(?:现在|今|目前)|从?{dated('since2')}(?:起|开始)"), lambda match, context: _since(match, context) if match["since_y"] or match["since_iso"] else None, needs=_HAS_TOPIC) if False else
        Rule("insured", compiled(rf"从?{dated('since')}(?:起|开始|就)*(?:在上海)?(?:开始)?(?:交|缴|上)(?:纳)?(?:社保)?,?\s?(?:一直|连续)?(?:交|缴)?(?:(?:到|至)(?:现在|今|目前)|没断过?)"), _since, needs=_HAS_TOPIC),
        Rule("insured", compiled(rf"(?:{_HERE}(?:的)?)?{TOPIC}{_FILL}{{0,8}}\s?{duration('time')}(?:了|吧|的|in shanghai|\s)*,?\s?(?:其中|包括|里面|含|有)*(?:有)?补[缴交](?:了|过)?\s?(?:(?P<back_months>{NUMBER})个月|(?P<back_years>{NUMBER})年)"), _insured),
        Rule("insured", compiled(rf"(?:{_HERE}(?:的)?)?{TOPIC}{_FILL}{{0,8}}\s?{duration('time')}(?:了)?"), _insured),
        Rule("insured", compiled(rf"(?:{_HERE}(?:的)?)?{_PAY}?(?:了|过|满)?\s?{duration('time')}(?:整)?(?:的|\s|of|worth|paid|my|上海|本市|shanghai|in|contributions|to|职工|城镇|cumulative)*{TOPIC}(?!.{{0,3}}(?:断|停))"), _insured),
        Rule("insured", compiled(rf"(?:{_HERE})(?:这边|这里|的|就|也|只|才|是)*(?:交|缴|上|供|有)?(?:了|满|过)?\s?{duration('time')}(?:了)?(?=\s?(?:$|[,.;!?\n]))"), _insured, needs=_HAS_TOPIC, rank=0),
        Rule("insured", compiled(rf"(?:之前|以前|一共|总共|累计|已经|前后)(?:交|缴)(?:了|满|过)?\s?{duration('time')}(?:了)?"), _insured, needs=_HAS_TOPIC),
        Rule("insured", compiled(rf"{TOPIC}{_FILL}{{0,5}}(?:好多|好几|几|多)年"), unclear),
    ),
    learning_before=compiled(r"(?:需要|要求|要|满|得|再|差|还差|缺|少|能|可以|才能)\s?(?:交|缴)?\s?$|(?:for my|my) (?:kid|wife|husband)\s?$"),
    learning_after=compiled(r"\s?(?:才能|才行|才可以|就能|就可以|以后就|required|的要求)"),
)
