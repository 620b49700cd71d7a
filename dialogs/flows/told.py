"""Statements of the knowledge as lines of a screen: what they say, how sure that is, and what they rest on."""

from collections.abc import Iterable, Iterator

from dialogs.knowledge.answering import citations
from dialogs.knowledge.model import Statement
from dialogs.texts import Texts

_LINES = {
    "what": "flow.line.what",
    "where": "flow.line.where",
    "how_long": "flow.line.how_long",
    "pitfall": "flow.line.pitfall",
    "papers": "flow.line.papers",
    "disputed": "flow.line.disputed",
}
"""The line of each part of a procedure."""
_MARKS = {"C": "flow.mark.few_sources", "D": "flow.mark.disputed"}
"""How a statement is marked that rests on little. A part that is called disputed says so itself."""


def lines(statements: Iterable[Statement], text: Texts) -> Iterator[str]:
    """Each statement as a line."""
    for statement in statements:
        yield text(_LINES[statement.part], line=marked(statement, text))


def marked(statement: Statement, text: Texts) -> str:
    """What a statement says, marked where few sources say so or where they disagree."""
    said = statement.words[text.locale]
    mark = None if statement.part == "disputed" else _MARKS.get(statement.confidence)
    return said if mark is None else text("flow.marked", line=said, mark=text(mark))


def sources(statements: Iterable[Statement], text: Texts) -> str:
    """What statements rest on, and the day of the oldest review among them; at least one statement."""
    said = list(statements)
    cited = citations((statement.sources, statement.confidence) for statement in said)
    names = text("flow.sources.separator").join(citation.document.name for citation in cited)
    return text("flow.sources", names=names, reviewed=min(statement.reviewed for statement in said).isoformat())
