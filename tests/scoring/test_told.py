"""What somebody was told that he scores: short, whole, and read back as it was."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import parse_facts
from scoring.interval import Interval
from scoring.score import score
from scoring.told import Told, plain_of, read_told, told_of
from tests.scoring.people import Partly, dates, partial_people, unhurried

DAY = date(2026, 11, 22)


def test_what_was_told_names_only_what_brought_points() -> None:
    told = told_of(score(parse_facts({"age": 30, "education": "master", "credential": "skill_5"}, on=DAY)))
    assert told.standard == 120
    assert told.points["education"] == Interval(100, 100)
    assert "credential" not in told.points  # education is the higher of the two
    assert told.points_of("credential") == Interval(0, 0)
    assert told.points_of("award") == Interval(0, 110)  # nothing is known of it


@unhurried
@given(dates().flatmap(partial_people))
def test_what_was_told_is_kept_as_json_and_read_back_as_it_was(partly: Partly) -> None:
    told = told_of(score(parse_facts(partly.told, on=partly.on)))
    assert read_told(json.loads(json.dumps(plain_of(told)))) == told


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {},
        {"total": [1, 2], "verdict": "reached"},
        {"total": [1], "verdict": "reached", "standard": 120, "points": {}},
        {"total": "12", "verdict": "reached", "standard": 120, "points": {}},
        {"total": [1, 2], "verdict": "reached", "standard": 120, "points": {"age": 3}},
        {"total": [1, 2], "verdict": 1, "standard": 120, "points": {}},
    ],
)
def test_anything_else_is_refused(kept: object) -> None:
    with pytest.raises(ValueError, match=r"^not what somebody was told(: points are not two whole numbers)?$"):
        read_told(kept)


@given(st.dictionaries(st.text(max_size=5), st.tuples(st.integers(), st.integers()).map(lambda ends: Interval(*ends))))
def test_whatever_indicators_there_were_are_read_back(points: dict[str, Interval]) -> None:
    told = Told(Interval(1, 2), "depends", 120, points)
    assert read_told(plain_of(told)) == told
