"""How long it is waited when something is wrong, again and again (退避)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: twice as long every time, up to a limit. `conflicts` is how often somebody else may be in the way."""

    first: float = 1.0
    longest: float = 60.0
    conflicts: int = 5

    def pause(self, failures: int) -> float:
        """The pause after so many failures in a row, from 1 on."""
        return min(self.first * 2.0 ** min(failures - 1, 64), self.longest)

    def pauses(self) -> Iterator[float]:
        """The pauses from now on."""
        yield from map(self.pause, count(1))
