"""Every question once: the facts it fills, the answers it offers, and when it applies."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from dialogs.talk import FactValue, Known
from scoring.facts import MULTIPLES
from scoring.score import Score

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    `fills` are the facts that answer it; `indicator` what it scores in, or None for a condition of applying; `follows`
    the question that it goes on from. `answers` exclude each other. Where there are `options`, any number can be
    picked, and `told` are the facts of a pick. `number` is the fact that a bare number tells. `applies` is whether,
    with what it follows told, there is something to ask.
    """

    id: str
    fills: tuple[str, ...]
    indicator: str | None = None
    follows: str | None = None
    answers: tuple[Answer, ...] = ()
    options: tuple[str, ...] = ()
    told: FactsOf | None = None
    number: str | None = None
    applies: Callable[[Mapping[str, FactValue]], bool] = lambda facts: True

    def is_told(self, facts: Mapping[str, FactValue]) -> bool:
        """Whether facts answer the question."""
        enough = all if self.options else any
        return enough(fact in facts for fact in self.fills) and self.left_open(facts) is None

    def left_open(self, facts: Mapping[str, FactValue]) -> Sequence[str] | None:
        """The answers between which something told leaves it open (本科: with or without the degree), or None."""
        value = facts.get(self.fills[0])
        return value if self.answers and isinstance(value, list) else None


def _each(fact: str, *values: str) -> tuple[Answer, ...]:
    return tuple(Answer(value, f"{fact}.{value}", {fact: value}) for value in values)


def _yes_no(fact: str) -> tuple[Answer, ...]:
    return (Answer("yes", "choice.yes", {fact: True}), Answer("no", "choice.no", {fact: False}))


def _range(low: int, high: int) -> dict[str, FactValue]:
    return {"min": low, "max": high}


def possible(value: FactValue | None) -> Sequence[object]:
    """The values that a fact may have: of a list all, else the one."""
    return value if isinstance(value, list) else (value,)


# ----------------------------------------------------------------------------------------------------- the applicant

_NEED_BASE = frozenset({"skill_2", "skill_1", "intermediate_title", "senior_title"})


def _title_needs_base(facts: Mapping[str, FactValue]) -> bool:
    return facts.get("credential_fits_job") is not False and not _NEED_BASE.isdisjoint(possible(facts["credential"]))


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
        applies=lambda facts: facts["credential"] != "none",
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


def _months_id(multiple: str) -> str:
    return "base_months_" + multiple.replace(".", "")


def _months_question(multiple: str, window: int, needed: int) -> Question:
    def may_count(known: Known, scored: Score) -> bool:
        usual = known.facts.get("base_multiple")
        highest = usual["max"] if isinstance(usual, Mapping) else usual
        reachable = isinstance(highest, int | float) and highest >= float(multiple)
        return reachable and "contributions" not in known.facts and _moves("contribution_base", scored)

    def months(low: int, high: int) -> Mapping[str, FactValue]:
        return {"base_months": {multiple: _range(low, high)}}

    return MonthsQuestion(
        id=_months_id(multiple),
        fills=("base_months",),
        indicator="contribution_base",
        follows="contribution_base",
        answers=(
            Answer("enough", "choice.base_months.enough", months(needed, window)),
            Answer("too_few", "choice.base_months.too_few", months(0, needed - 1)),
        ),
        number="base_months",
        applies=may_count,
        multiple=multiple,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsQuestion(Question):
    """How many months of a window reach one multiple of the reference wage."""

    multiple: str

    def answered(self, known: Known) -> bool:
        """Whether the months at this multiple are told, or not known."""
        told = known.facts.get("base_months")
        return self.id in known.unknown or (isinstance(told, Mapping) and self.multiple in told)


NEEDED = {"3": 24, "2": 36, "1": 36, "0.8": 36}

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
        answers=tuple(
            Answer(band, f"choice.base.{band}", {"base_multiple": {"min": float(low), "max": float(high)}})
            for band, (low, high) in _BANDS.items()
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
        applies=_has("spouse_shanghai_hukou", True),
    ),
)

# ------------------------------------------------------------------------------------------------- the rarer bonuses

_FLAGS = ("entrepreneur", "innovation_service_staff", "shortage_major", "fresh_graduate")


def _bonus_facts(picked: tuple[str, ...]) -> Mapping[str, FactValue]:
    facts: dict[str, FactValue] = {flag: flag in picked for flag in _FLAGS}
    for option, fact in (("tax", "annual_tax_share"), ("hires", "annual_local_hires_share")):
        if option not in picked:
            facts[fact] = 0
    if "public_service" not in picked:
        facts["public_service_months"] = 0
    facts["outlying_area"] = next((area for area in ("lingang", "other") if area in picked), "none")
    facts["award"] = ["municipal_special", "municipal_general", "provincial"] if "award" in picked else "none"
    return facts


def _picked(indicator: str) -> Callable[[Known, Score], bool]:
    """Asked once the bonuses are answered, where this one was picked and is not told yet."""
    return lambda known, scored: all(flag in known.facts for flag in _FLAGS) and _moves(indicator, scored)


BONUSES = (
    Question(
        id="bonuses",
        fills=_FLAGS,
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
        applies=_picked("investment_tax"),
    ),
    Question(
        id="annual_local_hires_share",
        fills=("annual_local_hires_share",),
        indicator="local_hires",
        follows="bonuses",
        number="annual_local_hires_share",
        applies=_picked("local_hires"),
    ),
    Question(
        id="public_service_months",
        fills=("public_service_months",),
        indicator="public_service",
        follows="bonuses",
        number="public_service_months",
        applies=_picked("public_service"),
    ),
    Question(
        id="outlying_months",
        fills=("outlying_months",),
        indicator="outlying_area",
        follows="bonuses",
        number="outlying_months",
        applies=_picked("outlying_area"),
    ),
    Question(
        id="award",
        fills=(),
        indicator="award",
        follows="bonuses",
        answers=_each("award", "municipal_special", "municipal_general", "provincial", "none"),
        applies=_picked("award"),
    ),
)

# -------------------------------------------------------------------------------------------- records and conditions

_RECORDS = {
    "false_material": "false_material_dates",
    "detention": "detention_dates",
    "minor_crime": "minor_crime_dates",
}


def _record_facts(picked: tuple[str, ...]) -> Mapping[str, FactValue]:
    facts: dict[str, FactValue] = {fact: [] for option, fact in _RECORDS.items() if option not in picked}
    facts["serious_crime"] = "serious_crime" in picked
    return facts


RECORDS = (
    Question(
        id="deductions",
        fills=("serious_crime",),
        options=(*_RECORDS, "serious_crime"),
        told=_record_facts,
    ),
    *(
        Question(
            id=fact,
            fills=(fact,),
            indicator=option,
            follows="deductions",
            applies=lambda known, scored: "serious_crime" in known.facts,
        )
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


def _condition_facts(picked: tuple[str, ...]) -> Mapping[str, FactValue]:
    return {fact: bad if option in picked else good for option, (fact, good, bad) in _PROBLEMS.items()}


CONDITIONS = (
    Question(
        id="conditions",
        fills=tuple(fact for fact, _, _ in _PROBLEMS.values()),
        options=tuple(_PROBLEMS),
        told=_condition_facts,
    ),
)

GROUPS = (PERSON, INSURANCE, FAMILY, BONUSES, RECORDS, CONDITIONS)
"""The questions in their natural grouping; within a group the one that matters most comes first."""

QUESTIONS: Mapping[str, Question] = {question.id: question for group in GROUPS for question in group}
