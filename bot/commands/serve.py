"""`hujifen serve`: the web server; with a token also the bot on Telegram, which is called under a public address."""

import argparse
import socket
import sys
from typing import Final

from bot.channels.telegram_libraries import open_channel
from bot.event_loop import run as run_until_told
from bot.settings import Settings, bad_setting, read_settings

BACKLOG: Final = 2048
"""Callers that may wait to be let in."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: everything is set by environment variables."""
    parser.epilog = (
        "Settings: HUJIFEN_HOST, HUJIFEN_PORT, HUJIFEN_PUBLIC_URL, HUJIFEN_TELEGRAM_TOKEN, HUJIFEN_WEBHOOK_SECRET, "
        "HUJIFEN_TELEGRAM_LIBRARY (aiogram or ptb), HUJIFEN_DATABASE_URL."
    )


def run(options: argparse.Namespace) -> None:
    """Serves until it is told to stop."""
    settings = read_settings()
    with _listening(settings) as listening:
        run_until_told(_serve(settings, listening))


async def _serve(settings: Settings, listening: socket.socket) -> None:
    from bot.logs import set_up_logs
    from bot.server import application, serve

    set_up_logs(settings.log_level)
    if settings.telegram_token is None:
        await serve(application([], is_ready=_always), listening)
    else:
        await _serve_telegram(settings, listening)


async def _serve_telegram(settings: Settings, listening: socket.socket) -> None:
    from bot.channels.telegram_api import ApiRefused, patiently
    from bot.channels.telegram_webhook import Webhook, set_webhook, webhook_path, webhook_secret
    from bot.own_bot import own_bot
    from bot.server import application, serve, with_webhook

    token, public_url = settings.needed_token(), settings.public_url
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else webhook_secret(token)
    through = open_channel(settings.telegram_library, token, settings.telegram_api)
    async with own_bot(settings, through) as bot:
        if public_url is not None:
            # Who calls from now on is let in as soon as the server runs, a few lines below.
            try:
                await patiently(lambda: set_webhook(bot.api, public_url, token, secret))
            except ApiRefused as refusal:
                raise bad_setting("public_url", f"Telegram does not take it: {refusal.words}") from None
        webhook = Webhook(bot.advisor, bot.account, secret)
        app = with_webhook(application([], is_ready=bot.advisor.is_ready), webhook_path(token), webhook)
        await serve(app, listening)


async def _always() -> bool:
    return True


def _listening(settings: Settings) -> socket.socket:
    """The place where the server listens: from now on who calls is not turned away."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listening = socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise bad_setting("port", f"{settings.host}:{settings.port}: {error.strerror}") from None
    print(f"http://{settings.host}:{listening.getsockname()[1]}", file=sys.stderr)
    return listening
