"""Finds what is due and nobody sends (巡检): reminders, what a process left behind, and what may be forgotten."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.lanes import Lanes
from bot.delivery.news import tell_news
from bot.logs import get_logger
from bot.metrics import DEAD, WAITING
from bot.reminders import worded
from bot.store.conversations import bury
from bot.store.outbox import Pending, as_text, drop, hold_due
from bot.store.privacy import erase_idle, forget_old
from bot.store.writer import Writer

EVERY: Final = 1.0
"""Seconds between two looks."""
AT_ONCE: Final = 20
"""Things taken at one look, so that many reminders of one morning are spread."""
KEEP_EVERY: Final = 5
"""Looks between two renewals of what is held."""
FORGET_EVERY: Final = 3600
"""Looks between two rounds of forgetting, and of telling what is new."""

_log = get_logger(__name__)


class Sweeper:
    """Looks again and again until it is stopped."""

    def __init__(
        self,
        lanes: Lanes,
        writer: Writer,
        *,
        channel: str,
        holder: str,
        now: Callable[[], datetime],
        every: float = EVERY,
    ) -> None:
        self._lanes = lanes
        self._writer = writer
        self._channel = channel
        self._holder = holder
        self._now = now
        self._every = every
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to look."""
        self._task = asyncio.create_task(self._look_forever())

    async def stop(self) -> None:
        """Stops looking."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def look(self) -> None:
        """One look: takes what is due."""
        self._lanes.add(await self._writer.run(self._due))
        WAITING.set(self._lanes.waiting)

    async def forget(self) -> None:
        """Forgets idle people, old updates and old dead letters."""
        await self._writer.run(lambda db: erase_idle(db, self._now()))
        await self._writer.run(lambda db: forget_old(db, self._now()))

    async def tell(self) -> None:
        """Tells everybody whose verdict the rules have changed since he was told."""
        while await self._writer.run(lambda db: tell_news(db, self._channel, self._now())):
            await asyncio.sleep(0)

    async def _look_forever(self) -> None:
        looks = 0
        while True:
            try:
                await self.look()
                if looks % KEEP_EVERY == 0:
                    await self._lanes.keep()
                if looks % FORGET_EVERY == 0:
                    await self.forget()
                    await self.tell()
            except Exception as problem:
                # Whatever it is, what is due later is to be found all the same.
                _log.error("a look failed", problem=type(problem).__name__)
            looks += 1
            await asyncio.sleep(self._every)

    def _due(self, db: Connection) -> list[Pending]:
        now = self._now()
        due = hold_due(db, self._channel, self._holder, now, at_most=AT_ONCE)
        return [each for row in due if (each := self._worded(db, row, now)) is not None]

    def _worded(self, db: Connection, pending: Pending, now: datetime) -> Pending | None:
        """What is to be sent; what the program cannot put into words is put aside, and stops nothing else."""
        try:
            with db.begin_nested():
                return worded(db, pending, now)
        except SQLAlchemyError:
            raise
        except Exception as fault:
            DEAD.labels("wording").inc()
            problem = f"a fault of the program: {type(fault).__name__}"
            _log.error("something that was due could not be put into words", problem=problem)
            bury(db, pending.address, self._channel, as_text(pending.what), problem, now)
            drop(db, pending.id)
            return None
