"""Reads from a view what pictures show: sources, documents, claims, what was said, and how claims meet."""

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import cast
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.export.selection import EVERYTHING, Selection, chosen
from kg.iris import VOCABULARY, compact
from kg.store.base import View
from kg.table import Table, open_table

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whoever asserts; `party` is the name of its side."""

    id: str
    name: str
    party: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document; `publisher` is the id of a source, `url` a web address."""

    id: str
    name: str
    url: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim with its verdict."""

    id: str
    text: str
    verdict: str
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One who passed a statement on; `id` is the statement by which it did."""

    id: str
    source: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement of a claim; `via` runs from the speaker's end."""

    id: str
    claim: str
    source: str
    document: str
    stance: str
    affirms: bool
    narrated: bool
    party: str | None
    said_on: str | None
    interest: str | None
    quote: str
    via: tuple[Hop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A judgement in force between two claims: same, entails or contradicts."""

    id: str
    left: str
    right: str
    decision: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a picture shows, each list ordered by id."""

    sources: tuple[Source, ...]
    documents: tuple[Paper, ...]
    claims: tuple[Claimed, ...]
    statements: tuple[Said, ...]
    meetings: tuple[Meeting, ...]


_SOURCES = """
SELECT ?id (MIN(?label) AS ?name) (MIN(?side) AS ?party) (MIN(?class) AS ?kind) WHERE {
  { SELECT DISTINCT ?id WHERE { { ?statement prov:wasAttributedTo ?id } UNION { ?document schema:publisher ?id } } }
  ?id skos:prefLabel ?label .
  OPTIONAL { ?id kg:party/skos:prefLabel ?side }
  OPTIONAL { ?id a ?class . FILTER(?class != prov:Agent) }
} GROUP BY ?id ORDER BY ?id
"""
_DOCUMENTS = """
SELECT ?id ?title ?local_id ?url ?publisher ?published WHERE {
  ?id a schema:NewsArticle .
  OPTIONAL { ?id schema:headline ?title }
  OPTIONAL { ?id schema:identifier ?local_id }
  OPTIONAL { ?id schema:url ?url }
  OPTIONAL { ?id schema:publisher ?publisher }
  OPTIONAL { ?id schema:datePublished ?published }
} ORDER BY ?id
"""
_CLAIMS = """
SELECT ?id ?text ?verdict ?origins WHERE {
  ?id a kg:Claim ; schema:text ?text .
  OPTIONAL { ?id kg:verdict ?verdict }
  OPTIONAL { ?id kg:originCount ?origins }
} ORDER BY ?id
"""
_STATEMENTS = """
SELECT ?id ?claim ?source ?document ?stance ?affirms ?narrated ?party ?said_on ?interest WHERE {
  ?id kg:claim ?claim ; prov:wasAttributedTo ?source ; prov:wasQuotedFrom ?document ; kg:stance ?stance ;
      kg:affirms ?affirms .
  OPTIONAL { ?id kg:narrated ?narrated }
  OPTIONAL { ?id kg:party/skos:prefLabel ?party }
  OPTIONAL { ?id kg:saidOn ?said_on }
  OPTIONAL { ?id kg:interest ?interest }
} ORDER BY ?id
"""
_QUOTES = """
SELECT ?id ?start ?words WHERE { ?id kg:contentSpan ?span . ?span oa:start ?start ; oa:exact ?words }
ORDER BY ?id ?start
"""
_HOPS = """
SELECT ?id ?reported ?source ?name WHERE {
  ?id kg:reports ?reported ; prov:wasAttributedTo ?source .
  ?source skos:prefLabel ?name .
} ORDER BY ?id
"""
_MEETINGS = """
SELECT ?id ?left ?right ?decision ?reason WHERE {
  ?id kg:decision ?decision ; kg:left ?left ; kg:right ?right .
  ?left a kg:Claim . ?right a kg:Claim .
  FILTER(?decision != kg:different)
  FILTER NOT EXISTS { ?id prov:invalidatedAtTime ?taken_back }
  OPTIONAL { ?id kg:reason ?reason }
} ORDER BY ?id
"""

Row = dict[str, str | None]


def read_facts(view: View, selection: Selection = EVERYTHING) -> Facts:
    """Read all that pictures of this graph, or of what is selected of it, show."""
    found = Facts(
        sources=tuple(_sources(view)),
        documents=tuple(_documents(view)),
        claims=tuple(_claims(view)),
        statements=tuple(_statements(view)),
        meetings=tuple(_meetings(view)),
    )
    with open_table(view) as table:
        found = _sided(found, table)
    picked = chosen(view, selection)
    return found if picked is None else _only(found, picked)


def _sided(facts: Facts, table: Table) -> Facts:
    """Give to those whose side nobody wrote down the one that a judgement tells."""
    told = dict(table.ask("SELECT statement, party_name FROM statements WHERE party_name IS NOT NULL").fetchall())
    statements = tuple(replace(said, party=said.party or told.get(said.id)) for said in facts.statements)
    sides = {said.source: said.party for said in statements if said.party}
    sources = tuple(replace(source, party=source.party or sides.get(source.id)) for source in facts.sources)
    return replace(facts, statements=statements, sources=sources)


def _only(facts: Facts, picked: Container[str]) -> Facts:
    """Keep some statements, with the claims, documents and sources that they have."""
    statements = tuple(said for said in facts.statements if said.id in picked)
    claims = {said.claim for said in statements}
    papers = {said.document for said in statements}
    documents = tuple(paper for paper in facts.documents if paper.id in papers)
    heard = {said.source for said in statements} | {hop.source for said in statements for hop in said.via}
    heard |= {paper.publisher for paper in documents if paper.publisher}
    return replace(
        facts,
        sources=tuple(source for source in facts.sources if source.id in heard),
        documents=documents,
        claims=tuple(claim for claim in facts.claims if claim.id in claims),
        statements=statements,
        meetings=tuple(met for met in facts.meetings if met.left in claims and met.right in claims),
    )


def _sources(view: View) -> Iterator[Source]:
    for row in _rows(view, _SOURCES):
        kind = (row["kind"] or UNKNOWN).rpartition("/")[2].rpartition("#")[2]
        yield Source(id=_need(row, "id"), name=_need(row, "name"), party=row["party"], kind=kind)


def _documents(view: View) -> Iterator[Paper]:
    for row in _rows(view, _DOCUMENTS):
        url = row["url"] if row["url"] and urlsplit(row["url"]).scheme in {"http", "https"} else None
        name = row["title"] or row["local_id"] or url or compact(_need(row, "id"), view.base)
        yield Paper(id=_need(row, "id"), name=name, url=url, publisher=row["publisher"], published=row["published"])


def _claims(view: View) -> Iterator[Claimed]:
    for row in _rows(view, _CLAIMS):
        verdict = _word(row["verdict"]) or UNKNOWN
        yield Claimed(id=_need(row, "id"), text=_need(row, "text"), verdict=verdict, origins=int(row["origins"] or 0))


def _statements(view: View) -> Iterator[Said]:
    quotes: dict[str | None, list[str]] = defaultdict(list)
    hops: dict[str | None, list[Hop]] = defaultdict(list)
    for row in _rows(view, _QUOTES):
        quotes[row["id"]].append(_need(row, "words"))
    for row in _rows(view, _HOPS):
        hops[row["reported"]].append(Hop(id=_need(row, "id"), source=_need(row, "source"), name=_need(row, "name")))
    for row in _rows(view, _STATEMENTS):
        yield Said(
            id=_need(row, "id"),
            claim=_need(row, "claim"),
            source=_need(row, "source"),
            document=_need(row, "document"),
            stance=_word(row["stance"]) or UNKNOWN,
            affirms=row["affirms"] == "true",
            narrated=row["narrated"] == "true",
            party=row["party"],
            said_on=row["said_on"],
            interest=_word(row["interest"]),
            quote=" … ".join(quotes[row["id"]]),
            via=tuple(_via(row["id"], hops)),
        )


def _via(statement: str | None, hops: dict[str | None, list[Hop]]) -> Iterator[Hop]:
    """Follow who passed a statement on, from the speaker's end; a ring of hops is gone round once."""
    seen = {statement}
    while passed := [hop for hop in hops.get(statement, ()) if hop.id not in seen]:
        statement = passed[0].id
        seen.add(statement)
        yield passed[0]


def _meetings(view: View) -> Iterator[Meeting]:
    for row in _rows(view, _MEETINGS):
        yield Meeting(
            id=_need(row, "id"),
            left=_need(row, "left"),
            right=_need(row, "right"),
            decision=_word(row["decision"]) or UNKNOWN,
            reason=row["reason"] or "",
        )


def _rows(view: View, sparql: str) -> Iterator[Row]:
    answer = cast("ox.QuerySolutions", view.query(sparql))
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        terms = cast("tuple[ox.NamedNode | ox.Literal | None, ...]", tuple(solution))
        yield {name: term.value if term else None for name, term in zip(names, terms, strict=True)}


def _need(row: Row, name: str) -> str:
    return row[name] or ""


def _word(iri: str | None) -> str | None:
    """Read a concept of the vocabulary as its word."""
    return iri.removeprefix(VOCABULARY) if iri else None
