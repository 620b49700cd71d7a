"""The outbox (发件箱): what is to be sent, kept until it was sent, and which process is sending it."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, bindparam, delete, exists, insert, or_, select, update

from bot.compact_json import compact_json
from bot.messages import Address, Button, File, Menu, Outgoing, Show
from bot.store.statements import Prepared
from bot.store.tables import CONVERSATION, OUTGOING

HELD_FOR: Final = timedelta(seconds=20)
"""How long a process has to send what it holds before others may; it renews that while it waits."""
AT_ONCE: Final = 500
"""Rows that are named in one statement: databases take so many values and no more."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to remind of, put into words when it is due. `about` says of what, `day` which day it is about."""

    about: str
    day: str


Waiting: TypeAlias = Outgoing | Reminder


@dataclass(frozen=True, slots=True)
class Pending:
    """Something in the outbox. `revision` is that of the screen which it shows, `attempts` how often it perhaps was
    sent, `failing_since` from when on the messenger could not be reached with it.
    """

    id: int
    address: Address
    conversation: int | None
    what: Waiting
    due: datetime
    revision: int | None = None
    attempts: int = 0
    failing_since: datetime | None = None


class _Row(NamedTuple):
    """What is read of a row."""

    id: int
    channel: str
    chat: str
    conversation_id: int | None
    kind: str
    body: str
    due_at: datetime
    revision: int | None
    attempts: int
    failing_since: datetime | None
    holder: str | None
    held_until: datetime | None


_AT = (OUTGOING.c.channel == bindparam("at_channel"), OUTGOING.c.chat == bindparam("at_chat"))
_OTHER = OUTGOING.alias("other")
_OTHERS = (_OTHER.c.holder != bindparam("me"), _OTHER.c.held_until > bindparam("now"))
_FREE = or_(OUTGOING.c.holder.is_(None), OUTGOING.c.held_until <= bindparam("now"))
_PUT: Final[Prepared[tuple[()]]] = Prepared(
    insert(OUTGOING),
    *("channel", "chat", "conversation_id", "kind", "body", "key", "revision", "due_at"),
    *("attempts", "holder", "held_until"),
)
_COLUMNS = tuple(OUTGOING.c[name] for name in _Row._fields)
_DUE = select(*_COLUMNS).where(OUTGOING.c.due_at <= bindparam("now")).order_by(OUTGOING.c.due_at, OUTGOING.c.id)
_Cells: TypeAlias = tuple[
    int, str, str, int | None, str, str, datetime, int | None, int, datetime | None, str | None, datetime | None
]  # fmt: skip
_IN_CHANNEL: Final[Prepared[_Cells]] = Prepared(
    _DUE.where(
        OUTGOING.c.channel == bindparam("at_channel"),
        _FREE,
        # What comes after something that another process is sending is for that one to send, or it would overtake.
        ~exists().where(_OTHER.c.channel == OUTGOING.c.channel, _OTHER.c.chat == OUTGOING.c.chat, *_OTHERS),
    )
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)
# What is not in words yet is not for a lane.
_WORDED = OUTGOING.c.kind != "reminder"
_BEFORE: Final[Prepared[_Cells]] = Prepared(
    _DUE.where(*_AT, _WORDED, or_(OUTGOING.c.holder.is_(None), OUTGOING.c.holder != bindparam("me"))).with_for_update()
)
_KEEP = (
    update(OUTGOING)
    .where(OUTGOING.c.id.in_(bindparam("those", expanding=True)), OUTGOING.c.holder == bindparam("me"))
    .values(held_until=bindparam("until"))
    .returning(OUTGOING.c.id)
)
_DROP: Final[Prepared[tuple[()]]] = Prepared(delete(OUTGOING).where(OUTGOING.c.id == bindparam("of")))
_SHOWN: Final[Prepared[tuple[()]]] = Prepared(
    update(CONVERSATION)
    .where(CONVERSATION.c.id == bindparam("of"), CONVERSATION.c.revision == bindparam("shown"))
    .values(screen=bindparam("message"))
)


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
    id = _PUT.put_in(
        db,
        {
            "channel": address.channel,
            "chat": address.chat,
            "conversation_id": conversation,
            "kind": kind,
            "body": body,
            "key": key,
            "revision": revision,
            "due_at": due,
            "attempts": 0,
            "holder": holder,
            "held_until": held_until,
        },
    )
    return Pending(id, address, conversation, what, due, revision)


def hold_before(db: Connection, address: Address, holder: str, now: datetime) -> list[Pending] | None:
    """Takes hold of what waits for an address and nobody sends: it comes before whatever is put in now. None where
    another process is sending something there; then what comes after it is for that one to send.
    """
    values = {"at_channel": address.channel, "at_chat": address.chat, "me": holder, "now": now}
    rows = [_Row(*row) for row in _BEFORE.rows(db, values)]
    if any(row.held_until is not None and row.held_until > now for row in rows):
        return None
    return _hold(db, rows, holder, now)


def hold_due(db: Connection, channel: str, holder: str, now: datetime, *, at_most: int) -> list[Pending]:
    """Takes hold of what is due in a channel and free, the oldest first; other processes take other rows meanwhile."""
    values = {"at_channel": channel, "me": holder, "now": now, "at_most": at_most}
    return _hold(db, [_Row(*row) for row in _IN_CHANNEL.rows(db, values)], holder, now)


def hold_next(db: Connection, address: Address, holder: str, now: datetime) -> list[Pending]:
    """Takes hold of what waits for an address behind what this one has just sent: other processes put it in, or held it
    and died. Nothing where another process is sending something there.
    """
    return [] if db.dialect.name == "sqlite" else hold_before(db, address, holder, now) or []


def keep_holding(db: Connection, ids: Sequence[int], holder: str, now: datetime) -> set[int]:
    """Keeps hold of what waits to be sent; returns what is still held: the rest was erased, or another process took it
    when this one could not say for long that it holds it.
    """
    held: set[int] = set()
    for begin in range(0, len(ids), AT_ONCE):
        some = ids[begin : begin + AT_ONCE]
        held |= set(db.execute(_KEEP, {"those": some, "me": holder, "until": now + HELD_FOR}).scalars())
    return held


def release(db: Connection, holder: str) -> None:
    """Lets go of everything that a process holds, so that another one sends it at once."""
    db.execute(update(OUTGOING).where(OUTGOING.c.holder == holder).values(holder=None, held_until=None))


def release_all(db: Connection) -> None:
    """Lets go of everything, whoever held it: for the one process that there is."""
    db.execute(update(OUTGOING).values(holder=None, held_until=None))


def sent(db: Connection, pending: Pending, message: int | None) -> None:
    """Notes that something was sent: it is taken out, and a screen's message is kept with its conversation."""
    drop(db, pending.id)
    if pending.revision is not None and message is not None:
        _SHOWN.run(db, {"of": pending.conversation, "shown": pending.revision, "message": message})


def leave_rest(db: Connection, pending: Pending, rest: Outgoing) -> None:
    """Notes that the beginning of something was sent: only the rest of it is left."""
    kind, body = _written(rest)
    left = {"kind": kind, "body": body, "attempts": 0, "failing_since": None}
    db.execute(update(OUTGOING).where(OUTGOING.c.id == pending.id).values(left))


def note_failure(db: Connection, pending: Pending) -> None:
    """Notes how often something perhaps was sent, and since when it could not be."""
    failure = {"attempts": pending.attempts, "failing_since": pending.failing_since}
    db.execute(update(OUTGOING).where(OUTGOING.c.id == pending.id).values(failure))


def word(db: Connection, reminder: Pending, what: Outgoing, revision: int) -> Pending:
    """Puts a reminder that is due into its words: from now on it is a screen like any other."""
    kind, body = _written(what)
    worded = update(OUTGOING).where(OUTGOING.c.id == reminder.id)
    db.execute(worded.values(kind=kind, body=body, key=None, revision=revision))
    return replace(reminder, what=what, revision=revision)


def reminder_keys(db: Connection, conversation: int) -> frozenset[str]:
    """The keys of the reminders that wait in a conversation."""
    keys = select(OUTGOING.c.key).where(OUTGOING.c.conversation_id == conversation, OUTGOING.c.key.is_not(None))
    return frozenset(db.execute(keys).scalars())


def drop_reminders(db: Connection, conversation: int, keys: Collection[str]) -> None:
    """Takes reminders out of a conversation."""
    if keys:
        db.execute(delete(OUTGOING).where(OUTGOING.c.conversation_id == conversation, OUTGOING.c.key.in_(keys)))


def postpone(db: Connection, id: int, due: datetime) -> None:
    """Puts something off, and lets go of it."""
    db.execute(update(OUTGOING).where(OUTGOING.c.id == id).values(due_at=due, holder=None, held_until=None))


def drop(db: Connection, id: int) -> None:
    """Takes something out."""
    _DROP.run(db, {"of": id})


# ------------------------------------------------------------------------------------------------------------- the rows


def _hold(db: Connection, rows: Sequence[_Row], holder: str, now: datetime) -> list[Pending]:
    if rows:
        held = {"holder": holder, "held_until": now + HELD_FOR}
        db.execute(update(OUTGOING).where(OUTGOING.c.id.in_([row.id for row in rows])).values(held))
    return [
        Pending(
            row.id,
            Address(row.channel, row.chat),
            row.conversation_id,
            _read(row.kind, row.body),
            row.due_at,
            row.revision,
            row.attempts,
            row.failing_since,
        )
        for row in rows
    ]


def _written(what: Waiting) -> tuple[str, str]:
    match what:
        case Show(text, buttons, over):
            rows = [[[each.label, each.data, each.url] for each in row] for row in buttons]
            return "show", compact_json({"text": text, "buttons": rows, "over": over})
        case File(name, content, caption):
            return "file", compact_json({"name": name, "content": content, "caption": caption})
        case Menu(locale):
            return "menu", compact_json({"locale": locale})
        case Reminder(about, day):
            return "reminder", compact_json({"about": about, "day": day})


def as_text(what: Waiting) -> str:
    """Something as it is kept, as JSON, to be looked at."""
    kind, body = _written(what)
    return f'{{"{kind}":{body}}}'


def _read(kind: str, body: str) -> Waiting:
    """What a row holds, as it was put in."""
    match kind, json.loads(body):
        case "show", {"text": str(text), "buttons": rows, "over": over}:
            return Show(text, tuple(tuple(Button(*button) for button in row) for row in rows), over)
        case "file", {"name": str(name), "content": str(content), "caption": str(caption)}:
            return File(name, content, caption)
        case "menu", {"locale": str(locale)}:
            return Menu(locale)
        case "reminder", {"about": str(about), "day": str(day)}:
            return Reminder(about, day)
        case _:
            raise ValueError(f"nothing of kind {kind!r} can be sent")
