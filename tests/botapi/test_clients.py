"""Five clients that share no code do the same through the server, by polling and at a webhook."""

from __future__ import annotations

import asyncio
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.botapi import Answer, User, World, too_many

FOLDER = Path(__file__).parent / "clients"
MODULES = Path(__file__).parents[2] / ".cache" / "node"
CLIENTS = ("aiogram_client.py", "ptb_client.py", "telebot_client.py", "grammy_client.cjs", "telegraf_client.cjs")
START = 120.0
"""Seconds for a client to start, on a busy machine."""


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The JavaScript libraries, installed once. Without npm, a reason to skip here, but a failure where it must be."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        reason = "the JavaScript clients need node and npm"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    MODULES.mkdir(parents=True, exist_ok=True)
    with (MODULES / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = (FOLDER / "package-lock.json").read_text()
        installed = MODULES / "installed.json"
        if not installed.exists() or installed.read_text() != wanted:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(FOLDER / name, MODULES / name)
            subprocess.run(
                ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                cwd=MODULES,
                check=True,
                stdin=subprocess.DEVNULL,
                timeout=300,
            )
            installed.write_text(wanted)
    return MODULES / "node_modules"


def command(client: str, request: pytest.FixtureRequest) -> tuple[list[str], dict[str, str]]:
    """How to start a client, and what its environment needs for that."""
    if client.endswith(".py"):
        return [sys.executable, "-m", f"tests.botapi.clients.{client.removesuffix('.py')}"], {}
    modules: Path = request.getfixturevalue("node_modules")
    return ["node", str(FOLDER / client)], {"NODE_PATH": str(modules)}


@asynccontextmanager
async def running(world: World, client: str, mode: str, request: pytest.FixtureRequest) -> AsyncIterator[None]:
    arguments, extra = command(client, request)
    settings = {"API": world.url, "TOKEN": world.token, "MODE": mode, "SECRET": "the-secret_1"}
    process = await asyncio.create_subprocess_exec(*arguments, env={**os.environ, **extra, **settings})
    try:
        await world.bot.listens(timeout=START)
        yield
        assert process.returncode is None
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def says(user: User, text: str) -> list[str]:
    """What the bot says to this."""
    before = len(user.reads())
    await user.sends(text)
    await user.hears()
    return user.reads()[before:]


@pytest.mark.parametrize("mode", ["poll", "webhook"])
@pytest.mark.parametrize("client", CLIENTS)
async def test_the_client_does_everything_the_server_offers(
    client: str, mode: str, request: pytest.FixtureRequest
) -> None:
    async with World.open() as world, running(world, client, mode, request):
        ann, bob = world.user(language="en"), world.user(language="zh-hans")

        await ann.starts("spring_2027")
        await bob.starts()
        await ann.hears()
        await bob.hears()
        assert ann.reads() == ["Welcome en from spring_2027"]
        assert bob.reads() == ["Welcome zh-hans"]
        assert ann.last().labels == ("One", "Two")

        menu = ann.last()
        assert await ann.taps("Two") == Answer("You chose 2")
        await world.quiet()
        assert (ann.last().text, ann.last().labels, ann.last().id) == ("Chosen: 2", ("Back",), menu.id)
        assert await ann.taps("Back") == Answer("Back again", alert=True)
        await world.quiet()
        assert (ann.last().text, ann.last().labels) == ("Welcome back", ("One", "Two"))
        assert await ann.taps("One", message=menu) == Answer("You chose 1")
        await world.quiet()
        assert bob.last().labels == ("One", "Two")

        assert await says(ann, "你好, 世界 🏮") == ["你好, 世界 🏮"]
        assert await says(ann, "html") == ["bold & 1 < 2"]
        assert [(entity.type, entity.offset, entity.length) for entity in ann.last().body.entities] == [
            ("bold", 0, 4),
            ("italic", 7, 5),
        ]
        [broken] = await says(ann, "broken")
        assert broken.endswith('an\'t find end tag corresponding to start tag "b"')
        first, same = await says(ann, "same")
        assert first == "first"
        assert "essage is not modified: specified new message content" in same

        assert await says(ann, "file") == ["Notes"]
        document = ann.last().document
        assert document is not None
        assert (document.name, document.content) == ("notes.txt", b"hello")
        await ann.sends_file("mine.txt", b"1.5 times the wage")
        await ann.hears()
        assert ann.reads()[-1] == "received 1.5 times the wage"

        assert await says(ann, "typing") == ["typed"]
        assert [call.arguments["action"] for call in world.calls_of("sendChatAction")] == ["typing"]
        assert await says(bob, "commands") == ["/start 开始"]
        assert [command.description for command in bob.commands()] == ["开始"]
        assert [command.description for command in ann.commands()] == ["Begin"]

        world.order(too_many(7), method="sendMessage")
        [wait] = await says(ann, "wait")
        assert wait.removeprefix("wait ") in {"7", "0:00:07"}
        assert await says(ann, "delete") == ["deleted"]

        await ann.sends("one")
        await bob.sends("two")
        await ann.sends("three")
        await ann.hears()
        await world.until(lambda: ann.reads()[-2:] == ["one", "three"] and bob.reads()[-1:] == ["two"])
        await world.quiet()
        answered = [call for call in world.calls if call.method != "getUpdates"]
        assert {call.status for call in answered} == {200, 400, 429}
        assert len(world.bot.updates) == len({update.id for update in world.bot.updates})
        assert world.bot.waiting == 0
