"""Screens as Telegram's messages: as many as a text needs, buttons below the last. Plain text throughout.

Telegram counts in units of UTF-16, in which rare characters and emoji are two.
"""

import re
from typing import Final

from bot.messages import Button, Show

LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024
LONGEST_NOTE: Final = 200
LONGEST_LABEL: Final = 64
"""Units; Telegram sets no limit, but cuts what a telephone cannot show."""
LONGEST_DATA: Final = 64
"""Bytes that a button may carry."""
SHORTEST_PART: Final = 0.4
"""How full a message is at least: a good place to break is not looked for before."""

NO_PREVIEW: Final[dict[str, object]] = {"is_disabled": True}
"""What is said of links, as the Bot API writes it."""

# Where a text is broken, the best first: after a paragraph, a line, a sentence, a clause, a word.
_BREAKS: Final = tuple(
    re.compile(pattern)
    for pattern in (r"\n\s*\n", r"\n", r"[。！？][”』」）》]*|[.!?][\"')]*\s", r"[；，、：]|[;,:]\s", r"\s")
)
# What belongs to the character before it: combining marks, joiners, variants, shades of skin.
_JOINED: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")


def parted(show: Show) -> tuple[Show, Show | None]:
    """A screen as one message, and what is left of it for others: the first takes the older message's place, the last
    has the buttons.

    Raises `ValueError` for what no server would take: a text without words, a button that carries too much.
    """
    for row in show.buttons:
        for button in row:
            _check(button)
    text = show.text.strip()
    if not text:
        raise ValueError("a screen without words")
    first, rest = broken(text, LONGEST_TEXT)
    if rest:
        return Show(first, over=show.over), Show(rest, show.buttons)
    return Show(first, tuple(tuple(map(_labelled, row)) for row in show.buttons), show.over), None


def _labelled(button: Button) -> Button:
    label = cut(button.label, LONGEST_LABEL)
    return button if label == button.label else button._replace(label=label)


def keyboard(screen: Show) -> dict[str, object] | None:
    """A screen's buttons as the Bot API writes them, or None where there are none."""
    rows = [
        [
            {"text": button.label, "callback_data": button.data}
            if button.data
            else {"text": button.label, "url": button.url}
            for button in row
        ]
        for row in screen.buttons
    ]
    return {"inline_keyboard": rows} if rows else None


def units(text: str) -> int:
    """How long Telegram counts a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """A text of at most `limit` units; what does not fit gives way to an ellipsis."""
    # No character is more than two units.
    if len(text) * 2 <= limit or units(text) <= limit:
        return text
    return text[: _last_whole(text, _fitting(text, limit - 1))].rstrip() + "…"


def broken(text: str, limit: int) -> tuple[str, str]:
    """The first part of a text, of at most `limit` units, and what follows it: broken where it reads best, and nothing
    but space is lost between them.
    """
    end = _end(text, limit)
    return text[:end].rstrip(), text[end:].lstrip()


def _end(text: str, limit: int) -> int:
    """Where the first part of a text ends."""
    fitting = _fitting(text, limit)
    if fitting == len(text):
        return fitting
    for good in _BREAKS:
        ends = [found.end() for found in good.finditer(text, int(fitting * SHORTEST_PART), fitting)]
        if ends:
            return ends[-1]
    return _last_whole(text, fitting)


def _fitting(text: str, limit: int) -> int:
    """How many characters of a text are at most `limit` units."""
    end = min(len(text), limit)
    while units(text[:end]) > limit:
        end -= max(1, (units(text[:end]) - limit) // 2)
    return end


def _last_whole(text: str, end: int) -> int:
    """The last place at or before `end` that breaks no character in two; `end` itself where there is none."""
    place = end
    while 0 < place < len(text) and (_JOINED.match(text, place) or text[place - 1] == "\u200d"):
        place -= 1
    return place or end


def _check(button: Button) -> None:
    if not button.label.strip():
        raise ValueError("a button without a label")
    if bool(button.data) == bool(button.url):
        raise ValueError(f"the button {button.label!r} neither carries something nor opens something, or does both")
    if len(button.data) > LONGEST_DATA or not button.data.isascii():
        raise ValueError(f"the button {button.label!r} carries more than {LONGEST_DATA} bytes of ASCII")
