"""Results in words: whatever is known of a person, every sentence is there in every language."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.results import forecast_result, plans_result, score_result
from bot.texts import LOCALES, texts
from scoring.facts import Facts, parse_facts
from scoring.forecast import forecast
from scoring.plan import plan
from scoring.score import score
from tests.scoring.people import Partly, dates, partial_people, random_partial_people

SOMEBODY = dates().flatmap(partial_people)


def facts_of(somebody: Partly) -> Facts:
    """What is known of somebody, read."""
    return parse_facts(somebody.told, on=somebody.on)


@given(SOMEBODY)
def test_a_score_can_be_told_of_anybody_in_every_language_and_as_json(somebody: Partly) -> None:
    result = score(facts_of(somebody))
    for locale in LOCALES:
        told = score_result(result, texts(locale))
        assert json.loads(json.dumps(told, allow_nan=False)) == told


@given(SOMEBODY, st.integers(0, 3000))
def test_a_forecast_can_be_told_of_anybody_in_every_language_and_as_json(somebody: Partly, days: int) -> None:
    result = forecast(facts_of(somebody), until=somebody.on + timedelta(days))
    for locale in LOCALES:
        told = forecast_result(result, texts(locale))
        assert json.loads(json.dumps(told, allow_nan=False)) == told


@pytest.mark.parametrize("somebody", list(random_partial_people(40, seed=7)), ids=lambda somebody: str(somebody.on))
def test_plans_can_be_told_of_anybody_in_every_language_and_as_json(somebody: Partly) -> None:
    result = plan(facts_of(somebody))
    for locale in LOCALES:
        told = plans_result(result, texts(locale))
        assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_languages_differ_in_words_alone() -> None:
    result = score(parse_facts({"education": "master", "age": 47}, on=date(2026, 11, 22)))

    def bare(value: object) -> object:
        """A result without its sentences."""
        if isinstance(value, dict):
            return {key: bare(inner) for key, inner in value.items() if key not in ("because", "text")}
        return [bare(inner) for inner in value] if isinstance(value, list) else value

    told = [score_result(result, texts(locale)) for locale in LOCALES]
    assert told[0] != told[1] != told[2]
    assert bare(told[0]) == bare(told[1]) == bare(told[2])


def sentences(value: object) -> Iterator[str]:
    """Every string in a result."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from sentences(inner)


@given(SOMEBODY)
def test_no_sentence_shows_a_field_or_a_message_id(somebody: Partly) -> None:
    told = score_result(score(facts_of(somebody)), texts("en"))
    assert not [sentence for sentence in sentences(told) if "{" in sentence or "None" in sentence]
