"""Handing an update to the intake, whichever way it came."""

from bot.channels.channel import Intake
from bot.channels.telegram_account import Account
from bot.channels.telegram_updates import UnreadableUpdate, address_of, read_update


async def hand_in(intake: Intake, account: Account, update: object, raw: str) -> None:
    """Hands in an update; when this returns it may be acknowledged. What cannot be read is put aside.

    Raises `Unavailable`.
    """
    try:
        incoming = read_update(update, account)
    except UnreadableUpdate as problem:
        await intake.refuse(account.channel, address_of(update, account), raw, str(problem))
        return
    if incoming is not None:
        await intake.accept(incoming, raw)
