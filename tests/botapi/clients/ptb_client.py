"""The bot in python-telegram-bot."""

from __future__ import annotations

import asyncio
import os
import secrets

from aiohttp import web
from telegram import (
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, RetryAfter
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
)
from telegram.ext.filters import TEXT, Document

MENU = InlineKeyboardMarkup(
    [[InlineKeyboardButton("One", callback_data="menu:1"), InlineKeyboardButton("Two", callback_data="menu:2")]]
)
BACK = InlineKeyboardMarkup([[InlineKeyboardButton("Back", callback_data="back")]])
Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    assert update.effective_user is not None
    source = f" from {context.args[0]}" if context.args else ""
    await update.message.reply_text(f"Welcome {update.effective_user.language_code}{source}", reply_markup=MENU)


async def tapped(update: Update, context: Context) -> None:
    del context
    query = update.callback_query
    assert isinstance(query, CallbackQuery)
    if query.data == "back":
        await query.answer("Back again", show_alert=True)
        await query.edit_message_text("Welcome back", reply_markup=MENU)
        return
    choice = (query.data or "").removeprefix("menu:")
    await query.answer(f"You chose {choice}")
    await query.edit_message_text(f"Chosen: {choice}", reply_markup=BACK)


async def spoken(update: Update, context: Context) -> None:
    assert update.message is not None
    await FEATURES.get(update.message.text or "", echo)(update.message, context)


async def echo(message: Message, context: Context) -> None:
    del context
    await message.reply_text(message.text or "")


async def html(message: Message, context: Context) -> None:
    del context
    reply = ReplyParameters(message.message_id)
    await message.reply_text("<b>bold</b> &amp; <i>1 &lt; 2</i>", parse_mode="HTML", reply_parameters=reply)


async def broken(message: Message, context: Context) -> None:
    del context
    try:
        await message.reply_text("<b>oops", parse_mode="HTML")
    except BadRequest as error:
        await message.reply_text(error.message)


async def same(message: Message, context: Context) -> None:
    del context
    sent = await message.reply_text("first")
    try:
        await sent.edit_text("first")
    except BadRequest as error:
        await message.reply_text(error.message)


async def send_file(message: Message, context: Context) -> None:
    del context
    await message.reply_document(InputFile(b"hello", "notes.txt"), caption="Notes")


async def typing(message: Message, context: Context) -> None:
    del context
    await message.reply_chat_action("typing")
    await message.reply_text("typed")


async def commands(message: Message, context: Context) -> None:
    await context.bot.set_my_commands([BotCommand("start", "Begin")])
    await context.bot.set_my_commands([BotCommand("start", "开始")], language_code="zh")
    [command] = await context.bot.get_my_commands(language_code="zh")
    await message.reply_text(f"/{command.command} {command.description}")


async def wait(message: Message, context: Context) -> None:
    del context
    try:
        await message.reply_text("not yet")
    except RetryAfter as error:
        await message.reply_text(f"wait {error.retry_after}")


async def delete(message: Message, context: Context) -> None:
    del context
    sent = await message.reply_text("gone soon")
    await sent.delete()
    await message.reply_text("deleted")


FEATURES = {
    "html": html,
    "broken": broken,
    "same": same,
    "file": send_file,
    "typing": typing,
    "commands": commands,
    "wait": wait,
    "delete": delete,
}


async def receive_file(update: Update, context: Context) -> None:
    assert update.message is not None
    assert update.message.document is not None
    file = await context.bot.get_file(update.message.document)
    await update.message.reply_text(f"received {bytes(await file.download_as_bytearray()).decode()}")


async def serve(application: Application) -> None:  # type: ignore[type-arg]  # its six parameters are the builder's own
    """A webhook of its own, as the library documents it: its server is an extra that is not needed."""

    async def hook(request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not secrets.compare_digest(given, os.environ["SECRET"]):
            return web.Response(status=401)
        await application.process_update(Update.de_json(await request.json(), application.bot))
        return web.Response()

    server = web.Application()
    server.router.add_post("/hook", hook)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await application.bot.set_webhook(address, secret_token=os.environ["SECRET"])


async def main() -> None:
    api = os.environ["API"]
    builder = ApplicationBuilder().token(os.environ["TOKEN"])
    application = builder.base_url(f"{api}/bot").base_file_url(f"{api}/file/bot").build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(tapped))
    application.add_handler(MessageHandler(TEXT, spoken))
    application.add_handler(MessageHandler(Document.ALL, receive_file))
    async with application:
        await application.start()
        if os.environ["MODE"] == "poll":
            assert application.updater is not None
            await application.updater.start_polling()
        else:
            await serve(application)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
