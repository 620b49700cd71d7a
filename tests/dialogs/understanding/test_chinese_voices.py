"""How people put it in Chinese, of Shanghai, Taiwan and Hong Kong: what is said, what only sounds like it, of whom."""

from __future__ import annotations

import pytest

from dialogs.understanding import FactValue, understand
from tests.dialogs.understanding.labelled import ON


def heard(text: str) -> dict[str, FactValue]:
    return dict(understand(text, on=ON).facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民国76年5月出生", {"birth_date": "1987-05"}),
        ("民国七十六年五月出生", {"birth_date": "1987-05"}),
        ("民国七十六年十五月出生", {}),
        ("民国76年零5个月出生", {}),
        ("87的，大专", {"birth_date": "1987", "education": "associate"}),
        ("27的，大专", {"education": "associate"}),
        ("85后准确说是1986年3月，大专", {"birth_date": "1986-03", "education": "associate"}),
        ("单身，硕士29", {"age": 29, "education": "master", "spouse_shanghai_hukou": False}),
        ("单身，大专50", {"education": "associate", "spouse_shanghai_hukou": False}),
        ("89年国庆出生", {"birth_date": "1989-10"}),
    ],
)
def test_a_birth_is_dated_as_people_date_it(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("社保缴费月数87，其中补缴3个月", {"insured_months_total": 84}),
        ("社保缴费月数：104（含补缴6）", {"insured_months_total": 98}),
        ("社保缴费月数87，其中补缴90个月", {}),
        ("社保停在五年四个月", {"insured_months_total": 64, "insured_now": False}),
        ("社保停在好几年", {}),
        ("社保停在不到0年", {}),
        ("社保一百个月出头", {}),
        ("社保160多个月", {"insured_months_total": {"min": 160, "max": 169}}),
        ("社保交了快半年", {"insured_months_total": 5}),
        ("社保交了不到半年", {"insured_months_total": {"min": 0, "max": 5}}),
        ("16年7月至今一直在同一家公司，社保没断过", {"insured_now": True}),
        ("社保从2012年11月一直缴到现在", {"insured_months_total": {"min": 168, "max": 169}}),
        ("社保10年，但头4年在无锡，后6年在上海", {"insured_years": 6}),
        ("自己交灵活就业社保3年", {}),
        ("换工作中间空了一个月社保", {}),
        ("社保是老东家交到上个月，这个月新公司还没交", {"insured_now": False}),
        ("社保去年没交", {}),
        ("社保这个月公司已经交了", {"insured_now": True}),
        ("社保去年公司已经交了", {}),
        ("社保12年但有半年是补缴", {"insured_years": {"min": 11, "max": 12}}),
    ],
)
def test_only_valid_months_of_shanghai_are_counted(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("社保基数不到1倍，9500", {"base_multiple": 0.8336}),
        ("社保基数不到1倍，35", {}),
        ("社保基数1倍多，具体1.05倍", {"base_multiple": 1.05}),
        ("社保基数达到2倍的有36个月", {"base_months": {"2": 36}}),
        ("社保基数达到0.5倍的有36个月", {}),
        ("社保基数1.8倍，累计105个月", {"base_multiple": 1.8, "insured_months_total": 105}),
        ("社保基数一万三四", {"base_multiple": {"min": 1.1407, "max": 1.2285}}),
        ("社保基数从9800涨到12600", {"base_multiple": 1.1056}),
        ("社保基数2倍差一点", {}),
    ],
)
def test_a_base_is_the_number_that_was_meant(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我占股50%，近三年平均带动30名沪籍员工", {"annual_local_hires_share": 15}),
        ("我占股20%，招了30名员工", {}),
        ("奉贤新城上班，住在闵行", {"employed_in_shanghai": True}),
        ("住在青浦新城，工作在浦东", {"employed_in_shanghai": True}),
        ("2020年8月和2022年1月各被行政拘留一次", {"detention_dates": ["2020-08", "2022-01"]}),
        ("公司去年有人因为提供虚假材料被罚了", {}),
    ],
)
def test_bonuses_and_records_are_those_of_the_words(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我大专，老公外地的，46岁", {"education": "associate", "spouse_shanghai_hukou": False, "age": 46}),
        ("我大专，35岁，老公上海人，高级工程师", {"education": "associate", "age": 35, "spouse_shanghai_hukou": True}),
        ("我儿子24岁，大专", {}),
        ("我儿子8岁，我大专", {"education": "associate"}),
        ("老公是我大学同学，户口没迁", {"spouse_shanghai_hukou": False}),
        ("我同事两口子都是硕士", {}),
        ("中级、高级职称分别多少分", {}),
        ("是本科好还是中级好", {}),
        ("我给公司员工问，她今年29，本科双证", {"age": 29, "education": "bachelor_with_degree"}),
        ("听领导说高级职称140分，他自己就是高工", {}),
        ("去年还单身，今年跟老公领证了，他是上海户口", {"spouse_shanghai_hukou": True}),
        ("原来居住证有效，现在已经失效了", {"residence_permit": False}),
        ("如果有高级职称就好了，我四十五岁", {"age": 45}),
        ("学历：专科。年龄：45。社保年资：14年。", {"education": "associate", "age": 45, "insured_years": 14}),
    ],
)
def test_whose_words_they_are_and_of_when_is_understood(text: str, expected: dict[str, FactValue]) -> None:
    assert heard(text) == expected
