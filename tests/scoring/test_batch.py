"""Many people at once score what each scores alone, however their columns are written; bad columns are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import cast

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.batch import VERDICTS, Anything, Batch, BatchScores, Column, Records, encode, score_columns, score_many
from scoring.data import data_text
from scoring.fact_kinds import Choice
from scoring.facts import KINDS, Facts, FactsError, parse_facts
from scoring.indicators import Indicator
from scoring.life import Life
from scoring.rulebook import NoRuleBookError, RuleBook, RuleBookError, read_rule_book, rule_book
from scoring.score import score, score_life
from tests.sampling import sampled
from tests.scoring.people import (
    CHOICES,
    DATES,
    RECORDS,
    WINDOWS,
    Told,
    a_day,
    contradicted,
    dates,
    known_person,
    random_partial_people,
)

ON = date(2026, 11, 22)
FLAGS = (
    "residence_permit", "employed_in_shanghai", "employer_in_shanghai", "insured_now", "credential_fits_job",
    "entrepreneur", "innovation_service_staff", "shortage_major", "fresh_graduate", "spouse_shanghai_hukou",
    "serious_crime",
)  # fmt: skip
FRACTIONS = ("annual_local_hires_share", "base_multiple")
WHOLE_TYPES = (np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64, np.dtype(">i4"))
LEAP_TIMES = (date(2023, 2, 28), date(2023, 3, 1), date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1))

Cells = Sequence[object]


# -------------------------------------------------------------------------------------- the same people told in columns


def exactly_told(pick: Random, on: date, ignorance: float) -> Told:
    """Somebody of whom each fact is known exactly or not at all; often with facts that contradict each other."""
    person = known_person(pick, on, "counts")
    told = cast(Told, contradicted(pick, person) if pick.random() < 0.3 else person)
    if pick.random() < 0.3:
        told["base_months"] = {multiple: pick.randint(0, window) for multiple, window in WINDOWS.items()}
    flat = {key: value for key, value in flattened(told).items() if pick.random() >= ignorance}
    return nested(flat)


def flattened(told: Told) -> Told:
    """The facts by the keys of columns."""
    months = cast(Told, told.get("base_months", {}))
    alone = {key: value for key, value in told.items() if key != "base_months"}
    return {**alone, **{f"base_months.{multiple}": count for multiple, count in months.items()}}


def nested(flat: Told) -> Told:
    """The facts as the contract writes them."""
    told = {key: value for key, value in flat.items() if not key.startswith("base_months.")}
    months = {key.removeprefix("base_months."): value for key, value in flat.items() if key not in told}
    return {**told, "base_months": months} if months else told


def columns_of(people: Sequence[Told], pick: Random) -> dict[str, Column]:
    """The columns of people; what is the same for everybody often as one value, what nobody told without a column."""
    flat = [flattened(told) for told in people]
    columns: dict[str, Column] = {}
    for key in sorted({"residence_permit", *(key for told in flat for key in told)}):
        cells = [told.get(key) for told in flat]
        alike = None not in cells and all(cell == cells[0] for cell in cells) and pick.random() < 0.7
        columns[key] = cast(Column, cells[0]) if alike and key != "residence_permit" else column_of(key, cells, pick)
    return columns


def column_of(key: str, cells: Cells, pick: Random) -> Column:
    """One column in one of the types that it can have, with anything at all where it is masked."""
    mask = [cell is None for cell in cells]
    if key in CHOICES:
        return encode(key, cells)
    if key in RECORDS:
        return records_of(cells)
    if key in FLAGS:
        return masked(np.array([bool(cell) for cell in cells], np.bool_), mask)
    if key in DATES:
        written = ["NaT" if cell is None else str(cell) for cell in cells]
        return masked(days(*written), mask if pick.random() < 0.5 else [False] * len(mask))
    if key in FRACTIONS:
        return masked(np.array([-7.5 if cell is None else float(str(cell)) for cell in cells]), mask)
    whole = [pick.choice((0, 99)) if cell is None else int(str(cell)) for cell in cells]
    return masked(
        np.array(whole, pick.choice([each for each in WHOLE_TYPES if max(whole) <= np.iinfo(each).max])), mask
    )


def masked(column: Anything, mask: list[bool]) -> Column:
    return cast(Column, np.ma.MaskedArray(column, mask) if any(mask) else column)


def records_of(cells: Cells) -> Records:
    listed = [(row, day) for row, cell in enumerate(cells) for day in cast("list[str]", cell or [])]
    unknown = np.array([cell is None for cell in cells], np.bool_)
    rows, written = np.array([row for row, _ in listed], np.int32), days(*(day for _, day in listed))
    return Records(rows, written, unknown if unknown.any() else None)


def days(*written: str) -> npt.NDArray[np.datetime64]:
    return np.array(written, "datetime64[D]")


def assert_scored_as_one_by_one(found: BatchScores, people: Iterable[Facts], book: RuleBook, on: date) -> None:
    alone = [score_life(Life(facts, book.wages), book, on) for facts in people]
    assert len(found) == len(alone)
    assert [*zip(found.total_min, found.total_max, strict=True)] == [each.total for each in alone]
    assert [VERDICTS[code] for code in found.verdict] == [each.verdict for each in alone]
    for place, indicator in enumerate(book.indicators):
        low, high = found.points(indicator.id)
        assert [*zip(low, high, strict=True)] == [each.items[place].points for each in alone], indicator.id


def assert_same(people: Sequence[Told], columns: Mapping[str, Column], on: date) -> None:
    facts = [parse_facts(told, on=on) for told in people]
    assert_scored_as_one_by_one(score_columns(columns, on=on), facts, rule_book(on), on)


@pytest.mark.parametrize("seed", range(30))
def test_columns_score_everybody_as_the_scorer_of_one_does(seed: int) -> None:
    pick = Random(seed)
    on = a_day(pick)
    ignorance = pick.choice((0, 0, 0.1, 0.5))
    people = [exactly_told(pick, on, ignorance) for _ in range(sampled(150))]
    kept = [key for key in flattened({**people[0], "base_months": WINDOWS}) if pick.random() < 0.8]
    alike = {key: value for key, value in flattened(people[0]).items() if pick.random() < 0.3}
    people = [
        nested({key: value for key, value in {**flattened(each), **alike}.items() if key in kept}) for each in people
    ]
    assert_same(people, columns_of(people, pick), on)


@given(data=st.data(), on=dates(), count=st.integers(0, 4), ignorance=st.sampled_from((0, 0.1, 0.5)))
def test_columns_of_anybody_score_what_each_scores_alone(
    data: st.DataObject, on: date, count: int, ignorance: float
) -> None:
    pick = data.draw(st.randoms(use_true_random=False))
    people = [exactly_told(pick, on, ignorance) for _ in range(count)]
    assert_same(people, columns_of(people, pick), on)


# ------------------------------------------------------------------------------------------------------------ calendar


@pytest.mark.parametrize("on", [*LEAP_TIMES, date(2027, 12, 31), date(2028, 2, 29)], ids=str)
def test_every_year_is_full_on_the_day_that_it_is_for_one_person(on: date) -> None:
    """Births, weddings and records on and around each anniversary and each end of February."""
    near = [date(year, month, day) for year in range(on.year - 101, on.year + 1) for month, day in ((2, 28), (3, 1))]
    near += [day + timedelta(days=1) for day in near if day.month == 2]
    near += [day + timedelta(days=shift) for day in near if day.month == on.month for shift in (-1, 1)]
    born = [day for day in near if on.year - 100 < day.year < on.year - 16]
    assert_same([{"birth_date": str(day)} for day in born], {"birth_date": np.array(born, "datetime64[D]")}, on)
    past = [day for day in near if day <= on]
    columns: dict[str, Column] = {"marriage_date": np.array(past, "datetime64[D]"), "spouse_shanghai_hukou": True}
    for key in RECORDS:
        columns[key] = Records(np.arange(len(past)), np.array(past, "datetime64[D]"))
    people = [
        {"marriage_date": str(day), "spouse_shanghai_hukou": True, **{key: [str(day)] for key in RECORDS}}
        for day in past
    ]
    assert_same(people, columns, on)


def test_a_marriage_of_a_hundred_years_counts_like_any() -> None:
    people: list[Told] = [{"marriage_date": "1900-01-01", "spouse_shanghai_hukou": True}]
    assert_same(people, {"marriage_date": days("1900-01-01"), "spouse_shanghai_hukou": True}, ON)


def test_a_day_beyond_the_calendar_of_facts_is_still_scored() -> None:
    on = date(2345, 6, 7)
    assert_same([{"marriage_date": "1999-06-07"}], {"marriage_date": days("1999-06-07")}, on)


def test_a_day_before_the_first_rule_book_is_refused() -> None:
    with pytest.raises(NoRuleBookError, match="2023-01-01"):
        score_columns({"age": np.array([30])}, on=date(2022, 12, 31))
    with pytest.raises(NoRuleBookError, match="2023-01-01"):
        score_many([], on=date(2022, 12, 31))


# ------------------------------------------------------------------------------------------------- what columns can say


@pytest.mark.parametrize("key", ["age", "insured_months_total", "annual_tax_share", "base_months.0.8"])
@pytest.mark.parametrize("type_", WHOLE_TYPES, ids=str)
def test_any_type_of_whole_numbers_will_do(key: str, type_: npt.DTypeLike) -> None:
    counts = [17, 30, 44, 48]
    assert_same([nested({key: count}) for count in counts], {key: np.array(counts, type_)}, ON)


@pytest.mark.parametrize("type_", [np.float16, np.float32, np.float64, np.longdouble, np.int8, np.uint16], ids=str)
def test_any_type_of_fractions_is_taken_at_its_exact_value(type_: npt.DTypeLike) -> None:
    written: Anything = np.array([0.8, 0.7999, 2, 3, 9.99, 10, 19.9999999], type_)
    told = [float(number) for number in written]
    months = {"base_months.0.8": 40, "base_months.3": 30}
    people = [nested({**months, "base_multiple": each, "annual_local_hires_share": each}) for each in told]
    columns: dict[str, Column] = {**months, "base_multiple": written, "annual_local_hires_share": written}
    assert_same(people, columns, ON)


@pytest.mark.parametrize(
    ("key", "ends"),
    [
        ("age", (16, 17, 99, 100)),
        ("insured_months_total", (0, 1, 719, 720)),
        ("insured_years", (0, 1, 59, 60)),
        ("married_years", (0, 1, 89, 90)),
        ("public_service_months", (0, 1, 719, 720)),
        ("outlying_months", (0, 1, 719, 720)),
        ("base_1x_months_last_12", (0, 1, 11, 12)),
        ("annual_tax_share", (0, 1, 10**12 - 1, 10**12)),
        ("annual_local_hires_share", (0, 1, 10**7 - 1, 10**7)),
        ("base_months.1", (0, 1, 47, 48)),
        ("base_months.3", (0, 1, 35, 36)),
        ("base_multiple", (0, 1, 99, 100)),
    ],
)
def test_a_fact_counts_to_the_ends_of_what_it_can_be(key: str, ends: tuple[int, ...]) -> None:
    alike: Told = {
        "spouse_shanghai_hukou": True, "outlying_area": "other", "credential": "senior_title",
        "credential_fits_job": True,
    }  # fmt: skip
    people = [nested({**alike, key: end}) for end in ends]
    assert_same(people, {**cast("dict[str, Column]", alike), key: np.array(ends)}, ON)


def test_one_value_for_everybody_is_a_column_of_it() -> None:
    ages = np.array([30, 50, 61])
    alike: Told = {
        "birth_date": "1970", "education": "master", "credential": "senior_title", "credential_fits_job": True,
        "base_1x_months_last_12": 6, "insured_years": 7, "base_months.3": 24, "base_multiple": 3.5,
        "annual_local_hires_share": 30.5, "serious_crime": False, "detention_dates": ["2025-01-01", "2010-05"],
        "false_material_dates": [],
    }  # fmt: skip
    people = [nested({**alike, "age": int(age)}) for age in ages]
    assert_same(people, {**cast("dict[str, Column]", alike), "age": ages}, ON)


@pytest.mark.parametrize(
    ("key", "value", "written"),
    [
        ("insured_months_total", np.int16(30), 30),
        ("base_multiple", np.float64(2.5), 2.5),
        ("shortage_major", np.True_, True),
        ("award", np.str_("provincial"), "provincial"),
        ("birth_date", np.datetime64("1990-02-28"), "1990-02-28"),
        ("birth_date", np.datetime64("1990-02"), "1990-02"),
    ],
)
def test_one_value_of_numpy_is_the_value(key: str, value: Column, written: object) -> None:
    assert_same([{key: written, "education": "none"}], {key: value, "education": encode("education", ["none"])}, ON)


def test_the_deciding_fact_decides_person_by_person() -> None:
    nothing = np.ma.MaskedArray([0, 0, 0, 0], [True, True, False, False])
    columns: dict[str, Column] = {
        "birth_date": days("1980-01-01", "NaT", "1990-01-01", "NaT"),
        "age": np.ma.MaskedArray([30, 50, 50, 0], [False, False, False, True]),
        "insured_months_total": np.ma.MaskedArray([7, 7, 30, 31], nothing.mask),
        "insured_years": np.array([4, 5, 6, 7]),
        "married_years": 3,
        "marriage_date": days("NaT", "2020-01-01", "NaT", "2021-01-01"),
        "spouse_shanghai_hukou": True,
    }
    people: list[Told] = [
        {"birth_date": "1980-01-01", "insured_years": 4, "married_years": 3},
        {"age": 50, "insured_years": 5, "marriage_date": "2020-01-01"},
        {"birth_date": "1990-01-01", "insured_months_total": 30, "married_years": 3},
        {"insured_months_total": 31, "marriage_date": "2021-01-01"},
    ]
    assert_same([{**told, "spouse_shanghai_hukou": True} for told in people], columns, ON)


def test_a_date_is_not_known_where_it_is_masked_or_no_date() -> None:
    dates = np.ma.MaskedArray(days("1990-01-01", "NaT", "2999-01-01"), [False, False, True])
    assert_same([{"birth_date": "1990-01-01"}, {}, {}], {"birth_date": cast(Column, dates)}, ON)


def test_the_end_of_a_permit_may_lie_ahead() -> None:
    assert_same([{"permit_expires": "2199-01-01"}, {}], {"permit_expires": days("2199-01-01", "NaT")}, ON)


def test_verdicts_follow_from_totals_and_a_serious_crime() -> None:
    crime = np.ma.MaskedArray([False, True, True, False], [False, False, True, False])
    scores = score_columns({"serious_crime": cast(Column, crime), **clean(4), "age": np.array([30, 30, 30, 60])}, on=ON)
    assert [VERDICTS[code] for code in scores.verdict] == ["reached", "vetoed", "depends", "not_reached"]
    everybody = score_columns({"serious_crime": True, **clean(2)}, on=ON)
    assert [VERDICTS[code] for code in everybody.verdict] == ["vetoed", "vetoed"]


def test_a_total_of_just_the_standard_reaches_it() -> None:
    just = {**clean(1), "education": encode("education", ["bachelor_with_degree"]), "serious_crime": False}
    perhaps = {**clean(1), "education": encode("education", ["bachelor"]), "serious_crime": False}
    del perhaps["shortage_major"]
    for columns, total, verdict in ((just, (120, 120), "reached"), (perhaps, (90, 120), "depends")):
        scores = score_columns(columns, on=ON)
        assert (scores.total_min[0], scores.total_max[0], VERDICTS[scores.verdict[0]]) == (*total, verdict)


def clean(count: int) -> dict[str, Column]:
    """People at 90 points without those of age, of whom everything else is known."""
    nothing = dict.fromkeys(("entrepreneur", "innovation_service_staff", "shortage_major", "fresh_graduate"), False)
    return {
        **nothing, "spouse_shanghai_hukou": False, "age": 30, "education": encode("education", ["doctor"] * count),
        "credential": "none", "insured_months_total": 0, "annual_tax_share": 0, "annual_local_hires_share": 0,
        "public_service_months": 0, "outlying_area": "none", "award": "none",
        **{f"base_months.{multiple}": 0 for multiple in WINDOWS}, **{key: [] for key in RECORDS},
    }  # fmt: skip


def test_totals_and_points_take_four_bytes_a_person() -> None:
    scores = score_columns({**clean(2), "education": encode("education", ["none", None])}, on=ON)
    assert [*scores.total_min, *scores.total_max] == [30, 30, 30, 140]
    for column in (scores.total_min, scores.total_max, *scores.points("education")):
        assert column.dtype == np.int32


def test_totals_and_points_cannot_be_written_over() -> None:
    scores = score_columns(clean(2), on=ON)
    assert scores.on == ON
    assert scores.book is rule_book(ON)
    for column in (scores.total_min, scores.total_max, *scores.points("education"), *scores.points("award")):
        with pytest.raises(ValueError, match="read-only"):
            column[0] = 7
    with pytest.raises(KeyError):
        scores.points("height")


# ----------------------------------------------------------------------------------------------------- any facts at all


def test_many_people_of_any_facts_score_what_each_scores_alone() -> None:
    by_day: dict[date, list[Facts]] = {}
    for partly in random_partial_people(1_500, 5):
        by_day.setdefault(partly.on.replace(month=12, day=31), []).append(parse_facts(partly.told, on=partly.on))
    for on, people in by_day.items():
        assert_scored_as_one_by_one(score_many(people, on=on), people, rule_book(on), on)


@given(data=st.data(), on=dates())
def test_columns_and_rows_agree(data: st.DataObject, on: date) -> None:
    pick = data.draw(st.randoms(use_true_random=False))
    people = [exactly_told(pick, on, 0.2) for _ in range(3)]
    rows = score_many([parse_facts(told, on=on) for told in people], on=on)
    columns = score_columns(columns_of(people, pick), on=on)
    for mine, others in (
        (rows.total_min, columns.total_min),
        (rows.total_max, columns.total_max),
        (rows.verdict, columns.verdict),
    ):
        assert [*mine] == [*others]


def test_nobody_scores_nothing() -> None:
    assert len(score_many([], on=ON)) == 0
    empty = score_columns({"age": np.array([], np.int8), "detention_dates": Records(np.array([], int), days())}, on=ON)
    assert len(empty) == 0
    assert len(empty.points("age")[0]) == 0


def test_nobody_is_scored_before_the_day_of_his_facts() -> None:
    facts = parse_facts({"age": 30}, on=ON)
    with pytest.raises(ValueError, match="2026-11-21 is before the day of the facts, 2026-11-22"):
        score_many([facts], on=ON - timedelta(days=1))


def test_people_may_be_told_earlier_and_come_one_by_one() -> None:
    facts = parse_facts({"insured_months_total": 11, "insured_now": True}, on=ON)
    later = date(2027, 6, 1)
    assert [*score_many(iter([facts]), on=later).points("insured_years")[0]] == [3]
    assert score(facts, on=later).items[3].points.min == 3


# ------------------------------------------------------------------------------------------------------- the rules rule

NEW_ENTRIES = """
[[indicator]]
id = "steps_of_tax"
shape = "steps"
fact = "annual_tax_share"
steps = [{ from = 1000, points = 1 }, { from = 5000, points = 9 }, { from = 5001, points = 4 },
    { from = 2000000000000, points = 5 }]
[[indicator]]
id = "steps_of_months"
shape = "steps"
fact = "insured_months"
steps = [{ from = 0, points = 0 }, { from = 7, points = 9 }, { from = 9, points = 4 }, { from = 99, points = 50 },
    { from = 721, points = 60 }]
[[indicator]]
id = "sevens_of_months"
shape = "accrual"
fact = "insured_months"
unit = 7
points = 2
starts = 3
cap = 31
[[indicator]]
id = "decades_of_age"
shape = "accrual"
fact = "age"
gate = "shortage_major"
unit = 10
points = 3
starts = 2
[[indicator]]
id = "recent_months"
shape = "accrual"
fact = "insured_months_last_12"
unit = 5
points = 1
starts = 0
[[indicator]]
id = "areas_as_levels"
shape = "levels"
fact = "outlying_area"
levels = [{ value = "none", points = 3 }, { value = "lingang", points = -3 }, { value = "other", points = 0 }]
[[indicator]]
id = "areas_without_a_cap"
shape = "areas"
fact = "outlying_area"
unit = 12
points = 1
areas = [{ value = "none", starts = 0 }, { value = "lingang", starts = 1 }, { value = "other", starts = 3 }]
[[indicator]]
id = "permit_flag"
shape = "flag"
fact = "residence_permit"
points = 1000
[[indicator]]
id = "old_detention"
shape = "deduction"
fact = "detention_dates"
points = -1
years = 8
[[indicator]]
id = "detention_of_no_account"
shape = "deduction"
fact = "detention_dates"
points = -9
years = 0
"""
OTHER_PAIR = (
    '[[either_or]]\nindicators = ["age", "insured_years"]\ndocument = "measure"\narticle = "x"\nconfidence = "B"\n'
)


def other_book(entries: str = "") -> RuleBook:
    """The book in force with every number moved, and new entries of the shapes there are."""
    text = data_text("2023-01-01.toml").split("[[example]]")[0]
    text = re.sub(
        r"\b(points|months|starts|unit|years) = (\d+)", lambda found: f"{found[1]} = {int(found[2]) + 1}", text
    )
    text = text.replace("cap = 120", "cap = 70").replace("cap = 30", "cap = 40")
    source = 'group = "bonus"\ndocument = "measure"\narticle = "x"\nconfidence = "B"'
    entries = entries.replace("[[indicator]]", f"[[indicator]]\n{source}")
    return read_rule_book(f"example = []\n{text}\n{OTHER_PAIR}\n{entries}", rule_book(ON).wages)


@pytest.mark.parametrize("seed", range(6))
def test_other_numbers_and_new_entries_of_a_shape_count_at_once(seed: int) -> None:
    pick = Random(100 + seed)
    book, on = other_book(NEW_ENTRIES), a_day(pick)
    people = [exactly_told(pick, on, pick.choice((0, 0.3))) for _ in range(sampled(150))]
    for told in people:
        told["annual_tax_share"] = pick.choice((0, 999, 1000, 4999, 5000, 5001, 9_999_999))
        told["insured_months_total"] = pick.choice((0, 6, 7, 20, 21, 98, 99, 719, 720))
        told["outlying_months"] = pick.choice((0, 11, 12, 36, 719, 720))
    batch = Batch(book, on)
    facts = [parse_facts(told, on=on) for told in people]
    assert_scored_as_one_by_one(batch.score_columns(columns_of(people, pick)), facts, book, on)
    assert_scored_as_one_by_one(batch.score_many(facts), facts, book, on)


UNCAPPED = """
[[indicator]]
id = "uncapped_tax"
shape = "accrual"
fact = "annual_tax_share"
unit = 1000
points = 1
starts = 0
"""


def test_months_count_to_the_very_last_where_nothing_caps_them() -> None:
    text = data_text("2023-01-01.toml").split("[[example]]")[0]
    assert "\ncap = 20\n" in text
    uncapped = read_rule_book("example = []\n" + text.replace("\ncap = 20\n", "\n"), rule_book(ON).wages)
    months = np.array([0, 11, 12, 707, 708, 719, 720])
    scores = Batch(uncapped, ON).score_columns({"outlying_months": months, "outlying_area": "lingang"})
    assert [*scores.points("outlying_area")[0]] == [0, 0, 2, 116, 118, 118, 120]


def test_points_that_change_at_too_many_numbers_are_refused_and_not_guessed() -> None:
    batch = Batch(other_book(UNCAPPED), ON)
    assert len(batch.score_columns({"age": np.array([30]), "annual_tax_share": 123_456})) == 1
    with pytest.raises(RuleBookError, match="annual_tax_share: its points change at 1000000001 num"):
        batch.score_columns({"annual_tax_share": np.array([123_456])})
    batch = Batch(other_book(UNCAPPED.replace("unit = 1000", "unit = 3921568627")), ON)
    with pytest.raises(
        RuleBookError, match=r"^annual_tax_share: its points change at 256 numbers, too many for a column$"
    ):
        batch.score_columns({"annual_tax_share": np.array([123_456])})


def test_points_may_change_at_as_many_numbers_as_there_is_room_for() -> None:
    batch = Batch(other_book(UNCAPPED.replace("unit = 1000", "unit = 3937007874")), ON)
    scores = batch.score_columns({"annual_tax_share": np.array([0, 3_937_007_873, 3_937_007_874, 10**12])})
    assert [*scores.points("uncapped_tax")[0]] == [0, 0, 1, 254]


def test_a_shape_that_no_column_knows_is_refused_and_not_guessed() -> None:
    class Height:
        id = "height"
        group = "bonus"
        line = staticmethod(rule_book(ON).indicators[0].line)

    book = rule_book(ON)
    odd = RuleBook(
        id=book.id, in_force=book.in_force, ends=book.ends, standard=book.standard,
        standard_source=book.standard_source, indicators=(cast(Indicator, Height()),), either_or=(), conditions=(),
        examples=(), documents=book.documents, wages=book.wages,
    )  # fmt: skip
    with pytest.raises(RuleBookError, match="height: no columns for the shape Height"):
        Batch(odd, ON).score_columns({"age": np.array([30])})
    facts = parse_facts({"age": 50}, on=ON)
    assert [*Batch(odd, ON).score_many([facts]).total_min] == [17]


# ---------------------------------------------------------------------------------------------------------- bad columns

TWO = np.array([30, 40])
NO_LIST = "contributions: months of contributions do not fit into a column; score_many() takes them"
WHOLE = "a 1-D array of whole numbers was expected, not a 1-D one of "
HIRES = " is not from 0 to 10000000"
AGES = " is not from 16 years of age to 100 years of age"
BAD: list[tuple[dict[str, object], str]] = [
    ({}, "columns: none of them tells how many people there are"),
    ({"age": 30}, "columns: none of them tells how many people there are"),
    ({"hight": TWO}, "hight: no such column"),
    ({"educatoin": TWO}, "educatoin: no such column; did you mean education?"),
    ({"base_months": TWO}, "base_months: no such column; did you mean base_months.3?"),
    ({"base_months.4": TWO}, "base_months.4: no such column; did you mean base_months.3?"),
    ({"contributions": TWO}, NO_LIST),
    ({"contributions": []}, NO_LIST),
    ({"age": TWO, "insured_months_total": np.array([1, 2, 3])}, "insured_months_total: 3 rows, where age has 2"),
    ({"age": np.array([30, 15])}, "age: 15 in row 1 is not from 16 to 100"),
    ({"age": np.array([16, 100, 101])}, "age: 101 in row 2 is not from 16 to 100"),
    ({"age": np.array([101, 15])}, "age: 101 in row 0 is not from 16 to 100"),
    ({"age": np.array([30.0])}, "age: a 1-D array of whole numbers was expected, not a 1-D one of float64"),
    ({"age": np.array([True])}, "age: a 1-D array of whole numbers was expected, not a 1-D one of bool"),
    ({"age": np.array([[30]])}, "age: a 1-D array of whole numbers was expected, not a 2-D one of int64"),
    ({"age": np.array(30)}, "age: a 1-D array of whole numbers was expected, not a 0-D one of int64"),
    ({"age": np.array([None])}, "age: a 1-D array of whole numbers was expected, not a 1-D one of object"),
    ({"age": np.ma.masked}, "age: a 1-D array of whole numbers was expected, not a 0-D one of float64"),
    ({"age": [30, 40]}, "age: a numpy array was expected, or one value for everybody"),
    ({"age": {"min": 30, "max": 40}}, "age: a numpy array was expected, or one value for everybody"),
    ({"age": None}, "age: a numpy array was expected, or one value for everybody"),
    ({"age": 15, "married_years": TWO}, "age: 15 is not from 16 to 100"),
    ({"age": Records(TWO, TWO), "married_years": TWO}, "age: Records do not fit"),
    ({"base_months.0.8": Records(TWO, TWO), "married_years": TWO}, "base_months.0.8: Records do not fit"),
    ({"insured_months_total": np.array([-1])}, "insured_months_total: -1 in row 0 is not from 0 to 720"),
    ({"insured_years": np.array([2**64 - 1], np.uint64)}, "insured_years: -1 in row 0 is not from 0 to 60"),
    ({"insured_months_last_12": np.array([13])}, "insured_months_last_12: 13 in row 0 is not from 0 to 12"),
    ({"annual_tax_share": np.array([0, -1])}, "annual_tax_share: -1 in row 1 is not from 0 to 1000000000000"),
    ({"annual_tax_share": np.array([0.5])}, "annual_tax_share: " + WHOLE + "float64"),
    ({"annual_local_hires_share": np.array([1, np.nan])}, "annual_local_hires_share: nan in row 1" + HIRES),
    ({"annual_local_hires_share": np.array([np.inf])}, "annual_local_hires_share: inf in row 0" + HIRES),
    (
        {"annual_local_hires_share": np.array([True])},
        "annual_local_hires_share: a 1-D array of numbers was expected, not a 1-D one of bool",
    ),
    ({"base_multiple": np.array([101])}, "base_multiple: 101 in row 0 is not from 0 to 100"),
    ({"base_multiple": np.array([100.5])}, "base_multiple: 100.5 in row 0 is not from 0 to 100"),
    ({"base_months.0.8": np.array([49])}, "base_months.0.8: 49 in row 0 is not from 0 to 48"),
    ({"base_months.3": np.array([37])}, "base_months.3: 37 in row 0 is not from 0 to 36"),
    ({"base_months.3": 37, "age": TWO}, "base_months.3: 37 is not from 0 to 36"),
    ({"insured_now": np.array([1, 0])}, "insured_now: a 1-D array of bool was expected, not a 1-D one of int64"),
    ({"insured_now": 1, "age": TWO}, "insured_now: true or false was expected, not 1"),
    ({"education": np.array(["master"])}, "education: a 1-D array of whole numbers was expected, not a 1-D one of <U6"),
    ({"education": np.array([6])}, "education: 6 in row 0 is not from 0 to 5"),
    ({"education": np.array([-1])}, "education: -1 in row 0 is not from 0 to 5"),
    ({"education": "phd", "age": TWO}, "education: phd is not one of " + ", ".join(CHOICES["education"])),
    ({"birth_date": days("2026-11-23")}, "birth_date: 2026-11-23 in row 0 is not from 1900-01-01 to 2026-11-22"),
    ({"birth_date": days("1899-12-31")}, "birth_date: 1899-12-31 in row 0 is not from 1900-01-01 to 2026-11-22"),
    ({"birth_date": days("NaT", "2015-01-01")}, "birth_date: 11 years of age in row 1" + AGES),
    ({"birth_date": days("1925-01-01")}, "birth_date: 101 years of age in row 0" + AGES),
    (
        {"birth_date": np.array(["1990-01"], "M8[M]")},
        "birth_date: an array of datetime64[D] was expected, not of datetime64[M]",
    ),
    (
        {"birth_date": np.array(["1990-01-01"])},
        "birth_date: a 1-D array of datetime64[D] was expected, not a 1-D one of <U10",
    ),
    ({"birth_date": "1990-13", "age": TWO}, "birth_date: there is no day 1990-13"),
    ({"marriage_date": days("2026-11-23")}, "marriage_date: 2026-11-23 in row 0 is not from 1900-01-01 to 2026-11-22"),
    (
        {"permit_expires": days("2201-01-01")},
        "permit_expires: 2201-01-01 in row 0 is not from 1900-01-01 to 2200-12-31",
    ),
    ({"detention_dates": days("2020-01-01")}, "detention_dates: Records were expected, or one list for everybody"),
    ({"detention_dates": "2020-01-01", "age": TWO}, 'detention_dates: a list of dates was expected, not "2020-01-01"'),
    (
        {"detention_dates": ["2027-01-01"], "age": TWO},
        "detention_dates[0]: 2027-01-01 is in the future (today is 2026-11-22)",
    ),
]
ONE_DAY = days("2020-01-01")
BAD_RECORDS: list[tuple[Records, str]] = [
    (Records(np.array([2]), ONE_DAY), "2 in row 0 is not from 0 to 1"),
    (Records(np.array([-1]), ONE_DAY), "-1 in row 0 is not from 0 to 1"),
    (Records(np.array([0.0]), ONE_DAY), "a 1-D array of whole numbers was expected, not a 1-D one of float64"),
    (Records(np.array([0, 1]), ONE_DAY), "each record needs a row and a day"),
    (Records(np.array([0]), days("NaT")), "each record needs a row and a day"),
    (
        Records(cast(npt.NDArray[np.int64], np.ma.MaskedArray([0], [True])), ONE_DAY),
        "each record needs a row and a day",
    ),
    (Records(np.array([0]), days("2026-11-23")), "2026-11-23 in row 0 is not from 1900-01-01 to 2026-11-22"),
    (Records(np.array([0]), np.array([7])), "a 1-D array of datetime64[D] was expected, not a 1-D one of int64"),
    (Records(np.ones(101, int), np.repeat(ONE_DAY, 101)), "more than 100 records"),
    (Records(np.array([0]), ONE_DAY, np.array([True])), "not_known has 1 rows, not 2"),
    (Records(np.array([0]), ONE_DAY, np.array([1, 0])), "a 1-D array of bool was expected, not a 1-D one of int64"),
]


@pytest.mark.parametrize(("columns", "message"), BAD, ids=[message[:50] for _, message in BAD])
def test_a_bad_column_is_named_in_one_line(columns: dict[str, object], message: str) -> None:
    with pytest.raises(FactsError) as refused:
        score_columns(cast("dict[str, Column]", columns), on=ON)
    assert str(refused.value) == message


@pytest.mark.parametrize(("records", "message"), BAD_RECORDS, ids=[message for _, message in BAD_RECORDS])
def test_bad_records_are_named_in_one_line(records: Records, message: str) -> None:
    with pytest.raises(FactsError) as refused:
        score_columns({"detention_dates": records, "age": TWO}, on=ON)
    assert str(refused.value) == f"detention_dates: {message}"


def test_a_hundred_records_are_not_too_many() -> None:
    records = Records(np.ones(100, np.uint64), np.repeat(days("2026-01-01"), 100))
    scores = score_columns({"detention_dates": records, "age": TWO}, on=ON)
    assert [*scores.points("detention")[0]] == [0, -5000]


# --------------------------------------------------------------------------------------------------------------- encode


@given(st.sampled_from(sorted(CHOICES)), st.data())
def test_encoding_gives_the_place_of_each_value_and_masks_what_is_not_known(key: str, data: st.DataObject) -> None:
    named = cast(Choice, KINDS[key]).values
    values = data.draw(st.lists(st.sampled_from([None, *named])))
    column = encode(key, values)
    assert column.dtype == np.int8
    assert [*np.ma.getmaskarray(column)] == [value is None for value in values]
    assert [named[code] for code in np.ma.compressed(column)] == [value for value in values if value is not None]


def test_an_encoded_column_of_which_everything_is_known_is_a_plain_one() -> None:
    assert type(encode("education", ["none", "doctor"])) is np.ndarray


@pytest.mark.parametrize(
    ("key", "values", "message"),
    [
        ("height", ["none"], "height: not a fact of named values"),
        ("age", [30], "age: not a fact of named values"),
        ("education", ["none", "phd"], f"education[1]: phd is not one of {', '.join(CHOICES['education'])}"),
        ("education", [3], f"education[0]: one of {', '.join(CHOICES['education'])} was expected, not 3"),
        ("education", [["bachelor"]], "education[0]: a list of what it may be does not fit into a column"),
    ],
)
def test_what_cannot_be_encoded_is_named_with_its_row(key: str, values: Sequence[object], message: str) -> None:
    with pytest.raises(FactsError) as refused:
        encode(key, values)
    assert str(refused.value) == message
