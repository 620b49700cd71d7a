"""Traditional and simplified characters (繁简字), one by one: the simplified twin, and the script of a text."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent / "scripts.txt"
BOTH, TRADITIONAL, SIMPLIFIED = range(3)
"""The script of a character: of most there is only one."""


class Scripts(NamedTuple):
    """The traditional characters, the simplified one of each at its place, and the script of every character by its
    number. Tables of single characters would take twenty times the room.
    """

    traditional: str
    simplified: str
    script: bytes


@cache
def scripts() -> Scripts:
    """The table (see `locales.scripts`), read once."""
    traditional, simplified, only, _ = TABLE.read_text(encoding="utf-8").split("\n")
    script = bytearray(max(map(ord, traditional + only)) + 1)
    for characters, kind in ((traditional, TRADITIONAL), (only, SIMPLIFIED)):
        for character in characters:
            script[ord(character)] = kind
    return Scripts(traditional, simplified, bytes(script))


def in_simplified(text: str) -> str:
    """A text in simplified characters, of the same length."""
    known = scripts()
    return "".join(
        known.simplified[known.traditional.index(character)] if _script(character, known) == TRADITIONAL else character
        for character in text
    )


def scripts_of(text: str) -> frozenset[int]:
    """Which kinds of characters a text has: `BOTH`, `TRADITIONAL`, `SIMPLIFIED`."""
    known = scripts()
    return frozenset([_script(character, known) for character in text])


def _script(character: str, known: Scripts) -> int:
    number = ord(character)
    return known.script[number] if number < len(known.script) else BOTH
