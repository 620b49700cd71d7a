"""Bots of somebody else that have the advisor as a guest: one on each library, with the same few habits of its own.

Their defaults are as bad for a guest as can be. `/menu` gives the host's own button, a tap on it is answered, and what
nobody took is repeated.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.app import Advisor, running
from bot.channels.channel import Channel
from tests.botapi import World

LEFT: list[str] = []
"""What the hosts heard of who blocked them: `kicked`, `member`."""


def host(library: str, world: World, *, words: bool) -> AbstractAsyncContextManager[None]:
    """A host on a library, at work."""
    LEFT.clear()
    return _aiogram_host(world, words=words) if library == "aiogram" else _ptb_host(world, words=words)


@asynccontextmanager
async def _aiogram_host(world: World, *, words: bool) -> AsyncIterator[None]:
    import asyncio

    from aiogram import Bot, Dispatcher, F, Router
    from aiogram.client.default import DefaultBotProperties
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.filters import Command
    from aiogram.types import CallbackQuery, ChatMemberUpdated, InlineKeyboardButton, InlineKeyboardMarkup, Message

    from bot.channels.telegram_aiogram import AiogramChannel, advisor_router

    before, after = Router(), Router()

    @before.message(Command("menu"))
    async def menu(message: Message) -> None:
        button = InlineKeyboardButton(text="host's", callback_data="host:1")
        await message.answer("*menu*", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    @after.callback_query(F.data == "host:1")
    async def tapped(query: CallbackQuery) -> None:
        await query.answer("the host")

    @after.my_chat_member()
    async def left(change: ChatMemberUpdated) -> None:
        LEFT.append(change.new_chat_member.status)

    @after.message()
    async def rest(message: Message) -> None:
        await message.answer(f"host: {message.text}", parse_mode=None)

    defaults = DefaultBotProperties(parse_mode="MarkdownV2", link_preview_is_disabled=False)
    session = AiohttpSession(api=TelegramAPIServer.from_base(world.url))
    async with (
        Bot(world.token, session=session, default=defaults) as bot,
        _advising(AiogramChannel(bot), world) as advisor,
    ):
        dispatcher = Dispatcher()
        dispatcher.include_routers(before, advisor_router(advisor, words=words), after)
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
        try:
            await world.bot.listens()
            yield
        finally:
            await dispatcher.stop_polling()
            await polling


@asynccontextmanager
async def _ptb_host(world: World, *, words: bool) -> AsyncIterator[None]:
    from telegram import (
        ChatMemberUpdated,
        InlineKeyboardButton,
        InlineKeyboardMarkup,
        LinkPreviewOptions,
        Message,
        Update,
    )
    from telegram.ext import (
        ApplicationBuilder,
        CallbackQueryHandler,
        ChatMemberHandler,
        CommandHandler,
        ContextTypes,
        Defaults,
        MessageHandler,
        filters,
    )

    from bot.channels.telegram_ptb import PtbChannel, advisor_handlers

    async def menu(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert isinstance(update.message, Message)
        button = InlineKeyboardButton("host's", callback_data="host:1")
        await update.message.reply_text("*menu*", reply_markup=InlineKeyboardMarkup([[button]]))

    async def tapped(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("the host")

    async def left(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert isinstance(update.my_chat_member, ChatMemberUpdated)
        LEFT.append(update.my_chat_member.new_chat_member.status)

    async def rest(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert isinstance(update.message, Message)
        await update.message.reply_text(f"host: {update.message.text}", parse_mode=None)

    defaults = Defaults(
        parse_mode="MarkdownV2", block=False, link_preview_options=LinkPreviewOptions(is_disabled=False)
    )
    builder = ApplicationBuilder().token(world.token).base_url(f"{world.url}/bot").defaults(defaults)
    application = builder.build()
    async with application, _advising(PtbChannel(application.bot), world) as advisor:
        application.add_handler(CommandHandler("menu", menu))
        application.add_handlers(advisor_handlers(advisor, words=words))
        application.add_handler(CallbackQueryHandler(tapped))
        application.add_handler(MessageHandler(filters.ALL, rest))
        application.add_handler(ChatMemberHandler(left), group=1)
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        try:
            await world.bot.listens()
            yield
        finally:
            await application.updater.stop()
            await application.stop()


def _advising(channel: Channel, world: World) -> AbstractAsyncContextManager[Advisor]:
    return running(channel, database="sqlite://", link=f"https://t.me/{world.bot.username}")
