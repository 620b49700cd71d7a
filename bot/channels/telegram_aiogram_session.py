"""How our own aiogram bot calls (aiogram 会话): the same calls with less work, since only little of an answer is read.

aiogram's own models of a message and of a keyboard have a hundred fields to fill and to check, and it sends a call as a
form, field by field. Here what is sent and what comes back are models of a few fields, and a call goes out as JSON.
Errors are aiogram's.
"""

import json
from contextlib import suppress
from http import HTTPStatus
from typing import Final, TypeAlias, TypeVar, cast

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramServerError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response
from aiohttp import BytesPayload, FormData
from pydantic import BaseModel

from bot.compact_json import compact_json

Result = TypeVar("Result")
Plain: TypeAlias = dict[str, object]
"""An object of the Bot API as plain JSON."""


class Sent(BaseModel):
    """What is read of a message that was sent."""

    message_id: int


class SendText(TelegramMethod[Sent]):
    """`sendMessage`, with as much of it as is used."""

    __returning__ = Sent
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    message_thread_id: int | None = None
    link_preview_options: Plain
    reply_markup: Plain | None = None
    protect_content: bool | Default | None = Default("protect_content")


class EditText(TelegramMethod[Sent]):
    """`editMessageText`, with as much of it as is used."""

    __returning__ = Sent
    __api_method__ = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    link_preview_options: Plain
    reply_markup: Plain | None = None


_ANSWER: Final = Response[Sent]
"""Made once: pydantic forgets models of this kind that nobody holds, and would make them anew for every answer."""


class LeanSession(AiohttpSession):
    """A session of our own bot, which has no defaults."""

    def build_form_data(self, bot: Bot, method: TelegramMethod[Result]) -> FormData:
        """What is sent."""
        if not isinstance(method, SendText | EditText):
            return super().build_form_data(bot, method)
        said = {name: value for name, value in method if value is not None and not isinstance(value, Default)}
        return cast(FormData, BytesPayload(compact_json(said).encode(), content_type="application/json"))

    def check_response(
        self, bot: Bot, method: TelegramMethod[Result], status_code: int, content: str
    ) -> Response[Result]:
        """What came back; raises aiogram's errors."""
        if status_code == HTTPStatus.OK and isinstance(method, SendText | EditText):
            with suppress(ValueError):
                match json.loads(content):
                    case {"ok": True, "result": {"message_id": int(id)}}:
                        return cast(Response[Result], _ANSWER.model_construct(ok=True, result=Sent(message_id=id)))
        if status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            # Whoever stands before the server answers in words of its own, which aiogram would not read.
            raise TelegramServerError(method, f"status {status_code}")
        return super().check_response(bot, method, status_code, content)
