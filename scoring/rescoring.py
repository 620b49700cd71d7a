"""Who scores otherwise than he was told (重算): many people at once, and each of those who do by himself."""

from collections.abc import Mapping, Sequence
from datetime import date

from scoring.interval import Interval
from scoring.score import Score, score
from scoring.told import Profile


def changed(profiles: Sequence[Profile], *, on: date) -> Mapping[int, Score]:
    """The scores on a day of all whose total or verdict is another than they were told, by their places.

    Raises NoRuleBookError for a day before the first rule book, ValueError for one before somebody's facts.
    """
    if not profiles:
        # What scores many takes numpy along, which whoever has nothing to score anew need not have.
        return {}
    from scoring.batch import VERDICTS, score_many

    scores = score_many((profile.facts for profile in profiles), on=on)
    present = zip(scores.total_min.tolist(), scores.total_max.tolist(), scores.verdict.tolist(), strict=True)
    return {
        place: score(profile.facts, on=on)
        for place, (profile, (low, high, verdict)) in enumerate(zip(profiles, present, strict=True))
        if (profile.told.total, profile.told.verdict) != (Interval(low, high), VERDICTS[verdict])
    }
