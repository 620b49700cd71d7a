"""What the words of a question name, in any language: the concepts of the lexicon of topics."""

from dialogs.topics.model import trained_lexicon
from dialogs.understanding.plain import folded


def words_of(question: str) -> frozenset[str]:
    """The concepts that a question names, such as `lost` and `notice`, and the words that name none.

    Numbers with a unit are concepts too, such as `n_month` and `n_个月`.
    """
    return frozenset(
        (token.concept or token.text).replace(" ", "_") for token in trained_lexicon().tokens(folded(question))
    )
