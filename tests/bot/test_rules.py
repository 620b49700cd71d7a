"""`hujifen rules`: the page that a lawyer can check says what the data says, all of it, in three languages."""

import re
import tomllib
from functools import cache
from typing import cast

import pytest

from bot.texts import LOCALES
from scoring.data import data_text
from tests.bot.hujifen import DAY, hujifen, refusal

Table = dict[str, object]
BOOK = tomllib.loads(data_text("2023-01-01.toml"))
WAGES = tomllib.loads(data_text("reference_wages.toml"))


@cache
def page(locale: str) -> Table:
    """The rules in JSON."""
    (result,) = hujifen("rules", "--on", DAY, "--lang", locale, "--json").results
    return result


@cache
def printed(locale: str) -> str:
    """The rules as printed."""
    run = hujifen("rules", "--on", DAY, "--lang", locale)
    assert (run.status, run.err) == (0, "")
    return run.out


def tables(value: object) -> list[Table]:
    """A list of objects."""
    return cast(list[Table], value)


def rows(indicator: Table) -> list[tuple[int | None, str]]:
    """The points of each of an indicator's rules in the data, with the confidence that it has or inherits."""
    own = str(indicator["confidence"])
    for key in ("steps", "levels", "areas", "tiers"):
        if key in indicator:
            listed = [row for row in tables(indicator[key]) if row.get("starts") != 0]
            return [
                (cast(int, row.get("points", indicator.get("points"))), str(row.get("confidence", own)))
                for row in listed
            ]
    return [(cast(int, indicator["points"]), own)]


def needs(indicator: Table) -> int:
    """How many conditions without points of their own an indicator has."""
    return ("base" in indicator) + ("fits" in indicator)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_rule_of_every_indicator_is_told_with_its_points_and_confidence(locale: str) -> None:
    told = tables(page(locale)["indicators"])
    assert [each["indicator"] for each in told] == [each["id"] for each in BOOK["indicator"]]
    for each, data in zip(told, BOOK["indicator"], strict=True):
        assert each["name"]
        assert each["cap"] == data.get("cap")
        rules = tables(each["rules"])
        scored = [rule for rule in rules if rule["points"] is not None]
        confidence = [cast(Table, rule["source"])["confidence"] for rule in scored]
        assert [*zip([rule["points"] for rule in scored], confidence, strict=True)] == rows(data), each["indicator"]
        assert len(rules) - len(scored) == needs(data)
        assert all(rule["when"] for rule in rules)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_source_names_a_document_an_article_a_confidence_and_the_day_of_its_review(locale: str) -> None:
    numbers = [str(document["number"]) for document in BOOK["document"].values()]
    sources = list(sources_in(page(locale)))
    assert len(sources) > 60
    for source in sources:
        assert any(number in str(source["document"]) for number in numbers)
        assert source["confidence"] in {"A", "A-", "B", "B-", "C", "D"}
        assert source["reviewed"] == BOOK["reviewed"].isoformat()
        assert isinstance(source["addresses"], list)


def sources_in(value: object) -> list[Table]:
    """Every source anywhere in the page."""
    if isinstance(value, dict):
        own = [value["source"]] if isinstance(value.get("source"), dict) else []
        return own + [source for inner in value.values() for source in sources_in(inner)]
    return [source for inner in value for source in sources_in(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_disputed_stands_with_the_rule_that_it_is_about(locale: str) -> None:
    disputed = {
        str(each["indicator"]): [rule["disputed"] is not None for rule in tables(each["rules"])]
        for each in tables(page(locale)["indicators"])
    }
    assert disputed["education"] == [False, False, False, False, True, True]
    assert disputed["outlying_area"] == [True, False]
    assert disputed["age"] == [*[False] * 14, True]
    assert disputed["spouse"] == [True]
    sentences = {str(rule["disputed"]) for each in tables(page(locale)["indicators"]) for rule in tables(each["rules"])}
    assert all("12333" in sentence for sentence in sentences - {"None"})


def test_the_pairs_conditions_wages_and_examples_of_the_data_are_all_there() -> None:
    told = page("en")
    pairs = [each["indicators"] for each in tables(told["either_or"])]
    assert pairs == [each["indicators"] for each in BOOK["either_or"]]
    assert [each["id"] for each in tables(told["conditions"])] == [each["id"] for each in BOOK["condition"]]
    assert [(each["facts"], each["items"]) for each in tables(told["examples"])] == [
        (each["facts"], each["items"]) for each in BOOK["example"]
    ]
    for each, data in zip(tables(told["reference_wages"]), WAGES["wage"], strict=True):
        assert {key: each[key] for key in data if key != "other"} == {key: data[key] for key in data if key != "other"}
        assert each["provisional"] is ("other" in data)
        assert each["reviewed"] == WAGES["reviewed"].isoformat()
    assert cast(Table, told["standard"])["points"] == BOOK["standard"]["points"]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_printed_page_says_the_same(locale: str) -> None:
    shown, told = printed(locale), page(locale)
    assert f"{told['id']}" in shown
    assert f"{told['ends']}" in shown
    for each in tables(told["indicators"]):
        assert str(each["name"]) in shown
        for rule in tables(each["rules"]):
            source = cast(Table, rule["source"])
            parts = [str(part) for part in (rule["when"], *source.values()) if isinstance(part, str)]
            lines = [line for line in shown.splitlines() if all(part in line for part in parts)]
            points = rule["points"] if rule["points"] is not None else ""
            assert any(re.search(rf"(?<!\d){points}(?!\d)", line) for line in lines), rule
            assert rule["disputed"] is None or str(rule["disputed"]) in shown
    for each in (*tables(told["conditions"]), *tables(told["examples"])):
        assert str(each["text"]) in shown
    for each in tables(told["reference_wages"]):
        assert re.search(rf"{each['from']}\s+{each['reference']}\s", shown)
    for document in BOOK["document"].values():
        assert all(address in shown for address in document["addresses"])


def test_nothing_but_quoted_names_is_chinese_in_the_english_page() -> None:
    for each in tables(page("en")["indicators"]):
        for rule in tables(each["rules"]):
            assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"\([^()]*\)", "", str(rule["when"])))


def test_a_day_after_the_book_is_answered_by_it_with_a_warning() -> None:
    assert "2027-12-31" in hujifen("rules", "--on", "2028-01-01").out.splitlines()[1]


def test_a_day_before_the_book_is_refused() -> None:
    assert "2023-01-01" in refusal("rules", "--on", "2022-12-31")
