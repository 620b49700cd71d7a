"""The engines as processes: how each is started, asked, and measured in turns with the others."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from bench.environment import BENCH, PUBLICODES, PYTHON, worker_environment

ROOT = BENCH.parent


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine: its name in the table, how its worker is started (the folder of people comes after `command`)."""

    name: str
    command: tuple[str, ...]
    more: tuple[str, ...] = ()


def _ours(module: str) -> tuple[str, ...]:
    return (sys.executable, "-m", f"bench.{module}")


def _peer(module: str) -> tuple[str, ...]:
    return (str(PYTHON), "-m", f"bench.peers.{module}")


OPENFISCA = Engine("OpenFisca-Core", _peer("openfisca"))
POLICYENGINE = Engine("PolicyEngine-Core", _peer("policyengine"))
PUBLICODES_ENGINE = Engine("publicodes", ("node", str(PUBLICODES / "worker.js")))
ZEN_TABLES = Engine("ZEN, decision tables", _peer("zen"), ("tables",))
ZEN_EXPRESSIONS = Engine("ZEN, expressions", _peer("zen"), ("expressions",))
PEERS = (OPENFISCA, POLICYENGINE, PUBLICODES_ENGINE, ZEN_TABLES, ZEN_EXPRESSIONS)
SCORER = Engine("hujifen", _ours("hujifen_score"))
BATCH = Engine("hujifen batch", _ours("hujifen_batch"))
CONVERSATION = Engine("hujifen conversation", _ours("hujifen_turn"))
OURS = (SCORER, BATCH, CONVERSATION)
REFERENCE = Engine("plain Python, no reasons", _ours("reference"))


class Missing(Exception):
    """An engine that does not start, with the last line that it said."""


class Worker:
    """A running engine."""

    def __init__(self, engine: Engine, people: Path) -> None:
        """Start it on the people of that folder. Raises Missing."""
        self.engine = engine
        self._complaints = TemporaryFile("w+")  # noqa: SIM115 - open as long as the worker runs
        try:
            self._process = subprocess.Popen(
                [*engine.command, str(people), *engine.more],
                cwd=ROOT,
                env=worker_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                text=True,
            )
        except OSError as problem:
            raise Missing(f"{engine.name}: {problem}") from None
        self.figures: list[str] = json.loads(self._line())

    def totals(self, count: int) -> list[int]:
        """The totals of the first people."""
        totals: list[int] = json.loads(self._answer("totals", count))
        return totals

    def items(self, count: int) -> list[dict[str, int]]:
        """The points of each item for the first people, as the engine explains them."""
        items: list[dict[str, int]] = json.loads(self._answer("items", count))
        return items

    def asked(self, count: int) -> list[int]:
        """How many questions each of the first people is asked."""
        questions: list[int] = json.loads(self._answer("asked", count))
        return questions

    def seconds(self, figure: str, count: int) -> float:
        """The seconds that a figure takes for the first people."""
        return float(self._answer(figure, count))

    def stop(self) -> None:
        """End the process."""
        self._process.communicate()

    def _answer(self, request: str, count: int) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([request, count]) + "\n")
        self._process.stdin.flush()
        return self._line()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._process.wait()
            self._complaints.seek(0)
            said = self._complaints.read().split("\n")
            raise Missing(f"{self.engine.name}: {next(filter(None, reversed(said)), 'ended without a word')}")
        return line
