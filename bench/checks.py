"""Before any time is taken: every engine gives the same people the same points, item by item."""

from collections.abc import Mapping, Sequence

from bench.engines import Engine, Worker
from bench.people import people
from bench.reference import items, total

EVERYBODY = 100_000
ONE_BY_ONE = 2_000
"""People whose totals are compared where an engine has no batch, or too slow a one."""
ITEMISED = 300
"""People whose items are compared, as the engine's own explanation has them."""
TAKES_EVERYBODY_AT_ONCE = ("hujifen batch", "OpenFisca-Core", "PolicyEngine-Core")


class Different(Exception):
    """An engine that gives somebody other points than the reference does: no time of it is worth anything."""


def check(workers: Mapping[Engine, Worker]) -> int:
    """Compare everybody's points with the reference; the sum of all totals. Raises Different."""
    expected = [total(person) for person in people(EVERYBODY)]
    itemised = [items(person) for person in people(ITEMISED)]
    for engine, worker in workers.items():
        if "totals" in worker.figures:
            count = EVERYBODY if engine.name in TAKES_EVERYBODY_AT_ONCE else ONE_BY_ONE
            _compare(engine.name, expected[:count], worker.totals(count))
        if "items" in worker.figures:
            _compare(f"{engine.name}, items", itemised, worker.items(ITEMISED))
    return sum(expected)


def _compare(name: str, expected: Sequence[object], found: Sequence[object]) -> None:
    if len(found) != len(expected):
        raise Different(f"{name}: {len(found)} people in place of {len(expected)}")
    for row, (right, wrong) in enumerate(zip(expected, found, strict=True)):
        if right != wrong:
            raise Different(f"{name}, person {row}: {wrong} in place of {right}")
