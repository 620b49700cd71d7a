"""The messages: the same in every language, complete, and each one used."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from opencc import OpenCC

from bot.texts import LOCALES
from locales.catalogs import language_of, normalised, po_files, read, repeated_ids
from tests.source_tree import PACKAGES, ROOT, constants, formatted, name_of, python_files, syntax_tree
from tests.text_families import FAMILIES

# What a message id looks like. A constant of the code that looks so is a message id.
ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
BUILT_ID = re.compile(r"[a-z][a-z0-9_]*(\.([a-z0-9_]|\{\})+)+")
# ... but for modules, and for file names.
NOT_AN_ID = re.compile(
    r"(bot|dialogs|scoring|locales|base_months)\..*|.*\.(toml|po|mo|json|jsonl|txt|csv|xlsx|svg|png|html|css|js|bin|npz|ics)"
)

# Characters that are right in a language although they look like the other script's, each with its reason.
RIGHT_ALL_THE_SAME: Mapping[str, str] = {"zh_Hant": "", "zh_Hans": ""}

CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
QUOTED = re.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"]*\"|「[^「」]*」|《[^《》]*》|〔[^〔〕]*〕")


@cache
def messages(language: str) -> dict[str, Message]:
    """The messages of a language by id, whatever file they stand in."""
    return {
        key(message): message
        for po in po_files()
        if language_of(po) == language
        for message in read(po)
        if key(message)
    }


def key(message: Message) -> str:
    """The message's id; a plural message is written with its id twice."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> list[str]:
    """What a message says: one form, or one a plural."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Every form of every message with its id."""
    for id, message in messages(language).items():
        for form in forms(message):
            yield id, form


def fields(form: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(form) if name is not None}


def sources() -> Iterator[Path]:
    """Every module that can name a message; migrations name only tables."""
    return (file for file in python_files(*PACKAGES) if "migrations" not in file.parts)


@cache
def used_ids() -> dict[str, str]:
    """Every message id that code or rule data names, with a place that names it."""
    named = {}
    for file in sources():
        for constant in constants(syntax_tree(file)):
            if ID.fullmatch(constant) and not NOT_AN_ID.fullmatch(constant):
                named[constant] = name_of(file)
    families = {id.split(".")[0] for id in messages("en")}
    for file in sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.toml")):
        for value in strings_in(tomllib.loads(file.read_text(encoding="utf-8"))):
            # Rule data also names web addresses, which look alike: there an id is known by its first word.
            if ID.fullmatch(value) and value.split(".")[0] in families:
                named[value] = name_of(file)
    for family, members in FAMILIES.items():
        for member in members():
            named[member] = f"the family {family}"
    return named


def strings_in(value: object) -> Iterator[str]:
    """Every string inside a decoded TOML document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


def test_every_language_has_the_same_messages() -> None:
    everywhere = {id for language in LOCALES for id in messages(language)}
    missing = [f"{language}: {id}" for language in LOCALES for id in sorted(everywhere - messages(language).keys())]
    assert not missing


def test_every_language_has_the_same_files() -> None:
    names = {language: {po.name for po in po_files() if language_of(po) == language} for language in LOCALES}
    assert names["zh_Hans"] == names["zh_Hant"] == names["en"]


def test_every_language_of_the_catalogs_is_one_that_users_can_choose() -> None:
    assert {language_of(po) for po in po_files()} == set(LOCALES)


@pytest.mark.parametrize("language", LOCALES)
def test_a_message_stands_in_one_file_only_and_there_once(language: str) -> None:
    files = [po for po in po_files() if language_of(po) == language]
    assert not [f"{name_of(po)}: {id}" for po in files for id in repeated_ids(po)]
    ids = [id for po in files for message in read(po) if (id := key(message))]
    assert len(ids) == len(set(ids)), sorted(id for id in set(ids) if ids.count(id) > 1)


@pytest.mark.parametrize("language", LOCALES)
def test_no_message_is_empty_or_fuzzy_or_padded(language: str) -> None:
    # What stands between two words may begin or end with a space.
    assert not [id for id, form in sentences(language) if form != form.strip() and not id.endswith(".separator")]
    assert not [id for id, form in sentences(language) if not form]
    assert not [id for id, message in messages(language).items() if message.fuzzy]


@pytest.mark.parametrize("language", LOCALES)
def test_an_id_is_lower_case_words_joined_by_dots_and_no_message_reads_like_one(language: str) -> None:
    assert not [id for id in messages(language) if not ID.fullmatch(id) or NOT_AN_ID.fullmatch(id)]
    assert not [id for id, form in sentences(language) if ID.fullmatch(form)]


def test_a_message_has_the_same_fields_in_every_language_and_plural() -> None:
    uneven = []
    for id in messages("zh_Hans"):
        variants = {frozenset(fields(form)) for language in LOCALES for form in forms(messages(language)[id])}
        if len(variants) > 1:
            uneven.append(f"{id}: {sorted(sorted(variant) for variant in variants)}")
    assert not uneven


@pytest.mark.parametrize("language", LOCALES)
def test_a_field_is_a_plain_name(language: str) -> None:
    assert not [id for id, form in sentences(language) if not all(name.isidentifier() for name in fields(form))]


def test_a_message_with_plurals_counts_n() -> None:
    plurals = {
        id for language in LOCALES for id, message in messages(language).items() if not isinstance(message.id, str)
    }
    assert not [id for id in plurals if "n" not in fields(forms(messages("en")[id])[0])]


@pytest.mark.parametrize(
    ("language", "conversion", "charset"), [("zh_Hant", "s2t", "big5"), ("zh_Hans", "t2s", "gb2312")]
)
def test_chinese_is_written_in_one_script(language: str, conversion: str, charset: str) -> None:
    convert = OpenCC(conversion).convert
    assert not [
        f"{id}: {char}"
        for id, form in sentences(language)
        for char in form
        if convert(char) != char and not in_charset(char, charset) and char not in RIGHT_ALL_THE_SAME[language]
    ]


def in_charset(character: str, charset: str) -> bool:
    """Whether the script's own character set has it: 后 is simplified for 後, and a traditional character too."""
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def test_english_quotes_chinese_terms_or_leaves_them_out() -> None:
    assert not [f"{id}: {form}" for id, form in sentences("en") if CJK.search(QUOTED.sub("", form))]


def test_every_id_that_code_or_rule_data_names_is_a_message() -> None:
    unknown = {id: place for id, place in used_ids().items() if id not in messages("zh_Hans")}
    assert not unknown


def test_every_message_is_used() -> None:
    unused = sorted(messages("zh_Hans").keys() - used_ids().keys())
    assert not unused


def test_every_id_built_from_parts_belongs_to_a_declared_family() -> None:
    undeclared = [
        f"{name_of(file)}: {built}"
        for file in sources()
        for built in formatted(syntax_tree(file))
        if BUILT_ID.fullmatch(built) and "{}" in built and not NOT_AN_ID.fullmatch(built) and built not in FAMILIES
    ]
    assert not undeclared


def test_a_declared_family_is_built_somewhere() -> None:
    built = {pattern for file in sources() for pattern in formatted(syntax_tree(file))}
    assert not FAMILIES.keys() - built


def test_the_members_of_a_family_are_of_its_form() -> None:
    assert not [
        member
        for family, members in FAMILIES.items()
        for member in members()
        if not re.fullmatch(re.escape(family).replace(r"\{\}", "[a-z0-9_]+"), member)
    ]


@pytest.mark.parametrize("po", po_files(), ids=name_of)
def test_a_catalog_is_sorted_and_plainly_written(po: Path) -> None:
    assert po.read_text(encoding="utf-8") == normalised(po), "run: make catalogs"
