"""The message ids that code builds from parts, as `text(f"indicator.{item.indicator}")` does.

A family is written as the code writes it, with `{}` for what is filled in, and lists every id that it can become:

    "indicator.{}": lambda: (f"indicator.{id}" for id in INDICATORS)

Each member must be a message of the catalogs; an f-string of this form that is no family here fails the tests. So an
indicator without its name in one language is found before a user meets it.
"""

from collections.abc import Callable, Iterable, Mapping

FAMILIES: Mapping[str, Callable[[], Iterable[str]]] = {}
