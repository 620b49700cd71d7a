"""What is not known makes the score an interval: it holds the truth, only ever narrows, and both its ends can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import parse_facts
from scoring.interval import Interval
from scoring.score import Score, score
from tests.sampling import sampled
from tests.scoring.naive import Contribution, NaiveScore, Person, months_up_to, naive_score
from tests.scoring.people import (
    CHOICES,
    RECORDS,
    WINDOWS,
    Partly,
    Told,
    a_day,
    dates,
    known_person,
    partial_people,
    partly_known,
    random_partial_people,
    unhurried,
    widened,
)

STANDARD = 120


def scored(told: Told, on: date) -> Score:
    return score(parse_facts(told, on=on))


def holds(interval: Interval, points: int) -> bool:
    return interval.min <= points <= interval.max


def within(inner: Interval, outer: Interval) -> bool:
    return outer.min <= inner.min <= inner.max <= outer.max


def other_total(found: Score) -> Interval:
    """The total with 12577 from 2026-07; where no warning tells another, the total itself."""
    told = (caution.other_total for caution in found.cautions if caution.id == "reference_wage_provisional")
    return next((other for other in told if other is not None), found.total)


def assert_may_become(found: Score, verdict: str, can_apply: str) -> None:
    """What was certain stays; only a crime not yet told of turns `not_reached` into `vetoed`."""
    assert found.verdict in ("depends", verdict) or (found.verdict, verdict) == ("not_reached", "vetoed")
    assert found.can_apply in ("unknown", can_apply)


def assert_holds_the_truth(partly: Partly) -> None:
    found = scored(partly.told, partly.on)
    truth = naive_score(partly.person, partly.on)
    assert holds(found.total, truth.total)
    assert holds(found.gap, max(0, STANDARD - truth.total))
    if "contributions" in partly.told:
        assert holds(other_total(found), truth.total if truth.other_total is None else truth.other_total)
    for item in found.items:
        assert holds(item.points, truth.items[item.indicator]), item.indicator
        assert item.counted or not truth.counted[item.indicator], item.indicator
    for condition in found.conditions:
        assert condition.met in (None, truth.conditions[condition.id]), condition.id
    assert_may_become(found, truth.verdict, truth.can_apply)


def assert_consistent(told: Told, on: date) -> None:
    found = scored(told, on)
    crime = told.get("serious_crime")
    assert 0 <= found.total.min <= found.total.max
    assert found.gap == Interval(max(0, STANDARD - found.total.max), max(0, STANDARD - found.total.min))
    if crime is True:
        assert found.verdict == "vetoed"
    elif found.total.max < STANDARD:
        assert found.verdict == "not_reached"
    elif found.total.min >= STANDARD and crime is False:
        assert found.verdict == "reached"
    else:
        assert found.verdict == "depends"

    met = [condition.met for condition in found.conditions]
    if False in met:
        assert found.can_apply == "no"
    elif None in met:
        assert found.can_apply == "unknown"
    else:
        assert found.can_apply == "yes"

    counted = {item.indicator: item.counted for item in found.items}
    assert counted["education"] or counted["credential"]
    assert counted["investment_tax"] or counted["local_hires"]
    assert all(item.points.min <= item.points.max for item in found.items)


def test_the_interval_holds_the_truth_of_three_thousand_people() -> None:
    for partly in random_partial_people(3_000, 11):
        assert_holds_the_truth(partly)


@unhurried
@given(data=st.data(), on=dates())
def test_the_interval_of_anybody_partly_known_holds_the_truth(data: st.DataObject, on: date) -> None:
    assert_holds_the_truth(data.draw(partial_people(on)))


def test_gap_verdict_and_leave_to_apply_follow_from_the_interval() -> None:
    for partly in random_partial_people(3_000, 12):
        assert_consistent(partly.told, partly.on)


@unhurried
@given(data=st.data(), on=dates())
def test_gap_verdict_and_leave_to_apply_follow_for_anybody(data: st.DataObject, on: date) -> None:
    assert_consistent(data.draw(partial_people(on)).told, on)


def nearer(pick: Random, key: str, told: object, exact: object) -> Iterator[object]:
    """Ways to tell a fact, each more exact than the one before, the last one exact."""
    if isinstance(told, str) and len(told) == 4:
        yield cast(str, exact)[:7]
    if isinstance(told, list) and key in CHOICES:
        others = [choice for choice in told if choice != exact]
        yield [exact, *pick.sample(others, len(others) // 2)]
    if isinstance(told, dict) and "min" in told and isinstance(exact, int):
        yield {"min": told["min"] + (exact - told["min"]) // 2, "max": exact + (told["max"] - exact) // 2}
    yield exact


def assert_only_ever_narrows(pick: Random, partly: Partly) -> None:
    """Tells one fact after another, in any order, until all is known."""
    told = dict(partly.told)
    before = scored(told, partly.on)
    exact = cast(Told, partly.person)
    unsaid = [key for key in exact if key not in told or told[key] != exact[key]]
    pick.shuffle(unsaid)
    for key in unsaid:
        for value in nearer(pick, key, told.get(key), exact[key]):
            told[key] = value
            found = scored(told, partly.on)
            assert within(found.total, before.total), key
            assert within(found.gap, before.gap), key
            for item, earlier in zip(found.items, before.items, strict=True):
                assert within(item.points, earlier.points), (key, item.indicator)
            assert_may_become(before, found.verdict, found.can_apply)
            before = found
    truth = naive_score(partly.person, partly.on).total
    assert before.total == Interval(truth, truth)


def test_telling_more_only_ever_narrows_the_interval_down_to_the_truth() -> None:
    pick = Random(13)
    for partly in random_partial_people(600, 14):
        assert_only_ever_narrows(pick, partly)


@unhurried
@given(data=st.data(), on=dates())
def test_telling_more_narrows_for_anybody(data: st.DataObject, on: date) -> None:
    assert_only_ever_narrows(data.draw(st.randoms(use_true_random=False)), data.draw(partial_people(on)))


WINS = {
    "birth_date": ("age",),
    "insured_months_total": ("insured_years",),
    "marriage_date": ("married_years",),
    "contributions": ("base_months", "base_1x_months_last_12", "insured_months_last_12", "base_multiple"),
    "base_months": ("base_multiple",),
}
"""Facts that put others aside, however vague they are themselves."""


def common(one: Told, other: Told) -> Told:
    """What both tell alike, without what a winning fact of either puts aside."""
    aside = {loser for winner, losers in WINS.items() if winner in one or winner in other for loser in losers}
    return {key: value for key, value in one.items() if other.get(key) == value and key not in aside}


@unhurried
@given(data=st.data(), on=dates())
def test_telling_less_never_makes_anything_more_certain(data: st.DataObject, on: date) -> None:
    pick = data.draw(st.randoms(use_true_random=False))
    person = known_person(pick, on)
    one, other = partly_known(pick, person, on).told, partly_known(pick, person, on).told
    least = scored(common(one, other), on)
    for told in (one, other):
        found = scored(told, on)
        assert within(found.total, least.total)
        assert_may_become(least, found.verdict, found.can_apply)


def test_telling_the_months_at_one_more_multiple_never_widens() -> None:
    pick = Random(15)
    for _ in range(sampled(1_000)):
        on = a_day(pick)
        person = known_person(pick, on, "counts")
        told = cast(Told, widened(pick, "base_months", person["base_months"]))
        before = scored({**person, "base_months": told}, on)
        for multiple, window in pick.sample(list(WINDOWS.items()), len(WINDOWS)):
            anything = {"min": 0, "max": window}
            told.setdefault(multiple, anything)
            for value in (told[multiple], *nearer(pick, multiple, told[multiple], person["base_months"][multiple])):
                told[multiple] = value
                found = scored({**person, "base_months": told}, on)
                assert within(found.total, before.total), told
                before = found


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something not known: the keys it takes away, what is told in their place, and all that it may turn out to be."""

    keys: tuple[str, ...]
    told: Told
    endings: list[Person]


Doubts = Callable[[Random, Person, date], Doubt]


def told_or_not(pick: Random, key: str, values: Iterable[object]) -> Doubt:
    """One of some values, named as a list, or not told at all where it may be any."""
    named = list(values)
    told: Told = {key: named}
    if len(named) == len(CHOICES[key]) and pick.random() < 0.5:
        told = {}
    return Doubt((key,), told, [cast(Person, {key: value}) for value in named])


def choice_doubt(key: str) -> Doubts:
    def doubt(pick: Random, person: Person, on: date) -> Doubt:
        return told_or_not(pick, key, cast(list[object], widened(Random(pick.random()), key, cast(Told, person)[key])))

    return doubt


def flag_doubt(key: str) -> Doubts:
    def doubt(pick: Random, person: Person, on: date) -> Doubt:
        return Doubt((key,), {}, [cast(Person, {key: flag}) for flag in (False, True)])

    return doubt


def number_doubt(key: str, most: int, rivals: tuple[str, ...] = ()) -> Doubts:
    """A whole number told as a range, or not at all; more of it never gives fewer points, so its ends are enough."""

    def doubt(pick: Random, person: Person, on: date) -> Doubt:
        low, high = sorted((pick.randint(0, most), pick.choice((most, pick.randint(0, most)))))
        told: Told = {key: {"min": low, "max": high}}
        if pick.random() < 0.3:
            low, high, told = 0, most, {}
        return Doubt((key, *rivals), told, [cast(Person, {key: value}) for value in (low, high)])

    return doubt


def age_doubt(pick: Random, person: Person, on: date) -> Doubt:
    low, high = sorted((pick.randint(16, 100), pick.randint(16, 100)))
    told: Told = {"age": {"min": low, "max": high}}
    if pick.random() < 0.3:
        low, high, told = 16, 100, {}
    ages = {low, high, *(age for age in (43, 60, 61) if low <= age <= high)}
    return Doubt(("age", "birth_date"), told, [{"age": age} for age in sorted(ages)])


def days_of(part: str, on: date) -> list[str]:
    """The first and the last day up to `on` of a year or a month."""
    if len(part) == 4:
        first, last = date(int(part), 1, 1), date(int(part), 12, 31)
    else:
        year, month = int(part[:4]), int(part[5:])
        first = date(year, month, 1)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return [first.isoformat(), min(last, on).isoformat()]


def birth_doubt(pick: Random, person: Person, on: date) -> Doubt:
    day = date(on.year - pick.randint(18, 98), pick.choice((on.month, pick.randint(1, 12))), 1)
    part = day.isoformat()[: pick.choice((4, 7))]
    return Doubt(("birth_date", "age"), {"birth_date": part}, [{"birth_date": text} for text in days_of(part, on)])


def marriage_doubt(pick: Random, person: Person, on: date) -> Doubt:
    keys = ("spouse_shanghai_hukou", "marriage_date", "married_years")
    spouse: Told = {"spouse_shanghai_hukou": True} if pick.random() < 0.5 else {}
    flags = (True,) if spouse else (False, True)
    kind = pick.randint(0, 2)
    if kind == 0:
        day = date(on.year - pick.randint(0, 12), on.month, 1)
        part = day.isoformat()[: pick.choice((4, 7))]
        told: Told = {"marriage_date": part}
        times: list[Told] = [{"marriage_date": text} for text in days_of(part, on)]
    elif kind == 1:
        low, high = sorted((pick.randint(0, 12), pick.randint(0, 12)))
        told = {"married_years": {"min": low, "max": high}}
        times = [{"married_years": years} for years in (low, high)]
    else:
        told = {}
        times = [{"married_years": years} for years in (0, 60)]
    endings = [cast(Person, {"spouse_shanghai_hukou": flag, **time}) for flag in flags for time in times]
    return Doubt(keys, {**spouse, **told}, endings)


def base_months_doubt(pick: Random, person: Person, on: date) -> Doubt:
    part = widened(Random(pick.random()), "base_months", person["base_months"])
    told = cast(dict[str, int | dict[str, int]], part)
    bounds = {}
    for multiple, window in WINDOWS.items():
        known = told.get(multiple, {"min": 0, "max": window})
        bounds[multiple] = (known, known) if isinstance(known, int) else (known["min"], known["max"])
    marks = {0, 23, 24, 35, 36, 48, *(end for ends in bounds.values() for end in ends)}
    values = [[mark for mark in marks if low <= mark <= high] for low, high in bounds.values()]
    endings: dict[int, Person] = {}
    for months in product(*values):
        if list(months) == sorted(months, reverse=True):
            ending: Person = {"base_months": dict(zip(WINDOWS, months, strict=True))}
            endings[naive_score({**person, **ending}, on).items["contribution_base"]] = ending
    return Doubt(("base_months",), {"base_months": told}, list(endings.values()))


def record_doubt(key: str) -> Doubts:
    def doubt(pick: Random, person: Person, on: date) -> Doubt:
        if pick.random() < 0.3:
            return Doubt((key,), {}, [cast(Person, {key: []}), cast(Person, {key: [on.isoformat()] * 100})])
        days = [date(on.year - pick.randint(0, 6), on.month, 1).isoformat() for _ in range(pick.randint(1, 2))]
        parts = [day[: pick.choice((4, 7))] for day in days]
        endings = [cast(Person, {key: list(chosen)}) for chosen in product(*(days_of(part, on) for part in parts))]
        return Doubt((key,), {key: parts}, endings)

    return doubt


DOUBTS: dict[str, Doubts] = {
    "education": choice_doubt("education"),
    "credential": choice_doubt("credential"),
    "credential_fits_job": flag_doubt("credential_fits_job"),
    "base_1x_months_last_12": number_doubt("base_1x_months_last_12", 12),
    "insured_months_last_12": number_doubt("insured_months_last_12", 12),
    "insured_months_total": number_doubt("insured_months_total", 720, ("insured_years",)),
    "insured_years": number_doubt("insured_years", 60, ("insured_months_total",)),
    "base_months": base_months_doubt,
    "age": age_doubt,
    "birth_date": birth_doubt,
    "marriage": marriage_doubt,
    "outlying_area": choice_doubt("outlying_area"),
    "outlying_months": number_doubt("outlying_months", 720),
    "public_service_months": number_doubt("public_service_months", 720),
    "annual_tax_share": number_doubt("annual_tax_share", 1_500_000),
    "annual_local_hires_share": number_doubt("annual_local_hires_share", 150),
    "award": choice_doubt("award"),
    "entrepreneur": flag_doubt("entrepreneur"),
    "innovation_service_staff": flag_doubt("innovation_service_staff"),
    "shortage_major": flag_doubt("shortage_major"),
    "fresh_graduate": flag_doubt("fresh_graduate"),
    "employed_in_shanghai": flag_doubt("employed_in_shanghai"),
    "serious_crime": flag_doubt("serious_crime"),
    **{key: record_doubt(key) for key in RECORDS},
}

GROUPS = (
    ("age", "birth_date"),
    ("insured_months_total", "insured_years"),
)
"""Doubts that speak of the same thing: at most one of them at a time."""


def some_doubts(pick: Random, first: str, others: int) -> list[str]:
    names = [first]
    for name in pick.sample(list(DOUBTS), others):
        clash = name in names or any(name in group and set(group) & set(names) for group in GROUPS)
        if not clash:
            names.append(name)
    return names


def complete_person(pick: Random, on: date) -> Person:
    """A person told as counts, with also the facts that do not matter, so that any of the others may be in doubt."""
    person = known_person(pick, on, "counts")
    person.setdefault("credential_fits_job", True)
    person.setdefault("outlying_months", 61)
    if "marriage_date" not in person:
        person.setdefault("married_years", 3)
    person.pop("base_multiple", None)
    return person


def assert_spans(told: Told, on: date, endings: list[NaiveScore]) -> None:
    """The interval is exactly what the endings span, line by line and in all."""
    found = scored(told, on)
    totals = [ending.total for ending in endings]
    assert found.total == Interval(min(totals), max(totals))
    for item in found.items:
        points = [ending.items[item.indicator] for ending in endings]
        assert item.points == Interval(min(points), max(points)), item.indicator
        assert item.counted == any(ending.counted[item.indicator] for ending in endings), item.indicator
    for condition in found.conditions:
        met = {ending.conditions[condition.id] for ending in endings}
        assert condition.met == (met.pop() if len(met) == 1 else None), condition.id
    others = [ending.total if ending.other_total is None else ending.other_total for ending in endings]
    assert other_total(found) == Interval(min(others), max(others))


@pytest.mark.parametrize("others", [0, 3])
@pytest.mark.parametrize("first", DOUBTS)
def test_both_ends_of_the_interval_can_be(first: str, others: int) -> None:
    pick = Random(f"{first} {others}")
    for _ in range(sampled(60)):
        on = a_day(pick)
        person = complete_person(pick, on)
        doubts = [DOUBTS[name](pick, person, on) for name in some_doubts(pick, first, others)]
        told: Told = {**person}
        for doubt in doubts:
            for key in doubt.keys:
                told.pop(key, None)
            told.update(doubt.told)
        rest = {key: value for key, value in told.items() if not any(key in doubt.keys for doubt in doubts)}
        endings = []
        for chosen in product(*(doubt.endings for doubt in doubts)):
            ending = dict(rest)
            for facts in chosen:
                ending.update(facts)
            endings.append(naive_score(cast(Person, ending), on))
        assert_spans(told, on, endings)


def test_bases_told_as_ranges_span_what_the_least_and_the_most_make() -> None:
    pick = Random(21)
    for _ in range(sampled(400)):
        on = a_day(pick)
        person = known_person(pick, on, "contributions")
        person.pop("base_months", None)
        history = cast(list[Told], widened(pick, "contributions", person["contributions"]))
        ends = []
        for end in ("min", "max"):
            listed = [
                {**entry, "base": entry["base"][end]} if isinstance(entry["base"], dict) else entry for entry in history
            ]
            ends.append(naive_score({**person, "contributions": cast(list[Contribution], listed)}, on))
        assert_spans({**person, "contributions": history}, on, ends)


def insured_points(told: Told, on: date) -> Interval:
    return next(item.points for item in scored(told, on).items if item.indicator == "insured_years")


FORTY_MONTHS = [{"month": month, "base": 8000} for month in months_up_to(date(2026, 11, 22), 40)]


@pytest.mark.parametrize(
    ("told", "least"),
    [
        ({}, 9),
        ({"insured_years": {"min": 2, "max": 5}}, 9),
        ({"insured_years": {"min": 4, "max": 5}}, 12),
        ({"insured_months_total": {"min": 24, "max": 60}}, 9),
        ({"insured_months_total": {"min": 48, "max": 60}}, 12),
    ],
)
def test_the_months_listed_are_the_least_of_the_insured_months(told: Told, least: int) -> None:
    points = insured_points({"contributions": FORTY_MONTHS, **told}, date(2026, 11, 22))
    assert points.min == least
    assert not told or points.max == 15


@pytest.mark.parametrize("flag", [{"backpaid": True}, {"payer_is_employer": False}])
def test_an_invalid_month_listed_is_no_insured_month(flag: Told) -> None:
    listed = [*FORTY_MONTHS[:35], *({**entry, **flag} for entry in FORTY_MONTHS[35:])]
    assert insured_points({"contributions": listed}, date(2026, 11, 22)).min == 6
