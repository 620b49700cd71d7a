"""Who scores otherwise than he was told: found many at once, and the same as one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest

from scoring.facts import parse_facts
from scoring.interval import Interval
from scoring.rescoring import changed
from scoring.score import Score, score
from scoring.told import Profile, told_of
from tests.scoring.people import random_partial_people, random_people

ON = date(2027, 12, 31)


def profiles() -> Iterator[Profile]:
    """People of whom much or little is known, told on the day of their facts; every third was told something else."""
    people: list[tuple[date, Mapping[str, object]]] = [*random_people(200, 12)]
    people += [(partly.on, partly.told) for partly in random_partial_people(400, 11)]
    for place, (on, known) in enumerate(people):
        facts = parse_facts(known, on=on)
        told = told_of(score(facts))
        if place % 3 == 0:
            told = replace(told, total=Interval(told.total.min + 1, told.total.max + 1))
        yield Profile(facts, told)


def test_many_at_once_are_the_same_as_one_by_one() -> None:
    people = list(profiles())
    expected: dict[int, Score] = {}
    for place, profile in enumerate(people):
        present = score(profile.facts, on=ON)
        if (present.total, present.verdict) != (profile.told.total, profile.told.verdict):
            expected[place] = present
    assert changed(people, on=ON) == expected
    assert 0 < len(expected) < len(people)


def test_who_scores_what_he_was_told_is_left_alone() -> None:
    facts = parse_facts({"birth_date": "1990-05-20", "education": "master", "serious_crime": False}, on=ON)
    profile = Profile(facts, told_of(score(facts)))
    assert changed([profile], on=ON) == {}
    assert changed([], on=ON) == {}
    assert changed([profile, replace(profile, told=replace(profile.told, verdict="vetoed"))], on=ON).keys() == {1}


def test_nobody_is_scored_before_his_facts() -> None:
    facts = parse_facts({}, on=ON)
    with pytest.raises(ValueError, match="is before the day of the facts"):
        changed([Profile(facts, told_of(score(facts)))], on=date(2027, 12, 30))
