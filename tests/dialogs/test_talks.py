"""Whole conversations, as people would hold them."""

import pytest

from tests.dialogs.talking import Held

EVERYTHING = {
    "zh_Hans": "35岁,本科有学位,社保6年,没有职称,老婆上海户口结婚3年",
    "zh_Hant": "35歲,本科有學位,社保6年,沒有職稱,老婆上海戶口結婚3年",
    "en": "I'm 35, bachelor with degree, insured for 6 years, no title, my wife has Shanghai hukou, married 3 years",
}


@pytest.mark.parametrize("locale", EVERYTHING)
def test_one_sentence_with_everything_leads_straight_to_the_records_the_conditions_and_the_result(locale: str) -> None:
    held = Held(locale).say(EVERYTHING[locale])
    assert held.turn.facts == {
        "age": 35,
        "education": "bachelor_with_degree",
        "insured_years": 6,
        "credential": "none",
        "spouse_shanghai_hukou": True,
        "married_years": 3,
    }
    assert held.asking == "deductions"
    assert held.say("none").asking == "conditions"
    held.say("none")
    assert "go_on" in held.ids
    assert held.say("result").asking is None
    assert held.scored.verdict == "reached"
    assert str(held.scored.total.min) in held.said


def test_a_correction_in_the_next_message_takes_the_place_of_what_was_said() -> None:
    held = Held().say("我38岁，本科有学位")
    assert held.say("不对，是硕士").turn.facts["education"] == "master"


def test_an_answer_changed_from_the_result_leads_back_to_the_result_with_its_follow_up_questions() -> None:
    held = Held().say(EVERYTHING["zh_Hans"], "none", "none", "result", "改职称", "intermediate_title")
    assert held.asking == "credential_fits_job"
    assert held.say("是").asking == "base_1x_months_last_12"
    assert held.say("8个月").asking is None
    assert held.turn.facts["base_1x_months_last_12"] == 8
    assert "中级职称" in held.said


def test_a_line_opens_with_its_basis_and_can_be_called_wrong() -> None:
    held = Held().say(EVERYTHING["zh_Hans"], "none", "none", "result", "line:education")
    assert "沪府规〔2022〕21号" in held.said
    assert held.say("wrong").asking == "education"
    assert held.say("3").asking is None
    assert held.turn.facts["education"] == "bachelor"


def test_the_line_that_is_wrong_can_be_named_by_its_number() -> None:
    held = Held().say(EVERYTHING["zh_Hans"], "none", "none", "result", "第2行不对")
    assert held.asking == "education"


def test_whoever_stopped_early_can_answer_more() -> None:
    held = Held().say(EVERYTHING["zh_Hans"], "none", "none", "result", "more")
    assert held.asking is not None
    before = held.scored.total
    held.say("4")
    assert held.scored.total.min >= before.min


def test_skipping_everything_ends_in_a_result_that_names_what_is_open() -> None:
    held = Held()
    for _ in range(30):
        if held.asking is None:
            break
        held.say("跳过")
    assert held.turn.facts == {}
    assert held.scored.verdict == "depends"
    assert "年龄" in held.said


def test_a_contradiction_is_asked_back_about_and_can_be_meant() -> None:
    held = Held().say("我22岁", "社保15年")
    assert held.asking == "check:insured_before_sixteen"
    assert {"keep", "change:age", "change:insured_years"} <= set(held.ids)
    kept = Held().say("我22岁", "社保15年", "keep")
    assert kept.asking != "check:insured_before_sixteen"
    assert held.say("change:age").asking == "age"
    assert held.say("42").turn.facts["age"] == 42
    assert held.asking != "check:insured_before_sixteen"


def test_several_options_are_picked_one_by_one_or_all_at_once() -> None:
    tapped = Held().say(EVERYTHING["zh_Hans"], "detention", "minor_crime", "detention", "done")
    assert tapped.turn.facts["detention_dates"] == []
    assert "minor_crime_dates" not in tapped.turn.facts
    assert tapped.asking == "minor_crime_dates"
    listed = Held().say(EVERYTHING["zh_Hans"], "1，3")
    assert listed.turn.facts["detention_dates"] == []
    assert listed.asking == "false_material_dates"


@pytest.mark.parametrize("words", ["都没有", "以上都没有", "none", "一个都没有", "没有"])
def test_none_of_the_options_is_one_message(words: str) -> None:
    assert Held().say(EVERYTHING["zh_Hans"], words).turn.facts["serious_crime"] is False


def test_records_within_the_look_back_cost_points_and_older_ones_do_not() -> None:
    recent = Held().say(EVERYTHING["zh_Hans"], "detention", "done", "2024年5月", "none", "result")
    old = Held().say(EVERYTHING["zh_Hans"], "detention", "done", "2019年5月", "none", "result")
    assert recent.turn.facts["detention_dates"] == ["2024-05"]
    assert old.scored.total.min - recent.scored.total.min == 50


def test_serious_crime_ends_the_questions() -> None:
    held = Held().say(EVERYTHING["zh_Hans"], "serious_crime", "done")
    assert held.scored.verdict == "vetoed"
    assert held.say("result").scored.can_apply == "no"
    assert "⛔" in held.said


@pytest.mark.parametrize(
    ("problem", "fact"),
    [
        ("no_permit", "residence_permit"),
        ("not_employed", "employed_in_shanghai"),
        ("employer_elsewhere", "employer_in_shanghai"),
        ("not_insured_now", "insured_now"),
    ],
)
def test_who_cannot_apply_yet_is_told_why(problem: str, fact: str) -> None:
    held = Held().say(EVERYTHING["zh_Hans"], "none", problem, "done", "result")
    assert held.turn.facts[fact] is False
    assert held.scored.can_apply == "no"
    unmet = [condition for condition in held.scored.conditions if condition.met is False]
    assert len(unmet) == 1
    assert "❌" in held.said or "但" in held.said


def test_a_bare_number_is_the_answer_where_a_number_is_asked_and_a_choice_elsewhere() -> None:
    held = Held().say("38", "2", "1")
    assert held.turn.facts["age"] == 38
    assert held.turn.facts["education"] == "associate"
    years = Held().say("改社保年限", "2")
    assert years.turn.facts == {"insured_years": 2}
    wide = Held().say("38", "３")
    assert wide.turn.facts["education"] == "bachelor"


def test_a_choice_is_taken_by_its_id_or_its_label() -> None:
    assert Held().say("up_to_43").turn.facts == Held().say("43 周岁或更年轻").turn.facts


@pytest.mark.parametrize(
    ("answer", "told"),
    [("12000", 1.053), ("一万二", 1.053), ("1.5倍", 1.5), ("2万", 1.755)],
)
def test_a_base_is_told_in_yuan_or_in_multiples(answer: str, told: float) -> None:
    assert Held().say("改社保基数", answer).turn.facts["base_multiple"] == pytest.approx(told, abs=1e-3)


@pytest.mark.parametrize(
    ("answer", "months"),
    [
        ("40个月", 40),
        ("3年", 36),
        ("两年半", 30),
        ("够了", {"min": 36, "max": 48}),
        ("不够", {"min": 0, "max": 35}),
        ("30个月以上", {"min": 30, "max": 48}),
    ],
)
def test_months_at_a_multiple_are_told_in_many_ways(answer: str, months: object) -> None:
    held = Held().say("38岁，大专，社保6年，没有职称", "1.5倍", answer)
    assert held.turn.facts["base_months"] == {"1": months}


def test_what_was_asked_and_what_was_told_beside_it_are_both_taken() -> None:
    held = Held().say("我属羊的，硕士，社保满5年了")
    assert held.turn.facts == {"education": "master", "insured_years": 5}
    assert held.asking == "age"


@pytest.mark.parametrize("locale", ["zh_Hans", "zh_Hant", "en"])
def test_every_wish_is_granted_in_every_language_and_loses_nothing(locale: str) -> None:
    held = Held(locale).say("35", "master")
    facts, asking = dict(held.turn.facts), held.asking
    for wish in ("why?", "help", "repeat", "hello", "thanks", "12333", "what?", "???"):
        held.say(wish)
        assert held.said
        assert held.asking == asking
        assert held.turn.facts == facts


def test_why_tells_how_much_the_question_can_still_move() -> None:
    assert "30" in Held().say("为什么问这个").said
    assert "110" in Held().say("38", "为什么").said


def test_going_back_at_the_start_says_so_and_later_takes_the_last_answer_back() -> None:
    assert Held().say("返回").turn.facts == {}
    held = Held().say("38", "master", "返回")
    assert held.turn.facts == {"age": 38}
    assert held.asking == "education"


def test_a_talk_can_be_left_and_gone_on_with() -> None:
    held = Held().say("38", "算了")
    assert held.asking is None
    assert "resume" in held.ids
    assert held.say("算了").asking is None
    assert held.say("resume").asking == "education"
    assert held.say("重新开始").turn.facts == {}


def test_what_is_not_understood_twice_is_met_with_the_choices_and_the_hotline() -> None:
    held = Held().say("巴拉巴拉小魔仙")
    assert "12333" not in held.said
    assert "12333" in held.say("咕噜咕噜").said
    assert held.turn.choices
    assert "12333" not in held.say("38", "咕噜咕噜").said


def test_personal_numbers_are_dropped_with_a_word_about_it() -> None:
    held = Held().say("我的身份证是310101199003072316")
    assert held.turn.facts == {}
    assert "310101" not in held.said
    assert "证件号" in held.said
    both = Held().say("我38岁，手机13812345678")
    assert both.turn.facts == {"age": 38}
    assert "13812345678" not in both.said


def test_facts_that_cannot_be_are_not_entered() -> None:
    held = Held().say("38", "2030年出生的")
    assert held.turn.facts == {"age": 38}
    assert held.say("我200岁").turn.facts == {"age": 38}


def test_an_unclear_word_beside_a_clear_fact_is_named() -> None:
    held = Held().say("硕士，工资两万")
    assert held.turn.facts == {"education": "master"}
    assert "工资" in held.said


def test_the_language_changes_in_the_middle_and_the_answers_stay() -> None:
    held = Held().say("38").in_language("en")
    assert held.turn.facts == {"age": 38}
    assert "education" in held.said


def test_the_pages_behind_the_result_open_and_lead_back() -> None:
    below = ["我46岁，大专，社保4年，没有职称，未婚", "1", "none", "none", "none", "result"]
    held = Held().say(*below)
    assert held.scored.verdict == "not_reached"
    for page in ("plans", "future", "change"):
        held.say(page)
        assert held.said
        held.say("result")
        assert "line:age" in held.ids
    assert "12333" in held.say("plans").said


SHORT_OF_120 = ("我46岁，大专，社保4年，没有职称，未婚", "below_08")


def test_picking_bonuses_asks_for_the_amounts_of_those_picked_as_far_as_they_matter() -> None:
    held = Held().say(*SHORT_OF_120, "tax", "lingang", "done")
    assert held.turn.facts["shortage_major"] is False
    assert held.turn.facts["outlying_area"] == "lingang"
    assert held.asking == "annual_tax_share"
    assert held.say("373333").asking == "outlying_months"
    held.say("3")
    assert held.turn.facts["annual_tax_share"] == 373333
    assert held.turn.facts["outlying_months"] == {"min": 36, "max": 47}


def test_which_award_it_was_is_asked_once_one_was_picked() -> None:
    held = Held().say(*SHORT_OF_120, "award", "done")
    assert held.asking == "award"
    assert held.say("municipal_general").turn.facts["award"] == "municipal_general"


def test_what_a_lower_base_leaves_of_the_months_at_higher_multiples_is_nothing() -> None:
    held = Held().say("38岁，大专，社保6年，没有职称", "2.5倍", "30个月")
    assert held.turn.facts["base_months"] == {"2": 30}
    held.say("改社保基数", "1.2倍")
    assert not held.turn.facts.get("base_months")


def test_a_new_title_forgets_whether_the_old_one_fitted() -> None:
    held = Held().say("改职称", "senior_title", "是", "改职称", "skill_3")
    assert "credential_fits_job" not in held.turn.facts


ASIDES = {
    "zh_Hans": "续签以后要等几天才能确认积分？",
    "zh_Hant": "孩子可以在上海參加中考嗎？",
    "en": "What is 120 points good for, can my child take the gaokao?",
}


@pytest.mark.parametrize("locale", ASIDES)
def test_a_question_in_the_middle_is_answered_with_its_sources_and_the_interview_goes_on(locale: str) -> None:
    held = Held(locale).say("38")
    facts, asking = dict(held.turn.facts), held.asking
    held.say(ASIDES[locale])
    assert "2026-11-22" in held.said
    assert (dict(held.turn.facts), held.asking) == (facts, asking)
    assert "master" in held.ids


@pytest.mark.parametrize("words", ["今天上海天气怎么样", "北京积分落户要多少分", "写一首诗"])
def test_a_question_about_something_else_is_not_answered(words: str) -> None:
    held = Held().say("38")
    assert "依据" not in held.say(words).said
    assert held.asking == "education"


@pytest.mark.parametrize("words", ["换单位", "怎么申请", "什么时候续签"])
def test_a_procedure_is_opened_by_words_and_left_again(words: str) -> None:
    held = Held().say("38", words)
    assert held.said
    assert held.say("返回").asking == "education"


def test_wrong_without_saying_what_asks_what_to_change() -> None:
    assert "change:age" in Held().say("38", "不对").ids


def test_a_number_that_can_be_no_answer_is_the_number_of_a_choice() -> None:
    held = Held().say("2")
    assert held.turn.facts == {}
    assert held.asking not in (None, "age")


def test_who_will_fall_below_120_is_told_when() -> None:
    held = Held().say("46岁，本科有学位，社保2年，没有职称，未婚", "none", "not_employed", "done", "result")
    assert held.scored.verdict == "reached"
    assert "120" in held.say("future").said
    assert "⚠️" in held.said
