"""The plan (达标方案): the ways to the standard total, each verified by the scorer, none with a step too many.

A plan's facts merged over the applicant's, with life going on until the day it reaches the standard, score at least
the standard on that day and on the last day of its month.
"""

from collections.abc import Mapping
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

from scoring.actions import Option, actions, options
from scoring.facts import Facts, parse_facts
from scoring.interval import DateRange, anniversary, first_day, full_years, last_day, months_of
from scoring.life import Life
from scoring.lines import Reason
from scoring.rulebook import rule_book
from scoring.score import Score, score_life, total_on

MOST_PLANS = 6
MOST_STEPS = 3


class Step(NamedTuple):
    """One thing to do: the facts that it makes true, the earliest day they can hold, and the points it adds then."""

    id: str
    label: Reason
    facts: Mapping[str, object]
    earliest: date
    gain: int


class Plan(NamedTuple):
    """Steps that reach the standard on a day with a total; no steps where time alone does."""

    steps: tuple[Step, ...]
    reaches_on: date
    total: int


class Plans(NamedTuple):
    """The ways found, soonest first, with a note; `missing` are indicators too little known for a certain plan."""

    plans: tuple[Plan, ...]
    note: Reason
    missing: tuple[str, ...] = ()


Chosen = tuple[Option, ...]


def plan(facts: Facts) -> Plans:
    """The ways from the facts to the standard total. Raises NoRuleBookError for facts before the first book."""
    now = score_life(Life(facts, rule_book(facts.as_of).wages), rule_book(facts.as_of), facts.as_of)
    if facts.serious_crime:
        return Plans((), Reason("plan.note.vetoed"))
    if now.total.min >= now.book.standard:
        return Plans((Plan((), facts.as_of, now.total.min),), Reason("plan.note.reached"))
    missing = _missing(now)
    found = _Search(facts).plans()
    if found:
        return Plans(found, Reason("plan.note.found"), missing)
    return Plans((), Reason("plan.note.unknown" if missing else "plan.note.none"), missing)


def _missing(now: Score) -> tuple[str, ...]:
    return tuple(item.indicator for item in now.items if item.counted and not item.points.exact)


class _Search:
    """The search of one applicant's plans: fewer steps first, so that a plan with a step too many is never kept."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.horizon = first_day(months_of(facts.as_of) + actions().horizon_months)
        self.days = self._days()
        self.lives: dict[Chosen, Life] = {}

    def plans(self) -> tuple[Plan, ...]:
        groups = options(self._life(()))
        soonest: dict[Chosen, date] = {}
        for size in range(min(MOST_STEPS, len(groups)) + 1):
            for few in combinations(groups, size):
                for chosen in product(*few):
                    day = self._soonest(chosen, self._before(chosen, soonest))
                    if day is not None:
                        soonest[chosen] = day
        kept = [(day, chosen) for chosen, day in soonest.items() if not self._easier(chosen, day, soonest)]
        kept.sort(key=lambda each: (each[0], len(each[1]), sum(option.effort for option in each[1])))
        return tuple(self._plan(chosen, day) for day, chosen in kept[:MOST_PLANS])

    def _before(self, chosen: Chosen, soonest: Mapping[Chosen, date]) -> date:
        """The first day on which some of the steps alone would do."""
        days = [day for fewer, day in soonest.items() if set(fewer) < set(chosen)]
        return min(days, default=self.horizon)

    def _easier(self, chosen: Chosen, day: date, soonest: Mapping[Chosen, date]) -> bool:
        """Whether another plan asks for the same kinds of step or fewer, none harder, and is as soon."""
        efforts = {option.kind: option.effort for option in chosen}
        return any(
            other != chosen
            and soon <= day
            and all(option.kind in efforts and option.effort <= efforts[option.kind] for option in other)
            for other, soon in soonest.items()
        )

    def _soonest(self, chosen: Chosen, before: date) -> date | None:
        life, earliest = self._life(chosen), self._earliest(chosen)
        for day in self.days:
            if day >= before:
                return None
            if day >= earliest and self._holds(life, day) and not self._too_many(chosen, day):
                return day
        return None

    def _holds(self, life: Life, day: date) -> bool:
        """Whether the standard is surely reached on a day and still at the end of its month."""
        book = rule_book(day)
        if total_on(life, book, day).min < book.standard:
            return False
        return total_on(life, book, last_day(months_of(day))).min >= book.standard

    def _too_many(self, chosen: Chosen, day: date) -> bool:
        return any(self._reached(self._without(chosen, option), day) for option in chosen)

    def _reached(self, chosen: Chosen, day: date) -> bool:
        book, end = rule_book(day), last_day(months_of(day))
        life = self._life(chosen)
        return max(total_on(life, book, day).min, total_on(life, book, end).min) >= book.standard

    @staticmethod
    def _without(chosen: Chosen, option: Option) -> Chosen:
        return tuple(each for each in chosen if each is not option)

    def _earliest(self, chosen: Chosen) -> date:
        return max((_months_later(self.facts.as_of, option.months) for option in chosen), default=self.facts.as_of)

    def _life(self, chosen: Chosen) -> Life:
        life = self.lives.get(chosen)
        if life is None:
            raw = dict(self.facts.raw)
            for option in chosen:
                raw.update(option.facts)
            merged = parse_facts(raw, on=self.facts.as_of)
            life = self.lives[chosen] = Life(merged, rule_book(self.facts.as_of).wages)
        return life

    def _days(self) -> tuple[date, ...]:
        """The days on which a total can change: the first of each month, birthdays, anniversaries, records' ends."""
        start = months_of(self.facts.as_of)
        days = {first_day(month) for month in range(start + 1, start + actions().horizon_months)}
        records = (self.facts.false_material_dates, self.facts.detention_dates, self.facts.minor_crime_dates)
        for known in (self.facts.birth, self.facts.marriage, *(record for each in records for record in each or ())):
            if known is not None:
                days |= self._anniversaries(known)
        return (self.facts.as_of, *sorted(days))

    def _anniversaries(self, known: DateRange) -> set[date]:
        today = self.facts.as_of
        ahead = range(1, actions().horizon_months // 12 + 1)
        days = {anniversary(day, full_years(day, today) + years) for day in known for years in ahead}
        return {day for day in days if day < self.horizon}

    def _plan(self, chosen: Chosen, day: date) -> Plan:
        book = rule_book(day)
        scored = score_life(self._life(chosen), book, day)
        steps = tuple(self._step(option, chosen, day, scored) for option in chosen)
        return Plan(steps, day, scored.total.min)

    def _step(self, option: Option, chosen: Chosen, day: date, scored: Score) -> Step:
        without = score_life(self._life(self._without(chosen, option)), scored.book, day)
        months = months_of(day) - months_of(self.facts.as_of)
        tier_gained = _points(scored, "contribution_base") > _points(without, "contribution_base")
        case = "for_title" if option.id == "base" and not tier_gained else option.id
        return Step(
            id=option.id,
            label=Reason(f"step.{case}", (*option.values, ("keep", months))),
            facts=option.facts,
            earliest=day if option.id == "base" else _months_later(self.facts.as_of, option.months),
            gain=scored.total.min - without.total.min,
        )


def _points(scored: Score, indicator: str) -> int:
    return next(item.points.min for item in scored.items if item.indicator == indicator)


def _months_later(day: date, months: int) -> date:
    month = months_of(day) + months
    return first_day(month).replace(day=min(day.day, last_day(month).day))
