"""The files that a talk offers, made for any channel."""

from datetime import date
from typing import NamedTuple

from bot.calendar_file import renewal_calendar
from bot.texts import texts
from dialogs.flows.renewal import renewal_plan
from dialogs.screens import RENEWAL_CALENDAR, Attachment


class File(NamedTuple):
    """A file: a name to save it by, its content, and the command that writes the same."""

    name: str
    content: bytes
    command: str


def file_of(attachment: Attachment, *, on: date, locale: str) -> File:
    """The file that an attachment stands for, as of a day. ValueError for a kind that there is not."""
    if attachment.kind != RENEWAL_CALENDAR:
        raise ValueError(f"no such attachment: {attachment.kind!r}")
    told = {name: date.fromisoformat(day) for name, day in attachment.parameters.items()}
    expires, plan = told["expires"], renewal_plan(told["expires"], on, endorsed=told.get("endorsed"))
    return File(
        name=f"hujifen-{expires}.ics",
        content=renewal_calendar(plan, texts(locale)),
        command=f"hujifen calendar {expires} hujifen-{expires}.ics --lang {locale}",
    )
