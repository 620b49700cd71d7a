"""No sentence without a source: every page of every procedure, in every language, names what it rests on."""

import re
from collections.abc import Iterator

import pytest

from dialogs.flows.pages import PAGES
from dialogs.knowledge import loader
from dialogs.knowledge.model import Statement
from locales.catalogs import FOLDER, read
from tests.dialogs.flows.talking import BELOW, LANGUAGES, REACHES, RENEW, Person

EXPIRIES = ("2027-06-30", "2026-12-10", "2026-11-01", "2026-01-10", "2025-03-01")


def statements() -> Iterator[Statement]:
    """Everything that the procedures can tell."""
    for step in (*loader.application(), *loader.renewal().steps, *loader.renewal().overdue):
        yield from step.statements
    for case in (*loader.renewal().late, *loader.employer_change()):
        yield from case.statements
    for status in loader.statuses():
        yield from status.statements
    for paper in loader.materials():
        yield paper.statement
        yield from paper.pitfalls
    for office in loader.directory().offices:
        yield from office.remarks


ALL = tuple(statements())


def pages(locale: str) -> Iterator[str]:
    """What every page says, for people of several kinds."""
    for step in loader.application():
        person = Person(REACHES, locale)
        yield person.tap("apply", f"step:{step.id}")
    for office in loader.directory().offices:
        person = Person(REACHES, locale)
        yield person.tap("apply", "office", office.id)
    for facts in (REACHES, BELOW):
        for expires in EXPIRIES:
            yield Person({**facts, "permit_expires": expires}, locale).say(RENEW[locale])
        person = Person(facts, locale)
        yield person.tap("apply")
        yield person.tap("statuses")
        yield person.tap("apply", "papers", "list_now")
    for answers in (("approved", "renewed"), ("approved", "in_its_year"), ("filed",), ("none",), ("unknown",)):
        person = Person({**REACHES, "permit_expires": "2026-12-10"}, locale)
        yield person.tap("renew", "change_employer", *answers, "unknown")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_whatever_a_page_states_it_names_the_documents_of(locale: str) -> None:
    told = set()
    for said in pages(locale):
        here = [statement for statement in ALL if statement.words[locale] in said]
        told |= {statement.words[locale] for statement in here}
        assert here
        for document in (document for statement in here for document in statement.sources):
            assert document.name in said
    # Together the pages tell nearly all; only the papers of rarer points are left.
    papers = {paper.statement.words[locale] for paper in loader.materials()}
    pitfalls = {pitfall.words[locale] for paper in loader.materials() for pitfall in paper.pitfalls}
    assert {statement.words[locale] for statement in ALL} - told <= papers | pitfalls


@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_little_stands_behind_is_marked(locale: str) -> None:
    seen = 0
    few, disputed = {
        "zh_Hans": ("（来源不多）", "（说法不一）"),
        "zh_Hant": ("（來源不多）", "（說法不一）"),
        "en": (" (few sources)", " (sources disagree)"),
    }[locale]
    marks = {"C": few, "D": disputed}
    for said in pages(locale):
        for statement in ALL:
            words = statement.words[locale]
            if statement.part in ("what", "where", "how_long", "pitfall") and words in said:
                seen += statement.confidence in marks
                assert f"{words}{marks.get(statement.confidence, '')}" in said
    assert seen


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_catalog_only_joins_what_the_knowledge_says(locale: str) -> None:
    """A number in it would be a rule; the hotline, the standard and an example are none, one paper's age is asked."""
    allowed = {"12333", "120", "2027", "03", "15"}
    for message in read(FOLDER / locale / "LC_MESSAGES" / "flows.po"):
        if message.id and message.id != "flow.ask.cohabitant_child_16":
            assert set(re.findall(r"\d+", str(message.string))) <= allowed, message.id


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_left(page: str) -> None:
    person = Person(None, "en")
    first = person.said.splitlines()[-1]
    person.turn = Person(None, "en").turn
    words = {
        "apply": "how do I apply?",
        "papers": "what papers do I need",
        "office": "where do I apply",
        "statuses": "what does my status mean",
        "renew": "when must I renew?",
        "change_employer": "I changed my job",
    }
    person.say(words[page])
    assert person.tap("exit").splitlines()[-1] == first
