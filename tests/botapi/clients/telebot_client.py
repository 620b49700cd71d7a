"""The bot in pyTelegramBotAPI, which is synchronous."""

from __future__ import annotations

import io
import os
import secrets
from http.server import BaseHTTPRequestHandler, HTTPServer

import telebot
from telebot import apihelper
from telebot.apihelper import ApiTelegramException
from telebot.types import (
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    ReplyParameters,
    Update,
)

API = os.environ["API"]
apihelper.API_URL = API + "/bot{0}/{1}"  # type: ignore[assignment]  # declared as what it is at first, None
apihelper.FILE_URL = API + "/file/bot{0}/{1}"  # type: ignore[assignment]  # the same
bot = telebot.TeleBot(os.environ["TOKEN"], threaded=False)
MENU = InlineKeyboardMarkup(
    [[InlineKeyboardButton("One", callback_data="menu:1"), InlineKeyboardButton("Two", callback_data="menu:2")]]
)
BACK = InlineKeyboardMarkup([[InlineKeyboardButton("Back", callback_data="back")]])


def start(message: Message) -> None:
    assert message.text is not None
    assert message.from_user is not None
    payload = message.text.removeprefix("/start").strip()
    source = f" from {payload}" if payload else ""
    bot.send_message(message.chat.id, f"Welcome {message.from_user.language_code}{source}", reply_markup=MENU)


def tapped(query: CallbackQuery) -> None:
    assert query.message is not None
    assert query.data is not None
    where = query.message.chat.id, query.message.message_id
    if query.data == "back":
        bot.answer_callback_query(query.id, "Back again", show_alert=True)
        bot.edit_message_text("Welcome back", *where, reply_markup=MENU)
        return
    choice = query.data.removeprefix("menu:")
    bot.answer_callback_query(query.id, f"You chose {choice}")
    bot.edit_message_text(f"Chosen: {choice}", *where, reply_markup=BACK)


def spoken(message: Message) -> None:
    assert message.text is not None
    FEATURES.get(message.text, echo)(message)


def echo(message: Message) -> None:
    bot.send_message(message.chat.id, message.text or "")


def html(message: Message) -> None:
    reply, text = ReplyParameters(message.message_id), "<b>bold</b> &amp; <i>1 &lt; 2</i>"
    bot.send_message(message.chat.id, text, parse_mode="HTML", reply_parameters=reply)


def broken(message: Message) -> None:
    try:
        bot.send_message(message.chat.id, "<b>oops", parse_mode="HTML")
    except ApiTelegramException as error:
        bot.send_message(message.chat.id, error.description)


def same(message: Message) -> None:
    sent = bot.send_message(message.chat.id, "first")
    try:
        bot.edit_message_text("first", message.chat.id, sent.message_id)
    except ApiTelegramException as error:
        bot.send_message(message.chat.id, error.description)


def send_file(message: Message) -> None:
    bot.send_document(message.chat.id, InputFile(io.BytesIO(b"hello"), "notes.txt"), caption="Notes")


def typing(message: Message) -> None:
    bot.send_chat_action(message.chat.id, "typing")
    bot.send_message(message.chat.id, "typed")


def commands(message: Message) -> None:
    bot.set_my_commands([BotCommand("start", "Begin")])
    bot.set_my_commands([BotCommand("start", "开始")], language_code="zh")
    [command] = bot.get_my_commands(language_code="zh")
    bot.send_message(message.chat.id, f"/{command.command} {command.description}")


def wait(message: Message) -> None:
    try:
        bot.send_message(message.chat.id, "not yet")
    except ApiTelegramException as error:
        bot.send_message(message.chat.id, f"wait {error.result_json['parameters']['retry_after']}")


def delete(message: Message) -> None:
    sent = bot.send_message(message.chat.id, "gone soon")
    bot.delete_message(message.chat.id, sent.message_id)
    bot.send_message(message.chat.id, "deleted")


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


def receive_file(message: Message) -> None:
    assert message.document is not None
    path = bot.get_file(message.document.file_id).file_path
    assert path is not None
    bot.send_message(message.chat.id, f"received {bot.download_file(path).decode()}")


class Hook(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        given = self.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        right = secrets.compare_digest(given, os.environ["SECRET"])
        if right:
            bot.process_new_updates([Update.de_json(body.decode())])  # type: ignore[no-untyped-call]  # it is not typed
        self.send_response(200 if right else 401)
        self.send_header("Content-Length", "0")
        # One connection at a time is all that this server can do.
        self.send_header("Connection", "close")
        self.end_headers()


def main() -> None:
    bot.register_message_handler(start, commands=["start"])
    bot.register_callback_query_handler(tapped, lambda query: True)
    bot.register_message_handler(receive_file, content_types=["document"])
    bot.register_message_handler(spoken, content_types=["text"])
    if os.environ["MODE"] == "poll":
        bot.infinity_polling(timeout=30, long_polling_timeout=20)
        return
    server = HTTPServer(("127.0.0.1", 0), Hook)
    bot.set_webhook(f"http://127.0.0.1:{server.server_port}/hook", secret_token=os.environ["SECRET"])
    server.serve_forever()


if __name__ == "__main__":
    main()
