"""Words that ask for a procedure, and words that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.flows.wishes import procedure_asked_for
from dialogs.understanding import intent


@pytest.mark.parametrize(
    ("words", "page"),
    [
        *(
            (words, "apply")
            for words in (
                "怎么申请",
                "请问怎么申请积分？",
                "居住证积分怎么办理",
                "如何申请居住证积分",
                "申请流程是什么",
            )
        ),
        *(
            (words, "apply")
            for words in ("怎麼申請", "積分申請流程", "How do I apply?", "how to apply", "ok, how can I apply")
        ),
        *(
            (words, "papers")
            for words in ("要什么材料", "需要准备哪些材料呢", "要带什么证件", "材料清单", "申请积分需要什么材料")
        ),
        *(
            (words, "papers")
            for words in ("要什麼材料", "需要哪些資料", "What papers do I need?", "which documents will I need")
        ),
        *(
            (words, "office")
            for words in ("去哪里办", "去哪办理", "哪个人才服务中心", "去哪裡辦", "Where do I apply?", "which centre")
        ),
        *(
            (words, "statuses")
            for words in ("等待受理是什么意思", "受理不通过怎么办", "單位不存在", "what does my status mean")
        ),
        *((words, "renew") for words in ("什么时候续签", "怎么续签", "积分什么时候续办", "什么时候要签注", "续签")),
        *((words, "renew") for words in ("什麼時候續簽", "怎麼續簽", "When must I renew?", "how do I renew my permit")),
        *(
            (words, "change_employer")
            for words in ("换工作了怎么办", "换单位", "跳槽了怎么办", "我换了个工作", "换公司积分怎么办")
        ),
        *(
            (words, "change_employer")
            for words in ("換工作了怎麼辦", "換單位", "I changed my job", "what if I change employer")
        ),
    ],
)
def test_whoever_asks_for_a_procedure_gets_it(words: str, page: str) -> None:
    assert procedure_asked_for(words) == page


@pytest.mark.parametrize(
    "words",
    [
        "",
        "我换过三次工作，社保6年",  # tells facts
        "换工作会影响孩子上学吗",  # asks something else
        "北京怎么申请",
        "材料造假会怎样",
        "不申请了",
        "I work in a new district",
        "35岁本科",
        "怎么申请" * 30,
    ],
)
def test_what_only_sounds_like_it_is_left_to_others(words: str) -> None:
    assert procedure_asked_for(words) is None


@given(st.text(max_size=80))
def test_any_text_at_all_is_taken(words: str) -> None:
    assert procedure_asked_for(words) in {None, "apply", "papers", "office", "statuses", "renew", "change_employer"}


@pytest.mark.parametrize("words", ["怎么申请", "要什么材料", "什么时候续签", "换工作了怎么办", "how do I apply?"])
def test_what_asks_for_a_procedure_is_no_other_wish(words: str) -> None:
    assert intent(words) is None
