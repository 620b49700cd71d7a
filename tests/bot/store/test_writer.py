"""The writing thread: commits are shared, faults are not."""

import asyncio
import threading
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import OperationalError

from bot.store import database as databases
from bot.store.database import open_database
from bot.store.writer import MOST_AT_ONCE, Closed, Writer


@pytest.fixture
def writer(database: str) -> Iterator[Writer]:
    """A writer with a table `line` to write into."""
    engine = open_database(database)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE line (id INTEGER PRIMARY KEY)"))
    writer = Writer(engine)
    yield writer
    writer.close()
    engine.dispose()


def say(number: int) -> Callable[[Connection], int]:
    """Work that writes a line."""

    def work(db: Connection) -> int:
        db.execute(text("INSERT INTO line (id) VALUES (:id)"), {"id": number})
        return number

    return work


def lines(db: Connection) -> list[int]:
    """The numbers of all lines."""
    return [row.id for row in db.execute(text("SELECT id FROM line ORDER BY id"))]


def wait_for(gate: threading.Event) -> Callable[[Connection], bool]:
    """Work that keeps the writer busy until a gate opens."""
    return lambda db: gate.wait(30)


async def test_work_is_committed_when_its_result_is_there(writer: Writer) -> None:
    assert await writer.run(say(7)) == 7
    assert await writer.run(lines) == [7]


async def test_what_waits_together_is_done_in_one_transaction(writer: Writer) -> None:
    gate = threading.Event()
    held = asyncio.ensure_future(writer.run(wait_for(gate)))
    await asyncio.sleep(0.05)
    ids = {"postgresql": "SELECT txid_current()", "sqlite": "SELECT total_changes()"}

    def stamp(db: Connection) -> int:
        db.execute(text("INSERT INTO line (id) VALUES ((SELECT coalesce(max(id), 0) + 1 FROM line))"))
        return int(db.execute(text(ids[db.dialect.name])).scalar_one())

    together = [asyncio.ensure_future(writer.run(stamp, lane=str(lane))) for lane in range(MOST_AT_ONCE)]
    await asyncio.sleep(0.05)
    gate.set()
    stamps = await asyncio.gather(*together)
    await held
    if len(set(stamps)) > 1:  # SQLite counts changes of the one connection, so they follow each other without a gap
        assert stamps == list(range(stamps[0], stamps[0] + MOST_AT_ONCE))
    assert len(await writer.run(lines)) == MOST_AT_ONCE


async def test_work_that_fails_takes_nothing_else_with_it(writer: Writer) -> None:
    gate = threading.Event()
    held = asyncio.ensure_future(writer.run(wait_for(gate)))
    await asyncio.sleep(0.05)

    def fail(db: Connection) -> None:
        db.execute(text("INSERT INTO line (id) VALUES (99)"))
        raise RuntimeError("on purpose")

    works: list[Callable[[Connection], object]] = [say(1), fail, say(2), say(2), say(3)]
    done = [asyncio.ensure_future(writer.run(work, lane=str(place))) for place, work in enumerate(works)]
    await asyncio.sleep(0.05)
    gate.set()
    results = await asyncio.gather(*done, return_exceptions=True)
    await held
    assert [result for result in results if isinstance(result, int)] == [1, 2, 3]
    assert [type(result).__name__ for result in results if not isinstance(result, int)] == [
        "RuntimeError",
        "IntegrityError",
    ]
    assert await writer.run(lines) == [1, 2, 3]


async def test_a_lane_keeps_its_order_and_no_lane_waits_for_a_long_one(writer: Writer) -> None:
    gate = threading.Event()
    order: list[str] = []
    held = asyncio.ensure_future(writer.run(wait_for(gate)))
    await asyncio.sleep(0.05)

    def note(name: str) -> Callable[[Connection], None]:
        return lambda db: order.append(name)

    busy = [asyncio.ensure_future(writer.run(note(f"busy {at}"), lane="busy")) for at in range(500)]
    quiet = asyncio.ensure_future(writer.run(note("quiet"), lane="quiet"))
    await asyncio.sleep(0.1)
    gate.set()
    await asyncio.gather(held, quiet, *busy)
    assert order.index("quiet") < MOST_AT_ONCE
    assert [name for name in order if name != "quiet"] == [f"busy {at}" for at in range(500)]


async def test_what_was_taken_is_finished_at_the_end_and_nothing_more_is_taken(database: str) -> None:
    engine = open_database(database)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE line (id INTEGER PRIMARY KEY)"))
    writer = Writer(engine)
    taken = [asyncio.ensure_future(writer.run(say(number))) for number in range(200)]
    await asyncio.sleep(0)
    await asyncio.to_thread(writer.close)
    assert await asyncio.gather(*taken) == list(range(200))
    with pytest.raises(Closed):
        await writer.run(say(999))
    with engine.begin() as connection:
        assert lines(connection) == list(range(200))
    engine.dispose()


async def test_while_the_file_is_locked_all_are_told_so_together_and_nobody_is_kept_at_the_end(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "BUSY_MS", 300)
    url = f"sqlite:///{tmp_path_factory.mktemp('locked')}/locked.db"
    engine, other = open_database(url), open_database(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE line (id INTEGER PRIMARY KEY)"))
    begun: list[object] = []
    event.listen(engine, "begin", begun.append)
    writer = Writer(engine)
    with other.begin():
        works = [writer.run(say(number), lane=str(number)) for number in range(MOST_AT_ONCE)]
        told = await asyncio.gather(*works, return_exceptions=True)
        assert {type(each) for each in told} == {OperationalError}
        # Once for some of them together, and once more to see whether it is only one that is in the way.
        assert len(begun) <= 4
        waiting = asyncio.ensure_future(writer.run(say(1)))
        await asyncio.sleep(0.05)
        await asyncio.to_thread(writer.close, 0)
        assert not waiting.done()
    assert await waiting == 1
    engine.dispose()
    other.dispose()


async def test_two_writers_of_one_file_wait_for_each_other(tmp_path_factory: pytest.TempPathFactory) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('shared')}/two.db"
    engines = [open_database(url) for _ in range(2)]
    with engines[0].begin() as connection:
        connection.execute(text("CREATE TABLE line (id INTEGER PRIMARY KEY)"))
    writers = [Writer(engine) for engine in engines]
    works = [writers[number % 2].run(say(number), lane=str(number)) for number in range(300)]
    assert await asyncio.gather(*works) == list(range(300))
    for writer in writers:
        writer.close()
    with engines[0].begin() as connection:
        assert lines(connection) == list(range(300))
    for engine in engines:
        engine.dispose()
