"""What a message means on a page of a procedure: what it enters, a choice that it takes, or only a reply."""

import re
from dataclasses import dataclass

from dialogs.screens import Choice
from dialogs.talk import Entry
from dialogs.understanding import IntentKind, intent
from dialogs.understanding.plain import folded


@dataclass(frozen=True, slots=True)
class Meant:
    """What a message comes to: a choice that is taken, or else entries with what is said before, or only the latter."""

    entries: tuple[Entry, ...] = ()
    say: tuple[str, ...] = ()
    choice: Choice | None = None


_NOT_YET = re.compile(
    r"(?:我|我们|单位|公司)?(?:这一?步|这个)?(?:暂时|目前|现在)?(?:还|都|都还)?(?:没有?|未|不)(?:有|能)?(?:去)?"
    r"(?:办|做|弄|签|签注|续|续签|准备|完成|申请|收到|拿到)?(?:好|完|过|成)?(?:这一?步)?(?:呢|啊|哦)?"
    r"|(?:no,? ?)?(?:(?:it(?:'s| is) |i'm |i am )?not (?:yet|done|ready|finished|renewed)(?: yet)?"
    r"|i (?:haven't|have not|didn't|did not)(?: (?:done|do|renewed?|finished)(?: it| that)?)?(?: yet)?|still not)"
)
_DONE = re.compile(
    r"(?:我|我们|单位|公司)?(?:这一?步|这个)?(?:已经|已|都|早就)*(?:(?:办|做|弄|搞|完|签|续|交|拿)?(?:好|完|定|成|妥|到|过)|有|完成|办|做)了"
    r"|完成|(?:yes,? ?)?(?:it(?:'s| is) |that(?:'s| is) |this is |i'm |already )?"
    r"(?:done|finished|completed?|ready)(?: it)?"
    r"|(?:yes,? ?)?i (?:did|have(?: it)?|got it)|got it"
)
_HEARD = re.compile(r"好的?|好滴|嗯+|行|可以|知道了|明白了?|了解了?|收到|okay|ok|sure|fine|i see|understood|alright")
"""Words that only say that something was read; nothing is done by them."""


def bare(message: str) -> str:
    """A message folded, without the marks around it."""
    return folded(message).strip(" .,!~…\n")


def says_not_yet(message: str) -> bool:
    """Whether a message is a bare no: it is not so, or not yet."""
    wish = intent(message)
    return bool(_NOT_YET.fullmatch(bare(message))) or (wish is not None and wish.kind is IntentKind.NO)


def says_done(message: str) -> bool:
    """Whether a message is a bare yes: it is so, it is done."""
    said, wish = bare(message), intent(message)
    if _DONE.fullmatch(said):
        return True
    return wish is not None and wish.kind is IntentKind.YES and not _HEARD.fullmatch(said)


def says_heard(message: str) -> bool:
    """Whether a message only says that something was read."""
    return bool(_HEARD.fullmatch(bare(message)))
