"""Steps, cases, periods, statuses and papers of the procedures."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from dialogs.knowledge.model import FORMS, Application, Case, Document, Material, Period, Renewal, Status, Step
from dialogs.knowledge.reading.statements import Sources, read_file, read_statement, read_statements
from scoring.table import RuleBookError, Table

PARTS = ("what", "where", "how_long", "pitfall", "papers", "disputed")
"""The parts of a step or a case."""

_ACTORS = ("you", "employer", "centre", "community_centre", "bureau")


def read_application(text: str, documents: Mapping[str, Document]) -> Application:
    """The first application from a TOML text."""
    file, sources = read_file("application", text, documents)
    periods = {period.id: period for period in (_period(row, sources) for row in file.tables("period"))}
    steps = tuple(_steps(file, sources))
    file.done()
    for step in periods.keys() - {step.id for step in steps}:
        raise RuleBookError(f"application: a period of {step}, which is no step")
    return Application(periods, tuple(_timed(step, periods.get(step.id)) for step in steps))


def _timed(step: Step, period: Period | None) -> Step:
    """A step that also says how long it takes."""
    return step if period is None else replace(step, statements=(*step.statements, period.statement))


def read_renewal(text: str, documents: Mapping[str, Document]) -> Renewal:
    """The yearly renewal from a TOML text."""
    file, sources = read_file("renewal", text, documents)
    renewal = Renewal(
        periods=tuple(_period(row, sources) for row in file.tables("period")),
        steps=tuple(_steps(file, sources)),
        overdue=tuple(_steps(file, sources, key="overdue")),
        late=tuple(_cases(file, "late", sources)),
    )
    file.done()
    return renewal


def read_employer_change(text: str, documents: Mapping[str, Document]) -> tuple[Case, ...]:
    """The branches of a change of employer from a TOML text."""
    file, sources = read_file("employer_change", text, documents)
    branches = tuple(_cases(file, "branch", sources))
    file.done()
    return branches


def read_statuses(text: str, documents: Mapping[str, Document]) -> tuple[Status, ...]:
    """The words that the points system shows, from a TOML text."""
    file, sources = read_file("statuses", text, documents)
    statuses = tuple(
        Status(
            id=row.text("id"),
            shown=row.texts("shown"),
            known=row.flag("known"),
            actor=row.one_of("actor", _ACTORS),
            statements=read_statements(row, PARTS, sources),
        )
        for row in file.tables("status")
    )
    file.done()
    return statuses


def read_materials(text: str, documents: Mapping[str, Document]) -> tuple[Material, ...]:
    """The papers of the application from a TOML text."""
    file, sources = read_file("materials", text, documents)
    conditions = file.texts("conditions")
    materials = tuple(_material(row, conditions, sources) for row in file.tables("material"))
    file.done()
    return materials


def _material(row: Table, conditions: Collection[str], sources: Sources) -> Material:
    material = Material(
        id=row.text("id"),
        names=_names(row),
        conditions=row.texts("when"),
        provider=row.one_of("provider", ("you", "employer")),
        form=row.one_of("form", FORMS),
        statement=read_statement(row, "what", sources),
        pitfalls=tuple(read_statement(pitfall, "pitfall", sources) for pitfall in row.tables("pitfall"))
        if row.has("pitfall")
        else (),
    )
    for condition in material.conditions:
        if condition not in conditions:
            raise RuleBookError(f"{row.place}: there is no condition {condition}")
    return material


def _steps(file: Table, sources: Sources, *, key: str = "step") -> Iterator[Step]:
    for row in file.tables(key):
        yield Step(
            row.text("id"), row.one_of("actor", _ACTORS), read_statements(row, PARTS, sources), names=_names(row)
        )


def _names(row: Table) -> tuple[str, ...]:
    return row.texts("names") if row.has("names") else ()


def _cases(file: Table, key: str, sources: Sources) -> Iterator[Case]:
    for row in file.tables(key):
        yield Case(row.text("id"), read_statements(row, PARTS, sources))


def _period(row: Table, sources: Sources) -> Period:
    return Period(
        id=row.text("id"),
        count=row.whole("count"),
        unit=row.one_of("unit", ("days", "working_days", "years")),
        statement=read_statement(row, "how_long", sources),
    )
