"""Cold start to the first score: the time of a whole process, from nothing to the printed total of one person."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

from bench.checks import Different
from bench.engines import OPENFISCA, POLICYENGINE, PUBLICODES_ENGINE, ROOT, SCORER, ZEN_EXPRESSIONS, Missing
from bench.environment import PUBLICODES, PYTHON, worker_environment
from bench.people import COLUMNS, ON, people
from bench.reference import total

BARE = "python -c pass"


def write_person(folder: Path) -> None:
    """Write the first person alone: `facts.json` for us, `person.json` for the peers."""
    with (folder / "facts.jsonl").open() as lines:
        (folder / "facts.json").write_text(lines.readline())
    columns = json.loads((folder / "columns.json").read_text())
    (folder / "person.json").write_text(json.dumps({name: columns[name][0] for name in COLUMNS}))


def commands(folder: Path) -> Mapping[str, Sequence[str]]:
    """How everybody scores the first person, by name; the bare interpreter does nothing."""
    person = str(folder / "person.json")
    hujifen = str(Path(sys.executable).with_name("hujifen"))

    def peer(module: str) -> Sequence[str]:
        return (str(PYTHON), "-c", f"import sys; from bench.peers.{module} import once; once(sys.argv[1])", person)

    return {
        BARE: (sys.executable, "-c", "pass"),
        SCORER.name: (hujifen, "score", str(folder / "facts.json"), "--on", ON.isoformat(), "--json"),
        OPENFISCA.name: peer("openfisca"),
        POLICYENGINE.name: peer("policyengine"),
        PUBLICODES_ENGINE.name: ("node", str(PUBLICODES / "once.js"), person),
        ZEN_EXPRESSIONS.name: peer("zen_once"),
    }


def check(name: str, command: Sequence[str]) -> None:
    """See that a command prints the first person's total. Raises Different, and Missing where it fails."""
    right = total(next(people(1)))
    if name != BARE and (printed := printed_total(name, command)) != right:
        raise Different(f"{name}, cold start: {printed} in place of {right}")


def printed_total(name: str, command: Sequence[str]) -> int:
    """The total that a command prints. Raises Missing where it fails."""
    done = _run(command)
    if done.returncode:
        raise Missing(f"{name}, cold start: {(done.stderr.strip().splitlines() or ['fails without a word'])[-1]}")
    if name == SCORER.name:
        answer: int = json.loads(done.stdout)["total"]["min"]
        return answer
    return int(float(done.stdout))


def seconds(command: Sequence[str]) -> float:
    """The seconds from the start of a process to its end."""
    start = perf_counter()
    _run(command)
    return perf_counter() - start


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, env=worker_environment(), capture_output=True, text=True, check=False)
