"""Measures hujifen and its peers on the same rules and the same people, and holds hujifen to its targets: `make bench`.

Exits 1 where a target is missed, anybody's points differ, or an engine is missing.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from os import cpu_count, getloadavg
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import cold_start, figures, people, toy
from bench.checks import EVERYBODY, Different, check
from bench.cold_start import BARE
from bench.engines import (
    BATCH,
    CONVERSATION,
    OURS,
    PEERS,
    POLICYENGINE,
    REFERENCE,
    SCORER,
    Engine,
    Missing,
    Worker,
)
from bench.environment import prepare
from bench.figures import ByName, Results


def main() -> int:
    """Install, check, measure and print; the exit status."""
    missing = prepare()
    before = getloadavg()
    with TemporaryDirectory() as name:
        folder = Path(name)
        people.write(folder, EVERYBODY)
        toy.write(folder, figures.TOY_PEOPLE)
        cold_start.write_person(folder)
        workers = _start(folder, missing)
        try:
            _tell("totals and items")
            checksum = check(workers)
            results = figures.measure(workers, folder, missing, _tell)
        except (Different, Missing) as stopped:
            print(f"FAIL {stopped}")
            return 1
        finally:
            for worker in workers.values():
                worker.stop()
    print(f"{EVERYBODY:,} people, totals equal, sum {checksum:,}. Medians, on a machine that does other work too:")
    print(f"{cpu_count()} cores, load {before[0]:.1f} before and {getloadavg()[0]:.1f} after. Read the ratios first.")
    for line in _table(results):
        print(line)
    verdicts = list(_targets(results))
    print()
    for verdict in verdicts:
        print(verdict)
    for problem in missing:
        print(f"MISSING {problem}")
    return 0 if not missing and all(verdict.met for verdict in verdicts) else 1


def _tell(what: str) -> None:
    print(f"... {what}", file=sys.stderr, flush=True)


def _start(folder: Path, missing: list[str]) -> dict[Engine, Worker]:
    workers = {}
    for engine in (*OURS, *PEERS, REFERENCE):
        try:
            workers[engine] = Worker(engine, folder)
        except Missing as problem:
            missing.append(str(problem))
    return workers


# ------------------------------------------------------------------------------------------------------------ the table


def _table(results: Results) -> Iterator[str]:
    yield from _speeds(figures.EXPLAINED.title, results.explained, SCORER.name)
    yield from _speeds(figures.FROM_JSON.title, results.from_json, SCORER.name)
    yield from _speeds(figures.IN_BATCH.title, results.batch, BATCH.name)
    yield from _speeds(figures.TURN.title, results.turn, CONVERSATION.name)
    yield from _speeds(figures.FREE_TEXT.title, results.free_text, CONVERSATION.name)
    yield from _speeds(figures.RESULT.title, results.result, CONVERSATION.name)
    yield from _others("cold start to the first score: ms, whole process", results.cold_start, BARE)
    yield from _others("questions to a certain verdict: mean", results.questions, toy.RELEVANCE)


def _speeds(title: str, speeds: ByName, ours: str) -> Iterator[str]:
    """More is better; the ratio tells how many times as fast ours is."""
    yield f"\n{title}"
    for name, speed in speeds.items():
        ratio = f"{speeds[ours] / speed:10.2f} x" if ours in speeds and name != ours else ""
        yield f"  {name:40}{speed:14,.0f}{ratio}"


def _others(title: str, figures_of: ByName, base: str) -> Iterator[str]:
    """Less is better; the ratio is to the base."""
    yield f"\n{title}"
    for name, figure in figures_of.items():
        ratio = f"{figure / figures_of[base]:10.2f} x" if name != base else ""
        yield f"  {name:40}{figure:14,.2f}{ratio}"


# ---------------------------------------------------------------------------------------------------------- the targets


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a target is met."""

    met: bool
    text: str

    def __str__(self) -> str:
        return f"{'PASS' if self.met else 'FAIL'} {self.text}"


def _targets(results: Results) -> Iterator[Verdict]:
    peers = {peer.name: results.explained[peer.name] for peer in PEERS if peer.name in results.explained}
    best = max(peers, key=lambda name: peers[name], default="the best peer")
    yield _at_least(50, _ratio(results.explained, SCORER.name, best), f"times the explained scores a second of {best}")
    batch = _ratio(results.batch, BATCH.name, POLICYENGINE.name)
    yield _at_least(2, batch, f"times the people a second of {POLICYENGINE.name}")
    turns = results.turn.get(CONVERSATION.name)
    yield _at_most(0.5, 1000 / turns if turns else None, "ms a turn")
    yield _at_most(100, results.cold_start.get(SCORER.name), "ms to the first score")
    questions = _ratio(results.questions, toy.RELEVANCE, toy.FORMS)
    yield _at_most(0.65, questions, "times the questions of @publicodes/forms")


def _ratio(figures_of: ByName, ours: str, peer: str) -> float | None:
    return figures_of[ours] / figures_of[peer] if ours in figures_of and peer in figures_of else None


def _at_least(target: float, found: float | None, what: str) -> Verdict:
    if found is None:
        return Verdict(False, f"not measured: {what}, at least {target:g}")
    return Verdict(found >= target, f"{found:.2f} {what}, at least {target:g}")


def _at_most(target: float, found: float | None, what: str) -> Verdict:
    if found is None:
        return Verdict(False, f"not measured: {what}, at most {target:g}")
    return Verdict(found <= target, f"{found:.2f} {what}, at most {target:g}")


if __name__ == "__main__":
    sys.exit(main())
