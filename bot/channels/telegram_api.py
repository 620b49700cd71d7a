"""The Bot API by its own names, for what is done around the conversations: updates, commands, the webhook."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final, TypeVar, cast

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.channels.patience import Patience
from bot.channels.telegram_account import Account
from bot.logs import get_logger

Result = TypeVar("Result")

SECONDS: Final = 30.0
"""How long a call may take."""

_log = get_logger(__name__)


class ApiUnreachable(Exception):
    """Nobody answers, or not in time, or with something that is no answer."""


class ApiRefused(Exception):
    """The server says no: with its code, its words, and the seconds after which it may be asked again."""

    def __init__(self, code: int, words: str, retry_after: float | None = None) -> None:
        super().__init__(f"{code} {words}")
        self.code = code
        self.words = words
        self.retry_after = retry_after

    @property
    def token_is_wrong(self) -> bool:
        """Whether the server knows no such bot."""
        return self.code in (401, 404)

    @property
    def passes(self) -> bool:
        """Whether the same may be taken later."""
        return self.code == 429 or self.code >= 500


class TelegramApi:
    """A bot's calls to its server. Neither its exceptions nor its representation tell the token."""

    def __init__(self, session: ClientSession, server: str, token: str) -> None:
        self._session = session
        self._base = f"{server}/bot{token}"

    async def call(self, method: str, *, seconds: float = SECONDS, **parameters: object) -> object:
        """The result of a call. Raises `ApiRefused` and `ApiUnreachable`."""
        try:
            timeout = ClientTimeout(total=seconds)
            async with self._session.post(f"{self._base}/{method}", json=parameters, timeout=timeout) as response:
                answer: object = await response.json(content_type=None)
                status = response.status
        except (ClientError, TimeoutError, ValueError, RecursionError) as problem:
            raise ApiUnreachable(f"{method}: {type(problem).__name__}") from None
        match answer:
            case {"ok": True, "result": result}:
                return cast(object, result)
            case {"ok": False, "description": str(words)}:
                raise ApiRefused(status, words, _retry_after(answer))
            case _:
                raise ApiUnreachable(f"{method}: {status} without an answer")

    async def account(self) -> Account:
        """Who the bot is. Raises `ApiRefused` and `ApiUnreachable`."""
        match await self.call("getMe"):
            case {"id": int(id), "username": str(username)}:
                return Account(id, username)
            case _:
                raise ApiUnreachable("getMe: no bot")


async def patiently(call: Callable[[], Awaitable[Result]], patience: Patience | None = None) -> Result:
    """The result of a call, however long the server cannot be asked. Raises `ApiRefused` for what stays refused."""
    pauses = (patience or Patience()).pauses()
    while True:
        pause = next(pauses)
        try:
            return await call()
        except ApiUnreachable as problem:
            _log.warning("the server cannot be asked", problem=str(problem))
        except ApiRefused as refusal:
            if not refusal.passes:
                raise
            _log.warning("the server has no time", problem=str(refusal))
            pause = refusal.retry_after or pause
        await asyncio.sleep(pause)


@asynccontextmanager
async def open_api(server: str, token: str) -> AsyncIterator[TelegramApi]:
    """A bot's calls, over connections that are closed in the end."""
    async with ClientSession() as session:
        yield TelegramApi(session, server, token)


def _retry_after(answer: object) -> float | None:
    match answer:
        case {"parameters": {"retry_after": int(seconds)}}:
            return float(seconds)
        case _:
            return None
