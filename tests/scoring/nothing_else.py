"""What an ordinary applicant does not have: the bonuses that few get, and records."""

from typing import Final

from tests.scoring.naive import Person

NO_BONUS: Final[Person] = {
    "entrepreneur": False,
    "innovation_service_staff": False,
    "shortage_major": False,
    "annual_tax_share": 0,
    "annual_local_hires_share": 0,
    "public_service_months": 0,
    "outlying_area": "none",
    "fresh_graduate": False,
    "award": "none",
}
NO_RECORDS: Final[Person] = {
    "false_material_dates": [],
    "detention_dates": [],
    "minor_crime_dates": [],
    "serious_crime": False,
}
