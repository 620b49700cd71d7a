"""Traditional and simplified characters (繁简字), one by one: the simplified twin, and the script of a text."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent / "scripts.txt"


class Scripts(NamedTuple):
    """The simplified character of each traditional one, and the characters that are only simplified."""

    simplified: Mapping[str, str]
    only_simplified: frozenset[str]


@cache
def scripts() -> Scripts:
    """The table (see `locales.scripts`), read once."""
    traditional, simplified, only, _ = TABLE.read_text(encoding="utf-8").split("\n")
    return Scripts(dict(zip(traditional, simplified, strict=True)), frozenset(only))


def in_simplified(text: str) -> str:
    """A text in simplified characters, of the same length."""
    simplified = scripts().simplified
    return "".join(simplified.get(character, character) for character in text)


def is_traditional(text: str) -> bool:
    """Whether a text has a character that is only traditional."""
    return not scripts().simplified.keys().isdisjoint(text)


def is_simplified(text: str) -> bool:
    """Whether a text has a character that is only simplified."""
    return not scripts().only_simplified.isdisjoint(text)
