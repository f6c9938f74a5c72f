"""The way in: what an id names decides how it is explained."""

from pyoxigraph import NamedNode

from kg.corroborate.verdict import corroborate_claim
from kg.errors import NotFoundError, UsageError
from kg.explain.of_claim import of_claim
from kg.explain.of_judgement import of_judgement
from kg.explain.of_statement import of_statement
from kg.explain.part import Part
from kg.inquiry import Inquiry
from kg.iris import compact, expand
from kg.model import Iri
from kg.rdf.terms import node
from kg.rdf.vocab import KG, RDF


def explain(inquiry: Inquiry, name: str) -> Part:
    """Explain a claim, a statement or a judgement, by its IRI or short id.

    Raises NotFoundError for what the graph does not hold, UsageError for a thing of another kind.
    """
    thing = expand(name.strip(), inquiry.view.base)
    if _is_a(thing, KG.Claim, inquiry):
        return of_claim(corroborate_claim(inquiry.evidence, thing), inquiry.view)
    if _is_a(thing, KG.Statement, inquiry):
        return of_statement(thing, inquiry.evidence, inquiry.view)
    if _is_a(thing, KG.Judgement, inquiry):
        return of_judgement(thing, inquiry.evidence, inquiry.view)
    short = compact(thing, inquiry.view.base)
    if "://" in thing and any(inquiry.view.quads(node(thing))):
        raise UsageError(f"{short} is no claim, statement or judgement; to see what is said: kg query statements-about")
    raise NotFoundError(f"the graph holds no {short}; find ids with: kg claims WORDS, kg query judgements")


def _is_a(thing: Iri, kind: NamedNode, inquiry: Inquiry) -> bool:
    return "://" in thing and any(inquiry.view.quads(node(thing), RDF.type, kind))
