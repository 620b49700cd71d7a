"""What the knowledge may not do: speak without a source, hide a doubt, or give what is out of date as present."""

import re

import pytest

from dialogs.knowledge import loader
from dialogs.knowledge.model import LOCALES
from tests.dialogs.knowledge.texts import Entry, cited, entries, statements

ENTRIES = list(entries())
STATEMENTS = list(statements())

# What was true once, or never, by what it looks like. Only a statement that is marked as being of the past may say it.
OUT_OF_DATE = {
    "the family-planning papers": r"计划生育|計劃生育|超生|(?i:family.planning)|old grounds of refusal",
    "the measures of the epidemic": r"疫情|防疫|核酸|不见面|(?i:epidemic|pandemic|covid)",
    "a base that stops at 100": r"(最高|最多|封顶|封頂) ?100 ?分|stopped at 100",
    "a base in months in a row": r"[连連][续續] ?(36|48|24) ?[个個]月|3 years in a row",
    "the measures that were replaced": r"98号|98號|〔2023〕2[号號]|〔2025〕1[号號]|31[号號]",
    "Lingang after three years": r"[临臨]港.*[满滿] ?3 ?年|Lingang.*3 years",
    "a code that no longer exists": r"[组組][织織][机機][构構]代[码碼]",
    "a district that no longer exists": r"[闸閘]北区|[闸閘]北區",
}
# What is never said, of the past or not.
NEVER = {
    "an initial password": r"密[码碼](是|为|為|：)|后六位|後六位|123456|888888|password (is|was)",
    "an agency as advice": r"微信|QQ|扫码|掃碼|客服|(?i:wechat)|推[荐薦](?!信)",
    "that it is free": r"(申[请請]|[办辦]理|手[续續])[^。]*免[费費]|(?i:(apply\w*|application|procedure) is free)",
    "an official average as the 1x of points": r"(1 ?倍(是|為|为)|1x is)[^。.]{0,6}(12183|12307|12434|12577)",
    "more than the sources do": r"保[证證]通[过過]|一定能|包[过過]|(?i:guarantee)",
}

# A sentence of each kind, so that no pattern is blind.
EXAMPLES = {
    "the family-planning papers": "须提交计划生育证明",
    "the measures of the epidemic": "疫情期间用邮件递交",
    "a base that stops at 100": "这一项最高100分",
    "a base in months in a row": "连续 36 个月",
    "the measures that were replaced": "依据沪府规〔2017〕98号",
    "Lingang after three years": "临港要满3年",
    "a code that no longer exists": "带组织机构代码证",
    "a district that no longer exists": "闸北区人才服务中心",
    "an initial password": "初始密码是",
    "an agency as advice": "加微信咨询",
    "that it is free": "申请手续免费",
    "an official average as the 1x of points": "1 倍是 12577 元",
    "more than the sources do": "保证通过",
}


def said(entry: Entry, pattern: str) -> bool:
    """Whether an entry says what a pattern looks for, in any language."""
    return any(re.search(pattern, text) for text in entry.words.values())


@pytest.mark.parametrize(("claim", "pattern"), [*OUT_OF_DATE.items(), *NEVER.items()])
def test_a_pattern_finds_what_it_looks_for(claim: str, pattern: str) -> None:
    assert re.search(pattern, EXAMPLES[claim])


@pytest.mark.parametrize("claim", OUT_OF_DATE)
def test_what_is_out_of_date_is_told_as_the_past(claim: str) -> None:
    present = [entry for entry in ENTRIES if not (entry.statement and entry.statement.about_the_past)]
    assert not [entry.place for entry in present if said(entry, OUT_OF_DATE[claim])]


def test_what_is_told_as_the_past_says_when_it_changed_or_that_it_is_over() -> None:
    past = [entry for entry in ENTRIES if entry.statement and entry.statement.about_the_past]
    assert past
    for entry in past:
        assert re.search(r"\d{4} ?年|旧|从前|以前", entry.words["zh_Hans"]), entry.place
        assert re.search(r"\d{4}|no longer|used to|old", entry.words["en"]), entry.place


@pytest.mark.parametrize("claim", NEVER)
def test_some_things_are_never_said(claim: str) -> None:
    assert not [entry.place for entry in ENTRIES if said(entry, NEVER[claim])]


def test_a_doubtful_statement_tells_whom_to_ask() -> None:
    for place, statement in STATEMENTS:
        if statement.confidence == "D" or statement.part == "disputed":
            assert all("12333" in text for text in statement.words.values()), f"{place}: {statement.words['en']}"


def test_what_no_source_explains_is_of_the_lowest_confidence() -> None:
    for place, statement in STATEMENTS:
        if re.search(r"资料(里)?没有写|资料里没有解释", statement.words["zh_Hans"]):
            assert statement.confidence == "D", place


def test_the_reference_wage_from_july_2026_is_always_told_as_provisional() -> None:
    about = [words for _, words, _ in ENTRIES if re.search(r"2026 年 7 月(起|以后)", words["zh_Hans"])]
    assert about
    for words in about:
        if "12577" not in words["zh_Hans"] or "暂" in words["zh_Hans"]:
            assert all("12333" in text for text in words.values()), words["en"]


def test_every_statement_was_reviewed_and_has_a_document() -> None:
    assert STATEMENTS
    for place, statement in STATEMENTS:
        assert statement.sources, place
        assert statement.reviewed.year >= 2026, place


def test_every_document_has_a_date_and_is_used() -> None:
    documents = loader.documents()
    for document in documents.values():
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?|/\d{4})?", document.date), document.id
    assert {document.id for document in cited()} == documents.keys()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_is_there_in_every_language(locale: str) -> None:
    assert all(entry.words[locale] for entry in ENTRIES)
