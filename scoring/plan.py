"""The plan (达标方案): the ways to the standard total, each verified by the scorer, none with a step too many.

A plan's facts merged over the applicant's, with life going on until the day it reaches the standard, score at least
the standard on that day and on the last day of its month. So does the life that comes of it, in which a higher base
begins with the next month only.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations, product
from math import ceil
from typing import Final, NamedTuple

from scoring.actions import Option, actions, options
from scoring.facts import Facts, parse_facts
from scoring.interval import DateRange, anniversary, first_day, full_years, last_day, months_of
from scoring.life import Life
from scoring.lines import Reason, Term
from scoring.rulebook import RuleBook, rule_book
from scoring.score import Score, rests_on_provisional_wage, score_life, total_on
from scoring.wages import Wages

MOST_PLANS = 6
WORTH_MONTHS = 3
"""A plan that is harder than another is told only where it is so much sooner."""
LATE_MONTHS = 36
"""A plan so much later than the soonest is not told, unless it is to wait."""


NAMED: Final = 4
"""How many of the indicators that are too little known the note names."""


class Step(NamedTuple):
    """One thing to do: the facts that it makes true, the earliest day they can hold, and the points it adds then.

    `caution` is that it was measured by a provisional reference wage, where it was.
    """

    id: str
    label: Reason
    facts: Mapping[str, object]
    earliest: date
    gain: int
    caution: Reason | None = None


class Plan(NamedTuple):
    """Steps that reach the standard on a day with a total; no steps where time alone does.

    `caution` is what would come of it if a provisional reference wage moved, where that would be something else.
    """

    steps: tuple[Step, ...]
    reaches_on: date
    total: int
    caution: Reason | None = None


class Plans(NamedTuple):
    """The ways found, soonest first, with a note; `missing` are indicators too little known for a certain plan."""

    plans: tuple[Plan, ...]
    note: Reason
    missing: tuple[str, ...] = ()


Chosen = tuple[Option, ...]


def plan(facts: Facts) -> Plans:
    """The ways from the facts to the standard total. Raises NoRuleBookError for facts before the first book."""
    book = rule_book(facts.as_of)
    now = score_life(Life(facts, book.wages), book, facts.as_of)
    if facts.serious_crime:
        return Plans((), Reason("plan.note.vetoed"))
    if now.total.min >= book.standard:
        return Plans((_already(facts, now),), _note_of_reached(now))
    missing = _missing(now)
    found = _Search(facts).plans()
    if found:
        return Plans(found, Reason("plan.note.found"), missing)
    if missing:
        named = tuple(Term(f"indicator.{indicator}") for indicator in missing[:NAMED])
        return Plans((), Reason("plan.note.unknown", (("indicators", named),)), missing)
    return Plans((), Reason("plan.note.none"))


def _already(facts: Facts, now: Score) -> Plan:
    """The plan of whoever is there."""
    search, today = _Search(facts), _Day(facts.as_of, facts.as_of, now.book)
    return Plan((), facts.as_of, now.total.min, search.caution((), today))


def _note_of_reached(now: Score) -> Reason:
    if now.can_apply != "no":
        return Reason("plan.note.reached")
    lacking = tuple(Term(f"condition.{condition.id}.name") for condition in now.conditions if condition.met is False)
    return Reason("plan.note.reached_cannot_apply", (("conditions", lacking),))


def _missing(now: Score) -> tuple[str, ...]:
    return tuple(item.indicator for item in now.items if item.counted and not item.points.exact)


class _Day(NamedTuple):
    """A day that may be the first with another total; whoever reaches the standard on it should hold it to `end`."""

    day: date
    end: date
    book: RuleBook


class _Search:
    """The search of one applicant's plans: fewer steps first, so that a plan with a step too many is never kept."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.months = actions().horizon_months
        self.days = [_Day(day, last_day(months_of(day)), rule_book(day)) for day in self._days()]
        self.book = rule_book(facts.as_of)
        self.wages = self.book.wages
        self.lives: dict[Chosen, Life] = {}

    def plans(self) -> tuple[Plan, ...]:
        groups = options(self._life(()))
        soonest: dict[Chosen, _Day] = {}
        for size in range(len(groups) + 1):
            for few in combinations(groups, size):
                for chosen in product(*few):
                    day = self._soonest(chosen, self._before(chosen, soonest))
                    if day is not None:
                        soonest[chosen] = day
        return tuple(self._plan(chosen, day) for chosen, day in _worth_telling(soonest))

    def _before(self, chosen: Chosen, soonest: Mapping[Chosen, _Day]) -> date:
        """The first day on which some of the steps alone would do."""
        days = [found.day for fewer, found in soonest.items() if set(fewer) < set(chosen)]
        return min(days, default=date.max)

    def _soonest(self, chosen: Chosen, before: date) -> _Day | None:
        """The first day on which the steps reach the standard, and all of them are needed."""
        life, earliest = self._life_to_come(chosen), self._earliest(chosen)
        for day in self.days:
            if day.day >= before:
                return None
            if day.day >= earliest and _holds(life, day) and not self._too_many(chosen, day):
                return day
        return None

    def _too_many(self, chosen: Chosen, day: _Day) -> bool:
        return any(_reaches(self._life(_without(chosen, option)), day) for option in chosen)

    def _earliest(self, chosen: Chosen) -> date:
        return max([self._after(option.months) for option in chosen], default=self.facts.as_of)

    def _after(self, months: int) -> date:
        """The first day of a month that is at least so many months from now."""
        today = self.facts.as_of
        return first_day(months_of(today) + months + (today.day > 1))

    def _life(self, chosen: Chosen) -> Life:
        life = self.lives.get(chosen)
        if life is None:
            raw = dict(self.facts.raw)
            for option in chosen:
                raw.update(option.facts)
            life = self.lives[chosen] = Life(parse_facts(raw, on=self.facts.as_of), self.wages)
        return life

    def _life_to_come(self, chosen: Chosen) -> Life:
        """The life that comes of the facts: the contributions as they are, with a new base from the next month on."""
        if all(option.next_base is None for option in chosen):
            return self._life(chosen)
        return self._come_of(chosen, self.wages)

    def _come_of(self, chosen: Chosen, wages: Wages) -> Life:
        bases = [option.next_base for option in chosen if option.next_base is not None]
        facts = self._life(chosen).facts
        return (
            Life(replace(facts, contributions=self.facts.contributions), wages, *bases) if bases else Life(facts, wages)
        )

    def _days(self) -> list[date]:
        """The days on which a total can change: today, the first of each month, anniversaries, the ends of records."""
        today = self.facts.as_of
        start = months_of(today)
        days = {today, *(first_day(month) for month in range(start + 1, start + self.months))}
        records = (self.facts.false_material_dates, self.facts.detention_dates, self.facts.minor_crime_dates)
        for known in (self.facts.birth, self.facts.marriage, *(record for each in records for record in each or ())):
            if known is not None:
                days |= self._anniversaries(known)
        return sorted(days)

    def _anniversaries(self, known: DateRange) -> set[date]:
        today = self.facts.as_of
        ahead = range(1, self.months // 12 + 1)
        days = {anniversary(day, full_years(day, today) + years) for day in known for years in ahead}
        return {day for day in days if day < first_day(months_of(today) + self.months)}

    def _plan(self, chosen: Chosen, day: _Day) -> Plan:
        scored = score_life(self._life(chosen), day.book, day.day)
        steps = tuple(self._step(option, chosen, day, scored) for option in chosen)
        # Where the base is to rise, the step itself says what it would have to rise to.
        caution = None if any(step.caution for step in steps) else self.caution(chosen, day)
        return Plan(steps, day.day, scored.total.min, caution)

    def _step(self, option: Option, chosen: Chosen, day: _Day, scored: Score) -> Step:
        without = score_life(self._life(_without(chosen, option)), day.book, day.day)
        tier_gained = _points(scored, "contribution_base") > _points(without, "contribution_base")
        case = "for_title" if option.id == "base" and not tier_gained else option.id
        keep = months_of(day.day) - months_of(self.facts.as_of)
        return Step(
            id=option.id,
            label=Reason(f"step.{case}", (*option.values, ("keep", keep))),
            facts=option.facts,
            earliest=day.day if option.id == "base" else self._after(option.months),
            gain=scored.total.min - without.total.min,
            caution=self._other_base(option, day) if option.id == "base" else None,
        )

    # --------------------------------------------------------------------------------------------- a provisional wage

    def _other_base(self, option: Option, day: _Day) -> Reason | None:
        """The base that would have to be kept until a day if the wage moved; nothing before it can."""
        if not rests_on_provisional_wage(self._life((option,)), day.day):
            return None
        wage, values = self.book.wages_otherwise.rows[-1].reference, self.book.provisional_caution.reason.values
        multiple = Fraction(str(dict(option.values)["multiple"]))
        return Reason("step.otherwise", (*values, ("yuan", ceil(multiple * wage))))

    def caution(self, chosen: Chosen, day: _Day) -> Reason | None:
        """What would come of steps that reach the standard on a day if the wage moved, where that is something else."""
        reason = self.book.provisional_caution.reason
        if not self.facts.contributions:
            return reason if self._rests_on_base(chosen, day) else None
        life = self._come_of(chosen, self.book.wages_otherwise)
        if _holds(life, day):
            return None
        later = next((each.day for each in self.days if each.day > day.day and _holds(life, each)), None)
        if later is None:
            return Reason("plan.otherwise.never", reason.values)
        return Reason("plan.otherwise.later", (*reason.values, ("day", later.isoformat())))

    def _rests_on_base(self, chosen: Chosen, day: _Day) -> bool:
        """Whether the standard is not held without a base that was compared with the provisional wage."""
        life = self._life(chosen)
        if not rests_on_provisional_wage(life, day.day):
            return False
        baseless = replace(life.facts, base_months=None, base_multiple=None, base_1x_months_last_12=None)
        return not _holds(Life(baseless, self.wages), day)


def _holds(life: Life, day: _Day) -> bool:
    """Whether the standard is surely reached on a day and still at the end of its month."""
    standard = day.book.standard
    if total_on(life, day.book, day.day).min < standard:
        return False
    return total_on(life, day.book, day.end).min >= standard


def _reaches(life: Life, day: _Day) -> bool:
    """Whether the standard is surely reached on a day or at the end of its month."""
    return max(total_on(life, day.book, on).min for on in (day.day, day.end)) >= day.book.standard


def _without(chosen: Chosen, option: Option) -> Chosen:
    return tuple(each for each in chosen if each is not option)


def _worth_telling(soonest: Mapping[Chosen, _Day]) -> list[tuple[Chosen, _Day]]:
    """The few ways to tell, soonest first; to wait is always one of them where time alone gets there."""
    easiest: list[tuple[Chosen, _Day]] = []
    for chosen, day in sorted(soonest.items(), key=_hardness):
        efforts = {option.kind: option.effort for option in chosen}
        if not any(_is_easier(other, efforts) and _about_as_soon(found, day) for other, found in easiest):
            easiest.append((chosen, day))
    easiest.sort(key=lambda way: (way[1].day, _pay(way[0])))
    waiting = [way for way in easiest if not way[0]]
    others = [way for way in easiest if way[0] and _months_between(easiest[0][1], way[1]) <= LATE_MONTHS]
    return [*others[: MOST_PLANS - len(waiting)], *waiting]


def _hardness(way: tuple[Chosen, _Day]) -> tuple[int, int, date]:
    chosen, found = way
    return len(chosen), sum(option.effort for option in chosen), found.day


def _pay(chosen: Chosen) -> int:
    """How hard the steps are that take better pay rather than time."""
    return sum(option.effort for option in chosen if not option.months)


def _is_easier(chosen: Chosen, efforts: Mapping[str, int]) -> bool:
    """Whether steps are of the same kinds as others and none harder, or of fewer that are harder only by their time."""
    fewer = len(chosen) < len(efforts)
    return all(
        option.kind in efforts and (option.effort <= efforts[option.kind] or (fewer and option.months > 0))
        for option in chosen
    )


def _about_as_soon(first: _Day, second: _Day) -> bool:
    return _months_between(second, first) < WORTH_MONTHS


def _months_between(first: _Day, second: _Day) -> int:
    return months_of(second.day) - months_of(first.day)


def _points(scored: Score, indicator: str) -> int:
    return next(item.points.min for item in scored.items if item.indicator == indicator)
