"""Delivery to a webhook: order, retries, drops, and calls in the answer."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import FormData, web

from tests.botapi import User
from tests.botapi.calling import Caller, at
from tests.botapi.values import ApiError, Json

MENU: Json = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}


@dataclass(slots=True)
class Hook:
    """A webhook that answers as a test wants: what `answers` holds next, else 200."""

    url: str = ""
    got: list[str] = field(default_factory=list)
    updates: list[Json] = field(default_factory=list)
    requests: list[web.BaseRequest] = field(default_factory=list)
    answers: deque[web.Response] = field(default_factory=deque)
    stalled: set[str] = field(default_factory=set)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        update: Json = json.loads(await request.text())
        self.requests.append(request)
        self.updates.append(update)
        assert isinstance(update, dict)
        kind = "message" if "message" in update else "callback_query"
        word = str(at(update, kind, "text" if kind == "message" else "data"))
        self.got.append(word)
        if word in self.stalled:
            await self.go_on.wait()
        return self.answers.popleft() if self.answers else web.Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    runner = web.ServerRunner(web.Server(hook), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    hook.go_on.set()
    await runner.cleanup()


@pytest.fixture
async def ann(call: Caller) -> User:
    return call.world.user()


async def got(call: Caller, hook: Hook, count: int) -> list[str]:
    """What the webhook has got, once it is so much, and nothing is on its way."""
    delivery = call.world.bot.delivery
    await call.world.until(lambda: len(hook.got) >= count and (delivery is None or not delivery.in_flight), timeout=5)
    return hook.got


async def test_updates_come_with_the_secret_as_json_until_they_are_taken(call: Caller, hook: Hook, ann: User) -> None:
    await ann.sends("before")
    await call("setWebhook", url=hook.url, secret_token="Sec-ret_1")
    await ann.sends("after")
    assert await got(call, hook, 2) == ["before", "after"]
    await call.world.quiet(settle=0.05)
    headers = hook.requests[0].headers
    assert headers["X-Telegram-Bot-Api-Secret-Token"] == "Sec-ret_1"
    assert headers["Content-Type"] == "application/json"
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert hook.requests[0].method == "POST"


async def test_without_a_secret_there_is_no_header(call: Caller, hook: Hook, ann: User) -> None:
    await call("setWebhook", url=hook.url)
    await ann.sends("hello")
    await got(call, hook, 1)
    assert "X-Telegram-Bot-Api-Secret-Token" not in hook.requests[0].headers


async def test_one_chat_waits_for_itself_alone(call: Caller, hook: Hook, ann: User) -> None:
    bob = call.world.user()
    hook.stalled.add("slow")
    await call("setWebhook", url=hook.url)
    await ann.sends("slow")
    await ann.sends("next")
    await bob.sends("other")
    await call.world.until(lambda: hook.got == ["slow", "other"] and call.world.bot.waiting == 2)
    hook.go_on.set()
    assert await got(call, hook, 3) == ["slow", "other", "next"]


async def test_a_tap_may_overtake_a_text_of_the_same_person(call: Caller, hook: Hook, ann: User) -> None:
    await ann.starts()
    await call("sendMessage", chat_id=ann.id, text="menu", reply_markup=MENU)
    hook.stalled.add("/start")
    await call("setWebhook", url=hook.url)
    await call.world.until(lambda: hook.got == ["/start"])
    await ann.sends("text")
    ann.presses("Go")
    await call.world.until(lambda: hook.got == ["/start", "go"])
    hook.go_on.set()
    assert await got(call, hook, 3) == ["/start", "go", "text"]


async def test_much_in_one_chat_keeps_no_other_from_being_loaded_for_long(call: Caller, hook: Hook, ann: User) -> None:
    for number in range(300):
        await ann.sends(f"{number}")
    await call.world.user().sends("other")
    await call("setWebhook", url=hook.url, max_connections=2)
    await got(call, hook, 301)
    # Three more are loaded at every turn, for there is room for four chats and one is there.
    assert 90 < hook.got.index("other") < 150


async def test_no_more_than_max_connections_are_on_their_way(call: Caller, hook: Hook) -> None:
    users = [call.world.user() for _ in range(4)]
    hook.stalled.add("hello")
    await call("setWebhook", url=hook.url, max_connections=2)
    for user in users:
        await user.sends("hello")
    await call.world.until(lambda: len(hook.got) == 2)
    await asyncio.sleep(0.1)
    assert len(hook.got) == 2
    hook.go_on.set()
    await got(call, hook, 4)


async def test_a_failure_is_tried_again_at_once_and_then_after_growing_delays(
    call: Caller, hook: Hook, ann: User
) -> None:
    hook.answers.extend(web.Response(status=500) for _ in range(9))
    await call("setWebhook", url=hook.url)
    await ann.sends("hello")
    await got(call, hook, 2)
    delivery = call.world.bot.delivery
    assert delivery is not None
    waits = []
    for tries in range(3, 11):
        assert delivery.next_try is not None
        waits.append(delivery.next_try - call.world.clock.now())
        call.world.clock.advance(waits[-1])
        await got(call, hook, tries)
    assert [round(wait) for wait in waits[:5]] == [2, 4, 8, 16, 32]
    assert all(59 < wait < 121 for wait in waits[6:])
    await call.world.quiet(settle=0.05)
    info = await call("getWebhookInfo")
    assert at(info, "last_error_message") == "Wrong response from the webhook: 500 Internal Server Error"
    assert at(info, "pending_update_count") == 0


async def test_retry_after_is_kept_up_to_an_hour(call: Caller, hook: Hook, ann: User) -> None:
    hook.answers.append(web.Response(status=503, headers={"Retry-After": "100"}))
    hook.answers.append(web.Response(status=503, headers={"Retry-After": "9999"}))
    await call("setWebhook", url=hook.url)
    await ann.sends("hello")
    await got(call, hook, 1)
    call.world.clock.advance(98)
    await asyncio.sleep(0.05)
    assert len(hook.got) == 1
    call.world.clock.advance(2)
    await got(call, hook, 2)
    call.world.clock.advance(3600)
    await got(call, hook, 3)
    await call.world.quiet(settle=0.05)


async def test_an_update_is_dropped_when_the_next_try_would_come_after_its_end(
    call: Caller, hook: Hook, ann: User
) -> None:
    await ann.starts()
    await call("sendMessage", chat_id=ann.id, text="menu", reply_markup=MENU)
    await call.updates(offset=call.world.bot.updates[-1].id + 1)
    hook.answers.append(web.Response(status=503, headers={"Retry-After": "200"}))
    await call("setWebhook", url=hook.url)
    ann.presses("Go")
    await got(call, hook, 1)
    assert call.world.bot.waiting == 0


async def test_a_refused_or_broken_connection_counts_as_a_failure(call: Caller, ann: User) -> None:
    await call("setWebhook", url="http://127.0.0.1:9/hook")
    await ann.sends("hello")
    delivery = call.world.bot.delivery
    assert delivery is not None
    await call.world.until(lambda: len(delivery.log) == 2)
    assert [entry.status for entry in delivery.log] == [0, 0]
    assert at(await call("getWebhookInfo"), "last_error_message") == "Connection refused"
    assert call.world.bot.waiting == 1


async def test_a_webhook_that_does_not_answer_has_60_seconds(call: Caller, hook: Hook, ann: User) -> None:
    hook.stalled.add("hello")
    await call("setWebhook", url=hook.url)
    await ann.sends("hello")
    await call.world.until(lambda: hook.got == ["hello"])
    call.world.clock.advance(61)
    await call.world.until(lambda: len(hook.got) == 2)
    assert at(await call("getWebhookInfo"), "last_error_message") == "Read timeout expired"


async def test_who_is_gone_for_23_hours_has_no_webhook_any_more(call: Caller, hook: Hook, ann: User) -> None:
    hook.answers.extend(web.Response(status=410) for _ in range(3))
    await call("setWebhook", url=hook.url)
    await ann.sends("hello")
    await got(call, hook, 2)
    call.world.clock.advance(23 * 3600 + 1)
    await call.world.until(lambda: call.world.bot.delivery is None)
    assert at(await call("getWebhookInfo"), "url") == ""


@pytest.mark.parametrize("encoding", ["json", "form", "multipart"])
async def test_a_call_in_the_answer_is_carried_out(call: Caller, hook: Hook, ann: User, encoding: str) -> None:
    arguments = {"method": "sendMessage", "chat_id": str(ann.id), "text": "你好"}
    match encoding:
        case "json":
            answer = web.json_response(arguments)
        case "form":
            answer = web.Response(
                text="method=SENDmessage&text=%E4%BD%A0%E5%A5%BD&chat_id=" + str(ann.id),
                content_type="application/x-www-form-urlencoded",
            )
        case _:
            form = FormData(arguments, default_to_multipart=True)()
            answer = web.Response(body=form)
    hook.answers.append(answer)
    await call("setWebhook", url=hook.url)
    await ann.sends("hello")
    await ann.hears()
    assert ann.reads() == ["你好"]
    [made] = call.world.calls_of("sendMessage")
    assert (made.via, made.status) == ("webhook", 200)


@pytest.mark.parametrize("method", ["getMe", "setWebhook", "deleteWebhook", "close", "logOut"])
async def test_some_calls_are_not_made_from_an_answer(call: Caller, hook: Hook, ann: User, method: str) -> None:
    hook.answers.append(web.json_response({"method": method}))
    await call("setWebhook", url=hook.url)
    await ann.sends("hello")
    await got(call, hook, 1)
    await call.world.quiet(settle=0.05)
    assert [made.method for made in call.world.calls] == ["setWebhook"]


@pytest.mark.parametrize("body", ["not json", '{"method":', '["sendMessage"]', '{"method": "sendMessage", "text": ""}'])
async def test_an_answer_that_is_no_call_or_fails_ends_the_update_all_the_same(
    call: Caller, hook: Hook, ann: User, body: str
) -> None:
    hook.answers.append(web.Response(text=body, content_type="application/json"))
    await call("setWebhook", url=hook.url)
    await ann.sends("hello")
    await got(call, hook, 1)
    await call.world.quiet(settle=0.05)
    assert hook.got == ["hello"]


async def test_a_delivery_can_be_repeated(call: Caller, hook: Hook, ann: User) -> None:
    await call("setWebhook", url=hook.url)
    call.world.bot.repeat_next()
    await ann.sends("twice")
    await ann.sends("once")
    await got(call, hook, 3)
    await call.world.quiet(settle=0.05)
    assert sorted(hook.got) == ["once", "twice", "twice"]
    assert len({str(at(update, "update_id")) for update in hook.updates}) == 2


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"url": "http://"}, "Bad Request: invalid webhook URL specified"),
        ({"url": "ftp://a.cn"}, "Bad Request: invalid webhook URL specified"),
        ({"secret_token": "a b"}, "Bad Request: secret token contains unallowed characters"),
        ({"secret_token": "a" * 257}, "Bad Request: secret token is too long"),
        ({"url": "http://no.such.host.invalid/"}, "Bad Request: bad webhook: Failed to resolve host: "),
    ],
)
async def test_a_webhook_needs_an_address_and_a_plain_secret(
    call: Caller, arguments: dict[str, Json], error: str
) -> None:
    refusal = await call.refused("setWebhook", **{"url": "http://127.0.0.1:9/", **arguments})
    assert refusal.startswith(error)
    assert call.world.bot.delivery is None


async def test_a_webhook_is_changed_at_most_once_a_second(call: Caller, hook: Hook) -> None:
    await call("setWebhook", url="http://127.0.0.1:9/")
    with pytest.raises(ApiError) as caught:
        await call("setWebhook", url=hook.url)
    assert (caught.value.code, caught.value.parameters) == (429, {"retry_after": 1})
    call.world.clock.advance(1)
    assert await call("setWebhook", url=hook.url, allowed_updates=["message"], max_connections=500) is True
    call.world.clock.advance(1)
    assert await call("setWebhook", url=hook.url, allowed_updates=["message"], max_connections=500) is True
    info = await call("getWebhookInfo")
    assert info == {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 100,
        "ip_address": "127.0.0.1",
        "allowed_updates": ["message"],
    }


async def test_pending_updates_can_be_dropped_with_the_webhook(call: Caller, hook: Hook, ann: User) -> None:
    await ann.sends("one")
    await call("setWebhook", url=hook.url, drop_pending_updates=True)
    await ann.sends("two")
    assert await got(call, hook, 1) == ["two"]
    await call("setWebhook", url="")
    await ann.sends("three")
    await call("deleteWebhook", drop_pending_updates=True)
    assert call.world.bot.waiting == 0
