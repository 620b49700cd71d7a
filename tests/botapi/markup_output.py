"""What the two markup parsers share: the text read so far, and the entities found in it."""

from __future__ import annotations

from tests.botapi.links import checked_link, person_in
from tests.botapi.messages import Entity, Text
from tests.botapi.values import Json


class MarkupError(Exception):
    """Broken markup, in the official words."""


class Output:
    """The plain text, byte by byte, with its length in UTF-16 units."""

    def __init__(self) -> None:
        self.written = bytearray()
        self.length = 0
        self.entities: list[Entity] = []

    def byte(self, byte: int) -> None:
        self.written.append(byte)
        if byte & 0xC0 != 0x80:
            self.length += 2 if byte >= 0xF0 else 1

    def character(self, code: int) -> None:
        for byte in chr(code).encode("utf-8", "surrogatepass"):
            self.byte(byte)

    def since(self, position: int) -> str:
        return self.written[position:].decode("utf-8", "replace")

    def mark(self, kind: str, offset: int, **extra: Json) -> None:
        self.entities.append(Entity(kind, offset, self.length - offset, tuple(extra.items())))

    def mark_link(self, url: str, offset: int) -> None:
        """A link, a mention of a person by id, or nothing when the link is none."""
        person = person_in(url)
        if person is not None:
            self.mark("text_mention", offset, user={"id": person, "is_bot": False, "first_name": ""})
        elif (checked := checked_link(url)) is not None:
            self.mark("text_link", offset, url=checked)

    def result(self) -> Text:
        try:
            text = self.written.decode("utf-8")
        except UnicodeDecodeError:
            raise MarkupError(
                "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
                "code units"
            ) from None
        return Text(text, in_order(self.entities))


ORDER = (
    "blockquote",
    "expandable_blockquote",
    "pre",
    "code",
    "text_link",
    "text_mention",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
)


def in_order(entities: list[Entity]) -> tuple[Entity, ...]:
    """By offset, the longer first."""

    def key(entity: Entity) -> tuple[int, int, int]:
        return entity.offset, -entity.length, ORDER.index(entity.type) if entity.type in ORDER else len(ORDER)

    return tuple(sorted(entities, key=key))
