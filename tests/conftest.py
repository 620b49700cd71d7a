"""What every test may rely on: catalogs compiled from the sources as they stand."""

from locales.catalogs import compile_stale


def pytest_configure() -> None:
    """Compiles the catalogs that changed since, however the tests were started."""
    list(compile_stale())
