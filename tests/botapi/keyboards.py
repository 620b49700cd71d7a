"""From the reply_markup of a call to the keyboard that is kept."""

from __future__ import annotations

from collections.abc import Callable

from tests.botapi.links import checked_link
from tests.botapi.messages import Button, Keyboard, Rows
from tests.botapi.request import UNREADABLE, Request
from tests.botapi.values import Json, JsonObject, bad_request

DATA_LIMIT = 64
"""Bytes of UTF-8 in a button's data."""
ROW_LIMIT = 12
KEPT_BUTTONS = 300
"""What is more in a row, or in all, is left out without a word."""
INLINE_LIMIT = 100
"""Inline buttons that the network takes."""

_OTHER = (
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


def keyboard(request: Request) -> Keyboard | None:
    """The keyboard of a call, None when it has none. Raises ApiError."""
    value = request.json("reply_markup")
    if value is None:
        return None
    if value == UNREADABLE:
        raise bad_request("Can't parse reply keyboard markup JSON object")
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    reply = rows(value, "keyboard", 'Field "keyboard" must be an Array of Arrays', reply_button)
    inline = rows(
        value,
        "inline_keyboard",
        'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        inline_button,
    )
    if reply:
        return Keyboard("reply", reply)
    if inline:
        if sum(map(len, inline)) > INLINE_LIMIT:
            raise bad_request("reply markup is too long")
        return Keyboard("inline", inline)
    if value.get("remove_keyboard") or value.get("hide_keyboard"):
        return Keyboard("remove")
    if value.get("force_reply") or value.get("force_reply_keyboard"):
        return Keyboard("force_reply")
    return None


def rows(markup: JsonObject, name: str, not_rows: str, button: Callable[[Json], Button]) -> Rows:
    value = markup.get(name)
    if value is None:
        return ()
    if not isinstance(value, list):
        raise bad_request(f'Field "{name}" must be of type Array')
    kept: list[tuple[Button, ...]] = []
    total = 0
    for row in value:
        if not isinstance(row, list):
            raise bad_request(not_rows)
        buttons = [made for item in row if (made := button(item)).label][: min(ROW_LIMIT, KEPT_BUTTONS - total)]
        total += len(buttons)
        if buttons:
            kept.append(tuple(buttons))
    return tuple(kept)


def inline_button(item: Json) -> Button:
    prefix = "Can't parse inline keyboard button: "
    if not isinstance(item, dict):
        raise bad_request(f"{prefix}InlineKeyboardButton must be an Object")
    label = string_field(item, "text", prefix)
    assert label is not None
    url, data = (
        string_field(item, "url", prefix, optional=True),
        string_field(item, "callback_data", prefix, optional=True),
    )
    if url:
        return Button(label, url=button_link(url))
    if data:
        if len(data.encode("utf-8", "surrogatepass")) > DATA_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
        return Button(label, data=data)
    other = tuple((name, item[name]) for name in _OTHER if name in item)[:1]
    if not other:
        raise bad_request(f"{prefix}Text buttons are unallowed in the inline keyboard")
    return Button(label, other=other)


def button_link(url: str) -> str:
    if url.startswith("tg://"):
        return url
    checked = checked_link(url)
    if checked is None:
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return checked


def reply_button(item: Json) -> Button:
    prefix = "Can't parse keyboard button: "
    if isinstance(item, str):
        return Button(item)
    if not isinstance(item, dict):
        raise bad_request(f"{prefix}KeyboardButton must be a String or an Object")
    label = string_field(item, "text", prefix)
    assert label is not None
    return Button(label, other=tuple((name, value) for name, value in item.items() if name != "text"))


def string_field(item: JsonObject, name: str, prefix: str, *, optional: bool = False) -> str | None:
    value = item.get(name)
    if name not in item and optional:
        return None
    if name not in item:
        raise bad_request(f'{prefix}Can\'t find field "{name}"')
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise bad_request(f'{prefix}Field "{name}" must be of type String')
    return str(value)
