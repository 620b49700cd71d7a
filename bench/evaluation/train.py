"""Trains the topic model and writes `dialogs/topics/weights.bin` and `encoder.npz`.

`make train`; the same questions on the same machine always give the same files. The linear model is a support vector
machine, one topic against the others, on the features of `dialogs.topics.features`; then the 30,000 features that matter
most, again; then weights of one byte. The network is made by `encoder.py`. What each of them counts and the offset of
what is out of scope are found by the calibration part, that neither has seen; the held-out part is never looked at.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from bench.evaluation import encoder
from bench.evaluation.patterns import made_questions
from bench.evaluation.questions import Question, questions
from dialogs.topics.features import GROUPS, features
from dialogs.topics.model import trained_lexicon
from dialogs.understanding.plain import folded

SEED = 20261122
TARGET = Path(__file__).parents[2] / "dialogs" / "topics" / "weights.bin"
NETWORK = TARGET.with_name("encoder.npz")
KEPT = 30_000
MADE, MADE_WEIGHT = 40, 0.5
GROUP_WEIGHTS = {"concept": 0.2, "pair": 0.2, "row": 0.2, "token": 0.14, "last": 0.14, "piece": 0.24, "word": 0.2}
REFUSED_AT_MOST = 0.01
"""The share of questions in scope that may be refused in the cross-validation, when the offset is chosen."""
SURE = 0.6
"""How likely the topic must be, at least, where the answer is not called unsure."""

Features = dict[str, frozenset[str]]


@dataclass(frozen=True)
class Trained:
    """A model before it is written: a column of weights a feature."""

    names: list[str]
    topics: list[str]
    weights: np.ndarray
    offsets: np.ndarray

    def margins(self, found: Sequence[Features]) -> np.ndarray:
        """The sums of every topic, a row a question."""
        return np.asarray(
            _matrix(found, {name: at for at, name in enumerate(self.names)}) @ self.weights.T + self.offsets
        )


def features_of(plain: str) -> Features:
    """The features of a folded text."""
    return features(plain, trained_lexicon().tokens(plain))


def train(known: Iterable[Question]) -> Trained:
    """A model of these questions and of those made by rule."""
    examples = [(features_of(question.folded), question.topic, 1.0) for question in known]
    examples += [(features_of(folded(text)), topic, MADE_WEIGHT) for text, topic in made_questions(MADE, SEED)]
    found = [each for each, _, _ in examples]
    topics = np.array([topic for _, topic, _ in examples])
    importance = np.array([weight for _, _, weight in examples])
    names, rarity = _vocabulary(found)
    table = _matrix(found, {name: at for at, name in enumerate(names)}).multiply(rarity).tocsr()
    model = _fitted(table, topics, importance)
    mattering = np.abs(model.coef_).max(axis=0) * np.sqrt(np.asarray(abs(table).sum(axis=0)).ravel())
    kept = np.sort(np.argsort(-mattering, kind="stable")[:KEPT])
    model = _fitted(table[:, kept], topics, importance)
    weights = model.coef_ * rarity[kept]
    return Trained([names[at] for at in kept], list(model.classes_), weights, model.intercept_)


def main() -> None:
    """Trains on the development part and the lessons, weighs the two models by the calibration part, writes the files."""
    known = questions()
    lessons = [question for question in known if question.part in ("dev", "lesson")]
    unseen = [question for question in known if question.part == "calibration"]
    model = _packed(train(lessons))
    start = encoder.base(lessons)
    layers = encoder.trained(start, lessons, model.topics)
    linear = model.margins([features_of(question.folded) for question in unseen])
    settings = calibrated(linear, encoder.sums(start, layers, unseen), [each.topic for each in unseen], model.topics)
    np.savez_compressed(NETWORK, allow_pickle=False, **start.arrays(layers))
    _write(model, settings)
    print(f"{TARGET.name}: {len(model.names)} features, {TARGET.stat().st_size:,} bytes; ", end="")
    print(f"{NETWORK.name}: {len(start.names)} pieces, {NETWORK.stat().st_size:,} bytes")


def _packed(model: Trained) -> Trained:
    """The model with weights of one byte times a scale a topic, as it is written."""
    scales = np.round(np.abs(model.weights).max(axis=1) / 127, 8)[:, None]
    return Trained(model.names, model.topics, np.round(model.weights / scales) * scales, np.round(model.offsets, 6))


def _write(model: Trained, settings: Mapping[str, float]) -> None:
    scales = np.round(np.abs(model.weights).max(axis=1) / 127, 8)
    numbers = np.round(model.weights / scales[:, None]).astype(np.int8)
    head = {
        "topics": model.topics,
        "scales": [float(scale) for scale in scales],
        "offsets": [float(each) for each in model.offsets],
        **settings,
    }
    parts = (json.dumps(head).encode(), b"\n", "\n".join(model.names).encode(), b"\0", numbers.T.tobytes())
    TARGET.write_bytes(zlib.compress(b"".join(parts), 9))


def calibrated(
    linear: np.ndarray, network: np.ndarray, answers: Sequence[str], topics: Sequence[str]
) -> dict[str, float]:
    """What the two models count, and what is added to what is out of scope, by questions that neither saw."""
    right = np.array([topics.index(topic) for topic in answers])
    outside = topics.index("out_of_scope")
    found = minimize(
        lambda counts: _surprise(counts[0] * linear + counts[1] * network, right), (4.0, 0.7), method="Nelder-Mead"
    )
    margins = found.x[0] * linear + found.x[1] * network
    offset = max(
        (each for each in np.arange(-1, 2, 0.05) if _refused(margins, right, outside, each) <= REFUSED_AT_MOST),
        default=-1.0,
    )
    margins[:, outside] += offset
    chances = _chances(margins)
    correct = chances.argmax(axis=1) == right
    print(f"calibration part: {correct.mean():.4f} right, {_refused(margins, right, outside, 0):.4f} refused in scope;")
    for name, each in (("linear", linear), ("network", network)):
        print(f"  {name} alone {(each.argmax(axis=1) == right).mean():.4f} right")
    values = {"linear": found.x[0], "network": found.x[1], "outside": offset, "doubt": SURE}
    return {name: round(float(value), 3) for name, value in values.items()}


def _fitted(table: csr_matrix, topics: np.ndarray, importance: np.ndarray) -> LinearSVC:
    return LinearSVC(C=1.0, random_state=SEED).fit(table, topics, sample_weight=importance)


def _vocabulary(found: Sequence[Features]) -> tuple[list[str], np.ndarray]:
    """The names of all features, and what each weighs: by its group, and more the rarer it is."""
    counts = Counter(f"{group}:{feature}" for each in found for group in GROUPS for feature in each[group])
    names = sorted(counts)
    groups = (GROUP_WEIGHTS[name.split(":", 1)[0]] for name in names)
    rarity = (1 + log((1 + len(found)) / (1 + counts[name])) for name in names)
    return names, np.array([weight * rare for weight, rare in zip(groups, rarity, strict=True)])


def _matrix(found: Sequence[Features], places: dict[str, int]) -> csr_matrix:
    rows, columns, values = [], [], []
    for row, each in enumerate(found):
        for group in GROUPS:
            share = 1 / sqrt(len(each[group]) or 1)
            for feature in each[group]:
                if (place := places.get(f"{group}:{feature}")) is not None:
                    rows.append(row)
                    columns.append(place)
                    values.append(share)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(places)))


def _refused(margins: np.ndarray, right: np.ndarray, outside: int, offset: float) -> float:
    moved = margins.copy()
    moved[:, outside] += offset
    return float((moved.argmax(axis=1) == outside)[right != outside].mean())


def _chances(margins: np.ndarray) -> np.ndarray:
    powers = np.exp(margins - margins.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _surprise(margins: np.ndarray, right: np.ndarray) -> float:
    return float(-np.log(_chances(margins)[np.arange(len(right)), right] + 1e-12).mean())


if __name__ == "__main__":
    main()
