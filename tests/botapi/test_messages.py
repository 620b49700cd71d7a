"""Messages from the bot: limits, keyboards, edits, deletions, replies, files."""

from __future__ import annotations

import aiohttp
import pytest

from tests.botapi import User
from tests.botapi.calling import Caller, at
from tests.botapi.values import Json

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
async def ann(call: Caller) -> User:
    """A person who has started the bot."""
    user = call.world.user(language="en", first_name="Ann")
    await user.starts()
    return user


def inline(*rows: list[str]) -> Json:
    """A keyboard whose buttons send their labels."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in row] for row in rows]}


async def test_a_message_is_answered_as_it_was_kept(call: Caller, ann: User) -> None:
    message = await call("sendMessage", chat_id=ann.id, text="  你好\r\tthere \n", reply_markup=inline(["Go"]))
    assert at(message, "text") == "你好 there"
    assert at(message, "chat") == {"id": ann.id, "first_name": "Ann", "type": "private"}
    assert at(message, "from", "is_bot") is True
    assert at(message, "reply_markup", "inline_keyboard", 0, 0) == {"text": "Go", "callback_data": "Go"}
    assert ann.last().id == at(message, "message_id")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n ", "Bad Request: text must be non-empty"),
        ("\ud800", "Bad Request: strings must be encoded in UTF-8"),
        ("a" * 4097, "Bad Request: message is too long"),
        ("🏮" * 2049, "Bad Request: message is too long"),
        ("好" * 11_000, "Bad Request: text is too long"),
    ],
)
async def test_a_text_has_1_to_4096_utf16_units(call: Caller, ann: User, text: str, error: str) -> None:
    assert await call.refused("sendMessage", chat_id=ann.id, text=text) == error


async def test_a_text_of_4096_units_is_taken_and_tags_do_not_count(call: Caller, ann: User) -> None:
    await call("sendMessage", chat_id=ann.id, text="🏮" * 2048)
    await call("sendMessage", chat_id=ann.id, text=f"<b>{'好' * 4096}</b>", parse_mode="HTML")
    assert [len(text) for text in ann.reads()] == [2048, 4096]


async def test_a_chat_must_be_named_and_known(call: Caller, ann: User) -> None:
    stranger = call.world.user()
    for chat, error in (
        ("", "Bad Request: chat_id is empty"),
        ("@nobody", "Bad Request: chat not found"),
        (stranger.id, "Bad Request: chat not found"),
        (-5, "Bad Request: chat not found"),
    ):
        assert await call.refused("sendMessage", chat_id=chat, text="hello") == error
    assert ann.reads() == []


@pytest.mark.parametrize(
    ("button", "error"),
    [
        ({"text": "Go", "callback_data": "d" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "Go", "callback_data": "好" * 22}, "BUTTON_DATA_INVALID"),
        (
            {"text": "Go", "callback_data": ""},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"callback_data": "d"}, "can't parse inline keyboard button: Can't find field \"text\""),
        (
            {"text": "Go", "callback_data": ["d"]},
            'can\'t parse inline keyboard button: Field "callback_data" must be of type String',
        ),
        ("Go", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        ({"text": "Go", "url": "nowhere"}, "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
    ],
)
async def test_a_broken_button_is_refused(call: Caller, ann: User, button: Json, error: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert (
        await call.refused("sendMessage", chat_id=ann.id, text="menu", reply_markup=markup) == f"Bad Request: {error}"
    )


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        ({"inline_keyboard": "Go"}, 'Field "inline_keyboard" must be of type Array'),
        (
            {"inline_keyboard": ["Go"]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": ["Go"]}, 'field "keyboard" must be an Array of Arrays'),
        ({"keyboard": [[1]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        (inline(*[["x"]] * 101), "reply markup is too long"),
    ],
)
async def test_a_broken_keyboard_is_refused(call: Caller, ann: User, markup: Json, error: str) -> None:
    refusal = await call.refused("sendMessage", chat_id=ann.id, text="menu", reply_markup=markup)
    assert refusal.lower() == f"Bad Request: {error}".lower()


async def test_a_keyboard_that_is_no_json_is_refused(call: Caller, ann: User) -> None:
    refusal = await call.refused("sendMessage", chat_id=ann.id, text="menu", reply_markup="{")
    assert refusal == "Bad Request: can't parse reply keyboard markup JSON object"


async def test_64_bytes_of_data_pass_and_a_13th_button_of_a_row_is_left_out(call: Caller, ann: User) -> None:
    await call("sendMessage", chat_id=ann.id, text="menu", reply_markup=inline(["好" * 21 + "x"]))
    await call("sendMessage", chat_id=ann.id, text="menu", reply_markup=inline([str(n) for n in range(13)]))
    assert ann.last().labels == tuple(str(n) for n in range(12))


async def test_a_reply_keyboard_is_shown_until_it_is_removed_and_its_buttons_send_texts(
    call: Caller, ann: User
) -> None:
    await call("sendMessage", chat_id=ann.id, text="say", reply_markup={"keyboard": [["Yes", {"text": "No"}]]})
    assert [button.label for row in ann.reply_buttons() for button in row] == ["Yes", "No"]
    assert await ann.taps("No") is None
    assert ann.sees()[-1].text == "No"
    await call("sendMessage", chat_id=ann.id, text="thanks", reply_markup={"remove_keyboard": True})
    assert ann.reply_buttons() == ()
    await call("sendMessage", chat_id=ann.id, text="and?", reply_markup={"force_reply": True})


async def test_an_edit_changes_text_and_keyboard_in_place(call: Caller, ann: User) -> None:
    sent = await call("sendMessage", chat_id=ann.id, text="one", reply_markup=inline(["Go"]))
    number = at(sent, "message_id")
    edited = await call("editMessageText", chat_id=ann.id, message_id=number, text="two")
    assert at(edited, "text") == "two"
    assert at(edited, "edit_date")
    [seen] = [seen for seen in ann.sees() if seen.by_bot]
    assert (seen.text, seen.labels, seen.edited) == ("two", (), True)
    await call("editMessageReplyMarkup", chat_id=ann.id, message_id=number, reply_markup=inline(["Stay"]))
    assert (ann.last().text, ann.last().labels) == ("two", ("Stay",))


async def test_an_edit_that_changes_nothing_is_refused(call: Caller, ann: User) -> None:
    sent = await call("sendMessage", chat_id=ann.id, text="<b>one</b>", parse_mode="HTML", reply_markup=inline(["Go"]))
    number = at(sent, "message_id")
    same: dict[str, Json] = {"chat_id": ann.id, "message_id": number, "reply_markup": inline(["Go"])}
    assert await call.refused("editMessageText", **same, text="*one*", parse_mode="MarkdownV2") == NOT_MODIFIED
    assert await call.refused("editMessageReplyMarkup", **same) == NOT_MODIFIED
    assert at(await call("editMessageText", **same, text="one"), "text") == "one"


async def test_only_own_messages_that_are_there_can_be_edited(call: Caller, ann: User) -> None:
    mine = await ann.sends("mine")
    sent = await call("sendMessage", chat_id=ann.id, text="gone")
    await call("deleteMessage", chat_id=ann.id, message_id=at(sent, "message_id"))
    for number, error in (
        (mine.id, "Bad Request: message can't be edited"),
        (at(sent, "message_id"), "Bad Request: message to edit not found"),
        (999, "Bad Request: message to edit not found"),
        (0, "Bad Request: message to edit not found"),
    ):
        assert await call.refused("editMessageText", chat_id=ann.id, message_id=number, text="x") == error
    assert await call.refused("editMessageText", text="x") == "Bad Request: message identifier is not specified"


async def test_a_message_with_a_reply_keyboard_can_not_be_edited_nor_get_one(call: Caller, ann: User) -> None:
    sent = await call("sendMessage", chat_id=ann.id, text="one", reply_markup={"keyboard": [["Yes"]]})
    where: dict[str, Json] = {"chat_id": ann.id, "message_id": at(sent, "message_id")}
    assert await call.refused("editMessageText", **where, text="x") == "Bad Request: message can't be edited"
    refusal = await call.refused("editMessageReplyMarkup", **where, reply_markup={"keyboard": [["Yes"]]})
    assert refusal == "Bad Request: inline keyboard expected"


async def test_a_deleted_message_is_gone_and_old_ones_stay(call: Caller, ann: User) -> None:
    sent = at(await call("sendMessage", chat_id=ann.id, text="one"), "message_id")
    theirs = await ann.sends("mine")
    assert await call("deleteMessage", chat_id=ann.id, message_id=theirs.id) is True
    call.world.clock.advance(49 * 3600)
    refusal = await call.refused("deleteMessage", chat_id=ann.id, message_id=sent)
    assert refusal == "Bad Request: message can't be deleted for everyone"
    assert ann.reads() == ["one"]
    for arguments, error in (
        ({"message_id": 5}, "Bad Request: chat identifier is not specified"),
        ({"chat_id": ann.id}, "Bad Request: message identifier is not specified"),
        ({"chat_id": ann.id, "message_id": 999}, "Bad Request: message to delete not found"),
    ):
        assert await call.refused("deleteMessage", **arguments) == error


async def test_a_reply_needs_its_message_unless_told_otherwise(call: Caller, ann: User) -> None:
    question = await ann.sends("why?")
    reply = await call("sendMessage", chat_id=ann.id, text="so", reply_parameters={"message_id": question.id})
    assert at(reply, "reply_to_message", "text") == "why?"
    lost: dict[str, Json] = {"message_id": 999}
    refusal = await call.refused("sendMessage", chat_id=ann.id, text="so", reply_parameters=lost)
    assert refusal == "Bad Request: message to be replied not found"
    lenient = {**lost, "allow_sending_without_reply": True}
    assert "reply_to_message" not in str(await call("sendMessage", chat_id=ann.id, text="so", reply_parameters=lenient))


async def upload(call: Caller, method: str, name: str, content: bytes, **fields: str) -> Json:
    form = aiohttp.FormData({"chat_id": str(next(iter(call.world.people))), **fields})
    form.add_field("file1", content, filename=f"file.{name}", content_type="text/plain")
    form.add_field(name, "attach://file1")
    async with call.session.post(f"{call.world.url}/bot{call.world.token}/{method}", data=form) as response:
        answer: Json = await response.json()
        return answer


async def test_a_document_is_kept_and_can_be_downloaded_and_sent_again(call: Caller, ann: User) -> None:
    answer = await upload(call, "sendDocument", "document", b"hello", caption="<i>see</i>", parse_mode="HTML")
    document = at(answer, "result", "document")
    assert (at(document, "file_name"), at(document, "mime_type"), at(document, "file_size")) == (
        "file.document",
        "text/plain",
        5,
    )
    assert ann.last().text == "see"
    file_id = at(document, "file_id")
    path = at(await call("getFile", file_id=file_id), "file_path")
    async with call.session.get(f"{call.world.url}/file/bot{call.world.token}/{path}") as response:
        assert await response.read() == b"hello"
    await call("sendDocument", chat_id=ann.id, document=file_id)
    assert ann.last().document is not None
    sent = at(answer, "result", "message_id")
    refusal = await call.refused("editMessageText", chat_id=ann.id, message_id=sent, text="x")
    assert refusal == "Bad Request: there is no text in the message to edit"


async def test_files_that_are_none_are_refused(call: Caller, ann: User) -> None:
    assert at(await upload(call, "sendDocument", "document", b""), "description") == (
        "Bad Request: file must be non-empty"
    )
    assert at(await upload(call, "sendPhoto", "photo", b"text"), "description") == "Bad Request: IMAGE_PROCESS_FAILED"
    long = {"caption": "好" * 1025}
    assert at(await upload(call, "sendPhoto", "photo", PIXEL, **long), "description") == (
        "Bad Request: message caption is too long"
    )
    assert at(await upload(call, "sendPhoto", "photo", PIXEL, caption="好" * 1024), "ok") is True
    for document, error in (
        ("", "Bad Request: there is no document in the request"),
        ("attach://other", "Bad Request: there is no document in the request"),
        ("AAA", "Bad Request: wrong remote file identifier specified: Wrong character in the string"),
        ("http://127.0.0.1/a.pdf", "Bad Request: failed to get HTTP URL content"),
    ):
        assert await call.refused("sendDocument", chat_id=ann.id, document=document) == error
    assert await call.refused("getFile", file_id="AAA") == "Bad Request: invalid file_id"
    assert await call.refused("getFile") == "Bad Request: file_id not specified"
    async with call.session.get(f"{call.world.url}/file/bot{call.world.token}/documents/none") as response:
        assert response.status == 404
    async with call.session.get(f"{call.world.url}/file/botx/documents/none") as response:
        assert response.status == 401


async def test_a_chat_action_must_be_one(call: Caller, ann: User) -> None:
    assert await call("sendChatAction", chat_id=ann.id, action="typing") is True
    assert await call.refused("sendChatAction", chat_id=ann.id, action="sleeping") == (
        "Bad Request: wrong parameter action in request"
    )


async def test_message_ids_of_a_bot_grow_over_all_its_private_chats(call: Caller, ann: User) -> None:
    bob = call.world.user()
    await bob.sends("hello")
    numbers = [at(await call("sendMessage", chat_id=user.id, text="x"), "message_id") for user in (ann, bob, ann)]
    assert numbers == [3, 4, 5]
