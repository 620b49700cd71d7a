"""What came of the mutants: `python -m tests.mutants` after `mutmut run`; fails where one survives unexplained.

A file beside the tests lists every mutant that may survive, by its function and changed lines, under the reason why.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

ACCEPTED = Path("tests/scoring/mutants.md")
NOTICED = ("killed", "caught by type check", "timeout")
"""What mutmut says of a mutant that was noticed; one that runs many times as long as the rules do is."""


class Change(NamedTuple):
    """What a mutant changes: a function, and its changed lines before and after."""

    function: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"- `{self.function}`: `{self.before}` → `{self.after}`"


def accepted() -> set[Change]:
    """The mutants that may survive."""
    text = ACCEPTED.read_text(encoding="utf-8")
    return {Change(*found) for found in re.findall(r"^- `(.*?)`: `(.*?)` → `(.*?)`$", text, flags=re.MULTILINE)}


def change_of(mutant: str, path: Path) -> Change:
    """The change of a mutant with a name as `scoring.life.x__add__mutmut_1` or `scoring.life.xǁLifeǁage__mutmut_1`."""
    function = re.sub(r"x_|xǁ", "", mutant.rpartition("__mutmut_")[0].removeprefix("scoring."), count=1)
    lines = get_diff_for_mutant(mutant, path=path).splitlines()[2:]
    before, after = (" ".join(line[1:].strip() for line in lines if line[0] == sign) for sign in "-+")
    return Change(function.replace("ǁ", "."), before, after)


def main() -> int:
    """Prints the outcome; 1 where a mutant survives that the list does not have.

    One of the list that does not survive is told too. A slow one may be noticed by its time on one machine only.
    """
    outcome: Counter[str] = Counter()
    survived: dict[Change, str] = {}
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        for mutant, exit_code in data.exit_code_by_key.items():
            status = status_by_exit_code[exit_code]
            outcome[status] += 1
            if status not in NOTICED:
                survived[change_of(mutant, path)] = f"{mutant}: {status}"
    known = accepted()
    print(f"{outcome.total()} mutants:", ", ".join(f"{number} {status}" for status, number in outcome.most_common()))
    print(f"{len(survived.keys() & known)} changes survive for the reasons told in {ACCEPTED}")
    for change in sorted(survived.keys() - known):
        print(f"{survived[change]}, not explained:\n{change}")
    for change in sorted(known - survived.keys()):
        print(f"explained, but noticed now:\n{change}")
    return int(not survived.keys() <= known)


if __name__ == "__main__":
    sys.exit(main())
