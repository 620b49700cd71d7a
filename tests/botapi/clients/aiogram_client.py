"""The bot in aiogram."""

from __future__ import annotations

import asyncio
import os

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

dispatcher = Dispatcher()
MENU = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="One", callback_data="menu:1"),
            InlineKeyboardButton(text="Two", callback_data="menu:2"),
        ]
    ]
)
BACK = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Back", callback_data="back")]])


@dispatcher.message(CommandStart())
async def start(message: Message, command: CommandObject) -> None:
    language = message.from_user.language_code if message.from_user else None
    source = f" from {command.args}" if command.args else ""
    await message.answer(f"Welcome {language}{source}", reply_markup=MENU)


@dispatcher.callback_query(F.data.startswith("menu:"))
async def choose(query: CallbackQuery) -> None:
    choice = (query.data or "").removeprefix("menu:")
    await query.answer(f"You chose {choice}")
    if isinstance(query.message, Message):
        await query.message.edit_text(f"Chosen: {choice}", reply_markup=BACK)


@dispatcher.callback_query(F.data == "back")
async def back(query: CallbackQuery) -> None:
    await query.answer("Back again", show_alert=True)
    if isinstance(query.message, Message):
        await query.message.edit_text("Welcome back", reply_markup=MENU)


@dispatcher.message(F.text == "html")
async def html(message: Message) -> None:
    await message.answer(
        "<b>bold</b> &amp; <i>1 &lt; 2</i>",
        parse_mode="HTML",
        reply_parameters=ReplyParameters(message_id=message.message_id),
    )


@dispatcher.message(F.text == "broken")
async def broken(message: Message) -> None:
    try:
        await message.answer("<b>oops", parse_mode="HTML")
    except TelegramBadRequest as error:
        await message.answer(error.message)


@dispatcher.message(F.text == "same")
async def same(message: Message) -> None:
    sent = await message.answer("first")
    try:
        await sent.edit_text("first")
    except TelegramBadRequest as error:
        await message.answer(error.message)


@dispatcher.message(F.text == "file")
async def send_file(message: Message) -> None:
    await message.answer_document(BufferedInputFile(b"hello", "notes.txt"), caption="Notes")


@dispatcher.message(F.document)
async def receive_file(message: Message, bot: Bot) -> None:
    assert message.document is not None
    content = await bot.download(message.document)
    assert content is not None
    await message.answer(f"received {content.read().decode()}")


@dispatcher.message(F.text == "typing")
async def typing(message: Message, bot: Bot) -> None:
    await bot.send_chat_action(message.chat.id, "typing")
    await message.answer("typed")


@dispatcher.message(F.text == "commands")
async def commands(message: Message, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand(command="start", description="Begin")])
    await bot.set_my_commands([BotCommand(command="start", description="开始")], language_code="zh")
    [command] = await bot.get_my_commands(language_code="zh")
    await message.answer(f"/{command.command} {command.description}")


@dispatcher.message(F.text == "wait")
async def wait(message: Message) -> None:
    try:
        await message.answer("not yet")
    except TelegramRetryAfter as error:
        await message.answer(f"wait {error.retry_after}")


@dispatcher.message(F.text == "delete")
async def delete(message: Message) -> None:
    sent = await message.answer("gone soon")
    await sent.delete()
    await message.answer("deleted")


@dispatcher.message(F.text)
async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def main() -> None:
    server = TelegramAPIServer.from_base(os.environ["API"])
    bot = Bot(os.environ["TOKEN"], session=AiohttpSession(api=server))
    if os.environ["MODE"] == "poll":
        await dispatcher.start_polling(bot, handle_signals=False)
        return
    application = web.Application()
    secret = os.environ["SECRET"]
    handler = SimpleRequestHandler(dispatcher, bot, secret_token=secret, handle_in_background=False)
    handler.register(application, path="/hook")
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token=secret)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
