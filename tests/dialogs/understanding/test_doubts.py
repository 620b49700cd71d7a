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
        ("公司在上海", "employer_in_shanghai"),
        ("our company is located in Shanghai", "employer_in_shanghai"),
        ("38, associate degree, 6 years", "insured_years"),
        ("35岁，大专，6年", "insured_years"),
        ("居住证13月3号到期", "permit_expires"),
        ("my permit expires on Feb 30", "permit_expires"),
        ("my permit expires on Feb 30", "age"),
        ("my permit expires on the 15th of next year", "permit_expires"),
        ("my permit expires on the 40th of next month", "permit_expires"),
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
