"""Reminders: set by a tap, sent once and at their time, whatever happens to the bot in between."""

from datetime import date, timedelta

from bot.texts import LOCALES
from tests.conformance.case import case
from tests.conformance.cases.arriving import newcomer
from tests.conformance.cases.assessing import known
from tests.conformance.cases.privacy import erased
from tests.conformance.cases.restarting import restarted
from tests.conformance.driver import Ability, Driver
from tests.conformance.keeping import BEGINNING
from tests.conformance.someone import Someone

K, T, C = Ability.KEEPING, Ability.TAPPING, Ability.COMMANDS
ENDS, OPENS, WEEK = date(2027, 3, 15), date(2027, 2, 13), date(2027, 3, 8)
"""The last day of a permit, and the days on which one is reminded of it."""
ASKED = {"zh_Hans": "什么时候续签", "zh_Hant": "什麼時候續簽", "en": "when must I renew?"}


async def sets_reminders(someone: Someone) -> None:
    """Has somebody wish to be reminded of the renewal."""
    await someone.says(ASKED[someone.locale], ENDS.isoformat())
    note = await someone.note(someone.label("reminder.offer"))
    assert note == someone.label("messenger.reminding")


def until(day: date) -> timedelta:
    """How long it is from the beginning to a day, at the same hour."""
    return day - BEGINNING.date()


def title(someone: Someone, day: date) -> str:
    """How the reminder begins that the permit can be endorsed now."""
    return someone.label("reminder.opens", day=ENDS.isoformat(), days=(ENDS - day).days)


def waiting(driver: Driver) -> int:
    """How many reminders wait."""
    return sum(row["kind"] == "reminder" for row in driver.kept()["outgoing"])


@case(K, T)
async def a_reminder_comes_on_its_day_once_and_in_every_language(driver: Driver) -> None:
    people = [await known(driver, locale) for locale in LOCALES]
    for someone in people:
        await sets_reminders(someone)
    before = waiting(driver)
    driver.passes(until(OPENS) - timedelta(hours=1))
    await driver.until(lambda: True)
    assert waiting(driver) == before
    driver.passes(timedelta(hours=1))
    await driver.until(lambda: waiting(driver) == before - len(people))
    await driver.quiet()
    for someone in people:
        assert [title(someone, OPENS) in seen.text for seen in someone.chat.sees()].count(True) == 1


@case(K, T)
async def a_reminder_comes_though_the_bot_began_again_in_between(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await sets_reminders(someone)
    await restarted(driver)
    driver.passes(until(OPENS))
    await driver.until(lambda: any(title(someone, OPENS) in seen.text for seen in someone.chat.sees()))
    await restarted(driver)
    await driver.quiet()
    await someone.says("35岁")
    assert [title(someone, OPENS) in seen.text for seen in someone.chat.sees()].count(True) == 1


@case(K, T)
async def the_buttons_below_a_reminder_count(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await sets_reminders(someone)
    driver.passes(until(OPENS))
    await driver.until(lambda: any(title(someone, OPENS) in seen.text for seen in someone.chat.sees()))
    await driver.quiet()
    assert await someone.note(someone.label("flow.exit")) == ""
    assert someone.label("ask.age") in someone.heard


@case(K, T, C)
async def reminders_are_listed_paused_and_stopped(driver: Driver) -> None:
    for locale in LOCALES:
        someone = await known(driver, locale)
        assert someone.label("reminder.list_empty") in await someone.says("/reminders")
        await sets_reminders(someone)
        assert someone.label("reminder.list") in await someone.says("/reminders")
        assert OPENS.isoformat() in someone.heard
        await someone.chooses("messenger.button.reminders.pause")
        assert someone.label("reminder.paused") in someone.last.text
        await someone.chooses("messenger.button.reminders.resume")
        assert waiting(driver) > 0
        await someone.chooses("reminder.stop.renew")
        assert waiting(driver) == 0


@case(K, T)
async def who_tells_another_last_day_is_reminded_of_that_one(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await sets_reminders(someone)
    await someone.chooses("flow.other_day")
    await someone.says("2027-06-30")
    days = {str(row["key"]) for row in driver.kept()["outgoing"] if row["kind"] == "reminder"}
    assert days
    assert all("2027-06-30" in day for day in days)


@case(K, T, C)
async def nobody_is_reminded_who_was_erased(driver: Driver) -> None:
    _, someone = await newcomer(driver)
    await sets_reminders(someone)
    await erased(someone)
    assert driver.kept()["outgoing"] == []


@case(K, T, Ability.FAULTS)
async def who_has_blocked_the_bot_is_reminded_only_when_he_returned(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await sets_reminders(someone)
    before = waiting(driver)
    await person.blocks()
    driver.passes(until(OPENS))
    await driver.until(lambda: all(str(OPENS) not in str(row["due_at"]) for row in driver.kept()["outgoing"]))
    assert waiting(driver) == before
    await person.unblocks()
    driver.passes(timedelta(days=1))
    tomorrow = OPENS + timedelta(days=1)
    await driver.until(lambda: any(title(someone, tomorrow) in seen.text for seen in person.sees()))


@case(K, T, Ability.COMPANY)
async def a_talk_that_cannot_be_read_keeps_no_other_from_being_reminded(driver: Driver) -> None:
    broken, one = await newcomer(driver)
    _, other = await newcomer(driver)
    for someone in (one, other):
        await sets_reminders(someone)
    driver.tampers("UPDATE conversation SET state = 'none' WHERE chat = :chat", chat=broken.chat)
    driver.passes(until(OPENS))
    await driver.until(lambda: any(title(other, OPENS) in seen.text for seen in other.chat.sees()))
    assert not any(title(one, OPENS) in seen.text for seen in broken.sees())
    # A program that can read it finds the reminder still there.
    assert any(row["kind"] == "reminder" and row["chat"] == broken.chat for row in driver.kept()["outgoing"])
    driver.passes(until(WEEK) - until(OPENS))
    week = other.label("reminder.week", day=ENDS.isoformat(), days=(ENDS - WEEK).days)
    await driver.until(lambda: any(week in seen.text for seen in other.chat.sees()))


@case(K, T)
async def a_reminder_under_other_rules_leaves_a_talk_that_can_be_read(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    await someone.says("1991年5月20日出生")
    await sets_reminders(someone)
    (row,) = driver.kept()["conversation"]
    broken = str(row["state"]).replace('"entries":[', '"entries":[{"kind":"answer","facts":{"insured_years":-3}},')
    driver.tampers("UPDATE conversation SET state = :state", state=broken.replace('"by":"', '"by":"older than '))
    driver.passes(until(OPENS))
    await driver.until(lambda: any(title(someone, OPENS) in seen.text for seen in person.sees()))
    await driver.quiet()
    assert someone.label("messenger.lost", n=1) in person.sees()[-1].text
    await someone.chooses("flow.exit")
    assert someone.label("education.associate") in someone.offered
    assert driver.kept()["dead_letter"] == []
