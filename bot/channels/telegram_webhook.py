"""Updates by being called (网络钩子): the call is answered once the update is committed.

Whatever is not answered with success the server sends again, and until then nothing else of that chat. So what cannot
be read is kept and answered with success, and only who cannot keep anything at the moment asks for another try.
"""

import asyncio
import hashlib
import json
import secrets
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.channels.channel import Intake, Unavailable
from bot.channels.telegram_account import Account
from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_intake import hand_in
from bot.channels.telegram_updates import KINDS
from bot.logs import get_logger

LARGEST_BODY: Final = 1 << 20
"""Bytes. Telegram's updates take some thousands."""
AGAIN_AFTER: Final = 5
"""Seconds until the server is to try again what could not be kept."""
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS: Final = 40

_log = get_logger(__name__)


def webhook_path(token: str) -> str:
    """Where a bot's updates are taken: a path that only who knows the token can tell."""
    return f"/telegram/{_derived(token, 'path')}"


def webhook_secret(token: str) -> str:
    """What the server has to show where the owner set nothing else."""
    return _derived(token, "secret")


async def set_webhook(api: TelegramApi, public_url: str, token: str, secret: str) -> None:
    """Tells the server where to bring updates. Raises `ApiRefused` and `ApiUnreachable`."""
    address = public_url.rstrip("/") + webhook_path(token)
    await api.call("setWebhook", url=address, secret_token=secret, allowed_updates=KINDS, max_connections=CONNECTIONS)


_ACKNOWLEDGED: Final = Response()


class Webhook:
    """Takes updates over HTTP, as an ASGI application for one path."""

    def __init__(self, intake: Intake, account: Account, secret: str) -> None:
        self._intake = intake
        self._account = account
        self._secret = secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        try:
            response = await self._answer(Request(scope, receive))
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method != "POST":
            return Response(status_code=405, headers={"Allow": "POST"})
        shown = request.headers.get(SECRET_HEADER, "")
        if not secrets.compare_digest(shown.encode(), self._secret):
            _log.warning("somebody without the secret calls the webhook")
            return Response(status_code=401)
        if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            return Response(status_code=415)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            await self._take(body)
        except (Unavailable, asyncio.CancelledError):
            # It is cancelled where the server ends, and the store does not answer.
            _log.warning("an update has to wait")
            return Response(status_code=503, headers={"Retry-After": str(AGAIN_AFTER)})
        return _ACKNOWLEDGED

    async def _take(self, body: bytes) -> None:
        raw = body.decode("utf-8", "backslashreplace").replace("\0", "\\x00")
        try:
            update: object = json.loads(body)
        except (ValueError, RecursionError):
            await self._intake.refuse(self._account.channel, None, raw, "not JSON")
            return
        await hand_in(self._intake, self._account, update, raw)


async def _body(request: Request) -> bytes | None:
    """The body, or None for one that is too large; of that no more is read than it takes to know."""
    length = request.headers.get("Content-Length", "0")
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


def _derived(token: str, purpose: str) -> str:
    """Something that only who knows the token can tell, and that does not tell the token."""
    return hashlib.sha256(f"hujifen {purpose} {token}".encode()).hexdigest()[:48]
