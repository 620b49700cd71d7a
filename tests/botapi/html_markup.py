"""parse_mode=HTML: the official tags, and the official words for what is broken. Offsets in errors are bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tests.botapi.markup_output import MarkupError, Output
from tests.botapi.messages import Entity, Text

_PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "b": "bold",
        "strong": "bold",
        "i": "italic",
        "em": "italic",
        "u": "underline",
        "ins": "underline",
        "s": "strikethrough",
        "strike": "strikethrough",
        "del": "strikethrough",
        "tg-spoiler": "spoiler",
        "span": "spoiler",
    }
)
_TAGS = frozenset({*_PLAIN, "a", "pre", "code", "blockquote", "tg-emoji", "tg-time"})
_NAMED: Mapping[bytes, str] = MappingProxyType({b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'})
_SPACE = b" \t\r\n\0\v"
_ATTRIBUTE_ENDS = b"=>/\"'"


@dataclass(frozen=True, slots=True)
class _OpenTag:
    name: str
    attributes: Mapping[str, str]
    offset: int
    position: int


def parse_html(text: str) -> Text:
    """The text without its tags. Raises MarkupError."""
    return _Parser(text.encode("utf-8", "surrogatepass")).parsed()


class _Parser:
    def __init__(self, source: bytes) -> None:
        self._source = source
        self._at = 0
        self._output = Output()
        self._open: list[_OpenTag] = []

    def parsed(self) -> Text:
        while self._at < len(self._source):
            byte = self._source[self._at]
            if byte == ord("<"):
                self._tag()
            elif byte == ord("&") and (code := self._reference()):
                self._output.character(code)
            else:
                self._output.byte(byte)
                self._at += 1
        if self._open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        self._output.entities = [_without_language(entity) for entity in self._output.entities]
        return self._output.result()

    def _peek(self) -> bytes:
        """The byte here, or a zero after the end."""
        return self._source[self._at : self._at + 1] or b"\0"

    def _take_until(self, stop: bytes) -> str:
        start = self._at
        while self._at < len(self._source) and self._peek() not in stop:
            self._at += 1
        return self._source[start : self._at].decode("utf-8", "replace")

    def _skip_space(self) -> None:
        while self._at < len(self._source) and self._peek() in _SPACE:
            self._at += 1

    def _ended(self) -> bool:
        return self._at >= len(self._source)

    def _reference(self) -> int:
        """The character of a reference like &lt; or &#20320;, passed over; 0 when it is none, and stays as it is."""
        at = self._at + 1
        if self._source[at : at + 1] == b"#":
            base, digits, start = 10, b"0123456789", at + 1
            if self._source[start : start + 1] == b"x":
                base, digits, start = 16, b"0123456789abcdefABCDEF", start + 1
            end = start
            while end < len(self._source) and self._source[end] in digits:
                end += 1
            code = int(self._source[start:end] or b"0", base)
            if code == 0 or code >= 0x10FFFF or end - self._at >= 10:
                return 0
        else:
            end = at
            while end < len(self._source) and self._source[end : end + 1].isalpha():
                end += 1
            named = _NAMED.get(self._source[at:end])
            if named is None:
                return 0
            code = ord(named)
        self._at = end + 1 if self._source[end : end + 1] == b";" else end
        return code

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._peek() == b"/":
            self._at += 1
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        name = self._take_until(_SPACE + b">").lower()
        if self._ended():
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        if name not in _TAGS:
            raise MarkupError(f'Unsupported start tag "{name}" at byte offset {begin}')
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self._at += 1
        self._open.append(_OpenTag(name, attributes, self._output.length, len(self._output.written)))

    def _attributes(self, tag: str, begin: int) -> Mapping[str, str]:
        attributes: dict[str, str] = {}
        while self._peek() != b">":
            self._skip_space()
            if self._peek() == b">":
                break
            name = self._take_until(_SPACE + _ATTRIBUTE_ENDS)
            if not name:
                raise MarkupError(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
            self._skip_space()
            if self._ended():
                raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {begin}')
            attributes[name] = self._value(tag, begin) if self._peek() == b"=" else "1"
        return attributes

    def _value(self, tag: str, begin: int) -> str:
        self._at += 1
        self._skip_space()
        if self._ended():
            raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {begin}')
        quote = self._peek()
        if quote not in b"'\"":
            return self._name_token(begin)
        self._at += 1
        value = Output()
        while not self._ended() and self._peek() != quote:
            if self._peek() == b"&" and (code := self._reference()):
                value.character(code)
            else:
                value.byte(self._source[self._at])
                self._at += 1
        self._at += 1
        if self._ended():
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        return value.since(0)

    def _name_token(self, begin: int) -> str:
        start = self._at
        while not self._ended() and (self._peek().isalnum() or self._peek() in b".-"):
            self._at += 1
        if self._ended():
            raise MarkupError(f"Unclosed start tag at byte offset {begin}")
        if self._peek() not in _SPACE + b">":
            raise MarkupError(f"Unexpected end of name token at byte offset {start}")
        return self._source[start : self._at].decode("ascii").lower()

    def _end_tag(self, begin: int) -> None:
        if not self._open:
            raise MarkupError(f"Unexpected end tag at byte offset {begin}")
        name = self._take_until(_SPACE + b">").lower()
        self._skip_space()
        if self._peek() != b">":
            raise MarkupError(f"Unclosed end tag at byte offset {begin}")
        tag = self._open[-1]
        if name and name != tag.name:
            raise MarkupError(f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{name}>"')
        self._at += 1
        self._open.pop()
        if self._output.length > tag.offset:
            self._mark(tag)

    def _mark(self, tag: _OpenTag) -> None:
        output = self._output
        if tag.name in _PLAIN:
            output.mark(_PLAIN[tag.name], tag.offset)
            return
        match tag.name:
            case "a":
                output.mark_link(tag.attributes.get("href") or output.since(tag.position), tag.offset)
            case "blockquote":
                output.mark("expandable_blockquote" if "expandable" in tag.attributes else "blockquote", tag.offset)
            case "pre":
                self._mark_pre(tag)
            case "code":
                self._mark_code(tag)
            case "tg-emoji":
                emoji = tag.attributes.get("emoji-id", "")
                if not emoji.isdigit() or int(emoji) == 0:
                    raise MarkupError("Invalid custom emoji identifier specified")
                output.mark("custom_emoji", tag.offset, custom_emoji_id=emoji)
            case "tg-time":
                moment = tag.attributes.get("unix", "")
                if moment.isdigit() and int(moment) > 0:
                    form = tag.attributes.get("format", "")
                    output.mark("date_time", tag.offset, unix_time=int(moment), date_time_format=form)

    def _mark_pre(self, tag: _OpenTag) -> None:
        inside = self._same_place("code", tag)
        if inside is not None and inside.extra:
            self._output.entities[-1] = Entity("pre", inside.offset, inside.length, inside.extra)
        else:
            self._output.mark("pre", tag.offset)

    def _mark_code(self, tag: _OpenTag) -> None:
        named = tag.attributes.get("class", "")
        extra = (("language", named.removeprefix("language-")),) if named.startswith("language-") else ()
        inside = self._same_place("pre", tag)
        if inside is not None and extra:
            self._output.entities[-1] = Entity("pre", inside.offset, inside.length, extra)
        else:
            self._output.entities.append(Entity("code", tag.offset, self._output.length - tag.offset, extra))

    def _same_place(self, kind: str, tag: _OpenTag) -> Entity | None:
        last = self._output.entities[-1] if self._output.entities else None
        if last is None or (last.type, last.offset, last.length) != (
            kind,
            tag.offset,
            self._output.length - tag.offset,
        ):
            return None
        return last


def _without_language(entity: Entity) -> Entity:
    """A language counts only where code and pre cover the same text."""
    return Entity("code", entity.offset, entity.length) if entity.type == "code" else entity
