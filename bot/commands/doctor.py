"""`hujifen doctor`: how the store of a running bot is, and what could not be taken or sent."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.commands.arguments import add_json, add_lang
from bot.inputs import BadInput
from bot.output import Block, Table, one_line, print_blocks, print_json
from bot.settings import bad_setting, read_settings
from bot.texts import texts
from dialogs.texts import Texts

if TYPE_CHECKING:
    from bot.store.health import Health

OVERDUE = timedelta(minutes=1)
"""What was not sent for so long waits for something to be mended."""
SHOWN = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--raw`, `--json` and `--lang`."""
    parser.add_argument("--raw", action="store_true", help="show the dead letters whole, with what people said in them")
    add_json(parser)
    add_lang(parser)
    parser.epilog = "Settings: HUJIFEN_DATABASE_URL."


def run(options: argparse.Namespace) -> None:
    """Looks at the store. Raises `BadInput` where it cannot be reached."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.store.database import BadDatabaseUrl, open_database
    from bot.store.health import health

    now = datetime.now(UTC)
    try:
        engine = open_database(read_settings().database())
        with engine.begin() as db:
            found = health(db, now, overdue=now - OVERDUE, shown=SHOWN)
    except BadDatabaseUrl as problem:
        raise bad_setting("database_url", str(problem)) from None
    except SQLAlchemyError as problem:
        raise BadInput(f"the database cannot be used: {type(problem).__name__}") from None
    if options.json:
        print_json(found.plain(raw=options.raw))
    else:
        print_blocks(_blocks(found, texts(options.lang), raw=options.raw))


def _blocks(found: "Health", text: Texts, *, raw: bool) -> Iterator[Block]:
    yield text("doctor.well" if found.is_well else "doctor.unwell")
    if found.revision is None:
        yield text("doctor.no_tables")
        return
    rows = [
        (text("doctor.database"), found.kind),
        (text("doctor.revision"), text("doctor.revision_is", revision=found.revision, newest=found.newest)),
        (text("doctor.conversations"), f"{found.conversations}"),
        (text("doctor.unreachable"), f"{found.unreachable}"),
        (text("doctor.overdue"), f"{found.overdue}"),
        (text("doctor.later"), f"{found.later}"),
        (text("doctor.dead"), f"{found.dead}"),
    ]
    yield Table(text("doctor.store"), rows)
    if found.last_dead:
        letters = [
            (
                each.died_at.isoformat(timespec="seconds"),
                each.channel,
                each.problem,
                *([one_line(each.raw)] if raw else []),
            )
            for each in found.last_dead
        ]
        yield Table(text("doctor.last_dead"), letters)
