"""Every question once: the facts it fills, the answers it offers, and when it applies."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from dialogs.talk import FactValue, Known, ends
from scoring.facts import MULTIPLES

FactsOf = Callable[[tuple[str, ...]], Mapping[str, FactValue]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that a question offers: its id, the message id of its label, and the facts that it tells.

    `forgets` are facts that it takes back.
    """

    id: str
    label: str
    facts: Mapping[str, FactValue]
    forgets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """One question.

    `fills` are the facts that it asks for; `indicator` what it scores in, or None for several indicators or for the
    conditions of applying; `follows` the question that it goes on from. `answers` exclude each other. Where there are
    `options`, any number can be picked, and `told` are the facts of a pick; `narrows` is whether only those are asked
    about of which nothing was told. `number` is the fact that a bare number tells, `unit` how much of it one is.
    `applies` is whether, what it follows being told, there is something to ask.
    """

    id: str
    fills: tuple[str, ...]
    indicator: str | None = None
    follows: str | None = None
    answers: tuple[Answer, ...] = ()
    options: tuple[str, ...] = ()
    told: FactsOf = lambda picked: {}
    number: str = ""
    unit: int = 1
    narrows: bool = False
    applies: Callable[[Mapping[str, FactValue]], bool] = lambda facts: True

    def is_told(self, known: Known) -> bool:
        """Whether the question is answered; one with options is, once they were gone through or all is told."""
        if self.options:
            return self.id in known.gone_through or known.facts.keys() >= set(self.fills)
        return not known.facts.keys().isdisjoint(self.fills) and not self.left_open(known)

    def left_open(self, known: Known) -> Sequence[str]:
        """The answers between which what was told leaves it open: 本科 is with or without the degree."""
        value = known.facts.get(self.fills[0])
        return value if self.answers and isinstance(value, list) else ()

    def asks_for_degree(self, known: Known) -> bool:
        """Whether all that is left open is a bachelor's degree, so that yes and no are answers."""
        return tuple(self.left_open(known)) == ("bachelor", "bachelor_with_degree")


def _each(fact: str, *values: str) -> tuple[Answer, ...]:
    return tuple(Answer(value, f"{fact}.{value}", {fact: value}) for value in values)


def _yes_no(fact: str) -> tuple[Answer, ...]:
    return (Answer("yes", "choice.yes", {fact: True}), Answer("no", "choice.no", {fact: False}))


def _unless(fact: str, nothing: FactValue) -> Callable[[Mapping[str, FactValue]], bool]:
    return lambda facts: facts.get(fact) != nothing


def _range(low: int, high: int) -> dict[str, FactValue]:
    return {"min": low, "max": high}


def possible(value: FactValue | None) -> Sequence[object]:
    """The values that a fact may have: of a list all, else the one."""
    return value if isinstance(value, list) else (value,)


# ----------------------------------------------------------------------------------------------------- the applicant

_NEED_BASE = frozenset({"skill_2", "skill_1", "intermediate_title", "senior_title"})


def _title_needs_base(facts: Mapping[str, FactValue]) -> bool:
    needed = not _NEED_BASE.isdisjoint(possible(facts.get("credential")))
    return needed and facts.get("credential_fits_job") is not False


PERSON = (
    Question(
        id="age",
        fills=("birth_date", "age"),
        indicator="age",
        answers=(Answer("up_to_43", "choice.age.up_to_43", {"age": _range(16, 43)}),),
        number="age",
    ),
    Question(
        id="education",
        fills=("education",),
        indicator="education",
        answers=_each("education", "none", "associate", "bachelor", "bachelor_with_degree", "master", "doctor"),
    ),
    Question(
        id="credential",
        fills=("credential",),
        indicator="credential",
        answers=_each(
            "credential",
            "none",
            "intermediate_title",
            "senior_title",
            "skill_5",
            "skill_4",
            "skill_3",
            "skill_2",
            "skill_1",
        ),
    ),
    Question(
        id="credential_fits_job",
        fills=("credential_fits_job",),
        indicator="credential",
        follows="credential",
        answers=_yes_no("credential_fits_job"),
        applies=_unless("credential", "none"),
    ),
    Question(
        id="base_1x_months_last_12",
        fills=("base_1x_months_last_12",),
        indicator="credential",
        follows="credential",
        answers=(
            Answer("enough", "choice.base_1x.enough", {"base_1x_months_last_12": _range(6, 12)}),
            Answer("too_few", "choice.base_1x.too_few", {"base_1x_months_last_12": _range(0, 5)}),
        ),
        number="base_1x_months_last_12",
        applies=_title_needs_base,
    ),
)

# ----------------------------------------------------------------------------------------------------- the insurance

_BANDS = {
    "below_08": (0, Fraction(7999, 10000)),
    "from_08": (Fraction(8, 10), Fraction(9999, 10000)),
    "from_1": (1, Fraction(19999, 10000)),
    "from_2": (2, Fraction(29999, 10000)),
    "from_3": (3, Fraction(4)),
}


NEEDED = {"3": 24, "2": 36, "1": 36, "0.8": 36}
"""The months at each multiple that its points take, the highest first."""


def months_id(multiple: str) -> str:
    """The id of the question for the months at a multiple."""
    return "base_months_" + multiple.replace(".", "")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MonthsQuestion(Question):
    """How many months of a window reach one multiple of the reference wage."""

    multiple: str

    def is_told(self, known: Known) -> bool:
        """Whether the months at this multiple are told."""
        months = known.facts.get("base_months")
        return isinstance(months, Mapping) and self.multiple in months


def _months_question(multiple: str, window: int, needed: int) -> Question:
    def may_decide(facts: Mapping[str, FactValue]) -> bool:
        if "base_multiple" in facts and ends(facts["base_multiple"])[1] < float(multiple):
            return False
        told = facts.get("base_months")
        # Enough months at a higher multiple count for more than any at this one.
        above = told.items() if isinstance(told, Mapping) else ()
        return not any(float(each) > float(multiple) and ends(count)[0] >= NEEDED[each] for each, count in above)

    def months(low: int, high: int) -> Mapping[str, FactValue]:
        return {"base_months": {multiple: _range(low, high)}}

    return MonthsQuestion(
        id=months_id(multiple),
        fills=("base_months",),
        indicator="contribution_base",
        follows="contribution_base",
        answers=(
            Answer("enough", "choice.base_months.enough", months(needed, window)),
            Answer("too_few", "choice.base_months.too_few", months(0, needed - 1)),
        ),
        number="base_months",
        applies=may_decide,
        multiple=multiple,
    )


INSURANCE = (
    Question(
        id="insured_years",
        fills=("insured_months_total", "insured_years"),
        indicator="insured_years",
        answers=(Answer("under_1", "choice.insured_years.under_1", {"insured_years": 0}),),
        number="insured_years",
    ),
    Question(
        id="contribution_base",
        fills=("base_multiple", "base_months", "contributions"),
        indicator="contribution_base",
        answers=(
            *(
                Answer(band, f"choice.base.{band}", {"base_multiple": {"min": float(low), "max": float(high)}})
                for band, (low, high) in _BANDS.items()
            ),
            # What is now says nothing of the months before: they are asked about at every multiple.
            Answer("was_higher", "choice.base.was_higher", {"base_months": {}}, forgets=("base_multiple",)),
        ),
    ),
    *(_months_question(multiple, MULTIPLES[multiple], needed) for multiple, needed in NEEDED.items()),
)

# -------------------------------------------------------------------------------------------------------- the family

FAMILY = (
    Question(
        id="spouse",
        fills=("spouse_shanghai_hukou",),
        indicator="spouse",
        answers=(
            Answer("yes", "choice.spouse.yes", {"spouse_shanghai_hukou": True}),
            Answer("no", "choice.spouse.no", {"spouse_shanghai_hukou": False}),
            Answer("unmarried", "choice.spouse.unmarried", {"spouse_shanghai_hukou": False}),
        ),
    ),
    Question(
        id="marriage",
        fills=("marriage_date", "married_years"),
        indicator="spouse",
        follows="spouse",
        answers=(Answer("over_10", "choice.marriage.over_10", {"married_years": _range(10, 60)}),),
        number="married_years",
        applies=lambda facts: facts.get("spouse_shanghai_hukou") is True,
    ),
)

# ------------------------------------------------------------------------------------------------- the rarer bonuses

_FLAGS = ("entrepreneur", "innovation_service_staff", "shortage_major", "fresh_graduate")
_AMOUNTS = {
    "tax": "annual_tax_share",
    "hires": "annual_local_hires_share",
    "public_service": "public_service_months",
}


@lru_cache(maxsize=256)
def _bonus_facts(picked: tuple[str, ...]) -> Mapping[str, FactValue]:
    facts: dict[str, FactValue] = {flag: flag in picked for flag in _FLAGS}
    facts |= {fact: 0 for option, fact in _AMOUNTS.items() if option not in picked}
    facts["outlying_area"] = next((area for area in ("lingang", "other") if area in picked), "none")
    facts["award"] = ["municipal_special", "municipal_general", "provincial"] if "award" in picked else "none"
    return facts


BONUSES = (
    Question(
        id="bonuses",
        fills=tuple(_bonus_facts(())),
        options=(
            "shortage_major",
            "fresh_graduate",
            "lingang",
            "other",
            "public_service",
            "tax",
            "hires",
            "entrepreneur",
            "innovation_service_staff",
            "award",
        ),
        told=_bonus_facts,
    ),
    Question(
        id="annual_tax_share",
        fills=("annual_tax_share",),
        indicator="investment_tax",
        follows="bonuses",
        number="annual_tax_share",
        applies=_unless("annual_tax_share", 0),
    ),
    Question(
        id="annual_local_hires_share",
        fills=("annual_local_hires_share",),
        indicator="local_hires",
        follows="bonuses",
        number="annual_local_hires_share",
        applies=_unless("annual_local_hires_share", 0),
    ),
    Question(
        id="public_service_months",
        fills=("public_service_months",),
        indicator="public_service",
        follows="bonuses",
        number="public_service_months",
        unit=12,
        applies=_unless("public_service_months", 0),
    ),
    Question(
        id="outlying_months",
        fills=("outlying_months",),
        indicator="outlying_area",
        follows="bonuses",
        number="outlying_months",
        unit=12,
        applies=_unless("outlying_area", "none"),
    ),
    Question(
        id="award",
        fills=("award",),
        indicator="award",
        follows="bonuses",
        answers=_each("award", "municipal_special", "municipal_general", "provincial", "none"),
        applies=_unless("award", "none"),
    ),
)

# -------------------------------------------------------------------------------------------- records and conditions

_RECORDS = {
    "false_material": "false_material_dates",
    "detention": "detention_dates",
    "minor_crime": "minor_crime_dates",
}


@lru_cache(maxsize=256)
def _record_facts(picked: tuple[str, ...]) -> Mapping[str, FactValue]:
    facts: dict[str, FactValue] = {fact: [] for option, fact in _RECORDS.items() if option not in picked}
    facts["serious_crime"] = "serious_crime" in picked
    return facts


RECORDS = (
    Question(
        id="deductions",
        fills=tuple(_record_facts(())),
        options=(*_RECORDS, "serious_crime"),
        told=_record_facts,
        narrows=True,
    ),
    *(
        Question(id=fact, fills=(fact,), indicator=option, follows="deductions", applies=_unless(fact, []))
        for option, fact in _RECORDS.items()
    ),
)

_PROBLEMS: Mapping[str, tuple[str, FactValue, FactValue]] = {
    "no_permit": ("residence_permit", True, False),
    "not_employed": ("employed_in_shanghai", True, False),
    "employer_elsewhere": ("employer_in_shanghai", True, False),
    "not_insured_now": ("insured_now", True, False),
    "under_6_months": ("insured_months_last_12", _range(6, 12), _range(0, 5)),
}


@lru_cache(maxsize=256)
def _condition_facts(picked: tuple[str, ...]) -> Mapping[str, FactValue]:
    return {fact: bad if option in picked else good for option, (fact, good, bad) in _PROBLEMS.items()}


CONDITIONS = (
    Question(
        id="conditions",
        fills=tuple(_condition_facts(())),
        options=tuple(_PROBLEMS),
        told=_condition_facts,
    ),
)

GROUPS = (PERSON, INSURANCE, FAMILY, BONUSES, RECORDS, CONDITIONS)
"""The questions in their natural grouping; within a group the one that matters most comes first."""

QUESTIONS: Mapping[str, Question] = {question.id: question for group in GROUPS for question in group}

_TOPICS = {"employment": "conditions"}
"""What people want to change by another name than that of a question or a fact."""


def question_about(topic: str | None) -> Question | None:
    """The question with an id, or that asks for a fact, or None."""
    named = QUESTIONS.get(_TOPICS.get(topic or "", topic or ""))
    return named or next((question for question in QUESTIONS.values() if topic in question.fills), None)
