"""Names that may stand for one, though no rule is sure of it: for people to judge."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from kg.model import Iri
from kg.resolve.joins import CROWD, Join
from kg.resolve.likeness import Likeness, keys, may_meet
from kg.resolve.named import IDLE, Named
from kg.resolve.short import fitting
from kg.resolve.spelling import consonants

LIKELY = 75  # of 100: names so much alike are worth a look
LIKE_WORD = 60  # unless a word of one is not even so much like one of the other


def suggestions(named: Iterable[Named], head: Callable[[Iri], Iri]) -> tuple[Join, ...]:
    """Give pairs of names that may stand for one and are not joined, the likeliest first.

    `head` gives what stands for all that are known to be one; each two of these are suggested once.
    """
    everything = sorted(named, key=lambda each: (each.id, each.name))
    best: dict[frozenset[Iri], Join] = {}
    for join in (*_ambiguous(everything, head), *_alike(everything)):
        pair = frozenset((head(join.left.id), head(join.right.id)))
        if len(pair) > 1 and (pair not in best or join.likeness.score > best[pair].likeness.score):
            best[pair] = join
    return tuple(sorted(best.values(), key=lambda join: (-join.likeness.score, join.left.name, join.right.name)))


def _ambiguous(named: Sequence[Named], head: Callable[[Iri], Iri]) -> Iterator[Join]:
    """Give short names with each of the full names that they fit."""
    for short, found in fitting(named):
        heads = {head(full.id) for full in found}
        for full, alike in found.items():
            reason = f"{alike.reason}, but it fits {len(heads)}" if len(heads) > 1 else alike.reason
            yield Join(short, full, Likeness(round(alike.score / len(heads), 2), reason))


def _alike(named: Sequence[Named]) -> Iterator[Join]:
    """Give names that are written almost alike."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    for each in named:
        for key in {*keys(each), *(f"w{consonants(word)}" for word in each.words if word not in IDLE)}:
            blocks[key].append(each)
    pairs = {pair for block in blocks.values() if len(block) <= CROWD for pair in combinations(block, 2)}
    for one, other in pairs:
        alike = fuzz.token_sort_ratio(" ".join(one.words), " ".join(other.words))
        if one.id != other.id and alike >= LIKELY and may_meet(one, other) and not _exchanged(one, other):
            yield Join(one, other, Likeness(round(alike / 100 * 0.8, 2), "written almost alike"))


def _exchanged(one: Named, other: Named) -> bool:
    """Whether one name has a word where the other has quite another: "Defence Ministry" and "Interior Ministry"."""
    left, right = one.content - other.content, other.content - one.content
    return bool(left and right) and all(fuzz.ratio(mine, yours) < LIKE_WORD for mine in left for yours in right)
