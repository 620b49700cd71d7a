"""What every Telegram library does with something to be sent: the same calls, in the same order."""

from typing import Final, Protocol

from bot.channels.channel import Refused, TryLater, Unreachable
from bot.channels.telegram_account import Place, channel_of, place_of
from bot.channels.telegram_commands import command_list
from bot.channels.telegram_screens import LONGEST_CAPTION, LONGEST_NOTE, cut, parted
from bot.logs import get_logger
from bot.messages import File, Menu, Note, Outgoing, Show

PAUSE_WITHOUT_TOKEN: Final = 60
"""Seconds until it is tried again where the token is refused."""

_log = get_logger(__name__)


class Library(Protocol):
    """A library's way to make the calls that we need.

    Its methods raise the exceptions of `bot.channels.channel`: `Refused` with the server's own words, in any case.
    """

    async def send_text(self, place: Place, screen: Show) -> int:
        """Sends a message of one part; returns its id."""
        ...

    async def edit_text(self, place: Place, message: int, screen: Show) -> None:
        """Makes a message say something else, with other buttons."""
        ...

    async def send_file(self, place: Place, name: str, content: bytes, caption: str) -> None:
        """Sends a document."""
        ...

    async def set_commands(self, place: Place, commands: tuple[tuple[str, str], ...]) -> None:
        """Sets the chat's own menu of commands: names and what they do."""
        ...

    async def answer_tap(self, tap: str, text: str) -> None:
        """Answers a tap."""
        ...


class TelegramChannel:
    """A `Channel` to Telegram through a library."""

    def __init__(self, bot: int, library: Library) -> None:
        self.name: Final = channel_of(bot)
        self._library = library

    def parted(self, what: Outgoing) -> tuple[Outgoing, Outgoing | None]:
        """See `Channel.parted`."""
        return parted(what) if isinstance(what, Show) else (what, None)

    async def send(self, chat: str, what: Outgoing) -> int | None:
        """See `Channel.send`."""
        place = place_of(chat)
        match what:
            case Show():
                return await self._put(place, what)
            case File(name, content, caption):
                await self._library.send_file(place, name, content.encode(), cut(caption, LONGEST_CAPTION))
            case Menu(locale):
                await self._library.set_commands(place, command_list(locale))
        return None

    async def answer(self, note: Note) -> None:
        """See `Channel.answer`. A tap that waited too long has lost its place to show a line; that is no fault."""
        try:
            await self._library.answer_tap(note.tap, cut(note.text, LONGEST_NOTE))
        except Refused as refusal:
            if "query is too old" not in str(refusal).casefold():
                raise

    async def _put(self, place: Place, screen: Show) -> int:
        """Shows a screen in the place of an older message, or anew where there is none any more."""
        if screen.over is None:
            return await self._library.send_text(place, screen)
        try:
            await self._library.edit_text(place, screen.over, screen)
        except Refused as refusal:
            # That it says so already is success. Else it is lost, too old, or never was a text.
            if "message is not modified" not in str(refusal).casefold():
                return await self._library.send_text(place, screen)
        return screen.over


def refusal(words: str) -> Refused | Unreachable:
    """What a bad request means, in the server's own words."""
    return Unreachable() if "chat not found" in words.casefold() else Refused(words)


def token_refused() -> TryLater:
    """What is raised where the token counts no more: messages wait until the owner sets a new one."""
    _log.error("the server refuses the token; messages wait")
    return TryLater(PAUSE_WITHOUT_TOKEN)
