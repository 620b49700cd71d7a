"""The bot ends and begins again: nobody notices but by the time it takes."""

from datetime import timedelta

from tests.conformance.case import case
from tests.conformance.cases.arriving import ages_told, newcomer
from tests.conformance.cases.assessing import TO_RESULT
from tests.conformance.driver import Ability, Broken, Driver, TooMany

K, T, F = Ability.KEEPING, Ability.TAPPING, Ability.FAULTS


async def restarted(driver: Driver) -> None:
    """Ends the bot, and starts it again."""
    await driver.ends()
    await driver.begins()


@case(K)
async def a_talk_goes_on_after_a_restart(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await someone.says("35岁")
    await restarted(driver)
    assert someone.label("reply.so_far_if_clean", points=120) in await someone.says("本科有学位")


@case(K, T)
async def buttons_from_before_a_restart_count(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    for id in TO_RESULT:
        await restarted(driver)
        await someone.chooses(id)
    assert someone.label("result.reached.range", low=120) in someone.heard


@case(K, F)
async def what_could_not_be_sent_before_a_restart_is_sent_after_it(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.order(Broken(after=False), person, times=3)
    await person.sends("35岁")
    await restarted(driver)
    await driver.quiet()
    assert someone.label("ask.education") in person.sees()[-1].text
    assert ages_told(driver, person) == [35]


@case(K)
async def what_comes_during_a_restart_is_taken_after_it(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await driver.ends()
    for age in (31, 32, 33):
        await person.sends(f"{age}岁")
    await driver.begins()
    await driver.quiet()
    assert ages_told(driver, person) == [31, 32, 33]
    assert someone.label("education.associate") in someone.offered


@case(K, T)
async def a_talk_goes_on_after_months(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await someone.says("1983年5月出生，本科有学位")
    driver.passes(timedelta(days=300))
    await restarted(driver)
    await someone.chooses("pick.deductions.none")
    said = await someone.says("看结果")
    assert "2027" in said
    assert "44" in said


@case(K, T)
async def a_clock_that_is_put_back_changes_nothing(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await someone.says("35岁")
    for back in (timedelta(minutes=1), timedelta(days=2), timedelta(days=400)):
        driver.passes(-back)
        assert someone.label("reply.so_far_if_clean", points=120) in await someone.says("本科有学位")
        await restarted(driver)
        assert someone.label("ask.education") in await someone.chooses("choice.back")
    driver.passes(timedelta(days=402, minutes=1))
    assert someone.label("reply.so_far_if_clean", points=120) in await someone.says("本科有学位")
    assert ages_told(driver, person) == [35]
    assert driver.kept()["dead_letter"] == []


@case(K)
async def what_waits_keeps_its_order_though_the_clock_is_put_back(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.order(TooMany(1), person)
    for age in (21, 22):
        await person.sends(f"{age}岁")
    driver.passes(timedelta(hours=-1))
    for age in (23, 24):
        await person.sends(f"{age}岁")
    await driver.quiet()
    told = [age for seen in person.sees() for age in (21, 22, 23, 24) if f"{age} 周岁" in seen.text]
    assert told == [21, 22, 23, 24]
    assert someone.label("education.associate") in someone.offered
