"""Forms pasted into a message: a label, a colon and a short value (是否持有居住证：是, Spouse with Shanghai hukou: no).

Only fields whose value is a bare answer are read here, because their label alone may sound like a fact; every other
field is understood by the pattern tables like any sentence.
"""

from __future__ import annotations

from collections.abc import Mapping

from .answers import bare_facts
from .model import Facts
from .patterns import Lazy
from .rules import Context, Mention, Rule, compiled, says

_FIELD = Lazy(
    r"(?P<label>[^,;!?\n:=]{1,32}?)\s*(?:[:=?]|(?<=[有无否])\s)\s*(?P<value>[^\s,;!?\n:=][^,;!?\n:=]{0,24}?)"
    r"(?=[.\s]*(?:$|[,;!?\n])|\.[\s一-鿿]|\s[^\s,;!?\n:=]{1,20}\s?[:=])"
)
_FIELD_BEFORE = Lazy(r"^.*[\ue000-\ue007一-鿿]\.(?=[一-鿿])")
"""What a full stop parts from a label: the value of the field before."""
_MAY_HOLD_FIELDS = Lazy(r"[:=?]|是否|有无")
_NOISE = (
    r"(?:[-*•·.)(#\s\d\ue000-\ue007]|请问|本人|我的|您的?|你的?|目前|当前|现在|员工|申请人"
    r"|是否|有无|有没有|有|是|为|your|the|do you have|is the|are you)*"
)
_REMARK = r"\s*(?:[(][^()]{0,16}[)]?)?\s*(?:吗|情况|是否)?"

_LABELS: Mapping[str, str] = {
    "residence_permit": (
        r"(?:持有?|办理?了?|已办)?(?:有效的?)?(?:上海市?)?居住证(?:是否有效|有效)?"
        r"|(?:valid )?(?:shanghai )?residence permit(?: held| valid)?"
        r"|permit"
    ),
    "employed_in_shanghai": (
        r"在?(?:上海|本市|沪)(?:就业|工作|在职|上班)|(?:working|employed|works"
        r"|work)(?: now)? in shanghai"
    ),
    "employer_in_shanghai": (
        r"(?:用人)?(?:单位|公司)(?:是否)?(?:注册)?在?(?:上海|本市)(?:注册|登记)?|(?:employer"
        r"|company)(?: is)?(?: registered)? in shanghai"
    ),
    "insured_now": (
        r"(?:正常|在)?缴纳社保|社保(?:目前|当前|现在)?(?:是否)?(?:在缴|正常缴纳|缴纳中|缴纳状态|状态)"
        r"|本月社保|在缴|currently insured|insured now|paying social insurance"
    ),
    "spouse": (
        r"(?:配偶|爱人|老公|老婆)(?:是否)?(?:为|是)?(?:的)?(?:上海|本市|沪)?(?:市)?(?:户[籍口]"
        r"|籍)?|spouse(?:'s)?(?: with| has| holds"
        r"| having)?(?: an?)?(?: shanghai)?(?: hukou)?"
    ),
    "crime": r"(?:刑事)?犯罪(?:记录|史)?|criminal (?:record|convictions?)",
    "offence": r"违法(?:犯罪)?(?:记录|行为|史)?|案底|前科",
    "detention_dates": r"(?:行政)?拘留(?:记录)?|(?:administrative )?detentions?",
    "false_material_dates": r"(?:提供|提交)?过?虚假材料",
    "deductions": r"(?:减分|扣分)(?:项目?|情形)?|deductions?",
    "fresh_graduate": r"(?:全日制)?应届(?:毕业)?生?|fresh graduate",
    "shortage_major": r"紧缺(?:急需)?专业|shortage major",
    "credential": (
        r"(?:专业技术)?(?:职称|技能)(?:(?:[/和及或]|或者)?(?:技能|职称|证书|职业资格))?(?:等级"
        r"|证书)?|证书|(?:professional |technical )?(?:titles?|certificates?)|cred(?:ential)?s?"
    ),
    "insured_years": (
        r"(?:上海|本市)?(?:社保|缴金|缴费|参保)(?:缴纳|缴费|累计|已缴|总)?(?:年限|年数|年资)"
        r"|(?:years of )?(?:social insurance|shebao)(?: \(?years\)?)?"
        r"|si years"
    ),
    "insured_months_total": (
        r"(?:上海|本市)?(?:社保|缴金|缴费|参保)(?:缴纳|缴费|累计|已缴|总)*(?:月数|月份数?)"
        r"|(?:social insurance|shebao) \(?months\)?"
    ),
    "contribution_base": r"(?:社保|缴费|缴纳|缴金)?(?:月)?基数|(?:contribution |social insurance )?base",
    "age": r"年[龄纪]|周岁|岁数|age",
    "birth_date": r"出生(?:年月日?|日期|时间|年份)?|生日|dob|date of birth|birth(?:day| ?date| year)?",
    "married_years": r"(?:结婚|婚姻|领证)(?:年限|年数|几年)|婚龄|years (?:of marriage|married)",
    "marriage_date": (
        r"(?:结婚|领证|婚姻)(?:登记)?(?:日期|时间|年份)|(?:marriage|wedding) date"
        r"|date of marriage|married (?:on|since|in)"
    ),
    "outlying_area": r"远郊(?:重点)?区域?",
    "award": r"(?:表彰|奖励|获奖|荣誉)(?:奖励|记录)?|awards?",
}
_LABEL = {asking: compiled(f"{_NOISE}(?:{label}){_REMARK}") for asking, label in _LABELS.items()}
_NONE = compiled(r"(?:无|否|没有?|从无|未有|不是|none|no|nil|never|n/?a|0)(?:的|过)?")
_EMPTY: list[str] = []
_CLEAN: Mapping[str, Rule] = {
    "crime": Rule("records", _NONE, says(minor_crime_dates=_EMPTY, serious_crime=False)),
    "offence": Rule("records", _NONE, says(detention_dates=_EMPTY, minor_crime_dates=_EMPTY, serious_crime=False)),
}
"""The fields of records, which no question of the conversation asks for in these words."""


def filled_in(text: str, context: Context) -> list[Mention]:
    """The fields of a form whose value is a bare answer, each from its label to the end of its value."""
    if not _MAY_HOLD_FIELDS.search(text):
        return []
    found: list[Mention] = []
    for field in _FIELD.finditer(text):
        asking = next((key for key, label in _LABEL.items() if label.fullmatch(text, *field.span("label"))), None)
        answer = None if asking is None else _answer(asking, text, *field.span("value"), context)
        if answer is not None:
            start = field.end("label") - len(_FIELD_BEFORE.sub("", field["label"]))
            found.append(Mention(answer[0], start, field.end(), answer[1]))
    return found


def _answer(asking: str, text: str, start: int, end: int, context: Context) -> tuple[Rule, Facts] | None:
    if asking in _CLEAN:
        rule = _CLEAN[asking]
        match = rule.pattern.fullmatch(text, start, end)
        facts = rule.read(match, context) if match else None
        return (rule, facts) if facts else None
    answer = bare_facts(asking, text, start, end, context)
    return None if answer is None or answer[1] is None else (answer[0], answer[1])
