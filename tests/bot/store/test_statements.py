"""Prepared statements: on both databases they find, write and fail as SQLAlchemy's own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, Engine, bindparam, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.store.database import open_database
from bot.store.migrate import migrate
from bot.store.statements import Prepared
from bot.store.tables import CONVERSATION, RECEIVED

MOMENT = datetime(2026, 11, 29, 8, 30, tzinfo=timezone(timedelta(hours=8)))
BEGIN: Prepared[tuple[()]] = Prepared(
    insert(CONVERSATION),
    *("channel", "chat", "locale", "locale_fixed", "state", "revision", "reachable", "reminders_paused"),
    *("consented_at", "seen_at"),
)
FOUND: Prepared[tuple[int, bool, int | None, datetime]] = Prepared(
    select(CONVERSATION.c.id, CONVERSATION.c.locale_fixed, CONVERSATION.c.screen, CONVERSATION.c.seen_at).where(
        CONVERSATION.c.chat == bindparam("at_chat"), CONVERSATION.c.channel == "telegram:1"
    )
)
RECEIVE: Prepared[tuple[()]] = Prepared(insert(RECEIVED), "channel", "key", "received_at")


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    """A database with the tables."""
    engine = open_database(database)
    migrate(engine)
    yield engine
    engine.dispose()


def begin(db: Connection, chat: str) -> int:
    """A new conversation; its id."""
    values = {"channel": "telegram:1", "chat": chat, "locale": "en", "state": "{}", "revision": 1, "reachable": True}
    more = {"locale_fixed": True, "reminders_paused": False, "consented_at": MOMENT, "seen_at": MOMENT}
    return BEGIN.put_in(db, values | more)


def test_what_was_put_in_is_found_as_it_was_meant(engine: Engine) -> None:
    with engine.begin() as db:
        first, second = begin(db, "7"), begin(db, "8")
        assert first != second
        assert FOUND.row(db, {"at_chat": "8"}) == (second, True, None, MOMENT)
        assert FOUND.rows(db, {"at_chat": "9"}) == []
        assert FOUND.row(db, {"at_chat": "9"}) is None
        (_, _, _, seen) = FOUND.rows(db, {"at_chat": "7"})[0]
        assert seen.utcoffset() is not None


def test_sqlalchemy_reads_what_a_prepared_statement_wrote(engine: Engine) -> None:
    with engine.begin() as db:
        begin(db, "7")
        row = db.execute(select(CONVERSATION.c.seen_at, CONVERSATION.c.reachable)).one()
    assert tuple(row) == (MOMENT, True)
    assert row.seen_at.astimezone(UTC) == MOMENT


def test_an_error_is_sqlalchemys_and_repeats_no_value(engine: Engine) -> None:
    values = {"channel": "telegram:1", "key": "a secret", "received_at": MOMENT}
    with engine.begin() as db:
        RECEIVE.run(db, values)
    with pytest.raises(IntegrityError) as twice, engine.begin() as db:
        RECEIVE.run(db, values)
    if engine.dialect.name == "sqlite":
        assert "a secret" not in str(twice.value)


def test_a_database_without_tables_is_an_operational_error_on_sqlite() -> None:
    engine = open_database("sqlite://")
    with pytest.raises(OperationalError), engine.begin() as db:
        RECEIVE.run(db, {"channel": "telegram:1", "key": "1", "received_at": MOMENT})
    engine.dispose()


def test_what_it_wrote_is_taken_back_with_its_transaction(engine: Engine) -> None:
    with engine.connect() as db:
        db.begin()
        begin(db, "7")
        db.rollback()
    with engine.begin() as db:
        assert FOUND.row(db, {"at_chat": "7"}) is None
