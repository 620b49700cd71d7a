"""The rule data says what the policy's tables say, with a source for each value; data that is wrong is refused."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil

import pytest

from scoring.actions import read_actions
from scoring.data import data_text, rule_book_names
from scoring.facts import KINDS, parse_facts
from scoring.interval import Interval, months_of
from scoring.life import MEASURES, Life
from scoring.lines import Reason, Source
from scoring.rulebook import (
    CONFIDENCES,
    Example,
    NoRuleBookError,
    RuleBook,
    RuleBookError,
    read_rule_book,
    read_wages,
    rule_book,
)
from scoring.score import Score, score, score_life

ON = date(2026, 11, 22)
BOOK = data_text("2023-01-01.toml")
WAGES = data_text("reference_wages.toml")
ACTIONS = data_text("actions.toml")
Told = Mapping[str, object]


def scored(told: Told, on: date = ON) -> Score:
    return score(parse_facts(told, on=on))


def points_of(indicator: str, told: Told) -> int:
    """The points of one indicator, which must be certain."""
    points = next(item.points for item in scored(told).items if item.indicator == indicator)
    assert points.exact
    return points.max


def book() -> RuleBook:
    return rule_book(ON)


def edited(text: str, old: str, new: str) -> str:
    """The text with the first of some words replaced."""
    assert old in text
    return text.replace(old, new, 1)


# ----------------------------------------------------------------------------------------------------------- what holds


def test_the_standard_is_120() -> None:
    assert book().standard == 120
    assert scored({}).gap == Interval(0, 120)


@pytest.mark.parametrize(
    ("age", "points"),
    [
        *((age, 30) for age in (16, 18, 30, 42, 43)),
        (44, 29), (45, 27), (46, 25), (47, 23), (48, 21), (49, 19), (50, 17), (51, 15), (52, 13), (53, 11), (54, 9),
        (55, 7),
        *((age, 5) for age in (56, 57, 58, 59, 60)),
        *((age, 0) for age in (61, 70, 100)),
    ],
)  # fmt: skip
def test_age_counts_by_the_table(age: int, points: int) -> None:
    assert points_of("age", {"age": age}) == points


@pytest.mark.parametrize(
    ("education", "points"),
    [("none", 0), ("associate", 50), ("bachelor", 60), ("bachelor_with_degree", 90), ("master", 100), ("doctor", 110)],
)
def test_education_counts_by_the_table(education: str, points: int) -> None:
    assert points_of("education", {"education": education}) == points


@pytest.mark.parametrize(
    ("credential", "points"),
    [
        ("none", 0), ("skill_5", 15), ("skill_4", 30), ("skill_3", 60), ("skill_2", 100), ("intermediate_title", 100),
        ("skill_1", 140), ("senior_title", 140),
    ],
)  # fmt: skip
def test_a_credential_counts_by_the_table_where_it_fits_and_the_high_ones_with_six_months_at_1x(
    credential: str, points: int
) -> None:
    told = {"credential": credential, "credential_fits_job": True}
    assert points_of("credential", {**told, "base_1x_months_last_12": 6}) == points
    assert points_of("credential", {**told, "base_1x_months_last_12": 5}) == (0 if points >= 100 else points)
    assert points_of("credential", {**told, "credential_fits_job": False, "base_1x_months_last_12": 12}) == 0


@pytest.mark.parametrize(
    ("award", "points"),
    [("none", 0), ("municipal_special", 30), ("municipal_general", 60), ("provincial", 110)],
)
def test_an_award_counts_by_the_table(award: str, points: int) -> None:
    assert points_of("award", {"award": award}) == points


@pytest.mark.parametrize(
    ("indicator", "points"),
    [("entrepreneur", 120), ("innovation_service_staff", 120), ("shortage_major", 30), ("fresh_graduate", 10)],
)
def test_what_is_so_counts_its_points_and_what_is_not_none(indicator: str, points: int) -> None:
    assert points_of(indicator, {indicator: True}) == points
    assert points_of(indicator, {indicator: False}) == 0


@pytest.mark.parametrize(
    ("indicator", "key", "others", "steps"),
    [
        ("insured_years", "insured_months_total", {}, [(11, 0), (12, 3), (23, 3), (24, 6), (76, 18), (720, 180)]),
        ("insured_years", "insured_years", {}, [(0, 0), (1, 3), (40, 120)]),
        ("investment_tax", "annual_tax_share", {}, [
            (0, 0), (99_999, 0), (100_000, 10), (373_333, 30), (1_199_999, 110), (1_200_000, 120), (9_000_000, 120),
        ]),
        ("local_hires", "annual_local_hires_share", {}, [
            (9, 0), (9.99, 0), (10, 10), (19.9, 10), (119, 110), (120, 120), (1000, 120),
        ]),
        ("public_service", "public_service_months", {}, [(59, 0), (60, 20), (71, 20), (72, 24), (480, 160)]),
        ("outlying_area", "outlying_months", {"outlying_area": "none"}, [(0, 0), (480, 0)]),
        ("outlying_area", "outlying_months", {"outlying_area": "lingang"}, [
            (11, 0), (12, 2), (23, 2), (24, 4), (119, 18), (120, 20), (480, 20),
        ]),
        ("outlying_area", "outlying_months", {"outlying_area": "other"}, [
            (12, 0), (59, 0), (60, 10), (72, 12), (120, 20), (480, 20),
        ]),
        ("spouse", "married_years", {"spouse_shanghai_hukou": True}, [(0, 0), (1, 4), (9, 36), (10, 40), (50, 40)]),
        ("spouse", "married_years", {"spouse_shanghai_hukou": False}, [(0, 0), (50, 0)]),
    ],
)  # fmt: skip
def test_full_units_count_from_where_they_start_up_to_the_cap(
    indicator: str, key: str, others: Told, steps: list[tuple[float, int]]
) -> None:
    assert [points_of(indicator, {**others, key: amount}) for amount, _ in steps] == [points for _, points in steps]


@pytest.mark.parametrize(
    ("multiple", "months", "points"),
    [
        ("0.8", 35, 0), ("0.8", 36, 25), ("0.8", 48, 25), ("1", 36, 50), ("2", 35, 50), ("2", 36, 100), ("3", 23, 100),
        ("3", 24, 120), ("3", 36, 120),
    ],
)  # fmt: skip
def test_the_contribution_base_counts_by_the_table(multiple: str, months: int, points: int) -> None:
    """The months of each lower multiple are just enough."""
    lower = {"0.8": {}, "1": {"0.8": 36}, "2": {"0.8": 36, "1": 36}, "3": {"0.8": 36, "1": 36, "2": 36}}[multiple]
    higher = dict.fromkeys(("0.8", "1", "2", "3"), 0)
    assert points_of("contribution_base", {"base_months": {**higher, **lower, multiple: months}}) == points


@pytest.mark.parametrize(
    ("indicator", "key", "points", "years"),
    [
        ("false_material", "false_material_dates", -150, 3),
        ("detention", "detention_dates", -50, 5),
        ("minor_crime", "minor_crime_dates", -150, 5),
    ],
)
def test_each_record_counts_until_its_look_back_is_over(indicator: str, key: str, points: int, years: int) -> None:
    day_after, same_day = f"{ON.year - years}-11-23", f"{ON.year - years}-11-22"
    assert points_of(indicator, {key: []}) == 0
    assert points_of(indicator, {key: [day_after]}) == points
    assert points_of(indicator, {key: [same_day]}) == 0
    assert points_of(indicator, {key: [ON.isoformat(), day_after, same_day]}) == 2 * points


def test_a_record_of_a_leap_day_counts_until_the_end_of_february() -> None:
    for indicator, key, points, last in (
        ("false_material", "false_material_dates", -150, date(2027, 2, 28)),
        ("detention", "detention_dates", -50, date(2029, 2, 28)),
    ):
        for on, left in ((last, points), (date(last.year, 3, 1), 0)):
            found = {item.indicator: item.points for item in scored({key: ["2024-02-29"]}, on).items}
            assert found[indicator] == Interval(left, left)


CAPS = {
    "age": 30, "education": 110, "credential": 140, "insured_years": None, "entrepreneur": 120,
    "innovation_service_staff": 120, "shortage_major": 30, "investment_tax": 120, "local_hires": 120,
    "contribution_base": 120, "public_service": None, "outlying_area": 20, "fresh_graduate": 10, "award": 110,
    "spouse": 40, "false_material": 0, "detention": 0, "minor_crime": 0,
}  # fmt: skip


def test_the_indicators_have_the_caps_of_the_policy() -> None:
    assert {indicator.id: indicator.cap for indicator in book().indicators} == CAPS
    for item in scored({}).items:
        assert item.cap == CAPS[item.indicator]
        assert item.cap is None or item.points.max == item.cap, item.indicator


def test_the_basic_ones_are_four_the_deductions_three_and_the_rest_is_bonus() -> None:
    groups = {indicator.id: indicator.group for indicator in book().indicators}
    assert {id for id, group in groups.items() if group == "basic"} == {
        "age",
        "education",
        "credential",
        "insured_years",
    }
    assert {id for id, group in groups.items() if group == "deduction"} == {
        "false_material",
        "detention",
        "minor_crime",
    }
    assert {*groups.values()} == {"basic", "bonus", "deduction"}


@pytest.mark.parametrize(
    ("indicator", "classes"),
    [
        ("age", [0, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 30]),
        ("education", [0, 50, 60, 90, 100, 110]),
        ("credential", [0, 15, 30, 60, 100, 140]),
        ("insured_years", [3 * years for years in range(21)]),
        ("investment_tax", [10 * tens for tens in range(13)]),
        ("contribution_base", [0, 25, 50, 100, 120]),
        ("outlying_area", [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]),
        ("shortage_major", [0, 30]),
        ("spouse", [4 * years for years in range(11)]),
        ("detention", [-50, 0]),
    ],
)
def test_the_classes_of_an_indicator_are_the_points_that_an_answer_can_be_worth(
    indicator: str, classes: list[int]
) -> None:
    found = book().indicator(indicator).classes
    assert sorted(found) == [Interval(each, each) for each in classes]


def test_only_the_higher_counts_of_education_and_credential_and_of_tax_and_jobs() -> None:
    pairs = [(pair.first, pair.second) for pair in book().either_or]
    assert pairs == [("education", "credential"), ("investment_tax", "local_hires")]


def test_an_indicator_is_found_by_its_id() -> None:
    assert book().indicator("spouse").cap == 40
    with pytest.raises(KeyError, match="height"):
        book().indicator("height")


# ---------------------------------------------------------------------------------------------------------------- wages

# Social-insurance year from, to; official average; reference for points; confidence: one line for each in the table.
WAGE_TABLE = [
    ("2014-04", "2015-03", 5036, 5036, "C"),
    ("2015-04", "2016-03", 5451, 5451, "C"),
    ("2016-04", "2017-03", 5939, 5939, "B"),
    ("2017-04", "2018-03", 6504, 6504, "B"),
    ("2018-04", "2019-03", 7132, 7132, "B"),
    ("2019-04", "2019-04", 7832, 7832, "C"),
    ("2019-05", "2019-10", 8211, 7832, "C"),
    ("2019-11", "2020-06", 8211, 8211, "C"),
    ("2020-07", "2021-06", 9339, 9339, "B"),
    ("2021-07", "2022-06", 10338, 10338, "B"),
    ("2022-07", "2023-06", 11396, 10338, "B"),
    ("2023-07", "2024-06", 12183, 11396, "B"),
    ("2024-07", "2025-06", 12307, 11396, "B"),
    ("2025-07", "2026-06", 12434, 11396, "B"),
    ("2026-07", "2035-12", 12577, 11396, "D"),
]
MULTIPLES_OF_REFERENCE = [
    (7832, ("6265.6", "7832", "15664", "23496")),
    (8211, ("6568.8", "8211", "16422", "24633")),
    (9339, ("7471.2", "9339", "18678", "28017")),
    (10338, ("8270.4", "10338", "20676", "31014")),
    (11396, ("9116.8", "11396", "22792", "34188")),
]


def month(text: str) -> int:
    return months_of(date.fromisoformat(f"{text}-01"))


@pytest.mark.parametrize(("first", "last", "official", "reference", "confidence"), WAGE_TABLE)
def test_the_wages_are_those_of_the_table_in_every_month(
    first: str, last: str, official: int, reference: int, confidence: str
) -> None:
    wages = book().wages
    for each in range(month(first), month(last) + 1):
        row = wages.row(each)
        assert (row.official, row.reference, row.confidence) == (official, reference, confidence)
        assert wages.at(each) == reference
        assert row.source


def test_the_table_of_wages_has_no_other_rows_and_no_gap() -> None:
    wages = book().wages
    assert [row.from_month for row in wages.rows] == [month(first) for first, *_ in WAGE_TABLE]
    assert wages.first_month == month("2014-04")
    assert wages.reviewed == ON
    for (_, last, *_), (first, *_) in pairwise(WAGE_TABLE):
        assert month(first) == month(last) + 1


def test_only_the_reference_from_2026_07_is_provisional() -> None:
    wages = book().wages
    assert wages.provisional_from == month("2026-07")
    assert [row.other for row in wages.rows if row.other is not None] == [12577]
    other = wages.otherwise()
    assert other.at(month("2026-07")) == 12577
    assert other.at(month("2026-06")) == 11396
    assert book().wages_otherwise == other


def test_settled_wages_are_not_provisional_and_would_not_be_others() -> None:
    settled = read_wages(edited(WAGES, ", other = 12577", ""))
    assert settled.provisional_from is None
    assert settled.otherwise() == settled


@pytest.mark.parametrize(("reference", "yuan"), MULTIPLES_OF_REFERENCE)
def test_a_base_reaches_a_multiple_of_the_reference_at_the_yuan_of_the_table(
    reference: int, yuan: tuple[str, ...]
) -> None:
    months = [first for first, _, _, wage, _ in WAGE_TABLE if wage == reference]
    assert months
    for place, (multiple, least) in enumerate(zip(("0.8", "1", "2", "3"), yuan, strict=True)):
        assert Fraction(multiple) * reference == Fraction(least)
        for first in months:
            assert counted(first, ceil(Fraction(least)))[: place + 1] == [1] * (place + 1)
            assert counted(first, ceil(Fraction(least)) - 1)[place:] == [0] * (4 - place)


def counted(month: str, base: int) -> list[int]:
    """The months at or above each multiple on the first day of a month in which a base was paid."""
    on = date.fromisoformat(f"{month}-01")
    facts = parse_facts({"contributions": [{"month": month, "base": base}]}, on=on)
    counts = Life(facts, book().wages).base_counts(on)
    assert all(count.exact for count in counts)
    return [count.min for count in counts]


# -------------------------------------------------------------------------------------------------------------- sources


def sources_in(value: object) -> Iterator[Source]:
    """Every source in a value and what it is made of."""
    if isinstance(value, Source):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from sources_in(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for within in value.values():
            yield from sources_in(within)
    elif isinstance(value, tuple):
        for within in value:
            yield from sources_in(within)


def test_every_value_has_a_document_a_confidence_and_a_review() -> None:
    found = [*sources_in(book())]
    assert len(found) > 60
    for source in found:
        assert source.document
        assert source.confidence in CONFIDENCES
        assert date(2026, 1, 1) <= source.reviewed <= ON
        assert source.addresses


def test_every_indicator_step_level_area_condition_and_pair_has_a_source_of_its_own() -> None:
    read = book()
    sources = [each.source for each in read.indicators]
    sources += [each.source for each in read.conditions]
    sources += [each.source for each in read.either_or]
    assert all(source.article for source in (*sources, read.standard_source))


def test_a_value_takes_the_source_that_it_stands_in_unless_it_names_another() -> None:
    sources = {item.indicator: item.source for item in scored({"age": 70, "outlying_area": "other"}).items}
    assert sources["age"].confidence == "C"
    assert sources["age"].document == book().indicator("age").source.document
    lingang = scored({"outlying_area": "lingang", "outlying_months": 12}).items
    assert [item.source.confidence for item in lingang if item.indicator == "outlying_area"] == ["B-"]
    own = read_rule_book(
        edited(BOOK, "{ from = 61,", '{ reviewed = 2026-02-03, addresses = ["x.cn"], from = 61,'), book().wages
    )
    assert Source(sources["age"].document, sources["age"].article, "C", date(2026, 2, 3), ("x.cn",)) in sources_in(own)


@pytest.mark.parametrize(
    ("row", "indicator", "told"),
    [
        ("{ from = 44,", "age", {"age": 44}),
        ('{ value = "master",', "education", {"education": "master"}),
        ('{ value = "skill_5",', "credential", {"credential": "skill_5", "credential_fits_job": True}),
        ('{ value = "other",', "outlying_area", {"outlying_area": "other", "outlying_months": 60}),
    ],
)
def test_a_line_names_the_source_of_the_row_that_it_was_read_from(row: str, indicator: str, told: Told) -> None:
    own = read_rule_book(edited(BOOK, row, row.replace("{", '{ confidence = "D",')), book().wages)
    life = Life(parse_facts(told, on=ON), own.wages)
    found = {item.indicator: item.source for item in score_life(life, own, ON).items}
    assert found[indicator] == own.indicator(indicator).source._replace(confidence="D")
    for other in {*found} - {indicator}:
        assert found[other] == own.indicator(other).source


def test_the_highest_tier_is_the_one_of_the_most_points() -> None:
    own = read_rule_book(edited(BOOK, "months = 36, points = 25", "months = 36, points = 60"), book().wages)
    facts = parse_facts({"base_months": {"0.8": 36, "1": 36, "2": 0, "3": 0}}, on=ON)
    found = {item.indicator: item.points for item in score_life(Life(facts, own.wages), own, ON).items}
    assert found["contribution_base"] == Interval(60, 60)


def test_what_is_disputed_of_a_credential_is_told_with_it() -> None:
    row = '{ value = "skill_5",'
    own = read_rule_book(edited(BOOK, row, row.replace("{", '{ disputed = "old_grades",')), book().wages)
    facts = parse_facts({"credential": "skill_5", "credential_fits_job": True}, on=ON)
    assert [caution.id for caution in score_life(Life(facts, own.wages), own, ON).cautions] == ["old_grades"]


def test_a_title_that_does_not_count_for_its_base_names_the_source_of_that() -> None:
    told = {"credential": "skill_2", "credential_fits_job": True, "base_1x_months_last_12": 5}
    [source] = [item.source for item in scored(told).items if item.indicator == "credential"]
    assert source.document.startswith("崇明区人民政府")


# ------------------------------------------------------------------------------------------------------ examples, dates


@pytest.mark.parametrize("example", book().examples, ids=[example.name for example in book().examples])
def test_an_example_beside_the_rules_scores_what_it_says(example: Example) -> None:
    found = {item.indicator: item.points for item in scored(example.facts).items}
    assert example.items
    assert {id: found[id] for id in example.items} == {id: Interval(n, n) for id, n in example.items.items()}


def test_a_day_before_the_first_rule_book_is_refused_with_its_first_day() -> None:
    assert rule_book(date(2023, 1, 1)).id == "2023-01-01"
    with pytest.raises(NoRuleBookError, match="2022-12-31 is before the first rule book, which begins on 2023-01-01"):
        scored({}, date(2022, 12, 31))


def test_a_day_after_the_last_rule_book_is_scored_by_it_with_a_caution() -> None:
    last = scored({"age": 30}, date(2027, 12, 31))
    after = scored({"age": 30}, date(2028, 1, 1))
    assert "rulebook_expired" not in [caution.id for caution in last.cautions]
    assert [(each.id, each.reason) for each in after.cautions] == [
        ("rulebook_expired", Reason("warning.rulebook_expired", (("ends", "2027-12-31"),)))
    ]
    assert after.items == last.items


def test_a_file_of_rules_is_named_after_its_book_and_the_day_it_came_into_force() -> None:
    names = rule_book_names()
    assert names == sorted(names)
    for name in names:
        read = read_rule_book(data_text(name), book().wages)
        assert name == f"{read.id}.toml" == f"{read.in_force}.toml"
        assert read.in_force < read.ends


# ------------------------------------------------------------------------------------------------------------- refusals

Edit = tuple[str, str, str]
"""Words of the text, what stands there instead, and the refusal."""


def refusal(read: Callable[[str], object], text: str) -> str:
    with pytest.raises(RuleBookError) as refused:
        read(text)
    assert "\n" not in str(refused.value)
    return str(refused.value)


INSURED = "rulebook.indicator[insured_years]: "
SHAPES = "steps, levels, credentials, accrual, areas, tiers, flag, deduction"
FLAGS = (
    "residence_permit, employed_in_shanghai, employer_in_shanghai, insured_now, credential_fits_job, entrepreneur, "
    "innovation_service_staff, shortage_major, fresh_graduate, spouse_shanghai_hukou, serious_crime"
)
TIERS = (
    "rulebook.indicator[contribution_base]: the tiers are not those that facts can count: "
    "{'0.8': 48, '1': 48, '2': 48, '3': 36}"
)
AGE_STEP = "{ from = 44, points = 29 }"
UNKNOWN_KEYS: list[Edit] = [
    ('id = "2023-01-01"', 'colour = 1\nid = "2023-01-01"', "rulebook: unknown colour"),
    ('id = "2023-01-01"', 'colour = 1\nheight = 2\nid = "2023-01-01"', "rulebook: unknown colour, height"),
    ("[standard]", "[standard]\ncolour = 1", "rulebook.standard: unknown colour"),
    ("[document.measure]", "[document.measure]\ncolour = 1", "rulebook.document.measure: unknown colour"),
    ("unit = 12", "unit = 12\ncolour = 1", INSURED + "unknown colour"),
    (AGE_STEP, "{ from = 44, points = 29, colour = 1 }", "rulebook.indicator[age].steps[1]: unknown colour"),
    (
        '{ value = "master",', '{ colour = 1, value = "master",',
        "rulebook.indicator[education].levels[master]: unknown colour",
    ),
    ("base = { ", "base = { colour = 1, ", "rulebook.indicator[credential].base: unknown colour"),
    (
        '{ value = "other",', '{ colour = 1, value = "other",',
        "rulebook.indicator[outlying_area].areas[other]: unknown colour",
    ),
    (
        '{ multiple = "0.8",', '{ colour = 1, multiple = "0.8",',
        "rulebook.indicator[contribution_base].tiers[0]: unknown colour",
    ),
    ("[[either_or]]", "[[either_or]]\ncolour = 1", "rulebook.either_or[0]: unknown colour"),
    ("[[condition]]", "[[condition]]\ncolour = 1", "rulebook.condition[residence_permit]: unknown colour"),
    ("[[example]]", "[[example]]\ncolour = 1", "rulebook.example[0]: unknown colour"),
    ("at_least = 6", "at_least = 6\nmet = true", "rulebook.condition[insured_6_of_12]: unknown met"),
]  # fmt: skip
MISSING_KEYS: list[Edit] = [
    ("reviewed = 2026-11-22", "", "rulebook: reviewed is missing"),
    ("ends = 2027-12-31", "", "rulebook: ends is missing"),
    ("in_force = 2023-01-01", "", "rulebook: in_force is missing"),
    ("[standard]", "[standard_points]", "rulebook: standard is missing"),
    ("points = 120", "", "rulebook.standard: points is missing"),
    ("unit = 12", "", INSURED + "unit is missing"),
    ("starts = 1\n", "", INSURED + "starts is missing"),
    ('shape = "steps"', "", "rulebook.indicator[age]: shape is missing"),
    ('group = "basic"', "", "rulebook.indicator[age]: group is missing"),
    ('document = "measure"\narticle = "基础指标：年龄"', "", "rulebook.indicator[age]: no document"),
    ('article = "基础指标：年龄"', "", "rulebook.indicator[age]: article is missing"),
    ('article = "基础指标：年龄"\nconfidence = "B"', 'article = ""', "rulebook.indicator[age]: confidence is missing"),
    (AGE_STEP, "{ points = 29 }", "rulebook.indicator[age].steps[1]: from is missing"),
    ('number = "沪府规〔2022〕21号"', "", "rulebook.document.measure: number is missing"),
    ("met = true", "", "rulebook.condition[residence_permit]: met is missing"),
    ('fits = "credential_fits_job"', "", "rulebook.indicator[credential]: fits is missing"),
    ("items = { investment_tax = 30 }", "", "rulebook.example[0]: items is missing"),
]
WRONG_TYPES: list[Edit] = [
    ("unit = 12", 'unit = "12"', INSURED + "unit must be a whole number"),
    ("unit = 12", "unit = 12.0", INSURED + "unit must be a whole number"),
    ("unit = 12", "unit = true", INSURED + "unit must be a whole number"),
    ("ends = 2027-12-31", 'ends = "2027-12-31"', "rulebook: ends must be a date"),
    ('id = "2023-01-01"', "id = 2023-01-01", "rulebook: id must be a text"),
    ("met = true", 'met = "true"', "rulebook.condition[residence_permit]: met must be true or false"),
    (
        "needs_base = true",
        "needs_base = 1",
        "rulebook.indicator[credential].levels[skill_2]: needs_base must be true or false",
    ),
    (
        'addresses = ["m.taodocs.com',
        'addresses = [1, "m.taodocs.com',
        "rulebook.indicator[age]: addresses must be a list of texts",
    ),
    (
        'addresses = ["https://m.sh',
        'addresses = "x" #',
        "rulebook.indicator[detention]: addresses must be a list of texts",
    ),
    ("base = { ", "base = 3 # ", "rulebook.indicator[credential]: base must be a table"),
    ("facts = { annual_tax_share = 373333 }", "facts = 3", "rulebook.example[0]: facts must be a table"),
    ("steps = [", "steps = 3\nother = [", "rulebook.indicator[age]: steps must be a list of tables"),
]
UNKNOWN_NAMES: list[Edit] = [
    (
        'document = "measure"',
        'document = "rumour"',
        "rulebook.standard: document must be one of measure, detailed_rules, founders, lingang_report, district_answer",
    ),
    ('confidence = "B"', 'confidence = "E"', "rulebook.standard: confidence must be one of A, A-, B, B-, C, D"),
    ('shape = "steps"', 'shape = "stairs"', "rulebook.indicator[age]: shape must be one of " + SHAPES),
    (
        'group = "bonus"',
        'group = "extra"',
        "rulebook.indicator[entrepreneur]: group must be one of basic, bonus, deduction",
    ),
    (
        'fact = "age"',
        'fact = "height"',
        "rulebook.indicator[age]: fact must be one of " + ", ".join((*KINDS, *MEASURES)),
    ),
    ('gate = "spouse', 'gate = "husband', "rulebook.indicator[spouse]: gate must be one of " + FLAGS),
    ('fits = "cred', 'fits = "red', "rulebook.indicator[credential]: fits must be one of credential_fits_job"),
    (
        'base = { multiple = "1"',
        'base = { multiple = "4"',
        "rulebook.indicator[credential].base: multiple must be one of 0.8, 1, 2, 3",
    ),
    (
        'tiers = [\n    { multiple = "0.8"',
        'tiers = [\n    { multiple = "0.6"',
        "rulebook.indicator[contribution_base].tiers[0]: multiple must be one of 0.8, 1, 2, 3",
    ),
    (
        'fact = "residence_permit"',
        'fact = "passport"',
        "rulebook.condition[residence_permit]: fact must be one of " + ", ".join(KINDS),
    ),
    ('["education", "credential"]', '["education", "height"]', "rulebook.either_or[0]: there is no indicator height"),
    ('["education", "credential"]', '["height", "education"]', "rulebook.either_or[0]: there is no indicator height"),
    ("items = { age = 25 }", "items = { height = 25 }", "rulebook.example[2]: there is no indicator height"),
]
CONTRADICTIONS: list[Edit] = [
    (AGE_STEP, "{ from = 45, points = 29 }", "rulebook.indicator[age]: steps are out of order"),
    (AGE_STEP, "{ from = 46, points = 29 }", "rulebook.indicator[age]: steps are out of order"),
    ('id = "education"', 'id = "age"', "rulebook: an indicator stands twice"),
    ('value = "master"', 'value = "mastre"', "rulebook.indicator[education]: the rows are not the values of education"),
    (
        'fact = "award"', 'fact = "spouse_shanghai_hukou"',
        "rulebook.indicator[award]: the rows are not the values of spouse_shanghai_hukou",
    ),
    (
        'base = { multiple = "1"', 'base = { multiple = "2"',
        "rulebook.indicator[credential]: the base needed is not the one that facts can count: 1x in 12 months",
    ),
    (
        'gate = "spouse_shanghai_hukou"', 'gate = "education"',
        "rulebook.indicator[spouse]: gate must be one of " + FLAGS,
    ),
    ("window = 48, months", "window = 60, months", TIERS),
    ('    { multiple = "3", window = 36, months = 24, points = 120 },\n', "", TIERS),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"), [*UNKNOWN_KEYS, *MISSING_KEYS, *WRONG_TYPES, *UNKNOWN_NAMES, *CONTRADICTIONS]
)
def test_a_wrong_rule_book_is_refused_with_the_place(old: str, new: str, message: str) -> None:
    assert refusal(lambda text: read_rule_book(text, book().wages), edited(BOOK, old, new)) == message


def test_an_example_of_what_are_no_facts_is_refused() -> None:
    with pytest.raises(ValueError, match="age: 146 is not from 16 to 100"):
        read_rule_book(edited(BOOK, "facts = { age = 46 }", "facts = { age = 146 }"), book().wages)


WRONG_WAGES: list[Edit] = [
    ("reviewed = 2026-11-22", "", "reference_wages: reviewed is missing"),
    ("reviewed = 2026-11-22", "reviewed = 2026-11-22\ncolour = 1", "reference_wages: unknown colour"),
    ("{ from", "{ colour = 1, from", "reference_wages.wage[0]: unknown colour"),
    ('{ from = "2014-04", ', "{ ", "reference_wages.wage[0]: from is missing"),
    ("reference = 5036", "reference = 5036.0", "reference_wages.wage[0]: reference must be a whole number"),
    ("official = 5036", "official = true", "reference_wages.wage[0]: official must be a whole number"),
    ("other = 12577", 'other = "12577"', "reference_wages.wage[14]: other must be a whole number"),
    ('confidence = "C"', 'confidence = "E"', "reference_wages.wage[0]: confidence must be one of A, A-, B, B-, C, D"),
    ('source = "secondary"', "source = 1", "reference_wages.wage[0]: source must be a text"),
    ("wage = [", "wage = 1\nother = [", "reference_wages: wage must be a list of tables"),
    ('from = "2015-04"', 'from = "2013-04"', "reference_wages: rows from 5036 to 5451 are out of order"),
    ('from = "2015-04"', 'from = "2014-04"', "reference_wages: rows from 5036 to 5451 are out of order"),
    ("official = 12434,", "official = 12434, other = 12434,", "reference_wages: 11396 is provisional and not the last"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG_WAGES)
def test_wrong_wages_are_refused_with_the_place(old: str, new: str, message: str) -> None:
    assert refusal(read_wages, edited(WAGES, old, new)) == message


WRONG_ACTIONS: list[Edit] = [
    ("reviewed = 2026-11-22", "", "actions: reviewed is missing"),
    ("horizon_months = 120", 'horizon_months = "120"', "actions: horizon_months must be a whole number"),
    ("horizon_months = 120", "horizon_months = 120\ncolour = 1", "actions: unknown colour"),
    ("[base]", "[base]\ncolour = 1", "actions.base: unknown colour"),
    ("[tax_records]", "[tax_records]\ncolour = 1", "actions.tax_records: unknown colour"),
    ("[tax_records]\nmonths = 3", "[tax_records]", "actions.tax_records: months is missing"),
    ("[[degree]]", "[[degree]]\ncolour = 1", "actions.degree[0]: unknown colour"),
    ('from = ["none"]', "from = 3", "actions.degree[0]: from must be a list of texts"),
    ("[[credential]]", "[[credential]]\ncolour = 1", "actions.credential[0]: unknown colour"),
    (
        'education = ["associate",',
        'education = [1, "associate",',
        "actions.credential[4]: education must be a list of texts",
    ),
    ('multiples = ["0.8",', 'multiples = ["4", "0.5", "0.8",', "actions.base: unknown multiples 0.5, 4"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG_ACTIONS)
def test_wrong_actions_are_refused_with_the_place(old: str, new: str, message: str) -> None:
    assert refusal(read_actions, edited(ACTIONS, old, new)) == message


@pytest.mark.parametrize("read", [lambda text: read_rule_book(text, book().wages), read_wages, read_actions])
def test_what_is_no_toml_is_refused(read: Callable[[str], object]) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        read("reviewed = 2026-11-22\n[")
