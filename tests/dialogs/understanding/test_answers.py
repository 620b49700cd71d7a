"""Bare answers beside the question asked."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.understanding import FactValue, Heard, understand_answer

ON = date(2026, 11, 22)
EITHER_BACHELOR = ["bachelor", "bachelor_with_degree"]
YES = ("是", "是的", "对", "嗯", "嗯嗯", "有", "有的", "yes", "yep", "係", "Yes!", "有啊，早就有了")
NO = ("不是", "没有", "没", "无", "冇", "nope", "no", "唔係", "沒有", "没有啊")
BOOLEANS = (
    "residence_permit",
    "employed_in_shanghai",
    "employer_in_shanghai",
    "insured_now",
    "credential_fits_job",
    "serious_crime",
    "shortage_major",
    "entrepreneur",
    "innovation_service_staff",
    "fresh_graduate",
    "spouse_shanghai_hukou",
)


def answer(text: str, asking: str) -> Heard:
    return understand_answer(text, asking=asking, on=ON)


def facts(text: str, asking: str) -> dict[str, FactValue]:
    return dict(answer(text, asking).facts)


@pytest.mark.parametrize("key", BOOLEANS)
def test_yes_and_no_answer_a_yes_or_no_question_in_three_languages(key: str) -> None:
    assert [facts(text, key) for text in YES] == [{key: True}] * len(YES)
    assert [facts(text, key) for text in NO] == [{key: False}] * len(NO)


@pytest.mark.parametrize(
    ("asking", "text", "expected"),
    [
        ("age", "35", {"age": 35}),
        ("age", "三十五", {"age": 35}),
        ("age", "三十五六", {"age": {"min": 35, "max": 36}}),
        ("age", "91", {"birth_date": "1991"}),
        ("age", "91年", {"birth_date": "1991"}),
        ("age", "05", {"birth_date": "2005"}),
        ("age", "1991", {"birth_date": "1991"}),
        ("age", "1991.5", {"birth_date": "1991-05"}),
        ("age", "1991年5月20日", {"birth_date": "1991-05-20"}),
        ("age", "19910520", {"birth_date": "1991-05-20"}),
        ("age", "910520", {"birth_date": "1991-05-20"}),
        ("age", "199105", {"birth_date": "1991-05"}),
        ("age", "快40", {"age": {"min": 37, "max": 39}}),
        ("birth_date", "1991-05", {"birth_date": "1991-05"}),
        ("education", "本", {"education": EITHER_BACHELOR}),
        ("education", "专升本", {"education": EITHER_BACHELOR}),
        ("education", "没有", {"education": "none"}),
        ("education", "专", {"education": "associate"}),
        ("education", "硕", {"education": "master"}),
        ("education", "博", {"education": "doctor"}),
        ("education", "大学", {"education": ["associate", *EITHER_BACHELOR]}),
        ("education", "本科，有学位", {"education": "bachelor_with_degree"}),
        ("education", "初中", {"education": "none"}),
        ("spouse", "不是上海的", {"spouse_shanghai_hukou": False}),
        ("spouse", "她不是", {"spouse_shanghai_hukou": False}),
        ("spouse", "她是", {"spouse_shanghai_hukou": True}),
        ("spouse", "he isn't", {"spouse_shanghai_hukou": False}),
        ("spouse_shanghai_hukou", "老婆没有上海户口", {"spouse_shanghai_hukou": False}),
        ("insured_now", "没交过", {"insured_now": False}),
        ("employment", "没交过", {"insured_now": False}),
        ("insured_years", "从来没交过", {"insured_months_total": 0}),
        ("insured_months_last_12", "没交过", {"insured_months_last_12": 0}),
        ("credential", "没有", {"credential": "none"}),
        ("credential", "无", {"credential": "none"}),
        ("credential", "中级", {"credential": "intermediate_title"}),
        ("credential", "三级", {"credential": "skill_3"}),
        ("credential", "二级", {"credential": "skill_2"}),
        ("credential_fits_job", "对口", {"credential_fits_job": True}),
        ("credential_fits_job", "不太对口", {"credential_fits_job": False}),
        ("base_1x_months_last_12", "8", {"base_1x_months_last_12": 8}),
        ("base_1x_months_last_12", "全部", {"base_1x_months_last_12": 12}),
        ("base_1x_months_last_12", "8个月", {"base_1x_months_last_12": 8}),
        ("base_1x_months_last_12", "没有", {"base_1x_months_last_12": 0}),
        ("insured_years", "6", {"insured_years": 6}),
        ("insured_years", "六", {"insured_years": 6}),
        ("insured_years", "六年半", {"insured_years": 6}),
        ("insured_years", "76个月", {"insured_months_total": 76}),
        ("insured_years", "交了6年", {"insured_years": 6}),
        ("insured_years", "没有", {"insured_months_total": 0}),
        ("insured_years", "6年，不对，7年", {"insured_years": 7}),
        ("insured_years", "6年，7年", {"insured_years": 6}),
        ("insured_months_total", "76", {"insured_months_total": 76}),
        ("insured_months_last_12", "8个月", {"insured_months_last_12": 8}),
        ("insured_months_last_12", "都交了", {"insured_months_last_12": 12}),
        ("insured_months_last_12", "一年", {"insured_months_last_12": 12}),
        ("insured_months_last_12", "0", {"insured_months_last_12": 0}),
        ("contribution_base", "1.5倍", {"base_multiple": 1.5}),
        ("contribution_base", "1.5", {"base_multiple": 1.5}),
        ("contribution_base", "1-2", {"base_multiple": {"min": 1, "max": 2}}),
        ("contribution_base", "12000", {"base_multiple": 1.053}),
        ("contribution_base", "12,000", {"base_multiple": 1.053}),
        ("contribution_base", "一万二", {"base_multiple": 1.053}),
        ("contribution_base", "8000多一点", {"base_multiple": {"min": 0.702, "max": 0.7722}}),
        ("contribution_base", "八千几", {"base_multiple": {"min": 0.702, "max": 0.7896}}),
        ("contribution_base", "从2021年开始都是1万5以上", {"base_multiple": {"min": 1.3162, "max": 3.3108}}),
        ("contribution_base", "around ten thousand", {"base_multiple": 0.8775}),
        ("contribution_base", "公司按最低交的", {"base_multiple": 0.6621}),
        ("contribution_base", "the minimum", {"base_multiple": 0.6621}),
        ("contribution_base", "2倍交了3年", {"base_multiple": 2, "base_months": {"2": 36}}),
        ("contribution_base", "1倍到2倍", {"base_multiple": {"min": 1, "max": 2}}),
        ("contribution_base", "double", {"base_multiple": 2}),
        ("spouse", "是", {"spouse_shanghai_hukou": True}),
        ("spouse", "没结婚", {"spouse_shanghai_hukou": False}),
        ("spouse", "3年", {"married_years": 3}),
        ("spouse", "外地的", {"spouse_shanghai_hukou": False}),
        ("spouse", "上海的", {"spouse_shanghai_hukou": True}),
        ("spouse", "是的，3年", {"spouse_shanghai_hukou": True, "married_years": 3}),
        ("spouse", "单身", {"spouse_shanghai_hukou": False}),
        ("spouse", "2019年", {"marriage_date": "2019"}),
        ("marriage", "3", {"married_years": 3}),
        ("marriage", "2019年5月", {"marriage_date": "2019-05"}),
        ("marriage", "没有", {"spouse_shanghai_hukou": False}),
        ("married_years", "18个月", {"married_years": 1}),
        ("marriage_date", "去年", {"marriage_date": "2025"}),
        ("residence_permit", "过期了", {"residence_permit": False}),
        ("residence_permit", "办好了", {"residence_permit": True}),
        ("employed_in_shanghai", "失业", {"employed_in_shanghai": False}),
        ("employed_in_shanghai", "在上班", {"employed_in_shanghai": True}),
        ("employer_in_shanghai", "上海的", {"employer_in_shanghai": True}),
        ("employer_in_shanghai", "外地的", {"employer_in_shanghai": False}),
        ("insured_now", "断了", {"insured_now": False}),
        ("insured_now", "在交", {"insured_now": True}),
        ("employment", "没工作", {"employed_in_shanghai": False}),
        ("deductions", "没有", {"false_material_dates": [], "detention_dates": [], "minor_crime_dates": []}),
        ("deductions", "2023年被拘留过", {"detention_dates": ["2023"]}),
        ("detention_dates", "2023", {"detention_dates": ["2023"]}),
        ("minor_crime_dates", "没有", {"minor_crime_dates": []}),
        ("bonuses", "应届生", {"fresh_graduate": True}),
        ("outlying_area", "临港", {"outlying_area": "lingang"}),
        ("outlying_area", "嘉定新城", {"outlying_area": "other"}),
        ("outlying_area", "没有", {"outlying_area": "none"}),
        ("award", "没有", {"award": "none"}),
        ("permit_expires", "2027年3月", {"permit_expires": "2027-03"}),
        ("permit_expires", "下个月15号", {"permit_expires": "2026-12-15"}),
        ("permit_expires", "12月15日", {"permit_expires": "2026-12-15"}),
        ("permit_expires", "一月三号", {"permit_expires": "2027-01-03"}),
        ("permit_expires", "Dec 15th", {"permit_expires": "2026-12-15"}),
        ("permit_expires", "15 December", {"permit_expires": "2026-12-15"}),
        ("outlying_months", "3年", {"outlying_months": 36}),
        ("public_service_months", "80", {"public_service_months": 80}),
        ("public_service_months", "没有", {"public_service_months": 0}),
        ("annual_tax_share", "30万", {"annual_tax_share": 300000}),
        ("annual_local_hires_share", "没有", {"annual_local_hires_share": 0}),
    ],
)
def test_a_bare_answer_belongs_to_the_question(asking: str, text: str, expected: dict[str, FactValue]) -> None:
    assert facts(text, asking) == expected


def test_all_conditions_of_employment_are_answered_at_once() -> None:
    every = facts("都有", "employment")
    assert every == {
        "residence_permit": True,
        "employed_in_shanghai": True,
        "employer_in_shanghai": True,
        "insured_now": True,
        "insured_months_last_12": {"min": 6, "max": 12},
        "serious_crime": False,
    }
    assert facts("是的", "employment") == every
    assert facts("除了居住证都有", "employment") == {**every, "residence_permit": False}
    assert facts("everything except the permit", "employment") == {**every, "residence_permit": False}
    without_insurance = facts("除了社保，其他都有", "employment")
    assert without_insurance["insured_now"] is False
    assert "insured_months_last_12" not in without_insurance


def test_no_bonus_at_all_answers_every_bonus() -> None:
    none = facts("都没有", "bonuses")
    assert none["award"] == "none"
    assert none["annual_tax_share"] == 0
    assert none["fresh_graduate"] is False


@pytest.mark.parametrize(
    ("asking", "text"),
    [
        ("age", "65"),
        ("age", "200"),
        ("age", "属羊"),
        ("age", "35年"),
        ("age", "19911320"),
        ("age", "十"),
        ("age", "2019年2月30日"),
        ("permit_expires", "2月30日"),
        ("permit_expires", "Feb 30"),
        ("contribution_base", "最高基数"),
        ("contribution_base", "最高"),
        ("contribution_base", "50000以上"),
        ("contribution_base", "2倍到1倍"),
        ("contribution_base", "300"),
        ("contribution_base", "九"),
        ("insured_years", "100"),
        ("insured_years", "至少99年"),
        ("insured_months_last_12", "13"),
        ("employment", "没有"),
        ("employment", "除了房子都有"),
        ("credential", "高级"),
        ("bonuses", "有"),
        ("deductions", "有"),
        ("marriage", "2019年13月"),
        ("marriage", "至少99年"),
        ("outlying_months", "至少99年"),
        ("detention_dates", "2019年2月30日"),
    ],
)
def test_an_answer_that_cannot_be_pinned_down_is_unclear(asking: str, text: str) -> None:
    heard = answer(text, asking)
    assert heard.facts == {}
    assert heard.unclear


@pytest.mark.parametrize("asking", ["age", "education", "spouse", "insured_now", "no such question"])
def test_what_is_no_answer_gives_nothing(asking: str) -> None:
    assert answer("今天天气不错", asking) == Heard()


def test_a_fact_volunteered_beside_the_answer_is_taken_too() -> None:
    assert facts("6年，本科", "insured_years") == {"insured_years": 6, "education": EITHER_BACHELOR}


def test_a_whole_statement_needs_no_question() -> None:
    assert facts("我社保6年", "age") == {"insured_years": 6}
    assert facts("我35岁，36", "age") == {"age": 35}
