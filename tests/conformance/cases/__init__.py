"""The cases, by what they are about."""

from typing import Final

from tests.conformance.case import Case
from tests.conformance.cases import (
    arriving,
    assessing,
    commanding,
    consent,
    delivering,
    failing,
    privacy,
    procedures,
    reminding,
    restarting,
    tapping,
    wording,
)

GROUPS: Final = (
    consent,
    assessing,
    procedures,
    reminding,
    tapping,
    arriving,
    delivering,
    commanding,
    wording,
    privacy,
    failing,
    restarting,
)
CASES: Final = tuple(each for group in GROUPS for each in vars(group).values() if isinstance(each, Case))
"""All of them."""
