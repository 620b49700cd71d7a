"""What every test may rely on: catalogs compiled from the sources as they stand, examples that are not timed, and
databases of both kinds.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings

from locales.catalogs import compile_stale
from tests.postgres import Server, server


def pytest_configure() -> None:
    """Compiles the catalogs that changed since, however the tests were started."""
    list(compile_stale())
    # Hypothesis would fail an example for being slow, which on a busy machine says nothing. The rest of its settings
    # stay as they are; on a CI machine those make every run the same.
    settings.register_profile("untimed", parent=settings(), deadline=None)
    settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], Server]]:
    """The PostgreSQL server, started when it is first asked for."""
    with ExitStack() as stack:
        started: list[Server] = []

        def start() -> Server:
            if not started:
                started.append(stack.enter_context(server()))
            return started[0]

        yield start


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path, postgres: Callable[[], Server]) -> str:
    """The address of a new and empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/hujifen.db"
    return postgres().new_database()
