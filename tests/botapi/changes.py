"""Waiting for something to become true, woken by each change instead of asking again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PATIENCE = 30.0
"""Seconds that a test waits at most, on a busy machine."""
BESIDES = 0.05
"""Seconds between two looks when nothing changes."""


class Changes:
    """Everything that changes the world calls `happened`; who waits looks again then."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def happened(self) -> None:
        now, self._next = self._next, asyncio.Event()
        now.set()

    async def next(self) -> None:
        """Wait for the next change."""
        await self._next.wait()

    async def until(self, true: Callable[[], bool], *, timeout: float, waiting_for: Callable[[], str]) -> None:
        """Return once `true()` holds. Raises TimeoutError, telling `waiting_for()`, after `timeout` seconds.

        It is looked at after each change, and now and then besides: it may be about something outside of the world.
        """
        try:
            async with asyncio.timeout(timeout):
                while not true():
                    await self._change_or(BESIDES)
        except TimeoutError:
            raise TimeoutError(f"not within {timeout} s: {waiting_for()}") from None

    async def until_settled(
        self, true: Callable[[], bool], *, settle: float, timeout: float, waiting_for: Callable[[], str]
    ) -> None:
        """Return once `true()` holds and nothing has changed for `settle` seconds."""
        try:
            async with asyncio.timeout(timeout):
                while True:
                    while not true():
                        await self._next.wait()
                    if not await self._change_or(settle) and true():
                        return
        except TimeoutError:
            raise TimeoutError(f"not within {timeout} s: {waiting_for()}") from None

    async def _change_or(self, seconds: float) -> bool:
        """Wait for a change, or for so long; True when there was one."""
        try:
            async with asyncio.timeout(seconds):
                await self._next.wait()
        except TimeoutError:
            return False
        return True
