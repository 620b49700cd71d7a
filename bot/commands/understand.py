"""`hujifen understand`: the facts that a text tells, each with the words it came from."""

import argparse
import json
from collections.abc import Iterator
from datetime import date

from bot.clock import today
from bot.commands.arguments import add_json, add_lang, add_on
from bot.commands.lines import add_text, answer_text
from bot.output import Block, Table, print_blocks, print_json
from bot.results import understanding_result
from bot.texts import texts
from dialogs.texts import Texts
from dialogs.understanding import Heard, understand


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TEXT or `--lines`, `--on`, `--json` and `--lang`."""
    add_text(parser, text="what a user said", lines="a file of one text a line (- is stdin)")
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

    answer_text(options, answer)


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
