"""A bot that stays up does without docstrings where that is prepared, and is the same process as before."""

import subprocess
import sys
from pathlib import Path

from bot.bytecode import FOLDER

# Says who it is each time it begins, and then does what the command of that name does.
COMMAND = """
import os, sys
print(os.getpid(), sys.flags.optimize, *sys.argv[1:])
sys.stdout.flush()
import bot.bytecode
if sys.argv[2:]:
    bot.bytecode.FOLDER = bot.bytecode.Path(sys.argv[2])
from bot.cli import main
sys.argv[2:] = ["--help"]
sys.exit(main())
"""
PREPARED = """
import runpy, sys
sys.prefix = sys.argv[1]
runpy.run_module("bot.bytecode", run_name="__main__")
"""


def lines_of(program: str, *arguments: str) -> list[str]:
    """What a program says that is done in a process of its own."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.splitlines()


def test_a_command_that_stays_begins_anew_without_docstrings_as_the_same_process() -> None:
    assert FOLDER.is_dir(), "make setup prepares it"
    first, second, usage, *_ = lines_of(COMMAND, "serve")
    assert first.split()[1:] == ["0", "serve"]
    assert second.split()[1:] == ["2", "serve"]
    assert first.split()[0] == second.split()[0]
    assert usage.startswith("usage: hujifen serve")


def test_a_command_that_is_soon_done_begins_once() -> None:
    first, usage, *_ = lines_of(COMMAND, "score")
    assert first.split()[1:] == ["0", "score"]
    assert usage.startswith("usage: hujifen score")


def test_where_nothing_is_prepared_a_command_begins_as_it_is(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    first, usage, *_ = lines_of(COMMAND, "telegram", nowhere)
    assert first.split()[1:] == ["0", "telegram", nowhere]
    assert usage.startswith("usage: hujifen telegram")


def test_what_is_prepared_is_all_that_a_bot_reads(tmp_path: Path) -> None:
    assert lines_of(PREPARED, str(tmp_path)) == []
    prepared = {file.parent.name for file in tmp_path.rglob("*.opt-2.pyc")}
    assert {"bot", "families", "json", "aiogram", "telegram", "sqlmodel", "numpy"} <= prepared
    assert "versions" not in prepared
