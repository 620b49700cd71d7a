"""`hujifen telegram`: the bot on Telegram, by long polling."""

import argparse

from bot.channels.telegram_libraries import open_channel
from bot.event_loop import run as run_until_told
from bot.event_loop import told_to_stop
from bot.inputs import BadInput
from bot.settings import Settings, bad_setting, read_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: everything is set by environment variables."""
    parser.epilog = "Settings: HUJIFEN_TELEGRAM_TOKEN, HUJIFEN_TELEGRAM_LIBRARY (aiogram or ptb), HUJIFEN_DATABASE_URL."


def run(options: argparse.Namespace) -> None:
    """Answers people until it is told to stop."""
    settings = read_settings()
    settings.needed_token()
    run_until_told(_poll(settings))


async def _poll(settings: Settings) -> None:
    from bot.channels.telegram_api import patiently
    from bot.channels.telegram_polling import AnotherPoller, Poller, TokenRefused, end_webhook
    from bot.logs import set_up_logs
    from bot.own_bot import own_bot

    set_up_logs(settings.log_level)
    through = open_channel(settings.telegram_library, settings.needed_token(), settings.telegram_api)
    async with own_bot(settings, through) as bot:
        await patiently(lambda: end_webhook(bot.api))
        poller = Poller(bot.api, bot.advisor, bot.account)
        try:
            with told_to_stop(poller.stop):
                await poller.run()
        except AnotherPoller as problem:
            raise BadInput(f"another process asks for this bot's messages: {problem}") from None
        except TokenRefused as problem:
            raise bad_setting("telegram_token", f"the server refuses it: {problem}") from None
