"""`hujifen telegram` and `hujifen serve` as processes of their own, against a Bot API server."""

import asyncio
import signal
import socket
import sqlite3
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.bot.channels.at_work import PATIENCE, end, environment, hujifen
from tests.bot.channels.people import agrees
from tests.botapi import World, refused


async def refusal(command: str, env: dict[str, str]) -> str:
    """The last line of a command that was given something it cannot use."""
    async with hujifen(command, env) as process:
        status, written = await end(process)
    assert status == 2, written
    assert "Traceback" not in written
    return written.splitlines()[-1]


@pytest.mark.parametrize(("command", "library"), [("telegram", "ptb"), ("serve", "ptb"), ("serve", "aiogram")])
async def test_a_person_is_answered_the_process_stops_cleanly_and_the_log_keeps_its_secrets(
    world: World, tmp_path: Path, command: str, library: str
) -> None:
    user = world.user()
    async with hujifen(command, environment(world, tmp_path, telegram_library=library)) as process:
        await world.bot.listens(timeout=PATIENCE)
        await agrees(user)
        world.bot.inject("message", {"chat": {"id": user.id}, "text": "SECRET poison"})
        await user.sends("SECRET words: 我35岁，大专")
        await user.hears()
        assert "35" in user.last().text
        await world.quiet()
        process.send_signal(signal.SIGTERM)
        status, written = await end(process)
    assert status == 0, written
    assert "the bot is known" in written
    secrets = (world.token, world.token.partition(":")[2], "SECRET", "/telegram/", str(user.id))
    assert not [secret for secret in secrets if secret in written]
    assert len(world.bot.short_descriptions) == 2
    with sqlite3.connect(tmp_path / "store.db") as store:
        [[buried]] = store.execute("SELECT problem FROM dead_letter").fetchall()
    store.close()
    assert buried == "update.message.chat.type: missing"


# Says at its end which of them were loaded.
MEASURED = """
import sys
from bot.cli import main
status = main([sys.argv[1]])
print("loaded:", *sorted({"numpy", "rich", "pygments"} & sys.modules.keys()))
sys.exit(status)
"""


@pytest.mark.parametrize("library", ["ptb", "aiogram"])
async def test_a_talk_loads_neither_what_counts_many_nor_what_colours_a_terminal(
    world: World, tmp_path: Path, library: str
) -> None:
    user, env = world.user(), environment(world, tmp_path, telegram_library=library)
    async with hujifen("serve", env, (sys.executable, "-c", MEASURED)) as process:
        await world.bot.listens(timeout=PATIENCE)
        await agrees(user)
        await user.sends("我35岁，大专")
        await user.hears()
        process.send_signal(signal.SIGTERM)
        status, written = await end(process)
    assert status == 0, written
    assert "loaded:\n" in written


async def test_what_is_said_while_the_process_is_down_is_answered_when_it_is_back(world: World, tmp_path: Path) -> None:
    user, env = world.user(), environment(world, tmp_path)
    async with hujifen("telegram", env) as process:
        await world.bot.listens(timeout=PATIENCE)
        await agrees(user)
        process.kill()
        await process.wait()
    await user.sends("我35岁")
    async with hujifen("telegram", env) as process:
        await user.hears(timeout=PATIENCE)
        assert "35" in user.last().text


async def test_without_a_token_the_web_server_serves_all_the_same(world: World, tmp_path: Path) -> None:
    env = environment(world, tmp_path, telegram_token="")
    async with hujifen("serve", env) as process, ClientSession() as session:
        assert process.stderr is not None
        url = (await asyncio.wait_for(process.stderr.readline(), PATIENCE)).decode().strip()
        async with session.get(f"{url}/readyz") as response:
            assert response.status == 200
        process.send_signal(signal.SIGINT)
        assert await end(process) == (0, "")
    assert not world.calls


async def test_a_setting_that_cannot_be_used_is_named(world: World, tmp_path: Path) -> None:
    def env(**values: str) -> dict[str, str]:
        return environment(world, tmp_path, **values)

    assert (await refusal("telegram", env(telegram_token=""))).startswith(
        "hujifen telegram: HUJIFEN_TELEGRAM_TOKEN is not set"
    )
    unknown = env(telegram_token="123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    assert (await refusal("telegram", unknown)).startswith(
        "hujifen telegram: HUJIFEN_TELEGRAM_TOKEN: the server refuses"
    )
    world.order(refused(401, "Unauthorized"), method="getUpdates")
    assert (await refusal("telegram", env())).startswith("hujifen telegram: HUJIFEN_TELEGRAM_TOKEN: the server refuses")
    for database in ("mysql://x/y", "nothing", f"sqlite:///{tmp_path}/no/folder/x.db"):
        told = await refusal("serve", env(database_url=database))
        assert told.startswith("hujifen serve: HUJIFEN_DATABASE_URL: "), told
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = await refusal("serve", env(port=str(taken.getsockname()[1])))
        assert told.startswith("hujifen serve: HUJIFEN_PORT: 127.0.0.1:")
    world.order(
        refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"), method="setWebhook"
    )
    assert (await refusal("serve", env())).startswith("hujifen serve: HUJIFEN_PUBLIC_URL: Telegram does not take it")


@pytest.mark.parametrize(
    ("missing", "settings", "extra"),
    [
        ("telegram", {"HUJIFEN_TELEGRAM_LIBRARY": "ptb"}, "ptb"),
        ("aiogram", {}, "aiogram"),
        ("psycopg", {"HUJIFEN_TELEGRAM_LIBRARY": "ptb", "HUJIFEN_DATABASE_URL": "postgresql://x/y"}, "postgres"),
    ],
)
async def test_what_is_not_installed_is_named(
    world: World, tmp_path: Path, missing: str, settings: dict[str, str], extra: str
) -> None:
    program = f"import sys\nsys.modules['{missing}'] = None\nfrom bot.cli import main\nsys.exit(main(['telegram']))"
    env = environment(world, tmp_path, telegram_library="aiogram") | settings
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, env=env, stdout=PIPE, stderr=PIPE)
    status, written = await end(process)
    assert (status, f"{missing} is not installed: pip install 'hujifen[{extra}]'" in written) == (2, True), written
