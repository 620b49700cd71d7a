"""What a test can order to go wrong with a call."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TypeAlias

from tests.botapi.values import ApiError, JsonObject, too_many_requests


@dataclass(frozen=True, slots=True)
class Status:
    """An answer with this HTTP status (500, 502); `after` says whether the call has had its effect by then, `page` what
    whoever stands before the server says in place of its own words.
    """

    code: int
    after: bool = False
    page: bytes = b""


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset instead of an answer, before the call has its effect or `after` it."""

    after: bool = False


@dataclass(frozen=True, slots=True)
class Slow:
    """The effect comes at once, the answer after so many seconds of the server's clock."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Hang:
    """No answer until the order is released; the effect comes at once when `after`, else at the release."""

    after: bool = False


@dataclass(frozen=True, slots=True)
class Garbage:
    """The effect, and an answer of status 200 that is not JSON."""

    body: bytes = b'{"ok":true,"result":'


@dataclass(frozen=True, slots=True)
class Refusal:
    """An official error, without effect."""

    error: ApiError


Fault: TypeAlias = Status | Reset | Slow | Hang | Garbage | Refusal


def too_many(retry_after: int) -> Refusal:
    return Refusal(too_many_requests(retry_after))


def refused(code: int, description: str, parameters: JsonObject | None = None) -> Refusal:
    """For example `refused(403, "Forbidden: bot was blocked by the user")`."""
    return Refusal(ApiError(code, description, parameters))


def migrated(to: int) -> Refusal:
    return refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": to})


@dataclass(slots=True)
class Order:
    """A fault that waits for its call: from the `nth` one on that fits, so many `times`."""

    fault: Fault
    method: str | None
    chat: int | None
    nth: int
    times: int
    seen: int = 0
    struck: int = 0
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def strikes(self, method: str, chat: int | None) -> bool:
        """Count this call; True when the fault is for it."""
        if self.method not in {None, method} or self.chat not in {None, chat} or self.struck >= self.times:
            return False
        self.seen += 1
        if self.seen < self.nth:
            return False
        self.struck += 1
        return True

    def release(self) -> None:
        """Let hanging calls go on, now and later."""
        self._released.set()

    async def released(self) -> None:
        await self._released.wait()
