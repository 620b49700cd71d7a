"""Which program and which rules (版本): what was kept or told by others is looked through before it is used."""

from datetime import date
from functools import lru_cache
from importlib.metadata import version

from bot.store.conversations import Conversation
from dialogs.mending import mend
from scoring.digest import rules_digest


@lru_cache(4)
def edition(on: date) -> str:
    """This program and its rules on a day. Raises NoRuleBookError before the first rule book."""
    return f"{version('hujifen')} {rules_digest(on)}"


def looked_through(conversation: Conversation, today: date) -> tuple[Conversation, int]:
    """A conversation in which everything can be read, and how many answers had to be left out of it."""
    if conversation.written_by == edition(today):
        return conversation, conversation.dropped
    mended = mend(conversation.talk, today)
    return conversation._replace(talk=mended.talk), conversation.dropped + mended.dropped
