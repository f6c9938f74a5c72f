"""What changes in a graph when a document comes in: what it owned goes, what it shares with others stays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions

from kg.model import Iri
from kg.rdf.vocab import DCTERMS, KG, PROV, RDF, SCHEMA, SKOS
from kg.store.base import Term, View

_SPANS = (KG.sourceSpan, KG.cueSpan, KG.contentSpan)
_REFERENCES = frozenset(
    {
        KG.mentionedAs, PROV.wasAttributedTo, PROV.wasAssociatedWith, PROV.actedOnBehalfOf, SCHEMA.publisher,
        SCHEMA.sourceOrganization, KG.party, KG.place, KG.quantity, DCTERMS.isPartOf, KG.left, KG.right,
    }
)  # fmt: skip
# Shared nodes have one value of these; a further name becomes an altLabel.
_ONE_NAME = frozenset({SKOS.prefLabel, SCHEMA.text})
_ONE_VALUE = frozenset({SCHEMA.description, KG.party, KG.score, KG.reason, PROV.actedOnBehalfOf})

TAKEN = ("import:", "person:")  # what the makers of runs that read no text begin with

# To whom a statement is laid follows from its mention; neither is a use of its own.
_DERIVED = frozenset({KG.origin, KG.partOf, KG.carriedBy, PROV.wasAttributedTo})


@dataclass(frozen=True, slots=True)
class Change:
    """The quads to remove and to add, in one transaction."""

    remove: frozenset[Quad]
    add: frozenset[Quad]


def documents_change(view: View, documents: Mapping[Iri, Iterable[Quad]]) -> Change:
    """Work out the change that puts documents in place of what earlier runs found in them."""
    quads = {NamedNode(document): list(found) for document, found in documents.items()}
    known = {document for document in quads if any(view.quads(document, RDF.type))}
    old = frozenset(_owned(view, known))
    replaced, settled = _settled(view, chain.from_iterable(quads.values()), old)
    revisions = (_revision(view, document, new) for document, new in quads.items() if document not in known)
    added = settled.union(*revisions)
    return Change((old | replaced) - added, frozenset(added - old))


def _owned(view: View, documents: set[NamedNode]) -> Iterator[Quad]:
    """Give the quads that are there because of these documents alone."""
    runs = {run for document in documents for run in _subjects(view, PROV.used, document) if not is_taken(view, run)}
    said = {each for document in documents for each in _subjects(view, PROV.wasQuotedFrom, document)}
    taken = {each for each in said if any(is_taken(view, run) for run in _objects(view, each, PROV.wasGeneratedBy))}
    statements = said - taken
    spans = _spans_of(view, statements) - _spans_of(view, taken)
    definitions = {each for document in documents for each in _subjects(view, PROV.wasDerivedFrom, document)}
    gone = documents | statements | spans | runs | definitions
    claims = {claim for name in statements for claim in _objects(view, name, KG.claim)}
    lonely = {claim for claim in claims if _subjects(view, KG.claim, claim) <= statements}
    gone |= lonely
    gone |= _orphans(view, gone)
    gone |= {judgement for name in gone for judgement in _rule_judgements(view, name)}
    for name in gone:
        yield from (quad for quad in _described(view, name) if not _is_kept(quad, documents))
    for name in lonely:
        yield from view.quads(graph=name)


def _spans_of(view: View, statements: set[NamedNode]) -> set[NamedNode]:
    return {span for name in statements for predicate in _SPANS for span in _objects(view, name, predicate)}


def is_taken(view: View, run: NamedNode) -> bool:
    """Tell whether a run took in what people or others wrote: no reading of a text says otherwise."""
    makers = (
        label for maker in _objects(view, run, PROV.wasAssociatedWith) for label in view.quads(maker, SKOS.prefLabel)
    )
    return any(isinstance(each.object, Literal) and each.object.value.startswith(TAKEN) for each in makers)


def _orphans(view: View, gone: set[NamedNode]) -> set[NamedNode]:
    """Find agents, places, relations and quantities that nothing refers to any more, once what is gone is gone."""
    orphans: set[NamedNode] = set()
    waiting = [target for name in gone for target in _references(view, name)]
    while waiting:
        name = waiting.pop()
        if name in orphans or any(_described(view, name, KG.curated)) or _is_needed(view, name, gone | orphans):
            continue
        orphans.add(name)
        waiting.extend(_references(view, name))
    return orphans


def _references(view: View, name: NamedNode) -> Iterator[NamedNode]:
    for quad in _described(view, name):
        if quad.predicate in _REFERENCES and isinstance(quad.object, NamedNode):
            yield quad.object
    for quad in view.quads(graph=name):
        yield from (term for term in (quad.subject, quad.predicate, quad.object) if isinstance(term, NamedNode))


def _is_needed(view: View, name: NamedNode, gone: set[NamedNode]) -> bool:
    """Tell whether something that stays refers to a node; what is derived does not count."""
    ignored = set(_rule_judgements(view, name)) | gone
    claimed = chain(view.quads(name), view.quads(predicate=name))
    uses = chain(view.quads(object=name), (quad for quad in claimed if quad.graph_name != DefaultGraph()))
    return any(
        quad.predicate not in _DERIVED
        and (quad.subject if quad.graph_name == DefaultGraph() else quad.graph_name) not in ignored
        for quad in uses
    )


def _described(view: View, name: NamedNode, predicate: NamedNode | None = None) -> Iterator[Quad]:
    """Give what the graph says of a node, not what is claimed of it."""
    return view.quads(name, predicate, None, DefaultGraph())


def _is_kept(quad: Quad, documents: set[NamedNode]) -> bool:
    return quad.predicate == PROV.wasRevisionOf and quad.subject in documents


def _subjects(view: View, predicate: NamedNode, target: Term) -> set[NamedNode]:
    found = view.quads(None, predicate, target, DefaultGraph())
    return {quad.subject for quad in found if isinstance(quad.subject, NamedNode)}


def _objects(view: View, subject: NamedNode, predicate: NamedNode) -> Iterator[NamedNode]:
    return (quad.object for quad in _described(view, subject, predicate) if isinstance(quad.object, NamedNode))


def _rule_judgements(view: View, name: NamedNode) -> Iterator[NamedNode]:
    """Give the judgements of rules about a thing, but those that a text makes: they stay with their document."""
    for predicate in (KG.left, KG.right):
        for judgement in _subjects(view, predicate, name):
            makers = (quad.object for quad in view.quads(judgement, KG.maker))
            by_rule = all(isinstance(maker, Literal) and maker.value.startswith("rule:") for maker in makers)
            if by_rule and not any(view.quads(judgement, PROV.wasDerivedFrom)):
                yield judgement


def _settled(view: View, new: Iterable[Quad], old: frozenset[Quad]) -> tuple[set[Quad], set[Quad]]:
    """Fit new quads to what other documents and people said of the same nodes; what to remove, what to add.

    What a shared node has one value of is the first in the order of the alphabet, whichever document came first.
    """
    remove, add = set[Quad](), set[Quad]()
    offered: dict[tuple[NamedNode, NamedNode], set[Term]] = {}
    curated: dict[Term, bool] = {}
    for quad in new:
        name, predicate = quad.subject, quad.predicate
        if not isinstance(name, NamedNode):
            raise ValueError(f"{quad} has a blank node; a graph has none")
        if quad.graph_name != DefaultGraph():
            add.add(quad)  # what is claimed of a thing is no description of it
            continue
        if name not in curated:
            curated[name] = any(_described(view, name, KG.curated))
        if curated[name]:
            continue
        if predicate in _ONE_NAME or predicate in _ONE_VALUE:
            offered.setdefault((name, predicate), set()).add(quad.object)
        else:
            add.add(quad)
    for (name, predicate), values in offered.items():
        there = {known for known in _described(view, name, predicate) if known not in old}
        chosen, *others = sorted(values | {known.object for known in there}, key=str)
        remove |= {known for known in there if known.object != chosen}
        add.add(Quad(name, predicate, chosen))
        if predicate in _ONE_NAME:
            add |= {Quad(name, SKOS.altLabel, other) for other in others}
    return remove, add


def additions(view: View, quads: Iterable[Quad]) -> Change:
    """Work out the change that adds quads to what documents and people said of the same nodes."""
    replaced, settled = _settled(view, quads, frozenset())
    return Change(frozenset(replaced - settled), frozenset(settled))


def fitted(view: View) -> Change:
    """Work out what gives each shared node one value again of what it has one of, after graphs were put together."""
    remove, add = set[Quad](), set[Quad]()
    for predicate in sorted(_ONE_NAME | _ONE_VALUE, key=str):
        several = f"SELECT DISTINCT ?node WHERE {{ ?node {predicate} ?one, ?other FILTER(!sameTerm(?one, ?other)) }}"
        answer = view.query(several)
        for name in [name for (name,) in answer] if isinstance(answer, QuerySolutions) else []:
            if isinstance(name, NamedNode):
                _, *others = sorted(_described(view, name, predicate), key=lambda quad: str(quad.object))
                remove.update(others)
                if predicate in _ONE_NAME:
                    add |= {Quad(name, SKOS.altLabel, other.object) for other in others}
    return Change(frozenset(remove), frozenset(add))


def _revision(view: View, document: NamedNode, new: Iterable[Quad]) -> Iterator[Quad]:
    """Say that a new document under a known address is a revision of the newest one there."""
    mine = [quad for quad in new if quad.subject == document]
    for address in (quad.object for quad in mine if quad.predicate == SCHEMA.url):
        day = _latest(quad for quad in mine if quad.predicate == SCHEMA.datePublished)
        for earlier in sorted(_subjects(view, SCHEMA.url, address) - {document}, key=str):
            runs = _subjects(view, PROV.used, earlier)
            if runs and all(is_taken(view, run) for run in runs):
                continue  # no text of it was read
            revised = any(view.quads(None, PROV.wasRevisionOf, earlier))
            if not revised and _latest(view.quads(earlier, SCHEMA.datePublished)) <= day:
                yield Quad(document, PROV.wasRevisionOf, earlier)


def _latest(published: Iterable[Quad]) -> str:
    return max((quad.object.value for quad in published if isinstance(quad.object, Literal)), default="")
