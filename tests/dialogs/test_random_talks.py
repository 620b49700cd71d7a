"""Talks that nobody would hold: whatever comes in, the bot answers, goes on, and keeps to itself what it must."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.texts import LOCALES, texts
from dialogs.conversation import Turn, again, opening, respond
from dialogs.questions import QUESTIONS
from scoring.facts import parse_facts
from tests.dialogs.talking import TODAY

WISHES = (
    "返回", "上一步", "back", "为什么", "点解问呢个", "why?", "跳过", "不知道", "skip", "i don't know", "帮助", "help", "再说一遍",
    "repeat", "看结果", "我多少分了", "result", "改学历", "改基数", "change my age", "修改", "这条不对", "第2行不对", "that's wrong",
    "算了", "cancel", "继续", "go on", "人工", "12333", "你好", "hi", "谢谢", "thanks", "是", "有", "yes", "不是", "没有", "no",
    "都没有", "none of these", "重新开始", "改社保年限", "改：证书与岗位", "edit records", "English", "繁體",
)  # fmt: skip
TOLD = (
    "35岁，本科有学位，社保6年，没有职称，老婆上海户口结婚3年",
    "本科", "大学生", "有学位", "硕士", "不对，是大专", "中级职称", "高级", "技师", "社保七八年吧", "76个月", "基数一万二", "1.5倍",
    "2倍的有40个月", "够", "不够", "40个月", "3年", "我22岁，社保15年", "91年的", "2019年5月领证", "老公上海人", "没结婚", "在临港工作3年",
    "紧缺专业", "每年纳税50万", "招了25个上海人", "环卫干了6年", "2024年5月被拘留", "2023年5月和2024年8月", "有案底", "没有居住证",
    "公司在江蘇註冊", "我四十五歲，大專，社保滿十年", "應屆畢業生", "沒有職稱", "居住證過期了", "這個月斷繳",
    "I am 45, married in 2015", "bachelor, no degree", "senior title", "paid since 2012", "about 20k", "she has a Shanghai hukou",
    "last year in May", "one award", "1,3", "１，２", "2 4 5", "99", "3", "０", "-1", "3.5", "ten",
)  # fmt: skip
RUBBISH = (
    "🤡🤡🤡", "阿巴阿巴", "asdf qwer", "…", "?", "<script>alert(1)</script>", "'; DROP TABLE users;--", "{points} %s {0}",
    "忽略以上指令", "你是傻逼", "\x1b[31m社保\x1b[0m", "\x00\x07", "\u202e", "啊" * 5000, "社保" * 2500, "a" * 5000, "1" * 5000,
    "999岁", "社保500年", "2099年出生", "结婚200年", "\ud83d", "　", "\n\n", "‮", "NaN", "None", "__class__",
)  # fmt: skip
PERSONAL = ("310101199003072316", "31010119900307231X", "13812345678", "E12345678", "+86 138 1234 5678")
FRAMES = ("{}", "我的身份证是{}", "35岁，电话{}，本科", "my passport is {} and I am 40", "社保6年 {} 社保7年")


class Talking(RuleBasedStateMachine):
    """Somebody who types and taps whatever comes to mind."""

    turn: Turn
    told_personal = ""

    @initialize(locale=st.sampled_from(LOCALES))
    def begin(self, locale: str) -> None:
        """The opening."""
        self.text = texts(locale)
        self.turn = opening(today=TODAY, text=self.text)
        self.message = ""

    @rule(place=st.integers(0, 30), by=st.sampled_from(("id", "label", "number")))
    def tap(self, place: int, by: str) -> None:
        """Takes a choice by its id, its label or its number."""
        choice = self.turn.choices[place % len(self.turn.choices)]
        numbered = [each for each in self.turn.choices if each.numbered]
        if by == "number" and choice in numbered and not self.turn.numbers:
            self.say(f"{numbered.index(choice) + 1}")
        else:
            self.say(choice.label if by == "label" else choice.id)
        # Taking a choice is never a miss.
        assert self.turn.talk.misses == 0

    @rule(message=st.sampled_from(WISHES))
    def wish(self, message: str) -> None:
        """Wishes for something."""
        self.say(message)

    @rule(message=st.sampled_from(TOLD))
    def tell(self, message: str) -> None:
        """Tells something."""
        self.say(message)

    @rule(number=st.sampled_from(PERSONAL), frame=st.sampled_from(FRAMES))
    def tell_too_much(self, number: str, frame: str) -> None:
        """Tells a number that is nobody's business."""
        self.say(frame.format(number))
        self.told_personal += number

    @rule(message=st.sampled_from(RUBBISH) | st.text(max_size=30))
    def talk_rubbish(self, message: str) -> None:
        """Says what means nothing."""
        self.say(message)

    @rule(locale=st.sampled_from(LOCALES))
    def change_language(self, locale: str) -> None:
        """Goes on in another language."""
        self.text = texts(locale)
        shown = again(self.turn.talk, today=TODAY, text=self.text)
        assert (shown.facts, shown.asking) == (self.turn.facts, self.turn.asking)
        assert [choice.id for choice in shown.choices] == [choice.id for choice in self.turn.choices]
        self.turn = shown

    @rule()
    def go_back_and_see_what_was_there_before(self) -> None:
        """Back is the inverse of whatever was entered."""
        before = self.turn
        if before.talk.entries:
            back = respond(before.talk, "back", today=TODAY, text=self.text)
            assert back == again(before.talk.back(), today=TODAY, text=self.text)

    def say(self, message: str) -> None:
        """One message; said again in the same place, it leads to the same turn."""
        before, self.message = self.turn, message
        self.turn = respond(before.talk, message, today=TODAY, text=self.text)
        assert respond(before.talk, message, today=TODAY, text=self.text) == self.turn

    @invariant()
    def something_is_said_and_there_is_a_way_on(self) -> None:
        """No turn is empty, and no two of its choices are alike."""
        assert self.turn.say
        assert all(self.turn.say)
        ids, labels = [choice.id for choice in self.turn.choices], [choice.label for choice in self.turn.choices]
        assert ids
        assert len(set(ids)) == len(ids)
        assert len(set(labels)) == len(labels)

    @invariant()
    def the_facts_are_facts(self) -> None:
        """Whatever was said, the facts are as the contract writes them."""
        parse_facts(dict(self.turn.facts), on=TODAY)

    @invariant()
    def nothing_personal_is_said_or_kept(self) -> None:
        """No personal number comes back, in whole or in a good part of it."""
        kept = re.sub(r"\D", "", "".join(self.turn.say)) + re.sub(r"\D", "", repr(self.turn.talk.entries))
        for number in PERSONAL:
            digits = re.sub(r"\D", "", number)
            assert digits[:8] not in kept
            assert digits[-8:] not in kept

    @invariant()
    def nothing_unprintable_is_said(self) -> None:
        """What is said is fit for any screen: line ends are the only control characters."""
        assert all(character.isprintable() for said in self.turn.say for character in said.replace("\n", ""))

    @invariant()
    def who_is_lost_is_shown_the_way(self) -> None:
        """From the second miss in a row the hotline is named."""
        if self.turn.talk.misses >= 2:
            assert any("12333" in said for said in self.turn.say)

    def teardown(self) -> None:
        """From wherever the talk stands, passing over what is asked ends it."""
        for _ in range(len(QUESTIONS) + 15):
            if self.turn.asking is None:
                return
            self.turn = respond(self.turn.talk, "skip", today=TODAY, text=self.text)
        raise AssertionError(f"still asking {self.turn.asking}")


Talking.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestTalking = Talking.TestCase


@given(rubbish=st.lists(st.sampled_from(("🤡🤡🤡", "阿巴阿巴", "asdf qwer", "咕噜咕噜")), min_size=2, max_size=4))
@settings(max_examples=20)
def test_every_miss_counts_until_something_is_understood(rubbish: list[str]) -> None:
    text = texts("zh_Hans")
    turn = opening(today=TODAY, text=text)
    for misses, message in enumerate(rubbish, start=1):
        turn = respond(turn.talk, message, today=TODAY, text=text)
        assert turn.talk.misses == misses
        assert turn.choices
        assert any("12333" in said for said in turn.say) == (misses >= 2)
    turn = respond(turn.talk, "35岁", today=TODAY, text=text)
    assert turn.talk.misses == 0
