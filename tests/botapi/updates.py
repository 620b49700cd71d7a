"""The queue of updates that waits for a bot, until it is confirmed or too old."""

from __future__ import annotations

import math
import random
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from tests.botapi.values import Json, JsonObject

MESSAGE_LIFETIME = 24 * 60 * 60
QUERY_LIFETIME = 150
SILENCE_BEFORE_NEW_IDS = 7 * 24 * 60 * 60
"""After a week without updates the next id is chosen anew instead of counted on."""

CALLBACKS = 3 << 33
MY_MEMBERSHIP = 5 << 33
MEMBERSHIP = 6 << 33
"""Added to the id of a user or chat: the delivery queues of taps and of memberships. Messages queue by chat id."""

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """One update as it will be sent, frozen when it came up. `queue` is the one it keeps its order in."""

    id: int
    kind: str
    payload: Json
    expires_at: float
    queue: int

    def to_json(self) -> JsonObject:
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    """First in, first out, by id."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._waiting: dict[int, Update] = {}
        self._next_id = chance.randrange(100_000_000, 900_000_000)
        self._last_push: float | None = None
        self._first_end = math.inf

    def push(self, *, kind: str, payload: Json, lifetime: float, queue: int, now: float) -> Update:
        if self._last_push is not None and now - self._last_push > SILENCE_BEFORE_NEW_IDS:
            self._next_id = self._chance.randrange(100_000_000, 900_000_000)
        self._last_push = now
        update = Update(self._next_id, kind, payload, now + lifetime, queue)
        self._waiting[update.id] = update
        self._first_end = min(self._first_end, update.expires_at)
        self._next_id += 1
        return update

    def put_back(self, update: Update) -> None:
        """Let an update that was confirmed be delivered once more."""
        self._waiting = dict(sorted({**self._waiting, update.id: update}.items()))
        self._first_end = min(self._first_end, update.expires_at)

    def waiting(self, now: float) -> Collection[Update]:
        """What is still to be delivered, oldest first; what is too old is dropped."""
        if now > self._first_end:
            self._waiting = {key: update for key, update in self._waiting.items() if update.expires_at >= now}
            self._first_end = min((update.expires_at for update in self._waiting.values()), default=math.inf)
        return self._waiting.values()

    def read(self, *, offset: int, limit: int, now: float) -> list[Update]:
        """The official reading: an offset confirms everything before it, a negative one keeps the last `-offset`.

        An offset far from the queue's ids is no offset: then everything is given, and nothing confirmed.
        """
        if offset < 0:
            self._waiting = {update.id: update for update in list(self.waiting(now))[offset:]}
        elif 0 < offset <= self._next_id + 10:
            self._waiting = {key: update for key, update in self._waiting.items() if key >= offset}
        return list(islice(self.waiting(now), limit))

    def forget(self, update_id: int) -> None:
        self._waiting.pop(update_id, None)

    def holds(self, update_id: int) -> bool:
        return update_id in self._waiting

    def clear(self) -> None:
        self._waiting.clear()
