"""The pattern tables, one module a subject."""

from ..rules import Family
from .age import AGE
from .base import BASE
from .bonuses import BONUSES
from .credential import CREDENTIAL
from .education import EDUCATION
from .employment import EMPLOYER, EMPLOYMENT
from .insurance import INSURANCE
from .records import RECORDS
from .spouse import MARRIAGE, SPOUSE

FAMILIES: tuple[Family, ...] = (
    AGE,
    EDUCATION,
    CREDENTIAL,
    INSURANCE,
    BASE,
    SPOUSE,
    MARRIAGE,
    EMPLOYMENT,
    EMPLOYER,
    BONUSES,
    RECORDS,
)
