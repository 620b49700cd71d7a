"""Answers: short, complete, of the person where the facts are certain, and never longer than a telephone's screen."""

from datetime import date

import pytest

from dialogs.knowledge import loader
from dialogs.knowledge.answering import LONGEST, answer
from dialogs.knowledge.model import BODY, LOCALES
from dialogs.knowledge.slots import SLOTS, slot_values
from scoring.facts import Facts, parse_facts
from tests.dialogs.knowledge.texts import statements

ON = date(2026, 11, 22)
TOPICS = [topic.id for topic in loader.topics()]
EVERYTHING = {
    "birth_date": "1985-05-20",
    "education": "bachelor_with_degree",
    "credential": "none",
    "permit_expires": "2027-03-01",
    "insured_months_total": 76,
    "base_months": {"0.8": 48, "1": 48, "2": 0, "3": 0},
    "base_1x_months_last_12": 12,
    "entrepreneur": False,
    "innovation_service_staff": False,
    "shortage_major": False,
    "annual_tax_share": 0,
    "annual_local_hires_share": 0,
    "public_service_months": 0,
    "outlying_area": "none",
    "outlying_months": 0,
    "fresh_graduate": False,
    "award": "none",
    "spouse_shanghai_hukou": True,
    "married_years": 6,
    "false_material_dates": [],
    "detention_dates": [],
    "minor_crime_dates": [],
    "serious_crime": False,
}


def facts(**known: object) -> Facts:
    """What is known of someone."""
    return parse_facts(known, on=ON)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("known", [None, facts(), facts(**EVERYTHING)], ids=["nobody", "unknown", "known"])
def test_an_answer_fits_a_telephone_and_is_whole(locale: str, known: Facts | None) -> None:
    for topic in TOPICS:
        said = answer(topic, locale, known)
        assert sum(map(len, said.paragraphs)) <= LONGEST[locale], topic
        assert not [text for text in said.paragraphs if "{" in text]
        article = loader.article(topic)
        own = [text for text in said.paragraphs if text not in {s.words[locale] for s in article.statements}]
        assert article.parts("short")[0].words[locale] in (said.paragraphs[0], *said.paragraphs[len(own) :][:1])
        assert article.parts("now")[0].words[locale] in said.paragraphs
        assert 2 <= len({s.words[locale] for s in article.parts(*BODY)} & set(said.paragraphs)) <= 5
        if disputed := article.parts("disputed"):
            assert disputed[0].words[locale] in said.paragraphs


def test_an_answer_names_each_document_once_with_its_date_and_confidence() -> None:
    said = answer("renewal_timing", "en")
    ids = [citation.document.id for citation in said.sources]
    assert len(ids) == len(set(ids))
    assert said.sources[0].document.date
    assert said.sources[0].confidence == "B"
    assert said.as_of == ON
    assert said.also == ("renewal_steps", "validity_lapse", "residence_permit_itself", "change_employer")


def test_every_paragraph_of_an_answer_has_a_document_behind_it() -> None:
    documents = {
        (text, document.id) for _, each in statements() for text in each.words.values() for document in each.sources
    }
    for topic in TOPICS:
        said = answer(topic, "zh_Hans")
        cited = {citation.document.id for citation in said.sources}
        for text in said.paragraphs:
            assert {id for words, id in documents if words == text} & cited, text


def test_the_facts_of_the_person_are_used_where_they_matter() -> None:
    known = facts(**EVERYTHING)
    assert "您缴满 6 年，这一项是 18 分。" in answer("scoring_si_years", "zh_Hans", known).paragraphs
    assert (
        "您的居住證 2027-03-01 到期，簽注就在這天之前的 30 天裡辦。"
        in answer("renewal_timing", "zh_Hant", known).paragraphs
    )
    # 30 for age, 90 for education, 18 and 50 for insurance, 24 for the spouse.
    assert (
        "From what you told me you have 212 points now, enough for 120."
        in answer("total_and_120", "en", known).paragraphs
    )


def test_what_is_not_certain_of_the_person_is_not_said() -> None:
    for topic in set(TOPICS) - {"total_and_120"}:
        assert answer(topic, "en", facts(education=["bachelor", "bachelor_with_degree"])) == answer(topic, "en")


def test_what_is_known_of_a_total_is_said_before_how_it_is_made() -> None:
    said = answer("total_and_120", "zh_Hans", facts(age=30, education="associate", insured_years=5)).paragraphs
    assert said[0].startswith("您说的这几样加起来是 95 分，离 120 分还差 25 分")
    enough = answer("total_and_120", "en", facts(age=30, education="master")).paragraphs
    assert enough[0].startswith("What you told me adds up to 130 points, enough for 120, if there are no records")
    short = facts(**{**EVERYTHING, "education": "none", "base_months": {"0.8": 0, "1": 0, "2": 0, "3": 0}})
    assert answer("total_and_120", "en", short).paragraphs[0] == (
        "From what you told me you have 72 points now, 48 short of 120."
    )


def test_of_somebody_who_is_vetoed_no_points_are_told() -> None:
    assert slot_values(facts(**{**EVERYTHING, "serious_crime": True})).keys().isdisjoint(TOTALS)


TOTALS = {"total", "gap", "enough", "known", "missing", "known_enough"}


def test_slots_are_filled_only_by_what_is_certain() -> None:
    assert slot_values(facts(**EVERYTHING)).keys() == set(SLOTS) - TOTALS | {"enough"}
    assert slot_values(facts()) == {}
    assert slot_values(facts(age=36, permit_expires="2027-03")) == {
        "age_points": "30", "known": "30", "missing": "90",
    }  # fmt: skip
    assert slot_values(facts(insured_years=5))["insured_years"] == "5"
    assert "insured_years" not in slot_values(facts(insured_months_total={"min": 50, "max": 70}))


def test_every_slot_is_asked_for_somewhere() -> None:
    assert {slot for _, statement in statements() for slot in statement.slots} == set(SLOTS)


def test_there_is_no_answer_to_a_topic_that_is_none() -> None:
    with pytest.raises(KeyError, match="weather"):
        answer("weather", "en")
