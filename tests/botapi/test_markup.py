"""Entities: read from HTML and MarkdownV2, given by the call, found by the server; and what is said of broken ones."""

from __future__ import annotations

import pytest

from tests.botapi import User
from tests.botapi.calling import Caller
from tests.botapi.values import Json

Marks = list[tuple[str, int, int]]


@pytest.fixture
async def ann(call: Caller) -> User:
    user = call.world.user()
    await user.starts()
    return user


async def sent(call: Caller, ann: User, text: str, **arguments: Json) -> tuple[str, Marks]:
    """The text as it is seen, and its entities."""
    await call("sendMessage", chat_id=ann.id, text=text, **arguments)
    body = ann.last().body
    return body.text, [(entity.type, entity.offset, entity.length) for entity in body.entities]


async def broken(call: Caller, ann: User, text: str, mode: str) -> str:
    refusal = await call.refused("sendMessage", chat_id=ann.id, text=text, parse_mode=mode)
    return refusal.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("html", "text", "marks"),
    [
        ("<b>a</b> <strong>b</strong>", "a b", [("bold", 0, 1), ("bold", 2, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        (
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
        ),
        (
            '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
            "ab",
            [("spoiler", 0, 1), ("spoiler", 1, 1)],
        ),
        ("🏮<b>好🏮</b>!", "🏮好🏮!", [("bold", 2, 3)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ('<a href="https://a.cn/?x=1&amp;y=2">a</a>', "a", [("text_link", 0, 1)]),
        ("<a>a.cn</a>", "a.cn", [("text_link", 0, 4)]),
        ("<a href='nowhere'>a</a>", "a", []),
        ('<a href="tg://user?id=5">a</a>', "a", [("text_mention", 0, 1)]),
        ("<pre>a</pre><code>b</code>", "ab", [("pre", 0, 1), ("code", 1, 1)]),
        ('<pre><code class="language-py">a</code></pre>', "a", [("pre", 0, 1)]),
        ('<code class="language-py"><pre>a</pre></code>', "a", [("pre", 0, 1)]),
        ('<code class="language-py">a</code>', "a", [("code", 0, 1)]),
        (
            "<blockquote>a</blockquote><blockquote expandable>b</blockquote>",
            "ab",
            [("blockquote", 0, 1), ("expandable_blockquote", 1, 1)],
        ),
        ('<tg-emoji emoji-id="5">🏮</tg-emoji>', "🏮", [("custom_emoji", 0, 2)]),
        ('<tg-time unix="5" format="d">a</tg-time>', "a", [("date_time", 0, 1)]),
        ("<b></b>a", "a", []),
        ("< b>a", None, None),
        ("1 &lt; 2 &amp;&amp; &quot;&gt;&#20320;&#x597d &nbsp;&#0;", '1 < 2 && ">你好 &nbsp;&#0;', []),
        ("<B  >a</b >", "a", [("bold", 0, 1)]),
        ("<b> a </b>", "a", [("bold", 0, 1)]),
        ("<b x=y z='1'>a</b>", "a", [("bold", 0, 1)]),
        ("<code>/start https://a.cn</code>", "/start https://a.cn", [("code", 0, 19)]),
    ],
)
async def test_html_is_read(call: Caller, ann: User, html: str, text: str | None, marks: Marks | None) -> None:
    if text is None:
        assert await broken(call, ann, html, "HTML") == 'Unsupported start tag "" at byte offset 0'
    else:
        assert await sent(call, ann, html, parse_mode="html") == (text, marks)


@pytest.mark.parametrize(
    ("html", "error"),
    [
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("好<p>a</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b x", 'Unclosed start tag "b" at byte offset 0'),
        ("<b x=", 'Unclosed start tag "b" at byte offset 0'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<a href=x", "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<a ='x'>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji emoji-id='x'>a</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#55296;",
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code "
            "units",
        ),
    ],
)
async def test_broken_html_is_told_in_the_official_words(call: Caller, ann: User, html: str, error: str) -> None:
    assert await broken(call, ann, html, "HTML") == error


@pytest.mark.parametrize(
    ("markdown", "text", "marks"),
    [
        ("*a* _b_ __c__ ~d~ ||e||", "a b c d e", "bold italic underline strikethrough spoiler"),
        ("`a` ```b```", "a b", "code pre"),
        ("```py\nb```", "b", "pre"),
        ("[a](https://a.cn/\\)x)", "a", "text_link"),
        ("[a\\.cn]", "a.cn", "text_link"),
        ("[a](tg://user?id=5)", "a", "text_mention"),
        ("![🏮](tg://emoji?id=5)", "🏮", "custom_emoji"),
        ("![a](tg://time?unix=5&format=d)", "a", "date_time"),
        ("*a _b_*", "a b", "bold italic"),
        ("___a_ b__", "a b", "underline italic"),
        (">a\n>b\nc", "a\nb\nc", "blockquote"),
        (">a", "a", "blockquote"),
        (">a||\nb", "a\nb", "expandable_blockquote"),
        (">a||", "a", "expandable_blockquote"),
        ("1\\. \\*a\\* \\-", "1. *a* -", ""),
        ("`a*b_c.`", "a*b_c.", "code"),
    ],
)
async def test_markdown_v2_is_read(call: Caller, ann: User, markdown: str, text: str, marks: str) -> None:
    seen, entities = await sent(call, ann, markdown, parse_mode="MarkdownV2")
    assert (seen, " ".join(kind for kind, _, _ in entities)) == (text, marks)


@pytest.mark.parametrize(
    ("markdown", "error"),
    [
        ("1.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("a!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
        ("a > b", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        ("好*a", "Can't find end of Bold entity at byte offset 3"),
        ("_a", "Can't find end of Italic entity at byte offset 0"),
        ("__a", "Can't find end of Underline entity at byte offset 0"),
        ("~a", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||a", "Can't find end of Spoiler entity at byte offset 0"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
        ("```a", "Can't find end of Pre entity at byte offset 0"),
        ("```py\na", "Can't find end of PreCode entity at byte offset 0"),
        ("[a", "Can't find end of TextUrl entity at byte offset 0"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        ("![a](tg://emoji?id=x)", "Invalid tg://emoji or tg://time URL specified"),
        ("![a]b", "The entity must contain a tg://emoji or tg://time URL"),
        (">*a\nb", "Can't find end of Bold entity at byte offset 1"),
    ],
)
async def test_broken_markdown_v2_is_told_in_the_official_words(
    call: Caller, ann: User, markdown: str, error: str
) -> None:
    assert await broken(call, ann, markdown, "MarkdownV2") == error


async def test_a_parse_mode_must_be_known(call: Caller, ann: User) -> None:
    refusal = await call.refused("sendMessage", chat_id=ann.id, text="a", parse_mode="BBCode")
    assert refusal == "Bad Request: unsupported parse_mode"
    assert "does not read the old Markdown" in await broken(call, ann, "a", "Markdown")


async def test_given_entities_are_kept_and_moved_with_the_text(call: Caller, ann: User) -> None:
    entities: Json = [
        {"type": "italic", "offset": 4, "length": 2},
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "pre", "offset": 6, "length": 1, "language": "py"},
        {"type": "url", "offset": 0, "length": 1},
    ]
    text, marks = await sent(call, ann, "  🏮🏮a", entities=entities)
    assert (text, marks) == ("🏮🏮a", [("bold", 0, 2), ("italic", 2, 2), ("pre", 4, 1)])


async def test_a_parse_mode_takes_the_place_of_given_entities(call: Caller, ann: User) -> None:
    entities: Json = [{"type": "bold", "offset": 0, "length": 1}]
    assert await sent(call, ann, "<i>a</i>", entities=entities, parse_mode="HTML") == ("a", [("italic", 0, 1)])


@pytest.mark.parametrize(
    ("entity", "error"),
    [
        ({"type": "bold", "offset": 9, "length": 1}, "entity begins after the end of the text at UTF-16 offset 9"),
        (
            {"type": "bold", "offset": 0, "length": 9},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        (
            {"type": "bold", "offset": 1, "length": 1},
            "entity begins in a middle of a UTF-16 symbol at byte offset 4",
        ),
        (
            {"type": "bold", "offset": 0, "length": 1},
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4",
        ),
        (
            {"type": "text_link", "offset": 0, "length": 2, "url": "nowhere"},
            "entity URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        ({"type": "text_link", "offset": 0, "length": 2}, "can't parse MessageEntity: Can't find field \"url\""),
        ({"type": "huge", "offset": 0, "length": 2}, "can't parse MessageEntity: Unsupported type specified"),
        ({"type": "", "offset": 0, "length": 2}, "can't parse MessageEntity: Type is not specified"),
        ({"type": 1, "offset": 0, "length": 2}, 'can\'t parse MessageEntity: Field "type" must be of type String'),
        ({"offset": 0, "length": 2}, "can't parse MessageEntity: Can't find field \"type\""),
        ({"type": "bold", "length": 2}, "can't parse MessageEntity: Can't find field \"offset\""),
        (
            {"type": "bold", "offset": "x", "length": 2},
            'can\'t parse MessageEntity: Field "offset" must be a valid Number',
        ),
        ({"type": "bold", "offset": [], "length": 2}, 'can\'t parse MessageEntity: Field "offset" must be a Number'),
        ("bold", "can't parse MessageEntity: expected an Object"),
    ],
)
async def test_a_given_entity_that_does_not_fit_is_refused(call: Caller, ann: User, entity: Json, error: str) -> None:
    refusal = await call.refused("sendMessage", chat_id=ann.id, text="🏮a", entities=[entity])
    assert refusal == f"Bad Request: {error}"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("/start x", [("bot_command", 0, 6)]),
        ("a /go@test1_bot, b", [("bot_command", 2, 13)]),
        ("1/2 and //x", []),
        ("请看 https://a.cn/x?y=1。谢谢", [("url", 3, 18)]),
        ("🏮 @somebody", [("mention", 3, 9)]),
        ("me@somebody.cn", []),
        ("#积分 a#b", [("hashtag", 0, 3)]),
    ],
)
async def test_the_server_finds_commands_links_mentions_and_hashtags(
    call: Caller, ann: User, text: str, marks: Marks
) -> None:
    assert await sent(call, ann, text) == (text, marks)


async def test_what_a_person_types_is_read_the_same_way(call: Caller, ann: User) -> None:
    message = await ann.sends("  /go now ")
    assert (message.body.text, message.body.entities[0].type) == ("/go now", "bot_command")
    for bad in (" ", "好" * 4097):
        with pytest.raises(ValueError, match="text"):
            await ann.sends(bad)
    assert call.world.bot.waiting == 2
