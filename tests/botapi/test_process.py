"""The server as a process of its own, with a person at its input."""

from __future__ import annotations

import asyncio
import json
import sys

import aiohttp


async def test_the_server_runs_on_its_own_and_its_input_is_a_person() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.botapi", "--port", "0", "--language", "en"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        address = json.loads(await process.stdout.readline())
        process.stdin.write(b"hello\n")
        async with aiohttp.ClientSession(f"{address['url']}/bot{address['token']}/") as session:
            async with session.get("getUpdates", params={"timeout": "20"}) as response:
                [update] = (await response.json())["result"]
            assert update["message"]["text"] == "hello"
            markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
            message = {"chat_id": update["message"]["chat"]["id"], "text": "hi", "reply_markup": markup}
            await session.post("sendMessage", json=message)
            assert [await process.stdout.readline() for _ in range(2)] == [b"hi\n", b"[Go]\n"]
            process.stdin.write(b">No\n>Go\n")
            assert (await process.stdout.readline()).startswith(b"! no button 'No' here")
            offset = {"timeout": "20", "offset": str(update["update_id"] + 1)}
            async with session.get("getUpdates", params=offset) as response:
                [tap] = (await response.json())["result"]
            await session.post(
                "answerCallbackQuery", json={"callback_query_id": tap["callback_query"]["id"], "text": "ok"}
            )
            assert await process.stdout.readline() == b"(ok)\n"
        process.stdin.write_eof()
        assert await asyncio.wait_for(process.wait(), 20) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
