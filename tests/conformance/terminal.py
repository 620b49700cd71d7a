"""The terminal: the real command, line by line through a pipe. One person, and nothing that outlives the process."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import NoReturn

from tests.bot.hujifen import DAY, EXECUTABLE
from tests.conformance.driver import Fault, Group, Person, Pressed, Rows, Seen, locale_of


class _Talk:
    """A person at a terminal of his own."""

    chat = "terminal"
    must_agree = False

    def __init__(self, app: str) -> None:
        self.app = app
        self._process: Process | None = None
        self._seen: list[Seen] = []

    async def comes(self) -> None:
        """See `Chat`."""
        locale = [] if self.app == "zh-hans" else ["--lang", locale_of(self.app)]
        self._process = await asyncio.create_subprocess_exec(
            EXECUTABLE, "chat", "--json", "--on", DAY, *locale, stdin=PIPE, stdout=PIPE
        )
        await self._hears()

    async def leaves(self) -> None:
        """Ends the process, which ends by itself when nothing more comes."""
        if self._process is not None:
            await self._process.communicate(b"")

    async def _hears(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        turn = json.loads(await self._process.stdout.readline())
        rows = tuple((choice["label"],) for choice in turn["choices"])
        self._seen.append(Seen(len(self._seen), "\n\n".join(turn["say"]), rows))

    async def says(self, words: str) -> None:
        """See `Chat`."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n".encode())
        await self._hears()

    async def taps(self, label: str, *, below: Seen | None = None) -> str:
        """See `Chat`. Where there is nothing to tap the label is typed."""
        assert label in self._seen[-1].labels, f"{label} is not among {self._seen[-1].labels}"
        await self.says(label)
        return ""

    def sees(self) -> list[Seen]:
        """See `Chat`."""
        return self._seen.copy()

    async def sends(self, words: str) -> NoReturn:
        """Not here."""
        raise NotImplementedError

    def presses(self, label: str, *, below: Seen | None = None, too_old: bool = False) -> Pressed:
        """Not here."""
        raise NotImplementedError

    async def forges(self, data: str) -> NoReturn:
        """Not here."""
        raise NotImplementedError

    async def sends_picture(self, caption: str = "") -> NoReturn:
        """Not here."""
        raise NotImplementedError

    async def corrects(self, words: str) -> NoReturn:
        """Not here."""
        raise NotImplementedError

    def menu(self) -> tuple[str, ...]:
        """Not here."""
        raise NotImplementedError

    async def blocks(self) -> NoReturn:
        """Not here."""
        raise NotImplementedError

    async def unblocks(self) -> NoReturn:
        """Not here."""
        raise NotImplementedError


class TerminalDriver:
    """Terminals, each with a person at it."""

    def __init__(self) -> None:
        self._talks: list[_Talk] = []

    @classmethod
    @asynccontextmanager
    async def open(cls, database: str) -> AsyncIterator["TerminalDriver"]:
        """Terminals; the database is not used."""
        driver = cls()
        try:
            yield driver
        finally:
            for talk in driver._talks:
                await talk.leaves()

    def person(self, app: str = "zh-hans") -> Person:
        """See `Driver`."""
        self._talks.append(_Talk(app))
        return self._talks[-1]

    def group(self, *members: Person) -> Group:
        """Not here."""
        raise NotImplementedError

    def order(self, fault: Fault, person: Person, *, times: int = 1) -> None:
        """Not here."""
        raise NotImplementedError

    def hold(self) -> None:
        """Not here."""
        raise NotImplementedError

    async def release(self, order: Iterable[int] | None = None) -> None:
        """Not here."""
        raise NotImplementedError

    def repeat(self, times: int = 1) -> None:
        """Not here."""
        raise NotImplementedError

    async def poisons(self, person: Person | None) -> None:
        """Not here."""
        raise NotImplementedError

    async def quiet(self, *, but: Person | None = None) -> None:
        """Everything is done when it is said."""

    async def until(self, is_so: Callable[[], bool]) -> None:
        """See `Driver`."""
        assert is_so()

    async def ends(self) -> None:
        """Not here."""
        raise NotImplementedError

    async def begins(self) -> None:
        """Not here."""
        raise NotImplementedError

    def passes(self, time: timedelta) -> None:
        """Not here."""
        raise NotImplementedError

    def kept(self) -> Rows:
        """Not here."""
        raise NotImplementedError

    def tampers(self, statement: str, **values: object) -> None:
        """Not here."""
        raise NotImplementedError
