"""The people of a test: what they do, and what they see."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tests.botapi.bots import Answer, Bot, CallbackQuery, Command
from tests.botapi.changes import PATIENCE
from tests.botapi.chats import PRESENT, Chat, Status
from tests.botapi.membership import change_status
from tests.botapi.messages import Button, Message, Rows, StoredFile, Text
from tests.botapi.people import BotIdentity, Person
from tests.botapi.texts import typed
from tests.botapi.updates import CALLBACKS, MESSAGE_LIFETIME
from tests.botapi.values import Json, JsonObject

if TYPE_CHECKING:
    from tests.botapi.world import World

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_COMMAND = re.compile(r"/[A-Za-z0-9_]+(@[A-Za-z0-9_]+)?")


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it at this moment. `rows` are its inline buttons; `edited` whether it was changed."""

    id: int
    text: str
    sender: str
    by_bot: bool
    edited: bool
    rows: Rows
    body: Text
    document: StoredFile | None
    photo: StoredFile | None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its buttons, row by row."""
        return tuple(button.label for row in self.rows for button in row)

    def button(self, label: str) -> Button | None:
        return next((button for row in self.rows for button in row if button.label == label), None)


class Tap:
    """A tap on a button, on its way to the bot or past it."""

    def __init__(self, world: World, query: CallbackQuery) -> None:
        self._world = world
        self.query = query

    @property
    def answer(self) -> Answer | None:
        """The first answer so far."""
        return self.query.answers[0] if self.query.answers else None

    def expires(self) -> None:
        """From now on an answer is too late; the update, if it still waits, is delivered all the same."""
        self.query.expires_at = 0

    async def answered(self, *, timeout: float = PATIENCE) -> Answer:
        """Wait for the answer. Raises TimeoutError."""
        await self._world.until(
            lambda: bool(self.query.answers), timeout=timeout, what=f"an answer to the tap {self.query.data!r}"
        )
        return self.query.answers[0]


class Group:
    """A group chat. Who changes something is the first member, its creator."""

    def __init__(self, world: World, chat: Chat, creator: Person) -> None:
        self.world = world
        self.chat = chat
        self.creator = creator

    @classmethod
    def founded(cls, world: World, chat: Chat, members: tuple[User, ...]) -> Group:
        if not members:
            raise ValueError("a group needs somebody who founds it")
        for index, member in enumerate(members):
            chat.statuses[member.person.id] = Status.MEMBER if index else Status.CREATOR
        group = cls(world, chat, members[0].person)
        group.adds(world.bot)
        return group

    @property
    def id(self) -> int:
        return self.chat.id

    def adds(self, who: Bot | User, *, administrator: bool = False) -> None:
        """Take in a bot or a person; the bots that are there hear of it."""
        member = who.identity if isinstance(who, Bot) else who.person
        status = Status.ADMINISTRATOR if administrator else Status.MEMBER
        self._changes(member, status)
        joined: list[Json] = [member.to_json()]
        self._service({"new_chat_members": joined, "new_chat_member": member.to_json()})

    def removes(self, who: Bot | User) -> None:
        """Put out a bot or a person, who is kicked."""
        member = who.identity if isinstance(who, Bot) else who.person
        self._service({"left_chat_member": member.to_json()})
        self._changes(member, Status.KICKED)

    def _changes(self, member: Person | BotIdentity, status: Status) -> None:
        before = self.chat.status(member.id)
        hearing = [bot for bot in self.world.bots if bot.id == member.id or bot.status_in(self.chat) in PRESENT]
        for bot in hearing:
            self.chat.statuses[member.id] = before
            change_status(bot, self.chat, member, status, self.creator)
        self.chat.statuses[member.id] = status

    def _service(self, extra: Mapping[str, Json], chat: Chat | None = None) -> None:
        chat = chat or self.chat
        message = Message(chat.next_message_id(), chat, self.creator, self.world.clock.date(), extra=extra)
        chat.messages[message.id] = message
        for bot in self.world.bots:
            if bot.status_in(chat) in PRESENT:
                bot.push("message", message.to_json(), lifetime=MESSAGE_LIFETIME, queue=chat.id)

    def upgrades(self) -> Group:
        """Make a supergroup of it, with a new id: calls to the old one are told `migrate_to_chat_id`."""
        number = -(10**12) - abs(self.chat.id)
        new = Chat(number, "supergroup", self.chat.title, statuses=dict(self.chat.statuses))
        self.world.groups[new.id] = new
        self._service({"migrate_to_chat_id": new.id})
        self._service({"migrate_from_chat_id": self.chat.id}, new)
        self.chat.migrated_to = new
        return Group(self.world, new, self.creator)


Place: TypeAlias = Group | Bot | None
"""Where something happens: in a group, or in the private chat with a bot; the first bot's when None."""


class User:
    """A person with an app. What they do reaches the bot as updates; what they see comes from the bot's calls."""

    def __init__(self, world: World, person: Person) -> None:
        self.world = world
        self.person = person
        self._noticed: dict[int, int] = {}

    @property
    def id(self) -> int:
        """Also the id of the private chat, as in Telegram."""
        return self.person.id

    def _bot(self, where: Bot | None) -> Bot:
        return where or self.world.bot

    def _chat(self, where: Place) -> Chat:
        return where.chat if isinstance(where, Group) else self._bot(where).private_chat(self.person)

    async def sends(self, text: str, *, where: Place = None, reply_to: Seen | None = None) -> Message:
        """Write a message. Returns at once; `hears` or `world.quiet` wait for what follows."""
        return self._posts(where, typed(text), {}, reply_to)

    async def starts(self, payload: str = "", *, bot: Bot | None = None) -> Message:
        """Open a deep link (t.me/bot?start=payload) and press Start. The app refuses payloads that are none."""
        if payload and not _PAYLOAD.fullmatch(payload):
            raise ValueError(f"no app passes on {payload!r}: 1 to 64 of A-Z a-z 0-9 _ -")
        return await self.sends(f"/start {payload}" if payload else "/start", where=bot)

    async def sends_file(self, name: str, content: bytes, *, caption: str = "", where: Place = None) -> Message:
        stored = self.world.keep_file(name, "application/octet-stream", content, folder="documents")
        body = typed(caption) if caption else Text("")
        return self._posts(where, body, {}, None, document=stored)

    async def sends_other(self, content: JsonObject, *, where: Place = None) -> Message:
        """Something that is no text, as its fields in a message: `{"location": {...}}`, `{"sticker": {...}}`."""
        return self._posts(where, Text(""), content, None)

    async def edits(self, message: Message, text: str) -> None:
        """Change a message of one's own; the bot hears of it as `edited_message`."""
        message.versions.append(message.body)
        message.body = typed(text)
        message.edit_date = self.world.clock.date()
        for bot in self._hearers(message.chat, message):
            bot.push("edited_message", message.to_json(), lifetime=MESSAGE_LIFETIME, queue=message.chat.id)

    def _posts(
        self,
        where: Place,
        body: Text,
        extra: JsonObject,
        reply_to: Seen | None,
        document: StoredFile | None = None,
    ) -> Message:
        chat = self._chat(where)
        if isinstance(where, Group):
            number = chat.next_message_id()
        else:
            bot = self._bot(where)
            if bot.status_in(chat) is Status.KICKED:
                raise ValueError("who has blocked a bot cannot write to it before unblocking it")
            chat.statuses[bot.id] = Status.MEMBER
            number = bot.next_message_id(chat)
        message = Message(number, chat, self.person, self.world.clock.date(), body, document=document, extra=extra)
        message.reply_to = chat.messages.get(reply_to.id) if reply_to is not None else None
        chat.messages[number] = message
        self._noticed[chat.id] = chat.changes
        hearers = self._hearers(chat, message) if isinstance(where, Group) else [self._bot(where)]
        for hearer in hearers:
            hearer.push("message", message.to_json(), lifetime=MESSAGE_LIFETIME, queue=chat.id)
        self.world.changes.happened()
        return message

    def _hearers(self, chat: Chat, message: Message) -> list[Bot]:
        """The bots that a message reaches: in a group, those it is meant for, and those without privacy mode."""
        if chat.person is not None:
            return [bot for bot in self.world.bots if bot.private_chats.get(self.id) is chat]
        present = [bot for bot in self.world.bots if bot.status_in(chat) in PRESENT]
        return [bot for bot in present if self._reaches(bot, chat, message, alone=len(present) == 1)]

    @staticmethod
    def _reaches(bot: Bot, chat: Chat, message: Message, *, alone: bool) -> bool:
        if not bot.identity.privacy or bot.status_in(chat) is Status.ADMINISTRATOR:
            return True
        if message.reply_to is not None and message.reply_to.sender is bot.identity:
            return True
        command = _COMMAND.match(message.body.text)
        if command is None:
            return False
        if command[1] is not None:
            return command[1][1:].lower() == bot.username.lower()
        last = next((m.sender for m in reversed(chat.messages.values()) if isinstance(m.sender, BotIdentity)), None)
        return last is bot.identity or (last is None and alone) or alone

    def sees(self, *, where: Place = None) -> list[Seen]:
        """The chat as it is now, oldest first: texts after edits, without what was deleted."""
        return [self._seen(message) for message in self._chat(where).shown()]

    def reads(self, *, where: Place = None) -> list[str]:
        """The bot's texts in the chat as they are now, oldest first."""
        return [seen.text for seen in self.sees(where=where) if seen.by_bot]

    def last(self, *, where: Place = None) -> Seen:
        """The newest message of a bot. Raises LookupError when there is none."""
        seen = [seen for seen in self.sees(where=where) if seen.by_bot]
        if not seen:
            raise LookupError("no bot has written here")
        return seen[-1]

    @staticmethod
    def _seen(message: Message) -> Seen:
        inline = message.keyboard is not None and message.keyboard.kind == "inline"
        return Seen(
            id=message.id,
            text=message.body.text,
            sender=message.sender.first_name,
            by_bot=isinstance(message.sender, BotIdentity),
            edited=bool(message.edit_date),
            rows=message.keyboard.rows if message.keyboard is not None and inline else (),
            body=message.body,
            document=message.document,
            photo=message.photo,
        )

    def reply_buttons(self, *, where: Place = None) -> Rows:
        """The keyboard that a bot has put in place of the person's own, if one is shown now."""
        for message in reversed(self._chat(where).shown()):
            if message.keyboard is not None and message.keyboard.kind in {"reply", "remove"}:
                return message.keyboard.rows
        return ()

    async def hears(self, *, where: Place = None, timeout: float = PATIENCE) -> list[Seen]:
        """Wait until a bot has written or edited something since this person's last act here, then until quiet."""
        chat = self._chat(where)
        since = self._noticed.get(chat.id, 0)
        await self.world.until(lambda: chat.changes > since, timeout=timeout, what="a message from the bot")
        await self.world.quiet(timeout=timeout)
        return self.sees(where=where)

    async def taps(
        self, label: str, *, message: Seen | None = None, where: Place = None, timeout: float = PATIENCE
    ) -> Answer | None:
        """Tap a button and wait for what the bot answers to the tap; None for a reply keyboard's button, a text."""
        button = self._inline(label, message, where)
        if button is None:
            if message is None and any(
                label == shown.label for row in self.reply_buttons(where=where) for shown in row
            ):
                await self.sends(label, where=where)
                return None
            raise LookupError(f"no button {label!r} here, but {self._all_labels(where)}")
        return await self._press(*button, where).answered(timeout=timeout)

    def presses(
        self, label: str, *, message: Seen | None = None, where: Place = None, inaccessible: bool = False
    ) -> Tap:
        """Tap an inline button without waiting.

        With `message` the button is looked for in the message as it was seen then, even if it has changed since: a
        stale tap. `inaccessible` shows the bot the message as one it can no longer read.
        """
        button = self._inline(label, message, where)
        if button is None:
            raise LookupError(f"no button {label!r} here, but {self._all_labels(where)}")
        return self._press(*button, where, inaccessible=inaccessible)

    def _all_labels(self, where: Place) -> list[str]:
        return [label for seen in self.sees(where=where) for label in seen.labels]

    def _inline(self, label: str, message: Seen | None, where: Place) -> tuple[int, Button] | None:
        for seen in [message] if message is not None else reversed(self.sees(where=where)):
            button = seen.button(label)
            if button is not None:
                return seen.id, button
        return None

    def _press(self, number: int, button: Button, where: Place, *, inaccessible: bool = False) -> Tap:
        if button.data is None:
            raise ValueError(f"the button {button.label!r} sends nothing to the bot")
        chat = self._chat(where)
        message = chat.messages[number]
        bot = next(bot for bot in self.world.bots if bot.identity is message.sender)
        now = self.world.clock.now()
        query = CallbackQuery(
            id=str(self.world.chance.getrandbits(62)),
            person=self.person,
            message=message,
            data=button.data,
            expires_at=now + self.world.callback_lifetime,
        )
        bot.callback_queries[query.id] = query
        self._noticed[chat.id] = chat.changes
        gone = inaccessible or message.deleted
        payload: JsonObject = {
            "id": query.id,
            "from": self.person.to_json(),
            "message": message.to_inaccessible_json() if gone else message.to_json(),
            "chat_instance": str(-abs(hash((bot.id, chat.id)))),
            "data": button.data,
        }
        bot.push("callback_query", payload, lifetime=self.world.callback_lifetime, queue=self.id + CALLBACKS)
        return Tap(self.world, query)

    def blocks(self, bot: Bot | None = None) -> None:
        """Stop the bot: it may write no more, and is told so by `my_chat_member`."""
        bot = self._bot(bot)
        change_status(bot, bot.private_chat(self.person), bot.identity, Status.KICKED, self.person)

    def unblocks(self, bot: Bot | None = None) -> None:
        bot = self._bot(bot)
        change_status(bot, bot.private_chat(self.person), bot.identity, Status.MEMBER, self.person)

    def deactivates(self) -> None:
        """Delete the account: nobody can write to it."""
        self.person.deactivated = True

    def commands(self, *, where: Place = None) -> tuple[Command, ...]:
        """The commands that this person's menu offers here, by scope and by the language of their app."""
        chat = self._chat(where)
        bot = self.world.bot if isinstance(where, Group) else self._bot(where)
        scopes: list[tuple[str, int, int]] = []
        if chat.person is None:
            scopes.append(("chat_member", chat.id, self.id))
            if chat.status(self.id) in {Status.ADMINISTRATOR, Status.CREATOR}:
                scopes += [("chat_administrators", chat.id, 0)]
        scopes.append(("chat", chat.id, 0))
        if chat.person is None:
            if chat.status(self.id) in {Status.ADMINISTRATOR, Status.CREATOR}:
                scopes.append(("all_chat_administrators", 0, 0))
            scopes.append(("all_group_chats", 0, 0))
        else:
            scopes.append(("all_private_chats", 0, 0))
        scopes.append(("default", 0, 0))
        for scope in scopes:
            for language in (self.person.language[:2].lower(), ""):
                if commands := bot.commands.get((*scope, language)):
                    return commands
        return ()
