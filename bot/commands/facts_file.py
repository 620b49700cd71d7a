"""What `score`, `forecast` and `plan` share: FILE holds one facts object, or one a line, and each has a result."""

import argparse
from collections.abc import Callable, Iterable
from datetime import date

from bot.clock import today
from bot.commands.arguments import add_json, add_lang, add_on
from bot.commands.lines import answer_lines
from bot.inputs import BadInput, named, read_document
from bot.output import Block, print_blocks, print_json
from scoring.facts import Facts, FactsError, parse_facts
from scoring.json_text import JsonError, decode_json
from scoring.rulebook import NoRuleBookError, rule_book


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, `--on`, `--json` and `--lang`."""
    parser.add_argument("file", metavar="FILE", help="facts: one JSON object (- is stdin), or a .jsonl with one a line")
    add_on(parser)
    add_json(parser)
    add_lang(parser)


def answer(
    options: argparse.Namespace,
    *,
    as_json: Callable[[Facts], object],
    as_blocks: Callable[[Facts], Iterable[Block]],
) -> None:
    """Prints the result of each facts object of FILE.

    A bad line of a .jsonl is told in its place and the rest go on. Raises `BadInput` for a bad file at once, for bad
    lines at the end.
    """
    on = _scored_day(options)

    def print_result(facts: Facts) -> None:
        if options.json:
            print_json(as_json(facts))
        else:
            print_blocks(as_blocks(facts))

    def read(text: str) -> Facts:
        try:
            return parse_facts(decode_json(text), on=on)
        except (FactsError, JsonError) as problem:
            raise BadInput(str(problem)) from None

    if options.file.lower().endswith(".jsonl"):
        if not answer_lines(options.file, as_json=options.json, read=read, answer=print_result):
            raise BadInput(f"{options.file}: empty")
        return
    text = read_document(options.file)
    try:
        facts = read(text)
    except BadInput as problem:
        raise BadInput(f"{named(options.file)}: {problem}") from None
    print_result(facts)


def _scored_day(options: argparse.Namespace) -> date:
    on: date = options.on or today()
    try:
        rule_book(on)
    except NoRuleBookError as problem:
        raise BadInput(f"argument --on: {problem}") from None
    return on
