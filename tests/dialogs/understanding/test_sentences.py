"""Precision and recall over labelled self-descriptions in three languages."""

from __future__ import annotations

import pytest

from tests.dialogs.understanding.labelled import FRESH, agreement, sentences, voices

ALL = sentences()


def test_the_set_is_large_and_speaks_three_languages() -> None:
    assert len(ALL) >= 400
    for language, share in (("zh_Hans", 0.5), ("zh_Hant", 0.12), ("en", 0.18)):
        assert sum(1 for one in ALL if one.language == language) >= share * len(ALL)


def test_no_sentence_is_there_twice() -> None:
    assert len({one.text for one in ALL}) == len(ALL)


@pytest.mark.parametrize("held_out", [False, True], ids=["tuned on", "held out"])
def test_what_is_heard_is_what_was_said(held_out: bool) -> None:
    measured = agreement(one for one in ALL if one.held_out is held_out)
    assert measured.precision >= 0.97, measured.failures
    assert measured.recall >= 0.93, measured.failures


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant", "en"])
def test_every_language_is_heard_well(language: str) -> None:
    measured = agreement(one for one in ALL if one.language == language)
    assert measured.precision >= 0.96, measured.failures
    assert measured.recall >= 0.92, measured.failures


@pytest.mark.parametrize("kind", ["trap", "negated", "other", "personal"])
def test_nothing_is_heard_that_was_only_planned_asked_denied_or_said_of_others(kind: str) -> None:
    measured = agreement(one for one in ALL if one.kind == kind)
    assert measured.wrong == 0, measured.failures


@pytest.mark.parametrize("file", FRESH)
def test_other_voices_are_heard_as_well(file: str) -> None:
    measured = agreement(sentences(file))
    assert measured.precision >= 0.97, measured.failures
    assert measured.recall >= 0.93, measured.failures


@pytest.mark.parametrize("file", FRESH)
def test_no_trap_of_other_voices_is_stepped_into(file: str) -> None:
    measured = agreement(one for one in sentences(file) if one.kind in ("trap", "negated", "other", "personal"))
    assert measured.wrong == 0, measured.failures


def test_what_was_misheard_once_is_heard_exactly() -> None:
    assert agreement(voices()).failures == ()


def test_no_description_is_there_twice_over_all_files() -> None:
    texts = [one.text for one in [*ALL, *voices(), *(one for file in FRESH for one in sentences(file))]]
    assert len(set(texts)) == len(texts)
