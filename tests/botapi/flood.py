"""Telegram's limits on sending, when a test switches them on.

The true limits are not published; these are the documented ones: about one message a second in a chat with a short
burst, 20 a minute in a group, 30 a second in all. Edits count, answers to taps and chat actions do not.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field

COUNTED = frozenset({"sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageReplyMarkup"})


@dataclass(slots=True)
class FloodLimits:
    """`burst` calls at once in a chat, then `per_second`; `per_group_minute` in a group; `overall` a second in all."""

    per_second: float = 1.0
    burst: int = 3
    per_group_minute: int = 20
    overall: int = 30
    refused: int = 0
    _chats: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _all: deque[float] = field(default_factory=deque)
    _banned_until: dict[int, float] = field(default_factory=dict)

    def wait(self, chat: int, *, group: bool, now: float) -> int:
        """Count a call to this chat: 0 when it may pass, else the whole seconds to wait before the next try."""
        moment = max(self._banned_until.get(chat, now), self._next_place(chat, group=group, now=now))
        if moment > now:
            self.refused += 1
            self._banned_until[chat] = moment
            return math.ceil(moment - now)
        self._chats[chat].append(now)
        self._all.append(now)
        return 0

    def _next_place(self, chat: int, *, group: bool, now: float) -> float:
        """When the next call fits all the windows."""
        windows = [(self._chats[chat], self.burst, self.burst / self.per_second), (self._all, self.overall, 1.0)]
        if group:
            windows.append((self._chats[chat], self.per_group_minute, 60.0))
        kept = max(60.0, self.burst / self.per_second)
        for times in (self._chats[chat], self._all):
            while times and times[0] <= now - kept:
                times.popleft()
        return max((times[-count] + span if len(times) >= count else now) for times, count, span in windows)
