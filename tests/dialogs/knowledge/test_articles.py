"""The articles and procedures as they are: every topic there, whole, and linked."""

from dialogs.knowledge import loader
from dialogs.knowledge.checklist import papers_for
from dialogs.knowledge.reading.procedures import PARTS
from tests.dialogs.knowledge.texts import articles

TOPICS = [
    "eligibility", "apply_steps", "apply_materials", "scoring_age", "scoring_education", "scoring_title",
    "scoring_si_years", "scoring_si_base", "scoring_spouse", "scoring_other_bonus", "deductions_veto",
    "total_and_120", "renewal_steps", "renewal_timing", "change_employer", "unit_registration", "account_password",
    "print_notice", "processing_time", "archive_file", "education_verification", "cohabitant_children",
    "district_center", "validity_lapse", "reconsideration", "false_material", "benefits_use",
    "residence_permit_itself", "juzhuanhu", "out_of_scope",
]  # fmt: skip


def test_every_topic_of_the_contract_has_an_article() -> None:
    assert [topic.id for topic in loader.topics()] == TOPICS
    assert [article.topic for article in articles()] == TOPICS


def test_every_topic_but_what_i_can_do_is_next_to_another() -> None:
    linked = {link for article in articles() for link in article.also}
    assert linked == set(TOPICS) - {"out_of_scope"}
    assert all(len(article.also) == len(set(article.also)) >= 2 for article in articles())


def test_no_statement_stands_twice_in_an_article() -> None:
    for article in articles():
        texts = [statement.words["zh_Hans"] for statement in article.statements]
        assert len(texts) == len(set(texts)), article.topic


def test_the_application_goes_from_the_permit_to_the_notice() -> None:
    steps = loader.application()
    assert [(step.id, step.actor) for step in steps] == [
        ("permit", "you"),
        ("mock_score", "you"),
        ("ask_employer", "you"),
        ("register_employer", "employer"),
        ("open_account", "employer"),
        ("submit_online", "employer"),
        ("hand_in", "employer"),
        ("receipt", "centre"),
        ("file_check", "centre"),
        ("points_set", "bureau"),
        ("notice", "you"),
    ]
    assert all(step.statements[0].part == "what" for step in steps)


def test_the_renewal_counts_with_thirty_days_and_three_working_days() -> None:
    renewal = loader.renewal()
    assert [(period.id, period.count, period.unit) for period in renewal.periods] == [
        ("window", 30, "days"),
        ("transfer", 3, "working_days"),
        ("late", 60, "days"),
        ("request", 1, "years"),
    ]
    assert [step.id for step in renewal.steps] == [
        "endorse", "wait", "confirm", "review", "online_or_on_site", "notice",
    ]  # fmt: skip
    assert [case.id for case in renewal.late] == [
        "within_60_days", "after_60_days", "good_reason", "request_over", "points_after_the_date",
    ]  # fmt: skip


def test_the_application_counts_with_twenty_working_days_twice() -> None:
    periods = loader.application_periods()
    assert {step: (period.count, period.unit) for step, period in periods.items()} == {
        "file_check": (20, "working_days"),
        "points_set": (20, "working_days"),
    }


def test_a_period_is_told_in_its_own_words() -> None:
    for period in (*loader.renewal().periods, *loader.application_periods().values()):
        assert all(str(period.count) in text for text in period.statement.words.values())


def test_a_change_of_employer_has_its_branches() -> None:
    assert [branch.id for branch in loader.employer_change()] == [
        "permit_renewed", "permit_in_its_year", "application_filed", "approved", "employer_unknown",
    ]  # fmt: skip


def test_a_status_that_no_source_explains_is_not_explained() -> None:
    for status in loader.statuses():
        assert status.known == all(statement.part != "disputed" for statement in status.statements), status.id
        assert {statement.part for statement in status.statements} <= set(PARTS)


def test_the_basic_papers_are_always_asked_for() -> None:
    basic = [paper.id for paper in papers_for(set())]
    assert basic == ["letter", "hr_id", "permit", "form", "id_card", "hukou", "contract", "licence", "no_crime"]


def test_the_list_of_papers_follows_the_circumstances() -> None:
    basic = {paper.id for paper in papers_for(set())}

    def further(*circumstances: str) -> set[str]:
        return {paper.id for paper in papers_for(set(circumstances))} - basic

    assert further("foreign_degree") == {"diploma", "foreign_recognition"}
    assert further("domestic_degree", "upgraded_diploma") == {
        "diploma", "student_report", "diploma_record", "both_diplomas",
    }  # fmt: skip
    assert further("degree", "degree_from_china") == {"degree_certificate", "degree_report"}
    assert further("cohabitant_spouse") == {"marriage_certificate", "spouse_id", "spouse_hukou"}
    assert further("cohabitant_child") == {"marriage_certificate", "child_hukou", "birth_certificate"}
    assert further("cohabitant_child_16") == {"school_proof"}
    assert further("employer_first_time", "dispatch") == {"unit_papers", "dispatch_papers"}


def test_no_paper_is_of_family_planning() -> None:
    assert not [paper.id for paper in loader.materials() if "计划生育" in paper.statement.words["zh_Hans"]]
