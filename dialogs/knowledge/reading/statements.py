"""Documents and statements, of which every file of the knowledge is made. An error is a RuleBookError with a place."""

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from string import Formatter
from typing import NamedTuple

from dialogs.knowledge.model import KINDS, LOCALES, Document, Statement, Words
from dialogs.knowledge.slots import SLOTS
from scoring.rulebook import CONFIDENCES
from scoring.table import RuleBookError, Table

_OFFICIAL = ("official", "own")
"""The kinds of document of which one must stand behind a confidence of A or A-."""


class Sources(NamedTuple):
    """The documents that a file may name, and the day on which its entries were reviewed."""

    documents: Mapping[str, Document]
    reviewed: date

    def of(self, table: Table) -> tuple[Document, ...]:
        """The documents that a table names, at least one."""
        ids = table.texts("sources")
        if not ids:
            raise RuleBookError(f"{table.place}: no source")
        for id in ids:
            if id not in self.documents:
                raise RuleBookError(f"{table.place}: there is no document {id}")
        return tuple(self.documents[id] for id in ids)

    def review(self, table: Table) -> date:
        """The day on which a table was reviewed: its own, or that of the file."""
        return table.day("reviewed") if table.has("reviewed") else self.reviewed

    def confidence(self, table: Table, documents: Collection[Document]) -> str:
        """The confidence of a table that rests on documents."""
        confidence = table.one_of("confidence", CONFIDENCES)
        if confidence.startswith("A") and not any(document.kind in _OFFICIAL for document in documents):
            raise RuleBookError(f"{table.place}: confidence {confidence} without an official document")
        return confidence


def read_file(name: str, text: str, documents: Mapping[str, Document]) -> tuple[Table, Sources]:
    """The table of a TOML text, and what its entries may rest on."""
    file = Table(name, tomllib.loads(text))
    return file, Sources(documents, file.day("reviewed"))


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


def read_words(table: Table, fields: Collection[str] = ()) -> Words:
    """A text in every language, with the same fields in braces."""
    words = {locale: table.text(locale) for locale in LOCALES}
    for locale, text in words.items():
        if not text or text != text.strip():
            raise RuleBookError(f"{table.place}: {locale} is empty or padded")
        if {name for _, name, _, _ in Formatter().parse(text) if name is not None} != set(fields):
            raise RuleBookError(f"{table.place}: {locale} has other fields than [{', '.join(sorted(fields))}]")
    return words


def read_statement(table: Table, part: str, sources: Sources) -> Statement:
    """One statement."""
    slots = table.texts("slots") if table.has("slots") else ()
    for slot in slots:
        if slot not in SLOTS:
            raise RuleBookError(f"{table.place}: there is no slot {slot}")
    documents = sources.of(table)
    return Statement(
        part=part,
        words=read_words(table, slots),
        sources=documents,
        confidence=sources.confidence(table, documents),
        reviewed=sources.review(table),
        slots=slots,
        about_the_past=table.flag("about_the_past") if table.has("about_the_past") else False,
        asked=_cues(table),
    )


def _cues(table: Table) -> tuple[frozenset[str], ...]:
    """The cues of a statement, each written as its concepts with blanks between them."""
    cues = tuple(frozenset(cue.split()) for cue in table.texts("asked")) if table.has("asked") else ()
    if not all(cues):
        raise RuleBookError(f"{table.place}: an empty cue")
    return cues


def read_statements(within: Table, parts: Collection[str], sources: Sources) -> tuple[Statement, ...]:
    """The statements of a table, each with its part, in their order."""
    return tuple(read_statement(row, row.one_of("part", parts), sources) for row in within.tables("statement"))
