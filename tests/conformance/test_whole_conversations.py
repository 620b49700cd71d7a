"""`hujifen telegram` and `hujifen serve`, through each library: somebody is assessed, applies and renews.

They write at the pace that a messenger allows for a chat, which takes a while.
"""

import signal
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.clock import today
from bot.texts import texts
from dialogs.knowledge.loader import application
from tests.bot.channels.at_work import PATIENCE, end, environment, hujifen
from tests.botapi import User, World
from tests.conformance.cases.assessing import TO_RESULT

TEXT = texts("zh_Hans")

slow = pytest.mark.ways


def offered(user: User) -> tuple[str, ...]:
    """The buttons of the newest message that has any."""
    return next((seen.labels for seen in reversed(user.sees()) if seen.by_bot and seen.labels), ())


def is_offered(user: User, label: str) -> bool:
    """Whether a button is among them."""
    return label in offered(user)


async def chooses(user: User, *ids: str) -> str:
    """Taps one button after the other, each as soon as it is there; returns what the newest message says then."""
    for label in map(TEXT, ids):
        await user.world.until(partial(is_offered, user, label), timeout=PATIENCE, what=label)
        await user.taps(label)
        await user.hears(timeout=PATIENCE)
    return user.last().text


async def says(user: User, words: str) -> str:
    """Says something; returns what the newest message says then."""
    await user.sends(words)
    await user.hears(timeout=PATIENCE)
    return user.last().text


@pytest.mark.parametrize(
    ("command", "library"),
    [
        ("telegram", "aiogram"),
        ("serve", "ptb"),
        pytest.param("telegram", "ptb", marks=slow),
        pytest.param("serve", "aiogram", marks=slow),
    ],
)
async def test_somebody_is_assessed_applies_and_renews(tmp_path: Path, command: str, library: str) -> None:
    ends = (today() + timedelta(days=20)).isoformat()
    async with (
        World.open() as world,
        hujifen(command, environment(world, tmp_path, telegram_library=library)) as process,
    ):
        user = world.user()
        await world.bot.listens(timeout=PATIENCE)
        await user.starts()
        await user.hears(timeout=PATIENCE)

        assert TEXT("result.reached.range", low=120) in await chooses(user, "messenger.button.consent", *TO_RESULT)

        await chooses(user, "flow.page.apply", *["flow.done"] * len(application()))
        assert TEXT("flow.all_done") in user.last().text
        assert not is_offered(user, TEXT("flow.done"))

        assert TEXT("flow.ask.permit_expires") in await says(user, "什么时候续签")
        renewal = await says(user, ends)
        assert ends in renewal
        assert TEXT("flow.renewal.endorse") in renewal

        process.send_signal(signal.SIGTERM)
        status, written = await end(process)
    assert status == 0, written
