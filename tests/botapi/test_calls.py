"""How calls come in: tokens, names, encodings, parameters."""

from __future__ import annotations

import json

import aiohttp
import pytest

from tests.botapi.calling import Caller, at, calling, unpacked
from tests.botapi.values import ApiError, Json


async def answer(call: Caller, path: str) -> tuple[int, str]:
    """Status and description of a call to any path."""
    async with call.session.get(call.world.url + path) as response:
        body: Json = json.loads(await response.text())
        assert isinstance(body, dict)
        return response.status, str(body.get("description", ""))


@pytest.mark.parametrize("token", ["abc", "0123:abc", "12x:abc", ":abc", "1:" + "a" * 80])
async def test_a_token_of_the_wrong_form_is_unauthorised(call: Caller, token: str) -> None:
    assert await answer(call, f"/bot{token}/getMe") == (401, "Unauthorized: invalid token specified")


async def test_a_token_of_no_bot_is_unauthorised(call: Caller) -> None:
    assert await answer(call, "/bot123:abc/getMe") == (401, "Unauthorized")


async def test_an_unknown_method_and_an_unknown_path_are_not_found(call: Caller) -> None:
    token = call.world.token
    assert await answer(call, f"/bot{token}/sendLove") == (404, "Not Found: method not found")
    assert await answer(call, f"/bot{token}") == (404, "Not Found")
    assert await answer(call, "/health") == (404, "Not Found")


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME"])
async def test_a_method_may_be_written_in_any_case(call: Caller, method: str) -> None:
    me = await call(method)
    assert at(me, "is_bot") is True
    assert at(me, "id") == call.world.bot.id


async def test_the_method_may_be_an_argument(call: Caller) -> None:
    assert at(await call("", method="getMe"), "username") == "test1_bot"


@pytest.mark.parametrize("how", ["query", "form", "json", "multipart", "get"])
async def test_arguments_come_in_every_encoding(call: Caller, how: str) -> None:
    user = call.world.user()
    await user.sends("hello")
    url = f"{call.world.url}/bot{call.world.token}/sendMessage"
    markup = {"inline_keyboard": [[{"text": "去", "callback_data": "go"}]]}
    fields = {"chat_id": str(user.id), "text": "你好 & more", "reply_markup": json.dumps(markup)}
    match how:
        case "query":
            request = call.session.post(url, params=fields)
        case "get":
            request = call.session.get(url, params=fields)
        case "form":
            request = call.session.post(url, data=fields)
        case "json":
            request = call.session.post(url, json={"chat_id": user.id, "text": fields["text"], "reply_markup": markup})
        case _:
            form = aiohttp.FormData(fields, default_to_multipart=True)
            request = call.session.post(url, data=form)
    async with request as response:
        assert response.status == 200
        assert response.content_type == "application/json"
    assert (user.last().text, user.last().labels) == ("你好 & more", ("去",))


async def test_an_unknown_parameter_is_an_error(call: Caller) -> None:
    assert await call.refused("getMe", verbose=True) == 'Bad Request: unknown parameter "verbose" of getMe'


@pytest.mark.parametrize(
    ("parameter", "value", "kind"),
    [
        ("chat_id", "Ann", "Integer or @String"),
        ("chat_id", 1.5, "Integer or @String"),
        ("message_thread_id", "first", "Integer"),
        ("disable_notification", "perhaps", "Boolean"),
        ("reply_markup", [1], "Object"),
        ("entities", {"type": "bold"}, "Array"),
    ],
)
async def test_a_parameter_of_the_wrong_type_is_an_error(call: Caller, parameter: str, value: Json, kind: str) -> None:
    arguments: dict[str, Json] = {"chat_id": 1, "text": "hello"}
    arguments[parameter] = value
    description = f'Bad Request: parameter "{parameter}" of sendMessage must be of type {kind}'
    assert await call.refused("sendMessage", **arguments) == description


async def test_a_file_that_no_parameter_names_is_an_error(call: Caller) -> None:
    form = aiohttp.FormData({"chat_id": "1", "text": "hello"})
    form.add_field("picture", b"...", filename="a.png")
    async with call.session.post(f"{call.world.url}/bot{call.world.token}/sendMessage", data=form) as response:
        body: Json = json.loads(await response.text())
        with pytest.raises(ApiError, match='unknown file "picture" of sendMessage'):
            unpacked(body, response.status)


async def test_a_body_that_is_no_json_object_is_an_error(call: Caller) -> None:
    url = f"{call.world.url}/bot{call.world.token}/getMe"
    for body in ("{", "[1]"):
        async with call.session.post(url, data=body, headers={"Content-Type": "application/json"}) as response:
            assert response.status == 400


async def test_every_call_is_on_record_with_its_time_arguments_and_outcome(call: Caller) -> None:
    user = call.world.user()
    await user.sends("hello")
    before = call.world.clock.now()
    await call("sendMessage", chat_id=user.id, text="one")
    await call.refused("sendMessage", chat_id=7, text="two")
    good, bad = call.world.calls_of("sendMessage")
    assert (good.status, good.chat, good.arguments["text"], good.took_effect) == (200, user.id, "one", True)
    assert (bad.status, bad.chat, bad.description, bad.took_effect) == (400, 7, "Bad Request: chat not found", False)
    assert before <= good.at <= good.finished_at <= bad.at <= bad.finished_at


async def test_a_bot_that_logged_out_or_closed_comes_back_with_its_next_call(call: Caller) -> None:
    assert await call.refused("close") == "Bad Request: the bot has already been closed"
    assert await call("getMe")
    assert await call("close") is True
    assert await call("getMe")
    assert await call("logOut") is True
    assert await call("getMe")


async def test_a_bot_started_late_waits_before_it_may_close(call: Caller) -> None:
    call.world.clock.advance(601)
    assert await call("getMe")
    with pytest.raises(ApiError) as caught:
        await call("close")
    assert caught.value.code == 429


async def test_a_failure_of_the_server_itself_fails_the_test_at_its_end() -> None:
    async def poisoned() -> None:
        async with calling() as call:
            call.world.bot.inject("message", {"what no server holds"})  # type: ignore[arg-type]  # that is the point
            with pytest.raises(json.JSONDecodeError):
                await call.updates()

    with pytest.raises(ExceptionGroup, match="the test server itself failed"):
        await poisoned()
