"""The trained topic model, and the one place of this package that reads files.

`concepts.toml` and `pinyin.txt` are written by hand, `weights.bin` by `bench/evaluation/train.py`: deflated, first one
line of JSON, then the features a line, then a signed byte for every feature and topic.
"""

import json
import tomllib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from operator import add
from pathlib import Path
from typing import TypedDict

from .features import GROUPS, features
from .lexicon import Lexicon, lexicon

_FOLDER = Path(__file__).parent


class Settings(TypedDict):
    """What the training found, next to the weights.

    `scales` make a byte of a topic a weight, `offsets` are added to a topic's sum, `sharpness` makes sums
    probabilities, and below `doubt` an answer is unsure.
    """

    topics: list[str]
    scales: list[float]
    offsets: list[float]
    sharpness: float
    doubt: float


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model over the features of a question."""

    words: Lexicon
    settings: Settings
    places: Mapping[str, int]
    weights: memoryview

    def probabilities(self, text: str) -> dict[str, float]:
        """How likely each topic is for a folded text; together 1."""
        found = features(text, self.words.tokens(text))
        width = len(self.settings["topics"])
        sums = [0.0] * width
        for group in GROUPS:
            share = 1 / sqrt(len(found[group]) or 1)
            counted = [0] * width
            for feature in found[group]:
                place = self.places.get(f"{group}:{feature}")
                if place is not None:
                    counted = list(map(add, counted, self.weights[place * width : (place + 1) * width]))
            sums = [total + share * count for total, count in zip(sums, counted, strict=True)]
        margins = [
            offset + scale * total
            for offset, scale, total in zip(self.settings["offsets"], self.settings["scales"], sums, strict=True)
        ]
        return dict(zip(self.settings["topics"], _softmax(margins, self.settings["sharpness"]), strict=True))


@cache
def trained_lexicon() -> Lexicon:
    """The words of the trade."""
    told = tomllib.loads((_FOLDER / "concepts.toml").read_text("utf-8"))
    lines = (_FOLDER / "pinyin.txt").read_text("utf-8").splitlines()
    syllables = dict(line.split(" ", 1) for line in lines)
    return lexicon(told["concepts"], frozenset(told["by_sound"].split()), syllables)


@cache
def trained_model() -> Model:
    """The model that is shipped."""
    head, _, rest = zlib.decompress((_FOLDER / "weights.bin").read_bytes()).partition(b"\n")
    settings: Settings = json.loads(head)
    names, _, weights = rest.partition(b"\0")
    places = {name: place for place, name in enumerate(names.decode().split("\n"))}
    return Model(trained_lexicon(), settings, places, memoryview(weights).cast("b"))


def _softmax(margins: Sequence[float], sharpness: float) -> list[float]:
    highest = max(margins)
    powers = [exp(sharpness * (margin - highest)) for margin in margins]
    total = sum(powers)
    return [power / total for power in powers]
