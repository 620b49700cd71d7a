"""Chat members as updates and answers show them, and the updates when they change."""

from __future__ import annotations

from tests.botapi.bots import Bot
from tests.botapi.chats import Chat, Status
from tests.botapi.people import BotIdentity, Person
from tests.botapi.updates import MEMBERSHIP, MESSAGE_LIFETIME, MY_MEMBERSHIP
from tests.botapi.values import Json, JsonObject

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)


def member_json(who: Person | BotIdentity, status: Status) -> JsonObject:
    shown: dict[str, Json] = {"user": who.to_json(), "status": status.value}
    match status:
        case Status.CREATOR:
            shown["is_anonymous"] = False
        case Status.ADMINISTRATOR:
            shown |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_RIGHTS, True)}
        case Status.KICKED:
            shown["until_date"] = 0
        case Status.MEMBER | Status.LEFT:
            pass
    return shown


def change_status(bot: Bot, chat: Chat, who: Person | BotIdentity, to: Status, by: Person) -> None:
    """Set a member's status and tell this bot of it."""
    before = chat.status(who.id)
    chat.statuses[who.id] = to
    tell_status(bot, chat, who, before, to, by)


def tell_status(bot: Bot, chat: Chat, who: Person | BotIdentity, before: Status, to: Status, by: Person) -> None:
    mine = who.id == bot.id
    bot.push(
        "my_chat_member" if mine else "chat_member",
        {
            "chat": chat.to_json(),
            "from": by.to_json(),
            "date": bot.world.clock.date(),
            "old_chat_member": member_json(who, before),
            "new_chat_member": member_json(who, to),
        },
        lifetime=MESSAGE_LIFETIME,
        queue=chat.id + MY_MEMBERSHIP if mine else who.id + MEMBERSHIP,
    )
