"""What every test may rely on: catalogs compiled from the sources as they stand, examples that are not timed, and
databases of both kinds.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from locales.catalogs import compile_stale
from tests.postgres import Server, server
from tests.sampling import EXAMPLES, MUTATING, is_apart, is_finding_out


def pytest_configure() -> None:
    """Compiles the catalogs that changed since, however the tests were started."""
    list(compile_stale())
    # Hypothesis would fail an example for being slow, which on a busy machine says nothing. The rest of its settings
    # stay as they are; on a CI machine those make every run the same.
    settings.register_profile("untimed", parent=settings(), deadline=None)
    settings.register_profile(
        "mutants",
        deadline=None,
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
    )
    settings.load_profile("mutants" if MUTATING else "untimed")


def pytest_sessionstart() -> None:
    """Forgets what the rules were found to be without the mutant: mutmut tests each in a copy of one process."""
    if MUTATING:
        _forget_the_rules()


def pytest_runtest_setup() -> None:
    """Lets each test read the rules itself while mutmut finds out which tests reach what."""
    if is_finding_out():
        _forget_the_rules()


def _forget_the_rules() -> None:
    for module in [module for name, module in sys.modules.items() if name.startswith("scoring.")]:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper):
                value.cache_clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leaves out of a mutant's tests those that have nothing to say of it."""
    items[:] = [item for item in items if not is_apart(item.path.stem)]


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
