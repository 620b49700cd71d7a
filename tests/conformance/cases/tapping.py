"""Taps: every one is answered, one that no longer counts does nothing but say so."""

from tests.conformance.case import case
from tests.conformance.cases.assessing import TO_RESULT, known
from tests.conformance.cases.consent import of_people
from tests.conformance.driver import Ability, Driver
from tests.conformance.someone import Someone

T, K = Ability.TAPPING, Ability.KEEPING


def entries(driver: Driver) -> int:
    """How much came in, in all the talks that are kept."""
    return sum(str(row["state"]).count('"kind"') for row in driver.kept()["conversation"])


@case(T, K)
async def a_button_that_is_tapped_twice_counts_once(driver: Driver) -> None:
    person = await known(driver)
    label = person.label("choice.age.up_to_43")
    taps = [person.chat.presses(label), person.chat.presses(label)]
    await driver.quiet()
    assert [await tap.note() for tap in taps] == ["", person.label("messenger.stale")]
    assert entries(driver) == 1
    assert person.label("education.associate") in person.offered


@case(T, K)
async def a_button_of_an_older_screen_says_so_and_the_present_screen_comes(driver: Driver) -> None:
    person = await known(driver)
    older = person.last
    await person.says("35岁")
    before = entries(driver)
    assert await person.note(older.labels[0], below=older) == person.label("messenger.stale")
    assert person.label("ask.education") in person.heard
    assert entries(driver) == before
    assert person.label("reply.so_far_if_clean", points=120) in await person.chooses("education.bachelor_with_degree")


@case(T, K, Ability.EDITING)
async def a_stale_tap_on_the_present_screen_only_says_so(driver: Driver) -> None:
    person = await known(driver)
    older = person.last
    await person.chooses("choice.age.up_to_43")
    before = person.chat.sees()
    assert await person.note(older.labels[0], below=older) == person.label("messenger.stale")
    assert person.chat.sees() == before


@case(T, K)
async def a_tap_after_the_end_changes_no_result(driver: Driver) -> None:
    person = await known(driver)
    await person.says("35岁")
    question = person.last
    await person.says("本科有学位", "都没有", "都符合", "看结果")
    before = entries(driver)
    assert await person.note(person.label("education.associate"), below=question) == person.label("messenger.stale")
    assert person.label("result.reached.range", low=120) in person.heard
    assert entries(driver) == before


@case(T, K)
async def a_button_from_before_everything_was_erased_asks_for_consent(driver: Driver) -> None:
    person = await known(driver)
    older = person.last
    await person.says("/delete")
    await person.chooses("messenger.button.delete.yes")
    await person.taps(older.labels[0], below=older)
    assert person.label("messenger.consent") in person.heard
    assert of_people(driver.kept()) == {}
    await person.chooses("messenger.button.consent")
    before = entries(driver)
    assert await person.note(older.labels[0], below=older) == person.label("messenger.stale")
    assert entries(driver) == before == 0


@case(T, K)
async def a_button_that_nobody_drew_is_answered_and_does_nothing(driver: Driver) -> None:
    person = await known(driver)
    await person.says("35岁")
    before = entries(driver)
    forged = ("hjf:", "hjf:s:0:0:0000", "hjf:s:ffffffffffffffff:0:0000", "hjf:s:-1:0:0", "hjf:language:xx", "hjf:x:y")
    for data in (*forged, "hjf:s:" + "9" * 50, "hjf:consent:en.nowhere", "hjf:calendar:", "hjf:remind:none"):
        await person.chat.forges(data)
        assert entries(driver) == before, data
    assert person.label("reply.so_far_if_clean", points=120) in await person.chooses("education.bachelor_with_degree")


@case(T, K, Ability.ALL_OURS)
async def a_button_that_is_not_ours_is_answered_and_does_nothing(driver: Driver) -> None:
    stranger = Someone(driver.person())
    await stranger.says("/start")
    person = await known(driver)
    before = driver.kept()["conversation"]
    for data in ("other:1", "☃", "hj", "consent"):
        assert await stranger.chat.forges(data) == ""
        assert await person.chat.forges(data) == ""
    assert [row["state"] for row in driver.kept()["conversation"]] == [row["state"] for row in before]


@case(T, K)
async def a_button_of_somebody_else_says_nothing_of_him(driver: Driver) -> None:
    one, other = await known(driver), await known(driver)
    await one.says("35岁，博士")
    await other.chat.forges("hjf:delete:no")
    assert "博士" not in other.heard
    assert of_people(driver.kept()) == {"conversation": 2}


@case(T, K)
async def a_button_below_a_message_too_old_to_be_told_still_counts(driver: Driver) -> None:
    person = await known(driver)
    before = len(person.chat.sees())
    tap = person.chat.presses(person.label("choice.age.up_to_43"), too_old=True)
    await driver.quiet()
    assert await tap.note() == ""
    assert len(person.chat.sees()) == before + 1
    assert person.label("education.associate") in person.last.labels


@case(T, K, Ability.EDITING)
async def a_question_gives_way_to_the_next_one_in_its_place(driver: Driver) -> None:
    person = await known(driver)
    before = len(person.chat.sees())
    await person.chooses("choice.age.up_to_43", "education.associate")
    assert len(person.chat.sees()) == before
    assert person.last.edited


@case(T, K, Ability.EDITING)
async def a_result_stays_in_the_chat_when_the_talk_goes_on(driver: Driver) -> None:
    person = await known(driver)
    await person.chooses(*TO_RESULT)
    result = person.label("result.reached.range", low=120)
    await person.chooses("choice.restart", "choice.age.up_to_43")
    assert any(result in seen.text for seen in person.chat.sees())


@case(T, K, Ability.EDITING)
async def who_taps_below_what_was_said_in_between_keeps_what_was_said(driver: Driver) -> None:
    person = await known(driver)
    await person.says("/help")
    help = person.last
    await person.chooses("choice.age.up_to_43")
    assert help in person.chat.sees()
    assert person.label("education.associate") in person.offered


@case(T, K, Ability.COMPANY)
async def taps_of_many_at_once_are_each_answered(driver: Driver) -> None:
    people = [await known(driver) for _ in range(5)]
    taps = [person.chat.presses(person.label("choice.age.up_to_43")) for person in people]
    await driver.quiet()
    assert [await tap.note() for tap in taps] == [""] * 5
    for person in people:
        assert person.label("education.associate") in person.offered


@case(T, K, Ability.GROUPS, Ability.COMPANY)
async def a_tap_of_another_person_in_a_group_touches_nobodys_talk(driver: Driver) -> None:
    one, other = driver.person(), driver.person()
    group = driver.group(one, other)
    mine = Someone(one)
    await mine.agrees()
    await mine.says("35岁")
    await group.member(one).says("/score")
    before = driver.kept()["conversation"]
    for data in ("hjf:consent:zh_Hans.", "hjf:delete:yes", "hjf:s:1:0:abcd"):
        await group.member(other).forges(data)
    assert driver.kept()["conversation"] == before
