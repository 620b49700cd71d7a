"""The knowledge read from its TOML texts, strictly: what is wrong is refused with a RuleBookError that names the place."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from string import Formatter
from typing import NamedTuple

from dialogs.knowledge.model import (
    FORMS,
    KINDS,
    LOCALES,
    Article,
    Case,
    Document,
    Material,
    Office,
    Period,
    Place,
    Renewal,
    Statement,
    Status,
    Step,
    Topic,
    Words,
)
from dialogs.knowledge.slots import SLOTS
from scoring.rulebook import CONFIDENCES
from scoring.table import RuleBookError, Table

PARTS = ("short", "personal", "detail", "who", "where", "how_long", "pitfall", "now", "disputed")
"""The parts of an article: the short answer, what fits the person's own facts, the body, what to do now, what is open."""

_BODY = ("detail", "who", "where", "how_long", "pitfall")
_NEEDED = {
    "procedure": {"short", "detail", "who", "where", "how_long", "pitfall", "now"},
    "points": {"short", "detail", "pitfall", "now"},
    "guide": {"short", "detail", "now"},
}
_STEP_PARTS = ("what", "where", "how_long", "pitfall", "papers", "disputed")
_ACTORS = ("you", "employer", "centre", "community_centre", "bureau")


class _Sources(NamedTuple):
    """The documents that a file may name, and the review day of the entries that give none of their own."""

    documents: Mapping[str, Document]
    reviewed: date | None

    def of(self, table: Table) -> tuple[Document, ...]:
        """The documents that a table names, at least one."""
        ids = table.texts("sources")
        for id in ids:
            if id not in self.documents:
                raise RuleBookError(f"{table.place}: there is no document {id}")
        if not ids:
            raise RuleBookError(f"{table.place}: no source")
        return tuple(self.documents[id] for id in ids)

    def review(self, table: Table) -> date:
        """The day on which a table was reviewed."""
        if table.has("reviewed") or self.reviewed is None:
            return table.day("reviewed")
        return self.reviewed

    def within(self, table: Table) -> "_Sources":
        """The same for the entries inside a table that may carry a review day for them all."""
        return self._replace(reviewed=table.day("reviewed") if table.has("reviewed") else None)


# ----------------------------------------------------------------------------------------------------------- documents


def read_documents(text: str) -> Mapping[str, Document]:
    """The documents of a TOML text by id."""
    file = Table("documents", tomllib.loads(text))
    documents = {id: _document(id, table) for id, table in file.named_tables("document")}
    file.done()
    return documents


def _document(id: str, table: Table) -> Document:
    dated = not table.has("seen")
    document = Document(
        id=id,
        name=table.text("name"),
        kind=table.one_of("kind", KINDS),
        date=table.text("published") if dated else table.day("seen").isoformat(),
        dated=dated,
        addresses=table.texts("addresses") if table.has("addresses") else (),
    )
    table.done()
    return document


# ---------------------------------------------------------------------------------------------------------- statements


def _words(table: Table) -> Words:
    words = {locale: table.text(locale) for locale in LOCALES}
    for locale, text in words.items():
        if not text or text != text.strip():
            raise RuleBookError(f"{table.place}: {locale} is empty or padded")
    return words


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _statement(table: Table, part: str, sources: _Sources) -> Statement:
    statement = Statement(
        part=part,
        words=_words(table),
        sources=sources.of(table),
        confidence=table.one_of("confidence", CONFIDENCES),
        reviewed=sources.review(table),
        slots=table.texts("slots") if table.has("slots") else (),
        about_the_past=table.flag("about_the_past") if table.has("about_the_past") else False,
    )
    for locale, text in statement.words.items():
        if _fields(text) != set(statement.slots):
            raise RuleBookError(f"{table.place}: {locale} has other fields than its slots")
    for slot in statement.slots:
        if slot not in SLOTS:
            raise RuleBookError(f"{table.place}: there is no slot {slot}")
    return statement


def _statements(within: Table, parts: Collection[str], sources: _Sources) -> tuple[Statement, ...]:
    """The statements of a table, each with its part, in their order."""
    return tuple(_statement(row, row.one_of("part", parts), sources) for row in within.tables("statement"))


# ------------------------------------------------------------------------------------------------------------ articles


def read_topics(text: str) -> tuple[Topic, ...]:
    """The topics of a TOML text, in the order of a menu."""
    file = Table("topics", tomllib.loads(text))
    topics = tuple(Topic(row.text("id"), _words(row)) for row in file.tables("topic"))
    file.done()
    return topics


def read_article(topic: str, text: str, topics: Collection[str], documents: Mapping[str, Document]) -> Article:
    """The article of a topic from a TOML text; `topics` are those that it may link to."""
    file = Table(f"articles/{topic}", tomllib.loads(text))
    sources = _Sources(documents, None).within(file)
    article = Article(
        topic=file.one_of("topic", (topic,)),
        kind=file.one_of("kind", _NEEDED),
        also=file.texts("also"),
        statements=_statements(file, PARTS, sources),
    )
    file.done()
    for link in article.also:
        if link == topic or link not in topics:
            raise RuleBookError(f"{file.place}: also names {link}, which is no other topic")
    missing = _NEEDED[article.kind] - {statement.part for statement in article.statements}
    if missing:
        raise RuleBookError(f"{file.place}: no statement for {', '.join(sorted(missing))}")
    if len(article.parts("short")) > 1 or len(article.parts(*_BODY)) < _BODY_AT_LEAST:
        raise RuleBookError(f"{file.place}: one short answer and {_BODY_AT_LEAST} or more statements of the body")
    return article


_BODY_AT_LEAST = 2


# ---------------------------------------------------------------------------------------------------------- procedures


def read_application(text: str, documents: Mapping[str, Document]) -> tuple[Step, ...]:
    """The steps of the first application from a TOML text."""
    file, sources = _file("application", text, documents)
    steps = tuple(_steps(file, sources))
    file.done()
    return steps


def read_renewal(text: str, documents: Mapping[str, Document]) -> Renewal:
    """The yearly renewal from a TOML text."""
    file, sources = _file("renewal", text, documents)
    renewal = Renewal(
        periods=tuple(_period(row, sources) for row in file.tables("period")),
        steps=tuple(_steps(file, sources)),
        late=tuple(_cases(file, "late", sources)),
    )
    file.done()
    return renewal


def read_employer_change(text: str, documents: Mapping[str, Document]) -> tuple[Case, ...]:
    """The branches of a change of employer from a TOML text."""
    file, sources = _file("employer_change", text, documents)
    branches = tuple(_cases(file, "branch", sources))
    file.done()
    return branches


def read_statuses(text: str, documents: Mapping[str, Document]) -> tuple[Status, ...]:
    """The words that the points system shows, from a TOML text."""
    file, sources = _file("statuses", text, documents)
    statuses = tuple(
        Status(
            id=row.text("id"),
            shown=row.texts("shown"),
            known=row.flag("known"),
            actor=row.one_of("actor", _ACTORS),
            statements=_statements(row, _STEP_PARTS, sources),
        )
        for row in file.tables("status")
    )
    file.done()
    return statuses


def read_materials(text: str, documents: Mapping[str, Document]) -> tuple[Material, ...]:
    """The papers of the application from a TOML text."""
    file, sources = _file("materials", text, documents)
    conditions = file.texts("conditions")
    materials = tuple(_material(row, conditions, sources) for row in file.tables("material"))
    file.done()
    return materials


def _material(row: Table, conditions: Collection[str], sources: _Sources) -> Material:
    material = Material(
        id=row.text("id"),
        conditions=row.texts("when"),
        provider=row.one_of("provider", ("you", "employer")),
        form=row.one_of("form", FORMS),
        statement=_statement(row, "what", sources),
        pitfalls=tuple(_statement(pitfall, "pitfall", sources) for pitfall in row.tables("pitfall"))
        if row.has("pitfall")
        else (),
    )
    for condition in material.conditions:
        if condition not in conditions:
            raise RuleBookError(f"{row.place}: there is no condition {condition}")
    return material


def _file(name: str, text: str, documents: Mapping[str, Document]) -> tuple[Table, _Sources]:
    file = Table(name, tomllib.loads(text))
    return file, _Sources(documents, None).within(file)


def _steps(file: Table, sources: _Sources) -> Iterator[Step]:
    for row in file.tables("step"):
        yield Step(row.text("id"), row.one_of("actor", _ACTORS), _statements(row, _STEP_PARTS, sources))


def _cases(file: Table, key: str, sources: _Sources) -> Iterator[Case]:
    for row in file.tables(key):
        yield Case(row.text("id"), _statements(row, _STEP_PARTS, sources))


def _period(row: Table, sources: _Sources) -> Period:
    return Period(
        id=row.text("id"),
        count=row.whole("count"),
        unit=row.one_of("unit", ("days", "working_days")),
        statement=_statement(row, "how_long", sources),
    )


# ------------------------------------------------------------------------------------------------------------- offices


def read_offices(text: str, documents: Mapping[str, Document]) -> tuple[Office, ...]:
    """The district centres from a TOML text, each with the remarks that it names."""
    file, sources = _file("offices", text, documents)
    remarks = {row.text("id"): _statement(row, "remark", sources) for row in file.tables("remark")}
    offices = tuple(_office(row, remarks, sources) for row in file.tables("office"))
    file.done()
    return offices


def _office(row: Table, remarks: Mapping[str, Statement], sources: _Sources) -> Office:
    return Office(
        id=row.text("id"),
        name=_words(row),
        aliases=row.texts("aliases"),
        places=tuple(_place(place, remarks, sources) for place in row.tables("place")) if row.has("place") else (),
        remarks=_named_remarks(row, remarks),
    )


def _place(row: Table, remarks: Mapping[str, Statement], sources: _Sources) -> Place:
    return Place(
        address=(row.text("address"), row.text("address_zh_Hant")) if row.has("address") else None,
        phones=row.texts("phones"),
        sources=sources.of(row),
        confidence=row.one_of("confidence", CONFIDENCES),
        stale=row.flag("stale"),
        reviewed=sources.review(row),
        remarks=_named_remarks(row, remarks),
    )


def _named_remarks(row: Table, remarks: Mapping[str, Statement]) -> tuple[Statement, ...]:
    names = row.texts("remarks")
    for name in names:
        if name not in remarks:
            raise RuleBookError(f"{row.place}: there is no remark {name}")
    return tuple(remarks[name] for name in names)
