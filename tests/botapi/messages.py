"""Messages, and what hangs on them: entities, keyboards, files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.botapi.people import BotIdentity, Person
from tests.botapi.values import Json, JsonObject

if TYPE_CHECKING:
    from tests.botapi.chats import Chat


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked part of a text; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    extra: tuple[tuple[str, Json], ...] = ()

    def to_json(self) -> JsonObject:
        return {"offset": self.offset, "length": self.length, "type": self.type, **dict(self.extra)}


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its entities, in order of their offsets."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """One button as the person sees it: a label, and what it does; one of `data` and `url`, or neither."""

    label: str
    data: str | None = None
    url: str | None = None
    other: tuple[tuple[str, Json], ...] = ()

    def to_json(self) -> JsonObject:
        shown: dict[str, Json] = {"text": self.label}
        if self.data is not None:
            shown["callback_data"] = self.data
        if self.url is not None:
            shown["url"] = self.url
        return {**shown, **dict(self.other)}


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A reply markup: `inline` under the message, `reply` in place of one's own keyboard, `remove` or `force_reply`."""

    kind: str
    rows: Rows = ()

    def to_json(self) -> JsonObject:
        return {"inline_keyboard": [[button.to_json() for button in row] for row in self.rows]}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that the server keeps; `path` is the one getFile gives."""

    file_id: str
    unique_id: str
    name: str
    content_type: str
    content: bytes
    path: str

    def to_json(self) -> JsonObject:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


@dataclass(slots=True)
class Message:
    """A message as it is now. `versions` keeps the texts it had before its edits, oldest first."""

    id: int
    chat: Chat
    sender: Person | BotIdentity
    date: int
    body: Text = Text("")
    keyboard: Keyboard | None = None
    document: StoredFile | None = None
    photo: StoredFile | None = None
    edit_date: int = 0
    deleted: bool = False
    reply_to: Message | None = None
    extra: Mapping[str, Json] = field(default_factory=dict)
    versions: list[Text] = field(default_factory=list)

    @property
    def is_text(self) -> bool:
        return self.document is None and self.photo is None and not self.extra

    def to_json(self, *, with_reply: bool = True) -> JsonObject:
        shown: dict[str, Json] = {
            "message_id": self.id,
            "from": self.sender.to_json(),
            "chat": self.chat.to_json(),
            "date": self.date,
        }
        if self.edit_date:
            shown["edit_date"] = self.edit_date
        if with_reply and self.reply_to is not None and not self.reply_to.deleted:
            shown["reply_to_message"] = self.reply_to.to_json(with_reply=False)
        if self.document is not None:
            document = {"file_name": self.document.name, "mime_type": self.document.content_type}
            shown["document"] = {**document, **self.document.to_json()}
        if self.photo is not None:
            shown["photo"] = [{**self.photo.to_json(), "width": 320, "height": 320}]
        if self.body.text:
            name = "text" if self.is_text else "caption"
            shown[name] = self.body.text
            if self.body.entities:
                entities = "entities" if self.is_text else "caption_entities"
                shown[entities] = [entity.to_json() for entity in self.body.entities]
        if self.keyboard is not None and self.keyboard.kind == "inline":
            shown["reply_markup"] = self.keyboard.to_json()
        return {**shown, **self.extra}

    def to_inaccessible_json(self) -> JsonObject:
        """As a callback query shows a message that the bot can no longer read."""
        return {"message_id": self.id, "chat": self.chat.to_json(), "date": 0}
