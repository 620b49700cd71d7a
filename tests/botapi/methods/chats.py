"""Chats and their members."""

from __future__ import annotations

from tests.botapi.access import chat_of
from tests.botapi.bots import Bot
from tests.botapi.chats import PRESENT, Status
from tests.botapi.membership import member_json
from tests.botapi.people import BotIdentity, Person
from tests.botapi.request import Request
from tests.botapi.values import Json, bad_request


async def get_chat(bot: Bot, request: Request) -> Json:
    chat = chat_of(bot, request, write=False)
    if chat.person is None and (refusal := chat.closed_to(bot.id)) is not None:
        raise refusal
    return chat.to_full_json()


async def get_chat_member(bot: Bot, request: Request) -> Json:
    chat = chat_of(bot, request, write=False)
    if chat.person is None and (refusal := chat.closed_to(bot.id)) is not None:
        raise refusal
    user_id = request.integer("user_id", 0)
    if user_id <= 0:
        raise bad_request("Invalid user_id specified")
    who = _who(bot, user_id)
    if chat.person is not None:
        if user_id not in {chat.person.id, bot.id}:
            raise bad_request("member not found")
        return member_json(who, Status.MEMBER)
    return member_json(who, chat.status(user_id))


async def leave_chat(bot: Bot, request: Request) -> Json:
    chat = chat_of(bot, request, write=True)
    if chat.person is not None:
        raise bad_request("chat member status can't be changed in private chats")
    if chat.status(bot.id) in PRESENT:
        chat.statuses[bot.id] = Status.LEFT
        bot.world.changed_chat(chat)
    return True


def _who(bot: Bot, user_id: int) -> Person | BotIdentity:
    person = bot.world.people.get(user_id)
    if person is not None:
        return person
    for other in bot.world.bots:
        if other.id == user_id:
            return other.identity
    raise bad_request("user not found")
