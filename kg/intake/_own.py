"""Reads back the nanopublications that kg writes: the quads of a graph, one statement in each (docs/interchange.md)."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.intake._nanopubs import Nanopub
from kg.intake.base import Given
from kg.iris import KINDS, Minter
from kg.model import Iri
from kg.rdf.read import claims, statements
from kg.rdf.terms import iri, node
from kg.rdf.vocab import KG, OWL, PROV, RDF, SCHEMA, SKOS

_TRIPLE = (RDF.subject, RDF.predicate, RDF.object)
# What follows from a whole graph, or only people tell a graph, comes in by no nanopublication.
_NOT_TAKEN = frozenset(
    {
        KG.origin, KG.interest, KG.carriedBy, KG.verdict, KG.originCount, KG.partOf, KG.stale, KG.curated, KG.maker,
        PROV.wasRevisionOf,
    }
)  # fmt: skip
_SEVERAL = frozenset(
    {
        RDF.type, KG.sourceSpan, KG.cueSpan, KG.contentSpan, KG.opposedTo, KG.role, SKOS.altLabel, SKOS.hiddenLabel,
        OWL.sameAs, SCHEMA.sourceOrganization,
    }
)  # fmt: skip
_DESCRIBED = frozenset({"document", "statement", "claim", "agent", "party", "place", "thing", "relation", "run", "span",
                        "quantity"})  # fmt: skip


def own(nanopub: Nanopub, place: str, minter: Minter) -> Given | None:
    """Give the statement of a nanopublication that kg wrote, or None where another wrote it.

    Raises ValueError where it says more than it may, or too little.
    """
    told = [*nanopub.provenance, *nanopub.assertion]
    found = [quad.object for quad in nanopub.provenance if _tells(quad, nanopub) and _is_statement(quad.object, told)]
    if not found:
        return None
    if len(found) > 1 or not isinstance(found[0], NamedNode):
        raise ValueError("it is derived from several statements; a nanopublication of kg holds one")
    statement = iri(found[0])
    claim = next((quad.object for quad in told if quad.subject == found[0] and quad.predicate == KG.claim), None)
    if not isinstance(claim, NamedNode):
        raise ValueError("its statement makes no claim")
    quads = frozenset([*_described(told, nanopub, statement, minter.base), _claimed(nanopub, claim)])
    _check(quads, statement, iri(claim))
    return Given(place=place, statement=statement, quads=quads)


def _tells(quad: Quad, nanopub: Nanopub) -> bool:
    return quad.subject == nanopub.graph and quad.predicate == PROV.wasDerivedFrom


def _is_statement(name: object, told: list[Quad]) -> bool:
    return any(quad.subject == name and quad.predicate == RDF.type and quad.object == KG.Statement for quad in told)


def _claimed(nanopub: Nanopub, claim: NamedNode) -> Quad:
    """Give the claimed triple: the assertion itself, or what it speaks about without making it its own."""
    parts = [[q.object for q in nanopub.assertion if q.subject == claim and q.predicate == each] for each in _TRIPLE]
    if all(len(part) == 1 for part in parts):
        found = [part[0] for part in parts]
    elif len(nanopub.assertion) == 1:
        (triple,) = nanopub.assertion
        found = [triple.subject, triple.predicate, triple.object]
    else:
        raise ValueError("its assertion is not the one triple of its claim")
    subject, predicate, target = (node(iri(term)) for term in found)
    return Quad(subject, predicate, target, claim)


def _described(told: list[Quad], nanopub: Nanopub, statement: Iri, base: str) -> Iterator[Quad]:
    """Give what stands in the default graph of the graph that it was written from."""
    about = any(quad.predicate in _TRIPLE for quad in nanopub.assertion)
    for quad in told:
        from_assertion = quad.graph_name == nanopub.graph
        if quad.subject == nanopub.graph or (from_assertion and not about) or quad.predicate in {*_TRIPLE, *_NOT_TAKEN}:
            continue
        if quad.object == RDF.Statement or not isinstance(quad.subject, NamedNode):
            continue
        if _may_describe(quad, statement, base):
            yield Quad(quad.subject, quad.predicate, quad.object)


def _may_describe(quad: Quad, statement: Iri, base: str) -> bool:
    """Tell whether a quad is about things of the graph, or gives a name to one of others."""
    name = iri(quad.subject)
    theirs = base if name.startswith(base) else statement.rpartition("statement/")[0]
    kind = name.removeprefix(theirs).partition("/")[0] if name.startswith(theirs) else ""
    return kind in _DESCRIBED or (kind not in KINDS and quad.predicate in {RDF.type, SKOS.prefLabel, SKOS.altLabel})


def _check(quads: frozenset[Quad], statement: Iri, claim: Iri) -> None:
    """Refuse what kg could not read back: parts that are missing, or statements beside the one and its hops."""
    reports = {each.id: each.reports for each in statements(quads)}
    for name in sorted(reports):
        if not _leads(name, statement, reports):
            raise ValueError(f"it tells of another statement, {name}")
    told = Counter((quad.subject, quad.predicate) for quad in quads if quad.predicate not in _SEVERAL)
    if twice := sorted(f"{predicate} of {subject}" for (subject, predicate), number in told.items() if number > 1):
        raise ValueError(f"it tells more than one {twice[0]}")
    if [each.id for each in claims(quads)] != [claim]:
        raise ValueError("its claim is not told")


def _leads(name: Iri | None, statement: Iri, reports: Mapping[Iri, Iri | None]) -> bool:
    """Tell whether a statement is this one, or passes it on through others."""
    seen = set[Iri]()
    while name != statement:
        if name is None or name in seen:
            return False
        seen.add(name)
        name = reports.get(name)
    return True
