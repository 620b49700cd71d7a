"""ZEN as a worker (`python -m bench.peers.zen FOLDER MODEL`).

The rules are written twice: as decision tables, whose trace names the row that matched, and as expressions, whose trace
has the value of each, and which run faster.
"""

import sys

from bench.peers.zen_once import engine
from bench.people import ITEMS
from bench.worker import read_rows, serve, timed, timed_each


def work(model: str) -> None:
    """Serve that model."""
    rules = engine(model)
    trace, plain = {"trace": True}, {"trace": False}

    def totals(count: int) -> list[int]:
        return [rules.evaluate(model, person, plain)["result"]["total"] for person in read_rows(count)]

    def items(count: int) -> list[dict[str, int]]:
        return [items_of(rules.evaluate(model, person, trace)["trace"]) for person in read_rows(count)]

    def explained(count: int) -> float:
        return timed_each(lambda person: rules.evaluate(model, person, trace), read_rows(count))

    def batch(count: int) -> float:
        requests = [{"key": model, "context": person} for person in read_rows(count)]
        return timed(lambda: rules.evaluate_batch(requests, plain))

    serve({"totals": totals, "items": items, "explained": explained, "batch": batch})


def items_of(trace: dict[str, dict[str, dict[str, int]]]) -> dict[str, int]:
    """The points of each item, as the trace of one person's score tells them."""
    outputs: dict[str, int] = {}
    for node in trace.values():
        outputs |= node["output"] or {}
    return {item: outputs[f"points_{item}"] for item in ITEMS}


if __name__ == "__main__":
    work(sys.argv[2])
