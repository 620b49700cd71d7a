"""How our own aiogram bot calls (aiogram 会话): the same calls with less work, since only little of an answer is read.

aiogram sends a call as a form, field by field, and makes a model of all that comes back. Here a call without files goes
out as JSON, and of a message that was sent only its id is read. Errors are aiogram's.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeVar, cast

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramServerError
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.methods.base import Response
from aiogram.types import Message
from aiohttp import BytesPayload, FormData

Result = TypeVar("Result")

_ANSWER = Response[Message]
"""Made once: pydantic forgets models of this kind that nobody holds, and would make them anew for every answer."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What is read of a message that was sent. aiogram's own model of a message has a hundred fields to fill."""

    message_id: int


class LeanSession(AiohttpSession):
    """A session for calls of which only the id of the message is of interest."""

    def build_form_data(self, bot: Bot, method: TelegramMethod[Result]) -> FormData:
        """What is sent."""
        if not isinstance(method, SendMessage | EditMessageText):
            return super().build_form_data(bot, method)
        # Our own bot has no defaults, so what was not said is left out.
        unsaid = {name for name, value in method if isinstance(value, Default)}
        body = method.model_dump_json(exclude=unsaid, exclude_unset=True, exclude_none=True)
        return cast(FormData, BytesPayload(body.encode(), content_type="application/json"))

    def check_response(
        self, bot: Bot, method: TelegramMethod[Result], status_code: int, content: str
    ) -> Response[Result]:
        """What came back; raises aiogram's errors."""
        if status_code == HTTPStatus.OK and isinstance(method, SendMessage | EditMessageText):
            with suppress(ValueError):
                match json.loads(content):
                    case {"ok": True, "result": {"message_id": int(id)}}:
                        return cast(Response[Result], _ANSWER.model_construct(ok=True, result=Sent(id)))
        if status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            # Whoever stands before the server answers in words of its own, which aiogram would not read.
            raise TelegramServerError(method, f"status {status_code}")
        return super().check_response(bot, method, status_code, content)
