"""What holds for every text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from dialogs.understanding import FactValue, intent, understand, understand_answer
from tests.dialogs.understanding.labelled import ON, sentences

ALL = sentences()
TEXTS = [one.text for one in ALL]
PIECES = [
    "35岁",
    "本科",
    "社保6年",
    "没有",
    "职称",
    "不对",
    "，",
    "。",
    "？",
    " ",
    "如果",
    "我",
    "老婆",
    "上海户口",
    "结婚",
    "3年",
    "91年的",
    "快",
    "不到",
    "基数",
    "2倍",
    "20000",
    "中级",
    "在读",
    "吗",
    "的话",
    "36",
    "months",
    "social insurance",
    "I'm",
    "not",
    "wife",
    "2019年5月",
    "明年",
    "去年",
    "拘留",
    "补缴",
    "其中上海",
    "北京",
    "学位",
    "最近12个月",
    "十几",
    "一万二",
    "200万",
    "占股25%",
    "纳税",
    "其中",
    "以前",
    "现在",
    "或者",
    "虚岁",
]
QUESTIONS = [
    "age",
    "education",
    "credential",
    "credential_fits_job",
    "base_1x_months_last_12",
    "insured_years",
    "contribution_base",
    "spouse",
    "marriage",
    "residence_permit",
    "employment",
    "employed_in_shanghai",
    "employer_in_shanghai",
    "insured_now",
    "insured_months_last_12",
    "serious_crime",
    "bonuses",
    "deductions",
    "fresh_graduate",
    "outlying_months",
    "annual_tax_share",
    "detention_dates",
    "",
]
ANY_TEXT = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.tuples(st.sampled_from(TEXTS), st.sampled_from(TEXTS)).map("，".join),
)

CHOICES = {
    "education": {"none", "associate", "bachelor", "bachelor_with_degree", "master", "doctor"},
    "credential": {"none", "skill_5", "skill_4", "skill_3", "skill_2", "skill_1", "intermediate_title", "senior_title"},
    "outlying_area": {"none", "lingang", "other"},
    "award": {"none", "municipal_special", "municipal_general", "provincial"},
}
BOOLEANS = {
    "residence_permit",
    "employed_in_shanghai",
    "employer_in_shanghai",
    "insured_now",
    "credential_fits_job",
    "entrepreneur",
    "innovation_service_staff",
    "shortage_major",
    "fresh_graduate",
    "spouse_shanghai_hukou",
    "serious_crime",
}
COUNTS = {
    "age": (16, 100),
    "insured_months_last_12": (0, 12),
    "base_1x_months_last_12": (0, 12),
    "insured_months_total": (0, 900),
    "insured_years": (0, 75),
    "public_service_months": (0, 900),
    "outlying_months": (0, 900),
    "married_years": (0, 80),
    "annual_tax_share": (0, 10**12),
}
DATE_LISTS = {"false_material_dates", "detention_dates", "minor_crime_dates"}


def is_a_date(value: object) -> bool:
    if not isinstance(value, str):
        return False
    parts = value.split("-")
    assert [len(part) for part in parts] == [4, 2, 2][: len(parts)]
    date(*([int(part) for part in parts] + [1, 1])[:3])
    return True


def is_a_number(value: FactValue, least: float, most: float, *, whole: bool) -> bool:
    low, high = (value["min"], value["max"]) if isinstance(value, dict) else (value, value)
    if isinstance(low, bool) or not isinstance(low, int | float) or not isinstance(high, int | float):
        return False
    return least <= low <= high <= most and (not whole or (isinstance(low, int) and isinstance(high, int)))


def is_of_the_contract(key: str, value: FactValue) -> bool:
    """Whether the contract's section on facts allows this value."""
    if key in CHOICES:
        return bool(value) and (set(value) if isinstance(value, list) else {value}) <= CHOICES[key]
    if key in BOOLEANS:
        return isinstance(value, bool)
    if key in COUNTS:
        return is_a_number(value, *COUNTS[key], whole=True)
    if key in ("base_multiple", "annual_local_hires_share"):
        return is_a_number(value, 0, 10**9, whole=False)
    if key == "base_months":
        return (
            isinstance(value, dict)
            and set(value) <= {"0.8", "1", "2", "3"}
            and all(0 <= months <= 48 for months in value.values())
        )
    if key in DATE_LISTS:
        return isinstance(value, list) and all(is_a_date(one) and one <= ON.isoformat() for one in value)
    return key in ("birth_date", "marriage_date", "permit_expires") and is_a_date(value)


def all_of_the_contract(facts: Mapping[str, FactValue]) -> bool:
    return all(is_of_the_contract(key, value) for key, value in facts.items())


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_heard_without_an_error_within_the_contract_and_quoted_from_itself(text: str) -> None:
    heard = understand(text, on=ON)
    assert all_of_the_contract(heard.facts)
    assert {one.key for one in heard.heard} == set(heard.facts)
    assert all(one.text and one.text in text for one in heard.heard)
    assert all(words in text for words in heard.unclear)


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT, st.sampled_from(QUESTIONS))
def test_any_answer_to_any_question_is_heard_within_the_contract(text: str, asking: str) -> None:
    heard = understand_answer(text, asking=asking, on=ON)
    assert all_of_the_contract(heard.facts)
    assert all(one.text in text for one in heard.heard)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_any_text_has_a_wish_or_none(text: str) -> None:
    intent(text)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(TEXTS), st.dates(date(2015, 1, 1), date(2035, 12, 31)))
def test_facts_are_within_the_contract_on_any_day(text: str, on: date) -> None:
    for key, value in understand(text, on=on).facts.items():
        assert key in DATE_LISTS or is_of_the_contract(key, value)


def test_full_width_digits_change_nothing() -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    for text in TEXTS:
        assert understand(text.translate(wide), on=ON).facts == understand(text, on=ON).facts, text


def test_traditional_and_simplified_characters_say_the_same() -> None:
    to_traditional, to_simplified = OpenCC("s2t"), OpenCC("t2s")
    for text in TEXTS:
        heard = understand(text, on=ON).facts
        assert understand(to_traditional.convert(text), on=ON).facts == heard, text
        assert understand(to_simplified.convert(text), on=ON).facts == heard, text


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PIECES), st.integers(2, 2000))
def test_the_same_words_over_and_over_are_no_burden(piece: str, times: int) -> None:
    assert all_of_the_contract(understand(piece * times, on=ON).facts)
