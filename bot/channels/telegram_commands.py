"""The commands as Telegram's menu shows them, in each language."""

from typing import Final

from bot.texts import texts

COMMANDS: Final = (
    "start",
    "score",
    "apply",
    "renew",
    "ask",
    "language",
    "reminders",
    "mydata",
    "delete",
    "help",
)


def command_list(locale: str) -> tuple[tuple[str, str], ...]:
    """The names of the commands and what they do, in the order of the menu."""
    text = texts(locale)
    return tuple((name, text(f"telegram.command.{name}")) for name in COMMANDS)
