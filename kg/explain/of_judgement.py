"""Explains a judgement: its maker, score and reason, and where the texts speak of what it judges."""

from collections.abc import Iterator
from itertools import islice

from pyoxigraph import Quad

from kg.corroborate.evidence import Evidence
from kg.errors import NotFoundError
from kg.explain.part import Part
from kg.explain.passages import passage_parts
from kg.model import Iri, Judgement
from kg.rdf.judgements import judgements
from kg.rdf.nodes import Nodes, text
from kg.rdf.terms import iri, node
from kg.rdf.vocab import KG, PROV
from kg.store.base import View

SHOWN = 3  # statements for each side of a judgement


def of_judgement(name: Iri, evidence: Evidence, view: View) -> Part:
    """Give what a judgement says and rests on, also where it was taken back."""
    quads = list(view.quads(node(name)))
    found = Nodes(quads)[name]
    taken_back = found.one(PROV.invalidatedAtTime, text)
    judgement = next(judgements(_without_end(quads)), None)
    if judgement is None:
        raise NotFoundError(f"the graph holds no judgement {name}; list them with: kg query judgements")
    line = one_line(judgement, evidence)
    sides = (_side(side, evidence, view) for side in (judgement.left, judgement.right))
    when = found.one(PROV.generatedAtTime, text)
    notes = (("made", when), ("taken back", taken_back))
    history = tuple(Part(kind="other", text=f"{what} {time}") for what, time in notes if time)
    source = Part(kind="other", id=judgement.document, text="a text says so") if judgement.document else None
    return Part(
        kind="judgement",
        id=name,
        text=line.text,
        facts={**line.facts, "in_force": taken_back is None},
        parts=(*history, *([source] if source else []), *sides),
    )


def _without_end(quads: list[Quad]) -> Iterator[Quad]:
    return (quad for quad in quads if quad.predicate != PROV.invalidatedAtTime)


def one_line(judgement: Judgement, evidence: Evidence) -> Part:
    """Say in one line what a judgement decides, by whom and why."""
    left, right = (_name(side, evidence) for side in (judgement.left, judgement.right))
    says = {"same": "is the same as", "different": "is not", "entails": "entails", "contradicts": "contradicts"}
    words = f"“{left}” {says.get(judgement.decision, f'is {judgement.decision}')} “{right}”"
    return Part(
        kind="judgement",
        id=judgement.id,
        text=f"{words}, by {judgement.maker} ({judgement.score:.2f}): {judgement.reason}",
        facts={
            "left": judgement.left,
            "right": judgement.right,
            "decision": judgement.decision.value,
            "maker": judgement.maker,
            "score": judgement.score,
            "reason": judgement.reason,
        },
    )


def _name(thing: Iri, evidence: Evidence) -> str:
    claim = evidence.claims.get(thing)
    return claim.text if claim else evidence.knowledge.name(thing)


def _side(thing: Iri, evidence: Evidence, view: View) -> Part:
    """Give one side of a judgement with the first statements that speak of it."""
    of_claim = (each.statement for each in evidence.of_claim(thing))
    of_agent = (iri(quad.subject) for quad in view.quads(None, KG.mentionedAs, node(thing)))
    found = sorted({*of_claim, *of_agent})
    parts = [_mention(name, evidence, view) for name in islice(found, SHOWN)]
    if len(found) > SHOWN:
        parts.append(Part(kind="other", text=f"… and {len(found) - SHOWN} more statements"))
    return Part(kind="other", id=thing, text=_name(thing, evidence), parts=tuple(parts))


def _mention(statement: Iri, evidence: Evidence, view: View) -> Part:
    said, name = evidence.testimonies.get(statement), evidence.knowledge.name
    who = [name(each) for each in (said.agent, said.publisher) if each] if said else []
    words = f"said by {' in '.join(dict.fromkeys(who)) or 'an unnamed source'}"
    return Part(kind="statement", id=statement, text=words, parts=tuple(passage_parts(statement, view)))
