"""Fetches from a graph all that verdicts rest on: claims, statements, agents, parties, places and judgements."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, cached_property, partial

from pyoxigraph import Quad

from kg.corroborate import fetch
from kg.corroborate.candidates import Candidates
from kg.corroborate.general import is_general
from kg.corroborate.identified import agents_of, claim_of, testimony_of
from kg.corroborate.knowledge import Knowledge
from kg.corroborate.matching import Match
from kg.corroborate.passages import Passages
from kg.corroborate.reuse import Texts
from kg.corroborate.sides import MAKER as SIDES_MAKER
from kg.corroborate.sides import old_side_quads, told_sides, with_names, with_sides
from kg.corroborate.stories import Stories
from kg.corroborate.testimony import Lineage, Testimony
from kg.corroborate.told import Told
from kg.corroborate.where import containment, told
from kg.corroborate.who import CLAIMS_MAKER, read_identity
from kg.corroborate.wording import Wordings
from kg.corroborate.words import Lexicon, stems
from kg.dates import PartialDate
from kg.iris import DEFAULT_BASE, VOCABULARY
from kg.model import Claim, Grade, Iri, Judgement, Relation
from kg.rdf import read
from kg.rdf.nodes import Nodes, text
from kg.rdf.relations import load_relations
from kg.rdf.vocab import KG, PROV, SCHEMA, SKOS
from kg.resolve.identity import Identity, authority
from kg.resources import folder
from kg.search import near
from kg.store.base import View
from kg.table import open_table

CALLED_UNRELIABLE = Iri(VOCABULARY + "calledUnreliable")
RESPONSIBILITY = "responsibility"  # the family of relations between a doer and a deed
NEAR = 30  # texts that share words with a question are compared with it, those that share the rarest


def _nothing(_: str) -> Sequence[Iri]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What a graph holds about who claimed what, ready to be compared.

    `of_claim` gives the statements of one claim, `candidates` the claims that may speak to another.
    """

    claims: Mapping[Iri, Claim]
    testimonies: Mapping[Iri, Testimony]
    knowledge: Knowledge
    judgements: tuple[Judgement, ...] = ()  # none that was taken back or derived
    sides: Mapping[Judgement, str] = field(default_factory=dict)  # judged anew, with the names of the sides
    grades: Mapping[Iri, tuple[Grade, ...]] = field(default_factory=dict)  # by source; no verdict uses them
    identity: Identity = field(default_factory=lambda: Identity(()))  # who is who, by the judgements
    base: str = DEFAULT_BASE
    notes: tuple[str, ...] = ()  # what was left out, in plain words
    near: Callable[[str], Sequence[Iri]] = field(default=_nothing, repr=False)  # finds claims by the words of a text
    matched: dict[Iri, list[tuple[Iri, Match]]] = field(init=False, default_factory=dict, repr=False)  # found so far
    lineages: dict[Iri, Lineage] = field(init=False, default_factory=dict, repr=False)  # by statement, found so far
    _by_claim: dict[Iri, list[Testimony]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for testimony in self._by_statement:
            self._by_claim.setdefault(testimony.claim, []).append(testimony)

    @cached_property
    def _by_statement(self) -> Sequence[Testimony]:
        return sorted(self.testimonies.values(), key=lambda each: each.statement)

    def of_claim(self, claim: Iri) -> list[Testimony]:
        """Give the statements that affirm or deny a claim, by id."""
        return self._by_claim.get(claim, [])

    def called_unreliable(self, document: Iri) -> list[Testimony]:
        """Give the statements of a document that call a figure or a report wrong, by id."""
        return self._unreliable.get(document, [])

    @cached_property
    def _unreliable(self) -> Mapping[Iri, list[Testimony]]:
        found: dict[Iri, list[Testimony]] = {}
        for each in self._by_statement:
            if self.claims[each.claim].predicate == CALLED_UNRELIABLE:
                found.setdefault(each.document, []).append(each)
        return found

    @cached_property
    def blaming(self) -> Told:
        """Give the index that finds who is said, or denied, to have had a part in a deed."""
        relations = self.knowledge.relations
        blaming = {name for name, each in relations.items() if each.family == RESPONSIBILITY}
        return self._found_by_document(
            each for each in self._by_statement if self.claims[each.claim].predicate in blaming
        )

    @cached_property
    def denials(self) -> Told:
        """Give the index that finds denials of all of a kind."""
        general = {name for name, claim in self.claims.items() if is_general(claim)}
        return self._found_by_document(
            each for each in self._by_statement if not each.affirms and each.claim in general
        )

    def _found_by_document(self, statements: Iterable[Testimony]) -> Told:
        return Told(statements, self.named_in, self.knowledge)

    def quoted_in(self, document: Iri) -> list[Testimony]:
        """Give the statements that a document attributes to others, as they stand in it."""
        return self._quoted.get(document, [])

    @cached_property
    def _quoted(self) -> Mapping[Iri, list[Testimony]]:
        found = {document: [each for each in said if not each.narrated] for document, said in self._told.items()}
        return {document: said for document, said in found.items() if said}

    @cached_property
    def _told(self) -> Mapping[Iri, list[Testimony]]:
        """Give the statements of each document as they stand in it."""
        found: dict[Iri, list[Testimony]] = {}
        for each in sorted(self.testimonies.values(), key=lambda each: (each.document, each.position, each.statement)):
            found.setdefault(each.document, []).append(each)
        return found

    @cached_property
    def same_texts(self) -> Mapping[Iri, tuple[Iri, str]]:
        """Give for each document whose text is one with others' the one that stands for them, and why."""
        return Texts({document: [each.quote for each in said] for document, said in self._told.items()}).same()

    def context(self, claim: Iri) -> Container[str]:
        """Give the known things that the documents of a claim, or other reports of their story, name in any claim."""
        return _Context(self, claim)

    def named_in(self, document: Iri) -> Set[str]:
        """Give the known things that the claims of a document name, and the stems of its words."""
        return self._named.get(document, frozenset())

    @cached_property
    def stories(self) -> Stories[Iri]:
        """Tell which documents report one story, by all that they were quoted with."""
        quotes = {document: dict.fromkeys(each.quote for each in said) for document, said in self._told.items()}
        return Stories({document: " ".join(found) for document, found in quotes.items()})

    @cached_property
    def _named(self) -> Mapping[Iri, set[str]]:
        found: dict[Iri, set[str]] = {}
        for testimony in self.testimonies.values():
            claim = self.claims[testimony.claim]
            named = (thing for thing in (claim.subject, claim.object, claim.place) if thing)
            words = found.setdefault(testimony.document, set())
            words.update(thing for thing in named if self.knowledge.knows(thing))
            words.update(stems(testimony.quote))
        return found

    @cached_property
    def lexicon(self) -> Lexicon:
        """Give the words of all claims, weighed."""
        return Lexicon(self.claims.values(), self.knowledge.knows)

    @cached_property
    def candidates(self) -> Candidates:
        """Give the index that finds the claims worth comparing with one."""
        return Candidates(self.claims.values(), self.knowledge, self.lexicon)

    @cached_property
    def passages_of_words(self) -> Passages:
        """Give the index that finds passages by their words."""
        return Passages(self.testimonies.values(), self.claims, self.knowledge, self.lexicon)

    @cached_property
    def wordings(self) -> Wordings:
        """Give the words of all statements."""
        return Wordings(self.testimonies.values(), self.claims, self.knowledge)

    @cached_property
    def decisions(self) -> Mapping[frozenset[Iri], Judgement]:
        """Give the decision on each pair that was judged; people outrank rules, a later score a lower one."""
        decided: dict[frozenset[Iri], Judgement] = {}
        for judgement in sorted(self.judgements, key=authority):
            decided[frozenset((judgement.left, judgement.right))] = judgement
        return decided


@dataclass(frozen=True)
class _Context(Container[str]):
    """What the documents of a claim name; other reports of their story are only asked where they do not."""

    evidence: Evidence
    claim: Iri

    @cached_property
    def _documents(self) -> Set[Iri]:
        return {each.document for each in self.evidence.of_claim(self.claim)}

    def __contains__(self, thing: object) -> bool:
        if any(thing in self.evidence.named_in(document) for document in self._documents):
            return True
        told = (other for document in self._documents for other in self.evidence.stories.told_with(document))
        return any(thing in self.evidence.named_in(other) for other in told)


def load(
    view: View, relations: Iterable[Relation] | None = None, as_of: PartialDate | None = None, *, anew: bool = False
) -> Evidence:
    """Fetch the evidence of a graph; with `as_of` only what documents published by that day say.

    With `anew` the sides that names and claims tell are judged anew, not read. A document of unknown day is left out
    as of a day, and `notes` says so. Without `relations` those that ship with kg count.
    """
    said = list(fetch.said(view))
    if anew:
        old = {*old_side_quads(view)}
        said = [quad for quad in said if quad not in old]
    nodes = Nodes(said)
    identity = read_identity(view)
    with open_table(view) as table:
        found = {each.statement: testimony_of(each, identity) for each in fetch.testimonies(view, table)}
    kept = {name: each for name, each in found.items() if as_of is None or _published_by(each, as_of)}
    claims = {claim.id: claim_of(claim, identity) for claim in read.claims(fetch.claimed(view, said))}
    judged = tuple(read.judgements(fetch.judged(view, CLAIMS_MAKER)))
    spoken_of = {testimony.claim for testimony in kept.values()}
    kept_claims = {name: claim for name, claim in claims.items() if name in spoken_of}
    known = shipped_relations() if relations is None else relations
    part_of = containment(told(view), judged, identity)
    knowledge = _knowledge(nodes, fetch.about(PROV.Agent, said), known, identity, part_of)
    sides: Mapping[Judgement, str] = {}
    if anew:
        judged = tuple(each for each in judged if each.maker != SIDES_MAKER)
        sides = told_sides(knowledge, kept_claims, view.minter)
    return Evidence(
        claims=kept_claims,
        testimonies=kept,
        knowledge=with_sides(with_names(knowledge, sides), (*judged, *sides), kept_claims, identity),
        judgements=(*judged, *sides),
        sides=sides,
        grades=_grades(view, identity),
        identity=identity,
        base=view.base,
        notes=_notes(found, kept, as_of),
        near=partial(near, view, limit=NEAR),
    )


def _grades(view: View, identity: Identity) -> Mapping[Iri, tuple[Grade, ...]]:
    found: dict[Iri, tuple[Grade, ...]] = {}
    for grade in sorted(read.grades(fetch.graded(view)), key=lambda each: (each.made, each.id)):
        name = identity.of(grade.agent)
        found[name] = (*found.get(name, ()), grade)
    return found


@cache
def shipped_relations() -> tuple[Relation, ...]:
    """Read the relations that ship with kg, once."""
    return load_relations(folder("ontology") / "relations.ttl")


def _published_by(testimony: Testimony, day: PartialDate) -> bool:
    return testimony.published is not None and testimony.published.last_day <= day.last_day


def _notes(found: Mapping[Iri, Testimony], kept: Mapping[Iri, Testimony], as_of: PartialDate | None) -> tuple[str, ...]:
    if as_of is None:
        return ()
    left_out = [each for name, each in found.items() if name not in kept]
    undated = sum(each.published is None for each in left_out)
    notes = (f"as of {as_of}: {len(left_out) - undated} statements published later are left out",)
    return notes + ((f"{undated} statements of documents of unknown day are left out",) if undated else ())


def _knowledge(
    nodes: Nodes,
    agents: Iterable[Quad],
    relations: Iterable[Relation],
    identity: Identity,
    part_of: Mapping[Iri, tuple[Iri, ...]],
) -> Knowledge:
    known = {relation.id: relation for relation in relations}
    parties = list(nodes.of_class(KG.Party))
    places = [place for place in nodes.of_class(SCHEMA.Place) if "/place/" in place.iri]  # others: only by words
    names = {name: label for name, node in nodes.items() if (label := node.one(SKOS.prefLabel, text))}
    return Knowledge(
        relations=known,
        agents=agents_of(read.agents(agents), identity),
        parties=frozenset(party.iri for party in parties),
        opposed=frozenset(
            frozenset((party.iri, other))
            for party in parties
            for other in party.iris(KG.opposedTo)
            if other != party.iri
        ),
        places=frozenset(place.iri for place in places),
        part_of=part_of,
        names=names | {name: relation.name for name, relation in known.items()},
    )
