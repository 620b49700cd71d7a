"""What keeps the house in order: pure packages stay pure, slow imports stay lazy.

The direction of imports and the forbidden modules are contracts of import-linter, in pyproject.toml.
"""

import ast
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_tree import ROOT, name_of, python_files, syntax_tree

# The only modules of the pure packages that may read a file: data that is part of the package.
DATA_LOADERS = {
    "scoring/data.py",
    "dialogs/knowledge/loader.py",
    "dialogs/topics/model.py",
    "dialogs/understanding/scripts.py",
}

# What could be had without importing a forbidden module, or around the linter.
CLOCK_AND_CHANCE = {"today", "now", "utcnow", "fromtimestamp", "time", "random"}
SCREEN_AND_SYSTEM = {"print", "input", "breakpoint", "eval", "exec", "getenv", "environ", "__import__", "import_module"}
FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "files", "as_file"}

# Slow to import: each would cost more than scoring does.
HEAVY = {
    "aiogram", "aiohttp", "alembic", "babel", "chinese_calendar", "cn2an", "fastapi", "httpx", "icalendar", "numpy",
    "opencc", "prompt_toolkit", "pydantic", "rapidfuzz", "rich", "sqlalchemy", "sqlmodel", "starlette", "structlog",
    "telegram", "typer", "uvicorn",
}  # fmt: skip

FACTS = {"birth_date": "1991-05-20", "education": "master"}


def used_names(file: Path) -> Iterator[tuple[str, int]]:
    """The name of everything that a module calls, and of every attribute it reads, with the line."""
    for node in ast.walk(syntax_tree(file)):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                yield name, node.lineno
            case ast.Call(func=ast.Attribute(attr=name)):
                yield name, node.lineno
            case ast.Attribute(attr="environ"):
                yield "environ", node.lineno


@pytest.mark.parametrize("file", python_files("scoring", "dialogs"), ids=name_of)
def test_a_pure_module_asks_no_clock_no_chance_no_screen_and_no_file(file: Path) -> None:
    forbidden = CLOCK_AND_CHANCE | SCREEN_AND_SYSTEM
    if name_of(file) not in DATA_LOADERS:
        forbidden |= FILES
    assert not [f"{name_of(file)}:{line}: {name}" for name, line in used_names(file) if name in forbidden]


@pytest.mark.parametrize("file", python_files("scoring", "dialogs", "bot"), ids=name_of)
def test_a_module_is_named_after_its_subject(file: Path) -> None:
    assert file.stem not in {"common", "helper", "helpers", "misc", "tools", "util", "utils"}


def modules_after(program: str, *arguments: str) -> set[str]:
    """The top-level names of every module that is loaded when a program has run."""
    report = f"import json, sys\n{program}\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", report, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return {name.split(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


def test_importing_the_command_loads_nothing_slow() -> None:
    assert not modules_after("import bot.cli") & HEAVY


def test_scoring_loads_nothing_slow(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(FACTS), encoding="utf-8")
    program = "from bot.cli import main\nassert main(sys.argv[1:]) == 0"
    assert not modules_after(program, "score", str(facts), "--json", "--on", "2026-11-22") & HEAVY


LIBRARIES = {"aiogram", "telegram"}
# Stops a server as soon as it answers.
STOPPED = """
import os, signal, threading, time, urllib.request
def stop():
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{os.environ['HUJIFEN_PORT']}/healthz")
            return os.kill(os.getpid(), signal.SIGTERM)
        except OSError:
            time.sleep(0.02)
threading.Thread(target=stop).start()
from bot.cli import main
assert main(["serve"]) == 0
"""


def test_the_conversation_in_the_terminal_loads_no_library_of_telegram(tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("35岁，大专\n", encoding="utf-8")
    program = "from bot.cli import main\nassert main(sys.argv[1:]) == 0"
    assert not modules_after(program, "chat", "--script", str(script)) & LIBRARIES


def test_the_server_without_a_token_loads_no_library_of_telegram(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        monkeypatch.setenv("HUJIFEN_PORT", str(free.getsockname()[1]))
    monkeypatch.delenv("HUJIFEN_TELEGRAM_TOKEN", raising=False)
    assert not modules_after(STOPPED) & LIBRARIES


def test_the_telegram_side_loads_a_library_only_to_send_through_it() -> None:
    modules = [
        f"bot.{'.'.join(file.relative_to(ROOT / 'bot').with_suffix('').parts)}"
        for file in python_files("bot")
        if file.stem not in ("__init__", "telegram_aiogram", "telegram_aiogram_session")
        and not file.stem.startswith("telegram_ptb")
        and "migrations" not in file.parts
    ]
    assert "bot.channels.telegram_polling" in modules
    assert not modules_after(f"import {', '.join(modules)}") & LIBRARIES
    assert modules_after("import bot.channels.telegram_ptb_channel") & LIBRARIES == {"telegram"}


def test_what_a_library_was_loaded_without_can_be_loaded_afterwards() -> None:
    assert "rich" not in modules_after("import bot.logs")
    assert "rich" in modules_after("import bot.logs, rich.console")
    assert "rich" in modules_after("import rich.console, bot.logs")
