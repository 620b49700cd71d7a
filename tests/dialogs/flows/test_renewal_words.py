"""The renewal in words: its day, that it is endorsed or has ended, a calendar; and what other procedures ask."""

from datetime import date

import pytest

from dialogs.conversation import respond
from dialogs.flows.pages import PAGES
from dialogs.knowledge.loader import renewal
from dialogs.screens import RENEWAL_CALENDAR
from dialogs.talk import fold
from tests.dialogs.flows.talking import BELOW, CHANGE, DAY, LANGUAGES, REACHES, RENEW, Person

LATE = {case.id: case.statements[0].words for case in renewal().late}


def renewing(locale: str = "zh_Hans", expires: str = "2026-12-15") -> Person:
    """Somebody who looks at the plan of the renewal."""
    person = Person({**REACHES, "permit_expires": expires}, locale)
    person.say(RENEW[locale])
    return person


# ------------------------------------------------------------------------------------------------------------- the day


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        *(("zh_Hans", said) for said in ("12月15日", "下个月15号", "12/15", "15号")),
        *(("zh_Hant", said) for said in ("12月15日", "下個月15號")),
        *(("en", said) for said in ("Dec 15", "15 December", "next month on the 15th")),
    ],
)
def test_a_day_without_its_year_is_said_back_in_full(locale: str, said: str) -> None:
    person = Person(REACHES, locale)
    answer = person.say(RENEW[locale], said)
    assert person.turn.facts["permit_expires"] == "2026-12-15"
    assert answer.count("2026-12-15") >= 2
    assert "calendar" in person.ids


def test_of_a_month_the_day_is_asked_and_then_understood() -> None:
    person = Person(REACHES)
    person.say("什么时候续签", "2026年12月")
    assert person.turn.asking == "permit_expires"
    person.say("15号")
    assert person.turn.facts["permit_expires"] == "2026-12-15"
    person = Person(REACHES)
    person.say("什么时候续签", "12月底")
    assert (person.turn.asking, person.turn.facts["permit_expires"]) == ("permit_expires", "2026-12")


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("zh_Hans", "我的居住证下个月15号到期，怎么续"),
        ("zh_Hans", "居住证12月15日到期怎么办"),
        ("zh_Hans", "居住证2026年12月15日到期，怎么续签？"),
        ("zh_Hant", "我的居住證下個月15號到期，怎麼續"),
        ("en", "My residence permit expires on Dec 15, how do I renew?"),
    ],
)
def test_the_day_told_with_the_question_opens_the_plan(locale: str, said: str) -> None:
    answer = Person(None, locale).say(said)
    assert "2026-12-15" in answer
    assert "2026-11-26" in answer


@pytest.mark.parametrize(
    "said", ["When to renew", "when to renew my permit", "When do I need to renew?", "how to renew"]
)
def test_english_too_asks_for_the_day(said: str) -> None:
    person = Person(None, "en")
    person.say(said)
    assert person.turn.asking == "permit_expires"


def test_a_day_told_on_the_plan_takes_the_place_of_the_other() -> None:
    person = renewing()
    assert "2027-03-15" in person.say("2027-03-15")
    assert "2027-01-20" in person.say("1月20日")


def test_a_month_told_on_the_plan_and_a_day_that_cannot_be_change_nothing() -> None:
    for said in ("3月", "2月30日"):
        person = renewing()
        turn = respond(person.turn.talk, said, today=DAY, text=person.text)
        assert turn.facts["permit_expires"] == "2026-12-15"


# ------------------------------------------------------------------------------------------------------ the endorsement


@pytest.mark.parametrize(
    ("locale", "done", "day"),
    [
        ("zh_Hans", "签注办好了", "2027-12-15"),
        ("zh_Hans", "今天签注办好了", "12月15日"),
        ("zh_Hans", "已经续签了", "2027年12月15日"),
        ("zh_Hant", "簽注辦好了", "新的到期日是2027-12-15"),
        ("en", "I have renewed it", "Dec 15, 2027"),
        ("en", "it has been endorsed", "15 December"),
    ],
)
def test_who_has_endorsed_tells_the_new_last_day(locale: str, done: str, day: str) -> None:
    person = renewing(locale)
    person.say(done)
    assert person.label("endorsed:2026-12-15").startswith("✓")
    assert "2027-12-15" in person.say(day)
    assert person.turn.facts["permit_expires"] == "2027-12-15"
    assert "endorsed:2026-12-15" in fold(person.turn.talk).ticked


@pytest.mark.parametrize(
    ("locale", "no"), [("zh_Hans", "还没"), ("zh_Hans", "没有"), ("zh_Hant", "還沒"), ("en", "not yet")]
)
def test_a_no_on_the_plan_changes_nothing(locale: str, no: str) -> None:
    person = renewing(locale)
    person.say(no)
    assert not fold(person.turn.talk).ticked
    person.tap("endorsed:2026-12-15")
    person.say(no)
    assert set(fold(person.turn.talk).ticked) == {"endorsed:2026-12-15"}
    assert person.say("2027-12-15")


def test_to_be_endorsed_is_told_once() -> None:
    person = renewing()
    person.say("已经办了")
    assert "新的到期日是哪天" in person.say("办好了")
    assert set(fold(person.turn.talk).ticked) == {"endorsed:2026-12-15"}


def test_before_the_window_nothing_can_be_said_to_be_endorsed() -> None:
    person = renewing(expires="2027-06-30")
    turn = respond(person.turn.talk, "签注办好了", today=DAY, text=person.text)
    assert not fold(turn.talk).ticked


# ----------------------------------------------------------------------------------------------- calendar and reminders


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        *(("zh_Hans", said) for said in ("导出日历", "加入日历", "放进手机日历")),
        ("zh_Hant", "加入日曆"),
        *(("en", said) for said in ("calendar", "add to calendar", "add it to my calendar")),
    ],
)
def test_a_calendar_is_had_by_asking_for_it(locale: str, said: str) -> None:
    person = Person(REACHES, locale)
    person.say(RENEW[locale], said)
    assert (person.turn.asking, person.turn.attachments) == ("permit_expires", ())
    person.say("2026-12-15", said)
    assert [each.kind for each in person.turn.attachments] == [RENEWAL_CALENDAR]


@pytest.mark.parametrize(
    ("locale", "said", "calendar"),
    [("zh_Hans", "提醒我", "日历"), ("zh_Hant", "提醒我", "日曆"), ("en", "remind me", "calendar")],
)
def test_where_nobody_can_be_reminded_the_calendar_is_named(locale: str, said: str, calendar: str) -> None:
    person = Person(REACHES, locale)
    person.say(RENEW[locale], said)
    assert person.turn.asking == "permit_expires"
    assert calendar in person.say("2026-12-15", said)


# --------------------------------------------------------------------------------------------- a permit that has ended


@pytest.mark.parametrize(
    ("locale", "said", "told", "not_told"),
    [
        ("zh_Hans", "居住证过期一个月了怎么办", "within_60_days", "after_60_days"),
        ("zh_Hant", "居住證過期一個月了怎麼辦", "within_60_days", "after_60_days"),
        ("en", "My residence permit expired a month ago, what should I do?", "within_60_days", "after_60_days"),
        ("zh_Hans", "居住证过期半年了，还能续吗", "after_60_days", "within_60_days"),
        ("zh_Hans", "居住证过期了怎么办", "after_60_days", "request_over"),
        ("zh_Hans", "居住证过期两个月了怎么办", "within_60_days", "request_over"),
        ("zh_Hans", "居住证过期两年了怎么办", "request_over", "good_reason"),
    ],
)
def test_a_permit_that_has_ended_opens_the_renewal(locale: str, said: str, told: str, not_told: str) -> None:
    person = Person(None, locale)
    answer = person.say(said)
    assert person.turn.asking == "permit_expires"
    assert renewal().overdue[0].statements[0].words[locale] in answer
    assert LATE[told][locale] in answer
    assert LATE[not_told][locale] not in answer
    assert LATE["points_after_the_date"][locale] in answer
    assert all(document.name in answer for document in renewal().overdue[0].statements[0].sources)


def test_the_day_of_a_permit_that_has_ended_is_sought_in_the_past() -> None:
    person = Person(None)
    answer = person.say("居住证过期一个月了怎么办", "10月20日")
    assert "2026-10-20" in answer
    assert "别拖到最后一天" not in answer
    person.tap("other_day")
    assert "过期了" not in person.said


def test_a_day_that_was_told_before_gives_way_where_it_has_not_come_yet() -> None:
    person = Person({"permit_expires": "2027-06-30"})
    person.say("居住证过期一个月了怎么办")
    assert "permit_expires" not in person.turn.facts
    person = Person({"permit_expires": "2026-10-20"})
    assert "2026-10-20" in person.say("居住证过期一个月了怎么办")


@pytest.mark.parametrize("said", ["居住证怎么办", "公司过期了怎么办", "居住证没过期怎么办", "居住证12月到期怎么办"])
def test_no_end_is_made_up(said: str) -> None:
    person = Person(None)
    turn = respond(person.turn.talk, said, today=DAY, text=person.text)
    assert "permit_expires" not in turn.facts
    assert fold(turn.talk).details == {}


@pytest.mark.parametrize(("expires", "open_still"), [("2026-01-10", True), ("2025-03-01", False)])
def test_a_request_is_only_told_of_while_it_is_possible(expires: str, open_still: bool) -> None:
    said = renewing(expires=expires).said
    assert (LATE["good_reason"]["zh_Hans"] in said) is open_still
    assert (LATE["request_over"]["zh_Hans"] in said) is not open_still
    assert "在到期前 30 天内" not in said


# ------------------------------------------------------------------------------------------------- districts, employers


@pytest.mark.parametrize(
    ("locale", "asks", "said", "address"),
    [
        *(("zh_Hans", "去哪个区的人才服务中心", said, "张杨路1996号") for said in ("浦东", "浦东新区")),
        *(("zh_Hans", "要去哪个区", said, "水清路388号") for said in ("公司注册在闵行", "闵行区", "我们公司在闵行")),
        ("zh_Hant", "去哪個區的人才服務中心", "閔行區", "水清路388號"),
        ("en", "Which district's centre", "Minhang district", "水清路388号"),
        ("en", "which office do I go to?", "Pudong", "张杨路1996号"),
    ],
)
def test_the_district_is_taken_as_it_is_said(locale: str, asks: str, said: str, address: str) -> None:
    person = Person(None, locale)
    person.say(asks)
    assert person.turn.asking == "district"
    assert address in person.say(said)
    assert "南宁路969" in person.say("xuhui") or "南寧路969" in person.said


@pytest.mark.parametrize(("locale", "said"), [("zh_Hans", "闵行区"), ("zh_Hant", "閔行"), ("en", "Minhang district")])
def test_the_name_of_a_district_alone_asks_for_its_centre(locale: str, said: str) -> None:
    assert "水清路388" in Person(REACHES, locale).say(said)


def test_where_places_are_asked_about_a_district_is_an_answer() -> None:
    known = {fact: value for fact, value in BELOW.items() if fact not in ("residence_permit", "employed_in_shanghai")}
    person = Person(known)
    person.say("修改加分项")
    assert person.turn.asking == "bonuses"
    turn = respond(person.turn.talk, "临港", today=DAY, text=person.text)
    assert fold(turn.talk).page is None


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_page_is_found_by_its_name(locale: str) -> None:
    for page in PAGES:
        person = Person(REACHES, locale)
        person.say(person.text(f"flow.page.{page}"))
        assert fold(person.turn.talk).page == page


@pytest.mark.parametrize(
    ("locale", "no"),
    [
        *(("zh_Hans", no) for no in ("没有", "没有续签", "还没", "不是", "还没办")),
        *(("zh_Hant", no) for no in ("沒有", "還沒")),
        *(("en", no) for no in ("not yet", "no", "I haven't")),
    ],
)
def test_a_permit_that_is_not_endorsed_this_year_is_in_its_year(locale: str, no: str) -> None:
    person = Person(REACHES, locale)
    person.say(CHANGE[locale])
    person.tap("approved")
    person.say(no)
    assert fold(person.turn.talk).details["permit_stands"] == "in_its_year"


@pytest.mark.parametrize(
    ("said", "stands"),
    [("核定了", "approved"), ("递交了", "filed"), ("还没核定", "filed"), ("没有", "none"), ("还没申请", "none")],
)
def test_where_the_points_stand_is_understood_in_words(said: str, stands: str) -> None:
    person = Person(REACHES)
    person.say("换单位", said)
    assert fold(person.turn.talk).details["points_stand"] == stands


def test_a_renewal_is_counted_from_the_day_of_the_talk() -> None:
    person = Person(REACHES, on=date(2026, 12, 20))
    person.say("什么时候续签", "12月15日")
    assert person.turn.facts["permit_expires"] == "2027-12-15"
