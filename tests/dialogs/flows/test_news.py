"""News of the rules: the difference line by line, with reasons and sources, and nothing where there is none."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from bot.texts import texts
from dialogs.flows.news import news
from scoring.data import data_text
from scoring.facts import parse_facts
from scoring.interval import Interval
from scoring.life import Life
from scoring.rulebook import read_wages, rule_book
from scoring.score import Score, score, score_life
from scoring.told import Told, told_of
from tests.dialogs.flows.talking import BELOW, DAY, LANGUAGES, REACHES
from tests.scoring.people import Partly, dates, partial_people, unhurried


def scored(facts: Mapping[str, object], on: date = DAY) -> Score:
    """The score of facts on the day on which they are told."""
    return score(parse_facts(facts, on=on))


def told(before: Told, now: Score, locale: str = "en") -> str:
    """What is told, in one piece."""
    lines = news(before, now, texts(locale))
    assert lines is not None
    return "\n".join(lines)


def test_who_scores_what_he_was_told_is_told_nothing() -> None:
    assert news(told_of(scored(REACHES)), scored(REACHES), texts("en")) is None


def test_other_lines_that_make_up_the_same_total_are_no_news() -> None:
    before = told_of(scored(REACHES))
    moved = {**before.points, "age": Interval(28, 28), "insured_years": Interval(20, 20)}
    assert news(replace(before, points=moved), scored(REACHES), texts("en")) is None


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_difference_is_told_line_by_line_with_its_reason_and_source(locale: str) -> None:
    said = told(told_of(scored(REACHES)), scored(BELOW), locale)
    name = {"zh_Hans": "教育背景：90 → 50", "zh_Hant": "教育背景：90 → 50", "en": "Education: 90 → 50"}[locale]
    assert name in said
    assert "138" in said
    assert "98" in said
    assert "沪府规〔2022〕21号" in said
    assert "2026-11-22" in said
    assert said.count("→") == 1
    assert "{" not in said


def test_the_present_verdict_is_told_too() -> None:
    assert "❌ 120 is not reached: 98 points, 22 short" in told(told_of(scored(REACHES)), scored(BELOW))
    assert "✅ You reach 120: 138 points" in told(told_of(scored(BELOW)), scored(REACHES))


def test_a_wage_that_moves_is_news_to_whom_it_moves() -> None:
    months = [f"{month // 12}-{month % 12 + 1:02d}" for month in range(2023 * 12 + 10, 2026 * 12 + 11)]
    facts = parse_facts({"contributions": [{"month": month, "base": 12000} for month in months]}, on=DAY)
    before, book = told_of(score(facts)), rule_book(DAY)
    wages = read_wages(
        data_text("reference_wages.toml").replace(
            "reference = 11396, official = 12577, other = 12577", "reference = 12577, official = 12577"
        )
    )
    said = told(before, score_life(Life(facts, wages), replace(book, wages=wages), DAY))
    assert "50 → 25" in said
    assert "Contribution base" in said


def test_a_wage_that_is_not_settled_comes_with_its_caution() -> None:
    months = [f"{month // 12}-{month % 12 + 1:02d}" for month in range(2023 * 12 + 10, 2026 * 12 + 11)]
    now = scored({"contributions": [{"month": month, "base": 12000} for month in months]})
    assert "12333" in told(replace(told_of(now), total=Interval(0, 1)), now)


def test_another_standard_is_told_with_its_source() -> None:
    now = scored(REACHES)
    before = replace(told_of(now), verdict="not_reached", standard=140)
    said = told(before, now)
    assert "· The standard: 140 → 120" in said
    assert now.book.standard_source.document in said
    assert now.book.standard_source.article in said


def test_what_the_rules_no_longer_have_is_told_without_a_name() -> None:
    now = scored(REACHES)
    before = replace(told_of(now), total=Interval(148, 148), points={**told_of(now).points, "bygone": Interval(10, 10)})
    said = told(before, now)
    assert "· No longer in the rules: 10 → 0" in said
    assert "Source" not in said


@unhurried
@given(dates().flatmap(partial_people))
def test_every_line_that_changed_is_told_once(partly: Partly) -> None:
    now = score(parse_facts(partly.told, on=partly.on))
    nothing = Told(Interval(-1, -1), "depends", now.book.standard, {})
    counted = [item for item in now.items if item.counted and item.points != (0, 0)]
    assert told(nothing, now).split("\n\n")[0].count("→") == len(counted)
