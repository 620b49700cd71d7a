"""A person's reminders in the outbox (提醒): set as the talk says, worded when they are due, and never twice."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.civil_hours import civil_from, reminded_at
from bot.clock import day_of
from bot.edition import edition, looked_through
from bot.screens import show_turn
from bot.store.conversations import Conversation, find_conversation, keep_conversation
from bot.store.outbox import Pending, Reminder, drop, drop_reminders, postpone, put, reminder_keys, word
from bot.store.state import BadState
from bot.texts import texts
from dialogs.conversation import reminded
from dialogs.flows.reminders import planned, settled
from dialogs.talk import Talk, fold

ASKED_AGAIN = timedelta(days=1)
"""How long a reminder waits for who paused his reminders or cannot be reached, before it is looked at again."""


def settle_reminders(db: Connection, conversation: Conversation, before: Talk, now: datetime) -> None:
    """Brings the reminders in the outbox in line with the talk, where it says otherwise than before."""
    known = fold(conversation.talk)
    if planned(known) == planned(fold(before)):
        return
    change = settled(known, reminder_keys(db, conversation.id), day_of(now))
    drop_reminders(db, conversation.id, change.drop)
    for due in change.add:
        put(
            db,
            conversation.address,
            Reminder(due.about, due.day.isoformat()),
            due=reminded_at(due.on),
            conversation=conversation.id,
            key=due.key,
        )


def worded(db: Connection, pending: Pending, now: datetime) -> Pending | None:
    """What is to be sent now of something that is due: a reminder in its words, or nothing where it no longer holds.

    What is no reminder is sent as it is.
    """
    if not isinstance(pending.what, Reminder):
        return pending
    civil = civil_from(now)
    try:
        conversation = find_conversation(db, pending.address)
    except BadState:
        # Perhaps a newer program can read it, and comes back.
        postpone(db, pending.id, now + ASKED_AGAIN)
        return None
    if conversation is None:
        drop(db, pending.id)
        return None
    if civil > now or conversation.reminders_paused or not conversation.reachable:
        postpone(db, pending.id, civil if civil > now else now + ASKED_AGAIN)
        return None
    return _worded(db, pending, pending.what, conversation, now)


def _worded(
    db: Connection, pending: Pending, reminder: Reminder, conversation: Conversation, now: datetime
) -> Pending | None:
    today, text = day_of(now), texts(conversation.locale)
    day, told_on = date.fromisoformat(reminder.day), day_of(conversation.seen)
    conversation, lost = looked_through(conversation, today)
    turn = reminded(conversation.talk, reminder.about, day, told_on=told_on, today=today, text=text)
    if turn is None:
        drop(db, pending.id)
        return None
    before = text("messenger.lost", n=lost) if lost else ""
    answer = show_turn(conversation, turn, today, before=before)
    assert answer.conversation is not None
    assert answer.screen is not None
    keep_conversation(db, answer.conversation, by=edition(today))
    return word(db, pending, answer.screen, answer.conversation.revision)
