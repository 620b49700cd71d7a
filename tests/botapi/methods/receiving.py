"""How a bot gets its updates: by asking, or at a webhook."""

from __future__ import annotations

import asyncio
import re
import socket
from urllib.parse import urlsplit

from tests.botapi.bots import Bot, Poll
from tests.botapi.request import Request
from tests.botapi.updates import NOT_BY_DEFAULT, Update
from tests.botapi.values import ApiError, Json, bad_request, conflict, too_many_requests
from tests.botapi.webhook import Delivery, WebhookSettings

LONGEST_POLL = 50
SECRET_LIMIT = 256
BETWEEN_CONFLICTS = 3.0
UPDATE_KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "message_reaction",
        "message_reaction_count",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "purchased_paid_media",
    }
)


async def get_updates(bot: Bot, request: Request) -> Json:
    if bot.delivery is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    offset = request.integer("offset", 0)
    limit = min(max(request.integer("limit", 100), 1), 100)
    timeout = min(max(request.integer("timeout", 0), 0), LONGEST_POLL)
    _set_allowed(bot, request)
    now = bot.world.clock.now()
    # The server slows down who asks for the same again and again.
    if bot.last_poll is not None and bot.last_poll[0] == offset:
        if timeout < 3 and now < bot.last_poll[1] + 3:
            timeout = 3
        if now < bot.last_poll[1] + 0.5:
            limit = 1
    bot.last_poll = offset, now
    updates = bot.read_updates(offset=offset, limit=limit)
    if not updates and timeout:
        updates = await _wait_for_updates(bot, offset=offset, limit=limit, timeout=timeout)
    return [update.to_json() for update in updates]


async def _wait_for_updates(bot: Bot, *, offset: int, limit: int, timeout: int) -> list[Update]:
    await end_poll(
        bot, conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
    )
    poll = bot.poll = Poll()
    bot.polls += 1
    bot.world.waits(+1)
    limit_task = asyncio.create_task(bot.world.clock.sleep(timeout))
    wake_task = asyncio.create_task(_woken(poll))
    try:
        await asyncio.wait([limit_task, wake_task], return_when=asyncio.FIRST_COMPLETED)
    finally:
        limit_task.cancel()
        wake_task.cancel()
        if bot.poll is poll:
            bot.poll = None
        bot.world.waits(-1)
    if poll.ended is not None:
        await _conflict_delay(bot)
        raise poll.ended
    return bot.read_updates(offset=offset, limit=limit)


async def _woken(poll: Poll) -> None:
    await poll.wake.wait()


async def end_poll(bot: Bot, error: ApiError) -> None:
    """The older of two pollers is told so."""
    if bot.poll is not None:
        bot.poll.ended = error
        bot.poll.wake.set()
        bot.poll = None


async def _conflict_delay(bot: Bot) -> None:
    """The first conflict is told at once, others soon after it 3 seconds later."""
    clock = bot.world.clock
    if clock.now() < bot.last_conflict + BETWEEN_CONFLICTS:
        await clock.sleep(BETWEEN_CONFLICTS)
    else:
        bot.last_conflict = clock.now()


def _set_allowed(bot: Bot, request: Request) -> None:
    """A list names the kinds that come from now on, an empty one means the usual ones; without it nothing changes."""
    value = request.json("allowed_updates")
    if not isinstance(value, list):
        return
    named = frozenset(kind.lower() for kind in value if isinstance(kind, str)) & UPDATE_KINDS
    bot.allowed = None if not named or named == UPDATE_KINDS - NOT_BY_DEFAULT else named


async def set_webhook(bot: Bot, request: Request) -> Json:
    url = request.text("url")
    if not url:
        return await delete_webhook(bot, request)
    now = bot.world.clock.now()
    if now < bot.next_webhook_change:
        raise too_many_requests(1)
    bot.next_webhook_change = now + 1
    settings = await _settings(request, url)
    await end_poll(bot, conflict("terminated by setWebhook request"))
    old = bot.delivery
    drop = request.boolean("drop_pending_updates")
    _set_allowed(bot, request)
    if old is not None and old.settings == settings and not drop:
        return True
    bot.delivery = None
    if old is not None:
        await old.stop()
    if drop:
        bot.queue.clear()
    bot.delivery = Delivery(bot, settings, bot.world.session)
    bot.delivery.start()
    bot.world.changes.happened()
    return True


async def _settings(request: Request, url: str) -> WebhookSettings:
    """The settings of a call. Plain HTTP is taken, as by an official server in local mode. Raises ApiError."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    secret = request.text("secret_token")
    if len(secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    try:
        await asyncio.get_running_loop().getaddrinfo(parts.hostname, None)
    except socket.gaierror as error:
        raise bad_request(f"bad webhook: Failed to resolve host: {error.strerror}") from error
    return WebhookSettings(
        url=parts.geturl(),
        secret_token=secret,
        max_connections=min(max(request.integer("max_connections", 40), 1), 100),
        ip_address=request.text("ip_address"),
        has_certificate=request.upload("certificate") is not None,
    )


async def delete_webhook(bot: Bot, request: Request) -> Json:
    old, bot.delivery = bot.delivery, None
    if old is not None:
        await old.stop()
    if request.boolean("drop_pending_updates"):
        bot.queue.clear()
    bot.world.changes.happened()
    return True


async def get_webhook_info(bot: Bot, request: Request) -> Json:
    del request
    delivery = bot.delivery
    info: dict[str, Json] = {
        "url": delivery.settings.url if delivery else "",
        "has_custom_certificate": delivery is not None and delivery.settings.has_certificate,
        "pending_update_count": bot.waiting,
    }
    if delivery is not None:
        info |= delivery.info()
    if bot.allowed is not None:
        info["allowed_updates"] = sorted(bot.allowed)
    return info
