"""The cases, by what they are about."""

from typing import Final

from tests.conformance.case import Case
from tests.conformance.cases import consent

CASES: Final = tuple(each for group in (consent,) for each in vars(group).values() if isinstance(each, Case))
"""All of them."""
