"""Commands and links, in private and in groups, and what is said without words."""

from bot.texts import LOCALES
from tests.conformance.case import case
from tests.conformance.cases.assessing import TO_RESULT, known
from tests.conformance.cases.consent import APPS, of_people
from tests.conformance.driver import Ability, Driver
from tests.conformance.someone import Someone

C, K, T = Ability.COMMANDS, Ability.KEEPING, Ability.TAPPING


@case(C)
async def commands_lead_to_their_places(driver: Driver) -> None:
    for locale in LOCALES:
        person = await known(driver, locale)
        assert person.label("ask.age") in await person.says("/score")
        assert person.label("flow.apply.score_first") in await person.says("/apply")
        assert person.label("flow.ask.permit_expires") in await person.says("/renew")
        assert person.label("messenger.help") == await person.says("/help")
        assert person.label("messenger.language") == await person.says("/language")


@case(C)
async def score_shows_the_result_once_there_is_one(driver: Driver) -> None:
    person = await known(driver)
    await person.chooses(*TO_RESULT)
    assert person.label("result.reached.range", low=120) in await person.says("/score")


@case(C)
async def start_greets_who_is_known_and_goes_on(driver: Driver) -> None:
    person = await known(driver)
    await person.says("35岁")
    said = await person.says("/start")
    assert person.label("messenger.hello") in said
    assert person.label("ask.education") in said


@case(C)
async def a_link_leads_who_is_known_to_its_place(driver: Driver) -> None:
    person = await known(driver)
    assert person.label("flow.ask.permit_expires") in await person.says("/start renew")
    assert person.label("messenger.hello") in await person.says("/start somewhere_else")


@case(C)
async def a_question_after_the_command_is_answered_at_once(driver: Driver) -> None:
    person = await known(driver)
    assert person.label("messenger.ask") == await person.says("/ask")
    assert "依据" in await person.says("/ask 续签要提前多久办？")


@case(C, Ability.ALL_OURS)
async def a_command_that_does_not_exist_is_answered_with_those_that_do(driver: Driver) -> None:
    person = await known(driver)
    for command in ("/nonsense", "/", "/score1", "/删除"):
        assert await person.says(command), command
    assert person.label("ask.age") in await person.says("/score")


@case(C, T, K)
async def the_language_is_chosen_by_a_button_and_stays(driver: Driver) -> None:
    person = await known(driver)
    await person.says("/language")
    person.locale = "en"
    assert person.label("ask.age") in await person.taps("English")
    # Chosen is chosen: a talk in other words does not change it.
    assert person.label("reply.so_far_if_clean", points=120) in await person.says("35岁，本科有学位")
    assert [row["locale"] for row in driver.kept()["conversation"]] == ["en"]


@case(C, T, Ability.OWN_MENU)
async def the_menu_of_commands_is_in_the_language_that_was_chosen(driver: Driver) -> None:
    for locale in LOCALES:
        person = Someone(driver.person(APPS[locale]))
        await person.agrees()
        assert person.label("telegram.command.apply") in person.chat.menu()
        await person.says("/language")
        person.locale = "zh_Hant"
        await person.taps("繁體中文")
        assert person.label("telegram.command.apply") in person.chat.menu()


@case(Ability.GROUPS, C, Ability.COMPANY)
async def in_a_group_a_command_is_answered_with_the_way_to_a_private_talk(driver: Driver) -> None:
    one, other = driver.person(), driver.person("en")
    group = driver.group(one, other)
    for person, place in ((one, "renew"), (other, "apply")):
        there = Someone(group.member(person))
        said = await there.says(f"/{place}")
        assert there.label("messenger.group") in said
        assert there.last.links[0].endswith(f"?start={place}")
    assert of_people(driver.kept()) == {}


@case(Ability.GROUPS, C, Ability.COMPANY)
async def what_people_say_to_each_other_in_a_group_is_not_heard(driver: Driver) -> None:
    one, other = driver.person(), driver.person()
    group = driver.group(one, other)
    there = Someone(group.member(one))
    await there.says("/score")
    before = there.chat.sees()
    for words in ("35岁，本科有学位", "大家好", "续签要什么时候办？"):
        await there.chat.says(words)
    assert there.chat.sees() == before
    assert of_people(driver.kept()) == {}


@case(Ability.GROUPS, C, K, Ability.COMPANY)
async def who_is_known_is_told_nothing_of_himself_in_a_group(driver: Driver) -> None:
    person = driver.person()
    mine = Someone(person)
    await mine.agrees()
    await mine.says("35岁，博士")
    there = Someone(driver.group(person).member(person))
    for command in ("/score", "/mydata", "/delete", "/start"):
        assert await there.says(command) == there.label("messenger.group")
    assert of_people(driver.kept()) == {"conversation": 1}


@case(Ability.GROUPS, Ability.MOVING, C)
async def a_group_that_gets_a_new_address_is_answered_there(driver: Driver) -> None:
    person = driver.person()
    group = driver.group(person)
    await group.member(person).says("/score")
    await group.moves()
    there = Someone(group.member(person))
    assert there.label("messenger.group") in await there.says("/score")
    assert driver.kept()["outgoing"] == []


@case(Ability.WORDLESS)
async def a_picture_is_answered_kindly_and_its_words_are_read(driver: Driver) -> None:
    person = await known(driver)
    before = person.last
    await person.says("35岁")
    await person.chat.sends_picture()
    assert person.last.text == person.label("messenger.wordless")
    assert before != person.last
    await person.chat.sends_picture("本科有学位")
    assert person.label("reply.so_far_if_clean", points=120) in person.last.text
