"""The same random people for every engine: seeded, every fact of the base rules known.

`python -m bench.people FOLDER COUNT` writes `facts.jsonl` (one facts object of the public contract a line) and
`columns.json` (one list per input of the base rules, for the peers).
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from pathlib import Path
from random import Random

ON = date(2026, 11, 22)
"""The day on which everybody is scored."""
SEED = 20261122
EDUCATION = ("none", "associate", "bachelor", "bachelor_with_degree", "master", "doctor")
CREDENTIAL = ("none", "skill_5", "skill_4", "skill_3", "skill_2", "skill_1", "intermediate_title", "senior_title")
LOOK_BACK_DAYS = {"false_material": 3 * 365, "detention": 5 * 365, "minor_crime": 5 * 365}
"""Fewer days than the look-back has, so that a record drawn inside it counts whatever the leap days are."""
BEYOND_ANY_LOOK_BACK = 6 * 366


@dataclass(frozen=True, slots=True)
class Person:
    """One applicant as the peers see it: counts and whole years, records counted within their look-back."""

    age: int
    education: str
    credential: str
    fits_job: bool
    months_1x_of_12: int
    insured_months: int
    months_08: int
    months_1: int
    months_2: int
    months_3: int
    spouse_hukou: bool
    married_years: int
    false_material: int
    detention: int
    minor_crime: int


ITEMS = ("age", "education", "credential", "insured_years", "contribution_base", "spouse", "deductions")
"""What every engine must name in its explanation; of education and credential the higher counts."""
COLUMNS = tuple(field.name for field in fields(Person))


def draw(random: Random) -> Person:
    """One person with no contradiction: months at a higher multiple never exceed those at a lower one."""
    age = random.randint(18, 64)
    insured = random.randint(0, min(300, 12 * (age - 17)))
    months_08 = _mostly_full(random, min(48, insured))
    months_1 = _mostly_full(random, months_08)
    months_2 = _mostly_full(random, months_1)
    return Person(
        age=age,
        education=random.choice(EDUCATION),
        credential=random.choice(CREDENTIAL),
        fits_job=random.random() < 0.8,
        months_1x_of_12=random.randint(max(0, months_1 - 36), min(12, months_1)),
        insured_months=insured,
        months_08=months_08,
        months_1=months_1,
        months_2=months_2,
        months_3=_mostly_full(random, min(36, months_2)),
        spouse_hukou=random.random() < 0.3,
        married_years=random.randint(0, min(25, age - 18)),
        false_material=_rarely(random),
        detention=_rarely(random),
        minor_crime=_rarely(random),
    )


def _mostly_full(random: Random, most: int) -> int:
    return most if random.random() < 0.5 else random.randint(0, most)


def _rarely(random: Random) -> int:
    return random.choice((1, 1, 2)) if random.random() < 0.05 else 0


def people(count: int, seed: int = SEED) -> Iterator[Person]:
    """The first `count` of the endless row of people that the seed stands for."""
    random = Random(seed)
    return (draw(random) for _ in range(count))


def facts_of(person: Person, random: Random) -> dict[str, object]:
    """The person as facts of the public contract.

    The base rules are a part of the rule book: every other fact is known and worth nothing. One record in ten lies
    beyond its look-back, so that reading the dates is part of the work.
    """
    return {
        "age": person.age,
        "residence_permit": True,
        "employed_in_shanghai": True,
        "employer_in_shanghai": True,
        "insured_now": True,
        "insured_months_last_12": min(12, person.insured_months),
        "education": person.education,
        "credential": person.credential,
        "credential_fits_job": person.fits_job,
        "base_1x_months_last_12": person.months_1x_of_12,
        "insured_months_total": person.insured_months,
        "base_months": {
            "0.8": person.months_08,
            "1": person.months_1,
            "2": person.months_2,
            "3": person.months_3,
        },
        "entrepreneur": False,
        "innovation_service_staff": False,
        "shortage_major": False,
        "annual_tax_share": 0,
        "annual_local_hires_share": 0,
        "public_service_months": 0,
        "outlying_area": "none",
        "outlying_months": 0,
        "fresh_graduate": False,
        "award": "none",
        "spouse_shanghai_hukou": person.spouse_hukou,
        "married_years": person.married_years,
        "false_material_dates": _dates(random, person.false_material, "false_material"),
        "detention_dates": _dates(random, person.detention, "detention"),
        "minor_crime_dates": _dates(random, person.minor_crime, "minor_crime"),
        "serious_crime": False,
    }


def _dates(random: Random, count: int, record: str) -> list[str]:
    days = [random.randrange(LOOK_BACK_DAYS[record]) for _ in range(count)]
    if random.random() < 0.1:
        days.append(BEYOND_ANY_LOOK_BACK + random.randrange(1000))
    return [(ON - timedelta(days=day)).isoformat() for day in days]


def write(folder: Path, count: int) -> None:
    """Write the first `count` people in both shapes."""
    drawn = list(people(count))
    random = Random(SEED + 1)
    lines = (json.dumps(facts_of(person, random)) for person in drawn)
    (folder / "facts.jsonl").write_text("\n".join(lines) + "\n")
    columns = {name: [getattr(person, name) for person in drawn] for name in COLUMNS}
    (folder / "columns.json").write_text(json.dumps(columns))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
