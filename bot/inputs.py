"""Reading what a user names on the command line: a file, or `-` for the standard input.

Everything that may be wrong with it is a `BadInput` of one line: no such file, a folder, not UTF-8, empty, too long.
"""

import codecs
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

MAX_BYTES = 4_000_000
"""Of a document or a line. Facts with ten years of contributions take some ten thousand."""


class BadInput(ValueError):
    """What was given cannot be used. The message names what is wrong, in one line."""


def read_document(file: str) -> str:
    """The whole text of a file that holds one document. Raises `BadInput`."""
    with _reading(file) as stream:
        content = stream.read(MAX_BYTES + 1)
    try:
        text = decode(content.removeprefix(codecs.BOM_UTF8))
    except BadInput as problem:
        raise BadInput(f"{named(file)}: {problem}") from None
    if not text.strip():
        raise BadInput(f"{named(file)}: empty")
    return text


def read_lines(file: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a file, numbered from 1, without their ends, as `decode` wants them. Raises `BadInput`.

    They are read one by one, so a file may be larger than the memory; a line is cut soon after `MAX_BYTES`.
    """
    with _reading(file) as stream:
        number = 0
        while line := stream.readline(MAX_BYTES + 1):
            number += 1
            end = line
            while len(end) > MAX_BYTES and not end.endswith(b"\n"):
                end = stream.readline(MAX_BYTES + 1)
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)
            yield number, line.removesuffix(b"\n").removesuffix(b"\r")


def decode(content: bytes) -> str:
    """The text of a document or a line. Raises `BadInput` for one that is too long or not UTF-8."""
    if len(content) > MAX_BYTES:
        raise BadInput(f"longer than {MAX_BYTES} bytes")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"not UTF-8: byte 0x{content[error.start]:02x} at position {error.start}") from None


def named(file: str) -> str:
    """How messages name a file."""
    return "standard input" if file == "-" else file


@contextmanager
def _reading(file: str) -> Iterator[BinaryIO]:
    try:
        if file == "-":
            yield sys.stdin.buffer
        else:
            with Path(file).open("rb") as stream:
                yield stream
    except OSError as error:
        raise BadInput(f"{named(file)}: {error.strerror or error}") from None
