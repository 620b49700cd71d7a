"""The readers refuse knowledge that cannot be relied on, and say where."""

from collections.abc import Mapping

import pytest

from dialogs.knowledge.model import Article, Document
from dialogs.knowledge.reading.articles import read_article, read_topics
from dialogs.knowledge.reading.offices import read_offices
from dialogs.knowledge.reading.procedures import read_application, read_materials, read_renewal, read_statuses
from dialogs.knowledge.reading.statements import read_documents
from scoring.table import RuleBookError

DOCUMENTS = read_documents(
    """
    [document.rule]
    name = "A rule"
    kind = "official"
    published = "2025-12-01"
    addresses = ["https://www.shanghai.gov.cn/a.html"]

    [document.page]
    name = "A page"
    kind = "secondary"
    seen = 2026-11-22
    """
)
TOPICS = ("here", "there")
WORDS = 'zh_Hans = "这样"\nzh_Hant = "這樣"\nen = "So"\n'
RESTS = 'sources = ["page"]\nconfidence = "C"\n'
STATEMENT = WORDS + RESTS
STEP = f"""
reviewed = 2026-11-22
[[step]]
id = "a"
actor = "you"
[[step.statement]]
part = "what"
{STATEMENT}
"""


def article(*statements: str, head: str = "") -> str:
    """An article's text; a statement is its part and further lines."""
    lines = ['topic = "here"', 'kind = "guide"', "reviewed = 2026-11-22", 'also = ["there"]', head]
    for statement in statements:
        part, _, rest = statement.partition("\n")
        lines += ["[[statement]]", f'part = "{part}"', rest or STATEMENT]
    return "\n".join(lines)


GUIDE = ("short", "detail", "detail", "now")


def read(text: str) -> Article:
    """The article of the topic here."""
    return read_article("here", text, TOPICS, DOCUMENTS)


def test_a_document_tells_its_own_date_or_the_day_on_which_it_was_seen() -> None:
    rule, page = DOCUMENTS["rule"], DOCUMENTS["page"]
    assert (rule.date, rule.dated, rule.addresses) == ("2025-12-01", True, ("https://www.shanghai.gov.cn/a.html",))
    assert (page.date, page.dated, page.addresses) == ("2026-11-22", False, ())


def test_an_article_keeps_the_order_of_its_statements() -> None:
    found = read_article("here", article("now", "detail", "short", "pitfall"), TOPICS, DOCUMENTS)
    assert [statement.part for statement in found.statements] == ["now", "detail", "short", "pitfall"]
    assert found.also == ("there",)


def test_a_statement_takes_its_review_day_from_the_file_or_has_its_own() -> None:
    own = f"short\n{STATEMENT}reviewed = 2026-11-30"
    found = read_article("here", article(own, "detail", "detail", "now"), TOPICS, DOCUMENTS)
    assert [statement.reviewed.day for statement in found.statements] == [30, 22, 22, 22]


REFUSED = {
    "a language is missing": (f'short\nzh_Hans = "这样"\nen = "So"\n{RESTS}', "zh_Hant is missing"),
    "a text is empty": (f'short\nzh_Hans = ""\nzh_Hant = "這"\nen = "So"\n{RESTS}', "zh_Hans is empty or padded"),
    "a text is padded": (f'short\nzh_Hans = "这"\nzh_Hant = "這"\nen = "So "\n{RESTS}', "en is empty or padded"),
    "a source is missing": (f'short\n{WORDS}confidence = "C"', "sources is missing"),
    "there is no source": (f'short\n{WORDS}sources = []\nconfidence = "C"', "no source"),
    "a source is unknown": (f'short\n{WORDS}sources = ["rumour"]\nconfidence = "C"', "there is no document rumour"),
    "the confidence is missing": (f'short\n{WORDS}sources = ["page"]', "confidence is missing"),
    "the confidence is none": (f'short\n{WORDS}sources = ["page"]\nconfidence = "E"', "confidence must be one of"),
    "the confidence is too high": (
        f'short\n{WORDS}sources = ["page"]\nconfidence = "A-"',
        "confidence A- without an official document",
    ),
    "a part is unknown": ("joke", "part must be one of"),
    "a key is unknown": (f"short\n{STATEMENT}mood = 1", "unknown mood"),
    "a slot is unknown": (f'short\n{STATEMENT}slots = ["mood"]', "there is no slot mood"),
    "a slot is not in the words": (f'short\n{STATEMENT}slots = ["total"]', "other fields than [total]"),
    "the words have a field that is no slot": (
        f'short\nzh_Hans = "{{total}}"\nzh_Hant = "{{total}}"\nen = "{{total}}"\n{RESTS}',
        "zh_Hans has other fields than []",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_statement_is_refused_when(case: str) -> None:
    statement, problem = REFUSED[case]
    with pytest.raises(RuleBookError) as refused:
        read(article(statement, *GUIDE[1:]))
    assert problem in str(refused.value)
    assert "articles/here.statement[0]" in str(refused.value)


def test_a_cue_is_one_or_more_words() -> None:
    cues = read(article(f'short\n{STATEMENT}asked = ["lost notice", "lost"]', *GUIDE[1:])).statements[0].asked
    assert cues == (frozenset({"lost", "notice"}), frozenset({"lost"}))
    with pytest.raises(RuleBookError, match="an empty cue"):
        read(article(f'short\n{STATEMENT}asked = [" "]', *GUIDE[1:]))


def test_what_is_said_only_if_asked_for_can_be_asked_for() -> None:
    assert read(article(*GUIDE, f'asked\n{STATEMENT}asked = ["lost"]')).parts("asked")
    with pytest.raises(RuleBookError, match="a statement that nothing asks for"):
        read(article(*GUIDE, "asked"))


def test_an_article_without_a_review_day_is_refused() -> None:
    with pytest.raises(RuleBookError, match="articles/here: reviewed is missing"):
        read(article(*GUIDE).replace("reviewed = 2026-11-22", ""))


def test_an_article_that_lacks_a_part_is_refused() -> None:
    with pytest.raises(RuleBookError, match="articles/here: no statement for now, short"):
        read(article("detail", "detail"))


@pytest.mark.parametrize("parts", [("short", "detail", "now"), ("short", "short", "detail", "detail", "now")])
def test_an_article_has_one_short_answer_and_a_body(parts: tuple[str, ...]) -> None:
    with pytest.raises(RuleBookError, match="one short answer and 2 or more statements of the body"):
        read(article(*parts))


@pytest.mark.parametrize("link", ["here", "nowhere"])
def test_a_link_to_itself_or_to_no_topic_is_refused(link: str) -> None:
    with pytest.raises(RuleBookError, match=f"also names {link}"):
        read(article(*GUIDE).replace('["there"]', f'["{link}"]'))


def test_an_article_of_another_topic_is_refused() -> None:
    with pytest.raises(RuleBookError, match="topic must be one of here"):
        read(article(*GUIDE).replace('topic = "here"', 'topic = "there"'))


def test_a_topic_has_its_name_in_every_language() -> None:
    assert read_topics(f'[[topic]]\nid = "here"\n{WORDS}')[0].name["en"] == "So"
    with pytest.raises(RuleBookError, match="en is missing"):
        read_topics('[[topic]]\nid = "here"\nzh_Hans = "这"\nzh_Hant = "這"')


def test_a_step_is_of_someone_who_can_act() -> None:
    text = f"period = []\n{STEP}"
    assert read_application(text, DOCUMENTS).steps[0].actor == "you"
    with pytest.raises(RuleBookError, match="actor must be one of"):
        read_application(text.replace('"you"', '"nobody"'), DOCUMENTS)


def test_how_long_a_step_takes_is_said_with_the_step() -> None:
    text = f'{STEP}[[period]]\nid = "a"\ncount = 3\nunit = "working_days"\n{STATEMENT}'
    read = read_application(text, DOCUMENTS)
    assert read.periods["a"].count == 3
    assert [statement.part for statement in read.steps[0].statements] == ["what", "how_long"]
    with pytest.raises(RuleBookError, match="a period of b, which is no step"):
        read_application(text.replace('[[period]]\nid = "a"', '[[period]]\nid = "b"'), DOCUMENTS)


def test_a_period_is_counted_in_days_of_a_kind() -> None:
    head = "reviewed = 2026-11-22\nstep = []\noverdue = []\nlate = []\n"
    text = f'{head}[[period]]\nid = "a"\ncount = 3\nunit = "days"\n{STATEMENT}'
    assert read_renewal(text, DOCUMENTS).periods[0].count == 3
    with pytest.raises(RuleBookError, match="unit must be one of days, working_days"):
        read_renewal(text.replace('"days"', '"weeks"'), DOCUMENTS)


def test_a_status_says_whether_it_is_explained() -> None:
    text = f"""
    reviewed = 2026-11-22
    [[status]]
    id = "a"
    shown = ["甲"]
    known = "perhaps"
    actor = "centre"
    [[status.statement]]
    part = "what"
    {STATEMENT}"""
    with pytest.raises(RuleBookError, match="known must be true or false"):
        read_statuses(text, DOCUMENTS)


def test_a_paper_is_asked_for_under_known_conditions_only() -> None:
    text = f"""
    reviewed = 2026-11-22
    conditions = ["married"]
    [[material]]
    id = "a"
    when = ["married"]
    provider = "you"
    form = "copy"
    {STATEMENT}"""
    assert read_materials(text, DOCUMENTS)[0].pitfalls == ()
    with pytest.raises(RuleBookError, match="there is no condition rich"):
        read_materials(text.replace('when = ["married"]', 'when = ["rich"]'), DOCUMENTS)


OFFICES = f"""
reviewed = 2026-11-22
[[remark]]
id = "old"
{STATEMENT}
[line]
address = {{ zh_Hans = "{{office}}{{address}}", zh_Hant = "{{office}}{{address}}", en = "{{office}}{{address}}" }}
phones = {{ zh_Hans = "{{office}}{{phones}}", zh_Hant = "{{office}}{{phones}}", en = "{{office}}{{phones}}" }}
remark = {{ zh_Hans = "{{office}}{{remark}}", zh_Hant = "{{office}}{{remark}}", en = "{{office}}{{remark}}" }}
[line.address_and_phones]
zh_Hans = "{{office}}{{address}}{{phones}}"
zh_Hant = "{{office}}{{address}}{{phones}}"
en = "{{office}}{{address}}{{phones}}"
[[office]]
id = "a"
{WORDS}
aliases = ["a"]
remarks = ["old"]
"""


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ('remarks = ["old"]', 'remarks = ["new"]', "there is no remark new"),
        ('en = "{office}{address}"', 'en = "{office}"', "en has other fields than .address, office."),
        ("[line]", '[line]\nmood = "x"', "unknown mood"),
    ],
)
def test_an_office_is_refused_that_names_what_is_not_there(right: str, wrong: str, problem: str) -> None:
    documents: Mapping[str, Document] = DOCUMENTS
    assert read_offices(OFFICES, documents).offices[0].remarks
    with pytest.raises(RuleBookError, match=problem):
        read_offices(OFFICES.replace(right, wrong), documents)
