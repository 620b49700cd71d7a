"""People who tell one age after the other, so that what was lost, done twice or out of order shows in their talks."""

import json
import re
from dataclasses import dataclass, field

from bot.texts import texts
from tests.botapi import User, World
from tests.conformance.keeping import Kept

TEXT = texts("zh_Hans")
YOUNGEST = 16
_TOLD = re.compile(r"(\d+) 周岁，记")


@dataclass(slots=True)
class Teller:
    """Somebody in a talk, and the ages that he told so far."""

    user: User
    told: list[int] = field(default_factory=list)

    async def tells(self) -> None:
        """Tells another age."""
        age = YOUNGEST + len(self.told)
        self.told.append(age)
        await self.user.sends(f"{age}岁")

    def heard(self) -> list[int]:
        """The ages that the bot answered, in order; what it said twice in a row once."""
        ages = [int(found[1]) for text in self.user.reads() if (found := _TOLD.search(text))]
        return [age for place, age in enumerate(ages) if age not in ages[:place]]

    def kept(self, kept: Kept) -> list[int]:
        """The ages in his talk, as it is kept."""
        (row,) = (row for row in kept.rows()["conversation"] if row["chat"] == str(self.user.id))
        entries = json.loads(str(row["state"]))["entries"]
        return [entry["facts"]["age"] for entry in entries if "age" in entry.get("facts", {})]


async def agreed(world: World, count: int) -> list[Teller]:
    """So many people who have agreed to what is kept of them, and are asked the first question."""
    people = [Teller(world.user()) for _ in range(count)]
    for each in people:
        await each.user.sends("/start")
    await world.until(lambda: all(each.user.reads() for each in people))
    for each in people:
        each.user.presses(TEXT("messenger.button.consent"))
    await world.until(lambda: all(TEXT("ask.age") in each.user.reads()[-1] for each in people))
    return people


def all_is_well(people: list[Teller], kept: Kept) -> None:
    """Nothing was lost, nothing was done twice, and everything is in its order."""
    for each in people:
        assert each.kept(kept) == each.told
        assert each.heard() == each.told
    assert kept.rows()["dead_letter"] == []
    assert kept.rows()["outgoing"] == []
