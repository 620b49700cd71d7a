"""Topics and their articles."""

import tomllib
from collections.abc import Collection, Mapping

from dialogs.knowledge.model import BODY, ONLY_IF_ASKED, Article, Document, Topic
from dialogs.knowledge.reading.statements import read_file, read_statements, read_words
from scoring.table import RuleBookError, Table

PARTS = ("short", "personal", *BODY, "now", "disputed", ONLY_IF_ASKED)
"""The parts of an article: short answer, what fits the person's own facts, body, what to do now, what is open, and what
only a question for it brings up."""

_BODY_AT_LEAST = 2
_NEEDED = {
    "procedure": {"short", "who", "where", "how_long", "pitfall", "now"},
    "rule": {"short", "detail", "pitfall", "now"},
    "guide": {"short", "detail", "now"},
}


def read_topics(text: str) -> tuple[Topic, ...]:
    """The topics of a TOML text, in the order of a menu."""
    file = Table("topics", tomllib.loads(text))
    topics = tuple(Topic(row.text("id"), read_words(row)) for row in file.tables("topic"))
    file.done()
    return topics


def read_article(topic: str, text: str, topics: Collection[str], documents: Mapping[str, Document]) -> Article:
    """The article of a topic from a TOML text; `topics` are those that it may link to."""
    file, sources = read_file(f"articles/{topic}", text, documents)
    article = Article(
        topic=file.one_of("topic", (topic,)),
        kind=file.one_of("kind", _NEEDED),
        also=file.texts("also"),
        statements=read_statements(file, PARTS, sources),
    )
    file.done()
    for link in article.also:
        if link == topic or link not in topics:
            raise RuleBookError(f"{file.place}: also names {link}, which is no other topic")
    missing = _NEEDED[article.kind] - {statement.part for statement in article.statements}
    if missing:
        raise RuleBookError(f"{file.place}: no statement for {', '.join(sorted(missing))}")
    if len(article.parts("short")) > 1 or len(article.parts(*BODY)) < _BODY_AT_LEAST:
        raise RuleBookError(f"{file.place}: one short answer and {_BODY_AT_LEAST} or more statements of the body")
    if any(not statement.asked for statement in article.parts(ONLY_IF_ASKED)):
        raise RuleBookError(f"{file.place}: a statement that nothing asks for")
    return article
