"""The bench's own environments: the peers, pinned with hashes; installed anew when a lock changes."""

import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from os import environ
from pathlib import Path

BENCH = Path(__file__).parent
VENV = BENCH / ".venv"
PYTHON = VENV / "bin" / "python"
PYTHON_LOCK = BENCH / "requirements-bench.lock"
PUBLICODES = BENCH / "peers" / "publicodes"
SLOWS_NUMPY_DOWN = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
"""Set on some machines; taken out of the environment of every worker alike."""


class NotInstalled(Exception):
    """Peers that could not be installed, with the reason in one line."""


def prepare() -> list[str]:
    """Install what is missing or out of date; what could not be installed, a line for each environment."""
    problems = []
    for install in (_install_python_peers, _install_publicodes):
        try:
            install()
        except NotInstalled as problem:
            problems.append(str(problem))
    return problems


def worker_environment() -> dict[str, str]:
    """The environment of every worker, ours and the peers'."""
    return {name: value for name, value in environ.items() if name not in SLOWS_NUMPY_DOWN}


def _install_python_peers() -> None:
    stamp = VENV / "installed"
    if _is_of(stamp, PYTHON_LOCK):
        return
    print("installing OpenFisca-Core, PolicyEngine-Core and ZEN", file=sys.stderr)
    _run([sys.executable, "-m", "venv", "--clear", str(VENV)], "OpenFisca-Core, PolicyEngine-Core, ZEN")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    _run([*pip, "--require-hashes", "--requirement", str(PYTHON_LOCK)], "OpenFisca-Core, PolicyEngine-Core, ZEN")
    stamp.write_text(_digest(PYTHON_LOCK))


def _install_publicodes() -> None:
    lock, stamp = PUBLICODES / "package-lock.json", PUBLICODES / "node_modules" / "installed"
    if _is_of(stamp, lock):
        return
    print("installing publicodes", file=sys.stderr)
    # The forms ask for a newer Node than they need.
    _run(["npm", "ci", "--silent", "--engine-strict=false"], "publicodes, @publicodes/forms", folder=PUBLICODES)
    stamp.write_text(_digest(lock))


def _is_of(stamp: Path, lock: Path) -> bool:
    return stamp.exists() and stamp.read_text() == _digest(lock)


def _digest(lock: Path) -> str:
    return sha256(lock.read_bytes()).hexdigest()


def _run(command: Sequence[str], what: str, folder: Path = BENCH) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as problem:
        raise NotInstalled(f"{what}: {problem}") from None
    if done.returncode:
        lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        raise NotInstalled(f"{what}: {lines[-1] if lines else f'{command[0]} exits {done.returncode}'}")
