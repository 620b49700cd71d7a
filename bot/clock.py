"""The one clock: which day it is in Shanghai."""

from datetime import date, datetime, timedelta, timezone

# China has kept one time without summer time since 1991, so no time zone database is needed.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


def today() -> date:
    """Today's date in Shanghai, wherever the machine stands."""
    return datetime.now(SHANGHAI).date()


def day_of(moment: datetime) -> date:
    """The date in Shanghai at a moment."""
    return moment.astimezone(SHANGHAI).date()
