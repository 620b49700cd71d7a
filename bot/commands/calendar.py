"""`hujifen calendar`: the dates of a renewal as a calendar file."""

import argparse
from datetime import date
from pathlib import Path

from bot.calendar_file import renewal_calendar
from bot.clock import today
from bot.commands.arguments import add_lang, add_on, day
from bot.inputs import BadInput
from bot.texts import texts
from dialogs.flows.renewal import renewal_plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """EXPIRES, OUT.ics, `--on` and `--lang`."""
    parser.add_argument("expires", type=day, metavar="EXPIRES", help="the day on which the residence permit ends")
    parser.add_argument("out", type=Path, metavar="OUT.ics", help="the file to write")
    add_on(parser)
    add_lang(parser)


def run(options: argparse.Namespace) -> None:
    """Writes the renewal plan of a permit. Raises `BadInput` where the file cannot be written."""
    on: date = options.on or today()
    content = renewal_calendar(renewal_plan(options.expires, on), texts(options.lang))
    try:
        options.out.write_bytes(content)
    except OSError as error:
        raise BadInput(f"{options.out}: {error.strerror or error}") from None
