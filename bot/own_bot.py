"""The owner's own Telegram bot (自有机器人), as the settings describe it, and the advisor behind it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError

from bot.app import Advisor, running
from bot.channels.channel import Channel
from bot.channels.telegram_account import Account
from bot.channels.telegram_api import ApiRefused, TelegramApi, open_api, patiently
from bot.channels.telegram_profile import show_profile
from bot.event_loop import settled
from bot.logs import get_logger
from bot.settings import Settings, bad_setting
from bot.store.database import BadDatabaseUrl
from bot.store.migrate import migrate_apart

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class OwnBot:
    """A bot at work: who it is, its calls, and the advisor that takes what is said to it."""

    account: Account
    api: TelegramApi
    advisor: Advisor


@asynccontextmanager
async def own_bot(settings: Settings, through: AbstractAsyncContextManager[Channel]) -> AsyncIterator[OwnBot]:
    """The bot of the settings, sending through a channel. Raises `BadInput` for a setting that cannot be used."""
    async with open_api(settings.telegram_api, settings.needed_token()) as api:
        account = await _introduced(api)
        _log.info("the bot is known", username=account.username)
        async with through as channel, _advisor(settings, channel, account) as advisor:
            profile = asyncio.create_task(show_profile(api))
            settled()
            try:
                yield OwnBot(account, api, advisor)
            finally:
                profile.cancel()
                with suppress(asyncio.CancelledError):
                    await profile


async def _introduced(api: TelegramApi) -> Account:
    """Who the bot is, as soon as the server can be asked."""
    try:
        return await patiently(api.account)
    except ApiRefused as refusal:
        raise bad_setting("telegram_token", f"the server refuses it: {refusal.words}") from None


@asynccontextmanager
async def _advisor(settings: Settings, channel: Channel, account: Account) -> AsyncIterator[Advisor]:
    """The advisor at work, once its database can be used."""
    async with AsyncExitStack() as stack:
        runs = running(channel, database=settings.database(), link=account.link)
        try:
            await migrate_apart(settings.database())
            advisor = await stack.enter_async_context(runs)
        except BadDatabaseUrl as problem:
            raise bad_setting("database_url", str(problem)) from None
        except ModuleNotFoundError as missing:
            needed = f"{missing.name} is not installed: pip install 'hujifen[postgres]'"
            raise bad_setting("database_url", needed) from None
        except DBAPIError as problem:
            raise bad_setting("database_url", f"no such database, or no way in: {problem.orig}") from None
        yield advisor
