"""Tells people what a change of the rules makes of their points (规则变动通知): once, and only who scores otherwise."""

import json
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from bot.civil_hours import civil_from
from bot.clock import day_of
from bot.edition import edition
from bot.messages import Show
from bot.screens import as_kept
from bot.store.conversations import Conversation, keep_told, told_by_others
from bot.store.outbox import put
from bot.texts import texts
from dialogs.flows.news import news
from dialogs.talk import fold
from scoring.facts import FactsError, parse_facts
from scoring.rescoring import changed
from scoring.score import Score
from scoring.told import Profile, Told, read_told, told_of

AT_ONCE: Final = 200
"""People who are looked at in one transaction."""


def tell_news(db: Connection, channel: str, now: datetime) -> int:
    """Looks at some people who were told by another program or other rules, and puts what is new to them into the
    outbox; returns how many were looked at. Several processes may do so at once.

    Points that only grew with time are no news; another verdict is.
    """
    today = day_of(now)
    people = told_by_others(db, channel, edition(today), at_most=AT_ONCE)
    profiles = {each.id: profile for each in people if (profile := _profile(each)) is not None}
    known = [each for each in people if each.id in profiles]
    scores = changed([profiles[each.id] for each in known], on=today)
    present = {each.id: scores[place] for place, each in enumerate(known) if place in scores}
    for each in people:
        told = each.told if each.id in profiles else None
        if each.id in present:
            _tell(db, each, profiles[each.id].told, present[each.id], now)
            told = as_kept(told_of(present[each.id]))
        keep_told(db, each.id, told, told and edition(today))
    return len(people)


def _profile(conversation: Conversation) -> Profile | None:
    """Somebody's facts and what he was told; None where this program can no longer read them."""
    try:
        told = read_told(json.loads(conversation.told or "null"))
        facts = parse_facts(fold(conversation.talk).facts, on=day_of(conversation.seen))
    except (FactsError, ValueError):
        return None
    return Profile(facts, told)


def _tell(db: Connection, conversation: Conversation, told: Told, scored: Score, now: datetime) -> None:
    lines = news(told, scored, texts(conversation.locale))
    if lines is None or told.verdict == scored.verdict:
        return
    put(db, conversation.address, Show("\n\n".join(lines)), due=civil_from(now), conversation=conversation.id)
