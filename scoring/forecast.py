"""The forecast (积分走势): the score month by month while life goes on as it is, with what changes it.

All its months lie where the reference wage is provisional, so it says what would come otherwise if the wage moved.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from scoring.facts import Facts
from scoring.interval import Interval, last_day, month_text, months_of
from scoring.life import Life
from scoring.lines import Item, Reason, Values
from scoring.rulebook import RuleBook, rule_book
from scoring.score import Score, rests_on_provisional_wage, score_life

MOST_MONTHS = 1200
MEASURED_BY_WAGE = frozenset({"contribution_base", "credential", "education"})
"""The indicators that a reference wage can change, and the twin of one of them."""


class MonthTotal(NamedTuple):
    """The total on the last day of a month; `month` is a running month number."""

    month: int
    total: Interval


class Event(NamedTuple):
    """A change of one indicator's counted points against the month before.

    `caution` is that it hangs on a provisional reference wage, where it does.
    """

    month: int
    indicator: str
    change: int
    reason: Reason
    caution: Reason | None = None


class Forecast(NamedTuple):
    """Every month after that of the facts, and the first in which 120 is surely reached or no longer surely held.

    `cautions` are what to know of these two: what they would be if a provisional reference wage moved.
    """

    months: tuple[MonthTotal, ...]
    events: tuple[Event, ...]
    reaches_on: int | None
    falls_below_on: int | None
    cautions: tuple[Reason, ...] = ()


def forecast(facts: Facts, *, until: date) -> Forecast:
    """The forecast up to the month of a day.

    Raises ValueError where that month is before the one of the facts or more than a hundred years after it.
    """
    start, end = months_of(facts.as_of), months_of(until)
    if end < start:
        raise ValueError(f"until: {until} is before {facts.as_of}")
    if end - start > MOST_MONTHS:
        raise ValueError(f"until: {until} is more than {MOST_MONTHS} months after {facts.as_of}")
    book = rule_book(facts.as_of)
    ahead = _going_on(Life(facts, book.wages), start, end)
    if not facts.contributions:
        return _told_by_provisional_wage(ahead, facts, book)
    return _compared(ahead, _going_on(Life(facts, book.wages_otherwise), start, end), book)


def _going_on(life: Life, start: int, end: int) -> Forecast:
    """The months after one up to another."""
    today = life.facts.as_of
    book = rule_book(today)
    before, points = score_life(life, book, today), _points(life, book, today)
    months: list[MonthTotal] = []
    events: list[Event] = []
    reaches_on = falls_below_on = None
    for month in range(start + 1, end + 1):
        day = last_day(month)
        book = rule_book(day)
        points_before, points = points, _points(life, book, day)
        # Most months change no points, and so no total.
        now = before if points == points_before else score_life(life, book, day)
        months.append(MonthTotal(month, now.total))
        events += _events(month, before, now)
        if reaches_on is None and before.total.min < book.standard <= now.total.min:
            reaches_on = month
        if falls_below_on is None and before.total.min >= book.standard > now.total.min:
            falls_below_on = month
        before = now
    return Forecast(tuple(months), tuple(events), reaches_on, falls_below_on)


def _points(life: Life, book: RuleBook, day: date) -> tuple[tuple[int, int], ...]:
    """The points of every line, whether it counts or not."""
    lines = [line(life, day) for line in book.lines]
    return tuple([(line.min, line.max) for line in lines])


def _events(month: int, before: Score, now: Score) -> list[Event]:
    events = []
    for old, new in zip(before.items, now.items, strict=True):
        was, has = _counted(old), _counted(new)
        if change := has.min - was.min or has.max - was.max:
            case = "down" if change < 0 else "up"
            reason = Reason(f"event.{new.indicator}.{case}", (*_number(new.reason), ("change", abs(change))))
            events.append(Event(month, new.indicator, change, reason))
    return events


def _counted(item: Item) -> Interval:
    return item.points if item.counted else Interval(0, 0)


def _number(reason: Reason) -> Values:
    """The values of a line's reason, where a range has no number `n` of its own with the highest that it may be."""
    values = dict(reason.values)
    if "high" in values:
        values.setdefault("n", values["high"])
    return tuple(values.items())


# -------------------------------------------------------------------------------------------------- a provisional wage


def _told_by_provisional_wage(ahead: Forecast, facts: Facts, book: RuleBook) -> Forecast:
    """The forecast of whoever compared the base with the wage himself: how it would be otherwise is not known."""
    life, reason = Life(facts, book.wages), book.provisional_caution.reason
    events = tuple(
        event._replace(caution=reason)
        if event.indicator in MEASURED_BY_WAGE and rests_on_provisional_wage(life, last_day(event.month))
        else event
        for event in ahead.events
    )
    turns = [month for month in (ahead.reaches_on, ahead.falls_below_on) if month is not None]
    rests = any(event.caution and event.month <= max(turns, default=0) for event in events)
    return ahead._replace(events=events, cautions=(reason,) if rests else ())


def _compared(ahead: Forecast, other: Forecast, book: RuleBook) -> Forecast:
    """The forecast with what would come otherwise if the wage moved."""
    values = book.provisional_caution.reason.values
    happens = {(event.month, event.indicator, event.change) for event in other.events}
    otherwise = Reason("event.otherwise", values)
    events = tuple(
        event if (event.month, event.indicator, event.change) in happens else event._replace(caution=otherwise)
        for event in ahead.events
    )
    return ahead._replace(events=events, cautions=tuple(_otherwise(ahead, other, book.standard, values)))


def _otherwise(ahead: Forecast, other: Forecast, standard: int, values: Values) -> Iterator[Reason]:
    """When the standard would be reached or lost, where that is another month; or that it would not be held."""
    turns = {
        "reaches": (ahead.reaches_on, other.reaches_on),
        "falls": (ahead.falls_below_on, other.falls_below_on),
    }
    moved = {case: there for case, (here, there) in turns.items() if there is not None and there != here}
    for case, month in moved.items():
        yield Reason(f"forecast.otherwise.{case}", (*values, ("month", month_text(month))))
    both = zip(ahead.months, other.months, strict=True)
    if not moved and any(there.total.min < standard <= here.total.min for here, there in both):
        last = other.months[-1]
        total = ("total", str(last.total))
        yield Reason("forecast.otherwise.not_reached", (*values, ("month", month_text(last.month)), total))
