"""Changes to messages that are there."""

from __future__ import annotations

from tests.botapi.access import message_of
from tests.botapi.bots import Bot
from tests.botapi.chats import Status
from tests.botapi.keyboards import keyboard
from tests.botapi.messages import Keyboard, Message, Text
from tests.botapi.request import Request
from tests.botapi.texts import message_text
from tests.botapi.values import Json, bad_request

DELETABLE_FOR = 48 * 60 * 60
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


async def edit_message_text(bot: Bot, request: Request) -> Json:
    text = message_text(request)
    markup = _inline_keyboard(request)
    message = _own_message(bot, request)
    if not message.is_text:
        raise bad_request("there is no text in the message to edit")
    return _edited(bot, message, text, markup)


async def edit_message_reply_markup(bot: Bot, request: Request) -> Json:
    markup = _inline_keyboard(request)
    message = _own_message(bot, request)
    return _edited(bot, message, message.body, markup)


async def delete_message(bot: Bot, request: Request) -> Json:
    if not request.text("chat_id"):
        raise bad_request("Chat identifier is not specified")
    if not request.integer("message_id", 0):
        raise bad_request("Message identifier is not specified")
    message = message_of(bot, request, "message to delete")
    administrators = {Status.ADMINISTRATOR, Status.CREATOR}
    mine = message.sender is bot.identity
    if not mine and message.chat.person is None and bot.status_in(message.chat) not in administrators:
        raise bad_request("message can't be deleted")
    if bot.world.clock.now() - message.date > DELETABLE_FOR and bot.status_in(message.chat) not in administrators:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    bot.world.changed_chat(message.chat)
    return True


def _own_message(bot: Bot, request: Request) -> Message:
    if not request.text("chat_id") and not request.integer("message_id", 0):
        if not request.text("inline_message_id"):
            raise bad_request("Message identifier is not specified")
        raise bad_request("MESSAGE_ID_INVALID")
    message = message_of(bot, request, "message to edit")
    replaceable = message.keyboard is None or message.keyboard.kind == "inline"
    if message.sender is not bot.identity or not replaceable:
        raise bad_request("message can't be edited")
    return message


def _inline_keyboard(request: Request) -> Keyboard | None:
    markup = keyboard(request)
    if markup is not None and markup.kind != "inline":
        raise bad_request("Inline keyboard expected")
    return markup


def _edited(bot: Bot, message: Message, text: Text, markup: Keyboard | None) -> Json:
    if (text, markup) == (message.body, message.keyboard):
        raise bad_request(_NOT_MODIFIED)
    message.versions.append(message.body)
    message.body, message.keyboard = text, markup
    message.edit_date = bot.world.clock.date()
    bot.world.changed_chat(message.chat)
    return message.to_json()
