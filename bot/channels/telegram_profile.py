"""What Telegram shows of the bot itself: its menu of commands and its line, in the languages of its users."""

from typing import Final

from bot.channels.telegram_api import ApiRefused, ApiUnreachable, TelegramApi
from bot.channels.telegram_commands import command_list
from bot.logs import get_logger
from bot.texts import DEFAULT_LOCALE, texts

LANGUAGES: Final = {"": DEFAULT_LOCALE, "en": "en"}
"""The languages that Telegram tells apart, by its codes. Traditional Chinese is no other language to it: who reads that
gets a menu for his own chat."""
SCOPES: Final = ("default", "all_private_chats", "all_group_chats")

_log = get_logger(__name__)


async def show_profile(api: TelegramApi) -> None:
    """Makes Telegram show the commands and the line as they are now. Where it cannot, the bot works all the same."""
    try:
        for code, locale in LANGUAGES.items():
            for scope in SCOPES:
                await _show_commands(api, code, locale, scope)
            await _show_line(api, code, texts(locale)("telegram.short_description"))
    except (ApiRefused, ApiUnreachable) as problem:
        _log.warning("the menu of commands is not up to date", problem=str(problem))


async def _show_commands(api: TelegramApi, code: str, locale: str, scope: str) -> None:
    commands = [{"command": name, "description": description} for name, description in command_list(locale)]
    # Asking costs little, setting is limited: a bot that is started often would have to wait.
    place = {"type": scope}
    if await api.call("getMyCommands", scope=place, language_code=code) != commands:
        await api.call("setMyCommands", commands=commands, scope=place, language_code=code)


async def _show_line(api: TelegramApi, code: str, line: str) -> None:
    if await api.call("getMyShortDescription", language_code=code) != {"short_description": line}:
        await api.call("setMyShortDescription", short_description=line, language_code=code)
