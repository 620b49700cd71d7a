"""A free question in the middle of a talk (插问): answered from the articles, and the talk goes on where it was."""

import re

from dialogs.answered import answer_to
from dialogs.texts import Texts
from dialogs.topics import OUT_OF_SCOPE, find_topic
from scoring.facts import Facts

SHORTEST = 4
"""Characters of the shortest message that is taken for a question."""

_ASKED = re.compile(
    r"[?？吗嗎呢么麼嘛啥咋哪谁誰]|什|甚|怎|如何|为何|為何|几[个個时時年天月分岁]|幾|多少|多久|多长|多長|多大|何时|何時"
    r"|(?<!不)是不是|有没有|有沒有|能不能|能否|可不可|可否|要不要|用不用|行不行|算不算|会不会|會不會|够不够|夠不夠|好不好"
    r"|^\s*(?:what|how|when|where|which|who|why|can|could|do|does|did|is|are|am|should|will|would|may|must)\b",
    re.IGNORECASE,
)
"""What a question looks like, and an answer to one does not."""


def is_asked(message: str) -> bool:
    """Whether a message asks something, by its words alone."""
    return _ASKED.search(message) is not None


def aside(message: str, facts: Facts, text: Texts) -> tuple[str, ...]:
    """The answer to a question with its sources, or nothing where it is not surely one that the articles answer."""
    if len(message.strip()) < SHORTEST:
        return ()
    found = find_topic(message)
    if found.unsure or found.topic == OUT_OF_SCOPE:
        return ()
    told = answer_to(message, found.topic, text.locale, facts)
    names = text("flow.sources.separator").join(dict.fromkeys(cited.document.name for cited in told.sources))
    return ("\n".join(told.paragraphs), text("flow.sources", names=names, reviewed=told.as_of.isoformat()))
