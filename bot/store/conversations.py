"""Conversations in the store (会话), the updates that were taken, and those that could not be (死信)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.messages import Address
from bot.store.state import Read, read_state, write_state
from bot.store.tables import CONVERSATION, DEAD_LETTER, OUTGOING, RECEIVED
from dialogs.talk import Talk


@dataclass(frozen=True, slots=True)
class Conversation:
    """A person's conversation (see `bot.store.tables.ConversationRow`). `dropped` counts the entries that this
    program could not read of it.
    """

    id: int
    address: Address
    talk: Talk
    locale: str
    locale_fixed: bool
    revision: int
    screen: int | None = None
    reachable: bool = True
    reminders_paused: bool = False
    told: str | None = None
    told_by: str | None = None
    dropped: int = 0


def claim(db: Connection, channel: str, key: str, now: datetime) -> bool:
    """Notes that an update is being taken; false where it was taken before."""
    values = {"channel": channel, "key": key, "received_at": now}
    if db.dialect.name == "postgresql":
        done = db.execute(postgresql.insert(RECEIVED).values(values).on_conflict_do_nothing())
    else:
        done = db.execute(sqlite.insert(RECEIVED).values(values).on_conflict_do_nothing())
    return done.rowcount == 1


def find_conversation(db: Connection, address: Address) -> Conversation | None:
    """The conversation at an address, kept from other processes until the transaction ends."""
    found = select(CONVERSATION).where(CONVERSATION.c.channel == address.channel, CONVERSATION.c.chat == address.chat)
    row = db.execute(found.with_for_update()).first()
    if row is None:
        return None
    read: Read = read_state(row.state)
    return Conversation(
        row.id,
        address,
        read.talk,
        row.locale,
        row.locale_fixed,
        row.revision,
        row.screen,
        row.reachable,
        row.reminders_paused,
        row.told,
        row.told_by,
        read.dropped,
    )


def begin_conversation(
    db: Connection, address: Address, *, locale: str, locale_fixed: bool, revision: int, now: datetime
) -> Conversation:
    """A new conversation of somebody who has just consented."""
    done = db.execute(
        insert(CONVERSATION).values(
            channel=address.channel,
            chat=address.chat,
            locale=locale,
            locale_fixed=locale_fixed,
            state=write_state(Talk()),
            revision=revision,
            reachable=True,
            reminders_paused=False,
            consented_at=now,
            seen_at=now,
        )
    )
    assert done.inserted_primary_key is not None
    return Conversation(done.inserted_primary_key[0], address, Talk(), locale, locale_fixed, revision)


def keep_conversation(db: Connection, conversation: Conversation, *, seen: datetime | None = None) -> None:
    """Keeps a conversation as it is now; `seen` is when the person was last here, where he is."""
    values = {
        "state": write_state(conversation.talk),
        "locale": conversation.locale,
        "locale_fixed": conversation.locale_fixed,
        "revision": conversation.revision,
        "screen": conversation.screen,
        "reachable": conversation.reachable,
        "reminders_paused": conversation.reminders_paused,
        "told": conversation.told,
        "told_by": conversation.told_by,
    }
    if seen is not None:
        values["seen_at"] = seen
    db.execute(update(CONVERSATION).where(CONVERSATION.c.id == conversation.id).values(values))


def move_conversation(db: Connection, address: Address, chat: str) -> None:
    """Notes that a chat has another address now."""
    for table in (CONVERSATION, OUTGOING):
        at = (table.c.channel == address.channel, table.c.chat == address.chat)
        db.execute(update(table).where(*at).values(chat=chat))


def bury(db: Connection, address: Address | None, channel: str, raw: str, problem: str, now: datetime) -> None:
    """Keeps what could not be taken or sent, as it was."""
    db.execute(
        insert(DEAD_LETTER).values(
            channel=channel, chat=address and address.chat, raw=raw, problem=problem, died_at=now
        )
    )
