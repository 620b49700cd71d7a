"""The command `hujifen`.

One module of `bot.commands` a subcommand, imported only when it is chosen, so that a score is there at once.
It exits 0 on success and 2 on bad input, with one line on the standard error that names what was wrong. A fault of the
program itself exits 1, in one line too; with HUJIFEN_DEBUG set it shows where it happened.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Final, NoReturn, Protocol, cast

from bot.inputs import BadInput
from bot.output import one_line, prepare_streams

COMMANDS: Final = {
    "chat": "a talk about the points, in the terminal",
    "score": "the points of an applicant, each with its reason and source",
    "forecast": "the points month by month, life going on as it is",
    "plan": "the ways to 120 points, soonest first",
    "ask": "the answer to a question, with its sources",
    "understand": "the facts that a text tells",
    "rules": "the rule book in force, with its sources",
    "calendar": "the dates of a renewal into a calendar file",
    "telegram": "the bot on Telegram, by long polling",
    "serve": "the web server, with the bot on Telegram by webhook",
    "doctor": "how the store of a running bot is",
}
STAYING: Final = ("telegram", "serve")
"""The commands that run for days."""
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


class Command(Protocol):
    """What a module of `bot.commands` offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declares the command's arguments."""
        ...

    def run(self, options: argparse.Namespace) -> None:
        """Does the command's work. Raises `BadInput` for what the user can mend."""
        ...


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise BadInput(message)


def program() -> int:
    """Runs the process's command line, as a program of its own; the exit status."""
    if sys.argv[1:2] and sys.argv[1] in STAYING:
        from bot.bytecode import begin_without_docstrings

        begin_without_docstrings()
    return main()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line, by default that of the process, and returns its exit status."""
    prepare_streams()
    words = sys.argv[1:] if arguments is None else list(arguments)
    name = f"hujifen {words[0]}" if words and words[0] in COMMANDS else "hujifen"
    try:
        with suppress(SystemExit):  # argparse leaves this way after --help
            _run(words)
        sys.stdout.flush()
    except BadInput as problem:
        return _fail(f"{name}: {problem}", 2)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        # Nothing more can be written. What is still buffered goes nowhere, or the interpreter complains at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED if isinstance(error, BrokenPipeError) else _fail(f"{name}: {error}", 1)
    except Exception as fault:
        if os.environ.get("HUJIFEN_DEBUG"):
            raise
        return _fail(f"{name}: a fault of the program, not of the input: {type(fault).__name__}: {fault}", 1)
    return 0


def _run(words: Sequence[str]) -> None:
    if not words:
        raise BadInput(f"a command is missing: {', '.join(COMMANDS)}; see hujifen --help")
    first, *rest = words
    if first in ("-h", "--help"):
        print(_overview())
    elif first == "--version":
        from importlib.metadata import version

        print(version("hujifen"))
    elif first in COMMANDS:
        command = cast(Command, import_module(f"bot.commands.{first}"))
        parser = _Parser(
            prog=f"hujifen {first}",
            description=f"{COMMANDS[first][0].upper()}{COMMANDS[first][1:]}.",
            allow_abbrev=False,
        )
        command.add_arguments(parser)
        command.run(parser.parse_args(rest))
    else:
        raise BadInput(f"no such command: {first}; there are {', '.join(COMMANDS)}")


def _overview() -> str:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {what}" for name, what in COMMANDS.items())
    return f"usage: hujifen COMMAND ...\n\ncommands:\n{commands}\n\nhujifen COMMAND --help tells a command's arguments."


def _fail(message: str, status: int) -> int:
    print(one_line(message), file=sys.stderr)
    return status
