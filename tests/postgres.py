"""A PostgreSQL server of the tests' own, started when the first test needs it and gone with the last."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


class Server:
    """A running server; every test makes databases of its own in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()

    def new_database(self) -> str:
        """The address of a new and empty database."""
        name = f"test_{next(self._numbers)}"
        engine = create_engine(self._address("postgres", "postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self._address(name, "postgresql")

    def _address(self, database: str, scheme: str) -> str:
        return f"{scheme}://postgres@/{database}?host={self._folder}"


@contextmanager
def server() -> Iterator[Server]:
    """A server that listens on a socket in a folder of its own. Where there are no programs for it the test is
    skipped, but fails in continuous integration.
    """
    programs = next(iter(PROGRAMS), None) or _on_the_path()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed, and here its tests may not be skipped")
        pytest.skip("PostgreSQL is not installed (on Debian: apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    user = _unprivileged_user()
    if user is not None:
        shutil.chown(folder, user)
    data = folder / "data"
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=60"

    def run(program: str, *arguments: str) -> None:
        # What the server itself prints goes to its log, or its inherited pipe would never end.
        subprocess.run(
            [programs / program, *arguments],
            check=True,
            user=user,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=120,
        )

    try:
        run("initdb", "--pgdata", str(data), "--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8")
        run("pg_ctl", "--pgdata", str(data), "--wait", f"--log={folder}/log", f"--options={options}", "start")
        yield Server(folder)
    finally:
        run("pg_ctl", "--pgdata", str(data), "--mode=immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _on_the_path() -> Path | None:
    found = shutil.which("initdb")
    return None if found is None else Path(found).resolve().parent


def _unprivileged_user() -> str | None:
    """Who runs the server, which refuses to run as root; nobody else where we are not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
