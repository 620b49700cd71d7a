"""The real command at work: a process of its own, with the settings for a world."""

import asyncio
import os
import socket
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings import PREFIX
from tests.bot.hujifen import EXECUTABLE
from tests.botapi import World

PATIENCE = 90.0
"""Seconds for a process to start on a busy machine, with a library that is slow to import."""


def environment(world: World, folder: Path, **values: str) -> dict[str, str]:
    """The environment of a process: the settings for this world, and others, named without their prefix."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    ours = {
        "telegram_token": world.token,
        "telegram_api": world.url,
        "telegram_library": "ptb",
        "database_url": f"sqlite:///{folder}/store.db",
        "port": str(port),
        "public_url": f"http://127.0.0.1:{port}",
        "log_level": "debug",
        **values,
    }
    return inherited | {f"{PREFIX}{name.upper()}": value for name, value in ours.items()}


@asynccontextmanager
async def hujifen(
    command: str, env: dict[str, str], program: Sequence[str | Path] = (EXECUTABLE,)
) -> AsyncIterator[Process]:
    """A command at work, by another program where it is to be looked at."""
    process = await asyncio.create_subprocess_exec(*program, command, env=env, stdout=PIPE, stderr=PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def end(process: Process) -> tuple[int, str]:
    """Its exit status, and everything that it wrote."""
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode is not None
    return process.returncode, (out + err).decode()
