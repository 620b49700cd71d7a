"""The checklist: only the papers that one's own case asks for, and only the questions that it needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.conversation import respond
from dialogs.flows.papers import case_of
from dialogs.knowledge.checklist import papers_for
from dialogs.knowledge.loader import materials
from dialogs.path import standing
from dialogs.talk import ANSWER, DETAIL, Entry, FactValue, Talk, fold
from tests.dialogs.flows.talking import BELOW, DAY, REACHES, Facts, Person, answered

NOTHING = (("employer_first_time", "no"), ("dispatch", "no"))
NO_FAMILY = (("cohabitant_spouse", "no"), ("cohabitant_child", "no"))
ALWAYS = {paper.id for paper in materials() if not paper.conditions}
TITLED: Facts = {"credential": "senior_title", "credential_fits_job": True, "base_1x_months_last_12": 12}
DIPLOMA = {"diploma", "degree_certificate", "student_report", "diploma_record", "degree_report"}


def asked_by(person: Person) -> list[str]:
    """The short questions that a person is asked who says no to each."""
    person.say("要什么材料")
    asked = []
    while (asking := person.turn.asking) is not None:
        asked.append(asking)
        person.tap("domestic" if asking == "degree" else "no")
    return asked


def test_somebody_without_points_is_asked_only_what_everybody_is() -> None:
    assert asked_by(Person({**REACHES, "education": "none"})) == [
        *("employer_first_time", "dispatch", "cohabitant_spouse", "cohabitant_child")
    ]


def test_the_diploma_is_asked_about_where_it_brings_points() -> None:
    assert asked_by(Person(REACHES))[2:5] == ["degree", "upgraded_diploma", "adult_diploma"]


def test_an_upgraded_diploma_is_asked_about_only_where_it_can_be_one() -> None:
    assert "upgraded_diploma" not in asked_by(Person(BELOW))


def test_a_title_is_asked_about_where_it_counts() -> None:
    assert "credential_registered" in asked_by(Person({**REACHES, **TITLED}))
    assert "credential_registered" not in asked_by(Person(REACHES))


def test_a_spouse_who_brings_points_is_not_asked_about_twice() -> None:
    married = Person({**REACHES, "spouse_shanghai_hukou": True, "married_years": 5})
    assert "cohabitant_spouse" not in asked_by(married)
    assert {"marriage_certificate", "spouse_id", "spouse_hukou"} <= married.papers


def test_the_plainest_case_gets_the_plainest_list() -> None:
    person = Person({**REACHES, "education": "none", "insured_months_total": 0})
    asked_by(person)
    assert person.papers == ALWAYS


def test_each_answer_brings_its_papers_and_no_others() -> None:
    person = Person(REACHES)
    person.say("要什么材料")
    answered(person, [("employer_first_time", "yes"), ("dispatch", "yes"), ("degree", "foreign")])
    answered(person, [("cohabitant_spouse", "yes"), ("cohabitant_child", "yes"), ("cohabitant_child_16", "no")])
    assert person.papers == ALWAYS | {
        *("unit_papers", "dispatch_papers", "diploma", "degree_certificate", "foreign_recognition", "insurance_record"),
        *("marriage_certificate", "spouse_id", "spouse_hukou", "child_hukou", "birth_certificate"),
    }


def test_an_upgraded_diploma_asks_for_both_sets() -> None:
    person = Person(REACHES)
    person.say("要什么材料")
    answered(person, [*NOTHING, ("degree", "domestic"), ("upgraded_diploma", "yes"), ("adult_diploma", "yes")])
    answered(person, NO_FAMILY)
    assert {"both_diplomas", "student_files", *DIPLOMA} <= person.papers
    assert "foreign_recognition" not in person.papers


@pytest.mark.parametrize(
    ("education", "needed", "maybe"),
    [
        ("associate", set(), set()),
        ("bachelor", set(), set()),
        ("master", {"degree", "degree_from_china"}, set()),
        (["bachelor", "bachelor_with_degree"], set(), {"degree", "degree_from_china"}),
    ],
)
def test_the_papers_of_a_degree_are_asked_of_whoever_has_one(
    education: FactValue, needed: set[str], maybe: set[str]
) -> None:
    case = case_of(standing(fold(told({**REACHES, "education": education}, degree="domestic")), DAY))
    of_degree = {"degree", "degree_from_china"}
    assert (set(case.sure & of_degree), set(case.possible & of_degree)) == (needed, maybe)


@pytest.mark.parametrize("locale", ["zh_Hans", "zh_Hant", "en"])
@pytest.mark.parametrize("place", ["domestic", "foreign", "unknown"])
def test_a_junior_college_diploma_is_asked_for_without_a_degree(place: str, locale: str) -> None:
    person = Person(BELOW, locale)
    person.tap("papers")
    answered(person, [*NOTHING, ("degree", place)])
    said = person.tap("list_now")
    assert "diploma" in person.papers
    assert person.papers.isdisjoint({"degree_certificate", "degree_report"})
    assert "学位证书" not in said
    assert "學位證書" not in said


def test_a_degree_from_abroad_needs_no_report_of_this_country() -> None:
    person = Person(REACHES)
    person.tap("papers")
    answered(person, [*NOTHING, ("degree", "foreign")])
    person.tap("list_now")
    assert {"degree_certificate", "foreign_recognition"} <= person.papers
    assert "degree_report" not in person.papers


@pytest.mark.parametrize(("answer", "listed"), [("yes", True), ("no", False)])
def test_a_child_of_sixteen_asks_for_a_proof_of_school(answer: str, listed: bool) -> None:
    person = Person({**REACHES, "education": "none"})
    person.say("要什么材料")
    answered(person, [*NOTHING, ("cohabitant_spouse", "no"), ("cohabitant_child", "yes")])
    answered(person, [("cohabitant_child_16", answer)])
    assert ("school_proof" in person.papers) is listed


def test_where_the_title_counts_the_diploma_is_only_asked_about() -> None:
    at = standing(fold(told({**REACHES, **TITLED}, degree="domestic", credential_registered="yes")), DAY)
    case = case_of(at)
    assert {"credential", "credential_registered", "credential_needs_base"} <= case.sure
    assert "domestic_degree" in case.possible


def test_a_low_skill_needs_no_proof_of_the_base() -> None:
    skilled: Facts = {"education": "none", "credential": "skill_3", "credential_fits_job": True}
    assert "credential_needs_base" not in case_of(standing(fold(told({**REACHES, **skilled})), DAY)).sure


@pytest.mark.parametrize(
    ("area", "sure", "possible"),
    [
        ("lingang", True, False),
        (["lingang", "other"], False, True),
        ("other", False, False),
    ],
)
def test_lingang_asks_for_its_letter(area: FactValue, sure: bool, possible: bool) -> None:
    case = case_of(standing(fold(told({**REACHES, "outlying_area": area, "outlying_months": 72})), DAY))
    assert "outlying_area" in case.sure
    assert ("lingang" in case.sure, "lingang" in case.possible) == (sure, possible)


def test_what_is_not_known_is_listed_apart() -> None:
    person = Person(REACHES, "en")
    said = person.say("What papers do I need?", "list_now")
    assert "If it applies, ask first:" in said
    assert {"dispatch_papers", "foreign_recognition", "both_diplomas", "school_proof"} <= person.papers
    assert person.turn.asking is None


def test_the_diploma_itself_is_needed_wherever_it_is_from() -> None:
    needed, maybe = Person(REACHES, "en").say("papers", "list_now").split("If it applies, ask first:")
    assert "The diploma (毕业证书)" in needed
    assert "The degree certificate (学位证书)" in needed
    assert "The degree report" in maybe
    assert "The report on your student records" in maybe
    assert "The recognition of the foreign degree" in maybe


def test_points_that_nothing_is_known_of_are_named() -> None:
    known = {fact: value for fact, value in REACHES.items() if fact not in ("award", "fresh_graduate")}
    person = Person(known, "en")
    person.say("papers", "list_now")
    assert "Not answered yet; if any applies, more papers may be needed: Fresh graduate, Award" in person.said
    assert "Not answered yet" not in Person(REACHES, "en").say("papers", "list_now")


def test_the_short_questions_can_be_answered_again() -> None:
    person = Person(REACHES)
    person.say("要什么材料", "list_now")
    person.tap("ask_again")
    assert person.turn.asking == "employer_first_time"


@pytest.mark.parametrize(
    ("locale", "domestic", "foreign"),
    [("zh_Hans", "国内", "在国外读的"), ("zh_Hant", "國內的", "在國外讀的"), ("en", "in China", "abroad")],
)
def test_the_place_of_the_diploma_is_understood_in_words(locale: str, domestic: str, foreign: str) -> None:
    for words, paper in ((domestic, "student_report"), (foreign, "foreign_recognition")):
        person = Person(REACHES, locale)
        person.tap("papers")
        answered(person, NOTHING)
        person.say(words)
        person.say("list_now")
        assert paper in person.papers


def test_yes_and_no_are_understood_in_words() -> None:
    person = Person(REACHES)
    person.tap("papers")
    person.say("没有", "是的", "不知道")
    assert fold(person.turn.talk).details == {"employer_first_time": "no", "dispatch": "yes", "degree": "unknown"}


def test_yes_means_nothing_where_it_is_no_answer() -> None:
    person = Person(REACHES)
    person.tap("papers")
    answered(person, NOTHING)
    turn = respond(person.turn.talk, "是的", today=DAY, text=person.text)
    assert (turn.asking, turn.talk.misses) == ("degree", 1)


def told(facts: Facts, **details: str) -> Talk:
    """A talk in which all this was told."""
    answers = (Entry(DETAIL, id, picked=(answer,)) for id, answer in details.items())
    return Talk((Entry(ANSWER, facts=facts), *answers))


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        **{
            id: st.sampled_from(["yes", "no", "unknown"])
            for id in (
                *("employer_first_time", "dispatch", "upgraded_diploma", "adult_diploma", "credential_registered"),
                *("cohabitant_spouse", "cohabitant_child", "cohabitant_child_16"),
            )
        },
        "degree": st.sampled_from(["domestic", "foreign", "unknown"]),
    },
)


@given(ANSWERS, st.sampled_from([REACHES, BELOW, {**REACHES, "spouse_shanghai_hukou": True, "married_years": 5}]))
def test_every_circumstance_is_one_that_the_list_of_papers_knows(answers: dict[str, str], facts: Facts) -> None:
    case = case_of(standing(fold(told(facts, **answers)), DAY))
    conditions = {condition for paper in materials() for condition in paper.conditions}
    # Age brings points without a paper of its own.
    assert case.sure | case.possible <= conditions | {"age"}
    assert not case.sure & case.possible
    assert {paper.id for paper in papers_for(case.sure)} >= ALWAYS
