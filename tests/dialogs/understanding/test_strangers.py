"""How strangers put it: forms, slips of the keyboard, other calendars, and what two statements leave together."""

from __future__ import annotations

import pytest

from dialogs.understanding import FactValue, understand
from tests.dialogs.understanding.labelled import ON


def heard(text: str) -> dict[str, FactValue]:
    return dict(understand(text, on=ON).facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("是否持有居住证：是", {"residence_permit": True}),
        ("配偶是否上海户籍：否", {"spouse_shanghai_hukou": False}),
        ("有无违法犯罪记录：无", {"detention_dates": [], "minor_crime_dates": [], "serious_crime": False}),
        ("Spouse with Shanghai hukou: no", {"spouse_shanghai_hukou": False}),
        ("社保月数：96", {"insured_months_total": 96}),
        ("犯罪记录：有", {}),
        ("户籍：安徽", {}),
    ],
)
def test_a_form_is_read_field_by_field(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民国80年生", {"birth_date": "1991"}),
        ("七十九年次", {"birth_date": "1990"}),
        ("DOB: 12/05/1990", {"birth_date": "1990"}),
        ("born in '88", {"birth_date": "1988"}),
        ("born in '1988", {}),
        ("居住证到27年5月", {"residence_permit": True, "permit_expires": "2027-05"}),
        ("thirty something", {"age": {"min": 30, "max": 39}}),
    ],
)
def test_years_are_understood_as_they_are_counted_there(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(f"{text}，单身") == {**expected, "spouse_shanghai_hukou": False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我有大专和本科，本科没有学位", {"education": "bachelor"}),
        ("周岁三十六，虚岁三十七", {"age": 36}),
        ("虚岁三十七，周岁三十六", {"age": 36}),
        ("我三十多岁，今年虚岁三十七", {}),
        ("我35岁，我36岁", {}),
    ],
)
def test_two_statements_leave_what_both_allow(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paid 10 of the last 12 months of social insurance", {"insured_months_last_12": 10}),
        ("social insurance paid 20 of the past 24 months", {}),
        ("only 8 months of social insurance in the last 12", {"insured_months_last_12": 8}),
        ("only 8 months of social insurance in the last 24", {}),
        ("social insurance for less than a year", {"insured_years": 0}),
        ("I've had social insurance for a year", {"insured_years": 1}),
        ("上个月社保已缴", {}),
        ("本月社保已缴", {"insured_now": True}),
    ],
)
def test_only_the_span_that_is_meant_counts(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2018年6月开始交社保",
        "2016年7月至2020年6月在上海缴社保",
        "还有两年社保就满七年",
        "社保到年底就满8年",
        "老板说给我交2倍基数",
        "大专、45岁以上还有机会吗",
        "离职了居住证积分还在不在",
        "我表姐88年的，硕士，老公上海人",
        "软考中级成绩刚过线，证书还没下来",
        "公积金基数15000",
        "公积金交了5年，社保不知道",
        "我想问中级职称下来要多久",
        "老婆当年是外地户口，结婚后随我迁到上海",
        "no crime in my area",
        "I stopped working in Beijing, now in Shanghai",
    ],
)
def test_nothing_is_concluded_from_what_is_not_the_applicants_own_and_present(text: str) -> None:
    assert heard(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大专或者本科", {"education": ["associate", "bachelor", "bachelor_with_degree"]}),
        ("本科或硕士", {"education": ["bachelor", "bachelor_with_degree", "master"]}),
        ("an associate or a master's", {"education": ["associate", "master"]}),
        ("中级职称或者高级职称", {"credential": ["intermediate_title", "senior_title"]}),
    ],
)
def test_one_of_two_levels_leaves_both_open(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'll be 46 next month", {"age": 45}),
        ("I'll be 46 next year", {}),
        ("今年36虚岁", {"age": {"min": 34, "max": 35}}),
        ("我36，虚岁", {"age": {"min": 34, "max": 35}}),
        ("36 in Chinese age", {"age": {"min": 34, "max": 35}}),
    ],
)
def test_an_age_counted_otherwise_is_the_age_of_today(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("made up 6 months of social insurance", {}),
        ("I back-paid 6 months of social insurance", {}),
        ("catch-up payment of 5 months social insurance", {}),
        ("补缴了8个月社保", {}),
        ("insured for seven years, of which two were back-paid", {"insured_years": 5}),
        ("80 months of social insurance, of which six were back-paid", {"insured_months_total": 74}),
        ("社保交了10年，其中3年在外地", {"insured_years": 7}),
        ("没有社保断缴", {"insured_now": True}),
        ("社保断缴过，现在在缴", {"insured_now": True}),
        ("社保十三年没断过", {"insured_years": 13, "insured_now": True}),
        ("社保一个月没断过", {"insured_now": True}),
        ("社保几十年没断过", {"insured_now": True}),
        ("insured for seven years, of which one year was back-paid", {"insured_years": 6}),
    ],
)
def test_months_paid_afterwards_or_elsewhere_are_not_months_of_insurance(
    text: str, expected: dict[str, FactValue]
) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老婆以前是外地户口，现在是上海户口", {"spouse_shanghai_hukou": True}),
        ("计划明年结婚，对象是上海户口", {}),
        ("准备年底领证，老婆是上海户口", {}),
        ("离异再婚，现任是上海户口", {"spouse_shanghai_hukou": True}),
        ("我85年，老婆87年，都是本科", {"birth_date": "1985", "education": ["bachelor", "bachelor_with_degree"]}),
        ("我是大专，都是自考的", {"education": "associate"}),
        ("我没有学士学位，只有本科学历", {"education": "bachelor"}),
        ("已经拿到硕士学位证，没有毕业证", {}),
        ("大专50分对吧", {}),
        ("I have worked in Lingang for 4 years", {"employed_in_shanghai": True}),
        ("老婆也不是上海的", {"spouse_shanghai_hukou": False}),
        ("近一年都是1倍以上基数", {"base_1x_months_last_12": 12}),
        ("近一年都是0.8倍基数", {}),
        ("my base is 1x for all the last 12 months", {"base_1x_months_last_12": 12}),
        ("I lost my job but found a new one in Shanghai", {"employed_in_shanghai": True}),
        ("I lost my job but found a new one", {}),
        ("I was a fresh graduate in 2020", {}),
        ("I didn't pay any insurance last year", {}),
        ("I worked in Shanghai for 4 years", {}),
        ("去年基数9100，今年调到22792", {"base_multiple": 2}),
        ("公司三年平均纳税200万，我占股25%", {"annual_tax_share": 500000}),
    ],
)
def test_what_is_so_today_is_told_apart_from_what_was_and_what_is_asked(
    text: str, expected: dict[str, FactValue]
) -> None:
    assert heard(text) == expected
