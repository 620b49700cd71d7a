"""The assessment: from the first question to the result, by taps and in one's own words."""

from bot.texts import LOCALES
from tests.conformance.case import case
from tests.conformance.cases.consent import APPS
from tests.conformance.driver import Ability, Driver
from tests.conformance.someone import Someone

TO_RESULT = (
    "choice.age.up_to_43",
    "education.bachelor_with_degree",
    "pick.deductions.none",
    "pick.conditions.none",
    "choice.result",
)
"""The shortest way to a certain result, by taps."""
BELOW = {
    "zh_Hans": "38岁，大专，没有职称，社保满2年，基数8000，未婚",
    "zh_Hant": "38歲，大專，沒有職稱，社保滿2年，基數8000，未婚",
    "en": "38 years old, junior college, no title, insured for 2 years, base 8000, not married",
}
"""What somebody says who does not reach the standard."""


def mark(text: str) -> str:
    """The sign with which a verdict begins, as in ✅."""
    return text[0]


async def known(driver: Driver, locale: str = "zh_Hans") -> Someone:
    """Somebody who has agreed and is asked the first question."""
    person = Someone(driver.person(APPS[locale]))
    await person.agrees()
    return person


@case()
async def somebody_comes_to_a_result_by_taps_alone_in_every_language(driver: Driver) -> None:
    for locale in LOCALES:
        person = await known(driver, locale)
        assert person.label("choice.age.up_to_43") in person.offered
        said = await person.chooses(*TO_RESULT)
        assert person.label("result.reached.range", low=120) in said
        assert person.label("choice.restart") in person.offered


@case()
async def somebody_comes_to_a_result_in_his_own_words_in_every_language(driver: Driver) -> None:
    words = {
        "zh_Hans": ("35岁", "本科，有学位", "都没有", "都符合"),
        "zh_Hant": ("35歲", "本科，有學位", "都沒有", "都符合"),
        "en": ("I am 35", "bachelor with degree", "none of these", "all conditions are met"),
    }
    for locale in LOCALES:
        person = await known(driver, locale)
        said = await person.says(*words[locale])
        assert "120" in said
        assert person.label("result.reached.range", low=120) in await person.chooses("choice.result")


@case()
async def several_facts_in_one_sentence_are_all_counted(driver: Driver) -> None:
    words = {
        "zh_Hans": "我35岁，本科有学位，社保交了6年，未婚",
        "zh_Hant": "我35歲，本科有學位，社保交了6年，未婚",
        "en": "I am 35, bachelor with degree, insured for 6 years, not married",
    }
    for locale in LOCALES:
        person = await known(driver, locale)
        said = await person.says(words[locale])
        for indicator in ("age", "education", "insured_years"):
            assert person.label(f"indicator.{indicator}") in said
        assert person.label("reply.so_far_if_clean", points=138) in said


@case()
async def an_answer_may_be_typed_as_its_label_or_its_place(driver: Driver) -> None:
    for typed in ("{label}", "4", "４", " 4. "):
        person = await known(driver)
        await person.says("35")
        said = await person.says(typed.format(label=person.label("education.bachelor_with_degree")))
        assert person.label("reply.so_far_if_clean", points=120) in said


@case()
async def back_takes_the_last_answer_back_and_no_more(driver: Driver) -> None:
    person = await known(driver)
    await person.chooses("choice.age.up_to_43", "education.associate")
    assert person.label("ask.education") in await person.chooses("choice.back")
    said = await person.chooses("education.bachelor_with_degree")
    assert person.label("reply.so_far_if_clean", points=120) in said
    await person.chooses("choice.back", "choice.back")
    assert person.label("choice.age.up_to_43") in person.offered
    assert person.label("choice.back") not in person.offered
    assert person.label("reply.at_start") in await person.says("返回")


@case()
async def starting_again_forgets_the_answers(driver: Driver) -> None:
    person = await known(driver)
    await person.chooses(*TO_RESULT)
    said = await person.chooses("choice.restart")
    assert person.label("reply.restarted") in said
    assert person.label("ask.age") in said
    await person.chooses("choice.age.up_to_43", "education.associate")
    assert person.label("reply.so_far_if_clean", points=80) in person.heard


@case()
async def the_language_can_change_in_the_middle_and_the_answers_stay(driver: Driver) -> None:
    person = await known(driver)
    await person.says("35岁，本科有学位")
    for asked, locale in (("English", "en"), ("繁體中文", "zh_Hant"), ("简体中文", "zh_Hans")):
        person.locale = locale
        await person.says(asked)
        assert person.label("pick.deductions.none") in person.offered
    person.locale = "en"
    await person.says("English")
    said = await person.chooses("pick.deductions.none", "pick.conditions.none", "choice.result")
    assert person.label("result.reached.range", low=120) in said


@case(Ability.KEEPING)
async def who_writes_in_another_language_is_answered_in_it(driver: Driver) -> None:
    person = await known(driver)
    person.locale = "en"
    assert person.label("ask.education") in await person.says("I am 35 years old")
    person.locale = "zh_Hant"
    said = await person.says("本科，有學士學位")
    assert person.label("reply.so_far_if_clean", points=120) in said


@case()
async def who_does_not_reach_120_is_told_so_and_how_he_can(driver: Driver) -> None:
    for locale in LOCALES:
        person = await known(driver, locale)
        await person.says(BELOW[locale])
        await person.chooses("pick.bonuses.none", "pick.deductions.none")
        said = await person.says({"zh_Hans": "看结果", "zh_Hant": "看結果", "en": "result"}[locale])
        assert mark(person.label("result.not_reached.exact", total=0, gap=0)) in said
        assert await person.chooses("choice.plans")
        assert "20" in person.heard


@case()
async def who_cannot_apply_yet_is_told_why(driver: Driver) -> None:
    for locale in LOCALES:
        person = await known(driver, locale)
        await person.chooses(*TO_RESULT[:3])
        await person.chooses("pick.conditions.no_permit")
        said = await person.chooses("choice.done", "choice.result")
        assert person.label("result.reached.range", low=120) in said
        assert person.label("result.cannot_apply") in said


@case()
async def a_question_in_the_middle_is_answered_and_the_talk_goes_on_where_it_was(driver: Driver) -> None:
    degree = {"zh_Hans": "本科有学位", "zh_Hant": "本科，有學位", "en": "bachelor with degree"}
    questions = {"zh_Hans": "续签要提前多久办？", "zh_Hant": "續簽要提前多久辦？", "en": "when can I renew my permit?"}
    for locale in LOCALES:
        person = await known(driver, locale)
        await person.chooses("choice.age.up_to_43")
        await person.says(questions[locale])
        said = await person.says(degree[locale])
        assert person.label("reply.so_far_if_clean", points=120) in said


@case()
async def what_is_not_understood_changes_nothing_and_help_comes_the_second_time(driver: Driver) -> None:
    person = await known(driver)
    await person.says("35")
    assert person.label("reply.not_understood") in await person.says("啦啦啦")
    assert person.label("reply.lost") in await person.says("呜呜呜")
    assert person.label("reply.so_far_if_clean", points=120) in await person.chooses("education.bachelor_with_degree")


@case()
async def an_answer_that_cannot_be_is_not_noted(driver: Driver) -> None:
    person = await known(driver)
    await person.says("35岁")
    said = await person.says("社保交了60年")
    assert person.label("reply.so_far_if_clean", points=210) not in said
    assert person.label("reply.so_far_if_clean", points=120) in await person.chooses("education.bachelor_with_degree")


@case()
async def several_of_a_multiple_choice_are_picked_and_taken_back_by_taps(driver: Driver) -> None:
    person = await known(driver)
    await person.chooses(*TO_RESULT[:3], "pick.conditions.no_permit", "pick.conditions.not_insured_now")
    for id in ("no_permit", "not_insured_now"):
        assert person.label("choice.picked", label=person.label(f"pick.conditions.{id}")) in person.offered
    await person.taps(person.label("choice.picked", label=person.label("pick.conditions.no_permit")))
    assert person.label("pick.conditions.no_permit") in person.offered
    said = await person.chooses("choice.done", "choice.result")
    assert person.label("result.cannot_apply") in said


@case()
async def why_help_and_a_human_are_there_at_every_question(driver: Driver) -> None:
    person = await known(driver)
    assert person.label("ask.age") in await person.chooses("choice.why")
    assert "12333" in await person.says("人工")
    assert await person.says("帮助")
    assert person.label("ask.education") in await person.chooses("choice.age.up_to_43")


@case()
async def a_result_is_opened_line_by_line_and_corrected_from_there(driver: Driver) -> None:
    person = await known(driver)
    await person.chooses(*TO_RESULT)
    line = next(each for each in person.offered if each.startswith(person.label("indicator.education")))
    assert "沪府规" in await person.taps(line)
    said = await person.chooses("choice.wrong", "education.associate")
    assert person.label("education.associate") in said
    assert person.label("result.reached.range", low=120) not in said
