"""Strict JSON: what a careless or hostile file may hold is an error in one line, never a guess."""

import json
from math import inf

MAX_LENGTH = 4_000_000
"""Characters; a facts object with sixty months of contributions has some ten thousand."""


LONGEST_NUMBER = 100
"""Digits."""


class JsonError(ValueError):
    """A text that is not one strict JSON value; its message is one line."""


def decode_json(text: str) -> object:
    """The value of a JSON text.

    Beyond the standard decoder it refuses a key given twice, and depth or length beyond reason. What is no finite
    number is left for the reader of the facts, who can name its key. Raises JsonError.
    """
    if len(text) > MAX_LENGTH:
        raise JsonError(f"longer than {MAX_LENGTH} characters")
    if not text.strip():
        raise JsonError("empty: a JSON object of facts was expected")
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_whole)
    except JsonError:
        raise
    except json.JSONDecodeError as error:
        raise JsonError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise JsonError("nested too deeply") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    decoded: dict[str, object] = {}
    for key, value in pairs:
        if key in decoded:
            raise JsonError(f"{printable(key)}: given twice")
        decoded[key] = value
    return decoded


def _whole(written: str) -> int | float:
    """A whole number; one longer than any could be meant becomes infinite, so that it is refused by its key's name."""
    return int(written) if len(written) <= LONGEST_NUMBER else inf


def printable(value: object, limit: int = 60) -> str:
    """A value as one short line that is safe to print, whatever it holds."""
    if isinstance(value, int) and value.bit_length() > limit:
        return "a number that long"
    text = value if isinstance(value, str) else repr(value)
    shown = "".join(character if character.isprintable() else "?" for character in text[:limit])
    return shown + "…" if len(text) > limit else shown


_NAMES = {None: "null", True: "true", False: "false"}


def as_written(value: object) -> str:
    """The same of a value that is of the wrong type, as JSON writes it: "30" is no number."""
    if value is None or isinstance(value, bool):
        return _NAMES[value]
    return f'"{printable(value)}"' if isinstance(value, str) else printable(value)
