"""Brings a database up to the tables of this program, or down to older ones (数据库迁移), by alembic's scripts."""

from pathlib import Path
from typing import Final

from sqlalchemy import Engine

SCRIPTS: Final = Path(__file__).parent / "migrations"


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
