"""Steps and papers ticked in words: a no ticks nothing, a name ticks its own, and what is unclear is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.conversation import Turn, respond
from dialogs.flows.meant import bare
from dialogs.knowledge.loader import application, materials
from dialogs.knowledge.model import Material, Step
from dialogs.talk import Talk, fold
from tests.dialogs.flows.talking import APPLY, BELOW, LANGUAGES, REACHES, Person

NOS = {
    "zh_Hans": ("没有", "还没有", "不", "还没", "还没办好", "没办", "不是", "没有呢"),
    "zh_Hant": ("沒有", "還沒有", "不", "還沒", "還沒辦好"),
    "en": ("no", "not yet", "I haven't", "no, not yet", "it's not done yet"),
}
YESES = {
    "zh_Hans": ("好了", "办好了", "有了", "是的", "完成了", "已经办好了"),
    "zh_Hant": ("好了", "辦好了", "有了", "是的"),
    "en": ("yes", "done", "it's done", "I have it", "finished"),
}
SAID_NO = [(locale, no) for locale in LANGUAGES for no in NOS[locale]]
SAID_YES = [(locale, yes) for locale in LANGUAGES for yes in YESES[locale]]


def ticked(person: Person) -> set[str]:
    """The steps and papers that are ticked."""
    return set(fold(person.turn.talk).ticked)


def applying(locale: str) -> Person:
    """Somebody who looks at all the steps."""
    person = Person(REACHES, locale)
    person.say(APPLY[locale])
    return person


def gathering(locale: str = "zh_Hans") -> Person:
    """Somebody who looks at the list of papers, with nothing answered."""
    person = Person(REACHES, locale)
    person.tap("papers", "list_now")
    return person


# ------------------------------------------------------------------------------------------------------------ the steps


@pytest.mark.parametrize(("locale", "no"), SAID_NO)
def test_a_no_ticks_no_step_and_says_what_to_do(locale: str, no: str) -> None:
    for step in (None, "mock_score"):
        person = applying(locale)
        if step is not None:
            person.tap(f"step:{step}")
        said = person.say(no)
        assert not ticked(person)
        shown = next(each for each in application() if each.id == (step or "permit"))
        assert all(statement.words[locale] in said for statement in shown.statements)


@pytest.mark.parametrize(("locale", "yes"), SAID_YES)
def test_a_yes_ticks_the_present_step(locale: str, yes: str) -> None:
    person = applying(locale)
    person.say(yes)
    assert ticked(person) == {"step:permit"}
    person.tap("step:hand_in")
    person.say(yes)
    assert ticked(person) == {"step:permit", "step:hand_in"}
    person.say(yes)
    assert ticked(person) == {"step:permit", "step:hand_in"}


def test_a_no_to_a_step_that_is_ticked_takes_the_tick_back() -> None:
    person = applying("zh_Hans")
    person.tap("step:mock_score")
    person.say("好了", "还没有")
    assert not ticked(person)


def test_who_has_only_read_a_step_has_not_done_it() -> None:
    person = applying("zh_Hans")
    for heard in ("好的", "知道了", "嗯", "ok"):
        assert "办好了" in person.say(heard)
    assert not ticked(person)


@pytest.mark.parametrize(
    ("locale", "words", "steps"),
    [
        ("zh_Hans", "模拟估分做好了", {"mock_score"}),
        ("zh_Hans", "单位注册办好了", {"register_employer"}),
        ("zh_Hans", "我有居住证", {"permit"}),
        ("zh_Hans", "材料交了", {"hand_in"}),
        ("zh_Hans", "居住证和模拟估分都办好了", {"permit", "mock_score"}),
        ("zh_Hans", "全部办好了", {step.id for step in application()}),
        ("zh_Hant", "模擬估分做好了", {"mock_score"}),
        ("zh_Hant", "單位註冊辦好了", {"register_employer"}),
        ("en", "mock score done", {"mock_score"}),
        ("en", "the employer's registration is done", {"register_employer"}),
        ("en", "I have the residence permit", {"permit"}),
    ],
)
def test_a_step_is_ticked_by_its_name(locale: str, words: str, steps: set[str]) -> None:
    person = applying(locale)
    assert "✓" in person.say(words)
    assert ticked(person) == {f"step:{step}" for step in steps}
    person.say(words)
    assert ticked(person) == {f"step:{step}" for step in steps}


def test_a_named_step_that_is_not_done_is_not_ticked() -> None:
    person = applying("zh_Hans")
    person.say("单位注册还没办")
    assert not ticked(person)
    person.say("单位注册办好了", "单位注册还没办好")
    assert not ticked(person)


@pytest.mark.parametrize(("locale", "name"), [("zh_Hans", "模拟估分"), ("zh_Hant", "模擬估分"), ("en", "mock score")])
def test_the_name_of_a_step_alone_opens_it_and_ticks_nothing(locale: str, name: str) -> None:
    person = applying(locale)
    statement = next(step for step in application() if step.id == "mock_score").statements[0]
    assert statement.words[locale] in person.say(name)
    assert fold(person.turn.talk).page == "step:mock_score"
    assert not ticked(person)


def test_where_every_step_is_done_a_bare_yes_or_no_changes_nothing() -> None:
    person = applying("zh_Hans")
    person.say("全部办好了")
    done = ticked(person)
    for words in ("好了", "没有"):
        person.turn = replaced(person, words)
        assert ticked(person) == done


def replaced(person: Person, words: str) -> Turn:
    """The turn after words that may not be understood."""
    return respond(Talk(person.turn.talk.entries), words, today=person.on, text=person.text)


def test_facts_and_questions_on_the_page_of_the_steps_are_heard_as_ever() -> None:
    person = applying("zh_Hans")
    person.say("我是硕士")
    assert person.turn.facts["education"] == "master"
    person.say("材料要什么时候交？", "学历证书办好了要多久呢？")
    assert not ticked(person)


# ----------------------------------------------------------------------------------------------------------- the papers


@pytest.mark.parametrize(
    ("locale", "words", "papers"),
    [
        ("zh_Hans", "身份证有了", {"id_card"}),
        ("zh_Hans", "合同有了", {"contract"}),
        ("zh_Hans", "居住证", {"permit"}),
        ("zh_Hans", "我已经有户口本了", {"hukou"}),
        ("zh_Hans", "身份证和户口本都准备好了", {"id_card", "hukou"}),
        ("zh_Hans", "毕业证，学位证有了", {"diploma", "degree_certificate"}),
        ("zh_Hans", "社保有了", {"insurance_record"}),
        ("zh_Hant", "身份證有了", {"id_card"}),
        ("zh_Hant", "居住證", {"permit"}),
        ("en", "I have the contract", {"contract"}),
        ("en", "my ID is ready", {"id_card"}),
        ("en", "hukou book", {"hukou"}),
        ("en", "I've got my ID and the contract", {"id_card", "contract"}),
    ],
)
def test_a_paper_is_ticked_by_its_name(locale: str, words: str, papers: set[str]) -> None:
    person = gathering(locale)
    assert "✓" in person.say(words)
    assert ticked(person) == {f"paper:{paper}" for paper in papers}
    person.say(words)
    assert ticked(person) == {f"paper:{paper}" for paper in papers}


@pytest.mark.parametrize(
    ("locale", "words"), [("zh_Hans", "全部准备好了"), ("zh_Hant", "全部準備好了"), ("en", "all ready")]
)
def test_all_ready_ticks_all_that_is_surely_needed(locale: str, words: str) -> None:
    plain = Person({**REACHES, "education": "none"}, locale)
    plain.tap("papers", "no", "no", "no", "no")
    plain.say(words)
    assert ticked(plain) == {f"paper:{paper}" for paper in plain.papers}
    person = gathering(locale)
    person.say(words)
    assert {"paper:id_card", "paper:diploma"} <= ticked(person)
    assert ticked(person).isdisjoint({"paper:foreign_recognition", "paper:dispatch_papers"})


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        *(
            ("zh_Hans", words)
            for words in ("身份证还没有", "还没有身份证", "身份证没准备好", "我没有身份证", "缺身份证")
        ),
        ("zh_Hant", "身份證還沒有"),
        *(("en", words) for words in ("I don't have the ID card", "the ID card is missing", "no ID card yet")),
        ("en", "my ID card is not ready yet"),
    ],
)
def test_a_paper_that_is_not_there_is_not_ticked_and_loses_its_tick(locale: str, words: str) -> None:
    person = gathering(locale)
    person.say(words)
    assert not ticked(person)
    person.tap("paper:id_card")
    person.say(words)
    assert not ticked(person)


@pytest.mark.parametrize(("locale", "no"), SAID_NO)
def test_a_bare_no_ticks_no_paper(locale: str, no: str) -> None:
    person = gathering(locale)
    person.say(no)
    assert not ticked(person)


@pytest.mark.parametrize(("locale", "yes"), SAID_YES)
def test_a_bare_yes_is_asked_which_paper_it_means(locale: str, yes: str) -> None:
    person = gathering(locale)
    person.say(yes)
    assert not ticked(person)
    assert "paper:id_card" in person.ids


@pytest.mark.parametrize(
    ("locale", "words", "offered"),
    [
        ("zh_Hans", "证书有了", ("毕业证书", "学位证书")),
        ("zh_Hans", "学历", ("毕业证书", "学历证书电子注册备案表")),
        ("zh_Hant", "證書有了", ("畢業證書", "學位證書")),
        ("en", "the certificate is ready", ("degree certificate", "birth certificate")),
    ],
)
def test_of_an_unclear_name_the_papers_are_offered(locale: str, words: str, offered: tuple[str, ...]) -> None:
    person = gathering(locale)
    said = person.say(words)
    assert all(each in said for each in offered)
    assert not ticked(person)
    assert "paper:id_card" in person.ids


def test_what_is_told_of_oneself_on_the_list_stays_a_fact() -> None:
    person = gathering()
    person.say("我是大专学历")
    assert person.turn.facts["education"] == "associate"
    person.say("我有硕士学位证书")
    assert not ticked(person)


def test_a_paper_that_is_on_nobodys_list_is_no_tick() -> None:
    person = gathering()
    person.turn = replaced(person, "驾照有了")
    assert not ticked(person)


@given(st.sampled_from([*application(), *materials()]), st.sampled_from(["还没有", "没有", "还没办好"]))
def test_whatever_is_named_with_a_no_is_never_ticked(thing: Step | Material, no: str) -> None:
    for person in (applying("zh_Hans"), gathering()):
        for name in thing.names:
            person.turn = replaced(person, f"{name}{no}")
            assert not ticked(person), name


def test_names_are_written_as_messages_are_read() -> None:
    for names in (*(step.names for step in application()), *(paper.names for paper in materials())):
        assert all(name == bare(name) for name in names), names
    assert all(step.names for step in application())


def test_somebody_with_a_junior_college_diploma_ticks_it_by_its_name() -> None:
    person = Person(BELOW)
    person.tap("papers", "list_now")
    person.say("毕业证书有了")
    assert ticked(person) == {"paper:diploma"}
