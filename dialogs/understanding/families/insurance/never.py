"""That there is no insurance (没交过社保)."""

from __future__ import annotations

import re

from ...model import Facts
from ...rules import Context, compiled, says, unclear
from .words import TOPIC, entry


def _never(match: re.Match[str], context: Context) -> Facts:
    return {"insured_months_total": 0, "insured_now": False}


_UNPAID = compiled(
    r"[这近]\ue000.{0,2}[断停没]|停在|最近.?.?[断停]|之后.{0,3}没|[不没](?:有|再|肯)?[给帮替]|[给帮]我[断停]"
    r"|(?:公司|单位|老板).{0,2}[不没]"
)

NONE = (
    entry(
        "insured",
        (
            "(?:从来没有?|从没|从未)(?:在上海)?[交缴上买]过?(?:上海)?的?社保|(?:没有?"
            "|未)(?:在上海)?[交缴上买]过(?:上海)?的?社保(?!.{0,2}的)|(?:never|not"
            "|n't) (?:ever )?(?:paid|contributed to) (?:any )?(?:social (?:insurance|security)"
            "|shebao)[^,.;]{0,12}"
        ),
        _never,
        plain=True,
    ),
    entry("insured", rf"{TOPIC}(?:从来|一直|都|也|我)*没(?:有)?[交缴上买]过(?=\s?(?:$|[,.;!?\n]))", _never, plain=True),
    entry(
        "insured_now",
        r"(?<![年月时])没(?:有)?给我[交缴上买](?:上海)?的?社保(?![^.;!?\n]{0,16}(?:后来|现在|直到))",
        says(insured_now=False),
        plain=True,
    ),
    entry("insured", r"(?:没有?|未|没给)(?:在上海)?[交缴上买](?:上海)?的?社保", unclear, plain=True),
    entry(
        "insured_now",
        rf"{TOPIC}(?:还|都)*没(?:有)?(?:开始)?[交缴](?=\s?(?:$|[,.;!?\n]))",
        says(insured_now=False),
        plain=True,
    ),
    entry(
        "insured_now",
        rf"不(?:再|肯)?(?:给|帮)我?[交缴上]{TOPIC}了(?!吗)|{TOPIC}(?:这|最近|近)\ue000(?:都|就)?(?:[断停]"
        rf"|没[交缴])了?(?=\s?(?:$|[,.;]))|(?:给|帮)我[断停]了?{TOPIC}|{TOPIC}(?:就"
        rf"|都)?停在了?\ue003|最近\ue003?(?:刚"
        rf"|又)?[断停]了(?=\s?(?:$|[,.;!?\n]))"
        rf"|之后(?:就|都)?没(?:有)?(?:再|继续)?[交缴]了?(?=\s?(?:$|[,.;!?\n]))|{TOPIC}(?:公司|单位|老板)(?:是"
        rf"|都|也)?[不没](?:有)?(?:给|帮|替)?我?[交缴上](?:的)?(?=\s?(?:$|[,.;!?\n]))",
        says(insured_now=False),
        needs=_UNPAID,
        plain=True,
    ),
    entry(
        "insured_now",
        (
            r"没(?:有)?(?:公司|单位|人|老板)(?:给|帮|替)我?[交缴上买]社保|(?:公司|单位|老板)(?:没有?|不)(?:给"
            r"|帮|替)我?[交缴上买]社保"
        ),
        says(insured_now=False),
        plain=True,
    ),
    entry(
        "insured",
        r"\bno (?:social )?(?:insurance|shebao)(?: in shanghai| here)?(?: at present| at the moment| now| currently|"
        r" right now)?"
        r"(?=\s?(?:$|[,.;!?]|-))|(?:没有?|无)(?:在)?(?:上海)?的?(?:任何)?社保(?!缴"
        r"|断|记录|[^,.;!?\n]{0,3}(?:问题"
        r"|影响|断))|(?:\bno|don't have(?: any)?"
        r"|without(?: any)?) (?:shanghai )?(?:social (?:insurance"
        r"|security)|shebao)(?! (?:gap|break|record))",
        says(insured_now=False),
        plain=True,
    ),
)
