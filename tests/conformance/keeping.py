"""What the bot keeps, looked at from outside: every table of its database, and a clock that a test sets."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import create_engine, inspect, make_url, text

from bot.clock import SHANGHAI
from tests.conformance.driver import Rows

BEGINNING = datetime(2026, 11, 22, 10, 0, tzinfo=SHANGHAI)
"""When every case begins."""
OURS = "alembic_version"
"""The table of the migrations, which is about nobody."""


class Clock:
    """The time as the bot is told it."""

    def __init__(self) -> None:
        self._now = BEGINNING

    def now(self) -> datetime:
        """What time it is."""
        return self._now

    def passes(self, time: timedelta) -> None:
        """Lets time go by."""
        self._now += time


class Kept:
    """A database beside the bot that writes it. Close it when done."""

    def __init__(self, database: str) -> None:
        self._engine = create_engine(_driven(database))

    def rows(self) -> Rows:
        """Every row of every table."""
        with self._engine.connect() as connection:
            return {
                name: [dict(row._mapping) for row in connection.execute(text(f'SELECT * FROM "{name}"'))]
                for name in inspect(connection).get_table_names()
                if name != OURS
            }

    def chats_waiting(self) -> Collection[str]:
        """The chats to which something is to be sent now."""
        waiting = text("SELECT DISTINCT chat FROM outgoing WHERE kind <> 'reminder'")
        with self._engine.connect() as connection:
            return set(connection.execute(waiting).scalars())

    def change(self, statement: str, **values: object) -> None:
        """Changes something."""
        with self._engine.begin() as connection:
            connection.execute(text(statement), values)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()


def _driven(database: str) -> str:
    url = make_url(database)
    driver = {"postgresql": "postgresql+psycopg"}.get(url.drivername, url.drivername)
    return url.set(drivername=driver).render_as_string(hide_password=False)
