"""Updates by asking for them (长轮询): the next are asked for only when all before are committed.

Asking for the next is what acknowledges: whatever happens before, the server hands out the same updates once more.
"""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from bot.channels.channel import Intake, Unavailable
from bot.channels.patience import Patience
from bot.channels.telegram_account import Account
from bot.channels.telegram_api import ApiRefused, ApiUnreachable, TelegramApi
from bot.channels.telegram_intake import hand_in
from bot.channels.telegram_updates import KINDS, address_of
from bot.logs import get_logger

WAITING: Final = 50
"""Seconds that the server keeps a call open when there is nothing."""
AT_ONCE: Final = 100
FINISHING: Final = 2.0
"""Seconds in which what was received may still be handed in at the end. What is not is handed out again."""

_log = get_logger(__name__)


class AnotherPoller(Exception):
    """Another process asks for the updates of the same bot, and goes on doing so."""


class TokenRefused(Exception):
    """The server knows no such bot any more."""


async def end_webhook(api: TelegramApi) -> None:
    """Takes away a webhook that is set, for with it nothing is handed out to who asks. What waits there stays.

    Raises `ApiRefused` and `ApiUnreachable`.
    """
    match await api.call("getWebhookInfo"):
        case {"url": str(url), **rest} if url:
            await api.call("deleteWebhook")
            told = {"host": urlsplit(url).hostname, "waiting": rest.get("pending_update_count")}
            _log.warning("the bot had a webhook, which is taken away: nobody is called there any more", **told)


class Poller:
    """Asks for a bot's updates and hands them in."""

    def __init__(self, api: TelegramApi, intake: Intake, account: Account, patience: Patience | None = None) -> None:
        self._api = api
        self._intake = intake
        self._account = account
        self._patience = patience or Patience()
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Ends `run` once what was received is handed in."""
        self._stopping.set()

    async def run(self) -> None:
        """Polls until it is stopped. Raises `AnotherPoller` and `TokenRefused`."""
        offset: int | None = None
        while (updates := await self._received(offset)) is not None:
            await self._hand_in(updates)
            # An empty answer says that everything is acknowledged. Then no offset is named: after a quiet week the
            # server counts from elsewhere, perhaps from below.
            offset = max(map(_id, updates), default=-1) + 1 or None

    async def _received(self, offset: int | None) -> list[object] | None:
        """The next updates, perhaps none yet; None when it is to end."""
        pauses, conflicts = self._patience.pauses(), 0
        while not self._stopping.is_set():
            try:
                return await self._ask(offset)
            except ApiUnreachable as problem:
                _log.warning("no updates", problem=str(problem))
                pause = next(pauses)
            except ApiRefused as refusal:
                if refusal.token_is_wrong:
                    raise TokenRefused(refusal.words) from None
                conflicts += refusal.code == 409
                if conflicts > self._patience.conflicts:
                    raise AnotherPoller(refusal.words) from None
                _log.warning("no updates", problem=str(refusal))
                pause = refusal.retry_after or next(pauses)
            await self._pause(pause)
        return None

    async def _ask(self, offset: int | None) -> list[object] | None:
        """Asks once, until there is an answer or an end."""
        named = {} if offset is None else {"offset": offset}
        asking = asyncio.ensure_future(
            self._api.call(
                "getUpdates", seconds=WAITING + 15, timeout=WAITING, limit=AT_ONCE, allowed_updates=KINDS, **named
            )
        )
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((asking, stopping), return_when=asyncio.FIRST_COMPLETED)
            # What came in at the last moment is not acknowledged, so it is not lost either.
            found = await asking if asking.done() else None
        finally:
            asking.cancel()
            stopping.cancel()
            await asyncio.gather(asking, stopping, return_exceptions=True)
        if found is None:
            return None
        if not isinstance(found, list) or (found and max(map(_id, found)) < 0):
            raise ApiUnreachable("getUpdates: nothing that could be acknowledged")
        return found

    async def _hand_in(self, updates: Sequence[object]) -> None:
        """Hands in one answer's updates: in order within a chat, chats at the same time."""
        chats: dict[str, list[object]] = {}
        for update in updates:
            address = address_of(update, self._account)
            chats.setdefault(address.chat if address else "", []).append(update)
        handed_in = asyncio.gather(*map(self._hand_in_order, chats.values()))
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((handed_in, stopping), return_when=asyncio.FIRST_COMPLETED)
            # At the end a store that does not answer is not waited for.
            async with asyncio.timeout(FINISHING if self._stopping.is_set() else None):
                await handed_in
        except TimeoutError:
            _log.warning("some updates are left to the server")
        finally:
            handed_in.cancel()
            stopping.cancel()

    async def _hand_in_order(self, updates: Sequence[object]) -> None:
        for update in updates:
            await self._hand_in_one(update, json.dumps(update))

    async def _hand_in_one(self, update: object, raw: str) -> None:
        """Hands in one update, as soon as it can be kept. At the end it is left to the server."""
        pauses = self._patience.pauses()
        while not self._stopping.is_set():
            try:
                await hand_in(self._intake, self._account, update, raw)
                break
            except Unavailable:
                _log.warning("an update has to wait")
            await self._pause(next(pauses))

    async def _pause(self, seconds: float) -> None:
        """Waits, but not beyond the end."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def _id(update: object) -> int:
    match update:
        case {"update_id": int(id)}:
            return id
        case _:
            return -1
