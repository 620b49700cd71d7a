"""Conversations in the store (会话), the updates that were taken, and those that could not be (死信)."""

from contextlib import suppress
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects import sqlite

from bot.messages import Address
from bot.shapes import shape_of
from bot.store.state import BadState, read_state, write_state
from bot.store.statements import Prepared
from bot.store.tables import CONVERSATION, DEAD_LETTER, OUTGOING, RECEIVED, at
from dialogs.talk import Talk

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


class Conversation(NamedTuple):
    """A person's conversation (see `bot.store.tables.ConversationRow`).

    `seen` is when the person was last here, `written_by` the program and rules that kept it last, `dropped` how many of
    its entries could not be read.
    """

    id: int
    address: Address
    talk: Talk
    seen: datetime
    locale: str
    locale_fixed: bool
    revision: int
    screen: int | None = None
    reachable: bool = True
    reminders_paused: bool = False
    told: str | None = None
    told_by: str | None = None
    written_by: str = ""
    dropped: int = 0


_Found: TypeAlias = tuple[
    int, str, str, str, datetime, str, bool, int, int | None, bool, bool, str | None, str | None
]  # fmt: skip
_COLUMNS = (
    CONVERSATION.c.id,
    CONVERSATION.c.channel,
    CONVERSATION.c.chat,
    CONVERSATION.c.state,
    CONVERSATION.c.seen_at,
    CONVERSATION.c.locale,
    CONVERSATION.c.locale_fixed,
    CONVERSATION.c.revision,
    CONVERSATION.c.screen,
    CONVERSATION.c.reachable,
    CONVERSATION.c.reminders_paused,
    CONVERSATION.c.told,
    CONVERSATION.c.told_by,
)
"""What makes a `Conversation`, in its order."""
_KEPT = ("state", "locale", "locale_fixed", "revision", "screen", "reachable", "reminders_paused", "told", "told_by")

_FIND: Final[Prepared[_Found]] = Prepared(
    select(*_COLUMNS)
    .where(CONVERSATION.c.channel == bindparam("at_channel"), CONVERSATION.c.chat == bindparam("at_chat"))
    .with_for_update()
)
_BEGIN: Final[Prepared[tuple[()]]] = Prepared(
    insert(CONVERSATION), *_KEPT, "channel", "chat", "consented_at", "seen_at"
)
_BURY = insert(DEAD_LETTER)
_CHANGE = update(CONVERSATION).where(CONVERSATION.c.id == bindparam("of"))
_KEEP: Final[Prepared[tuple[()]]] = Prepared(_CHANGE, *_KEPT)
_KEEP_SEEN: Final[Prepared[tuple[()]]] = Prepared(_CHANGE, *_KEPT, "seen_at")


def claim(db: Connection, channel: str, key: str, now: datetime) -> bool:
    """Notes that an update is being taken; false where it was taken before."""
    # How many rows were written is not told by every driver; what was written is.
    claimed = _claim(db.dialect.name).row(db, {"channel": channel, "key": key, "received_at": now})
    return claimed is not None


@cache
def _claim(dialect: str) -> Prepared[tuple[str]]:
    return Prepared(
        _insertion(dialect).on_conflict_do_nothing().returning(RECEIVED.c.key), "channel", "key", "received_at"
    )


def _insertion(dialect: str) -> "sqlite.Insert | postgresql.Insert":
    if dialect == "sqlite":
        return sqlite.insert(RECEIVED)
    # Imported where it is used: it takes 2 MB.
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(RECEIVED)


def find_conversation(db: Connection, address: Address) -> Conversation | None:
    """The conversation at an address, kept from other processes until the transaction ends. Raises `BadState`."""
    row = _FIND.row(db, {"at_channel": address.channel, "at_chat": address.chat})
    return None if row is None else _conversation(row)


def locale_at(db: Connection, address: Address) -> str | None:
    """The language of the conversation at an address, even of one that cannot be read."""
    return db.execute(select(CONVERSATION.c.locale).where(*at(CONVERSATION, address))).scalar()


def told_by_others(db: Connection, channel: str, edition: str, *, at_most: int) -> list[Conversation]:
    """Reachable people who were told what they score by another program or other rules; each is kept from other
    processes until the transaction ends. Whoever's talk only a newer program can read is left to that.
    """
    others = (CONVERSATION.c.channel == channel, CONVERSATION.c.told_by != edition, CONVERSATION.c.reachable)
    found = select(*_COLUMNS).where(*others).order_by(CONVERSATION.c.id).limit(at_most)
    people = []
    for row in db.execute(found.with_for_update(skip_locked=True)):
        with suppress(BadState):
            people.append(_conversation(row))
    return people


def keep_told(db: Connection, id: int, told: str | None, by: str | None) -> None:
    """Keeps what a person was told last, and by which program and rules."""
    db.execute(update(CONVERSATION).where(CONVERSATION.c.id == id).values(told=told, told_by=by))


def _conversation(row: _Found) -> Conversation:
    id, channel, chat, state, *_ = row
    read = read_state(state)
    return Conversation(id, Address(channel, chat), read.talk, *row[4:], read.written_by, read.dropped)


def begin_conversation(
    db: Connection, address: Address, *, locale: str, locale_fixed: bool, revision: int, by: str, now: datetime
) -> Conversation:
    """A new conversation of somebody who has just consented."""
    begun = Conversation(0, address, Talk(), now, locale, locale_fixed, revision)
    at = {"channel": address.channel, "chat": address.chat, "consented_at": now, "seen_at": now}
    return begun._replace(id=_BEGIN.put_in(db, _values(begun, by) | at))


def keep_conversation(db: Connection, conversation: Conversation, *, by: str, seen: datetime | None = None) -> None:
    """Keeps a conversation as it is now; `by` is this program and its rules, `seen` now, where the person is here."""
    values = _values(conversation, by) | {"of": conversation.id}
    if seen is None:
        _KEEP.run(db, values)
    else:
        _KEEP_SEEN.run(db, values | {"seen_at": seen})


def _values(conversation: Conversation, by: str) -> dict[str, object]:
    return {
        "state": write_state(conversation.talk, by),
        "locale": conversation.locale,
        "locale_fixed": conversation.locale_fixed,
        "revision": conversation.revision,
        "screen": conversation.screen,
        "reachable": conversation.reachable,
        "reminders_paused": conversation.reminders_paused,
        "told": conversation.told,
        "told_by": conversation.told_by,
    }


def move_conversation(db: Connection, address: Address, chat: str) -> None:
    """Notes that a chat has another address now."""
    for table in (CONVERSATION, OUTGOING):
        db.execute(update(table).where(*at(table, address)).values(chat=chat))


def leave_alone(db: Connection, address: Address) -> None:
    """Notes that somebody cannot be reached: what waits for him is dropped, his reminders wait for his return."""
    db.execute(update(CONVERSATION).where(*at(CONVERSATION, address)).values(reachable=False))
    db.execute(delete(OUTGOING).where(*at(OUTGOING, address), OUTGOING.c.kind != "reminder"))


def bury(db: Connection, address: Address | None, channel: str, raw: str, problem: str, now: datetime) -> None:
    """Keeps what could not be taken or sent: as it was, but for characters that no database keeps, where it is of
    somebody who agreed to be kept; else only its shape, and not of whom it is.
    """
    if address is None or locale_at(db, address) is None:
        kept = {"chat": None, "raw": shape_of(raw)}
    else:
        kept = {"chat": address.chat, "raw": _storable(raw)}
    db.execute(_BURY, {"channel": channel, "problem": _storable(problem), "died_at": now} | kept)


def _storable(text: str) -> str:
    return text.replace("\0", "\\0").encode("utf-8", "backslashreplace").decode()
