"""`hujifen ask`: the answer to a free question, from the articles, in the language it was asked in."""

import argparse
from collections.abc import Iterator
from datetime import date

from bot.clock import today
from bot.commands.arguments import add_json, add_lang, add_on
from bot.commands.lines import add_text, answer_text
from bot.output import Block, Table, print_blocks, print_json
from bot.texts import texts
from dialogs.knowledge.loader import topics
from dialogs.texts import Texts
from dialogs.topics.reply import Reply, reply


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TEXT or `--lines`, `--on`, `--json` and `--lang`."""
    add_text(parser, text="a question", lines="a file of one question a line (- is stdin)")
    add_on(parser)
    add_json(parser)
    add_lang(parser)
    parser.set_defaults(lang=None)


def run(options: argparse.Namespace) -> None:
    """Prints the answer to TEXT, or to each line of a file."""
    on: date = options.on or today()

    def answer(question: str) -> None:
        said = reply(question, on=on, locale=options.lang)
        if options.json:
            print_json(_result(said))
        else:
            print_blocks(_blocks(said, texts(said.locale)))

    answer_text(options, answer)


def _result(said: Reply) -> dict[str, object]:
    return {
        "topic": said.topic,
        "confidence": round(said.confidence, 3),
        "answer": "\n".join(_paragraphs(said, texts(said.locale))),
        "sources": [
            {"document": cited.document.name, "date": cited.document.date, "confidence": cited.confidence}
            for cited in said.answer.sources
        ],
        "as_of": said.answer.as_of.isoformat(),
        "also": list(said.also),
    }


def _paragraphs(said: Reply, text: Texts) -> Iterator[str]:
    if said.personal:
        yield text("ask.personal")
    yield from said.answer.paragraphs


def _blocks(said: Reply, text: Texts) -> Iterator[Block]:
    yield from _paragraphs(said, text)
    names = {topic.id: topic.name[said.locale] for topic in topics()}
    yield Table(text("ask.unsure" if said.unsure else "ask.also"), [(names[topic],) for topic in said.also])
    yield Table(
        text("ask.sources", day=said.answer.as_of),
        [(cited.confidence, cited.document.date, cited.document.name) for cited in said.answer.sources],
    )
