"""The way in: what an id names decides how it is explained."""

from kg.corroborate.evidence import Evidence
from kg.corroborate.verdict import corroborate_claim
from kg.errors import NotFoundError, UsageError
from kg.explain.of_claim import of_claim
from kg.explain.of_judgement import of_judgement
from kg.explain.of_statement import of_statement
from kg.explain.part import Part
from kg.iris import compact, expand
from kg.rdf.nodes import Nodes
from kg.rdf.terms import node
from kg.rdf.vocab import KG
from kg.store.base import View


def explain(name: str, evidence: Evidence, view: View) -> Part:
    """Explain a claim, a statement or a judgement, by its IRI or short id.

    Raises NotFoundError for what the graph does not hold, UsageError for a thing of another kind.
    """
    thing = expand(name.strip(), view.base)
    quads = list(view.quads(node(thing))) if "://" in thing else []
    found = Nodes(quads)[thing]
    if found.is_a(KG.Claim):
        return of_claim(corroborate_claim(evidence, thing), view)
    if found.is_a(KG.Statement):
        return of_statement(thing, evidence, view)
    if found.is_a(KG.Judgement):
        return of_judgement(thing, evidence, view)
    short = compact(thing, view.base)
    if quads:
        raise UsageError(f"{short} is no claim, statement or judgement; to see what is said: kg query statements-about")
    raise NotFoundError(f"the graph holds no {short}; find ids with: kg claims WORDS, kg query judgements")
