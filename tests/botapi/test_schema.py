"""What the server takes and gives, compared with the classes of two libraries that are made from the documentation."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping

import aiohttp
import telegram
from pydantic import BaseModel, TypeAdapter

from tests.botapi.calling import Caller, at
from tests.botapi.methods import HANDLERS
from tests.botapi.schema import METHODS, Kind
from tests.botapi.values import Json

NOT_TAKEN = {
    "sendMessage": {"callback_query_id", "ephemeral_message_parameters", "receiver_user_id"},
    "sendDocument": {"callback_query_id", "ephemeral_message_parameters", "receiver_user_id"},
    "sendPhoto": {"callback_query_id", "ephemeral_message_parameters", "receiver_user_id"},
    "editMessageText": {"rich_message"},
}
"""What only the newest Bot API has, and only one of the libraries."""
UNDOCUMENTED = {"all_members_are_administrators", "new_chat_member"}
"""What the official server gives besides what is documented."""
NEWER = {"can_send_welcome_messages"}
"""What only aiogram knows so far."""
PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def test_every_method_has_a_handler() -> None:
    assert set(HANDLERS) == set(METHODS)


def test_every_method_and_parameter_exists_in_aiogram_under_the_same_name_and_type() -> None:
    import aiogram.methods

    for name, method in METHODS.items():
        documented = getattr(aiogram.methods, name[0].upper() + name[1:]).model_fields
        assert set(documented) - set(method.parameters) == NOT_TAKEN.get(name, set()), name
        for parameter, kind in method.parameters.items():
            assert kind in kinds(documented[parameter].annotation), (name, parameter)


def kinds(annotation: object) -> set[Kind]:
    """How the server may read a parameter that aiogram declares so."""
    if typing.get_origin(annotation) is list:
        return {Kind.ARRAY}
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        if set(parts) >= {int, str}:
            return {Kind.CHAT}
        names = {getattr(part, "__name__", "") for part in parts}
        if "InputFile" in names:
            return {Kind.FILE}
        return set().union(*(kinds(part) for part in parts if getattr(part, "__name__", "") != "Default"))
    simple: Mapping[object, Kind] = {bool: Kind.BOOLEAN, int: Kind.INTEGER, str: Kind.TEXT}
    if annotation in simple:
        return {simple[annotation]}
    name = getattr(annotation, "__name__", "")
    return {Kind.FILE} if name == "InputFile" else {Kind.OBJECT}


async def specimens(call: Caller) -> list[tuple[str, Json]]:
    """A result of every method, after much has happened."""
    world = call.world
    ann = world.user(username="ann_cn")
    message = await ann.starts("x")
    await ann.edits(message, "/start y")
    await ann.sends_file("a.pdf", b"%PDF", caption="mine")
    world.bot.allowed = frozenset({"message", "edited_message", "callback_query", "my_chat_member", "chat_member"})
    group = world.group(members=[ann])
    bob = world.user(first_name="Bob")
    group.adds(bob)
    group.adds(bob, administrator=True)
    group.removes(bob)
    results: list[tuple[str, Json]] = []

    async def keep(method: str, **arguments: Json) -> Json:
        results.append((method, await call(method, **arguments)))
        return results[-1][1]

    await keep("getMe")
    text, markup = (
        "<b>a</b> /go",
        {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}, {"text": "See", "url": "a.cn"}]]},
    )
    sent = await keep("sendMessage", chat_id=ann.id, text=text, parse_mode="HTML", reply_markup=markup)
    number = at(sent, "message_id")
    where: dict[str, Json] = {"chat_id": ann.id, "message_id": number}
    tap = ann.presses("Go")
    await keep("answerCallbackQuery", callback_query_id=tap.query.id)
    await keep("sendMessage", chat_id=ann.id, text="b", reply_parameters={"message_id": number})
    await keep("editMessageText", **where, text="c", reply_markup=markup)
    await keep("editMessageReplyMarkup", **where)
    await keep("deleteMessage", **where)
    for method, name, content in (("sendDocument", "document", b"x"), ("sendPhoto", "photo", PIXEL)):
        form = aiohttp.FormData({"chat_id": str(ann.id), "caption": "d"})
        form.add_field(name, content, filename=f"{name}.png")
        async with call.session.post(f"{world.url}/bot{world.token}/{method}", data=form) as response:
            results.append((method, at(await response.json(), "result")))
    await keep("getFile", file_id=at(results[-1][1], "photo", 0, "file_id"))
    await keep("sendChatAction", chat_id=ann.id, action="typing")
    await keep("setMyCommands", commands=[{"command": "go", "description": "Go"}])
    await keep("getMyCommands")
    await keep("deleteMyCommands")
    for method in ("setMyName", "setMyDescription", "setMyShortDescription"):
        await keep(method)
    for method in ("getMyName", "getMyDescription", "getMyShortDescription"):
        await keep(method)
    for chat in (ann.id, group.id):
        await keep("getChat", chat_id=chat)
        await keep("getChatMember", chat_id=chat, user_id=ann.id)
    await keep("getChatMember", chat_id=group.id, user_id=bob.id)
    group.upgrades()
    moved = world.group(members=[ann], supergroup=True)
    moved.adds(world.bot, administrator=True)
    await keep("getChatMember", chat_id=moved.id, user_id=world.bot.id)
    await keep("getChat", chat_id=moved.id)
    await keep("leaveChat", chat_id=moved.id)
    ann.blocks()
    await keep("getUpdates")
    await keep("setWebhook", url="http://127.0.0.1:9/")
    await world.until(lambda: world.bot.delivery is not None and world.bot.delivery.last_error_date > 0)
    await keep("getWebhookInfo")
    await keep("deleteWebhook")
    await keep("close")
    await keep("logOut")
    assert {method for method, _ in results} == set(METHODS)
    return results


async def test_every_result_and_update_is_what_aiogram_expects_and_no_more(call: Caller) -> None:
    import aiogram.methods

    seen: set[str] = set()
    for method, result in await specimens(call):
        returned = getattr(aiogram.methods, method[0].upper() + method[1:]).__returning__
        for model in models(TypeAdapter(returned).validate_python(result)):
            assert set(model.model_extra or {}) <= UNDOCUMENTED, (method, model.model_extra)
            seen.add(type(model).__name__)
    kinds = {"message", "edited_message", "callback_query", "my_chat_member", "chat_member"}
    assert {update.kind for update in call.world.bot.updates} == kinds
    assert {"CallbackQuery", "ChatMemberUpdated", "MessageEntity", "Document", "PhotoSize", "WebhookInfo"} <= seen


def models(value: object) -> Iterator[BaseModel]:
    """The models in a parsed answer, also those in others."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from models(item)


async def test_every_result_and_update_is_what_python_telegram_bot_expects(call: Caller) -> None:
    classes: dict[str, type[telegram.TelegramObject]] = {
        "getMe": telegram.User,
        "sendMessage": telegram.Message,
        "sendDocument": telegram.Message,
        "sendPhoto": telegram.Message,
        "editMessageText": telegram.Message,
        "editMessageReplyMarkup": telegram.Message,
        "getFile": telegram.File,
        "getMyCommands": telegram.BotCommand,
        "getMyName": telegram.BotName,
        "getMyDescription": telegram.BotDescription,
        "getMyShortDescription": telegram.BotShortDescription,
        "getChat": telegram.ChatFullInfo,
        "getChatMember": telegram.ChatMember,
        "getUpdates": telegram.Update,
        "getWebhookInfo": telegram.WebhookInfo,
    }
    for method, result in await specimens(call):
        if method not in classes:
            assert result is True
            continue
        for item in result if isinstance(result, list) else [result]:
            assert isinstance(item, dict)
            parsed = classes[method].de_json(dict(item), None)
            for part in parts(parsed):
                assert set(part.api_kwargs) <= UNDOCUMENTED | NEWER, (method, part.api_kwargs)


def parts(value: object) -> Iterator[telegram.TelegramObject]:
    """The objects in a parsed answer, also those in others."""
    if isinstance(value, telegram.TelegramObject):
        yield value
        for name in value.__slots__:
            yield from parts(getattr(value, name, None))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from parts(item)
