"""A bot as the server knows it: its account, its updates, its taps to answer, its settings."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from tests.botapi.chats import Chat, Status
from tests.botapi.messages import Message
from tests.botapi.people import BotIdentity, Person
from tests.botapi.updates import NOT_BY_DEFAULT, Update, UpdateQueue
from tests.botapi.values import ApiError, Json, JsonObject

if TYPE_CHECKING:
    from tests.botapi.webhook import Delivery
    from tests.botapi.world import World


@dataclass(frozen=True, slots=True)
class Answer:
    """What answerCallbackQuery showed the person: a note, as an alert or not, or a link."""

    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass(slots=True)
class CallbackQuery:
    """A tap that waits for its answer until `expires_at`. `answers` has every answer that was taken."""

    id: str
    person: Person
    message: Message
    data: str
    expires_at: float
    answers: list[Answer] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Command:
    command: str
    description: str

    def to_json(self) -> JsonObject:
        return {"command": self.command, "description": self.description}


CommandKey = tuple[str, int, int, str]
"""Scope's type, its chat and user (0 when it has none), and the language ("" for any)."""


@dataclass(slots=True)
class Poll:
    """A getUpdates call that waits for updates."""

    wake: asyncio.Event = field(default_factory=asyncio.Event)
    ended: ApiError | None = None


@dataclass(frozen=True, slots=True)
class Held:
    kind: str
    payload: Json
    lifetime: float
    queue: int


class Bot:
    """One bot. Tests read its attributes, and shape the delivery of its updates."""

    def __init__(self, world: World, identity: BotIdentity, token: str) -> None:
        self.world = world
        self.identity = identity
        self.token = token
        self.queue = UpdateQueue(world.chance)
        self.updates: list[Update] = []
        """All updates so far."""
        self.private_chats: dict[int, Chat] = {}
        self.callback_queries: dict[str, CallbackQuery] = {}
        self.commands: dict[CommandKey, tuple[Command, ...]] = {}
        self.names: dict[str, str] = {}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        """Texts by language, "" for any."""
        self.allowed: frozenset[str] | None = None
        """Kinds of updates that the bot asked for; None for the usual ones."""
        self.delivery: Delivery | None = None
        self.poll: Poll | None = None
        self.polls = 0
        self.last_poll: tuple[int, float] | None = None
        self.last_conflict = 0.0
        self.next_webhook_change = 0.0
        self.active = False
        self.started_at = 0.0
        self._last_private_message = 0
        self._held: list[Held] | None = None
        self._repeat_next = 0
        self._to_repeat: set[int] = set()

    @property
    def id(self) -> int:
        return self.identity.id

    @property
    def username(self) -> str:
        return self.identity.username

    def private_chat(self, person: Person) -> Chat:
        """The chat with this person, which the bot knows once the person has written."""
        chat = self.private_chats.get(person.id)
        if chat is None:
            chat = Chat(person.id, "private", person=person)
            self.private_chats[person.id] = chat
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Private chats of one bot share their message ids, as in Telegram; a group counts its own."""
        if chat.person is None:
            return chat.next_message_id()
        self._last_private_message += 1
        chat.last_message_id = self._last_private_message
        return self._last_private_message

    def push(self, kind: str, payload: Json, *, lifetime: float, queue: int) -> None:
        """Queue an update for this bot, if it asked for such."""
        allowed = kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed
        if not allowed:
            return
        held = Held(kind, payload, lifetime, queue)
        if self._held is None:
            self._enqueue(held)
        else:
            self._held.append(held)
        self.world.changes.happened()

    def _enqueue(self, held: Held) -> None:
        update = self.queue.push(
            kind=held.kind, payload=held.payload, lifetime=held.lifetime, queue=held.queue, now=self.world.clock.now()
        )
        self.updates.append(update)
        if self._repeat_next:
            self._repeat_next -= 1
            self._to_repeat.add(update.id)
        self.wake()

    def wake(self) -> None:
        if self.poll is not None:
            self.poll.wake.set()
        if self.delivery is not None:
            self.delivery.wake()

    def inject(self, kind: str, payload: Json, *, queue: int = 0) -> None:
        """Queue any update, also one that no real server would send (a poison update)."""
        self.push(kind, payload, lifetime=86400, queue=queue)

    def hold(self) -> None:
        """Keep what happens from now on from the bot, until `release`."""
        self._held = [] if self._held is None else self._held

    def release(self, order: Iterable[int] | None = None) -> None:
        """Deliver what was held, in this order of its indexes; as it happened when None."""
        held, self._held = self._held or [], None
        for index in range(len(held)) if order is None else order:
            self._enqueue(held[index])
        self.world.changes.happened()

    @property
    def holding(self) -> int:
        return len(self._held or ())

    def repeat_next(self, times: int = 1) -> None:
        """Deliver each of the next updates a second time, after the bot has confirmed it."""
        self._repeat_next += times

    def repeat(self, update: Update) -> None:
        """Deliver an update once more, with the same id."""
        self.queue.put_back(update)
        self.wake()
        self.world.changes.happened()

    def confirm(self, update: Update) -> None:
        """The bot has taken this update."""
        self.queue.forget(update.id)
        if update.id in self._to_repeat:
            self._to_repeat.discard(update.id)
            self.queue.put_back(update)
        self.world.changes.happened()

    def read_updates(self, *, offset: int, limit: int) -> list[Update]:
        """What getUpdates gives."""
        now = self.world.clock.now()
        before = list(self.queue.waiting(now))
        given = self.queue.read(offset=offset, limit=limit, now=now)
        confirmed = [update for update in before if not self.queue.holds(update.id)]
        for update in confirmed:
            self.confirm(update)
        return list(islice(self.queue.waiting(now), limit)) if confirmed else given

    @property
    def waiting(self) -> int:
        """How many updates wait for the bot."""
        return len(self.queue.waiting(self.world.clock.now()))

    async def listens(self, timeout: float = 60.0) -> None:
        """Wait until the bot polls or has set a webhook."""
        await self.world.changes.until(
            lambda: self.poll is not None or self.delivery is not None,
            timeout=timeout,
            waiting_for=lambda: f"@{self.username} to poll or to set a webhook",
        )

    def status_in(self, chat: Chat) -> Status:
        return chat.status(self.id)
