"""Answering a text, or a file line by line: one answer a line, in order, and a bad line stops nothing."""

import argparse
from collections.abc import Callable
from typing import TypeVar

from bot.inputs import BadInput, decode, named, read_lines
from bot.output import one_line, print_blocks, print_json

Read = TypeVar("Read")


def answer_lines(file: str, *, as_json: bool, read: Callable[[str], Read], answer: Callable[[Read], None]) -> int:
    """Reads and answers every line of a file, and returns how many there were.

    A line that `read` refuses with `BadInput` is told in its place. Raises `BadInput` at the end where there was one.
    """
    number, bad, first = 0, 0, ""
    for number, content in read_lines(file):
        try:
            known = read(decode(content))
        except BadInput as problem:
            error = one_line(str(problem))
            bad, first = bad + 1, first or f"line {number}: {error}"
            if as_json:
                print_json({"error": error, "line": number})
            else:
                print_blocks([f"line {number}: {error}"])
        else:
            answer(known)
    if bad:
        raise BadInput(f"{named(file)}: {bad} of {number} lines bad; {first}")
    return number


def add_text(parser: argparse.ArgumentParser, *, text: str, lines: str) -> None:
    """TEXT or `--lines`, each with its help."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("text", metavar="TEXT", nargs="?", help=text)
    what.add_argument("--lines", metavar="FILE", help=lines)


def answer_text(options: argparse.Namespace, answer: Callable[[str], None]) -> None:
    """Answers TEXT, or each line of the file of `--lines`. Raises `BadInput`."""
    if options.lines is not None:
        answer_lines(options.lines, as_json=options.json, read=str, answer=answer)
    elif _undecodable(options.text):
        raise BadInput("argument TEXT: not UTF-8")
    else:
        answer(options.text)


def _undecodable(text: str) -> bool:
    """Whether an argument held bytes that are not UTF-8; Python keeps them as lone surrogates."""
    return any("\ud800" <= char <= "\udfff" for char in text)
