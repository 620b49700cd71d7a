"""What sounds like a fact and is not sure is told as unclear, and never vanishes."""

from __future__ import annotations

import pytest

from dialogs.understanding import understand, understand_answer
from tests.dialogs.understanding.labelled import ON


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("公司是外地的，上海有分公司", "employer_in_shanghai"),
        ("外地公司，在上海有分公司，我35岁", "employer_in_shanghai"),
        ("my company is from Hangzhou, with a branch in Shanghai", "employer_in_shanghai"),
        ("公司在浦东", "employer_in_shanghai"),
        ("公司在上海", "employer_in_shanghai"),
        ("our company is located in Shanghai", "employer_in_shanghai"),
        ("38, associate degree, 6 years", "insured_years"),
        ("35岁，大专，6年", "insured_years"),
        ("居住证13月3号到期", "permit_expires"),
        ("my permit expires on Feb 30", "permit_expires"),
        ("my permit expires on Feb 30", "age"),
        ("my permit expires on Dec 999999999999", "permit_expires"),
        ("my permit expires on the 15th of next year", "permit_expires"),
        ("my permit expires on the 40th of next month", "permit_expires"),
        ("居住证有，社保有", "insured_now"),
        ("我有居住证，也有社保", "insured_now"),
        ("公司去年纳税一百万我占股20%", "annual_tax_share"),
        ("公司现在有20个上海户籍员工，我占股50%", "annual_local_hires_share"),
        ("my tax share was 300,000", "annual_tax_share"),
        ("by my share we employ 30 local staff", "annual_local_hires_share"),
    ],
)
def test_what_may_mean_two_things_is_unclear(text: str, key: str) -> None:
    heard = understand(text, on=ON)
    assert key not in heard.facts
    assert heard.unclear


@pytest.mark.parametrize(
    "text",
    [
        "I was in jail for fraud in 2015",
        "I was arrested in 2019",
        "2019年坐过牢",
        "打架进去过",
        "被处罚过",
        "受过行政处罚",
        "有处罚记录",
        "五年前醉驾被判",
        "十几年前被拘留",
        "用过假材料",
        "I used a fake diploma",
        "没有犯罪记录，不过2015年坐过牢",
    ],
)
def test_a_record_that_is_not_told_in_full_is_unclear_whatever_is_denied_beside_it(text: str) -> None:
    heard = understand(text, on=ON)
    assert heard.facts == {}
    assert heard.unclear


def test_years_of_which_nothing_is_said_are_told_of_what_they_stand_beside() -> None:
    heard = understand("38, master, live and work in Lingang, 6 years", on=ON)
    assert heard.facts["outlying_months"] == 72
    assert not heard.unclear


@pytest.mark.parametrize(
    ("asking", "expected"),
    [
        ("insured_years", {"education": "associate", "insured_years": 6}),
        ("marriage", {"education": "associate", "married_years": 6}),
    ],
)
def test_years_of_which_nothing_is_said_are_the_answer_to_what_is_asked(
    asking: str, expected: dict[str, object]
) -> None:
    heard = understand_answer("大专，6年", asking=asking, on=ON)
    assert (dict(heard.facts), heard.unclear) == (expected, ())


def test_years_that_do_not_fit_the_question_stay_unclear() -> None:
    heard = understand_answer("大专，6年", asking="residence_permit", on=ON)
    assert (dict(heard.facts), heard.unclear) == ({"education": "associate"}, ("6年",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "我同事的积分，帮他问一下，他是83年的，硕士，社保12年",
            {"birth_date": "1983", "education": "master", "insured_years": 12},
        ),
        (
            "帮我同事问一下，35岁，硕士，他老婆是上海的",
            {"age": 35, "education": "master", "spouse_shanghai_hukou": True},
        ),
        ("I'm asking for a colleague: she is 35, master's", {"age": 35, "education": "master"}),
        ("我帮同事问过，我35岁，大专", {"age": 35, "education": "associate"}),
        ("I'm 35, asking for a colleague too, she has a PhD", {"age": 35}),
        ("我35岁，我同事硕士", {"age": 35}),
        ("帮我朋友问，他35岁，大专", {}),
        ("我同事35岁，硕士", {}),
    ],
)
def test_a_colleague_is_the_applicant_where_the_speaker_asks_for_him_alone(text: str, expected: object) -> None:
    assert dict(understand(text, on=ON).facts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他没有职称", {"credential": "none"}),
        ("she has no title", {"credential": "none"}),
        ("他老婆是上海的，2015年结的婚", {"spouse_shanghai_hukou": True, "marriage_date": "2015"}),
        ("Her husband has Shanghai hukou", {"spouse_shanghai_hukou": True}),
        ("She was detained in 2023", {"detention_dates": ["2023"]}),
        ("他妈妈60岁，大专", {}),
        ("我朋友说他35岁", {}),
    ],
)
def test_in_a_talk_he_or_she_is_the_applicant_where_nobody_else_is_named(text: str, expected: object) -> None:
    assert dict(understand_answer(text, asking="age", on=ON).facts) == expected


@pytest.mark.parametrize("text", ["他没有职称", "she is 34 and has a bachelor's", "She was detained in 2023"])
def test_he_or_she_of_whom_nothing_was_said_is_unclear(text: str) -> None:
    heard = understand(text, on=ON)
    assert heard.facts == {}
    assert heard.unclear


def test_he_or_she_is_the_spouse_where_the_question_is_of_the_spouse() -> None:
    heard = understand_answer("她没有，她大专", asking="spouse", on=ON)
    assert dict(heard.facts) == {"spouse_shanghai_hukou": False}


def test_he_or_she_may_be_the_spouse_once_there_is_one() -> None:
    heard = understand_answer("她是硕士", asking="education", on=ON, married=True)
    assert (dict(heard.facts), heard.unclear) == ({}, ("硕士",))
