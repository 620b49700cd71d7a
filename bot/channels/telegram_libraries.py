"""Which library sends to Telegram, imported only once it is chosen."""

from contextlib import AbstractAsyncContextManager

from bot.channels.channel import Channel
from bot.inputs import BadInput
from bot.leaving_out import left_out


def open_channel(library: str, token: str, server: str) -> AbstractAsyncContextManager[Channel]:
    """The channel of a bot of our own, through `aiogram` or `ptb`. Raises `BadInput` where that is not installed."""
    try:
        if library == "ptb":
            # The colours of httpx's command.
            with left_out("pygments"):
                from bot.channels import telegram_ptb_channel

            return telegram_ptb_channel.open_channel(token, server)
        from bot.channels import telegram_aiogram

        return telegram_aiogram.open_channel(token, server)
    except ModuleNotFoundError as missing:
        raise BadInput(f"{missing.name} is not installed: pip install 'hujifen[{library}]'") from None
