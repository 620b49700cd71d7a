"""Cases are no test modules by their names; their assertions are to explain themselves all the same."""

import pytest

pytest.register_assert_rewrite("tests.conformance.cases")
