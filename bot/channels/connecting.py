"""What a failed call over aiohttp tells of how far it came (连接失败的判断)."""

from functools import lru_cache
from typing import Final

from aiohttp import ClientConnectorError, ClientTimeout, ConnectionTimeoutError

CONNECTING: Final = 10.0
"""Seconds that a connection may take. A call that had none was not sent, so that is told from a late answer."""


@lru_cache(maxsize=4)
def call_timeout(seconds: float) -> ClientTimeout:
    """The time of a call, of which connecting may take a part only."""
    return ClientTimeout(total=seconds, sock_connect=CONNECTING)


def was_connected(problem: BaseException | None) -> bool:
    """Whether a call may have come to the server: not where it has no address, lets nobody in, or shows no proof of who
    it is.
    """
    return not isinstance(problem, ClientConnectorError | ConnectionTimeoutError)
