"""What is said of social insurance (职工社保): its names, what paying is called, and rules about it."""

from __future__ import annotations

import re
from dataclasses import replace

from ...dates import earliest
from ...model import Facts
from ...numerals import Amount
from ...patterns import Lazy
from ...quantities import Quantity
from ...rules import About, Context, Reading, Rule, Script, compiled, interval

TOPIC_EN = (
    r"(?=[sicm])(?:\bsb\b|shebao|social (?:insurance|security)(?: contributions?)?"
    r"|\bsi\b|\bshanghai system\b|\bsocial system\b|insured|social ins\b|\bcovered here"
    r"|(?<!car )(?<!health )(?<!medical )(?<!life )(?<!private )(?<!commercial )(?<!travel )"
    r"(?<!accident )\binsurance\b(?! (?:agent|broker|company|firm|compan|industry|sales|policy|business"
    r"|card))"
    "|contributions?(?! base)|monthly contributions?|contribut(?:ing|ed) (?:for|to))"
)

TOPIC = (
    r"(?:社保|社会保险|五险一金|五险|[四三]金|养老保险|社险|参保|sb(?=[交缴上买])"
    r"|投保|供款|(?<!公积金)(?:累计|实际)缴(?:费|纳)|缴费(?:年限|年资|足|仍然?|依然|月数|年数|记录|时间)|劳保"
    rf"|[交缴上]金|(?<!公积)金[交缴]|(?<!商业)(?<!意外)(?<!医疗)(?<!人寿)保险(?=[交缴])|{TOPIC_EN})"
)

PAY = r"(?:[交缴]纳?|缴[费付交]|供款|投保|上|买|供|付|给我|paid|paying|pay|contribut(?:ed|ing|ions?))"

HERE = r"(?:在?上海|在?本市|在?沪|来沪|in shanghai|shanghai)"

FILL = (
    rf"(?:\s?(?:{PAY}|{HERE}|给|(?:这边|这里)?一?共|总共|累计|合计|一起|已经?|连续|断断续续|陆续"
    "|目前|现在|到现在|至今|前前后后|前后|总计|合计|年限|年资|时间|记录|情况|公司|单位"
    "|[的也才就都只了得有是过满足还呢嘛吧将整]|月数|年数|月份数?|加起来|算下来|查到|显示|大概|大约|差不多|那边|这边"
    "|正常|实际|实缴|这块|方面"
    "|[个刚]|的话|满打满算|[:,=]|records?|for|of|in|has been|have been|been|i've|i|my|the|is|was"
    "|total|so far|now|a total|since|like|into|already|actually|only|just|months?|years?|and|a bit"
    "|my company has|employee|employees'|under my name|here|there))"
)

ELSEWHERE = (
    "(?:北京|广州|深圳|杭州|苏州|南京|无锡|宁波|昆山|成都|武汉|重庆|天津|合肥|郑州|西安|长沙"
    "|青岛|厦门|常州|南通|嘉兴|温州|福州|东莞|佛山|济南|大连|老家|外地|外省|安徽|江苏|浙江"
    "|江西|河南|湖北|山东|福建|广东|四川"
    "|(?:别的|其他|其它)城市|原籍|beijing|guangzhou|shenzhen|hangzhou|suzhou|nanjing|hometown|ningbo|wuxi"
    r"|kunshan|changzhou|hefei|xi'?an|chongqing|tianjin|zhengzhou|changsha|qingdao|xiamen|nantong|jiaxing|wenzhou"
    r"|fuzhou"
    "|dalian|jinan|anhui|jiangsu|zhejiang|another province"
    "|other cit(?:y|ies)|elsewhere|another city|wuhan|chengdu)"
)


def insured(match: re.Match[str], context: Context) -> Facts | None:
    """Insured for the length of time that was said."""
    return of_length(context.quantity(match, "time"))


def of_length(said: Quantity) -> Facts | None:
    """Insured for a length of time: in months where it was said in them, else in full years."""
    if said.months is not None:
        return {"insured_months_total": interval(said.months)}
    return None if said.years is None else {"insured_years": interval(said.years)}


def since_then(match: re.Match[str], context: Context) -> Facts | None:
    """Paid without a break since a date: the months up to now, the present one perhaps not yet paid."""
    start = context.first(match, "date", "later").date
    if start is None or earliest(start) > context.on:
        return None
    if not _PAYS.search(match.string, max(0, match.start() - 10), match.end() + 6):
        return {}
    first = earliest(start)
    most = (context.on.year - first.year) * 12 + context.on.month - first.month + 1
    facts: Facts = {"insured_months_total": interval(Amount(max(0, most - (1 if "-" in start else 12)), most))}
    if match.groupdict().get("unbroken") or match.groupdict().get("unbroken2"):
        facts["insured_now"] = True
    return facts


def entry(
    slot: str,
    pattern: str,
    read: Reading,
    *,
    rank: int = 0,
    plain: bool = False,
    topic: bool = False,
    needs: Lazy | None = None,
) -> Rule:
    """A rule of the applicant's insurance; where its words say little alone, the text has to name the ``topic`` too."""
    return Rule(slot, compiled(pattern), read, About.APPLICANT, rank, plain=plain, needs=_HAS_TOPIC if topic else needs)


def chinese(rule: Rule) -> Rule:
    """A rule that needs Chinese characters although its topic may be said in English."""
    return replace(rule, scripts=Script.HAN)


def english(rule: Rule) -> Rule:
    """A rule that only a text in Latin letters can meet."""
    return replace(rule, scripts=Script.LATIN)


_PAYS = compiled(rf"{TOPIC}|[交缴供续]")

IN_ALL = 1
"""The rank of a sum, which the parts named before it give way to."""

_HAS_TOPIC = compiled(
    rf"{TOPIC}|paid (?:for )?\ue007? ?(?:out )?of the last|last \ue000,? \ue007 were paid|断[缴交保]|补[缴交]"
    rf"|正常[缴交]|[缴交](?:了|满|过"
    rf"|够)?[\ue000]|back-?paid"
)

SOMEWHERE = compiled(ELSEWHERE)

BROKEN = compiled("断")
