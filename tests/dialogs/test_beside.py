"""What one message asks beside the facts that it tells, and what it says of something else altogether."""

import pytest

from bot.texts import LOCALES
from tests.dialogs.talking import Held

TOLD_AND_ASKED = {
    "zh_Hans": "36岁，本科有学位，社保交了6年，续签以后要等几天？",
    "zh_Hant": "36歲，本科有學位，社保繳了6年，續簽以後要等幾天？",
    "en": "I am 36, bachelor with degree, insured for 6 years. How many working days after the yearly renewal?",
}
WORKING_DAYS = {"zh_Hans": "3 个工作日", "zh_Hant": "3 個工作日", "en": "3 full working days"}
FACTS = {"age": 36, "education": "bachelor_with_degree", "insured_years": 6}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_question_beside_facts_is_answered_and_the_facts_are_taken(locale: str) -> None:
    held = Held(locale).say(TOLD_AND_ASKED[locale])
    assert held.turn.facts == FACTS
    assert "138" in held.turn.say[0]
    assert WORKING_DAYS[locale] in held.turn.say[1]
    assert "2026-11-22" in held.turn.say[2]
    assert held.asking == "deductions"


def test_whether_facts_are_enough_is_told_by_their_score_alone() -> None:
    held = Held().say("36岁，本科有学位，社保6年，够120分吗？")
    assert held.turn.facts == FACTS
    assert "依据" not in held.said


def test_a_question_that_no_article_surely_answers_leaves_the_facts_alone() -> None:
    asked, told = Held().say("36岁，本科有学位，社保6年，咋整？"), Held().say("36岁，本科有学位，社保6年")
    assert asked.turn.facts == told.turn.facts
    assert asked.turn.say == told.turn.say


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("没有职称，居住证2026年12月20日到期，什么时候续签？", "2026-12-20"),
        ("when must I renew? my permit expires 2026-12-20", "2026-12-20"),
        ("本科有学位，怎么申请", "11 步"),
    ],
)
def test_a_procedure_asked_for_beside_facts_opens_with_them_and_leads_back(words: str, told: str) -> None:
    held = Held().say("38", words)
    assert told in held.said
    assert held.say("exit").asking is not None


def test_who_tells_facts_and_wishes_to_apply_is_asked_on() -> None:
    assert Held().say("我想申请积分，36岁").asking == "education"


@pytest.mark.parametrize(
    ("locale", "words", "refused"),
    [
        ("zh_Hans", "今天天气怎么样", "我只懂上海市居住证积分"),
        ("zh_Hant", "今天天氣怎麼樣", "我只懂上海市居住證積分"),
        ("en", "What is the weather like today?", "I only know the points"),
    ],
)
def test_what_is_about_something_else_is_kindly_refused_and_the_talk_goes_on(
    locale: str, words: str, refused: str
) -> None:
    held = Held(locale).say("38", words)
    assert refused in held.said
    assert held.asking == "education"


def test_who_goes_on_about_something_else_is_shown_the_hotline() -> None:
    assert "12333" in Held().say("今天天气怎么样", "明天天气怎么样").said


def test_ways_are_told_to_whoever_was_not_asked_for_records_yet() -> None:
    held = Held().say("39岁，大专，社保9年，没有职称，未婚，基数8000", "result")
    assert held.scored.total.min == 0
    assert "没有处罚记录的话，到 120 分的办法" in held.said
    assert "没法给出" not in held.said
