"""How long it is waited when something is wrong, again and again (退避)."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: twice as long every time, up to a limit. `conflicts` is how often somebody else may be in the way."""

    first: float = 1.0
    longest: float = 60.0
    conflicts: int = 5

    def pauses(self) -> Iterator[float]:
        """The pauses from now on."""
        pause = self.first
        while True:
            yield pause
            pause = min(2 * pause, self.longest)
