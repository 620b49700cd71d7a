"""The language of a message."""

import pytest

from dialogs.language import asked_language, language_of


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("我有学位，社保缴了六年", "zh_Hans"),
        ("我有學位，社保繳了六年", "zh_Hant"),
        ("I am 36 years old", "en"),
        ("35 years, with a master", "en"),
        ("三十五", None),
        ("12000", None),
        ("ok", None),
        ("", None),
    ],
)
def test_a_message_tells_its_language_where_it_surely_does(message: str, language: str | None) -> None:
    assert language_of(message) == language


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("English", "en"),
        ("英文。", "en"),
        ("繁體", "zh_Hant"),
        ("简体中文", "zh_Hans"),
        ("master", None),
        ("in English please", "en"),
        ("can you speak English?", "en"),
        ("中文可以吗", "zh_Hans"),
        ("请说中文", "zh_Hans"),
        ("可以用繁體嗎？", "zh_Hant"),
        ("please", None),
    ],
)
def test_a_language_can_be_asked_for_by_its_name(message: str, language: str | None) -> None:
    assert asked_language(message) == language
