"""Which statements are copies of each other: the same passage, or what two prints of one text say without a speaker."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.corroborate.copies import LONG_ENOUGH, copies, shingles
from kg.corroborate.testimony import Lineage, Testimony
from kg.model import Iri

Lineages = Mapping[Iri, Lineage]
SameTexts = Callable[[], Mapping[Iri, tuple[Iri, str]]]  # worked out only where a statement hangs on them


def copied(
    statements: Sequence[Testimony], lineages: Lineages, same_texts: SameTexts
) -> Iterator[tuple[Iri, Iri, str]]:
    """Give pairs of statements that are copies, and why.

    A few words that known sources have in common may be chance, unless two papers print them as their own.
    """
    by_id = {each.statement: each for each in statements}
    quotes = {each.statement: shingles(each.quote) for each in statements}
    own = {name: runs for name, runs in quotes.items() if by_id[name].narrated}
    for found in (copies(quotes, LONG_ENOUGH), copies(own)):
        for one, other, part in found:
            if by_id[one].document != by_id[other].document:
                yield one, other, f"the same passage ({part:.0%} of its runs of words)"
    yield from _of_one_text(statements, lineages, same_texts)


def _of_one_text(
    statements: Sequence[Testimony], lineages: Lineages, same_texts: SameTexts
) -> Iterator[tuple[Iri, Iri, str]]:
    """Pair what prints of one text say in their own words, and what they lay to nobody who is known."""
    first: dict[tuple[Iri, bool], Testimony] = {}
    for each in statements:
        if (each.narrated or not lineages[each.statement].known) and each.document in same_texts():
            text, reason = same_texts()[each.document]
            other = first.setdefault((text, each.narrated), each)
            if other.document != each.document:
                yield other.statement, each.statement, reason
