"""What is refused at the edge of the scorer, and the line that says why."""

from datetime import date

import pytest

from scoring.facts import FactsError, parse_facts
from scoring.json_text import LONGEST_NUMBER, MAX_LENGTH, JsonError, decode_json
from scoring.score import score

ON = date(2026, 11, 22)
LEVELS = "none, associate, bachelor, bachelor_with_degree, master, doctor"
A_DATE = "a date as 2019-05-20, 2019-05 or 2019 was expected, not"
X60 = "x" * 60
A_MONTH = "a month as 2024-07 was expected, not"
FUTURE = "is in the future (today is 2026-11-22)"


def paid(**told: object) -> dict[str, object]:
    """One month of contributions in a list."""
    return {"contributions": [{"month": "2020-01", "base": 1, **told}]}


REFUSED: list[tuple[object, str]] = [
    ([], "facts: a JSON object was expected"),
    ({"zzzz": 3}, "zzzz: no such fact"),
    ({"agee": 3}, "agee: no such fact; did you mean age?"),
    ({"serious_crimes": False}, "serious_crimes: no such fact; did you mean serious_crime?"),
    ({3: 3}, "3: no such fact"),
    ({"a" * 60: 3}, f"{'a' * 60}: no such fact"),
    ({"a" * 61: 3}, f"{'a' * 60}…: no such fact"),
    ({"serious_crime": 1}, "serious_crime: true or false was expected, not 1"),
    ({"education": 3}, f"education: one of {LEVELS} was expected, not 3"),
    ({"education": []}, "education: an empty list leaves no value that it could be"),
    ({"education": ["master", "master"]}, "education: a value is listed twice"),
    ({"education": "mastre"}, f"education: mastre is not one of {LEVELS}; did you mean master?"),
    ({"education": ["none", 3]}, f"education: 3 is not one of {LEVELS}"),
    ({"age": "x"}, 'age: a whole number was expected, not "x"'),
    ({"age": "30"}, 'age: a whole number was expected, not "30"'),
    ({"age": None}, "age: a whole number was expected, not null"),
    ({"serious_crime": None}, "serious_crime: true or false was expected, not null"),
    ({"age": False}, "age: a whole number was expected, not false"),
    ({"age": True}, "age: a whole number was expected, not true"),
    ({"age": 15}, "age: 15 is not from 16 to 100"),
    ({"age": 101}, "age: 101 is not from 16 to 100"),
    ({"age": {"min": 20}}, 'age: a range needs exactly "min" and "max"'),
    ({"age": {"min": 30, "max": 20}}, "age: min 30 is above max 20"),
    ({"age": {"min": 2**60, "max": 20}}, "age: min a number that long is above max 20"),
    ({"age": {"min": 30, "max": "x"}}, 'age: a whole number was expected, not "x"'),
    ({"age": "x" * 60}, f'age: a whole number was expected, not "{X60}"'),
    ({"age": "x" * 61}, f'age: a whole number was expected, not "{X60}…"'),
    ({"age": "a\x1bb"}, 'age: a whole number was expected, not "a?b"'),
    ({"age": 2**60 - 1}, "age: 1152921504606846975 is not from 16 to 100"),
    ({"age": 2**60}, "age: a number that long is not from 16 to 100"),
    ({"base_multiple": "x"}, 'base_multiple: a number was expected, not "x"'),
    ({"base_multiple": True}, "base_multiple: a number was expected, not true"),
    ({"base_multiple": float("inf")}, "base_multiple: inf is not a number"),
    ({"base_multiple": 10**5_000}, "base_multiple: a number that long is not from 0 to 100"),
    ({"base_multiple": -0.1}, "base_multiple: -0.1 is not from 0 to 100"),
    ({"base_multiple": {"min": 1.5, "max": 1.25}}, "base_multiple: min 1.5 is above max 1.25"),
    ({"annual_local_hires_share": "x"}, 'annual_local_hires_share: a number was expected, not "x"'),
    ({"annual_local_hires_share": 10_000_001}, "annual_local_hires_share: 10000001 is not from 0 to 10000000"),
    ({"annual_tax_share": 10**12 + 1}, "annual_tax_share: 1000000000001 is not from 0 to 1000000000000"),
    ({"married_years": 91}, "married_years: 91 is not from 0 to 90"),
    ({"insured_years": 61}, "insured_years: 61 is not from 0 to 60"),
    ({"birth_date": "1991-5"}, f'birth_date: {A_DATE} "1991-5"'),
    ({"birth_date": 1991}, f"birth_date: {A_DATE} 1991"),
    ({"birth_date": "1991-02-30"}, "birth_date: there is no day 1991-02-30"),
    ({"permit_expires": "1899-12-31"}, "permit_expires: 1899-12-31 is not from 1900 to 2200"),
    ({"permit_expires": "2201-01-01"}, "permit_expires: 2201-01-01 is not from 1900 to 2200"),
    ({"birth_date": "2026-11-23"}, f"birth_date: 2026-11-23 {FUTURE}"),
    ({"marriage_date": "2027"}, f"marriage_date: 2027 {FUTURE}"),
    ({"birth_date": "2010-11-23"}, "birth_date: 2010-11-23 makes 15 years of age, not 16 to 100"),
    ({"birth_date": "1925-11-22"}, "birth_date: 1925-11-22 makes 101 years of age, not 16 to 100"),
    ({"detention_dates": "2020"}, 'detention_dates: a list of dates was expected, not "2020"'),
    ({"detention_dates": ["2020", "x"]}, f'detention_dates[1]: {A_DATE} "x"'),
    ({"detention_dates": ["2027"]}, f"detention_dates[0]: 2027 {FUTURE}"),
    ({"detention_dates": ["2020"] * 101}, "detention_dates: more than 100 records"),
    ({"base_months": 3}, "base_months: an object of months by multiple was expected, not 3"),
    ({"base_months": {"4": 3}}, "base_months.4: not one of 0.8, 1, 2, 3"),
    ({"base_months": {"2": 49}}, "base_months.2: 49 is not from 0 to 48"),
    ({"base_months": {"3": 37}}, "base_months.3: 37 is not from 0 to 36"),
    ({"contributions": {}}, "contributions: a list of months was expected, not {}"),
    ({"contributions": [3]}, "contributions[0]: an object with month and base was expected, not 3"),
    ({"contributions": [{"month": "2020-01"}]}, "contributions[0].base: missing"),
    ({"contributions": [{"base": 1}]}, "contributions[0].month: missing"),
    ({"contributions": [{"month": "2020-01", "base": 1}] * 721}, "contributions: more than 720 months"),
    ({"contributions": [{"month": "2020-01", "base": 1}] * 2}, "contributions[1].month: 2020-01 is listed twice"),
    (paid(tax_match=True), "contributions[0].tax_match: no such key; did you mean tax_matches?"),
    (paid(backpaid=3), "contributions[0].backpaid: true or false was expected, not 3"),
    (paid(month="2020-01-01"), f'contributions[0].month: {A_MONTH} "2020-01-01"'),
    (paid(month="2020"), f'contributions[0].month: {A_MONTH} "2020"'),
    (paid(month=3), f"contributions[0].month: {A_DATE} 3"),
    (paid(month="2026-12"), f"contributions[0].month: 2026-12 {FUTURE}"),
    (paid(base=10_000_001), "contributions[0].base: 10000001 is not from 0 to 10000000"),
    (paid(base={"min": 2, "max": 1}), "contributions[0].base: min 2 is above max 1"),
]


@pytest.mark.parametrize(("told", "message"), REFUSED, ids=range(len(REFUSED)))
def test_facts_that_cannot_be_are_refused_by_name_with_the_reason(told: object, message: str) -> None:
    with pytest.raises(FactsError) as refused:
        parse_facts(told, on=ON)
    assert str(refused.value) == message
    assert f"{refused.value.key}: {refused.value.problem}" == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty: a JSON object of facts was expected"),
        (" \n", "empty: a JSON object of facts was expected"),
        ('{"a', "not JSON: Unterminated string starting at at line 1, column 2"),
        ("[1,\n2,,]", "not JSON: Expecting value at line 2, column 3"),
        ('{"a": 1, "b\x7f": 2, "b\x7f": 3}', "b?: given twice"),
        ("[" * 100_000, "nested too deeply"),
        (" " * (MAX_LENGTH + 1), "longer than 4000000 characters"),
    ],
    ids=range(7),
)
def test_a_text_that_is_no_json_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(JsonError) as refused:
        decode_json(text)
    assert str(refused.value) == message


def test_a_text_as_long_as_may_be_is_read() -> None:
    assert decode_json("{}" + " " * (MAX_LENGTH - 2)) == {}


def test_a_number_longer_than_any_could_be_meant_becomes_infinite() -> None:
    assert decode_json("9" * LONGEST_NUMBER) == 10**LONGEST_NUMBER - 1
    assert decode_json("9" * (LONGEST_NUMBER + 1)) == float("inf")


def test_a_day_before_the_facts_is_not_scored() -> None:
    with pytest.raises(ValueError, match=r"^2026-11-21 is before the day of the facts, 2026-11-22$"):
        score(parse_facts({}, on=ON), on=date(2026, 11, 21))
