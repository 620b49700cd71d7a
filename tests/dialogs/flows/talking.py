"""A person who talks, for the tests of the procedures: says one thing after the other and remembers the last turn."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from bot.texts import LOCALES, texts
from dialogs.conversation import Turn, again, opening, respond
from dialogs.talk import ANSWER, Entry, FactValue, Talk

DAY = date(2026, 11, 22)
"""The day on which the tests talk; the official calendar of the year after it is not known."""
LANGUAGES = LOCALES

Facts: TypeAlias = Mapping[str, FactValue]

REACHES: Facts = {
    "birth_date": "1990-05-20",
    "residence_permit": True,
    "employed_in_shanghai": True,
    "employer_in_shanghai": True,
    "insured_now": True,
    "insured_months_last_12": 12,
    "education": "bachelor_with_degree",
    "credential": "none",
    "insured_months_total": 76,
    "base_months": {"0.8": 0, "1": 0, "2": 0, "3": 0},
    "entrepreneur": False,
    "innovation_service_staff": False,
    "shortage_major": False,
    "annual_tax_share": 0,
    "annual_local_hires_share": 0,
    "public_service_months": 0,
    "outlying_area": "none",
    "fresh_graduate": False,
    "award": "none",
    "spouse_shanghai_hukou": False,
    "false_material_dates": [],
    "detention_dates": [],
    "minor_crime_dates": [],
    "serious_crime": False,
}
"""Somebody of whom all is known: 30 for age, 90 for a bachelor's degree, 18 for six years insured, 138 in all."""
BELOW: Facts = {**REACHES, "education": "associate"}
"""The same with a junior college diploma: 98."""


RENEW = {"zh_Hans": "什么时候续签", "zh_Hant": "什麼時候續簽", "en": "When must I renew?"}
CHANGE = {"zh_Hans": "换工作了怎么办", "zh_Hant": "換工作了怎麼辦", "en": "I changed my job"}
APPLY = {"zh_Hans": "怎么申请", "zh_Hant": "怎麼申請", "en": "How do I apply?"}
PAPERS = {"zh_Hans": "要什么材料", "zh_Hant": "要什麼材料", "en": "What papers do I need?"}
"""What people say to get to a procedure."""


class Person:
    """Somebody in a conversation, in one language, who may have told some facts before."""

    def __init__(self, facts: Facts | None = None, locale: str = "zh_Hans", *, on: date = DAY) -> None:
        self.text = texts(locale)
        self.on = on
        self.turn: Turn = opening(today=on, text=self.text)
        if facts:
            self.turn = again(Talk((Entry(ANSWER, facts=facts),)), today=on, text=self.text)

    def say(self, *messages: str) -> str:
        """What is answered to the last of some messages, each of which is understood."""
        for message in messages:
            before = self.turn.talk.misses
            self.turn = respond(self.turn.talk, message, today=self.on, text=self.text)
            assert self.turn.talk.misses <= before, message
        return self.said

    def tap(self, *ids: str) -> str:
        """What is answered to the last of some choices, each of which is offered."""
        for id in ids:
            assert id in self.ids, f"{id}: {self.ids}"
            self.say(id)
        return self.said

    @property
    def said(self) -> str:
        """Everything that the last turn says."""
        return "\n".join(self.turn.say)

    @property
    def ids(self) -> list[str]:
        """The choices offered."""
        return [choice.id for choice in self.turn.choices]

    def label(self, id: str) -> str:
        """The label of a choice offered."""
        return next(choice.label for choice in self.turn.choices if choice.id == id)

    @property
    def papers(self) -> set[str]:
        """The papers on the list that is shown."""
        return {id.removeprefix("paper:") for id in self.ids if id.startswith("paper:")}


def answered(person: Person, answers: Iterable[tuple[str, str]]) -> None:
    """Has a person answer short questions, which must be asked in this order."""
    for asked, answer in answers:
        assert person.turn.asking == asked
        person.tap(answer)
