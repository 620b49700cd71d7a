"""`hujifen plan`: the ways to the standard total, soonest first."""

import argparse
from collections.abc import Iterator

from bot.commands import facts_file
from bot.output import Block, Table
from bot.results import plans_result
from bot.texts import texts
from dialogs.explain import because, with_caution
from dialogs.texts import Texts
from scoring.plan import Plans, plan

add_arguments = facts_file.add_arguments


def run(options: argparse.Namespace) -> None:
    """Prints the plans for every facts object of FILE."""
    text = texts(options.lang)
    facts_file.answer(
        options,
        as_json=lambda facts: plans_result(plan(facts), text),
        as_blocks=lambda facts: _blocks(plan(facts), text),
    )


def _blocks(result: Plans, text: Texts) -> Iterator[Block]:
    yield because(result.note, text)
    for number, way in enumerate(result.plans, start=1):
        title = text("report.plan", number=number, day=way.reaches_on, total=way.total)
        steps = [
            (step.earliest.isoformat(), f"+{step.gain}", with_caution(because(step.label, text), step.caution, text))
            for step in way.steps
        ]
        shown = with_caution(title if steps else f"{title} {text('report.plan.no_step')}", way.caution, text)
        yield Table(shown, steps) if steps else shown
