"""The ways in which a bot on Telegram is put to work: a bot of our own, polling or called, and a guest in another's."""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from socket import create_server
from typing import TYPE_CHECKING

from starlette.routing import Route
from uvicorn import Config, Server

from bot.app import Advisor
from bot.channels.telegram_account import Account
from bot.channels.telegram_api import TelegramApi, open_api, patiently
from bot.channels.telegram_libraries import open_channel
from bot.channels.telegram_polling import Poller, end_webhook
from bot.channels.telegram_webhook import Webhook, set_webhook, webhook_path, webhook_secret
from bot.server import application
from tests.conformance.telegram import TelegramDriver

if TYPE_CHECKING:
    from aiogram.types import TelegramObject


@asynccontextmanager
async def polling(driver: TelegramDriver, library: str) -> AsyncIterator[None]:
    """A bot of our own that asks for its updates."""
    async with _own(driver, library) as (api, account, advisor):
        await end_webhook(api)
        poller = Poller(api, advisor, account)
        polls = asyncio.create_task(poller.run())
        try:
            yield
        finally:
            poller.stop()
            await polls


@asynccontextmanager
async def called(driver: TelegramDriver, library: str) -> AsyncIterator[None]:
    """A bot of our own that is called with its updates."""
    token = driver.world.token
    async with _own(driver, library) as (api, account, advisor):
        secret = webhook_secret(token)
        routes = [Route(webhook_path(token), Webhook(advisor, account, secret))]
        config = Config(
            application(routes, is_ready=advisor.is_ready), lifespan="off", log_config=None, timeout_graceful_shutdown=1
        )
        server = Server(config)
        with create_server(("127.0.0.1", 0)) as listening:
            address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            await patiently(lambda: set_webhook(api, address, token, secret))
            # What serves in earnest hears signals too, which belong to the tests here.
            serves = asyncio.create_task(server._serve([listening]))
            try:
                yield
            finally:
                server.should_exit = True
                await serves


@asynccontextmanager
async def _own(driver: TelegramDriver, library: str) -> AsyncIterator[tuple[TelegramApi, Account, Advisor]]:
    world = driver.world
    async with (
        open_api(world.url, world.token) as api,
        open_channel(library, world.token, world.url) as channel,
        driver.advising(channel) as advisor,
    ):
        yield api, await api.account(), advisor


# ------------------------------------------------------------------------------------------------------------- guests


def guest(driver: TelegramDriver, library: str) -> AbstractAsyncContextManager[None]:
    """A guest in a bot of somebody else, who polls as the library does by default."""
    driver.handled = driver.handled or Counter()
    return _aiogram_guest(driver, driver.handled) if library == "aiogram" else _ptb_guest(driver, driver.handled)


@asynccontextmanager
async def _aiogram_guest(driver: TelegramDriver, handled: Counter[int]) -> AsyncIterator[None]:
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Update

    from bot.channels.telegram_aiogram import AiogramChannel, advisor_router

    async def count(
        handler: Callable[["TelegramObject", dict[str, object]], Awaitable[object]],
        event: "TelegramObject",
        data: dict[str, object],
    ) -> object:
        try:
            return await handler(event, data)
        finally:
            assert isinstance(event, Update)
            handled[event.update_id] += 1

    session = AiohttpSession(api=TelegramAPIServer.from_base(driver.world.url))
    async with Bot(driver.world.token, session=session) as bot, driver.advising(AiogramChannel(bot)) as advisor:
        dispatcher = Dispatcher()
        dispatcher.update.outer_middleware(count)
        dispatcher.include_router(advisor_router(advisor))
        polls = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
        await driver.world.bot.listens()
        try:
            yield
        finally:
            await dispatcher.stop_polling()
            await polls


@asynccontextmanager
async def _ptb_guest(driver: TelegramDriver, handled: Counter[int]) -> AsyncIterator[None]:
    from telegram import Update
    from telegram.ext import ApplicationBuilder, BaseUpdateProcessor

    from bot.channels.telegram_ptb import PtbChannel, advisor_handlers

    class Counting(BaseUpdateProcessor):
        async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
            assert isinstance(update, Update)
            try:
                await coroutine
            finally:
                handled[update.update_id] += 1

        async def initialize(self) -> None:
            """Nothing is needed."""

        async def shutdown(self) -> None:
            """Nothing is left."""

    # A host that is ready for pauses being told as durations: any other is warned by its library at each.
    os.environ["PTB_TIMEDELTA"] = "true"
    builder = ApplicationBuilder().token(driver.world.token).base_url(f"{driver.world.url}/bot")
    application = builder.concurrent_updates(Counting(1)).build()
    async with application, driver.advising(PtbChannel(application.bot)) as advisor:
        application.add_handlers(advisor_handlers(advisor))
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        await driver.world.bot.listens()
        try:
            yield
        finally:
            await application.updater.stop()
            await application.stop()
