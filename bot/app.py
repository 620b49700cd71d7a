"""The running bot (运行时): takes what a channel hands in, turn by turn, and sends what comes of it."""

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, perf_counter
from traceback import extract_tb
from typing import Final

from bot.channels.channel import Channel, Unavailable
from bot.crowding import Crowd, Turnstile
from bot.delivery.lanes import PACE, Lanes, Persistence
from bot.delivery.pace import Pace
from bot.delivery.sweeper import Sweeper
from bot.logs import get_logger
from bot.messages import Address, Incoming
from bot.metrics import DEAD, PUT_OFF, TAKEN, TURN_SECONDS
from bot.store.conversations import bury
from bot.store.database import open_database
from bot.store.migrate import is_current, migrate
from bot.store.outbox import release_all
from bot.store.writer import NOT_NOW, Closed, Writer
from bot.turns import Desk, Taken, fail, slow_down, take

UNAVAILABLE: Final = (*NOT_NOW, Closed)
"""What says that nothing can be kept at the moment."""
READY_WITHIN: Final = 5.0
"""Seconds in which a store that is ready answers."""
CLOSING: Final = 4.0
"""Seconds in which what waits to be sent may still be sent at the end."""
LEAVING: Final = 1.0
"""Seconds in which what was taken may still be committed at the end, where the database does not answer."""

_log = get_logger(__name__)


class Advisor:
    """Takes one thing after another (see `bot.channels.channel.Intake`)."""

    def __init__(self, writer: Writer, lanes: Lanes, desk: Desk, *, now: Callable[[], datetime]) -> None:
        self._writer = writer
        self._lanes = lanes
        self._desk = desk
        self._now = now
        self._crowd = Crowd()

    async def accept(self, incoming: Incoming, raw: str) -> None:
        """Takes one thing that came in; when this returns it is committed."""
        started = perf_counter()
        passes = self._crowd.turnstile(incoming.address, monotonic())
        if passes is not Turnstile.PASS:
            PUT_OFF.inc()
        if passes is Turnstile.LEAVE:
            # Nothing comes of it, so there is nothing to commit either.
            return
        try:
            taken = await self._take(incoming, raw, slows_down=passes is Turnstile.TELL)
        except UNAVAILABLE as problem:
            _log.error("nothing can be kept", problem=type(problem).__name__)
            self._crowd.forgive(incoming.address)
            raise Unavailable from None
        TAKEN.labels(type(incoming.body).__name__.lower()).inc()
        TURN_SECONDS.observe(perf_counter() - started)
        self._lanes.add(taken.pending)
        if taken.note is not None:
            self._lanes.answer(taken.note)

    async def refuse(self, channel: str, address: Address | None, raw: str, problem: str) -> None:
        """Keeps what could not even be read."""
        DEAD.labels("reading").inc()
        try:
            await self._writer.run(lambda db: bury(db, address, channel, raw, problem, self._now()))
        except UNAVAILABLE:
            raise Unavailable from None

    async def is_ready(self) -> bool:
        """Whether something can be kept now."""
        try:
            async with asyncio.timeout(READY_WITHIN):
                await self._writer.run(lambda db: db.exec_driver_sql("SELECT 1"))
        except (*UNAVAILABLE, TimeoutError):
            return False
        return True

    async def _take(self, incoming: Incoming, raw: str, *, slows_down: bool) -> Taken:
        lane, now, desk = incoming.address.chat, self._now(), self._desk
        if slows_down:
            return await self._writer.run(lambda db: slow_down(db, incoming, now=now, desk=desk), lane=lane)
        try:
            return await self._writer.run(lambda db: take(db, incoming, now=now, desk=desk), lane=lane)
        except UNAVAILABLE:
            raise
        except Exception as fault:
            DEAD.labels("handling").inc()
            problem = f"{type(fault).__name__} in {_place(fault)}"
            _log.error("a turn failed", problem=problem)
            return await self._writer.run(lambda db: fail(db, incoming, raw, problem, now=now, desk=desk), lane=lane)


def _place(fault: Exception) -> str:
    """Where a fault was raised; never with what values."""
    *_, innermost = extract_tb(fault.__traceback__)
    return f"{Path(innermost.filename).stem}:{innermost.lineno}"


@asynccontextmanager
async def running(
    channel: Channel,
    *,
    database: str,
    link: str,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    pace: Pace = PACE,
    persistence: Persistence | None = None,
) -> AsyncIterator[Advisor]:
    """An advisor at work behind a channel: the database is brought up to date, and what was left is sent.

    `pace` is what the messenger takes for one chat, `persistence` how long it is tried to send something.

    At the end what waits to be sent has a few seconds. Raises `BadDatabaseUrl`, and SQLAlchemy's errors where the
    database cannot be reached.
    """
    engine = open_database(database)
    if not is_current(engine):
        migrate(engine)
    holder = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
    writer = Writer(engine)
    lanes = Lanes(channel, writer, holder=holder, now=now, pace=pace, persistence=persistence)
    sweeper = Sweeper(lanes, writer, channel=channel.name, holder=holder, now=now)
    try:
        if engine.dialect.name == "sqlite":
            # The file is this process's alone: what another one held, it held before it died.
            await writer.run(release_all)
        sweeper.start()
        yield Advisor(writer, lanes, Desk(holder, link), now=now)
    finally:
        await sweeper.stop()
        await lanes.close(CLOSING)
        writer.close(LEAVING)
        engine.dispose()
