"""The three languages: each in its own script, in its own quotation marks."""

import re
from itertools import chain

import pytest
from opencc import OpenCC

from dialogs.knowledge import loader
from tests.dialogs.knowledge.texts import entries
from tests.test_catalogs import CJK, QUOTED, in_charset

ENTRIES = [
    *((entry.place, entry.words) for entry in entries()),
    *(
        (office.id, place.address)
        for office in loader.directory().offices
        for place in office.places
        if place.address is not None
    ),
]


def foreign(direction: str, locale: str, charset: str) -> list[str]:
    """The characters that the other script would write otherwise and that are not of this one."""
    convert = OpenCC(direction).convert
    return [
        f"{place}: {character}"
        for place, words in ENTRIES
        for character in words[locale]
        if convert(character) != character and not in_charset(character, charset)
    ]


def test_traditional_chinese_has_no_simplified_characters() -> None:
    assert not foreign("s2t", "zh_Hant", "big5")


def test_simplified_chinese_has_no_traditional_characters() -> None:
    assert not foreign("t2s", "zh_Hans", "gb2312")


# What is called otherwise in Taiwan and Hong Kong. Official names and what stands on a button keep their own words.
REGIONAL = {
    "登录": "登入",
    "短信": "简讯",
    "打印": "列印",
    "信息": "资讯",
    "账号": "帐号",
    "复印件": "影本",
    "手机应用": "手机 App",
    "数据": "资料",
}


def alike(text: str) -> str:
    """A text in simplified characters, with one word for what has two."""
    for here, there in REGIONAL.items():
        text = text.replace(there, here)
    return text


def test_the_two_scripts_say_the_same() -> None:
    convert = OpenCC("t2s").convert
    for place, words in ENTRIES:
        quoted = words["zh_Hant"].replace("「", "“").replace("」", "”").replace("著", "着")
        assert alike(convert(quoted)) == alike(convert(words["zh_Hans"])), place


def test_traditional_chinese_has_the_words_of_its_own_regions() -> None:
    traditional = OpenCC("s2t").convert
    for place, words in ENTRIES:
        bare = re.sub("「[^」]*」|《[^》]*》|積分管理信息系統", "", words["zh_Hant"])
        assert not [here for here in map(traditional, REGIONAL) if here in bare], f"{place}: {bare}"


def test_english_quotes_chinese_terms_or_leaves_them_out() -> None:
    # What stands between parentheses, quotation marks or title marks; a button's or an app's name is a term too.
    for entry in entries():
        assert not CJK.search(QUOTED.sub("", QUOTED.sub("", entry.words["en"]))), f"{entry.place}: {entry.words['en']}"


@pytest.mark.parametrize(
    ("locale", "marks"), [("zh_Hans", "「」『』\"'"), ("zh_Hant", "“”‘’\"'"), ("en", "「」\"'，。：；")]
)
def test_each_language_keeps_to_its_own_marks(locale: str, marks: str) -> None:
    for place, words in ENTRIES:
        text = QUOTED.sub("", words[locale]) if locale == "en" else words[locale]
        assert not set(marks) & set(text), f"{place}: {text}"


def test_quotation_marks_are_closed() -> None:
    for place, words in ENTRIES:
        for text in words.values():
            for opening, closing in ("“”", "「」", "《》", "（）", "()"):
                assert text.count(opening) == text.count(closing), f"{place}: {text}"


def test_sentences_are_short_enough_for_a_telephone() -> None:
    longest = max(chain.from_iterable(words.values() for _, words in ENTRIES), key=len)
    assert len(longest) <= 280, longest
