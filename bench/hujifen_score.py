"""Our scorer as a worker (`python -m bench.hujifen_score FOLDER`): the whole rule book, the base rules among it."""

import json
from functools import cache

from bench.people import ITEMS, ON
from bench.worker import data_folder, serve, timed_each
from scoring.facts import Facts, parse_facts
from scoring.score import score

DEDUCTIONS = ("false_material", "detention", "minor_crime")


@cache
def lines() -> list[str]:
    """Everybody's facts object as text."""
    return (data_folder() / "facts.jsonl").read_text().splitlines()


def parsed(line: str) -> Facts:
    """The facts of one line."""
    return parse_facts(json.loads(line), on=ON)


def facts(count: int) -> list[Facts]:
    """The facts of the first people."""
    return [parsed(line) for line in lines()[:count]]


def totals(count: int) -> list[int]:
    """The totals of the first people; everything is known of them, so there is one each."""
    found = [score(person).total for person in facts(count)]
    assert all(total.exact for total in found)
    return [total.min for total in found]


def items(count: int) -> list[dict[str, int]]:
    """The points of each item of the base rules, as the score's own lines tell them."""
    return [items_of(person) for person in facts(count)]


def items_of(person: Facts) -> dict[str, int]:
    """One person's points of each item of the base rules."""
    points = {item.indicator: item.points.min for item in score(person).items}
    points["deductions"] = sum(points[record] for record in DEDUCTIONS)
    return {item: points[item] for item in ITEMS}


def explained(count: int) -> float:
    """Scores with every line's reason and source, from facts that were read before."""
    return timed_each(score, facts(count))


def explained_from_json(count: int) -> float:
    """The same from each person's text: decoded, checked fact by fact, and scored."""
    return timed_each(lambda line: score(parsed(line)), lines()[:count])


if __name__ == "__main__":
    serve({"totals": totals, "items": items, "explained": explained, "explained from JSON": explained_from_json})
