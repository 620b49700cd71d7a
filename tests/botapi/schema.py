"""Every method that this server answers, with its parameters by name; tests compare them with aiogram.methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Kind(Enum):
    """How a parameter's text is read. `CHAT` is a number or an @name."""

    TEXT = "String"
    INTEGER = "Integer"
    BOOLEAN = "Boolean"
    CHAT = "Integer or @String"
    OBJECT = "Object"
    ARRAY = "Array"
    FILE = "InputFile or String"


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    parameters: Mapping[str, Kind]


def _method(method: str, /, **parameters: Kind) -> Method:
    return Method(method, MappingProxyType(parameters))


_SENDING = {
    "business_connection_id": Kind.TEXT,
    "chat_id": Kind.CHAT,
    "message_thread_id": Kind.INTEGER,
    "direct_messages_topic_id": Kind.INTEGER,
    "disable_notification": Kind.BOOLEAN,
    "protect_content": Kind.BOOLEAN,
    "allow_paid_broadcast": Kind.BOOLEAN,
    "message_effect_id": Kind.TEXT,
    "suggested_post_parameters": Kind.OBJECT,
    "reply_parameters": Kind.OBJECT,
    "reply_markup": Kind.OBJECT,
    # Older names that the libraries still send.
    "allow_sending_without_reply": Kind.BOOLEAN,
    "reply_to_message_id": Kind.INTEGER,
}
_TEXT = {
    "text": Kind.TEXT,
    "parse_mode": Kind.TEXT,
    "entities": Kind.ARRAY,
    "link_preview_options": Kind.OBJECT,
    "disable_web_page_preview": Kind.BOOLEAN,
}
_CAPTION = {"caption": Kind.TEXT, "parse_mode": Kind.TEXT, "caption_entities": Kind.ARRAY}
_EDITING = {
    "business_connection_id": Kind.TEXT,
    "chat_id": Kind.CHAT,
    "message_id": Kind.INTEGER,
    "inline_message_id": Kind.TEXT,
    "reply_markup": Kind.OBJECT,
}
_SCOPE = {"scope": Kind.OBJECT, "language_code": Kind.TEXT}

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        method.name: method
        for method in (
            _method("getMe"),
            _method("logOut"),
            _method("close"),
            _method(
                "getUpdates",
                offset=Kind.INTEGER,
                limit=Kind.INTEGER,
                timeout=Kind.INTEGER,
                allowed_updates=Kind.ARRAY,
            ),
            _method(
                "setWebhook",
                url=Kind.TEXT,
                certificate=Kind.FILE,
                ip_address=Kind.TEXT,
                max_connections=Kind.INTEGER,
                allowed_updates=Kind.ARRAY,
                drop_pending_updates=Kind.BOOLEAN,
                secret_token=Kind.TEXT,
            ),
            _method("deleteWebhook", drop_pending_updates=Kind.BOOLEAN),
            _method("getWebhookInfo"),
            _method("sendMessage", **_SENDING, **_TEXT),
            _method(
                "sendDocument",
                **_SENDING,
                **_CAPTION,
                document=Kind.FILE,
                thumbnail=Kind.FILE,
                disable_content_type_detection=Kind.BOOLEAN,
            ),
            _method(
                "sendPhoto",
                **_SENDING,
                **_CAPTION,
                photo=Kind.FILE,
                show_caption_above_media=Kind.BOOLEAN,
                has_spoiler=Kind.BOOLEAN,
            ),
            _method(
                "sendChatAction",
                business_connection_id=Kind.TEXT,
                chat_id=Kind.CHAT,
                message_thread_id=Kind.INTEGER,
                action=Kind.TEXT,
            ),
            _method("editMessageText", **_EDITING, **_TEXT),
            _method("editMessageReplyMarkup", **_EDITING),
            _method("deleteMessage", chat_id=Kind.CHAT, message_id=Kind.INTEGER),
            _method(
                "answerCallbackQuery",
                callback_query_id=Kind.TEXT,
                text=Kind.TEXT,
                show_alert=Kind.BOOLEAN,
                url=Kind.TEXT,
                cache_time=Kind.INTEGER,
            ),
            _method("setMyCommands", commands=Kind.ARRAY, **_SCOPE),
            _method("getMyCommands", **_SCOPE),
            _method("deleteMyCommands", **_SCOPE),
            _method("getMyName", language_code=Kind.TEXT),
            _method("getMyDescription", language_code=Kind.TEXT),
            _method("getMyShortDescription", language_code=Kind.TEXT),
            _method("setMyName", name=Kind.TEXT, language_code=Kind.TEXT),
            _method("setMyDescription", description=Kind.TEXT, language_code=Kind.TEXT),
            _method("setMyShortDescription", short_description=Kind.TEXT, language_code=Kind.TEXT),
            _method("getChat", chat_id=Kind.CHAT),
            _method("getChatMember", chat_id=Kind.CHAT, user_id=Kind.INTEGER),
            _method("leaveChat", chat_id=Kind.CHAT),
            _method("getFile", file_id=Kind.TEXT),
        )
    }
)
