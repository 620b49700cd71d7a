"""`hujifen ask`: the answer to a free question, from the articles, in the language it was asked in."""

import argparse
from collections.abc import Iterator
from datetime import date

from bot.clock import today
from bot.commands.arguments import add_json, add_lang, add_on
from bot.commands.lines import answer_lines
from bot.inputs import BadInput
from bot.output import Block, Table, print_blocks, print_json
from bot.texts import texts
from dialogs.knowledge.loader import topics
from dialogs.texts import Texts
from dialogs.topics.reply import Reply, reply


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TEXT or `--lines`, `--on`, `--json` and `--lang`."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("text", metavar="TEXT", nargs="?", help="a question")
    what.add_argument("--lines", metavar="FILE", help="a file of one question a line (- is stdin)")
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

    if options.lines is not None:
        answer_lines(options.lines, as_json=options.json, read=str, answer=answer)
    elif any("\ud800" <= char <= "\udfff" for char in options.text):  # bytes that are not UTF-8
        raise BadInput("argument TEXT: not UTF-8")
    else:
        answer(options.text)


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
