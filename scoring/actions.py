"""What a person can do to gain points (提分办法): options from dated data, each as facts that it would make true."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import ceil

from scoring.data import data_text
from scoring.facts import MULTIPLES, Facts
from scoring.interval import month_text
from scoring.life import Life
from scoring.lines import Term, Values
from scoring.table import RuleBookError, Table


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One thing to do.

    Options of one `kind` exclude each other, and a higher `effort` is the harder of them; `months` is how long it
    takes before the facts hold, as a rough assumption.
    """

    id: str
    kind: str
    effort: int
    months: int
    facts: Mapping[str, object]
    values: Values


@dataclass(frozen=True, slots=True)
class _Study:
    """A degree or credential that one of some levels leads to."""

    origins: tuple[str, ...]
    to: str
    months: int
    needs_education: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Actions:
    """Everything that plans may suggest."""

    reviewed: date
    horizon_months: int
    degrees: tuple[_Study, ...]
    credentials: tuple[_Study, ...]
    multiples: tuple[str, ...]
    tax_record_months: int


@lru_cache(1)
def actions() -> Actions:
    """The actions of the data."""
    return read_actions(data_text("actions.toml"))


def read_actions(text: str) -> Actions:
    """The actions of a TOML text. Raises RuleBookError."""
    table = Table("actions", tomllib.loads(text))
    base, records = table.table("base"), table.table("tax_records")
    read = Actions(
        reviewed=table.day("reviewed"),
        horizon_months=table.whole("horizon_months"),
        degrees=tuple(_study(row, (row.text("from"),)) for row in table.tables("degree")),
        credentials=tuple(_study(row, row.texts("from")) for row in table.tables("credential")),
        multiples=base.texts("multiples"),
        tax_record_months=records.whole("months"),
    )
    for part in (base, records, table):
        part.done()
    if unknown := set(read.multiples) - set(MULTIPLES):
        raise RuleBookError(f"actions.base: unknown multiples {', '.join(sorted(unknown))}")
    return read


def _study(row: Table, origins: tuple[str, ...]) -> _Study:
    needs = row.texts("education") if row.has("education") else None
    return _Study(origins, row.text("to"), row.whole("months"), needs)


def options(life: Life) -> tuple[tuple[Option, ...], ...]:
    """What the applicant can do, as groups of which a plan takes at most one option each."""
    data = actions()
    groups = (_resume(life), _degrees(life.facts, data), _credentials(life.facts, data), _contributions(life, data))
    return tuple(group for group in groups if group)


def _resume(life: Life) -> tuple[Option, ...]:
    if life.paying:
        return ()
    facts = {"employed_in_shanghai": True, "insured_now": True}
    return (Option("resume_insurance", "resume", 0, 0, facts, ()),)


def _degrees(facts: Facts, data: Actions) -> tuple[Option, ...]:
    reachable = [study for study in data.degrees if facts.education in [(origin,) for origin in study.origins]]
    return tuple(
        Option("degree", "degree", study.months, study.months, {"education": study.to}, _named("education", study))
        for study in reachable
    )


def _credentials(facts: Facts, data: Actions) -> tuple[Option, ...]:
    return tuple(
        Option(
            "credential",
            "credential",
            study.months,
            study.months,
            {"credential": study.to, "credential_fits_job": True},
            _named("credential", study),
        )
        for study in data.credentials
        if facts.credential in [(origin,) for origin in study.origins] and _educated(facts, study)
    )


def _educated(facts: Facts, study: _Study) -> bool:
    needed = study.needs_education
    return needed is None or (facts.education is not None and set(facts.education) <= set(needed))


def _named(fact: str, study: _Study) -> Values:
    return (("level", Term(f"{fact}.{study.to}")), ("duration", study.months))


def _contributions(life: Life, data: Actions) -> tuple[Option, ...]:
    """A higher base from the next month on, or the tax records of the listed months put right."""
    wage = life.wages.at(life.start)
    kept = tuple(
        Option(
            "base",
            "contributions",
            place,
            0,
            _base_facts(life, Fraction(multiple) * wage, multiple),
            (("multiple", multiple), ("yuan", ceil(Fraction(multiple) * wage))),
        )
        for place, multiple in enumerate(data.multiples)
        if life.last_base_reaches(multiple) is not True
    )
    return kept + _tax_records(life, data)


def _base_facts(life: Life, yuan: Fraction, multiple: str) -> Mapping[str, object]:
    if life.facts.contributions is None:
        return {"base_multiple": float(multiple)}
    month = month_text(life.start)
    before = [each for each in _listed(life.facts) if each["month"] != month]
    return {"contributions": [*before, {"month": month, "base": ceil(yuan)}]}


def _tax_records(life: Life, data: Actions) -> tuple[Option, ...]:
    wrong = [each for each in life.facts.contributions or () if each.counts_for_years and not each.counts_for_base]
    if not wrong:
        return ()
    mended = [{**each, "tax_matches": True} for each in _listed(life.facts)]
    values: Values = (("months", len(wrong)),)
    return (Option("tax_records", "contributions", 0, data.tax_record_months, {"contributions": mended}, values),)


def _listed(facts: Facts) -> Sequence[Mapping[str, object]]:
    listed = facts.raw["contributions"]
    assert isinstance(listed, list)  # parse_facts() took it
    return listed
