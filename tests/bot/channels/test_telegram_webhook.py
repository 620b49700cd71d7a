"""The webhook over real HTTP: who is let in, what is taken, and when the server is told so."""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from io import BytesIO

import pytest
from aiohttp import ClientSession
from starlette.routing import Route

from bot.channels.telegram_account import Account
from bot.channels.telegram_api import ApiRefused, open_api
from bot.channels.telegram_webhook import (
    LARGEST_BODY,
    SECRET_HEADER,
    Webhook,
    set_webhook,
    webhook_path,
    webhook_secret,
)
from bot.messages import Address
from bot.server import application, web_server
from tests.bot.channels.shelf import Shelf
from tests.bot.channels.telegram_json import OURS, message
from tests.botapi import World

TOKEN = "123456789:AAEdYjk3_lmNoPqRsTuVwXyZ-0123456789"
SECRET = webhook_secret(TOKEN)
PATH = webhook_path(TOKEN)
HEADERS = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
HELLO = json.dumps(message(text="hello"))


@asynccontextmanager
async def serving(shelf: Shelf, account: Account = OURS) -> AsyncIterator[str]:
    """A server with the webhook; gives its address."""

    async def is_ready() -> bool:
        return not shelf.closed

    app = application([Route(PATH, Webhook(shelf, account, SECRET))], is_ready=is_ready)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = web_server(app)
        task = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task


async def answer(
    shelf: Shelf,
    body: str | bytes | AsyncIterator[bytes] = HELLO,
    *,
    headers: Mapping[str, str] = HEADERS,
    method: str = "POST",
    path: str = PATH,
) -> tuple[int, Mapping[str, str]]:
    """The status and the headers of the answer to one call."""
    data = BytesIO(body.encode() if isinstance(body, str) else body) if isinstance(body, str | bytes) else body
    async with (
        serving(shelf) as url,
        ClientSession() as session,
        session.request(method, url + path, data=data, headers=headers) as response,
    ):
        return response.status, response.headers


async def test_an_update_is_answered_once_it_is_kept() -> None:
    shelf = Shelf(slow={"hello": asyncio.Event()})
    async with serving(shelf) as url, ClientSession() as session:
        call = asyncio.create_task(session.post(url + PATH, data=HELLO, headers=HEADERS))
        await shelf.reached.wait()
        assert not call.done()
        shelf.slow["hello"].set()
        async with await call as response:
            assert (response.status, await response.read()) == (200, b"")
    assert shelf.said == ["hello"]


@pytest.mark.parametrize(
    "shown",
    [None, "", SECRET[:-1], SECRET + "x", SECRET.upper(), "é", TOKEN, webhook_secret(TOKEN + "x"), f" {SECRET}x"],
    ids=["missing", "empty", "prefix", "longer", "other case", "not ASCII", "the token", "another's", "padded"],
)
async def test_who_does_not_show_the_secret_is_not_let_in(shown: str | None) -> None:
    shelf = Shelf()
    headers = {"Content-Type": "application/json"} | ({} if shown is None else {SECRET_HEADER: shown})
    status, _ = await answer(shelf, headers=headers)
    assert (status, shelf.kept, shelf.refused) == (401, {}, [])


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])
async def test_only_posts_are_taken(method: str) -> None:
    shelf = Shelf()
    status, headers = await answer(shelf, method=method)
    assert (status, headers["Allow"], shelf.kept) == (405, "POST", {})


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "json"])
async def test_only_json_is_taken(kind: str) -> None:
    shelf = Shelf()
    status, _ = await answer(shelf, headers={**HEADERS, "Content-Type": kind})
    assert (status, shelf.kept) == (415, {})


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "Application/JSON"])
async def test_json_may_be_named_in_other_ways(kind: str) -> None:
    shelf = Shelf()
    status, _ = await answer(shelf, headers={**HEADERS, "Content-Type": kind})
    assert (status, shelf.said) == (200, ["hello"])


@pytest.mark.parametrize("path", ["/", "/telegram", "/telegram/", f"{PATH[:-1]}", f"/telegram/{TOKEN}"])
async def test_nobody_finds_the_path_who_does_not_know_the_token(path: str) -> None:
    status, _ = await answer(Shelf(), path=path)
    assert status == 404


async def test_a_body_that_is_too_large_is_not_read() -> None:
    shelf = Shelf()
    exact = HELLO + " " * (LARGEST_BODY - len(HELLO))
    assert (await answer(shelf, exact))[0] == 200
    assert (await answer(shelf, exact + " "))[0] == 413

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * (LARGEST_BODY // 10)

    assert (await answer(shelf, endless()))[0] == 413
    assert len(shelf.kept) == 1


@pytest.mark.parametrize(
    ("body", "raw"),
    [
        ("{", "{"),
        ("", ""),
        (b'\xff"a\0', '\\xff"a\\x00'),
        ("[" * 100_000, "[" * 100_000),
        ("9" * 5000, "9" * 5000),
    ],
    ids=["broken", "empty", "no text", "deep", "large number"],
)
async def test_what_is_not_json_is_put_aside_and_not_asked_for_again(body: str | bytes, raw: str) -> None:
    shelf = Shelf()
    status, _ = await answer(shelf, body)
    assert (status, shelf.refused) == (200, [(None, raw, "not JSON")])


async def test_what_cannot_be_read_is_put_aside_with_whose_it_is() -> None:
    shelf = Shelf()
    poison = json.dumps(message(text=["poison"]))
    status, _ = await answer(shelf, poison)
    assert status == 200
    assert shelf.refused == [(Address("telegram:424242", "77"), poison, "update.message.text: not words")]


async def test_who_can_keep_nothing_now_asks_for_it_later() -> None:
    for body in (HELLO, "{", json.dumps(message(text=5))):
        status, headers = await answer(Shelf(closed=True), body)
        assert (status, headers["Retry-After"]) == (503, "5")


async def test_what_asks_for_nothing_is_acknowledged() -> None:
    shelf = Shelf()
    status, _ = await answer(shelf, json.dumps({"update_id": 5, "poll": {}}))
    assert (status, shelf.kept, shelf.refused) == (200, {}, [])


async def test_a_caller_who_hangs_up_leaves_nothing_behind() -> None:
    shelf = Shelf()
    async with serving(shelf) as url:
        host, port = url.removeprefix("http://").split(":")
        _, writer = await asyncio.open_connection(host, int(port))
        head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n"
        headers = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
        writer.write(f"{head}{headers}\r\n{{".encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        async with ClientSession() as session, session.post(url + PATH, data=HELLO, headers=HEADERS) as response:
            assert response.status == 200
    assert (shelf.said, shelf.refused) == (["hello"], [])


async def test_it_lives_and_it_is_ready_when_something_can_be_kept() -> None:
    shelf = Shelf()
    async with serving(shelf) as url, ClientSession() as session:
        for closed, status in ((False, 200), (True, 503)):
            shelf.closed = closed
            async with session.get(f"{url}/readyz") as response:
                assert response.status == status
            async with session.get(f"{url}/healthz") as response:
                assert response.status == 200


def test_neither_the_path_nor_the_secret_tells_the_token_or_the_other() -> None:
    assert re.fullmatch(r"/telegram/[0-9a-f]{48}", PATH)
    assert re.fullmatch(r"[0-9a-f]{48}", SECRET)
    assert SECRET not in PATH
    assert webhook_path(TOKEN + "x") != PATH


async def test_a_bot_api_server_delivers_there_and_tries_again_what_could_not_be_kept() -> None:
    async with World.open() as world:
        shelf, user = Shelf(closed=True), world.user()
        async with (
            serving(shelf, Account(world.bot.id, world.bot.username)) as url,
            open_api(world.url, world.token) as api,
        ):
            await user.sends("before")
            await api.call("setWebhook", url=url + PATH, secret_token=SECRET)
            await shelf.turned_away.wait()
            await user.sends("after")
            shelf.closed = False
            while world.bot.waiting:
                world.clock.advance(5)
                await asyncio.sleep(0.05)
            assert (shelf.said, shelf.repeats) == (["before", "after"], 0)


async def test_the_server_is_told_the_address_the_secret_and_what_is_asked_for() -> None:
    async with World.open() as world, open_api(world.url, world.token) as api:
        await set_webhook(api, "http://127.0.0.1:9/bots/", TOKEN, SECRET)
        [call] = world.calls_of("setWebhook")
        assert (call.arguments["url"], call.arguments["secret_token"]) == (f"http://127.0.0.1:9/bots{PATH}", SECRET)
        assert json.loads(call.arguments["allowed_updates"])[:2] == ["message", "callback_query"]
        world.clock.advance(60)
        with pytest.raises(ApiRefused, match="webhook URL"):
            await set_webhook(api, "gopher://x", TOKEN, SECRET)
