"""JSON as it is kept and sent: in as few characters as it takes."""

from json import JSONEncoder
from typing import Final

_ENCODER: Final = JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact_json(value: object) -> str:
    """A value as JSON. Raises TypeError for what JSON has not."""
    return _ENCODER.encode(value)
