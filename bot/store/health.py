"""How the store is (健康状况): what waits, what died, and whether its tables are those of this program."""

from dataclasses import dataclass
from datetime import datetime

from alembic.migration import MigrationContext
from sqlalchemy import Connection, Select, func, select

from bot.store.migrate import NEWEST
from bot.store.tables import CONVERSATION, DEAD_LETTER, OUTGOING


@dataclass(frozen=True, slots=True)
class Dead:
    """A dead letter, without what was said in it."""

    channel: str
    problem: str
    died_at: datetime


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
        last_dead=tuple(Dead(row.channel, row.problem, row.died_at) for row in letters),
    )


def _scalar(db: Connection, statement: Select[int]) -> int:
    return db.execute(statement).scalar_one()
