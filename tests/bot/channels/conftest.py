"""A Bot API server for each test that asks for one."""

from collections.abc import AsyncIterator

import pytest

from tests.botapi import World


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """A server with one bot."""
    async with World.open() as world:
        yield world
