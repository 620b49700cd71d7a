"""What people do in the middle of a talk: change their minds, tell it their own way, look behind the result."""

import pytest

from bot.texts import LOCALES, texts
from dialogs.conversation import HELPED, again, respond
from dialogs.questions import QUESTIONS
from dialogs.talk import ASK, Entry, Talk
from tests.dialogs.talking import TODAY, Held

SURE = "35岁，硕士"
"""Enough for 120, whatever else there is, but for records."""
SHORT = "46岁，大专，社保4年，没有职称，未婚，基数5000"
"""Not enough for 120."""
TO_THE_END = {
    "zh_Hans": (
        *("我四十五岁，大专毕业", "没有职称", "一万二", "40个月", "都没有", "都不是，条件都符合", "继续，算出准确分数"),
        *("社保交了十年", "是上海户籍", "2015年5月领证", "以上都没有"),
    ),
    "zh_Hant": (
        *("我四十五歲，大專畢業", "沒有職稱", "一萬二", "40個月", "都沒有", "都不是，條件都符合", "繼續，算出準確分數"),
        *("社保繳了十年", "是上海戶籍", "2015年5月領證", "以上都沒有"),
    ),
    "en": (
        *("I am forty-five, junior college diploma", "no title", "12000", "40 months", "None of these"),
        *("None of these, all conditions are met", "Go on for the exact points"),
        *("10 years", "Yes, Shanghai hukou", "married in May 2015", "None of these"),
    ),
}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_whole_talk_in_the_words_of_a_language_comes_to_the_same_result(locale: str) -> None:
    held = Held(locale).say(*TO_THE_END[locale])
    # 27 for the age, 50 for the diploma, 30 for ten years, 50 for the base, 40 for eleven years of marriage.
    assert held.scored.total == (197, 197)
    assert (held.scored.verdict, held.scored.can_apply) == ("reached", "yes")
    assert held.asking is None
    assert "197" in held.said


# ----------------------------------------------------------------------------------------------------- why, help, label


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("id", QUESTIONS)
def test_every_question_has_a_reason_help_and_choices_that_can_be_typed(id: str, locale: str) -> None:
    talk, text = Talk((Entry(ASK, id),)), texts(locale)
    asked = again(talk, today=TODAY, text=text)
    for wish in ("why", "help"):
        turn = respond(talk, wish, today=TODAY, text=text)
        assert turn.say[1:] == asked.say
        assert turn.say[0] != asked.say[0]
    for choice in asked.choices:
        by_label = respond(talk, f" {choice.label}。", today=TODAY, text=text)
        assert by_label == respond(talk, choice.id, today=TODAY, text=text)


def test_a_question_that_goes_on_from_another_has_the_help_of_that() -> None:
    assert "base_months_2" not in HELPED
    assert "22792" in respond(Talk((Entry(ASK, "base_months_2"),)), "帮助", today=TODAY, text=texts("zh_Hans")).say[0]


def test_why_a_record_is_asked_about_is_told_in_points_that_it_can_cost() -> None:
    assert "150" in Held().say(SURE, "minor_crime", "done", "为什么").said.splitlines()[0]


# ------------------------------------------------------------------------------------------ a degree that was half told


@pytest.mark.parametrize(
    ("words", "education"),
    [
        ("有", "bachelor_with_degree"),
        ("是的", "bachelor_with_degree"),
        ("有学位", "bachelor_with_degree"),
        ("其实我有学位", "bachelor_with_degree"),
        ("是的，有学位的", "bachelor_with_degree"),
        ("Actually, I do have a degree", "bachelor_with_degree"),
        ("I have a degree", "bachelor_with_degree"),
        ("2", "bachelor_with_degree"),
        ("没有", "bachelor"),
        ("没有学士学位", "bachelor"),
        ("no degree", "bachelor"),
        ("其实是硕士", "master"),
    ],
)
def test_whoever_says_bachelor_is_asked_for_the_degree_at_once(words: str, education: str) -> None:
    held = Held().say("45岁", "本科")
    assert held.asking == "education"
    assert held.ids[:3] == ["bachelor", "bachelor_with_degree", "unknown"]
    assert held.say(words).turn.facts["education"] == education


def test_whoever_does_not_know_of_the_degree_keeps_what_was_told() -> None:
    held = Held().say("45岁", "本科", "不知道")
    assert held.turn.facts["education"] == ["bachelor", "bachelor_with_degree"]
    assert held.asking != "education"


def test_none_of_the_two_asks_the_whole_question_again() -> None:
    held = Held().say("45岁", "本科", "以上都不是")
    assert held.asking == "education"
    assert "associate" in held.ids


# ------------------------------------------------------------------------------------------------------ asked once more


def test_a_question_asked_again_can_be_left_as_it_was() -> None:
    held = Held().say(SURE, "改年龄")
    assert held.say("leave").turn.facts["age"] == 35
    assert held.asking == "deductions"
    assert Held().say(SURE, "改年龄", "跳过").turn.facts["age"] == 35


def test_not_knowing_takes_back_what_was_told_before() -> None:
    assert "age" not in Held().say(SURE, "改年龄", "不清楚").turn.facts
    assert "serious_crime" not in Held().say(SURE, "none", "改处罚记录", "unknown").turn.facts


def test_what_was_picked_before_is_ticked_when_asked_again_and_can_be_taken_back() -> None:
    held = Held().say(SHORT, "shortage_major", "award", "done", "provincial", "改少见的加分项")
    ticked = [choice.id for choice in held.turn.choices if choice.label.startswith("✓")]
    assert ticked == ["shortage_major", "award"]
    held.say("award", "tax", "done")
    assert (held.turn.facts["shortage_major"], held.turn.facts["award"]) == (True, "none")
    # The tax was none before; now that it was picked it is asked for.
    assert "annual_tax_share" not in held.turn.facts
    assert held.asking == "annual_tax_share"


def test_what_was_told_more_exactly_than_a_pick_tells_stays() -> None:
    held = Held().say(SURE, "none", "前12个月缴了8个月社保", "none")
    assert held.turn.facts["insured_months_last_12"] == 8
    held = Held().say(SURE, "none", "前12个月缴了3个月社保")
    assert "✓" in next(choice.label for choice in held.turn.choices if choice.id == "under_6_months")
    assert held.say("done").turn.facts["insured_months_last_12"] == 3


def test_a_record_that_was_denied_is_asked_for_once_it_is_picked() -> None:
    held = Held().say(SURE, "none", "改处罚记录", "detention", "done")
    assert "detention_dates" not in held.turn.facts
    assert held.asking == "detention_dates"
    assert held.say("2024年5月").scored.total.min == 80


def test_months_that_are_not_known_after_all_leave_those_at_other_multiples() -> None:
    held = Held().say("46岁，大专，没有职称", "2.5倍", "不够", "40个月", "改：达 2 倍的月数", "不清楚")
    assert held.turn.facts["base_months"] == {"1": 40}


def test_answers_are_changed_by_the_names_they_are_listed_under() -> None:
    for words in ("改处罚记录", "处罚记录不对", "我想改一下 处罚记录", "改：处罚记录"):
        assert Held().say(SURE, "none", words).asking == "deductions"
    for words in ("change records", "Records is wrong"):
        assert Held("en").say("35, master", "none", words).asking == "deductions"
    assert Held().say(SURE, "改天气").asking == "deductions"


@pytest.mark.parametrize(
    ("topic", "asked"), [("改工作", "conditions"), ("改居住证", "conditions"), ("改基数", "contribution_base")]
)
def test_answers_are_changed_by_everyday_names_too(topic: str, asked: str) -> None:
    assert Held().say(SURE, "none", "none", topic).asking == asked


def test_what_is_told_at_the_result_asks_its_follow_up_questions_and_leads_back() -> None:
    held = Held().say(SHORT, "none", "none", "none", "result", "我其实有中级职称")
    assert held.asking == "credential_fits_job"
    assert held.say("不符合").asking is None
    assert "line:age" in held.ids


def test_an_old_answer_that_is_told_once_more_is_noted_and_changes_nothing() -> None:
    held = Held().say(SURE)
    before = held.scored
    assert held.say("我35岁").scored == before
    assert "记下了" in held.said


# ---------------------------------------------------------------------------------------------- numbers, dates, records


def test_records_of_several_days_are_told_in_one_message() -> None:
    held = Held().say(SURE, "detention", "done", "2023年5月和2025年3月")
    assert held.turn.facts["detention_dates"] == ["2023-05", "2025-03"]
    assert held.scored.total.min == 30
    held = Held("en").say("35, master", "detention", "done", "May 2023, March 2025")
    assert held.turn.facts["detention_dates"] == ["2023-05", "2025-03"]
    assert Held().say(SURE, "detention", "done", "2023年5月和什么时候来着").asking == "detention_dates"


def test_a_record_that_was_picked_by_mistake_is_denied_when_its_day_is_asked_for() -> None:
    held = Held().say(SURE, "detention", "done", "没有")
    assert held.turn.facts["detention_dates"] == []


def test_a_number_of_years_is_taken_as_years_where_the_fact_counts_months() -> None:
    held = Held().say(SHORT, "public_service", "done", "6")
    assert held.turn.facts["public_service_months"] == {"min": 72, "max": 83}


@pytest.mark.parametrize(
    ("answer", "months"),
    [
        ("不到30个月", {"min": 0, "max": 29}),
        ("至少40个月", {"min": 40, "max": 48}),
        ("0", 0),
        ("都有", {"min": 36, "max": 48}),
    ],
)
def test_months_are_told_by_how_many_at_least_and_at_most(answer: str, months: object) -> None:
    assert Held().say("46岁，大专，没有职称", "1.5倍", answer).turn.facts["base_months"] == {"1": months}


def test_more_months_than_a_window_has_are_not_entered() -> None:
    held = Held().say("46岁，大专，没有职称", "1.5倍", "60个月")
    assert "base_months" not in held.turn.facts
    assert "不可能" in held.said


def test_a_base_that_was_higher_before_is_asked_for_at_every_multiple() -> None:
    held = Held().say("46岁，大专，没有职称", "was_higher")
    assert held.asking == "base_months_3"
    assert held.say("不够").asking == "base_months_2"
    held.say("够")
    assert next(item.points.min for item in held.scored.items if item.indicator == "contribution_base") == 100
    # Once the present base is told after all, it says how things go on; what was counted before stays.
    assert held.say("改社保基数", "from_2").turn.facts["base_multiple"] == {"min": 2.0, "max": 2.9999}
    assert held.turn.facts["base_months"] == {
        "3": {"min": 0, "max": 23},
        "2": {"min": 36, "max": 48},
    } or held.turn.facts["base_months"] == {"2": {"min": 36, "max": 48}}


def test_once_enough_months_are_at_a_multiple_no_lower_one_is_asked_for() -> None:
    held = Held().say("46岁，大专，没有职称", "2.5倍", "不清楚")
    assert held.asking == "base_months_1"
    assert held.say("够").asking != "base_months_08"


@pytest.mark.parametrize("listed", ["1，3", "1 3", "1、3", "１和３", "1,3,1"])
def test_several_numbers_pick_several_options(listed: str) -> None:
    facts = Held().say(SURE, listed).turn.facts
    assert "false_material_dates" not in facts
    assert "minor_crime_dates" not in facts
    assert facts["detention_dates"] == []


@pytest.mark.parametrize("listed", ["1,9", "5,6", "0,1"])
def test_numbers_that_are_no_options_pick_nothing(listed: str) -> None:
    held = Held().say(SURE, listed)
    assert held.asking == "deductions"
    assert held.turn.talk.misses == 1
    assert Held().say("35岁", "算了", "1,3").turn.talk.misses == 1


def test_a_number_that_cannot_be_the_answer_is_that_of_a_choice() -> None:
    assert Held().say("1").turn.facts == {"age": {"min": 16, "max": 43}}
    assert Held().say("2").turn.facts == {}
    assert Held().say("2").asking != "age"


def test_a_number_that_is_no_choice_is_not_understood() -> None:
    assert Held().say("35", "99").turn.talk.misses == 1
    assert Held().say("35", "0").turn.facts == {"age": 35}


def test_done_is_said_in_many_ways() -> None:
    for words in ("done", "选好了", "好的", "没有了", "5"):
        assert Held().say(SURE, "detention", words).asking == "detention_dates"


def test_ten_years_are_no_year_of_birth() -> None:
    held = Held().say("10年")
    assert held.turn.facts == {}
    assert "10年" in held.said
    assert Held().say("91年").turn.facts == {"birth_date": "1991"}


@pytest.mark.parametrize("words", ["都符合", "没有问题", "條件都滿足", "All good", "符合条件"])
def test_all_is_well_with_the_conditions_in_other_words_too(words: str) -> None:
    assert Held().say(SURE, "none", words).scored.can_apply == "yes"
    assert "serious_crime" not in Held().say(SURE, words).turn.facts


# ---------------------------------------------------------------------------------------------------- a contradiction


def test_a_contradiction_that_is_meant_is_not_asked_about_again_until_the_facts_change() -> None:
    held = Held().say("我22岁，社保15年", "没错")
    assert held.asking != "check:insured_before_sixteen"
    assert held.say("社保16年").asking == "check:insured_before_sixteen"


def test_a_contradiction_does_not_stand_before_the_result() -> None:
    held = Held().say("我22岁，社保15年", "result")
    assert held.asking is None
    assert "15" in held.said
    assert held.say("more").asking == "check:insured_before_sixteen"


def test_work_and_insurance_that_contradict_lead_back_to_the_conditions() -> None:
    held = Held().say(SURE, "none", "not_employed", "done")
    assert held.asking == "check:insured_without_work"
    held.say("change:conditions")
    assert "✓" in next(choice.label for choice in held.turn.choices if choice.id == "not_employed")
    assert held.say("not_insured_now", "done").turn.facts["insured_now"] is False
    assert held.asking is None


def test_skipping_a_contradiction_means_it() -> None:
    held = Held().say("我22岁，社保15年", "跳过")
    assert held.asking == "education"


# ------------------------------------------------------------------------------------------------ the result, its pages


def test_a_verdict_is_offered_with_the_word_that_a_condition_is_not_met() -> None:
    met, unmet = Held().say(SURE, "none", "none"), Held().say(SURE, "none", "under_6_months", "done")
    assert "不能申请" not in met.said
    assert "不能申请" in unmet.said
    assert "6 个月" in unmet.say("result").said


def test_whoever_is_there_but_for_records_is_told_so_and_needs_no_plan() -> None:
    said = Held().say(SURE, "result").said
    assert "没有处罚记录的话够 120 分（至少 130 分）" in said
    assert "🧭" not in said
    assert "没法给出" not in said


def test_a_veto_is_said_once_and_promises_nothing() -> None:
    held = Held().say(SURE, "serious_crime", "done", "result")
    assert held.said.count("一票否决") == 1
    assert not {"plans", "future"} & set(held.ids)
    assert "change" in held.ids


@pytest.mark.parametrize("words", ["都冇", "没有没有", "全没"])
def test_none_of_them_is_said_in_other_words(words: str) -> None:
    assert Held().say(SURE, words).asking == "conditions"


def test_a_small_reply_does_not_repeat_the_whole_page() -> None:
    held = Held().say(SURE, "none", "none", "result")
    page = held.said
    for words in ("谢谢", "阿巴阿巴", "跳过", "为什么", "帮助"):
        assert len(held.say(words).said) < len(page) / 2
        assert "more" in held.ids
    assert held.say("再说一遍").said == page


def test_a_line_of_several_answers_offers_to_change_each() -> None:
    held = Held().say(SHORT, "改职称", "intermediate_title", "是", "够", "result", "line:credential")
    assert [id for id in held.ids if id.startswith("change:")] == [
        "change:credential", "change:credential_fits_job", "change:base_1x_months_last_12",
    ]  # fmt: skip
    assert held.say("change:base_1x_months_last_12", "8").turn.facts["base_1x_months_last_12"] == 8
    assert held.asking is None


def test_a_bonus_line_leads_to_the_bonuses_and_a_record_line_to_its_day() -> None:
    held = Held().say(SHORT, "shortage_major", "done", "none", "none", "result", "line:shortage_major")
    assert held.say("这条不对").asking == "bonuses"
    held = Held().say(SURE, "detention", "done", "2024年5月", "result", "line:detention")
    assert held.say("change:detention_dates").asking == "detention_dates"
    assert held.say("2019年").scored.total.min == 130


def test_a_line_number_that_is_not_there_offers_all_answers() -> None:
    assert "change:age" in Held().say(SURE, "none", "none", "result", "第9行不对").ids


def test_what_changes_with_time_is_told_once_a_year_and_on_the_safe_side() -> None:
    held = Held().say("44岁，本科有学位，社保1年，没有职称，未婚", "none", "none", "go_on", "5000", "none")
    assert held.scored.total == (122, 122)
    lines = held.say("future").said.splitlines()
    insured = [line for line in lines if "社保" in line]
    # Insured for one full year: when the second is full nobody knows, but by November 2027 at the latest.
    assert [line[2:9] for line in insured[:2]] == ["2027-11", "2028-11"]
    assert any("掉到 120 分以下" in line for line in lines) == (
        "2027" in "".join(lines) and held.scored.total.min < 122
    )


def test_the_month_in_which_120_is_lost_is_named() -> None:
    idle = ("not_employed", "not_insured_now", "done")
    held = Held().say("1983年3月出生，本科有学位", "none", *idle, "result", "future")
    # 30 and 90 until the 44th birthday, and no insurance that adds to it.
    assert held.said.splitlines()[0].count("2027-03") == 1
    assert "不一定" in held.said
    known = Held().say(
        "1983年3月出生，本科有学位，没有职称，未婚，社保8个月，基数5000",
        "none",
        *idle,
        "go_on",
        "none",
        "result",
        "future",
    )
    assert "掉到 120 分以下" in known.said


def test_a_future_of_what_is_only_partly_known_names_no_sums() -> None:
    held = Held().say("44岁，本科有学位，社保1年", "none", "none", "result", "future")
    assert "45 周岁" in held.said
    assert "合计" not in held.said


def test_whoever_pauses_and_tells_something_is_asked_on() -> None:
    held = Held().say("35岁", "算了", "硕士")
    assert held.turn.facts == {"age": 35, "education": "master"}
    assert held.asking == "deductions"


def test_several_facts_that_contradict_the_calendar_are_not_entered_together() -> None:
    held = Held().say("35岁", "我2012年12月30日出生，硕士")
    assert held.turn.facts["age"] == 35


@pytest.mark.parametrize("words", ["三年多一点的样子", "12个月都达到", "紧缺的那个好像是", "我42 老婆40 都是大专"])
def test_a_strange_answer_is_not_taken_for_a_question_of_its_own(words: str) -> None:
    assert "依据" not in Held().say(SURE, words).said


@pytest.mark.parametrize("words", ["请问续签要提前几天办", "积分多久能下来？", "How long does it take?"])
def test_a_question_in_the_middle_is_answered_and_the_talk_goes_on(words: str) -> None:
    held = Held().say(SURE, words)
    assert held.asking == "deductions"
    assert len(held.turn.say) == 3


def test_words_that_are_repeated_are_cut_short_and_cleaned() -> None:
    held = Held().say("社保交了大概可能也许" + "很多" * 100 + "\x1b[31m年，工资\x07两万")
    assert "\x1b" not in held.said
    assert len(held.said) < 400


# ------------------------------------------------------------------------------------------------ none of what is asked


@pytest.mark.parametrize(
    ("locale", "messages", "said"),
    [
        ("en", ("34", "college"), "no"),
        ("zh_Hans", ("三十多", "大概本科吧"), "都没有"),
        ("zh_Hans", ("45岁", "本科"), "都不是"),
    ],
)
def test_none_of_what_was_half_told_asks_the_whole_question(locale: str, messages: tuple[str, ...], said: str) -> None:
    held = Held(locale).say(*messages)
    before = held.turn.facts["education"]
    assert held.say(said).asking == "education"
    assert {"none", "associate", "doctor"} <= set(held.ids)
    assert held.turn.facts["education"] == before


@pytest.mark.parametrize(("locale", "said"), [("zh_Hans", "以上都没有"), ("en", "none of the above"), ("en", "none")])
def test_none_of_them_after_one_was_picked_is_asked_back_about(locale: str, said: str) -> None:
    held = Held(locale).say("35, master" if locale == "en" else SURE, "none", "5", said)
    assert held.asking == "conditions"
    assert "insured_months_last_12" not in held.turn.facts
    assert held.turn.choices[4].label.removeprefix("✓ ") in held.said.splitlines()[0]
    held.say("5", "none")
    assert held.turn.facts["insured_months_last_12"] == {"min": 6, "max": 12}
    assert held.scored.can_apply == "yes"


# -------------------------------------------------------------------------------------------- records that were skipped


@pytest.mark.parametrize(("locale", "sure"), [("zh_Hans", SURE), ("zh_Hant", "35歲，碩士"), ("en", "35, master")])
def test_records_passed_over_leave_what_is_sure_without_them_and_are_offered_again(locale: str, sure: str) -> None:
    held = Held(locale).say(sure, "unknown", "unknown")
    assert "1280" not in held.said
    assert "130" in held.said
    assert held.ids[:3] == ["records", "result", "go_on"]
    assert held.say("records").asking == "deductions"
    assert held.say("none").ids[:2] == ["result", "go_on"]


def test_a_record_of_unknown_day_is_offered_again_by_its_name() -> None:
    held = Held().say(SURE, "detention", "done", "不清楚", "unknown")
    assert "行政拘留日期" in held.said
    assert "130" in held.said
    assert held.say("records").asking == "detention_dates"


def test_conditions_that_are_not_met_are_told_beside_records_passed_over() -> None:
    held = Held().say(SURE, "unknown", "no_permit", "done")
    assert "还不能申请" in held.said


@pytest.mark.parametrize("said", ["继续", "go on", "接着算"])
def test_going_on_is_understood_at_the_offer(said: str) -> None:
    held = Held().say(SURE, "none", "none", said)
    assert held.asking == "credential"


def test_seeing_the_result_first_is_understood_by_its_label_where_another_is_shown() -> None:
    held = Held().say(SURE, "none", "none", "先看结果")
    assert held.asking is None
    assert "line:age" in held.ids


def test_going_on_at_a_question_asks_it_again_and_at_the_result_the_next_one() -> None:
    assert Held().say("35岁", "继续").asking == "education"
    assert Held().say(SURE, "none", "none", "看结果", "继续").asking == "credential"


# ------------------------------------------------------------------------------------------------------------ beginning


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        *(("zh_Hans", said) for said in ("帮我算一下", "算分", "开始", "看结果", "怎么补", "以后几年的分数")),
        *(("zh_Hant", said) for said in ("幫我算一下", "開始", "怎麼補")),
        *(("en", said) for said in ("calculate my points", "start", "show me the plan", "forecast")),
    ],
)
def test_whoever_told_nothing_yet_is_asked_whatever_is_to_be_seen(locale: str, said: str) -> None:
    held = Held(locale).say(said)
    assert held.asking == "age"
    assert "2033" not in held.said
    assert held.said.splitlines()[0] != held.text("reply.not_understood")


# --------------------------------------------------------------------------------------- what is to be changed, by name


@pytest.mark.parametrize(
    ("locale", "said", "asked"),
    [
        ("zh_Hans", "年龄", "age"),
        ("zh_Hans", "改年龄", "age"),
        ("zh_Hant", "年齡", "age"),
        ("en", "change my age", "age"),
        ("en", "age", "age"),
        ("zh_Hans", "教育背景", "education"),
        ("zh_Hans", "社保缴费基数", "contribution_base"),
        ("en", "education", "education"),
    ],
)
def test_the_name_of_a_question_leads_to_it_in_the_middle_of_the_others(locale: str, said: str, asked: str) -> None:
    first = "35, master" if locale == "en" else SURE
    assert Held(locale).say(first, said).asking == asked
    assert Held(locale).say(first, "change", said).asking == asked


def test_the_name_of_the_question_asked_shows_it_once_more() -> None:
    held = Held().say("35岁")
    asked = held.turn.say[-1]
    assert held.say("学历").turn.say == (asked,)


def test_a_name_is_no_wish_to_change_at_the_result() -> None:
    held = Held().say(SURE, "none", "none", "看结果", "学历")
    assert held.asking is None


@pytest.mark.parametrize(
    ("locale", "said"), [("zh_Hans", "修改回答"), ("zh_Hant", "修改回答"), ("en", "change an answer")]
)
def test_whoever_changes_an_answer_in_the_middle_goes_on_in_the_middle(locale: str, said: str) -> None:
    held = Held(locale).say("35", said)
    assert "change:age" in held.ids
    assert held.say("change:age", "41").asking == "education"
    assert held.turn.facts["age"] == 41


# -------------------------------------------------------------------------------------------------- going back, restart


def test_going_back_over_what_was_told_in_passing_says_what_no_longer_counts() -> None:
    held = Held().say("35岁", "没有居住证", "返回上一步")
    assert held.asking == "education"
    assert "申请条件" in held.turn.say[0]
    assert "residence_permit" not in held.turn.facts
    assert Held().say("35岁", "大专", "返回上一步").turn.say == Held().say("35岁").turn.say[-1:]


@pytest.mark.parametrize(
    ("locale", "said", "back"), [("zh_Hans", "再来一次", "返回上一步"), ("en", "start over", "back")]
)
def test_a_restart_can_be_taken_back_and_says_so(locale: str, said: str, back: str) -> None:
    held = Held(locale).say("35", "associate")
    facts, asked = dict(held.turn.facts), held.asking
    held.say(said)
    assert (held.turn.facts, held.asking) == ({}, "age")
    assert next(choice.label for choice in held.turn.choices if choice.id == "back") in held.turn.say[0]
    assert held.say(back).turn.facts == facts
    assert held.asking == asked
    assert held.turn.say[0] == held.text("reply.restored")


def test_a_restart_gives_up_what_an_earlier_one_had_put_aside() -> None:
    held = Held().say("35岁", "restart", "36岁", "restart", "restart")
    assert len(held.turn.talk.entries) == 2
    assert held.say("back").turn.facts == {"age": 36}


# ------------------------------------------------------------------------------------------------ of the bot, and pages


@pytest.mark.parametrize(
    ("locale", "said", "told"),
    [
        ("en", "is my data safe?", "/delete"),
        ("zh_Hans", "我的信息安全吗", "/delete"),
        ("zh_Hant", "我的資料安全嗎", "/delete"),
        ("en", "are you a government website?", "12333"),
        ("zh_Hans", "你是官方的吗", "不是政府网站"),
        ("zh_Hant", "你是官方的嗎", "不是政府網站"),
        ("en", "help", "renewal"),
        ("zh_Hans", "帮助", "续签"),
    ],
)
def test_questions_about_the_bot_itself_are_answered_and_the_question_stays(locale: str, said: str, told: str) -> None:
    held = Held(locale).say(said)
    assert told in held.turn.say[0]
    assert held.asking == "age"


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ("以后几年的分数", "future"),
        ("forecast", "future"),
        ("怎么补到 120 分", "plans"),
        ("怎麼補", "plans"),
        ("show me the plan", "plans"),
        ("see result", "result"),
    ],
)
def test_the_pages_behind_the_result_are_found_by_their_names_from_each_other(said: str, view: str) -> None:
    shown = Held().say(SHORT, "none", "none", "none", "result", view).turn.say
    assert Held().say(SHORT, "none", "none", "none", "result", "plans", said).turn.say == shown
    assert Held().say(SHORT, "none", "none", "none", "result", "future", said).turn.say == shown


# ---------------------------------------------------------------------- what only the question asked explains: records


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("zh_Hans", "没有处罚记录"),
        ("zh_Hans", "我没有任何处罚"),
        ("zh_Hant", "沒有處罰記錄"),
        ("en", "no records"),
        ("en", "no records at all"),
    ],
)
def test_no_records_at_all_answers_the_question_about_them(locale: str, said: str) -> None:
    held = Held(locale).say("35, master" if locale == "en" else SURE, said)
    assert held.asking == "conditions"
    assert held.turn.facts["serious_crime"] is False
    assert held.turn.facts["false_material_dates"] == []


@pytest.mark.parametrize(
    ("locale", "said", "left"),
    [
        ("zh_Hans", "没有犯罪记录", ["false_material", "detention"]),
        ("zh_Hans", "没犯过事", ["false_material", "detention"]),
        ("zh_Hans", "没坐过牢", ["false_material", "detention", "minor_crime"]),
        ("zh_Hant", "沒坐過牢", ["false_material", "detention", "minor_crime"]),
        ("en", "no criminal record at all", ["false_material", "detention"]),
        ("en", "never been in prison", ["false_material", "detention", "minor_crime"]),
    ],
)
def test_records_of_which_nothing_was_told_are_asked_about_by_name(locale: str, said: str, left: list[str]) -> None:
    held = Held(locale).say("35, master" if locale == "en" else SURE, said)
    assert held.asking == "deductions"
    assert held.ids[: len(left) + 1] == [*left, "none"]
    for option in left:
        assert held.text(f"pick.deductions.{option}") in held.turn.say[-1]
    assert held.say("none").asking == "conditions"
    assert held.turn.facts["false_material_dates"] == []


def test_records_asked_about_again_are_all_shown() -> None:
    assert "serious_crime" in Held().say(SURE, "没有犯罪记录", "none", "改处罚记录").ids


# ------------------------------------------------------------------------------------------------------------- the base

LOW = {"min": 0.0, "max": 0.7999}
HIGH = {"min": 3.0, "max": 4.0}


@pytest.mark.parametrize(
    ("locale", "said", "multiple"),
    [
        ("zh_Hans", "8000多一点", {"min": 0.702, "max": 0.7722}),
        ("zh_Hans", "最低", LOW),
        ("zh_Hans", "按最低基数交的", LOW),
        ("zh_Hant", "按最低基數繳的", LOW),
        ("en", "lowest", LOW),
        ("en", "the minimum", LOW),
        ("zh_Hans", "顶格", HIGH),
        ("en", "maximum", HIGH),
        ("en", "around ten thousand", 0.8775),
        ("zh_Hans", "公司HR说基数是全额工资1万5", 1.3162),
        ("zh_Hant", "基數是全額工資1萬5", 1.3162),
    ],
)
def test_the_base_is_told_as_people_know_it(locale: str, said: str, multiple: object) -> None:
    held = Held(locale).say("46岁，大专，没有职称")
    assert held.asking == "contribution_base"
    assert held.say(said).turn.facts["base_multiple"] == multiple


@pytest.mark.parametrize("said", ["工资1万5", "a few thousand"])
def test_pay_that_is_no_base_and_no_figure_at_all_are_not_taken_for_one(said: str) -> None:
    held = Held().say("46岁，大专，没有职称", said)
    assert held.asking == "contribution_base"
    assert "base_multiple" not in held.turn.facts


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("一直都是", {"min": 36, "max": 48}),
        ("always", {"min": 36, "max": 48}),
        ("一直都是1万5以上", {"min": 36, "max": 48}),
        ("从2021年开始都是1万5以上", 48),
        ("从2024年开始都是1万5以上", {"min": 24, "max": 48}),
        ("since 2021 at least 15000", 48),
    ],
)
def test_months_are_told_as_always_or_since_a_year(said: str, months: object) -> None:
    held = Held().say("46岁，大专，没有职称", "1万5")
    assert held.asking == "base_months_1"
    assert held.say(said).turn.facts["base_months"] == {"1": months}


def test_a_base_ever_since_that_is_too_low_for_what_is_asked_answers_nothing() -> None:
    held = Held().say("46岁，大专，没有职称", "2.5倍")
    assert held.asking == "base_months_2"
    assert held.say("从2021年开始都是1万5以上").asking == "base_months_2"
    assert held.say("从2021年开始都是几万").asking == "base_months_2"


# ------------------------------------------------------------------------------------------------ what lies ahead of it


@pytest.mark.parametrize(
    ("locale", "messages", "line"),
    [
        ("en", ("39, bachelor's degree", "no", "none"), "each further full year brings 3 points"),
        ("zh_Hans", ("39岁，本科有学位", "没有", "none"), "每再缴满一年多 3 分"),
        ("zh_Hant", ("39歲，本科有學位", "沒有", "none"), "每再繳滿一年多 3 分"),
    ],
)
def test_each_further_year_of_insurance_is_a_gain_however_many_there_were(
    locale: str, messages: tuple[str, ...], line: str
) -> None:
    assert line in Held(locale).say(*messages, "result", "future").said


def test_no_year_is_gained_without_insurance_nor_told_twice_where_the_years_are_known() -> None:
    assert "每再缴满" not in Held().say("39岁，本科有学位，这个月没有缴社保", "result", "future").said
    assert "每再缴满" not in Held().say("39岁，本科有学位，社保6年", "result", "future").said


@pytest.mark.parametrize(
    ("locale", "told"), [("zh_Hans", "23岁，应届本科毕业，有学位"), ("zh_Hant", "23歲，應屆本科畢業，有學位")]
)
def test_the_points_of_a_fresh_graduate_may_end(locale: str, told: str) -> None:
    held = Held(locale).say(told, "result", "future")
    assert held.text("future.fresh_graduate", points=10) in held.said
    assert held.text("future.nothing", years=5) not in held.said


@pytest.mark.parametrize(
    ("told", "missing"),
    [("35岁", ("学历学位", "社保年限")), ("大专，社保6年", ("年龄",)), ("35岁，大专", ("社保年限",))],
)
def test_no_ways_are_named_where_hardly_anything_is_known(told: str, missing: tuple[str, ...]) -> None:
    for seen in ("result", "plans"):
        held = Held().say(told, "result", *(["plans"] if seen == "plans" else []))
        assert "分：" not in "".join(line for line in held.said.splitlines() if line.startswith("1."))
        [line] = [line for line in held.said.splitlines() if line.startswith("🧭")]
        assert line == held.text("plans.missing", names="、".join(missing))


def test_the_base_alone_is_insurance_enough_to_name_ways() -> None:
    assert (
        "🧭 到 120 分的办法"
        in Held().say("46岁，大专，没有职称，未婚，基数5000", "none", "none", "none", "result").said
    )


def test_ways_that_hang_on_the_provisional_wage_say_so() -> None:
    held = Held().say(SHORT, "none", "none", "none", "result", "plans")
    assert any("12577" in line for line in held.said.splitlines() if "倍" in line)


def test_years_ahead_that_hang_on_the_provisional_wage_say_so() -> None:
    held = Held().say(
        "30岁，大专，社保3年，没有职称，未婚", "12000", "30个月", "34个月", "none", "none", "看结果", "future"
    )
    assert "照现在这样，2029-11 就到 120 分" in held.said
    assert "⚠️ 2026 年 7 月起" in held.said


def test_whoever_is_vetoed_and_asks_for_ways_is_told_that_there_are_none() -> None:
    held = Held().say(SHORT, "none", "serious_crime", "done", "result", "怎么补")
    assert held.said == held.text("plan.note.vetoed")
