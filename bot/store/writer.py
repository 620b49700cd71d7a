"""One thread that writes (单一写线程): whatever waits is done in one transaction, since it is the commit that costs.

Work is a function of a connection. It must touch nothing else, for it may be done again: where one piece fails, the
transaction of all is given up and each is done in a transaction of its own, so that only the failing one fails.
"""

import asyncio
import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError

Result = TypeVar("Result")

MOST_AT_ONCE: Final = 64
"""Pieces of work in one transaction: enough to share a commit, few enough that nobody waits long for the others."""
TRIES: Final = 3
"""How often work is tried that other processes kept from being done: a deadlock, a lock that did not come."""


class Closed(RuntimeError):
    """The writer takes no more work."""


NOT_NOW: Final = (OperationalError, InterfaceError)
"""What says that the database is not there at the moment, or not to be written."""


class Writer:
    """Does work in the database, in the order in which it came within a lane; lanes take turns.

    Close it when done: work that was taken is finished first.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lanes: OrderedDict[str, deque[_Task]] = OrderedDict()
        self._changed = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._write, name="store-writer", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[Connection], Result], *, lane: str = "") -> Result:
        """The result of work, once it is committed. Raises what the work raised; `Closed` after the end."""
        job = _Job(work, asyncio.get_running_loop())
        with self._changed:
            if self._closing:
                raise Closed("the store is closed")
            self._lanes.setdefault(lane, deque()).append(job)
            self._changed.notify()
        return await job.future

    def close(self, seconds: float | None = None) -> None:
        """Finishes what was taken, and ends the thread. Where the database keeps it waiting for longer than some
        seconds, what is not committed then is not done.
        """
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(seconds)

    def _write(self) -> None:
        while tasks := self._taken():
            try:
                self._together(tasks)
            except NOT_NOW as problem:
                if self._is_there():
                    self._one_by_one(tasks)
                else:
                    # Each by itself would wait as long in vain, and whoever comes later behind all of them.
                    for task in tasks:
                        task.fail(problem)
                    _tell(tasks)
            except Exception:
                self._one_by_one(tasks)

    def _is_there(self) -> bool:
        """Whether the database can be written at all."""
        try:
            with self._engine.begin() as connection:
                connection.exec_driver_sql("SELECT 1")
        except NOT_NOW:
            return False
        return True

    def _one_by_one(self, tasks: "list[_Task]") -> None:
        for task in tasks:
            self._alone(task)

    def _taken(self) -> "list[_Task]":
        """What is to be done next, at most one transaction's worth: from every lane in turn. Nothing after the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._lanes or self._closing)
            tasks: list[_Task] = []
            while self._lanes and len(tasks) < MOST_AT_ONCE:
                lane, waiting = self._lanes.popitem(last=False)
                tasks.append(waiting.popleft())
                if waiting:
                    self._lanes[lane] = waiting
            return tasks

    def _together(self, tasks: "list[_Task]") -> None:
        with self._engine.begin() as connection:
            for task in tasks:
                task.do(connection)
        _tell(tasks)

    def _alone(self, task: "_Task") -> None:
        for tries_left in reversed(range(TRIES)):
            try:
                self._together([task])
                return
            except OperationalError as problem:
                if not tries_left:
                    task.fail(problem)
            except Exception as problem:
                task.fail(problem)
                break
        _tell([task])


def _tell(tasks: "list[_Task]") -> None:
    """Lets those who wait know, with one call for each of their event loops: a call wakes a loop up, which costs."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Task]] = {}
    for task in tasks:
        by_loop.setdefault(task.loop, []).append(task)
    for loop, waiting in by_loop.items():
        with suppress(RuntimeError):  # Nobody waits in a loop that was closed.
            loop.call_soon_threadsafe(_settle, waiting)


def _settle(tasks: "list[_Task]") -> None:
    for task in tasks:
        task.settle()


class _Task(Protocol):
    @property
    def loop(self) -> asyncio.AbstractEventLoop: ...

    def do(self, connection: Connection) -> None: ...

    def fail(self, problem: Exception) -> None: ...

    def settle(self) -> None: ...


class _Job(Generic[Result]):
    def __init__(self, work: Callable[[Connection], Result], loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.future: asyncio.Future[Result] = loop.create_future()
        self._work = work
        self._results: list[Result] = []
        self._problem: Exception | None = None

    def do(self, connection: Connection) -> None:
        self._results = [self._work(connection)]

    def fail(self, problem: Exception) -> None:
        self._problem = problem

    def settle(self) -> None:
        """In the event loop: gives what came of the work to who waits for it, if he still does."""
        if self.future.cancelled():
            return
        if self._problem is None:
            self.future.set_result(self._results[0])
        else:
            self.future.set_exception(self._problem)
