"""What is kept of a person: given to him, and forgotten (个人信息的查阅与删除)."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, select

from bot.messages import Address
from bot.store.tables import BY_ADDRESS, CONVERSATION, DEAD_LETTER, RECEIVED, at

IDLE_FOR: Final = timedelta(days=396)
"""Thirteen months: a year between two renewals, and one month to come late."""
RECEIVED_FOR: Final = timedelta(days=3)
"""Nothing is handed in again after a day."""
DEAD_FOR: Final = timedelta(days=30)


def export(db: Connection, address: Address) -> dict[str, list[dict[str, object]]]:
    """Every row that belongs to the person at an address, by table."""
    return {
        table.name: [
            {column: _told(value) for column, value in row._mapping.items()}
            for row in db.execute(select(table).where(*at(table, address)))
        ]
        for table in BY_ADDRESS
    }


def _told(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def erase(db: Connection, address: Address) -> None:
    """Forgets the person at an address."""
    for table in reversed(BY_ADDRESS):
        db.execute(delete(table).where(*at(table, address)))


def erase_idle(db: Connection, now: datetime) -> int:
    """Forgets everybody who was not here for `IDLE_FOR`; returns how many."""
    idle = db.execute(
        select(CONVERSATION.c.channel, CONVERSATION.c.chat).where(CONVERSATION.c.seen_at < now - IDLE_FOR)
    ).all()
    for channel, chat in idle:
        erase(db, Address(channel, chat))
    return len(idle)


def forget_old(db: Connection, now: datetime) -> None:
    """Forgets the ids of old updates and old dead letters."""
    db.execute(delete(RECEIVED).where(RECEIVED.c.received_at < now - RECEIVED_FOR))
    db.execute(delete(DEAD_LETTER).where(DEAD_LETTER.c.died_at < now - DEAD_FOR))
