"""From quads back to domain types: each reader takes the quads of a whole graph, or of a part that is whole."""

from kg.rdf.agents import agents
from kg.rdf.claims import claims
from kg.rdf.documents import documents, runs
from kg.rdf.grades import grades
from kg.rdf.judgements import judgements
from kg.rdf.statements import statements

__all__ = ["agents", "claims", "documents", "grades", "judgements", "runs", "statements"]
