"""Every case through every channel that can do what the case needs."""

import pytest

from tests.conformance.case import Case
from tests.conformance.cases import CASES
from tests.conformance.channels import CHANNELS, Channel

PAIRS = [
    pytest.param(channel, case, id=f"{channel.name}-{case.group}-{case.name}")
    for channel in CHANNELS
    for case in CASES
    if channel.takes(case)
]


@pytest.mark.parametrize(("channel", "case"), PAIRS)
async def test_case(channel: Channel, case: Case, database: str) -> None:
    async with channel.opens(database) as driver:
        await case.told(driver)
