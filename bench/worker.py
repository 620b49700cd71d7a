"""How an engine is asked: one process per engine, a JSON request a line in, a JSON answer a line out.

A process of its own keeps one engine's imports, caches and heap away from the next; it stays up, so that the runner can
take turns among the engines. Requests are `[name, count]`; every engine answers those it can:

- `totals`: the totals of the first `count` people, in order, by its fastest way
- `items`: the points of each item for the first `count` people, read from the engine's own explanation
- anything else is a figure: the seconds that the engine took for the first `count` people
"""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from bench.people import COLUMNS

Columns = Mapping[str, list[int | str | bool]]
T = TypeVar("T")


def serve(answers: Mapping[str, Callable[[int], object]]) -> None:
    """Say which requests are understood, then answer them until the input ends."""
    replies = sys.stdout
    sys.stdout = sys.stderr
    print(json.dumps(sorted(answers)), file=replies, flush=True)
    for line in sys.stdin:
        name, count = json.loads(line)
        print(json.dumps(answers[name](count)), file=replies, flush=True)


def timed(work: Callable[[], object]) -> float:
    """The seconds that `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def timed_each(work: Callable[[T], object], people: Iterable[T]) -> float:
    """The seconds that `work` takes for all of these people, one after the other; no result is kept."""
    start = perf_counter()
    for person in people:
        work(person)
    return perf_counter() - start


@cache
def read_columns() -> Columns:
    """One list per input of the base rules, from the folder that the runner names."""
    columns: Columns = json.loads((data_folder() / "columns.json").read_text())
    return columns


def read_rows(count: int) -> list[dict[str, int | str | bool]]:
    """The first people, each with the inputs of the base rules by name."""
    columns = read_columns()
    return [{name: columns[name][row] for name in COLUMNS} for row in range(count)]


def data_folder() -> Path:
    """Where the people lie."""
    return Path(sys.argv[1])
