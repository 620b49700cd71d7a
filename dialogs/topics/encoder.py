"""A small neural network that reads a whole question: what the words mean that no example had.

It is the multilingual Universal Sentence Encoder (windows of two, three and five pieces, then layers over their sum),
cut to Chinese and English pieces, trained further on the questions of the bench, and packed into few bits.
`bench/evaluation/encoder.py` makes the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from .pieces import Pieces, pieces

Floats = NDArray[np.float32]

WINDOWS = ((2, 0), (3, 1), (5, 2))
"""The lengths of the windows, and how many pieces of each lie before the one that it is about."""
WIDTH = 256
_TINY = 1e-6


@dataclass(frozen=True)
class Encoder:
    """The network: the pieces, the rows of numbers that stand for them, and the layers by name."""

    pieces: Pieces
    rows: NDArray[np.int8]
    turn: Floats
    middle: Floats
    layers: Mapping[str, Floats]

    def sums(self, text: str) -> list[float]:
        """For every topic how much a folded text speaks for it, as a logarithm of chances."""
        places = self.pieces.places(text)
        embedded = (self.rows[places].astype(np.float32) @ self.turn + self.middle)[None]
        found = forward(self.layers, embedded, np.ones((1, len(places)), np.float32), np)[0]
        return [float(each) for each in found - found.max()]


def unpacked(arrays: Mapping[str, Floats]) -> Encoder:
    """The network as it was packed: layers as small whole numbers of steps, rows of pieces by column."""
    names = bytes(arrays["pieces"].astype(np.uint8)).decode().split("\n")
    layers = {
        name.removeprefix("layer "): values.astype(np.float32)
        * arrays.get(name.replace("layer ", "step "), np.float32(1)).astype(np.float32)
        for name, values in arrays.items()
        if name.startswith("layer ")
    }
    return Encoder(
        pieces=pieces(names, [float(score) for score in arrays["scores"].astype(np.float32)]),
        rows=np.ascontiguousarray(arrays["rows"].astype(np.int8).T),
        turn=arrays["turn"].astype(np.float32),
        middle=arrays["middle"].astype(np.float32),
        layers=layers,
    )


def forward(layers: Mapping[str, Floats], embedded: Floats, mask: Floats, xp: ModuleType) -> Floats:
    """The sums of a batch of embedded questions, a row a question; `mask` is 0 where a shorter one has ended.

    `xp` is numpy, or what computes like it while the network is trained.
    """
    there = mask[..., None]
    projected = _normed(embedded @ layers["project"] + layers["project_bias"], layers, "projected", xp)
    seen = [embedded]
    for at, window in enumerate(WINDOWS):
        part = projected[..., at * WIDTH : (at + 1) * WIDTH] * there
        part = (_windowed(part, window, f"first{at}", layers, xp) + part) * there
        seen.append(_windowed(part, window, f"second{at}", layers, xp) + part)
    joined = _normed(xp.concatenate(seen, -1), layers, "joined", xp) * there
    size = mask.sum(1, keepdims=True)
    pooled = (joined.sum(1) @ layers["pool"] + size * layers["pool_bias"]) / xp.sqrt(size)
    low = xp.maximum(pooled @ layers["low"], 0)
    middle = xp.maximum(pooled @ layers["middle_pooled"] + low @ layers["middle"], 0)
    high = xp.maximum(middle @ layers["high"], 0)
    vector = xp.tanh(middle @ layers["top_middle"] + high @ layers["top"])
    vector = vector / xp.sqrt(xp.maximum((vector * vector).sum(-1, keepdims=True), _TINY))
    sums: Floats = vector @ layers["topics"] + layers["topics_bias"]
    return sums


def _normed(values: Floats, layers: Mapping[str, Floats], name: str, xp: ModuleType) -> Floats:
    values = values - values.mean(-1, keepdims=True)
    spread = xp.sqrt((values * values).mean(-1, keepdims=True) + _TINY)
    normed: Floats = values / spread * layers[f"{name}_gain"] + layers[f"{name}_bias"]
    return normed


def _windowed(part: Floats, window: tuple[int, int], name: str, layers: Mapping[str, Floats], xp: ModuleType) -> Floats:
    length, before = window
    padded = xp.pad(part, ((0, 0), (before, length - 1 - before), (0, 0)))
    rows = xp.concatenate([padded[:, at : at + part.shape[1]] for at in range(length)], -1)
    found: Floats = xp.maximum(rows @ layers[name] + layers[f"{name}_bias"], 0)
    return found
