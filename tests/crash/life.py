"""One life of the bot: the real command in a process of its own.

Processes are forked from one that has imported everything, since a hundred times importing would take minutes.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

# What is imported here is imported once, in the process that the others are forked from.
import bot.channels.telegram_polling
import bot.channels.telegram_ptb_channel
import bot.channels.telegram_webhook
import bot.commands.serve
import bot.commands.telegram
import bot.own_bot
import bot.server  # noqa: F401
from bot.cli import main
from tests.crash.points import die_at

PATIENCE: Final = 60.0
LOOK_EVERY: Final = 0.05
"""Seconds: how long a life may take to end, and how often it is looked after."""
_PROCESSES: Final = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])


class Life:
    """A process at work until it dies, or is told to end."""

    def __init__(self, command: str, environment: Mapping[str, str], log: Path, dies: tuple[str, int] | None) -> None:
        self._process: ForkServerProcess = _PROCESSES.Process(target=_live, args=(command, environment, log, dies))
        self._process.start()

    @property
    def is_at_work(self) -> bool:
        """Whether it has not died yet."""
        return self._process.is_alive()

    async def died(self, passing: Callable[[], None] = lambda: None) -> None:
        """Waits until it has died by itself; `passing` is called now and then while it has not."""
        async with asyncio.timeout(PATIENCE):
            while self.is_at_work:
                passing()
                await asyncio.sleep(LOOK_EVERY)
        assert self._process.exitcode == -signal.SIGKILL

    async def ends(self) -> None:
        """Tells it to end, and waits until it has done so in order."""
        self._process.terminate()
        await asyncio.to_thread(self._process.join, PATIENCE)
        assert self._process.exitcode == 0, self._process.exitcode

    async def is_killed(self) -> None:
        """Kills it, wherever it is."""
        self._process.kill()
        await self.died()


def _live(command: str, environment: Mapping[str, str], log: Path, dies: tuple[str, int] | None) -> None:
    os.environ.update(environment)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(written, stream)
    if dies is not None:
        die_at(*dies)
    sys.exit(main([command]))
