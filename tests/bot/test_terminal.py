"""What the terminal makes of a turn: lines that fit, numbers only where they are choices."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.attachments import file_of
from bot.channels.terminal import LONGEST_MESSAGE, Terminal, choice_lines, fitted
from bot.texts import LOCALES
from dialogs.conversation import Turn
from dialogs.screens import Attachment

DAY = date(2026, 11, 22)
ASKS_FOR_THE_CALENDAR = ("renew", "2026-12-10", "calendar")


def last_turn(*messages: str, locale: str | None = None) -> Turn:
    """The last turn of a talk in the terminal."""
    *_, last = Terminal(on=DAY, locale=locale).turns(messages)
    return last


@pytest.mark.parametrize("locale", LOCALES)
def test_choices_are_numbered_but_for_those_of_a_question_that_a_number_answers(locale: str) -> None:
    numbered, answered = last_turn("35", locale=locale), last_turn(locale=locale)
    lines = [*choice_lines(numbered.choices, numbers=numbered.numbers)]
    assert [line.split(".")[0].strip() for line in lines[:-1]] == [f"{place}" for place in range(1, len(lines))]
    assert all(line.startswith("  · ") for line in [*choice_lines(answered.choices, numbers=answered.numbers)][:-1])


def test_the_choices_that_stand_below_every_turn_share_the_last_line() -> None:
    turn = last_turn("35", locale="en")
    *_, last = choice_lines(turn.choices)
    assert last == "  " + " · ".join(choice.label for choice in turn.choices if not choice.numbered)


def test_a_screen_without_standing_choices_has_no_empty_line_for_them() -> None:
    turn = last_turn("35")
    assert len([*choice_lines(turn.choices[:2])]) == 2
    assert [*choice_lines(())] == []


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_chinese_lines_are_broken_at_the_edge_and_lose_nothing(columns: int) -> None:
    said = "\n\n".join(last_turn("38岁，大专，社保6年，没有职称，未婚，基数12000", "40个月", "result").say)
    lines = fitted(said, columns, "zh_Hans").split("\n")
    assert all(sum(2 if ord(character) > 0x2E80 else 1 for character in line) <= columns for line in lines)
    assert "".join(lines) == said.replace("\n", "")


def test_english_lines_are_left_to_be_wrapped_by_words() -> None:
    said = "\n".join(last_turn("35, master", locale="en").say)
    assert fitted(said, 20, "en") == said


def test_only_the_beginning_of_an_endless_message_is_read() -> None:
    assert last_turn("x" * LONGEST_MESSAGE + "35岁").facts == {}
    assert last_turn("35岁" + "x" * LONGEST_MESSAGE).facts == {"age": 35}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_calendar_file_is_written_where_the_talk_is_held_and_the_path_is_said(locale: str, tmp_path: Path) -> None:
    *_, turn = Terminal(on=DAY, locale=locale, folder=tmp_path).turns(ASKS_FOR_THE_CALENDAR)
    file = tmp_path / "hujifen-2026-12-10.ics"
    assert str(file) in turn.say[-1]
    assert Calendar.from_ical(file.read_bytes())


def test_where_no_file_can_be_written_the_command_that_makes_it_is_said(tmp_path: Path) -> None:
    command = "hujifen calendar 2026-12-10 hujifen-2026-12-10.ics --lang en"
    *_, nowhere = Terminal(on=DAY, locale="en", folder=tmp_path / "missing").turns(ASKS_FOR_THE_CALENDAR)
    *_, script = Terminal(on=DAY, locale="en").turns(ASKS_FOR_THE_CALENDAR)
    assert command in nowhere.say[-1]
    assert nowhere.say == script.say
    assert not [*tmp_path.iterdir()]


def test_a_file_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no such attachment"):
        file_of(Attachment("poem", {}), on=DAY, locale="en")
