"""The tool that compiles and sorts the catalogs."""

import gettext
import os
from pathlib import Path

import pytest

from locales import catalogs

UNSORTED = """\
#, python-format
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

# why
msgid "b.first"
msgstr "{n} long line that no one breaks, {so} that two people's changes of two messages never touch the same line"

msgid "a.second"
msgid_plural "a.second"
msgstr[0] "{n} month"
msgstr[1] "{n} months"

#~ msgid "a.gone"
#~ msgstr "gone"
"""


@pytest.fixture
def po(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog of English in a folder of its own."""
    monkeypatch.setattr(catalogs, "FOLDER", tmp_path)
    file = tmp_path / "en" / "LC_MESSAGES" / "some.po"
    file.parent.mkdir(parents=True)
    file.write_text(UNSORTED, encoding="utf-8")
    return file


def test_messages_are_sorted_by_id_and_nothing_is_lost(po: Path) -> None:
    sorted_text = catalogs.normalised(po)
    assert sorted_text.index("a.second") < sorted_text.index("# why") < sorted_text.index("b.first")
    assert "never touch the same line" in sorted_text
    assert "a.gone" not in sorted_text


def test_sorting_twice_changes_nothing(po: Path) -> None:
    po.write_text(catalogs.normalised(po), encoding="utf-8")
    assert catalogs.normalised(po) == po.read_text(encoding="utf-8")


def test_an_id_that_stands_twice_is_refused_rather_than_lost(po: Path) -> None:
    po.write_text(UNSORTED + '\nmsgid "b.first"\nmsgstr "other"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"some\.po: more than once: b\.first"):
        catalogs.normalised(po)


def test_a_catalog_is_compiled_when_it_is_newer_than_what_was_compiled(po: Path) -> None:
    mo = po.with_suffix(".mo")
    assert list(catalogs.compile_stale()) == [mo]
    assert list(catalogs.compile_stale()) == []
    os.utime(po, (mo.stat().st_mtime + 1, mo.stat().st_mtime + 1))
    assert list(catalogs.compile_stale()) == [mo]
    with mo.open("rb") as file:
        assert gettext.GNUTranslations(file).ngettext("a.second", "a.second", 2) == "{n} months"


def test_what_was_compiled_of_a_catalog_that_is_gone_goes_too(po: Path) -> None:
    list(catalogs.compile_stale())
    po.unlink()
    list(catalogs.compile_stale())
    assert not po.with_suffix(".mo").exists()
