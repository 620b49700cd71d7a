"""The record of every call that bots made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tests.botapi.faults import Fault
from tests.botapi.values import Json


@dataclass(slots=True)
class Call:
    """One call. `status` is 0 until it is answered, and stays 0 when the connection was reset.

    Times are the server's clock. `via` tells a call of its own from one made in a webhook's answer. `chat` is the chat
    it is about, for an answered tap the chat of the button. `took_effect` says whether it changed anything.
    """

    at: float
    bot: str
    method: str
    arguments: Mapping[str, str]
    chat: int | None
    via: Literal["http", "webhook"]
    status: int = 0
    description: str = ""
    result: Json = None
    finished_at: float = 0.0
    fault: Fault | None = None
    took_effect: bool = False
