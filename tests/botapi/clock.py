"""The server's clock: it runs with real time, and a test can push it on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine


class Clock:
    """Seconds since 1970. `advance` moves it at once and wakes whoever waits for a moment that has come."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._moved = asyncio.Event()

    def now(self) -> float:
        return time.time() + self._ahead

    def date(self) -> int:
        return int(self.now())

    def advance(self, seconds: float) -> None:
        """Let `seconds` (0 or more) go by in a moment: time-outs, lifetimes and retries fall due."""
        if seconds < 0:
            raise ValueError("time does not run backwards here")
        self._ahead += seconds
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def sleep_until(self, moment: float) -> None:
        while (left := moment - self.now()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._moved.wait()
            except TimeoutError:
                continue

    def sleep(self, seconds: float) -> Coroutine[None, None, None]:
        """Counted from this call on, not from when the result is awaited."""
        return self.sleep_until(self.now() + seconds)
