"""The channels that the suite runs through, and what each of them cannot do."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tests.conformance.case import Case
from tests.conformance.driver import Ability, Driver
from tests.conformance.memory import MemoryDriver
from tests.conformance.telegram import TelegramDriver
from tests.conformance.telegram_ways import called, guest, polling
from tests.conformance.terminal import TerminalDriver

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


def _telegram(
    library: str,
    way: str,
    starts: Callable[[TelegramDriver, str], AbstractAsyncContextManager[None]],
    lacks: Mapping[Ability, str] | None = None,
) -> Channel:
    def opens(database: str) -> AbstractAsyncContextManager[Driver]:
        return TelegramDriver.open(database, lambda driver: starts(driver, library))

    return Channel(f"{library}-{way}", opens, lacks or {})


TERMINAL_LACKS: Final = {
    Ability.TAPPING: "a choice is typed: its number or its label",
    Ability.KEEPING: "a talk ends with its process, so nothing is kept and nobody has to agree",
    Ability.COMPANY: "one person sits at it",
    Ability.COMMANDS: "what leads to another place is said in words",
    Ability.EDITING: "what was printed stays",
    Ability.FILES: "files are written by commands of their own",
    Ability.GROUPS: "one person sits at it",
    Ability.WORDLESS: "only words can be typed",
    Ability.CORRECTING: "what was sent is sent",
    Ability.LIMITS: "its messages may be of any length",
    Ability.FAULTS: "there is no connection",
    Ability.REPEATING: "there is no connection",
    Ability.POISON: "there are no updates",
    Ability.MOVING: "there are no groups",
    Ability.ALL_OURS: "there are no commands and no buttons",
    Ability.OWN_MENU: "there are no commands",
}
GUEST_LACKS: Final = {
    Ability.POISON: "what cannot be read never gets past the host's library",
    Ability.MOVING: "messages of the service are the host's",
    Ability.ALL_OURS: "commands and buttons that are not ours are the host's",
}
CHANNELS: Final = (
    Channel("terminal", TerminalDriver.open, TERMINAL_LACKS),
    *(_telegram(library, "poll", polling) for library in ("aiogram", "ptb")),
    *(_telegram(library, "webhook", called) for library in ("aiogram", "ptb")),
    *(_telegram(library, "guest", guest, GUEST_LACKS) for library in ("aiogram", "ptb")),
    Channel(
        "memory",
        MemoryDriver.open,
        {
            Ability.LIMITS: "its messages may be of any length",
            Ability.OWN_MENU: "it has no menu",
        },
    ),
)
