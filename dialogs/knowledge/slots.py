"""What a statement may say of the person's own case: values worked out of the facts, only where they are certain."""

from collections.abc import Iterator, Mapping

from scoring.facts import Facts
from scoring.interval import Interval
from scoring.relevance import sum_of, unknown_deductions
from scoring.score import Score, score

_ITEMS = {
    "age_points": "age",
    "education_points": "education",
    "title_points": "credential",
    "insured_years_points": "insured_years",
    "base_points": "contribution_base",
    "spouse_points": "spouse",
}

SLOTS = ("total", "gap", "enough", "known", "missing", "known_enough", "insured_years", "expires", *_ITEMS)
"""The fields that statements can have.

Where the total is certain: `total` and `gap` below the standard, `enough` from it on. Where it is not: the points that
are `known` and those `missing`, or `known_enough`, records that nobody spoke of left aside.
"""

_MONTHS_OF_A_YEAR = 12


def slot_values(facts: Facts) -> Mapping[str, str]:
    """The slots that the facts fill, scored on their own day: a number or a date, as text.

    What is not known, or known only as a range, is absent. Raises NoRuleBookError for a day before the first rule book.
    """
    return dict(_certain(facts))


def _certain(facts: Facts) -> Iterator[tuple[str, str]]:
    result = score(facts)
    points = {item.indicator: item.points for item in result.items}
    yield from _total(result)
    for slot, indicator in _ITEMS.items():
        yield from _exact(slot, points[indicator])
    if months := facts.insured_months:
        yield from _exact("insured_years", Interval(months.min // _MONTHS_OF_A_YEAR, months.max // _MONTHS_OF_A_YEAR))
    if (expires := facts.permit_expires) and expires.earliest == expires.latest:
        yield "expires", expires.latest.isoformat()


def _total(result: Score) -> Iterator[tuple[str, str]]:
    if result.verdict == "vetoed":
        return
    if result.total.exact:
        names, points = ("total", "gap", "enough"), result.total.min
    else:
        names, points = ("known", "missing", "known_enough"), sum_of(result, without=unknown_deductions(result)).min
    sum_below, missing, sum_enough = names
    if points >= result.book.standard:
        yield sum_enough, str(points)
    elif points > 0:
        yield sum_below, str(points)
        yield missing, str(result.book.standard - points)


def _exact(slot: str, value: Interval) -> Iterator[tuple[str, str]]:
    if value.min == value.max:
        yield slot, str(value.min)
