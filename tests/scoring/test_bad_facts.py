"""Whatever is not a fact of the contract is refused in one line that names the key; nothing is guessed."""

from __future__ import annotations

import json
import math
from datetime import date
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scoring.facts import FactsError, parse_facts
from scoring.json_text import decode_json
from tests.sampling import some_of
from tests.scoring.naive import months_up_to
from tests.scoring.people import CHOICES, Partly, Told, dates, known_person, partial_people, unhurried

ON = date(2026, 11, 22)
LONG = "长" * 1_000_000
NAN, INFINITY = math.nan, math.inf

FLAGS = (
    "residence_permit",
    "employed_in_shanghai",
    "employer_in_shanghai",
    "insured_now",
    "credential_fits_job",
    "entrepreneur",
    "innovation_service_staff",
    "shortage_major",
    "fresh_graduate",
    "spouse_shanghai_hukou",
    "serious_crime",
)
WHOLE_NUMBERS = (
    "age",
    "insured_months_last_12",
    "base_1x_months_last_12",
    "insured_months_total",
    "insured_years",
    "annual_tax_share",
    "public_service_months",
    "outlying_months",
    "married_years",
)
NUMBERS = ("base_multiple", "annual_local_hires_share")
PAST_DATES = ("birth_date", "marriage_date")
ANY_DATES = ("birth_date", "marriage_date", "permit_expires")
RECORDS = ("false_material_dates", "detention_dates", "minor_crime_dates")
KEYS = (*FLAGS, *WHOLE_NUMBERS, *NUMBERS, *CHOICES, *ANY_DATES, *RECORDS, "base_months", "contributions")

NO_FLAG: list[object] = [1, 0, 1.0, "true", "", None, [], [True], [True, False], {}, {"min": False, "max": True}, LONG]
NO_NUMBER: list[object] = [
    True, False, "5", "", LONG, None, [], [5], [5, 6], {}, {"min": 1}, {"max": 20}, {"min": 20, "max": 19}, {"a": 20},
    {"min": 20, "max": 20, "mid": 20}, {"min": True, "max": 20}, {"min": "20", "max": 20}, {"min": [20], "max": 20},
    {"min": None, "max": 20}, {"min": 20, "max": None}, {"min": {"min": 20, "max": 20}, "max": 20}, NAN, INFINITY,
    -INFINITY, {"min": NAN, "max": 20}, {"min": 20, "max": INFINITY}, {"min": -INFINITY, "max": 20}, -1, -20,
    {"min": -1, "max": 20}, 10**400, -(10**400),
]  # fmt: skip
NO_WHOLE_NUMBER: list[object] = [5.0, 5.5, 1e5, {"min": 20.0, "max": 20}, {"min": 20, "max": 20.5}]
NO_CHOICE: list[object] = [
    "phd", "", " none", "NONE", "none\n", LONG, 1, 0, True, False, None, 1.5, [], ["phd"], ["none", "phd"], ["none", 1],
    [["none"]], [None], [True], [{}], {}, {"none": True}, {"min": "none", "max": "none"},
]  # fmt: skip
NO_DATE: list[object] = [
    "1991-13", "1991-00", "1991-13-01", "1991-02-31", "1991-04-31", "1991-05-00", "1991-05-32", "1990-02-29",
    "1900-02-29", "1991-5", "1991-05-5", "1991-5-20", "199105", "19910520", "91", "1991-", "-1991", "+1991", "1991-05-",
    "1991-05-20T00:00:00", "1991-W05-1", "1991-140", " 1991", "1991 ", "1991\n", "1991/05/20", "20/05/1991", "1991年",
    "一九九一", "１９９１", "١٩٩١-٠٥", "0000", "0000-01-01", "", LONG, 1991, 1991.5, True, None, [], ["1991"], {},
    {"min": "1991", "max": "1992"}, {"year": 1991},
]  # fmt: skip
IN_THE_FUTURE: list[object] = ["2026-11-23", "2026-12", "2027", "9999-12-31", "9999"]
NO_RECORDS: list[object] = [
    None, True, 0, 1, 1.5, "", "2024-01-01", LONG, {}, {"date": "2024-01-01"}, [None], [True], [2024], [[]],
    [["2024-01-01"]], [{}], ["2024-01-01", "2024-02-30"],
]  # fmt: skip
NO_COUNTS: list[object] = [
    None, True, 36, 36.0, "36", [], [36], LONG, {"1.5": 3}, {"1.0": 3}, {"0.80": 3}, {" 1": 3}, {"": 3}, {"4": 3},
    {"1": 49}, {"0.8": 49}, {"2": 49}, {"3": 37}, {"1": -1}, {"1": True}, {"1": "36"}, {"1": 36.0}, {"1": None},
    {"1": [36]}, {"1": {}}, {"1": {"min": 3}}, {"1": {"min": 5, "max": 4}}, {"1": {"min": 0, "max": 49}},
    {"3": {"min": 0, "max": 37}}, {"1": {"1": 3}}, {"1": NAN}, {"1": INFINITY}, {"1": LONG}, {LONG: 1},
]  # fmt: skip
NO_CONTRIBUTIONS: list[object] = [
    None, True, 1, 1.5, "", "2024-07", LONG, {}, {"month": "2024-07", "base": 12000}, {"2024-07": 12000}, [None], [1],
    ["2024-07"], [[]], [[{"month": "2024-07", "base": 12000}]], [{}], [{"month": "2024-07"}], [{"base": 12000}],
]  # fmt: skip
NO_MONTH: list[object] = [
    "2024", "2024-13", "2024-00", "2024-7", "202407", "2024-07-01", "2024/07", " 2024-07", "２０２４-07", "2024-07\n",
    "", LONG, 202407, 2024.07, True, None, [], ["2024-07"], {}, "2026-12", "2027-01", "9999-12",
]  # fmt: skip
NO_BASE: list[object] = [
    "12000", "", True, False, None, [], [12000], {}, -1, -0.5, NAN, INFINITY, -INFINITY, {"min": 12000}, LONG,
    {"min": 2, "max": 1}, {"min": NAN, "max": 1},
]  # fmt: skip


def contribution(**changes: object) -> list[Told]:
    return [{"month": "2024-07", "base": 12000, **changes}]


def bad_values() -> list[tuple[str, object]]:
    bad: list[tuple[str, object]] = []
    bad += [(key, value) for key in FLAGS for value in NO_FLAG]
    bad += [(key, value) for key in WHOLE_NUMBERS for value in (*NO_NUMBER, *NO_WHOLE_NUMBER)]
    bad += [(key, value) for key in NUMBERS for value in NO_NUMBER]
    bad += [(key, value) for key in CHOICES for value in NO_CHOICE]
    bad += [(key, value) for key in ANY_DATES for value in NO_DATE]
    bad += [(key, value) for key in PAST_DATES for value in IN_THE_FUTURE]
    bad += [(key, value) for key in RECORDS for value in NO_RECORDS]
    bad += [(key, [value]) for key in RECORDS for value in (*NO_DATE, *IN_THE_FUTURE)]
    bad += [(key, 13) for key in ("insured_months_last_12", "base_1x_months_last_12")]
    bad += [(key, {"min": 12, "max": 13}) for key in ("insured_months_last_12", "base_1x_months_last_12")]
    bad += [("age", value) for value in (0, 15, 101, {"min": 15, "max": 20}, {"min": 20, "max": 101})]
    bad += [("birth_date", value) for value in ("2010-11-23", "2010-12", "2011", "1925-11-22", "1925-10", "1924")]
    bad += [("base_months", value) for value in NO_COUNTS]
    bad += [("contributions", value) for value in NO_CONTRIBUTIONS]
    bad += [("contributions", contribution(month=value)) for value in NO_MONTH]
    bad += [("contributions", contribution(base=value)) for value in NO_BASE]
    bad += [
        ("contributions", contribution(**{flag: value}))
        for flag in ("backpaid", "payer_is_employer", "tax_matches")
        for value in NO_FLAG
    ]
    bad += [("contributions", contribution(tax_match=True))]
    bad += [("contributions", contribution() + contribution(base=1))]
    return bad


def told_error(key: str, value: object) -> str:
    with pytest.raises(FactsError) as raised:
        parse_facts({key: value}, on=ON)
    return str(raised.value)


def is_one_plain_line(text: str) -> bool:
    """Short, on one line, and safe to print: no control characters, no half of a surrogate pair."""
    return text.isprintable() and 0 < len(text) < 500


def short(value: object) -> str:
    """The value in a test's name, without backslashes: pytest would escape them again at each collection."""
    return ascii(value)[:60].replace("\\", "/")


@pytest.mark.parametrize(("key", "value"), some_of(bad_values()), ids=short)
def test_a_value_that_cannot_be_is_refused_with_its_key(key: str, value: object) -> None:
    text = told_error(key, value)
    assert text.startswith(key)
    assert is_one_plain_line(text)


@pytest.mark.parametrize(("key", "value"), some_of(bad_values()), ids=short)
def test_a_bad_fact_is_named_among_good_ones(key: str, value: object) -> None:
    good = known_person(Random(7), ON)
    with pytest.raises(FactsError) as raised:
        parse_facts({**good, key: value}, on=ON)
    assert str(raised.value).startswith(key)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("educaton", "education"),
        ("Education", "education"),
        ("birthdate", "birth_date"),
        ("birth-date", "birth_date"),
        ("residence_permits", "residence_permit"),
        ("insured_month_total", "insured_months_total"),
        ("contribution", "contributions"),
        ("base_month", "base_months"),
        ("detention_date", "detention_dates"),
        ("spouse_shanghai_huko", "spouse_shanghai_hukou"),
        ("awards", "award"),
        ("agee", "age"),
    ],
)
def test_a_misspelt_key_is_refused_and_the_right_one_suggested(wrong: str, right: str) -> None:
    text = told_error(wrong, "none")
    assert text.startswith(wrong)
    assert right in text.removeprefix(wrong)


@pytest.mark.parametrize(
    "key", ["", "x", "学历", "on", "total", "__class__", "raw", "as_of", "\n", "\x1b[31m", "\ud800", LONG]
)
def test_an_unknown_key_is_refused_in_one_plain_line(key: str) -> None:
    assert is_one_plain_line(told_error(key, True))


@pytest.mark.parametrize("value", ["\n", "\x00", "\x1b[2J", "\u2028", "\u202e", "\ud800", "a\rb"], ids=short)
@pytest.mark.parametrize("key", some_of(KEYS))
def test_control_characters_never_reach_the_error(key: str, value: str) -> None:
    assert is_one_plain_line(told_error(key, value))
    assert is_one_plain_line(told_error(key, [value]))
    assert is_one_plain_line(told_error(key, {value: value}))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("birth_date", "2026-11-22"),
        ("birth_date", "2010-11-23"),
        ("age", 15),
        ("age", 101),
    ],
)
def test_only_ages_from_16_to_100_are_people_to_score(key: str, value: object) -> None:
    assert told_error(key, value).startswith(key)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("birth_date", "2010-11-22"),
        ("birth_date", "2010-11"),
        ("birth_date", "2010"),
        ("birth_date", "1925-11-23"),
        ("birth_date", "1925-11"),
        ("birth_date", "1925"),
        ("birth_date", "1992-02-29"),
        ("age", 16),
        ("age", 100),
        ("age", {"min": 16, "max": 100}),
        ("marriage_date", "2026-11-22"),
        ("marriage_date", "2026-11"),
        ("marriage_date", "2026"),
        ("permit_expires", "2026-11-23"),
        ("permit_expires", "2027"),
        ("detention_dates", ["2026-11-22", "2026-11", "2026"]),
        ("detention_dates", []),
        ("insured_months_last_12", 12),
        ("insured_months_last_12", {"min": 0, "max": 12}),
        ("base_months", {"0.8": 48, "1": 48, "2": 48, "3": 36}),
        ("base_months", {"2": {"min": 0, "max": 48}}),
        ("base_multiple", 1),
        ("base_multiple", 0.8),
        ("base_multiple", {"min": 0.8, "max": 1}),
        ("annual_local_hires_share", 12.5),
        ("education", ["none"]),
        ("education", ["bachelor", "bachelor_with_degree"]),
        ("contributions", []),
        ("contributions", [{"month": "2026-11", "base": 11396}]),
        ("contributions", [{"month": month, "base": 0} for month in months_up_to(ON, 720)]),
        ("contributions", [{"month": "2024-07", "base": 12000, "backpaid": True, "payer_is_employer": False}]),
    ],
)
def test_a_value_at_the_very_edge_is_taken(key: str, value: object) -> None:
    assert parse_facts({key: value}, on=ON).raw == {key: value}


def test_nothing_known_is_no_error() -> None:
    assert parse_facts({}, on=ON).raw == {}


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["none", "2024-07", "min", "1"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["min", "max", "month", "base", "1", "3", "backpaid"]) | st.text(), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(key=st.sampled_from(KEYS) | st.text(), value=JSON_VALUES, on=dates())
@example(key="age", value={"min": 16, "max": 10**4000}, on=ON)
def test_any_json_at_any_key_is_a_fact_or_refused_with_its_key(key: str, value: object, on: date) -> None:
    raw: Told = {key: value}
    try:
        facts = parse_facts(raw, on=on)
    except FactsError as error:
        text = str(error)
        assert is_one_plain_line(text)
        assert key not in KEYS or text.startswith(key)
    else:
        assert key in KEYS
        assert facts.raw == raw


@unhurried
@given(data=st.data(), on=dates())
def test_what_is_partly_known_always_parses_and_is_kept_as_it_was_told(data: st.DataObject, on: date) -> None:
    partly: Partly = data.draw(partial_people(on))
    facts = parse_facts(partly.told, on=on)
    assert facts.raw == partly.told
    assert facts.as_of == on


BAD_TEXTS = {
    "empty": "",
    "blank": " \n",
    "cut short": '{"age": 3',
    "two values": '{"age": 30} {"age": 31}',
    "half a word": "tru",
    "a key twice": '{"age": 30, "age": 31}',
    "a key twice, deep inside": '{"base_months": {"1": 3, "1": 4}}',
    "single quotes": "{'age': 30}",
    "a comment": '{"age": 30} // years',
    "trailing comma": '{"age": 30,}',
    "deep list": "[" * 100_000,
    "deep list, closed": "[" * 100_000 + "]" * 100_000,
    "deep object": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "a control character in a string": '{"education": "no\x00ne"}',
    "a raw line break in a string": '{"education": "no\nne"}',
    "an escape sequence": "\x1b[31m{}",
    "a million characters, no end": '"' + "x" * 1_000_000,
    "a leading zero": '{"age": 030}',
    "hexadecimal": '{"age": 0x1f}',
    "fullwidth digits": '{"age": ３０}',
    "a long duplicate key": '{"' + "k" * 10_000 + '": 1, "' + "k" * 10_000 + '": 2}',
    "a duplicate key of control characters": '{"\\n\\u001b": 1, "\\n\\u001b": 2}',
    "a duplicate key of half a character": '{"\\ud800": 1, "\\ud800": 2}',
}


@pytest.mark.parametrize("text", BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_a_text_that_is_no_strict_json_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"\A.+\Z") as raised:
        decode_json(text)
    assert is_one_plain_line(str(raised.value))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "9" * 5_000])
def test_what_is_no_finite_number_is_refused_by_the_name_of_its_key(number: str) -> None:
    told = decode_json(f'{{"base_multiple": {number}}}')
    with pytest.raises(FactsError, match=r"\Abase_multiple: .+\Z"):
        parse_facts(told, on=ON)


def refusal(text: str) -> str | None:
    """Why the text is no JSON; none when it is."""
    try:
        decode_json(text)
    except ValueError as error:
        return str(error)
    return None


@settings(deadline=None)
@example(text="NaN")
@given(text=st.text() | st.text('{}[]":,0123456789.eE+-truefalsn \\uNIy', max_size=40))
def test_any_text_is_json_or_refused_in_one_line(text: str) -> None:
    problem = refusal(text)
    if problem is None:
        assert repr(decode_json(text)) == repr(json.loads(text))  # for NaN is not equal to itself
    else:
        assert is_one_plain_line(problem)


@unhurried
@given(data=st.data(), on=dates())
def test_facts_survive_being_written_and_read_again(data: st.DataObject, on: date) -> None:
    partly: Partly = data.draw(partial_people(on))
    for ascii_only in (True, False):
        assert decode_json(json.dumps(partly.told, ensure_ascii=ascii_only)) == partly.told
