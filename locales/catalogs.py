"""Reads, compiles and normalises the catalogs of messages.

    python -m locales.catalogs compile      every .po that is newer than its .mo
    python -m locales.catalogs normalise    sorts every .po by message id, one blank line between messages

A message id is symbolic (`item.age.at`) and a message's fields are Python's (`{age}`). A language has as many .po files
as it likes, all merged when read; an id stands in one of them only.
"""

import argparse
import io
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).parent
HEADER = """\
# hujifen, {language}.
# Licensed under the Apache License, Version 2.0; see the file LICENSE.
msgid ""
msgstr ""
"Project-Id-Version: hujifen\\n"
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def po_files() -> list[Path]:
    """Every catalog in source form."""
    return sorted(FOLDER.glob("*/LC_MESSAGES/*.po"))


def language_of(po: Path) -> str:
    """The language that a catalog belongs to: the name of its folder."""
    return po.parent.parent.name


def read(po: Path) -> Catalog:
    """The messages of a .po file. Raises `babel.messages.pofile.PoFileError` for one that is not well formed."""
    with po.open("rb") as file:
        return read_po(file, locale=language_of(po), abort_invalid=True)


def compile_stale() -> Iterator[Path]:
    """Writes the .mo of every .po that is newer than it, and yields what was written."""
    for po in po_files():
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        compiled = io.BytesIO()
        write_mo(compiled, read(po))
        _replace(mo, compiled.getvalue())
        yield mo
    for orphan in FOLDER.glob("*/LC_MESSAGES/*.mo"):
        if not orphan.with_suffix(".po").exists():
            orphan.unlink()


def repeated_ids(po: Path) -> list[str]:
    """The message ids that stand more than once in a .po file, where the last one would silently win."""
    counts = Counter(re.findall(r'^msgid "(.+)"$', po.read_text(encoding="utf-8"), flags=re.MULTILINE))
    return sorted(id for id, count in counts.items() if count > 1)


def normalised(po: Path) -> str:
    """The .po file as it should be written: a short header, messages by id. Raises `ValueError` for a repeated id."""
    if repeated := repeated_ids(po):
        raise ValueError(f"{po}: more than once: {', '.join(repeated)}")
    catalog = read(po)
    header = HEADER.format(language=language_of(po), plural_forms=catalog.plural_forms)
    messages = io.BytesIO()
    write_po(messages, catalog, sort_output=True, omit_header=True, width=0, ignore_obsolete=True)
    return (header + messages.getvalue().decode()).rstrip() + "\n"


def _replace(file: Path, content: bytes) -> None:
    """Writes a file at once, so that a reader beside us never sees half of it."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(file)


def main() -> None:
    """Runs the command that the arguments name."""
    parser = argparse.ArgumentParser(
        prog="python -m locales.catalogs", description="Compiles or normalises the catalogs."
    )
    parser.add_argument("command", choices=["compile", "normalise"])
    command = parser.parse_args().command
    if command == "normalise":
        for po in po_files():
            _replace(po, normalised(po).encode())
    for _ in compile_stale():
        pass


if __name__ == "__main__":
    main()
