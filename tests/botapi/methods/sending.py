"""Messages and files from the bot."""

from __future__ import annotations

from tests.botapi.access import chat_of
from tests.botapi.bots import Bot
from tests.botapi.chats import Chat
from tests.botapi.keyboards import keyboard
from tests.botapi.messages import Message, StoredFile
from tests.botapi.request import Request
from tests.botapi.texts import caption, message_text
from tests.botapi.values import Json, bad_request

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_PHOTO_LIMIT = 10 * 1024 * 1024


async def send_message(bot: Bot, request: Request) -> Json:
    text = message_text(request)
    message = _new_message(bot, request)
    message.body = text
    return _posted(bot, message)


async def send_document(bot: Bot, request: Request) -> Json:
    stored = _file(bot, request, "document")
    text = caption(request)
    message = _new_message(bot, request)
    message.body, message.document = text, stored
    return _posted(bot, message)


async def send_photo(bot: Bot, request: Request) -> Json:
    stored = _file(bot, request, "photo")
    if len(stored.content) > _PHOTO_LIMIT:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    if not stored.content.startswith(_IMAGES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    text = caption(request)
    message = _new_message(bot, request)
    message.body, message.photo = text, stored
    return _posted(bot, message)


async def send_chat_action(bot: Bot, request: Request) -> Json:
    if request.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat_of(bot, request, write=True)
    return True


async def get_file(bot: Bot, request: Request) -> Json:
    file_id = request.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = bot.world.files.get(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    return {**stored.to_json(), "file_path": stored.path}


def _new_message(bot: Bot, request: Request) -> Message:
    """The message, not yet in its chat. Raises ApiError."""
    markup = keyboard(request)
    chat = chat_of(bot, request, write=True)
    return Message(
        id=0,
        chat=chat,
        sender=bot.identity,
        date=bot.world.clock.date(),
        keyboard=markup,
        reply_to=_replied(request, chat),
    )


def _replied(request: Request, chat: Chat) -> Message | None:
    parameters = request.json("reply_parameters")
    wanted: Json = request.integer("reply_to_message_id", 0)
    lenient: Json = request.boolean("allow_sending_without_reply")
    if isinstance(parameters, dict):
        wanted, lenient = parameters.get("message_id"), parameters.get("allow_sending_without_reply", False)
    if not wanted:
        return None
    message = chat.messages.get(wanted) if isinstance(wanted, int) else None
    if message is not None and not message.deleted:
        return message
    if lenient:
        return None
    raise bad_request("message to be replied not found")


def _posted(bot: Bot, message: Message) -> Json:
    bot.world.post(bot, message)
    return message.to_json()


def _file(bot: Bot, request: Request, name: str) -> StoredFile:
    upload = request.upload(name)
    value = request.text(name)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return bot.world.keep_file(upload.name, upload.content_type, upload.content, folder=f"{name}s")
    if not value or value.startswith("attach://"):
        raise bad_request(f"there is no {name} in the request")
    if value in bot.world.files:
        return bot.world.files[value]
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    raise bad_request("wrong remote file identifier specified: Wrong character in the string")
