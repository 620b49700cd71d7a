"""A person in a case: does something, and tells what the bot made of it."""

from bot.texts import texts
from tests.conformance.driver import Chat, Seen, locale_of


class Someone:
    """Acts in a chat. What the bot wrote or changed since the last act is `heard`."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.locale = locale_of(chat.app)
        self._before: dict[int, Seen] = {}

    def label(self, id: str, **values: object) -> str:
        """A text of the bot in the language that this person talks with it."""
        return texts(self.locale)(id, **values)

    async def says(self, *words: str) -> str:
        """Says one thing after the other; returns what was heard of the last."""
        for each in words:
            self._begins()
            await self.chat.says(each)
        return self.heard

    async def taps(self, *labels: str, below: Seen | None = None) -> str:
        """Taps one button after the other; returns what was heard of the last."""
        for each in labels:
            self._begins()
            await self.chat.taps(each, below=below)
        return self.heard

    async def chooses(self, *ids: str) -> str:
        """The same by the ids of their labels."""
        return await self.taps(*map(self.label, ids))

    async def note(self, label: str, *, below: Seen | None = None) -> str:
        """Taps a button; returns the line that answers the tap."""
        self._begins()
        return await self.chat.taps(label, below=below)

    async def agrees(self) -> str:
        """Comes and agrees to what is kept, where that is asked; returns what was heard then."""
        self._begins()
        await self.chat.comes()
        return await self.chooses("messenger.button.consent") if self.chat.must_agree else self.heard

    def _begins(self) -> None:
        self._before = {seen.id: seen for seen in self.chat.sees()}

    @property
    def news(self) -> list[Seen]:
        """The messages that came or were changed since the last act."""
        return [seen for seen in self.chat.sees() if self._before.get(seen.id) != seen]

    @property
    def heard(self) -> str:
        """What they say."""
        return "\n".join(seen.text for seen in self.news)

    @property
    def offered(self) -> tuple[str, ...]:
        """The labels of the newest message that has any."""
        return next((seen.labels for seen in reversed(self.chat.sees()) if seen.labels), ())

    @property
    def last(self) -> Seen:
        """The newest message."""
        return self.chat.sees()[-1]
