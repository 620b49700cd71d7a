"""The least bot that python-telegram-bot makes: a webhook that echoes. Arguments: its port, the server, the token."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Says again what was said."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main() -> None:
    """Serves until it is stopped."""
    port, server, token = sys.argv[1:]
    application = (
        Application.builder().token(token).base_url(f"{server}/bot").base_file_url(f"{server}/file/bot").build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_webhook(
        listen="127.0.0.1", port=int(port), url_path="echo", webhook_url=f"http://127.0.0.1:{port}/echo"
    )


if __name__ == "__main__":
    main()
