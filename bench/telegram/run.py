"""Measures hujifen behind a webhook beside bare echoes of the two libraries: `make bench-telegram`.

Each bot is one process on one core, the messenger another on the other core. Exits 1 where a target is missed.
"""

import asyncio
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from bench.telegram.messenger import Measured, Messenger, Post
from bot.channels.telegram_webhook import webhook_path, webhook_secret
from tests.crash.settings import free_port

TOKEN = "4242:bench-bench-bench-bench-bench-bench"
CHATS = 2_500
WARM_UP = 5_000
UPDATES = 10_000
OUTSTANDING = 40
SECONDS_AT_HALF = 6
ROUNDS = 5
DEGREES = ("高中毕业", "大专", "本科没有学位", "本科有学位", "硕士研究生", "博士")
TITLES = ("没有职称", "中级职称", "高级职称", "高级工", "技师证书")
FAMILIES = ("老婆上海户口结婚{years}年", "老公是上海人，结婚{years}年了", "配偶外地户口", "未婚", "离婚了")
HERE = Path(__file__).parent
PEERS = HERE / ".venv" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot to be measured: how it is started, where its webhook is, and whether people have to consent first."""

    name: str
    command: Sequence[str]
    path: str
    secret: str = ""
    consents: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of a bot; memory in MB."""

    full: Measured
    half: Measured
    memory: int


def _hujifen(library: str) -> Bot:
    program = str(Path(sys.executable).with_name("hujifen"))
    command = ["env", f"HUJIFEN_TELEGRAM_LIBRARY={library}", program, "serve"]
    return Bot(f"hujifen, {library}", command, webhook_path(TOKEN), webhook_secret(TOKEN), consents=True)


BARE_AIOGRAM = Bot("bare aiogram echo", (str(PEERS), str(HERE / "echo_aiogram.py")), "/echo")
BARE_PTB = Bot("bare python-telegram-bot echo", (str(PEERS), str(HERE / "echo_ptb.py")), "/echo")
OURS_AIOGRAM, OURS_PTB = _hujifen("aiogram"), _hujifen("ptb")
BOTS = (BARE_AIOGRAM, OURS_AIOGRAM, BARE_PTB, OURS_PTB)


async def measure(bot: Bot) -> Result:
    """One round of a bot."""
    messenger = Messenger()
    await messenger.start()
    async with _running(bot, messenger.url) as (port, process):
        post = Post(port, bot.path, bot.secret)
        chats = range(1, CHATS + 1)
        if bot.consents:
            await messenger.taps(post, chats, "hjf:consent:zh_Hans.")
        await messenger.talk(post, _texts(WARM_UP), OUTSTANDING)
        full = await messenger.talk(post, _texts(UPDATES), OUTSTANDING)
        # The pace of each chat recovers, as it would between two busy moments.
        await asyncio.sleep(3)
        half = await messenger.talk_at(post, _texts(int(full.speed / 2 * SECONDS_AT_HALF)), full.speed / 2)
        memory = _memory(process.pid)
        post.close()
    await messenger.close()
    return Result(full, half, memory)


def _texts(count: int) -> list[tuple[int, str]]:
    """Texts to all chats in turn; every chat tells one thing after the other."""
    cases = {chat: _case(chat) for chat in range(1, CHATS + 1)}
    return list(
        itertools.islice(
            ((chat, case[turn % len(case)]) for turn in itertools.count() for chat, case in cases.items()), count
        )
    )


def _case(chat: int) -> tuple[str, ...]:
    """What one person tells, sentence by sentence, before he begins again: hardly two tell the same."""
    draw = Random(chat)
    insured = draw.choice((f"社保{draw.randint(1, 15)}年", f"社保交了{draw.randint(6, 180)}个月"))
    family = draw.choice(FAMILIES).format(years=draw.randint(1, 15))
    return (f"{draw.randint(24, 52)}岁", draw.choice(DEGREES), insured, draw.choice(TITLES), family, "重新开始")


@asynccontextmanager
async def _running(bot: Bot, server: str) -> AsyncIterator[tuple[int, "subprocess.Popen[bytes]"]]:
    port = free_port()
    folder = tempfile.mkdtemp()
    own = {
        "HUJIFEN_TELEGRAM_TOKEN": TOKEN,
        "HUJIFEN_TELEGRAM_API": server,
        "HUJIFEN_DATABASE_URL": f"sqlite:///{folder}/bench.db",
        "HUJIFEN_PORT": str(port),
        "HUJIFEN_LOG_LEVEL": "warning",
        "HUJIFEN_PUBLIC_URL": f"http://127.0.0.1:{port}",
    }
    arguments = [] if bot.consents else [str(port), server, TOKEN]
    cores = sorted(os.sched_getaffinity(0))
    with subprocess.Popen(["taskset", "-c", str(cores[0]), *bot.command, *arguments], env=os.environ | own) as process:
        try:
            await _until_open(port, process)
            yield port, process
        finally:
            process.terminate()
            process.wait(30)
            shutil.rmtree(folder)


async def _until_open(port: int, process: "subprocess.Popen[bytes]") -> None:
    async with asyncio.timeout(60):
        while True:
            if process.poll() is not None:
                raise RuntimeError(f"the bot exits with {process.returncode}")
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return


def _memory(pid: int) -> int:
    """What a process and its children keep in memory now, in MB."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // (1 << 20) + sum(_memory(int(child)) for child in children)


def main() -> int:
    """Measures all bots in turn, some rounds, and prints the medians; the exit status."""
    cores = sorted(os.sched_getaffinity(0))
    rounds: dict[str, list[Result]] = {bot.name: [] for bot in BOTS}
    for number in range(ROUNDS):
        for bot in BOTS:
            print(f"... round {number + 1}: {bot.name}", file=sys.stderr, flush=True)
            with _on_core(cores[-1]):
                rounds[bot.name].append(asyncio.run(measure(bot)))
    print(f"{'':32}{'updates/s':>10}{'p50 ms':>8}{'p99 ms':>8}{'p99 ms at half load':>21}{'MB':>6}")
    for name, results in rounds.items():
        full, half = [each.full for each in results], [each.half for each in results]
        print(
            f"{name:32}{median(each.speed for each in full):10.0f}{median(each.median for each in full):8.1f}"
            f"{median(each.p99 for each in full):8.1f}{median(each.p99 for each in half):21.1f}"
            f"{median(each.memory for each in results):6.0f}"
        )
    missed = [line for met, line in _targets(rounds) if not met]
    for met, line in _targets(rounds):
        print(f"{'ok  ' if met else 'MISS'} {line}")
    return 1 if missed else 0


def _targets(rounds: dict[str, list[Result]]) -> list[tuple[bool, str]]:
    targets = []
    for ours, bare, times, megabytes in ((OURS_AIOGRAM, BARE_AIOGRAM, 1.0, 220), (OURS_PTB, BARE_PTB, 2.0, 90)):
        # Of one round each: how fast the machine is changes within minutes.
        pairs = zip(rounds[ours.name], rounds[bare.name], strict=True)
        ratio = median(our.full.speed / peer.full.speed for our, peer in pairs)
        late = median(each.half.p99 for each in rounds[ours.name])
        memory = median(each.memory for each in rounds[ours.name])
        targets += [
            (ratio >= times, f"{ours.name}: {ratio:.2f} times as fast as the {bare.name}, at least {times:g}"),
            (late <= 60, f"{ours.name}: p99 at half load {late:.0f} ms, at most 60"),
            (memory <= megabytes, f"{ours.name}: {memory:.0f} MB, at most {megabytes}"),
        ]
    return targets


@contextmanager
def _on_core(core: int) -> Iterator[None]:
    """This process on one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


if __name__ == "__main__":
    raise SystemExit(main())
