"""What can be told of a JSON text without telling what it says (数据形状): the names of its fields, their types, and
how long its words are.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

DEEPEST: Final = 12
WIDEST: Final = 50
"""Fields of an object or items of a list, and levels: enough for every update, and a bound for what is none."""
LARGEST_ID: Final = 1 << 63
"""The id of an update is told as it is: it is the messenger's own count, and says who nobody is."""

# What is named otherwise was not named by a messenger, and may be anybody's words.
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,40}")


def shape_of(text: str) -> str:
    """The shape of a JSON text, as JSON; of any other text only its length."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        value = text
    shape = _shape(value, DEEPEST)
    match value, shape:
        case {"update_id": int(number)}, dict() if number < LARGEST_ID:
            shape["update_id"] = number
    return json.dumps(shape)


def _shape(value: object, levels: int) -> object:
    match value:
        case str():
            return f"text of {len(value)}"
        case bool():
            return "flag"
        case int() | float():
            return "number"
        case None:
            return "nothing"
        case dict() | list() if not levels:
            return f"{len(value)} more"
        case dict():
            return _of_fields(value, levels - 1)
        case list():
            return _of_items(value, levels - 1)
        case _:
            raise TypeError(f"no JSON: {type(value).__name__}")


def _of_fields(fields: Mapping[str, object], levels: int) -> dict[str, object]:
    shown = list(fields.items())[:WIDEST]
    told = {_told(name, place): _shape(value, levels) for place, (name, value) in enumerate(shown)}
    return told | ({"…": f"{len(fields) - WIDEST} more"} if len(fields) > WIDEST else {})


def _told(name: str, place: int) -> str:
    return name if _NAME.fullmatch(name) else f"{place}: name of {len(name)}"


def _of_items(items: Sequence[object], levels: int) -> list[object]:
    told = [_shape(item, levels) for item in items[:WIDEST]]
    return [*told, f"{len(items) - WIDEST} more"] if len(items) > WIDEST else told
