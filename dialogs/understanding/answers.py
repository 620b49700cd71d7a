"""Bare answers, which mean something only beside the question asked: "35", "六年半", "没有", "是".

One table a question, each row a pattern for a whole clause. The same tables read the bare words of a correction
(社保6年，不对，7年). A question that is not listed here is taken for the fact of its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .dates import MONTH_WORD, SMALL, full_year, next_such_day
from .families.age import birth_date_in_digits
from .families.base import MORE, in_multiples, lowest, yuan_said
from .families.education import BACHELOR, UNIVERSITY
from .families.spouse import OUTSIDE
from .model import Facts
from .numerals import Amount, read_amount
from .patterns import Lazy
from .quantities import Quantity, almost_aged
from .rules import Context, Mention, Reading, Rule, compiled, interval, says, unclear

_YES = (
    "(?:是(?:的|呀|啊|滴)?|对(?:的|呀|啊)?|嗯+(?:嗯|呐|哪|啊)?|恩+|有(?:的|啊|呀)?|没错"
    "|当然(?:是|有)?|必须的|确实|可以|好的?|行|都是|是有的|y|yes|yeah|yep|yup|ya|sure|correct"
    "|right|true|i do|i am|i have|it does|it is|of course|certainly|absolutely)"
)
_NO = (
    "(?:不(?:是(?:的|呀|啊)?|对|行)?|没(?:有?(?:的|啊|呀|呢|哦|过)?)|无|否|唔是|唔系|没得"
    "|暂(?:时)?(?:没有?|无)|还没(?:有)?|目前没有?|都没(?:有)?|一个(?:都|也)没有?|什么都没有?"
    "|全都?没有?|从来没有?|从没有?过?"
    "|n|no|nope|nah|none|nothing|not|never|false|not yet|no i (?:don't|haven't|am not)"
    "|i don't|i do not|i'm not|i haven't|it doesn't|not at all|none of (?:them|these|those"
    "|the above))"
)
_LEAD = (
    "(?:(?:嗯+|呃|额|恩|那个|就是|就|大概|大约|应该|可能|差不多|我|这个|目前|现在|是|有|了"
    r"|i think|i guess|maybe|about|around|probably|it's|it is|i'm|well|um+|uh)[,\s]*){0,4}"
)
_TAIL = r"\s*(?:吧|了|的|呢|左右|哦|啊|呀|啦|哈|呗|来着|嘛|才对|才是|~|please)*"
_PARTICLE = r"(?:(?<=[有是的没不])[啊呀哦呢哈诶][^吗?]*)?"

_OLDEST_AT_WORK = 75
_LARGEST_MULTIPLE = 5
_LISTS = ("detention_dates", "minor_crime_dates", "false_material_dates")
_NO_BONUS: Facts = {
    "entrepreneur": False,
    "innovation_service_staff": False,
    "shortage_major": False,
    "annual_tax_share": 0,
    "annual_local_hires_share": 0,
    "public_service_months": 0,
    "outlying_area": "none",
    "fresh_graduate": False,
    "award": "none",
}
_SIX: Facts = {
    "residence_permit": True,
    "employed_in_shanghai": True,
    "employer_in_shanghai": True,
    "insured_now": True,
    "insured_months_last_12": {"min": 6, "max": 12},
    "serious_crime": False,
}
_SIX_WORDS = {
    "residence_permit": r"居住证|permit",
    "employed_in_shanghai": r"工作|上班|就业|job",
    "insured_now": r"社保|insurance",
}


def _states(facts: Facts) -> Reading:
    def read(match: re.Match[str], context: Context) -> Facts:
        return dict(facts)

    return read


def _said(match: re.Match[str], context: Context) -> Quantity:
    """The number of a bare answer: a mark, or one Chinese digit, which gets no mark elsewhere."""
    if digit := match["digit"]:
        return Quantity(*match.span("digit"), read_amount(digit))
    return context.quantity(match, "number")


def _age(match: re.Match[str], context: Context) -> Facts | None:
    """Two digits are an age up to 60, a year of birth from 70 or with a leading 0, and between them unclear."""
    said = _said(match, context)
    amount = said.number()
    if amount.min != amount.max:
        return {"age": interval(amount)}
    value = int(amount.min)
    if value < 10 and said.end - said.start == 2:
        return {"birth_date": str(full_year(value, context.on))}
    if value <= 60:
        return {"age": interval(almost_aged(amount) if match["almost"] else amount)}
    if 70 <= value <= 99:
        return {"birth_date": str(1900 + value)}
    return birth_date_in_digits(str(value), context)


def _birth_date(match: re.Match[str], context: Context) -> Facts | None:
    value = context.quantity(match, "date").date
    if value is None or context.on.year - int(value[:4]) > _OLDEST_AT_WORK:
        return None
    return {"birth_date": value}


def _dated(key: str, *, several: bool = False) -> Reading:
    def read(match: re.Match[str], context: Context) -> Facts | None:
        value = context.quantity(match, "date").date
        if value is None:
            return None
        return {key: [value]} if several else {key: value}

    return read


def _next_such_day(match: re.Match[str], context: Context) -> Facts | None:
    value = next_such_day(match["month"], match["on_day"], context.on)
    return None if value is None else {"permit_expires": value}


def _next_day_named(match: re.Match[str], context: Context) -> Facts | None:
    day = str(context.first(match, "number", "before").number().min)
    value = next_such_day(match["month"] or match["named"], day, context.on)
    return None if value is None else {"permit_expires": value}


def _insured(match: re.Match[str], context: Context) -> Facts | None:
    said = context.quantity(match, "time")
    if said.months is not None:
        return {"insured_months_total": interval(said.months)}
    return None if said.years is None else {"insured_years": interval(said.years)}


def _in_years(match: re.Match[str], context: Context) -> Facts | None:
    said = context.quantity(match, "time")
    return {"married_years": interval(said.in_years())} if said.months or said.years else None


def _in_months(key: str) -> Reading:
    def read(match: re.Match[str], context: Context) -> Facts | None:
        said = context.quantity(match, "time")
        return {key: interval(said.in_months())} if said.months or said.years else None

    return read


def _count(key: str) -> Reading:
    def read(match: re.Match[str], context: Context) -> Facts:
        return {key: interval(_said(match, context).number())}

    return read


def _base(match: re.Match[str], context: Context) -> Facts | None:
    """A small number is a multiple, a large one is yuan."""
    amount = _said(match, context).number()
    if amount.max <= _LARGEST_MULTIPLE:
        return _multiple_of(amount)
    yuan = yuan_said(amount, match["more"], context)
    return None if yuan is None else in_multiples(yuan, context.reference_wage)


def _multiple(match: re.Match[str], context: Context) -> Facts | None:
    high = context.quantity(match, "times").number()
    low = context.quantity(match, "low").number() if match["low"] else high
    return _multiple_of(Amount(low.min, high.max)) if low.min <= high.max else None


def _multiple_of(amount: Amount) -> Facts:
    low, high = (int(end) if end == int(end) else end for end in amount)
    return {"base_multiple": low if low == high else {"min": low, "max": high}}


def _all_but(match: re.Match[str], context: Context) -> Facts | None:
    """除了居住证都有: all six conditions but the one named."""
    facts = dict(_SIX)
    named = [key for key, words in _SIX_WORDS.items() if re.search(words, match["but"] or match["except"])]
    if len(named) != 1:
        return None
    facts[named[0]] = False
    if named[0] == "insured_now":
        del facts["insured_months_last_12"]
    return facts


def _row(slot: str, pattern: str, read: Reading) -> Rule:
    return Rule(slot, compiled(rf"{_LEAD}(?:{pattern}){_TAIL}"), read, plain=True)


def _exact(slot: str, pattern: str, read: Reading) -> Rule:
    return Rule(slot, compiled(rf"(?:{pattern}){_PARTICLE}\s*"), read, plain=True)


def _yes_no(key: str, *, yes: str = "", no: str = "") -> tuple[Rule, ...]:
    """Yes and no in three languages, and the words that say so for this fact."""
    return (
        _row(key, no, _states({key: False})) if no else _exact(key, _NO, _states({key: False})),
        _row(key, yes, _states({key: True})) if yes else _exact(key, _YES, _states({key: True})),
        _exact(key, _NO, _states({key: False})),
        _exact(key, _YES, _states({key: True})),
    )


_BARE = r"(?:<number>|(?P<digit>[零〇一二两三四五六七八九十]))"
_PAID_FOR = r"(?:社保|一共|总共|累计|已经|在上海)?(?:交|缴|上|paid)?(?:了|满|过|for)?\s?"

_PARTNER = "(?:我)?(?:的)?(?:对方|她|他|老婆|老公|配偶|太太|先生|爱人|媳妇)?(?:也|都|就)?"
_NEVER_PAID = (
    r"(?:我)?(?:从来|一直|还|根本|压根)?(?:都)?(?:没有?|未)(?:在上海)?(?:交|缴|上)过?(?:社保)?"
    r"|never(?: paid)?(?: it| any)?"
)

_NO_RECORDS = (
    r"(?:没有?|无|从来没有?|从没有?)(?:过|受过|受到过?|被|任何|什么|不良|这些|这类|以上)*(?:的)?(?:处罚|惩罚"
    r"|不良记录|记录)(?:过|记录)*"
    r"|(?:记录|处罚)(?:都|也)?(?:没有|无)|清清白白|清白|干干净净"
    r"|(?:i have |there are )?no records?(?: at all| of any kind| whatsoever)?|nothing on (?:the |my )?record|clean"
)
_NEVER_IN_PRISON = (
    r"(?:从来?|也)?没(?:有)?(?:坐过牢|蹲过(?:监狱|牢)|进过(?:监狱|牢)|坐牢)"
    r"|never (?:been )?(?:in|to) (?:prison|jail)"
)

_AGE = (
    _row("age", r"<date>(?:的|生|出生|生人|born|年)*", _birth_date),
    _row("age", rf"(?P<almost>快要?|将近|almost|nearly)?\s?{_BARE}\s?(?:years)?", _age),
)
_MARRIAGE = (
    _row("marriage", r"(?:结婚)?\s?<time>", _in_years),
    _row("marriage", r"<date>(?:结的?婚?|领的?证?|登记)?", _dated("marriage_date")),
    _row("marriage", _BARE, _count("married_years")),
    _exact("spouse", _NO, _states({"spouse_shanghai_hukou": False})),
)

_TABLES: Mapping[str, tuple[Rule, ...]] = {
    "age": _AGE,
    "birth_date": _AGE,
    "education": (
        _row("education", r"本|本科生|大本|读的本科|本科的", says(education=BACHELOR)),
        _row("education", r"大学生?|上过大学|college|university", says(education=UNIVERSITY)),
        _row("education", r"专|大专生|专科生", says(education="associate")),
        _row("education", r"硕|研|硕士生", says(education="master")),
        _row("education", r"博", says(education="doctor")),
        _row("education", r"高中以下|大专以下|初中|小学|文盲|没(?:读|上|念)过书?", says(education="none")),
        _exact("education", _NO, says(education="none")),
    ),
    "credential": (
        _exact("credential", rf"{_NO}|没考过?|没证书?|没有证书?|都没考", says(credential="none")),
        _row("credential", r"五级|5级?", says(credential="skill_5")),
        _row("credential", r"四级|4级", says(credential="skill_4")),
        _row("credential", r"三级|3级", says(credential="skill_3")),
        _row("credential", r"二级|2级", says(credential="skill_2")),
        _row("credential", r"一级|1级", says(credential="skill_1")),
        _row("credential", r"高级|初级|有证书?|有", unclear),
    ),
    "credential_fits_job": _yes_no(
        "credential_fits_job",
        yes=r"对口|匹配|相符|一致|符合|matches|it matches|it fits",
        no=r"不(?:太|怎么)?(?:对口|匹配|相符|一致|符合)|doesn't match|it doesn't fit",
    ),
    "base_1x_months_last_12": (
        _row(
            "base_1x",
            ("全年|全部|都有|都是|都(?:交|缴|达到)|每个?月(?:都是?|都有)?|all|all of them|every month|12个月都有?"),
            _states({"base_1x_months_last_12": 12}),
        ),
        _row("base_1x", _BARE, _count("base_1x_months_last_12")),
        _row("base_1x", r"<time>", _in_months("base_1x_months_last_12")),
        _exact("base_1x", _NO, _states({"base_1x_months_last_12": 0})),
    ),
    "insured_months_last_12": (
        _row(
            "last_12",
            ("全年|全部|都有|都(?:交|缴)|每个?月(?:都有?)?(?:交|缴)?|all|all of them|every month|12个月都有?"),
            _states({"insured_months_last_12": 12}),
        ),
        _row("last_12", _BARE, _count("insured_months_last_12")),
        _row("last_12", r"<time>", _in_months("insured_months_last_12")),
        _exact("last_12", rf"{_NO}|{_NEVER_PAID}", _states({"insured_months_last_12": 0})),
    ),
    "insured_years": (
        _row("insured", rf"{_PAID_FOR}<time>(?:社保)?", _insured),
        _row("insured", _BARE, _count("insured_years")),
        _exact("insured", rf"{_NO}|{_NEVER_PAID}", _states({"insured_months_total": 0})),
    ),
    "insured_months_total": (
        _row("insured", rf"{_PAID_FOR}<time>", _insured),
        _row("insured", _BARE, _count("insured_months_total")),
        _exact("insured", rf"{_NO}|{_NEVER_PAID}", _states({"insured_months_total": 0})),
    ),
    "contribution_base": (
        _row(
            "base",
            rf"(?:从?(?:<date>|<time>)(?:之?前)?(?:开始|起|就|至今|到现在|以来)*)?(?:一直|每个?月|[都就是按])*"
            rf"(?:基数)?(?:按|是)?{_BARE}{MORE}(?:元|块钱?|yuan|rmb)?",
            _base,
        ),
        _row("base", r"(?:基数)?(?:按|是)?(?:<times=low>\s?(?:到|至|-|~|to)\s?)?<times>(?:以上|之间)?", _multiple),
        _row("base", r"twice|double", _states({"base_multiple": 2})),
        _row(
            "base",
            (
                "(?:公司|单位|一直|都|就|给我|[按是])*(?:最低|下限)(?:的|基数|标准|档|[交缴])*"
                "|(?:at )?(?:the )?(?:legal )?(?:minimum|lowest)"
            ),
            lowest,
        ),
        _row(
            "base",
            "(?:按|是)?(?:最高|顶格|封顶|上限)(?:的|基数|标准|档)*|the maximum|maximum|highest",
            unclear,
        ),
    ),
    "spouse": (
        _row(
            "spouse",
            rf"{_PARTNER}(?:是)?(?:{OUTSIDE}|外面的)(?:户口)?|{_PARTNER}(?:不是|没有|没|非|不在|不属于)"
            r"(?:上海|本市|本地|沪)?(?:市)?(?:的|户口|户籍|人|籍)*|(?:she|he)(?:'s not| is not| isn't"
            r"| doesn't| does not)(?: have it| have one)?",
            says(spouse_shanghai_hukou=False),
        ),
        _row(
            "spouse",
            rf"{_PARTNER}(?:是|有)?(?:上海|本地|本市|沪)(?:市)?(?:的|户口|户籍|人)*|沪籍|{_PARTNER}(?:是"
            rf"|有)的?|(?:she|he) (?:is|does|has)",
            says(spouse_shanghai_hukou=True),
        ),
        _row(
            "spouse",
            r"没(?:有)?(?:结|老婆|老公|对象)|未婚|单身|离了|离婚|single|not married",
            says(spouse_shanghai_hukou=False),
        ),
        *_MARRIAGE[:2],
        *_yes_no("spouse_shanghai_hukou"),
    ),
    "marriage": _MARRIAGE,
    "residence_permit": _yes_no(
        "residence_permit",
        yes=r"办了|办好了?|有效|有效期内|在有效期(?:内)?|有居住证|valid",
        no=r"过期了?|没办|还没办|到期了?|没办过|失效|注销了?|expired",
    ),
    "employed_in_shanghai": _yes_no(
        "employed_in_shanghai",
        yes=r"在(?:上海)?(?:的|上班|工作)?|上班|在职|上海",
        no=r"不在(?:上海)?|没(?:有)?(?:上班|工作)|失业|离职|没班上|在外地|外地",
    ),
    "employer_in_shanghai": _yes_no(
        "employer_in_shanghai",
        yes=r"(?:是|在)?(?:上海|本地|本市)(?:的|公司|企业|注册)*|shanghai",
        no=r"(?:是|在)?(?:外地|外省|不在上海|不是上海)(?:的|公司|企业|注册)*",
    ),
    "insured_now": _yes_no(
        "insured_now",
        yes=(
            "在(?:交|缴|正常交|正常缴)(?:纳|着)?|正常(?:交|缴|缴纳)?|交着|缴着|没断过?|一直在?(?:交"
            "|缴)|还在(?:交|缴)|still paying"
        ),
        no=rf"{_NEVER_PAID}|断缴?|停|断交|没(?:在)?(?:交|缴)|停缴|不交|stopped|lapsed",
    ),
    "employment": (
        Rule(
            "employment",
            compiled(
                r"(?:除了|除)(?P<but>[^,.]{1,8}?)(?:以外|之外|外)?,?\s?(?:其他|其它|别的|其余)?(?:都"
                "|全)(?:有|符合|满足|是|没问题)了?|(?:all|everything) (?:but|except)(?: for)?(?: the| an?"
                "| my)? (?P<except>[a-z ]+)"
            ),
            _all_but,
            plain=True,
        ),
        _row(
            "employment",
            (
                "(?:我)?(?:这(?:些|六条|六个|几条|几个))?(?:条件)?(?:六条|六个|6条|6个)?(?:全部?都?|都"
                "|全部?)(?:有|是|符合|满足|满足的|具备|可以|达到|没问题|ok)(?:条件)?|符合|满足|没问题"
                "|yes to all|all of them|all yes|all|all six|everything"
            ),
            _states(_SIX),
        ),
        _exact("employment", _YES, _states(_SIX)),
        _exact("employment", _NO, unclear),
        _row("employment", _NEVER_PAID, _states({"insured_now": False})),
    ),
    "serious_crime": _yes_no("serious_crime"),
    "bonuses": (_exact("bonuses", _NO, _states(_NO_BONUS)), _exact("bonuses", r"有|有的|yes", unclear)),
    "deductions": (
        _row("deductions", _NO_RECORDS, _states({**{key: [] for key in _LISTS}, "serious_crime": False})),
        _row("serious", _NEVER_IN_PRISON, _states({"serious_crime": False})),
        _row("crime", r"没犯过(?:什么)?事儿?", _states({"minor_crime_dates": [], "serious_crime": False})),
        _exact("deductions", _NO, _states({key: [] for key in _LISTS})),
        _exact("deductions", r"有|有的|有过|是|yes", unclear),
    ),
    "outlying_area": (
        _exact("area", rf"{_NO}|市区|都不是", says(outlying_area="none")),
        _row("area", r"(?:在)?临港(?:新片区)?|lingang", says(outlying_area="lingang")),
        _row("area", r"(?:在)?(?:嘉定|松江|青浦|奉贤)新城", says(outlying_area="other")),
    ),
    "award": (_exact("award", _NO, says(award="none")),),
    "permit_expires": (
        _row("permit", r"<date>(?:到期)?", _dated("permit_expires")),
        _row("permit", rf"(?P<month>{SMALL})月(?P<on_day>{SMALL})[日号]?(?:到期)?", _next_such_day),
        _row(
            "permit",
            rf"(?:on )?(?:(?P<month>{MONTH_WORD})\.? <number>(?:st|nd|rd|th)?"
            rf"|<number=before>(?:st|nd|rd|th)?(?: of)? (?P<named>{MONTH_WORD}))",
            _next_day_named,
        ),
    ),
    **{key: (_row(key, r"<date>", _dated(key, several=True)), _exact(key, _NO, _states({key: []}))) for key in _LISTS},
    **{
        key: (_row(key, r"<time>", _in_months(key)), _row(key, _BARE, _count(key)), _exact(key, _NO, _states({key: 0})))
        for key in ("public_service_months", "outlying_months")
    },
    **{
        key: (_row(key, rf"(?:每年|平均)?{_BARE}(?:元|块|人|个)?", _count(key)), _exact(key, _NO, _states({key: 0})))
        for key in ("annual_tax_share", "annual_local_hires_share")
    },
}
_SAME_QUESTION = {
    "birth": "age",
    "insured": "insured_years",
    "last_12": "insured_months_last_12",
    "base": "contribution_base",
    "base_1x": "base_1x_months_last_12",
    "base_multiple": "contribution_base",
    "married_years": "marriage",
    "marriage_date": "marriage",
    "spouse_shanghai_hukou": "spouse",
    "permit": "residence_permit",
    "employed": "employed_in_shanghai",
    "employer": "employer_in_shanghai",
}
"""The question for a fact's key or a rule's slot, where its name is another."""

_CHUNK = Lazy(r"(?P<said>[^\s,;!?\n.](?:[^,;!?\n.]*[^\s,;!?\n.])?)")
_TAKEN_BACK = Lazy(r"\s*(?:啊|哦)?(?:不对|不是|说错了?|打错了?|错了|sorry|no wait|i mean)\s*")


def bare_facts(asking: str, text: str, start: int, end: int, context: Context) -> tuple[Rule, Facts | None] | None:
    """What the bare words between two places answer; facts ``None`` where unclear, ``None`` where no row fits."""
    question = _SAME_QUESTION.get(asking, asking)
    for rule in _TABLES.get(question, _BOOLEAN.get(question, ())):
        if match := rule.pattern.fullmatch(text, start, end):
            return rule, rule.read(match, context)
    return None


_BOOLEAN: Mapping[str, tuple[Rule, ...]] = {
    key: _yes_no(key) for key in ("shortage_major", "entrepreneur", "innovation_service_staff", "fresh_graduate")
}


def bare_answers(text: str, asking: str, taken: list[tuple[int, int]], context: Context) -> list[Mention]:
    """The bare answers, clause by clause, outside the stretches already ``taken``; the first one of a fact counts."""
    found: list[Mention] = []
    whole = (len(text) - len(text.lstrip()), len(text.rstrip(" ,;!?.\n")))
    for start, end in (whole, *(chunk.span("said") for chunk in _CHUNK.finditer(text))):
        if any(first < end and start < last for first, last in [*taken, *((one.start, one.end) for one in found)]):
            continue
        if found and _TAKEN_BACK.fullmatch(text, start, end):
            found = []
        elif (answer := bare_facts(asking, text, start, end, context)) is not None:
            rule, facts = answer
            if facts is None or not any(key in (other.facts or {}) for key in facts for other in found):
                found.append(Mention(rule, start, end, facts))
    return found


def bare_mention(last: Mention, text: str, start: int, end: int, context: Context) -> Mention | None:
    """What the bare words between two places mean in place of the ``last`` mention; ``None`` for nothing."""
    answer = bare_facts(last.rule.slot, text, start, end, context)
    if answer is None or answer[1] is None:
        return None
    return Mention(last.rule, start, end, answer[1])
