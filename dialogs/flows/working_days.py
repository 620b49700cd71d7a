"""Official Chinese working days (工作日): weekdays but public holidays, and the weekend days worked in their stead."""

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class UnknownYear:
    """No answer: it would need the official calendar of a year that is not known here, mostly not published yet."""

    year: int


def is_working_day(day: date) -> bool | UnknownYear:
    """Whether a day is worked by the official calendar."""
    # Loaded late: its tables of holidays are of no use to whoever only wants a score.
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return UnknownYear(day.year)


def working_days_after(day: date, count: int) -> date | UnknownYear:
    """The `count`-th working day after a day, which itself does not count; the day itself where `count` is 0.

    Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError(f"count: {count} is negative")
    while count:
        day += _DAY
        worked = is_working_day(day)
        if isinstance(worked, UnknownYear):
            return worked
        count -= worked
    return day


def weekdays_after(day: date, count: int) -> date:
    """The `count`-th day from Monday to Friday after a day: an estimate where no calendar tells the holidays."""
    while count:
        day += _DAY
        count -= day.weekday() < _SATURDAY
    return day
