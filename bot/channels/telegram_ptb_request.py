"""The connection of python-telegram-bot, over aiohttp: with many calls at once several times as fast as its own."""

import json
from typing import Final

from aiohttp import BytesPayload, ClientError, ClientSession, FormData
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.connecting import call_timeout, was_connected
from bot.compact_json import compact_json

SERVER_FAULTS: Final = 500
"""From this status on it is the server that cannot do anything at the moment."""
SENDING_FILES: Final = 60.0
"""Seconds for a call that has a file to send."""


class NotReached(NetworkError):
    """Nobody answers, or only that he can do nothing at the moment: the call surely had no effect."""


class AiohttpRequest(BaseRequest):
    """Makes the calls of a bot. It is opened by the first call and closed by `shutdown`."""

    __slots__ = ("_seconds", "_session")

    def __init__(self, seconds: float = 30) -> None:
        self._seconds = seconds
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take."""
        return self._seconds

    async def initialize(self) -> None:
        """Nothing: a session is opened where it is used, in the loop that uses it."""

    async def shutdown(self) -> None:
        """Closes the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Makes one call; returns the status and the body of its answer.

        Raises `TimedOut` and `NetworkError`, and of these `NotReached`.
        """
        if self._session is None:
            self._session = ClientSession(headers={"User-Agent": self.USER_AGENT})
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._seconds
        files = request_data is not None and request_data.contains_files
        timeout = call_timeout(max(seconds, SENDING_FILES) if files else seconds)
        try:
            async with self._session.request(method, url, data=_body(request_data), timeout=timeout) as answer:
                status, content = answer.status, await answer.read()
        except (ClientError, TimeoutError) as problem:
            if not was_connected(problem):
                raise NotReached(type(problem).__name__) from None
            if isinstance(problem, TimeoutError):
                raise TimedOut from None
            raise NetworkError(type(problem).__name__) from None
        if status >= SERVER_FAULTS:
            raise NotReached(f"status {status}")
        return status, content

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """What an answer says. Raises `TelegramError`; the library's own would write the answer into the log."""
        try:
            answer: object = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("an answer that is none")
        return answer


def _body(data: RequestData | None) -> FormData | BytesPayload | None:
    if data is None:
        return None
    if not data.contains_files:
        return BytesPayload(compact_json(data.parameters).encode(), content_type="application/json")
    form = FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
