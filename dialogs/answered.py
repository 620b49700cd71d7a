"""The answer to a question of a known topic, as its own words ask for it."""

from dialogs.knowledge.answering import Answer, answer, compose, joined
from dialogs.knowledge.loader import article
from dialogs.knowledge.offices import answer_about, offices_named_in
from dialogs.wording import words_of
from scoring.facts import Facts

_CENTRES = "district_center"
_OFFICES_AT_MOST = 2


def answer_to(question: str, topic: str, locale: str, facts: Facts | None = None) -> Answer:
    """The answer to a question about a topic, in a language; where it names a district, what is known of its centre.

    KeyError where there is no such topic.
    """
    offices = offices_named_in(question)[:_OFFICES_AT_MOST] if topic == _CENTRES else ()
    told = [answer_about(office, locale) for office in offices]
    match told:
        case []:
            return answer(topic, locale, facts, words_of(question))
        case [only]:
            return joined(only, _in_general(locale))
        case _:  # which of them it is comes first
            return joined(_in_general(locale), *told)


def _in_general(locale: str) -> Answer:
    """Which district's centre it is."""
    found = article(_CENTRES)
    return compose(found.parts("short"), locale, also=found.also)
