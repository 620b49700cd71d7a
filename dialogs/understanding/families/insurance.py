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
from ..patterns import Lazy
from ..quantities import Quantity
from ..rules import About, Context, Family, Mention, Reading, Rule, Script, compiled, interval, nothing, says, unclear

_TOPIC_EN = (
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
    rf"|[交缴上]金|(?<!公积)金[交缴]|(?<!商业)(?<!意外)(?<!医疗)(?<!人寿)保险(?=[交缴])|{_TOPIC_EN})"
)
_PAY = r"(?:[交缴]纳?|缴[费付交]|供款|投保|上|买|供|付|给我|paid|paying|pay|contribut(?:ed|ing|ions?))"
_HERE = r"(?:在?上海|在?本市|在?沪|来沪|in shanghai|shanghai)"
_FILL = (
    rf"(?:\s?(?:{_PAY}|{_HERE}|给|(?:这边|这里)?一?共|总共|累计|合计|一起|已经?|连续|断断续续|陆续"
    "|目前|现在|到现在|至今|前前后后|前后|总计|合计|年限|年资|时间|记录|情况|公司|单位"
    "|[的也才就都只了得有是过满足还呢嘛吧将整]|月数|年数|月份数?|加起来|算下来|查到|显示|大概|大约|差不多|那边|这边"
    "|正常|实际|实缴|这块|方面"
    "|[个刚]|的话|满打满算|[:,=]|records?|for|of|in|has been|have been|been|i've|i|my|the|is|was"
    "|total|so far|now|a total|since|like|into|already|actually|only|just|months?|years?|and|a bit"
    "|my company has|employee|employees'|under my name|here|there))"
)
_FILL_THERE = _FILL.replace(f"|{_HERE}", "").replace("|here|there))", "|there))")
"""The same about another city: what Shanghai is named before is not of there."""
_ELSEWHERE = (
    "(?:北京|广州|深圳|杭州|苏州|南京|无锡|宁波|昆山|成都|武汉|重庆|天津|合肥|郑州|西安|长沙"
    "|青岛|厦门|常州|南通|嘉兴|温州|福州|东莞|佛山|济南|大连|老家|外地|外省|安徽|江苏|浙江"
    "|江西|河南|湖北|山东|福建|广东|四川"
    "|(?:别的|其他|其它)城市|原籍|beijing|guangzhou|shenzhen|hangzhou|suzhou|nanjing|hometown|ningbo|wuxi"
    r"|kunshan|changzhou|hefei|xi'?an|chongqing|tianjin|zhengzhou|changsha|qingdao|xiamen|nantong|jiaxing|wenzhou"
    r"|fuzhou"
    "|dalian|jinan|anhui|jiangsu|zhejiang|another province"
    "|other cit(?:y|ies)|elsewhere|another city|wuhan|chengdu)"
)


_YEAR = 12


def _insured(match: re.Match[str], context: Context) -> Facts | None:
    return _of_length(context.quantity(match, "time"))


def _of_length(said: Quantity) -> Facts | None:
    if said.months is not None:
        return {"insured_months_total": interval(said.months)}
    return None if said.years is None else {"insured_years": interval(said.years)}


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
    return _insured(match, context)


def _insured_until_it_stopped(match: re.Match[str], context: Context) -> Facts | None:
    length = _insured(match, context)
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
        return _of_length(context.quantity(match, "other"))
    return _of_length(_same_unit(context.quantity(match, "time"), context.quantity(match, "number")))


def _years_done(match: re.Match[str], context: Context) -> Facts:
    return {"insured_years": interval(context.first(match, "number", "done").number())}


def _time_or_years(match: re.Match[str], context: Context) -> Facts | None:
    return _insured(match, context) if match["time"] else _years_alone(match, context)


def _years_there(match: re.Match[str], context: Context) -> Facts:
    amount = context.first(match, "number", "other").number()
    return {"insured_years": interval(amount)}


def _time_there(match: re.Match[str], context: Context) -> Facts | None:
    return _of_length(context.first(match, "time", "other"))


def _for_the_last(match: re.Match[str], context: Context) -> Facts | None:
    """Paid for the last seven years: a length, and of one year every month."""
    said = context.first(match, "time", "other")
    return {"insured_months_last_12": 12} if is_a_year(said) else _of_length(said)


def _time_or_valid(match: re.Match[str], context: Context) -> Facts | None:
    return _of_length(context.first(match, "time", "valid"))


def _since(match: re.Match[str], context: Context) -> Facts | None:
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


def _unbroken_since(match: re.Match[str], context: Context) -> Facts | None:
    facts = _since(match, context)
    return None if facts is None else {**facts, "insured_now": True}


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


def _paid_this_month(match: re.Match[str], context: Context) -> Facts:
    this_month = context.first(match, "month", "paid_in").date == context.on.isoformat()[:7]
    return {"insured_now": True} if this_month else {}


def _not_paid_that_month(match: re.Match[str], context: Context) -> Facts:
    return {"insured_now": False} if _paid_this_month(match, context) else {}


def _paid_that_month(match: re.Match[str], context: Context) -> Facts:
    this_month = context.first(match, "month", "later", "third").date == context.on.isoformat()[:7]
    return {"insured_now": True} if this_month else {}


def _paid_still(match: re.Match[str], context: Context) -> Facts:
    """Nothing is said of today by a gap years ago."""
    return {"insured_now": True} if match["paid"] else {}


def _paid_now(match: re.Match[str], context: Context) -> Facts:
    return _paid_this_month(match, context) if match["month"] else {"insured_now": True}


def _resumed(match: re.Match[str], context: Context) -> Facts:
    return {"insured_now": True} if match["on"] else {}


def _stopped(match: re.Match[str], context: Context) -> Facts:
    return {"insured_now": False}


def _elsewhere(match: re.Match[str], context: Context) -> Facts:
    return {"elsewhere": True}


def _unbroken_for(match: re.Match[str], context: Context) -> Facts | None:
    """So long without a break; 一个月没断过 says that no single month is missing, and no length."""
    length = _insured(match, context)
    if length is None or context.quantity(match, "time").months == Amount(1, 1):
        return {"insured_now": True}
    return {**length, "insured_now": True}


def _never(match: re.Match[str], context: Context) -> Facts:
    return {"insured_months_total": 0, "insured_now": False}


def _rule(
    slot: str,
    pattern: str,
    read: Reading,
    *,
    rank: int = 0,
    plain: bool = False,
    topic: bool = False,
    needs: Lazy | None = None,
) -> Rule:
    return Rule(slot, compiled(pattern), read, About.APPLICANT, rank, plain=plain, needs=_HAS_TOPIC if topic else needs)


def _chinese(rule: Rule) -> Rule:
    """A rule that needs Chinese characters although its topic may be said in English."""
    return replace(rule, scripts=Script.HAN)


def _english(rule: Rule) -> Rule:
    return replace(rule, scripts=Script.LATIN)


_PAYS = compiled(rf"{TOPIC}|[交缴供续]")
_IN_ALL = 1
"""The rank of a sum, which the parts named before it give way to."""
_HAS_TOPIC = compiled(
    rf"{TOPIC}|paid (?:for )?\ue007? ?(?:out )?of the last|last \ue000,? \ue007 were paid|断[缴交保]|补[缴交]"
    rf"|正常[缴交]|[缴交](?:了|满|过"
    rf"|够)?[\ue000]|back-?paid"
)
_ALONE = compiled(r"(?:[,;/\s]|^)\ue000\s?(?:$|[,.;/!?\n])")
"""A length of time that nothing is said of."""
_SOMEWHERE = compiled(_ELSEWHERE)
_BACK_PAID = compiled("补")
_NOT_BACK_PAID = "(?<!补)(?<!补[缴交])(?<!补[缴交][了过满])(?<!made up )(?<!made up)(?<!back.paid )(?<!back paid for )"
"""Months paid afterwards are no valid months, however many they are."""
_OF_THEM = compiled("其中")
_MANY = compiled("[多几]年")
_LATELY_BROKEN = compiled(r"[近去前这].{2,8}[断停空]")
_LATELY = compiled("近|过去|前|这")
_BROKEN = compiled("断")
_THIS_MONTH = compiled(r"[\ue003]")
_YEARS_SAID = compiled("[\ue000]")
_MARRIED_TOO = compiled(r"[\ue000\ue005] (?:of )?(?:marriage|married|work|experience)")
_FOR_LAST = compiled(r"(?:for|over|during) (?:the )?(?:last|past) \ue000")
_MISSED_EN = compiled("miss|skip|unpaid|lost|lack")
_MORE_YEARS = compiled(r"\bi'(?:ll|d) [a-z]+ \ue000|in (?:\ue007 more years|\ue000)")
_UNBROKEN_EN = compiled(
    r"(?:without|no|not an?|never)\b[^.;\ue000-\ue007]{0,14}(?:gap|break|interrupt|stop|miss|laps|skip)"
    r"[^.;]{0,12}\bsince|since [\ue003\ue006][^.;]{0,64}(?:without|no|not a|never)\b[^.;\ue000-\ue007]{0,14}(?:gap"
    r"|break"
    r"|interrupt"
    r"|stop|miss|laps|skip)|start(?:ed|ing)?\b[^.;]{0,40}[\ue003\ue006][^.;]{0,24}(?:without|no|not a|never)\b"
    r"[^.;\ue000-\ue007]{0,14}(?:gap|break|interrupt|stop|miss|laps|skip)"
)
_UNPAID = compiled(
    r"[这近]\ue000.{0,2}[断停没]|停在|最近.?.?[断停]|之后.{0,3}没|[不没](?:有|再|肯)?[给帮替]|[给帮]我[断停]"
    r"|(?:公司|单位|老板).{0,2}[不没]"
)
_STOPS = compiled(r"[没未不停断欠]|空窗")
LAST_YEAR = (
    "(?:(?:最近|近|过去|前|这)的?|(?:in |over |during )?(?:the )?(?:last|past) )<time=year_back>(?:里|内|中|来)?"
)
_LAST_YEAR_EN = r"(?:in |over |during )?(?:the )?(?:last|past) <time=year_back>"
_ANY = r"[^.;!?\n]{0,12}?"
_SOON = r"[^.;!?\n]{0,8}?"
_UNBROKEN = "(?:没有?|未|不曾|从未)(?:有)?(?:中)?(?:间)?[断停](?:过|缴|保)?"
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
    rf"(?<![\ue002倍])(?:{_HERE}的?)?{TOPIC}(?!到(?:年底|月底|\ue004)){_FILL}{{0,8}}\s?<time>(?!之?前"
    rf"|以前|[断停]){_NOT_SINCE}"
)

_LAST_TWELVE = (
    _english(
        _rule(
            "insured",
            rf"(?:for|over|during) (?:the )?(?:last|past) <time>(?! (?:with|at"
            rf"|on)\b),?[^.,;!?\n\ue000-\ue007]{{0,32}}?{_TOPIC_EN}"
            rf"|{_TOPIC_EN}[^.,;!?\n\ue000-\ue007]{{0,24}}? for (?:the )?(?:last|past) <time=other>(?=\s?(?:$"
            rf"|[,.;!?\n]))",
            _for_the_last,
            needs=_FOR_LAST,
        )
    ),
    _english(
        _rule(
            "last_12",
            r"(?:missed|skipped|missing|unpaid|lost|lack(?:ed|ing)?)(?: for)? (?:<time>|<number>)(?: months?)?"
            r"(?: out)? (?:of|in|over|during|within) (?:the |my )?(?:last|past) <time=year_back>"
            r"|(?:the |my )?(?:last|past) <time=back>,?[^.;!?\n\ue000-\ue007]{0,24}(?:missed|skipped|missing|unpaid"
            r"|lack(?:ed|ing)?) (?:only |just )?(?:<time=gap>|<number=gaps>)",
            _missed_of_the_last,
            needs=_MISSED_EN,
        )
    ),
    _english(
        _rule(
            "last_12",
            r"<number> (?:out )?of (?:the )?(?:<number=twelve>|<time=year>) (?:were|was|are|got|have been) (?:paid"
            r"|covered)",
            _so_many_of_twelve,
            topic=True,
        )
    ),
    _rule(
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
    _english(
        _rule(
            "last_12",
            r"(?:(?:all|every(?: single)? month|each month|\ue000)(?: of| in| for| during)?(?: each of)?"
            r"|throughout|for) (?:all )?(?:of )?(?:the |my )?(?:last|past) <time=year_back>",
            _every_month,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "last_12",
            rf"{LAST_YEAR}{_SOON}断缴?[了过]?<time>",
            of_the_last_year("insured_months_last_12", broken=True),
            topic=True,
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "last_12",
            rf"{LAST_YEAR}(?:里|中|内|有|共|一共|总共)*<time>(?:是|都)?(?:断|停|空)[缴交]?(?:了|着|的|过)?",
            of_the_last_year("insured_months_last_12", broken=True),
            needs=_LATELY_BROKEN,
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "last_12",
            rf"{LAST_YEAR}[^.;!?\n补\ue000-\ue007]{{0,6}}[交缴](?:了|过|满|够|纳)*<time>",
            of_the_last_year("insured_months_last_12"),
            needs=_LATELY,
        )
    ),
    _rule("last_12", rf"{LAST_YEAR}{_ANY}<time>(?:的?社保)?", of_the_last_year("insured_months_last_12"), topic=True),
    _english(
        _rule(
            "last_12",
            r"<number> (?:out )?of (?:the |my )?(?:last|past) <time=year_back>",
            _so_many_of_the_last,
            topic=True,
        )
    ),
    _english(
        _rule(
            "last_12",
            r"(?:\ball|every(?: one)?|each)(?: of| in)? (?:the |my )?<time=year_back> (?:before|previous|prior)"
            r"|(?:previous|prior|last|past) <time=back>[,:]? (?:all|fully|every month|each month) (?:paid"
            r"|insured|covered)",
            _all_before,
            topic=True,
        )
    ),
    _english(
        _rule(
            "last_12",
            r"in the <time=year_back> before,? <number> (?:months? )?(?:were|was|are) paid"
            r"|<number=only> (?:out )?of (?:the |my )?(?:last|past) <number=twelve>(?! (?:months? )?(?:at"
            r"|with|on)\b)(?=\s?(?:$|[,.;!?\n]))",
            _so_many_before,
        )
    ),
    _english(
        _rule(
            "last_12",
            r"paid (?:for )?<number> (?:out )?of (?:the |my )?(?:last|past) <time=year_back>",
            _so_many_of_the_last,
        )
    ),
    _english(
        _rule(
            "last_12",
            r"<time>[^.;!?\n\ue000-\ue007\u4e00-\u9fff]{0,32}(?:in|over|during|of|out of) (?:the "
            r"|my )?(?:last|past) (?:<number=twelve>(?=\s?(?:$|[,.;!?]))|(?P<a_year>year)\b)",
            _of_the_last_twelve,
            topic=True,
        )
    ),
    _english(
        _rule(
            "last_12",
            rf"{_LAST_YEAR_EN}[^.;!?\n\ue000-\ue007\u4e00-\u9fff]{{0,48}}<time>",
            of_the_last_year("insured_months_last_12"),
            topic=True,
        )
    ),
    _english(
        _rule(
            "last_12",
            rf"<time> (?:of {_TOPIC_EN} )?(?:paid )?{_LAST_YEAR_EN}",
            of_the_last_year("insured_months_last_12"),
            topic=True,
        )
    ),
    _english(
        _rule(
            "last_12",
            r"of (?:the |my )?(?:last|past|previous) <time=year_back>,? (?:only |just |i (?:have|had|paid) |there"
            r" (?:are|were) )*"
            r"<number>(?: months?)? (?:were|was|are|have been|had been|got|paid|count|covered)",
            _so_many_of_the_last,
            topic=True,
        )
    ),
)
_NOW = (
    _english(
        _rule(
            "insured_now",
            rf"(?:\bnot|n't)(?: been)? pa(?:id|y)(?: any| my| for| into| in)* {_TOPIC_EN}(?: for| in)? <date=month>",
            _not_paid_that_month,
            plain=True,
        )
    ),
    _english(
        _rule(
            "insured_now",
            r"(?:insured|insurance|shebao|contributions?|paid)\?? (?:no, )?not (?:for )?(?:[\ue003]|now"
            r"|at the moment|currently|any ?more)"
            r"|\bnot (?:currently|now|presently) (?:insured|paid|covered)"
            r"|(?:nothing|none|not|no (?:insurance|shebao|contributions?|social insurance))(?: (?:is|was"
            r"|were|has been|being|been))? (?:paid|insured)(?: for| in)? (?:[\ue003]|now|at the moment"
            r"|currently)"
            r"|(?:insurance|shebao) (?:has |was |is )?(?:not|isn't|wasn't) paid (?:for |in )?[\ue003]",
            says(insured_now=False),
            topic=True,
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            r"(?<=[,;\s])(?:中间|一直|从来?|都|也)*没(?:有)?(?:中)?断过(?=\s?(?:$|[,.;!?\n]))",
            says(insured_now=True),
            plain=True,
            needs=_BROKEN,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            (
                f"(?:{TOPIC}|缴费)[^.;!?\n\ue000\ue005]{{0,10}}?(?:没有?|未曾?|不曾)(?:中?断"
                f"|停)[缴交过掉]*|没有?(?:{TOPIC})?(?:断|停)(?:缴|保)过?"
            ),
            says(insured_now=True),
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"(?:{TOPIC}[^.;!?\n\ue000-\ue007]{{0,8}})?(?<![没未不])(?<!没有)[断停][^.;!?\n]{{0,10}}?(?:(?P<on>(?:现在"
            rf"|目前"
            rf"|如今)(?:又|已经?|都|也|重新)*(?:续上|接上|恢复|[交缴续]))|续上|接上|补上|恢复|又[交缴]"
            rf"|重新[交缴])",
            _resumed,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"{TOPIC}(?:公司|单位)(?:都|一直|也)*(?:在|有)?(?:[给帮]我?)?[交缴]的?着?(?=\s?(?:$|[,.;!?\n]))|"
            rf"(?:(?:现在|目前|(?<=[,;\s])现)(?:又|都|也|已经?)*(?:在正常|在|正常|恢复)|(?:还|一直|仍)在"
            rf"(?:正常)?)[交缴][着纳]?(?=\s?(?:的|呢|了)?\s?(?:$|[,.;!?\n]))"
            rf"|{TOPIC}[^,.;!?\n没未不断停\ue000-\ue007]{{0,10}}一直(?:都|也)?(?:在|有)?(?:正常)?[交缴上供][着纳]?"
            rf"(?=\s?(?:的|呢|了|到现在|到今天|至今)?\s?(?:$|[,.;!?\n]))",
            says(insured_now=True),
            topic=True,
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            (
                rf"{TOPIC}(?:一直|都|也|现在|目前|还|是|交|缴)*(?:在|转[到去回]了?){_ELSEWHERE}(?:那边)?(?:[交缴上]"
                rf"|给我[交缴])[纳着]?(?:的|着)?(?=\s?(?:$|[,.;!?\n]))"
            ),
            _stopped,
            needs=_SOMEWHERE,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"{TOPIC}(?:一直|都|也|现在|目前|还|是)*[交缴]在{_ELSEWHERE}(?:那边)?(?:的)?(?=\s?(?:$|[,.;!?\n]))",
            _stopped,
            needs=_SOMEWHERE,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"{TOPIC}[^,.;!?\n没未不断停补\ue000-\ue007]{{0,8}}(?:(?:有(?:在)?|正常|在正常|正在|都在"
            rf"|还在|一直在)[帮给]?我?(?:正常)?[交缴](?:纳|着)?(?=\s?(?:的|呢|了|中|$|[,.;!?\n ]|居))"
            rf"|给[交缴]着)"
            rf"|{TOPIC}[^,.;!?\n没未不断停补\ue000-\ue007]{{0,8}}(?:有|在)(?:一直)?[帮给]我?(?:正常)?[交缴]"
            rf"|(?:公司|单位)(?:一直|都|每个?月|正常)(?:都|在|有|也)*[给帮替]我?(?:正常)?[交缴供]{TOPIC}?"
            rf"|{TOPIC}(?:一直)?照常[交缴]"
            rf"|(?:公司|单位)[^,.;!?\n没未不断停补\ue000-\ue007]{{0,4}}[给帮](?:我)?[交缴]着(?=\s?(?:的"
            rf"|呢|$|[,.;!?\n]))"
            rf"|(?:现在|目前|一直)(?:都|又|也|是|已经)*正常?在?(?:正常)?[交缴](?:纳|着)?(?:社保)?(?=\s?"
            rf"(?:的|呢|中|$|[,.;!?\n]))",
            says(insured_now=True),
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            (
                r"(?:上海|这边|本市|沪)(?:这边)?(?:现在|目前|一直|就|都|也|并)*(?:没|没有|未|不)(?:在|有"
                r"|给)*[交缴](?:社保|了|的)?(?=\s?(?:$|[,.;!?\n]))"
            ),
            says(insured_now=False),
            topic=True,
            plain=True,
        )
    ),
    _english(
        _rule(
            "insured_now",
            r"(?:insured|paid|covered|contribut(?:ed|ing)|(?:being|is|are) paid|insurance)(?: is| are)?"
            r"(?: up)?(?: for| in)? (?:the (?:present|current) month|(?P<month>[\ue003]))(?: too| as well"
            r"| yes)?"
            rf"|(?:company|employer|firm|boss)(?:, [^,.;!?\n]{{1,30}},)?(?: still| always| now| is"
            rf"| currently)* pay(?:s"
            rf"|ing)"
            rf"(?: for)?(?: all)? (?:my|the|his|her|our) (?={_TOPIC_EN}(?! (?:base|at|on)))"
            r"|(?:currently|now|still|presently) (?:being )?(?:paid|insured|covered|contributing)(?=\s?"
            r"(?:too|as well|$|[,.;!?\n]))"
            r"|(?:social insurance|shebao|insurance|contributions?)(?: is| are)? (?:current|active"
            r"|running|ongoing|being paid)(?=\s?(?:$|[,.;!?\n]| now| at))",
            _paid_now,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"{TOPIC}(?:都|已经?|也)*断[缴交]?了?[有快都]?[\ue000]了"
            r"(?![^.;!?\n]{0,12}(?:续|恢复|补|接上|又[交缴]|重新|在[交缴]))",
            says(insured_now=False),
            plain=True,
            needs=_BROKEN,
        )
    ),
    _rule("insured_now", r"断缴?[了过]?[^,.;!?]{0,3}<time>|(?<!没)(?<!没有)断[缴交]?过(?!的)", nothing),
    _rule(
        "insured_now",
        rf"(?<!没有)(?<!没)(?<!无){TOPIC}(?:[\ue003]|[上这]个?月|公司|也|\s)*刚[断停](?=\s?(?:$|[,.;!?\n]))"
        rf"|(?<!没有)(?<!没)(?<!无){TOPIC}(?:已经?|也|都|就|又|刚|现在|[上这]个?月|目前|突然|给我|自己|被|有点|\s"
        r"|[\ue003])*(?:断|暂?停)[缴交了的掉保着]+"
        r"|(?<!没)(?<!没有)(?<!未)(?<!会)(?<!怕)[断停]保(?:了|中|状态)?(?!吗|影响|怎么|会|后)"
        r"|断缴(?:了|中|状态)?(?!吗|影响|怎么)"
        "|(?:现在|目前|这个月|已经)(?:没有?|不)(?:在)?[交缴上]社保|(?:social (?:insurance"
        "|security)|shebao) (?:has |was |is |just )?(?:stopped|lapsed|interrupted|suspended)"
        "|not (?:currently )?paying (?:social|shebao)",
        says(insured_now=False),
        plain=True,
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"(?:{TOPIC}(?P<paid_in>[\ue003])|(?P<month>[\ue003])的?{TOPIC})(?:已经?|也|都|正常|是|我|有|公司|给我"
            rf"|\s)*(?:[交缴扣]|到账)[纳费]?(?!的?基数)",
            _paid_this_month,
            needs=_THIS_MONTH,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"(?P<month>[\ue003])(?:份|公司|单位|[我已经也都就有给帮正常刚])*[交缴]纳?(?:了|过|上)?的?{TOPIC}(?!的?(?:基数|多|多少))",
            _paid_this_month,
            needs=_THIS_MONTH,
        )
    ),
    _chinese(
        _rule(
            "insured",
            rf"{TOPIC}(?:[也都就我是]|目前|现在|一直)*有的?(?=\s?(?:$|[,.;!?\n]))|(?<![没只])有(?:上海的?)?{TOPIC}(?=\s?(?:$|[,.;!?\n]))",
            unclear,
            rank=-1,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            r"(?P<month>[\ue003])(?:的|也|已经?|都|正常|有|在|公司|单位|给我)*[交缴]纳?"
            r"(?:了|(?<=[已在常有].)中?|(?<=[已在常有].纳))(?:社保)?(?=\s?(?:$|[,.;!?\n]))",
            _paid_this_month,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            r"(?P<month>[\ue003])[^,.;!?\n\ue000-\ue007]{0,8}[没未](?:有|给我|帮我|再|继续)*[交缴](?!过)",
            _not_paid_that_month,
            topic=True,
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "insured_now",
            rf"(?:现在|目前|这个月|本月|当月|\ue003)[^,.;!?\n]{{0,8}}(?:没有?|未|不)(?:再|继续|在"
            rf"|给我|帮我|正常)*[交缴上续]纳?(?:的|了)?{TOPIC}"
            rf"|{TOPIC}[^,.;!?\n]{{0,5}}(?<!从)(?<!从来)没(?:有)?续(?:缴|交|上)?(?=\s?(?:$|[,.;!?\n]))"
            rf"|{TOPIC}[^,.;!?\n]{{0,5}}(?<!从)(?<!从来)没(?:有)?(?:人)?(?:再|继续|给我"
            rf"|帮我|接着|正常)*[交缴续]了|{TOPIC}(?:现在|目前|暂时|\ue003)没(?:有|在)?[交缴]"
            rf"|\ue003的?{TOPIC}(?:还|也|都|就|公司)*没(?:有|给我)?[交缴]|(?:就|已经|都|再也)(?:不"
            rf"|没)(?:再)?(?:给我|帮我|替我)?[交缴](?:{TOPIC})了"
            rf"|{TOPIC}[^,.;!?\n没未不会怕\ue000\ue005]{{0,6}}?[断停][缴交保掉]*了(?=\s?(?:"
            rf"$|[,.;!?\n]))"
            rf"|{TOPIC}(?:处于|是|状态|[:]|目前|现在|已经?|\s)*(?:停缴|断缴|中断|暂停|欠缴|空窗)(?:状态"
            rf"|中|了)?(?!\s?(?:吗|影响|怎么|过|会|[\ue000]|[^,.;]{{0,6}}[\ue000]))",
            says(insured_now=False),
            plain=True,
            needs=_STOPS,
        )
    ),
    _english(
        _rule(
            "insured_now",
            r"insurance (?:has |was |is |got |just |also |then )*(?:stopped|lapsed|cut off|suspended|interrupted)"
            r"|(?:stopped|no longer|(?<!did )(?<!do )not|(?<!did)(?<!don)n't|ceased)(?: been| being"
            r"| currently)? (?:pay(?:ing)?|contribut(?:e|ing)"
            r"|cover(?:ed|ing)|insur(?:ed|ing))(?: (?:my|for|to|into|by|the|any|shanghai|employee))*"
            r" ?(?:social (?:insurance|security)|shebao)?(?: (?:for|since|in|this|last) [^,.;]{0,12})?",
            _stopped,
        )
    ),
    _english(
        _rule(
            "insured_now",
            rf"(?:currently|now|presently|at present|still|i'm|i am|am) (?:being )?(?:covered by|insured"
            rf"|enrolled in|paying(?: into)?|contributing(?: to)?|in|under)(?: (?:with|the|a|my|shanghai|employee"
            rf"|employees'|shanghai's|urban))*(?:$|(?=[,.;])| {_TOPIC_EN})(?!\s?for)"
            r"|(?:never|not|n't)(?: been| ever)* (?:interrupted|stopped|lapsed|broken)"
            rf"|i pay (?:my |for |the )*(?:{_TOPIC_EN}|insurance)[^.;,\ue000-\ue007]{{0,20}}(?:right now|now"
            rf"|at the moment|currently)"
            r"|(?:without|no) (?:a |any |single )?(?:break|gap|interruption|lapse)s?|uninterrupted(?:ly)?"
            r"|(?:contributions?|social insurance|shebao) (?:is|are) (?:up to date|current|being paid)",
            says(insured_now=True),
            topic=True,
        )
    ),
    _english(
        _rule(
            "insured_now",
            rf"{_TOPIC_EN} (?:is|are|gets|get) (?:being |currently |now )?(?:paid|handled|done) (?:in|by"
            rf"|through|from)"
            rf" {_ELSEWHERE}"
            rf"|\bneither [^.;,!?]{{1,16}} nor (?:any )?{_TOPIC_EN}(?: right now| now| at the moment| at present"
            rf"|(?=[.,;]|$))"
            rf"|\b(?:nobody|no one|no employer) insures me\b"
            rf"|\b(?:i'm|i am|am|and|she's|he's|is) (?:currently |now |therefore |thus )?uninsured\b"
            rf"|\b(?:cut|stopped|cancell?ed|terminated|ended|suspended) my {_TOPIC_EN}"
            rf"|(?:nobody|no one|no company|no employer|none)(?: is| has been|'s)?(?: currently| now)? pay(?:s|ing)?"
            rf"(?: for)?(?: my| any| the| into)* {_TOPIC_EN}"
            rf"|{_TOPIC_EN}(?: is| are|'s| has| have)(?: currently| now| at present)? ?(?:not|n't|no longer)(?: being"
            rf"| been| currently)*(?: paid| covered| running| active| contributing)"
            rf"|{_TOPIC_EN}(?: payments?| contributions?)?(?: has| have| is| are| was| were| got| just| also| then"
            rf"| currently| now)* (?:stopped|lapsed|cut off|suspended|interrupted|ended|ceased|paused|on hold"
            rf"|discontinued)(?=\s?(?:$|[,.;!?\n]| (?:in|since|when|at|now|because|after|last|this|from|as)\b"
            rf"| [\ue003]))"
            rf"|\b(?:currently|now|presently) uninsured|uninsured (?:now|at the moment|at present|right now)",
            says(insured_now=False),
            topic=True,
            plain=True,
        )
    ),
    _english(
        _rule(
            "insured_now",
            rf"(?<!private )(?<!medical )(?<!no ){_TOPIC_EN}(?: payments?)?(?: is| are|:| -| =|'s|,| status|"
            rf" currently| now"
            rf"| in shanghai| here| still| always| being| all)* ?(?:current\b(?! base)|up to date|up-to-date|active\b"
            rf"|ongoing"
            rf"|running\b|being paid|(?:still )?(?:paid|made) (?:every|each) month|(?:paid|made) monthly|in payment\b"
            rf"|in order\b"
            rf"|currently (?:being )?paid|paid at (?:the moment|present)|paid (?:now|currently)\b"
            rf"|still (?:being )?paid|continu(?:es|ing)\b|uninterrupted)"
            rf"|(?<!not )\b(?:is|are|it's|'s|being) (?:being )?(?:paid|covered|insured|running|active|going|up and"
            rf" running|back on) (?:again|now|currently"
            rf"|at present|at the moment)\b"
            rf"|\bstill (?:on|in|with|under) (?:shanghai )?{_TOPIC_EN}"
            rf"|(?:never|not|n't|without ever)(?: ever| once| yet)? (?:miss(?:ed|ing)?|skip(?:ped|ping)?)(?: out on|"
            rf" even)? "
            rf"(?:an?|any|one|a single)(?: single)? (?:month|payment|contribution)"
            rf"|(?:not|never) (?:an?|one|a single) (?:gap|break|month missed|missed month|missed payment)"
            rf"|without (?:ever )?(?:stopping|missing|a missed month)",
            says(insured_now=True),
            topic=True,
            plain=True,
        )
    ),
    _english(
        _rule(
            "insured_now",
            r"<date=month>,? (?:is )?(?:included|including|as well|inclusive)\b|including <date=later>"
            r"|<date=third>(?:'s)? (?:contribution|payment|insurance|shebao|social insurance)s? (?:went through|has"
            r" been paid"
            r"|was paid|is paid|is in|is done|has gone through|already paid|paid|included)",
            _paid_that_month,
            topic=True,
        )
    ),
    _rule(
        "insured_now",
        rf"{TOPIC}(?:在?上海|在?本市|由|公司|单位|给我|帮我|目前|现在|也|都|是|一直|还|仍然?|依然|依旧"
        rf"|\s)*(?:在(?:正常)?(?:[交缴续]|上(?!海))|连续[交缴]"
        "|(?:状态)?[:]?正常(?:[交缴在]|$|(?=[,.;]))|[交缴]纳?中(?=$|[,.; ])"
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
    _rule("insured", rf"{TOPIC}(?:从来|一直|都|也|我)*没(?:有)?[交缴上买]过(?=\s?(?:$|[,.;!?\n]))", _never, plain=True),
    _rule(
        "insured_now",
        r"(?<![年月时])没(?:有)?给我[交缴上买](?:上海)?的?社保(?![^.;!?\n]{0,16}(?:后来|现在|直到))",
        says(insured_now=False),
        plain=True,
    ),
    _rule("insured", r"(?:没有?|未|没给)(?:在上海)?[交缴上买](?:上海)?的?社保", unclear, plain=True),
    _rule(
        "insured_now",
        rf"{TOPIC}(?:还|都)*没(?:有)?(?:开始)?[交缴](?=\s?(?:$|[,.;!?\n]))",
        says(insured_now=False),
        plain=True,
    ),
    _rule(
        "insured_now",
        rf"不(?:再|肯)?(?:给|帮)我?[交缴上]{TOPIC}了(?!吗)|{TOPIC}(?:这|最近|近)\ue000(?:都|就)?(?:[断停]"
        rf"|没[交缴])了?(?=\s?(?:$|[,.;]))|(?:给|帮)我[断停]了?{TOPIC}|{TOPIC}(?:就"
        rf"|都)?停在了?\ue003|最近\ue003?(?:刚"
        rf"|又)?[断停]了(?=\s?(?:$|[,.;!?\n]))"
        rf"|之后(?:就|都)?没(?:有)?(?:再|继续)?[交缴]了?(?=\s?(?:$|[,.;!?\n]))|{TOPIC}(?:公司|单位|老板)(?:是"
        rf"|都|也)?[不没](?:有)?(?:给|帮|替)?我?[交缴上](?:的)?(?=\s?(?:$|[,.;!?\n]))",
        says(insured_now=False),
        needs=_UNPAID,
        plain=True,
    ),
    _rule(
        "insured_now",
        (
            r"没(?:有)?(?:公司|单位|人|老板)(?:给|帮|替)我?[交缴上买]社保|(?:公司|单位|老板)(?:没有?|不)(?:给"
            r"|帮|替)我?[交缴上买]社保"
        ),
        says(insured_now=False),
        plain=True,
    ),
    _rule(
        "insured",
        r"\bno (?:social )?(?:insurance|shebao)(?: in shanghai| here)?(?: at present| at the moment| now| currently|"
        r" right now)?"
        r"(?=\s?(?:$|[,.;!?]|-))|(?:没有?|无)(?:在)?(?:上海)?的?(?:任何)?社保(?!缴"
        r"|断|记录|[^,.;!?\n]{0,3}(?:问题"
        r"|影响|断))|(?:\bno|don't have(?: any)?"
        r"|without(?: any)?) (?:shanghai )?(?:social (?:insurance"
        r"|security)|shebao)(?! (?:gap|break|record))",
        says(insured_now=False),
        plain=True,
    ),
)
_VALID_ONLY = (
    _chinese(
        _rule(
            "insured",
            (
                r"(?:有效(?:的|月数|月份|缴费)?[是有为:]*|净|(?:扣[掉除了去]|去掉|除[去掉开]"
                r"|不[算含包])[^.;!?\n\ue000-\ue007]{0,8}(?:[\ue000][^,.;!?\n\ue000-\ue007]{0,6})?[,]?"
                r"(?:不算)?(?:的话|之后|后|以后|就|还|,|剩下?|余下?|是|有效)*(?:有|剩|是|为|满|还有)*)<time>"
            ),
            _insured,
            rank=6,
            topic=True,
            plain=True,
        )
    ),
    _english(
        _rule(
            "insured",
            r"<time>[^.;!?\n\ue000-\ue007]{0,12}(?:excluding|not counting|not including|without|net of"
            r"|after deducting|minus|other than|besides)"
            r"(?: the| any| my)?(?: [\ue000\ue007])?(?: of)? (?:back[- ]?pa|made-up|catch)",
            _insured,
            rank=6,
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "insured",
            (
                r"(?:查(?:了|到|过|出来|下来)?(?:一下)?|显示|系统里?|(?<=app)|准确)(?:的|只|才|其实|实际"
                r"|[是有:,为]|上|说|写)*<time>"
            ),
            _insured,
            rank=4,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured",
            r"(?:(?<=[\ue000\ue005])|(?<=[\ue000\ue005][,\s])|(?<=社保))我(?:自己)?<time>(?=\s?(?:$|[,.;!?\n他她]))",
            _insured,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured",
            rf"{TOPIC}[^.;!?\n]{{0,12}},\s?(?:现在|目前)(?:才|只有?|刚|已经?|有|就|是|一共|满"
            rf"|[交缴]了)*<time>(?=\s?(?:$|[,.;!?\n]))",
            _insured,
        )
    ),
    _chinese(
        _rule(
            "insured",
            r"我(?:自己)?(?:的)?(?:这边)?(?:才|只有?|刚|就|也就|也|有)+(?:[交缴]了?|满)?\s?<time>(?!前|后|内)",
            _insured,
            topic=True,
        )
    ),
)
_HOW_LONG = (
    _english(
        _rule(
            "insured",
            r"<time>(?: of [a-z ]{3,20}?)?,? (?:with |and |but )?<number> of (?:them|which|those|these) (?:[a-z]+"
            r" )?(?:in|from|at) "
            rf"{_ELSEWHERE}",
            _less_back_payments,
            rank=5,
            needs=_SOMEWHERE,
        )
    ),
    _english(
        _rule(
            "insured",
            rf"<time>(?: of)? {_TOPIC_EN}(?= [\ue000\ue005] (?:of )?(?:marriage|married|work|experience))",
            _insured,
            needs=_MARRIED_TOO,
        )
    ),
    _english(
        _rule(
            "insured",
            r"<time>(?: of (?:it|them|that))?(?: (?:were|was|are|is|paid|only|just))* in shanghai\b",
            _insured,
            rank=5,
            topic=True,
            needs=_SOMEWHERE,
        )
    ),
    _english(
        _rule(
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
    _english(
        _rule(
            "insured",
            r"(?<!back-)(?<!back )\b(?:been |kept )?(?:paying|contributing)(?: in| into it| it| them| here|"
            r" continuously)*,? "
            r"(?:for|since)(?: about| some| roughly)? <time>(?=\s?(?:$|[,.;!?\n]))",
            _insured,
            topic=True,
        )
    ),
    _english(
        _rule(
            "insured",
            rf"\bnot <time>(?: of)? {_TOPIC_EN},? but (?:only )?(?:<time=other>|<number>)",
            _corrected_time,
            rank=5,
            plain=True,
        )
    ),
    _chinese(
        _rule(
            "insured",
            rf"灵活就业[^,.;!?\n\ue000-\ue007]{{0,6}}(?:{TOPIC})?{_FILL}{{0,4}}<time>",
            unclear,
            needs=compiled("灵活就业"),
        )
    ),
    _chinese(
        _rule(
            "insured",
            _LONG
            + (
                rf"(?:了|吧|的|\s)*[,(]?\s?(?:其中|包括|里面|含|有|但是?)+(?:(?:在|交在)?{_ELSEWHERE}"
                rf"(?:那边)?(?:的|[交缴上]了?|有|是)*<time=back2>(?=\s?(?:$|[,.;!?)\n]))|\s?<time=back>"
                rf"(?:是|都|都是|的)*"
                rf"(?:在|交在)?{_ELSEWHERE}(?:那边)?(?:的|[交缴上]的?)?)[)]?"
            ),
            _less_back_payments,
            rank=5,
            needs=_SOMEWHERE,
        )
    ),
    _rule(
        "elsewhere",
        (
            rf"{_ELSEWHERE}(?:那边)?的?{_FILL_THERE}{{0,8}}(?:{TOPIC})?{_FILL_THERE}{{0,6}}\s?<time>(?:的"
            rf"|of)?\s?(?:{TOPIC})?"
        ),
        _elsewhere,
        needs=_SOMEWHERE,
    ),
    _chinese(
        _rule(
            "elsewhere", rf"[头前先]<time>(?:是|都)?在?{_ELSEWHERE}(?=\s?(?:$|[,.;!?\n]))", _elsewhere, needs=_SOMEWHERE
        )
    ),
    _chinese(
        _rule(
            "insured",
            r"(?:后|后面|之后|剩下的?|最近|近)<time>(?:是|都|才)*在(?:上海|本市)(?:[交缴]的?)?(?=\s?(?:$|[,.;!?\n]))",
            _insured,
            rank=5,
            topic=True,
            needs=None,
        )
    ),
    _chinese(
        _rule("elsewhere", rf"<time>(?:是|都是|都)?在?{_ELSEWHERE}(?:那边)?[交缴上买]", _elsewhere, needs=_SOMEWHERE)
    ),
    _rule(
        "elsewhere",
        (
            rf"<time>(?:的|\s|of)*{_ELSEWHERE}的?{TOPIC}"
            f"|{TOPIC}{_FILL}{{0,3}}{_ELSEWHERE}{_FILL}{{0,4}}<time=other>"
        ),
        _elsewhere,
        needs=_SOMEWHERE,
    ),
    _english(
        _rule(
            "elsewhere",
            rf"<time>(?:(?!shanghai)[^.;,!?\n\ue000-\ue007]){{0,34}} (?:in|from|at) {_ELSEWHERE}",
            _elsewhere,
            needs=_SOMEWHERE,
        )
    ),
    _english(
        _rule(
            "elsewhere",
            rf"{_TOPIC_EN} in"
            rf" {_ELSEWHERE}(?:[^,.;]{{0,10}}[\ue000\ue005])?",
            _elsewhere,
            needs=_SOMEWHERE,
        )
    ),
    _english(
        _rule(
            "insured",
            r"\bof (?:my|the|these|those|his|her) <time>[^.;!?\n\ue000-\ue007]{0,40}?,? (?:<time=back>|<number>) "
            r"(?:(?:were|was|are|is|got|have been|had been) )(?:[a-z]+ )?(?:back-?paid|made up|paid (?:back|later"
            r"|afterwards))",
            _less_back_payments,
            rank=1,
            topic=True,
        )
    ),
    _english(
        _rule(
            "insured",
            r"<time>[^.;!?\n\ue000-\ue007\u4e00-\u9fff]{0,32}(?:of which|including|of them"
            r"|of those)[^.;,\ue000-\ue007]{0,10}"
            r"(?:<time=back>|<number>) (?:(?:were|was|are|is|years?|months?) )*(?:back-?paid|made up"
            r"|back payments?|paid (?:back|afterwards|later))",
            _less_back_payments,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured",
            (
                r"(?<=[,;\s的])(?:在)?上海的?(?:这边)?(?:[交缴])?(?:其实|实际上?|真正)?(?:只有?|就|才|仅|有)+"
                r"(?:[交缴]了?)?\s?<time>"
            ),
            _insured,
            rank=5,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured",
            rf"其中在?{_HERE}(?:这边)?的?(?:{TOPIC})?{_FILL}{{0,4}}\s?<time>",
            _insured,
            rank=5,
            needs=_OF_THEM,
        )
    ),
    _english(
        _rule(
            "insured",
            r"<number> of (?:them|which|those) (?:were |was |are |have been )?in shanghai",
            _years_alone,
            rank=5,
            topic=True,
        )
    ),
    _english(
        _rule(
            "insured",
            r"<time>[^.\n\ue000-\ue007\u4e00-\u9fff]{0,24}(?:of (?:which|them|those)"
            r"|including),? (?:<time=back>|<number>)"
            rf"(?: (?:were|was|are|paid|years?|months?))* (?:in|from|at) {_ELSEWHERE}",
            _less_back_payments,
            rank=5,
            topic=True,
            needs=_SOMEWHERE,
        )
    ),
    _english(
        _rule(
            "insured",
            r"<time> of (?:them|which|those) (?:were |was |are |have been )?in shanghai",
            _insured,
            rank=5,
            topic=True,
        )
    ),
    _english(
        _rule(
            "insured",
            r"(?:then|and|plus|but|only|just|the next|the rest|the other|the last|,|:)(?: then| only"
            r"| just| another| the next| the other| the last)? <number> (?:years? |yrs? )?(?:in shanghai"
            r"|here)"
            r"|(?:in shanghai|\bhere)(?: it is| it's| only| just| is| was|:)* <number=other>(?=\s?(?:$|[,.;!?\n]))",
            _years_there,
            rank=5,
            needs=_SOMEWHERE,
        )
    ),
    _english(
        _rule(
            "insured",
            r"(?:(?:insurance|shebao|contributions?)(?: \w+)?,? )?(?:in shanghai|\bhere)(?: it is| it's"
            r"| only| just| is| was|:)* <time>"
            r"|<time=other>(?: only| just| all told| altogether| in total)? (?:in shanghai|here)(?=\s?(?:$|[,.;!?\n]|"
            r" and| but))",
            _time_there,
            rank=5,
            needs=_SOMEWHERE,
        )
    ),
    _english(
        _rule(
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
    _english(
        _rule(
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
    _english(
        _rule(
            "insured",
            r"(?:(?:insured|contribution|contributed|insurance|si|shebao|paid) months?|months? (?:insured|paid"
            r"|contributed"
            rf"|of (?:shanghai )?{_TOPIC_EN}))(?: in| so| to)?(?: total| all| far| date)?(?: is| are|:|=|,)*"
            rf" ?<number>(?!\s?[%x])",
            _months_alone,
        )
    ),
    _english(
        _rule(
            "insured",
            r"<number> (?:insured|paid(?:-up)?|contribution|contributed|insurance|shebao|si) months?",
            _months_alone,
        )
    ),
    _english(
        _rule(
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
    _english(
        _rule(
            "insured",
            rf"{_TOPIC_EN}[^.;,!?\n\ue000-\ue007]{{0,16}}for (?:the )?(?:last|past) <number>(?=\s?(?:$|[,.;!?\n]))",
            _years_alone,
            needs=_YEARS_SAID,
        )
    ),
    _english(
        _rule(
            "insured",
            ("paying (?:my |for )?(?:social insurance|social security|shebao)[^.;,]{0,14}? since <date>"),
            _since,
        )
    ),
    _chinese(
        _rule(
            "insured",
            r"(?:缴费|缴纳|社保|参保|累计)(?:总|的)?(?:月数|月份数?)(?:合计|总计|累计"
            r"|总数)?[:是为有,\s]*<number>个?[,(]?(?:其中|包括|里面|含|有)*"
            r"补[缴交](?:了|的|过|有)?(?:<time=back>|<number=less>)",
            _months_less_back_payments,
            needs=_BACK_PAID,
        )
    ),
    _rule(
        "insured",
        (
            r"(?:(?:缴费|缴纳|社保|参保|累计)(?:总|的)?(?:月数|月份数?)(?:合计|总计|累计|总数)?|(?:insurance|insured"
            r"|si) months)[:是为有,\s]*<number>(?!\s?[%年])"
        ),
        _months_alone,
    ),
    _chinese(
        _rule(
            "insured",
            r"(?:合计|总计|总年限|加起来|加(?:在)?一起)(?:[交缴有是共]|大概|差不多|个"
            r"|[:,])*[了满过]*\s?<time>了?(?=\s?(?:$|[,.;!?)\n]))",
            _insured,
            rank=_IN_ALL,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured",
            r"(?:到|截至|截止)(?:[\ue003]|目前|现在|今天)?(?:为止)?(?:正好|刚好|已经?|累计|一共|总共|共计|共"
            rf"|{_HERE}(?:这边)?|大概|差不多|[交缴]了|[有满是,])*<time>",
            _insured,
            topic=True,
        )
    ),
    _rule(
        "insured",
        r"(?:社保年限|缴费年限|years of (?:shanghai )?(?:social )?(?:insurance|shebao)|(?:social insurance|insurance"
        r"|shebao|si) years|years (?:insured|contributed))[:是为 ]*<number>",
        _years_alone,
    ),
    _chinese(
        _rule(
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
    _chinese(_rule("insured", rf"{TOPIC}(?:就|都|也)?停在了?<time>", _insured_until_it_stopped)),
    _chinese(
        _rule(
            "insured",
            rf"{TOPIC}{_FILL}{{0,4}}(?:不是|没有)<time=wrong>[,\s]*(?:而|应该|其实|只)?[是有]<time>",
            _insured,
            rank=5,
            plain=True,
        )
    ),
    _rule("insured", _LONG + "了?", _insured),
    _rule(
        "insured",
        (
            rf"{_NOT_BACK_PAID}(?<!近)(?<!过去)(?<!这)(?<!前)(?<![空断停少缺漏差欠])(?<![空断停少缺漏差欠]了)(?:{_HERE}的?)?{_PAY}?[了过满]?(?:得有"
            rf"|有)?(?<!近)(?<!过去)(?<!这)\s?<time>整?(?:的|\s|of|worth|paid|my|上海"
            f"|本市|shanghai|in|contributions|to|职工|城镇|cumulative)*{TOPIC}(?![^,.;]{{0,3}}(?:断|停))"
        ),
        _insured,
    ),
    _chinese(
        _rule(
            "insured",
            (
                f"(?:{_HERE}(?:这边|这里|自己|的|就|也|只|才|是)*[交缴上供有][了满过]?"
                r"|(?<![来到在])上海)\s?<time>了?(?=\s?(?:$|[,.;!?)\n]))"
            ),
            _insured,
            topic=True,
        )
    ),
    _rule(
        "insured",
        r"(?:(?:之前|以前|已经)(?:[交缴有]|大概|个)+|(?:一共|总共|累计|前后|加起来|加(?:在)?一起|合计"
        r"|总计)(?:[交缴有共]|大概|个|[:是])*)[了满过]*\s?<time>了?",
        _insured,
        topic=True,
    ),
    _rule("insured", r"(?<!公积金)(?:累计|一共|总共|已经?)缴(?:费|纳)[了满过]?\s?<time>", _insured),
    _chinese(_rule("insured", rf"{TOPIC}{_WHATEVER}{{0,12}}<time>{_NOT_SINCE}{_NO_GAP}", _insured)),
    _chinese(
        _rule(
            "insured",
            rf"{TOPIC}[^,.;!?:\n断停补欠\ue000-\ue007]{{0,10}},(?:也|才|只有?|就|仅有?|我"
            rf"|自己|查|了|下|一下|一共|总共|累计|前后|加起来|加(?:在)?一起|算下来|算起来|满打满算|已经?|大概|差不多"
            rf"|应该|[是有满交缴])*<time>{_NOT_SINCE}{_NO_GAP}(?=\s?了?\s?(?:$"
            rf"|[,.;!?\n]))",
            _insured,
        )
    ),
    _english(_rule("insured", rf"{_TOPIC_EN}(?::(?= [a-z]))?{_WHATEVER_EN}<time>{_NO_GAP}", _insured)),
    _english(_rule("insured", rf"{_TOPIC_EN}{_WHATEVER_EN}, <time=other>(?=\s?(?:$|[.;!?\n]))", _months_in_total)),
    _english(
        _rule(
            "insured",
            (
                rf"{_TOPIC_EN}[^,.;!?\n\ue000-\ue007]{{0,24}}, (?:now |already |in total |altogether |it's "
                rf"|that's |so far )*<time>(?= (?:so far|now|in total|already|altogether|to date|by now"
                rf"|total))"
            ),
            _insured,
        )
    ),
    _english(_rule("insured", rf"(?=[\ue000\ue005]){_NOT_BACK_PAID}<time>{_WHATEVER_EN}{TOPIC}", _insured)),
    _chinese(
        _rule(
            "insured",
            r"(?<!补)[交缴供](?:了|满|过|有|足)+\s?<time>(?:了|吧|多|\s)*(?=\s?(?:$|[,.;!?\n]|够|能|行不|可以|有没有))",
            _paid_for,
            topic=True,
        )
    ),
    _english(
        _rule(
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
    _chinese(_rule("insured", rf"{TOPIC}{_FILL}{{0,5}}(?:好多|好几|几|多)年", unclear, needs=_MANY)),
    Rule(
        "insured",
        compiled(r"(?:(?<=[,;/\s])|^)<time>(?=\s?(?:$|[,.;/!?\n]))"),
        unclear,
        rank=-1,
        with_others=True,
        needs=_ALONE,
    ),
)

_SINCE = (
    _english(
        _rule(
            "insured_now",
            rf"{_TOPIC_EN}(?: payments?)?(?: has| have| was| were| got)?(?: been)? (?:interrupted|stopped|suspended"
            rf"|paused)(?: once"
            r"| twice)?(?: for \ue000)?(?: in| back in| during) [\ue003\ue006]|\bstill (?:being )?(?P<paid>paid"
            r"|covered|insured)"
            r"(?: today| now| every month| monthly| at present)",
            _paid_still,
            topic=True,
            plain=True,
        )
    ),
    _english(
        _rule(
            "insured",
            rf"{_TOPIC_EN}[^.;\ue000-\ue007]{{0,44}}?\b(?:since|from|in) <date>"
            rf"|\bsince <date=later>[^.,;\ue000-\ue007]{{0,44}}?{_TOPIC_EN}",
            _unbroken_since,
            rank=1,
            needs=_UNBROKEN_EN,
        )
    ),
    _chinese(
        _rule(
            "insured",
            r"[,\s](?:(?<=没断[,\s])|(?<=断过[,\s])|(?<=停过[,\s]))(?:已经?|都|有|到现在|一共"
            r"|连续)*<time>了?(?=\s?(?:$|[,.;!?\n]))",
            _insured,
            topic=True,
        )
    ),
    _chinese(
        _rule(
            "insured",
            (
                rf"(?<![\ue000内里])(?<!最近)(?<!今年){TOPIC}{_FILL}{{0,6}}\s?<time>,?(?:中间|一直|从来?|都"
                rf"|也)*没(?:有)?(?:中)?断(?:缴|过)*"
            ),
            _unbroken_for,
            plain=True,
            needs=_BROKEN,
        )
    ),
    _chinese(
        _rule(
            "insured",
            (
                rf"[从由]?<date>(?:起|开始|就|入职|进|来|我司|我们?公司|单位|工作|后|在?上海|[交缴上买续供]纳?"
                rf"|参保|的|社保|一直|连续|中间|[,\s])*"
                rf"(?:[到至-]+\s?(?:现在|今天|今日|今|目前|如今|当前|本月)(?:,?\s?(?:一直|从来?|都|中间"
                rf"|也)*(?P<unbroken>{_UNBROKEN}))?|(?P<unbroken2>{_UNBROKEN}))"
            ),
            _since,
            topic=True,
        )
    ),
    _english(
        _rule(
            "insured",
            rf"{_TOPIC_EN}[^.;,]{{0,20}}? (?:since|started (?:in )?|began (?:in )?|from) ?<date>"
            rf"(?=[^.,;]{{0,12}}?(?:(?:without|no|never)\b[^.,;]{{0,14}}(?:gap|break|interr|stop|miss|laps|skip)"
            rf"|continuous|non-?stop"
            rf"|uninterrupted|straight|(?:to|till|until|up to) (?:now|date|today)|every month))",
            _since,
        )
    ),
)

INSURANCE = Family(
    "insurance",
    compiled(
        rf"{TOPIC}|断缴|[断停]保|基数|base|缴费|供款|投保|insurance|正常[交缴]|[交缴][了过满够\ue000]"
        rf"|\bpaid\b|back-?pa|of (?:the )?last|[,;/\s]\ue000\s?(?:$|[,.;/!?\n])"
    ),
    (*_SINCE, *_LAST_TWELVE, *_NOW, *_NONE, *_VALID_ONLY, *_HOW_LONG),
    learning_before=compiled(
        r"(?:需要|要求|要|(?<![了过])得|再|差|还差|缺|少|能|可以|才能)\s?[交缴]?\s?$"
        r"|(?:skip(?:ped)?|miss(?:ed|ing)|lost|lack(?:ing|ed|s)?|short(?: of)?|gap of|unpaid|except"
        r"|behind)(?: out on)?"
        r"(?: another| about| only)?\s?$"
        r"|(?:back[- ](?:pa(?:id|y(?:ments?)?))?|ma(?:de|ke|king) up|catch-?up)[^,.;\n]{0,20}$"
    ),
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
    return mention.rule.rank > _IN_ALL or (
        _SHANGHAI.search(text, max(0, mention.start - 8), mention.end) is not None
        or _IN_SHANGHAI.match(text, mention.end) is not None
    )


_IN_SHANGHAI = compiled(
    r"[, ]{0,2}(?:paid |were |was |here )?in shanghai| here\b|[, ]?(?:是|都是)?在?(?:上海|本市|沪)[交缴]"
)
_SHANGHAI = compiled(r"上海|沪|本市|shanghai")
