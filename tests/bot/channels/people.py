"""What everybody does first who talks with the bot."""

from bot.texts import texts
from tests.botapi import User


async def agrees(user: User) -> None:
    """Comes, and agrees to what is kept; returns once the first question is there."""
    await user.starts()
    await user.hears()
    await user.taps(texts("zh_Hans")("messenger.button.consent"))
    await user.world.quiet()
