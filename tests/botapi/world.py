"""The world that a test builds: bots, people, groups, and the server that the bots talk to."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web

from tests.botapi.bots import Bot
from tests.botapi.calls import Call
from tests.botapi.changes import PATIENCE, Changes
from tests.botapi.chats import Chat
from tests.botapi.clock import Clock
from tests.botapi.faults import Fault, Order
from tests.botapi.flood import FloodLimits
from tests.botapi.gateway import Gateway
from tests.botapi.messages import Message, StoredFile
from tests.botapi.people import BotIdentity, Person

if TYPE_CHECKING:
    from tests.botapi.actors import Group, User

SETTLE = 0.25
"""Seconds in which nothing must have happened for quiet."""


class World:
    """Everything there is. All its attributes may be read by tests; chance is seeded, so a run can be repeated.

    `limits` is None until a test sets FloodLimits(). `callback_lifetime` is how long a tap can be answered.
    """

    def __init__(self, *, seed: int = 0) -> None:
        self.clock = Clock()
        self.changes = Changes()
        self.chance = random.Random(seed)
        self.started_at = self.clock.now()
        self.bots: list[Bot] = []
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.calls: list[Call] = []
        self.failures: list[Exception] = []
        """What went wrong in the server itself, and fails the test at the end."""
        self.orders: list[Order] = []
        self.limits: FloodLimits | None = None
        self.callback_lifetime: float = 150
        self.in_flight = 0
        self.gateway = Gateway(self)
        self.url = ""
        self._session: aiohttp.ClientSession | None = None
        self._later: set[asyncio.Task[None]] = set()
        self._next_person = 5_000_000_001
        self._next_group = 4_000_001

    @classmethod
    @asynccontextmanager
    async def open(cls, *, port: int = 0, seed: int = 0) -> AsyncIterator[World]:
        """A world with one bot, served on 127.0.0.1, on a free port when `port` is 0."""
        world = cls(seed=seed)
        world.add_bot()
        runner = web.AppRunner(world.gateway.application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        [(host, bound), *_] = runner.addresses
        world.url = f"http://{host}:{bound}"
        connector = aiohttp.TCPConnector(limit=0)
        world._session = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None))
        try:
            yield world
        finally:
            await world._close()
            await runner.cleanup()
        if world.failures:
            raise ExceptionGroup("the test server itself failed", world.failures)

    async def _close(self) -> None:
        for order in self.orders:
            order.release()
        for bot in self.bots:
            delivery, bot.delivery = bot.delivery, None
            if delivery is not None:
                await delivery.stop()
            if bot.poll is not None:
                bot.poll.wake.set()
        await asyncio.gather(*self._later, return_exceptions=True)
        await self.session.close()

    @property
    def session(self) -> aiohttp.ClientSession:
        """The connections to webhooks."""
        assert self._session is not None
        return self._session

    @property
    def bot(self) -> Bot:
        """The first bot."""
        return self.bots[0]

    @property
    def token(self) -> str:
        return self.bot.token

    def add_bot(self, *, username: str = "", token: str = "", privacy: bool = True) -> Bot:
        """One more bot. Its token is chosen unless it is given."""
        if not token:
            secret = "".join(
                self.chance.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", k=35)
            )
            token = f"{self.chance.randrange(10**9, 8 * 10**9)}:{secret}"
        name = username or f"test{len(self.bots) + 1}_bot"
        bot = Bot(self, BotIdentity(int(token.partition(":")[0]), name, name.title(), privacy), token)
        self.bots.append(bot)
        return bot

    def user(self, *, language: str = "zh-hans", first_name: str = "", username: str = "") -> User:
        """A person with this app language ("" when the app tells none)."""
        from tests.botapi.actors import User

        number, self._next_person = self._next_person, self._next_person + 1
        person = Person(number, first_name or f"Person {number % 1000}", language, username)
        self.people[person.id] = person
        return User(self, person)

    def group(self, *, title: str = "Group", members: Iterable[User] = (), supergroup: bool = False) -> Group:
        """A group with these people and, when `members` has somebody to add it, the first bot."""
        from tests.botapi.actors import Group

        number, self._next_group = self._next_group, self._next_group + 1
        chat = Chat(-(10**12) - number if supergroup else -number, "supergroup" if supergroup else "group", title)
        self.groups[chat.id] = chat
        return Group.founded(self, chat, tuple(members))

    def order(
        self, fault: Fault, *, method: str | None = None, chat: int | None = None, nth: int = 1, times: int = 1
    ) -> Order:
        """Let a fault strike the `nth` call from now that fits (any method, any chat when None), and `times` in all."""
        order = Order(fault, method, chat, nth, times)
        self.orders.append(order)
        return order

    def order_for(self, call: Call) -> Order | None:
        struck = [order for order in self.orders if order.strikes(call.method, call.chat)]
        return struck[0] if struck else None

    def post(self, bot: Bot, message: Message) -> None:
        """Put a message of this bot into its chat; it gets its id."""
        message.id = bot.next_message_id(message.chat)
        message.chat.messages[message.id] = message
        self.changed_chat(message.chat)

    def changed_chat(self, chat: Chat) -> None:
        """A bot has changed something that people see."""
        chat.changes += 1
        self.changes.happened()

    def keep_file(self, name: str, content_type: str, content: bytes, *, folder: str) -> StoredFile:
        number = len(self.files)
        dot, _, suffix = name.rpartition(".")
        path = f"{folder}/file_{number}" + (f".{suffix}" if dot else "")
        unique = f"AgAD{self.chance.getrandbits(60):x}"
        stored = StoredFile(f"BQACAgUAAx{self.chance.getrandbits(120):030x}", unique, name, content_type, content, path)
        self.files[stored.file_id] = stored
        return stored

    def calls_of(self, method: str, *, chat: int | None = None) -> list[Call]:
        """The calls of a method so far, to one chat or to any."""
        return [call for call in self.calls if call.method == method and chat in {None, call.chat}]

    def waits(self, change: int) -> None:
        """A call begins (+1) or ends (-1) to wait for updates: while it waits it is not in flight."""
        self.in_flight -= change
        self.changes.happened()

    def later(self, work: Coroutine[None, None, None]) -> None:
        """Do this outside of the caller's own task."""
        task = asyncio.get_running_loop().create_task(work)
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    def pending(self) -> list[str]:
        """What is still under way, in words."""
        pending = [f"{self.in_flight} calls in flight"] if self.in_flight else []
        for bot in self.bots:
            if bot.waiting:
                pending.append(f"{bot.waiting} updates wait for @{bot.username}")
            if bot.delivery is not None and bot.delivery.in_flight:
                pending.append(f"{bot.delivery.in_flight} updates on their way to the webhook of @{bot.username}")
            if bot.holding:
                pending.append(f"{bot.holding} updates held from @{bot.username}")
        return pending

    async def quiet(self, *, settle: float = SETTLE, timeout: float = PATIENCE) -> None:
        """Wait until every update is taken, no call is in flight, and nothing has happened for `settle` seconds.

        Raises TimeoutError, telling what is still under way.
        """
        await self.changes.until_settled(
            lambda: not self.pending(),
            settle=settle,
            timeout=timeout,
            waiting_for=lambda: "; ".join(self.pending()) or "the calls do not stop",
        )

    async def until(self, true: Callable[[], bool], *, timeout: float = PATIENCE, what: str = "what was asked") -> None:
        """Wait until `true()`, looked at after every change and twenty times a second. Raises TimeoutError."""
        await self.changes.until(true, timeout=timeout, waiting_for=lambda: "; ".join([what, *self.pending()]))
