"""The yearly renewal (签注, then 积分确认) as a dated plan, worked out from the day on which the permit ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.flows.working_days import UnknownYear, working_days_after
from dialogs.knowledge.loader import renewal
from dialogs.knowledge.model import Case, Period, Renewal, Statement, Step
from scoring.facts import Facts
from scoring.interval import Interval, anniversary
from scoring.lines import Item, Reason
from scoring.plan import Plan, plan
from scoring.score import EXPIRED, NOT_REACHED, score

NOT_YET, OPEN, LATE, TOO_LATE, ENDORSED = "not_yet", "open", "late", "too_late", "endorsed"
"""Before the window; in it; after the end, while the years still go on; after that. And once the permit is endorsed."""

OVERDUE = "overdue"
"""After the end, while it is not known how long."""

WorkingDay = date | UnknownYear
"""A day told by the official calendar, or the year whose calendar is not known."""


@dataclass(frozen=True, slots=True)
class RenewalPlan:
    """The renewal of a permit that ends on `expires`, as it looks on `today`.

    The permit can be endorsed (签注) from `endorse_from`, in time until `endorse_until` (None: that is past); once it
    is endorsed, `endorse_from` is the day of that. The points can be confirmed (积分确认) when the working days of
    waiting are over: from `confirm_from` by who endorses at once, which is the day after `waits_until`, and from
    `confirm_if_last` by who does so on the last day. `late_until` is the last day on which a late endorsement surely
    keeps the years. `periods` are what the days were counted by, `late` what is known of being late, as far as it
    matters today.
    """

    expires: date
    today: date
    stage: str
    endorse_from: date
    endorse_until: date | None
    waits_until: WorkingDay
    confirm_from: WorkingDay
    confirm_if_last: WorkingDay | None
    late_until: date
    steps: tuple[Step, ...]
    periods: tuple[Period, ...]
    late: tuple[Case, ...]

    def step(self, id: str) -> Step:
        """The step of a name."""
        return next(each for each in self.steps if each.id == id)

    def period(self, id: str) -> Period:
        """The period of a name."""
        return next(each for each in self.periods if each.id == id)

    @property
    def confirmation_days(self) -> tuple[date, ...]:
        """The day on which the points can be confirmed by who endorses at once, and by who does so on the last day.

        Where no calendar tells it, the permit's last day stands for it.
        """
        at_once, at_last = (
            day if isinstance(day, date) else self.expires for day in (self.confirm_from, self.confirm_if_last)
        )
        if self.endorse_until is None:
            return (max(at_once, self.today),)
        return tuple(sorted({at_once, at_last}))

    @property
    def unknown_years(self) -> tuple[int, ...]:
        """The years whose official calendars would be needed to tell every day."""
        days = (self.confirm_from, self.confirm_if_last)
        return tuple(sorted({day.year for day in days if isinstance(day, UnknownYear)}))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that the plan rests on."""
        of_steps = (statement for step in self.steps for statement in step.statements)
        of_late = (statement for case in self.late for statement in case.statements)
        return (*(period.statement for period in self.periods), *of_steps, *of_late)


def renewal_plan(expires: date, today: date, *, endorsed: date | None = None) -> RenewalPlan:
    """The plan for a permit that ends on a day, and was perhaps endorsed on another."""
    known = renewal()
    counts = {period.id: period.count for period in known.periods}
    opens = expires - timedelta(days=counts["window"])
    late_until = expires + timedelta(days=counts["late"])
    stage = _stage(opens, expires, late_until, today) if endorsed is None else ENDORSED
    begin = endorsed or max(opens, today)
    last = expires if stage in (NOT_YET, OPEN) else None
    waits_until = working_days_after(begin, counts["transfer"])
    return RenewalPlan(
        expires=expires,
        today=today,
        stage=stage,
        endorse_from=begin,
        endorse_until=last,
        waits_until=waits_until,
        confirm_from=_day_after(waits_until),
        confirm_if_last=_day_after(working_days_after(last, counts["transfer"])) if last else None,
        late_until=late_until,
        steps=_steps(known, stage),
        periods=tuple(period for period in known.periods if period.id != "request"),
        late=() if endorsed else late_cases(stage, request_over=today > request_until(expires)),
    )


def _steps(known: Renewal, stage: str) -> tuple[Step, ...]:
    """The steps as they are at a stage."""
    instead = {step.id: step for step in known.overdue} if stage in (LATE, TOO_LATE) else {}
    return tuple(instead.get(step.id, step) for step in known.steps)


def late_cases(stage: str, *, request_over: bool) -> tuple[Case, ...]:
    """What is known of being late, as far as it matters at a stage."""
    idle = (*_IDLE_CASES[stage], "good_reason" if request_over else "request_over")
    return tuple(case for case in renewal().late if case.id not in idle)


def request_until(expires: date) -> date:
    """The last day of the time in which a written request is said to be possible."""
    return anniversary(expires, next(period.count for period in renewal().periods if period.id == "request"))


def endorsed_mark(expires: date) -> str:
    """What is ticked when a permit that ended on a day is endorsed."""
    return f"{ENDORSED}:{expires.isoformat()}"


def _day_after(day: WorkingDay) -> WorkingDay:
    """The next day, which need not be worked: the points are confirmed online."""
    return day + timedelta(days=1) if isinstance(day, date) else day


def _stage(opens: date, expires: date, late_until: date, today: date) -> str:
    if today < opens:
        return NOT_YET
    if today <= expires:
        return OPEN
    return LATE if today <= late_until else TOO_LATE


def overdue_stage(about: date, today: date, *, unsure: timedelta) -> str:
    """The stage of a permit that ended about a day: LATE or TOO_LATE where it surely is so, else OVERDUE."""
    line = today - timedelta(days=next(period.count for period in renewal().periods if period.id == "late"))
    if abs(about - line) <= unsure:
        return OVERDUE
    return LATE if about > line else TOO_LATE


_IDLE_CASES: Mapping[str, tuple[str, ...]] = {
    NOT_YET: ("good_reason",),
    OPEN: ("good_reason",),
    LATE: ("after_60_days",),
    TOO_LATE: ("within_60_days",),
    OVERDUE: (),
}
"""What is known of being late and is of no use at a stage."""


# ------------------------------------------------------------------------------------------------- the points that day


@dataclass(frozen=True, slots=True)
class Outlook:
    """The points on the day of confirmation, life going on as it is until then.

    `falls` are the lines that count for less than now; `way` is the soonest way to the standard for whoever is below
    it, where there is one with something to do and the facts are those of now. `cautions` are what may yet move the
    points: a wage that is not settled, a measure that ends before.
    """

    on: date
    total: Interval
    verdict: str
    falls: tuple[Item, ...]
    way: Plan | None
    cautions: tuple[Reason, ...]


def outlook(facts: Facts, on: date, *, now: date | None = None) -> Outlook:
    """The points on a day that is neither before the facts nor before `now`, which is the day of the facts or later.

    Raises NoRuleBookError for facts before the first rule book.
    """
    then, before = score(facts, on=on), score(facts, on=now)
    fresh = now is None or now == facts.as_of
    ways = plan(facts).plans if fresh and then.verdict == NOT_REACHED else ()
    return Outlook(
        on=on,
        total=then.total,
        verdict=then.verdict,
        falls=tuple(item for old, item in zip(before.items, then.items, strict=True) if _counts(item) < _counts(old)),
        way=next((way for way in ways if way.steps), None),
        cautions=tuple(each.reason for each in then.cautions if each.other_total or each.id == EXPIRED),
    )


def _counts(item: Item) -> tuple[int, int]:
    return (item.points.min, item.points.max) if item.counted else (0, 0)
