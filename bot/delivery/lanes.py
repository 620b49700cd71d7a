"""Sends what the outbox holds (投递队列): one lane a chat, in order, and no lane waits for another.

A lane keeps the pace of its chat, waits in full where the messenger wants it to, and tries again what did not arrive:
for a day what surely did not, a few times what perhaps did. What is sent is taken out of the outbox; what cannot be
sent is put aside. Where the store cannot be written the lane waits for it, so that nothing overtakes what is behind.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from random import uniform
from typing import Final, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.channel import Channel, ChatMoved, NotSent, Refused, TryLater, Uncertain, Unreachable
from bot.channels.patience import Patience
from bot.delivery.pace import Allowance, Pace
from bot.logs import get_logger
from bot.messages import Note, Show
from bot.metrics import DEAD, DELAYED, SENT, UNREACHABLE
from bot.store.conversations import bury, leave_alone, move_conversation
from bot.store.outbox import (
    Pending,
    Reminder,
    as_text,
    drop,
    hold_next,
    keep_holding,
    leave_rest,
    note_failure,
    release,
    sent,
)
from bot.store.writer import NOT_NOW, Closed, Writer

Result = TypeVar("Result")

PACE: Final = Pace(burst=3, seconds=1.0)
"""What messengers take for one chat: about one message a second, a few at once."""

_log = get_logger(__name__)


RELEASING: Final = 1.0
"""Seconds in which it may be noted at the end that nothing is held any more."""
UNCERTAIN: Final = Patience(first=0.5, longest=60.0)
UNREACHED: Final = Patience(first=0.5, longest=180.0)
STORE: Final = Patience(first=0.5, longest=15.0)


@dataclass(frozen=True, slots=True)
class Persistence:
    """How long it is tried to send something: `attempts` times what perhaps arrived, for the time of `unsent` what
    surely did not.
    """

    attempts: int = 8
    uncertain: Patience = UNCERTAIN
    unsent: timedelta = timedelta(days=1)
    unreached: Patience = UNREACHED
    store: Patience = STORE


@dataclass(slots=True)
class _Lane:
    """What waits for a chat, the first of it being sent; how often that failed in a row, and since when."""

    waiting: deque[Pending]
    pace: Allowance
    failures: int = 0
    failing_since: datetime | None = None
    gone: set[int] = field(default_factory=set)
    """What is no longer this process's to send."""
    grown: asyncio.Event = field(default_factory=asyncio.Event)
    """Whether something was added since it failed last."""


class Lanes:
    """Sends through one channel what this process holds. Close it when done: what was not sent stays in the outbox."""

    def __init__(
        self,
        channel: Channel,
        writer: Writer,
        *,
        holder: str,
        now: Callable[[], datetime],
        pace: Pace = PACE,
        persistence: Persistence | None = None,
    ) -> None:
        self._channel = channel
        self._writer = writer
        self._holder = holder
        self._now = now
        self._pace = pace
        self._persistence = persistence or Persistence()
        self._lanes: dict[str, _Lane] = {}
        self._paces: dict[str, Allowance] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    @property
    def waiting(self) -> int:
        """How many messages wait to be sent."""
        return sum(len(lane.waiting) for lane in self._lanes.values())

    def add(self, pending: Iterable[Pending]) -> None:
        """Takes what this process holds, to be sent in this order."""
        for each in pending:
            chat = each.address.chat
            lane = self._lanes.get(chat)
            if lane is not None:
                # It may be found again as something that nobody sends, after the store could not be written for long.
                if all(each.id != other.id for other in lane.waiting):
                    lane.waiting.append(each)
                    lane.grown.set()
            elif not self._closing:
                pace = self._paces.setdefault(chat, Allowance(self._pace))
                self._lanes[chat] = lane = _Lane(deque([each]), pace)
                self._start(self._send_all(chat, lane))

    def answer(self, note: Note) -> None:
        """Answers a tap, without waiting; a tap that cannot be answered is no harm."""
        self._start(self._answer(note))

    async def keep(self) -> None:
        """Keeps hold of what waits, so that no other process sends it; forgets paces that are no longer in use."""
        now = asyncio.get_running_loop().time()
        idle = [chat for chat, pace in self._paces.items() if chat not in self._lanes and pace.is_full(now)]
        for chat in idle:
            del self._paces[chat]
        await self._keep(list(self._lanes.values()))

    async def _keep(self, lanes: Iterable[_Lane]) -> None:
        waiting = [(lane, each.id) for lane in lanes for each in lane.waiting]
        if not waiting:
            return
        ids = [id for _, id in waiting]
        held = await self._writer.run(lambda db: keep_holding(db, ids, self._holder, self._now()))
        for lane, id in waiting:
            if id not in held:
                lane.gone.add(id)

    async def close(self, seconds: float) -> None:
        """Sends what can be sent within a time, and lets go of the rest."""
        deadline = asyncio.get_running_loop().time() + seconds
        while self._tasks and asyncio.get_running_loop().time() < deadline:
            await asyncio.wait(self._tasks, timeout=max(0.0, deadline - asyncio.get_running_loop().time()))
        self._closing = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        try:
            async with asyncio.timeout(RELEASING):
                await self._writer.run(lambda db: release(db, self._holder))
        except (SQLAlchemyError, TimeoutError) as problem:
            # It is held a while longer, and then sent by whoever finds it.
            _log.error("the store cannot be written", problem=type(problem).__name__)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, note: Note) -> None:
        try:
            await self._channel.answer(note)
        except (ChatMoved, NotSent, Refused, TryLater, Uncertain, Unreachable) as problem:
            DELAYED.labels(type(problem).__name__).inc()

    # ---------------------------------------------------------------------------------------------------------- a lane

    async def _send_all(self, chat: str, lane: _Lane) -> None:
        """Sends what waits for a chat until nothing does."""
        try:
            while lane.waiting:
                first = lane.waiting[0]
                if first.id in lane.gone:
                    lane.waiting.popleft()
                elif _is_overtaken(lane.waiting):
                    await self._keeps(lane, partial(drop, id=first.id))
                    lane.waiting.popleft()
                else:
                    await _rest(lane.pace.wait(asyncio.get_running_loop().time()))
                    lane.pace.use(asyncio.get_running_loop().time())
                    await _rest(await self._try(lane, first))
        except (_LaneEnds, Closed):
            pass
        except SQLAlchemyError as problem:
            # What could not be noted is held a while longer, and then sent by whoever finds it.
            _log.error("what was sent cannot be noted", problem=type(problem).__name__)
        finally:
            del self._lanes[chat]

    async def _try(self, lane: _Lane, pending: Pending) -> float:
        """Tries once to send what is first in a lane. What was sent or put aside is taken out; for the rest it tells
        the seconds until it is to be tried again.
        """
        assert not isinstance(pending.what, Reminder)
        try:
            part, rest = self._channel.parted(pending.what)
            message = await self._channel.send(pending.address.chat, part)
        except TryLater as later:
            DELAYED.labels("asked_to").inc()
            return later.seconds
        except NotSent as problem:
            return await self._was_not_sent(lane, pending, f"{problem}")
        except Uncertain as problem:
            return await self._perhaps_was_sent(lane, pending, f"{problem}")
        except Unreachable:
            UNREACHABLE.inc()
            await self._keeps(lane, partial(leave_alone, address=pending.address))
            raise _LaneEnds from None
        except ChatMoved as moved:
            await self._keeps(lane, partial(move_conversation, address=pending.address, chat=moved.chat))
            lane.waiting[0] = replace(pending, address=replace(pending.address, chat=moved.chat))
            return 0
        except Refused as problem:
            return await self._put_aside(lane, pending, f"refused: {problem}")
        except Exception as fault:
            return await self._put_aside(lane, pending, f"a fault of the program: {type(fault).__name__}")
        lane.failures, lane.failing_since = 0, None
        if rest is not None:
            await self._keeps(lane, partial(leave_rest, pending=pending, rest=rest))
            lane.waiting[0] = replace(pending, what=rest, attempts=0, failing_since=None)
            return 0
        SENT.labels(type(pending.what).__name__.lower()).inc()
        await self._takes_out(lane, partial(self._note_sent, pending=pending, message=message))
        return 0

    async def _was_not_sent(self, lane: _Lane, pending: Pending, problem: str) -> float:
        DELAYED.labels("unreached").inc()
        lane.grown.clear()
        now = self._now()
        lane.failing_since = lane.failing_since or pending.failing_since or now
        # What came meanwhile has its own time: nothing of it could have been sent before.
        since = pending.failing_since or max(lane.failing_since, pending.due)
        if now - since >= self._persistence.unsent:
            return await self._put_aside(lane, pending, f"the messenger could not be reached: {problem}")
        if pending.failing_since is None:
            lane.waiting[0] = replace(pending, failing_since=since)
            await self._keeps(lane, partial(note_failure, pending=lane.waiting[0]))
        lane.failures += 1
        # Many chats fail at the same time, and are not to be tried at the same time again. Who says something meanwhile
        # is not to wait for what became a long pause.
        pause = uniform(0.75, 1.25) * self._persistence.unreached.pause(lane.failures)
        with suppress(TimeoutError):
            await asyncio.wait_for(lane.grown.wait(), pause)
        return 0

    async def _perhaps_was_sent(self, lane: _Lane, pending: Pending, problem: str) -> float:
        DELAYED.labels("uncertain").inc()
        attempts = pending.attempts + 1
        if attempts >= self._persistence.attempts:
            return await self._put_aside(lane, pending, f"it never surely arrived: {problem}")
        lane.waiting[0] = replace(pending, attempts=attempts)
        await self._keeps(lane, partial(note_failure, pending=lane.waiting[0]))
        return self._persistence.uncertain.pause(attempts)

    def _note_sent(self, db: Connection, *, pending: Pending, message: int | None) -> list[Pending]:
        sent(db, pending, message)
        return hold_next(db, pending.address, self._holder, self._now())

    async def _put_aside(self, lane: _Lane, pending: Pending, problem: str) -> float:
        DEAD.labels("sending").inc()
        _log.error("message could not be sent", kind=type(pending.what).__name__, problem=problem)

        def put_aside(db: Connection) -> list[Pending]:
            bury(db, pending.address, pending.address.channel, as_text(pending.what), problem, self._now())
            return self._note_sent(db, pending=pending, message=None)

        await self._takes_out(lane, put_aside)
        return 0

    async def _takes_out(self, lane: _Lane, note: Callable[[Connection], list[Pending]]) -> None:
        """Takes the first out of a lane once that is noted; what other processes put in behind it follows."""
        behind = await self._keeps(lane, note)
        lane.waiting.popleft()
        lane.waiting.extend(behind)

    async def _keeps(self, lane: _Lane, work: Callable[[Connection], Result]) -> Result:
        """The result of work in the store, however long that cannot be written."""
        for tries, pause in enumerate(chain([0.0], self._persistence.store.pauses())):
            await _rest(pause)
            try:
                result = await self._writer.run(work)
            except NOT_NOW as problem:
                if not tries:
                    _log.error("the store cannot be written", problem=type(problem).__name__)
            else:
                if tries:
                    # Meanwhile other processes may have taken what waits here.
                    await self._keep([lane])
                return result
        raise AssertionError("pauses never end")


class _LaneEnds(Exception):
    """Nothing more can be sent to this chat."""


async def _rest(seconds: float) -> None:
    # To sleep for no time is a round through the event loop all the same.
    if seconds:
        await asyncio.sleep(seconds)


def _is_overtaken(lane: deque[Pending]) -> bool:
    """Whether what is to be sent first would at once be replaced by a later screen in its place."""
    first = lane[0].what
    if not isinstance(first, Show) or first.over is None:
        return False
    return any(isinstance(each.what, Show) and each.what.over == first.over for each in list(lane)[1:])
