"""Which links the server takes, and those that mean a person."""

from __future__ import annotations

import re

_PERSON = re.compile(r"tg://(?:user|openmessage)\?(?:user_)?id=(\d+)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_HOST = re.compile(r"[^\s/?#@:]+\.[^\s/?#@:.\d][^\s/?#@:.]+(?::\d+)?(?:[/?#]|$)|(?:\d+\.){3}\d+(?::\d+)?(?:[/?#]|$)")
_SCHEMES = frozenset({"http", "https", "tg", "ton", "tonsite"})


def person_in(url: str) -> int | None:
    """The id in a tg://user?id=... link."""
    found = _PERSON.match(url.strip())
    return int(found[1]) if found else None


def checked_link(url: str) -> str | None:
    """The link as it is kept (with a scheme), or None when it is none."""
    url = url.strip()
    scheme = _SCHEME.match(url)
    if scheme is None:
        scheme_name, rest = "http", url
    else:
        scheme_name, rest = scheme[1].lower(), url[scheme.end() :]
    if scheme_name not in _SCHEMES or not rest or any(character.isspace() for character in rest):
        return None
    if scheme_name == "tg":
        return f"tg://{rest}"
    host = rest.rpartition("@")[2] if "@" in rest.partition("/")[0] else rest
    if not _HOST.match(host):
        return None
    if not any(mark in rest for mark in "/?#"):
        rest += "/"
    return f"{scheme_name}://{rest}"
