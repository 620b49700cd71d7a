"""An update as Telegram's server writes it, read into what came in: the same for every library.

Nothing is taken on trust: a field that is there is of its type, or the update cannot be read.
"""

import re
from collections.abc import Mapping
from typing import Final, Never, cast

from bot.channels.telegram_account import Account, Place, chat_of
from bot.messages import Address, Body, Command, Incoming, Left, Moved, Returned, Tap, Text, Wordless

KINDS: Final = ("message", "callback_query", "my_chat_member", "edited_message")
"""The kinds of updates that are asked for. What was corrected later asks for nothing, but it is not to pile up."""
LONGEST_TEXT: Final = 4096
"""Characters of a message, at most: Telegram's own limit."""
LARGEST: Final = 1 << 63
"""Whole numbers are kept in this range."""
WORDLESS: Final = (
    "animation", "audio", "checklist", "contact", "dice", "document", "game", "location", "paid_media", "photo", "poll",
    "sticker", "story", "venue", "video", "video_note", "voice",
)  # fmt: skip
"""What a message has in place of words. Everything else without words is a service message and asks for nothing."""

_COMMAND: Final = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?", flags=re.DOTALL)


class UnreadableUpdate(ValueError):
    """An update that is not what Telegram says it is. The message names the field and quotes nothing of it."""


def read_update(update: object, account: Account) -> Incoming | None:
    """What came in, or None where it asks for nothing. Raises `UnreadableUpdate`."""
    fields = _Fields(update, "update")
    key = str(fields.whole("update_id"))
    if (message := fields.part("message")) is not None:
        return _read_message(key, message, account)
    if (query := fields.part("callback_query")) is not None:
        return _read_tap(key, query, account)
    if (change := fields.part("my_chat_member")) is not None:
        return _read_membership(key, change, account)
    return None


def address_of(update: object, account: Account) -> Address | None:
    """Whose an update is, as far as can be told, even where it cannot be read."""
    for kind in KINDS:
        about = _inner(update, kind)
        for holder in (_inner(about, "chat"), _inner(_inner(about, "message"), "chat"), _inner(about, "from")):
            number = _inner(holder, "id")
            if _is_whole(number):
                return Address(account.channel, str(number))
    return None


# ----------------------------------------------------------------------------------------------------- the three kinds


def _read_message(key: str, message: "_Fields", account: Account) -> Incoming | None:
    chat = message.needed("chat")
    private = chat.words("type") == "private"
    # A talk in private is one, whatever its topics; a group is answered in the topic in which it asked.
    topic = message.maybe_whole("message_thread_id") if message.maybe_flag("is_topic_message") else None
    place = Place(chat.whole("id"), None if private else topic)
    body = _body_of(message, account, private=private)
    return None if body is None else Incoming(_address(account, place), key, private, _language(message), body)


def _body_of(message: "_Fields", account: Account, *, private: bool) -> Body | None:
    """What a message says to us: in a group that is only a command with our name, for others may know the command."""
    moved = message.maybe_whole("migrate_to_chat_id")
    if moved is not None:
        return Moved(str(moved))
    said = message.maybe_words("text")
    if command := _COMMAND.fullmatch((said or "").strip()):
        ours = command[2].casefold() == account.username.casefold() if command[2] else private
        return Command(command[1].lower(), clean(command[3] or "").strip()) if ours else None
    if not private:
        return None
    # What is written below a picture is said in words too.
    words = said or message.maybe_words("caption")
    if words:
        return Text(clean(words))
    return Wordless() if any(message.has(kind) for kind in WORDLESS) else None


def _read_tap(key: str, query: "_Fields", account: Account) -> Incoming:
    below = query.part("message")
    # Where the message is too old to be told: in a talk in private the chat has the person's own number.
    chat = below.needed("chat") if below else query.needed("from")
    private = below is None or chat.words("type") == "private"
    # A message that cannot be reached any more has no date, and cannot be edited either.
    message = below.whole("message_id") if below and below.maybe_whole("date") else None
    tap = Tap(clean(query.maybe_words("data") or ""), message, clean(query.words("id")))
    return Incoming(_address(account, Place(chat.whole("id"))), key, private, _language(query), tap)


def _read_membership(key: str, change: "_Fields", account: Account) -> Incoming | None:
    chat = change.needed("chat")
    place = Place(chat.whole("id"))
    status = change.needed("new_chat_member").words("status")
    if chat.words("type") != "private":
        return None
    body = Left() if status in ("kicked", "left") else Returned()
    return Incoming(_address(account, place), key, True, _language(change), body)


def _address(account: Account, place: Place) -> Address:
    return Address(account.channel, chat_of(place))


def _language(message: "_Fields") -> str | None:
    """What the person's app is set to; a post of a channel or of a group itself has no person."""
    person = message.part("from")
    tag = person.maybe_words("language_code") if person else None
    return clean(tag) if tag else None


# ---------------------------------------------------------------------------------------------------------- the fields


def clean(text: str) -> str:
    """A text that can be stored everywhere, and no longer than a message."""
    if "\0" in text or not text.isascii():
        # JSON can write halves of a character, which no encoding has.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
    return text[:LONGEST_TEXT]


def _inner(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -LARGEST <= value < LARGEST


class _Fields:
    """The fields of an object, each of the type that it is asked for."""

    def __init__(self, value: object, path: str) -> None:
        if not isinstance(value, dict):
            raise UnreadableUpdate(f"{path}: not an object")
        self._fields = cast(Mapping[str, object], value)
        self._path = path

    def has(self, name: str) -> bool:
        return self._fields.get(name) is not None

    def part(self, name: str) -> "_Fields | None":
        value = self._fields.get(name)
        return None if value is None else _Fields(value, f"{self._path}.{name}")

    def needed(self, name: str) -> "_Fields":
        return _Fields(self._fields.get(name), f"{self._path}.{name}")

    def whole(self, name: str) -> int:
        value = self.maybe_whole(name)
        return self._missing(name) if value is None else value

    def words(self, name: str) -> str:
        value = self.maybe_words(name)
        return self._missing(name) if value is None else value

    def maybe_whole(self, name: str) -> int | None:
        value = self._fields.get(name)
        if value is not None and not _is_whole(value):
            raise UnreadableUpdate(f"{self._path}.{name}: not a whole number")
        return cast(int | None, value)

    def maybe_words(self, name: str) -> str | None:
        value = self._fields.get(name)
        if value is not None and not isinstance(value, str):
            raise UnreadableUpdate(f"{self._path}.{name}: not words")
        return value

    def maybe_flag(self, name: str) -> bool:
        value = self._fields.get(name)
        if value is not None and not isinstance(value, bool):
            raise UnreadableUpdate(f"{self._path}.{name}: neither true nor false")
        return bool(value)

    def _missing(self, name: str) -> Never:
        raise UnreadableUpdate(f"{self._path}.{name}: missing")
