"""parse_mode=MarkdownV2: the official marks, and the official words for what is broken. Offsets in errors are bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tests.botapi.markup_output import MarkupError, Output
from tests.botapi.messages import Entity, Text

_RESERVED = b"_*[]()~`>#+-=|{}.!\n"
_SPACE = b" \t\r\n\0\v"
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "bold": "Bold",
        "italic": "Italic",
        "underline": "Underline",
        "strikethrough": "Strikethrough",
        "spoiler": "Spoiler",
        "code": "Code",
        "pre": "Pre",
        "text_link": "TextUrl",
        "custom_emoji": "CustomEmoji",
        "blockquote": "BlockQuote",
    }
)
_ENDS: Mapping[str, bytes] = MappingProxyType(
    {
        "bold": b"*",
        "code": b"`",
        "pre": b"```",
        "text_link": b"]",
        "custom_emoji": b"]",
        "underline": b"__",
        "strikethrough": b"~",
        "spoiler": b"||",
    }
)


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits for its end; `begin` is its byte in the source, `position` the byte in the plain text."""

    kind: str
    offset: int
    begin: int
    position: int
    language: str = ""

    @property
    def name(self) -> str:
        return "PreCode" if self.language else _NAMES[self.kind]


def parse_markdown_v2(text: str) -> Text:
    """The text without its marks. Raises MarkupError."""
    return _Parser(text.encode("utf-8", "surrogatepass")).parsed()


class _Parser:
    def __init__(self, source: bytes) -> None:
        self._source = source
        self._at = 0
        self._output = Output()
        self._open: list[_Open] = []
        self._at_line_start = True
        self._in_quote = False

    def parsed(self) -> Text:
        while self._at < len(self._source):
            byte = self._source[self._at]
            if byte == ord("\\") and 0 < self._byte(1) <= 126:
                self._at += 1
                self._plain()
            elif byte not in self._reserved():
                self._plain()
            elif self._is_end():
                self._end()
            else:
                self._begin()
        if self._in_quote:
            self._close_quote_at_end()
        if self._open:
            raise self._no_end(self._open[-1])
        return self._output.result()

    def _byte(self, ahead: int = 0) -> int:
        position = self._at + ahead
        return self._source[position] if position < len(self._source) else 0

    def _here(self, mark: bytes) -> bool:
        return self._source.startswith(mark, self._at)

    def _reserved(self) -> bytes:
        return b"`" if self._open and self._open[-1].kind in {"code", "pre"} else _RESERVED

    def _plain(self) -> None:
        byte = self._source[self._at]
        self._output.byte(byte)
        if byte != ord("\r"):
            self._at_line_start = byte == ord("\n")
        self._at += 1

    @staticmethod
    def _no_end(mark: _Open) -> MarkupError:
        return MarkupError(f"Can't find end of {mark.name} entity at byte offset {mark.begin}")

    def _is_end(self) -> bool:
        if not self._open:
            return False
        if self._in_quote and self._here(b"\n") and self._byte(1) != ord(">"):
            return True
        kind = self._open[-1].kind
        if kind == "italic":
            return self._here(b"_") and not self._here(b"__")
        return kind in _ENDS and self._here(_ENDS[kind])

    def _begin(self) -> None:
        begin = self._at
        for mark, kind in (
            (b"__", "underline"),
            (b"_", "italic"),
            (b"*", "bold"),
            (b"~", "strikethrough"),
            (b"||", "spoiler"),
            (b"![", "custom_emoji"),
            (b"[", "text_link"),
            (b"```", "pre"),
            (b"`", "code"),
        ):
            if self._here(mark):
                self._at += len(mark)
                language = self._language() if kind == "pre" else ""
                self._push(kind, begin, language)
                return
        if self._here(b"\n"):
            self._plain()
        elif self._here(b">") and self._at_line_start:
            self._at += 1
            if not self._in_quote:
                self._in_quote = True
                self._push("blockquote", begin)
        else:
            character = chr(self._source[begin])
            raise MarkupError(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")

    def _push(self, kind: str, begin: int, language: str = "") -> None:
        self._open.append(_Open(kind, self._output.length, begin, len(self._output.written), language))

    def _language(self) -> str:
        """The word after ```, if a space follows it; one line break after it is passed over."""
        end = self._at
        while end < len(self._source) and self._source[end] not in _SPACE + b"`":
            end += 1
        language = ""
        if end != self._at and end < len(self._source) and self._source[end] != ord("`"):
            language = self._source[self._at : end].decode("utf-8", "replace")
            self._at = end
        for line_break in (b"\r\n", b"\n\r", b"\n", b"\r"):
            if self._here(line_break):
                self._at += len(line_break)
                break
        return language

    def _end(self) -> None:
        mark = self._open.pop()
        if self._here(b"\n") and self._in_quote:
            self._end_quote_line(mark)
            return
        begin = self._at
        self._at += 1 if mark.kind == "italic" else len(_ENDS[mark.kind])
        empty = self._output.length == mark.offset
        match mark.kind:
            case "text_link":
                url = self._url() if self._here(b"(") else self._output.since(mark.position)
                if not empty:
                    self._output.mark_link(url, mark.offset)
            case "custom_emoji":
                if not self._here(b"("):
                    self._at = begin
                    raise MarkupError("The entity must contain a tg://emoji or tg://time URL")
                self._mark_emoji(self._url(), mark, empty=empty)
            case "pre" if mark.language and not empty:
                self._output.mark("pre", mark.offset, language=mark.language)
            case _ if not empty:
                self._output.mark(mark.kind, mark.offset)

    def _mark_emoji(self, url: str, mark: _Open, *, empty: bool) -> None:
        emoji = url.removeprefix("tg://emoji?id=")
        moment, _, form = url.removeprefix("tg://time?unix=").partition("&format=")
        if url.startswith("tg://emoji?id=") and emoji.isdigit() and int(emoji):
            if not empty:
                self._output.mark("custom_emoji", mark.offset, custom_emoji_id=emoji)
        elif url.startswith("tg://time?unix=") and moment.isdigit() and int(moment):
            if not empty:
                self._output.mark("date_time", mark.offset, unix_time=int(moment), date_time_format=form)
        else:
            raise MarkupError("Invalid tg://emoji or tg://time URL specified")

    def _url(self) -> str:
        """What stands in the round brackets here."""
        self._at += 1
        begin = self._at
        url = bytearray()
        while self._at < len(self._source) and self._byte() != ord(")"):
            if self._byte() == ord("\\") and 0 < self._byte(1) <= 126:
                self._at += 1
            url.append(self._byte())
            self._at += 1
        if self._at >= len(self._source):
            raise MarkupError(f"Can't find end of a URL at byte offset {begin}")
        self._at += 1
        return url.decode("utf-8", "replace")

    def _end_quote_line(self, mark: _Open) -> None:
        """The line break that ends a quotation; `||` right before it makes the quotation expandable."""
        kind = "blockquote"
        if mark.kind != "blockquote":
            before = self._source[: self._at].removesuffix(b"\r")
            if mark.kind != "spoiler" or mark.begin != len(before) - 2:
                raise self._no_end(mark)
            mark, kind = self._open.pop(), "expandable_blockquote"
            if mark.kind != "blockquote":
                raise self._no_end(mark)
        self._plain()
        self._in_quote = False
        self._output.entities.append(Entity(kind, mark.offset, self._output.length - mark.offset))

    def _close_quote_at_end(self) -> None:
        kind = "blockquote"
        if self._open[-1].kind == "spoiler" and self._open[-1].begin == len(self._source) - 2:
            self._open.pop()
            kind = "expandable_blockquote"
        if self._open[-1].kind == "blockquote":
            mark = self._open.pop()
            if self._output.length > mark.offset:
                self._output.mark(kind, mark.offset)
