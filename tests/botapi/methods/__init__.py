"""What each method does, by its name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from tests.botapi.bots import Bot
from tests.botapi.methods import chats, editing, profile, receiving, sending, taps
from tests.botapi.request import Request
from tests.botapi.values import Json

Handler: TypeAlias = Callable[[Bot, Request], Awaitable[Json]]

HANDLERS: Mapping[str, Handler] = MappingProxyType(
    {
        "getMe": profile.get_me,
        "logOut": profile.log_out,
        "close": profile.close,
        "getUpdates": receiving.get_updates,
        "setWebhook": receiving.set_webhook,
        "deleteWebhook": receiving.delete_webhook,
        "getWebhookInfo": receiving.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendDocument": sending.send_document,
        "sendPhoto": sending.send_photo,
        "sendChatAction": sending.send_chat_action,
        "editMessageText": editing.edit_message_text,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "answerCallbackQuery": taps.answer_callback_query,
        "setMyCommands": profile.set_my_commands,
        "getMyCommands": profile.get_my_commands,
        "deleteMyCommands": profile.delete_my_commands,
        "getMyName": profile.get_my_name,
        "getMyDescription": profile.get_my_description,
        "getMyShortDescription": profile.get_my_short_description,
        "setMyName": profile.set_my_name,
        "setMyDescription": profile.set_my_description,
        "setMyShortDescription": profile.set_my_short_description,
        "getChat": chats.get_chat,
        "getChatMember": chats.get_chat_member,
        "leaveChat": chats.leave_chat,
        "getFile": sending.get_file,
    }
)
