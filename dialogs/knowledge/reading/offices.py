"""The district centres."""

from collections.abc import Collection, Mapping

from dialogs.knowledge.model import Directory, Document, Office, Place, Statement, Words
from dialogs.knowledge.reading.statements import Sources, read_file, read_statement, read_words
from scoring.table import RuleBookError, Table

_LINES = {"address": {"office", "address"}, "phones": {"office", "phones"}, "remark": {"office", "remark"}}
_LINES["address_and_phones"] = _LINES["address"] | _LINES["phones"]


def read_offices(text: str, documents: Mapping[str, Document]) -> Directory:
    """The district centres from a TOML text, each with the remarks that it names."""
    file, sources = read_file("offices", text, documents)
    remarks = {row.text("id"): read_statement(row, "remark", sources) for row in file.tables("remark")}
    lines = file.table("line")
    directory = Directory(
        lines={name: _line(lines.table(name), fields) for name, fields in _LINES.items()},
        offices=tuple(_office(row, remarks, sources) for row in file.tables("office")),
    )
    lines.done()
    file.done()
    return directory


def _line(row: Table, fields: Collection[str]) -> Words:
    line = read_words(row, fields)
    row.done()
    return line


def _office(row: Table, remarks: Mapping[str, Statement], sources: Sources) -> Office:
    return Office(
        id=row.text("id"),
        name=read_words(row),
        aliases=row.texts("aliases"),
        places=tuple(_place(place, remarks, sources) for place in row.tables("place")) if row.has("place") else (),
        remarks=_named_remarks(row, remarks),
    )


def _place(row: Table, remarks: Mapping[str, Statement], sources: Sources) -> Place:
    documents = sources.of(row)
    return Place(
        address=_address(row) if row.has("address") else None,
        phones=row.texts("phones"),
        sources=documents,
        confidence=sources.confidence(row, documents),
        stale=row.flag("stale"),
        reviewed=sources.review(row),
        remarks=_named_remarks(row, remarks),
    )


def _address(row: Table) -> Words:
    """An address, which stays Chinese in English too."""
    simplified, traditional = row.text("address"), row.text("address_zh_Hant")
    return {"zh_Hans": simplified, "zh_Hant": traditional, "en": simplified}


def _named_remarks(row: Table, remarks: Mapping[str, Statement]) -> tuple[Statement, ...]:
    names = row.texts("remarks")
    for name in names:
        if name not in remarks:
            raise RuleBookError(f"{row.place}: there is no remark {name}")
    return tuple(remarks[name] for name in names)
