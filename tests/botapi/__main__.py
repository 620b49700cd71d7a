"""The server as a process of its own: `python -m tests.botapi --port 0`.

It prints its address and a bot's token as one line of JSON. Then a person who writes to the bot is at the keyboard:
each line is sent, `>label` taps a button, and what the bot answers is shown. It ends with its input.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys

from tests.botapi import User, World


async def serve(port: int, language: str) -> None:
    async with World.open(port=port) as world:
        print(json.dumps({"url": world.url, "token": world.token}), flush=True)
        user = world.user(language=language)
        showing = asyncio.create_task(show(user))
        while line := await asyncio.to_thread(sys.stdin.readline):
            await act(user, line.strip())
        showing.cancel()


async def act(user: User, line: str) -> None:
    try:
        if line.startswith(">"):
            answer = await user.taps(line[1:])
            if answer is not None and answer.text:
                print(f"({answer.text})", flush=True)
        elif line:
            await user.sends(line)
    except (LookupError, TimeoutError, ValueError) as error:
        print(f"! {error}", flush=True)


async def show(user: User) -> None:
    """Print the bot's messages as they come and change."""
    shown: dict[int, str] = {}
    while True:
        for seen in user.sees():
            text = "\n".join([seen.text, *("  ".join(f"[{button.label}]" for button in row) for row in seen.rows)])
            if seen.by_bot and shown.get(seen.id) != text:
                shown[seen.id] = text
                print(text, flush=True)
        await user.world.changes.next()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.botapi")
    parser.add_argument("--port", type=int, default=0, help="0 for any free one")
    parser.add_argument("--language", default="zh-hans", help="of the person's app")
    options = parser.parse_args()
    asyncio.run(serve(options.port, options.language))


if __name__ == "__main__":
    main()
