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
    ],
)
def test_nothing_is_concluded_from_what_is_not_the_applicants_own_and_present(text: str) -> None:
    assert heard(text) == {}
