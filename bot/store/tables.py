"""The tables of the store. Answers are kept, and no name and no number of a person but where he is reached.

Every table is named in `BY_ADDRESS` or `OF_NOBODY`, so that a person can be given everything and forgotten.
"""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    DateTime,
    Dialect,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
)
from sqlmodel import Field, SQLModel

from bot.messages import Address

# Constraints need names to be altered later, on SQLite above all.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts rows up only in a column of this very type.
_Id: Final = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[datetime]):
    """A moment, always with its zone: kept in UTC, though SQLite forgets zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC. Raises `ValueError` for one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no zone")
        return value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone."""
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


class Table(SQLModel):
    """What all tables share."""

    metadata = metadata


class ConversationRow(Table, table=True):
    """A person's conversation: the answers, and where the talk stands on his screen. Made when he consents.

    `state` is the talk (see `bot.store.state`); `revision` counts the screens, so that a button of an older one is
    known; `screen` is the message with the present buttons; `told` what he was last told that he scores, by indicator,
    and `told_by` the rules that told it.
    """

    __tablename__ = "conversation"
    __table_args__ = (Index("uq_conversation_address", "channel", "chat", unique=True),)

    id: int | None = Field(default=None, sa_column=Column(_Id, primary_key=True))
    channel: str = Field(sa_column=Column(Text, nullable=False))
    chat: str = Field(sa_column=Column(Text, nullable=False))
    locale: str = Field(sa_column=Column(Text, nullable=False))
    locale_fixed: bool = Field(default=False)
    state: str = Field(sa_column=Column(Text, nullable=False))
    revision: int = Field(sa_column=Column(BigInteger, nullable=False))
    screen: int | None = Field(default=None, sa_column=Column(BigInteger))
    reachable: bool = Field(default=True)
    reminders_paused: bool = Field(default=False)
    told: str | None = Field(default=None, sa_column=Column(Text))
    told_by: str | None = Field(default=None, sa_column=Column(Text, index=True))
    consented_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    seen_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))


class ReceivedRow(Table, table=True):
    """The id of an update that was taken, so that it is taken once. Forgotten after some days."""

    __tablename__ = "received"

    channel: str = Field(sa_column=Column(Text, primary_key=True))
    key: str = Field(sa_column=Column(Text, primary_key=True))
    received_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))


class OutgoingRow(Table, table=True):
    """Something to be sent once it is due (发件箱): a reply now, a reminder later. Deleted when it was sent.

    `kind` and `body` are the value (see `bot.store.outbox`); `key` names a reminder, once for a conversation;
    `revision` is that of the screen that it shows; `holder` the process that is sending it, until `held_until`;
    `attempts` and `failing_since` how it fares with that (see `bot.store.outbox.Pending`).
    """

    __tablename__ = "outgoing"
    __table_args__ = (
        Index("ix_outgoing_address", "channel", "chat"),
        Index("uq_outgoing_reminder", "conversation_id", "key", unique=True),
        # What is being sent is known by its id, even after it was erased: no other row may get that id.
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_Id, primary_key=True))
    channel: str = Field(sa_column=Column(Text, nullable=False))
    chat: str = Field(sa_column=Column(Text, nullable=False))
    conversation_id: int | None = Field(
        default=None, sa_column=Column(_Id, ForeignKey(metadata.tables["conversation"].c.id, ondelete="CASCADE"))
    )
    kind: str = Field(sa_column=Column(Text, nullable=False))
    body: str = Field(sa_column=Column(Text, nullable=False))
    key: str | None = Field(default=None, sa_column=Column(Text))
    revision: int | None = Field(default=None, sa_column=Column(BigInteger))
    due_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))
    attempts: int = Field(default=0)
    failing_since: datetime | None = Field(default=None, sa_column=Column(Moment))
    holder: str | None = Field(default=None, sa_column=Column(Text))
    held_until: datetime | None = Field(default=None, sa_column=Column(Moment))


class DeadLetterRow(Table, table=True):
    """Something that could not be taken or sent (死信), with what went wrong. Forgotten after some weeks.

    Of somebody who agreed `raw` is the thing as it was; of everybody else it is its shape (see `bot.shapes`), and there
    is no `chat`.
    """

    __tablename__ = "dead_letter"
    __table_args__ = (Index("ix_dead_letter_address", "channel", "chat"),)

    id: int | None = Field(default=None, sa_column=Column(_Id, primary_key=True))
    channel: str = Field(sa_column=Column(Text, nullable=False))
    chat: str | None = Field(default=None, sa_column=Column(Text))
    raw: str = Field(sa_column=Column(Text, nullable=False))
    problem: str = Field(sa_column=Column(Text, nullable=False))
    died_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))


# The same for statements: a row need not become an object to be read or written.
CONVERSATION: Final = metadata.tables["conversation"]
RECEIVED: Final = metadata.tables["received"]
OUTGOING: Final = metadata.tables["outgoing"]
DEAD_LETTER: Final = metadata.tables["dead_letter"]

BY_ADDRESS: Final = (CONVERSATION, OUTGOING, DEAD_LETTER)
"""The tables whose rows belong to the person at their address."""
OF_NOBODY: Final = (RECEIVED,)
"""The tables that hold nothing of a person."""


def at(table: FromClause, address: Address) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The condition that a row of one of `BY_ADDRESS` belongs to an address."""
    return table.c.channel == address.channel, table.c.chat == address.chat
