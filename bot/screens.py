"""What a messenger shows (消息界面): turns of the talk as texts with rows of buttons, and what stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from bot.buttons import deed_button, screen_button
from bot.compact_json import compact_json
from bot.edition import edition
from bot.messages import Button, File, Outgoing, Show
from bot.store.conversations import Conversation
from bot.texts import DEFAULT_LOCALE, LOCALES, texts
from dialogs.conversation import Turn, again
from dialogs.flows.reminders import GROUPS, is_ahead, is_set, offered
from dialogs.flows.reminding import remind_choice, reminder_lines, stop_choice
from dialogs.screens import Attachment, Choice
from dialogs.talk import Talk, fold
from dialogs.texts import Texts
from scoring.told import Told, plain_of, told_of

NARROW: Final = 14
"""Half-widths of the longest label that shares a row with another."""
LANGUAGES: Final = {"zh_Hans": "简体中文", "zh_Hant": "繁體中文", "en": "English"}
"""The languages by their own names."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is done about something that came in.

    `conversation` is None where it is to be forgotten; `screen` is its new screen, `besides` what is sent beside it;
    `note` is the line that answers a tap; `exports` whether the person is to be given everything that is kept of him.
    """

    conversation: Conversation | None
    screen: Show | None = None
    besides: tuple[Outgoing, ...] = ()
    note: str = ""
    exports: bool = False


def show_turn(
    conversation: Conversation, turn: Turn, today: date, *, before: str = "", over: int | None = None
) -> Answer:
    """A turn as a new screen of the conversation; `over` is the message that it takes the place of.

    Files that come with it are sent, and the screen stays as it is.
    """
    if turn.attachments:
        files = tuple(_file(turn, attachment, conversation.locale, today) for attachment in turn.attachments)
        return Answer(conversation._replace(talk=turn.talk), besides=files)
    revision, text = conversation.revision + 1, texts(conversation.locale)
    said = "\n\n".join((before, *turn.say) if before else turn.say)
    rows = _rows(with_offers(turn.talk, turn.choices, today, text), revision)
    show = Show(said, tuple(rows), over)
    told = as_kept(told_of(turn.scored)) if turn.facts else None
    now = conversation._replace(
        talk=turn.talk, revision=revision, screen=over, told=told, told_by=told and edition(today)
    )
    return Answer(now, show)


def as_kept(told: Told) -> str:
    """What somebody was told, as the store keeps it."""
    return compact_json(plain_of(told))


def with_offers(talk: Talk, choices: tuple[Choice, ...], today: date, text: Texts) -> tuple[Choice, ...]:
    """The choices of a screen, with that to be reminded where a messenger can do so."""
    group = offered(fold(talk), today)
    return choices if group is None else (*choices, remind_choice(group, text))


def _file(turn: Turn, attachment: Attachment, locale: str, today: date) -> File:
    from bot.attachments import file_of

    made = file_of(attachment, on=today, locale=locale)
    return File(made.name, made.content.decode(), "\n\n".join(turn.say))


def show_reminders(conversation: Conversation, today: date) -> Answer:
    """What the person is reminded of, with the buttons that change it."""
    text, known = texts(conversation.locale), fold(conversation.talk)
    paused = conversation.reminders_paused
    lines = reminder_lines(known, today=today, paused=paused, text=text)
    set_now = [group for group in GROUPS if is_set(known, group)]
    open_now = [group for group in GROUPS if group not in set_now and is_ahead(known, group, today)]
    rows = [
        *((Button(stop_choice(group, text).label, deed_button("stop", group)),) for group in set_now),
        *(
            (Button(f"{text('reminder.offer')}: {text(f'flow.page.{group}')}", deed_button("remind", group)),)
            for group in open_now
        ),
        *([deed_row(text, "reminders", "resume" if paused else "pause")] if set_now else []),
    ]
    return say(conversation, "\n\n".join(lines), tuple(rows))


def say(conversation: Conversation, said: str, buttons: tuple[tuple[Button, ...], ...] = ()) -> Answer:
    """Something said beside the talk; its screen stays what it is."""
    return Answer(conversation, besides=(Show(said, buttons),))


def present_turn(conversation: Conversation, today: date) -> Turn:
    """The turn at which a conversation stands."""
    return again(conversation.talk, today=today, text=texts(conversation.locale))


def _rows(choices: Sequence[Choice], revision: int) -> Iterator[tuple[Button, ...]]:
    """The choices as rows of buttons: short ones share a row, and those that stand below every screen come last."""
    for standing in (False, True):
        waiting: list[Button] = []
        for place, choice in enumerate(choices):
            if choice.numbered is standing:
                continue
            button = Button(choice.label, screen_button(revision, place, choice.id))
            if _width(choice.label) > NARROW:
                if waiting:
                    yield tuple(waiting)
                    waiting = []
                yield (button,)
                continue
            waiting.append(button)
            if len(waiting) == 2 + standing:
                yield tuple(waiting)
                waiting = []
        if waiting:
            yield tuple(waiting)


@lru_cache(maxsize=1024)
def _width(label: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in label)


def deed_row(text: Texts, deed: str, *abouts: str) -> tuple[Button, ...]:
    """The buttons of a deed, one for each thing that it can be about."""
    return tuple(Button(text(f"messenger.button.{deed}.{about}"), deed_button(deed, about)) for about in abouts)


def language_row() -> tuple[Button, ...]:
    """The buttons of the languages, each by its own name."""
    return tuple(Button(name, deed_button("language", locale)) for locale, name in LANGUAGES.items())


def ask_for_consent(locale: str, place: str = "", *, over: int | None = None) -> Show:
    """What a stranger sees: what is kept, and the button by which he agrees. Until then nothing is kept."""
    text = texts(locale)
    agree = Button(text("messenger.button.consent"), deed_button("consent", f"{locale}.{place}"))
    return Show(f"{text('messenger.welcome')}\n\n{text('messenger.consent')}", ((agree,), language_row()), over)


def agreed_to(about: str) -> tuple[str, str]:
    """The language in which somebody consented, and the place where he wants to go."""
    locale, _, place = about.partition(".")
    return (locale if locale in LOCALES else DEFAULT_LOCALE), place
