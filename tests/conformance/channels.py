"""The channels that the suite runs through, and what each of them cannot do."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tests.conformance.case import Case
from tests.conformance.driver import Ability, Driver
from tests.conformance.memory import MemoryDriver

Opens: TypeAlias = Callable[[str], AbstractAsyncContextManager[Driver]]


@dataclass(frozen=True, slots=True)
class Channel:
    """A way into the bot: how it is opened with a database, and what it lacks, each with the reason."""

    name: str
    opens: Opens
    lacks: Mapping[Ability, str] = field(default_factory=dict)

    def takes(self, case: Case) -> bool:
        """Whether a case can be run here."""
        return case.needs.isdisjoint(self.lacks)


CHANNELS: Final = (
    Channel(
        "memory",
        MemoryDriver.open,
        {
            Ability.LIMITS: "its messages may be of any length",
            Ability.OWN_MENU: "it has no menu",
        },
    ),
)
