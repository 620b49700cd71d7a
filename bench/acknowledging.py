"""A bot that only acknowledges, by polling or behind a webhook: how long the messenger itself takes to bring updates.

`python -m bench.acknowledging telegram` or `serve`, with the settings of hujifen. Behind a webhook it is a bare server
on the same sockets and the same HTTP parser as hujifen's.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.types import Message, Scope
from uvicorn import Config, Server

from bot.channels.telegram_account import Account
from bot.channels.telegram_api import TelegramApi, open_api
from bot.channels.telegram_polling import Poller
from bot.channels.telegram_webhook import set_webhook, webhook_secret
from bot.event_loop import run
from bot.messages import Address, Incoming
from bot.settings import Settings, read_settings

OK: Final = {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]}


class Nothing:
    """An intake that keeps nothing."""

    async def accept(self, incoming: Incoming, raw: str) -> None:
        """Nothing is done."""

    async def refuse(self, channel: str, address: Address | None, raw: str, problem: str) -> None:
        """Nothing is done."""


async def acknowledges(command: str, settings: Settings) -> None:
    """Takes updates until it is told to end."""
    async with open_api(settings.telegram_api, settings.needed_token()) as api:
        if command == "telegram":
            await api.call("deleteWebhook")
            await Poller(api, Nothing(), Account(1, "nobody")).run()
        else:
            await _is_called(api, settings)


async def _is_called(api: TelegramApi, settings: Settings) -> None:
    server = Server(Config(_answer, port=settings.port, http="httptools", ws="none", lifespan="off", log_config=None))
    serves = asyncio.ensure_future(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    token = settings.needed_token()
    await set_webhook(api, f"http://127.0.0.1:{settings.port}", token, webhook_secret(token))
    await serves


async def _answer(
    scope: Scope, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
) -> None:
    assert scope["type"] == "http"
    while (await receive()).get("more_body"):
        pass
    await send(OK)
    await send({"type": "http.response.body"})


if __name__ == "__main__":
    run(acknowledges(sys.argv[1], read_settings()))
