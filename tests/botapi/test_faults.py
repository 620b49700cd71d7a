"""Ordered faults strike the calls they are for, and flood limits count."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.botapi import FloodLimits, Garbage, Hang, Reset, Slow, Status, User, migrated, refused, too_many
from tests.botapi.calling import Caller
from tests.botapi.values import ApiError


@pytest.fixture
async def ann(call: Caller) -> User:
    user = call.world.user()
    await user.starts()
    return user


@pytest.mark.parametrize(("after", "texts"), [(False, []), (True, ["one"])])
async def test_an_error_of_the_server_comes_before_the_effect_or_after_it(
    call: Caller, ann: User, texts: list[str], *, after: bool
) -> None:
    call.world.order(Status(502, after=after), method="sendMessage")
    with pytest.raises(ApiError, match="502 Bad Gateway"):
        await call("sendMessage", chat_id=ann.id, text="one")
    assert ann.reads() == texts
    assert call.world.calls[-1].took_effect is after


@pytest.mark.parametrize(("after", "texts"), [(False, []), (True, ["one"])])
async def test_a_connection_is_reset_before_the_effect_or_after_it(
    call: Caller, ann: User, texts: list[str], *, after: bool
) -> None:
    call.world.order(Reset(after=after), method="sendMessage")
    with pytest.raises(aiohttp.ClientOSError, match="Connection reset by peer"):
        await call("sendMessage", chat_id=ann.id, text="one")
    assert ann.reads() == texts
    await call("sendMessage", chat_id=ann.id, text="two")
    assert [made.status for made in call.world.calls_of("sendMessage")] == [0, 200]


async def test_an_answer_can_be_slow(call: Caller, ann: User) -> None:
    call.world.order(Slow(30))
    sending = asyncio.create_task(call("sendMessage", chat_id=ann.id, text="one"))
    await call.world.until(lambda: ann.reads() == ["one"])
    assert not sending.done()
    call.world.clock.advance(30)
    assert await sending


@pytest.mark.parametrize("after", [False, True])
async def test_a_call_hangs_until_it_is_released(call: Caller, ann: User, *, after: bool) -> None:
    order = call.world.order(Hang(after=after), method="sendMessage")
    sending = asyncio.create_task(call("sendMessage", chat_id=ann.id, text="one"))
    await call.world.until(lambda: order.struck == 1)
    assert (ann.reads() == ["one"]) is after
    with pytest.raises(TimeoutError, match="1 calls in flight"):
        await call.world.quiet(timeout=0.05)
    order.release()
    assert await sending
    assert ann.reads() == ["one"]


async def test_an_answer_can_be_no_json(call: Caller, ann: User) -> None:
    call.world.order(Garbage())
    with pytest.raises(ValueError, match="Expecting value"):
        await call("sendMessage", chat_id=ann.id, text="one")
    assert ann.reads() == ["one"]


async def test_any_official_error_can_be_ordered(call: Caller, ann: User) -> None:
    for fault, code, parameters in (
        (too_many(9), 429, {"retry_after": 9}),
        (refused(403, "Forbidden: bot was blocked by the user"), 403, {}),
        (migrated(-100), 400, {"migrate_to_chat_id": -100}),
    ):
        call.world.order(fault, method="sendMessage")
        with pytest.raises(ApiError) as caught:
            await call("sendMessage", chat_id=ann.id, text="one")
        assert (caught.value.code, caught.value.parameters) == (code, parameters)
    assert ann.reads() == []


async def test_an_order_is_for_a_method_a_chat_and_a_number(call: Caller, ann: User) -> None:
    bob = call.world.user()
    await bob.starts()
    order = call.world.order(Status(500), method="sendMessage", chat=ann.id, nth=2, times=2)
    outcomes = []
    for user in (ann, bob, ann, bob, ann, ann):
        await call("sendChatAction", chat_id=user.id, action="typing")
        try:
            await call("sendMessage", chat_id=user.id, text="x")
        except ApiError as error:
            outcomes.append(error.code)
        else:
            outcomes.append(200)
    assert outcomes == [200, 200, 500, 200, 500, 200]
    assert (order.seen, order.struck) == (3, 2)


async def test_an_order_for_a_chat_strikes_the_answer_to_a_tap_there(call: Caller, ann: User) -> None:
    await call(
        "sendMessage",
        chat_id=ann.id,
        text="x",
        reply_markup={"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]},
    )
    tap = ann.presses("Go")
    call.world.order(Status(500), chat=ann.id)
    with pytest.raises(ApiError, match="500"):
        await call("answerCallbackQuery", callback_query_id=tap.query.id)


async def waits(call: Caller, chat: int, count: int) -> list[int]:
    """The seconds to wait that so many calls in a moment are told, 0 for those that pass."""
    told = []
    for number in range(count):
        try:
            await call("sendMessage", chat_id=chat, text=str(number))
        except ApiError as error:
            told.append(int(error.description.removeprefix("Too Many Requests: retry after ")))
        else:
            told.append(0)
    return told


async def test_without_limits_everything_passes(call: Caller, ann: User) -> None:
    assert await waits(call, ann.id, 40) == [0] * 40


async def test_a_chat_takes_a_burst_and_then_about_one_a_second(call: Caller, ann: User) -> None:
    call.world.limits = FloodLimits(burst=3)
    assert await waits(call, ann.id, 4) == [0, 0, 0, 3]
    bob = call.world.user()
    await bob.starts()
    assert await waits(call, bob.id, 1) == [0]
    call.world.clock.advance(1)
    assert await waits(call, ann.id, 1) == [2]
    call.world.clock.advance(2)
    assert await waits(call, ann.id, 1) == [0]
    assert call.world.limits.refused == 2


async def test_edits_count_and_answers_do_not(call: Caller, ann: User) -> None:
    call.world.limits = FloodLimits(burst=2)
    await call("sendMessage", chat_id=ann.id, text="one")
    message = ann.last().id
    await call("editMessageText", chat_id=ann.id, message_id=message, text="two")
    assert await call("sendChatAction", chat_id=ann.id, action="typing") is True
    assert await call.refused("editMessageText", chat_id=ann.id, message_id=message, text="x") == (
        "Too Many Requests: retry after 2"
    )


async def test_a_group_takes_20_a_minute(call: Caller, ann: User) -> None:
    group = call.world.group(members=[ann])
    call.world.limits = FloodLimits(burst=100, per_second=100, overall=1000)
    assert await waits(call, group.id, 21) == [*[0] * 20, 60]


async def test_all_chats_together_take_30_a_second(call: Caller) -> None:
    call.world.limits = FloodLimits()
    told = []
    for _ in range(31):
        user = call.world.user()
        await user.starts()
        told += await waits(call, user.id, 1)
    assert told == [*[0] * 30, 1]
