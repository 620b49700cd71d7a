"""The statements of every turn (预备语句), made once: on SQLite they go straight to its driver.

There SQLAlchemy takes several times as long to get a small statement ready as the database takes to carry it out. What
it does to the values of a column is done here all the same, and errors are raised as its own.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, Generic, NamedTuple, TypeAlias, TypeVar, cast

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

from bot.store.tables import Moment

Row = TypeVar("Row", bound=tuple[object, ...])
Values: TypeAlias = Mapping[str, object]
_Converter: TypeAlias = Callable[[object], object]
_DIALECT: Final = sqlite.dialect()


class Prepared(Generic[Row]):
    """A statement that is carried out again and again; `given` are the columns that an insertion or a change fills."""

    def __init__(self, statement: Select[*tuple[object, ...]] | Insert | Update | Delete, *given: str) -> None:
        self._statement = statement
        self._given = given

    def rows(self, db: Connection, values: Values) -> Sequence[Row]:
        """What it finds."""
        if db.dialect.name != "sqlite":
            return cast(Sequence[Row], db.execute(self._statement, values).all())
        found: list[tuple[object, ...]] = self._carried_out(db, values).fetchall()
        return cast(Sequence[Row], [self._compiled.converted(row) for row in found])

    def row(self, db: Connection, values: Values) -> Row | None:
        """The first that it finds."""
        found = self.rows(db, values)
        return found[0] if found else None

    def run(self, db: Connection, values: Values) -> None:
        """Carries it out."""
        if db.dialect.name == "sqlite":
            self._carried_out(db, values)
        else:
            db.execute(self._statement, values)

    def put_in(self, db: Connection, values: Values) -> int:
        """Carries out an insertion; the id of the new row."""
        if db.dialect.name == "sqlite":
            id: object = self._carried_out(db, values).lastrowid
        else:
            (id,) = db.execute(self._statement, values).inserted_primary_key or (None,)
        assert isinstance(id, int)
        return id

    def _carried_out(self, db: Connection, values: Values) -> sqlite3.Cursor:
        # SQLAlchemy begins and ends the transaction.
        assert db.in_transaction()
        words, parameters = self._compiled.words, self._compiled.parameters(values)
        try:
            return cast(sqlite3.Connection, db.connection.driver_connection).execute(words, parameters)
        except sqlite3.Error as problem:
            # The values are left out: they may be what somebody said.
            raise DBAPIError.instance(words, None, problem, sqlite3.Error, hide_parameters=True) from None

    @cached_property
    def _compiled(self) -> "_Compiled":
        made = self._statement.compile(dialect=_DIALECT, column_keys=list(self._given) or None)
        kinds = {name: _kept_as(bind.type) for name, bind in made.binds.items()}
        kinds_found = (column.type.dialect_impl(_DIALECT) for column in self._statement.exported_columns)
        found = [kind.result_processor(_DIALECT, None) for kind in kinds_found]
        names = made.positiontup or []
        return _Compiled(
            made.string,
            tuple((name, made.params[name], kinds[name]) for name in names),
            tuple((place, convert) for place, convert in enumerate(found) if convert is not None),
        )


def _kept_as(kind: TypeEngine[object]) -> _Converter | None:
    """What is done to the values of a column before they are kept."""
    return _MOMENT if isinstance(kind, Moment) else kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)


# The moment of a turn is kept in several columns.
_MOMENT: Final = lru_cache(maxsize=16)(cast(_Converter, Moment().dialect_impl(_DIALECT).bind_processor(_DIALECT)))


class _Compiled(NamedTuple):
    """What goes to the driver: the words, each parameter with the value it has where none is given, and what is done to
    them, and to the values that are found, by their places.
    """

    words: str
    named: tuple[tuple[str, object, _Converter | None], ...]
    converters: tuple[tuple[int, _Converter], ...]

    def parameters(self, values: Values) -> list[object]:
        """The parameters in their order."""
        given = values.get
        return [
            given(name, usual) if convert is None else convert(given(name, usual))
            for name, usual, convert in self.named
        ]

    def converted(self, row: tuple[object, ...]) -> tuple[object, ...]:
        """A row with its values as they are meant."""
        if not self.converters:
            return row
        values = list(row)
        for place, convert in self.converters:
            values[place] = convert(values[place])
        return tuple(values)
