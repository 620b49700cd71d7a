"""Ticking steps and papers in words (打勾): 身份证有了, 全部准备好了, I have the contract. A no ticks nothing, ever."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dialogs.flows.meant import Meant, bare
from dialogs.flows.pages import tick
from dialogs.path import Standing
from dialogs.texts import Texts


@dataclass(frozen=True, slots=True)
class Tickable:
    """A step or paper that can be ticked: its mark, its label, and what people call it."""

    mark: str
    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a message says of steps or papers: those of these names are done, are not, or are only named (None)."""

    done: bool | None
    names: tuple[str, ...]


_LONGEST = 60
_ASKED = re.compile(
    r"[?？吗呢]|什么|怎|哪|几|多少|如何|是不是|有没有|能不能|要不要"
    r"|^(?:what|how|where|which|who|when|why|do|does|did|is|are|can|could|should|must|will)\b"
)
_ALL = re.compile(
    r"(?:我)?(?:所有|全部|这些|申请)?(?:的)?(?:材料|资料|证件|文件|东西|步骤)?(?:我)?(?:也|已经|已)?(?:全部|全都|都|全|齐)"
    r"(?:已经|已)?(?:给|都)?(?:准备|备|办|弄|做|搞|带)?(?:好|齐|全|有|完|齐全|定)了?"
    r"|(?:全部|所有)(?:的)?(?:材料|资料)?(?:准备|办|弄|备)(?:好|齐|完)了?|(?:材料|资料|东西)?(?:准备|备)?齐了"
    r"|(?:i have |i've )?(?:got )?(?:all|everything)(?: of)?(?: the| my| them)?"
    r"(?: papers| documents| materials| steps)?"
    r"(?: is| are)?(?: now)?(?: ready| done| prepared| complete| finished)"
    r"|i have (?:everything|all(?: of)?(?: the| my| them)?(?: papers| documents| materials)?)|all set"
)
_ZH_VERB = (
    r"(?:准备|办|做|拿|弄|搞|备|交|填|打印|盖|签|领|查|开|下载|递交|提交|收|写)?"
    r"(?:好|完|妥|齐|到手|到|定|过|章|字|好章|好字)?"
)
_DONE = (
    re.compile(
        rf"(?:我们?的?)?(?P<name>[^.!?]+?)(?:我|我们)?(?:都|也|已经|已|早就|刚)*"
        rf"(?:有|齐|通过|完成|搞定|交|办|做|{_ZH_VERB}(?<=[好完妥齐手到定过章字]))了"
    ),
    re.compile(r"(?:我|我们)?(?:已经|已|也|都)*(?:有|准备好|办好|拿到|备好|做好|完成)了?(?P<name>[^.!?]+?)了?"),
    re.compile(
        r"(?:yes,? )?i(?:'ve| have)?(?: already)?(?: got| have| prepared| finished| done)?"
        r" (?:the |my |our |an? )?(?P<name>.+?)(?: ready| now| already| done)?"
    ),
    re.compile(
        r"(?:the |my |our )?(?P<name>.+?)(?: is| are| has been)?(?: all| now| already)?"
        r" (?:ready|done|finished|completed?|prepared|here|there)"
    ),
)
_NOT_DONE = (
    re.compile(
        r"(?:我们?的?)?(?P<name>[^.!?]+?)(?:我|我们)?(?:都|也)?(?:还没有?|没有?|还未|未|还差|还缺)"
        rf"(?:有|通过|完成|{_ZH_VERB})(?:呢)?"
    ),
    re.compile(
        r"(?:我|我们)?(?:都|也)?(?:还没有?|没有?|还未|未|还差|还缺|缺|差)(?:准备|办|做|拿|弄|交)?(?:好|完|到)?(?P<name>[^.!?]+)"
    ),
    re.compile(
        r"(?:no,? )?i (?:don't|do not|haven't|have not|still need|need|lack)(?: have| got)?(?: yet)?"
        r" (?:the |my |our |an? )?(?P<name>.+?)(?: yet)?"
    ),
    re.compile(
        r"(?:the |my |our )?(?P<name>.+?)(?: is| are)?(?: still)?"
        r" (?:not (?:ready|done|there|finished|here|complete)|missing)(?: yet)?"
    ),
    re.compile(r"no (?P<name>.+?)(?: yet)?"),
)
_SEVERAL = re.compile(r"\s*(?:[,、;]|和|与|以及|还有|跟|&|\band\b)\s*(?:the |my )?")
_SHORTEST = 2
"""Characters of the shortest part of a name by which something is found."""


def ticked_in_words(
    message: str, things: Sequence[Tickable], at: Standing, text: Texts, *, all_of: Iterable[Tickable] | None = None
) -> Meant | None:
    """What a message ticks, or no longer ticks; a name that may be several offers them; None where it names nothing.

    That all is ready means `all_of` them, where given. A name alone ticks nothing, unless these are given.
    """
    if _ALL.fullmatch(bare(message)):
        return done_in_words(things if all_of is None else all_of, at, text)
    for claim in claims(message):
        if claim.done is None and all_of is None:
            continue
        found = [_called(name, things) for name in claim.names]
        if not all(each.things for each in found):
            continue
        # A word alone ticks only what it is the name of.
        unsure = next((each for each in found if len(each.things) > 1 or (claim.done is None and not each.exact)), None)
        if unsure is not None:
            return Meant(say=(text("flow.tick.which", names=_labels(unsure.things, text)),))
        meant = [each.things[0] for each in found]
        return not_done_in_words(meant, at, text) if claim.done is False else done_in_words(meant, at, text)
    return None


def named_in(message: str, things: Iterable[Tickable]) -> Tickable | None:
    """The one thing that a message is the name of, or None."""
    said = bare(message)
    return next((thing for thing in things if said in thing.names), None)


def claims(message: str) -> Iterator[Claim]:
    """What a message may say of steps or papers, what it most likely says first; of a question nothing."""
    said = bare(message)
    if len(said) > _LONGEST or _ASKED.search(said):
        return
    yield Claim(None, _names(said))
    for done, patterns in ((False, _NOT_DONE), (True, _DONE)):
        for pattern in patterns:
            if match := pattern.fullmatch(said):
                yield Claim(done, _names(match["name"]))


def _names(said: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in _SEVERAL.split(said)) if name)


class _Called(NamedTuple):
    """The things that a name means, and whether it is exactly theirs."""

    things: Sequence[Tickable]
    exact: bool


def _called(name: str, things: Sequence[Tickable]) -> _Called:
    """The things of a name, or else those in whose names it stands."""
    exactly = [thing for thing in things if name in thing.names]
    if exactly or len(name) < _SHORTEST:
        return _Called(exactly, exact=True)
    return _Called([thing for thing in things if any(_stands_in(name, each) for each in thing.names)], exact=False)


def _stands_in(part: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(part)}\b", name) is not None if part.isascii() else part in name


def done_in_words(things: Iterable[Tickable], at: Standing, text: Texts) -> Meant:
    """What ticking things enters and says; those that are ticked stay so."""
    new = [thing for thing in things if thing.mark not in at.known.ticked]
    if not new:
        return Meant(say=(text("flow.tick.already"),))
    said = text("flow.tick.done", names=_labels(new, text))
    return Meant(tuple(tick(thing.mark, at) for thing in new), (said,))


def not_done_in_words(things: Collection[Tickable], at: Standing, text: Texts) -> Meant:
    """What saying that things are not done enters and says: their ticks are taken back."""
    taken_back = tuple(tick(thing.mark, at) for thing in things if thing.mark in at.known.ticked)
    return Meant(taken_back, (text("flow.tick.open", names=_labels(things, text)),))


def _labels(things: Iterable[Tickable], text: Texts) -> str:
    return text("flow.papers.separator").join(thing.label for thing in things)
