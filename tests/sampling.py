"""How much of the tests is run: all of it, or less where mutmut runs them once for each of thousands of mutants."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_VARIABLE = "MUTANT_UNDER_TEST"
MUTATING = _VARIABLE in os.environ
"""Whether mutmut runs the tests."""
EXAMPLES = 8
"""How many examples Hypothesis draws then."""
_SHARE = 25
_ONLY_FOR = {
    "test_bad_facts": ("facts", "fact_kinds", "json_text"),
    "test_batch": ("batch", "fact_kinds", "indicators"),
    "test_forecast": ("forecast", "life", "score"),
    "test_plan": ("actions", "life", "plan"),
}
"""The long tests, with the modules whose mutants they are run for; what they rest on has tests of its own."""


def sampled(number: int) -> int:
    """How many of a number of random examples to draw."""
    return max(2, number // _SHARE) if MUTATING else number


def some_of(examples: Sequence[T]) -> Sequence[T]:
    """The same share of a long list."""
    return examples[:: len(examples) // sampled(len(examples))]


def is_apart(file: str) -> bool:
    """Whether the tests of a file have nothing to say of the mutant under test."""
    mutant, only_for = os.environ.get(_VARIABLE, ""), _ONLY_FOR.get(file)
    return only_for is not None and "__mutmut_" in mutant and mutant.split(".")[1] not in only_for


def is_finding_out() -> bool:
    """Whether mutmut finds out which tests reach which function."""
    return os.environ.get(_VARIABLE) == "stats"
