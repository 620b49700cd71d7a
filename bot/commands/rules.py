"""`hujifen rules`: the rule book in force, from the very data that is executed."""

import argparse

from bot.clock import today
from bot.commands.arguments import add_json, add_lang, add_on
from bot.inputs import BadInput
from bot.output import print_blocks, print_json
from bot.rule_page import rule_page, rule_page_json
from bot.texts import texts
from scoring.rulebook import NoRuleBookError, rule_book


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--on`, `--json` and `--lang`."""
    add_on(parser)
    add_json(parser)
    add_lang(parser)


def run(options: argparse.Namespace) -> None:
    """Prints the rule book in force on a day."""
    on = options.on or today()
    try:
        book = rule_book(on)
    except NoRuleBookError as problem:
        raise BadInput(f"argument --on: {problem}") from None
    text = texts(options.lang)
    if options.json:
        print_json(rule_page_json(book, text))
    else:
        print_blocks(rule_page(book, on, text))
