"""English words that were typed in a hurry."""

from datetime import date

import pytest

from dialogs.understanding import FactValue, understand
from dialogs.understanding.spelling import WORDS, respelled
from tests.dialogs.understanding.labelled import ON


def heard(text: str) -> dict[str, FactValue]:
    return dict(understand(text, on=ON).facts)


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        (
            "36, singel, bachlor's degree",
            {"age": 36, "spouse_shanghai_hukou": False, "education": "bachelor_with_degree"},
        ),
        ("my wfie has a shnaghai hukuo", {"spouse_shanghai_hukou": True}),
        ("6 yeras of soical insurance", {"insured_years": 6}),
        ("my husbband has shangai hukou, maried for 9 years", {"spouse_shanghai_hukou": True, "married_years": 9}),
    ],
)
def test_a_slip_of_the_keyboard_is_no_hindrance(typed: str, facts: dict[str, FactValue]) -> None:
    assert heard(typed) == facts


@pytest.mark.parametrize(
    "text", ["she carried on", "marred", "my permits", "titles", "bachelorss", "localhost@single.example", "titl e"]
)
def test_words_of_their_own_and_addresses_stay(text: str) -> None:
    assert respelled(text) == (text, None)


@pytest.mark.parametrize("word", sorted(WORDS))
def test_a_word_that_is_right_is_left(word: str) -> None:
    assert respelled(word) == (word, None)


def test_what_was_heard_is_told_in_the_words_that_were_typed() -> None:
    found = understand("im singel, 6 yeras of social insurance", on=date(2026, 11, 22))
    assert [each.text for each in found.heard] == ["singel", "6 yeras of social insurance"]


def test_every_letter_of_a_mended_text_stands_somewhere_in_the_typed_one() -> None:
    text = "my husban, my wfie, maried"
    spelled, origin = respelled(text)
    assert spelled == "my husband, my wife, married"
    assert origin is not None
    assert len(origin) == len(spelled)
    assert list(origin) == sorted(origin)
    assert (origin[0], origin[-1]) == (0, len(text) - 1)
