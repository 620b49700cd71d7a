"""The labelled questions, and the part of them that nothing is ever tuned on.

`questions/*.toml` has a file a topic, `questions/voices/` a file a kind of person, `questions/lessons/` what was written
after looking at mistakes: lessons are trained with and never measured with.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogs.understanding.plain import folded

FOLDER = Path(__file__).parent / "questions"
HELD_OUT_ONE_IN, CALIBRATION_ONE_IN = 6, 12


@dataclass(frozen=True, slots=True)
class Question:
    """A question as somebody asks it, with the topic that it belongs to. `part` is `dev` or
    `lesson` (trained with), `calibration` (what the model is weighed and made sure by) or `held_out`.
    """

    text: str
    folded: str
    topic: str
    language: str
    part: str


def questions() -> list[Question]:
    """All questions, each once. ValueError where one stands under two topics."""
    known: dict[str, Question] = {}
    for text, topic, language, is_lesson in _lines():
        plain = folded(text)
        part = "lesson" if is_lesson else _part(text)
        first = known.setdefault(plain, Question(text, plain, topic, language, part))
        if first.topic != topic:
            raise ValueError(f"{text!r} stands under {first.topic} and under {topic}")
    return list(known.values())


def _lines() -> Iterator[tuple[str, str, str, bool]]:
    for file in sorted(FOLDER.glob("*.toml")):
        for language, texts in _read(file).items():
            for text in str(texts).split("\n"):
                if text.strip():
                    yield text.strip(), file.stem, language, False
    for folder in ("voices", "lessons"):
        for file in sorted((FOLDER / folder).glob("*.toml")):
            for language, by_topic in _read(file).items():
                assert isinstance(by_topic, dict)
                for topic, texts in by_topic.items():
                    for text in str(texts).split("\n"):
                        if text.strip():
                            yield text.strip(), topic, language, folder == "lessons"


def _read(file: Path) -> Mapping[str, object]:
    return tomllib.loads(file.read_text("utf-8"))


def _part(text: str) -> str:
    number = int(hashlib.sha256(text.encode()).hexdigest(), 16)
    if number % HELD_OUT_ONE_IN == 0:
        return "held_out"
    return "calibration" if number % CALIBRATION_ONE_IN == CALIBRATION_ONE_IN // 4 else "dev"
