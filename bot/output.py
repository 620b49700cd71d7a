"""What a command prints: JSON for programs, aligned text for people, colours only on a terminal."""

import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple


class Table(NamedTuple):
    """Rows under a title; each row has the same number of cells, and the last cell may be long."""

    title: str
    rows: Sequence[Sequence[str]]


Block = str | Table
"""A paragraph or a table."""


def prepare_streams() -> None:
    """Makes the standard streams print UTF-8 whatever the locale says; a closed one becomes the null device.

    A lone surrogate comes out as its JSON escape.
    """
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w"))  # noqa: SIM115 - as long as we run
        elif isinstance(stream, io.TextIOWrapper) and name != "stdin":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_json(value: object) -> None:
    """Prints a value as one line of JSON."""
    print(json.dumps(value, ensure_ascii=False))


def print_blocks(blocks: Iterable[Block]) -> None:
    """Prints paragraphs and tables for a person to read."""
    if sys.stdout.isatty():
        _print_rich(blocks)
        return
    for block in blocks:
        print(block if isinstance(block, str) else "\n".join(_aligned(block)))


def one_line(text: str) -> str:
    """A text with every control character and line end written out, so that it stays one line on any terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _aligned(table: Table) -> Iterable[str]:
    columns = list(zip(*table.rows, strict=True))
    widths = [max(map(_width, column)) for column in columns[:-1]]
    yield table.title
    for row in table.rows:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False)]
        yield "  " + "  ".join([*cells, row[-1]]).rstrip()


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _print_rich(blocks: Iterable[Block]) -> None:
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    console = Console()
    for block in blocks:
        if isinstance(block, str):
            console.print(Text(block, style="bold"))
            continue
        grid = Grid.grid(padding=(0, 2))
        for row in block.rows:
            grid.add_row("", *map(Text, row))
        console.print(Text(block.title, style="bold cyan"))
        console.print(grid)
