"""What understanding hands out: the facts heard, the words they came from, and what stayed unclear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

FactValue: TypeAlias = str | int | float | bool | list[str] | dict[str, int] | dict[str, float]
"""A fact as the contract's JSON writes it; a list for one of several, ``min`` and ``max`` for a range."""

Facts: TypeAlias = dict[str, FactValue]


@dataclass(frozen=True, slots=True)
class HeardFact:
    """One fact and the user's own words, a part of the original text, that it came from."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything one message told.

    ``facts`` holds only what was said. ``unclear`` quotes phrases that sounded like a fact and could not be pinned
    down. ``personal`` is true when an identity number, a phone number or a passport number was in the text: nothing is
    taken from it and it is never quoted.
    """

    facts: Mapping[str, FactValue] = field(default_factory=dict)
    heard: tuple[HeardFact, ...] = ()
    unclear: tuple[str, ...] = ()
    personal: bool = False
