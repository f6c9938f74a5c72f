"""From records to quads: names become agents, words become claims, tellings become statements."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from kg.corroborate.evidence import shipped_relations
from kg.extract.problems import why_unread
from kg.intake.base import InParts, InWords, Record, Scope, Teller, Telling
from kg.iris import Minter
from kg.model import Certainty, Claim, DateBasis, Iri, Mention, Phrase, Proposition, Run, Stance, Statement
from kg.rdf.entities import read_entities
from kg.rdf.terms import Term, node, quads
from kg.rdf.vocab import KG, OWL, PROV, RDF, SKOS
from kg.rdf.write import agent_quads, claim_quads, document_quads, judgement_quads, run_quads, statement_quads
from kg.resolve.agents import Agents, Known
from kg.resolve.claims import Claims
from kg.resolve.names import Names
from kg.resolve.resolver import hops
from kg.store import View
from kg.tools import Recipe, Tools

_LESS_CERTAIN = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


@dataclass(slots=True)
class Written:
    """One record as quads: its document, each of its statements with the hops to it, and what these speak of."""

    place: str
    name: Iri  # of the document
    run: Iri | None  # None where another graph told of none
    document: list[Quad] = field(default_factory=list)
    statements: dict[Iri, list[Quad]] = field(default_factory=dict)
    others: list[Quad] = field(default_factory=list)  # agents, claims, sides, judgements
    running: list[Quad] = field(default_factory=list)  # the run, with the time of the clock


@dataclass(frozen=True, slots=True)
class _Said:
    """One claim of a telling, with how it is said."""

    claim: Claim
    affirms: bool
    certainty: Certainty
    realized: bool
    words: str = ""  # in which people put the claim, where these put it positively


class Resolving:
    """Resolves records against what people told a graph."""

    def __init__(self, view: View) -> None:
        self.minter = view.minter
        self._recipe = Recipe(entities=read_entities(view), minter=view.minter, places=view.places)
        self._names = Names(self._recipe.entities)
        self._entities = {entity.id: entity for entity in self._recipe.entities}
        self._claims = Claims(self._names, shipped_relations(), view.minter)

    @cached_property
    def _tools(self) -> Tools:
        """Give what reads claims in words; the parser takes longer to load than all the rest."""
        return Tools(self._recipe)

    def write(self, record: Record, run: Run) -> Written:
        """Give the quads of one record."""
        work = _Record(self, record, run)
        work.write()
        return work.written

    def agents(self, document: Iri) -> Agents:
        """Give the agents of a document that is yet to be read."""
        return Agents(self._names, self._entities, self.minter, document)

    def party(self, name: str) -> tuple[Iri, str, bool]:
        """Give the side of a name, its name, and whether people wrote it down before."""
        match = self._names.find(name, ("party",))
        return (match.entity.id, match.entity.name, True) if match else (self.minter.named("party", name), name, False)

    def said(self, telling: Telling, source: Known) -> list[_Said]:
        """Give the claims of a telling."""
        claim = telling.claim
        if isinstance(claim, Claim):
            return [_Said(claim, _affirms(telling, True), telling.certainty, telling.realized)]
        if isinstance(claim, InParts):
            made = self._claims.stated(_proposition(claim))
            if claim.text:
                made = replace(made, text=claim.text)
            return [
                _Said(self._placed(made, claim.scope), _affirms(telling, True), telling.certainty, telling.realized)
            ]
        return list(self._read(claim, telling, source))

    def _read(self, words: InWords, telling: Telling, source: Known) -> Iterator[_Said]:
        found = () if why_unread(words.text) else self._tools.extractor.read_claim(words.text, telling.said_on)
        if not found:
            claim = self._claims.content(words.text, source.agent, source.name)
            yield _Said(claim, _affirms(telling, True), telling.certainty, telling.realized)
        for each in found:
            period, quantity = words.scope.period or each.period, words.scope.quantity or each.quantity
            made = self._claims.claim(replace(each, period=period, quantity=quantity))
            certainty = max(telling.certainty, each.certainty, key=_LESS_CERTAIN.index)
            realized = telling.realized and each.realized
            placed, affirms = self._placed(made, words.scope), _affirms(telling, each.affirms)
            yield _Said(placed, affirms, certainty, realized, words.text if len(found) == 1 and each.affirms else "")

    def _placed(self, claim: Claim, scope: Scope) -> Claim:
        return self._claims.placed(claim, scope.place) if scope.place else claim


class _Record:
    """The writing of one record."""

    def __init__(self, resolving: Resolving, record: Record, run: Run) -> None:
        self.resolving, self.record, self.run = resolving, record, run
        self.minter: Minter = resolving.minter
        self.agents = resolving.agents(record.document.id)
        self.parties: dict[Iri, Iri] = {}  # of agents as they are named
        self.written = Written(record.place, record.document.id, run.id)
        self.publisher = self._know(record.publisher) if record.publisher else None

    def write(self) -> None:
        """Fill in the quads."""
        publisher = self.publisher.agent if self.publisher else None
        written = self.written
        for telling in self.record.tellings:
            self._tell(telling)
        if not self.record.in_graph:
            written.document = list(document_quads(self.record.document, publisher, ()))
        written.running = list(run_quads(self.run, self.minter))
        for agent in self.agents.agents.values():
            written.others += agent_quads(replace(agent, party=agent.party or self.parties.get(agent.id)))
        for judgement in self.agents.judgements.values():
            written.others += judgement_quads(judgement)

    def _know(self, teller: Teller) -> Known:
        mention = Mention(
            name=teller.name, kind=teller.kind, named=teller.named, role=teller.role, organization=teller.organization
        )
        if teller.id:
            known = self.agents.given(mention, teller.id)
        elif teller.same_as:
            known = self.agents.identified(mention, teller.same_as)
            self.written.others.append(Quad(node(known.mentioned_as), OWL.sameAs, node(teller.same_as)))
        else:
            known = self.agents.know(mention)
        if teller.party and known.party is None:
            known = replace(known, party=self._side(teller.party))
            if known.mentioned_as == known.agent and known.party:
                self.parties[known.agent] = known.party
        return known

    def _side(self, name: str) -> Iri:
        party, words, curated = self.resolving.party(name)
        if not curated:
            values: list[tuple[NamedNode, Term]] = [
                (RDF.type, KG.Party),
                (RDF.type, PROV.Agent),
                (SKOS.prefLabel, Literal(words)),
            ]
            self.written.others += quads(party, values)
        return party

    def _tell(self, telling: Telling) -> None:
        source = self._know(telling.source) if telling.source else self.publisher
        if source is None:
            source = self._know(Teller(name="unnamed source", named=False))
        carriers = [self._know(teller) for teller in telling.via]
        for said in self.resolving.said(telling, source):
            self.written.others += claim_quads(said.claim, self.minter)
            if said.words not in ("", said.claim.text):
                self.written.others.append(Quad(node(said.claim.id), SKOS.altLabel, Literal(said.words)))
            statement = self._statement(telling, source, said)
            chain = [statement, *hops(statement, carriers, self.publisher, self.minter)]
            found = self.written.statements.setdefault(statement.id, [])
            for each in chain if not found else ():
                found += statement_quads(each, self.record.document.text, self.run.id, self.minter)

    def _statement(self, telling: Telling, source: Known, said: _Said) -> Statement:
        document, day = self.record.document, telling.said_on
        period = said.claim.period
        return Statement(
            id=telling.id or self.minter.hashed("statement", document.id, source.mentioned_as, said.claim.id, day),
            document=document.id,
            source=source.agent,
            mentioned_as=source.mentioned_as,
            claim=said.claim.id,
            stance=telling.stance,
            affirms=said.affirms,
            party=source.party,
            certainty=said.certainty,
            realized=said.realized,
            distanced=telling.distanced,
            quotation=telling.quotation,
            said_on=day,
            said_on_basis=telling.said_on_basis if day else DateBasis.UNKNOWN,
            time_text=period.text if period else "",
            time_basis=period.basis if period else None,
            narrated=telling.source is None,
            confidence=telling.confidence,
            source_spans=telling.source_spans,
            cue_spans=telling.cue_spans,
            content_spans=telling.content_spans,
        )


def _affirms(telling: Telling, positive: bool) -> bool:
    """Tell whether a telling affirms a claim that its words put positively, or deny."""
    if telling.affirms is None:
        return (telling.stance is not Stance.DENIES) == positive and telling.stance is not Stance.DOUBTS
    return telling.affirms == positive


def _proposition(claim: InParts) -> Proposition:
    scope = claim.scope
    return Proposition(
        text=claim.text or " ".join((claim.subject, claim.predicate, claim.object)),
        predicate=claim.predicate,
        subject=_phrase(claim.subject),
        object=_phrase(claim.object) if claim.object else None,
        quantity=scope.quantity,
        period=scope.period,
    )


def _phrase(words: str) -> Phrase:
    named = any(word[:1].isupper() for word in words.split())
    return Phrase(text=words, head=words if named else words.rsplit(maxsplit=1)[-1], named=named)
