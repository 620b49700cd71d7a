"""How well `dialogs.understanding` hears facts, on the labelled descriptions of its tests."""

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dialogs.understanding import understand

SENTENCES = Path(__file__).parents[2] / "tests" / "dialogs" / "understanding" / "sentences.jsonl"
ON = date(2026, 11, 22)


class Heard(NamedTuple):
    """Of the facts heard, the share that is right; of the facts told, the share that is heard rightly."""

    precision: float
    recall: float
    texts: int


def heard_facts() -> Heard:
    """Precision and recall over facts, a value that differs being wrong twice."""
    right = heard = told = texts = 0
    for line in SENTENCES.read_text("utf-8").splitlines():
        labelled = json.loads(line)
        found = understand(labelled["text"], on=ON).facts
        expected = labelled["facts"]
        right += sum(key in expected and expected[key] == value for key, value in found.items())
        heard += len(found)
        told += len(expected)
        texts += 1
    return Heard(right / max(1, heard), right / max(1, told), texts)
