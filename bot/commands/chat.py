"""`hujifen chat`: the conversation in the terminal."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.channels.terminal import Terminal, talk_as_json, talk_plainly, talk_with_a_person
from bot.clock import today
from bot.commands.arguments import add_json, add_lang, add_on
from bot.inputs import BadInput, decode, named, read_lines
from scoring.rulebook import NoRuleBookError, rule_book


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--script`, `--on`, `--json` and `--lang`."""
    parser.add_argument("--script", metavar="FILE", help="the user's messages, one a line (- is stdin)")
    add_on(parser)
    add_json(parser)
    add_lang(parser)
    parser.set_defaults(lang=None)


def run(options: argparse.Namespace) -> None:
    """Talks with the person at the keyboard, or through a script or a pipe."""
    on = options.on or today()
    try:
        rule_book(on)
    except NoRuleBookError as problem:
        raise BadInput(f"argument --on: {problem}") from None
    if options.script is None and not options.json and sys.stdin.isatty() and sys.stdout.isatty():
        talk_with_a_person(Terminal(on=on, locale=options.lang, folder=Path.cwd()))
        return
    terminal = Terminal(on=on, locale=options.lang)
    messages = _messages(_readable(options.script or "-"))
    if options.json:
        talk_as_json(terminal, messages)
    else:
        talk_plainly(terminal, messages)


def _readable(file: str) -> str:
    """The file itself, once it can be read: so nothing is said before a bad one is refused."""
    try:
        if file != "-":
            Path(file).open("rb").close()
    except OSError as error:
        raise BadInput(f"{named(file)}: {error.strerror or error}") from None
    return file


def _messages(file: str) -> Iterator[str]:
    for number, line in read_lines(file):
        try:
            yield decode(line)
        except BadInput as problem:
            raise BadInput(f"{named(file)}: line {number}: {problem}") from None
