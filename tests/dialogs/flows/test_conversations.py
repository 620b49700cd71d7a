"""Whole conversations through the procedures, in three languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.conversation import again, respond
from dialogs.knowledge.loader import application, renewal, statuses
from dialogs.screens import Attachment
from dialogs.talk import ANSWER, EXIT, TICK, VIEW, Entry, Talk, fold
from tests.dialogs.flows.talking import (
    APPLY,
    BELOW,
    CHANGE,
    DAY,
    LANGUAGES,
    PAPERS,
    REACHES,
    RENEW,
    Facts,
    Person,
    answered,
)

STEPS = [step.id for step in application()]


def words_of(step: str, locale: str) -> str:
    """What the first statement of a step of the application says."""
    return next(each for each in application() if each.id == step).statements[0].words[locale]


# ---------------------------------------------------------------------------------------------------------- applying


@pytest.mark.parametrize("locale", LANGUAGES)
def test_somebody_applies_to_the_end_with_a_list_of_their_own_papers(locale: str) -> None:
    person = Person({**REACHES, "spouse_shanghai_hukou": True, "married_years": 5}, locale)
    person.say(APPLY[locale])
    for step in STEPS:
        assert words_of(step, locale) in person.said
        if step == "hand_in":
            person.say(PAPERS[locale])
            answered(person, [("employer_first_time", "no"), ("dispatch", "no"), ("degree", "foreign")])
            answered(person, [("cohabitant_child", "yes"), ("cohabitant_child_16", "no")])
            assert {"foreign_recognition", "marriage_certificate", "birth_certificate"} <= person.papers
            assert person.papers.isdisjoint(
                {"student_report", "school_proof", "dispatch_papers", "credential_certificate"}
            )
            for paper in sorted(person.papers):
                person.tap(f"paper:{paper}")
            assert all(person.label(f"paper:{paper}").startswith("✓") for paper in person.papers)
            person.tap("apply")
        person.tap("done")
    assert "done" not in person.ids
    assert all(person.label(f"step:{step}").startswith("✓") for step in STEPS)


def test_a_tick_is_counted_and_can_be_taken_back() -> None:
    person = Person(REACHES, "en")
    assert "11 steps, 0 done" in person.say("how do I apply?")
    assert "11 steps, 1 done" in person.tap("done")
    assert "11 steps, 0 done" in person.say("back")
    person.tap("step:hand_in", "step:hand_in")
    assert "11 steps, 1 done" in person.tap("apply")
    person.tap("step:hand_in")
    person.tap("step:hand_in")
    assert "11 steps, 0 done" in person.tap("apply")


def test_the_steps_can_be_read_one_after_the_other() -> None:
    person = Person(REACHES)
    person.say("怎么申请", "step:permit")
    for step in STEPS[1:]:
        assert words_of(step, "zh_Hans") in person.tap("next_step")
    assert "next_step" not in person.ids


def test_several_papers_are_ticked_off_at_once_by_their_numbers() -> None:
    person = Person(REACHES, "en")
    person.say("papers", "list_now")
    listed = [id for id in person.ids if id.startswith("paper:")]
    said = person.say("1 3 4")
    assert fold(person.turn.talk).ticked.keys() == {listed[0], listed[2], listed[3]}
    assert "ready: 3" in said


@pytest.mark.parametrize(
    ("locale", "words"), [("zh_Hans", "闵行区"), ("zh_Hant", "閔行"), ("en", "it is in Minhang"), ("en", "minhang")]
)
def test_the_centre_is_that_of_the_employers_district(locale: str, words: str) -> None:
    person = Person(REACHES, locale)
    person.tap("apply", "office")
    assert "水清路388" in person.say(words)
    assert "12333" in person.said
    assert person.tap("other_district")
    assert person.turn.asking == "district"


def test_of_a_district_of_which_nothing_is_known_that_is_said() -> None:
    person = Person(REACHES, "en")
    person.tap("apply", "office")
    assert "No address or telephone of this district was found: call 12333." in person.tap("jinshan")


def test_two_districts_at_once_are_not_guessed_between() -> None:
    person = Person(REACHES)
    person.tap("apply", "office")
    before = person.turn.talk
    assert respond(before, "闵行还是徐汇", today=DAY, text=person.text).talk.entries == before.entries


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_words_of_the_system_are_explained_as_far_as_they_are_known(locale: str) -> None:
    person = Person(REACHES, locale)
    said = person.tap("apply", "statuses")
    for status in statuses():
        assert all(statement.words[locale] in said for statement in status.statements)
    acts = {"zh_Hans": "下一步：", "zh_Hant": "下一步：", "en": "Next to act: "}[locale]
    assert said.count(acts) == sum(status.known for status in statuses())


# ---------------------------------------------------------------------------------- too few points, cannot apply yet


@pytest.mark.parametrize("locale", LANGUAGES)
def test_somebody_below_the_standard_hears_so_first_and_finds_the_ways(locale: str) -> None:
    person = Person(BELOW, locale)
    said = person.say(APPLY[locale])
    assert "98" in said.splitlines()[0]
    assert "plans" in person.ids
    person.tap("plans")
    assert "result" in person.ids


@pytest.mark.parametrize(
    ("locale", "because"), [("zh_Hans", "居住证"), ("zh_Hant", "居住證"), ("en", "residence permit")]
)
def test_somebody_who_cannot_apply_yet_hears_why_first(locale: str, because: str) -> None:
    person = Person({**REACHES, "residence_permit": False}, locale)
    before_the_steps = person.say(APPLY[locale]).split("📝")[0]
    assert because in before_the_steps
    assert "138" in before_the_steps
    assert "plans" not in person.ids


def test_nothing_stands_before_the_steps_for_whoever_may_apply() -> None:
    assert Person(REACHES).say("怎么申请").startswith("📝")


def test_somebody_whose_points_are_not_known_is_told_that_and_comes_back_to_the_question() -> None:
    person = Person(None, "en")
    said = person.say("how do I apply?")
    assert "Your points are not worked out yet" in said
    assert "plans" not in person.ids
    person.tap("exit")
    assert person.turn.asking == "age"


def test_with_a_veto_no_application_is_offered() -> None:
    person = Person({**REACHES, "serious_crime": True})
    assert {"apply", "papers", "renew"}.isdisjoint(person.ids)
    assert "一票否决" in person.say("怎么申请")
    assert "plans" not in person.ids


# ----------------------------------------------------------------------------------------------------------- renewing


@pytest.mark.parametrize("locale", LANGUAGES)
def test_somebody_renews_from_the_last_day_with_a_changed_employer(locale: str) -> None:
    person = Person(REACHES, locale)
    person.say(RENEW[locale])
    assert person.turn.asking == "permit_expires"
    said = person.say("2026-12-10")
    for day in ("2026-12-10", "2026-11-22", "2026-11-25", "2026-11-26", "2026-12-16", "2027-02-08"):
        assert day in said
    for step in renewal().steps:
        assert all(statement.words[locale] in said for statement in step.statements)
    assert "138" in said
    person.say(CHANGE[locale])
    answered(person, [("points_stand", "approved"), ("permit_stands", "in_its_year"), ("employer_known", "no")])
    assert "退工单" in person.said or "退工單" in person.said
    assert "2026-11-25" in person.tap("renew")
    person.tap("exit")
    assert "138" in person.said
    assert person.turn.facts["permit_expires"] == "2026-12-10"


def test_only_a_whole_date_makes_a_plan() -> None:
    person = Person(REACHES, "en")
    person.tap("renew")
    assert "On which day exactly?" in person.say("March 2027")
    assert person.turn.asking == "permit_expires"
    assert "Your permit ends on 2027-03-15" in person.say("15 March 2027")


def test_a_wrong_date_is_told_anew() -> None:
    person = Person({**REACHES, "permit_expires": "2026-12-10"})
    person.tap("renew", "other_day")
    assert person.turn.asking == "permit_expires"
    assert "2026-12-20" in person.say("2026年12月20日")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_dates_are_offered_as_a_calendar_file_and_the_talk_stays_where_it_was(locale: str) -> None:
    person = Person({**REACHES, "permit_expires": "2026-12-10"}, locale)
    person.tap("renew")
    assert not person.turn.attachments
    before = person.ids
    person.say(person.label("calendar"))
    assert person.turn.attachments == (Attachment("renewal_calendar", {"expires": "2026-12-10"}),)
    assert person.ids == before
    person.tap("other_day")
    assert not person.turn.attachments


def test_it_is_early_in_the_year() -> None:
    said = Person({**REACHES, "permit_expires": "2027-06-30"}, "en").tap("renew")
    assert "It is early yet: it can be endorsed (签注) from 2027-05-31" in said


@pytest.mark.parametrize(
    ("expires", "says", "case"),
    [
        ("2026-11-01", "days since: 21. Have it endorsed", "within_60_days"),
        ("2026-01-10", "call 12333 first", "after_60_days"),
    ],
)
def test_somebody_who_is_late_is_told_what_is_certain_and_what_is_not(expires: str, says: str, case: str) -> None:
    person = Person(REACHES, "en")
    said = person.say("When must I renew?", expires)
    assert says in said
    late = {each.id: each for each in renewal().late}
    assert late[case].statements[0].words["en"] in said
    assert late["points_after_the_date"].statements[0].words["en"] in said
    assert "2026-11-22, today" in said


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_year_whose_calendar_is_not_known_is_said_honestly(locale: str) -> None:
    person = Person({**REACHES, "permit_expires": "2051-03-15"}, locale, on=date(2051, 3, 1))
    said = person.say(RENEW[locale])
    unknown = {"zh_Hans": "2051 年的官方放假安排这里还没有", "zh_Hant": "2051 年的官方放假安排這裡還沒有"}
    assert unknown.get(locale, "The official holiday calendar of 2051 is not known here") in said
    assert "2051-03-01" in said


def test_who_has_endorsed_the_permit_ticks_that_and_the_days_are_counted_from_there() -> None:
    person = Person({**REACHES, "permit_expires": "2026-12-10"}, "en")
    assert "If it gets late" in person.tap("renew")
    said = person.tap("endorsed:2026-12-10")
    assert person.label("endorsed:2026-12-10").startswith("✓")
    assert "The permit is endorsed (you told me on 2026-11-22)" in said
    assert "📌 2026-11-22, done" in said
    assert "📌 2026-11-26 at the earliest" in said
    assert "late" not in said
    assert "If it gets late" in person.tap("endorsed:2026-12-10")


def test_a_permit_is_not_ticked_as_endorsed_before_that_is_possible() -> None:
    person = Person({**REACHES, "permit_expires": "2027-06-30"}, "en")
    person.tap("renew")
    assert "endorsed:2027-06-30" not in person.ids


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (
            {**REACHES, "insured_months_total": {"min": 5, "max": 70}},
            "at least 120 points on 2026-11-26, enough",
        ),
        ({**BELOW, "insured_months_total": {"min": 55, "max": 70}}, "95 points at most on 2026-11-26, below 120"),
    ],
)
def test_a_total_that_is_known_as_a_range_is_told_by_the_end_that_decides(facts: Facts, says: str) -> None:
    assert says in Person({**facts, "permit_expires": "2026-12-10"}, "en").say(RENEW["en"])


def test_points_that_fall_below_the_standard_until_then_are_warned_of_with_the_reason() -> None:
    falling = {**REACHES, "birth_date": "1982-12-01", "insured_months_total": 0}
    person = Person(falling, "en")
    said = person.say("When must I renew?", "2026-12-10")
    assert "As things go: 120 points on 2026-11-26, enough for 120" in said
    assert "⚠️ As things go: 119 points on 2026-12-16, below 120" in said
    assert "44 years old" in said
    assert "future" in person.ids


def test_somebody_below_the_standard_is_shown_the_soonest_way() -> None:
    said = Person({**BELOW, "permit_expires": "2026-12-10"}, "en").tap("renew")
    assert "⚠️ As things go: 98 points on 2026-11-26, below 120" in said
    assert "🧭 The soonest way" in said


def test_without_answers_no_points_are_foretold() -> None:
    person = Person(None, "en")
    said = person.say("When must I renew?", "2026-12-10")
    assert "Your points are not worked out yet" in said
    assert "Whether 120 is reached" not in said


def test_with_answers_left_open_the_points_stay_open() -> None:
    person = Person({"education": "bachelor_with_degree", "permit_expires": "2026-12-10"}, "en")
    assert person.say("when must I renew?").count("Whether 120 is reached") == 1


def test_with_a_veto_the_renewal_says_so() -> None:
    person = Person({**REACHES, "serious_crime": True, "permit_expires": "2026-12-10"}, "en")
    assert "A record of serious crime is a veto" in person.say("when must I renew?")


# ---------------------------------------------------------------------- leaving, asking in between, coming back


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_interview_goes_on_at_the_question_where_it_was_left(locale: str) -> None:
    person = Person({"birth_date": "1990-05-20"}, locale)
    asked = person.turn
    person.say(APPLY[locale])
    assert person.turn.asking is None
    person.say(RENEW[locale])
    person.tap("exit")
    assert (person.turn.asking, person.turn.say) == (asked.asking, asked.say)


def test_a_question_that_was_asked_again_waits_behind_a_procedure() -> None:
    person = Person(REACHES)
    person.say("修改学历")
    assert person.turn.asking == "education"
    person.say("怎么申请")
    person.tap("papers", "exit")
    assert person.turn.asking == "education"


def test_an_answer_can_be_changed_in_the_middle_of_a_procedure() -> None:
    person = Person(REACHES)
    person.say("怎么申请", "修改学历")
    assert person.turn.asking == "education"
    person.tap("associate")
    assert "98" in person.said
    assert "done" in person.ids
    assert person.turn.asking is None


def test_facts_told_in_the_middle_are_heard_and_the_page_stays() -> None:
    person = Person(BELOW)
    person.say("怎么申请")
    said = person.say("我是硕士")
    assert person.turn.facts["education"] == "master"
    assert "148" in said
    assert "done" in person.ids


def test_why_is_answered_on_a_page_and_the_page_stays() -> None:
    person = Person(REACHES, "en")
    person.tap("papers")
    assert "it does not change the points" in person.say("why?")
    assert person.turn.asking == "employer_first_time"


def test_the_result_is_one_step_away() -> None:
    person = Person(REACHES)
    person.say("怎么申请")
    assert person.say("看结果").startswith("✅ ")
    assert fold(person.turn.talk).page is None


def test_going_on_with_the_questions_leaves_the_procedure() -> None:
    known = {fact: value for fact, value in REACHES.items() if fact != "award"}
    person = Person(known)
    person.say("看结果", "怎么申请")
    person.turn = again(person.turn.talk.plus(Entry("go_on", "result")), today=DAY, text=person.text)
    assert fold(person.turn.talk).page is None


def test_stopping_and_going_on_comes_back_to_the_page() -> None:
    person = Person(REACHES)
    page = person.say("怎么申请")
    person.say("退出")
    assert person.say("resume") == page


@pytest.mark.parametrize("locale", LANGUAGES)
def test_somebody_who_comes_back_another_day_finds_everything_as_it_was(locale: str) -> None:
    person = Person(REACHES, locale)
    person.say(APPLY[locale])
    person.tap("done", "done", "papers", "list_now", "paper:hukou", "apply")
    kept = tuple(
        Entry(entry.kind, entry.about, dict(entry.facts), entry.forgets, entry.picked)
        for entry in person.turn.talk.entries
    )
    later = again(Talk(kept), today=date(2026, 12, 1), text=person.text)
    assert later.say == person.turn.say
    assert [choice.label for choice in later.choices] == [choice.label for choice in person.turn.choices]
    other = Person(None, "en", on=date(2026, 12, 1))
    other.turn = again(Talk(kept), today=date(2026, 12, 1), text=other.text)
    assert "11 steps, 2 done" in other.said
    other.say("papers")
    assert other.label("paper:hukou").startswith("✓")


def test_ticks_and_short_answers_are_no_facts() -> None:
    person = Person(REACHES)
    before = dict(person.turn.facts)
    person.say("怎么申请", "done", "papers", "yes", "yes", "foreign")
    assert person.turn.facts == before
    assert fold(person.turn.talk.plus(Entry(EXIT), Entry(TICK, "paper:permit"), Entry(ANSWER))).facts == before


# ---------------------------------------------------------------------------------------------------- wherever one goes


@given(
    st.data(), st.sampled_from(LANGUAGES), st.sampled_from([REACHES, BELOW, {}]), st.sampled_from(["", "2026-12-10"])
)
def test_wherever_one_taps_there_is_a_way_out_and_every_text_is_whole(
    data: st.DataObject, locale: str, facts: Facts, expires: str
) -> None:
    person = Person({**facts, "permit_expires": expires} if expires else facts, locale)
    first = again(person.turn.talk, today=DAY, text=person.text)
    person.say(data.draw(st.sampled_from([APPLY, PAPERS, RENEW, CHANGE]))[locale])
    for _ in range(6):
        choices = [choice for choice in person.turn.choices if choice.entries and choice.numbered]
        choice = data.draw(st.sampled_from(choices))
        if choice.entries[0].kind == VIEW:
            return
        person.tap(choice.id)
        assert len(set(person.ids)) == len(person.ids)
        assert "{" not in person.said + "".join(choice.label for choice in person.turn.choices)
        assert "exit" in person.ids
    person.tap("exit")
    if person.turn.facts == first.facts:
        assert (person.turn.asking, person.turn.say) == (first.asking, first.say)
