"""`hujifen forecast`: the points month by month, life going on as it is."""

import argparse
from collections.abc import Iterator
from datetime import date

from bot.commands import facts_file
from bot.commands.arguments import day
from bot.inputs import BadInput
from bot.output import Block, Table
from bot.results import forecast_result
from bot.texts import texts
from dialogs.explain import because, with_caution
from dialogs.texts import Texts
from scoring.facts import Facts
from scoring.forecast import Forecast, forecast
from scoring.interval import month_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Those of every command that reads facts, and `--until`."""
    facts_file.add_arguments(parser)
    parser.add_argument("--until", type=day, required=True, metavar="YYYY-MM-DD", help="a day of the last month")


def run(options: argparse.Namespace) -> None:
    """Prints the forecast of every facts object of FILE."""
    text = texts(options.lang)
    facts_file.answer(
        options,
        as_json=lambda facts: forecast_result(_forecast(facts, options.until), text),
        as_blocks=lambda facts: _blocks(_forecast(facts, options.until), text),
    )


def _forecast(facts: Facts, until: date) -> Forecast:
    try:
        return forecast(facts, until=until)
    except ValueError as problem:
        raise BadInput(f"argument --{problem}") from None


def _blocks(result: Forecast, text: Texts) -> Iterator[Block]:
    if result.reaches_on is not None:
        yield text("report.reaches", month=month_text(result.reaches_on))
    if result.falls_below_on is not None:
        yield text("report.falls_below", month=month_text(result.falls_below_on))
    for caution in result.cautions:
        yield because(caution, text)
    if result.months:
        yield Table(text("report.months"), [(month_text(each.month), str(each.total)) for each in result.months])
    if result.events:
        rows = [
            (
                month_text(event.month),
                text(f"indicator.{event.indicator}"),
                f"{event.change:+d}",
                with_caution(because(event.reason, text), event.caution, text),
            )
            for event in result.events
        ]
        yield Table(text("report.events"), rows)
