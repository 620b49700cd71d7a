"""The base rules in plain Python: the ceiling for one person at a time, and the totals all others must give."""

from collections.abc import Mapping

from bench.people import Person, people
from bench.worker import serve, timed_each

EDUCATION_POINTS = {
    "none": 0,
    "associate": 50,
    "bachelor": 60,
    "bachelor_with_degree": 90,
    "master": 100,
    "doctor": 110,
}
CREDENTIAL_POINTS = {
    "none": 0,
    "skill_5": 15,
    "skill_4": 30,
    "skill_3": 60,
    "skill_2": 100,
    "skill_1": 140,
    "intermediate_title": 100,
    "senior_title": 140,
}
NEEDS_BASE_FROM = 100


def items(person: Person) -> Mapping[str, int]:
    """The points of each item of the base rules; of education and credential both are named, the higher counts."""
    return {
        "age": age_points(person.age),
        "education": EDUCATION_POINTS[person.education],
        "credential": credential_points(person),
        "insured_years": person.insured_months // 12 * 3,
        "contribution_base": contribution_base_points(person),
        "spouse": min(40, 4 * person.married_years) if person.spouse_hukou else 0,
        "deductions": -150 * person.false_material - 50 * person.detention - 150 * person.minor_crime,
    }


def total(person: Person) -> int:
    """The points in sum, never below 0."""
    found = items(person)
    either_or = min(found["education"], found["credential"])
    return max(0, sum(found.values()) - either_or)


def age_points(age: int) -> int:
    """5 at 56 to 60, 2 more a year younger, 30 at most, none over 60."""
    if age > 60:
        return 0
    return min(30, 5 + 2 * max(0, 56 - age))


def credential_points(person: Person) -> int:
    """A credential counts where it fits the job; the high ones need 6 of the last 12 months at 1x."""
    points = CREDENTIAL_POINTS[person.credential]
    paid = points < NEEDS_BASE_FROM or person.months_1x_of_12 >= 6
    return points if person.fits_job and paid else 0


def contribution_base_points(person: Person) -> int:
    """The highest tier reached: 24 of 36 months at 3x, or 36 of 48 at 2x, 1x, 0.8x."""
    if person.months_3 >= 24:
        return 120
    if person.months_2 >= 36:
        return 100
    if person.months_1 >= 36:
        return 50
    return 25 if person.months_08 >= 36 else 0


def work() -> None:
    """Serve the plain functions: the ceiling for one person at a time in Python, with no reason but an item's name."""

    def itemised(person: Person) -> tuple[int, Mapping[str, int]]:
        return total(person), items(person)

    serve(
        {
            "totals": lambda count: [total(person) for person in people(count)],
            "items": lambda count: [dict(items(person)) for person in people(count)],
            "explained": lambda count: timed_each(itemised, list(people(count))),
        }
    )


if __name__ == "__main__":
    work()
