"""Who asks for reminders in words gets what the choice for them gives, or hears what is set and how to set it."""

from datetime import UTC, date, datetime

import pytest

from bot.advising import heard
from bot.messages import Address
from bot.screens import Answer
from bot.store.conversations import Conversation
from bot.texts import LOCALES, texts
from dialogs.flows.pages import RENEW
from dialogs.flows.reminders import is_set
from dialogs.talk import Talk, fold

DAY = date(2026, 11, 22)
RENEWING = {"zh_Hans": "什么时候续签", "zh_Hant": "什麼時候續簽", "en": "When to renew"}
ASKING = {"zh_Hans": "提醒我", "zh_Hant": "提醒我", "en": "remind me"}


def newcomer(locale: str) -> Conversation:
    """A conversation in which nothing was said."""
    address = Address("telegram", "1")
    return Conversation(1, address, Talk(), datetime(2026, 11, 22, tzinfo=UTC), locale, locale_fixed=True, revision=0)


def said(conversation: Conversation, *messages: str) -> Answer:
    """The answer to the last of some messages."""
    answer = Answer(conversation)
    for message in messages:
        assert answer.conversation is not None
        answer = heard(answer.conversation, message, DAY)
    return answer


@pytest.mark.parametrize("locale", LOCALES)
def test_asking_on_the_page_of_the_renewal_sets_its_reminders(locale: str) -> None:
    answer = said(newcomer(locale), RENEWING[locale], "2027-03-15", ASKING[locale])
    assert answer.conversation is not None
    assert is_set(fold(answer.conversation.talk), RENEW)
    assert answer.screen is not None
    assert answer.screen.text.startswith(texts(locale)("messenger.reminding"))


@pytest.mark.parametrize("locale", LOCALES)
def test_asking_where_nothing_is_offered_tells_what_is_set_and_how(locale: str) -> None:
    beginning = newcomer(locale)
    answer = said(beginning, ASKING[locale])
    assert answer.conversation == beginning
    assert texts(locale)("reminder.list_empty") in str(answer.besides)
    again = said(beginning, RENEWING[locale], "2027-03-15", ASKING[locale], ASKING[locale])
    assert "2027-03-15" in str(again.besides)
