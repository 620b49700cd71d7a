"""The other side of the wire: a server that takes every call, and people who send and wait for an answer.

It is as quick as possible and checks nothing, so that what is measured is the bot. It counts each bot's messages to a
chat as the answers to that chat's texts, in their order.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter
from urllib.parse import parse_qs

BOT = {"id": 4242, "is_bot": True, "first_name": "bench", "username": "bench_bot"}
TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class Measured:
    """How many answers a second there were, and how long they took, in milliseconds."""

    speed: float
    median: float
    p99: float


class Post:
    """Brings updates to a bot's webhook over connections that stay open, as the real server does."""

    def __init__(self, port: int, path: str, secret: str) -> None:
        self._port = port
        self._head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        ).encode()
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def bring(self, update: bytes) -> None:
        """Brings an update, and waits until it is acknowledged."""
        while self._idle:
            # The bot may have closed a connection that was idle for a while.
            with suppress(asyncio.IncompleteReadError, ConnectionError):
                return await self._bring(update, *self._idle.pop())
        return await self._bring(update, *await asyncio.open_connection("127.0.0.1", self._port))

    async def _bring(self, update: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(self._head + b"%d\r\n\r\n%b" % (len(update), update))
        head = await reader.readuntil(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").lower().split("\r\n")
        if " 200 " not in status:
            raise RuntimeError(f"the bot answers {status}")
        lengths = [field.partition(":")[2] for field in fields if field.startswith("content-length")]
        await reader.readexactly(int(lengths[0]) if lengths else 0)
        self._idle.append((reader, writer))

    def close(self) -> None:
        """Closes all connections."""
        for _, writer in self._idle:
            writer.close()


class Messenger:
    """The server, and the people. Start it before the bot, and close it after."""

    def __init__(self) -> None:
        self._answers: dict[int, deque[asyncio.Future[float]]] = defaultdict(deque)
        self._message = 0
        self._update = 0
        self._server: asyncio.Server | None = None
        self._served: set[asyncio.Task[None]] = set()
        self.url = ""

    async def start(self) -> None:
        """Opens a port."""
        self._server = await asyncio.start_server(self._serve_all, "127.0.0.1", 0, limit=1 << 20)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        """Closes it, and every connection."""
        if self._server is not None:
            self._server.close()
        for task in self._served:
            task.cancel()
        await asyncio.gather(*self._served, return_exceptions=True)

    # ------------------------------------------------------------------------------------------------------ the server

    def _serve_all(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._served.add(task)
        task.add_done_callback(self._served.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                line, *fields = head.decode("latin-1").split("\r\n")
                headers = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in fields)}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                method = line.split(" ")[1].rsplit("/", 1)[-1].lower()
                answer = json.dumps({"ok": True, "result": self._result(method, headers, body)}).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                    % (len(answer), answer)
                )
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    def _result(self, method: str, headers: dict[str, str], body: bytes) -> object:
        if method == "getme":
            return BOT
        if method not in ("sendmessage", "editmessagetext"):
            return True
        chat = _chat_of(headers, body)
        waiting = self._answers[chat]
        if waiting:
            waiting.popleft().set_result(perf_counter())
        self._message += 1
        person = {"id": chat, "type": "private", "first_name": "P"}
        return {"message_id": self._message, "date": 1_790_000_000, "chat": person, "from": BOT, "text": "."}

    # ------------------------------------------------------------------------------------------------------ the people

    async def taps(self, post: Post, chats: Sequence[int], data: str) -> None:
        """Everybody taps a button, and waits for an answer."""
        await self._run(post, [(chat, self._tap(chat, data)) for chat in chats], outstanding=40)

    async def talk(self, post: Post, texts: Sequence[tuple[int, str]], outstanding: int) -> Measured:
        """Texts to chats, so many at a time that were not answered yet."""
        return await self._run(post, [(chat, self._text(chat, text)) for chat, text in texts], outstanding=outstanding)

    async def talk_at(self, post: Post, texts: Sequence[tuple[int, str]], speed: float) -> Measured:
        """Texts to chats, so many a second, whether those before were answered or not."""
        begin = perf_counter()
        tasks = []
        for place, (chat, text) in enumerate(texts):
            await asyncio.sleep(max(0.0, begin + place / speed - perf_counter()))
            tasks.append(asyncio.create_task(self._ask(post, chat, self._text(chat, text))))
        return _measured(await asyncio.gather(*tasks), perf_counter() - begin)

    async def _run(self, post: Post, updates: Sequence[tuple[int, bytes]], *, outstanding: int) -> Measured:
        waiting = iter(updates)
        took: list[float] = []

        async def one_after_another() -> None:
            for chat, update in waiting:
                took.append(await self._ask(post, chat, update))

        begin = perf_counter()
        await asyncio.gather(*(one_after_another() for _ in range(outstanding)))
        return _measured(took, perf_counter() - begin)

    async def _ask(self, post: Post, chat: int, update: bytes) -> float:
        answered: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._answers[chat].append(answered)
        begin = perf_counter()
        await post.bring(update)
        async with asyncio.timeout(TIMEOUT):
            return (await answered - begin) * 1000

    def _text(self, chat: int, text: str) -> bytes:
        return self._of(chat, {"message": self._said(chat, text)})

    def _tap(self, chat: int, data: str) -> bytes:
        message = self._said(chat, "welcome") | {"from": BOT}
        query = {"id": f"{chat}{self._update}", "from": _person(chat), "chat_instance": "1", "data": data}
        return self._of(chat, {"callback_query": query | {"message": message}})

    def _said(self, chat: int, text: str) -> dict[str, object]:
        self._message += 1
        chat_of = {"id": chat, "type": "private", "first_name": "P"}
        return {
            "message_id": self._message, "date": 1_790_000_000, "chat": chat_of, "from": _person(chat), "text": text,
        }  # fmt: skip

    def _of(self, chat: int, update: dict[str, object]) -> bytes:
        self._update += 1
        return json.dumps({"update_id": self._update} | update).encode()


def _person(chat: int) -> dict[str, object]:
    return {"id": chat, "is_bot": False, "first_name": "P", "language_code": "zh-hans"}


def _chat_of(headers: dict[str, str], body: bytes) -> int:
    kind = headers.get("content-type", "")
    if kind.startswith("application/json"):
        return int(json.loads(body)["chat_id"])
    if kind.startswith("application/x-www-form-urlencoded"):
        return int(parse_qs(body.decode())["chat_id"][0])
    at = body.index(b'name="chat_id"')
    return int(body[body.index(b"\r\n\r\n", at) + 4 :].split(b"\r\n", 1)[0])


def _measured(took: Sequence[float], seconds: float) -> Measured:
    hundredths = quantiles(took, n=100)
    return Measured(len(took) / seconds, hundredths[49], hundredths[98])
