"""Answering a file line by line: one answer a line, in order, and a bad line stops nothing."""

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
