"""Taps on buttons and their answers."""

from __future__ import annotations

import asyncio

import pytest

from tests.botapi import Answer, User
from tests.botapi.calling import Caller, at
from tests.botapi.values import Json

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
MENU: Json = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}, {"text": "See", "url": "https://a.cn/x"}]]}


@pytest.fixture
async def ann(call: Caller) -> User:
    user = call.world.user()
    await user.starts()
    await call("sendMessage", chat_id=user.id, text="menu", reply_markup=MENU)
    return user


async def query(call: Caller) -> Json:
    """The newest tap that waits for the bot."""
    return (await call.updates(offset=-1))[0]["callback_query"]


async def test_a_tap_reaches_the_bot_with_the_data_of_the_button(call: Caller, ann: User) -> None:
    ann.presses("Go")
    tap = await query(call)
    assert at(tap, "data") == "go"
    assert at(tap, "from", "id") == ann.id
    assert at(tap, "message", "text") == "menu"
    assert at(tap, "chat_instance")


async def test_who_taps_learns_what_the_bot_answers(call: Caller, ann: User) -> None:
    tapping = asyncio.create_task(ann.taps("Go"))
    await call.world.until(lambda: bool(call.world.bot.callback_queries))
    number = at(await query(call), "id")
    assert await call("answerCallbackQuery", callback_query_id=number, text="done", show_alert=True) is True
    assert await tapping == Answer("done", alert=True)


async def test_an_unanswered_tap_is_told_after_the_time_given(ann: User) -> None:
    with pytest.raises(TimeoutError, match="an answer to the tap 'go'"):
        await ann.taps("Go", timeout=0.05)


@pytest.mark.parametrize("how", ["unknown", "late", "expired"])
async def test_an_answer_that_comes_too_late_is_refused(call: Caller, ann: User, how: str) -> None:
    tap = ann.presses("Go")
    if how == "late":
        call.world.clock.advance(151)
    if how == "expired":
        tap.expires()
    number = "12345" if how == "unknown" else tap.query.id
    assert await call.refused("answerCallbackQuery", callback_query_id=number) == TOO_OLD
    assert tap.answer is None


async def test_a_note_has_at_most_200_characters_and_a_link_leads_to_the_bot(call: Caller, ann: User) -> None:
    number = ann.presses("Go").query.id
    assert await call("answerCallbackQuery", callback_query_id=number, text="好" * 200) is True
    too_long = await call.refused("answerCallbackQuery", callback_query_id=number, text="好" * 201)
    assert too_long == "Bad Request: MESSAGE_TOO_LONG"
    link = f"https://t.me/{call.world.bot.username}?start=x"
    assert await call("answerCallbackQuery", callback_query_id=number, url=link) is True
    elsewhere = await call.refused("answerCallbackQuery", callback_query_id=number, url="https://a.cn")
    assert elsewhere == "Bad Request: URL_INVALID"


async def test_a_stale_tap_sends_the_data_of_then_and_shows_the_message_of_now(call: Caller, ann: User) -> None:
    before = ann.last()
    await call("editMessageText", chat_id=ann.id, message_id=before.id, text="changed")
    with pytest.raises(LookupError, match="no button 'Go' here"):
        ann.presses("Go")
    with pytest.raises(LookupError, match="no button 'Go' here"):
        await ann.taps("Go")
    ann.presses("Go", message=before)
    tap = await query(call)
    assert (at(tap, "data"), at(tap, "message", "text")) == ("go", "changed")


@pytest.mark.parametrize("deleted", [False, True])
async def test_a_message_that_the_bot_cannot_read_comes_without_its_content(
    call: Caller, ann: User, *, deleted: bool
) -> None:
    menu = ann.last()
    if deleted:
        await call("deleteMessage", chat_id=ann.id, message_id=menu.id)
    ann.presses("Go", message=menu, inaccessible=not deleted)
    message = at(await query(call), "message")
    assert (at(message, "date"), at(message, "message_id")) == (0, menu.id)
    assert "text" not in str(message)


async def test_a_link_button_sends_nothing(ann: User) -> None:
    with pytest.raises(ValueError, match="sends nothing to the bot"):
        ann.presses("See")


async def test_the_newest_button_of_a_label_is_tapped(call: Caller, ann: User) -> None:
    newer = at(await call("sendMessage", chat_id=ann.id, text="menu", reply_markup=MENU), "message_id")
    ann.presses("Go")
    assert at(await query(call), "message", "message_id") == newer
