"""A talk held in a test: messages in, the last turn to look at."""

from datetime import date

from bot.texts import texts
from dialogs.conversation import Turn, again, opening, respond
from scoring.facts import parse_facts
from scoring.score import Score, score

TODAY = date(2026, 11, 22)


class Held:
    """One talk in one language."""

    def __init__(self, locale: str = "zh_Hans") -> None:
        self.text = texts(locale)
        self.turn: Turn = opening(today=TODAY, text=self.text)

    def say(self, *messages: str) -> "Held":
        """The talk after messages."""
        for message in messages:
            self.turn = respond(self.turn.talk, message, today=TODAY, text=self.text)
        return self

    def in_language(self, locale: str) -> "Held":
        """The talk in another language from here on."""
        self.text = texts(locale)
        self.turn = again(self.turn.talk, today=TODAY, text=self.text)
        return self

    @property
    def said(self) -> str:
        """Everything that the last turn says."""
        return "\n".join(self.turn.say)

    @property
    def ids(self) -> list[str]:
        """The ids of the choices."""
        return [choice.id for choice in self.turn.choices]

    @property
    def asking(self) -> str | None:
        """What is asked."""
        return self.turn.asking

    @property
    def scored(self) -> Score:
        """The score of the facts told so far."""
        return score(parse_facts(dict(self.turn.facts), on=TODAY))
