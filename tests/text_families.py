"""The message ids that code builds from parts, as `text(f"indicator.{item.indicator}")` does.

A family is written as the code writes it, with `{}` for what is filled in, and lists every id that it can become:

    "indicator.{}": lambda: (f"indicator.{id}" for id in INDICATORS)

Each member must be a message of the catalogs; an f-string of this form that is no family here fails the tests. So an
indicator without its name in one language is found before a user meets it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from bot.channels.telegram_commands import COMMANDS
from dialogs.conversation import HELPED
from dialogs.flows.pages import PAGES
from dialogs.flows.reminders import ABOUTS, GROUPS
from dialogs.flows.renewal import ENDORSED, LATE, NOT_YET, OPEN, TOO_LATE
from dialogs.knowledge.loader import application, renewal
from dialogs.knowledge.model import FORMS
from dialogs.questions import QUESTIONS, MonthsQuestion
from dialogs.screens import RENEWAL_CALENDAR
from scoring.crosschecks import CROSS_CHECKS
from scoring.indicators import Accrual, Areas, Credentials, Deduction, Flag, Indicator, Levels, Steps, Tiers
from scoring.rulebook import PROVISIONAL, rule_book
from scoring.score import VERDICTS

BOOK = rule_book(date(2026, 11, 22))

# The cases that a line of each shape can be in, as the shapes' docstrings name them.
CASES: Mapping[type, tuple[str, ...]] = {
    Steps: ("exact", "range", "unknown"),
    Levels: ("none", "level", "several", "unknown"),
    Credentials: ("none", "level", "several", "unknown", "unfit", "low_base", "unsure"),
    Accrual: ("exact", "short", "range", "at_least", "unknown"),
    Areas: ("none", "exact", "short", "range", "unknown"),
    Tiers: ("tier", "none", "range", "unknown"),
    Flag: ("yes", "no", "unknown"),
    Deduction: ("none", "records", "range", "lapsed", "unknown"),
}
# What can go up or down by itself while life goes on.
RISING = ("education", "credential", "insured_years", "contribution_base", "public_service", "outlying_area", "spouse")
FALLING = ("age", "education", "credential", "contribution_base")


def lines() -> Iterator[str]:
    """Every line that an indicator can say."""
    for indicator in BOOK.indicators:
        for case in (*CASES[type(indicator)], *_extra_cases(indicator)):
            yield f"item.{indicator.id}.{case}"


def _extra_cases(indicator: Indicator) -> Iterator[str]:
    if isinstance(indicator, Steps):
        yield from (step.case for step in indicator.steps if step.case)
    if isinstance(indicator, Accrual) and indicator.gate:
        yield "closed"


def warnings() -> Iterator[str]:
    """Every caution."""
    for indicator in BOOK.indicators:
        if disputed := getattr(indicator, "disputed", None):
            yield f"warning.{disputed}"
        for row in (*getattr(indicator, "levels", ()), *getattr(indicator, "areas", ())):
            if row.disputed:
                yield f"warning.{row.disputed}"
        if isinstance(indicator, Steps):
            yield from (f"warning.{step.case}" for step in indicator.steps if step.case)
    yield from (f"warning.{check.id}" for check in CROSS_CHECKS)
    yield from ("warning.credential_unfit", "warning.credential_low_base", f"warning.{PROVISIONAL}")


def events() -> Iterator[str]:
    """Every change that a forecast can tell."""
    deductions = [indicator.id for indicator in BOOK.indicators if indicator.group == "deduction"]
    yield from (f"event.{id}.up" for id in (*RISING, *deductions))
    yield from (f"event.{id}.down" for id in FALLING)


def levels() -> Iterator[str]:
    """The names of levels and areas."""
    for indicator in BOOK.indicators:
        for row in (*getattr(indicator, "levels", ()), *getattr(indicator, "areas", ())):
            yield f"{getattr(indicator, 'fact', '')}.{row.value}"


def named(prefix: str, ids: Iterable[str]) -> Callable[[], Iterator[str]]:
    """A family of one part."""
    return lambda: (f"{prefix}.{id}" for id in ids)


UNITS = [indicator.id for indicator in BOOK.indicators if isinstance(indicator, Accrual | Areas)]
CONDITIONS = [condition.id for condition in BOOK.conditions]
PICKS = [f"{question.id}.{option}" for question in QUESTIONS.values() if question.options for option in
         (*question.options, "none")]  # fmt: skip
ASKED = {"base_months" if isinstance(question, MonthsQuestion) else question.id for question in QUESTIONS.values()}

REMINDERS = [about for abouts in ABOUTS.values() for about in abouts]

FAMILIES: Mapping[str, Callable[[], Iterable[str]]] = {
    "indicator.{}": named("indicator", [indicator.id for indicator in BOOK.indicators]),
    "item.{}.{}": lines,
    "warning.{}": warnings,
    "event.{}.{}": events,
    "forecast.otherwise.{}": named("forecast.otherwise", ("reaches", "falls")),
    "condition.{}.{}": lambda: (
        f"condition.{id}.{case}" for id in CONDITIONS for case in ("met", "not_met", "unknown")
    ),
    "condition.{}.name": lambda: (f"condition.{id}.name" for id in CONDITIONS),
    "{}.{}": levels,
    "step.{}": named("step", ("degree", "credential", "base", "for_title", "resume_insurance", "tax_records")),
    "example.{}": named("example", [example.name for example in BOOK.examples]),
    "rules.unit.{}": named("rules.unit", UNITS),
    "report.verdict.{}": named("report.verdict", VERDICTS),
    "report.can_apply.{}": named("report.can_apply", ("yes", "no", "unknown")),
    "result.{}.{}": lambda: (f"result.{verdict}.{form}" for verdict in VERDICTS for form in ("exact", "range")),
    "offer.{}": named("offer", VERDICTS),
    "ask.{}": named("ask", ASKED),
    "name.{}": named("name", QUESTIONS),
    "why.{}": named("why", [question.id for question in QUESTIONS.values() if question.indicator is None]),
    "help.{}": named("help", (*HELPED, "general")),
    "pick.{}.{}": named("pick", PICKS),
    "pick.{}.none": named("pick", [pick for pick in PICKS if pick.endswith(".none")]),
    "choice.base.{}": named("choice.base", ("below_08", "from_08", "from_1", "from_2", "from_3")),
    "messenger.button.{}.{}": named(
        "messenger.button", ("delete.yes", "delete.no", "reminders.pause", "reminders.resume")
    ),
    "choice.{}": named("choice", ("plans", "future", "change")),
    "attachment.{}": named("attachment", (RENEWAL_CALENDAR,)),
    "confidence.{}": named("confidence", "abcd"),
    "flow.page.{}": named("flow.page", PAGES),
    "flow.step.{}": named("flow.step", [step.id for step in application()]),
    "flow.renewal.{}": named("flow.renewal", [step.id for step in renewal().steps]),
    "flow.actor.{}": named("flow.actor", ("you", "employer", "centre", "community_centre", "bureau")),
    "flow.form.{}": named("flow.form", FORMS),
    "flow.stage.{}": named("flow.stage", (NOT_YET, OPEN, LATE, TOO_LATE, ENDORSED)),
    "flow.outlook.{}": named("flow.outlook", VERDICTS),
    "telegram.command.{}": named("telegram.command", COMMANDS),
    "reminder.{}": named("reminder", REMINDERS),
    "reminder.list.{}": named("reminder.list", REMINDERS),
    **{f"reminder.{about}.{{}}": named(f"reminder.{about}", GROUPS) for about in ("needs", "how", "stop")},
}
