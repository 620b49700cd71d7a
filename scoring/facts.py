"""What is known of an applicant (申请人): read from plain JSON, checked, and kept as partial knowledge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scoring import fact_kinds as kind
from scoring.fact_kinds import Contribution, FactsError
from scoring.interval import Amount, DateRange, Interval, months_of
from scoring.multiples import MULTIPLES, told_counts

__all__ = ["AGES", "KINDS", "MONTHS_EVER", "MULTIPLES", "Contribution", "Facts", "FactsError", "parse_facts"]

AGES = Interval(16, 100)
"""Whole years that an applicant can have."""
MONTHS_EVER = Interval(0, 720)
"""Months that anything can have lasted: sixty years of work."""
YEARS_EVER = Interval(0, 60)
ANY_TAX = Interval(0, 10**12)
"""Yuan a year."""
ANY_HIRES = Interval(0, 10**7)
"""Persons."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known of one applicant on the day `as_of`; None means not known.

    Enumerations are the tuple of the values that it may be. The names are those of the public contract; `birth` holds
    `birth_date` or what `age` says of it, `marriage` likewise, `insured_months` holds `insured_months_total` or what
    `insured_years` says of it.

    What follows from them: `month` is the running number of the day's month, `listed_valid` counts the valid months
    listed, `insured_in_month` is whether the day's month is paid (as told, else as listed), `paying` whether
    contributions go on (unless it is known that there is no work or no insurance), and `base_counts` the months at or
    above each multiple as told.
    """

    as_of: date
    raw: Mapping[str, object] = field(compare=False)
    birth: DateRange | None = None
    residence_permit: bool | None = None
    permit_expires: DateRange | None = None
    employed_in_shanghai: bool | None = None
    employer_in_shanghai: bool | None = None
    insured_now: bool | None = None
    insured_months_last_12: Interval | None = None
    education: tuple[str, ...] | None = None
    credential: tuple[str, ...] | None = None
    credential_fits_job: bool | None = None
    base_1x_months_last_12: Interval | None = None
    insured_months: Interval | None = None
    base_months: Mapping[str, Interval] | None = None
    base_multiple: Amount | None = None
    contributions: tuple[Contribution, ...] | None = None
    entrepreneur: bool | None = None
    innovation_service_staff: bool | None = None
    shortage_major: bool | None = None
    annual_tax_share: Interval | None = None
    annual_local_hires_share: Interval | None = None
    public_service_months: Interval | None = None
    outlying_area: tuple[str, ...] | None = None
    outlying_months: Interval | None = None
    fresh_graduate: bool | None = None
    award: tuple[str, ...] | None = None
    spouse_shanghai_hukou: bool | None = None
    marriage: DateRange | None = None
    false_material_dates: tuple[DateRange, ...] | None = None
    detention_dates: tuple[DateRange, ...] | None = None
    minor_crime_dates: tuple[DateRange, ...] | None = None
    serious_crime: bool | None = None
    month: int = field(init=False, compare=False)
    listed_valid: int = field(init=False, compare=False)
    insured_in_month: bool | None = field(init=False, compare=False)
    paying: bool = field(init=False, compare=False)
    base_counts: tuple[Interval, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        settle = object.__setattr__
        month, listed = months_of(self.as_of), self.contributions
        insured = self.insured_now
        if insured is None and listed is not None:
            insured = any(each.month == month and each.counts_for_years for each in listed)
        settle(self, "month", month)
        settle(self, "listed_valid", sum(each.counts_for_years for each in listed or ()))
        settle(self, "insured_in_month", insured)
        settle(self, "paying", insured is not False and self.employed_in_shanghai is not False)
        settle(self, "base_counts", told_counts(self.base_months, self.base_multiple))


KINDS: Mapping[str, kind.Kind] = {
    "birth_date": kind.BirthDate(AGES),
    "age": kind.YearsSince(AGES),
    "residence_permit": kind.Flag(),
    "permit_expires": kind.Day(),
    "employed_in_shanghai": kind.Flag(),
    "employer_in_shanghai": kind.Flag(),
    "insured_now": kind.Flag(),
    "insured_months_last_12": kind.Count(Interval(0, 12)),
    "education": kind.Choice(("none", "associate", "bachelor", "bachelor_with_degree", "master", "doctor")),
    "credential": kind.Choice(
        ("none", "skill_5", "skill_4", "skill_3", "skill_2", "skill_1", "intermediate_title", "senior_title")
    ),
    "credential_fits_job": kind.Flag(),
    "base_1x_months_last_12": kind.Count(Interval(0, 12)),
    "insured_months_total": kind.Count(MONTHS_EVER),
    "insured_years": kind.Count(YEARS_EVER),
    "base_months": kind.BaseMonths(MULTIPLES),
    "base_multiple": kind.Quantity(100),
    "contributions": kind.Contributions(),
    "entrepreneur": kind.Flag(),
    "innovation_service_staff": kind.Flag(),
    "shortage_major": kind.Flag(),
    "annual_tax_share": kind.Count(ANY_TAX),
    "annual_local_hires_share": kind.WholePart(ANY_HIRES),
    "public_service_months": kind.Count(MONTHS_EVER),
    "outlying_area": kind.Choice(("none", "lingang", "other")),
    "outlying_months": kind.Count(MONTHS_EVER),
    "fresh_graduate": kind.Flag(),
    "award": kind.Choice(("none", "municipal_special", "municipal_general", "provincial")),
    "spouse_shanghai_hukou": kind.Flag(),
    "marriage_date": kind.Day(past=True),
    "married_years": kind.YearsSince(Interval(0, 90)),
    "false_material_dates": kind.Days(),
    "detention_dates": kind.Days(),
    "minor_crime_dates": kind.Days(),
    "serious_crime": kind.Flag(),
}
"""How each fact of the public contract is written; the one list of their names."""


def parse_facts(raw: object, *, on: date) -> Facts:
    """The facts of one JSON object, as known on the day `on`.

    A fact that is absent is not known. Raises FactsError, which names the key, for an unknown key, a wrong type or an
    impossible value.
    """
    if not isinstance(raw, Mapping):
        raise FactsError("facts", "a JSON object was expected")
    values: dict[str, object] = {}
    for key, value in raw.items():
        if not isinstance(key, str) or key not in KINDS:
            raise FactsError(kind.printable(key), "no such fact" + kind.did_you_mean(key, KINDS))
        values[key] = KINDS[key].parse(key, value, on)
    _settle(values, "birth", "birth_date", "age")
    _settle(values, "marriage", "marriage_date", "married_years")
    _settle_insured_months(values)
    return Facts(as_of=on, raw=raw, **values)  # type: ignore[arg-type]  # each kind yields its attribute's type


def _settle(values: dict[str, object], attribute: str, decides: str, otherwise: str) -> None:
    """Keep the one of two spellings that decides, under the attribute's name."""
    second = values.pop(otherwise, None)
    first = values.pop(decides, None)
    values[attribute] = second if first is None else first


def _settle_insured_months(values: dict[str, object]) -> None:
    years = values.pop("insured_years", None)
    months = values.pop("insured_months_total", None)
    if months is None and isinstance(years, Interval):
        months = Interval(years.min * 12, years.max * 12 + 11)
    values["insured_months"] = months
