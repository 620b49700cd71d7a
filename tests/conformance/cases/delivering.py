"""What the bot says arrives, though the connection breaks and the messenger refuses; nobody else waits for it."""

import asyncio

from tests.conformance.case import case
from tests.conformance.cases.arriving import ages_told, newcomer
from tests.conformance.cases.consent import of_people
from tests.conformance.driver import Ability, Away, Broken, Driver, NotFound, NotModified, NotTaken, TooMany

K, F, T = Ability.KEEPING, Ability.FAULTS, Ability.TAPPING


@case(K, F, Ability.COMPANY)
async def a_chat_for_which_the_messenger_wants_nothing_waits_and_no_other_chat_does(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    _, other = await newcomer(driver)
    before = len(person.sees())
    driver.order(TooMany(2), person)
    for age in (21, 22, 23):
        await person.sends(f"{age}岁")
    assert other.label("ask.education") in await other.says("30岁")
    await driver.quiet()
    told = person.sees()[before:]
    assert [f"{age} 周岁" in seen.text for age, seen in zip((21, 22, 23), told, strict=True)] == [True] * 3
    # Messages are numbered as they are sent.
    assert other.last.id < min(seen.id for seen in told)
    assert someone.label("education.associate") in someone.offered


@case(K, F)
async def what_never_left_is_sent_again(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.order(Broken(after=False), person, times=2)
    assert someone.label("ask.education") in await someone.says("35岁")
    assert ages_told(driver, person) == [35]
    assert len(someone.news) == 1


@case(K, F, Ability.COMPANY)
async def what_the_messenger_could_not_take_is_sent_once_when_it_can_and_in_order(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    _, other = await newcomer(driver)
    before = len(person.sees())
    driver.order(Away(), person, times=3)
    for age in (21, 22, 23):
        await person.sends(f"{age}岁")
    assert other.label("ask.education") in await other.says("30岁")
    await driver.quiet()
    told = person.sees()[before:]
    assert [f"{age} 周岁" in seen.text for age, seen in zip((21, 22, 23), told, strict=True)] == [True] * 3
    assert of_people(driver.kept()) == {"conversation": 2}
    assert someone.label("education.associate") in someone.offered


@case(K, F, T)
async def what_perhaps_arrived_is_shown_once_more_rather_than_lost_and_its_buttons_count(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.order(Broken(after=True), person)
    await someone.says("35岁")
    assert ages_told(driver, person) == [35]
    assert 1 <= len(someone.news) <= 2
    shown = someone.news
    assert await someone.note(someone.label("education.bachelor_with_degree"), below=shown[0]) == ""
    assert someone.label("reply.so_far_if_clean", points=120) in someone.heard


@case(K, F, T, Ability.EDITING)
async def a_screen_that_says_so_already_counts_as_shown(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.order(NotModified(), person)
    await someone.chooses("choice.age.up_to_43")
    assert of_people(driver.kept()) == {"conversation": 1}
    assert len(person.sees()) == len({seen.id for seen in person.sees()})
    assert someone.label("ask.education") in await someone.says("30岁")


@case(K, F, T, Ability.EDITING)
async def a_screen_whose_message_is_gone_is_sent_anew_and_works(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.order(NotFound(), person)
    assert someone.label("ask.education") in await someone.chooses("choice.age.up_to_43")
    before = len(person.sees())
    assert someone.label("reply.so_far_if_clean", points=120) in await someone.chooses("education.bachelor_with_degree")
    # From then on it is the new message that changes.
    assert len(person.sees()) == before


@case(K, F)
async def a_message_that_is_not_taken_is_put_aside_and_the_next_ones_arrive(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.order(NotTaken(), person)
    assert await someone.says("35岁") == ""
    assert of_people(driver.kept()) == {"conversation": 1, "dead_letter": 1}
    assert someone.label("reply.so_far_if_clean", points=120) in await someone.says("本科有学位")


@case(K, Ability.FAULTS)
async def who_blocks_the_bot_is_left_alone_and_finds_everything_when_he_returns(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await someone.says("35岁")
    before = person.sees()
    await person.blocks()
    await driver.quiet()
    assert person.sees() == before
    (kept,) = driver.kept()["conversation"]
    assert not kept["reachable"]
    await person.unblocks()
    await driver.quiet()
    (kept,) = driver.kept()["conversation"]
    assert kept["reachable"]
    assert someone.label("reply.so_far_if_clean", points=120) in await someone.says("本科有学位")


@case(K, F, Ability.COMPANY)
async def what_waits_for_who_blocks_the_bot_is_dropped(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    _, other = await newcomer(driver)
    driver.order(TooMany(1), person)
    for age in (21, 22, 23):
        await person.sends(f"{age}岁")
    await asyncio.sleep(0.2)
    before = person.sees()
    await person.blocks()
    await driver.quiet()
    assert person.sees() == before
    assert driver.kept()["outgoing"] == []
    assert other.label("ask.education") in await other.says("30岁")
    await person.unblocks()
    assert someone.label("ask.education") in await someone.says("24岁")
    assert ages_told(driver, person) == [21, 22, 23, 24]


@case(K, F, T)
async def screens_that_follow_each_other_in_one_place_are_not_all_shown_late(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.order(TooMany(1), person)
    tap = person.presses(someone.label("choice.age.up_to_43"))
    await tap.note()
    await person.sends("本科有学位")
    await driver.quiet()
    assert someone.label("pick.deductions.none") in someone.offered
    assert someone.label("pick.deductions.none") in person.sees()[-1].labels
