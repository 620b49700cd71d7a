"""What every test may rely on: catalogs compiled from the sources as they stand, and examples that are not timed."""

from hypothesis import settings

from locales.catalogs import compile_stale


def pytest_configure() -> None:
    """Compiles the catalogs that changed since, however the tests were started."""
    list(compile_stale())
    # Hypothesis would fail an example for being slow, which on a busy machine says nothing. The rest of its settings
    # stay as they are; on a CI machine those make every run the same.
    settings.register_profile("untimed", parent=settings(), deadline=None)
    settings.load_profile("untimed")
