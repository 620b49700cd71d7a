"""The bot about itself: who it is, its commands and descriptions by language."""

from __future__ import annotations

import re

from tests.botapi.access import known_chat
from tests.botapi.bots import Bot, Command, CommandKey
from tests.botapi.request import UNREADABLE, Request
from tests.botapi.values import Json, bad_request, too_many_requests

_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})
_COMMAND_LIMIT, _DESCRIPTION_LIMIT, _COMMANDS = 32, 256, 100
_MINUTES_BEFORE_CLOSE = 10 * 60


async def get_me(bot: Bot, request: Request) -> Json:
    del request
    return bot.identity.to_full_json()


async def log_out(bot: Bot, request: Request) -> Json:
    del request
    bot.queue.clear()
    bot.active = False
    bot.world.changes.happened()
    return True


async def close(bot: Bot, request: Request) -> Json:
    del request
    world = bot.world
    left = int(bot.started_at + _MINUTES_BEFORE_CLOSE - world.clock.now())
    if left > 0 and bot.started_at > world.started_at + _MINUTES_BEFORE_CLOSE:
        raise too_many_requests(left)
    bot.active = False
    return True


async def set_my_commands(bot: Bot, request: Request) -> Json:
    commands = _commands(request)
    key = _key(bot, request)
    if commands:
        bot.commands[key] = commands
    else:
        bot.commands.pop(key, None)
    bot.world.changes.happened()
    return True


async def get_my_commands(bot: Bot, request: Request) -> Json:
    return [command.to_json() for command in bot.commands.get(_key(bot, request), ())]


async def delete_my_commands(bot: Bot, request: Request) -> Json:
    bot.commands.pop(_key(bot, request), None)
    bot.world.changes.happened()
    return True


async def get_my_name(bot: Bot, request: Request) -> Json:
    return {"name": _get(bot.names, request) or bot.identity.first_name}


async def get_my_description(bot: Bot, request: Request) -> Json:
    return {"description": _get(bot.descriptions, request)}


async def get_my_short_description(bot: Bot, request: Request) -> Json:
    return {"short_description": _get(bot.short_descriptions, request)}


async def set_my_name(bot: Bot, request: Request) -> Json:
    return _set(bot, bot.names, request, "name", 64, "BOT_TITLE_INVALID")


async def set_my_description(bot: Bot, request: Request) -> Json:
    return _set(bot, bot.descriptions, request, "description", 512, "DESCRIPTION_TOO_LONG")


async def set_my_short_description(bot: Bot, request: Request) -> Json:
    return _set(bot, bot.short_descriptions, request, "short_description", 120, "ABOUT_TOO_LONG")


def _get(texts: dict[str, str], request: Request) -> str:
    """What a person of this language is shown: the text for it, else the one for everybody."""
    return texts.get(_language(request)) or texts.get("", "")


def _set(bot: Bot, texts: dict[str, str], request: Request, name: str, limit: int, too_long: str) -> Json:
    language, text = _language(request), request.text(name)
    if len(text) > limit:
        raise bad_request(too_long)
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    bot.world.changes.happened()
    return True


def _language(request: Request) -> str:
    """Two small letters, or "" for everybody: `zh-hans` is no language here."""
    code = request.text("language_code")
    if code and not (len(code) == 2 and code.isascii() and code.isalpha() and code.islower()):
        raise bad_request("Invalid language code specified")
    return code


def _commands(request: Request) -> tuple[Command, ...]:
    value = request.json("commands")
    if value is None:
        return ()
    if value == UNREADABLE:
        raise bad_request("Can't parse commands JSON object")
    if not isinstance(value, list):
        raise bad_request("Expected an Array of BotCommand")
    commands = tuple(_command(item) for item in value)
    if len(commands) > _COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return commands


def _command(item: Json) -> Command:
    prefix = "Can't parse BotCommand: "
    if not isinstance(item, dict):
        raise bad_request(f"{prefix}expected an Object")
    parts: list[str] = []
    for name in ("command", "description"):
        if name not in item:
            raise bad_request(f'{prefix}Can\'t find field "{name}"')
        value = item[name]
        if not isinstance(value, str):
            raise bad_request(f'{prefix}Field "{name}" must be of type String')
        parts.append(value.strip())
    command, description = parts[0].removeprefix("/"), parts[1]
    if not command:
        raise bad_request("Command must be non-empty")
    if len(command) > _COMMAND_LIMIT:
        raise bad_request(f"Command length must not exceed {_COMMAND_LIMIT}")
    if not description:
        raise bad_request("Command description must be non-empty")
    if len(description) > _DESCRIPTION_LIMIT:
        raise bad_request(f"Command description length must not exceed {_DESCRIPTION_LIMIT}")
    if not re.fullmatch(r"[a-z0-9_]+", command):
        raise bad_request("BOT_COMMAND_INVALID")
    return Command(command, description)


def _key(bot: Bot, request: Request) -> CommandKey:
    scope = request.json("scope")
    if scope is None:
        return "default", 0, 0, _language(request)
    if scope == UNREADABLE:
        raise bad_request("Can't parse BotCommandScope JSON object")
    prefix = "Can't parse BotCommandScope: "
    if not isinstance(scope, dict):
        raise bad_request(f"{prefix}BotCommandScope must be an Object")
    kind = scope.get("type")
    if "type" not in scope:
        raise bad_request(f'{prefix}Can\'t find field "type"')
    if isinstance(kind, str) and kind in _SCOPES:
        return kind, 0, 0, _language(request)
    if not isinstance(kind, str) or kind not in _CHAT_SCOPES:
        raise bad_request(f"{prefix}Unsupported type specified")
    if "chat_id" not in scope:
        raise bad_request(f'{prefix}Can\'t find field "chat_id"')
    chat = known_chat(bot, str(scope["chat_id"]))
    user = scope.get("user_id", 0)
    if kind == "chat_member" and (not isinstance(user, int) or user <= 0):
        raise bad_request(f"{prefix}Invalid user_id specified")
    return kind, chat.id, user if kind == "chat_member" and isinstance(user, int) else 0, _language(request)
