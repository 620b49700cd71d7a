"""What goes wrong inside: what cannot be read or handled is put aside, and the talk goes on."""

import json

from tests.conformance.case import case
from tests.conformance.cases.arriving import newcomer
from tests.conformance.cases.consent import of_people
from tests.conformance.cases.privacy import about, erased
from tests.conformance.driver import POISON, Ability, Driver

K = Ability.KEEPING


@case(K, Ability.POISON)
async def what_cannot_be_read_is_kept_as_it_was_and_stops_nobody(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await driver.poisons(person)
    await driver.poisons(None)
    assert someone.label("ask.education") in await someone.says("35岁")
    kept = driver.kept()["dead_letter"]
    assert len(kept) == 2
    assert all(row["problem"] for row in kept)
    assert sorted(str(row["chat"]) for row in kept) == sorted([person.chat, "None"])


@case(K, Ability.POISON)
async def of_who_has_not_agreed_no_word_is_kept_of_what_cannot_be_read_and_not_whose_it_was(driver: Driver) -> None:
    stranger = driver.person()
    person, _ = await newcomer(driver)
    for each in (stranger, None, person):
        await driver.poisons(each)
    letters = driver.kept()["dead_letter"]
    strangers = [row for row in letters if row["chat"] is None]
    assert len(strangers) == 2
    told = json.dumps([json.loads(str(row["raw"])) for row in strangers], ensure_ascii=False)
    assert not [word for word in (POISON, stranger.chat) if word in told]
    (mine,) = (row for row in letters if row["chat"] == person.chat)
    assert POISON in json.dumps(json.loads(str(mine["raw"])), ensure_ascii=False)


@case(K)
async def a_turn_that_fails_is_put_aside_and_said_kindly_and_once(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.tampers("UPDATE conversation SET state = '{\"version\": 99}'")
    assert await someone.says("35岁") == someone.label("messenger.fault")
    (letter,) = driver.kept()["dead_letter"]
    assert letter["chat"] == person.chat
    assert "BadState" in str(letter["problem"])


@case(K, Ability.COMMANDS, Ability.TAPPING)
async def who_is_kept_in_a_way_that_cannot_be_read_can_still_be_erased(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    driver.tampers("UPDATE conversation SET state = 'nothing that can be read'")
    await someone.says("35岁")
    assert someone.label("messenger.deleted") in await erased(someone)
    assert about(driver, person) == {}
    await someone.agrees()
    assert someone.label("ask.education") in await someone.says("35岁")


@case(K, Ability.COMPANY)
async def a_turn_that_fails_takes_no_other_with_it(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    people = [await newcomer(driver) for _ in range(4)]
    driver.tampers("UPDATE conversation SET state = '{}' WHERE chat = :chat", chat=person.chat)
    for each in (person, *(other for other, _ in people)):
        await each.sends("35岁")
    await driver.quiet()
    assert person.sees()[-1].text == someone.label("messenger.fault")
    for other, talk in people:
        assert talk.label("ask.education") in other.sees()[-1].text
    assert len(driver.kept()["dead_letter"]) == 1


@case(K)
async def an_answer_that_this_program_does_not_know_is_left_out_and_the_person_is_told(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await someone.says("35岁", "本科有学位")
    (row,) = driver.kept()["conversation"]
    broken = str(row["state"]).replace(
        '"entries":[', '"entries":[{"kind":"sang"},{"kind":"answer","facts":{"age":-7}},'
    )
    broken = broken.replace('"by":"', '"by":"older than ')
    driver.tampers("UPDATE conversation SET state = :state", state=broken)
    said = await someone.says("社保6年")
    assert someone.label("messenger.lost", n=2) in said
    assert someone.label("reply.so_far_if_clean", points=138) in said
    assert someone.label("messenger.lost", n=2) not in await someone.says("社保7年")


@case(K)
async def nothing_remains_in_the_outbox_once_everything_was_sent(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await someone.says("35岁", "什么时候续签", "2026-12-10")
    assert [row for row in driver.kept()["outgoing"] if row["kind"] != "reminder"] == []
    assert of_people(driver.kept()).keys() <= {"conversation", "outgoing"}
