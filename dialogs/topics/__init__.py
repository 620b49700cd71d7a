"""Which topic a free question is about, in any of the three languages."""

import re
from itertools import pairwise
from typing import NamedTuple

from dialogs.understanding.plain import folded

from .lexicon import Token
from .model import OUTSIDE as OUT_OF_SCOPE
from .model import trained_model

__all__ = ("OUT_OF_SCOPE", "Found", "find_topic")

_ORDERS = re.compile(
    r"(?:(?:忽略(?!了)|无视|不要遵守)|(?:忘记|忘掉)(?:你|之前|先前|以上|上面|前面|刚才|所有|一切|全部)).{0,8}"
    r"(?:指令|指示|规则|设定|限制|内容|提示)"
    r"|(?:你的|[说输]出|显示|告诉我)系统提示(?=$|\W)|提示词|初始指令|开发者模式|管理员模式"
    r"|(?:ignore|disregard|forget) (?:all |any |the |your |my )*(?:previous |prior |above )?"
    r"(?:instructions|rules|prompts?|guidelines)"
    r"|your (?:system |hidden )?prompt\b|(?:system|hidden) prompt(?=$|[.,;?!])|developer mode|jailbreak"
)
"""Orders to the program itself: whatever else is said, no question is answered.

That the points' own system prompts for something (系统提示…), or a password is forgotten, is no such order.
"""

_ASKED_ELSEWHERE = frozenset(
    ("points", "permit", "settle", "juzhuanhu", "endorse", "renew_points", "talent_introduction", "talent_centre")
)
"""What is another city's own where its name stands before it, as in 杭州居住证."""


class Found(NamedTuple):
    """The topic of a question, how sure that is (0 to 1), and the two nearest topics where it is unsure."""

    topic: str
    confidence: float
    nearest: tuple[str, ...]

    @property
    def unsure(self) -> bool:
        """Whether to offer the nearest topics."""
        return bool(self.nearest)


def find_topic(text: str) -> Found:
    """The topic of a question; never raises."""
    plain = folded(text)
    model = trained_model()
    tokens = model.words.tokens(plain)
    if not tokens or _ORDERS.search(plain) or _is_elsewhere(tokens):
        return Found(OUT_OF_SCOPE, 1.0, ())
    likely = sorted(model.probabilities(plain).items(), key=lambda entry: -entry[1])
    topic, confidence = likely[0]
    if confidence >= model.settings["doubt"]:
        return Found(topic, confidence, ())
    return Found(topic, confidence, tuple(other for other, _ in likely if other != OUT_OF_SCOPE)[:2])


def _is_elsewhere(tokens: tuple[Token, ...]) -> bool:
    """Whether another city's permit or points are asked about, and Shanghai is not named."""
    names = [token.concept or token.text for token in tokens if token.text not in ("的", "市")]
    after_a_city = {after for name, after in pairwise(names) if name == "other_city"}
    return "shanghai" not in names and not after_a_city.isdisjoint(_ASKED_ELSEWHERE)
