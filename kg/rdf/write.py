"""From domain types to quads: all that one document adds to a graph."""

from collections.abc import Iterator

from pyoxigraph import Quad

from kg.iris import Minter
from kg.model import Reading, Resolution, Run
from kg.rdf.agents import agent_quads
from kg.rdf.claims import claim_quads, place_quads
from kg.rdf.documents import document_quads, run_quads
from kg.rdf.entities import listed_quads
from kg.rdf.judgements import judgement_quads
from kg.rdf.statements import statement_quads

__all__ = [
    "agent_quads",
    "claim_quads",
    "document_quads",
    "judgement_quads",
    "place_quads",
    "run_quads",
    "statement_quads",
    "to_quads",
]


def to_quads(reading: Reading, resolution: Resolution, run: Run, minter: Minter) -> Iterator[Quad]:
    """Write one document with all that was found in it and what that was taken to mean."""
    yield from document_quads(reading.document, resolution.publisher, resolution.credits)
    yield from run_quads(run, minter)
    for agent in resolution.agents:
        yield from agent_quads(agent)
    for claim in resolution.claims:
        yield from claim_quads(claim, minter)
    for place in resolution.places:
        yield from place_quads(place, minter.base)
    for entity in resolution.entities:
        yield from listed_quads(entity)
    for statement in resolution.statements:
        yield from statement_quads(statement, reading.document.text, run.id, minter)
    for judgement in resolution.judgements:
        yield from judgement_quads(judgement)
