"""The program without docstrings (不含文档字符串的字节码), for processes that stay up: only people read those, and they
are 10 MB of what a bot keeps in memory.

Python leaves them out where it is told so as it begins, and then wants bytecode of its own, which `python -m
bot.bytecode` writes once after the installation.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final

FOLDER: Final = Path(sys.prefix) / "hujifen-bytecode"
OPTIONS: Final = ("-OO", "-X", "no_debug_ranges", "-X", f"pycache_prefix={FOLDER}")
NO_DOCSTRINGS: Final = 2
"""From this level of optimisation on there are none."""
_IMPORTED_LATER: Final = ("chinese_calendar", "httptools", "numpy", "uvloop")


def begin_without_docstrings() -> None:
    """Begins this process anew without docstrings, with the same arguments and id; nothing where it has none already,
    where that is not prepared, and on Windows, where it would be another process.
    """
    if sys.flags.optimize < NO_DOCSTRINGS and FOLDER.is_dir() and sys.platform != "win32":
        _begin_anew()


def _begin_anew() -> None:
    os.execv(sys.executable, [sys.executable, *OPTIONS, *sys.orig_argv[1:]])


def _prepare() -> None:
    sys.dont_write_bytecode = False
    for name in (*_modules(), *_IMPORTED_LATER):
        with suppress(ModuleNotFoundError):  # One of the two libraries may not be installed, or no PostgreSQL.
            import_module(name)


def _modules() -> Iterator[str]:
    for package in ("scoring", "dialogs", "bot"):
        for module in walk_packages(import_module(package).__path__, f"{package}."):
            if "migrations" not in module.name:
                yield module.name


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    if sys.pycache_prefix != str(FOLDER):
        # What Python reads before it comes here again is to be written as well.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _begin_anew()
    _prepare()
