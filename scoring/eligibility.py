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


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of applying: a flag that must have a value, or a count that must reach `at_least`."""

    id: str
    fact: str
    wanted: bool
    at_least: int | None
    source: Source
    results: Mapping[bool | None, ConditionResult] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        values: Values = () if self.at_least is None else (("needed", self.at_least),)
        cases: tuple[tuple[bool | None, str], ...] = ((True, "met"), (False, "not_met"), (None, "unknown"))
        results = {
            met: ConditionResult(self.id, met, Reason(f"condition.{self.id}.{case}", values), self.source)
            for met, case in cases
        }
        object.__setattr__(self, "results", results)

    def met(self, life: Life, on: date) -> bool | None:
        """Whether a life meets the condition on a day, where that is known."""
        if self.at_least is not None:
            measured = MEASURES[self.fact][0](life, on)
            return None if measured.min < self.at_least <= measured.max else measured.min >= self.at_least
        value = _READ[self.fact](life, on)
        return None if value is None else value is self.wanted


def conditions(life: Life, of: Iterable[Condition], on: date) -> tuple[ConditionResult, ...]:
    """All conditions of applying on a day."""
    return tuple([condition.results[condition.met(life, on)] for condition in of])


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
    "insured_now": lambda life, on: life.insured_now,
    "serious_crime": lambda life, on: life.facts.serious_crime,
}
