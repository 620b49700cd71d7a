"""The project's own files, as the tests that read them see them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "dialogs", "scoring")


def python_files(*packages: str) -> list[Path]:
    """Every module of the packages."""
    return [file for package in packages for file in sorted((ROOT / package).rglob("*.py"))]


def name_of(file: Path) -> str:
    """A file as a reader knows it: its path from the root."""
    return file.relative_to(ROOT).as_posix()


@cache
def syntax_tree(file: Path) -> ast.Module:
    """A module, parsed."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def docstrings(tree: ast.Module) -> set[ast.expr]:
    """The string constants of a module that stand alone as statements, so are prose and not values."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def constants(tree: ast.Module) -> Iterator[str]:
    """Every string constant of a module that is a value, f-strings' parts left out."""
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    others = docstrings(tree) | parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in others:
            yield node.value


def formatted(tree: ast.Module) -> Iterator[str]:
    """Every f-string of a module, with `{}` for each of its fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
