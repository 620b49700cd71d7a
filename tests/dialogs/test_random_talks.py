"""Talks that nobody would hold: whatever comes in, the bot answers, goes on, and keeps to itself what it must."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.texts import LOCALES, texts
from dialogs.conversation import Turn, again, opening, respond
from dialogs.questions import QUESTIONS
from scoring.facts import parse_facts
from tests.dialogs.talking import TODAY

MESSAGES: Mapping[str, list[str]] = tomllib.loads((Path(__file__).parent / "messages.toml").read_text(encoding="utf-8"))
PERSONAL = MESSAGES["personal"]
TOO_LONG = ["啊" * 5000, "社保" * 2500, "a" * 5000, "1" * 5000, "社保6年" * 1000]
NO_CHARACTER = "\ud83d"


class Talking(RuleBasedStateMachine):
    """Somebody who types and taps whatever comes to mind."""

    turn: Turn

    @initialize(locale=st.sampled_from(LOCALES))
    def begin(self, locale: str) -> None:
        """The opening."""
        self.text = texts(locale)
        self.turn = opening(today=TODAY, text=self.text)

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

    @rule(message=st.sampled_from(MESSAGES["wishes"]))
    def wish(self, message: str) -> None:
        """Wishes for something."""
        self.say(message)

    @rule(message=st.sampled_from(MESSAGES["told"]))
    def tell(self, message: str) -> None:
        """Tells something."""
        self.say(message)

    @rule(number=st.sampled_from(PERSONAL), frame=st.sampled_from(MESSAGES["frames"]))
    def tell_too_much(self, number: str, frame: str) -> None:
        """Tells a number that is nobody's business."""
        self.say(frame.format(number))

    @rule(message=st.sampled_from([*MESSAGES["rubbish"], *TOO_LONG, NO_CHARACTER]) | st.text(max_size=30))
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
        """Back is the inverse of whatever was entered; it may say what no longer counts."""
        before = self.turn
        if before.talk.entries:
            back = respond(before.talk, "back", today=TODAY, text=self.text)
            shown = again(before.talk.back(), today=TODAY, text=self.text)
            assert replace(back, say=shown.say) == shown
            assert back.say[len(back.say) - len(shown.say) :] == shown.say

    def say(self, message: str) -> None:
        """One message; said again in the same place, it leads to the same turn."""
        before = self.turn
        self.turn = respond(before.talk, message, today=TODAY, text=self.text)
        assert respond(before.talk, message, today=TODAY, text=self.text) == self.turn
        # From the second miss in a row the hotline is named.
        assert self.turn.talk.misses < 2 or any("12333" in said for said in self.turn.say)

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

    def teardown(self) -> None:
        """From wherever the talk stands, passing over what is asked ends it."""
        for _ in range(len(QUESTIONS) + 15):
            if self.turn.asking is None:
                return
            self.turn = respond(self.turn.talk, "skip", today=TODAY, text=self.text)
        raise AssertionError(f"still asking {self.turn.asking}")


# A talk that fails is short enough as it is; to shorten it further takes minutes.
Talking.TestCase.settings = settings(
    max_examples=30, stateful_step_count=25, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
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
