"""What is kept of people: only answers; all of it is told to them, and all of it is erased."""

import json
from datetime import timedelta

from bot.store.tables import OF_NOBODY, metadata
from tests.conformance.case import case
from tests.conformance.cases.arriving import newcomer
from tests.conformance.cases.consent import of_people
from tests.conformance.cases.restarting import restarted
from tests.conformance.driver import Ability, Driver, NotTaken, Person, TooMany
from tests.conformance.someone import Someone

C, K, T = Ability.COMMANDS, Ability.KEEPING, Ability.TAPPING


def about(driver: Driver, person: Person) -> dict[str, int]:
    """In how many rows of each table somebody's address stands, in whatever column."""
    found = {table: sum(person.chat in map(str, row.values()) for row in rows) for table, rows in driver.kept().items()}
    return {table: count for table, count in found.items() if count}


async def erased(someone: Someone) -> str:
    """What is said to somebody who has everything erased."""
    await someone.says("/delete")
    return await someone.chooses("messenger.button.delete.yes")


@case(C, K, Ability.FILES)
async def everything_that_is_kept_is_told_as_a_file(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    _, other = await newcomer(driver)
    await other.says("58岁，博士")
    driver.order(NotTaken(), person)
    await someone.says("35岁，本科有学位")
    await someone.says("/mydata")
    name, content = next(seen.file for seen in someone.news if seen.file is not None)
    assert name.endswith(".json")
    told = json.loads(content)
    kept = driver.kept()
    for table, rows in told.items():
        mine = [row for row in kept[table] if str(row["chat"]) == person.chat]
        if table != "outgoing":  # The file itself was on its way.
            assert [row["id"] for row in rows] == [row["id"] for row in mine], table
        assert all(set(row) == {column.name for column in metadata.tables[table].columns} for row in rows)
    assert about(driver, person).keys() <= told.keys()
    assert '"age":35' in told["conversation"][0]["state"]
    assert "博士" not in content
    assert "58" not in json.dumps(told["conversation"][0]["state"])


@case(C, K, T)
async def what_is_erased_is_gone_from_every_table(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    stays, other = await newcomer(driver)
    await other.says("58岁")
    driver.order(NotTaken(), person)
    await someone.says("35岁，本科有学位")
    await someone.says("什么时候续签", "2026-12-10")
    assert about(driver, person).keys() >= {"conversation", "dead_letter"}
    assert someone.label("messenger.deleted") in await erased(someone)
    assert about(driver, person) == {}
    assert about(driver, stays) != {}
    of_nobody = {table.name for table in OF_NOBODY}
    assert all(rows == [] or table in {*of_nobody, "conversation"} for table, rows in driver.kept().items())


@case(C, K, T)
async def nothing_is_erased_by_asking_or_by_keeping(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await someone.says("35岁")
    before = of_people(driver.kept())
    await someone.says("/delete")
    assert await someone.note(someone.label("messenger.button.delete.no")) == someone.label("messenger.kept")
    assert of_people(driver.kept()) == before
    assert someone.label("reply.so_far_if_clean", points=120) in await someone.says("本科有学位")


@case(C, K, T)
async def who_was_erased_is_a_stranger_again(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await someone.says("35岁，本科有学位")
    await erased(someone)
    assert someone.label("messenger.consent") in await someone.says("续签")
    assert of_people(driver.kept()) == {}
    assert someone.label("ask.age") in await someone.chooses("messenger.button.consent")


@case(C, K, T, Ability.FAULTS)
async def what_waits_to_be_sent_is_erased_too(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await someone.says("/delete")
    driver.order(TooMany(1), person)
    driver.hold()
    for words in ("35岁，博士", "36岁，硕士"):
        await person.sends(words)
    tap = person.presses(someone.label("messenger.button.delete.yes"))
    await driver.release()
    assert await tap.note() == ""
    assert "博士" not in repr(driver.kept())
    assert of_people(driver.kept()) == {}
    assert someone.label("messenger.deleted") == person.sees()[-1].text


@case(K)
async def numbers_of_people_are_kept_nowhere_and_this_is_said(driver: Driver) -> None:
    numbers = ("110101199003070033", "13812345678", "6222021234567890123")
    for words in (
        "我35岁，身份证110101199003070033",
        "本科有学位，电话13812345678",
        "110101199003070033",
        "卡号6222021234567890123，社保6年",
    ):
        _, someone = await newcomer(driver)
        said = await someone.says(words)
        kept = repr(driver.kept())
        assert not [number for number in numbers if number in kept], words
        assert not [number for number in numbers if number in said], words
        if "卡号" not in words:
            assert someone.label("reply.personal") in said, words


@case(K)
async def words_are_kept_nowhere_only_answers_are(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await someone.says("我叫王小明，住在浦东新区世纪大道100号，35岁", "我老婆叫李雷雷", "啦啦啦王小明")
    kept = repr(driver.kept())
    assert not [word for word in ("王小明", "世纪大道", "李雷雷", "啦啦啦") if word in kept]
    assert '"age":35' in kept.replace("\\", "")


@case(K)
async def who_was_not_here_for_thirteen_months_is_forgotten(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await someone.says("35岁")
    driver.passes(timedelta(days=200))
    stays, other = await newcomer(driver)
    await other.says("30岁")
    driver.passes(timedelta(days=200))
    await restarted(driver)
    await driver.until(lambda: about(driver, person) == {})
    assert about(driver, stays) != {}
    assert someone.label("messenger.consent") in await someone.says("35岁")


@case(K)
async def the_ids_of_updates_are_forgotten_after_some_days(driver: Driver) -> None:
    await newcomer(driver)
    assert driver.kept()["received"]
    driver.passes(timedelta(days=4))
    await restarted(driver)
    await driver.until(lambda: driver.kept()["received"] == [])
