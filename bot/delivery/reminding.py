"""Puts a reminder that is due into words (提醒)."""

from datetime import datetime

from sqlalchemy import Connection

from bot.store.outbox import Pending, Reminder, drop


def worded(db: Connection, pending: Pending, now: datetime) -> Pending | None:
    """What is to be sent now; a reminder that no longer holds is dropped."""
    if not isinstance(pending.what, Reminder):
        return pending
    drop(db, pending.id)
    return None
