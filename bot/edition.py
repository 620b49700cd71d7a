"""Which program and which rules (版本): what was kept or told by others is looked through before it is used."""

from datetime import date
from functools import lru_cache
from importlib.metadata import version

from scoring.digest import rules_digest


@lru_cache(4)
def edition(on: date) -> str:
    """This program and its rules on a day. Raises NoRuleBookError before the first rule book."""
    return f"{version('hujifen')} {rules_digest(on)}"
