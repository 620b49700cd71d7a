"""Writes which characters belong to which Chinese script, as OpenCC converts them: `python -m locales.scripts`.

OpenCC's dictionaries of phrases take much memory; what the program reads is single characters. Those of both scripts,
as 后 and 里, tell nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from opencc import OpenCC

FILE = Path(__file__).parent.parent / "dialogs" / "understanding" / "scripts.txt"
BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x323B0))
"""The Chinese characters of Unicode."""


def table() -> str:
    """Three lines: traditional characters, the simplified one of each, and characters that are only simplified."""
    to_simplified, to_traditional = OpenCC("t2s").convert, OpenCC("s2t").convert
    pairs = [(each, to_simplified(each)) for each in _characters() if to_simplified(each) != each]
    traditional = {each for each, _ in pairs}
    others = (each for each in _characters() if each not in traditional and not _is_in_use_in_taiwan(each))
    only = (each for each in others if to_traditional(each) != each)
    return "\n".join(("".join(each for each, _ in pairs), "".join(each for _, each in pairs), "".join(only), ""))


def _characters() -> Iterator[str]:
    return (chr(code) for block in BLOCKS for code in block)


def _is_in_use_in_taiwan(character: str) -> bool:
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
