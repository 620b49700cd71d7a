"""A talk as JSON with a version (对话状态), and the steps from every older version to the present one.

Only what came in is kept, never a current step. What a later program can no longer read of it is dropped, entry by
entry, and the talk says so.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, cast

from bot.compact_json import compact_json
from dialogs.talk import Entry, Talk

VERSION: Final = 1

State = dict[str, object]
MIGRATIONS: Final[Mapping[int, Callable[[State], State]]] = {}
"""The step from each older version to the next one."""


class BadState(ValueError):
    """A state that this program cannot read: one of a newer program, or none at all."""


class Read(NamedTuple):
    """A talk, how many of its entries could not be read, and the program and rules that wrote it."""

    talk: Talk
    dropped: int
    written_by: str


def write_state(talk: Talk, by: str) -> str:
    """A talk as JSON, with the program and rules that write it; what an entry does not have is left out."""
    entries = [_written(entry) for entry in talk.entries]
    return compact_json({"version": VERSION, "by": by, "entries": entries, "misses": talk.misses})


def read_state(state: str) -> Read:
    """The talk of a state. Raises `BadState`."""
    try:
        found = json.loads(state)
    except ValueError:
        raise BadState("not JSON") from None
    migrated = _migrated(found)
    listed = cast(Sequence[object], migrated["entries"])
    entries = [entry for each in listed if (entry := _entry(each)) is not None]
    talk = Talk(tuple(entries), cast(int, migrated["misses"]))
    return Read(talk, len(listed) - len(entries), str(migrated.get("by", "")))


def _migrated(state: object) -> State:
    version = state.get("version") if isinstance(state, dict) else None
    if not isinstance(state, dict) or not isinstance(version, int) or not 1 <= version <= VERSION:
        raise BadState(f"not a state of version 1 to {VERSION}")
    for older in range(version, VERSION):
        state = MIGRATIONS[older](state)
    return state


def _written(entry: Entry) -> State:
    written: State = {"kind": entry.kind}
    if entry.about:
        written["about"] = entry.about
    if entry.facts:
        written["facts"] = dict(entry.facts)
    if entry.forgets:
        written["forgets"] = entry.forgets
    if entry.picked:
        written["picked"] = entry.picked
    if entry.on:
        written["on"] = entry.on
    return written


def _entry(written: object) -> Entry | None:
    if not isinstance(written, dict):
        return None
    said: Callable[[str], object] = written.get
    kind, facts, forgets, picked = said("kind"), said("facts"), said("forgets"), said("picked")
    if not isinstance(kind, str):
        return None
    return Entry(
        kind,
        str(said("about") or ""),
        facts if isinstance(facts, dict) else {},
        _words(forgets) if forgets else (),
        _words(picked) if picked else (),
        str(said("on") or ""),
    )


def _words(written: object) -> tuple[str, ...]:
    return tuple(map(str, cast(Sequence[object], written)))
