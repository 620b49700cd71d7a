"""The papers (申请材料) of one's own application: what the claimed points and a few short questions ask for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogs.flows import details
from dialogs.flows.details import NO, PAPER_DETAILS, UNKNOWN, YES, Detail, detail_screen
from dialogs.flows.meant import Meant, bare, says_done, says_heard, says_not_yet
from dialogs.flows.pages import APPLY, page_of, tick_choice, to_page
from dialogs.flows.ticking import Tickable, ticked_in_words
from dialogs.flows.told import lines, marked, sources
from dialogs.knowledge.checklist import papers_for
from dialogs.knowledge.model import Material, Statement
from dialogs.path import Standing
from dialogs.result import shown_items
from dialogs.screens import Choice, Screen
from dialogs.talk import Known
from dialogs.texts import Texts

_BACHELOR = {"bachelor", "bachelor_with_degree"}
_TITLES = {"intermediate_title", "senior_title"}
_NEEDS_BASE_FROM = 100
"""The points from which a title or skill needs months at 1x."""
_IF_UNKNOWN = {
    "degree": ("domestic_degree", "foreign_degree", "upgraded_diploma", "adult_diploma"),
    "cohabitant_child": ("cohabitant_child", "cohabitant_child_16"),
}
"""What may be so where the answer to a short question is not known; of the others, what they ask."""


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody's circumstances, by the names that the list of papers has for them: those that are so, and may be so.

    One of `either` is so, if any are named. `ask` are the short questions that are still to be asked.
    """

    sure: frozenset[str]
    possible: frozenset[str]
    either: frozenset[str]
    ask: tuple[Detail, ...]


def case_of(at: Standing) -> Case:
    """The circumstances behind an application, as far as they are known."""
    points = {item.indicator: item.points.max for item in shown_items(at) if item.counted}
    sure = set(points) - {"education"}
    if points.get("credential", 0) >= _NEEDS_BASE_FROM:
        sure.add("credential_needs_base")
    areas = at.facts.outlying_area or ()
    possible = {"lingang"} if "outlying_area" in points and "lingang" in areas else set()
    if areas == ("lingang",):
        sure |= possible
    ask = []
    for detail in _asked(at, points):
        answer = at.known.details.get(detail.id)
        if answer is None:
            ask.append(detail)
        elif answer == UNKNOWN:
            possible.update(_IF_UNKNOWN.get(detail.id, (detail.id,)))
        elif answer != NO:
            # The diploma is looked at even where the title is what counts.
            of_title = detail.id in _OF_DIPLOMA and "education" not in points
            (possible if of_title else sure).add(detail.id if answer == YES else f"{answer}_degree")
    for circumstance, certain in _of_degree(at):
        (sure if certain and "education" in points else possible).add(circumstance)
    either = _DEGREES if "education" in points and at.known.details.get("degree") == UNKNOWN else frozenset[str]()
    return Case(frozenset(sure), frozenset(possible - sure), either, tuple(ask))


def _of_degree(at: Standing) -> Iterator[tuple[str, bool]]:
    """What a degree (学位) asks for, and whether it surely does: a junior-college diploma has none."""
    place, may_be = at.known.details.get("degree"), set(at.facts.education or _WITH_DEGREE)
    if place is None or may_be.isdisjoint(_WITH_DEGREE):
        return
    held = bool(at.facts.education) and may_be <= _WITH_DEGREE
    yield "degree", held
    if place != "foreign":
        yield "degree_from_china", held and place == "domestic"


_WITH_DEGREE = {"bachelor_with_degree", "master", "doctor"}
_DEGREES = frozenset({"domestic_degree", "foreign_degree"})
_OF_DIPLOMA = {"degree", "upgraded_diploma", "adult_diploma"}


def _asked(at: Standing, points: Iterable[str]) -> Iterator[Detail]:
    """The short questions that matter to somebody, in their order."""
    known = at.known.details
    yield details.EMPLOYER_FIRST_TIME
    yield details.DISPATCH
    if any(item.indicator == "education" for item in shown_items(at)):
        yield details.DEGREE
        if known.get("degree") == "domestic":
            if _BACHELOR & set(at.facts.education or ()):
                yield details.UPGRADED_DIPLOMA
            yield details.ADULT_DIPLOMA
    if "credential" in points and _TITLES & set(at.facts.credential or ()):
        yield details.CREDENTIAL_REGISTERED
    # The papers for a spouse's points are the same ones.
    if "spouse" not in points:
        yield details.COHABITANT_SPOUSE
    yield details.COHABITANT_CHILD
    if known.get("cohabitant_child") == YES:
        yield details.COHABITANT_CHILD_16


# -------------------------------------------------------------------------------------------------------- the screens


def papers_screen(at: Standing, text: Texts) -> Screen:
    """The next short question, or the list of papers to tick off."""
    case = case_of(at)
    if case.ask:
        skip = Choice("list_now", text("flow.list_now"), tuple(detail.told(UNKNOWN) for detail in case.ask))
        return detail_screen(case.ask[0], text, skip)
    return _list(case, at, text)


def _list(case: Case, at: Standing, text: Texts) -> Screen:
    listed, needed = _listed(case)
    groups = {
        "flow.papers.you": [paper for paper in needed if paper.provider == "you"],
        "flow.papers.employer": [paper for paper in needed if paper.provider == "employer"],
        "flow.papers.maybe": [paper for paper in listed if paper not in needed],
    }
    papers = [paper for group in groups.values() for paper in group]
    say = [
        text("flow.papers", count=len(needed), done=sum(_mark(paper) in at.known.ticked for paper in needed)),
        *(said for title, group in groups.items() for said in _group(title, group, at.known, text)),
        *_ready(papers, at.known, text),
        *_open(at, text),
        sources((statement for paper in papers for statement in _statements(paper)), text),
    ]
    ticks = [tick_choice(_mark(paper), paper.statement.words[text.locale], at, text) for paper in papers]
    again = Choice("ask_again", text("flow.ask_again"), tuple(detail.forgotten for detail in PAPER_DETAILS))
    return page_of(say, (*ticks, again, to_page(APPLY, text)), text)


def _listed(case: Case) -> tuple[tuple[Material, ...], list[Material]]:
    """The papers that may be needed, and those of them that surely are."""
    listed = papers_for(case.sure | case.possible)
    return listed, [paper for paper in listed if _is_needed(paper, case)]


def papers_meant(message: str, at: Standing, text: Texts) -> Meant | None:
    """What a message means on the list of papers: which are ready, or are not; or None."""
    listed, needed = _listed(case_of(at))
    if says_not_yet(message):
        return Meant(say=(text("flow.tick.papers_open"),))
    if says_done(message) or says_heard(message):
        return Meant(say=(text("flow.tick.papers_which"),))
    things = [_tickable(paper, text) for paper in listed]
    sure = [thing for thing, paper in zip(things, listed, strict=True) if paper in needed]
    return ticked_in_words(message, things, at, text, all_of=sure)


def _tickable(paper: Material, text: Texts) -> Tickable:
    name = paper.statement.words[text.locale]
    return Tickable(_mark(paper), name, (*paper.names, bare(name)))


def _is_needed(paper: Material, case: Case) -> bool:
    conditions = set(paper.conditions)
    return not conditions or bool(conditions & case.sure) or bool(case.either and case.either <= conditions)


def _group(title: str, papers: Iterable[Material], known: Known, text: Texts) -> Iterator[str]:
    """The papers of one group that are still to be got, with what to mind."""
    listed = [line for paper in papers if _mark(paper) not in known.ticked for line in _paper(paper, text)]
    if listed:
        yield "\n".join((text(title), *listed))


def _paper(paper: Material, text: Texts) -> Iterator[str]:
    form = text(f"flow.form.{paper.form}")
    yield text("flow.paper", name=marked(paper.statement, text), form=form)
    yield from lines(paper.pitfalls, text)


def _ready(papers: Iterable[Material], known: Known, text: Texts) -> Iterator[str]:
    ready = [paper.statement.words[text.locale] for paper in papers if _mark(paper) in known.ticked]
    if ready:
        yield text("flow.papers.ready", names=text("flow.papers.separator").join(ready))


def _open(at: Standing, text: Texts) -> Iterator[str]:
    """The points that nothing is known of, for which more papers may be needed."""
    names = [
        text(f"indicator.{item.indicator}")
        for item in at.scored.items
        if item.counted and item.points.max > 0 and item.reason.id.endswith(".unknown")
    ]
    if names:
        yield text("flow.papers.open", names=text("list.separator").join(names))


def _statements(paper: Material) -> tuple[Statement, ...]:
    return (paper.statement, *paper.pitfalls)


def _mark(paper: Material) -> str:
    return f"paper:{paper.id}"
