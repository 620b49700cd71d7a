"""Updates as Telegram's server writes them, to begin from."""

from bot.channels.telegram_account import Account

OURS = Account(424242, "hujifen_bot")
PERSON = {"id": 77, "is_bot": False, "first_name": "王", "language_code": "zh-hans"}
PRIVATE = {"id": 77, "type": "private", "first_name": "王"}
GROUP = {"id": -1001234567890, "type": "supergroup", "title": "积分群"}

Json = dict[str, object]


def message(**fields: object) -> Json:
    """A message of a person to the bot, in private unless a chat is named; a field of None is left out."""
    whole = {"message_id": 5, "date": 1763800000, "chat": PRIVATE, "from": PERSON, **_named(fields)}
    return {"update_id": 900, "message": {name: value for name, value in whole.items() if value is not None}}


def tap(**fields: object) -> Json:
    """A tap of a person on a button below a message of the bot."""
    below = {"message_id": 4, "date": 1763800000, "chat": PRIVATE, "text": "?"}
    whole = {
        "id": "31",
        "from": PERSON,
        "chat_instance": "1",
        "message": below,
        "data": "hjf:s:1:0:abcd",
        **_named(fields),
    }
    return {"update_id": 901, "callback_query": {name: value for name, value in whole.items() if value is not None}}


def membership(status: str, chat: Json = PRIVATE) -> Json:
    """The person blocks the bot (`kicked`), or lets it speak again (`member`)."""
    bot = {"id": 424242, "is_bot": True, "first_name": "沪积分"}
    until = {"until_date": 0} if status == "kicked" else {}
    return {
        "update_id": 902,
        "my_chat_member": {
            "chat": chat,
            "from": PERSON,
            "date": 1763800000,
            "old_chat_member": {"user": bot, "status": "member"},
            "new_chat_member": {"user": bot, "status": status, **until},
        },
    }


def _named(fields: Json) -> Json:
    return {"from" if name == "sender" else name: value for name, value in fields.items()}
