"""Lanes before a messenger that fails in every way: everything arrives, in order, and only what perhaps did twice."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import OperationalError

from bot.channels.channel import NotSent, Refused, TryLater, Uncertain
from bot.channels.patience import Patience
from bot.delivery.lanes import Lanes, Persistence
from bot.delivery.pace import Pace
from bot.delivery.sweeper import Sweeper
from bot.messages import Address, Button, Note, Outgoing, Show
from bot.store.conversations import begin_conversation
from bot.store.database import open_database
from bot.store.migrate import migrate
from bot.store.outbox import HELD_FOR, Pending, hold_before, hold_due, put
from bot.store.tables import CONVERSATION, DEAD_LETTER, OUTGOING
from bot.store.writer import Result, Writer
from tests.postgres import Server

BEGINNING = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
AT_ONCE = Patience(first=0.001, longest=0.002)
QUICK = Persistence(attempts=4, uncertain=AT_ONCE, unreached=AT_ONCE, store=AT_ONCE)
UNHURRIED = Pace(burst=1000, seconds=0.001)
ADDRESS, ANOTHER = Address("line:1", "5"), Address("line:1", "6")
AGREE = ((Button("同意", "hjf:consent:"),),)


class Line:
    """A channel in which a message ends at a bar. What goes wrong next is ordered beforehand."""

    name = "line:1"

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.buttons: list[bool] = []
        self.tries = 0
        self.troubles: deque[Exception | None] = deque()
        self.arrives_all_the_same = False
        self.is_down = False

    def parted(self, what: Outgoing) -> tuple[Outgoing, Outgoing | None]:
        """See `Channel.parted`."""
        assert isinstance(what, Show)
        first, bar, rest = what.text.partition("|")
        return (Show(first), Show(rest, what.buttons)) if bar else (what, None)

    async def send(self, chat: str, what: Outgoing) -> int | None:
        """See `Channel.send`."""
        assert isinstance(what, Show)
        self.tries += 1
        trouble = NotSent("refused") if self.is_down else self.troubles.popleft() if self.troubles else None
        if trouble is None or (isinstance(trouble, Uncertain) and self.arrives_all_the_same):
            self.heard.append(what.text)
            self.buttons.append(bool(what.buttons))
        if trouble is not None:
            raise trouble
        return len(self.heard)

    async def answer(self, note: Note) -> None:
        """See `Channel.answer`."""
        raise NotSent


class Breakable(Writer):
    """A writer whose database goes away."""

    is_gone = False

    async def run(self, work: Callable[[Connection], Result], *, lane: str = "") -> Result:
        if self.is_gone:
            raise OperationalError("UPDATE", {}, Exception("gone"))
        return await super().run(work, lane=lane)


class Clock:
    """The time as the bot is told it."""

    now = BEGINNING


class Bench:
    """Everything around the lanes: a store, a messenger, and a clock."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.writer = Breakable(engine)
        self.line = Line()
        self.clock = Clock()

    @asynccontextmanager
    async def lanes(self, holder: str = "one", persistence: Persistence = QUICK) -> AsyncIterator[Lanes]:
        """Lanes of one process, until it ends."""
        lanes = Lanes(
            self.line,
            self.writer,
            holder=holder,
            now=lambda: self.clock.now,
            pace=UNHURRIED,
            persistence=persistence,
        )
        try:
            yield lanes
        finally:
            await lanes.close(0)

    async def puts(self, *texts: str, holder: str = "one", to: Address = ADDRESS) -> list[Pending]:
        """Puts screens into the outbox as a turn does; gives what its process is to send."""
        now = self.clock.now

        def puts(db: Connection) -> list[Pending]:
            before = hold_before(db, to, holder, now)
            assert before is not None
            until = now + HELD_FOR
            screens = [Show(each, AGREE) for each in texts]
            return [*before, *(put(db, to, each, due=now, holder=holder, held_until=until) for each in screens)]

        return await self.writer.run(puts)

    def rows(self) -> list[tuple[str, object]]:
        """What is in the outbox: its body, and since when it failed."""
        with self.engine.begin() as db:
            return [(row.body, row.failing_since) for row in db.execute(select(OUTGOING).order_by(OUTGOING.c.id))]

    def dead(self) -> list[str]:
        """What went wrong with the dead letters."""
        with self.engine.begin() as db:
            return list(db.execute(select(DEAD_LETTER.c.problem).order_by(DEAD_LETTER.c.id)).scalars())

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Waits for something, not for ever."""
        async with asyncio.timeout(20):
            while not is_so():
                await asyncio.sleep(0.002)

    async def sent(self, lanes: Lanes) -> None:
        """Waits until nothing waits any more."""
        await self.until(lambda: not lanes.waiting)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    yield from _on(f"sqlite:///{tmp_path}/lanes.db")


@pytest.fixture
def shared(postgres: Callable[[], Server]) -> Iterator[Bench]:
    """The same on a database that several processes use."""
    yield from _on(postgres().new_database())


def _on(database: str) -> Iterator[Bench]:
    engine = open_database(database)
    migrate(engine)
    bench = Bench(engine)
    yield bench
    bench.writer.close()
    engine.dispose()


async def test_what_surely_was_not_sent_is_tried_as_often_as_it_takes(bench: Bench) -> None:
    bench.line.troubles.extend(NotSent() for _ in range(50))
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一", "二", "三"))
        await bench.sent(lanes)
    assert bench.line.heard == ["一", "二", "三"]
    assert (bench.line.tries, bench.dead(), bench.rows()) == (53, [], [])


async def test_after_a_day_it_is_put_aside_and_what_came_later_has_a_day_of_its_own(bench: Bench) -> None:
    bench.line.is_down = True
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一"))
        await bench.until(lambda: bench.line.tries > 3)
        bench.clock.now += timedelta(hours=13)
        lanes.add(await bench.puts("二", "三"))
        bench.clock.now += timedelta(hours=10, minutes=59)
        tried = bench.line.tries
        await bench.until(lambda: bench.line.tries > tried + 3)
        assert bench.dead() == []
        bench.clock.now += timedelta(minutes=1)
        await bench.until(lambda: len(bench.dead()) == 1)
        tried = bench.line.tries
        await bench.until(lambda: bench.line.tries > tried + 3)
        assert bench.dead() == ["the messenger could not be reached: refused"]
        bench.clock.now += timedelta(hours=13)
        await bench.sent(lanes)
    assert (bench.dead(), bench.line.heard) == (["the messenger could not be reached: refused"] * 3, [])


async def test_since_when_it_fails_is_known_after_a_restart(bench: Bench) -> None:
    bench.line.is_down = True
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一"))
        await bench.until(lambda: bench.line.tries > 3)
    [(_, since)] = bench.rows()
    assert since == BEGINNING
    bench.clock.now += timedelta(hours=23)
    async with bench.lanes("two") as lanes:
        lanes.add(await bench.puts(holder="two"))
        await bench.until(lambda: bench.line.tries > 6)
        assert bench.rows() == [(bench.rows()[0][0], BEGINNING)]
        bench.clock.now += timedelta(hours=1)
        await bench.until(lambda: bench.dead() == ["the messenger could not be reached: refused"])


async def test_what_lay_for_days_has_its_day_from_when_it_was_tried_first(bench: Bench) -> None:
    lain = await bench.puts("一")
    bench.clock.now += timedelta(days=3)
    bench.line.troubles.extend([NotSent(), NotSent()])
    async with bench.lanes() as lanes:
        lanes.add(lain)
        await bench.sent(lanes)
    assert (bench.line.heard, bench.dead()) == (["一"], [])


async def test_while_the_messenger_is_away_the_store_is_written_once_for_a_chat(bench: Bench) -> None:
    bench.line.is_down = True
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一", "二"))
        await bench.until(lambda: bench.line.tries > 3)
        bench.writer.is_gone = True
        await bench.until(lambda: bench.line.tries > 9)
        bench.writer.is_gone = False
        bench.line.is_down = False
        await bench.sent(lanes)
    assert bench.line.heard == ["一", "二"]


async def test_who_says_something_after_it_is_answered_at_once_however_long_the_pause_became(bench: Bench) -> None:
    bench.line.is_down = True
    async with bench.lanes(persistence=Persistence(unreached=Patience(first=600, longest=600))) as lanes:
        lanes.add(await bench.puts("一"))
        await bench.until(lambda: bench.line.tries == 1)
        bench.line.is_down = False
        lanes.add(await bench.puts("二"))
        await bench.sent(lanes)
    assert bench.line.heard == ["一", "二"]


async def test_what_perhaps_was_sent_is_tried_a_few_times_only(bench: Bench) -> None:
    bench.line.troubles.extend(Uncertain("broke") for _ in range(4))
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一", "二"))
        await bench.sent(lanes)
    assert (bench.line.heard, bench.dead()) == (["二"], ["it never surely arrived: broke"])


async def test_pauses_grow_to_a_few_minutes_and_not_beyond() -> None:
    pauses = [Persistence().unreached.pause(failures) for failures in range(1, 2000)]
    assert pauses[:4] == [0.5, 1, 2, 4]
    assert pauses == sorted(pauses)
    assert 60 <= pauses[-1] <= 300
    # A day is over before that many.
    assert sum(pauses) > 86_400


# ------------------------------------------------------------------------------------------------------ long screens


async def test_of_a_screen_of_several_messages_only_the_one_that_perhaps_arrived_is_repeated(bench: Bench) -> None:
    bench.line.arrives_all_the_same = True
    bench.line.troubles.extend([None, Uncertain(), None, TryLater(0.001), NotSent(), None])
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一|二|三", "四"))
        await bench.sent(lanes)
    assert bench.line.heard == ["一", "二", "二", "三", "四"]
    assert bench.line.buttons == [False, False, False, True, True]
    assert bench.rows() == []


async def test_after_a_restart_in_the_middle_of_a_screen_only_the_rest_is_sent(bench: Bench) -> None:
    bench.line.troubles.extend([None, None])
    async with bench.lanes() as lanes:
        bench.line.troubles.append(TryLater(60))
        lanes.add(await bench.puts("一|二|三|四"))
        await bench.until(lambda: bench.line.tries == 3)
    async with bench.lanes("two") as lanes:
        lanes.add(await bench.puts("五", holder="two"))
        await bench.sent(lanes)
    assert bench.line.heard == ["一", "二", "三", "四", "五"]


async def test_what_is_refused_in_the_middle_of_a_screen_is_put_aside_without_what_was_sent(bench: Bench) -> None:
    bench.line.troubles.extend([None, Refused("no")])
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一|二|三", "四"))
        await bench.sent(lanes)
    assert (bench.line.heard, bench.dead()) == (["一", "四"], ["refused: no"])


async def test_the_message_of_a_screen_is_its_last_one(bench: Bench) -> None:
    def begins(db: Connection) -> Pending:
        now = bench.clock.now
        begun = begin_conversation(db, ADDRESS, locale="en", locale_fixed=False, revision=7, by="", now=now)
        screen, until = Show("一|二"), now + HELD_FOR
        return put(db, ADDRESS, screen, due=now, conversation=begun.id, revision=7, holder="one", held_until=until)

    async with bench.lanes() as lanes:
        lanes.add([await bench.writer.run(begins)])
        await bench.sent(lanes)
    with bench.engine.begin() as db:
        assert db.execute(select(CONVERSATION.c.screen)).scalar_one() == 2


# ------------------------------------------------------------------------------------------- the store is not there


async def test_what_is_behind_stays_behind_while_the_store_is_not_there(bench: Bench) -> None:
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一", "二", "三"))
        bench.writer.is_gone = True
        await bench.until(lambda: bench.line.heard == ["一"])
        await asyncio.sleep(0.02)
        bench.writer.is_gone = False
        lanes.add(await bench.puts("四"))
        await bench.sent(lanes)
    assert (bench.line.heard, bench.rows()) == (["一", "二", "三", "四"], [])


async def test_what_another_process_took_meanwhile_is_left_to_it(bench: Bench) -> None:
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一", "二", "三"))
        bench.writer.is_gone = True
        await bench.until(lambda: bench.line.heard == ["一"])
        bench.clock.now += 2 * HELD_FOR
        with bench.engine.begin() as db:
            taken = hold_before(db, ADDRESS, "two", bench.clock.now)
        assert taken is not None
        bench.writer.is_gone = False
        await bench.sent(lanes)
        assert bench.line.heard == ["一"]
    async with bench.lanes("two") as others:
        others.add(taken[1:])
        await bench.sent(others)
    assert bench.line.heard == ["一", "二", "三"]


async def test_what_a_dead_process_held_is_not_overtaken_by_what_was_put_in_behind_it(
    shared: Bench,
) -> None:
    held = await shared.puts("一", "二", holder="dead")
    with shared.engine.begin() as db:
        assert hold_before(db, ADDRESS, "one", shared.clock.now) is None
        put(db, ADDRESS, Show("三", AGREE), due=shared.clock.now)
        # So many at one look.
        shared.clock.now += HELD_FOR
        found = hold_due(db, "line:1", "one", shared.clock.now, at_most=1)
    assert [each.id for each in found] == [held[0].id]
    async with shared.lanes() as lanes:
        lanes.add(found)
        await shared.until(lambda: len(shared.line.heard) == 3)
        await shared.sent(lanes)
    assert shared.line.heard == ["一", "二", "三"]


async def test_what_another_process_is_sending_is_not_overtaken_by_what_was_put_in_behind_it(
    shared: Bench,
) -> None:
    (mine,) = await shared.puts("一")
    with shared.engine.begin() as db:
        until = shared.clock.now + HELD_FOR
        theirs = put(db, ADDRESS, Show("二", AGREE), due=shared.clock.now, holder="two", held_until=until)
        put(db, ADDRESS, Show("三", AGREE), due=shared.clock.now)
    async with shared.lanes() as lanes, shared.lanes("two") as others:
        lanes.add([mine])
        await shared.sent(lanes)
        assert shared.line.heard == ["一"]
        others.add([theirs])
        await shared.until(lambda: len(shared.line.heard) == 3)
        await shared.sent(others)
    assert shared.line.heard == ["一", "二", "三"]
    assert shared.rows() == []


async def test_what_was_erased_while_it_waited_is_not_sent(bench: Bench) -> None:
    async with bench.lanes() as lanes:
        bench.line.troubles.append(TryLater(0.05))
        lanes.add(await bench.puts("一", "二"))
        await bench.until(lambda: bench.line.tries == 1)
        with bench.engine.begin() as db:
            db.execute(text("DELETE FROM outgoing"))
        await lanes.keep()
        await bench.sent(lanes)
    assert bench.line.heard == []


async def test_what_this_process_holds_is_not_sent_twice_by_it_when_it_finds_it_again(bench: Bench) -> None:
    async with bench.lanes() as lanes:
        sweeper = Sweeper(lanes, bench.writer, channel="line:1", holder="one", now=lambda: bench.clock.now)
        bench.line.troubles.append(TryLater(0.05))
        lanes.add(await bench.puts("一", "二"))
        await bench.until(lambda: bench.line.tries == 1)
        # For so long it could not say that it holds them.
        bench.clock.now += 2 * HELD_FOR
        await sweeper.look()
        await bench.sent(lanes)
    assert bench.line.heard == ["一", "二"]


async def test_hold_is_kept_of_however_many(bench: Bench) -> None:
    bench.line.is_down = True
    async with bench.lanes(persistence=Persistence()) as lanes:
        lanes.add(await bench.puts(*map(str, range(1200))))
        await asyncio.sleep(0)
        later = bench.clock.now = bench.clock.now + HELD_FOR / 2
        await lanes.keep()
        with bench.engine.begin() as db:
            held = set(db.execute(select(OUTGOING.c.held_until)).scalars())
    assert held == {later + HELD_FOR}


async def test_a_process_can_end_while_the_store_is_not_there(bench: Bench) -> None:
    bench.line.is_down = True
    async with bench.lanes() as lanes:
        lanes.add(await bench.puts("一"))
        lanes.add(await bench.puts("别人", to=ANOTHER))
        lanes.answer(Note("1"))
        await bench.until(lambda: bench.line.tries > 2)
        bench.writer.is_gone = True
    bench.writer.is_gone = False
    assert len(bench.rows()) == 2
