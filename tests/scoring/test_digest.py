"""The fingerprint of the rules: another one exactly where somebody could score otherwise."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from scoring.data import data_text
from scoring.digest import digest_of, rules_digest
from scoring.rulebook import NoRuleBookError, read_rule_book, read_wages, rule_book

DAY = date(2026, 11, 22)
BOOK, WAGES = data_text("2023-01-01.toml"), data_text("reference_wages.toml")


def digest(book: str = BOOK, wages: str = WAGES) -> str:
    """The fingerprint of rules as they are written."""
    return digest_of(read_rule_book(book, read_wages(wages)))


def test_the_rules_of_a_day_have_the_fingerprint_of_their_book() -> None:
    assert rules_digest(DAY) == digest() == digest_of(rule_book(DAY))
    assert len(rules_digest(DAY)) == 16
    with pytest.raises(NoRuleBookError):
        rules_digest(date(2022, 12, 31))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("points = 120\n", "points = 130\n"),  # the standard
        ("ends = 2027-12-31", "ends = 2028-12-31"),
        ('value = "master", points = 100', 'value = "master", points = 105'),
        ("from = 44, points = 29", "from = 44, points = 28"),
        (
            "months = 36, points = 50",
            "months = 36, points = 55",
        ),
        ("starts = 5", "starts = 4"),
        ("years = 3", "years = 4"),
        ("at_least = 6", "at_least = 7"),
    ],
)
def test_another_rule_is_another_fingerprint(before: str, after: str) -> None:
    assert before in BOOK
    assert digest(BOOK.replace(before, after, 1)) != digest()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("reference = 11396, official = 12577, other = 12577", "reference = 12577, official = 12577"),
        ("other = 12577", "other = 12600"),
        ('from = "2026-07"', 'from = "2026-08"'),
    ],
)
def test_another_reference_wage_is_another_fingerprint(before: str, after: str) -> None:
    assert before in WAGES
    assert digest(wages=WAGES.replace(before, after)) != digest()


def test_a_review_a_source_and_a_remark_change_nothing() -> None:
    again = BOOK.replace("reviewed = 2026-11-22", "reviewed = 2026-12-24").replace(
        'confidence = "C"', 'confidence = "B"'
    )
    assert again != BOOK
    assert digest(again + "\n# read once more\n") == digest()
    assert (
        digest(wages=WAGES.replace("official = 12577", "official = 12578").replace("secondary", "a page")) == digest()
    )


TINY = """
id = "tiny"
reviewed = 2026-11-22
in_force = 2023-01-01
ends = 2027-12-31
example = []
either_or = []
standard = { points = 120, document = "measure", article = "1", confidence = "A" }

[document.measure]
number = "1"
title = "Measure"
published = 2022-12-01
confidence = "A"
addresses = ["example.cn"]

[[indicator]]
id = "age"
shape = "steps"
group = "basic"
fact = "age"
cap = 30
document = "measure"
article = "2"
confidence = "A"
steps = [{ from = 16, points = 30 }, { from = 44, points = 29, case = "older" }]

[[condition]]
id = "insured_6_of_12"
fact = "insured_months_last_12"
at_least = 6
document = "measure"
article = "3"
confidence = "A"
"""
TINY_WAGES = """
reviewed = 2026-11-22
wage = [{ from = "2014-04", reference = 5036, official = 5036, confidence = "C", source = "a page" }]
"""


def test_the_same_rules_have_the_same_fingerprint_in_every_version_of_the_program() -> None:
    """Whoever was told what he scores would otherwise hear of new rules that are not."""
    assert digest(TINY, TINY_WAGES) == "48ceafd4d3c3f0e0"


def test_what_is_either_or_is_a_rule() -> None:
    book = rule_book(DAY)
    assert digest_of(replace(book, either_or=book.either_or[:1])) != digest_of(book)


def test_another_process_finds_the_same_fingerprint() -> None:
    program = f"from datetime import date\nfrom scoring.digest import rules_digest\nprint(rules_digest({DAY!r}))"
    program = program.replace("datetime.date", "date")
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert done.stdout.strip() == rules_digest(DAY)
