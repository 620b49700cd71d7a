"""The rule data that lies beside the code: the one place of this package that reads files."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "rulebook"


def data_text(name: str) -> str:
    """The text of one data file."""
    return (_FOLDER / name).read_text("utf-8")


def rule_book_names() -> list[str]:
    """The files of the rule books, oldest first: their names are the days on which they came into force."""
    return sorted(path.name for path in _FOLDER.glob("[0-9]*.toml"))
