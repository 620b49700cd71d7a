"""The database behind the store: SQLite in a file by default, PostgreSQL where an address says so."""

from typing import Final, Protocol

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

BUSY_MS: Final = 5_000
"""How long SQLite waits for another process to finish writing."""
CACHE_KB: Final = 512
"""What SQLite keeps of a file in memory: hardly anybody is looked for twice before his answer, and the system caches
files too.
"""


class BadDatabaseUrl(ValueError):
    """An address that names no database which can be used."""


def open_database(url: str) -> Engine:
    """An engine for `sqlite:///file.db`, `sqlite://` (in memory, for tests) or `postgresql://...`.

    Raises `BadDatabaseUrl`; that nobody answers there shows at the first use.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadDatabaseUrl("not the address of a database") from None
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite(url, in_memory=parsed.database in (None, "", ":memory:"))
        case "postgresql" | "postgres":
            # Before each use of an idle connection it is asked whether it still lives: servers are restarted.
            return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=3)
        case other:
            raise BadDatabaseUrl(f"{other} is neither sqlite nor postgresql")


def _sqlite(url: str, *, in_memory: bool) -> Engine:
    # In memory there is one connection, and all threads share it one after the other.
    engine = (
        create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
        if in_memory
        else create_engine(url)
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: "_Raw", _record: object) -> None:
        # The driver would begin transactions by itself, and as readers.
        connection.isolation_level = None
        # What is erased is overwritten: not every SQLite does so of itself.
        kept = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
        for pragma in (*kept, f"busy_timeout={BUSY_MS}", f"cache_size=-{CACHE_KB}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: "_Begun") -> None:
        # Who reads first and writes then is refused at once when another process wrote in between.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class _Raw(Protocol):
    isolation_level: str | None

    def execute(self, statement: str) -> object: ...


class _Begun(Protocol):
    def exec_driver_sql(self, statement: str) -> object: ...
