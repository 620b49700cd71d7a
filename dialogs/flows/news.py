"""News of the rules (规则变动): what is told to somebody whose points are others than he was told."""

from collections.abc import Iterator

from dialogs.explain import because
from dialogs.result import source_line, verdict_of
from dialogs.texts import Texts
from scoring.lines import Item, Source
from scoring.relevance import relevance
from scoring.score import Score
from scoring.told import NOTHING, Told


def news(told: Told, scored: Score, text: Texts) -> tuple[str, ...] | None:
    """The difference line by line between what somebody was told and his present score, with reasons and sources.

    None where total and verdict are the same: then there is nothing to tell, whatever lines make it up.
    """
    if (told.total, told.verdict) == (scored.total, scored.verdict):
        return None
    others = [item for item in scored.items if _points(item) != told.points_of(item.indicator)]
    title = text("news.title", on=scored.on.isoformat(), before=str(told.total), now=str(scored.total))
    sources = dict.fromkeys(_sources(told, others, scored))
    return (
        "\n".join((title, *_lines(told, others, scored, text))),
        "\n".join((verdict_of(scored, relevance(scored), text), *_cautions(scored, text))),
        text("news.note"),
        *(("\n".join(source_line(source, text) for source in sources),) if sources else ()),
    )


def _lines(told: Told, others: list[Item], scored: Score, text: Texts) -> Iterator[str]:
    for item in others:
        yield text(
            "news.line",
            name=text(f"indicator.{item.indicator}"),
            before=str(told.points_of(item.indicator)),
            now=str(_points(item)),
            because=because(item.reason, text),
        )
    present = {item.indicator for item in scored.items}
    for indicator, points in told.points.items():
        if indicator not in present:
            yield text("news.gone", points=str(points))
    if told.standard != scored.book.standard:
        yield text("news.standard", before=told.standard, now=scored.book.standard)


def _sources(told: Told, others: list[Item], scored: Score) -> Iterator[Source]:
    yield from (item.source for item in others)
    if told.standard != scored.book.standard:
        yield scored.book.standard_source


def _cautions(scored: Score, text: Texts) -> Iterator[str]:
    """What may yet move the present points."""
    for caution in scored.cautions:
        if caution.other_total is not None:
            yield text("result.bullet", line=because(caution.reason, text))


def _points(item: Item) -> object:
    return item.points if item.counted else NOTHING
