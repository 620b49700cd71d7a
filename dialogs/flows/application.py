"""The first application (首次申请), step by step, with what is done ticked off; the centre and the system's words."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dialogs.flows.meant import Meant, bare, says_done, says_heard, says_not_yet
from dialogs.flows.pages import APPLY, OFFICE, PAPERS, STATUSES, page_of, tick, tick_choice, to_page
from dialogs.flows.ticking import Tickable, done_in_words, named_in, not_done_in_words, ticked_in_words
from dialogs.flows.told import lines, sources
from dialogs.knowledge.loader import application, directory, statuses
from dialogs.knowledge.model import Statement, Status, Step
from dialogs.knowledge.offices import answer_about, offices_named_in
from dialogs.path import Standing
from dialogs.result import verdict_lines
from dialogs.screens import Choice, Screen
from dialogs.talk import DETAIL, ENTER, VIEW, Entry, Known
from dialogs.texts import Texts

STEP = "step:"
DISTRICT = "district"
_WITH_CENTRE = ("register_employer", "hand_in")
"""The steps that are done at the district's centre."""
_DISTRICT = re.compile(r"(?:新区|区| new area| district)$")


def application_screen(at: Standing, text: Texts) -> Screen:
    """All the steps, those that are done, and the next one at length."""
    steps, known = application(), at.known
    waiting = [step for step in steps if _mark(step) not in known.ticked]
    say = [
        *_first(at, text),
        text("flow.apply", count=len(steps), done=len(steps) - len(waiting)),
        *(_next(waiting[0], text) if waiting else (text("flow.all_done"),)),
    ]
    done = [Choice("done", text("flow.done"), (tick(_mark(step), at),)) for step in waiting[:1]]
    all_steps = [
        Choice(_mark(step), text(_label(step, known), label=_titled(step, text)), (Entry(ENTER, _mark(step)),))
        for step in steps
    ]
    others = [to_page(page, text) for page in (PAPERS, OFFICE, STATUSES)]
    return page_of(say, (*done, *all_steps, *others, *_ways_to_more_points(at, text)), text)


def _first(at: Standing, text: Texts) -> Iterator[str]:
    """What stands before all steps: too few points, or a condition that is not met."""
    if not at.known.facts:
        yield text("flow.apply.score_first")
    elif at.scored.verdict != "reached" or at.scored.can_apply == "no":
        yield "\n".join((*verdict_lines(at, text), text("flow.apply.not_yet")))


def _ways_to_more_points(at: Standing, text: Texts) -> Iterator[Choice]:
    if at.known.facts and at.scored.verdict in ("not_reached", "depends"):
        yield Choice("plans", text("choice.plans"), (Entry(VIEW, "plans"),))


def _next(step: Step, text: Texts) -> Iterator[str]:
    yield "\n".join((text("flow.next_step", step=_titled(step, text)), *lines(step.statements, text)))
    yield sources(step.statements, text)


def step_screen(page: str, at: Standing, text: Texts) -> Screen:
    """One step at length."""
    steps = application()
    place = next(place for place, step in enumerate(steps) if _mark(step) == page)
    step = steps[place]
    title = text("flow.step_of", number=place + 1, count=len(steps), step=_titled(step, text))
    say = ("\n".join((title, *lines(step.statements, text))), sources(step.statements, text))
    ways = [tick_choice(page, text("flow.tick_step"), at, text)]
    ways += [
        Choice("next_step", text("flow.to_next", step=_titled(after, text)), (Entry(ENTER, _mark(after)),))
        for after in steps[place + 1 : place + 2]
    ]
    if step.id in _WITH_CENTRE:
        ways += [to_page(PAPERS, text), to_page(OFFICE, text)]
    return page_of(say, (*ways, to_page(APPLY, text)), text)


def steps_meant(message: str, page: str, at: Standing, text: Texts) -> Meant | None:
    """What a message means on the page of all steps or of one: of the present step that it is done or is not, or of
    another by its name. A no ticks nothing.
    """
    steps = application()
    named = named_in(message, things := [_tickable(step, text) for step in steps])
    if named is not None:
        return Meant((Entry(ENTER, named.mark),))
    present = next((step for step in steps if page == _mark(step) or (page == APPLY and _is_open(step, at))), None)
    if present is not None and (meant := _of_the_present(message, present, at, text)) is not None:
        return meant
    return ticked_in_words(message, things, at, text)


def _of_the_present(message: str, step: Step, at: Standing, text: Texts) -> Meant | None:
    if says_not_yet(message) and not _is_open(step, at):
        return not_done_in_words((_tickable(step, text),), at, text)
    if says_not_yet(message):
        title = text("flow.next_step", step=_titled(step, text))
        stays = "\n".join((text("flow.tick.stays_open"), title, *lines(step.statements, text)))
        return Meant(say=(stays,))
    if says_heard(message):
        return Meant(say=(text("flow.tick.say_done"),))
    if not says_done(message):
        return None
    return done_in_words((_tickable(step, text),), at, text)


def _is_open(step: Step, at: Standing) -> bool:
    return _mark(step) not in at.known.ticked


def _tickable(step: Step, text: Texts) -> Tickable:
    return Tickable(_mark(step), text(f"flow.step.{step.id}"), step.names)


def _titled(step: Step, text: Texts) -> str:
    return text("flow.step_with_actor", step=text(f"flow.step.{step.id}"), actor=text(f"flow.actor.{step.actor}"))


def _label(step: Step, known: Known) -> str:
    return "choice.picked" if _mark(step) in known.ticked else "flow.unticked"


def _mark(step: Step) -> str:
    return f"{STEP}{step.id}"


# ------------------------------------------------------------------------------------------- the centre, the statuses


def office_screen(at: Standing, text: Texts) -> Screen:
    """Which district the employer is registered in, or what is known of that district's centre."""
    offices = {office.id: office for office in directory().offices}
    chosen = at.known.details.get(DISTRICT)
    if chosen is None:
        choices = [Choice(id, office.name[text.locale], (_told(id),)) for id, office in offices.items()]
        which = _statements_of("register_employer", "where")
        say = (text("flow.ask.district"), *lines(which, text), sources(which, text))
        return page_of(say, choices, text, asking=DISTRICT)
    known = answer_about(offices[chosen], text.locale)
    names = text("flow.sources.separator").join(cited.document.name for cited in known.sources)
    say = ("\n".join(known.paragraphs), text("flow.sources", names=names, reviewed=known.as_of.isoformat()))
    other = Choice("other_district", text("flow.other_district"), (Entry(DETAIL, DISTRICT),))
    return page_of(say, (other, to_page(APPLY, text)), text)


def office_heard(message: str) -> Entry | None:
    """The one district that a message names, or None."""
    named = offices_named_in(message)
    return _told(named[0].id) if len(named) == 1 else None


def district_alone(message: str) -> Entry | None:
    """The one district that a message names and says nothing else, or None."""
    named = _by_alias().get(_DISTRICT.sub("", bare(message)))
    return None if named is None else _told(named)


@cache
def _by_alias() -> Mapping[str, str]:
    return {alias: office.id for office in reversed(directory().offices) for alias in office.aliases}


def _told(office: str) -> Entry:
    return Entry(DETAIL, DISTRICT, picked=(office,))


def _statements_of(step: str, part: str) -> tuple[Statement, ...]:
    found = next(each for each in application() if each.id == step)
    return tuple(statement for statement in found.statements if statement.part == part)


def statuses_screen(text: Texts) -> Screen:
    """What the words of the points system mean and who acts next, as far as that is known."""
    known = statuses()
    told = ["\n".join(_status(status, text)) for status in known]
    all_statements = [statement for status in known for statement in status.statements]
    return page_of((*told, sources(all_statements, text)), (to_page(APPLY, text),), text)


def _status(status: Status, text: Texts) -> Iterator[str]:
    yield from lines(status.statements, text)
    if status.known:
        yield text("flow.acts_next", actor=text(f"flow.actor.{status.actor}"))
