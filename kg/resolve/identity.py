"""Who is who: things that judgements say are one, so long as nobody says that they are not."""

from collections.abc import Callable, Iterable, Mapping

from kg.model import Decision, Iri, Judgement
from kg.resolve.joins import Groups


def is_human(judgement: Judgement) -> bool:
    """Tell whether people made a decision, not a rule."""
    return not judgement.maker.startswith("rule:")


def authority(judgement: Judgement) -> tuple[bool, float, str]:
    """Order judgements: people outrank rules, a higher score a lower one."""
    return is_human(judgement), judgement.score, judgement.id


Nature = Mapping[str, str]


def _no_nature(_: Iri) -> Nature:
    return {}


class Identity:
    """Gives for each thing the one that stands for all that are the same.

    Judgements count in the order of their authority. A rule's gives way where it would make things one which a person
    called different, or which differ in `nature`: an agent and a place, two entities that people wrote down as two.
    Of those that are the same, the first by `rank` stands for all.
    """

    def __init__(
        self,
        judgements: Iterable[Judgement],
        nature: Callable[[Iri], Nature] = _no_nature,
        rank: Callable[[Iri], object] = str,
    ) -> None:
        self._groups = Groups()
        self._nature = nature
        self._members: dict[Iri, set[Iri]] = {}
        self._natures: dict[Iri, Nature] = {}
        self._different: dict[Iri, set[Iri]] = {}
        decided: set[frozenset[Iri]] = set()
        for judgement in sorted(judgements, key=authority, reverse=True):
            pair = frozenset((judgement.left, judgement.right))
            if pair not in decided and judgement.decision in {Decision.SAME, Decision.DIFFERENT}:
                decided.add(pair)
                self._take(judgement)
        self._standing: Mapping[Iri, Iri] = {
            each: min(group, key=lambda name: (rank(name), name)) for group in self._members.values() for each in group
        }

    def _take(self, judgement: Judgement) -> None:
        left, right = judgement.left, judgement.right
        if judgement.decision is Decision.DIFFERENT:
            self._different.setdefault(left, set()).add(right)
            self._different.setdefault(right, set()).add(left)
            return
        heads = self._groups.head(left), self._groups.head(right)
        if heads[0] == heads[1] or not self._may_join(*heads, human=is_human(judgement)):
            return
        members = self._members_of(heads[0]) | self._members_of(heads[1])
        nature = {**self._nature_of(heads[1]), **self._nature_of(heads[0])}
        self._groups.join(*heads)
        for head in heads:
            self._members.pop(head, None)
        head = self._groups.head(left)
        self._members[head], self._natures[head] = members, nature

    def _may_join(self, one: Iri, other: Iri, *, human: bool) -> bool:
        members = self._members_of(other)
        if any(self._different.get(each, set()) & members for each in self._members_of(one)):
            return False
        left, right = self._nature_of(one), self._nature_of(other)
        return human or all(right.get(key, value) == value for key, value in left.items())

    def _members_of(self, head: Iri) -> set[Iri]:
        return self._members.get(head, {head})

    def _nature_of(self, head: Iri) -> Nature:
        return self._natures.get(head) or self._nature(head)

    def of(self, name: Iri) -> Iri:
        """Give the one that stands for a thing and all that are the same."""
        return self._standing.get(name, name)

    def groups(self) -> Iterable[frozenset[Iri]]:
        """Give the groups of things that are the same."""
        return (frozenset(group) for group in self._members.values())
