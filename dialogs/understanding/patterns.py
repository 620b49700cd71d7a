"""Regular expressions that are compiled when they are first used: one message needs few of the many there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Protocol

_END = (1 << 63) - 1


class _Finder(Protocol):
    def __call__(self, string: str, pos: int = 0, endpos: int = _END) -> re.Match[str] | None: ...


class _FinderOfAll(Protocol):
    def __call__(self, string: str, pos: int = 0, endpos: int = _END) -> Iterator[re.Match[str]]: ...


class _Replacer(Protocol):
    def __call__(self, repl: str | Callable[[re.Match[str]], str], string: str) -> str: ...


class Lazy:
    """A pattern with the methods of ``re.Pattern``; the first call of one compiles it and takes over its methods."""

    __slots__ = ("finditer", "flags", "fullmatch", "match", "pattern", "search", "sub")

    search: _Finder
    match: _Finder
    fullmatch: _Finder
    finditer: _FinderOfAll
    sub: _Replacer

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        """Reached only by the methods that are not there yet."""
        compiled = re.compile(self.pattern, self.flags)
        self.search, self.match, self.fullmatch = compiled.search, compiled.match, compiled.fullmatch
        self.finditer, self.sub = compiled.finditer, compiled.sub
        return object.__getattribute__(self, name)
