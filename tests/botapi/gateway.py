"""The HTTP side: finds bot and method, lets ordered faults strike, carries the call out, answers, keeps the record."""

from __future__ import annotations

import json
import socket
import struct
from typing import TYPE_CHECKING, Literal

from aiohttp import web

from tests.botapi.bots import Bot
from tests.botapi.calls import Call
from tests.botapi.faults import Garbage, Hang, Order, Refusal, Reset, Slow, Status
from tests.botapi.flood import COUNTED
from tests.botapi.methods import HANDLERS
from tests.botapi.request import BODY_LIMIT, Request, is_integer, read_request
from tests.botapi.values import ApiError, Json, bad_request, too_many_requests

if TYPE_CHECKING:
    from tests.botapi.world import World

_REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


class Gateway:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.application = web.Application(client_max_size=BODY_LIMIT)
        self.application.router.add_route("*", "/{path:.*}", self._serve)

    async def _serve(self, http: web.Request) -> web.StreamResponse:
        path = http.path
        if path.startswith("/file/bot"):
            return self._download(path.removeprefix("/file/bot"))
        try:
            if not path.startswith("/bot"):
                raise ApiError(404, "Not Found")
            token, slash, method = path.removeprefix("/bot").partition("/")
            if not slash:
                raise ApiError(404, "Not Found")
            bot = self._authorised(token)
            request = await read_request(method, http)
        except ApiError as error:
            return _answer(error.code, error.body())
        return await self._answered(bot, request, http)

    def _authorised(self, token: str) -> Bot:
        number, colon, _ = token.partition(":")
        if (
            token.startswith("0")
            or len(token) > 80
            or not colon
            or not number.isdigit()
            or not 0 < int(number) < 1 << 54
        ):
            raise ApiError(401, "Unauthorized: invalid token specified")
        for bot in self._world.bots:
            if bot.token == token:
                return bot
        raise ApiError(401, "Unauthorized")

    def _download(self, path: str) -> web.Response:
        token, _, name = path.partition("/")
        try:
            self._authorised(token)
        except ApiError as error:
            return _answer(error.code, error.body())
        for stored in self._world.files.values():
            if stored.path == name:
                return web.Response(body=stored.content, content_type="application/octet-stream")
        return _answer(404, ApiError(404, "Not Found").body())

    async def _answered(self, bot: Bot, request: Request, http: web.Request) -> web.StreamResponse:
        call = self._noted(bot, request, "http")
        order = self._world.order_for(call)
        self._world.in_flight += 1
        try:
            if order is None:
                return await self._plain(call, bot, request)
            return await self._faulty(order, call, bot, request, http)
        except Exception as error:
            self._world.failures.append(error)
            raise
        finally:
            call.finished_at = self._world.clock.now()
            self._world.in_flight -= 1
            self._world.changes.happened()

    async def perform_in_answer(self, bot: Bot, request: Request) -> None:
        """A call that came in a webhook's answer: nobody hears of its result."""
        call = self._noted(bot, request, "webhook")
        await self._plain(call, bot, request)
        call.finished_at = self._world.clock.now()

    def _noted(self, bot: Bot, request: Request, via: Literal["http", "webhook"]) -> Call:
        call = Call(
            at=self._world.clock.now(),
            bot=bot.username,
            method=request.method,
            arguments=request.arguments,
            chat=_chat(bot, request),
            via=via,
        )
        self._world.calls.append(call)
        return call

    async def _plain(self, call: Call, bot: Bot, request: Request) -> web.Response:
        try:
            call.result = await self._perform(bot, request)
        except ApiError as error:
            call.status, call.description = error.code, error.description
            response = _answer(error.code, error.body())
            if error.code == 429:
                response.headers["Retry-After"] = str(error.parameters.get("retry_after", 0))
            return response
        call.status, call.took_effect = 200, True
        return _answer(200, {"ok": True, "result": call.result})

    async def _perform(self, bot: Bot, request: Request) -> Json:
        if not bot.active:
            if request.method == "close":
                raise bad_request("the bot has already been closed")
            bot.active = True
            bot.started_at = self._world.clock.now()
        refused = request.refused()
        if refused is not None:
            raise refused
        limits = self._world.limits
        if limits is not None and request.method in COUNTED:
            chat = _chat(bot, request)
            if chat is not None and (wait := limits.wait(chat, group=chat < 0, now=self._world.clock.now())):
                raise too_many_requests(wait)
        return await HANDLERS[request.method](bot, request)

    async def _faulty(
        self, order: Order, call: Call, bot: Bot, request: Request, http: web.Request
    ) -> web.StreamResponse:
        fault = call.fault = order.fault
        match fault:
            case Refusal(error):
                call.status, call.description = error.code, error.description
                response = _answer(error.code, error.body())
                if "retry_after" in error.parameters:
                    response.headers["Retry-After"] = str(error.parameters["retry_after"])
                return response
            case Status(code, after, page):
                if after:
                    await self._plain(call, bot, request)
                call.status, call.description = code, _REASONS.get(code, "Error")
                return _answer(code, ApiError(code, call.description).body(), page)
            case Reset(after):
                if after:
                    await self._plain(call, bot, request)
                call.status = 0
                _reset(http)
                return web.Response()
            case Slow(seconds):
                response = await self._plain(call, bot, request)
                await self._world.clock.sleep(seconds)
                return response
            case Hang(after):
                early = await self._plain(call, bot, request) if after else None
                await order.released()
                return early or await self._plain(call, bot, request)
            case Garbage(body):
                await self._plain(call, bot, request)
                return web.Response(body=body, content_type="application/json")


def _answer(status: int, body: Json, page: bytes = b"") -> web.Response:
    """An answer of the server, or the page of whoever stands before it."""
    if page:
        return web.Response(status=status, body=page, content_type="text/html")
    return web.Response(
        status=status,
        body=json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass"),
        content_type="application/json",
    )


def _chat(bot: Bot, request: Request) -> int | None:
    query = bot.callback_queries.get(request.text("callback_query_id"))
    if query is not None:
        return query.message.chat.id
    named = request.text("chat_id")
    return int(named) if is_integer(named) else None


def _reset(http: web.Request) -> None:
    """Break the connection so that the other side sees a reset, not an end."""
    transport = http.transport
    if transport is None:
        return
    connection = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
