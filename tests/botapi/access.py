"""Which chat or message a call is about, and whether the bot may touch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.botapi.chats import Chat, Status
from tests.botapi.messages import Message
from tests.botapi.request import Request, is_integer
from tests.botapi.values import bad_request, forbidden

if TYPE_CHECKING:
    from tests.botapi.bots import Bot


def chat_of(bot: Bot, request: Request, *, write: bool) -> Chat:
    """The chat that `chat_id` names; with `write` one that the bot may speak in. Raises ApiError."""
    named = request.text("chat_id")
    if not named:
        raise bad_request("chat_id is empty")
    chat = known_chat(bot, named)
    if write and (refusal := chat.closed_to(bot.id)) is not None:
        raise refusal
    return chat


def known_chat(bot: Bot, named: str) -> Chat:
    number = int(named) if is_integer(named) else 0
    chat = bot.private_chats.get(number) or bot.world.groups.get(number)
    if chat is not None and (chat.person is None and bot.id not in chat.statuses):
        chat = None
    if chat is None and met_in_group(bot, number):
        raise forbidden("bot can't initiate conversation with a user")
    if chat is None or (chat.person is not None and bot.status_in(chat) is Status.LEFT):
        raise bad_request("chat not found")
    return chat


def met_in_group(bot: Bot, person: int) -> bool:
    return person > 0 and any(
        person in group.statuses and bot.id in group.statuses for group in bot.world.groups.values()
    )


def message_of(bot: Bot, request: Request, what: str) -> Message:
    """The message that `chat_id` and `message_id` name. Raises ApiError, `what` being "message to edit" or so."""
    chat = chat_of(bot, request, write=True)
    message = chat.messages.get(request.integer("message_id", 0))
    if message is None or message.deleted:
        raise bad_request(f"{what} not found")
    return message
