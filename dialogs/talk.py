"""A talk (一次对话) is the list of what came in; everything else is folded out of it.

So going back is leaving the last entry out, and changing an answer is one entry more: nothing remembers a current step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, Union

if TYPE_CHECKING:
    from dialogs.path import Standing

FactValue: TypeAlias = Union[str, int, float, bool, Sequence[str], Mapping[str, "FactValue"]]  # noqa: UP007
"""A fact as the public contract writes it in JSON."""

ANSWER, UNKNOWN, PICK, ASK, LEAVE = "answer", "unknown", "pick", "ask", "leave"
VIEW, GO_ON, KEEP, PAUSE, AGED = "view", "go_on", "keep", "pause", "aged"
ENTER, EXIT, TICK, DETAIL, RESTART = "enter", "exit", "tick", "detail", "restart"
KINDS = frozenset(
    (ANSWER, UNKNOWN, PICK, ASK, LEAVE, VIEW, GO_ON, KEEP, PAUSE, AGED, ENTER, EXIT, TICK, DETAIL, RESTART)
)


NOTHING_TOLD: Mapping[str, FactValue] = MappingProxyType({})


class Entry(NamedTuple):
    """One thing that came in.

    `kind` is `answer` (facts were told), `unknown` (the answer to a question is not known), `pick` (of a multiple
    choice), `ask` (a question is to be asked again), `leave` (it as it was), `view` (something is to be shown), `go_on`
    (with the questions, although the verdict is certain), `keep` (a contradiction is meant so), `pause` (for now),
    `enter` (a page of a procedure), `exit` (out of it again), `tick` (a step or paper is done, or is not after all),
    `detail` (of a procedure; it scores nothing), `aged` (facts that change with time were told too long ago), `restart`
    (nothing that came in before holds, unless it is left out again).

    `about` is the question, view, contradiction, page, what is ticked or the detail; `facts` are told, on the day `on`;
    those that `forgets` names no longer hold, and `picked` are the options of a multiple choice picked so far, what a
    detail is (nothing: it is to be asked again), the day on which something is ticked, or the questions that are to be
    asked again.
    """

    kind: str
    about: str = ""
    facts: Mapping[str, FactValue] = NOTHING_TOLD
    forgets: tuple[str, ...] = ()
    picked: tuple[str, ...] = ()
    on: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """Everything that came in so far, and how often in a row nothing was understood."""

    entries: tuple[Entry, ...] = ()
    misses: int = 0
    worked_out: "WorkedOut" = field(default_factory=lambda: WorkedOut(), init=False, repr=False, compare=False)

    def plus(self, *entries: Entry) -> "Talk":
        """The talk with more that came in."""
        more = Talk((*self.entries, *entries))
        more.worked_out.before = self
        return more

    def back(self) -> "Talk":
        """The talk before the last thing that came in."""
        return Talk(self.entries[:-1])

    def restarted(self) -> "Talk":
        """The talk begun anew. Going back brings back what was told before, but not what was given up even earlier."""
        if self.entries and self.entries[-1].kind == RESTART:
            return Talk(self.entries)
        begun = [place for place, entry in enumerate(self.entries, start=1) if entry.kind == RESTART]
        return Talk((*self.entries[max(begun, default=0) :], Entry(RESTART)))

    def missed(self) -> "Talk":
        """The talk after something that was not understood."""
        return replace(self, misses=self.misses + 1)


@dataclass(slots=True)
class Known:
    """What a talk comes to: the facts, and where the talk stands.

    `told_on` are the days on which facts were told, where that is known; `gone_through` are the questions answered,
    `unknown` those whose answer is not known; `picked` the options picked
    and not yet confirmed, by question; `asked` the question to be asked again; `view` what is to be shown; `kept` the
    contradictions that are meant so, with what was said of them; `since_view` the facts told since something is shown;
    `paused` whether nothing came in since the person wished to stop; `page` that of a procedure, `set_aside` the
    question that waits behind it; `midway` whether an answer is being changed in the middle of the questions; `ticked`
    the steps and papers that are done, each with the day on which that was told (empty where it was not); `details`
    what only procedures ask.
    """

    facts: dict[str, FactValue] = field(default_factory=dict)
    told_on: dict[str, str] = field(default_factory=dict)
    gone_through: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    picked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asked: str | None = None
    view: str | None = None
    midway: bool = False
    gone_on: bool = False
    kept: dict[str, FactValue] = field(default_factory=dict)
    since_view: set[str] = field(default_factory=set)
    paused: bool = False
    page: str | None = None
    set_aside: str | None = None
    ticked: dict[str, str] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)

    def day_of(self, ticked: str) -> date | None:
        """The day on which something was ticked, where it is and that is known."""
        day = self.ticked.get(ticked)
        return date.fromisoformat(day) if day else None


@dataclass(slots=True)
class WorkedOut:
    """What was worked out of a talk, which never changes: to work it out once is enough.

    `before` is the talk that this one goes on from, `standing` where it stands (see `dialogs.path`).
    """

    before: Talk | None = None
    known: Known | None = None
    standing: "Standing | None" = None


def fold(talk: Talk) -> Known:
    """What a talk comes to: whoever asks again is given the same, to be read only."""
    worked_out = talk.worked_out
    if worked_out.known is None:
        before = worked_out.before
        if before is None or before.worked_out.known is None:
            known, new = Known(), talk.entries
        else:
            known, new = _copied(before.worked_out.known), talk.entries[len(before.entries) :]
        begun = [place for place, entry in enumerate(new, start=1) if entry.kind == RESTART]
        if begun:
            known, new = Known(), new[begun[-1] :]
        for entry in new:
            _take(known, entry)
        worked_out.before, worked_out.known = None, known
    return worked_out.known


def _copied(known: Known) -> Known:
    return Known(
        facts={**known.facts},
        told_on={**known.told_on},
        gone_through={*known.gone_through},
        unknown={*known.unknown},
        picked={**known.picked},
        asked=known.asked,
        view=known.view,
        midway=known.midway,
        gone_on=known.gone_on,
        kept={**known.kept},
        since_view={*known.since_view},
        paused=known.paused,
        page=known.page,
        set_aside=known.set_aside,
        ticked={**known.ticked},
        details={**known.details},
    )


def _take(known: Known, entry: Entry) -> None:
    known.paused = False
    match entry.kind:
        case "answer":
            known.gone_through.add(entry.about)
            _tell(known, entry)
        case "unknown":
            known.gone_through.discard(entry.about)
            known.unknown.add(entry.about)
            _tell(known, entry)
        case "pick":
            known.picked[entry.about] = entry.picked
        case "ask":
            known.asked = entry.about
        case "leave":
            known.asked = None
        case "view":
            known.midway = entry.about == "change" and (known.view is None or known.midway)
            known.view, known.asked, known.page = entry.about, None, None
            known.since_view.clear()
        case "go_on":
            known.view, known.asked, known.page, known.gone_on = None, None, None, True
        case "pause":
            known.paused = True
        case _:
            _go_through(known, entry)


def _go_through(known: Known, entry: Entry) -> None:
    """What was entered in a procedure, and what is meant so or holds no longer."""
    match entry.kind:
        case "keep":
            known.kept[entry.about] = entry.facts["said"]
        case "aged":
            known.gone_through -= set(entry.picked)
            for key in entry.forgets:
                known.facts.pop(key, None)
        case "enter":
            known.set_aside = known.set_aside if known.page else known.asked
            known.page, known.asked = entry.about, None
        case "exit":
            known.page, known.asked, known.set_aside = None, known.set_aside, None
        case "tick":
            if known.ticked.pop(entry.about, None) is None:
                known.ticked[entry.about] = "".join(entry.picked)
        case _:
            known.details.pop(entry.about, None)
            known.details.update((entry.about, value) for value in entry.picked)


# Two spellings of one fact: who tells the one takes back the other.
_SPELLINGS = {
    "age": "birth_date",
    "birth_date": "age",
    "insured_years": "insured_months_total",
    "insured_months_total": "insured_years",
    "married_years": "marriage_date",
    "marriage_date": "married_years",
}
# What was told of the old value and says nothing of a new one.
_HANGS_ON = {
    "credential": ("credential_fits_job",),
    "outlying_area": ("outlying_months",),
}


def _tell(known: Known, entry: Entry) -> None:
    for key in entry.forgets:
        known.facts.pop(key, None)
    if "base_multiple" in entry.facts:
        _forget_months_above(known, entry.facts["base_multiple"])
    for key, value in entry.facts.items():
        known.facts.pop(_SPELLINGS.get(key, ""), None)
        if _contradicts(value, known.facts.get(key, value)):
            for hanging in set(_HANGS_ON.get(key, ())) - entry.facts.keys():
                known.facts.pop(hanging, None)
        known.facts[key] = _merged_months(known.facts.get(key), value) if key == "base_months" else value
        known.told_on[key] = entry.on
    known.picked.pop(entry.about, None)
    known.since_view |= entry.facts.keys()
    known.asked = None
    # Whoever changed something wants to see what came of it, not the page it was changed from.
    if known.view is not None:
        known.view, known.midway = None if known.midway else "result", False


def _contradicts(value: FactValue, before: FactValue) -> bool:
    """Whether a value takes back what was told before, and does not only say it more exactly."""
    return value != before and not (isinstance(before, list) and value in before)


def _merged_months(before: FactValue | None, now: FactValue) -> FactValue:
    if isinstance(before, Mapping) and isinstance(now, Mapping):
        return {**before, **now}
    return now


def _forget_months_above(known: Known, usual: FactValue) -> None:
    """Months at a multiple that the usual base does not reach were told of another base."""
    months, highest = known.facts.get("base_months"), ends(usual)[1]
    if isinstance(months, Mapping):
        known.facts["base_months"] = {each: count for each, count in months.items() if float(each) <= highest}


def ends(value: FactValue) -> tuple[float, float]:
    """The least and the most that a number which was told may be."""
    low, high = (value["min"], value["max"]) if isinstance(value, Mapping) else (value, value)
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    return low, high
