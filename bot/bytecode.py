"""The program without docstrings (不含文档字符串的字节码), for processes that stay up: only people read those, and they
are 8 MB of what a bot keeps in memory.

Python leaves them out where it is told so as it begins, and then wants bytecode of its own, which `python -m
bot.bytecode` writes once after the installation.
"""

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final

FOLDER: Final = Path(sys.prefix) / "hujifen-bytecode"
PREPARED: Final = "prepared"
"""The file that is written there last."""
OPTIONS: Final = ("-OO", "-X", "no_debug_ranges", "-X", f"pycache_prefix={FOLDER}")
_IMPORTED_LATER: Final = ("chinese_calendar", "numpy", "psycopg", "uvloop")
_CODECS: Final = ("idna", "utf-16-le")


def begin_without_docstrings() -> None:
    """Begins this process anew without docstrings, with the same arguments and id.

    Nothing happens where that is not prepared or cannot be done, where somebody told Python himself how much to leave
    out, and on Windows, where it would be another process.
    """
    if not sys.flags.optimize and (FOLDER / PREPARED).is_file() and sys.executable and sys.platform != "win32":
        with suppress(OSError):
            _begin_anew()


def _begin_anew() -> None:
    os.execv(sys.executable, [sys.executable, *OPTIONS, *sys.orig_argv[1:]])


def _prepare() -> None:
    from starlette.applications import Starlette

    from bot.server import web_server

    sys.dont_write_bytecode = False
    for name in (*_modules(), *_IMPORTED_LATER):
        with suppress(ImportError):  # One of the two libraries may not be installed, or no PostgreSQL.
            import_module(name)
    for name in _CODECS:
        codecs.lookup(name)
    web_server(Starlette()).config.load()
    (FOLDER / PREPARED).touch()


def _modules() -> Iterator[str]:
    for package in ("scoring", "dialogs", "bot"):
        for module in walk_packages(import_module(package).__path__, f"{package}."):
            if "migrations" not in module.name:
                yield module.name


def _main() -> None:
    if sys.platform == "win32":
        raise SystemExit("bytecode without docstrings is of no use on Windows")
    try:
        FOLDER.mkdir(exist_ok=True)
    except OSError as error:
        raise SystemExit(f"{FOLDER} cannot be made: {error.strerror}") from None
    if sys.pycache_prefix != str(FOLDER):
        # What Python reads before it comes here again is to be written as well.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _begin_anew()
    _prepare()


if __name__ == "__main__":
    _main()
