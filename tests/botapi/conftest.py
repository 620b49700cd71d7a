"""What the tests of the server share."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.botapi.calling import Caller, calling


@pytest.fixture
async def call() -> AsyncIterator[Caller]:
    """Calls to the bot of a new world."""
    async with calling() as caller:
        yield caller
