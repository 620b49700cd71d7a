"""What single phrases state, and what they do not."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.understanding import FactValue, Heard, understand

ON = date(2026, 11, 22)
EITHER_BACHELOR = ["bachelor", "bachelor_with_degree"]


def hear(text: str) -> Heard:
    return understand(text, on=ON)


def facts(text: str) -> dict[str, FactValue]:
    return dict(hear(text).facts)


def test_everything_said_is_taken_at_once() -> None:
    assert facts("35岁,本科有学位,社保6年,没有职称,老婆上海户口结婚3年") == {
        "age": 35,
        "education": "bachelor_with_degree",
        "insured_years": 6,
        "credential": "none",
        "spouse_shanghai_hukou": True,
        "married_years": 3,
    }


def test_every_fact_quotes_the_users_own_words() -> None:
    heard = hear("我３５歲，學歷是本科")
    assert [(one.key, one.text) for one in heard.heard] == [("age", "３５歲"), ("education", "本科")]


def test_a_ligature_before_a_fact_does_not_shift_the_quotation() -> None:
    assert hear("ﬁ㎏ 我35岁，本科").heard[0].text == "35岁"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三十五岁", 35),
        ("卅五岁", 35),
        ("四十有二，本科", 42),
        ("三十五六岁", {"min": 35, "max": 36}),
        ("三四十岁", {"min": 30, "max": 49}),
        ("三十几岁", {"min": 31, "max": 39}),
        ("三十多岁", {"min": 30, "max": 39}),
        ("三十好几了", {"min": 30, "max": 39}),
        ("三十出头", {"min": 30, "max": 34}),
        ("三十岁出头", {"min": 30, "max": 34}),
        ("四十来岁", {"min": 38, "max": 44}),
        ("快30岁", {"min": 27, "max": 29}),
        ("我快30了", {"min": 27, "max": 29}),
        ("不到35岁", {"min": 16, "max": 34}),
        ("四十岁不到", {"min": 16, "max": 39}),
        ("虚岁40", {"min": 38, "max": 39}),
        ("40虚岁", {"min": 38, "max": 39}),
        ("I'm in my 30s", {"min": 30, "max": 39}),
        ("I'm in my thirties", {"min": 30, "max": 39}),
        ("thirty-five years old", 35),
    ],
)
def test_an_age_is_as_wide_as_the_words(text: str, value: FactValue) -> None:
    assert facts(text)["age"] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我91年的", "1991"),
        ("一九八六年出生", "1986"),
        ("我是八九年的", "1989"),
        ("05年出生", "2005"),
        ("91年5月出生", "1991-05"),
        ("出生年月：199005", "1990-05"),
        ("出生日期：19900520", "1990-05-20"),
        ("生日900520", "1990-05-20"),
        ("出生：1990", "1990"),
        ("born on 20 May 1991", "1991-05-20"),
        ("born on May 20, 1991", "1991-05-20"),
        ("男，1988，本科", "1988"),
        ("男，88年，本科", "1988"),
        ("女88年", "1988"),
    ],
)
def test_a_birth_date_is_as_exact_as_the_words(text: str, value: FactValue) -> None:
    assert facts(text)["birth_date"] == value


@pytest.mark.parametrize(
    "text",
    [
        "90后",
        "属羊",
        "奔四",
        "我200岁",
        "我3岁",
        "2030年出生",
        "91年2月30日出生",
        "出生年月：199013",
        "生日12345",
        "35岁以上",
        "超过40岁",
        "几岁",
        "turning 36",
        "going on 30",
        "我500",
        "1899年出生",
    ],
)
def test_what_pins_no_age_down_gives_none(text: str) -> None:
    assert facts(text) == {}


@pytest.mark.parametrize("text", ["几十岁", "五六千岁", "一千零几岁", "一二三十岁", "三十一二三岁"])
def test_a_number_of_nothing_certain_is_no_age(text: str) -> None:
    assert facts(text) == {}


@pytest.mark.parametrize("text", ["90后", "属羊", "我200岁", "91年2月30日出生", "超过40岁"])
def test_what_sounds_like_an_age_is_called_unclear(text: str) -> None:
    assert hear(text).unclear


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("本科", EITHER_BACHELOR),
        ("本科有学位", "bachelor_with_degree"),
        ("本科，没学位", "bachelor"),
        ("大学毕业", ["associate", *EITHER_BACHELOR]),
        ("大学毕业，有学士学位", "bachelor_with_degree"),
        ("大学毕业，没有学位", ["associate", "bachelor"]),
        ("大专", "associate"),
        ("大专，没有学位", "associate"),
        ("有学位，本科", "bachelor_with_degree"),
        ("高中", "none"),
        ("没上过大学", "none"),
        ("博士", "doctor"),
        ("硕士双证", "master"),
        ("大专后来专升本", EITHER_BACHELOR),
        ("硕士在读，本科有学位", "bachelor_with_degree"),
        ("不是大专是中专", "none"),
        ("没读过研究生，本科", EITHER_BACHELOR),
        ("本課", EITHER_BACHELOR),
        ("master's dgree", "master"),
    ],
)
def test_education_is_the_highest_level_finished(text: str, value: FactValue) -> None:
    assert facts(text)["education"] == value


@pytest.mark.parametrize(
    "text",
    [
        "硕士单证",
        "在职研究生",
        "同等学力申硕",
        "国外硕士，没做认证",
        "有学位",
        "没有学位",
        "不是硕士",
        "没有本科学历",
        "博士只有学位",
    ],
)
def test_a_level_that_does_not_surely_count_is_unclear(text: str) -> None:
    heard = hear(text)
    assert "education" not in heard.facts
    assert heard.unclear


@pytest.mark.parametrize(
    "text",
    [
        "在读研究生",
        "专升本在读",
        "正在考中级",
        "准备考中级职称",
        "本科还没毕业",
        "中级还没评下来",
        "I'm studying for a master's degree",
        "如果我考了中级",
        "要是结婚，老婆上海户口",
        "假如社保满10年",
        "打算读个本科",
        "if I had a PhD",
        "社保满10年的话",
        "我老公硕士",
        "my wife is 30",
        "朋友40岁，大专",
        "孩子10岁",
        "他35岁",
        "本科多少分?",
        "社保要几年",
        "大专可以吗",
        "本科以上",
        "在北京交了5年社保",
        "5年北京社保",
        "社保在苏州交了3年",
        "研究生入学考试",
        "按摩技师",
        "我做技师",
        "35岁的儿子",
        "刑事拘留",
        "结婚好多年",
        "社保好几年",
        "居住证正在办",
        "我90年代来的",
        "技能",
        "第3级",
        "三年级",
        "断缴过三个月",
        "社保断了又续上了",
        "除了社保都有",
        "到年底社保满6年",
        "等社保满6年再办",
        "应届生落户",
        "居转户",
        "居住记录",
        "不在临港",
        "女朋友上海户口",
    ],
)
def test_what_is_not_so_yet_or_not_the_applicants_gives_no_fact(text: str) -> None:
    assert facts(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("社保6年", {"insured_years": 6}),
        ("社保六年半", {"insured_years": 6}),
        ("six and a half years of social insurance", {"insured_years": 6}),
        ("社保0.5年", {"insured_months_total": 6}),
        ("社保半年", {"insured_months_total": 6}),
        ("社保76个月", {"insured_months_total": 76}),
        ("社保6年3个月", {"insured_months_total": 75}),
        ("6 years and 3 months of social insurance", {"insured_months_total": 75}),
        ("社保五六年", {"insured_years": {"min": 5, "max": 6}}),
        ("社保6年或7年", {"insured_years": {"min": 6, "max": 7}}),
        ("社保十几年", {"insured_years": {"min": 11, "max": 19}}),
        ("社保二十多年", {"insured_years": {"min": 20, "max": 29}}),
        ("社保十来年", {"insured_years": {"min": 8, "max": 14}}),
        ("社保快7年", {"insured_years": 6}),
        ("社保快10年", {"insured_years": {"min": 8, "max": 9}}),
        ("社保不到6年", {"insured_years": {"min": 0, "max": 5}}),
        ("社保至少10年", {"insured_years": {"min": 10, "max": 45}}),
        ("社保大概6年", {"insured_years": 6}),
        ("社保10个月左右", {"insured_months_total": 10}),
        ("社保一百零二个月", {"insured_months_total": 102}),
        ("社保共10年，其中上海6年", {"insured_years": 6}),
        ("社保5年（北京2年，上海3年）", {"insured_years": 3}),
        ("社保6年，补缴过3个月", {"insured_years": {"min": 5, "max": 6}}),
        ("社保15年，其中补缴了2年", {"insured_years": 13}),
        ("社保76个月，补缴了4个月", {"insured_months_total": 72}),
        ("社保从2018年7月交到现在", {"insured_months_total": {"min": 100, "max": 101}}),
        ("社保从2018年交到现在", {"insured_months_total": {"min": 95, "max": 107}}),
        ("从没交过社保", {"insured_months_total": 0, "insured_now": False}),
        ("社保年限：8", {"insured_years": 8}),
        ("10 years of social insurance, 6 of them in Shanghai", {"insured_years": 6}),
        ("近12个月社保断了2个月", {"insured_months_last_12": 10}),
        ("近一年社保每个月都交", {"insured_months_last_12": 12}),
        ("最近一年社保交了10个月", {"insured_months_last_12": 10}),
    ],
)
def test_insurance_is_heard_in_the_unit_and_the_city_said(text: str, expected: dict[str, FactValue]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "社保几年",
        "社保0年不到",
        "社保有8年，前3年在无锡交的",
        "公司没交社保",
        "最近12个月社保交了13个月",
        "社保快0年",
        "社保至少99年",
        "最近5年社保每个月都交",
        "最近5年社保交了8个月",
        "社保几百个月",
        "社保几十个月",
        "最近12个月社保交了1年",
        "社保从2030年交到现在",
        "社保6年，不对",
        "社保交了6年，后来说是7年社保",
        "社保半个月",
        "社保不到0年，补缴1年",
    ],
)
def test_a_length_that_cannot_be_pinned_down_gives_no_length(text: str) -> None:
    assert not {"insured_years", "insured_months_total", "insured_months_last_12"} & set(facts(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("基数20000", {"base_multiple": 1.755}),
        ("基数11396", {"base_multiple": 1}),
        ("基数11395", {"base_multiple": 0.9999}),
        ("基数两万五", {"base_multiple": 2.1937}),
        ("基数一万二", {"base_multiple": 1.053}),
        ("基数2.3w", {"base_multiple": 2.0182}),
        ("基数8000多一点", {"base_multiple": {"min": 0.702, "max": 0.7722}}),
        ("基数八千几", {"base_multiple": {"min": 0.702, "max": 0.7896}}),
        ("基数1万5多", {"base_multiple": {"min": 1.3162, "max": 1.4039}}),
        ("基数一万出头", {"base_multiple": {"min": 0.8775, "max": 0.9652}}),
        ("社保基数从2021年开始都是1万5以上", {"base_multiple": {"min": 1.3162, "max": 3.3108}}),
        ("公司HR说基数是全额工资1万5", {"base_multiple": 1.3162}),
        ("base around ten thousand", {"base_multiple": 0.8775}),
        ("base 15 thousand or more", {"base_multiple": {"min": 1.3162, "max": 3.3108}}),
        ("公司按最低基数交", {"base_multiple": 0.6621}),
        ("minimum base", {"base_multiple": 0.6621}),
        ("base 12,000", {"base_multiple": 1.053}),
        ("基数1.5倍", {"base_multiple": 1.5}),
        ("基数一倍半", {"base_multiple": 1.5}),
        ("基数1倍到2倍之间", {"base_multiple": {"min": 1, "max": 2}}),
        ("基数一万到一万二", {"base_multiple": {"min": 0.8775, "max": 1.053}}),
        ("twice the base for 36 months", {"base_multiple": 2, "base_months": {"2": 36}}),
        ("按3倍基数交了5年", {"base_multiple": 3, "base_months": {"3": 36}}),
        ("按2倍交了两年半", {"base_multiple": 2, "base_months": {"2": 30}}),
        ("按0.6倍基数交了3年", {"base_multiple": 0.6}),
        ("按2倍基数交了五六个月", {"base_multiple": 2}),
        ("近4年有36个月是1倍", {"base_months": {"1": 36}}),
        ("最近12个月有8个月基数达到1倍", {"base_1x_months_last_12": 8}),
    ],
)
def test_a_base_becomes_a_multiple_that_reaches_no_tier_it_did_not(text: str, expected: dict[str, FactValue]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(("on", "value"), [(date(2026, 6, 30), 0.6546), (date(2026, 7, 1), 0.6621)])
def test_the_lowest_base_is_the_legal_limit_of_the_day(on: date, value: float) -> None:
    assert understand("按最低基数交的", on=on).facts == {"base_multiple": value}


def test_a_limit_of_a_day_that_is_not_known_is_unclear() -> None:
    for text in ("最低基数", "基数15000以上"):
        heard = understand(text, on=date(2023, 5, 1))
        assert (dict(heard.facts), heard.unclear) == ({}, (text,))


def test_a_base_in_yuan_is_compared_with_the_wage_given() -> None:
    assert understand("基数12577", on=ON, reference_wage=12577).facts == {"base_multiple": 1}


@pytest.mark.parametrize(
    "text",
    [
        "最高基数",
        "基数50000以上",
        "最低基数是多少",
        "工资2万",
        "月薪15000",
        "基数300",
        "基数2倍到1倍",
        "工资是社平的2倍",
        "近4年有三四十个月是1倍",
        "基数9倍",
        "近4年有36个月是0.5倍",
        "最近12个月有8个月基数是0.8倍",
    ],
)
def test_what_is_no_base_gives_no_multiple(text: str) -> None:
    assert facts(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老婆上海户口", True),
        ("老婆不是上海户口", False),
        ("未婚", False),
        ("单身", False),
        ("离异", False),
        ("老公外地的", False),
        ("我俩都是外地人", False),
        ("我对象上海户口，结婚4年", True),
        ("我们结婚3年，她上海户口", True),
        ("老公不是沪籍", False),
    ],
)
def test_the_spouses_hukou_is_heard_with_its_denial(text: str, expected: bool) -> None:
    assert facts(text)["spouse_shanghai_hukou"] is expected


@pytest.mark.parametrize(
    "text",
    ["未婚妻上海户口", "对象上海户口", "前妻上海户口", "老婆安徽人", "老公正在落户", "老公新上海人", "我是上海人"],
)
def test_who_is_no_spouse_or_no_holder_gives_no_spouse(text: str) -> None:
    assert "spouse_shanghai_hukou" not in facts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("结婚3年", {"married_years": 3}),
        ("结婚16年", {"married_years": 16}),
        ("结婚18个月", {"married_years": 1}),
        ("结了3年的婚", {"married_years": 3}),
        ("16年结婚", {"marriage_date": "2016"}),
        ("去年结婚", {"marriage_date": "2025"}),
        ("今年刚结婚", {"marriage_date": "2026"}),
        ("上个月领证", {"marriage_date": "2026-10"}),
        ("2019年5月20日领证", {"marriage_date": "2019-05-20"}),
        ("19年10月领的证", {"marriage_date": "2019-10"}),
        ("married last month", {"marriage_date": "2026-10"}),
        ("married last December", {"marriage_date": "2025-12"}),
        ("married this March", {"marriage_date": "2026-03"}),
        ("结婚时间：2015年", {"marriage_date": "2015"}),
    ],
)
def test_a_marriage_is_a_date_or_a_length(text: str, expected: dict[str, FactValue]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize("text", ["2019年13月结婚", "结婚几年了", "结婚多年", "后年结婚"])
def test_a_marriage_without_a_possible_date_gives_none(text: str) -> None:
    assert facts(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("居住证明年3月到期", {"residence_permit": True, "permit_expires": "2027-03"}),
        ("居住证上个月到期了", {"residence_permit": False}),
        ("my permit expires next March", {"residence_permit": True, "permit_expires": "2027-03"}),
        ("my permit expires next December", {"residence_permit": True, "permit_expires": "2026-12"}),
        ("my permit expires next year", {"residence_permit": True, "permit_expires": "2027"}),
        ("没有居住证", {"residence_permit": False}),
        ("有居住证", {"residence_permit": True}),
        ("公司不是上海的公司", {"employer_in_shanghai": False}),
        ("外地公司的上海分公司", {}),
        ("上海公司的外地分公司", {"employer_in_shanghai": False}),
        ("公司注册在上海", {"employer_in_shanghai": True}),
        ("在苏州上班", {"employed_in_shanghai": False}),
    ],
)
def test_permit_and_employment_are_heard_as_far_as_they_are_sure(text: str, expected: dict[str, FactValue]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize("text", ["居住证2019年2月30日到期", "居住证2099年到期"])
def test_an_impossible_expiry_gives_no_expiry(text: str) -> None:
    assert "permit_expires" not in facts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在临港工作居住3年", {"outlying_area": "lingang", "outlying_months": 36}),
        ("在临港工作居住", {"outlying_area": "lingang"}),
        ("在松江新城工作居住七年", {"outlying_area": "other", "outlying_months": 84}),
        ("做了6年半的环卫", {"public_service_months": 78}),
        ("公司每年纳税50万，我占股40%", {"annual_tax_share": 200000}),
        ("公司平均有25个上海户籍员工，我占股50%", {"annual_local_hires_share": 12.5}),
        ("公司每年平均有20个上海户籍员工，我占股50%", {"annual_local_hires_share": 10}),
        ("认定为创业人才", {"entrepreneur": True}),
        ("属于创新创业中介服务人才", {"innovation_service_staff": True}),
        ("不是中介服务人才", {"innovation_service_staff": False}),
        ("我的专业是紧缺专业", {"shortage_major": True}),
        ("不是紧缺专业", {"shortage_major": False}),
        ("市级机关专项性表彰", {"award": "municipal_special"}),
        ("省部级表彰", {"award": "provincial"}),
        ("没住在远郊", {"outlying_area": "none"}),
    ],
)
def test_bonuses_are_heard_when_they_are_said_outright(text: str, expected: dict[str, FactValue]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "学计算机专业",
        "自己创业",
        "得过市级奖励",
        "公司每年纳税50万，我占股200%",
        "做环卫几年",
        "公司纳税五六十万，占股50%",
    ],
)
def test_a_hint_at_a_bonus_is_no_bonus(text: str) -> None:
    assert facts(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("无犯罪记录", {"minor_crime_dates": [], "serious_crime": False}),
        ("没有案底", {"detention_dates": [], "minor_crime_dates": [], "serious_crime": False}),
        ("我没有任何处罚", {"detention_dates": [], "minor_crime_dates": [], "serious_crime": False}),
        ("从未受过处罚", {"detention_dates": [], "minor_crime_dates": [], "serious_crime": False}),
        ("没有处罚记录", {"detention_dates": [], "minor_crime_dates": [], "serious_crime": False}),
        ("无违法犯罪记录", {"detention_dates": [], "minor_crime_dates": [], "serious_crime": False}),
        ("没有行政处罚", {"detention_dates": []}),
        ("没有刑事处罚", {"minor_crime_dates": [], "serious_crime": False}),
        ("没犯过事", {"minor_crime_dates": [], "serious_crime": False}),
        ("没坐过牢", {"serious_crime": False}),
        ("no records", {"detention_dates": [], "minor_crime_dates": [], "serious_crime": False}),
        ("no records of insurance", {}),
        (
            "never been in trouble with the law",
            {"detention_dates": [], "minor_crime_dates": [], "serious_crime": False},
        ),
        ("never been to prison", {"serious_crime": False}),
        ("补缴没有处罚", {}),
        ("用假材料会被拘留吗", {}),
        ("五年前打架被拘留", {"detention_dates": ["2021"]}),
        ("三个月前被拘留", {"detention_dates": ["2026-08"]}),
        ("I was detained three years ago", {"detention_dates": ["2023"]}),
        ("five years ago I was detained", {"detention_dates": ["2021"]}),
        ("我2023年用过假学历申请", {"false_material_dates": ["2023"]}),
        ("没有减分项", {"detention_dates": [], "minor_crime_dates": [], "false_material_dates": []}),
        ("没被拘留过", {"detention_dates": []}),
        ("没有严重犯罪记录", {"serious_crime": False}),
        ("没有提供过虚假材料", {"false_material_dates": []}),
        ("有严重刑事犯罪记录", {"serious_crime": True}),
        ("2023年被拘留过", {"detention_dates": ["2023"]}),
        ("2021年被拘留过，2023年又被拘留过", {"detention_dates": ["2021", "2023"]}),
        ("2022年一般刑事犯罪", {"minor_crime_dates": ["2022"]}),
        ("2024年提供过虚假材料", {"false_material_dates": ["2024"]}),
    ],
)
def test_a_record_and_its_denial_cover_just_what_was_said(text: str, expected: dict[str, FactValue]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize("text", ["被拘留过", "判过刑", "有案底", "2023年2月30日被拘留", "明年被拘留"])
def test_a_record_without_its_date_is_no_fact(text: str) -> None:
    assert facts(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本科,不对,是硕士", {"education": "master"}),
        ("我是专科，啊不是，本科", {"education": EITHER_BACHELOR}),
        ("社保6年，不对，7年", {"insured_years": 7}),
        ("I'm 35, sorry, 36", {"age": 36}),
        ("35岁，本科，不对，硕士", {"age": 35, "education": "master"}),
        ("社保6年，不对，我记不清了", {}),
        ("应该是6年社保", {"insured_years": 6}),
        ("不对，35岁", {"age": 35}),
        ("35岁，不对，本科", {"education": EITHER_BACHELOR}),
    ],
)
def test_a_correction_replaces_what_it_corrects(text: str, expected: dict[str, FactValue]) -> None:
    assert facts(text) == expected


def test_what_is_taken_back_without_another_word_is_unclear() -> None:
    heard = hear("本科，社保6年，不对")
    assert dict(heard.facts) == {"education": EITHER_BACHELOR}
    assert heard.unclear == ("社保6年",)


def test_a_correcting_word_inside_a_fact_corrects_nothing() -> None:
    assert facts("中级职称，跟现在岗位不对口") == {"credential": "intermediate_title", "credential_fits_job": False}


def test_a_topic_word_is_no_condition() -> None:
    assert facts("学历的话是本科，社保的话6年") == {"education": EITHER_BACHELOR, "insured_years": 6}


def test_two_ages_without_a_correction_are_unclear() -> None:
    heard = hear("我35岁，36岁")
    assert heard.facts == {}
    assert heard.unclear == ("35岁", "36岁")


def test_an_age_right_after_the_spouse_may_be_the_spouses() -> None:
    heard = hear("老婆上海户口，35岁")
    assert dict(heard.facts) == {"spouse_shanghai_hukou": True}
    assert heard.unclear == ("35岁",)


def test_a_new_sentence_is_about_the_applicant_again() -> None:
    assert facts("我老公硕士，35岁。我大专") == {"education": "associate"}


def test_a_couples_words_are_the_applicants_too() -> None:
    assert facts("我和老婆都是本科，她上海户口") == {"education": EITHER_BACHELOR, "spouse_shanghai_hukou": True}


def test_of_the_childs_age_and_the_parents_the_parents_is_heard() -> None:
    assert facts("儿子6岁，我34岁") == {"age": 34}
    assert facts("女儿6岁，大专，社保3年") == {"education": "associate", "insured_years": 3}


def test_ones_own_case_in_a_question_is_stated() -> None:
    assert facts("大专 30岁 社保五年 够120吗") == {"education": "associate", "age": 30, "insured_years": 5}
    assert facts("我本科能积多少分") == {"education": EITHER_BACHELOR}
    assert facts("我本科吗") == {}


@pytest.mark.parametrize(
    "number",
    [
        "310101199105201234",
        "31010119910520123X",
        "13812345678",
        "+86 139 1234 5678",
        "E12345678",
        "身份证号 12345678",
        "138-1234-5678",
    ],
)
def test_a_personal_number_is_dropped_and_never_quoted(number: str) -> None:
    heard = hear(f"我的号码{number}，35岁，本科")
    assert dict(heard.facts) == {"age": 35, "education": EITHER_BACHELOR}
    assert heard.personal
    assert not any(number in text for text in (*heard.unclear, *(one.text for one in heard.heard)))


def test_a_text_without_personal_numbers_says_so() -> None:
    assert not hear("35岁，基数20000").personal


def test_a_very_long_text_is_read_up_to_its_limit() -> None:
    heard = hear("35岁，" + "很长" * 500_000 + "，本科")
    assert dict(heard.facts) == {"age": 35}
    assert heard.unclear == ("…",)


@pytest.mark.parametrize("odd", ["\ud800", "\ue000", "①", "\x00"])
def test_an_odd_character_is_read_over(odd: str) -> None:
    assert facts(f"{odd}35岁{odd}，本科") == {"age": 35, "education": EITHER_BACHELOR}


def test_an_empty_text_says_nothing() -> None:
    assert hear("") == Heard()


def test_a_character_that_the_converter_lengthens_keeps_its_place() -> None:
    assert hear("𠮷野家，本科").heard[0].text == "本科"
