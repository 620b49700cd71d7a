"""Reasons in words: the structured reasons of the scorer as sentences of one language."""

from dialogs.texts import Texts
from scoring.lines import Item, Reason, Term, Value

SEPARATOR = " / "


def because(reason: Reason, text: Texts) -> str:
    """The sentence of a reason."""
    return text(reason.id, **{name: _shown(value, text) for name, value in reason.values})


def with_caution(line: str, caution: Reason | None, text: Texts) -> str:
    """A line with what to know of it, where there is something."""
    return line if caution is None else text("caution.beside", line=line, caution=because(caution, text))


def _shown(value: Value, text: Texts) -> str | int:
    if isinstance(value, tuple):
        return SEPARATOR.join(text(term) for term in value)
    return text(value) if isinstance(value, Term) else value


def is_unknown(item: Item) -> bool:
    """Whether nothing is known of a line."""
    return item.reason.id.endswith(".unknown")
