"""JSON as it is kept and sent: in as few characters as it takes."""

from pydantic_core import to_json


def compact_json(value: object) -> str:
    """A value as JSON. Raises ValueError for what JSON has not."""
    return to_json(value).decode()
