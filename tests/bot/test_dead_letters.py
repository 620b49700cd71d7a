"""What is kept of what could not be read, handled or sent: of who agreed the thing itself, of a stranger its shape."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

import bot.app
from bot.app import Advisor, running
from bot.channels.telegram_intake import hand_in
from bot.shapes import DEEPEST, WIDEST, shape_of
from tests.bot.channels.telegram_json import GROUP, OURS, PRIVATE, Json, message, tap
from tests.conformance.driver import NotTaken
from tests.conformance.keeping import Kept
from tests.conformance.memory import Messenger

CANARY = "金丝雀王小明"
PHONE, USERNAME, NUMBER = "13812345678", "canary_user", 7700770077
SECRETS = (CANARY, PHONE, USERNAME, str(NUMBER))
"""What says who somebody is, and what he said."""
WHO = {"id": NUMBER, "is_bot": False, "first_name": CANARY, "username": USERNAME}
CHAT = {**PRIVATE, "id": NUMBER, "first_name": CANARY, "username": USERNAME}
SAID = {"chat": CHAT, "sender": WHO, "text": f"我叫{CANARY}，电话{PHONE}"}
UNREADABLE = (
    message(**SAID, message_thread_id="7", is_topic_message=True),
    message(chat=CHAT, sender=CANARY, text=CANARY),
    message(chat={"id": CANARY, "type": "private"}, sender=WHO, text=CANARY),
    message(chat={**GROUP, "title": CANARY}, sender=WHO, text=[CANARY, {CANARY: PHONE}]),
    {"update_id": 900, "message": [CANARY, PHONE, NUMBER]},
    {"update_id": CANARY, CANARY: {PHONE: NUMBER}},
    tap(sender=WHO, message=None, data=[USERNAME]),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def messenger() -> Messenger:
    return Messenger()


@pytest.fixture
async def advisor(folder: Path, messenger: Messenger) -> AsyncIterator[Advisor]:
    async with running(messenger, database=f"sqlite:///{folder}/store.db", link="https://bot.example") as advisor:
        yield advisor


@pytest.fixture
def kept(folder: Path) -> Iterator[Kept]:
    store = Kept(f"sqlite:///{folder}/store.db")
    yield store
    store.close()


@contextmanager
def nothing_can_be_handled() -> Iterator[None]:
    """Every turn fails meanwhile."""

    def fails(*_arguments: object, **_named: object) -> NoReturn:
        raise KeyError(CANARY)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bot.app, "take", fails)
        yield


async def brings(advisor: Advisor, update: Json) -> None:
    """An update comes."""
    await hand_in(advisor, OURS, update, json.dumps(update))


async def until(is_so: Callable[[], bool]) -> None:
    """Waits for something, not for ever."""
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.01)


async def agrees(advisor: Advisor) -> None:
    """The person agrees to be kept."""
    await brings(advisor, tap(sender=WHO, message=None, data="hjf:consent:zh_Hans.") | {"update_id": 1})


def said_in(folder: Path) -> list[str]:
    """Which of the secrets stand in the files of the database."""
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    escaped = {secret: [secret.encode(), json.dumps(secret).strip('"').encode()] for secret in SECRETS}
    return [secret for secret, forms in escaped.items() if any(form in content for form in forms)]


@pytest.mark.parametrize("update", UNREADABLE)
async def test_of_a_stranger_whose_update_cannot_be_read_no_word_is_in_any_file(
    update: Json, advisor: Advisor, kept: Kept, folder: Path
) -> None:
    await brings(advisor, update)
    (letter,) = kept.rows()["dead_letter"]
    assert letter["chat"] is None
    assert letter["problem"]
    assert set(json.loads(str(letter["raw"]))) >= {"update_id"}
    assert said_in(folder) == []


async def test_of_a_strangers_turn_that_failed_no_word_is_in_any_file(
    advisor: Advisor, kept: Kept, folder: Path
) -> None:
    with nothing_can_be_handled():
        await brings(advisor, message(**SAID))
    (letter,) = kept.rows()["dead_letter"]
    assert letter["chat"] is None
    assert re.fullmatch(r"KeyError in test_dead_letters:\d+", str(letter["problem"]))
    shape = json.loads(str(letter["raw"]))
    assert (shape["update_id"], shape["message"]["text"]) == (900, f"text of {len(str(SAID['text']))}")
    # Where he is answered is known until he is.
    assert set(said_in(folder)) <= {str(NUMBER)}


async def test_of_something_that_is_not_even_json_only_its_length_is_kept(
    advisor: Advisor, kept: Kept, folder: Path
) -> None:
    await advisor.refuse("telegram:1", None, f"{{{CANARY}", "not JSON")
    (letter,) = kept.rows()["dead_letter"]
    assert json.loads(str(letter["raw"])) == f"text of {len(CANARY) + 1}"
    assert said_in(folder) == []


async def test_what_a_stranger_could_not_be_sent_is_kept_without_saying_to_whom(
    advisor: Advisor, messenger: Messenger, kept: Kept
) -> None:
    messenger.faults[str(NUMBER)].append(NotTaken())
    await brings(advisor, message(**SAID))
    await until(lambda: bool(kept.rows()["dead_letter"]))
    (letter,) = kept.rows()["dead_letter"]
    assert (letter["chat"], letter["problem"]) == (None, "refused: not taken")
    assert json.loads(str(letter["raw"]))["show"]["text"].startswith("text of ")


async def test_of_who_agreed_it_is_kept_as_it_was_told_to_him_and_erased_with_everything(
    advisor: Advisor, messenger: Messenger, kept: Kept
) -> None:
    await agrees(advisor)
    unreadable = message(**SAID, message_thread_id="7", is_topic_message=True)
    await brings(advisor, unreadable)
    with nothing_can_be_handled():
        await brings(advisor, message(**SAID) | {"update_id": 2})
    letters = kept.rows()["dead_letter"]
    assert [json.loads(str(letter["raw"])) for letter in letters] == [unreadable, message(**SAID) | {"update_id": 2}]
    assert {letter["chat"] for letter in letters} == {str(NUMBER)}
    await brings(advisor, message(chat=CHAT, sender=WHO, text="/mydata") | {"update_id": 3})
    await until(lambda: any(shown.file for shown in messenger.chats[str(NUMBER)]))
    (told,) = (shown.file for shown in messenger.chats[str(NUMBER)] if shown.file)
    assert [letter["raw"] for letter in json.loads(told[1])["dead_letter"]] == [letter["raw"] for letter in letters]
    await brings(advisor, tap(sender=WHO, message=None, data="hjf:delete:yes") | {"update_id": 4})
    assert kept.rows()["dead_letter"] == []


# ----------------------------------------------------------------------------------------------------------- the shapes


def test_a_shape_has_names_and_types_and_lengths() -> None:
    update = {"update_id": 7, "message": {"text": "您好", "date": 1, "from": None, "bot": True, "of": [1.5, "x", {}]}}
    assert json.loads(shape_of(json.dumps(update))) == {
        "update_id": 7,
        "message": {
            "text": "text of 2",
            "date": "number",
            "from": "nothing",
            "bot": "flag",
            "of": ["number", "text of 1", {}],
        },
    }


@pytest.mark.parametrize("text", ["", "7", "null", '"words"', "[", "[" * 100_000, "1" * 5000, '{"update_id": 1e999}'])
def test_whatever_it_is_has_a_shape(text: str) -> None:
    assert "words" not in shape_of(text)


def test_a_shape_is_bounded_however_deep_and_wide_it_is() -> None:
    deep = "[" * 300 + '"secret"' + "]" * 300
    assert shape_of(deep).count("[") == DEEPEST
    wide = json.dumps({f"field_{number}": "secret" for number in range(1000)} | {"of": ["secret"] * 1000})
    assert len(json.loads(shape_of(wide))) == WIDEST + 1
    assert len(json.loads(shape_of(json.dumps([0] * 1000)))) == WIDEST + 1


def test_the_id_of_an_update_is_told_only_where_it_is_one() -> None:
    assert json.loads(shape_of('{"update_id": 99999999999999999999}')) == {"update_id": "number"}
    assert json.loads(shape_of('{"update_id": "words"}')) == {"update_id": "text of 5"}
    assert json.loads(shape_of('{"message": {"update_id": 7}}')) == {"message": {"update_id": "number"}}
