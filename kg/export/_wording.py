"""The words for a statement: who says what, and how."""

from kg.export._records import Records
from kg.model import Certainty, Stance
from kg.rdf.nodes import Node, number, text, truth
from kg.rdf.terms import concept, from_concept, iri
from kg.rdf.vocab import KG, OA, PROV, SCHEMA

_FIRM = {Stance.ASSERTS, Stance.ANNOUNCES, Stance.ADMITS}
_AGAINST = {Stance.DENIES, Stance.DOUBTS, Stance.ASKS}  # whose word needs no "not"


def stance_of(statement: Node) -> Stance:
    """Give how the source stands to its claim; one that says nothing of it asserts."""
    return statement.one(KG.stance, lambda term: from_concept(Stance, term)) or Stance.ASSERTS


def affirms(statement: Node) -> bool:
    """Whether it affirms its claim; one that says nothing of it does."""
    return statement.one(KG.affirms, truth) is not False


def speaks_for(statement: Node) -> bool:
    """Whether it speaks for its claim at all, however carefully; a question does not."""
    return affirms(statement) and stance_of(statement) not in _AGAINST


def vouches(statement: Node) -> bool:
    """Whether its source itself says that the claim is so: affirms it, without doubt, as a thing that is."""
    return affirms(statement) and _is_firm(statement) and statement.one(KG.realized, truth) is not False


def refuses(statement: Node) -> bool:
    """Whether its source itself says, without doubt, that the claim is not so."""
    return not affirms(statement) and (_is_firm(statement) or stance_of(statement) is Stance.DENIES)


def _is_firm(statement: Node) -> bool:
    certainty = statement.one(KG.certainty, iri)
    return stance_of(statement) in _FIRM and certainty in {None, concept(Certainty.CERTAIN).value}


def manner(statement: Node) -> str:
    """Say in which way a statement stands to its claim: "announces", "denies", "asserts that not"."""
    stance = stance_of(statement)
    return stance.value if affirms(statement) or stance in _AGAINST else f"{stance.value} that not"


def quote(statement: Node, graph: Records) -> str:
    """Give the words of the content, its parts in the order of the text."""
    spans = [graph.read(name) for name in statement.iris(KG.contentSpan)]
    parts = sorted((span.one(OA.start, number) or 0, span.one(OA.exact, text) or "") for span in spans)
    return " … ".join(words for _, words in parts)


def sentence(statement: Node, graph: Records) -> str:
    """Word a statement in one line: "Orla Brenn denies: Hill League holds Velm", "Kestrel Wire passes on: …"."""
    source = statement.one(PROV.wasAttributedTo, iri)
    how = manner(statement) if statement.all(KG.claim) else "passes on"
    return f"{graph.name(source) if source else 'Somebody'} {how}: {_words_of(statement, graph)}"


def _words_of(statement: Node, graph: Records) -> str:
    """Give the words of the claim that a statement carries or passes on."""
    seen = {statement.iri}
    while not statement.all(KG.claim) and (told := statement.one(KG.reports, iri)) and told not in seen:
        seen.add(told)
        statement = graph.read(told)
    claim = statement.one(KG.claim, iri)
    return (graph.node(claim).one(SCHEMA.text, text) if claim else None) or quote(statement, graph)
