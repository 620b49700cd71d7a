"""The words of reminders: by the person's facts on that day, with sources, in three languages; and the list of them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import texts
from dialogs.conversation import Turn, again, reminded, respond
from dialogs.flows.pages import APPLY, RENEW, enter
from dialogs.flows.reminders import GROUPS, planned, remind, stop
from dialogs.flows.reminding import remind_choice, reminder_lines, stop_choice
from dialogs.knowledge.loader import renewal
from dialogs.talk import ANSWER, ASK, PAUSE, TICK, Entry, Talk, fold
from locales.catalogs import FOLDER, read
from tests.dialogs.flows.talking import BELOW, DAY, LANGUAGES, REACHES, Facts

ENDS = date(2026, 12, 10)
BOTH = tuple(map(remind, GROUPS))
ENDORSED = Entry(TICK, f"endorsed:{ENDS}", picked=("2026-11-20",))


def talk_of(facts: Facts, *entries: Entry, expires: date = ENDS) -> Talk:
    """Somebody who wishes to be reminded of everything."""
    return Talk((Entry(ANSWER, facts={**facts, "permit_expires": expires.isoformat()}), *BOTH, *entries))


def handed_in(on: str, step: str = "hand_in") -> Entry:
    """A step of the application is ticked on a day."""
    return Entry(TICK, f"step:{step}", picked=(on,))


def turn_of(
    talk: Talk, about: str, on: date, *, told_on: date = DAY, day: date = ENDS, locale: str = "en"
) -> Turn | None:
    """The turn that a reminder brings on a day."""
    return reminded(talk, about, day, told_on=told_on, today=on, text=texts(locale))


def said(talk: Talk, about: str, on: date, *, told_on: date = DAY, day: date = ENDS, locale: str = "en") -> str:
    """What a reminder says."""
    turn = turn_of(talk, about, on, told_on=told_on, day=day, locale=locale)
    assert turn is not None
    return "\n".join(turn.say)


# --------------------------------------------------------------------------------------------------------- the renewal


def test_when_the_window_opens_it_says_where_to_go_and_what_the_points_will_be() -> None:
    told = said(talk_of(REACHES), "opens", date(2026, 11, 10), told_on=date(2026, 11, 10))
    assert "ends on 2026-12-10; days left: 30" in told
    assert "At any community service centre" in told
    assert "✅ As things go: 138 points on 2026-11-14, enough for 120" in told
    assert "沪府规〔2025〕9号" in told
    assert "had told me" not in told


def test_who_will_be_below_the_standard_then_is_warned_with_the_reason() -> None:
    falling = {**REACHES, "birth_date": "1982-12-01", "insured_months_total": 0}
    told = said(talk_of(falling), "opens", date(2026, 11, 22))
    assert "⚠️ As things go: 119 points on 2026-12-16, below 120" in told
    assert "44 years old" in told


def test_who_is_below_it_today_is_shown_the_way_only_by_what_was_told_today() -> None:
    talk = talk_of(BELOW)
    assert "🧭 The soonest way" in said(talk, "opens", DAY)
    later = said(talk, "week", date(2026, 12, 3))
    assert "⚠️ As things go: 98 points on 2026-12-09, below 120" in later
    assert "🧭" not in later


def test_life_has_gone_on_since_the_facts_were_told_and_it_says_so() -> None:
    talk = talk_of({**REACHES, "insured_months_total": 83}, expires=date(2027, 3, 10))
    told = said(talk, "opens", date(2027, 2, 8), day=date(2027, 3, 10))
    assert "141 points" in told  # the seventh year of insurance is full
    assert "by what you had told me by 2026-11-22" in told


def test_without_answers_no_points_are_foretold() -> None:
    assert "points on" not in said(talk_of({}), "opens", date(2026, 11, 10), told_on=date(2026, 11, 10))


def test_on_the_last_day_it_only_says_where() -> None:
    told = said(talk_of(REACHES), "last_day", ENDS)
    assert "Today (2026-12-10) is your residence permit’s last day" in told
    assert "At any community service centre" in told
    assert "do not leave it to the last one" not in told


@pytest.mark.parametrize("locale", LANGUAGES)
def test_after_the_end_it_says_what_can_be_done_and_what_if_it_was_not_endorsed(locale: str) -> None:
    told = said(talk_of(REACHES), "if_endorsed", date(2026, 12, 16), locale=locale)
    known = renewal()
    late = next(case for case in known.late if case.id == "within_60_days")
    steps = [step for step in known.steps if step.id in ("confirm", "online_or_on_site")]
    for statement in (*late.statements, *(each for step in steps for each in step.statements)):
        assert statement.words[locale] in told
        assert all(document.name in told for document in statement.sources)
    assert "12333" in told
    assert "2026-12-16" in told
    assert "138" in told


def test_who_has_endorsed_it_is_told_when_to_confirm_and_asked_for_the_new_last_day() -> None:
    told = said(talk_of(REACHES, ENDORSED), "confirm", date(2026, 11, 26), day=date(2026, 11, 20))
    assert "the points can be confirmed online from 2026-11-26" in told
    assert "3 full working days" in told
    assert "Please tell me the new last day too" in told
    assert "12333" in told


@pytest.mark.parametrize("expires", ["2027-12-10", "2027"])
def test_who_has_told_the_new_last_day_is_not_asked_for_it(expires: str) -> None:
    renewed = Entry(ANSWER, facts={"permit_expires": expires})
    told = said(talk_of(REACHES, ENDORSED, renewed), "confirm", date(2026, 11, 26), day=date(2026, 11, 20))
    assert "Please tell me" not in told


def test_where_the_calendar_is_not_known_no_day_is_named() -> None:
    expires = date(2051, 3, 10)
    tick = Entry(TICK, f"endorsed:{expires}", picked=("2051-03-01",))
    today = date(2051, 3, 15)
    for talk, about, day in (
        (talk_of({}, expires=expires), "if_endorsed", expires),
        (talk_of({}, tick, expires=expires), "confirm", date(2051, 3, 1)),
    ):
        told = said(talk, about, today, told_on=today, day=day)
        assert "The official holiday calendar of 2051 is not known here" in told
        assert "once the working days below are over" in told
        assert "3 full working days" in told


def test_points_that_hang_on_a_wage_not_settled_say_so() -> None:
    months = [f"{month // 12}-{month % 12 + 1:02d}" for month in range(2023 * 12, 2026 * 12 + 11)]
    listed = [{"month": month, "base": 12000} for month in months[-37:]]
    facts = {key: value for key, value in REACHES.items() if not key.startswith(("base_", "insured_"))}
    talk = talk_of({**facts, "contributions": listed})  # type: ignore[dict-item]  # a list of months is no plain value
    told = said(talk, "opens", date(2026, 11, 22))
    assert "12577" in told
    assert "12333" in told


def test_points_after_the_end_of_the_measure_say_so() -> None:
    expires = date(2028, 1, 10)
    told = said(talk_of(REACHES, expires=expires), "opens", date(2027, 12, 11), day=expires)
    assert "2027-12-31" in told


# ----------------------------------------------------------------------------------------------------- the application


def test_after_the_usual_time_of_the_check_it_says_what_to_do() -> None:
    told = said(talk_of({}, handed_in("2026-10-09")), "check", date(2026, 11, 5), day=date(2026, 10, 9))
    assert "You told me on 2026-10-09 that the papers are handed in" in told
    assert "calling up the file takes about 20 working days. (few sources)" in told
    assert "ask HR to look up the status" in told
    assert "luohu9 6408" in told


@pytest.mark.parametrize(
    ("talk", "about", "words"),
    [
        (talk_of({}, handed_in("2026-10-09")), "points_if_usual", "if the check took its usual 20 working days"),
        (talk_of({}, handed_in("2026-10-09", "file_check")), "points", "that the papers are verified"),
    ],
)
def test_when_the_points_should_be_set_it_says_how_one_hears_of_it(talk: Talk, about: str, words: str) -> None:
    told = said(talk, about, date(2026, 12, 3), day=date(2026, 10, 9))
    assert words in told
    assert "sends a text message" in told
    assert "Within 20 working days after the papers are verified." in told
    assert "沪府规〔2022〕21号" in told


# ----------------------------------------------------------------------------------------------------------- in general


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_reminder_is_whole_in_every_language_and_names_its_sources(locale: str) -> None:
    sources = {"zh_Hans": "依据：", "zh_Hant": "依據：", "en": "Sources: "}[locale]
    filed = handed_in("2026-10-09")
    for facts in (REACHES, BELOW, {"serious_crime": True}, {}):
        for talk in (talk_of(facts, filed), talk_of(facts, ENDORSED, filed, handed_in("2026-11-02", "file_check"))):
            for due in planned(fold(talk)):
                told = said(talk, due.about, due.on, told_on=min(DAY, due.on), day=due.day, locale=locale)
                assert told.startswith("⏰")
                assert sources in told
                assert "{" not in told


@given(st.sampled_from(["opens", "week", "last_day", "if_endorsed"]), st.integers(-40, 90))
def test_a_reminder_says_something_only_while_it_holds(about: str, days: int) -> None:
    today = ENDS + timedelta(days=days)
    turn = turn_of(talk_of({}), about, today, told_on=today)
    stopped = turn_of(Talk((*talk_of({}).entries, stop(RENEW))), about, today, told_on=today)
    assert stopped is None
    if days > 36:
        assert turn is None
    if about == "last_day" and days >= 0:
        assert (turn is None) == (days > 0)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_catalog_only_joins_what_the_knowledge_says(locale: str) -> None:
    for message in read(FOLDER / locale / "LC_MESSAGES" / "reminders.po"):
        if message.id:
            assert not re.findall(r"\d", str(message.string)), message.id


# ------------------------------------------------------------------------------------------------- within the talk


def test_a_reminder_leads_to_its_page_and_from_there_back_to_the_question() -> None:
    talk = Talk((*talk_of({}).entries, Entry(ANSWER, facts={"birth_date": "1990-05-20"}), Entry(ASK, "education")))
    before = again(talk, today=ENDS, text=texts("en"))
    turn = turn_of(talk, "last_day", ENDS)
    assert turn is not None
    assert "endorsed:2026-12-10" in [choice.id for choice in turn.choices]
    shown = again(turn.talk, today=ENDS, text=texts("en"))
    assert shown.choices == turn.choices
    after = respond(turn.talk, "exit", today=ENDS, text=texts("en"))
    assert (after.asking, after.say) == (before.asking, before.say)


def test_whoever_is_on_the_page_already_stays_there() -> None:
    talk = talk_of({}, enter(RENEW))
    turn = turn_of(talk, "last_day", ENDS)
    assert turn is not None
    assert turn.talk.entries == talk.entries


@pytest.mark.parametrize("entry", [Entry(PAUSE), Entry(ASK, "education"), enter(APPLY)])
def test_whoever_is_elsewhere_or_has_stopped_is_led_there(entry: Entry) -> None:
    talk = talk_of({}, enter(RENEW), entry)
    turn = turn_of(talk, "last_day", ENDS)
    assert turn is not None
    assert turn.talk.entries == (*talk.entries, enter(RENEW))


def test_of_the_application_it_leads_to_the_application() -> None:
    turn = turn_of(talk_of({}, handed_in("2026-10-09")), "check", date(2026, 11, 5), day=date(2026, 10, 9))
    assert turn is not None
    assert fold(turn.talk).page == APPLY


# ------------------------------------------------------------------------------------------------------------ the list


def listed(talk: Talk, *, paused: bool = False, locale: str = "en", today: date = DAY) -> str:
    """The list of somebody's reminders."""
    return "\n".join(reminder_lines(fold(talk), today=today, paused=paused, text=texts(locale)))


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_list_tells_every_day_that_is_still_ahead(locale: str) -> None:
    told = listed(talk_of({}, handed_in("2026-11-20")), locale=locale)
    for day in ("2026-12-03", "2026-12-10", "2026-12-16", "2026-12-18"):
        assert day in told
    assert "2026-11-10" not in told
    assert "{" not in told


def test_a_day_that_is_only_estimated_says_so() -> None:
    told = listed(talk_of({}, expires=date(2027, 3, 12)))
    assert (
        "· about 2027-03-18: confirm the points online (the permit ends on 2027-03-12) (the official holidays" in told
    )
    assert "· 2027-03-12: the permit’s last day" in told


def test_who_has_set_nothing_is_told_how() -> None:
    told = listed(Talk())
    assert "There are no reminders to come" in told
    assert "tell me under “When to renew” on which day your permit ends" in told
    assert "tick that step under “How to apply” once the papers are handed in" in told


def test_who_could_set_some_is_told_where() -> None:
    talk = talk_of({}, stop(RENEW), stop(APPLY), handed_in("2026-11-20"))
    told = listed(talk)
    assert "choose “⏰ Remind me” under “When to renew”" in told
    assert "choose “⏰ Remind me” under “How to apply”" in told


def test_what_is_set_needs_no_telling_how_but_for_the_next_year() -> None:
    assert "For reminders" not in listed(talk_of({}, handed_in("2026-11-20")))
    over = listed(talk_of({}), today=date(2027, 1, 20))
    assert "tell me under “When to renew”" in over
    assert "How to apply" not in over


def test_whoever_paused_them_is_told_so() -> None:
    assert "paused" in listed(talk_of({}), paused=True)
    assert "paused" not in listed(talk_of({}))


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_the_choices_set_and_stop_a_group(group: str, locale: str) -> None:
    text = texts(locale)
    chosen, stopped = remind_choice(group, text), stop_choice(group, text)
    assert (chosen.entries, stopped.entries) == ((remind(group),), (stop(group),))
    assert chosen.label != stopped.label
