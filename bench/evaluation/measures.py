"""What is counted of answers whose topic is known."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.evaluation.questions import Question

OUTSIDE = "out_of_scope"
_BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the topic that was found, and how sure that was."""

    question: Question
    found: str
    confidence: float

    @property
    def right(self) -> bool:
        """Whether the topic is the right one."""
        return self.found == self.question.topic


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures that the choice rests on, each from 0 to 1."""

    accuracy: float
    accuracy_in_scope: float
    outside_precision: float
    outside_recall: float
    refused_in_scope: float
    calibration_error: float


def totals(judged: Sequence[Judged]) -> Totals:
    """The totals; `calibration_error` is the expected one (ECE) over ten bins of confidence."""
    inside = [each for each in judged if each.question.topic != OUTSIDE]
    outside = [each for each in judged if each.question.topic == OUTSIDE]
    refused = [each for each in judged if each.found == OUTSIDE]
    return Totals(
        accuracy=_share(judged),
        accuracy_in_scope=_share(inside),
        outside_precision=_share(refused),
        outside_recall=_share(outside),
        refused_in_scope=sum(each.found == OUTSIDE for each in inside) / max(1, len(inside)),
        calibration_error=sum(count * abs(sure - right) for sure, right, count in reliability(judged)) / len(judged),
    )


def reliability(judged: Sequence[Judged]) -> list[tuple[float, float, int]]:
    """Per bin of confidence: the mean confidence, the share that is right, and how many there are."""
    bins: dict[int, list[Judged]] = {}
    for each in judged:
        bins.setdefault(min(int(each.confidence * _BINS), _BINS - 1), []).append(each)
    return [
        (sum(each.confidence for each in found) / len(found), _share(found), len(found))
        for _, found in sorted(bins.items())
    ]


def by_language(judged: Sequence[Judged]) -> Iterator[tuple[str, float, int]]:
    """Each language with its accuracy and its number of questions."""
    yield from _grouped((each.question.language, each) for each in judged)


def by_topic(judged: Sequence[Judged]) -> Iterator[tuple[str, float, int]]:
    """Each topic with its accuracy and its number of questions."""
    yield from _grouped((each.question.topic, each) for each in judged)


def confusions(judged: Sequence[Judged]) -> list[tuple[tuple[str, str], int]]:
    """The pairs of a topic and what was found in its place, the most frequent first."""
    return Counter((each.question.topic, each.found) for each in judged if not each.right).most_common()


def _grouped(keyed: Iterator[tuple[str, Judged]]) -> Iterator[tuple[str, float, int]]:
    groups: dict[str, list[Judged]] = {}
    for key, each in keyed:
        groups.setdefault(key, []).append(each)
    for key, found in sorted(groups.items()):
        yield key, _share(found), len(found)


def _share(judged: Sequence[Judged]) -> float:
    return sum(each.right for each in judged) / max(1, len(judged))
