"""The real command, run as its users run it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

EXECUTABLE = Path(sys.executable).with_name("hujifen")
DAY = "2026-11-22"


class Run(NamedTuple):
    """What a finished command left."""

    status: int
    out: str
    err: str

    @property
    def results(self) -> list[dict[str, object]]:
        """Each line of the output as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


def hujifen(
    *arguments: str | Path, stdin: str | bytes = b"", env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Run:
    """Runs `hujifen` with arguments. The output is taken as UTF-8, whatever the locale."""
    fed = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [EXECUTABLE, *arguments], input=fed, capture_output=True, env=env, cwd=cwd, timeout=60, check=False
    )
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def refusal(*arguments: str | Path, stdin: str | bytes = b"") -> str:
    """The one line on the standard error of a command that was given something bad."""
    run = hujifen(*arguments, stdin=stdin)
    assert run.status == 2, run
    assert run.err.endswith("\n")
    line = run.err[:-1]
    assert line.isprintable(), line
    assert "Traceback" not in run.out
    return line
