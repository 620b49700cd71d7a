"""A talk as it is kept: what was written is read again as it stands, what an older program wrote as well."""

import json

import pytest

from bot.store import state
from bot.store.state import MIGRATIONS, VERSION, BadState, Read, State, read_state, write_state
from dialogs.talk import ANSWER, Entry, Talk

TALK = Talk((Entry(ANSWER, "age", {"age": 35}, on="2026-11-29"), Entry("ask", "education")), misses=1)


def test_a_talk_that_was_written_is_read_as_an_equal_one() -> None:
    assert read_state(write_state(TALK, "a program")) == Read(TALK, 0, "a program")


def test_what_another_process_wrote_is_read_as_it_stands() -> None:
    other = write_state(TALK.back(), "a newer program").replace("35", "36")
    read = read_state(other)
    assert (read.written_by, read.talk.entries[0].facts, read.talk.misses) == ("a newer program", {"age": 36}, 0)


def test_from_every_older_version_there_is_a_step_to_the_next() -> None:
    assert set(MIGRATIONS) == set(range(1, VERSION))


def test_what_an_older_program_wrote_goes_through_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def renamed(old: State) -> State:
        return {"entries" if name == "said" else name: value for name, value in old.items()}

    def counted(old: State) -> State:
        return {**old, "misses": 2}

    monkeypatch.setattr(state, "VERSION", 3)
    monkeypatch.setattr(state, "MIGRATIONS", {1: renamed, 2: counted})
    entries = json.loads(write_state(TALK, ""))["entries"]
    first = json.dumps({"version": 1, "by": "an older program", "said": entries})
    assert read_state(first) == Read(Talk(TALK.entries, 2), 0, "an older program")
    second = json.dumps({"version": 2, "by": "a program", "entries": entries})
    assert read_state(second) == Read(Talk(TALK.entries, 2), 0, "a program")


def test_an_entry_that_cannot_be_read_is_dropped_and_counted() -> None:
    kept = json.loads(write_state(TALK, "a program"))
    kept["entries"][1:1] = ["nonsense", {"about": "of no kind"}]
    assert read_state(json.dumps(kept)) == Read(TALK, 2, "a program")


@pytest.mark.parametrize("kept", ["", "nonsense", "[]", "{}", '{"version": 0}', '{"version": "1"}', '{"version": 99}'])
def test_what_is_no_state_of_this_program_or_an_older_one_is_said_to_be_none(kept: str) -> None:
    with pytest.raises(BadState):
        read_state(kept)
