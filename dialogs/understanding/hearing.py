"""From a text to the facts it states: find what the tables match, judge each match by its scope, settle the rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Set
from dataclasses import replace
from datetime import date

from .answers import bare_answers
from .families import FAMILIES
from .families.education import with_degree
from .families.insurance import in_shanghai_only
from .limits import accepts
from .model import FactValue, Heard, HeardFact
from .patterns import Lazy
from .plain import LIMIT, Plain, fold
from .rules import About, Context, Family, Mention, Rule, rules_for, scripts_of
from .scopes import Scopes, Segment, Subject, scopes
from .settling import corrected, either, settle
from .sheets import filled_in

_NOT_BEFORE = Lazy(
    "(?:没有?|无|不是|不算|并非|(?<![是双])非|未|不具备|(?:没有?|未)(?:拿|考|读|评|取得|获得|领|上"
    r"|念)(?:到|过|上|出|下来|完)?|不属于|\bno|\bnot|\bwithout|n't|\bnever)"
    r"\s?(?:(?:任何|什么|啥|过|a|an|any|the|my|have|having|has|got|hold|holding|holds|had|been|yet"
    r"|finished|with|valid|local|live|living|and|or|nor)\s?)*$"
)
_NOT_AFTER = Lazy(
    r"\s?(?:学历|学位|证书?|职称)?\s?(?:这块|方面|我)?(?:是|也|都|还)?(?:没有?|无|没拿到?"
    r"|没考出?)(?=\s?(?:$|[,.;!?\n]|[初中高]级))"
)
_OWN_BEFORE = Lazy(r"我(?!是不是|想|就想|问|来问|请问|要问)|本人|\b(?:i'm|i am|i have|i've|my|i hold|i paid|im)\b")
_HOW_THEN = Lazy(
    r"[了的,\s]{0,2}(?:该|那|之?后|以后)?(?:怎么|咋|如何|还能|还可以|能不能|可以|会不会|会影响|影响|有什么|有影响)"
)
_WHICH_OF_TWO = Lazy(r"还是[^,.;!?\n]{1,8}(?:好|划算|合适|容易)")
_DOES = Lazy(r"\s?(?:does|do)\b")
"""Asks of what follows, whoever's it is: does my wife's hukou count."""
_IS = Lazy(r"\s?(?:is|are|has|was|have|will|did) (?:my|the|our|his|her|i|he|she)\b")
"""Asks whether it is so, where yes or no is all that is told: is my permit expired."""
_FORMER = Lazy(
    r"(?:(?:以前|(?<![\ue000\ue003\ue005月年])之前|原来|本来|原先|曾经?|当时|那时候?|那会儿?|当初|当年|那年"
    r"|婚前|早年|早先"
    r"|[\ue003]时)(?![^,.;]*(?:现在|目前|如今|后来))"
    r"|\b(?:used to|(?:my|the|her|his) (?:last|previous|former|old)(?= $)|formerly|previously|back then|at th(?:at|e)"
    r" time|once|(?<!'ve )(?<!have )(?<!has )(?<!'s )had|was an?)\b(?![^,.;]*\b(?:now|but)\b))"
    r"(?P<between>[^,.;!?\n]*)$",
    re.ASCII,
)
_NOWADAYS = Lazy(
    r"[\ue003](?:起|开始)|现在|目前|如今|今年|实际|其实|查了|\b(?:now|currently|actually|these days)\b", re.ASCII
)
_HELD = Lazy(r"(?:[我也是有过个一的 ]|持有|拥有|\b(?:an?|the|my|i|have|had|be|hold|own|got)\b)*")
"""What was so once is not told of today: of a certificate only where it was had, because one obtained then lasts."""
_OF_TODAY = frozenset({"spouse", "permit", "employed", "employer", "insured_now", "base", "area", "fresh"})
_YEARS_OF_LIFE = frozenset({"age", "birth"})
_SETTLED = Lazy(r"了|已经?")
_OF_THE_SPOUSE = frozenset({"spouse", "spouse_shanghai_hukou", "marriage", "marriage_date", "married_years"})
"""Questions whose answer tells of the wife or the husband."""
_DENIED = -1
"""The rank of what is denied: anything that is said counts before it."""
_GROWN_UP = 18
_LEFT_TO_TELL = frozenset({"age", "birth", "education"})
_TITLE_SAID = Lazy("职称|证|对口|匹配")
_WINDOW = 24
_NEIGHBOURS = 8


def hear(text: str, context: Context) -> Heard:
    """Everything ``text`` states."""
    plain = fold(text, context.on)
    return told(plain, _stated(plain, replace(context, quantities=plain.quantities)), context.on, cut=len(text) > LIMIT)


def hear_answer(text: str, asking: str, context: Context, *, married: bool = False) -> Heard:
    """Everything ``text`` states, its bare words read as an answer to the question ``asking``.

    In a talk he or she is the applicant; the spouse where the question is of the spouse, and either once a spouse was
    told of (``married``).
    """
    plain = fold(text, context.on)
    whose = Subject.SPOUSE if asking in _OF_THE_SPOUSE else Subject.UNNAMED if married else Subject.APPLICANT
    context = replace(context, quantities=plain.quantities, he_or_she=whose)
    stated = _stated(plain, context)
    # Years of which nothing is said are what was asked for, where they fit the question.
    kept = [mention for mention in stated if not _gives_way(mention, asking)]
    known = {key for mention in settle(kept) for key in mention.facts or ()}
    taken = [(mention.start, mention.end) for mention in kept]
    bare = [
        mention for mention in bare_answers(plain.text, asking, taken, context) if known.isdisjoint(mention.facts or ())
    ]
    left = [
        one
        for one in stated
        if _gives_way(one, asking) and not any(it.start < one.end and one.start < it.end for it in bare)
    ]
    return told(plain, [*kept, *left, *bare], context.on, cut=len(text) > LIMIT)


def _gives_way(mention: Mention, asking: str) -> bool:
    """Whether an answer to the question counts before it: years of nothing, and no records where all are asked for."""
    return (mention.facts is None and mention.rule.with_others) or (
        asking == "deductions" and mention.rule.slot == "records" and bool(mention.facts)
    )


def _stated(plain: Plain, context: Context) -> list[Mention]:
    """The mentions that hold, corrections and qualifications worked in."""
    found = find(plain.text, FAMILIES, context)
    fields = [field for field in filled_in(plain.text, context) if not any(_says_more(one, field) for _, one in found)]
    found = _once(found, fields)
    judged = judge(plain.text, found, {field.rule.slot for field in fields}, context.he_or_she)
    kept = corrected(plain.text, [*fields, *judged], context)
    return in_shanghai_only(plain.text, with_degree(plain.text, either(plain.text, kept)))


def _says_more(mention: Mention, field: Mention) -> bool:
    """Whether a mention holds all of a form's field, or qualifies what the field says."""
    if mention.facts and mention.start <= field.start + 1 and field.end < mention.end:
        return True
    return mention.rule.slot == field.rule.slot and mention.rule.rank > 0 and field.start < mention.start < field.end


def _once(found: list[tuple[Family, Mention]], fields: list[Mention]) -> list[tuple[Family, Mention]]:
    """Without what a form's field has told already, and a time that was said of the base."""
    bases = [one for _, one in found if one.rule.slot == "base" and one.facts and "base_months" in one.facts]
    return [
        (family, one)
        for family, one in found
        if not any(one.start < field.end and field.start < one.end for field in fields)
        and not ((one.rule.slot == "birth" or one.rule.with_others) and _is_a_length(one, found))
        and not (one.rule.slot == "insured" and any(base.start <= one.end - 1 < base.end for base in bases))
    ]


def _is_a_length(bare: Mention, found: list[tuple[Family, Mention]]) -> bool:
    """Whether years of which nothing is said were told of something else: insured here, 22 years."""
    return any(
        (one.rule.slot not in _YEARS_OF_LIFE if bare.rule.slot in _YEARS_OF_LIFE else one.rule.slot != bare.rule.slot)
        and (one.facts or (one.facts is None and not one.rule.with_others))
        and one.start <= bare.start
        and bare.end <= one.end
        for _, one in found
    )


def find(text: str, families: tuple[Family, ...], context: Context) -> list[tuple[Family, Mention]]:
    """Every match of the rules, in the order of the text; inside a family the earlier rule keeps the words."""
    found: list[tuple[Family, Mention]] = []
    scripts = scripts_of(text)
    met: dict[Lazy, bool] = {}
    for family in families:
        if not family.trigger.search(text):
            continue
        taken = bytearray(len(text))
        for rule in rules_for(family, scripts):
            if rule.needs is not None:
                if rule.needs not in met:
                    met[rule.needs] = rule.needs.search(text) is not None
                if not met[rule.needs]:
                    continue
            for match in rule.pattern.finditer(text):
                start, end = match.span()
                if 1 in taken[start:end]:
                    continue
                taken[start:end] = b"\1" * (end - start)
                found.append((family, Mention(rule, start, end, rule.read(match, context))))
    return sorted(found, key=lambda pair: (pair[1].start, -pair[1].end))


def judge(
    text: str,
    found: list[tuple[Family, Mention]],
    told: Set[str] = frozenset(),
    he_or_she: Subject = Subject.UNNAMED,
) -> list[Mention]:
    """The mentions that are stated of the applicant (or the spouse, where the rule is about the spouse)."""
    if not found:
        return []
    where = scopes(text, he_or_she)
    around = [_windows(where, found, at) for at in range(len(found))]
    over = [
        _is_over(mention.rule.slot, before) and not _NOWADAYS.search(text, mention.start, mention.end)
        for (_, mention), (before, _) in zip(found, around, strict=True)
    ]
    subjects = _subjects(where, [mention for (_, mention), once in zip(found, over, strict=True) if not once])
    kept: list[Mention] = []
    doubted: list[Mention] = []
    for (family, mention), (before, after), once in zip(found, around, over, strict=True):
        # The end of a permit lies ahead by nature: its own date, said first, makes it no plan.
        ahead = "permit_expires" in (mention.facts or ())
        unreal = where.is_unreal(mention.start - ahead, mention.end) or _is_asked(where, found, mention)
        stands = _stands(mention.rule, *subjects[where.segment_of(mention.start)])
        if mention.facts == {} or once or unreal or stands is False:
            continue
        judged = mention if mention.rule.plain else _judged(family, mention, before, after)
        if judged is not None:
            if mention.rule.slot in _OF_TODAY and judged.facts and _says_now(where.text, mention, before):
                kept = [one for one in kept if one.rule.slot != mention.rule.slot]
            if not stands:
                doubted.append(judged)
                judged = replace(judged, facts=None)
            kept.append(judged)
    kept = _with_what_is_left_to_tell(text, kept, doubted)
    if len({mention.rule.slot for mention in kept} | told) == 1:
        kept = [mention for mention in kept if not mention.rule.with_others]
    return kept


def _with_what_is_left_to_tell(text: str, kept: list[Mention], doubted: list[Mention]) -> list[Mention]:
    """Who has told of himself and then of the spouse goes on of himself with what he has not told yet.

    A title that is a trade as well (高级工程师) may be the spouse's still.
    """
    for mention in doubted:
        if mention.rule.slot not in _LEFT_TO_TELL and not _TITLE_SAID.search(text, mention.start, mention.end):
            continue
        told = [one for one in kept if one.facts is not None and one.rule.about in (About.APPLICANT, About.PERSON)]
        others = [one for one in kept if one.rule.slot == mention.rule.slot and one.start != mention.start]
        if told and told[0].start < mention.start and not others:
            kept = [mention if one.facts is None and one.start == mention.start else one for one in kept]
    return kept


def _judged(family: Family, mention: Mention, before: str, after: str) -> Mention | None:
    """The mention by the words around it: as it is, denied, or ``None`` where it is not so yet."""
    if family.learning_before and family.learning_before.search(before):
        return None
    if family.learning_after and family.learning_after.match(after):
        return None
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
        return replace(mention, rule=replace(mention.rule, rank=_DENIED), facts=mention.rule.denied)
    return mention


def _says_now(text: str, mention: Mention, before: str) -> bool:
    """Whether the words, or those just before them, set today against what was told earlier."""
    return (_NOWADAYS.search(before) or _NOWADAYS.match(text, mention.start, mention.end)) is not None


def _is_over(slot: str, before: str) -> bool:
    """Whether the words before tell of what was so once, in a matter where only today counts."""
    if slot not in _OF_TODAY and slot != "credential":
        return False
    former = _FORMER.search(before)
    return former is not None and (slot in _OF_TODAY or _HELD.fullmatch(former["between"]) is not None)


def _windows(where: Scopes, found: list[tuple[Family, Mention]], at: int) -> tuple[str, str]:
    """The words just before and after a mention, up to punctuation or the next mention."""
    mention = found[at][1]
    start, end = mention.start, mention.end
    earlier = [other for _, other in found[max(0, at - _NEIGHBOURS) : at]]
    later = [other for _, other in found[at + 1 : at + 1 + _NEIGHBOURS]]
    for other in reversed(earlier):  # what is said of EMBA硕士 is said of both words
        start = other.start if other.end == start and other.rule.slot == mention.rule.slot else start
    for other in later:
        end = other.end if other.start == end and other.rule.slot == mention.rule.slot else end
    cut = bisect_right(where.hard, start)
    first = max([start - _WINDOW, where.hard[cut - 1] if cut else 0, *(one.end for one in earlier if one.end <= start)])
    last = min([end + _WINDOW, *(one.start for one in later if one.start >= end)])
    return where.text[first:start], where.text[end:last]


def _subjects(where: Scopes, mentions: list[Mention]) -> list[tuple[Subject, bool]]:
    """Every segment's subject, and whether it is beyond doubt."""
    about: dict[int, set[About]] = {}
    grown: set[int] = set()
    for mention in mentions:
        at = where.segment_of(mention.start)
        for told_in in {at, where.segment_of(mention.end - 1)}:
            about.setdefault(told_in, set()).add(mention.rule.about)
        if _is_of_a_grown_up(mention):
            grown.add(at)
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
        if subject is Subject.CHILD:
            settled = at not in grown
    return found


def _is_of_a_grown_up(mention: Mention) -> bool:
    """Whether words can be a grown-up child's: 我儿子24岁, and the 大专 after them is the son's as well."""
    age = (mention.facts or {}).get("age")
    return isinstance(age, int) and age >= _GROWN_UP


def _subject(
    segment: Segment, before: list[tuple[Subject, bool]], told_of_spouse: bool, settled: bool
) -> tuple[Subject, bool, bool]:
    if (
        (segment.subject is Subject.SPOUSE or (segment.subject in (Subject.CHILD, Subject.COUPLE) and not segment.hard))
        and not (segment.own or segment.opens)
        and before[-1:]
        and before[-1][0] in (Subject.OTHER, Subject.UNNAMED)
    ):
        return before[-1][0], False, True
    if segment.named or segment.opens or not before:
        return segment.subject, False, True
    previous = before[-1][0]
    if previous is Subject.SPOUSE and told_of_spouse:
        return (Subject.APPLICANT, False, False) if segment.hard else (Subject.SPOUSE, True, settled)
    if previous is Subject.CHILD and segment.hard:
        return Subject.APPLICANT, False, settled
    if previous in (Subject.COUPLE, Subject.FORMER) and segment.hard:
        return Subject.APPLICANT, False, True
    return previous, told_of_spouse, settled


_OWN = frozenset({Subject.APPLICANT, Subject.COUPLE})
_WHOSE = {
    About.APPLICANT: _OWN,
    About.PERSON: _OWN,
    About.SPOUSE: frozenset({Subject.SPOUSE}),
    About.MARRIAGE: _OWN | {Subject.SPOUSE},
    About.ANYONE: frozenset(Subject),
}


def _stands(rule: Rule, subject: Subject, settled: bool) -> bool | None:
    """Whether a rule's words count with that subject; ``None`` where they may be somebody else's as well."""
    if subject is Subject.UNNAMED and rule.about is not About.ANYONE:
        return None
    if subject not in _WHOSE[rule.about]:
        return False
    return None if rule.about is About.PERSON and not settled else True


def _is_asked(where: Scopes, found: list[tuple[Family, Mention]], mention: Mention) -> bool:
    """Whether the words are asked about instead of stated."""
    chunk = where.question_at(mention.start)
    if chunk is None:
        return _begins_a_question(where, found, mention)
    start, end, question = chunk
    if _DOES.match(where.text, start) or (_IS.match(where.text, start) and _is_state(mention)):
        return True
    own = _OWN_BEFORE.search(where.text, start, mention.start + 2)
    if mention.start > question and not (own and own.start() > question):
        return True
    if _WHICH_OF_TWO.search(where.text, start, end) and not own:
        return True
    if own or _SETTLED.search(where.text, mention.start, mention.end + 1):
        if not own and (_HOW_THEN.match(where.text, mention.end) or _is_state(mention)):
            return True
        return re.match(r"\s?(?:吗|么)", where.text[mention.end :]) is not None
    if any(
        other.rule.slot == "age" and other.facts is None and start - _WINDOW <= other.start < end for _, other in found
    ):
        return not own  # 45岁以上还有机会吗 asks about anybody
    said = {family.name for family, other in found if start <= other.start < end and other.facts != {}}
    return len(said) < 2


def _begins_a_question(where: Scopes, found: list[tuple[Family, Mention]], mention: Mention) -> bool:
    """大专、45岁以上可以吗: an age that is nobody's own makes what is listed before it a question as well."""
    following = next((other for _, other in found if other.start >= mention.end), None)
    if following is not None and following.rule.slot == mention.rule.slot and following.start - mention.end == 1:
        listed = where.question_at(following.start)  # 中级、高级职称分别多少分
        return listed is not None and not _OWN_BEFORE.search(where.text, 0, mention.start)
    return (
        following is not None
        and following.facts is None
        and following.rule.slot == "age"
        and where.question_at(following.start) is not None
        and not _OWN_BEFORE.search(where.text, 0, mention.start)
    )


def _is_state(mention: Mention) -> bool:
    """Whether only yes or no was said, as 离职了 does: in a question it is the case asked about."""
    return all(isinstance(value, bool) for value in (mention.facts or {"": ""}).values())


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
            facts[key] = _with_earlier(facts.get(key), value)
            heard.append(HeardFact(key, words))
    unclear = [words for _, words in sorted(unsure)]
    if cut:
        unclear.append("…")
    return Heard(facts, tuple(heard), tuple(dict.fromkeys(unclear)), plain.personal)


def _with_earlier(earlier: FactValue | None, value: FactValue) -> FactValue:
    """What was said of one fact in two places: of records a date counts beside a clean record otherwise."""
    if isinstance(earlier, list) and isinstance(value, list):
        return [*earlier, *(one for one in value if one not in earlier)]
    return value
