"""Messages: found by id, filled, counted; and the language that a tag asks for."""

import gettext
import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bot.texts import LOCALES, CatalogTexts, MissingText, choose_locale, recognise_locale, texts


def compiled(locale: str, messages: dict[str | tuple[str, str], str | tuple[str, ...]]) -> gettext.GNUTranslations:
    """A compiled catalog of some messages."""
    catalog = Catalog(locale=locale)
    for id, said in messages.items():
        catalog.add(id, said)
    file = io.BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return gettext.GNUTranslations(file)


ENGLISH = CatalogTexts(
    "en",
    (
        compiled("en", {"step.wait": "Wait until {day}.", "step.brace": "{{so}}"}),
        compiled("en", {("step.months", "step.months"): ("{n} month", "{n} months")}),
    ),
)
CHINESE = CatalogTexts("zh_Hans", (compiled("zh_Hans", {("step.months", "step.months"): ("{n} 个月",)}),))


def test_a_message_is_found_in_whichever_file_it_stands_and_filled() -> None:
    assert ENGLISH("step.wait", day="2027-01-01") == "Wait until 2027-01-01."
    assert ENGLISH("step.months", n=3) == "3 months"
    assert ENGLISH("step.brace") == "{so}"


@pytest.mark.parametrize(("n", "said"), [(0, "0 months"), (1, "1 month"), (2, "2 months")])
def test_n_picks_the_plural(n: int, said: str) -> None:
    assert ENGLISH("step.months", n=n) == said
    assert CHINESE("step.months", n=n) == f"{n} 个月"


def test_n_is_an_ordinary_field_of_a_message_without_plurals() -> None:
    assert ENGLISH("step.wait", day="then", n=2) == "Wait until then."


def test_a_message_that_is_not_there_is_named_with_its_language() -> None:
    with pytest.raises(MissingText, match=r"step\.hurry \(en\)") as caught:
        ENGLISH("step.hurry")
    assert (caught.value.id, caught.value.locale) == ("step.hurry", "en")


def test_a_field_without_a_value_is_named() -> None:
    with pytest.raises(MissingText, match=r"step\.wait \(en\): no value for \{day\}"):
        ENGLISH("step.wait")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_its_messages_read_once(locale: str) -> None:
    assert texts(locale).locale == locale
    assert texts(locale) is texts(locale)
    assert texts(locale)("report.items")


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr' is not one of zh_Hans, zh_Hant, en"):
        texts("fr")


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("zh", "zh_Hans"), ("zh-CN", "zh_Hans"), ("zh_Hans", "zh_Hans"), ("zh-SG", "zh_Hans"),
        ("zh_CN.UTF-8", "zh_Hans"),
        ("zh-TW", "zh_Hant"), ("zh_HK", "zh_Hant"), ("zh-Hant", "zh_Hant"), ("zh-MO", "zh_Hant"),
        ("ZH_TW.UTF-8", "zh_Hant"),
        ("zh-Hans-HK", "zh_Hans"), ("zh-Hant-CN", "zh_Hant"), ("zh_TW@stroke", "zh_Hant"), (" zh-tw ", "zh_Hant"),
        ("en", "en"), ("en-US", "en"), ("EN_gb", "en"), ("en_US.UTF-8", "en"),
    ],
)  # fmt: skip
def test_a_language_tag_is_recognised_however_it_is_written(tag: str, locale: str) -> None:
    assert recognise_locale(tag) == choose_locale(tag) == locale


@pytest.mark.parametrize("tag", [None, "", "fr", "de-CH", "C", "POSIX", "-", "english", "zhen"])
def test_what_is_no_known_language_falls_back_to_simplified_chinese(tag: str | None) -> None:
    assert recognise_locale(tag) is None
    assert choose_locale(tag) == "zh_Hans"
