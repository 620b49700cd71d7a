"""Brings a database up to the tables of this program, or down to older ones (数据库迁移), by alembic's scripts."""

from pathlib import Path
from typing import Final

from sqlalchemy import Engine, inspect, text

SCRIPTS: Final = Path(__file__).parent / "migrations"
NEWEST: Final = "0002"
"""The last of the scripts."""


def is_current(engine: Engine) -> bool:
    """Whether a database has the tables of this program, told without loading alembic, which takes memory."""
    with engine.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [NEWEST]


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
