"""`make soak`: one person sends ten thousand messages, the messenger takes nothing, and what others notice of that.

Real processes of `hujifen telegram` and `hujifen serve` before the tests' own server, on SQLite. What must hold is
asserted; the figures are printed, to be compared within a run only.

Ten thousand messages that wait already come before those that come later: by polling all are given in the order in
which they came; a webhook is called for each chat by itself, as soon as the messenger has looked at what came before.
That time is the messenger's own, and it is measured with a bot that only acknowledges.
"""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final

from tests.botapi import World, too_many
from tests.conformance.keeping import Kept
from tests.crash.people import Teller, agreed
from tests.crash.settings import settings_before

UPDATES: Final = 10_000
OTHERS: Final = 20
STORM: Final = 50
"""How many messages the one sends, how many others talk meanwhile, and to how many the messenger wants nothing."""
A_SECOND: Final = 100
"""Messages that the one sends a second while others talk, when he does not send all at once."""
PATIENCE: Final = 900.0
COMMANDS: Final = {"telegram": "polling", "serve": "webhook"}
LIBRARIES: Final = ("aiogram", "ptb")


@asynccontextmanager
async def at_work(world: World, settings: dict[str, str], *command: str) -> AsyncIterator[Process]:
    """A real bot, until it is told to end."""
    process = await asyncio.create_subprocess_exec(*command, env=settings, stderr=DEVNULL)
    await world.bot.listens()
    try:
        yield process
    finally:
        began = monotonic()
        process.terminate()
        assert await process.wait() == 0
        print(f"  told to end, it ended within {monotonic() - began:.1f} s")


def memory(process: Process) -> float:
    """The most memory that a process has had, in MB; 0 where the system does not tell."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


async def answered_within(each: Teller) -> float:
    """How long somebody waits for an answer, in seconds."""
    began = monotonic()
    await each.tells()
    await each.user.world.until(lambda: each.heard() == each.told, timeout=PATIENCE)
    return monotonic() - began


def told(waits: list[float]) -> str:
    """Waiting times in words."""
    return f"median {1000 * median(waits):.0f} ms, p99 {1000 * quantiles(waits, n=100)[98]:.0f} ms"


async def bare(command: str) -> None:
    """How long the messenger takes to bring all of it to a bot that only acknowledges."""
    async with World.open() as world:
        program = (sys.executable, "-m", "bench.acknowledging", command)
        async with at_work(world, settings_before(world, "sqlite://", "ptb"), *program):
            one, other = world.user(), world.user()
            began = monotonic()
            for _ in range(UPDATES):
                await one.sends("35岁")
            await other.sends("35岁")
            last = world.bot.updates[-1]
            await world.until(lambda: not world.bot.queue.holds(last.id), timeout=PATIENCE)
            print(f"  another one's message behind {UPDATES} is brought within {monotonic() - began:.1f} s")
            await world.until(lambda: not world.bot.waiting, timeout=PATIENCE)
            print(f"  all are brought within {monotonic() - began:.1f} s")


async def flood(world: World, others: list[Teller], one: Teller) -> None:
    """One sends more than anybody can mean, all at once; the others go on."""
    before, began = len(world.bot.updates), monotonic()
    for _ in range(UPDATES):
        await one.user.sends("35岁")
    waits = [await answered_within(each) for _ in range(3) for each in others]
    during = world.bot.waiting
    await world.until(lambda: not world.bot.waiting, timeout=PATIENCE)
    seconds = monotonic() - began
    count = len(world.bot.updates) - before
    print(
        f"  {count} updates taken in {seconds:.1f} s ({count / seconds:.0f}/s); {during} waited when others were done"
    )
    print(f"  {len(waits)} answers to {len(others)} others meanwhile: {told(waits)}, the first {waits[0]:.1f} s")


async def stream(world: World, others: list[Teller], one: Teller) -> None:
    """One sends without a pause; the others go on."""
    sends = asyncio.create_task(_sends_on(one))
    most, waits = 0, []
    for _ in range(10):
        for each in others:
            waits.append(await answered_within(each))
            most = max(most, world.bot.waiting)
    sends.cancel()
    print(f"  one sends {A_SECOND} a second, at most {most} wait; {len(waits)} answers to others: {told(waits)}")


async def _sends_on(one: Teller) -> None:
    while True:
        await one.user.sends("35岁")
        await asyncio.sleep(1 / A_SECOND)


async def calm(others: list[Teller]) -> None:
    """The same with nobody else there, to compare with."""
    waits = [await answered_within(each) for _ in range(3) for each in others]
    print(f"  {len(waits)} answers to {len(others)} people with nobody else there: {told(waits)}")


async def storm(world: World, others: list[Teller]) -> None:
    """The messenger wants nothing for many chats at once; each waits for itself, and nobody is forgotten."""
    held, free = others[:STORM], others[STORM:]
    for each in held:
        world.order(too_many(5), method="sendMessage", chat=each.user.id)
        await each.tells()
    waits = [await answered_within(each) for each in free]
    await world.until(lambda: all(each.heard() == each.told for each in others), timeout=PATIENCE)
    print(f"  {len(held)} chats told to wait 5 s; {len(free)} others meanwhile: {told(waits)}")


async def soak(command: str, library: str) -> None:
    """Both of it, with one command and library."""
    print(f"{library}, {COMMANDS[command]}")
    with TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/hujifen.db"
        program = (str(Path(sys.executable).with_name("hujifen")), command)
        async with (
            World.open() as world,
            at_work(world, settings_before(world, database, library), *program) as process,
        ):
            *others, one = await agreed(world, STORM + OTHERS + 1)
            await calm(others[STORM:])
            await flood(world, others[STORM:], one)
            await stream(world, others[STORM:], one)
            await storm(world, others)
            print(f"  at most {memory(process):.0f} MB of memory")
            kept = Kept(database)
            assert all(each.kept(kept) == each.heard() == each.told for each in others)
            # What the one sent beyond all measure was left, and what was taken of it is in its order.
            assert not world.bot.waiting
            assert 0 < len(one.kept(kept)) < UPDATES / 10
            assert kept.rows()["dead_letter"] == []
            kept.close()


if __name__ == "__main__":
    for command in COMMANDS:
        print(f"nothing but acknowledging, {COMMANDS[command]}")
        asyncio.run(bare(command))
        for library in LIBRARIES:
            asyncio.run(soak(command, library))
