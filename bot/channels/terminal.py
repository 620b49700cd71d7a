"""The terminal: the conversation with a person at a keyboard, or line by line through a pipe."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.output import one_line, print_json
from bot.texts import DEFAULT_LOCALE, texts
from dialogs.conversation import Turn, again, opening, respond
from dialogs.language import asked_language, language_of
from dialogs.matching import numbered_choices
from dialogs.screens import Attachment, Choice

LONGEST_MESSAGE = 4000
PROMPT = "> "
LEAVING = frozenset({"exit", "quit", "退出", ":q"})


class Terminal:
    """One conversation. Where the language is not fixed it follows the person's.

    Files that the talk offers are written into `folder`; without one it is said which command makes them.
    """

    def __init__(self, *, on: date, locale: str | None, folder: Path | None = None) -> None:
        self.on = on
        self.folder = folder
        self.fixed = locale is not None
        self.locale = locale or DEFAULT_LOCALE

    def turns(self, messages: Iterable[str]) -> Iterator[Turn]:
        """The bot's turns: the opening, then one for each message."""
        turn = opening(today=self.on, text=texts(self.locale))
        yield turn
        for message in messages:
            turn = self._answer(turn, message[:LONGEST_MESSAGE])
            yield replace(turn, say=(*turn.say, *map(self._hand_over, turn.attachments)))

    def _answer(self, turn: Turn, message: str) -> Turn:
        asked = asked_language(message)
        if asked is not None:
            self.locale = asked
            return again(turn.talk, today=self.on, text=texts(asked))
        if not self.fixed and not any(message.strip() == choice.id for choice in turn.choices):
            self.locale = language_of(message) or self.locale
        return respond(turn.talk, message, today=self.on, text=texts(self.locale))

    def _hand_over(self, attachment: Attachment) -> str:
        """Where the file of an attachment is now, or how to get it."""
        from bot.attachments import file_of

        file, text = file_of(attachment, on=self.on, locale=self.locale), texts(self.locale)
        if self.folder is not None:
            path = self.folder / file.name
            with suppress(OSError):
                path.write_bytes(file.content)
                return text("terminal.file_written", path=path)
        return text("terminal.file_command", command=file.command)


def talk_as_json(terminal: Terminal, messages: Iterable[str]) -> None:
    """Prints every turn as one line of JSON, as the public contract writes it."""
    for turn in terminal.turns(messages):
        print_json(
            {
                "say": list(turn.say),
                "choices": [{"id": choice.id, "label": choice.label} for choice in turn.choices],
                "asking": turn.asking,
                "facts": dict(turn.facts),
                "pictures": [],
            }
        )
        sys.stdout.flush()


def talk_plainly(terminal: Terminal, messages: Iterable[str]) -> None:
    """Prints every turn as plain text, each message before the turn that answers it."""

    def echoed() -> Iterator[str]:
        for message in messages:
            print(f"{PROMPT}{one_line(message[:LONGEST_MESSAGE])}\n")
            yield message

    for turn in terminal.turns(echoed()):
        print("\n\n".join(turn.say), end="\n\n")
        print("\n".join(choice_lines(turn.choices, numbers=turn.numbers)), end="\n\n")
        sys.stdout.flush()


def choice_lines(choices: tuple[Choice, ...], *, numbers: bool = False) -> Iterator[str]:
    """The choices as lines: the standing ones in one line below; without numbers where a number is an answer."""
    for number, choice in enumerate(numbered_choices(choices), start=1):
        yield f"  · {choice.label}" if numbers else f"  {number}. {choice.label}"
    standing = [choice.label for choice in choices if not choice.numbered]
    if standing:
        yield "  " + " · ".join(standing)


def fitted(said: str, columns: int, locale: str) -> str:
    """A text with Chinese lines broken at the edge, where wrapping by words would break at the few blanks they have."""
    from rich.cells import chop_cells

    if locale == "en":
        return said
    return "\n".join(chunk for line in said.split("\n") for chunk in chop_cells(line, columns) or [""])


def talk_with_a_person(terminal: Terminal) -> None:
    """The conversation at a keyboard, in colours, with the choices offered as one types."""
    from prompt_toolkit import PromptSession
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    session: PromptSession[str] = PromptSession()

    def typed() -> Iterator[str]:
        while True:
            try:
                message = session.prompt(PROMPT)
            except (EOFError, KeyboardInterrupt):
                return
            if message.strip().casefold() in LEAVING:
                return
            yield message

    for turn in terminal.turns(typed()):
        for said in turn.say:
            console.print(Padding(Text(fitted(said, console.width, terminal.locale)), (1, 0, 0, 0)))
        standing = tuple(choice for choice in turn.choices if not choice.numbered)
        for line in choice_lines(tuple(numbered_choices(turn.choices)), numbers=turn.numbers):
            console.print(Text(line, style="cyan"))
        for line in choice_lines(standing):
            console.print(Text(line, style="dim"))
        console.print()
