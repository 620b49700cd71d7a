"""`make evaluate`: how well free questions and descriptions are understood, and the competitors of the topic model.

The held-out third decides; nothing is tuned on it. The development part was trained with, so its figures come from
cross-validation. `--quick` leaves out what needs the training libraries: the cross-validation and the competitors.
"""

import sys
from collections.abc import Sequence
from time import perf_counter

from bench.evaluation.heard_facts import heard_facts
from bench.evaluation.measures import Judged, by_language, by_topic, confusions, reliability, totals
from bench.evaluation.questions import Question, questions
from dialogs.topics import find_topic

_WORST_PAIRS = 15


def main() -> None:
    """Prints everything."""
    known = questions()
    held_out = [question for question in known if question.part == "held_out"]
    print(
        f"{len(known)} questions: "
        + ", ".join(f"{_count(known, part)} {part}" for part in ("dev", "lesson", "held_out"))
    )
    find_topic("warm")
    judged, times = _asked(held_out)
    _report("held-out part, the shipped model", judged)
    print(f"  latency: median {times[len(times) // 2]:.2f} ms, p95 {times[len(times) * 95 // 100]:.2f} ms")
    print("  by topic: " + "; ".join(f"{topic} {share:.3f} of {count}" for topic, share, count in by_topic(judged)))
    print(
        "  confidence (mean, right, questions): " + "; ".join(f"{a:.2f} {b:.2f} {n}" for a, b, n in reliability(judged))
    )
    if "--quick" not in sys.argv:
        _trained_anew(known, held_out)
    heard = heard_facts()
    print(f"facts heard in {heard.texts} descriptions: precision {heard.precision:.4f}, recall {heard.recall:.4f}")


def _trained_anew(known: Sequence[Question], held_out: Sequence[Question]) -> None:
    from sklearn.model_selection import StratifiedKFold

    from bench.evaluation.candidates import CANDIDATES, concepts_and_pieces

    dev = [question for question in known if question.part == "dev"]
    lessons = [question for question in known if question.part == "lesson"]
    judged: list[Judged] = []
    folds = StratifiedKFold(5, shuffle=True, random_state=7)
    for seen, unseen in folds.split(dev, [question.topic for question in dev]):
        find = concepts_and_pieces([*(dev[at] for at in seen), *lessons])
        judged += [Judged(dev[at], *find(dev[at].folded)) for at in unseen]
    _report("development part, cross-validated", judged)
    pairs = confusions(judged)[:_WORST_PAIRS]
    print("  confused: " + "; ".join(f"{topic} as {found} {count}" for (topic, found), count in pairs))
    print("competitors, trained on the rest, asked the held-out part:")
    for name, (train, needs) in CANDIDATES.items():
        find = train([*dev, *lessons])
        started = perf_counter()
        judged = [Judged(question, *find(question.folded)) for question in held_out]
        each = (perf_counter() - started) / len(held_out) * 1000
        _report(f"{name} ({needs}; {each:.1f} ms a question)", judged)


def _asked(asked: Sequence[Question]) -> tuple[list[Judged], list[float]]:
    judged, times = [], []
    for question in asked:
        started = perf_counter()
        found = find_topic(question.text)
        times.append((perf_counter() - started) * 1000)
        judged.append(Judged(question, found.topic, found.confidence))
    return judged, sorted(times)


def _report(title: str, judged: Sequence[Judged]) -> None:
    sums = totals(judged)
    print(f"{title}: {len(judged)} questions")
    print(f"  right topic {sums.accuracy:.4f}, of those in scope {sums.accuracy_in_scope:.4f}")
    print(f"  out of scope: precision {sums.outside_precision:.4f}, recall {sums.outside_recall:.4f}")
    print(f"  refused of those in scope {sums.refused_in_scope:.4f}; calibration error {sums.calibration_error:.4f}")
    print("  by language: " + ", ".join(f"{name} {share:.4f} of {count}" for name, share, count in by_language(judged)))


def _count(known: Sequence[Question], part: str) -> int:
    return sum(question.part == part for question in known)


if __name__ == "__main__":
    main()
