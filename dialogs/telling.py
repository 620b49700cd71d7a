"""What free text tells beside the question asked: a bare answer that only the question explains, else understanding."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from dialogs.path import Standing
from dialogs.questions import QUESTIONS, MonthsQuestion, Question
from dialogs.talk import FactValue, Known
from dialogs.understanding import understand, understand_answer
from dialogs.understanding.numerals import RANGE, Amount, read_amount
from dialogs.understanding.plain import folded
from scoring.facts import MULTIPLES
from scoring.interval import months_of

_COUNT = re.compile(
    r"(?:大概|大约|差不多|about|around)?\s?(?:有\s?)?(?P<above>至少|不止|超过|at least|over|more than)?"
    r"(?P<below>不到|不足|less than|under|fewer than)?\s?(?:有\s?)?"
    rf"(?P<number>{RANGE})\s?(?:(?P<months>个?月|months?)|(?P<years>年|years?)(?P<half>半)?)?"
    r"\s?(?P<more>以上|多|or more)?(?:左右|吧|了)?"
)
_CORRECTING = re.compile(
    r"(?:不对|不是的?|不|错了|没有|是的?|对的?|no(?! (?:bad |police )?records?\b)|nope|yes|wrong)[\s,.!;:]+\S"
)
"""A message that begins with yes or no and goes on."""
_OF_THE_BASE = r"(?:我|公司|单位|社保|缴费|基数|一直|就|都|是|按|着|照)*"
_WORDS = {
    "enough": re.compile(
        r"(?:都|全)?(?:够|满|达到)了?|足够了?|够的|都有|都是|全部|每个?月都?(?:有|是)?"
        r"|一直都?(?:是|有|够|达到|这样|如此)的?|一直|enough|all(?: of them)?|every month"
        r"|always|all the time|the whole time|all along"
    ),
    "too_few": re.compile(r"不够|没够|不足|不满|没满|没达到|达不到|not enough|too few"),
    # The law's least is 60 % of the official average, less than 0.8 times the reference wage; its most is 300 % of it.
    "below_08": re.compile(
        rf"{_OF_THE_BASE}(?:最低|下限)(?:的|缴费|社保|基数|标准|档)*(?:[交缴](?:纳)?的?)?"
        r"|(?:at )?(?:the )?(?:legal )?(?:minimum|lowest|floor)(?: base| one| possible)?"
    ),
    "from_3": re.compile(
        rf"{_OF_THE_BASE}(?:最高|顶格|封顶|上限)(?:的|缴费|社保|基数|标准|档)*(?:[交缴](?:纳)?的?)?"
        r"|(?:at )?(?:the )?(?:legal )?(?:maximum|highest|cap|ceiling)(?: base| one| possible)?"
    ),
}
"""What people say of answers about the base and about a number of months."""
_FULL_PAY = re.compile(
    r"(?:.{0,8}说)?(?:我的?)?(?:(?:社保|缴费)*基数)?(?:就|都|是|按|等于)*(?:全额(?:的)?(?:工资)?|(?<=[是按])(?:我的?)?(?:实际)?工资)(?:是)?"
)
"""What the base is said to be before its figure: the whole pay."""
_THOUSANDS = re.compile(rf"\b(?P<number>{RANGE})[ -]thousand\b")
_SINCE = re.compile(
    r"(?:(?:从|自)?(?P<year>20\d\d)年?(?:以来|开始|起|以后|之后|到现在|至今)+|一直(?:以来)?)(?:就|一直|都|是|按|有)*(?P<base>[\d一二三四五六七八九十万千百.k]+)"
    r"(?:元|块)?(?:以上|多|左右)?"
    r"|(?:since|from) (?P<since>20\d\d)(?: on)?,? (?:it was |it has been |always |at least |over |more than |above )*"
    r"(?P<above>[\d,.]+k?)"
)
"""A base that was reached ever since some year."""
_LISTED = re.compile(r"[、,，;；\n和与與及跟&+]|还有|還有|\band\b", re.IGNORECASE)
_DEGREE = {
    "bachelor_with_degree": re.compile(
        r"(?:其实|实际上|对|是的?)?[,\s]*我?(?:是|也|还)?有(?:学士)?学位(?:证书?)?的?"
        r"|(?:actually,? |yes,? )?(?:i (?:do )?have |with )(?:a |the |my )?degree"
    ),
    "bachelor": re.compile(r"我?(?:没有?|无)(?:拿到)?(?:学士)?学位(?:证书?)?|(?:no|without(?: a| the)?) degree"),
}
"""What people say where 本科 (bachelor's) may be with or without the degree."""

YOUNGEST_AT_WORK = 18
"""Years of age; a day of birth that makes less was meant otherwise."""


class Told(NamedTuple):
    """The facts of a message, the words that were not clear, and whether it held a personal number."""

    facts: Mapping[str, FactValue]
    unclear: tuple[str, ...] = ()
    personal: bool = False


def facts_told(message: str, at: Standing, asking: str, today: date) -> Told:
    """What a message tells while something is asked: a question, by its id, or a fact; nothing is asked where empty."""
    question = QUESTIONS.get(asking)
    words = folded(message).strip(" .!,")
    if question is not None and (bare := _bare(words, question, at.known)):
        return Told(bare)
    if isinstance(question, MonthsQuestion) and (since := _ever_since(words, question, at)):
        return Told(since)
    if question is not None and question.id == "contribution_base":
        message = _THOUSANDS.sub(_in_digits, _FULL_PAY.sub("", folded(message).strip()))
    wage = at.scored.book.wages.at(months_of(today))
    married = _has_a_spouse(at.known)
    heard = understand_answer(message, asking=asking, on=today, reference_wage=wage, married=married)
    if _CORRECTING.match(folded(message).strip()):
        # "No, I am 39" takes back something said before; its "no" is no answer to what is asked.
        corrected = understand(message, on=today, reference_wage=wage)
        heard = corrected if corrected.facts else heard
    told = Told(heard.facts, heard.unclear, heard.personal)
    if asking == "age" and _is_too_young(heard.facts.get("birth_date"), today):
        # Ten years (10年) of something, not born in 2010.
        return Told({}, (message.strip(),), heard.personal)
    return told if question is None else _several_days(message, question, told, today)


def _has_a_spouse(known: Known) -> bool:
    told = known.facts
    return bool(told.get("spouse_shanghai_hukou")) or "marriage_date" in told or "married_years" in told


def _is_too_young(born: object, today: date) -> bool:
    return isinstance(born, str) and today.year - int(born[:4]) < YOUNGEST_AT_WORK


def _several_days(message: str, question: Question, told: Told, today: date) -> Told:
    """What was told, or where a message lists days that a question asks for, all of them."""
    (fact, *others), parts = question.fills, [part for part in _LISTED.split(message) if part.strip()]
    if others or not fact.endswith("_dates") or len(parts) < 2:
        return told
    days: list[str] = []
    for part in parts:
        heard = understand_answer(part, asking=fact, on=today).facts.get(fact)
        if not heard or not isinstance(heard, list):
            return told
        days += heard
    return Told({fact: days})


def _bare(words: str, question: Question, known: Known) -> dict[str, FactValue]:
    """What words tell that mean nothing without the question."""
    meant = _DEGREE if question.asks_for_degree(known) else _WORDS
    for answer in question.answers:
        if answer.id in meant and meant[answer.id].fullmatch(words):
            return dict(answer.facts)
    said = _COUNT.fullmatch(words)
    amount = read_amount(said["number"]) if said else None
    if said is None or amount is None:
        return {}
    if isinstance(question, MonthsQuestion):
        return {"base_months": {question.multiple: _months(said, amount, MULTIPLES[question.multiple])}}
    if question.unit > 1 and said["number"] == words:
        # Full units that were reached, and nearly one more.
        low, high = int(amount.min) * question.unit, (int(amount.max) + 1) * question.unit - 1
        return {question.number: {"min": low, "max": high}}
    return {}


def _in_digits(thousands: re.Match[str]) -> str:
    amount = read_amount(thousands["number"])
    return thousands[0] if amount is None else f"{int(amount.min * 1000)}"


def _ever_since(words: str, question: MonthsQuestion, at: Standing) -> dict[str, FactValue]:
    """The months since a year in which a base was reached that is said to have been, where it is high enough.

    They are counted from the end of that year: nobody says when in it. Who says always has enough of them. What was
    lower may have been higher at times.
    """
    said = _SINCE.fullmatch(words)
    amount = read_amount(said["base"] or said["above"]) if said else None
    wages, window, now = at.scored.book.wages, MULTIPLES[question.multiple], months_of(at.facts.as_of)
    if said is None or amount is None or amount.min < Fraction(question.multiple) * wages.at(now):
        return {}
    if not (said["year"] or said["since"]):
        return dict(question.answers[0].facts)
    year = int(said["year"] or said["since"])
    months = max(0, min(window, now - months_of(date(year, 12, 1)) + 1))
    return {"base_months": {question.multiple: _range(months, window)}}


def _range(low: int, high: int) -> FactValue:
    return low if low == high else {"min": low, "max": high}


def _months(said: re.Match[str], amount: Amount, window: int) -> FactValue:
    unit, half = (12, 6 if said["half"] else 0) if said["years"] else (1, 0)
    low, high = int(amount.min) * unit + half, int(amount.max) * unit + half
    if said["above"] or said["more"]:
        high = window
    if said["below"]:
        low, high = 0, high - 1
    return _range(low, high)
