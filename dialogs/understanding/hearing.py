"""From a text to the facts it states: find what the tables match, judge each match by its scope, settle what is left."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from .answers import bare_answers
from .families import FAMILIES
from .families.education import with_degree
from .families.insurance import in_shanghai_only
from .limits import accepts
from .model import FactValue, Heard, HeardFact
from .plain import LIMIT, Plain, fold
from .rules import About, Context, Family, Mention, Rule, rules_for, scripts_of
from .scopes import Scopes, Segment, Subject, scopes
from .settling import corrected, settle

_NOT_BEFORE = re.compile(
    r"(?:没有?|无|不是|不算|并非|(?<!是)非|未|不具备|没有?(?:拿|考|读|评|取得|获得|领|上|念)(?:到|过|上|出|下来|完)?|不属于|\bno|\bnot|\bwithout|n't|\bnever)"
    r"\s?(?:(?:任何|什么|啥|过|a|an|any|the|my|have|got|hold|had|been|yet|finished)\s?)*$"
)
_NOT_AFTER = re.compile(r"\s?(?:学历|学位|证书?|职称)?\s?(?:这块|方面|我)?(?:是|也|都|还)?(?:没有?|无|没拿到?|没考出?)(?=\s?(?:$|[,.;!?\n]))")
_OWN_BEFORE = re.compile(r"我(?!是不是)|本人|\b(?:i'm|i am|i have|i've|my|i hold|i paid|im)\b")
_SETTLED = re.compile(r"了|已经?")
_DENIED = -1
"""The rank of what is denied: anything that is said counts before it."""
_WINDOW = 24


def hear(text: str, context: Context) -> Heard:
    """Everything ``text`` states."""
    plain = fold(text, context.on)
    return told(plain, _stated(plain, replace(context, quantities=plain.quantities)), context.on, cut=len(text) > LIMIT)


def hear_answer(text: str, asking: str, context: Context) -> Heard:
    """Everything ``text`` states, its bare words read as an answer to the question ``asking``."""
    plain = fold(text, context.on)
    context = replace(context, quantities=plain.quantities)
    kept = _stated(plain, context)
    known = {key for mention in settle(kept) for key in mention.facts or ()}
    taken = [(mention.start, mention.end) for mention in kept]
    bare = [mention for mention in bare_answers(plain.text, asking, taken, context) if known.isdisjoint(mention.facts or ())]
    return told(plain, [*kept, *bare], context.on, cut=len(text) > LIMIT)


def _stated(plain: Plain, context: Context) -> list[Mention]:
    """The mentions that hold, corrections and qualifications worked in."""
    kept = corrected(plain.text, judge(plain.text, find(plain.text, FAMILIES, context)), context)
    return in_shanghai_only(plain.text, with_degree(kept))


def find(text: str, families: tuple[Family, ...], context: Context) -> list[tuple[Family, Mention]]:
    """Every match of the families' rules, in the order of the text; inside a family the earlier rule keeps the words."""
    found: list[tuple[Family, Mention]] = []
    scripts = scripts_of(text)
    for family in families:
        if not family.trigger.search(text):
            continue
        taken: list[tuple[int, int]] = []
        for rule in rules_for(family, scripts):
            if rule.needs is not None and not rule.needs.search(text):
                continue
            for match in rule.pattern.finditer(text):
                start, end = match.span()
                if any(start < last and first < end for first, last in taken):
                    continue
                taken.append((start, end))
                found.append((family, Mention(rule, start, end, rule.read(match, context))))
    return sorted(found, key=lambda pair: (pair[1].start, -pair[1].end))


def judge(text: str, found: list[tuple[Family, Mention]]) -> list[Mention]:
    """The mentions that are stated of the applicant (or the spouse, where the rule is about the spouse)."""
    if not found:
        return []
    where = scopes(text)
    subjects = _subjects(where, [mention for _, mention in found])
    kept: list[Mention] = []
    for at, (family, mention) in enumerate(found):
        if mention.facts == {}:
            continue
        before, after = _windows(where, found, at)
        if where.is_unreal(mention.start, mention.end) or _is_asked(where, found, mention):
            continue
        stands = _stands(mention.rule, *subjects[where.segment_of(mention.start)])
        if stands is False:
            continue
        if not mention.rule.plain:
            if family.learning_before and family.learning_before.search(before):
                continue
            if family.learning_after and family.learning_after.match(after):
                continue
            if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
                kept.append(Mention(replace(mention.rule, rank=_DENIED), mention.start, mention.end, mention.rule.denied))
                continue
        kept.append(mention if stands else Mention(mention.rule, mention.start, mention.end, None))
    if len({mention.rule.slot for mention in kept}) == 1:
        kept = [mention for mention in kept if not mention.rule.with_others]
    return kept


def _windows(where: Scopes, found: list[tuple[Family, Mention]], at: int) -> tuple[str, str]:
    """The words just before and after a mention, up to punctuation or the next mention."""
    mention = found[at][1]
    hard = [segment.start for segment in where.segments if segment.hard]
    cut = bisect_right(hard, mention.start)
    first = max(mention.start - _WINDOW, hard[cut - 1] if cut else 0)
    for _, other in found[:at]:
        if other.end <= mention.start:
            first = max(first, other.end)
    last = min([mention.end + _WINDOW, *(other.start for _, other in found[at + 1 :] if other.start >= mention.end)])
    return where.text[first : mention.start], where.text[mention.end : last]


def _subjects(where: Scopes, mentions: list[Mention]) -> list[tuple[Subject, bool]]:
    """Every segment's subject, and whether it is beyond doubt."""
    about: dict[int, set[About]] = {}
    for mention in mentions:
        about.setdefault(where.segment_of(mention.start), set()).add(mention.rule.about)
    found: list[tuple[Subject, bool]] = []
    told_of_spouse = False
    settled = True
    for at, segment in enumerate(where.segments):
        subject, told_of_spouse, settled = _subject(segment, found, told_of_spouse, settled)
        found.append((subject, settled))
        said = about.get(at, set())
        if subject is Subject.SPOUSE and said & {About.SPOUSE, About.MARRIAGE}:
            told_of_spouse = True
        if subject is Subject.APPLICANT and said:
            settled = True
    return found


def _subject(segment: Segment, before: list[tuple[Subject, bool]], told_of_spouse: bool, settled: bool) -> tuple[Subject, bool, bool]:
    if segment.named or segment.opens or not before:
        return segment.subject, False, True
    previous = before[-1][0]
    if previous is Subject.SPOUSE and told_of_spouse:
        return (Subject.APPLICANT, False, False) if segment.hard else (Subject.SPOUSE, True, settled)
    if previous is Subject.CHILD and segment.hard:
        return Subject.APPLICANT, False, True
    if previous is Subject.COUPLE and segment.hard:
        return Subject.APPLICANT, False, True
    return previous, told_of_spouse, settled


def _stands(rule: Rule, subject: Subject, settled: bool) -> bool | None:
    """Whether a rule's words count with that subject; ``None`` where they may be the spouse's as well."""
    match rule.about:
        case About.ANYONE:
            return True
        case About.SPOUSE:
            return subject is Subject.SPOUSE
        case About.MARRIAGE:
            return subject in (Subject.APPLICANT, Subject.SPOUSE, Subject.COUPLE)
        case About.APPLICANT:
            return subject in (Subject.APPLICANT, Subject.COUPLE)
        case About.PERSON:
            if subject not in (Subject.APPLICANT, Subject.COUPLE):
                return False
            return True if settled else None


def _is_asked(where: Scopes, found: list[tuple[Family, Mention]], mention: Mention) -> bool:
    """Whether the words are asked about instead of stated."""
    chunk = where.question_at(mention.start)
    if chunk is None:
        return False
    start, end, question = chunk
    own = _OWN_BEFORE.search(where.text, start, mention.start + 2)
    if mention.start > question and not (own and own.start() > question):
        return True
    if own or _SETTLED.search(where.text, mention.start, mention.end + 1):
        return re.match(r"\s?(?:吗|么)", where.text[mention.end :]) is not None
    return len({family.name for family, other in found if start <= other.start < end}) < 2


def told(plain: Plain, kept: list[Mention], on: date, *, cut: bool = False) -> Heard:
    """The settled mentions as facts, each with the words it came from."""
    facts: dict[str, FactValue] = {}
    heard: list[HeardFact] = []
    unsure: list[tuple[int, str]] = []
    settled = settle(kept)
    for mention in settled:
        words = plain.words(mention.start, mention.end)
        if mention.facts is None or not all(accepts(key, value, on) for key, value in mention.facts.items()):
            unsure.append((mention.start, words))
            continue
        for key, value in mention.facts.items():
            facts[key] = value
            heard.append(HeardFact(key, words))
    unclear = [words for _, words in sorted(unsure)]
    if cut:
        unclear.append("…")
    return Heard(facts, tuple(heard), tuple(dict.fromkeys(unclear)), plain.personal)
