"""Screens as Telegram's messages: their lengths as Telegram counts them, and where they are broken."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.channels.telegram_screens import LONGEST_DATA, LONGEST_LABEL, LONGEST_TEXT, broken, cut, parted, units
from bot.messages import Button, Show

AGREE = Button("同意", "hjf:consent:")


def length(text: str) -> int:
    """How long Telegram counts a text."""
    return len(text.encode("utf-16-le")) // 2


def parts(show: Show) -> tuple[Show, ...]:
    """All the messages that a screen takes."""
    first, rest = parted(show)
    return (first, *(parts(rest) if rest else ()))


def split(text: str, limit: int) -> Iterator[str]:
    """All the parts that a text is broken into."""
    text = text.strip()
    while text:
        part, text = broken(text, limit)
        yield part


def without_space(text: str) -> str:
    return "".join(text.split())


# Pieces from which every kind of text comes: rare characters of two units, families of emoji, marks, blanks, ends.
pieces = some.sampled_from(
    ["居住证", "𠮷", "👨‍👩‍👧", "é", "🇨🇳", "。", "！”", ". ", "\n", "\n\n", "  ", "word ", "，", "12333"]
)
long_texts = some.lists(pieces, max_size=60).map("".join)


@given(long_texts, some.integers(min_value=8, max_value=60))
def test_every_part_fits_and_nothing_but_space_is_lost(text: str, limit: int) -> None:
    found = list(split(text, limit))
    assert all(0 < length(part) <= limit for part in found)
    assert without_space("".join(found)) == without_space(text)
    assert all(part == part.strip() for part in found)


@given(long_texts, some.integers(min_value=20, max_value=60))
def test_no_part_is_needlessly_short(text: str, limit: int) -> None:
    found = list(split(text, limit))
    # A break is looked for in the last part of what fits, and then only space is lost.
    assert len(found) <= 1 + length(text) // max(1, int(limit * 0.3))


@given(some.text(some.characters(codec="utf-8"), max_size=300), some.integers(min_value=2, max_value=50))
def test_any_text_is_split_into_parts_that_can_be_sent(text: str, limit: int) -> None:
    assert all(length(part) <= limit and part.encode() for part in split(text, limit))


@given(some.text(some.characters(codec="utf-8"), max_size=80), some.integers(min_value=2, max_value=40))
def test_what_is_cut_fits_and_begins_as_it_began(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert length(short) <= limit
    assert short == text or text.startswith(short.removesuffix("…"))


@given(some.text(some.characters(codec="utf-8")))
def test_units_are_counted_as_utf_16_counts_them(text: str) -> None:
    assert units(text) == length(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("一" * 30 + "\n\n" + "二" * 10 + "。" + "三" * 30, "一" * 30),
        ("一" * 30 + "\n" + "二" * 10 + "。" + "三" * 30, "一" * 30),
        ("一" * 30 + "。”" + "二" * 40, "一" * 30 + "。”"),
        ("one two three. " + "four " * 20, "one two three. four four four four four four four"[:49]),
        ("一" * 80, "一" * 50),
        ("一" * 49 + "𠮷" * 9, "一" * 49),
        ("一" * 47 + "👨‍👩‍👧" * 3, "一" * 47),
    ],
)
def test_a_text_is_broken_where_it_reads_best(text: str, first: str) -> None:
    assert next(split(text, 50)) == first


def test_a_paragraph_that_ends_too_early_is_no_place_to_break() -> None:
    assert next(split("一\n\n" + "二" * 30 + "。" + "三" * 40, 50)) == "一\n\n" + "二" * 30 + "。"


def test_a_short_screen_is_one_message_as_it_is() -> None:
    show = Show("您好", ((AGREE,),), over=5)
    assert parts(show) == (show,)


def test_of_a_long_screen_the_first_part_is_shown_in_place_and_the_last_has_the_buttons() -> None:
    long = "\n\n".join(["居" * 2000] * 5)
    found = parts(Show(long, ((AGREE,),), over=5))
    assert [(length(part.text) <= LONGEST_TEXT, part.over, part.buttons) for part in found] == [
        (True, 5, ()),
        (True, None, ()),
        (True, None, ((AGREE,),)),
    ]
    assert [parts(part) for part in found] == [(part,) for part in found]


def test_a_label_too_long_for_a_telephone_is_cut() -> None:
    [[button]] = parts(Show("?", ((Button("很" * 200, "hjf:x:"),),)))[0].buttons
    assert length(button.label) == LONGEST_LABEL
    assert button.label.endswith("…")


@pytest.mark.parametrize(
    "show",
    [
        Show(""),
        Show(" \n "),
        Show("?", ((Button("", "x"),),)),
        Show("?", ((Button("x"),),)),
        Show("?", ((Button("x", "x", "https://t.me"),),)),
        Show("?", ((Button("x", "x" * (LONGEST_DATA + 1)),),)),
        Show("?", ((Button("x", "证"),),)),
    ],
)
def test_what_no_server_would_take_is_a_fault(show: Show) -> None:
    with pytest.raises(ValueError, match=r"a button|the button|a screen"):
        parted(show)
