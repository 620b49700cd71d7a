"""One turn is one transaction (一次对话即一个事务): the update is claimed, the conversation stepped and kept, and what
is to be sent put into the outbox: all or nothing.
"""

import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection

from bot.advising import PAGES, arrived, commanded, heard, tapped
from bot.buttons import Deed, OfScreen, read_button
from bot.clock import day_of
from bot.edition import edition, looked_through
from bot.messages import (
    Address,
    Body,
    Button,
    Command,
    File,
    Incoming,
    Left,
    Menu,
    Moved,
    Note,
    Nothing,
    Outgoing,
    Returned,
    Show,
    Tap,
    Text,
    Wordless,
)
from bot.reminders import settle_reminders
from bot.screens import Answer, agreed_to, ask_for_consent, deed_row, say
from bot.store.conversations import (
    Conversation,
    begin_conversation,
    bury,
    claim,
    find_conversation,
    keep_conversation,
    leave_alone,
    locale_at,
    move_conversation,
)
from bot.store.outbox import HELD_FOR, Pending, hold_before, put
from bot.store.privacy import erase, export
from bot.store.state import BadState
from bot.texts import LOCALES, choose_locale, texts
from dialogs.aging import aged
from dialogs.language import asked_language, language_of
from dialogs.talk import Talk
from dialogs.texts import Texts

LONGEST_MESSAGE: Final = 4000
"""Characters of a message that are read."""
FIRST_REVISIONS: Final = 1 << 32
"""A conversation begins with a random revision, so that buttons of one that was forgotten are stale."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is left to do after the commit: to send what this process holds, and to answer the tap."""

    pending: tuple[Pending, ...] = ()
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where turns are taken: the name of this process, and the link by which a group finds the bot."""

    holder: str
    link: str


def take(db: Connection, incoming: Incoming, *, now: datetime, desk: Desk) -> Taken:
    """Takes one thing that came in, once; what was taken before asks for nothing but that the tap is answered."""
    if not claim(db, incoming.address.channel, incoming.key, now):
        return Taken(note=_note(incoming))
    if isinstance(incoming.body, Moved):
        move_conversation(db, incoming.address, incoming.body.chat)
        return Taken()
    if not incoming.private:
        return Taken(_put(db, incoming.address, _in_group(incoming, desk), now, desk), _note(incoming))
    try:
        conversation = find_conversation(db, incoming.address)
    except BadState:
        rights = _rights(db, incoming)
        if rights is None:
            raise
        return Taken(_put(db, incoming.address, rights, now, desk), _note(incoming))
    if conversation is None:
        return _take_from_stranger(db, incoming, now, desk)
    before, today = conversation.talk, day_of(now)
    conversation, lost = looked_through(conversation, today)
    talk, asked_again = aged(conversation.talk, today)
    if talk is not conversation.talk:
        conversation = conversation._replace(talk=talk)
    answer = _answer(conversation, incoming.body, today)
    said = "\n\n".join(_said_first(conversation, lost, asked_again))
    return _keep(db, incoming, _with(answer, said), now, desk, before=before)


def _said_first(conversation: Conversation, lost: int, asked_again: Sequence[str]) -> Iterator[str]:
    """What somebody has to know who was not here for a while: what can no longer be read, and what is too old."""
    text = texts(conversation.locale)
    if lost:
        yield text("messenger.lost", n=lost)
    if asked_again:
        names = text("list.separator").join(text(f"name.{id}") for id in asked_again)
        yield text("messenger.aged", names=names)


def _with(answer: Answer, said: str) -> Answer:
    """An answer with something said before it."""
    if not said:
        return answer
    if answer.screen is None:
        return replace(answer, besides=(Show(said), *answer.besides))
    return replace(answer, screen=replace(answer.screen, text=f"{said}\n\n{answer.screen.text}"))


def slow_down(db: Connection, incoming: Incoming, *, now: datetime, desk: Desk) -> Taken:
    """Claims something of somebody who sends too much, and leaves it: he is told so."""
    text = _texts_for(db, incoming)
    if not claim(db, incoming.address.channel, incoming.key, now):
        return Taken(note=_note(incoming))
    told = (Show(text("messenger.too_fast")),)
    return Taken(_put(db, incoming.address, told, now, desk), _note(incoming, text("messenger.too_fast")))


def fail(db: Connection, incoming: Incoming, raw: str, problem: str, *, now: datetime, desk: Desk) -> Taken:
    """Claims something that the program could not handle: it is put aside, and the person is told kindly."""
    claim(db, incoming.address.channel, incoming.key, now)
    bury(db, incoming.address, incoming.address.channel, raw, problem, now)
    told = (Show(_texts_for(db, incoming)("messenger.fault")),) if incoming.private else ()
    return Taken(_put(db, incoming.address, told, now, desk), _note(incoming))


def _texts_for(db: Connection, incoming: Incoming) -> Texts:
    """The texts in the language of the talk, or of the app of somebody who has none."""
    return texts(locale_at(db, incoming.address) or choose_locale(incoming.language))


def _note(incoming: Incoming, text: str = "") -> Note | None:
    return Note(incoming.body.id, text) if isinstance(incoming.body, Tap) else None


# ------------------------------------------------------------------------------------------- a group, and a stranger


def _in_group(incoming: Incoming, desk: Desk) -> Sequence[Outgoing]:
    """In a group nobody tells what he earns: a command is answered with the way to a talk in private."""
    if not isinstance(incoming.body, Command):
        return ()
    text = texts(choose_locale(incoming.language))
    place = incoming.body.name if incoming.body.name in PAGES else "score"
    return (
        Show(text("messenger.group"), ((Button(text("messenger.button.group"), url=f"{desk.link}?start={place}"),),)),
    )


def _take_from_stranger(db: Connection, incoming: Incoming, now: datetime, desk: Desk) -> Taken:
    """Nothing is kept of a stranger; who consents is none from then on."""
    body = incoming.body
    locale = _language_of_words(body) or choose_locale(incoming.language)
    deed = read_button(body.data) if isinstance(body, Tap) else None
    if isinstance(deed, Deed) and deed.name == "consent":
        locale, place = agreed_to(deed.about)
        begun = begin_conversation(
            db,
            incoming.address,
            locale=locale,
            locale_fixed=False,
            revision=secrets.randbelow(FIRST_REVISIONS),
            by=edition(day_of(now)),
            now=now,
        )
        answer = arrived(begun, place, day_of(now))
        return _keep(db, incoming, replace(answer, besides=(Menu(locale),)), now, desk, before=begun.talk)
    return Taken(_put(db, incoming.address, _to_stranger(body, deed, locale), now, desk), _note(incoming))


def _language_of_words(body: Body) -> str | None:
    """The language that words ask for, or are written in."""
    return (asked_language(body.text) or language_of(body.text)) if isinstance(body, Text) else None


def _to_stranger(body: Body, deed: Deed | OfScreen | None, locale: str) -> Sequence[Outgoing]:
    match body, deed:
        case ((Left() | Returned() | Nothing()), _):
            return ()
        case Tap(message=message), Deed("language", chosen) if chosen in LOCALES:
            return (ask_for_consent(chosen, over=message),)
        case Command("start", place), _:
            return (ask_for_consent(locale, place if place in PAGES else ""),)
        case Command(place), _ if place in PAGES:
            return (ask_for_consent(locale, place),)
        case Command("mydata" | "delete"), _:
            return (Show(texts(locale)("messenger.nothing_kept")),)
        case _:
            return (ask_for_consent(locale),)


# ------------------------------------------------------------------------------------------------- somebody known


def _rights(db: Connection, incoming: Incoming) -> Sequence[Outgoing] | None:
    """What somebody whose talk this program cannot read has a right to all the same: to be given it, to have it erased
    and to be left alone. None for everything else.
    """
    text, body = _texts_for(db, incoming), incoming.body
    match body:
        case Command("mydata"):
            return (_everything(db, incoming.address, text),)
        case Command("delete"):
            return (Show(text("messenger.delete"), (deed_row(text, "delete", "yes", "no"),)),)
        case Tap(data) if read_button(data) == Deed("delete", "yes"):
            erase(db, incoming.address)
            return (Show(text("messenger.deleted")),)
        case Left():
            leave_alone(db, incoming.address)
            return ()
        case _:
            return None


def _answer(conversation: Conversation, body: Body, today: date) -> Answer:
    # Whoever writes can be written to.
    present = conversation if conversation.reachable else conversation._replace(reachable=True)
    match body:
        case Text(message):
            return heard(present, message[:LONGEST_MESSAGE], today)
        case Tap() as tap:
            return tapped(present, tap, today)
        case Command() as command:
            return commanded(present, command, today)
        case Wordless():
            return say(present, texts(present.locale)("messenger.wordless"))
        case Left():
            return Answer(conversation._replace(reachable=False))
        case Returned():
            return Answer(present)
        case Nothing() | Moved():
            return Answer(conversation)


def _keep(
    db: Connection,
    incoming: Incoming,
    answer: Answer,
    now: datetime,
    desk: Desk,
    *,
    before: Talk,
) -> Taken:
    """Keeps what the answer makes of a conversation, and puts what it says into the outbox."""
    address, conversation = incoming.address, answer.conversation
    if conversation is None:
        erase(db, address)
        return Taken(_put(db, address, answer.besides, now, desk), _note(incoming, answer.note))
    keep_conversation(db, conversation, by=edition(day_of(now)), seen=now)
    settle_reminders(db, conversation, before, now)
    besides = answer.besides
    if answer.exports:
        besides = (*besides, _everything(db, address, texts(conversation.locale)))
    screen = () if answer.screen is None else (answer.screen,)
    pending = (
        *_put(db, address, screen, now, desk, conversation=conversation.id, revision=conversation.revision),
        *_put(db, address, besides, now, desk, conversation=conversation.id),
    )
    return Taken(pending, _note(incoming, answer.note))


def _everything(db: Connection, address: Address, text: Texts) -> File:
    content = json.dumps(export(db, address), ensure_ascii=False, indent=2)
    return File("hujifen.json", content, text("messenger.mydata"))


def _put(
    db: Connection,
    address: Address,
    what: Sequence[Outgoing],
    now: datetime,
    desk: Desk,
    *,
    conversation: int | None = None,
    revision: int | None = None,
) -> tuple[Pending, ...]:
    """Puts things into the outbox; returns those that this process is to send."""
    if not what:
        return ()
    before = hold_before(db, address, desk.holder, now)
    waits = before is None
    put_in = [
        put(
            db,
            address,
            each,
            due=now,
            conversation=conversation,
            revision=revision,
            holder=None if waits else desk.holder,
            held_until=None if waits else now + HELD_FOR,
        )
        for each in what
    ]
    return () if before is None else (*before, *put_in)
