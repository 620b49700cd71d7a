"""Chats: one private chat per person and bot, and groups; who is in them, and who may speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from tests.botapi.messages import Message
from tests.botapi.people import Person
from tests.botapi.values import ApiError, Json, JsonObject, bad_request, forbidden


class Status(Enum):
    """A member's status in a chat; the value is the official word."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")

PRESENT = frozenset({Status.CREATOR, Status.ADMINISTRATOR, Status.MEMBER})


@dataclass(slots=True)
class Chat:
    """A chat and its messages by id. In a private chat `person` is the other one."""

    id: int
    kind: Literal["private", "group", "supergroup"]
    title: str = ""
    person: Person | None = None
    statuses: dict[int, Status] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    migrated_to: Chat | None = None
    last_message_id: int = 0
    changes: int = 0

    def to_json(self) -> JsonObject:
        if self.person is None:
            shown: dict[str, Json] = {"id": self.id, "title": self.title, "type": self.kind}
            if self.kind == "group":
                shown["all_members_are_administrators"] = True
            return shown
        shown = {"id": self.id, "first_name": self.person.first_name}
        if self.person.last_name:
            shown["last_name"] = self.person.last_name
        if self.person.username:
            shown["username"] = self.person.username
        return {**shown, "type": "private"}

    def to_full_json(self) -> JsonObject:
        accepted = dict.fromkeys(_GIFTS, self.person is not None)
        return {**self.to_json(), "accepted_gift_types": accepted, "max_reaction_count": 11, "accent_color_id": 0}

    def status(self, user_id: int) -> Status:
        return self.statuses.get(user_id, Status.LEFT)

    def next_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id

    def shown(self) -> list[Message]:
        """The messages that are still there, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]

    def closed_to(self, bot_id: int) -> ApiError | None:
        """Why this bot can not write here, in the official words; None when it can."""
        if self.person is not None:
            if self.person.deactivated:
                return forbidden("user is deactivated")
            if self.status(bot_id) is Status.KICKED:
                return forbidden("bot was blocked by the user")
            if self.status(bot_id) is Status.LEFT:
                return bad_request("chat not found")
            return None
        if self.migrated_to is not None:
            moved = {"migrate_to_chat_id": self.migrated_to.id}
            return ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", moved)
        match self.status(bot_id):
            case Status.KICKED:
                return forbidden(f"bot was kicked from the {self.kind} chat")
            case Status.LEFT:
                return forbidden(f"bot is not a member of the {self.kind} chat")
            case Status.CREATOR | Status.ADMINISTRATOR | Status.MEMBER:
                return None
