"""The domain types: what was read, what was said in it, and what that was taken to mean.

Observed things (`Document`, `Attribution`, `Proposition`) quote a text and are never changed.
Inferred things (`Agent`, `Claim`, `Statement`, `Judgement`, `Grade`) refer to them and can be made anew.
A field is the snake_case local name of the property it is written as, unless its comment says otherwise.
All offsets count code points of `Document.text`, ends are exclusive.
"""

from kg.model.inferred import Agent, Claim, Grade, Judgement, Place, Resolution, Run, Statement
from kg.model.knowledge import AlsoNamed, Cue, Entity, LiesIn, Listed, Relation
from kg.model.observed import Attribution, Document, Mention, Phrase, Problem, Proposition, Reading
from kg.model.values import (
    AgentKind,
    Certainty,
    DateBasis,
    Decision,
    Iri,
    Operator,
    Period,
    Quantity,
    Quotation,
    Span,
    Spans,
    Stance,
)

__all__ = [
    "Agent",
    "AgentKind",
    "AlsoNamed",
    "Attribution",
    "Certainty",
    "Claim",
    "Cue",
    "DateBasis",
    "Decision",
    "Document",
    "Entity",
    "Grade",
    "Iri",
    "Judgement",
    "LiesIn",
    "Listed",
    "Mention",
    "Operator",
    "Period",
    "Phrase",
    "Place",
    "Problem",
    "Proposition",
    "Quantity",
    "Quotation",
    "Reading",
    "Relation",
    "Resolution",
    "Run",
    "Span",
    "Spans",
    "Stance",
    "Statement",
]
