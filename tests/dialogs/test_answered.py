"""The answer to a question begins with what its words ask for."""

import tomllib
from pathlib import Path

import pytest

import dialogs.topics
from dialogs.answered import answer_to
from dialogs.knowledge import loader
from dialogs.knowledge.answering import LONGEST, answer
from dialogs.knowledge.model import LOCALES, ONLY_IF_ASKED
from dialogs.wording import words_of

CONCEPTS = tomllib.loads((Path(dialogs.topics.__file__).parent / "concepts.toml").read_text("utf-8"))["concepts"]
STATEMENTS = [(topic.id, statement) for topic in loader.topics() for statement in loader.article(topic.id).statements]

# What people ask, the topic, and how the answer begins.
ASKED = [
    ("公司人事说太忙不给我办积分", "unit_registration", "单位不肯办"),
    ("公司有沒有義務幫員工辦積分", "unit_registration", "單位不肯辦"),
    ("Can HR refuse to file for my points?", "unit_registration", "I found nothing on whether an unwilling employer"),
    ("办积分要交钱吗", "apply_steps", "要不要交费"),
    ("How much does the application cost?", "apply_steps", "I found nothing on whether anything is charged"),
    ("積分系統的網址是多少", "apply_steps", "模擬估分和申請都在"),
    ("老公公司是外地企业在上海的分公司，可以申请吗", "eligibility", "要看分公司在哪里"),
    ("我是台灣人，可以申請居住證積分嗎", "eligibility", "港澳臺和外籍人員"),
    ("Do I need a degree to apply for points?", "eligibility", "Education is no condition"),
    ("只有110分可以先申请吗", "eligibility", "申请前要先到 120 分"),
    ("在读研究生算硕士分吗", "scoring_education", "要已经取得的学历才算"),
    ("中专毕业有没有分", "scoring_education", "积分表从大专开始"),
    ("职称要不要和工作相关", "scoring_title", "证书要在上海工作期间取得"),
    ("公司按最低基数给我交社保有没有分", "scoring_si_base", "只按最低基数缴的"),
    ("What is 1x base in yuan right now?", "scoring_si_base", "For now 1x is taken as 11396 yuan"),
    ("基数36个月要连续吗", "scoring_si_base", "月份不用连续"),
    ("補繳的社保算不算年限", "scoring_si_years", "補繳的月份不算"),
    ("离婚了配偶分还有吗", "scoring_spouse", "离了婚"),
    ("我是党员献过血能不能加分", "scoring_other_bonus", "积分表里没有这一项"),
    ("Do traffic tickets matter?", "deductions_veto", "There are three deductions only"),
    ("因为打架被拘留过5天影响积分吗", "deductions_veto", "行政拘留每条记录扣 50 分"),
    ("今天签注完明天能不能上网确认积分", "renewal_timing", "签注后要等满 3 个工作日"),
    ("How long after the endorsement can I confirm the points?", "renewal_timing", "After the endorsement 3 full"),
    ("居住证过期二十天了积分还能续吗", "renewal_timing", "过了日子积分还能不能续"),
    ("續辦會不會自動續", "renewal_steps", "不會自動續"),
    ("換公司要不要重新申請", "change_employer", "寫明的做法是變更單位資訊"),
    ("账号被锁了登不进去", "account_password", "账号被锁了怎么解"),
    ("I lost my points notice, how do I get a new one?", "print_notice", "If it is lost, simply print it again online"),
    ("孩子九月要报名，积分能加急吗", "processing_time", "能不能加急"),
    ("我的档案在自己手上怎么办", "archive_file", "有网页说，档案走机要寄送"),
    ("英国硕士要做什么认证", "education_verification", "国外学历要先做"),
    ("能不能把我妈加成同住人", "cohabitant_children", "资料里写的同住人只有配偶和孩子"),
    ("加小孩會不會加分", "cohabitant_children", "加配偶、孩子不會加分"),
    ("搬家了积分还有效吗", "validity_lapse", "写明会失效的只有居住证被注销"),
    ("分数核低了不服怎么申诉", "reconsideration", "可以申请复核"),
    ("中介说花三万保证办下来靠谱吗", "false_material", "没有人能打包票"),
    ("小孩沒有120分可以念高中嗎", "benefits_use", "有網頁說，不到 120 分"),
    ("I lost my residence permit card", "residence_permit_itself", "I found nothing on how to replace a lost permit"),
    ("居转户要几年", "juzhuanhu", "我只算积分，不算落户"),
]


@pytest.mark.parametrize(("question", "topic", "begins"), ASKED)
def test_the_first_sentence_answers_what_was_asked(question: str, topic: str, begins: str) -> None:
    locale = "en" if question.isascii() else next(
        locale for locale in LOCALES if any(begins in each.words[locale] for _, each in STATEMENTS)
    )  # fmt: skip
    assert answer_to(question, topic, locale).paragraphs[0].startswith(begins)


def test_a_question_that_asks_for_nothing_in_particular_is_answered_in_general() -> None:
    for topic in loader.topics():
        assert answer(topic.id, "en", None, frozenset({"q_how"})).paragraphs, topic.id
    assert answer_to("居住证积分", "apply_steps", "zh_Hans") == answer("apply_steps", "zh_Hans")


def test_a_cue_is_made_of_words_that_questions_can_name() -> None:
    for topic, statement in STATEMENTS:
        for word in (word for cue in statement.asked for word in cue):
            assert word in CONCEPTS or word.startswith("n_") or words_of(word) == {word}, f"{topic}: {word}"


def test_whatever_can_be_asked_for_comes_first_and_the_answer_still_fits_a_telephone() -> None:
    for topic, statement in STATEMENTS:
        for cue in statement.asked:
            for locale in LOCALES:
                said = answer(topic, locale, None, cue).paragraphs
                first = next(each for of, each in STATEMENTS if of == topic and each.words[locale] == said[0])
                assert first.answers(cue) >= len(cue), f"{topic}: {cue}"
                assert sum(map(len, said)) <= LONGEST[locale], f"{topic}: {cue}"
                assert len(said) == len(set(said))


def test_what_is_disputed_of_something_else_is_left_out() -> None:
    branch = "It depends on where the branch is."
    assert any(text.startswith(branch) for text in answer("eligibility", "en").paragraphs)
    said = answer_to("Do I need a degree to apply for points?", "eligibility", "en").paragraphs
    assert not any(text.startswith(branch) for text in said)
    provisional = answer_to("What is 1x in yuan?", "scoring_si_base", "en").paragraphs
    assert any(text.startswith("The reference wage from July 2026 was not found") for text in provisional)


def test_what_is_said_only_if_asked_for_is_not_said_otherwise() -> None:
    for topic, statement in STATEMENTS:
        if statement.part == ONLY_IF_ASKED:
            assert statement.words["en"] not in answer(topic, "en").paragraphs


def test_a_greeting_is_not_refused() -> None:
    said = answer_to("你好", "out_of_scope", "zh_Hans").paragraphs
    assert said[0].startswith("您好，我是沪积分")
    assert not [text for text in said if "帮不上" in text]
    assert "帮不上" in answer_to("明天会下雨吗", "out_of_scope", "zh_Hans").paragraphs[0]


def test_a_district_that_is_named_is_answered_with_its_centre() -> None:
    said = answer_to("徐汇区人才服务中心地址在哪", "district_center", "zh_Hans")
    assert said.paragraphs[0] == "徐汇区：南宁路969号一楼B厅"
    assert "去单位注册地那个区的人才服务中心，不看您住在哪个区。" in said.paragraphs
    assert {"epidemic_notice", "measure"} <= {cited.document.id for cited in said.sources}
    assert said.also


def test_with_two_districts_it_is_said_first_which_of_them_it_is() -> None:
    said = answer_to("公司注册在金山，我住闵行，应该去哪个区", "district_center", "zh_Hans").paragraphs
    assert said[0] == "去单位注册地那个区的人才服务中心，不看您住在哪个区。"
    assert said[1].startswith("金山区：")
    assert said.index("闵行区：水清路388号") > 1
    assert len(said) == len(set(said))


def test_without_a_district_it_is_told_how_to_find_it() -> None:
    assert answer_to("人才中心在哪", "district_center", "zh_Hans").paragraphs[0].startswith("去单位注册地")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("通知书丢了", {"notice", "lost"}),
        ("通知書遺失", {"notice", "lost"}),
        ("I lost the notice", {"notice", "lost"}),
        ("来了三个月", {"n_个月"}),
        ("only 100 points", {"n_point"}),
        ("speeded up", {"speeded"}),
    ],
)
def test_the_words_of_a_question_are_known_in_any_language(text: str, words: set[str]) -> None:
    assert words <= words_of(text)
