"""Telegram: each library at work in front of a server of the tests, over real HTTP, in each way of being called."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from datetime import timedelta
from itertools import count
from typing import Final, TypeAlias

from bot.app import Advisor, running
from bot.channels.channel import Channel
from bot.delivery.pace import Pace
from tests.botapi import Button as ServerButton
from tests.botapi import Group as ServerGroup
from tests.botapi import Message, Reset, Status, User, World, refused, too_many
from tests.botapi import Seen as ServerSeen
from tests.botapi.bots import CallbackQuery
from tests.botapi.updates import CALLBACKS
from tests.botapi.values import JsonObject
from tests.conformance.driver import (
    POISON,
    Away,
    Broken,
    Fault,
    Group,
    NotFound,
    NotModified,
    NotTaken,
    Person,
    Rows,
    Seen,
    TooMany,
)
from tests.conformance.keeping import Clock, Kept

PATIENCE: Final = 20.0
LOOK_EVERY: Final = 0.005
"""Seconds: how long a case waits at most, and how often it looks."""
UNHURRIED: Final = Pace(burst=1000, seconds=0.001)
"""The server takes everything at once; how fast is right is shown elsewhere."""
FORGED: Final = count(1)

Starts: TypeAlias = Callable[["TelegramDriver"], AbstractAsyncContextManager[None]]
"""How the bot is put to work in front of a driver's server."""


class _Pressed:
    def __init__(self, query: CallbackQuery, driver: "TelegramDriver") -> None:
        self._query = query
        self._driver = driver

    async def note(self) -> str:
        """See `Pressed`."""
        await self._driver.until(lambda: bool(self._query.answers))
        return self._query.answers[0].text


class _Place:
    """A person in a chat."""

    must_agree = True

    def __init__(self, driver: "TelegramDriver", user: User, group: ServerGroup | None = None) -> None:
        self._driver = driver
        self._group = group
        self._said: Message | None = None
        self._shown: dict[Seen, ServerSeen] = {}
        self.user = user

    @property
    def chat(self) -> str:
        """See `Person`."""
        return str(self.user.id if self._group is None else self._group.id)

    @property
    def app(self) -> str:
        """See `Chat`."""
        return self.user.person.language

    async def comes(self) -> None:
        """See `Chat`."""
        await self.says("/start")

    async def says(self, words: str) -> None:
        """See `Chat`."""
        await self.sends(words)
        await self._driver.settled(self.chat)

    async def sends(self, words: str) -> None:
        """See `Chat`."""
        if self._group is not None and words.startswith("/"):
            name, blank, rest = words.partition(" ")
            words = f"{name}@{self._driver.world.bot.username}{blank}{rest}"

        async def send() -> None:
            self._said = await self.user.sends(words, where=self._group)

        await self._driver.does(send)

    async def taps(self, label: str, *, below: Seen | None = None) -> str:
        """See `Chat`."""
        note = await self.presses(label, below=below).note()
        await self._driver.settled(self.chat)
        return note

    def presses(self, label: str, *, below: Seen | None = None, too_old: bool = False) -> _Pressed:
        """See `Chat`."""
        message, button = self._button(label, below)
        assert button.data is not None
        return self._presses(message, button.data, too_old=too_old)

    async def forges(self, data: str) -> str:
        """See `Chat`."""
        message = next(seen.id for seen in reversed(self.user.sees(where=self._group)) if seen.by_bot)
        note = await self._presses(message, data).note()
        await self._driver.settled(self.chat)
        return note

    def _button(self, label: str, below: Seen | None) -> tuple[int, ServerButton]:
        seen = self.user.sees(where=self._group) if below is None else [self._shown[below]]
        found = ((each.id, button) for each in reversed(seen) if (button := each.button(label)) is not None)
        try:
            return next(found)
        except StopIteration:
            raise LookupError(f"no button {label!r} in {[each.labels for each in seen]}") from None

    def _presses(self, number: int, data: str, *, too_old: bool = False) -> _Pressed:
        world = self._driver.world
        chat = world.bot.private_chats[self.user.id] if self._group is None else self._group.chat
        message = chat.messages[number]
        query = CallbackQuery(f"{next(FORGED)}", self.user.person, message, data, world.clock.now() + 150)
        world.bot.callback_queries[query.id] = query
        payload: JsonObject = {
            "id": query.id,
            "from": self.user.person.to_json(),
            "message": message.to_inaccessible_json() if too_old else message.to_json(),
            "chat_instance": str(chat.id),
            "data": data,
        }
        queue = self.user.id + CALLBACKS
        self._driver.does_now(lambda: world.bot.push("callback_query", payload, lifetime=150, queue=queue))
        return _Pressed(query, self._driver)

    async def sends_picture(self, caption: str = "") -> None:
        """See `Chat`."""
        await self.user.sends_file("picture.png", b"no picture", caption=caption, where=self._group)
        await self._driver.settled(self.chat)

    async def corrects(self, words: str) -> None:
        """See `Chat`."""
        assert self._said is not None
        await self.user.edits(self._said, words)
        await self._driver.settled(self.chat)

    def sees(self) -> list[Seen]:
        """See `Chat`."""
        shown = [each for each in self.user.sees(where=self._group) if each.by_bot]
        seen = [_seen(each) for each in shown]
        self._shown |= dict(zip(seen, shown, strict=True))
        return seen

    def menu(self) -> tuple[str, ...]:
        """See `Chat`."""
        return tuple(command.description for command in self.user.commands(where=self._group))

    async def blocks(self) -> None:
        """See `Person`."""
        self.user.blocks()
        await self._driver.settled(self.chat)

    async def unblocks(self) -> None:
        """See `Person`."""
        self.user.unblocks()
        await self._driver.settled(self.chat)


class _Group:
    def __init__(self, driver: "TelegramDriver", group: ServerGroup) -> None:
        self._driver = driver
        self._group = group

    @property
    def chat(self) -> str:
        """See `Group`."""
        return str(self._group.id)

    def member(self, person: Person) -> _Place:
        """See `Group`."""
        return _Place(self._driver, self._driver.users[person.chat], self._group)

    async def moves(self) -> None:
        """See `Group`."""
        old = self.chat
        self._group = self._group.upgrades()
        await self._driver.settled(old)


class TelegramDriver:
    """A bot at work in front of a `World`."""

    def __init__(self, world: World, database: str, starts: Starts) -> None:
        self.world = world
        self.users: dict[str, User] = {}
        self._database = database
        self._starts = starts
        self._clock = Clock()
        self._store = Kept(database)
        self._bot = AsyncExitStack()
        self._held: list[Callable[[], Awaitable[None]]] | None = None
        self._repeats = 0
        self.handled: Counter[int] | None = None
        """How often each update was handled, where it is acknowledged before that."""

    @classmethod
    @asynccontextmanager
    async def open(cls, database: str, starts: Starts) -> AsyncIterator["TelegramDriver"]:
        """A bot at work with a database of its own."""
        async with World.open() as world:
            driver = cls(world, database, starts)
            try:
                await driver.begins()
                yield driver
            finally:
                await driver.ends()
                driver._store.close()

    @asynccontextmanager
    async def advising(self, channel: Channel) -> AsyncIterator[Advisor]:
        """The advisor behind a channel, with this driver's database and time."""
        link = f"https://t.me/{self.world.bot.username}"
        async with running(channel, database=self._database, link=link, now=self._clock.now, pace=UNHURRIED) as advisor:
            yield advisor

    # ------------------------------------------------------------------------------------------------- what a case uses

    def person(self, app: str = "zh-hans") -> Person:
        """See `Driver`."""
        user = self.world.user(language=app)
        self.users[str(user.id)] = user
        return _Place(self, user)

    def group(self, *members: Person) -> Group:
        """See `Driver`."""
        return _Group(self, self.world.group(members=[self.users[member.chat] for member in members]))

    def order(self, fault: Fault, person: Person, *, times: int = 1) -> None:
        """See `Driver`."""
        chat = int(person.chat)
        match fault:
            case TooMany(seconds):
                for method in ("sendMessage", "editMessageText"):
                    self.world.order(too_many(seconds), method=method, chat=chat, times=times)
            case Away():
                for method in ("sendMessage", "editMessageText"):
                    self.world.order(Status(502), method=method, chat=chat, times=times)
            case Broken(after):
                self.world.order(Reset(after), method="sendMessage", chat=chat, times=times)
            case NotTaken():
                problem = refused(400, "Bad Request: not this one")
                self.world.order(problem, method="sendMessage", chat=chat, times=times)
            case NotModified():
                problem = refused(
                    400,
                    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
                    "the same as a current content and reply markup of the message",
                )
                self.world.order(problem, method="editMessageText", chat=chat, times=times)
            case NotFound():
                problem = refused(400, "Bad Request: message to edit not found")
                self.world.order(problem, method="editMessageText", chat=chat, times=times)

    def hold(self) -> None:
        """See `Driver`."""
        self._held = []

    async def release(self, order: Iterable[int] | None = None) -> None:
        """See `Driver`."""
        held, self._held = self._held or [], None
        for index in range(len(held)) if order is None else order:
            await held[index]()
            # A webhook is called for messages and for taps at the same time: each is to be taken before the next.
            await self._until_taken()
        await self.quiet()

    def repeat(self, times: int = 1) -> None:
        """See `Driver`."""
        self._repeats += times
        self.world.bot.repeat_next(times)

    async def poisons(self, person: Person | None) -> None:
        """See `Driver`."""
        chat: JsonObject = {} if person is None else {"chat": {"id": int(person.chat), "type": "private"}}
        who: JsonObject = {"id": 7, "is_bot": False, "first_name": POISON}
        self.world.bot.inject(
            "message", {"message_id": 1, "date": 1, "text": 7, "caption": POISON, "from": who, **chat}
        )
        await self._until_taken()

    async def quiet(self, *, but: Person | None = None) -> None:
        """See `Driver`."""
        await self._until_taken()
        left_out = set() if but is None else {but.chat}
        await self.until(lambda: not (set(self._store.chats_waiting()) - left_out))

    async def until(self, is_so: Callable[[], bool]) -> None:
        """See `Driver`."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                await asyncio.sleep(LOOK_EVERY)

    async def ends(self) -> None:
        """See `Driver`."""
        await self._bot.aclose()

    async def begins(self) -> None:
        """See `Driver`."""
        await self._bot.enter_async_context(self._starts(self))

    def passes(self, time: timedelta) -> None:
        """See `Driver`."""
        self._clock.passes(time)

    def kept(self) -> Rows:
        """See `Driver`."""
        return self._store.rows()

    def tampers(self, statement: str, **values: object) -> None:
        """See `Driver`."""
        self._store.change(statement, **values)

    # ------------------------------------------------------------------------------------------------------ on the way

    async def does(self, act: Callable[[], Awaitable[None]]) -> None:
        """Lets somebody do something, now or when it is released."""
        if self._held is None:
            await act()
        else:
            self._held.append(act)

    def does_now(self, act: Callable[[], None]) -> None:
        """The same for what is done at once."""

        async def acts() -> None:
            act()

        if self._held is None:
            act()
        else:
            self._held.append(acts)

    async def settled(self, chat: str) -> None:
        """Waits until nothing is under way from or to a chat."""
        await self._until_taken()
        await self.until(lambda: chat not in self._store.chats_waiting())

    async def _until_taken(self) -> None:
        """Waits until the bot has taken every update."""
        bot = self.world.bot
        await self.until(lambda: not bot.waiting and not self._is_delivering() and self._are_handled())

    def _is_delivering(self) -> bool:
        delivery = self.world.bot.delivery
        return delivery is not None and delivery.in_flight > 0

    def _are_handled(self) -> bool:
        """Whether a host, which acknowledges before it handles, has handled every update."""
        if self.handled is None:
            return True
        every = all(self.handled[update.id] for update in self.world.bot.updates)
        return every and self.handled.total() >= len(self.world.bot.updates) + self._repeats


def _seen(shown: ServerSeen) -> Seen:
    buttons = [button for row in shown.rows for button in row]
    document = shown.document
    return Seen(
        shown.id,
        shown.text,
        tuple(tuple(button.label for button in row) for row in shown.rows),
        tuple(button.url for button in buttons if button.url),
        shown.edited,
        None if document is None else (document.name, document.content.decode()),
    )
