"""Waiting for something to become true, woken by each change instead of asking again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Changes:
    """Everything that changes the world calls `happened`; who waits looks again then."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def happened(self) -> None:
        now, self._next = self._next, asyncio.Event()
        now.set()

    async def until(self, true: Callable[[], bool], *, timeout: float, waiting_for: Callable[[], str]) -> None:
        """Return once `true()` holds. Raises TimeoutError, telling `waiting_for()`, after `timeout` seconds."""
        try:
            async with asyncio.timeout(timeout):
                while not true():
                    await self._next.wait()
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
                    try:
                        async with asyncio.timeout(settle):
                            await self._next.wait()
                    except TimeoutError:
                        if true():
                            return
        except TimeoutError:
            raise TimeoutError(f"not within {timeout} s: {waiting_for()}") from None
