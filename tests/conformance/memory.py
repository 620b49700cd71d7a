"""The channel in memory: no library and no network, but the whole bot behind it."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Final

from bot.app import Advisor, running
from bot.channels.channel import ChatMoved, NotSent, Refused, TryLater, Unavailable, Uncertain, Unreachable
from bot.channels.telegram_updates import clean
from bot.delivery.pace import Pace
from bot.messages import (
    Address,
    Body,
    Button,
    Command,
    File,
    Incoming,
    Left,
    Menu,
    Moved,
    Note,
    Nothing,
    Outgoing,
    Returned,
    Show,
    Tap,
    Text,
    Wordless,
)
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

CHANNEL: Final = "memory:1"
PATIENCE: Final = 20.0
LOOK_EVERY: Final = 0.005
"""Seconds: how long a case waits at most, and how often it looks whether the bot is done."""
UNHURRIED: Final = Pace(burst=1000, seconds=0.001)
"""A messenger that takes everything at once."""


@dataclass(slots=True)
class _Shown:
    id: int
    show: Show
    edited: bool = False
    file: tuple[str, str] | None = None

    def seen(self) -> Seen:
        buttons = [button for row in self.show.buttons for button in row]
        return Seen(
            self.id,
            self.show.text,
            tuple(tuple(button.label for button in row) for row in self.show.buttons),
            tuple(button.url for button in buttons if button.url),
            self.edited,
            self.file,
        )


class Messenger:
    """A `Channel` whose messages stay in memory, with what can go wrong on the way to a chat."""

    name = CHANNEL

    def __init__(self) -> None:
        self.chats: defaultdict[str, list[_Shown]] = defaultdict(list)
        self.menus: dict[str, str] = {}
        self.notes: dict[str, asyncio.Future[str]] = {}
        self.blocked: set[str] = set()
        self.moved: dict[str, str] = {}
        self.faults: defaultdict[str, list[Fault]] = defaultdict(list)
        self._ids = count(1)

    def parted(self, what: Outgoing) -> tuple[Outgoing, Outgoing | None]:
        """See `bot.channels.channel.Channel`: of any length."""
        return what, None

    async def send(self, chat: str, what: Outgoing) -> int | None:
        """See `bot.channels.channel.Channel`."""
        if chat in self.moved:
            raise ChatMoved(self.moved[chat])
        if chat in self.blocked:
            raise Unreachable
        fault = self._fault(chat, what)
        match fault:
            case TooMany(seconds):
                raise TryLater(seconds)
            case Away():
                raise NotSent
            case Broken(after=False):
                raise Uncertain
            case NotTaken():
                raise Refused("not taken")
            case _:
                number = self._take(chat, what, fault)
        if isinstance(fault, Broken):
            raise Uncertain
        return number

    async def answer(self, note: Note) -> None:
        """See `bot.channels.channel.Channel`."""
        waiting = self.notes.get(note.tap)
        if waiting is not None and not waiting.done():
            waiting.set_result(note.text)

    def _fault(self, chat: str, what: Outgoing) -> Fault | None:
        ordered = self.faults[chat]
        edits = isinstance(what, Show) and what.over is not None
        if not ordered or (isinstance(ordered[0], NotModified | NotFound) and not edits):
            return None
        return ordered.pop(0)

    def _take(self, chat: str, what: Outgoing, fault: Fault | None) -> int | None:
        match what:
            case Show(over=int(over)) if isinstance(fault, NotModified):
                return over
            case Show(over=over):
                if isinstance(fault, NotFound):
                    self.chats[chat] = [each for each in self.chats[chat] if each.id != over]
                return self._show(chat, what)
            case File(name, content, caption):
                self.chats[chat].append(_Shown(next(self._ids), Show(caption), file=(name, content)))
            case Menu(locale):
                self.menus[chat] = locale
        return None

    def _show(self, chat: str, show: Show) -> int:
        for shown in self.chats[chat]:
            if shown.id == show.over:
                shown.show, shown.edited = show, True
                return shown.id
        self.chats[chat].append(_Shown(next(self._ids), show))
        return self.chats[chat][-1].id


class _Pressed:
    def __init__(self, answer: asyncio.Future[str]) -> None:
        self._answer = answer

    async def note(self) -> str:
        """See `Pressed`."""
        return await asyncio.wait_for(self._answer, PATIENCE)


class _Place:
    """A person in a chat."""

    must_agree = True

    def __init__(self, driver: "MemoryDriver", chat: str, app: str, *, private: bool) -> None:
        self._driver = driver
        self.chat = chat
        self.app = app
        self._private = private

    def _hands_in(self, body: Body) -> None:
        self._driver.hand_in(self.chat, self.app, body, private=self._private)

    async def _waits_for(self, body: Body) -> None:
        self._hands_in(body)
        await self._driver.settled(self.chat)

    async def comes(self) -> None:
        """See `Chat`."""
        await self.says("/start")

    async def says(self, words: str) -> None:
        """See `Chat`."""
        await self._waits_for(_body(words, private=self._private))

    async def sends(self, words: str) -> None:
        """See `Chat`."""
        self._hands_in(_body(words, private=self._private))

    async def taps(self, label: str, *, below: Seen | None = None) -> str:
        """See `Chat`."""
        note = await self.presses(label, below=below).note()
        await self._driver.settled(self.chat)
        return note

    def presses(self, label: str, *, below: Seen | None = None, too_old: bool = False) -> _Pressed:
        """See `Chat`."""
        message, button = self._button(label, below)
        return self._presses(button.data, None if too_old else message)

    async def forges(self, data: str) -> str:
        """See `Chat`."""
        shown = self._driver.messenger.chats[self.chat]
        note = await self._presses(data, shown[-1].id if shown else 1).note()
        await self._driver.settled(self.chat)
        return note

    def _presses(self, data: str, message: int | None) -> _Pressed:
        tap = f"tap-{self._driver.next_number()}"
        answer = asyncio.get_running_loop().create_future()
        self._driver.messenger.notes[tap] = answer
        self._hands_in(Tap(data, message, tap))
        return _Pressed(answer)

    def _button(self, label: str, below: Seen | None) -> tuple[int, Button]:
        if below is not None:
            return below.id, self._driver.drawn[below.id, label]
        for shown in reversed(self._driver.messenger.chats[self.chat]):
            for row in shown.show.buttons:
                for button in row:
                    if button.label == label:
                        return shown.id, button
        raise LookupError(f"no button {label!r} in {[seen.labels for seen in self.sees()]}")

    async def sends_picture(self, caption: str = "") -> None:
        """See `Chat`."""
        await self._waits_for(Text(caption) if caption else Wordless())

    async def corrects(self, words: str) -> None:
        """See `Chat`."""
        await self._waits_for(Nothing())

    def sees(self) -> list[Seen]:
        """See `Chat`."""
        shown = self._driver.messenger.chats[self.chat]
        for each in shown:
            self._driver.drawn |= {(each.id, button.label): button for row in each.show.buttons for button in row}
        return [each.seen() for each in shown]

    def menu(self) -> tuple[str, ...]:
        """See `Chat`."""
        locale = self._driver.messenger.menus.get(self.chat)
        return () if locale is None else (locale,)

    async def blocks(self) -> None:
        """See `Person`."""
        self._driver.messenger.blocked.add(self.chat)
        await self._waits_for(Left())

    async def unblocks(self) -> None:
        """See `Person`."""
        self._driver.messenger.blocked.discard(self.chat)
        await self._waits_for(Returned())


class _Group:
    def __init__(self, driver: "MemoryDriver", chat: str) -> None:
        self._driver = driver
        self.chat = chat

    def member(self, person: Person) -> _Place:
        """See `Group`."""
        return _Place(self._driver, self.chat, person.app, private=False)

    async def moves(self) -> None:
        """See `Group`."""
        old, self.chat = self.chat, f"{self.chat}-new"
        self._driver.messenger.moved[old] = self.chat
        self._driver.messenger.chats[self.chat] = self._driver.messenger.chats.pop(old, [])
        self._driver.hand_in(old, "", Moved(self.chat), private=False)
        await self._driver.settled(old)


class MemoryDriver:
    """The bot behind a `Messenger`."""

    def __init__(self, database: str) -> None:
        self.messenger = Messenger()
        self.drawn: dict[tuple[int, str], Button] = {}
        """The buttons as they were seen, so that a stale one can be tapped."""
        self._database = database
        self._clock = Clock()
        self._store = Kept(database)
        self._numbers = count(5_000_000_001)
        self._advisor: Advisor | None = None
        self._bot = AsyncExitStack()
        self._held: list[Incoming] | None = None
        self._repeats = 0
        self._under_way: dict[asyncio.Task[None], str] = {}
        self._failed: list[BaseException] = []

    @classmethod
    @asynccontextmanager
    async def open(cls, database: str) -> AsyncIterator["MemoryDriver"]:
        """A bot at work with a database of its own."""
        driver = cls(database)
        try:
            await driver._start()
            yield driver
        finally:
            await driver._bot.aclose()
            driver._store.close()

    async def _start(self) -> None:
        bot = running(
            self.messenger,
            database=self._database,
            link="https://bot.example",
            now=self._clock.now,
            pace=UNHURRIED,
        )
        self._advisor = await self._bot.enter_async_context(bot)

    # ------------------------------------------------------------------------------------------------- what a case uses

    def person(self, app: str = "zh-hans") -> Person:
        """See `Driver`."""
        return _Place(self, f"{self.next_number()}", app, private=True)

    def group(self, *members: Person) -> Group:
        """See `Driver`."""
        return _Group(self, f"-{self.next_number()}")

    def order(self, fault: Fault, person: Person, *, times: int = 1) -> None:
        """See `Driver`."""
        self.messenger.faults[person.chat] += [fault] * times

    def hold(self) -> None:
        """See `Driver`."""
        self._held = []

    async def release(self, order: Iterable[int] | None = None) -> None:
        """See `Driver`."""
        held, self._held = self._held or [], None
        for index in range(len(held)) if order is None else order:
            self._bring(held[index])
        await self.quiet()

    def repeat(self, times: int = 1) -> None:
        """See `Driver`."""
        self._repeats += times

    async def poisons(self, person: Person | None) -> None:
        """See `Driver`."""
        assert self._advisor is not None
        address = None if person is None else Address(CHANNEL, person.chat)
        poison = json.dumps({"update_id": 7, "message": {"text": 7, "caption": POISON, "chat": person and person.chat}})
        await self._advisor.refuse(CHANNEL, address, poison, "it cannot be read")

    async def quiet(self, *, but: Person | None = None) -> None:
        """See `Driver`."""
        left_out = {but.chat} if but is not None else set()
        await self.until(lambda: not ({*self._under_way.values(), *self._store.chats_waiting()} - left_out))

    async def ends(self) -> None:
        """See `Driver`."""
        self._advisor = None
        await self._bot.aclose()

    async def begins(self) -> None:
        """See `Driver`."""
        await self._start()

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

    def next_number(self) -> int:
        """A number that was not used before."""
        return next(self._numbers)

    async def settled(self, chat: str) -> None:
        """Waits until nothing is under way from or to a chat. What is held is not under way."""
        await self.until(lambda: chat not in {*self._under_way.values(), *self._store.chats_waiting()})

    async def until(self, is_so: Callable[[], bool]) -> None:
        """See `Driver`."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                await asyncio.sleep(LOOK_EVERY)
        if self._failed:
            raise self._failed[0]

    def hand_in(self, chat: str, app: str, body: Body, *, private: bool) -> None:
        """Hands in what somebody did."""
        address = Address(CHANNEL, chat)
        incoming = Incoming(address, f"{self.next_number()}", private, app or None, body)
        if self._held is None:
            self._bring(incoming)
        else:
            self._held.append(incoming)

    def _bring(self, incoming: Incoming) -> None:
        twice, self._repeats = self._repeats > 0, max(0, self._repeats - 1)
        task = asyncio.create_task(self._brought(incoming, times=1 + twice))
        self._under_way[task] = incoming.address.chat
        task.add_done_callback(self._arrived)

    def _arrived(self, task: asyncio.Task[None]) -> None:
        del self._under_way[task]
        fault = task.exception()
        if fault is not None:
            self._failed.append(fault)

    async def _brought(self, incoming: Incoming, *, times: int) -> None:
        for _ in range(times):
            await self._accepted(incoming)

    async def _accepted(self, incoming: Incoming) -> None:
        while True:
            try:
                if self._advisor is not None:
                    return await self._advisor.accept(incoming, json.dumps(repr(incoming.body)))
            except Unavailable:
                pass
            await asyncio.sleep(LOOK_EVERY)


def _body(words: str, *, private: bool) -> Body:
    """What words are to the bot: it hears no talk in groups but commands."""
    if words.startswith("/"):
        name, _, rest = words.removeprefix("/").partition(" ")
        return Command(name.partition("@")[0].lower(), rest)
    return Text(clean(words)) if private else Nothing()
