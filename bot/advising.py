"""What a conversation in a messenger comes to when something comes in (对话的一步). Pure: no clock and no store."""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.buttons import Deed, OfScreen, is_for, read_button
from bot.messages import Command, Menu, Show, Tap
from bot.screens import (
    Answer,
    agreed_to,
    deed_row,
    language_row,
    present_turn,
    say,
    show_reminders,
    show_turn,
    with_offers,
)
from bot.store.conversations import Conversation
from bot.texts import LOCALES, texts
from dialogs.conversation import Turn, entered, respond, screen_at, visit
from dialogs.flows.pages import APPLY, RENEW
from dialogs.flows.reminders import GROUPS, offered, remind, stop
from dialogs.flows.reminding import REMIND
from dialogs.flows.wishes import asks_to_be_reminded
from dialogs.language import asked_language, language_of
from dialogs.screens import Screen
from dialogs.talk import Talk, fold

RESULT: Final = "result"
PAGES: Final = {"score": RESULT, "apply": APPLY, "renew": RENEW}
"""Where commands and deep links lead to in the talk."""


def heard(conversation: Conversation, message: str, today: date) -> Answer:
    """The answer to words."""
    asked = asked_language(message)
    if asked is not None:
        return spoken_in(conversation, asked, today)
    if not conversation.locale_fixed:
        locale = language_of(message) or conversation.locale
        conversation = conversation if locale == conversation.locale else conversation._replace(locale=locale)
    if asks_to_be_reminded(message):
        return _reminders_wished(conversation, today)
    turn = respond(conversation.talk, message, today=today, text=texts(conversation.locale))
    return show_turn(conversation, turn, today)


def _reminders_wished(conversation: Conversation, today: date) -> Answer:
    """The answer to words that ask for reminders: as the choice for it where there is one, else what is set and how."""
    group, text = offered(fold(conversation.talk), today), texts(conversation.locale)
    if group is None:
        return show_reminders(conversation, today)
    turn = entered(conversation.talk, remind(group), today=today, text=text)
    return show_turn(conversation, turn, today, before=text("messenger.reminding"))


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
        case "reminders":
            return show_reminders(conversation, today)
        case "mydata":
            return Answer(conversation, exports=True)
        case "delete":
            return say(conversation, text("messenger.delete"), (deed_row(text, "delete", "yes", "no"),))
        case _:
            return say(conversation, text("messenger.help"))


def arrived(conversation: Conversation, place: str, today: date) -> Answer:
    """The answer to somebody who comes, perhaps by a link that leads to a place."""
    text = texts(conversation.locale)
    if place in PAGES:
        return show_turn(conversation, visit(conversation.talk, PAGES[place], today=today, text=text), today)
    before = text("messenger.hello" if conversation.talk.entries else "messenger.begin")
    return show_turn(conversation, present_turn(conversation, today), today, before=before)


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
    changed = conversation._replace(locale=locale, locale_fixed=True)
    answer = show_turn(changed, present_turn(changed, today), today)
    return replace(answer, besides=(Menu(locale),))


def _chosen(conversation: Conversation, button: OfScreen, message: int | None, today: date) -> Answer:
    text, on_screen = texts(conversation.locale), message is not None and message == conversation.screen
    screen = screen_at(conversation.talk, today=today, text=text)
    choices = with_offers(conversation.talk, screen.choices, today, text)
    # The same screen may have come to offer other things since, as time passed; what was tapped may still be there.
    meant = [choice for choice in (*choices[button.place : button.place + 1], *choices) if is_for(button, choice.id)]
    if button.revision != conversation.revision or not meant:
        return _stale(conversation, today, on_screen=on_screen)
    choice = meant[0]
    if choice.id.startswith(REMIND):
        turn = entered(conversation.talk, *choice.entries, today=today, text=text)
        return replace(show_turn(conversation, turn, today, over=message), note=text("messenger.reminding"))
    turn = respond(conversation.talk, choice.id, today=today, text=text)
    # What was on the screen gives way to what follows from it. A result is kept in the chat, to be found again.
    gives_way = _passes(screen, conversation.talk) and _passes(turn, turn.talk)
    over = message if on_screen and gives_way else None
    return show_turn(conversation, turn, today, over=over)


def _passes(screen: Screen | Turn, talk: Talk) -> bool:
    """Whether a screen is only a step on the way: a question, or a page of a procedure."""
    return screen.asking is not None or fold(talk).page is not None


def _stale(conversation: Conversation, today: date, *, on_screen: bool) -> Answer:
    """A word on a button that no longer counts; the present screen comes too, unless it is the one that was tapped."""
    note = texts(conversation.locale)("messenger.stale")
    if on_screen:
        return Answer(conversation, note=note)
    return replace(show_turn(conversation, present_turn(conversation, today), today), note=note)


def _done(conversation: Conversation, name: str, about: str, today: date) -> Answer:
    text = texts(conversation.locale)
    match name, about:
        case "language", locale if locale in LOCALES:
            return spoken_in(conversation, locale, today)
        case "delete", "yes":
            return Answer(None, besides=(Show(text("messenger.deleted")),))
        case "delete", "no":
            return Answer(conversation, note=text("messenger.kept"))
        case (("remind" | "stop"), group) if group in GROUPS:
            entry = remind(group) if name == "remind" else stop(group)
            return show_reminders(conversation._replace(talk=conversation.talk.plus(entry)), today)
        case "reminders", ("pause" | "resume"):
            return show_reminders(conversation._replace(reminders_paused=about == "pause"), today)
        case "consent", _:
            # The button was tapped twice, or again after a long time.
            return arrived(conversation, agreed_to(about)[1], today)
        case _:
            return Answer(conversation, note=text("messenger.stale"))
