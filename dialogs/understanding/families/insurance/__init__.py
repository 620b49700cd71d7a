"""Social insurance in Shanghai (职工社保): how long, whether paid now, and the months of the last year.

Years are whole years: 六年半 is 6. Only months said as months give ``insured_months_total``. Insurance of another city
never counts; 共10年其中上海6年 is 6. Back-payments (补缴) said with their length are taken off. 从2018年7月交到现在 is
counted in months up to ``on``.
"""

from __future__ import annotations

from dataclasses import replace

from ...rules import Family, Mention, compiled
from .last_year import LAST_TWELVE
from .lengths import HOW_LONG
from .never import NONE
from .paid_now import NOW
from .since import SINCE
from .valid_months import VALID_ONLY
from .words import IN_ALL, TOPIC

INSURANCE = Family(
    "insurance",
    compiled(
        rf"{TOPIC}|断缴|[断停]保|基数|base|缴费|供款|投保|insurance|正常[交缴]|[交缴][了过满够\ue000]"
        rf"|\bpaid\b|back-?pa|of (?:the )?last|[,;/\s]\ue000\s?(?:$|[,.;/!?\n])"
    ),
    (*SINCE, *LAST_TWELVE, *NOW, *NONE, *VALID_ONLY, *HOW_LONG),
    learning_before=compiled(
        r"(?:需要|要求|要|(?<![了过])得|再|差|还差|缺|少|能|可以|才能)\s?[交缴]?\s?$"
        r"|(?:skip(?:ped)?|miss(?:ed|ing)|lost|lack(?:ing|ed|s)?|short(?: of)?|gap of|unpaid|except"
        r"|behind)(?: out on)?"
        r"(?: another| about| only)?\s?$"
        r"|(?:back[- ](?:pa(?:id|y(?:ments?)?))?|ma(?:de|ke|king) up|catch-?up)[^,.;\n]{0,20}$"
    ),
    learning_after=compiled(r"\s?(?:才能|才行|才可以|就能|就可以|以后就|required|的要求)"),
)


def in_shanghai_only(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without the insurance of other cities; beside it, a length that does not say Shanghai is unclear."""
    if not any(mention.rule.slot == "elsewhere" for mention in mentions):
        return mentions
    return [
        replace(mention, facts=None)
        if mention.rule.slot == "insured" and not _says_shanghai(text, mention)
        else mention
        for mention in mentions
        if mention.rule.slot != "elsewhere"
    ]


def _says_shanghai(text: str, mention: Mention) -> bool:
    return mention.rule.rank > IN_ALL or (
        _SHANGHAI.search(text, max(0, mention.start - 8), mention.end) is not None
        or _IN_SHANGHAI.match(text, mention.end) is not None
    )


_IN_SHANGHAI = compiled(
    r"[, ]{0,2}(?:paid |were |was |here )?in shanghai| here\b|[, ]?(?:是|都是)?在?(?:上海|本市|沪)[交缴]"
)

_SHANGHAI = compiled(r"上海|沪|本市|shanghai")
