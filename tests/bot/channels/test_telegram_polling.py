"""Long polling against a Bot API server: nothing is acknowledged before it is kept, and nothing stops the queue."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from structlog.testing import capture_logs

from bot.channels import telegram_polling
from bot.channels.patience import Patience
from bot.channels.telegram_account import Account
from bot.channels.telegram_api import ApiRefused, open_api
from bot.channels.telegram_polling import AnotherPoller, Poller, TokenRefused, end_webhook
from bot.messages import Address
from tests.bot.channels.shelf import Shelf
from tests.botapi import Garbage, Reset, Status, World, refused, too_many
from tests.botapi.faults import Fault

QUICK = Patience(first=0.01, longest=0.05, conflicts=3)


@asynccontextmanager
async def polling(world: World, shelf: Shelf, patience: Patience = QUICK) -> AsyncIterator[Poller]:
    """A poller at work; in the end it is stopped, and has to stop cleanly."""
    async with open_api(world.url, world.token) as api:
        poller = Poller(api, shelf, Account(world.bot.id, world.bot.username), patience)
        task = asyncio.create_task(poller.run())
        try:
            yield poller
        finally:
            poller.stop()
            await asyncio.wait_for(task, 15)


async def end_of(world: World, shelf: Shelf, patience: Patience = QUICK) -> None:
    """Polls until something ends it."""
    async with open_api(world.url, world.token) as api:
        await Poller(api, shelf, Account(world.bot.id, world.bot.username), patience).run()


async def test_what_is_said_is_kept_in_order_and_acknowledged(world: World) -> None:
    shelf, ann, bob = Shelf(), world.user(), world.user()
    async with polling(world, shelf):
        await world.bot.listens()
        for number in range(5):
            await ann.sends(f"ann {number}")
            await bob.sends(f"bob {number}")
        await world.quiet()
    for person in ("ann", "bob"):
        assert [said for said in shelf.said if person in said] == [f"{person} {number}" for number in range(5)]
    assert (shelf.repeats, world.bot.waiting) == (0, 0)


async def test_only_what_the_bot_needs_is_asked_for_and_the_server_may_take_its_time(world: World) -> None:
    async with polling(world, Shelf()):
        await world.bot.listens()
    call = world.calls_of("getUpdates")[0]
    assert json.loads(call.arguments["allowed_updates"]) == [
        "message",
        "callback_query",
        "my_chat_member",
        "edited_message",
    ]
    assert call.arguments["timeout"] == "50"


async def test_nothing_is_acknowledged_before_all_of_it_is_kept(world: World) -> None:
    shelf, ann, bob = Shelf(slow={"slow": asyncio.Event()}), world.user(), world.user()
    await ann.sends("slow")
    await ann.sends("after it")
    await bob.sends("quick")
    async with polling(world, shelf):
        await world.until(lambda: bool(world.calls))
        while shelf.said != ["quick"]:
            await asyncio.sleep(0.01)
        # One chat does not wait for another; but the server still has all three.
        assert world.bot.waiting == 3
        shelf.slow["slow"].set()
        await world.quiet()
    assert shelf.said == ["quick", "slow", "after it"]


async def test_a_process_that_was_stopped_in_between_gets_the_same_once_more(world: World) -> None:
    shelf, ann = Shelf(slow={"slow": asyncio.Event()}), world.user()
    await ann.sends("first")
    await ann.sends("slow")
    async with open_api(world.url, world.token) as api:
        killed = asyncio.create_task(Poller(api, shelf, Account(world.bot.id, "x"), QUICK).run())
        while not shelf.said:
            await asyncio.sleep(0.01)
        killed.cancel()
        await asyncio.gather(killed, return_exceptions=True)
    assert (shelf.said, world.bot.waiting) == (["first"], 2)
    shelf.slow.clear()
    async with polling(world, shelf):
        await world.quiet()
    assert (shelf.said, shelf.repeats, world.bot.waiting) == (["first", "slow"], 1, 0)


async def test_what_cannot_be_read_is_put_aside_and_the_queue_goes_on(world: World) -> None:
    shelf, ann = Shelf(), world.user()
    await ann.sends("before")
    world.bot.inject("message", {"chat": {"id": ann.id, "type": 5}, "text": "poison"})
    world.bot.inject("callback_query", "poison")
    await ann.sends("after")
    async with polling(world, shelf):
        await world.quiet()
    assert shelf.said == ["before", "after"]
    problems = [(address, problem) for address, _, problem in shelf.refused]
    assert sorted(problems, key=str) == sorted(
        [
            (Address(f"telegram:{world.bot.id}", str(ann.id)), "update.message.chat.type: not words"),
            (None, "update.callback_query: not an object"),
        ],
        key=str,
    )
    assert all("poison" in json.dumps(json.loads(raw)) for _, raw, _ in shelf.refused)


NUMBERLESS = Garbage(b'{"ok":true,"result":[{"update_id":"x"}]}')


@pytest.mark.parametrize(
    "fault",
    [Status(502), Reset(), Reset(after=True), Garbage(), Garbage(b'{"ok":true,"result":{}}'), NUMBERLESS, too_many(1)],
)
async def test_a_server_in_trouble_is_asked_again(world: World, fault: Fault) -> None:
    shelf, ann = Shelf(), world.user()
    order = world.order(fault, method="getUpdates", times=3)
    await ann.sends("hello")
    async with polling(world, shelf):
        await world.until(lambda: world.bot.waiting == 0)
        await world.quiet()
    assert (shelf.said, order.struck) == (["hello"], 3)


async def test_what_cannot_be_kept_now_is_kept_later_and_not_acknowledged_before(world: World) -> None:
    shelf, ann = Shelf(closed=True), world.user()
    await ann.sends("hello")
    world.bot.inject("message", "poison")
    async with polling(world, shelf):
        await shelf.turned_away.wait()
        assert world.bot.waiting == 2
        shelf.closed = False
        await world.quiet()
    assert (shelf.said, len(shelf.refused), world.bot.waiting) == (["hello"], 1, 0)


async def test_who_stops_while_nothing_can_be_kept_leaves_it_to_the_server(world: World) -> None:
    shelf, ann = Shelf(closed=True), world.user()
    await ann.sends("hello")
    async with polling(world, shelf, Patience(first=60)):
        await shelf.turned_away.wait()
    assert (shelf.said, world.bot.waiting) == ([], 1)


async def test_who_stops_while_the_store_does_not_answer_leaves_it_to_the_server(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_polling, "FINISHING", 0.05)
    shelf, ann = Shelf(slow={"slow": asyncio.Event()}), world.user()
    await ann.sends("slow")
    async with polling(world, shelf):
        await asyncio.wait_for(shelf.reached.wait(), 15)
    assert (shelf.said, world.bot.waiting) == ([], 1)
    shelf.slow.clear()
    async with polling(world, shelf):
        await world.quiet()
    assert (shelf.said, world.bot.waiting) == (["slow"], 0)


async def test_after_a_quiet_time_updates_may_be_numbered_from_anywhere(world: World) -> None:
    shelf, ann = Shelf(), world.user()
    async with polling(world, shelf):
        await world.bot.listens()
        await ann.sends("first")
        await world.quiet()
        world.clock.advance(60)  # The poll ends without anything.
        await world.until(lambda: "offset" not in world.calls[-1].arguments)
        await ann.sends("second")
        await world.quiet()
    offsets = [call.arguments.get("offset") for call in world.calls_of("getUpdates")]
    assert offsets[:3] == [None, str(world.bot.updates[0].id + 1), None]
    assert shelf.said == ["first", "second"]


async def test_a_second_poller_of_the_same_bot_ends_the_polling_where_it_goes_on(world: World) -> None:
    async def rival() -> None:
        async with open_api(world.url, world.token) as api:
            while True:
                with suppress(ApiRefused):
                    await api.call("getUpdates", timeout=50)

    other = asyncio.create_task(rival())
    try:
        with pytest.raises(AnotherPoller, match="terminated by other getUpdates request"):
            await asyncio.wait_for(end_of(world, Shelf(), Patience(first=0.01, conflicts=1)), 40)
    finally:
        other.cancel()


async def test_a_conflict_that_passes_is_no_problem(world: World) -> None:
    shelf, ann = Shelf(), world.user()
    world.order(refused(409, "Conflict: terminated by other getUpdates request"), method="getUpdates", times=3)
    async with polling(world, shelf):
        await ann.sends("hello")
        await world.until(lambda: bool(world.calls) and not world.bot.waiting)
        await world.quiet()
    assert shelf.said == ["hello"]


async def test_a_webhook_that_is_set_meanwhile_ends_the_polling(world: World) -> None:
    async with open_api(world.url, world.token) as api:
        await api.call("setWebhook", url="http://127.0.0.1:9/")
    with pytest.raises(AnotherPoller, match="webhook is active"):
        await asyncio.wait_for(end_of(world, Shelf()), 15)


async def test_a_webhook_that_was_set_before_is_taken_away_and_that_is_said(world: World) -> None:
    async with open_api(world.url, world.token) as api:
        with capture_logs() as logs:
            await end_webhook(api)
        assert (logs, world.calls_of("deleteWebhook")) == ([], [])
        await api.call("setWebhook", url="http://127.0.0.1:9/telegram/5ec3e7", secret_token="hush")
        await world.user().sends("waits")
        with capture_logs() as logs:
            await end_webhook(api)
    assert world.bot.delivery is None
    assert world.bot.waiting == 1
    [line] = logs
    assert (line["log_level"], line["host"], line["waiting"]) == ("warning", "127.0.0.1", 1)
    assert "webhook" in line["event"]
    assert not [secret for secret in ("5ec3e7", "hush") if secret in repr(logs)]


async def test_a_token_that_is_refused_ends_the_polling(world: World) -> None:
    world.order(refused(401, "Unauthorized"), method="getUpdates")
    with pytest.raises(TokenRefused, match="Unauthorized"):
        await asyncio.wait_for(end_of(world, Shelf()), 15)
