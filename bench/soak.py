"""`make soak`: one person sends ten thousand messages, the messenger takes nothing, and what others notice of that.

Real processes of `hujifen telegram` and `hujifen serve` before the tests' own server, on SQLite. What must hold is
asserted; the figures are printed, to be compared within a run only.
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
PATIENCE: Final = 900.0
COMMANDS: Final = {"telegram": "polling", "serve": "webhook"}
LIBRARIES: Final = ("aiogram", "ptb")


@asynccontextmanager
async def at_work(world: World, command: str, library: str, database: str) -> AsyncIterator[Process]:
    """The real command, until it is told to end."""
    settings = settings_before(world, database, library)
    executable = Path(sys.executable).with_name("hujifen")
    process = await asyncio.create_subprocess_exec(executable, command, env=settings, stderr=DEVNULL)
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


async def flood(world: World, others: list[Teller], one: Teller) -> None:
    """One sends more than anybody can mean; the others go on."""
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
    print(f"  {len(waits)} answers to {len(others)} others meanwhile: {told(waits)}")


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
        async with World.open() as world, at_work(world, command, library, database) as process:
            *others, one = await agreed(world, STORM + OTHERS + 1)
            await flood(world, others[STORM:], one)
            await storm(world, others)
            print(f"  at most {memory(process):.0f} MB of memory")
            kept = Kept(database)
            assert all(each.kept(kept) == each.heard() == each.told for each in others)
            assert len(kept.rows()["received"]) == len(world.bot.updates)
            assert kept.rows()["dead_letter"] == []
            kept.close()


if __name__ == "__main__":
    for command in COMMANDS:
        for library in LIBRARIES:
            asyncio.run(soak(command, library))
