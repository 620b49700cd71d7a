"""Strict JSON: what a careless or hostile file may hold is an error in one line, never a guess."""

import json

MAX_LENGTH = 4_000_000
"""Characters; a facts object with sixty months of contributions has some ten thousand."""


class JsonError(ValueError):
    """A text that is not one strict JSON value; its message is one line."""


def decode_json(text: str) -> object:
    """The value of a JSON text.

    Beyond the standard decoder it refuses NaN and infinities, a key given twice, and depth or length beyond reason.
    Raises JsonError.
    """
    if len(text) > MAX_LENGTH:
        raise JsonError(f"longer than {MAX_LENGTH} characters")
    if not text.strip():
        raise JsonError("empty: a JSON object of facts was expected")
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except JsonError:
        raise
    except json.JSONDecodeError as error:
        raise JsonError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise JsonError("nested too deeply") from None
    except ValueError:
        raise JsonError("a number too long to be meant") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    decoded: dict[str, object] = {}
    for key, value in pairs:
        if key in decoded:
            raise JsonError(f"{printable(key)}: given twice")
        decoded[key] = value
    return decoded


def _no_constant(name: str) -> object:
    raise JsonError(f"{name} is not a number")


def printable(value: object, limit: int = 60) -> str:
    """A value as one short line that is safe to print, whatever it holds."""
    text = value if isinstance(value, str) else repr(value)[: limit * 4]
    shown = "".join(character if character.isprintable() else "?" for character in text[: limit + 1])
    return shown[:limit] + "…" if len(shown) > limit else shown
