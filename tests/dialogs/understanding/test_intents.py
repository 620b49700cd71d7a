"""Small wishes: heard when the message is nothing else."""

from __future__ import annotations

import pytest

from dialogs.understanding import Intent, IntentKind, intent


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (IntentKind.BACK, ("返回", "上一步", "回到上一题吧", "go back", "Back!", "i want to go back")),
        (IntentKind.SKIP, ("跳过", "跳過", "先跳过吧", "skip", "next question please")),
        (
            IntentKind.UNKNOWN,
            ("不清楚", "不知道。", "我也不知道", "不太确定", "唔知", "don't know", "I'm not sure", "idk"),
        ),
        (IntentKind.WHY, ("为什么问这个？", "為什麼問這個", "问这个干嘛", "点解", "why do you ask?", "Why?")),
        (IntentKind.REPEAT, ("再说一遍", "没听懂", "什么意思？", "pardon?", "can you repeat that")),
        (IntentKind.RESTART, ("重新开始", "重來", "start over", "/start")),
        (IntentKind.CANCEL, ("取消", "算了", "不用了", "quit", "never mind")),
        (IntentKind.HELP, ("帮助", "怎么用", "what can you do?", "help")),
        (
            IntentKind.RESULT,
            ("看结果", "现在多少分", "現在多少分？", "够120吗", "show my score", "how many points do i have?"),
        ),
        (IntentKind.HUMAN, ("转人工", "12333", "有人吗", "talk to a human", "customer service")),
        (IntentKind.GREETING, ("你好", "您好！", "hello", "Hi there", "早上好")),
        (IntentKind.THANKS, ("谢谢", "多謝", "唔該", "thank you very much", "thx")),
        (IntentKind.YES, ("是", "嗯嗯", "没错", "係", "yes", "ok")),
        (IntentKind.NO, ("不是", "没有", "冇", "nope", "no thanks")),
    ],
)
def test_a_message_that_is_a_wish_is_heard_as_one(kind: IntentKind, texts: tuple[str, ...]) -> None:
    assert [intent(text) for text in texts] == [Intent(kind)] * len(texts)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("改学历", "education"),
        ("我想改一下年龄", "age"),
        ("学历填错了", "education"),
        ("把社保年限改一下", "insured_years"),
        ("改基数", "contribution_base"),
        ("修改配偶户口", "spouse"),
        ("結婚時間寫錯了", "marriage"),
        ("改职称", "credential"),
        ("改居住证", "residence_permit"),
        ("change my age", "age"),
        ("edit education", "education"),
        ("my age is wrong", "age"),
        ("I want to change my social insurance", "insured_years"),
        ("改", None),
        ("修改答案", None),
        ("change an answer", None),
    ],
)
def test_a_change_names_its_question(text: str, what: str | None) -> None:
    assert intent(text) == Intent(IntentKind.CHANGE, what)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("第三条不对", "3"),
        ("第2行错了", "2"),
        ("line 3 is wrong", "3"),
        ("这条不对", None),
        ("错了", None),
        ("that's wrong", None),
        ("第几条不对", None),
    ],
)
def test_a_wrong_line_is_named_by_its_number(text: str, what: str | None) -> None:
    expected = None if text == "第几条不对" else Intent(IntentKind.WRONG_LINE, what)
    assert intent(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "我不知道我的社保是6年还是7年",
        "我35岁没有职称",
        "居住证返回来了",
        "你好我35岁",
        "不清楚基数，社保6年",
        "下一步要准备什么材料",
        "为什么我的积分只有100分",
        "no title, 35",
        "I want to change my job next year",
        "help my wife apply",
        "谢" * 50,
    ],
)
def test_a_longer_statement_is_no_wish(text: str) -> None:
    assert intent(text) is None


@pytest.mark.parametrize(
    "text",
    ["帮我看结果", "麻烦转人工", "请跳过", "可以重来吗", "please skip", "can you start over please", "呃 不知道"],
)
def test_politeness_does_not_hide_a_wish(text: str) -> None:
    assert intent(text) is not None
