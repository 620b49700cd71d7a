"""What people do comes at the same time, late, twice: everything counts once, in the order in which it came."""

import json

from tests.conformance.case import case
from tests.conformance.cases.assessing import known
from tests.conformance.driver import Ability, Driver, Person
from tests.conformance.someone import Someone

K, R = Ability.KEEPING, Ability.REPEATING


def ages_told(driver: Driver, person: Person) -> list[object]:
    """The ages that somebody told, in the order in which they were taken."""
    (state,) = (row["state"] for row in driver.kept()["conversation"] if row["chat"] == person.chat)
    return [entry["facts"]["age"] for entry in json.loads(str(state))["entries"] if "age" in entry.get("facts", {})]


async def newcomer(driver: Driver) -> tuple[Person, Someone]:
    """Somebody who is asked the first question."""
    person = driver.person()
    someone = Someone(person)
    await someone.agrees()
    return person, someone


@case(K)
async def two_texts_at_once_are_both_answered_in_their_order(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await someone.says("35")
    before = len(person.sees())
    for age in range(20, 30):
        await person.sends(f"{age}岁")
    await driver.quiet()
    assert ages_told(driver, person) == [35, *range(20, 30)]
    told = [seen.text for seen in person.sees()[before:]]
    assert [next(age for age in range(20, 30) if f"{age} 周岁" in text) for text in told] == [*range(20, 30)]


@case(K, Ability.TAPPING)
async def a_text_that_comes_before_a_tap_makes_it_stale(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.hold()
    await person.sends("30岁")
    tap = person.presses(someone.label("choice.age.up_to_43"))
    await driver.release([0, 1])
    assert await tap.note() == someone.label("messenger.stale")
    assert ages_told(driver, person) == [30]
    assert someone.label("education.associate") in someone.offered


@case(K, Ability.TAPPING)
async def a_tap_that_comes_before_a_text_counts_as_the_text_does(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.hold()
    await person.sends("30岁")
    tap = person.presses(someone.label("choice.age.up_to_43"))
    await driver.release([1, 0])
    assert await tap.note() == ""
    assert ages_told(driver, person) == [{"min": 16, "max": 43}, 30]
    assert someone.label("education.associate") in someone.offered
    assert someone.label("reply.so_far_if_clean", points=120) in await someone.chooses("education.bachelor_with_degree")


@case(K, R)
async def a_text_that_is_handed_in_twice_counts_once(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await someone.says("35")
    driver.repeat()
    said = await someone.says("36岁")
    await driver.quiet()
    assert ages_told(driver, person) == [35, 36]
    assert [seen for seen in someone.news if seen.text != said] == []


@case(K, R, Ability.TAPPING)
async def a_tap_that_is_handed_in_twice_counts_once_and_is_answered(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.repeat()
    await someone.chooses("choice.age.up_to_43")
    await driver.quiet()
    assert ages_told(driver, person) == [{"min": 16, "max": 43}]
    assert len(person.sees()) == len({seen.id for seen in person.sees()})
    assert someone.label("education.associate") in someone.offered


@case(K, R, Ability.TAPPING)
async def a_consent_that_is_handed_in_twice_begins_one_talk(driver: Driver) -> None:
    someone = Someone(driver.person())
    await someone.says("/start")
    driver.repeat()
    await someone.chooses("messenger.button.consent")
    await driver.quiet()
    assert len(driver.kept()["conversation"]) == 1


@case(K, Ability.COMPANY)
async def talks_of_different_people_do_not_mix(driver: Driver) -> None:
    people = [await newcomer(driver) for _ in range(4)]
    for age in range(20, 28):
        for place, (person, _) in enumerate(people):
            await person.sends(f"{age + 10 * place}岁")
    await driver.quiet()
    for place, (person, _) in enumerate(people):
        assert ages_told(driver, person) == [age + 10 * place for age in range(20, 28)]


@case(K, Ability.TAPPING)
async def a_tap_and_its_screens_own_answer_in_words_do_not_both_count_as_one(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    for _ in range(3):
        driver.hold()
        tap = person.presses(someone.label("choice.age.up_to_43"))
        await person.sends("31岁")
        await driver.release()
        await tap.note()
        await someone.chooses("choice.back", "choice.back")
    assert ages_told(driver, person) == []
    assert someone.label("choice.age.up_to_43") in someone.offered


@case(K, Ability.CORRECTING)
async def what_is_corrected_after_it_was_sent_asks_for_nothing(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await someone.says("35岁")
    before = person.sees()
    await person.corrects("40岁")
    assert person.sees() == before
    assert ages_told(driver, person) == [35]


@case(K, Ability.COMPANY)
async def who_sends_more_than_anybody_can_mean_is_told_once_and_others_are_not_kept_waiting(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    _, other = await newcomer(driver)
    for _ in range(60):
        await person.sends("35岁")
    assert other.label("ask.education") in await other.says("30岁")
    await driver.quiet()
    told = [seen for seen in person.sees() if someone.label("messenger.too_fast") in seen.text]
    assert len(told) == 1
    assert 30 <= len(ages_told(driver, person)) <= 42
    # What is left costs no place in the database either.
    assert len(driver.kept()["received"]) < 60


@case(K)
async def a_talk_can_be_long(driver: Driver) -> None:
    person = await known(driver)
    for age in range(20, 50):
        await person.says(f"{age}岁")
    assert "49 周岁" in person.heard
