"""The repository itself: what is pinned, what is licensed, what must not be said."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from tests.source_tree import ROOT, name_of, python_files

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==\S+(?: ; .*?)? \\$", flags=re.MULTILINE)


def canonical(requirement: str) -> str:
    """A requirement's name as the lock writes it: `coverage[toml]>=7` is coverage."""
    name = re.split(r"[\[<>=!~; ]", requirement)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_pinned() -> None:
    declared = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    assert {canonical(requirement) for requirement in declared} <= set(PIN.findall(LOCK))


def test_every_line_of_the_lock_is_a_pin_or_a_hash() -> None:
    odd = [line for line in LOCK.splitlines() if not re.fullmatch(r" {4}--hash=sha256:[0-9a-f]{64}( \\)?", line)]
    assert odd
    assert not [line for line in odd if not PIN.fullmatch(line)]


def test_the_lock_names_no_host_and_no_place() -> None:
    assert not re.search(r"https?:|--index-url|--find-links|file:|^-", LOCK, flags=re.MULTILINE)


def test_the_build_needs_nothing_outside_the_lock() -> None:
    assert {canonical(requirement) for requirement in PROJECT["build-system"]["requires"]} <= set(PIN.findall(LOCK))


def test_the_licence_is_stated_where_it_is_looked_for() -> None:
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "hujifen" in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_the_check_of_a_fresh_clone_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("file", python_files("bot", "dialogs", "scoring", "tests"), ids=name_of)
def test_an_ignored_complaint_of_the_type_checker_says_which_and_why(file: Path) -> None:
    above = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if ignored := re.search(r"# type[:] ignore(.*)", line):
            assert re.match(r"\[[a-z, -]+\]", ignored[1]), line
            assert re.search(r"\]\s+# \w", ignored[1]) or re.match(r"\s*# \w", above), f"why? {line}"
        above = line
