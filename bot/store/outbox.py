"""The outbox (发件箱): what is to be sent, kept until it was sent, and which process is sending it."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias, cast

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, or_, select, update

from bot.messages import Address, Button, File, Menu, Outgoing, Show
from bot.store.tables import CONVERSATION, OUTGOING

HELD_FOR: Final = timedelta(seconds=60)
"""How long a process has to send what it holds before others may; it renews that while it waits."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to remind of, put into words when it is due. `about` says of what, `day` which day it is about."""

    about: str
    day: str


Waiting: TypeAlias = Outgoing | Reminder


@dataclass(frozen=True, slots=True)
class Pending:
    """Something in the outbox. `revision` is that of the screen which it shows, `attempts` how often it failed."""

    id: int
    address: Address
    conversation: int | None
    what: Waiting
    revision: int | None = None
    attempts: int = 0


def put(
    db: Connection,
    address: Address,
    what: Waiting,
    *,
    due: datetime,
    conversation: int | None = None,
    revision: int | None = None,
    key: str | None = None,
    holder: str | None = None,
    held_until: datetime | None = None,
) -> Pending:
    """Puts something in; `holder` is the process that sends it at once, `key` the name of a reminder."""
    kind, body = _written(what)
    row = db.execute(
        insert(OUTGOING).values(
            channel=address.channel,
            chat=address.chat,
            conversation_id=conversation,
            kind=kind,
            body=body,
            key=key,
            revision=revision,
            due_at=due,
            attempts=0,
            holder=holder,
            held_until=held_until,
        )
    )
    (id,) = cast(tuple[int], row.inserted_primary_key)
    return Pending(id, address, conversation, what, revision)


def is_held_by_another(db: Connection, address: Address, holder: str, now: datetime) -> bool:
    """Whether another process is sending something to an address; what comes after it is for that one to send."""
    others = OUTGOING.c.holder != holder
    held = select(OUTGOING.c.id).where(*_at(address), others, OUTGOING.c.held_until > now)
    return db.execute(held.limit(1)).first() is not None


def hold_due(db: Connection, channel: str, holder: str, now: datetime, *, at_most: int) -> list[Pending]:
    """Takes hold of what is due in a channel and free, the oldest first; other processes take other rows meanwhile."""
    free = or_(OUTGOING.c.holder.is_(None), OUTGOING.c.held_until <= now)
    return _hold_all(db, _due(now).where(OUTGOING.c.channel == channel, free).limit(at_most), holder, now)


def hold_next(db: Connection, address: Address, holder: str, now: datetime) -> list[Pending]:
    """Takes hold of what waits for an address behind what this process has just sent."""
    return _hold_all(db, _due(now).where(*_at(address), OUTGOING.c.holder.is_(None)), holder, now)


def keep_holding(db: Connection, ids: Collection[int], holder: str, now: datetime) -> None:
    """Keeps hold of what waits to be sent."""
    db.execute(update(OUTGOING).where(OUTGOING.c.id.in_(ids)).values(holder=holder, held_until=now + HELD_FOR))


def release(db: Connection, holder: str) -> None:
    """Lets go of everything that a process holds, so that another one sends it at once."""
    db.execute(update(OUTGOING).where(OUTGOING.c.holder == holder).values(holder=None, held_until=None))


def sent(db: Connection, pending: Pending, message: int | None) -> None:
    """Notes that something was sent: it is taken out, and a screen's message is kept with its conversation."""
    drop(db, pending.id)
    if pending.revision is not None and message is not None:
        present = (CONVERSATION.c.id == pending.conversation, CONVERSATION.c.revision == pending.revision)
        db.execute(update(CONVERSATION).where(*present).values(screen=message))


def failed(db: Connection, pending: Pending) -> None:
    """Notes that sending failed once more."""
    db.execute(update(OUTGOING).where(OUTGOING.c.id == pending.id).values(attempts=pending.attempts + 1))


def word(db: Connection, reminder: Pending, what: Outgoing) -> Pending:
    """Puts a reminder that is due into its words: from now on it is a message like any other."""
    kind, body = _written(what)
    db.execute(update(OUTGOING).where(OUTGOING.c.id == reminder.id).values(kind=kind, body=body, key=None))
    return Pending(reminder.id, reminder.address, reminder.conversation, what, reminder.revision, reminder.attempts)


def drop(db: Connection, id: int) -> None:
    """Takes something out."""
    db.execute(delete(OUTGOING).where(OUTGOING.c.id == id))


# ------------------------------------------------------------------------------------------------------------- the rows


def _at(address: Address) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return OUTGOING.c.channel == address.channel, OUTGOING.c.chat == address.chat


def _due(now: datetime) -> Select[*tuple[object, ...]]:
    oldest = (OUTGOING.c.due_at, OUTGOING.c.id)
    return select(OUTGOING).where(OUTGOING.c.due_at <= now).order_by(*oldest).with_for_update(skip_locked=True)


def _hold_all(db: Connection, rows: Select[*tuple[object, ...]], holder: str, now: datetime) -> list[Pending]:
    held = [
        Pending(
            row.id,
            Address(row.channel, row.chat),
            row.conversation_id,
            _read(row.kind, row.body),
            row.revision,
            row.attempts,
        )
        for row in db.execute(rows)
    ]
    if held:
        keep_holding(db, [each.id for each in held], holder, now)
    return held


def _written(what: Waiting) -> tuple[str, str]:
    return type(what).__name__.lower(), json.dumps(asdict(what), ensure_ascii=False, separators=(",", ":"))


def _read(kind: str, body: str) -> Waiting:
    """What a row holds, as it was put in."""
    match kind, json.loads(body):
        case "show", {"text": str(text), "buttons": rows, "over": over}:
            return Show(text, tuple(tuple(Button(**button) for button in row) for row in rows), over)
        case "file", {"name": str(name), "content": str(content), "caption": str(caption)}:
            return File(name, content, caption)
        case "menu", {"locale": str(locale)}:
            return Menu(locale)
        case "reminder", {"about": str(about), "day": str(day)}:
            return Reminder(about, day)
        case _:
            raise ValueError(f"nothing of kind {kind!r} can be sent")
