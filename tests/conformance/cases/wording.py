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
    for words in ("35\0岁", "\ud83d", "本科\udcff有学位", "\x01\x02"):
        assert await someone.says(words), ascii(words)
    assert someone.label("ask.education") in await someone.says("35岁") or "35 周岁" in someone.heard
    assert driver.kept()["dead_letter"] == []
    assert person.sees()


@case(Ability.LIMITS)
async def what_is_longer_than_a_message_comes_as_several_with_the_buttons_below_the_last(driver: Driver) -> None:
    person = await known(driver, "en")
    await person.chooses(*TO_RESULT)
    await person.says("/renew", "2026-12-10")
    assert len(person.news) > 1
    assert all(0 < len(seen.text.encode("utf-16-le")) // 2 <= LONGEST for seen in person.news)
    assert [bool(seen.labels) for seen in person.news] == [*[False] * (len(person.news) - 1), True]
    for words in ("Endorse the permit", "Sources"):
        assert words in person.heard
    assert person.label("result.reached.range", low=120) in await person.chooses("flow.exit")


@case(Ability.LIMITS)
async def no_label_and_no_answer_to_a_tap_is_longer_than_can_be_shown(driver: Driver) -> None:
    for locale in ("zh_Hans", "zh_Hant", "en"):
        person = await known(driver, locale)
        await person.chooses(*TO_RESULT, "flow.page.apply", "flow.page.office")
        assert len(person.offered) > 15
        assert all(0 < len(label) <= 64 for seen in person.chat.sees() for label in seen.labels)
