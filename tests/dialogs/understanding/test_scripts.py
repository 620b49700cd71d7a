"""The table of traditional and simplified characters."""

import pytest

from dialogs.understanding.scripts import SIMPLIFIED, TABLE, TRADITIONAL, in_simplified, scripts_of
from locales.scripts import table


def test_the_table_is_what_opencc_says_of_each_character() -> None:
    assert TABLE.read_text(encoding="utf-8") == table()


@pytest.mark.parametrize(
    ("text", "simplified", "traditional", "only_simplified"),
    [
        ("學歷是碩士", "学历是硕士", True, False),
        ("学历是硕士", "学历是硕士", False, True),
        ("我今年三十五", "我今年三十五", False, False),
        ("后天在台北", "后天在台北", False, False),
        ("35 years", "35 years", False, False),
    ],
)
def test_a_text_is_known_by_its_characters(
    text: str, simplified: str, traditional: bool, only_simplified: bool
) -> None:
    assert in_simplified(text) == simplified
    assert (TRADITIONAL in scripts_of(text)) is traditional
    assert (SIMPLIFIED in scripts_of(text)) is only_simplified
