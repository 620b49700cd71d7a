"""The procedures: the application with its papers, the renewal with its days, a change of employer."""

from bot.texts import LOCALES
from dialogs.knowledge.loader import application
from tests.conformance.case import case
from tests.conformance.cases.assessing import TO_RESULT, known
from tests.conformance.driver import Ability, Driver

ENDS = "2026-12-10"
"""The last day of a permit that can be endorsed now: the cases are told on 2026-11-22."""


@case()
async def somebody_applies_to_the_end_with_his_papers_ticked_off(driver: Driver) -> None:
    steps = application()
    for locale in LOCALES:
        person = await known(driver, locale)
        await person.chooses(*TO_RESULT, "flow.page.apply")
        for step in steps:
            assert step.statements[0].words[locale] in person.heard
            if step.id == "hand_in":
                await person.chooses("flow.page.papers", "flow.list_now")
                papers = [label for label in person.offered if label.startswith("☐")]
                assert papers
                await person.says("1 2")
                assert sum(label.startswith("✓") for label in person.offered) == 2
                await person.chooses("flow.page.apply")
            await person.chooses("flow.done")
        assert person.label("flow.done") not in person.offered
        assert person.label("flow.all_done") in person.heard
        assert sum(label.startswith("✓") for label in person.offered) == len(steps)


@case()
async def a_step_that_was_ticked_can_be_taken_back(driver: Driver) -> None:
    person = await known(driver)
    await person.says("怎么申请")
    steps = len(application())
    assert person.label("flow.apply", count=steps, done=1) in await person.chooses("flow.done")
    assert person.label("flow.apply", count=steps, done=0) in await person.chooses("choice.back")


@case()
async def the_centre_of_a_district_is_told_by_tap_and_by_name(driver: Driver) -> None:
    person = await known(driver)
    await person.says("怎么申请")
    await person.chooses("flow.page.office")
    assert "水清路388" in await person.says("闵行区")
    await person.chooses("flow.other_district")
    assert "水清路388" in await person.taps("闵行区")


@case()
async def the_days_of_a_renewal_are_told_in_every_language(driver: Driver) -> None:
    asked = {"zh_Hans": "什么时候续签", "zh_Hant": "什麼時候續簽", "en": "when must I renew?"}
    for locale in LOCALES:
        person = await known(driver, locale)
        assert person.label("flow.ask.permit_expires") in await person.says(asked[locale])
        said = await person.says(ENDS)
        assert "2026-11-22" in said
        assert ENDS in said
        assert person.label("flow.renewal.endorse") in said
        assert person.label("ask.age") in await person.chooses("flow.exit")


@case()
async def a_renewal_can_be_asked_for_another_day(driver: Driver) -> None:
    person = await known(driver)
    await person.says("什么时候续签", ENDS)
    assert person.label("flow.ask.permit_expires") in await person.chooses("flow.other_day")
    assert "2027-03-15" in await person.says("2027年3月15日")


@case()
async def a_change_of_employer_is_advised_step_by_step(driver: Driver) -> None:
    person = await known(driver)
    assert person.label("flow.ask.points_stand") in await person.says("换工作了怎么办")
    said = await person.chooses("flow.points_stand.approved")
    assert person.label("flow.ask.permit_stands") in said
    assert person.label("ask.age") in await person.chooses("flow.exit")


@case(Ability.FILES)
async def the_days_of_a_renewal_come_as_a_calendar_file(driver: Driver) -> None:
    for locale in LOCALES:
        person = await known(driver, locale)
        await person.says({"zh_Hans": "什么时候续签", "zh_Hant": "什麼時候續簽", "en": "when must I renew?"}[locale])
        assert person.label("flow.calendar") not in person.offered
        await person.says(ENDS)
        await person.chooses("flow.calendar")
        name, content = next(seen.file for seen in person.news if seen.file is not None)
        assert name.endswith(".ics")
        assert content.startswith("BEGIN:VCALENDAR\r\n")
        assert "DTSTART;VALUE=DATE:20261210" in content
        assert person.label("calendar.last_day") in content
        # The page is still there to go on from.
        await person.chooses("flow.exit")
        assert person.label("ask.age") in person.heard
