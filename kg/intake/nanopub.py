"""Nanopublications, many in one file of TriG or N-Quads: each is a document, its assertion what its creator states."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.dates import PartialDate
from kg.errors import UnreadableError
from kg.intake._blank import named
from kg.intake._labels import Labels, sentence_of
from kg.intake._nanopubs import Broken, Gathering, Nanopub, fault_of
from kg.intake._own import own
from kg.intake._trusty import normal_form
from kg.intake._values import day
from kg.intake.base import Found, InWords, Note, Record, Source, Teller, Telling
from kg.iris import Minter
from kg.model import AgentKind, Claim, DateBasis, Document, Iri
from kg.rdf.terms import Term, iri
from kg.rdf.vocab import DC, DCTERMS, NP, NPX, ORCID, PAV, PAV_1, PREFIXES, PROV, RDF, RDFS
from kg.resolve.drafts import identified

CREATORS: Final = (
    DCTERMS.creator, PAV.createdBy, PAV.authoredBy, PAV_1.createdBy, PAV_1.authoredBy, DC.creator, PROV.wasAttributedTo,
)  # fmt: skip
CREATED: Final = (DCTERMS.created, PAV.createdOn, PAV_1.createdOn, PROV.generatedAtTime, DCTERMS.date)
TITLES: Final = (RDFS.label, DCTERMS.title, DC.title)
LINKS: Final = (NPX.retracts, NPX.invalidates, NPX.supersedes)


class NanopubImporter:
    """Reads nanopublications; one that is broken, or whose Trusty URI or signature does not hold, spoils no other."""

    suffixes = (".trig", ".nq")
    corrects = False

    def fits(self, head: bytes) -> bool:
        """Tell whether a file begins with a nanopublication."""
        return NP.base.encode() in head

    def read(self, source: Source) -> Iterator[Found]:
        """Give what each nanopublication tells."""
        gathering = Gathering()
        form = RdfFormat.N_QUADS if source.path.suffix.lower() == ".nq" else RdfFormat.TRIG
        number = 0
        try:
            for quad in parse(path=str(source.path), format=form):
                for found in gathering.add(quad):
                    number += 1
                    yield _found(found, source)
        except SyntaxError as error:
            what = str(error.msg).partition(": ")[2] or str(error.msg)
            rest = "what follows it was not taken" if number else "nothing was taken"
            raise UnreadableError(f"{source.name}:{error.lineno}: {what}; {rest}") from error
        for found in gathering.end():
            number += 1
            yield _found(found, source)
        if gathering.strays:
            yield Note(source.name, f"triples that stand in no graph were left out: {len(gathering.strays)}")
        if not number:
            raise UnreadableError(f"{source.name}: no nanopublication in it; a graph of kg is loaded with --format rdf")


def _found(found: Nanopub | Broken, source: Source) -> Found:
    if isinstance(found, Broken):
        return UnreadableError(f"{source.name}: {found.name}: {found.reason}")
    place = f"{source.name}: {found.name.value}"
    fault = fault_of(found)
    if fault:
        return UnreadableError(f"{place}: {fault}")
    try:
        return own(found, place, source.minter) or _Others(found, place, source.minter).record()
    except ValueError as error:
        return UnreadableError(f"{place}: {error}")


class _Others:
    """One nanopublication of others."""

    def __init__(self, nanopub: Nanopub, place: str, minter: Minter) -> None:
        self.place, self.minter = place, minter
        self.name, self.graph = nanopub.name, nanopub.graph
        self.quads, self.blank = named(nanopub.quads, nanopub.name, minter)
        self.labels = Labels(self.quads)
        graphs = [part[0].graph_name for part in (nanopub.assertion, nanopub.provenance, nanopub.publication)]
        self.assertion, self.provenance, self.publication = (
            [quad for quad in self.quads if quad.graph_name == graph] for graph in graphs
        )

    def record(self) -> Record:
        """Give what it tells: its assertion by whom that is laid to, in a document of its creator."""
        creator = self._teller(self._of(self.publication, self.name, CREATORS))
        source = self._teller(self._of(self.provenance, self.graph, (PROV.wasAttributedTo,))) or creator
        source = source or Teller(name="unnamed source", named=False)
        created = self._day()
        links = [quad for quad in self.publication if quad.predicate in LINKS and quad.subject == self.name]
        told = [self._telling(claim, source, created) for claim in self._claims()]
        told += [self._telling(self._claim(quad), creator or source, created) for quad in links]
        return Record(place=self.place, document=self._document(created), publisher=creator, tellings=tuple(told))

    def _document(self, created: PartialDate | None) -> Document:
        text = normal_form(self.quads, None)
        titles = [each for each in self._of(self.publication, self.name, TITLES) if isinstance(each, Literal)]
        return Document(
            id=self.minter.document(self.name.value, None, text), text=text, url=self.name.value, published=created,
            title=" ".join(titles[0].value.split()) or None if titles else None,
        )  # fmt: skip

    def _of(self, quads: list[Quad], subject: NamedNode | None, predicates: tuple[NamedNode, ...]) -> list[Term]:
        """Give the values of the first of some properties that has any."""
        for predicate in predicates:
            found = {quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate}
            if found:
                return sorted(found, key=str)
        return []

    def _day(self) -> PartialDate | None:
        for value in self._of(self.publication, self.name, CREATED):
            try:
                return day(value.value if isinstance(value, Literal) else "")
            except ValueError:
                continue
        return None

    def _teller(self, terms: list[Term]) -> Teller | None:
        """Give who stands behind something; several who do so together are one source."""
        tellers = [each for each in map(self._one, terms) if each]
        if len(tellers) < 2:
            return tellers[0] if tellers else None
        return Teller(name="; ".join(sorted({each.name for each in tellers})), kind=AgentKind.GROUP)

    def _one(self, term: Term) -> Teller | None:
        if isinstance(term, Literal):
            return Teller(name=" ".join(term.value.split())) if term.value.strip() else None
        if not isinstance(term, NamedNode):
            return None
        is_person = term.value.startswith(ORCID)
        address = ORCID[0] + term.value.rpartition("/")[2] if is_person else term.value
        kind = AgentKind.PERSON if is_person else AgentKind.UNKNOWN
        return Teller(name=self.labels.words(term), kind=kind, same_as=address)

    def _telling(self, claim: InWords | Claim, source: Teller, created: PartialDate | None) -> Telling:
        return Telling(source=source, claim=claim, said_on=created, said_on_basis=DateBasis.PUBLICATION_DAY)

    def _claims(self) -> Iterator[InWords | Claim]:
        """Give the claims of the assertion: each sentence, each triple; names are no claims where there are others."""
        sentences = {
            words
            for quad in self.assertion
            for term in (quad.subject, quad.object)
            if isinstance(term, NamedNode) and (words := sentence_of(term.value))
        }
        yield from (InWords(text=each) for each in sorted(sentences))
        triples = [quad for quad in self.assertion if not sentences or not self._only_frames(quad)]
        telling = [quad for quad in triples if quad.predicate not in (RDFS.label,)]
        for quad in sorted(telling or (() if sentences else triples), key=str):
            yield self._claim(quad)

    def _only_frames(self, quad: Quad) -> bool:
        """Tell whether a triple only says that a sentence is the assertion."""
        return quad.subject == self.graph or (
            quad.predicate == RDF.type and isinstance(quad.subject, NamedNode) and bool(sentence_of(quad.subject.value))
        )

    def _claim(self, quad: Quad) -> Claim:
        terms = (quad.subject, quad.predicate, quad.object)
        parts = [self._thing(term) for term in terms]
        reserved = (self.minter.base, *PREFIXES.values())  # what these name is not theirs to call
        own = {iri(term) for term in terms if term in self.blank} | {
            name for (name, _), term in zip(parts, terms, strict=True) if isinstance(term, Literal)
        }
        return identified(
            self.minter,
            Claim(
                id=Iri(""), text=" ".join(words for _, words in parts),
                subject=parts[0][0], predicate=parts[1][0], object=parts[2][0],
                labels={name: words for name, words in parts if name in own or not name.startswith(reserved)},
            ),
        )  # fmt: skip

    def _thing(self, term: Term) -> tuple[Iri, str]:
        if isinstance(term, Literal):
            words = " ".join(term.value.split()) or "(empty)"
            return self.minter.hashed("thing", "literal", term.value), words
        if isinstance(term, NamedNode):
            words = self.labels.given(term) or ("something" if term in self.blank else self.labels.words(term))
            return iri(term), words
        raise ValueError(f"{term} in its assertion is no part of a claim")


importer = NanopubImporter()
