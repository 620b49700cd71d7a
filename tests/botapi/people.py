"""Who is there: people and bots as Telegram shows them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.botapi.values import Json, JsonObject


@dataclass(slots=True)
class Person:
    """A user of Telegram. `language` is the app's language as an IETF tag, empty when the app does not tell."""

    id: int
    first_name: str
    language: str
    username: str = ""
    last_name: str = ""
    deactivated: bool = False

    def to_json(self) -> JsonObject:
        shown: dict[str, Json] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            shown["last_name"] = self.last_name
        if self.username:
            shown["username"] = self.username
        if self.language:
            shown["language_code"] = self.language
        return shown


@dataclass(slots=True)
class BotIdentity:
    """A bot's account. With `privacy` it hears in groups only what is meant for it."""

    id: int
    username: str
    first_name: str
    privacy: bool = True

    def to_json(self) -> JsonObject:
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def to_full_json(self) -> JsonObject:
        return {
            **self.to_json(),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "supports_guest_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
        }
