"""What a conversation in a messenger comes to when something comes in (对话的一步). Pure: no clock and no store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.buttons import Deed, OfScreen, deed_button, is_for, read_button, screen_button
from bot.messages import Button, Command, Menu, Outgoing, Show, Tap
from bot.store.conversations import Conversation
from bot.texts import DEFAULT_LOCALE, LOCALES, texts
from dialogs.conversation import Turn, again, respond, visit
from dialogs.flows.pages import APPLY, RENEW
from dialogs.language import asked_language, language_of
from dialogs.screens import Choice
from dialogs.talk import fold
from dialogs.texts import Texts

RESULT: Final = "result"
PAGES: Final = {"score": RESULT, "apply": APPLY, "renew": RENEW}
"""Where commands and deep links lead to in the talk."""
NARROW: Final = 14
"""Half-widths of the longest label that shares a row with another."""


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


def heard(conversation: Conversation, message: str, today: date) -> Answer:
    """The answer to words."""
    asked = asked_language(message)
    if asked is not None:
        return spoken_in(conversation, asked, today)
    if not conversation.locale_fixed:
        conversation = replace(conversation, locale=language_of(message) or conversation.locale)
    turn = respond(conversation.talk, message, today=today, text=texts(conversation.locale))
    return show_turn(conversation, turn)


def commanded(conversation: Conversation, command: Command, today: date) -> Answer:
    """The answer to a command."""
    text = texts(conversation.locale)
    match command.name:
        case "start":
            return arrived(conversation, command.rest, today)
        case "score" | "apply" | "renew":
            return arrived(conversation, command.name, today)
        case "ask" if command.rest.strip():
            return heard(conversation, command.rest, today)
        case "ask":
            return say(conversation, text("messenger.ask"))
        case "language":
            return say(conversation, text("messenger.language"), (language_row(),))
        case "mydata":
            return Answer(conversation, exports=True)
        case "delete":
            return say(conversation, text("messenger.delete"), (_row(text, "delete", "yes", "no"),))
        case _:
            return say(conversation, text("messenger.help"))


def arrived(conversation: Conversation, place: str, today: date) -> Answer:
    """The answer to somebody who comes, perhaps by a link that leads to a place."""
    text = texts(conversation.locale)
    if place in PAGES:
        return show_turn(conversation, visit(conversation.talk, PAGES[place], today=today, text=text))
    before = text("messenger.hello" if conversation.talk.entries else "messenger.begin")
    return show_turn(conversation, _present(conversation, today), before=before)


def tapped(conversation: Conversation, tap: Tap, today: date) -> Answer:
    """The answer to a tap: what its button stands for, or a word on why it no longer does."""
    match read_button(tap.data):
        case OfScreen() as button:
            return _chosen(conversation, button, tap.message, today)
        case Deed(name, about):
            return _done(conversation, name, about, today)
        case None:
            return Answer(conversation)


def spoken_in(conversation: Conversation, locale: str, today: date) -> Answer:
    """The answer to somebody who chose a language."""
    changed = replace(conversation, locale=locale, locale_fixed=True)
    answer = show_turn(changed, _present(changed, today))
    return replace(answer, besides=(Menu(locale),))


def _chosen(conversation: Conversation, button: OfScreen, message: int | None, today: date) -> Answer:
    present = _present(conversation, today)
    on_screen = message is not None and message == conversation.screen
    choices = present.choices
    if button.revision != conversation.revision or button.place >= len(choices):
        return _stale(conversation, present, on_screen=on_screen)
    choice = choices[button.place]
    if not is_for(button, choice.id):
        return _stale(conversation, present, on_screen=on_screen)
    text = texts(conversation.locale)
    turn = respond(conversation.talk, choice.id, today=today, text=text)
    # What was on the screen gives way to what follows from it. A result is kept in the chat, to be found again.
    gives_way = turn.asking is not None or fold(turn.talk).page is not None
    over = message if on_screen and gives_way else None
    return show_turn(conversation, turn, over=over)


def _stale(conversation: Conversation, present: Turn, *, on_screen: bool) -> Answer:
    """A word on a button that no longer counts; the present screen comes too, unless it is the one that was tapped."""
    note = texts(conversation.locale)("messenger.stale")
    return Answer(conversation, note=note) if on_screen else replace(show_turn(conversation, present), note=note)


def _done(conversation: Conversation, name: str, about: str, today: date) -> Answer:
    text = texts(conversation.locale)
    match name, about:
        case "language", locale if locale in LOCALES:
            return spoken_in(conversation, locale, today)
        case "delete", "yes":
            return Answer(None, besides=(Show(text("messenger.deleted")),))
        case "delete", "no":
            return Answer(conversation, note=text("messenger.kept"))
        case "consent", _:
            # The button was tapped twice, or again after a long time.
            return arrived(conversation, agreed_to(about)[1], today)
        case _:
            return Answer(conversation, note=text("messenger.stale"))


# ------------------------------------------------------------------------------------------------------------- showing


def show_turn(conversation: Conversation, turn: Turn, *, before: str = "", over: int | None = None) -> Answer:
    """A turn as a new screen of the conversation; `over` is the message that it takes the place of."""
    revision = conversation.revision + 1
    said = "\n\n".join((before, *turn.say) if before else turn.say)
    show = Show(said, tuple(_rows(turn.choices, revision)), over)
    return Answer(replace(conversation, talk=turn.talk, revision=revision, screen=over), show)


def say(conversation: Conversation, said: str, buttons: tuple[tuple[Button, ...], ...] = ()) -> Answer:
    """Something said beside the talk; its screen stays what it is."""
    return Answer(conversation, besides=(Show(said, buttons),))


def _present(conversation: Conversation, today: date) -> Turn:
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


def _width(label: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in label)


def _row(text: Texts, deed: str, *abouts: str) -> tuple[Button, ...]:
    return tuple(Button(text(f"messenger.button.{deed}.{about}"), deed_button(deed, about)) for about in abouts)


# ----------------------------------------------------------------------------------------------------------- a stranger

LANGUAGES: Final = {"zh_Hans": "简体中文", "zh_Hant": "繁體中文", "en": "English"}
"""The languages by their own names."""


def language_row() -> tuple[Button, ...]:
    """The buttons of the languages, each by its own name."""
    return tuple(Button(name, deed_button("language", locale)) for locale, name in LANGUAGES.items())


def ask_for_consent(locale: str, place: str = "", *, over: int | None = None) -> Show:
    """What a stranger sees: what is kept, and the button by which he agrees. Until then nothing is kept."""
    text = texts(locale)
    agreed = f"{locale}.{place if place in PAGES else ''}"
    agree = Button(text("messenger.button.consent"), deed_button("consent", agreed))
    return Show(f"{text('messenger.welcome')}\n\n{text('messenger.consent')}", ((agree,), language_row()), over)


def agreed_to(about: str) -> tuple[str, str]:
    """The language in which somebody consented, and the place where he wants to go."""
    locale, _, place = about.partition(".")
    return (locale if locale in LOCALES else DEFAULT_LOCALE), place
