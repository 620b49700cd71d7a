"""Many people at once score what each scores alone, whatever their columns look like; bad columns are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import cast

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.batch import VERDICTS, Batch, BatchScores, Column, Records, encode, score_columns, score_many
from scoring.data import data_text
from scoring.facts import FactsError, parse_facts
from scoring.indicators import Entry
from scoring.interval import Interval
from scoring.life import Life
from scoring.rulebook import NoRuleBookError, RuleBook, RuleBookError, read_rule_book, rule_book
from scoring.score import Score, score, score_life
from tests.scoring.people import (
    CHOICES,
    RECORDS,
    SPECIAL_DAYS,
    WINDOWS,
    Told,
    a_day,
    contradicted,
    dates,
    known_person,
    random_partial_people,
    random_people,
)

ON = date(2026, 11, 22)
DATES = ("birth_date", "marriage_date", "permit_expires")
FLAGS = (
    "residence_permit", "employed_in_shanghai", "employer_in_shanghai", "insured_now", "credential_fits_job",
    "entrepreneur", "innovation_service_staff", "shortage_major", "fresh_graduate", "spouse_shanghai_hukou",
    "serious_crime",
)  # fmt: skip
FRACTIONS = ("annual_local_hires_share", "base_multiple")
LEAP_DAYS = (date(2023, 2, 28), date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2028, 2, 29))


def days(*texts: str) -> npt.NDArray[np.datetime64]:
    return np.array(texts, "datetime64[D]")


# ------------------------------------------------------------------------------------------- people told in two ways


def told_exactly(pick: Random, on: date, ignorance: float) -> Told:
    """A person whose every fact is known exactly or not at all, contradictions included."""
    told = cast(Told, known_person(pick, on, "counts"))
    if pick.random() < 0.3:
        told = cast(Told, contradicted(pick, cast(dict[str, object], told)))  # type: ignore[arg-type]
    if pick.random() < 0.3:
        told["base_months"] = {multiple: pick.randint(0, window) for multiple, window in WINDOWS.items()}
    told["base_months"] = {
        multiple: months
        for multiple, months in cast(dict[str, int], told["base_months"]).items()
        if pick.random() >= ignorance
    }
    return {key: value for key, value in told.items() if pick.random() >= ignorance}
