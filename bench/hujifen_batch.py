"""Our batch as a worker (`python -m bench.hujifen_batch FOLDER`): columns of contract facts in, totals out.

The whole rule book is scored. What is told of everybody alike is one value, as the column interface has it; counts are
32-bit and named values 8-bit numbers, the widths that the peers store them in.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from bench.people import CREDENTIAL, EDUCATION, ON
from bench.worker import data_folder, serve, timed
from scoring.batch import BatchScores, Column, Records, encode, score_columns

NAMED = {"education": EDUCATION, "credential": CREDENTIAL}


@cache
def columns(count: int) -> Mapping[str, Column]:
    """The facts of the first people as columns."""
    text = (data_folder() / "facts.jsonl").read_text()
    people = [json.loads(line) for line in text.splitlines()[:count]]
    made: dict[str, Column] = {}
    for key, first in people[0].items():
        values = [person[key] for person in people]
        if isinstance(first, Mapping):
            made |= {f"{key}.{part}": column([value[part] for value in values]) for part in first}
        elif isinstance(first, list):
            made[key] = records(values)
        elif key in NAMED:
            made[key] = encode(key, values)
        else:
            made[key] = column(values)
    return made


def column(values: Sequence[bool | int | str]) -> Column:
    """One fact of everybody; one value where all have the same."""
    if len(set(values)) == 1:
        return values[0]
    return np.array(values, dtype=bool if isinstance(values[0], bool) else np.int32)


def records(of_each: Sequence[Sequence[str]]) -> Records:
    """The dated records of everybody."""
    row = [place for place, days in enumerate(of_each) for _ in days]
    return Records(np.array(row, np.int32), np.array([day for days in of_each for day in days], "datetime64[D]"))


def scored(count: int) -> BatchScores:
    """The first people scored at once."""
    return score_columns(columns(count), on=ON)


def totals(count: int) -> list[int]:
    """The totals of the first people; everything is known of them, so there is one each."""
    found = scored(count)
    assert (found.total_min == found.total_max).all()
    return [int(total) for total in found.total_min]


def batch(count: int) -> float:
    """The totals of all of them, from columns that are ready."""
    ready = columns(count)
    return timed(lambda: score_columns(ready, on=ON))


if __name__ == "__main__":
    serve({"totals": totals, "batch": batch})
