"""A table of the rule data that is read key by key: a missing, mistyped or unread key is an error with its place."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date


class RuleBookError(ValueError):
    """Rule data that cannot be used; the message names the place."""


class Table:
    """One TOML table; every key must be read once, and done() tells what was left."""

    def __init__(self, place: str, values: Mapping[str, object]) -> None:
        self.place = place
        self._values = dict(values)

    def has(self, key: str) -> bool:
        """Whether the key is there and not read yet."""
        return key in self._values

    def value(self, key: str) -> object:
        """The value of a key, of any type."""
        if key not in self._values:
            raise RuleBookError(f"{self.place}: {key} is missing")
        return self._values.pop(key)

    def text(self, key: str) -> str:
        """A text."""
        value = self.value(key)
        if not isinstance(value, str):
            raise self._wrong(key, "a text")
        return value

    def text_or_none(self, key: str) -> str | None:
        """A text, or None where the key is absent."""
        return self.text(key) if self.has(key) else None

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        """A text out of a few."""
        value = self.text(key)
        if value not in allowed:
            raise self._wrong(key, f"one of {', '.join(allowed)}")
        return value

    def whole(self, key: str) -> int:
        """A whole number."""
        value = self.value(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(key, "a whole number")
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.value(key)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def day(self, key: str) -> date:
        """A date."""
        value = self.value(key)
        if not isinstance(value, date):
            raise self._wrong(key, "a date")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.value(key)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._wrong(key, "a list of texts")
        return tuple(value)

    def mapping(self, key: str) -> Mapping[str, object]:
        """A table kept as it is."""
        value = self.value(key)
        if not isinstance(value, dict):
            raise self._wrong(key, "a table")
        return value

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        return Table(f"{self.place}.{key}", self.mapping(key))

    def named_tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The tables of a table of tables, with their names."""
        within = self.table(key)
        for name in list(within._values):
            yield name, within.table(name)

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of a list; each must be read to its end by the time the next is asked for."""
        rows = self.value(key)
        if not isinstance(rows, list):
            raise self._wrong(key, "a list of tables")
        for place, row in enumerate(rows):
            name = row.get("id") or row.get("value") or place
            table = Table(f"{self.place}.{key}[{name}]", row)
            yield table
            table.done()

    def done(self) -> None:
        """Raise RuleBookError where a key was not read."""
        if self._values:
            raise RuleBookError(f"{self.place}: unknown {', '.join(self._values)}")

    def _wrong(self, key: str, wanted: str) -> RuleBookError:
        return RuleBookError(f"{self.place}: {key} must be {wanted}")
