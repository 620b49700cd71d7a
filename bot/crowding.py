"""Who sends more than anybody can mean (防刷): the rest of it is left, with a kind word now and then.

What is left costs nothing but being counted: no transaction, no message, no place in any queue. So whoever sends
thousands of things keeps nobody waiting, but for the time that the messenger itself takes to bring them.
"""

from enum import Enum
from typing import Final

from bot.delivery.pace import Allowance, Pace
from bot.messages import Address

PERSON: Final = Pace(burst=40, seconds=1.0)
"""What one person may send: nobody types or taps as fast for long."""
TELL_EVERY: Final = 60.0
"""Seconds between two words about it."""
MOST_REMEMBERED: Final = 10_000


class Turnstile(Enum):
    """What is done with something: taken, left with a word about it, or just left."""

    PASS = "pass"
    TELL = "tell"
    LEAVE = "leave"


class Crowd:
    """Counts what everybody sends; the clock is given, in seconds."""

    def __init__(self, pace: Pace = PERSON) -> None:
        self._pace = pace
        self._people: dict[Address, Allowance] = {}
        self._told: dict[Address, float] = {}

    def turnstile(self, address: Address, now: float) -> Turnstile:
        """What is done with one more thing from an address."""
        if len(self._people) > MOST_REMEMBERED:
            self._forget(now)
        allowance = self._people.setdefault(address, Allowance(self._pace))
        if allowance.wait(now) == 0:
            allowance.use(now)
            return Turnstile.PASS
        if now - self._told.get(address, -TELL_EVERY) < TELL_EVERY:
            return Turnstile.LEAVE
        self._told[address] = now
        return Turnstile.TELL

    def forgive(self, address: Address) -> None:
        """Notes that something which passed could not be taken, and will come again."""
        if address in self._people:
            self._people[address].give_back()

    def _forget(self, now: float) -> None:
        self._people = {each: allowance for each, allowance in self._people.items() if not allowance.is_full(now)}
        self._told = {each: told for each, told in self._told.items() if now - told < TELL_EVERY}
