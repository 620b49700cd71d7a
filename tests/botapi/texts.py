"""From the arguments of a call to the text that is kept: markup, entities, limits."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.botapi.html_markup import parse_html
from tests.botapi.links import checked_link
from tests.botapi.markdown_markup import parse_markdown_v2
from tests.botapi.markup_output import MarkupError, in_order
from tests.botapi.messages import Entity, Text
from tests.botapi.request import Request
from tests.botapi.values import Json, bad_request, utf16_length

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
"""In UTF-16 units, after the markup is read: the stricter count. The official server's own check counts characters."""
RAW_LIMIT = 1 << 15

_GIVEN = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "blockquote",
        "expandable_blockquote",
        "date_time",
    }
)
_FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"})
_EXTRA: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "text_link": (("url",), ()),
    "text_mention": (("user",), ()),
    "custom_emoji": (("custom_emoji_id",), ()),
    "pre": ((), ("language",)),
    "date_time": (("unix_time",), ("date_time_format",)),
}
"""What a kind needs besides its place, and what it may have."""
_LEFT_OUT = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_PATTERNS = (
    (
        "url",
        re.compile(
            r"https?://(?:[^\s<>，。；：！？、（）《》「」【】…]*[^\s<>，。；：！？、（）《》「」【】….,:;!?)\]}'\"])"
        ),
    ),
    ("bot_command", re.compile(r"(?<![\w/>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}")),
)


def message_text(request: Request) -> Text:
    """The text of sendMessage and editMessageText. Raises ApiError."""
    if not request.text("text"):
        raise bad_request("Message text is empty")
    text = finished(formatted(request, "text", "entities"))
    if not text.text:
        raise bad_request("Text must be non-empty")
    if utf16_length(text.text) > TEXT_LIMIT:
        raise bad_request("Message is too long")
    return text


def caption(request: Request) -> Text:
    """The caption of a file, possibly empty. Raises ApiError."""
    text = finished(formatted(request, "caption", "caption_entities"))
    if utf16_length(text.text) > CAPTION_LIMIT:
        raise bad_request("Message caption is too long")
    return text


def formatted(request: Request, name: str, entities: str) -> Text:
    raw = request.text(name)
    if len(raw.encode("utf-8", "surrogatepass")) > RAW_LIMIT:
        raise bad_request("Text is too long")
    mode = request.text("parse_mode").lower()
    if raw and mode not in {"", "none"}:
        return parsed(raw, mode)
    return Text(raw, given_entities(request.json(entities), raw))


def parsed(raw: str, mode: str) -> Text:
    try:
        match mode:
            case "html":
                return parse_html(raw)
            case "markdownv2":
                return parse_markdown_v2(raw)
            case "markdown":
                raise bad_request("this test server does not read the old Markdown, use MarkdownV2")
            case _:
                raise bad_request("Unsupported parse_mode")
    except MarkupError as error:
        raise bad_request(f"Can't parse entities: {error}") from error


def given_entities(value: Json, text: str) -> tuple[Entity, ...]:
    """Entities that the call names itself, checked against the text."""
    if not isinstance(value, list):
        return ()
    try:
        entities = in_order([entity for item in value if (entity := given_entity(item)) is not None])
    except MarkupError as error:
        raise bad_request(f"Can't parse MessageEntity: {error}") from error
    check_places(entities, text)
    return entities


def given_entity(item: Json) -> Entity | None:
    if not isinstance(item, dict):
        raise MarkupError("expected an Object")
    offset, length = entity_number(item, "offset"), entity_number(item, "length")
    kind = entity_type(item)
    if kind in _FOUND:
        return None
    if kind not in _GIVEN:
        raise MarkupError("Unsupported type specified")
    required, optional = _EXTRA.get(kind, ((), ()))
    for name in required:
        if name not in item:
            raise MarkupError(f'Can\'t find field "{name}"')
    return Entity(kind, offset, length, tuple((name, item[name]) for name in required + optional if name in item))


def entity_type(item: Mapping[str, Json]) -> str:
    kind = item.get("type")
    if "type" not in item:
        raise MarkupError('Can\'t find field "type"')
    if not isinstance(kind, str):
        raise MarkupError('Field "type" must be of type String')
    if not kind:
        raise MarkupError("Type is not specified")
    return kind


def entity_number(item: Mapping[str, Json], name: str) -> int:
    if name not in item:
        raise MarkupError(f'Can\'t find field "{name}"')
    value = item[name]
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise MarkupError(f'Field "{name}" must be a Number')
    try:
        return int(value)
    except ValueError:
        raise MarkupError(f'Field "{name}" must be a valid Number') from None


def check_places(entities: tuple[Entity, ...], text: str) -> None:
    """Every entity must begin and end between characters of the text."""
    units = utf16_length(text)
    starts = character_starts(text)
    for entity in entities:
        end = entity.offset + entity.length
        if entity.offset < 0 or entity.length <= 0:
            continue
        if entity.offset >= units:
            raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {entity.offset}")
        if entity.offset not in starts:
            at = byte_position(text, entity.offset)
            raise bad_request(f"Entity begins in a middle of a UTF-16 symbol at byte offset {at}")
        if end > units:
            raise bad_request(
                f"Entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
                f"at UTF-16 offset {end}"
            )
        if end not in starts:
            at = byte_position(text, end)
            raise bad_request(
                f"Entity beginning at UTF-16 offset {entity.offset} ends in a middle of a UTF-16 symbol "
                f"at byte offset {at}"
            )
        url = dict(entity.extra).get("url")
        if isinstance(url, str) and checked_link(url) is None:
            raise bad_request(f"Entity URL '{url}' is invalid: Wrong HTTP URL")


def character_starts(text: str) -> frozenset[int]:
    """The UTF-16 offsets at which a character begins, and the end."""
    offset = 0
    starts = [0]
    for character in text:
        offset += 2 if ord(character) > 0xFFFF else 1
        starts.append(offset)
    return frozenset(starts)


def byte_position(text: str, units: int) -> int:
    """The byte after the character that covers this UTF-16 offset."""
    offset = bytes_seen = 0
    for character in text:
        if offset >= units:
            break
        offset += 2 if ord(character) > 0xFFFF else 1
        bytes_seen += len(character.encode("utf-8", "surrogatepass"))
    return bytes_seen


def finished(text: Text) -> Text:
    """Cleaned, without white space around it, with the commands, links, mentions and hashtags that the server finds."""
    text = cleaned(text)
    stripped = text.text.strip()
    ahead = utf16_length(text.text) - utf16_length(text.text.lstrip())
    units = utf16_length(stripped)
    kept = [moved for entity in text.entities if (moved := clipped(entity, -ahead, units)) is not None]
    return Text(stripped, in_order([*kept, *found_entities(stripped, kept)]))


def cleaned(text: Text) -> Text:
    """Control characters are spaces, and some that spoil other people's screens are left out."""
    try:
        text.text.encode("utf-8")
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
    places = [0]
    kept: list[str] = []
    length = 0
    for character in text.text:
        if not _LEFT_OUT.match(character):
            kept.append(" " if character < " " and character != "\n" else character)
            length += utf16_length(character)
        places += [length] * utf16_length(character)
    moved = []
    for entity in text.entities:
        begin, end = (places[min(max(at, 0), len(places) - 1)] for at in (entity.offset, entity.offset + entity.length))
        moved.append(Entity(entity.type, begin, end - begin, entity.extra))
    return Text("".join(kept), tuple(moved))


def clipped(entity: Entity, by: int, units: int) -> Entity | None:
    begin, end = max(entity.offset + by, 0), min(entity.offset + entity.length + by, units)
    return Entity(entity.type, begin, end - begin, entity.extra) if end > begin else None


def found_entities(text: str, given: list[Entity]) -> list[Entity]:
    found: list[Entity] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            begin, length = utf16_length(text[: match.start()]), utf16_length(match[0])
            fixed = [entity for entity in given if entity.type in {"code", "pre", "text_link"}]
            if not any(
                entity.offset < begin + length and begin < entity.offset + entity.length for entity in [*fixed, *found]
            ):
                found.append(Entity(kind, begin, length))
    return found


def typed(words: str) -> Text:
    """What a person typed."""
    text = finished(Text(words))
    if not text.text:
        raise ValueError("a message needs a text")
    if utf16_length(text.text) > TEXT_LIMIT:
        raise ValueError("the app splits a text as long as this")
    return text
