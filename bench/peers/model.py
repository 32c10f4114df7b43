"""What a Splink model is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """Comparisons and rules; ``columns`` and ``where`` choose the cards that it is for.

    ``blocking``, ``deterministic`` and ``training`` are blocking rules: what is compared, what is
    surely one client (``recall`` of the clients, by estimate), and what EM runs on.
    """

    comparisons: list[object]
    blocking: list[object]
    deterministic: list[object]
    training: list[object]
    columns: str = "*"
    where: str = ""
    link: bool = False
    recall: float = 0.7
    max_pairs: float = 1e6
