"""A Telegram Bot API server for tests: real HTTP on loopback, the official server's rules, faults to order.

    async with World.open() as world:                      # one bot is there; world.add_bot() makes more
        start the bot under test with HUJIFEN_TELEGRAM_API=world.url, HUJIFEN_TELEGRAM_TOKEN=world.token
        await world.bot.listens()                          # it polls, or has set a webhook
        user = world.user(language="zh-hans")
        await user.sends("/start")                         # or user.starts("payload"), a deep link
        await user.hears()                                 # the bot has written or edited something, and all is quiet
        assert user.last().labels == ("评估", "办理")
        answer = await user.taps("评估")                    # what answerCallbackQuery showed: text, alert, url
        await world.quiet()                                # queues empty, nothing in flight for a moment
        assert [seen.text for seen in user.sees()] == [...]

People. `user.sends(text)`, `sends_file`, `sends_other({"sticker": {...}})`, `edits(message, text)`, `blocks()`,
`unblocks()`, `deactivates()`. `taps(label)` taps the newest button of that label and waits for the answer;
`presses(label)` does not wait and gives a Tap (`await tap.answered()`, `tap.expires()`). With `message=seen`, a Seen
kept from earlier, either taps the button as it was then: a stale tap. `sees()` is the chat as it is now, `reads()` the
bot's texts in it, `last()` the bot's newest message, `commands()` the menu in the person's language. `where=group` or
`where=bot` puts any of this elsewhere than the private chat with the first bot.

Groups. `group = world.group(members=[a, b])` has the first bot in it; `group.adds(bot_or_user)`, `group.removes(...)`,
`group.upgrades()`. Bots hear in groups only what is meant for them (privacy mode).

Faults. `order = world.order(Status(502), method="sendMessage", chat=user.id, nth=2, times=3)`; the fault is one of
Status(code, after=), Reset(after=), Slow(seconds), Hang(after=) until `order.release()`, Garbage(), too_many(seconds),
refused(403, "Forbidden: ..."), migrated(chat_id). `order.struck` counts. Updates: `bot.repeat_next()`,
`bot.repeat(update)` deliver twice; `bot.hold()` then `bot.release([1, 0])` let a text and a tap overtake each other;
`bot.inject(kind, payload)` sends anything, also poison. `world.clock.advance(150)` lets time go by: long polls,
lifetimes, webhook retries. `world.limits = FloodLimits()` counts and enforces Telegram's limits.

State. `world.calls` (every Call with times, arguments, result, fault), `world.calls_of("sendMessage", chat=user.id)`,
`bot.updates`, `bot.waiting`, `bot.delivery.log` (webhook requests), `bot.callback_queries`, `bot.commands`,
`world.files`. Wait for anything with `await world.until(lambda: ...)`.

A parameter that is unknown or of the wrong type is an error here, where the official server overlooks it. Like there,
who calls getUpdates with the same offset again within half a second gets one update, and within 3 seconds waits for
that long, and a webhook can be set once a second. A failure of this server itself fails the test when the world closes.
"""

from tests.botapi.actors import Group, Seen, Tap, User
from tests.botapi.bots import Answer, Bot, Command
from tests.botapi.calls import Call
from tests.botapi.faults import Garbage, Hang, Order, Refusal, Reset, Slow, Status, migrated, refused, too_many
from tests.botapi.flood import FloodLimits
from tests.botapi.messages import Button, Entity, Message, Text
from tests.botapi.updates import Update
from tests.botapi.values import ApiError
from tests.botapi.world import World

__all__ = [
    "Answer",
    "ApiError",
    "Bot",
    "Button",
    "Call",
    "Command",
    "Entity",
    "FloodLimits",
    "Garbage",
    "Group",
    "Hang",
    "Message",
    "Order",
    "Refusal",
    "Reset",
    "Seen",
    "Slow",
    "Status",
    "Tap",
    "Text",
    "Update",
    "User",
    "World",
    "migrated",
    "refused",
    "too_many",
]
