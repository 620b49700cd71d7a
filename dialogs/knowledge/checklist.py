"""The papers of one's own application: those of the list that one's own circumstances ask for."""

from collections.abc import Set

from dialogs.knowledge.loader import materials
from dialogs.knowledge.model import Material


def papers_for(circumstances: Set[str]) -> tuple[Material, ...]:
    """The papers that are always needed and those that the circumstances ask for, in the order of the list.

    Circumstances are the names under `conditions` in the list, such as `foreign_degree` or `cohabitant_child`.
    """
    return tuple(paper for paper in materials() if not paper.conditions or circumstances & set(paper.conditions))
