"""Every case through every channel that can do what the case needs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conformance.case import Case
from tests.conformance.cases import CASES
from tests.conformance.channels import CHANNELS, Channel
from tests.postgres import Server

IN_PROCESS = ("memory", "terminal")
"""The channels that need no process of their own."""
PAIRS = [
    pytest.param(
        channel,
        case,
        id=f"{channel.name}-{case.group}-{case.name}",
        marks=() if channel.name in IN_PROCESS else pytest.mark.ways,
    )
    for channel in CHANNELS
    for case in CASES
    if channel.takes(case)
]
IN_MEMORY = [pytest.param(*pair.values, id=pair.id) for pair in PAIRS if str(pair.id).startswith("memory")]


@pytest.mark.parametrize(("channel", "case"), PAIRS)
async def test_case(channel: Channel, case: Case, tmp_path: Path) -> None:
    async with channel.opens(f"sqlite:///{tmp_path}/hujifen.db") as driver:
        await case.told(driver)


@pytest.mark.parametrize(("channel", "case"), IN_MEMORY)
async def test_case_on_postgresql(channel: Channel, case: Case, postgres: Callable[[], Server]) -> None:
    async with channel.opens(postgres().new_database()) as driver:
        await case.told(driver)
