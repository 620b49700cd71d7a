"""Brings a database up to the tables of this program, or down to older ones (数据库迁移), by alembic's scripts."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, inspect, text

from bot.store.database import open_database

SCRIPTS: Final = Path(__file__).parent / "migrations"
NEWEST: Final = "0002"
"""The last of the scripts."""


def is_current(engine: Engine) -> bool:
    """Whether a database has the tables of this program, told without loading alembic, which takes memory."""
    with engine.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [NEWEST]


async def migrate_apart(url: str) -> None:
    """Brings a database up to date in a process of its own, which gives back the memory that alembic takes.

    What stands in the way is left to `migrate`, which raises it. Raises as `open_database` does.
    """
    engine = open_database(url)
    try:
        if is_current(engine):
            return
    finally:
        engine.dispose()
    # The address may hold a password: others see arguments and environments.
    program = (sys.executable, "-m", __name__)
    process = await asyncio.create_subprocess_exec(*program, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL)
    await process.communicate(url.encode())


def migrate(engine: Engine, to: str = "head") -> None:
    """Brings a database to a revision: `head`, the newest, by default; `base`, without tables.

    Several processes may do so at once: one does it, the others wait.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('hujifen migrations'))")
        config.attributes["connection"] = connection
        (command.downgrade if to == "base" else command.upgrade)(config, to)


if __name__ == "__main__":
    migrate(open_database(sys.stdin.read()))
