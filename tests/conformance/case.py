"""How a case is written down: a function that takes a driver, named as a sentence, with what it needs of a channel."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from tests.conformance.driver import Ability, Driver

Told: TypeAlias = Callable[[Driver], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its sentence, the group it belongs to, what it needs, and how it goes."""

    name: str
    group: str
    needs: frozenset[Ability]
    told: Told


def case(*needs: Ability) -> Callable[[Told], Case]:
    """Makes a case of a function."""

    def write(told: Told) -> Case:
        return Case(str(getattr(told, "__name__", "")), told.__module__.rpartition(".")[2], frozenset(needs), told)

    return write
