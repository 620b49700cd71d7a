"""What is refused at the edge of the scorer."""

from datetime import date

import pytest

from scoring.facts import FactsError, parse_facts
from scoring.json_text import MAX_LENGTH, JsonError, decode_json
from scoring.score import score

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"education": 3}, "education: one of"),
        ({"education": []}, "education: an empty list"),
        ({"education": ["master", "master"]}, "education: a value is listed twice"),
        ({"detention_dates": ["2020"] * 101}, "detention_dates: more than 100"),
        ({"contributions": [{"month": "2020-01", "base": 1}] * 721}, "contributions: more than 720"),
        ({"detention_dates": "2020"}, "detention_dates: a list of dates"),
        ({"contributions": {}}, "contributions: a list of months"),
        ([], "facts: a JSON object"),
    ],
)
def test_facts_that_cannot_be_are_refused_by_name(told: object, message: str) -> None:
    with pytest.raises(FactsError, match=message):
        parse_facts(told, on=ON)


def test_a_text_beyond_reason_is_refused() -> None:
    with pytest.raises(JsonError, match="longer than"):
        decode_json(" " * (MAX_LENGTH + 1))


def test_a_day_before_the_facts_is_not_scored() -> None:
    with pytest.raises(ValueError, match="before the day of the facts"):
        score(parse_facts({}, on=ON), on=date(2026, 11, 21))
