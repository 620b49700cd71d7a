"""`hujifen calendar`: the dates of a renewal as a calendar file."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.calendar_file import left_out, renewal_calendar
from bot.clock import today
from bot.commands.arguments import add_lang, add_on, day
from bot.inputs import BadInput
from bot.output import print_blocks
from bot.texts import texts
from dialogs.flows.renewal import LATE, TOO_LATE, RenewalPlan, renewal_plan
from dialogs.flows.renewal_screen import late_lines, stage_told
from dialogs.texts import Texts
from scoring.fact_kinds import NEWEST, OLDEST

FARTHEST = 10
"""Years from today within which the end of a permit can lie, as in the talk."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """EXPIRES, OUT.ics, `--on` and `--lang`."""
    parser.add_argument("expires", type=day, metavar="EXPIRES", help="the day on which the residence permit ends")
    parser.add_argument("out", type=Path, metavar="OUT.ics", help="the file to write")
    add_on(parser)
    add_lang(parser)


def run(options: argparse.Namespace) -> None:
    """Writes the renewal plan of a permit, and prints what its days cannot say. Raises `BadInput` for a day that is no
    permit's end, and where the file cannot be written.
    """
    on: date = options.on or today()
    if abs(options.expires.year - on.year) > FARTHEST or not OLDEST <= options.expires <= NEWEST:
        raise BadInput(f"EXPIRES: {options.expires} is more than {FARTHEST} years from {on}")
    plan, text = renewal_plan(options.expires, on), texts(options.lang)
    content = renewal_calendar(plan, text)
    try:
        options.out.write_bytes(content)
    except OSError as error:
        raise BadInput(f"{options.out}: {error.strerror or error}") from None
    print_blocks(_beside(plan, text))


def _beside(plan: RenewalPlan, text: Texts) -> Iterator[str]:
    """What whoever imports the file should know: that the permit has ended, and which days are missing."""
    if plan.stage in (LATE, TOO_LATE):
        yield stage_told(plan, text)
        yield from late_lines(plan.late, text)
    if plan.stage != TOO_LATE:
        yield from left_out(plan, text)
