"""Since when insurance is paid (从何时起): counted in months up to the day."""

from __future__ import annotations

import re

from ...model import Facts
from ...numerals import Amount
from ...rules import Context, compiled
from .words import BROKEN, FILL, TOPIC, TOPIC_EN, chinese, english, entry, insured, since_then


def _unbroken_since(match: re.Match[str], context: Context) -> Facts | None:
    facts = since_then(match, context)
    return None if facts is None else {**facts, "insured_now": True}


def _paid_still(match: re.Match[str], context: Context) -> Facts:
    """Nothing is said of today by a gap years ago."""
    return {"insured_now": True} if match["paid"] else {}


def _unbroken_for(match: re.Match[str], context: Context) -> Facts | None:
    """So long without a break; 一个月没断过 says that no single month is missing, and no length."""
    length = insured(match, context)
    if length is None or context.quantity(match, "time").months == Amount(1, 1):
        return {"insured_now": True}
    return {**length, "insured_now": True}


_UNBROKEN_EN = compiled(
    r"(?:without|no|not an?|never)\b[^.;\ue000-\ue007]{0,14}(?:gap|break|interrupt|stop|miss|laps|skip)"
    r"[^.;]{0,12}\bsince|since [\ue003\ue006][^.;]{0,64}(?:without|no|not a|never)\b[^.;\ue000-\ue007]{0,14}(?:gap"
    r"|break"
    r"|interrupt"
    r"|stop|miss|laps|skip)|start(?:ed|ing)?\b[^.;]{0,40}[\ue003\ue006][^.;]{0,24}(?:without|no|not a|never)\b"
    r"[^.;\ue000-\ue007]{0,14}(?:gap|break|interrupt|stop|miss|laps|skip)"
)

_UNBROKEN = "(?:没有?|未|不曾|从未)(?:有)?(?:中)?(?:间)?[断停](?:过|缴|保)?"

SINCE = (
    english(
        entry(
            "insured_now",
            rf"{TOPIC_EN}(?: payments?)?(?: has| have| was| were| got)?(?: been)? (?:interrupted|stopped|suspended"
            rf"|paused)(?: once"
            r"| twice)?(?: for \ue000)?(?: in| back in| during) [\ue003\ue006]|\bstill (?:being )?(?P<paid>paid"
            r"|covered|insured)"
            r"(?: today| now| every month| monthly| at present)",
            _paid_still,
            topic=True,
            plain=True,
        )
    ),
    english(
        entry(
            "insured",
            rf"{TOPIC_EN}[^.;\ue000-\ue007]{{0,44}}?\b(?:since|from|in) <date>"
            rf"|\bsince <date=later>[^.,;\ue000-\ue007]{{0,44}}?{TOPIC_EN}",
            _unbroken_since,
            rank=1,
            needs=_UNBROKEN_EN,
        )
    ),
    chinese(
        entry(
            "insured",
            r"[,\s](?:(?<=没断[,\s])|(?<=断过[,\s])|(?<=停过[,\s]))(?:已经?|都|有|到现在|一共"
            r"|连续)*<time>了?(?=\s?(?:$|[,.;!?\n]))",
            insured,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured",
            (
                rf"(?<![\ue000内里])(?<!最近)(?<!今年){TOPIC}{FILL}{{0,6}}\s?<time>,?(?:中间|一直|从来?|都"
                rf"|也)*没(?:有)?(?:中)?断(?:缴|过)*"
            ),
            _unbroken_for,
            plain=True,
            needs=BROKEN,
        )
    ),
    chinese(
        entry(
            "insured",
            (
                rf"[从由]?<date>(?:起|开始|就|入职|进|来|我司|我们?公司|单位|工作|后|在?上海|[交缴上买续供]纳?"
                rf"|参保|的|社保|一直|连续|中间|[,\s])*"
                rf"(?:[到至-]+\s?(?:现在|今天|今日|今|目前|如今|当前|本月)(?:,?\s?(?:一直|从来?|都|中间"
                rf"|也)*(?P<unbroken>{_UNBROKEN}))?|(?P<unbroken2>{_UNBROKEN}))"
            ),
            since_then,
            topic=True,
        )
    ),
    english(
        entry(
            "insured",
            rf"{TOPIC_EN}[^.;,]{{0,20}}? (?:since|started (?:in )?|began (?:in )?|from) ?<date>"
            rf"(?=[^.,;]{{0,12}}?(?:(?:without|no|never)\b[^.,;]{{0,14}}(?:gap|break|interr|stop|miss|laps|skip)"
            rf"|continuous|non-?stop"
            rf"|uninterrupted|straight|(?:to|till|until|up to) (?:now|date|today)|every month))",
            since_then,
        )
    ),
)
