"""When a person may be written to unasked (适宜时间): never in the night, by the clock of Shanghai. Pure."""

from datetime import date, datetime, time, timedelta
from typing import Final

from bot.clock import SHANGHAI

REMINDED_AT: Final = time(10)
"""When the reminder of a day is sent."""
BEGIN: Final = time(9)
END: Final = time(20)
"""The hours of the day in which something that waited may be sent, `END` not included."""


def reminded_at(day: date) -> datetime:
    """The moment at which the reminder of a day is sent."""
    return datetime.combine(day, REMINDED_AT, SHANGHAI)


def civil_from(moment: datetime) -> datetime:
    """The moment itself where it is a civil one, else the next that is. Raises ValueError for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    there = moment.astimezone(SHANGHAI)
    if BEGIN <= there.time() < END:
        return moment
    day = there.date() if there.time() < BEGIN else there.date() + timedelta(days=1)
    return datetime.combine(day, BEGIN, SHANGHAI)
