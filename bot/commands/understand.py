"""`hujifen understand`: the facts that a text tells, each with the words it came from."""

import argparse
import json
from collections.abc import Iterator
from datetime import date

from bot.clock import today
from bot.commands.arguments import add_json, add_lang, add_on
from bot.commands.lines import answer_lines
from bot.inputs import BadInput
from bot.output import Block, Table, print_blocks, print_json
from bot.results import understanding_result
from bot.texts import texts
from dialogs.texts import Texts
from dialogs.understanding import Heard, understand


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TEXT or `--lines`, `--on`, `--json` and `--lang`."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("text", metavar="TEXT", nargs="?", help="what a user said")
    what.add_argument("--lines", metavar="FILE", help="a file of one text a line (- is stdin)")
    add_on(parser)
    add_json(parser)
    add_lang(parser)


def run(options: argparse.Namespace) -> None:
    """Prints what is understood of TEXT, or of each line of a file."""
    on: date = options.on or today()
    text = texts(options.lang)

    def answer(said: str) -> None:
        heard = understand(said, on=on)
        if options.json:
            print_json(understanding_result(heard))
        else:
            print_blocks(_blocks(heard, text))

    if options.lines is not None:
        answer_lines(options.lines, as_json=options.json, read=str, answer=answer)
    elif _undecodable(options.text):
        raise BadInput("argument TEXT: not UTF-8")
    else:
        answer(options.text)


def _undecodable(text: str) -> bool:
    """Whether an argument held bytes that are not UTF-8; Python keeps them as lone surrogates."""
    return any("\ud800" <= char <= "\udfff" for char in text)


def _blocks(heard: Heard, text: Texts) -> Iterator[Block]:
    if not heard.heard and not heard.unclear:
        yield text("report.nothing_heard")
    if heard.heard:
        rows = [
            (told.key, json.dumps(heard.facts.get(told.key), ensure_ascii=False), told.text) for told in heard.heard
        ]
        yield Table(text("report.heard"), rows)
    if heard.unclear:
        yield Table(text("report.unclear"), [(phrase,) for phrase in heard.unclear])
