"""What is denied as said, supposed, asked, said of others, under way or over is no fact, whatever the fact."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.understanding import FactValue, understand
from tests.dialogs.understanding.labelled import ON

FACTS = [
    "35岁", "1990年出生", "大专毕业", "硕士毕业", "本科有学位", "社保交了6年", "社保72个月", "社保断缴了",
    "近12个月社保交了8个月", "社保基数2倍", "有中级职称", "有高级技师证", "没有职称", "有居住证", "没有居住证",
    "在上海上班", "公司注册在上海", "老婆是上海户口", "结婚3年了", "离婚了", "单身", "是应届毕业生",
    "没有犯罪记录", "在临港工作和居住3年",
]  # fmt: skip
UNREAL = [
    "我没说{}", "我没说过我{}", "我可没说我{}", "我不是说我{}", "如果{}", "如果我{}", "要是我{}就好了",
    "假如我{}的话", "假设{}", "万一我{}呢", "除非我{}", "就算我{}也不够", "等我{}再说", "听说要{}才行",
    "{}吗", "我朋友{}", "我同事{}", "我同事说他{}", "我哥{}",
]  # fmt: skip
FACTS_EN = [
    "I am 35", "I was born in 1990", "I have a master's degree", "I have a senior title", "I have no title",
    "my base is 2x", "I paid social insurance for 6 years", "I have a residence permit", "my permit expired",
    "my wife has Shanghai hukou", "I have been married for 3 years", "I am single", "I work in Shanghai",
    "my company is registered in Shanghai",
]  # fmt: skip
UNREAL_EN = [
    "I never said {}", "I didn't say that {}", "if {}", "what if {}", "suppose {}", "assuming {}", "unless {}",
    "once {}, can I apply?", "I wish {}",
]  # fmt: skip
LEVELS = ["大专", "本科", "硕士", "研究生", "博士", "专升本"]
UNFINISHED = [
    "{}在读", "正在读{}", "正在念{}", "在职读{}", "{}没读完", "{}读了一半", "{}肄业", "{}还没毕业",
    "{}明年毕业", "明年{}毕业", "{}要到明年6月才毕业", "差一年{}毕业", "还有一年{}毕业", "离{}毕业还有半年",
    "{}快毕业了", "快要{}毕业了", "{}还差两门没过", "{}毕业证还没拿到", "{}还没拿到", "打算读{}", "准备考{}",
    "今年刚考上{}", "如果读个{}", "没读过{}",
]  # fmt: skip
TITLES = ["中级职称", "高级职称", "中级工程师", "高级工程师", "中级经济师", "高级工", "技师证", "高级技师"]
NOT_HELD = [
    "{}还没下来", "{}没评上", "还没评{}", "没有{}", "不是{}", "{}没过", "{}没考过", "没考上{}", "{}考试没通过",
    "正在考{}", "在评{}", "{}还在评审", "{}公示中", "{}材料已经交了", "{}证书还没发", "{}报名了", "刚报了{}",
    "准备考{}", "想评{}", "打算明年考{}", "明年考{}", "等{}下来", "快拿到{}了", "差一门就拿到{}了", "以前有{}",
    "曾经是{}",
]  # fmt: skip
STATES = ["老婆是上海户口", "老公是外地户口", "有居住证", "在上海上班", "公司注册在上海", "社保正常缴纳"]
ONCE = ["以前{}", "我以前{}", "之前{}", "曾经{}", "当时{}", "原来{}"]


def heard(text: str) -> dict[str, FactValue]:
    return dict(understand(text, on=ON).facts)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(UNREAL), st.sampled_from(FACTS))
def test_nothing_is_told_by_what_is_denied_supposed_asked_or_said_of_others(frame: str, fact: str) -> None:
    assert heard(f"我{fact}") != {}
    assert heard(frame.format(fact)) == {}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(UNREAL_EN), st.sampled_from(FACTS_EN))
def test_the_same_holds_in_english(frame: str, fact: str) -> None:
    assert heard(fact) != {}
    assert heard(frame.format(fact)) == {}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(UNFINISHED), st.sampled_from(LEVELS))
def test_a_level_that_is_not_finished_is_not_held(frame: str, level: str) -> None:
    assert "education" not in heard(frame.format(level))


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(NOT_HELD), st.sampled_from(TITLES))
def test_a_title_not_granted_or_no_longer_had_is_not_held_and_no_lower_one_is_made_up(frame: str, title: str) -> None:
    assert heard(frame.format(title)) == {}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ONCE), st.sampled_from(STATES))
def test_what_was_so_once_is_not_told_of_today(frame: str, state: str) -> None:
    assert heard(state) != {}
    assert heard(frame.format(state)) == {}
