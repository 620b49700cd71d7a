"""Questions made by rule, to train with: see patterns.toml."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

_SLOT = re.compile(r"\{(\w+)\}")


def made_questions(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Questions with their topics, `count` of each topic that has patterns and three times that of what is out of scope."""
    chance = Random(seed)
    told = tomllib.loads(Path(__file__).with_name("patterns.toml").read_text("utf-8"))
    slots: dict[str, list[str]] = told["slots"]
    patterns: dict[str, list[str]] = told["patterns"]
    for topic, forms in patterns.items():
        for _ in range(3 * count if topic == "out_of_scope" else count):
            yield _SLOT.sub(lambda slot: chance.choice(slots[slot[1]]), chance.choice(forms)), topic
