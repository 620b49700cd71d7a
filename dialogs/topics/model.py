"""The trained topic model, and the one place of this package that reads files.

Two models that err in different ways are asked, and what they say is added up: a linear one over concepts and pieces of
text, and a small neural network. `concepts.toml` is written by hand, `pinyin.txt` by `bench/evaluation/pinyin.py`, the
rest by `bench/evaluation/train.py`: `weights.bin` is deflated, first one line of JSON, then the features a line, then a
signed byte for every feature and topic; `encoder.npz` has the arrays of the network.
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
from typing import TYPE_CHECKING, TypedDict

from .features import GROUPS, features
from .lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from .encoder import Encoder

OUTSIDE = "out_of_scope"
"""The topic of everything that is not about the Shanghai points."""

_FOLDER = Path(__file__).parent


class Settings(TypedDict):
    """What the training found, next to the weights.

    `scales` make a byte of a topic a weight, `offsets` are added to a topic's sum. `linear` and `network` are what the
    sums of the two models count in the logarithm of the chances, to which `outside` is added for what is out of scope.
    Below `doubt` an answer is unsure.
    """

    topics: list[str]
    scales: list[float]
    offsets: list[float]
    linear: float
    network: float
    outside: float
    doubt: float


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model over the features of a question, and a network over its pieces."""

    words: Lexicon
    settings: Settings
    places: Mapping[str, int]
    weights: memoryview
    encoder: "Encoder"

    def probabilities(self, text: str) -> dict[str, float]:
        """How likely each topic is for a folded text; together 1."""
        settings, topics = self.settings, self.settings["topics"]
        sums = [
            settings["linear"] * one + settings["network"] * other + settings["outside"] * (topic == OUTSIDE)
            for topic, one, other in zip(topics, self.linear_sums(text), self.encoder.sums(text), strict=True)
        ]
        return dict(zip(topics, _softmax(sums), strict=True))

    def linear_sums(self, text: str) -> list[float]:
        """For every topic how far a folded text lies on its side, by the linear model."""
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
        return [
            offset + scale * total
            for offset, scale, total in zip(self.settings["offsets"], self.settings["scales"], sums, strict=True)
        ]


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
    return Model(trained_lexicon(), settings, places, memoryview(weights).cast("b"), _encoder())


def _encoder() -> "Encoder":
    """The network; numpy is loaded with it, and not before a question is asked."""
    import numpy as np

    from .encoder import unpacked

    with np.load(_FOLDER / "encoder.npz", allow_pickle=False) as arrays:
        return unpacked(arrays)


def _softmax(sums: Sequence[float]) -> list[float]:
    highest = max(sums)
    powers = [exp(each - highest) for each in sums]
    total = sum(powers)
    return [power / total for power in powers]
