"""A bot that stays up does without docstrings where that is prepared, and is the same process as before."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.bytecode import FOLDER, PREPARED

# Says who it is each time it begins, and then does what the command of that name does.
COMMAND = """
import os, sys
print(os.getpid(), sys.flags.optimize, *sys.argv[1:])
sys.stdout.flush()
import bot.bytecode
if sys.argv[2:]:
    exec(sys.argv[2])
from bot.cli import program
sys.argv[2:] = ["--help"]
sys.exit(program())
"""
WRITES = """
import runpy, sys
sys.prefix = sys.argv[1]
runpy.run_module("bot.bytecode", run_name="__main__")
"""


def lines_of(program: str, *arguments: str, options: tuple[str, ...] = ()) -> list[str]:
    """What a program says that is done in a process of its own."""
    command = [sys.executable, *options, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.splitlines()


def test_a_command_that_stays_begins_anew_without_docstrings_as_the_same_process() -> None:
    assert (FOLDER / PREPARED).is_file(), "make setup prepares it"
    first, second, usage, *_ = lines_of(COMMAND, "serve")
    assert first.split()[1:] == ["0", "serve"]
    assert second.split()[1:] == ["2", "serve"]
    assert first.split()[0] == second.split()[0]
    assert usage.startswith("usage: hujifen serve")


def test_a_command_that_is_soon_done_begins_once() -> None:
    first, usage, *_ = lines_of(COMMAND, "score")
    assert first.split()[1:] == ["0", "score"]
    assert usage.startswith("usage: hujifen score")


@pytest.mark.parametrize(
    "hindrance",
    [
        "bot.bytecode.FOLDER = bot.bytecode.Path('/nowhere')",
        "bot.bytecode.PREPARED = 'never'",
        "sys.executable = '/nowhere/python'",
        "sys.executable = ''",
    ],
)
def test_where_it_is_not_prepared_or_cannot_be_a_command_begins_as_it_is(hindrance: str) -> None:
    first, usage, *_ = lines_of(COMMAND, "telegram", hindrance)
    assert first.split()[1:3] == ["0", "telegram"]
    assert usage.startswith("usage: hujifen telegram")


def test_whoever_told_python_what_to_leave_out_is_obeyed() -> None:
    first, usage, *_ = lines_of(COMMAND, "serve", options=("-O",))
    assert first.split()[1:] == ["1", "serve"]
    assert usage.startswith("usage: hujifen serve")


def test_the_program_and_its_libraries_are_prepared_and_that_is_said_last(tmp_path: Path) -> None:
    assert lines_of(WRITES, str(tmp_path)) == []
    prepared = {file.parent.name for file in tmp_path.rglob("*.opt-2.pyc")}
    assert {"bot", "families", "json", "aiogram", "telegram", "sqlmodel", "numpy", "lifespan"} <= prepared
    assert "versions" not in prepared
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert max(files, key=lambda file: file.stat().st_mtime_ns).name == PREPARED


def test_where_nothing_can_be_written_one_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(subprocess.CalledProcessError) as failed:
        lines_of(WRITES, str(tmp_path / "file"))
    assert failed.value.stderr == f"{tmp_path}/file/hujifen-bytecode cannot be made: Not a directory\n"
