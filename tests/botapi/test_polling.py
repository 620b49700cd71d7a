"""getUpdates: offsets, waiting, one poller, lifetimes."""

from __future__ import annotations

import asyncio

import pytest

from tests.botapi.calling import Caller, at
from tests.botapi.values import ApiError


async def ids(call: Caller, **arguments: int) -> list[int]:
    return [
        update_id for update in await call.updates(**arguments) if isinstance(update_id := update["update_id"], int)
    ]


async def test_updates_are_given_again_until_a_higher_offset_confirms_them(call: Caller) -> None:
    user = call.world.user()
    for text in ("a", "b", "c"):
        await user.sends(text)
    first = await ids(call, offset=0)
    assert len(first) == 3
    assert first == sorted(first)
    assert await ids(call, offset=first[0]) == first
    assert await ids(call, offset=first[1]) == first[1:]
    assert await ids(call, offset=first[2] + 1) == []
    assert call.world.bot.waiting == 0


async def test_the_limit_counts_and_is_kept_between_1_and_100(call: Caller) -> None:
    user = call.world.user()
    for number in range(103):
        await user.sends(str(number))
    assert len(await ids(call, limit=2)) == 2
    call.world.clock.advance(4)
    assert len(await ids(call, limit=1000)) == 100
    call.world.clock.advance(4)
    assert len(await ids(call, limit=-5)) == 1


async def test_a_negative_offset_keeps_the_last_ones(call: Caller) -> None:
    user = call.world.user()
    for text in ("a", "b", "c"):
        await user.sends(text)
    [update] = await call.updates(offset=-1)
    assert at(update, "message", "text") == "c"
    assert call.world.bot.waiting == 1


async def test_an_offset_far_ahead_confirms_nothing(call: Caller) -> None:
    await call.world.user().sends("a")
    [waiting] = await ids(call)
    assert await ids(call, offset=waiting + 1000) == [waiting]


async def test_who_asks_for_the_same_at_once_gets_one_update(call: Caller) -> None:
    user = call.world.user()
    await user.sends("a")
    await user.sends("b")
    assert len(await ids(call, offset=5)) == 2
    assert len(await ids(call, offset=5)) == 1


async def test_a_waiting_call_is_answered_by_the_next_update(call: Caller) -> None:
    poll = asyncio.create_task(call.updates(timeout=50))
    await call.world.bot.listens()
    await call.world.user().sends("hello")
    [update] = await poll
    assert at(update, "message", "text") == "hello"


async def test_a_waiting_call_ends_empty_after_its_time(call: Caller) -> None:
    poll = asyncio.create_task(call.updates(timeout=30))
    await call.world.bot.listens()
    call.world.clock.advance(29)
    await asyncio.sleep(0.05)
    assert not poll.done()
    call.world.clock.advance(1)
    assert await poll == []


async def test_no_call_waits_longer_than_50_seconds(call: Caller) -> None:
    poll = asyncio.create_task(call.updates(timeout=600))
    await call.world.bot.listens()
    call.world.clock.advance(50)
    assert await poll == []


async def test_the_older_of_two_pollers_is_told_to_go(call: Caller) -> None:
    older = asyncio.create_task(call.updates(timeout=50))
    await call.world.bot.listens()
    newer = asyncio.create_task(call.updates(timeout=50, offset=1))
    with pytest.raises(ApiError) as caught:
        await older
    assert (caught.value.code, caught.value.description) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    await call.world.user().sends("hello")
    assert len(await newer) == 1


async def test_a_poller_that_died_while_it_waited_loses_nothing(call: Caller) -> None:
    dying = asyncio.create_task(call.updates(timeout=50))
    await call.world.bot.listens()
    dying.cancel()
    await asyncio.gather(dying, return_exceptions=True)
    await call.world.user().sends("hello")
    call.world.clock.advance(1)
    [update] = await call.updates(timeout=50)
    assert at(update, "message", "text") == "hello"


async def test_with_a_webhook_nobody_can_poll(call: Caller) -> None:
    poll = asyncio.create_task(call.updates(timeout=50))
    await call.world.bot.listens()
    await call("setWebhook", url="http://127.0.0.1:9/hook")
    with pytest.raises(ApiError, match="409 Conflict: terminated by setWebhook request"):
        await poll
    assert await call.refused("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await call("deleteWebhook")
    assert await call.updates() == []


async def test_a_message_waits_24_hours_and_a_tap_150_seconds(call: Caller) -> None:
    world = call.world
    user = world.user()
    await user.sends("hello")
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await call("sendMessage", chat_id=user.id, text="menu", reply_markup=markup)
    user.presses("Go")
    assert world.bot.waiting == 2
    world.clock.advance(149)
    assert world.bot.waiting == 2
    world.clock.advance(2)
    assert world.bot.waiting == 1
    world.clock.advance(24 * 3600)
    assert world.bot.waiting == 0


async def test_after_a_week_of_silence_the_ids_begin_anew(call: Caller) -> None:
    user = call.world.user()
    await user.sends("a")
    await user.sends("b")
    before = await ids(call)
    assert before[1] == before[0] + 1
    call.world.clock.advance(8 * 24 * 3600)
    await user.sends("c")
    assert (await ids(call, offset=before[1] + 1))[0] != before[1] + 1


async def test_a_bot_gets_the_kinds_of_updates_that_it_asked_for(call: Caller) -> None:
    user = call.world.user()
    assert await call.updates(allowed_updates=["callback_query", "nonsense"]) == []
    await user.sends("unheard")
    assert call.world.bot.waiting == 0
    call.world.clock.advance(4)
    assert await call.updates(allowed_updates=[]) == []
    await user.sends("heard")
    assert call.world.bot.waiting == 1


async def test_updates_can_be_held_and_delivered_in_another_order(call: Caller) -> None:
    user = call.world.user()
    await user.sends("hello")
    await call(
        "sendMessage",
        chat_id=user.id,
        text="menu",
        reply_markup={"inline_keyboard": [[{"text": "Go", "url": "a.cn"}, {"text": "Tap", "callback_data": "t"}]]},
    )
    [hello] = await ids(call)
    call.world.bot.hold()
    await user.sends("text")
    user.presses("Tap")
    assert await ids(call, offset=hello + 1) == []
    call.world.bot.release([1, 0])
    call.world.clock.advance(1)
    kinds = [next(name for name in update if name != "update_id") for update in await call.updates(offset=hello + 1)]
    assert kinds == ["callback_query", "message"]


async def test_updates_can_be_delivered_twice(call: Caller) -> None:
    user = call.world.user()
    call.world.bot.repeat_next()
    await user.sends("twice")
    await user.sends("once")
    first, second = await ids(call)
    assert await ids(call, offset=second + 1) == [first]
    assert await ids(call, offset=second + 2) == []
    call.world.bot.repeat(call.world.bot.updates[1])
    assert await ids(call, offset=0) == [second]


async def test_any_update_can_be_put_in(call: Caller) -> None:
    call.world.bot.inject("message", {"nonsense": True})
    [update] = await call.updates()
    assert update["message"] == {"nonsense": True}
