"""What is left to say once every mention is judged: corrections, the highest of a kind, and contradictions."""

from __future__ import annotations

import re
from dataclasses import replace

from .answers import bare_mention
from .model import Facts, FactValue
from .patterns import Lazy
from .rules import Context, Mention

_CORRECTION = Lazy(
    "(?P<firm>(?<!对)不对|说错了?|打错了?|写错了?|记错了?|搞错了?|更正(?:一下)?|口误|算错了?"
    "|弄错了?|搞混了?|看错了?|输错了?|讲错了?|手滑|纠正|(?:啊|哦"
    r"|呃|额|噢|唉)\s?不(?:是|对)?(?=[\s,.\ue000-\ue007]|\d|[一二三四五六七八九十])"
    r"|(?<=[,.\s])不是(?=[,.\s])"
    r"|(?<=[,.;\s])(?:啊|哦|噢|呃|额)[,\s]?(?:其实|应该)?(?:不用问了)?(?:就)?是(?=\s?[\ue000\ue001\ue007])"
    r"|no,? (?:wait|sorry)|scratch that|i mean\b|correction|(?<=\? )no:)"
    r"|应该是|不好意思|抱歉|准确(?:来|地)?说|\b(?:wait|sorry|actually|well)\b"
)
_LEVELS = frozenset({"education", "credential"})
_CHUNK = Lazy(
    r"[,.:\s]*(?:i (?:just |have )?(?:checked|looked|counted|recounted)(?: again| it up| it)?[,.:\s]*)?(?:不对"
    r"|说错了?|是"
    r"|应该是|一下|(?:(?:hr|payroll|she|he|they|the app|the system|it|my boss"
    r"|my employer) (?:just |now )?(?:said|says|shows?|told me|say),? )?(?:it's|it is"
    r"|that's)?)?[,.:\s]*(?P<said>[^,;!?\n]*?[^,.;!?\n\s])\s*(?=[,.;!?\n]|$| (?:since|as of|exactly|now|to be)\b)"
)


def corrected(text: str, mentions: list[Mention], context: Context) -> list[Mention]:
    """The mentions without those that a later word took back, and with the bare words that replaced them."""
    if not mentions:
        return mentions
    for match in _CORRECTION.finditer(text):
        mentions = _one_correction(text, match, mentions, context)
    return mentions


def _one_correction(text: str, match: re.Match[str], mentions: list[Mention], context: Context) -> list[Mention]:
    if any(mention.start < match.start() < mention.end for mention in mentions):
        return mentions
    before = [mention for mention in mentions if mention.end <= match.start()]
    after = [mention for mention in mentions if mention.start >= match.start()]
    if not before:
        return mentions
    last = max(before, key=lambda mention: mention.end)
    again = {mention.rule.slot for mention in after}
    if last.rule.slot not in again and (chunk := _CHUNK.match(text, match.end())) and chunk["said"]:
        start, end = chunk.span("said")
        replacement = bare_mention(last, text, start, end, context)
        if replacement is not None and not any(mention.start < end and start < mention.end for mention in after):
            after = [replacement, *after]
            again.add(last.rule.slot)
    if last.rule.slot not in again and match["firm"] and not text[last.end : match.start()].strip(" ,.;!?\n了啊哦呃"):
        return [replace(mention, facts=None) if mention is last else mention for mention in before] + after
    return [mention for mention in before if mention.rule.slot not in again] + after


_OR = Lazy(r"\s?(?:或者?(?:是|说)?|还是|or)\s?(?:an?\s)?")


def either(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with two levels that an "or" joins made one of both (大专或者本科)."""
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.rule.slot == mention.rule.slot
            and last.facts is not None
            and mention.facts is not None
            and last.facts.keys() == mention.facts.keys() <= _LEVELS
            and _OR.fullmatch(text, last.end, mention.start)
        ):
            both = {key: _any_of(last.facts[key], mention.facts[key]) for key in last.facts}
            mention = replace(mention, start=last.start, facts=both)
            kept.pop()
        kept.append(mention)
    return kept


def _any_of(one: FactValue, other: FactValue) -> FactValue:
    return list(dict.fromkeys([*_levels(one), *_levels(other)]))


def settle(mentions: list[Mention]) -> list[Mention]:
    """One answer a slot: the highest rank; equal ranks that contradict one another leave the slot unclear."""
    slots: dict[str, list[Mention]] = {}
    for mention in mentions:
        slots.setdefault(mention.rule.slot, []).append(mention)
    return [one for slot in slots.values() for one in _settle_slot(slot)]


def _settle_slot(mentions: list[Mention]) -> list[Mention]:
    if len(mentions) == 1:
        return mentions
    known = [mention for mention in mentions if mention.facts is not None]
    if not known:
        return mentions
    highest = max(mention.rule.rank for mention in known)
    doubtful = [mention for mention in mentions if mention.facts is None and mention.rule.rank > highest]
    if doubtful:
        return doubtful
    top = [mention for mention in known if mention.rule.rank == highest]
    merged: Facts = {}
    kept: list[Mention] = []
    for mention in top:
        facts: Facts = {}
        for key, value in (mention.facts or {}).items():
            if key not in merged:
                merged[key] = facts[key] = value
            elif isinstance(value, list) and key.endswith("_dates"):
                earlier = merged[key]
                merged[key] = facts[key] = [*(earlier if isinstance(earlier, list) else []), *value]
            elif (both := _narrowed(merged[key], value)) is not None:
                merged[key] = both
                kept = [_told(one, key, both) for one in kept]
            else:
                return [replace(one, facts=None) for one in top]
        if facts:
            kept.append(replace(mention, facts=facts))
    return kept


def _told(mention: Mention, key: str, value: FactValue) -> Mention:
    """The mention with what was learnt more exactly elsewhere."""
    facts = mention.facts or {}
    return replace(mention, facts={**facts, key: value}) if key in facts else mention


def _narrowed(one: FactValue, other: FactValue) -> FactValue | None:
    """What two statements leave together: 本科 and 本科无学位, 36 and 35 to 36; ``None`` where they contradict."""
    if one == other:
        return one
    if isinstance(one, list) or isinstance(other, list):
        levels = [level for level in _levels(one) if level in _levels(other)]
        return (levels[0] if len(levels) == 1 else levels) if levels else None
    if isinstance(one, dict) and isinstance(other, int) and "min" in one:
        return other if one["min"] <= other <= one["max"] else None
    if isinstance(other, dict) and isinstance(one, int) and "min" in other:
        return one if other["min"] <= one <= other["max"] else None
    return None


def _levels(value: FactValue) -> list[str]:
    return value if isinstance(value, list) else [str(value)]
