"""Answers to taps."""

from __future__ import annotations

from tests.botapi.bots import Answer, Bot
from tests.botapi.request import Request
from tests.botapi.values import Json, bad_request

NOTE_LIMIT = 200
"""Characters of the note."""


async def answer_callback_query(bot: Bot, request: Request) -> Json:
    text, url = request.text("text"), request.text("url")
    query = bot.callback_queries.get(request.text("callback_query_id"))
    if query is None or query.expires_at < bot.world.clock.now():
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(text) > NOTE_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not url.startswith((f"t.me/{bot.username}?", f"https://t.me/{bot.username}?")):
        raise bad_request("URL_INVALID")
    query.answers.append(Answer(text, alert=request.boolean("show_alert"), url=url))
    bot.world.changes.happened()
    return True
