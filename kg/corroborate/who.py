"""Makes anew who is who: which names of a graph stand for one, as judgements, and whom each statement is laid to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.iris import Minter, compact
from kg.model import AgentKind, Decision, Iri, Judgement
from kg.rdf.agents import CLASSES
from kg.rdf.entities import read_entities
from kg.rdf.judgements import judgement_quads, judgements
from kg.rdf.nodes import text
from kg.rdf.terms import boolean, iri, node
from kg.rdf.vocab import KG, PROV, RDF, SCHEMA, SKOS
from kg.resolve.identity import Identity, authority
from kg.resolve.joins import Join, joins
from kg.resolve.named import COMMON, Named
from kg.store.base import Store, View

MAKER = "rule:names-compared"  # of derived judgements between names,
CLAIMS_MAKER = "rule:claims-compared"  # and between claims, which are never read back
LONGEST = 8  # words of a name
SORTS = ("agent", "place")  # what is one of these is none of the others; a thing may be any


def derive_names(store: Store) -> None:
    """Judge anew which names stand for one, and lay each statement to the agent that its source is one with."""
    found = {each.id: each for each in sorted(_judgements(store), key=authority)}
    new = {quad for judgement in found.values() for quad in judgement_quads(judgement)}
    old = set(_derived(store))
    store.replace(old - new, new - old)
    identity = read_identity(store)
    changes = list(_laid(store, identity))
    store.replace([old for old, _ in changes], [new for _, new in changes])


def _judgements(view: View) -> Iterator[Judgement]:
    return (_judgement(join, view.minter) for join in joins(*known(view)))


def _derived(view: View) -> Iterator[Quad]:
    for quad in view.quads(None, KG.maker, Literal(MAKER)):
        if isinstance(quad.subject, NamedNode):
            yield from view.quads(quad.subject)


def _judgement(join: Join, minter: Minter) -> Judgement:
    left, right = sorted((join.left.id, join.right.id))
    return Judgement(
        id=minter.hashed("judgement", left, right, Decision.SAME, MAKER),
        left=left,
        right=right,
        decision=Decision.SAME,
        maker=MAKER,
        score=round(join.likeness.score, 2),
        reason=f"“{join.left.name}” and “{join.right.name}”: {join.likeness.reason}",
    )


def read_identity(view: View) -> Identity:
    """Read from the judgements in force who is who."""
    curated = {iri(quad.subject) for quad in view.quads(None, KG.curated, boolean(True))}

    def sort(name: Iri) -> str:
        kind = compact(name, view.base).partition(":")[0]
        return "agent" if kind == "party" else kind

    def nature(name: Iri) -> dict[str, str]:
        found = {"sort": sort(name)} if sort(name) in SORTS else {}
        return found | ({"entity": name} if name in curated or sort(name) == "place" else {})

    @cache
    def mentions(name: Iri) -> int:
        return sum(1 for _ in view.quads(None, KG.mentionedAs, node(name)))

    def rank(name: Iri) -> tuple[bool, int, int]:
        return name not in curated, SORTS.index(sort(name)) if sort(name) in SORTS else len(SORTS), -mentions(name)

    return Identity(judgements(_judged(view)), nature, rank)


def _judged(view: View) -> Iterator[Quad]:
    """Read the judgements but those derived between claims, which are most and tell nothing of names."""
    of_claims = {quad.subject for quad in view.quads(None, KG.maker, Literal(CLAIMS_MAKER))}
    for quad in view.quads(None, RDF.type, KG.Judgement, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and quad.subject not in of_claims:
            yield from view.quads(quad.subject)


def _laid(view: View, identity: Identity) -> Iterator[tuple[Quad, Quad]]:
    """Give what to change, before and after, so that each statement is laid to the agent its mention is one with."""
    for quad in view.quads(None, KG.mentionedAs, None, DefaultGraph()):
        agent = node(identity.of(iri(quad.object)))
        for old in view.quads(node(iri(quad.subject)), PROV.wasAttributedTo):
            if old.object != agent:
                yield old, Quad(old.subject, old.predicate, agent)


def carrier_quads(view: View, identity: Identity) -> Iterator[Quad]:
    """Lay each document to the outlet that its publisher is one with."""
    for quad in view.quads(None, SCHEMA.publisher, None, DefaultGraph()):
        yield Quad(quad.subject, KG.carriedBy, node(identity.of(iri(quad.object))))


def known(view: View) -> tuple[list[Named], list[tuple[Iri, Iri]]]:
    """Read the names of a graph, and which of them rules that saw the texts have joined."""
    labels = {iri(quad.subject): text(quad.object) for quad in view.quads(None, SKOS.prefLabel, None, DefaultGraph())}
    found = [*_agents(view, labels), *_curated(view), *_things(view, labels)]
    seen = (each for each in judgements(_judged(view)) if each.decision is Decision.SAME and each.maker != MAKER)
    joined = [(each.left, each.right) for each in seen]
    return found, joined


def _agents(view: View, labels: dict[Iri, str]) -> Iterator[Named]:
    places = _documents_of_agents(view)
    curated = {iri(quad.subject) for quad in view.quads(None, KG.curated, boolean(True))}
    for quad in view.quads(None, KG.named, boolean(True), DefaultGraph()):
        name = iri(quad.subject)
        if name in labels and name not in curated and _is_name(labels[name]):
            above = next(view.quads(node(name), PROV.actedOnBehalfOf), None)
            yield Named(
                name,
                labels[name],
                _kind(view, node(name)),
                frozenset(places[name]),
                labels.get(iri(above.object)) if above else None,
                speaks=True,
            )


def _curated(view: View) -> Iterator[Named]:
    """Give every name of what people wrote down, but loose ones."""
    for entity in read_entities(view):
        if entity.type != "party":
            kind = None if entity.type == "place" else entity.kind
            yield from (Named(entity.id, name, kind) for name in (entity.name, *entity.labels))


def _documents_of_agents(view: View) -> defaultdict[Iri, set[Iri]]:
    found: defaultdict[Iri, set[Iri]] = defaultdict(set)
    documents = {quad.subject: iri(quad.object) for quad in view.quads(None, PROV.wasQuotedFrom)}
    for quad in view.quads(None, KG.mentionedAs):
        found[iri(quad.object)].add(documents[quad.subject])
    for predicate in (SCHEMA.publisher, SCHEMA.sourceOrganization):
        for quad in view.quads(None, predicate):
            found[iri(quad.object)].add(iri(quad.subject))
    return found


def _kind(view: View, name: NamedNode) -> AgentKind:
    kinds = [kind for kind, term in CLASSES.items() if any(view.quads(name, RDF.type, term))]
    return kinds[0] if len(kinds) == 1 else AgentKind.UNKNOWN


def _things(view: View, labels: dict[Iri, str]) -> Iterable[Named]:
    """Give what claims speak of by a name: words with capitals that are nowhere written in small letters."""
    documents: dict[Iri, set[Iri]] = defaultdict(set)
    of_claim: dict[Iri, set[Iri]] = defaultdict(set)
    sources = {quad.subject: iri(quad.object) for quad in view.quads(None, PROV.wasQuotedFrom)}
    for quad in view.quads(None, KG.claim):
        of_claim[iri(quad.object)].add(sources[quad.subject])
    for claim, spoken in of_claim.items():
        for quad in view.quads(graph=node(claim)):
            for term in (quad.subject, quad.object):
                documents[iri(term)] |= spoken
    small = {label.lower() for label in labels.values() if label[:1].islower()}
    prefix = view.base + "thing/"
    for name in sorted(documents):
        label = labels.get(name, "")
        if name.startswith(prefix) and _is_name(label) and label.lower() not in small:
            yield Named(name, label, AgentKind.UNKNOWN, frozenset(documents[name]))


def _is_name(label: str) -> bool:
    words = label.split()
    if not 0 < len(words) <= LONGEST or (len(words) == 1 and label.lower() in COMMON):
        return False
    return words[-1][:1].isupper() or (len(words) > 1 and words[0][:1].isupper())
