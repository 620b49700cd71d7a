"""The picture in the README."""

from bot.pictures.conversation import PICTURE, draw


def test_the_picture_shows_the_conversation_as_it_is_now() -> None:
    assert PICTURE.read_text("utf-8") == draw(), "draw it anew: python -m bot.pictures.conversation"


def test_the_picture_leaves_the_width_of_characters_to_the_font() -> None:
    assert "textLength" not in draw()
