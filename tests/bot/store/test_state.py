"""A talk as it is kept: what was written is read again, by this process and by others, and not for ever by memory."""

from bot.store.state import Read, Recent, read_state, write_state
from dialogs.talk import ANSWER, Entry, Talk

TALK = Talk((Entry(ANSWER, "age", {"age": 35}, on="2026-11-29"), Entry("ask", "education")), misses=1)


def test_a_talk_that_was_just_written_is_the_same_one_and_later_an_equal_one() -> None:
    state = write_state(TALK, "a program")
    first, second = read_state(state), read_state(state)
    assert first.talk is TALK
    assert first == second == Read(TALK, 0, "a program")
    assert second.talk is not TALK


def test_what_another_process_wrote_is_read_as_it_stands() -> None:
    write_state(TALK, "a program")
    other = write_state(TALK.back(), "a newer program").replace("35", "36")
    read = read_state(other)
    assert (read.written_by, read.talk.entries[0].facts, read.talk.misses) == ("a newer program", {"age": 36}, 0)


def test_of_the_recent_talks_only_so_many_are_kept() -> None:
    recent = Recent(2)
    for number in range(4):
        recent.keep(str(number), Read(TALK, number, ""))
    assert [number for number in range(4) if recent.take(str(number))] == [2, 3]
    assert recent.take("3") is None
