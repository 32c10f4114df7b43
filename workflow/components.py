"""Cards joined by judgements "same", never across a judgement that keeps them apart."""

from collections.abc import Iterable

Pair = tuple[int, int]


class Components:
    """A union-find over cards that refuses to join what must stay apart."""

    def __init__(self, apart: Iterable[Pair]) -> None:
        self._parent: dict[int, int] = {}
        self._enemies: dict[int, set[int]] = {}
        for left, right in apart:
            self._enemies.setdefault(left, set()).add(right)
            self._enemies.setdefault(right, set()).add(left)

    def root(self, card: int) -> int:
        """The oldest card of the card's component."""
        parent = self._parent
        root = card
        while parent.get(root, root) != root:
            root = parent[root]
        while parent.get(card, card) != root:
            parent[card], card = root, parent[card]
        return root

    def join(self, left: int, right: int) -> bool:
        """Join two components; False where somebody has judged their cards different."""
        keep, drop = sorted((self.root(left), self.root(right)))
        if keep == drop:
            return True
        enemies = self._enemies.get(drop, set())
        if keep in enemies:
            return False
        self._parent[drop] = keep
        if enemies:
            self._enemies.setdefault(keep, set()).update(enemies)
            for enemy in enemies:
                self._enemies[enemy].add(keep)
        return True


def oldest_cards(cards: Iterable[int], same: Iterable[Pair], apart: Iterable[Pair]) -> list[int]:
    """For each card the oldest card of its component, the pairs joined in the order given."""
    known = set(cards)
    components = Components(pair for pair in apart if known.issuperset(pair))
    for left, right in same:
        if left in known and right in known:
            components.join(left, right)
    return [components.root(card) for card in cards]
