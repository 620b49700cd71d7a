"""`hujifen doctor`: how the store is, for who looks after the bot."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.messages import Address, Show
from bot.store.conversations import begin_conversation, bury
from bot.store.database import open_database
from bot.store.migrate import NEWEST, migrate
from bot.store.outbox import put
from tests.bot.hujifen import hujifen, refusal

ADDRESS = Address("telegram:1", "5")


@pytest.fixture
def store(database: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database that the command finds."""
    monkeypatch.setenv("HUJIFEN_DATABASE_URL", database)
    return database


def test_an_empty_database_says_that_no_bot_ran_with_it(store: str) -> None:
    (found,) = hujifen("doctor", "--json").results
    assert (found["well"], found["revision"], found["newest"]) == (False, None, NEWEST)
    assert "empty" in hujifen("doctor", "--lang", "en").out


def test_a_new_store_is_well(store: str) -> None:
    engine = open_database(store)
    migrate(engine)
    engine.dispose()
    (found,) = hujifen("doctor", "--json").results
    assert (found["well"], found["revision"], found["dead"]) == (True, NEWEST, 0)


def test_what_waits_and_what_died_is_counted_and_said_only_when_asked(store: str) -> None:
    now = datetime.now(UTC)
    engine = open_database(store)
    migrate(engine)
    with engine.begin() as db:
        begin_conversation(db, ADDRESS, locale="en", locale_fixed=False, revision=1, by="", now=now)
        put(db, ADDRESS, Show("late"), due=now - timedelta(minutes=5))
        put(db, ADDRESS, Show("next year"), due=now + timedelta(days=300))
        bury(db, ADDRESS, ADDRESS.channel, "my secret \0 words \ud800", "KeyError in turns:1", now)
    engine.dispose()
    run = hujifen("doctor", "--json")
    (found,) = run.results
    counts = {name: found[name] for name in ("well", "conversations", "overdue", "later", "dead")}
    assert counts == {"well": False, "conversations": 1, "overdue": 1, "later": 1, "dead": 1}
    assert "KeyError in turns:1" in run.out
    assert "secret" not in run.out
    assert "secret" not in hujifen("doctor").out
    assert "my secret" in hujifen("doctor", "--raw").out
    assert "my secret" in hujifen("doctor", "--raw", "--json").out


@pytest.mark.parametrize(
    "url",
    ["nonsense", "mysql://me:hush@localhost/x", "sqlite:////nowhere/at/all.db", "postgresql://me:hush@127.0.0.1:1/x"],
)
def test_a_database_that_cannot_be_used_is_refused_without_its_password(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUJIFEN_DATABASE_URL", url)
    assert "hush" not in refusal("doctor")
