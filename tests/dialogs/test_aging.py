"""Facts that change with time: what was told long ago is asked again, what lasts is kept."""

from datetime import date, timedelta

from bot.texts import texts
from dialogs.aging import CHANGING, LASTING, aged
from dialogs.conversation import opening, respond
from dialogs.talk import ANSWER, Entry, Talk, fold
from scoring.facts import KINDS

TOLD = date(2026, 11, 22)
TEXT = texts("zh_Hans")
WORDS = "35岁，硕士，社保6年，没有职称，老婆上海户口结婚3年，1倍基数交了40个月"


def talk_of(message: str) -> Talk:
    """A talk in which one thing was told."""
    return respond(opening(today=TOLD, text=TEXT).talk, message, today=TOLD, text=TEXT).talk


def test_for_some_days_everything_is_as_it_was_told() -> None:
    talk = talk_of(WORDS)
    assert aged(talk, TOLD) == (talk, ())
    assert aged(talk, TOLD + LASTING) == (talk, ())


def test_later_what_changes_with_time_is_no_longer_known_and_what_lasts_is() -> None:
    talk, again = aged(talk_of(WORDS), TOLD + LASTING + timedelta(days=1))
    assert set(fold(talk).facts) == {"education", "credential", "spouse_shanghai_hukou", "base_multiple"}
    assert {"age", "insured_years", "marriage"} <= set(again)
    assert aged(talk, date(2030, 1, 1)) == (talk, ())


def test_what_is_too_old_is_asked_again_and_what_is_told_then_counts() -> None:
    later = date(2027, 11, 22)
    talk, _ = aged(talk_of("35岁，大专"), later)
    turn = respond(talk, "36岁", today=later, text=TEXT)
    assert turn.facts == {"education": "associate", "age": 36}
    assert aged(turn.talk, later).questions == ()


def test_a_date_of_birth_never_grows_old() -> None:
    talk = talk_of("1991年5月20日出生，2023年5月结婚，老婆上海户口")
    assert aged(talk, date(2031, 1, 1)) == (talk, ())


def test_a_fact_of_which_the_day_is_not_known_is_left_as_it_is() -> None:
    talk = Talk((Entry(ANSWER, "age", {"age": 35}),))
    assert aged(talk, date(2031, 1, 1)) == (talk, ())


def test_going_back_from_a_talk_that_grew_old_brings_back_what_was_told() -> None:
    talk, _ = aged(talk_of(WORDS), date(2027, 11, 22))
    assert fold(talk.back()) == fold(talk_of(WORDS))


def test_what_changes_with_time_are_facts() -> None:
    assert KINDS.keys() >= CHANGING
