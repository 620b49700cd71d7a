"""Delivery to a webhook, by the official server's rules.

Updates of one queue go one after another, queues go side by side, up to `max_connections` at once. Updates are loaded
in the order in which they came, some at every turn, until there are twice as many queues as connections: however much
waits in one queue, it keeps no other one from being loaded for long. Any 2xx ends an update. Else it is tried again: at
once, then after 2, 4, 8 ... seconds up to one or two minutes, or after `Retry-After`; it is dropped when the next try
would come after its end. Whoever answers 410 for 23 hours has no webhook any more. A failing update holds up its own
queue only.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

import aiohttp

from tests.botapi.request import Request, read_answer
from tests.botapi.updates import Update
from tests.botapi.values import ApiError, Json

if TYPE_CHECKING:
    from tests.botapi.bots import Bot

READ_TIMEOUT = 60
LONGEST_RETRY = 60
LONGEST_RETRY_AFTER = 3600
GONE_FOR = 23 * 60 * 60
NOT_IN_ANSWERS = frozenset({"setwebhook", "deletewebhook", "close", "logout"})
"""Besides all that begin with "get"."""


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    url: str
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str = ""
    has_certificate: bool = False


@dataclass(slots=True)
class Attempt:
    """An update in delivery, and when it is its turn."""

    update: Update
    wakeup_at: float
    delay: float = 1
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Delivered:
    """One request to the webhook, for the tests: status 0 when there was no response."""

    at: float
    update: Update
    status: int


@dataclass(slots=True)
class Delivery:
    """The delivery of one bot's updates to its webhook, while that is set."""

    bot: Bot
    settings: WebhookSettings
    session: aiohttp.ClientSession
    last_error: str = ""
    last_error_date: int = 0
    gone_since: float = 0
    in_flight: int = 0
    log: list[Delivered] = field(default_factory=list)
    _queues: dict[int, deque[Attempt]] = field(default_factory=dict)
    _loaded: set[int] = field(default_factory=set)
    _has_all: bool = False
    _sending: set[int] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _loop: asyncio.Task[None] | None = None
    _own_queue: int = 1 << 60

    def start(self) -> None:
        self._loop = asyncio.create_task(self._run())
        self._loop.add_done_callback(self._done)

    async def stop(self) -> None:
        """End the delivery, also of what is on its way."""
        tasks = [*self._tasks, *([self._loop] if self._loop is not None else [])]
        current = asyncio.current_task()
        tasks = [task for task in tasks if task is not current]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.in_flight = 0

    def wake(self) -> None:
        """There is a new update."""
        self._has_all = False
        self._wake.set()

    @property
    def next_try(self) -> float | None:
        """When the next waiting update is due."""
        due = [queue[0].wakeup_at for key, queue in self._queues.items() if key not in self._sending]
        return min(due, default=None)

    async def _run(self) -> None:
        clock = self.bot.world.clock
        while True:
            self._wake.clear()
            self._load(clock.now())
            self._send_due(clock.now())
            waits = [asyncio.create_task(self._woken())]
            if len(self._sending) < self.settings.max_connections and (due := self.next_try) is not None:
                waits.append(asyncio.create_task(clock.sleep_until(due)))
            try:
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in waits:
                    task.cancel()

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and isinstance(error := task.exception(), Exception):
            self.bot.world.failures.append(error)

    async def _woken(self) -> None:
        await self._wake.wait()

    def _load(self, now: float) -> None:
        room = 2 * self.settings.max_connections - len(self._queues)
        if self._has_all or room <= 0:
            return
        new = list(islice((each for each in self.bot.queue.waiting(now) if each.id not in self._loaded), room))
        self._has_all = not new
        for update in new:
            queue = update.queue
            if queue == 0:
                queue, self._own_queue = self._own_queue, self._own_queue + 1
            self._queues.setdefault(queue, deque()).append(Attempt(update, now))
            self._loaded.add(update.id)

    def _send_due(self, now: float) -> None:
        due = sorted(
            (queue[0].wakeup_at, key)
            for key, queue in self._queues.items()
            if key not in self._sending and queue[0].wakeup_at <= now
        )
        for _, key in due[: self.settings.max_connections - len(self._sending)]:
            self._sending.add(key)
            self.in_flight += 1
            task = asyncio.create_task(self._send(key, self._queues[key][0]))
            self._tasks.add(task)
            task.add_done_callback(self._done)

    async def _send(self, key: int, attempt: Attempt) -> None:
        world = self.bot.world
        status, retry_after = 0, 0
        try:
            status, retry_after, reply = await self._post(attempt.update)
            if 200 <= status <= 299:
                await self._execute(reply)
        finally:
            self.log.append(Delivered(world.clock.now(), attempt.update, status))
            self._sending.discard(key)
            self.in_flight -= 1
            self._settle(key, attempt, status, retry_after)
            self._wake.set()
            world.changes.happened()

    async def _post(self, update: Update) -> tuple[int, int, Request]:
        """Status (0 for no response), `Retry-After`, and the call in the answer."""
        headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}
        if self.settings.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.settings.secret_token
        body = json.dumps(update.to_json(), ensure_ascii=False).encode("utf-8", "surrogatepass")
        exchange = asyncio.create_task(self._exchange(headers, body))
        limit = asyncio.create_task(self.bot.world.clock.sleep(READ_TIMEOUT))
        try:
            await asyncio.wait([exchange, limit], return_when=asyncio.FIRST_COMPLETED)
            if not exchange.done():
                self._failed("Read timeout expired")
                return 0, 0, Request("")
            return exchange.result()
        except aiohttp.ClientConnectorError:
            self._failed("Connection refused")
        except (aiohttp.ClientError, OSError):
            self._failed("Webhook connection closed")
        finally:
            exchange.cancel()
            limit.cancel()
        return 0, 0, Request("")

    async def _exchange(self, headers: dict[str, str], body: bytes) -> tuple[int, int, Request]:
        async with self.session.post(
            self.settings.url,
            data=body,
            headers=headers,
            skip_auto_headers=("User-Agent", "Accept"),
            allow_redirects=False,
        ) as response:
            content = await response.read()
            if not 200 <= response.status <= 299:
                self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
                after = response.headers.get("Retry-After", "")
                return response.status, int(after) if after.isdigit() else 0, Request("")
            try:
                reply = await read_answer(response.headers.get("Content-Type", ""), response.headers, content)
            except (ApiError, ValueError):
                reply = Request("")
            return response.status, 0, reply

    def _failed(self, message: str) -> None:
        self.last_error = message
        self.last_error_date = self.bot.world.clock.date()

    async def _execute(self, reply: Request) -> None:
        method = reply.method.lower()
        if method and method not in NOT_IN_ANSWERS and not method.startswith("get"):
            await self.bot.world.gateway.perform_in_answer(self.bot, reply)

    def _settle(self, key: int, attempt: Attempt, status: int, retry_after: int) -> None:
        """What becomes of an update after a try."""
        now = self.bot.world.clock.now()
        if status != 410:
            self.gone_since = 0
        elif not self.gone_since:
            self.gone_since = now
        elif now > self.gone_since + GONE_FOR:
            self.bot.delivery = None
            self.bot.world.later(self.stop())
        if 200 <= status <= 299:
            self._drop(key, attempt)
            return
        wait = float(min(retry_after, LONGEST_RETRY_AFTER))
        if not retry_after and attempt.failures:
            longest = self.bot.world.chance.randint(LONGEST_RETRY, 2 * LONGEST_RETRY)
            attempt.delay = wait = min(longest, attempt.delay * 2)
        attempt.failures += 1
        if now + wait > attempt.update.expires_at:
            self._drop(key, attempt)
        else:
            attempt.wakeup_at = now + wait

    def _drop(self, key: int, attempt: Attempt) -> None:
        queue = self._queues[key]
        queue.popleft()
        if not queue:
            del self._queues[key]
        self._loaded.discard(attempt.update.id)
        self.bot.confirm(attempt.update)
        if self.bot.queue.holds(attempt.update.id):
            self._has_all = False

    def info(self) -> dict[str, Json]:
        """The part of getWebhookInfo that is about the errors and the settings."""
        shown: dict[str, Json] = {}
        if self.last_error_date:
            shown |= {"last_error_date": self.last_error_date, "last_error_message": self.last_error}
        return {
            **shown,
            "max_connections": self.settings.max_connections,
            "ip_address": self.settings.ip_address or "127.0.0.1",
        }
