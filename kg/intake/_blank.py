"""Names for blank nodes by what is said of them, the same ones each time a file is read, in whatever order.

Nodes that nothing tells apart are told apart one by one; of those that are alike in all respects it is all the same
which comes first. That is less than RDFC-1.0 promises, and never takes for ever.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, NamedNode, Quad

from kg.iris import Minter, digest
from kg.rdf.terms import Term, node

MOST = 2_000_000  # blank nodes times the quads with any: more would take minutes


def named(quads: list[Quad], name: NamedNode, minter: Minter) -> tuple[list[Quad], set[Term]]:
    """Give quads with an IRI for each blank node, and these IRIs; raises ValueError where there are too many."""
    colours = _colours(quads)
    made = {blank: node(minter.hashed("thing", name.value, colour)) for blank, colour in colours.items()}

    def of(term: Term) -> Term:
        return made[term] if isinstance(term, BlankNode) else term

    told = [Quad(of(each.subject), each.predicate, of(each.object), each.graph_name) for each in quads]  # type: ignore[arg-type]
    return told, set(made.values())


def _colours(quads: Iterable[Quad]) -> dict[BlankNode, str]:
    around: dict[BlankNode, list[Quad]] = defaultdict(list)
    for quad in quads:
        for term in {quad.subject, quad.object}:
            if isinstance(term, BlankNode):
                around[term].append(quad)
    if len(around) * sum(map(len, around.values())) > MOST:
        raise ValueError("too many blank nodes to tell apart; give them IRIs")
    colours = _refined(dict.fromkeys(around, ""), around)
    while len({*colours.values()}) < len(colours):
        alike: dict[str, list[BlankNode]] = defaultdict(list)
        for blank, colour in colours.items():
            alike[colour].append(blank)
        colour = min(colour for colour, blanks in alike.items() if len(blanks) > 1)
        first = min(alike[colour], key=lambda blank: blank.value)
        colours = _refined(colours | {first: digest("first", colour)}, around)
    return colours


def _refined(colours: dict[BlankNode, str], around: Mapping[BlankNode, list[Quad]]) -> dict[BlankNode, str]:
    """Tell nodes apart by what stands beside them, until that tells no more of them apart."""
    count = 0
    while len({*colours.values()}) > count:
        count = len({*colours.values()})
        colours = {
            blank: digest(colours[blank], *sorted(_seen_from(blank, quad, colours) for quad in said))
            for blank, said in around.items()
        }
    return colours


def _seen_from(blank: BlankNode, quad: Quad, colours: Mapping[BlankNode, str]) -> str:
    terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
    seen = ("*" if each == blank else colours[each] if isinstance(each, BlankNode) else str(each) for each in terms)
    return "\x1f".join(seen)
