"""Writes `dialogs/topics/pinyin.txt`: every character of GB 2312 under its commonest sound, from pypinyin's table.

`python -m bench.evaluation.pinyin`, in the environment of requirements.txt. A line a syllable without its tone, `ü` as
`v`; the characters in the order of GB 2312.
"""

from collections.abc import Iterator
from pathlib import Path

from pypinyin import Style, pinyin

TARGET = Path(__file__).parents[2] / "dialogs" / "topics" / "pinyin.txt"


def main() -> None:
    """Writes the file."""
    syllables: dict[str, list[str]] = {}
    for character in _characters():
        syllables.setdefault(pinyin(character, style=Style.NORMAL)[0][0], []).append(character)
    TARGET.write_text("".join(f"{sound} {''.join(found)}\n" for sound, found in sorted(syllables.items())), "utf-8")


def _characters() -> Iterator[str]:
    """The Chinese characters of GB 2312, in its order; the end of row 55 is empty."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", "ignore")


if __name__ == "__main__":
    main()
