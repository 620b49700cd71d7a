"""The migrations: up, down and up again on both databases, and no table that they forgot."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from bot.store.database import BadDatabaseUrl, open_database
from bot.store.migrate import is_current, migrate, migrate_apart
from bot.store.tables import BY_ADDRESS, OF_NOBODY, metadata


def test_the_migrations_go_up_and_down_and_up_again(database: str) -> None:
    engine = open_database(database)
    for _ in range(2):
        migrate(engine)
        assert set(metadata.tables) < set(inspect(engine).get_table_names())
        migrate(engine, "base")
        assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    engine.dispose()


def test_a_database_is_current_once_the_last_migration_was_done(database: str) -> None:
    engine = open_database(database)
    assert not is_current(engine)
    migrate(engine)
    assert is_current(engine)
    migrate(engine, "base")
    assert not is_current(engine)
    engine.dispose()


def test_what_is_up_to_date_stays_as_it_is(database: str) -> None:
    engine = open_database(database)
    migrate(engine)
    before = inspect(engine).get_table_names()
    migrate(engine)
    assert inspect(engine).get_table_names() == before
    engine.dispose()


def test_the_migrations_make_just_the_tables_of_the_models(database: str) -> None:
    engine = open_database(database)
    migrate(engine)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_every_table_says_whether_it_holds_something_of_a_person() -> None:
    assert {*BY_ADDRESS, *OF_NOBODY} == set(metadata.tables.values())
    assert all({"channel", "chat"} <= set(table.columns.keys()) for table in BY_ADDRESS)
    assert not any("chat" in table.columns for table in OF_NOBODY)


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://root@localhost/x", "/home/me/hujifen.db"])
def test_an_address_of_no_database_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(BadDatabaseUrl) as refused:
        open_database(url)
    assert "root" not in str(refused.value)


async def test_a_process_of_its_own_brings_a_database_up_to_date(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/apart.db"
    for _ in range(2):
        await migrate_apart(url)
        engine = open_database(url)
        assert is_current(engine)
        engine.dispose()
