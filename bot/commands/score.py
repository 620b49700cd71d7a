"""`hujifen score`: the points of an applicant, each with its reason and its source."""

import argparse
from collections.abc import Iterator

from bot.commands import facts_file
from bot.output import Block, Table
from bot.results import score_result
from bot.texts import texts
from dialogs.explain import because
from dialogs.texts import Texts
from scoring.score import Item, Score, score

add_arguments = facts_file.add_arguments


def run(options: argparse.Namespace) -> None:
    """Prints the score of every facts object of FILE."""
    text = texts(options.lang)
    facts_file.answer(
        options,
        as_json=lambda facts: score_result(score(facts), text),
        as_blocks=lambda facts: _blocks(score(facts), text),
    )


def _blocks(result: Score, text: Texts) -> Iterator[Block]:
    yield text("report.day", day=result.on, book=result.book.id)
    yield text("report.total", total=result.total, standard=result.book.standard, gap=result.gap)
    yield text(f"report.verdict.{result.verdict}")
    yield text(f"report.can_apply.{result.can_apply}")
    yield Table(
        text("report.items"),
        [
            (
                text(f"indicator.{item.indicator}"),
                _points(item, text),
                item.source.confidence,
                because(item.reason, text),
            )
            for item in result.items
        ],
    )
    yield Table(
        text("report.conditions"),
        [({True: "✓", False: "✗", None: "?"}[met.met], because(met.reason, text)) for met in result.conditions],
    )
    if result.cautions:
        yield Table(text("report.warnings"), [("!", because(caution.reason, text)) for caution in result.cautions])


def _points(item: Item, text: Texts) -> str:
    if item.cap == 0 and not item.points.exact:
        return text("report.at_most_none")
    return str(item.points) if item.counted else text("report.not_counted", points=item.points)
