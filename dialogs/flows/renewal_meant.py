"""What a message means for the renewal: the permit's last day, that it has ended, that it is endorsed, a calendar."""

import re
from datetime import date, timedelta

from dialogs.flows.expiry import day_said, ended_about, says_year
from dialogs.flows.meant import Meant, bare, says_not_yet
from dialogs.flows.pages import RENEW, enter, tick
from dialogs.flows.renewal import ENDORSED
from dialogs.flows.renewal_screen import EXPIRES, last_day, overdue_since, said_to_be_over
from dialogs.flows.wishes import asks_for_calendar, asks_to_be_reminded
from dialogs.path import Standing
from dialogs.screens import Screen
from dialogs.talk import ANSWER, Entry
from dialogs.texts import Texts

_WHOLE = len("2026-12-15")
"""Characters of a whole day; a month alone has fewer."""
_HOW = (
    r"(?:(?:请问|那么?|我|该|应该|要|可以|现在|还|能)*(?:怎么|怎样|如何|咋|什么时候)(?:去|要|能)?"
    r"(?:办理?|续签|续期|续办|续|弄|处理|签注|搞)(?:手续|居住证|积分)?(?:呢|啊|呀)?"
    r"|(?:还|现在)*能(?:不能)?(?:续签?|签注|补办)吗?"
    r"|(?:so )?(?:what (?:should|do|can|must) i do(?: now)?|what now"
    r"|how (?:do|can|should) i renew(?: (?:it|the permit|my points))?"
    r"|how to renew(?: it)?|can i (?:still )?renew(?: it)?|when (?:do|must|should|can) i renew(?: it)?))"
)
_TOLD_AND_ASKED = re.compile(rf"(?P<told>.+?)[\s,.;!?]*(?:and )?(?P<asked>{_HOW})")
_PERMIT = re.compile(r"居住证|\b(?:permit|residence card)\b")
_LAPSED = re.compile(r"(?<!没)(?<!没有)(?<!不会)(?:过期|逾期)|\b(?:expired|overdue|lapsed|ran out)\b")
_ENDORSED = re.compile(
    r"(?:我|我们)?(?:今天|昨天|刚才|刚刚|刚|已经|已|都)*"
    r"(?:(?:居住证|证)?(?:的)?(?:签注|续签)(?:手续)?(?:已经|已|都|今天|刚)*)?"
    r"(?:(?:办|弄|做|签|续|搞)(?:好|完|过|妥|定)?|(?<=签注)(?:好|完|过)?|(?<=续签)(?:好|完|过)?)了"
    r"|(?:yes,? ?)?(?:i |it |the permit |my permit )?(?:have |has |is |was |'ve )?(?:already |just )?(?:been )?"
    r"(?:endorsed|renewed|done)(?: (?:it|the permit|my permit))?(?: already| today| now)?"
)


def renewal_asked_for(message: str, at: Standing) -> Meant | None:
    """The renewal that a message asks for with the permit's last day, or because the permit has ended; or None."""
    said = _TOLD_AND_ASKED.fullmatch(bare(message).rstrip("? "))
    if said is None or not _PERMIT.search(said["told"]):
        return None
    known, today = last_day(at.facts), at.facts.as_of
    day = day_said(said["told"], today)
    if day is not None and len(day) == _WHOLE:
        return Meant((enter(RENEW), _ends(day)))
    if not _LAPSED.search(said["told"]):
        return None
    if known is not None and known < today:
        return Meant((enter(RENEW),))
    forget = () if at.facts.permit_expires is None else (Entry(ANSWER, forgets=(EXPIRES,)),)
    return Meant((enter(RENEW), overdue_since(ended_about(said["told"], today)), *forget))


def renewal_meant(message: str, screen: Screen, at: Standing, text: Texts) -> Meant | None:
    """What a message means on the page of the renewal, or None."""
    partly = at.facts.permit_expires if screen.asking == EXPIRES else None
    day = day_said(message, _begin(screen, at), partly=partly, over=said_to_be_over(at.known))
    if day is not None and (len(day) == _WHOLE or screen.asking == EXPIRES):
        return Meant((_ends(day),), () if says_year(message) else (text("flow.renew.taken_as", day=day),))
    if screen.asking == EXPIRES:
        asks = asks_for_calendar(message) or asks_to_be_reminded(message)
        return Meant(say=(text("flow.renew.day_first"), *screen.say)) if asks else None
    if asks_for_calendar(message):
        return Meant(choice=next(choice for choice in screen.choices if choice.gives is not None))
    if asks_to_be_reminded(message):
        return Meant(say=(text("flow.renew.no_reminders"),))
    return _of_the_endorsement(message, screen, at, text)


def _begin(screen: Screen, at: Standing) -> date:
    """The day from which a day without its year is sought: an endorsed permit ends after the present one."""
    expires = last_day(at.facts)
    return expires + timedelta(days=1) if expires is not None and _mark(screen) in at.known.ticked else at.facts.as_of


def _mark(screen: Screen) -> str:
    """What is ticked on a screen when the permit is endorsed; empty where it cannot be yet."""
    return next((choice.id for choice in screen.choices if choice.id.startswith(f"{ENDORSED}:")), "")


def _of_the_endorsement(message: str, screen: Screen, at: Standing, text: Texts) -> Meant | None:
    """What a message says of the endorsement where a plan is shown."""
    mark = _mark(screen)
    endorsed = mark in at.known.ticked
    if says_not_yet(message):
        return Meant(say=(text("flow.renew.new_day_later" if endorsed else "flow.renew.not_endorsed"),))
    if not mark or not _ENDORSED.fullmatch(bare(message)):
        return None
    return Meant(say=(text("flow.ask.permit_expires_new"),)) if endorsed else Meant((tick(mark, at),))


def _ends(day: str) -> Entry:
    return Entry(ANSWER, facts={EXPIRES: day})
