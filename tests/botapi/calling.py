"""Plain calls over HTTP, for the tests of the server itself."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp

from tests.botapi import ApiError, World
from tests.botapi.values import Json


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls the first bot's methods with a JSON body."""

    world: World
    session: aiohttp.ClientSession

    async def __call__(self, method: str, /, **arguments: Json) -> Json:
        """The result. Raises ApiError with what the server says."""
        async with self.session.post(f"{self.world.url}/bot{self.world.token}/{method}", json=arguments) as response:
            answer: Json = json.loads(await response.text())
            return unpacked(answer, response.status)

    async def refused(self, method: str, /, **arguments: Json) -> str:
        """The description of the error that this call gets."""
        try:
            result = await self(method, **arguments)
        except ApiError as error:
            return error.description
        raise AssertionError(f"{method} gave {result!r}")

    async def updates(self, **arguments: Json) -> list[Mapping[str, Json]]:
        result = await self("getUpdates", **arguments)
        assert isinstance(result, list)
        return [update for update in result if isinstance(update, dict)]


def unpacked(answer: Json, status: int) -> Json:
    assert isinstance(answer, dict)
    if answer["ok"] is True:
        assert status == 200
        result: Json = answer["result"]
        return result
    assert answer["ok"] is False
    code, description, parameters = answer["error_code"], answer["description"], answer.get("parameters", {})
    assert code == status
    assert isinstance(code, int)
    assert isinstance(description, str)
    assert isinstance(parameters, dict)
    raise ApiError(code, description, parameters)


@asynccontextmanager
async def calling() -> AsyncIterator[Caller]:
    """A world, and calls to it."""
    async with World.open() as world, aiohttp.ClientSession() as session:
        yield Caller(world, session)


def at(value: Json, *path: str | int) -> Json:
    """A part of an answer, by names and indexes."""
    for step in path:
        if isinstance(step, str):
            assert isinstance(value, dict), value
            value = value[step]
        else:
            assert isinstance(value, list), value
            value = value[step]
    return value
