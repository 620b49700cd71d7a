"""Consent comes first: before it nothing of a person is kept."""

from bot.texts import LOCALES
from tests.conformance.case import case
from tests.conformance.driver import Ability, Driver, Rows, label
from tests.conformance.someone import Someone

APPS = {"zh_Hans": "zh-hans", "zh_Hant": "zh-hant", "en": "en"}


def of_people(kept: Rows) -> dict[str, int]:
    """How much is kept of people, by table. The ids of updates are of nobody."""
    return {table: len(rows) for table, rows in kept.items() if rows and table != "received"}


@case(Ability.KEEPING)
async def nothing_is_kept_of_a_stranger_whatever_he_says(driver: Driver) -> None:
    person = Someone(driver.person())
    for words in ("你好", "35岁，本科有学位，社保6年", "续签要什么时候办？", "重新开始", "???", "/start", "/help"):
        said = await person.says(words)
        assert person.label("messenger.consent") in said, (words, said, person.chat.sees())
        assert of_people(driver.kept()) == {}, words
    assert all("本科" not in repr(rows) for rows in driver.kept().values())


@case(Ability.KEEPING, Ability.COMMANDS)
async def no_command_keeps_anything_of_a_stranger(driver: Driver) -> None:
    person = Someone(driver.person())
    for command in ("score", "apply", "renew", "ask", "ask 35岁能得几分", "language", "mydata", "delete", "help"):
        assert await person.says(f"/{command}")
        assert of_people(driver.kept()) == {}, command


@case(Ability.KEEPING, Ability.TAPPING)
async def no_button_but_consent_keeps_anything_of_a_stranger(driver: Driver) -> None:
    person = Someone(driver.person())
    await person.says("/start")
    for forged in ("hjf:s:1:0:abcd", "hjf:language:en", "hjf:delete:yes", "hjf:", "hjf:consent"):
        await person.chat.forges(forged)
        assert of_people(driver.kept()) == {}, forged


@case(Ability.KEEPING, Ability.WORDLESS)
async def a_picture_of_a_stranger_is_answered_with_the_question_for_consent(driver: Driver) -> None:
    person = Someone(driver.person())
    await person.chat.sends_picture()
    assert person.label("messenger.consent") in person.last.text
    assert of_people(driver.kept()) == {}


@case(Ability.KEEPING, Ability.TAPPING)
async def who_agrees_is_known_from_then_on_and_the_talk_begins(driver: Driver) -> None:
    person = Someone(driver.person())
    said = await person.agrees()
    assert person.label("messenger.begin") in said
    assert person.label("ask.age") in said
    assert of_people(driver.kept()) == {"conversation": 1}
    assert person.label("messenger.consent") not in await person.says("35")


@case(Ability.KEEPING, Ability.TAPPING)
async def what_was_said_before_consent_is_not_remembered(driver: Driver) -> None:
    person = Someone(driver.person())
    await person.says("35岁，本科有学位")
    said = await person.agrees()
    assert person.label("ask.age") in said
    assert "本科" not in repr(driver.kept())


@case(Ability.TAPPING, Ability.KEEPING)
async def the_question_for_consent_is_in_the_language_of_the_app(driver: Driver) -> None:
    for app, locale in [*((app, locale) for locale, app in APPS.items()), ("de", "zh_Hans"), ("", "zh_Hans")]:
        person = Someone(driver.person(app))
        assert label("messenger.consent", APPS[locale]) in await person.says("/start")


@case(Ability.TAPPING, Ability.KEEPING, Ability.EDITING)
async def the_question_for_consent_changes_its_language_in_place_and_the_talk_goes_on_in_it(driver: Driver) -> None:
    for locale, name in (("en", "English"), ("zh_Hant", "繁體中文")):
        person = Someone(driver.person("zh-hans"))
        await person.says("/start")
        before = len(person.chat.sees())
        await person.taps(name)
        assert len(person.chat.sees()) == before
        person.locale = locale
        assert person.label("messenger.consent") in person.last.text
        assert person.label("ask.age") in await person.chooses("messenger.button.consent")
    assert {row["locale"] for row in driver.kept()["conversation"]} == {"en", "zh_Hant"}


@case(Ability.TAPPING, Ability.KEEPING)
async def agreeing_twice_begins_one_talk(driver: Driver) -> None:
    person = Someone(driver.person())
    await person.says("/start")
    asked = person.last
    await person.chooses("messenger.button.consent")
    await person.says("35")
    said = await person.taps(person.label("messenger.button.consent"), below=asked)
    assert person.label("ask.education") in said
    assert of_people(driver.kept()) == {"conversation": 1}


@case(Ability.TAPPING, Ability.KEEPING)
async def two_taps_on_consent_at_once_begin_one_talk(driver: Driver) -> None:
    person = Someone(driver.person())
    await person.says("/start")
    taps = [person.chat.presses(person.label("messenger.button.consent")) for _ in range(2)]
    await driver.quiet()
    assert [await tap.note() for tap in taps] == ["", ""]
    assert of_people(driver.kept()) == {"conversation": 1}
    assert person.label("choice.age.up_to_43") in person.offered


@case(Ability.TAPPING, Ability.KEEPING, Ability.COMMANDS)
async def where_a_link_leads_is_not_forgotten_over_the_consent(driver: Driver) -> None:
    for place, id in (("renew", "flow.ask.permit_expires"), ("score", "ask.age")):
        person = Someone(driver.person())
        assert person.label("messenger.consent") in await person.says(f"/start {place}")
        assert person.label(id) in await person.chooses("messenger.button.consent")


@case(Ability.TAPPING, Ability.KEEPING, Ability.COMMANDS)
async def what_a_link_carries_is_never_taken_for_more_than_a_place(driver: Driver) -> None:
    for payload in ("renew2", "x" * 64, "hjf_delete_yes", "-1", "consent"):
        person = Someone(driver.person())
        assert person.label("messenger.consent") in await person.says(f"/start {payload}")
        assert person.label("ask.age") in await person.chooses("messenger.button.consent")


@case(Ability.TAPPING, Ability.KEEPING)
async def the_language_of_the_app_is_that_of_the_talk(driver: Driver) -> None:
    for locale in LOCALES:
        person = Someone(driver.person(APPS[locale]))
        assert person.label("ask.age") in await person.agrees()
        assert person.label("ask.education") in await person.chooses("choice.age.up_to_43")
