"""Words of every kind: long, strange, in scripts that are long in bytes."""

from tests.conformance.case import case
from tests.conformance.cases.arriving import newcomer
from tests.conformance.cases.assessing import TO_RESULT, known
from tests.conformance.driver import Ability, Driver

LONGEST = 4096
"""Characters of a message in a messenger."""


@case()
async def words_of_any_kind_are_answered(driver: Driver) -> None:
    person = await known(driver)
    await person.says("35岁")
    strange = (
        "。",
        "😀",
        "<b>&amp;</b>",
        "{age} %s {}",
        "\u202e反过来",
        "a\u0301\u200d\ufe0f",
        "';DROP TABLE x;--",
        "👨‍👩‍👧‍👦" * 50,
    )
    for words in strange:
        assert await person.says(words), words
    assert person.label("reply.so_far_if_clean", points=120) in await person.says("本科有学位")


@case()
async def a_message_as_long_as_can_be_is_read(driver: Driver) -> None:
    for filling in ("啊", "x", "😀"):
        person = await known(driver)
        said = await person.says("35岁。" + filling * ((LONGEST - 4) // (2 if filling == "😀" else 1)))
        assert said
        assert len(said) < 2 * LONGEST
        assert person.label("ask.education") in said


@case(Ability.KEEPING)
async def words_that_no_database_keeps_do_no_harm(driver: Driver) -> None:
    person, someone = await newcomer(driver)
    for words in ("35\0岁", "本科\0有学位", "\x01a\x02", "\ufffe\uffff"):
        assert await someone.says(words), ascii(words)
    assert "36 周岁" in await someone.says("36岁")
    assert driver.kept()["dead_letter"] == []
    assert person.sees()


@case(Ability.LIMITS)
async def what_is_longer_than_a_message_comes_as_several_with_the_buttons_below_the_last(driver: Driver) -> None:
    person = await known(driver, "en")
    await person.says("I am 35, bachelor with degree, senior title, insured for 9 years")
    await person.chooses("pick.deductions.none", "pick.conditions.none")
    await person.says("what papers do I need?")
    while person.label("flow.list_now") in person.offered:
        await person.chooses("choice.unknown")
    assert len(person.news) > 1
    assert all(0 < len(seen.text.encode("utf-16-le")) // 2 <= LONGEST for seen in person.news)
    assert [bool(seen.labels) for seen in person.news] == [*[False] * (len(person.news) - 1), True]
    papers = [label for label in person.offered if label.startswith("☐")]
    assert "Sources" in person.news[-1].text
    await person.taps(papers[0])
    assert person.label("choice.picked", label=papers[0].removeprefix("☐ ")) in person.offered


@case(Ability.LIMITS)
async def no_label_and_no_answer_to_a_tap_is_longer_than_can_be_shown(driver: Driver) -> None:
    for locale in ("zh_Hans", "zh_Hant", "en"):
        person = await known(driver, locale)
        await person.chooses(*TO_RESULT, "flow.page.apply", "flow.page.office")
        assert len(person.offered) > 15
        assert all(0 < len(label) <= 64 for seen in person.chat.sees() for label in seen.labels)
