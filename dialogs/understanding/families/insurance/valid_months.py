"""Valid months (有效月数), where something is said of back payments or of months that do not count."""

from __future__ import annotations

from .words import TOPIC, chinese, english, entry, insured

VALID_ONLY = (
    chinese(
        entry(
            "insured",
            (
                r"(?:有效(?:的|月数|月份|缴费)?[是有为:]*|净|(?:扣[掉除了去]|去掉|除[去掉开]"
                r"|不[算含包])[^.;!?\n\ue000-\ue007]{0,8}(?:[\ue000][^,.;!?\n\ue000-\ue007]{0,6})?[,]?"
                r"(?:不算)?(?:的话|之后|后|以后|就|还|,|剩下?|余下?|是|有效)*(?:有|剩|是|为|满|还有)*)<time>"
            ),
            insured,
            rank=6,
            topic=True,
            plain=True,
        )
    ),
    english(
        entry(
            "insured",
            r"<time>[^.;!?\n\ue000-\ue007]{0,12}(?:excluding|not counting|not including|without|net of"
            r"|after deducting|minus|other than|besides)"
            r"(?: the| any| my)?(?: [\ue000\ue007])?(?: of)? (?:back[- ]?pa|made-up|catch)",
            insured,
            rank=6,
            plain=True,
        )
    ),
    chinese(
        entry(
            "insured",
            (
                r"(?:查(?:了|到|过|出来|下来)?(?:一下)?|显示|系统里?|(?<=app)|准确)(?:的|只|才|其实|实际"
                r"|[是有:,为]|上|说|写)*<time>"
            ),
            insured,
            rank=4,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured",
            r"(?:(?<=[\ue000\ue005])|(?<=[\ue000\ue005][,\s])|(?<=社保))我(?:自己)?<time>(?=\s?(?:$|[,.;!?\n他她]))",
            insured,
            topic=True,
        )
    ),
    chinese(
        entry(
            "insured",
            rf"{TOPIC}[^.;!?\n]{{0,12}},\s?(?:现在|目前)(?:才|只有?|刚|已经?|有|就|是|一共|满"
            rf"|[交缴]了)*<time>(?=\s?(?:$|[,.;!?\n]))",
            insured,
        )
    ),
    chinese(
        entry(
            "insured",
            r"我(?:自己)?(?:的)?(?:这边)?(?:才|只有?|刚|就|也就|也|有)+(?:[交缴]了?|满)?\s?<time>(?!前|后|内)",
            insured,
            topic=True,
        )
    ),
)
