"""`hujifen chat` as programs and people call it: by script, through a pipe, at a real terminal."""

import json
import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.texts import LOCALES
from tests.bot.hujifen import DAY, EXECUTABLE, Run, hujifen, refusal

EVERYTHING = "35岁,本科有学位,社保6年,没有职称,老婆上海户口结婚3年"
PROMPT = "\r\n>"
Turn = Mapping[str, object]


def talk(*messages: str, options: tuple[str, ...] = ()) -> list[dict[str, object]]:
    """The turns of a talk, as JSON."""
    script = "".join(f"{each}\n" for each in messages)
    run = hujifen("chat", "--script", "-", "--on", DAY, "--json", *options, stdin=script)
    assert (run.status, run.err) == (0, "")
    return run.results


def choices(turn: Turn) -> list[dict[str, str]]:
    """The choices of a turn."""
    offered = turn["choices"]
    assert isinstance(offered, list)
    return offered


def facts(turn: Turn) -> dict[str, object]:
    """The facts of a turn."""
    told = turn["facts"]
    assert isinstance(told, dict)
    return told


# --------------------------------------------------------------------------------------------------------- the contract


def test_every_turn_is_a_line_with_exactly_the_keys_of_the_contract() -> None:
    turns = talk("35", "", "硕士", "算了", "巴拉巴拉")
    assert len(turns) == 6
    for turn in turns:
        assert list(turn) == ["say", "choices", "asking", "facts", "pictures"]
        assert isinstance(turn["say"], list)
        assert turn["say"]
        assert all(isinstance(said, str) and said for said in turn["say"])
        assert all(list(choice) == ["id", "label"] for choice in choices(turn))
        assert turn["pictures"] == []
    assert [turn["asking"] for turn in turns] == ["age", "education", "education", "deductions", None, None]
    assert turns[-1]["facts"] == {"age": 35, "education": "master"}


def test_the_script_is_a_file_or_the_standard_input(tmp_path: Path) -> None:
    script = tmp_path / "talk.txt"
    script.write_text(f"{EVERYTHING}\nnone\nnone\nresult\n", encoding="utf-8")
    run = hujifen("chat", "--script", script, "--on", DAY, "--json")
    assert run.results == talk(EVERYTHING, "none", "none", "result")
    assert run.results[-1]["facts"] == {
        "age": 35,
        "education": "bachelor_with_degree",
        "insured_years": 6,
        "credential": "none",
        "spouse_shanghai_hukou": True,
        "married_years": 3,
        "false_material_dates": [],
        "detention_dates": [],
        "minor_crime_dates": [],
        "serious_crime": False,
        "residence_permit": True,
        "employed_in_shanghai": True,
        "employer_in_shanghai": True,
        "insured_now": True,
        "insured_months_last_12": {"min": 6, "max": 12},
    }
    # 30 for the age, 90 for the degree, 18 for the insurance, 12 for the marriage.
    assert "150" in str(run.results[-1]["say"])


@pytest.mark.parametrize("locale", LOCALES)
def test_a_choice_is_taken_by_its_id_its_number_or_its_label(locale: str) -> None:
    options = ("--lang", locale)
    offered = choices(talk("35", options=options)[-1])
    taken = [way for number, each in enumerate(offered, start=1) for way in (each["id"], f"{number}", each["label"])]
    turns = talk(*(message for way in taken for message in ("restart", "35", way)), options=options)[3::3]
    for choice, by_id, by_number, by_label in zip(offered, turns[::3], turns[1::3], turns[2::3], strict=True):
        assert by_id == by_number == by_label, choice


@pytest.mark.parametrize("locale", LOCALES)
def test_the_talk_is_held_in_the_language_that_was_asked_for(locale: str) -> None:
    said = {each: str(talk("35", options=("--lang", each))[-1]["say"]) for each in LOCALES}
    assert len(set(said.values())) == len(LOCALES)


def test_the_day_that_was_fixed_is_today() -> None:
    then, now = (
        hujifen("chat", "--script", "-", "--on", day, "--json", stdin="1991年5月20日出生\n").results[-1]["say"]
        for day in ("2035-05-19", "2035-05-20")
    )
    assert "43 周岁" in str(then)
    assert "44 周岁" in str(now)


# ------------------------------------------------------------------------------------------------------------ bad input


def test_a_day_before_the_first_rule_book_is_refused() -> None:
    assert "--on" in refusal("chat", "--script", "-", "--on", "2022-12-31", "--json", stdin="35\n")


def test_a_line_that_is_not_utf8_is_named_after_the_turns_before_it() -> None:
    run = hujifen("chat", "--script", "-", "--on", DAY, "--json", stdin=b"35\n\xff\xfe\n\xe7\xa1\x95\xe5\xa3\xab\n")
    assert run.status == 2
    assert run.err.count("\n") == 1
    assert "line 2" in run.err
    assert len(run.results) == 2


def test_a_script_that_cannot_be_read_is_refused_before_a_word_is_said(tmp_path: Path) -> None:
    assert "nowhere" in refusal("chat", "--script", tmp_path / "nowhere", "--json")
    assert tmp_path.name in refusal("chat", "--script", tmp_path, "--json")
    assert hujifen("chat", "--script", tmp_path / "nowhere").out == ""


@pytest.mark.parametrize(
    "line",
    ["社保6年" * 90_000, "a" * 1_000_000, "1," * 500_000, "\x1b[2J" * 200_000, "，" * 300_000],
    ids=["facts", "letters", "numbers", "escapes", "commas"],
)
def test_a_line_of_a_megabyte_is_one_message_like_any_other(line: str) -> None:
    turns = talk("35", line, "硕士")
    assert len(turns) == 4
    assert facts(turns[-1]) == {**facts(turns[2]), "education": "master"}
    assert all(len(str(turn["say"])) < 5000 for turn in turns)


def test_a_line_beyond_four_megabytes_is_refused_by_its_number() -> None:
    run = hujifen("chat", "--script", "-", "--on", DAY, "--json", stdin=b"35\n" + b"a" * 4_100_000 + b"\n")
    assert run.status == 2
    assert "line 2" in run.err


def test_an_empty_script_has_the_opening_alone() -> None:
    assert len(talk()) == 1


def test_windows_line_ends_and_a_byte_order_mark_are_no_part_of_a_message() -> None:
    run = hujifen("chat", "--script", "-", "--on", DAY, "--json", stdin="\ufeff35\r\nmaster\r\n")
    assert run.results[-1]["facts"] == {"age": 35, "education": "master"}


def test_nothing_that_was_typed_can_steer_the_terminal_of_who_reads() -> None:
    run = hujifen("chat", "--script", "-", "--on", DAY, stdin="\x1b[31m社保\x07两年吧\x1b]0;title\x07\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", run.out)


# ------------------------------------------------------------------------------------------- the language in the middle


def test_the_language_follows_the_person_where_it_is_not_fixed() -> None:
    turns = talk("我35歲，學歷是碩士", "I have no records", "沒有", "English", "简体")
    words = [str(turn["say"]) for turn in turns]
    assert "您今年多大" in words[0]
    assert "記錄" in words[1]
    assert "record" in words[2] or "apply" in words[2]
    assert re.search(r"[A-Za-z]{4}", words[4])
    assert "结果" in words[5]
    assert turns[-1]["facts"] == turns[3]["facts"]


def test_a_fixed_language_stays_whatever_the_person_writes_in() -> None:
    assert "学历" in str(talk("I am 36 years old", options=("--lang", "zh_Hans"))[-1]["say"])


def test_an_id_says_nothing_of_the_language() -> None:
    assert "学历" in str(talk("up_to_43")[-1]["say"])


# ----------------------------------------------------------------------------------------------------------- for people


def test_a_pipe_gets_plain_text_with_each_message_before_its_answer() -> None:
    run = hujifen("chat", "--on", DAY, stdin="35\n硕士\n")
    assert (run.status, run.err) == (0, "")
    assert "\x1b" not in run.out
    places = [run.out.index(part) for part in ("您今年多大", "> 35\n", "最高学历", "> 硕士\n", "最近几年")]
    assert places == sorted(places)
    assert "  4. " in run.out
    # Where a number is the answer, no choice has one.
    assert "1. " not in run.out[: run.out.index("> 35")]


class Keyboard:
    """A person at a terminal of eighty columns."""

    def __init__(self, ours: int) -> None:
        self.ours = ours
        self.seen = ""

    def type(self, keys: str) -> None:
        """Presses keys."""
        os.write(self.ours, keys.encode())

    def wait_for(self, words: str) -> str:
        """What appears until some words do; fails where they do not come."""
        deadline = time.monotonic() + 60
        while words not in self.seen:
            ready, _, _ = select.select([self.ours], [], [], max(0, deadline - time.monotonic()))
            assert ready, f"{words!r} did not come: {self.seen[-2000:]!r}"
            self.seen += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", os.read(self.ours, 65536).decode(errors="replace"))
        seen, _, self.seen = self.seen.partition(words)
        return seen


@contextmanager
def at_a_terminal(*options: str) -> Iterator[tuple[Keyboard, "subprocess.Popen[bytes]"]]:
    """A conversation at a real terminal."""
    ours, its = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "40", "PROMPT_TOOLKIT_NO_CPR": "1"}
    command = [str(EXECUTABLE), "chat", "--on", DAY, *options]
    with subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, env=environment, start_new_session=True
    ) as process:
        os.close(its)
        try:
            yield Keyboard(ours), process
        finally:
            process.kill()
            os.close(ours)


def test_a_person_at_a_terminal_answers_two_questions_and_leaves() -> None:
    with at_a_terminal() as (keyboard, process):
        assert "您今年多大" in keyboard.wait_for(PROMPT)
        keyboard.type("35\r")
        assert "30 分" in keyboard.wait_for(PROMPT)
        keyboard.type("master\r")
        assert "最近几年" in keyboard.wait_for(PROMPT)
        keyboard.type("\x04")
        assert process.wait(60) == 0


@pytest.mark.parametrize("keys", ["退出\r", "exit\r", "\x03"], ids=["退出", "exit", "Ctrl-C"])
def test_a_person_leaves_by_a_word_or_a_key(keys: str) -> None:
    with at_a_terminal("--lang", "en") as (keyboard, process):
        keyboard.wait_for(PROMPT)
        keyboard.type(keys)
        assert process.wait(60) == 0


def test_no_arguments_are_needed_and_the_help_names_them() -> None:
    helped: Run = hujifen("chat", "--help")
    assert helped.status == 0
    assert all(option in helped.out for option in ("--script", "--on", "--json", "--lang"))
    assert json.loads(hujifen("chat", "--json", stdin="").out)["asking"] == "age"
