"""Sends what the outbox holds (投递队列): one lane a chat, in order, and no lane waits for another.

A lane keeps the pace of its chat, waits in full where the messenger wants it to, and tries again what perhaps did not
arrive. What is sent is taken out of the outbox; what cannot be sent is put aside.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.channel import Channel, ChatMoved, Refused, TryLater, Uncertain, Unreachable
from bot.delivery.pace import Allowance, Pace
from bot.messages import Note, Show
from bot.metrics import DEAD, DELAYED, SENT, UNREACHABLE
from bot.store.conversations import bury, leave_alone, move_conversation
from bot.store.outbox import Pending, Reminder, as_text, drop, failed, hold_next, keep_holding, release, sent
from bot.store.writer import Writer

PACE: Final = Pace(burst=3, seconds=1.0)
"""What messengers take for one chat: about one message a second, a few at once."""
ATTEMPTS: Final = 8
"""How often something is tried that perhaps did not arrive."""
LONGEST_PAUSE: Final = 60.0
"""Seconds between two attempts, at most."""

_log = structlog.get_logger(__name__)


class Lanes:
    """Sends through one channel what this process holds. Close it when done: what was not sent stays in the outbox."""

    def __init__(
        self, channel: Channel, writer: Writer, *, holder: str, now: Callable[[], datetime], pace: Pace = PACE
    ) -> None:
        self._channel = channel
        self._writer = writer
        self._holder = holder
        self._now = now
        self._pace = pace
        self._waiting: dict[str, deque[Pending]] = {}
        self._paces: dict[str, Allowance] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    @property
    def waiting(self) -> int:
        """How many messages wait to be sent."""
        return sum(map(len, self._waiting.values()))

    def add(self, pending: Iterable[Pending]) -> None:
        """Takes what this process holds, to be sent in this order."""
        for each in pending:
            chat = each.address.chat
            lane = self._waiting.get(chat)
            if lane is not None:
                lane.append(each)
            elif not self._closing:
                self._waiting[chat] = deque([each])
                self._start(self._send_all(chat))

    def answer(self, note: Note) -> None:
        """Answers a tap, without waiting; a tap that cannot be answered is no harm."""
        self._start(self._answer(note))

    async def keep(self) -> None:
        """Keeps hold of what waits, so that no other process sends it; forgets paces that are no longer in use."""
        now = asyncio.get_running_loop().time()
        idle = [chat for chat, pace in self._paces.items() if chat not in self._waiting and pace.is_full(now)]
        for chat in idle:
            del self._paces[chat]
        ids = [each.id for lane in self._waiting.values() for each in lane]
        if ids:
            await self._writer.run(lambda db: keep_holding(db, ids, self._holder, self._now()))

    async def close(self, seconds: float) -> None:
        """Sends what can be sent within a time, and lets go of the rest."""
        deadline = asyncio.get_running_loop().time() + seconds
        while self._tasks and asyncio.get_running_loop().time() < deadline:
            await asyncio.wait(self._tasks, timeout=max(0.0, deadline - asyncio.get_running_loop().time()))
        self._closing = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._writer.run(lambda db: release(db, self._holder))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, note: Note) -> None:
        try:
            await self._channel.answer(note)
        except (ChatMoved, Refused, TryLater, Uncertain, Unreachable) as problem:
            DELAYED.labels(type(problem).__name__).inc()

    # ---------------------------------------------------------------------------------------------------------- a lane

    async def _send_all(self, chat: str) -> None:
        """Sends what waits for a chat until nothing does."""
        lane = self._waiting[chat]
        allowance = self._paces.setdefault(chat, Allowance(self._pace))
        try:
            while lane:
                if _is_overtaken(lane):
                    await self._writer.run(partial(drop, id=lane[0].id))
                    lane.popleft()
                    continue
                await asyncio.sleep(allowance.wait(asyncio.get_running_loop().time()))
                allowance.use(asyncio.get_running_loop().time())
                behind = await self._send(lane[0])
                lane.popleft()
                lane.extend(behind)
        except _LaneEnds:
            pass
        except SQLAlchemyError as problem:
            # What could not be noted is held a while longer, and then sent by whoever finds it.
            _log.error("the store cannot be written", problem=type(problem).__name__)
        finally:
            del self._waiting[chat]

    async def _send(self, pending: Pending) -> list[Pending]:
        """Sends one thing, however long it takes; returns what waits behind it and was not held by this process."""
        while True:
            assert not isinstance(pending.what, Reminder)
            try:
                message = await self._channel.send(pending.address.chat, pending.what)
            except TryLater as later:
                DELAYED.labels("asked_to").inc()
                await asyncio.sleep(later.seconds)
            except Uncertain:
                DELAYED.labels("uncertain").inc()
                if pending.attempts + 1 >= ATTEMPTS:
                    return await self._put_aside(pending, "it never surely arrived")
                await self._writer.run(partial(failed, pending=pending))
                pending = replace(pending, attempts=pending.attempts + 1)
                await asyncio.sleep(min(2.0 ** (pending.attempts - 1) / 2, LONGEST_PAUSE))
            except Unreachable:
                UNREACHABLE.inc()
                await self._writer.run(partial(leave_alone, address=pending.address))
                raise _LaneEnds from None
            except ChatMoved as moved:
                await self._writer.run(partial(move_conversation, address=pending.address, chat=moved.chat))
                pending = replace(pending, address=replace(pending.address, chat=moved.chat))
            except Refused as problem:
                return await self._put_aside(pending, f"refused: {problem}")
            except Exception as fault:
                return await self._put_aside(pending, f"a fault of the program: {type(fault).__name__}")
            else:
                SENT.labels(type(pending.what).__name__.lower()).inc()
                return await self._writer.run(partial(self._note_sent, pending=pending, message=message))

    def _note_sent(self, db: Connection, *, pending: Pending, message: int | None) -> list[Pending]:
        sent(db, pending, message)
        return hold_next(db, pending.address, self._holder, self._now())

    async def _put_aside(self, pending: Pending, problem: str) -> list[Pending]:
        DEAD.labels("sending").inc()
        _log.error("message could not be sent", kind=type(pending.what).__name__, problem=problem)

        def put_aside(db: Connection) -> list[Pending]:
            bury(db, pending.address, pending.address.channel, as_text(pending.what), problem, self._now())
            return self._note_sent(db, pending=pending, message=None)

        return await self._writer.run(put_aside)


class _LaneEnds(Exception):
    """Nothing more can be sent to this chat."""


def _is_overtaken(lane: deque[Pending]) -> bool:
    """Whether what is to be sent first would at once be replaced by a later screen in its place."""
    first = lane[0].what
    if not isinstance(first, Show) or first.over is None:
        return False
    return any(isinstance(each.what, Show) and each.what.over == first.over for each in list(lane)[1:])
