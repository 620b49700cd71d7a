"""How fast messages may follow each other (限速): so many at once, then one in a while. The clock is given."""

from dataclasses import dataclass

_NOTHING = 1e-6
"""Seconds that are only a rounding."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`burst` at once, and one more every `seconds`."""

    burst: int
    seconds: float


class Allowance:
    """What is left of a pace, for one chat or one person."""

    __slots__ = ("_full_at", "_pace")

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        # The moment at which nothing would be used up any more.
        self._full_at = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next one may follow; 0 for at once."""
        wait = self._full_at - (self._pace.burst - 1) * self._pace.seconds - now
        return wait if wait > _NOTHING else 0.0

    def use(self, now: float) -> None:
        """Notes that one more followed."""
        self._full_at = max(self._full_at, now) + self._pace.seconds

    def give_back(self) -> None:
        """Notes that one that followed does not count."""
        self._full_at -= self._pace.seconds

    def is_full(self, now: float) -> bool:
        """Whether nothing is used up, so that it need not be remembered."""
        return self._full_at <= now
