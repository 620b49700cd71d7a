"""What the buttons carry (按钮数据): short tokens, in which the program finds its own way and nobody else's.

A button of a screen names the screen's revision, the place of its choice and a check of the choice's id, so that a tap
on an older screen, or on one that a newer program would draw otherwise, is known as such. All begin with `PREFIX`, so
that a bot that has buttons of its own can tell ours from them.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from zlib import crc32

PREFIX: Final = "hjf:"


@dataclass(frozen=True, slots=True)
class OfScreen:
    """A button of a screen of the talk."""

    revision: int
    place: int
    check: str


@dataclass(frozen=True, slots=True)
class Deed:
    """A button that does something which is no part of the talk: a consent, a language, a deletion."""

    name: str
    about: str = ""


def screen_button(revision: int, place: int, choice: str) -> str:
    """What the button of a choice carries: at most 40 ASCII characters."""
    return f"{PREFIX}s:{revision:x}:{place:x}:{_check(choice)}"


def deed_button(name: str, about: str = "") -> str:
    """What the button of a deed carries."""
    return f"{PREFIX}{name}:{about}"


def read_button(data: str) -> OfScreen | Deed | None:
    """What a button carries, or None where it is not one of ours."""
    if not data.startswith(PREFIX):
        return None
    match data.removeprefix(PREFIX).split(":"):
        case ["s", revision, place, check] if _is_hex(revision) and _is_hex(place):
            return OfScreen(int(revision, 16), int(place, 16), check)
        case [name, about] if name != "s":
            return Deed(name, about)
        case _:
            return None


def is_for(button: OfScreen, choice: str) -> bool:
    """Whether a button was drawn for a choice."""
    return button.check == _check(choice)


@lru_cache(maxsize=1024)
def _check(choice: str) -> str:
    return f"{crc32(choice.encode()) & 0xFFFF:04x}"


def _is_hex(number: str) -> bool:
    return 0 < len(number) <= 16 and all(digit in "0123456789abcdef" for digit in number)
