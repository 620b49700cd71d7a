"""How a message of the catalogs is asked for. The catalogs are read elsewhere; here is only the shape."""

from typing import Protocol


class Texts(Protocol):
    """The messages of one language."""

    @property
    def locale(self) -> str:
        """The language: `zh_Hans`, `zh_Hant` or `en`."""
        ...

    def __call__(self, id: str, /, **values: object) -> str:
        """The message `id` (`item.age.at`) with its fields filled from `values`; a value `n` picks the plural."""
        ...

    def __hash__(self) -> int:
        """What is made of the texts once is found again by them."""
        ...
