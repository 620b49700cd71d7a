"""The messages of the compiled catalogs, in one language.

Every `locales/<language>/LC_MESSAGES/*.mo` belongs to the language; which file a message stands in does not matter.
Only the standard library is used, so that the first message costs a few milliseconds.
"""

import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from dialogs.texts import Texts

LOCALES: Final = ("zh_Hans", "zh_Hant", "en")
DEFAULT_LOCALE: Final = "zh_Hans"
CATALOGS: Final = Path(__file__).parent.parent / "locales"

# The script or the place in a Chinese language tag, and the catalog that it asks for.
_SCRIPTS: Final = {
    **dict.fromkeys(("hans", "cn", "sg", "my"), "zh_Hans"),
    **dict.fromkeys(("hant", "tw", "hk", "mo"), "zh_Hant"),
}


class MissingText(LookupError):
    """No message of this id in this language, or no value for one of its fields."""

    def __init__(self, id: str, locale: str, problem: str = "no such message") -> None:
        super().__init__(f"{id} ({locale}): {problem}")
        self.id = id
        self.locale = locale


class CatalogTexts:
    """The messages of one language, read from its compiled catalogs."""

    def __init__(self, locale: str, catalogs: tuple[gettext.NullTranslations, ...]) -> None:
        self.locale = locale
        self._catalogs = catalogs
        self._found: dict[str, tuple[gettext.NullTranslations, str]] = {}
        self._fixed: dict[str, str] = {}

    def __call__(self, id: str, /, **values: object) -> str:
        """The message `id` with its `{fields}` filled from `values`; a whole number `n` picks the plural.

        Raises `MissingText` for an id that the language does not have, or a field without a value.
        """
        if not values and (fixed := self._fixed.get(id)) is not None:
            return fixed
        found = self._found.get(id)
        if found is None:
            found = self._found[id] = self._find(id)
        catalog, message = found
        if isinstance(n := values.get("n"), int) and (plural := catalog.ngettext(id, id, n)) != id:
            message = plural
        if "{" not in message and "}" not in message:
            if not values:
                self._fixed[id] = message
            return message
        try:
            return message.format_map(values)
        except KeyError as missing:
            raise MissingText(id, self.locale, f"no value for {{{missing.args[0]}}}") from None

    def _find(self, id: str) -> tuple[gettext.NullTranslations, str]:
        """The catalog that has a message, and the message, or one of its plurals."""
        for catalog in self._catalogs:
            # gettext answers an unknown id with the id itself; no message reads like its own id.
            if (message := catalog.gettext(id)) != id:
                return catalog, message
        raise MissingText(id, self.locale)


def texts(locale: str) -> Texts:
    """The messages of one of `LOCALES`, read once. Raises `ValueError` for another locale."""
    if locale not in LOCALES:
        raise ValueError(f"{locale!r} is not one of {', '.join(LOCALES)}")
    return _read(locale)


@cache
def _read(locale: str) -> CatalogTexts:
    return CatalogTexts(locale, tuple(_catalogs(locale)))


def _catalogs(locale: str) -> Iterator[gettext.NullTranslations]:
    for compiled in sorted((CATALOGS / locale / "LC_MESSAGES").glob("*.mo")):
        with compiled.open("rb") as file:
            yield gettext.GNUTranslations(file)


def recognise_locale(tag: str | None) -> str | None:
    """The one of `LOCALES` that a language tag (`zh-TW`, `zh_HK.UTF-8`, `en-US`) asks for, or `None`."""
    language, *rest = re.split(r"[-_]", re.split(r"[.@]", tag or "")[0].strip().lower())
    if language == "en":
        return "en"
    if language != "zh":
        return None
    # The script says more than the place: zh-Hans-HK is simplified.
    decisive = next((part for part in rest if part in _SCRIPTS), "hans")
    return _SCRIPTS[decisive]


def choose_locale(tag: str | None) -> str:
    """The one of `LOCALES` for a language tag, simplified Chinese where the tag says nothing that is known."""
    return recognise_locale(tag) or DEFAULT_LOCALE
