"""One suite for every channel: what a conversation is worth, stated once, and shown through each way into the bot.

A case is a small function in `cases/` that takes a `Driver` (see `driver`). `channels` lists the channels with what
each of them cannot do, and why; a case that needs what a channel cannot do is not one of that channel's.
"""
