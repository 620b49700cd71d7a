"""Who may apply at all (申请条件): the conditions, each met, not met or not known."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from scoring.life import MEASURES, Life
from scoring.lines import Reason, Source, Values


class ConditionResult(NamedTuple):
    """One condition with whether it is met (None: not known), why, and where it is written."""

    id: str
    met: bool | None
    reason: Reason
    source: Source


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Condition:
    """One condition of applying: a flag that must have a value, or a count that must reach `at_least`.

    `check` gives the result of a life on a day.
    """

    id: str
    fact: str
    wanted: bool
    at_least: int | None
    source: Source
    check: Callable[[Life, date], ConditionResult] = field(init=False)

    def __post_init__(self) -> None:
        met, not_met, unknown = self._result(True, "met"), self._result(False, "not_met"), self._result(None, "unknown")
        if self.at_least is None:
            by_value = {self.wanted: met, not self.wanted: not_met, None: unknown}
            read = _READ[self.fact]
            object.__setattr__(self, "check", lambda life, on: by_value[read(life, on)])
            return
        least, measure = self.at_least, MEASURES[self.fact][0]

        def check(life: Life, on: date) -> ConditionResult:
            low, high = measure(life, on)
            return met if low >= least else not_met if high < least else unknown

        object.__setattr__(self, "check", check)

    def _result(self, met: bool | None, case: str) -> ConditionResult:
        values: Values = () if self.at_least is None else (("needed", self.at_least),)
        return ConditionResult(self.id, met, Reason(f"condition.{self.id}.{case}", values), self.source)


def conditions(life: Life, of: Iterable[Condition], on: date) -> tuple[ConditionResult, ...]:
    """All conditions of applying on a day."""
    return tuple([condition.check(life, on) for condition in of])


def can_apply(results: Iterable[ConditionResult]) -> str:
    """`yes` where all conditions are met, `no` where one is not, else `unknown`."""
    met = [result.met for result in results]
    if False in met:
        return "no"
    return "unknown" if None in met else "yes"


def _residence_permit(life: Life, on: date) -> bool | None:
    """As told; where only the permit's end was told, whether that day is past."""
    expires = life.facts.permit_expires
    if life.facts.residence_permit is not None or expires is None:
        return life.facts.residence_permit
    return None if expires.earliest < on <= expires.latest else expires.earliest >= on


_READ: Mapping[str, Callable[[Life, date], bool | None]] = {
    "residence_permit": _residence_permit,
    "employed_in_shanghai": lambda life, on: life.facts.employed_in_shanghai,
    "employer_in_shanghai": lambda life, on: life.facts.employer_in_shanghai,
    "insured_now": lambda life, on: life.facts.insured_in_month,
    "serious_crime": lambda life, on: life.facts.serious_crime,
}
