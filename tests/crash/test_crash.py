"""A hundred deaths at every point of a turn: no update is lost, none takes effect twice, and all are in order."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic
from weakref import WeakKeyDictionary

import pytest

from bot.store.database import BUSY_MS
from tests.botapi import World
from tests.conformance.keeping import Kept
from tests.crash.balancer import Balancer
from tests.crash.life import PATIENCE, Life
from tests.crash.people import Teller, agreed, all_is_well
from tests.crash.points import POINTS
from tests.crash.settings import settings_before
from tests.postgres import Server

pytestmark = pytest.mark.ways

PEOPLE = 4
"""How many people there are for each death."""
DEATHS = [(point, nth) for nth in (1, 2, 4) for point in POINTS]
"""Where a process dies, and at which time that it comes there."""


passed: WeakKeyDictionary[World, int] = WeakKeyDictionary()
"""When time was let go by last in each world."""


@pytest.fixture
def kept(database: str) -> Iterator[Kept]:
    """The database, looked at from outside."""
    store = Kept(database)
    yield store
    store.close()


def passes(world: World) -> None:
    """Lets so much time go by that a webhook is called again which did not answer: once a second, for on a slow machine
    the day would be over after which the server drops what waits.
    """
    if world.bot.delivery is not None and int(monotonic()) != passed.get(world):
        passed[world] = int(monotonic())
        world.clock.advance(150)


async def all_heard(world: World, people: list[Teller], kept: Kept) -> None:
    """Waits until everybody was answered everything, and nothing waits that perhaps was sent before."""
    async with asyncio.timeout(PATIENCE):
        while not all(each.heard() == each.told for each in people) or kept.chats_waiting():
            passes(world)
            await asyncio.sleep(0.2)


def environment(world: World, database: str, library: str = "ptb") -> dict[str, str]:
    """The settings of a bot in front of a server, called at a port that is its own in each of its lives."""
    return settings_before(world, database, library) | {"HUJIFEN_LOG_LEVEL": "error"}


@pytest.mark.parametrize("command", ["telegram", "serve"])
async def test_a_process_that_dies_anywhere_in_a_turn_loses_nothing(
    command: str, database: str, kept: Kept, tmp_path: Path
) -> None:
    async with World.open() as world:
        settings, log = environment(world, database), tmp_path / "log"
        life = Life(command, settings, log, None)
        people = await agreed(world, PEOPLE * len(DEATHS))
        await life.ends()
        # The server knows by now where to call, and lets itself be told so once a second only.
        del settings["HUJIFEN_PUBLIC_URL"]
        # Others than those before, for whom there may still be something on its way.
        for place, death in enumerate(DEATHS):
            for each in people[place :: len(DEATHS)] * 2:
                await each.tells()
            await Life(command, settings, log, death).died(lambda: passes(world))
        life = Life(command, settings, log, None)
        for each in people:
            await each.tells()
        await all_heard(world, people, kept)
        await life.ends()
        all_is_well(people, kept)
        assert "error" not in log.read_text()


@pytest.mark.parametrize("command", ["telegram", "serve"])
async def test_a_process_that_is_told_to_end_under_load_ends_in_order_and_loses_nothing(
    command: str, database: str, kept: Kept, tmp_path: Path
) -> None:
    async with World.open() as world:
        settings, log = environment(world, database), tmp_path / "log"
        life = Life(command, settings, log, None)
        people = await agreed(world, 3 * PEOPLE)
        for _ in range(3):
            for each in people * 2:
                await each.tells()
            await world.until(lambda: any(each.told[-1] in each.heard() for each in people))
            await life.ends()
            life = Life(command, settings, log, None)
        for each in people:
            await each.tells()
        await all_heard(world, people, kept)
        await life.ends()
        all_is_well(people, kept)


async def test_of_two_processes_on_one_database_one_may_die_again_and_again(
    postgres: Callable[[], Server], tmp_path: Path
) -> None:
    database = postgres().new_database()
    store, log = Kept(database), tmp_path / "log"
    async with World.open() as world, Balancer.open() as balancer:
        one, other = (environment(world, database) for _ in range(2))
        balancer.ports += [int(each["HUJIFEN_PORT"]) for each in (one, other)]
        del other["HUJIFEN_PUBLIC_URL"]
        stays = Life("serve", one | {"HUJIFEN_PUBLIC_URL": balancer.url}, log, None)
        people = await agreed(world, PEOPLE * len(POINTS))
        for place, point in enumerate(POINTS):
            dies = Life("serve", other, log, (point, 3))
            await balancer.ready(1)
            while dies.is_at_work:
                for each in people[place :: len(POINTS)]:
                    await each.tells()
                passes(world)
                await asyncio.sleep(0.3)
            await dies.died()
        await all_heard(world, people, store)
        await stays.ends()
    all_is_well(people, store)
    store.close()


@pytest.mark.parametrize("command", ["telegram", "serve"])
async def test_a_database_that_is_away_for_a_while_loses_nothing_and_nothing_overtakes_what_waits(
    command: str, tmp_path: Path
) -> None:
    file, log = tmp_path / "store.db", tmp_path / "log"
    store = Kept(f"sqlite:///{file}")
    async with World.open() as world:
        life = Life(command, environment(world, f"sqlite:///{file}"), log, None)
        people = await agreed(world, 3 * PEOPLE)
        for _ in range(3):
            for each in people:
                await each.tells()
        await world.until(lambda: any(each.told[0] in each.heard() for each in people))
        with closing(sqlite3.connect(file, isolation_level=None, timeout=PATIENCE)) as other:
            other.execute("BEGIN EXCLUSIVE")
            for each in people:
                await each.tells()
            # Longer than any process waits for it.
            await asyncio.sleep(2 * BUSY_MS / 1000 + 2)
        for each in people:
            await each.tells()
        await all_heard(world, people, store)
        await life.ends()
    all_is_well(people, store)
    store.close()
    assert "Traceback" not in log.read_text()
