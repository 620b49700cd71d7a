"""The points of a turn at which a process may die, and how it is made to: by SIGKILL, sent by itself.

The product knows nothing of it: a function of it is wrapped, and at its n-th call the process is gone.
"""

import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from itertools import count
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Point:
    """Before or `after` a function is called: `owner` is its module, or its class behind a colon."""

    owner: str
    function: str
    after: bool
    waits: bool = True


POINTS: Final = {
    "handed in": Point("bot.app:Advisor", "accept", after=False),
    "before the commit": Point("bot.app", "take", after=True, waits=False),
    "after the commit": Point("bot.app:Advisor", "_take", after=True),
    "before it is acknowledged": Point("bot.app:Advisor", "accept", after=True),
    "before it is sent": Point("bot.channels.telegram_channel:TelegramChannel", "send", after=False),
    "after it was sent": Point("bot.channels.telegram_channel:TelegramChannel", "send", after=True),
    "while that is noted": Point("bot.delivery.lanes", "sent", after=True, waits=False),
    "after that was noted": Point("bot.delivery.lanes:Lanes", "_try", after=True),
}


def die_at(name: str, nth: int) -> None:
    """Lets this process die the n-th time that it comes to a point."""
    point = POINTS[name]
    module, _, within = point.owner.partition(":")
    owner = getattr(import_module(module), within) if within else import_module(module)
    wrap = _dying_awaited if point.waits else _dying
    setattr(owner, point.function, wrap(getattr(owner, point.function), nth, after=point.after))


def _dying(function: Callable[P, R], nth: int, *, after: bool) -> Callable[P, R]:
    calls = count(1)

    @wraps(function)
    def dies(*arguments: P.args, **named: P.kwargs) -> R:
        number = next(calls)
        if number == nth and not after:
            _die()
        result = function(*arguments, **named)
        if number == nth:
            _die()
        return result

    return dies


def _dying_awaited(function: Callable[P, Awaitable[R]], nth: int, *, after: bool) -> Callable[P, Awaitable[R]]:
    calls = count(1)

    @wraps(function)
    async def dies(*arguments: P.args, **named: P.kwargs) -> R:
        number = next(calls)
        if number == nth and not after:
            _die()
        result = await function(*arguments, **named)
        if number == nth:
            _die()
        return result

    return dies


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
