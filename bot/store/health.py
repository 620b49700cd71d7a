"""How the store is (健康状况): what waits, what died, and whether its tables are those of this program."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime

from alembic.migration import MigrationContext
from sqlalchemy import Connection, Select, func, select

from bot.store.migrate import NEWEST
from bot.store.tables import CONVERSATION, DEAD_LETTER, OUTGOING


@dataclass(frozen=True, slots=True)
class Dead:
    """A dead letter: what went wrong, and when; `raw` may tell what people said, and is shown only to who asks."""

    channel: str
    problem: str
    died_at: datetime
    raw: str


@dataclass(frozen=True, slots=True)
class Health:
    """The store at a moment.

    `revision` is that of its tables (None: there are none); `overdue` is what should have been sent a minute ago,
    `later` what is due later, the reminders above all.
    """

    kind: str
    revision: str | None
    conversations: int = 0
    unreachable: int = 0
    overdue: int = 0
    later: int = 0
    dead: int = 0
    last_dead: tuple[Dead, ...] = ()

    @property
    def newest(self) -> str:
        """The revision of this program's tables."""
        return NEWEST

    def plain(self, *, raw: bool) -> dict[str, object]:
        """The same as plain JSON; with `raw` also what was said in the dead letters."""
        letters = [
            {"channel": each.channel, "problem": each.problem, "died_at": each.died_at.isoformat()}
            | ({"raw": each.raw} if raw else {})
            for each in self.last_dead
        ]
        counts = asdict(replace(self, last_dead=()))
        return {"well": self.is_well, "newest": self.newest} | counts | {"last_dead": letters}

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to look after it."""
        return self.revision == NEWEST and not self.overdue and not self.dead


def health(db: Connection, now: datetime, *, overdue: datetime, shown: int = 5) -> Health:
    """How the store is; `overdue` is the moment before which everything should have been sent."""
    revision = MigrationContext.configure(db).get_current_revision()
    if revision is None:
        return Health(db.dialect.name, revision)

    letters = db.execute(select(DEAD_LETTER).order_by(DEAD_LETTER.c.died_at.desc()).limit(shown))
    return Health(
        kind=db.dialect.name,
        revision=revision,
        conversations=_scalar(db, select(func.count()).select_from(CONVERSATION)),
        unreachable=_scalar(db, select(func.count()).where(CONVERSATION.c.reachable.is_(False))),
        overdue=_scalar(db, select(func.count()).where(OUTGOING.c.due_at < overdue)),
        later=_scalar(db, select(func.count()).where(OUTGOING.c.due_at > now)),
        dead=_scalar(db, select(func.count()).select_from(DEAD_LETTER)),
        last_dead=tuple(Dead(row.channel, row.problem, row.died_at, row.raw) for row in letters),
    )


def _scalar(db: Connection, statement: Select[int]) -> int:
    return db.execute(statement).scalar_one()
