"""Which place lies in which: what files say, and the judgements in force of texts and people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import DefaultGraph, Quad

from kg.corroborate.knowledge import wholes
from kg.model import Decision, Iri, Judgement
from kg.rdf.nodes import text
from kg.rdf.terms import iri, node
from kg.rdf.vocab import DCTERMS, KG, RDF, SCHEMA, SKOS
from kg.resolve.identity import Identity, authority, is_human
from kg.resolve.joins import Join
from kg.resolve.likeness import Likeness
from kg.resolve.named import Named
from kg.resolve.spelling import normalise
from kg.store.base import View

_DECISIONS = frozenset({Decision.PART_OF, Decision.NOT_PART_OF})


def containment(
    told: Iterable[tuple[Iri, Iri]], judgements: Iterable[Judgement], identity: Identity
) -> dict[Iri, tuple[Iri, ...]]:
    """Give for each place those that it lies in directly.

    Where a file says in what a place lies (`told`), only people add to it; no place ever lies in itself.
    """
    found: dict[Iri, tuple[Iri, ...]] = {}
    for part, whole in told:
        _place(found, identity.of(part), identity.of(whole))
    filed = set(found)
    decided: set[tuple[Iri, Iri]] = set()
    for judgement in sorted(judgements, key=authority, reverse=True):
        pair = identity.of(judgement.left), identity.of(judgement.right)
        if judgement.decision not in _DECISIONS or pair in decided:
            continue
        decided.add(pair)
        if judgement.decision is Decision.NOT_PART_OF:
            found[pair[0]] = tuple(each for each in found.get(pair[0], ()) if each != pair[1])
        elif is_human(judgement) or pair[0] not in filed:
            _place(found, *pair)
    return {part: wholes for part, wholes in found.items() if wholes}


def _place(found: dict[Iri, tuple[Iri, ...]], part: Iri, whole: Iri) -> None:
    """Put a place into another, unless that lies in it."""
    if whole not in found.get(part, ()) and part not in {whole, *wholes(found, whole)}:
        found[part] = (*found.get(part, ()), whole)


def told(view: View) -> Iterator[tuple[Iri, Iri]]:
    """Read which place lies in which by what files say."""
    for quad in view.quads(None, DCTERMS.isPartOf, None, DefaultGraph()):
        yield iri(quad.subject), iri(quad.object)


def part_quads(view: View, part_of: Mapping[Iri, tuple[Iri, ...]], identity: Identity) -> Iterator[Quad]:
    """Write which place lies in which beyond what files say; a name of a place leads to what stands for it."""
    known = set(told(view))
    for part, around in part_of.items():
        yield from (Quad(node(part), KG.partOf, node(whole)) for whole in around if (part, whole) not in known)
    for group in identity.groups():
        head = identity.of(min(group))
        if any("/place/" in name or name in part_of for name in group):
            yield from (Quad(node(name), KG.partOf, node(head)) for name in sorted(group) if name != head)


def open_places(view: View, identity: Identity) -> Iterator[Join]:
    """Give the places of texts with each place of a gazetteer that they may be, where it could not be told."""
    meant: dict[str, list[Named]] = defaultdict(list)
    open_: list[Named] = []
    for quad in view.quads(None, RDF.type, SCHEMA.Place, DefaultGraph()):
        name = iri(quad.subject)
        labels = [
            text(each.object) for link in (SKOS.prefLabel, SKOS.altLabel) for each in view.quads(node(name), link)
        ]
        if "/place/" in name and not any(view.quads(node(name), KG.curated)):
            for label in dict.fromkeys(map(normalise, labels)):
                meant[label].append(Named(name, labels[0], None))
        elif "/place/" not in name and identity.of(name) == name and labels:
            open_.append(Named(name, labels[0], None))
    for place in open_:
        found = sorted(meant[normalise(place.name)], key=lambda each: each.id)
        for each in found:
            reason = f"one of {len(found)} places called so, {_lying(view, each.id)}"
            yield Join(place, each, Likeness(round(1 / (len(found) + 1), 2), reason))


def _lying(view: View, place: Iri) -> str:
    """Say in what a listed place lies."""
    above = [iri(quad.object) for quad in view.quads(node(place), DCTERMS.isPartOf)]
    names = [text(quad.object) for whole in above for quad in view.quads(node(whole), SKOS.prefLabel)]
    return f"in {names[0]}" if names else "in what is not told"
