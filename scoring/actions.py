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
from scoring.interval import Amount, month_text
from scoring.life import Life
from scoring.lines import Term, Values
from scoring.table import RuleBookError, Table


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One thing to do.

    Options of one `kind` are variants of one idea, and a higher `effort` is the harder of them; `months` is how long
    it takes before the facts hold, as a rough assumption. Where contributions are listed, facts can tell of a base only
    by putting the present month at it; in truth it is `next_base`, and begins with the next month.
    """

    id: str
    kind: str
    effort: int
    months: int
    facts: Mapping[str, object]
    values: Values
    next_base: Amount | None = None


@dataclass(frozen=True, slots=True)
class _Study:
    """A degree or credential that each of some levels leads to."""

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
    most_raise: int
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
        degrees=tuple(_study(row) for row in table.tables("degree")),
        credentials=tuple(_study(row) for row in table.tables("credential")),
        multiples=base.texts("multiples"),
        most_raise=base.whole("most_raise"),
        tax_record_months=records.whole("months"),
    )
    for part in (base, records, table):
        part.done()
    if unknown := set(read.multiples) - set(MULTIPLES):
        raise RuleBookError(f"actions.base: unknown multiples {', '.join(sorted(unknown))}")
    return read


def _study(row: Table) -> _Study:
    return _Study(
        origins=row.texts("from"),
        to=row.text("to"),
        months=row.whole("months"),
        needs_education=row.texts("education") if row.has("education") else None,
    )


def options(life: Life) -> tuple[tuple[Option, ...], ...]:
    """What the applicant can do, as groups of which a plan takes at most one option each.

    A degree and a credential are in one group: only the higher of the two counts.
    """
    data = actions()
    learning = (*_degrees(life.facts, data), *_credentials(life.facts, data))
    insurance = (*_resume(life), *_bases(life, data), *_tax_records(life, data))
    return tuple(group for group in (learning, insurance) if group)


# ------------------------------------------------------------------------------------------------------------- learning


def _degrees(facts: Facts, data: Actions) -> tuple[Option, ...]:
    return tuple(
        Option("degree", "degree", study.months, study.months, {"education": study.to}, _named("education", study))
        for study in data.degrees
        if _surely(facts.education, study.origins)
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
        if _surely(facts.credential, study.origins)
        and (study.needs_education is None or _surely(facts.education, study.needs_education))
    )


def _surely(known: tuple[str, ...] | None, among: tuple[str, ...]) -> bool:
    """Whether a level is known well enough to be surely among some."""
    return known is not None and set(known) <= set(among)


def _named(fact: str, study: _Study) -> Values:
    return (("level", Term(f"{fact}.{study.to}")), ("duration", study.months))


# ------------------------------------------------------------------------------------------------------------ insurance


_WORK: Mapping[str, object] = {"employed_in_shanghai": True, "insured_now": True}


def _resume(life: Life) -> tuple[Option, ...]:
    """Insured work in Shanghai at the last base, for who has none now."""
    if life.facts.paying:
        return ()
    listed = life.facts.contributions
    if not listed:
        return (Option("resume_insurance", "contributions", 0, 0, _WORK, ()),)
    facts = {**_WORK, **_paid_now(life, _last_listed(life.facts)["base"])}
    return (Option("resume_insurance", "contributions", 0, 0, facts, (), listed[-1].base),)


def _bases(life: Life, data: Actions) -> tuple[Option, ...]:
    """A higher base from now on, with the insured work that it takes."""
    return tuple(
        _base(life, multiple, effort)
        for effort, multiple in enumerate(data.multiples, start=1)
        if life.last_base_reaches(multiple) is not True and _can_rise(life, Fraction(multiple), data)
    )


def _can_rise(life: Life, multiple: Fraction, data: Actions) -> bool:
    """Whether pay can rise to a base; pay that is not known, or is to be found, is taken to be the reference wage."""
    now = life.last_base if life.facts.paying else None
    return multiple <= data.most_raise * (1 if now is None else now.max)


def _base(life: Life, multiple: str, effort: int) -> Option:
    yuan = ceil(Fraction(multiple) * life.wages.rows[-1].reference)
    values: Values = (("multiple", multiple), ("yuan", yuan))
    work = {} if life.facts.paying else _WORK
    if life.facts.contributions is None:
        return Option("base", "contributions", effort, 0, {**work, "base_multiple": float(multiple)}, values)
    kept = Amount(Fraction(yuan), Fraction(yuan))
    return Option("base", "contributions", effort, 0, {**work, **_paid_now(life, yuan)}, values, kept)


def _paid_now(life: Life, base: object) -> Mapping[str, object]:
    """The listed contributions with the present month paid at a base, which then is the last one."""
    month = month_text(life.start)
    before = [each for each in _listed(life.facts) if each["month"] != month]
    return {"contributions": [*before, {"month": month, "base": base}]}


def _tax_records(life: Life, data: Actions) -> tuple[Option, ...]:
    """The tax records of the listed months put right, where they do not match the base."""
    listed = life.facts.contributions or ()
    wrong = {month_text(each.month) for each in listed if each.counts_for_years and not each.counts_for_base}
    if not wrong:
        return ()
    mended = [{**each, "tax_matches": True} if each["month"] in wrong else each for each in _listed(life.facts)]
    months, facts = data.tax_record_months, {"contributions": mended}
    return (Option("tax_records", "tax_records", months, months, facts, (("months", len(wrong)),)),)


def _last_listed(facts: Facts) -> Mapping[str, object]:
    return max(_listed(facts), key=lambda each: str(each["month"]))


def _listed(facts: Facts) -> Sequence[Mapping[str, object]]:
    listed = facts.raw["contributions"]
    assert isinstance(listed, list)  # parse_facts() took it
    return listed
