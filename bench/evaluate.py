"""`make evaluate`: how well free questions and descriptions are understood, and the competitors of the topic model.

The held-out part decides; nothing is tuned on it. Confusions are shown of the calibration part, which no model learned
from, so that nobody looks at the held-out questions. `--quick` leaves out the competitors, which need the training
libraries.
"""

import sys
from collections.abc import Callable, Sequence
from time import perf_counter

from bench.evaluation.heard_facts import heard_facts
from bench.evaluation.measures import Judged, by_language, by_topic, confusions, reliability, totals
from bench.evaluation.questions import Question, questions
from dialogs.topics import find_topic
from dialogs.topics.model import trained_model

_WORST_PAIRS = 15


def main() -> None:
    """Prints everything."""
    known = questions()
    parts = {
        part: [each for each in known if each.part == part] for part in ("dev", "lesson", "calibration", "held_out")
    }
    print(f"{len(known)} questions: " + ", ".join(f"{len(found)} {part}" for part, found in parts.items()))
    find_topic("warm")
    judged, times = _asked(parts["held_out"])
    _report("held-out part, the shipped model", judged)
    print(f"  latency: median {times[len(times) // 2]:.2f} ms, p95 {times[len(times) * 95 // 100]:.2f} ms")
    print("  by topic: " + "; ".join(f"{topic} {share:.3f} of {count}" for topic, share, count in by_topic(judged)))
    print(
        "  confidence (mean, right, questions): " + "; ".join(f"{a:.2f} {b:.2f} {n}" for a, b, n in reliability(judged))
    )
    for name, sums in (("linear", trained_model().linear_sums), ("network", trained_model().encoder.sums)):
        _report(f"held-out part, its {name} half alone", _by_sums(sums, parts["held_out"]))
    judged, _ = _asked(parts["calibration"])
    _report("calibration part, the shipped model", judged)
    pairs = confusions(judged)[:_WORST_PAIRS]
    print("  confused: " + "; ".join(f"{topic} as {found} {count}" for (topic, found), count in pairs))
    if "--quick" not in sys.argv:
        _competitors([*parts["dev"], *parts["lesson"]], parts["held_out"])
    heard = heard_facts()
    print(f"facts heard in {heard.texts} descriptions: precision {heard.precision:.4f}, recall {heard.recall:.4f}")


def _competitors(lessons: Sequence[Question], asked: Sequence[Question]) -> None:
    from bench.evaluation.candidates import CANDIDATES

    print("competitors, trained on the same, asked the held-out part:")
    for name, (train, needs) in CANDIDATES.items():
        find = train(lessons)
        started = perf_counter()
        judged = [Judged(question, *find(question.folded)) for question in asked]
        each = (perf_counter() - started) / len(asked) * 1000
        _report(f"{name} ({needs}; {each:.1f} ms a question)", judged)


def _asked(asked: Sequence[Question]) -> tuple[list[Judged], list[float]]:
    judged, times = [], []
    for question in asked:
        started = perf_counter()
        found = find_topic(question.text)
        times.append((perf_counter() - started) * 1000)
        judged.append(Judged(question, found.topic, found.confidence))
    return judged, sorted(times)


def _by_sums(sums: Callable[[str], Sequence[float]], asked: Sequence[Question]) -> list[Judged]:
    """What the highest sum alone would answer; it has no confidence of its own."""
    topics = trained_model().settings["topics"]
    found = [sums(question.folded) for question in asked]
    return [Judged(question, topics[each.index(max(each))], 0) for question, each in zip(asked, found, strict=True)]


def _report(title: str, judged: Sequence[Judged]) -> None:
    sums = totals(judged)
    sure = f"; calibration error {sums.calibration_error:.4f}" if any(each.confidence for each in judged) else ""
    print(f"{title}: {len(judged)} questions")
    print(f"  right topic {sums.accuracy:.4f}, of those in scope {sums.accuracy_in_scope:.4f}")
    print(f"  out of scope: precision {sums.outside_precision:.4f}, recall {sums.outside_recall:.4f}")
    print(f"  refused of those in scope {sums.refused_in_scope:.4f}{sure}")
    print("  by language: " + ", ".join(f"{name} {share:.4f} of {count}" for name, share, count in by_language(judged)))


if __name__ == "__main__":
    main()
