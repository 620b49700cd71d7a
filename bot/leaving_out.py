"""Leaving out what a library takes along and can do without (可选依赖): what is never used need not be in memory."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast


@contextmanager
def left_out(name: str) -> Iterator[None]:
    """Where a module is imported as if another one were not installed; one that is loaded already stays."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = cast(ModuleType, None)
    try:
        yield
    finally:
        del sys.modules[name]
