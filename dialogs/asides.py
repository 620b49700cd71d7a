"""A free question in the middle of a talk (插问): answered from the articles, and the talk goes on where it was."""

from dialogs.knowledge.answering import answer
from dialogs.texts import Texts
from dialogs.topics import OUT_OF_SCOPE, find_topic
from scoring.facts import Facts

SHORTEST = 4
"""Characters of the shortest message that is taken for a question."""


def aside(message: str, facts: Facts, text: Texts) -> tuple[str, ...]:
    """The answer to a question with its sources, or nothing where it is not surely one that the articles answer."""
    if len(message.strip()) < SHORTEST:
        return ()
    found = find_topic(message)
    if found.unsure or found.topic == OUT_OF_SCOPE:
        return ()
    told = answer(found.topic, text.locale, facts)
    names = text("flow.sources.separator").join(dict.fromkeys(cited.document.name for cited in told.sources))
    return ("\n".join(told.paragraphs), text("flow.sources", names=names, reviewed=told.as_of.isoformat()))
