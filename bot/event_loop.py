"""Running until told to stop (运行与停止): by SIGTERM or Ctrl+C, with what was begun finished first."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Final

SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)


SWITCH_EVERY: Final = 0.001
"""Seconds after which a thread that computes lets another one in: the store's must not keep the event loop waiting."""


COLLECT_AFTER: Final = 20_000
"""New objects after which those in circles are looked for."""


def run(work: Coroutine[None, None, None]) -> None:
    """Does work in an event loop until it ends, or until a signal ends it."""
    sys.setswitchinterval(SWITCH_EVERY)
    factory: Callable[[], asyncio.AbstractEventLoop] | None = None
    if sys.platform != "win32":
        import uvloop

        factory = uvloop.new_event_loop
    with suppress(asyncio.CancelledError), asyncio.Runner(loop_factory=factory) as runner:
        runner.run(_until_told(work))


@contextmanager
def told_to_stop(do: Callable[[], object]) -> Iterator[None]:
    """Where to stop takes more than to leave off: what to do when told so."""
    loop = asyncio.get_running_loop()
    for each in SIGNALS:
        loop.add_signal_handler(each, do)
    try:
        yield
    finally:
        # Being told once more, while everything is being closed, ends it at once.
        for each in SIGNALS:
            loop.remove_signal_handler(each)


def settled() -> None:
    """Says that what a program needs is loaded: it is not gone through again and again in search of garbage.

    The libraries make hundreds of thousands of objects, and every look through them keeps everybody waiting.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


async def _until_told(work: Coroutine[None, None, None]) -> None:
    task = asyncio.ensure_future(work)
    with told_to_stop(task.cancel):
        await task
