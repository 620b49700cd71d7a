"""Self-descriptions with the facts they state, and how well what is heard agrees with them.

``sentences.jsonl`` holds one description a line: language, kind, text, facts. A fixed hash of the text says whether it
belongs to the part the patterns were tuned on or to the part held out. ``fresh*.jsonl`` hold the same for batches
written later, each before anything was tuned on it. ``voices.toml`` holds, by language, what was misheard once.
"""

from __future__ import annotations

import json
import tomllib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogs.understanding import FactValue, understand

ON = date(2026, 11, 22)
"""The day on which the labels hold."""

_HERE = Path(__file__).parent
FRESH = tuple(sorted(file.name for file in _HERE.glob("fresh*.jsonl")))
"""The batches of other voices."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A description and what it states."""

    language: str
    kind: str
    text: str
    facts: dict[str, FactValue]

    @property
    def held_out(self) -> bool:
        """Whether nothing was tuned on it."""
        return zlib.crc32(self.text.encode()) % 10 >= 5


@dataclass(frozen=True, slots=True)
class Agreement:
    """Facts heard rightly, heard wrongly and missed."""

    right: int
    wrong: int
    missed: int
    failures: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of the facts heard that were stated."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the facts stated that were heard."""
        return self.right / max(1, self.right + self.missed)


def sentences(file: str = "sentences.jsonl") -> list[Labelled]:
    """All of them, in the order of the file."""
    lines = (_HERE / file).read_text("utf-8").splitlines()
    return [Labelled(row["lang"], row["kind"], row["text"], row["facts"]) for row in map(json.loads, lines)]


def voices() -> list[Labelled]:
    """What was misheard once, in the order of the file."""
    by_language = tomllib.loads((_HERE / "voices.toml").read_text("utf-8"))
    return [Labelled(lang, "voice", text, facts) for lang, lines in by_language.items() for text, facts in lines]


def agreement(sentences: Iterable[Labelled]) -> Agreement:
    """How well the facts heard agree with those stated; a fact with another value is wrong and missed at once."""
    right = wrong = missed = 0
    failures: list[str] = []
    for sentence in sentences:
        heard = understand(sentence.text, on=ON).facts
        agreed = sum(1 for key, value in heard.items() if key in sentence.facts and sentence.facts[key] == value)
        right += agreed
        wrong += len(heard) - agreed
        missed += len(sentence.facts) - agreed
        if dict(heard) != sentence.facts:
            failures.append(f"{sentence.text}: {dict(heard)} instead of {sentence.facts}")
    return Agreement(right, wrong, missed, tuple(failures))
