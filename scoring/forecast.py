"""The forecast (积分走势): the score month by month while life goes on as it is, with what changes it."""

from datetime import date
from typing import NamedTuple

from scoring.facts import Facts
from scoring.interval import Interval, last_day, months_of
from scoring.life import Life
from scoring.lines import Item, Reason, Values
from scoring.rulebook import RuleBook, rule_book
from scoring.score import Score, score_life

MOST_MONTHS = 1200


class MonthTotal(NamedTuple):
    """The total on the last day of a month; `month` is a running month number."""

    month: int
    total: Interval


class Event(NamedTuple):
    """A change of one indicator's counted points against the month before."""

    month: int
    indicator: str
    change: int
    reason: Reason


class Forecast(NamedTuple):
    """Every month after that of the facts, and the first in which 120 is surely reached or no longer surely held."""

    months: tuple[MonthTotal, ...]
    events: tuple[Event, ...]
    reaches_on: int | None
    falls_below_on: int | None


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
    life = Life(facts, book.wages)
    before, points = score_life(life, book, facts.as_of), _points(life, book, facts.as_of)
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
