"""What was taken into a graph, in plain words, to be compared with what a case says."""

from typing import Any

from kg.rdf.nodes import Node, Nodes, text
from kg.rdf.vocab import KG, OA, PROV, SCHEMA, SKOS
from kg.store import View


def told(view: View) -> list[dict[str, Any]]:
    """Give each statement that makes a claim, without what is usual."""
    nodes = Nodes(view.quads())
    found = [_statement(node, nodes) for node in nodes.of_class(KG.Statement) if node.all(KG.claim)]
    return sorted(found, key=lambda each: sorted(map(str, each.items())))


def _statement(node: Node, nodes: Nodes) -> dict[str, Any]:
    claim, document = nodes[node.iris(KG.claim)[0]], nodes[node.iris(PROV.wasQuotedFrom)[0]]
    spans = {role: [nodes[each] for each in node.iris(KG[f"{role}Span"])] for role in ("source", "cue", "content")}
    values: dict[str, Any] = {
        "source": _name(node.iris(KG.mentionedAs), nodes),
        "unnamed": nodes[node.iris(KG.mentionedAs)[0]].texts(KG.named) == ("false",),
        "party": _name(node.iris(KG.party), nodes),
        "via": _via(node, nodes),
        "stance": _word(node, KG.stance, "asserts"),
        "affirms": node.texts(KG.affirms) == ("true",),
        "certainty": _word(node, KG.certainty, "certain"),
        "narrated": node.texts(KG.narrated) == ("true",),
        "said_on": node.one(KG.saidOn, text),
        "basis": _word(node, KG.saidOnBasis, "unknown"),
        "claim": claim.one(SCHEMA.text, text),
        "also": list(claim.texts(SKOS.altLabel)),
        "place": _name(claim.iris(KG.place), nodes),
        "time": claim.one(KG.time, text),
        "quantity": _quantity(claim, nodes),
        "url": document.one(SCHEMA.url, text),
        "publisher": _name(document.iris(SCHEMA.publisher), nodes),
        "published": document.one(SCHEMA.datePublished, text),
        "title": document.one(SCHEMA.headline, text),
    }
    for role, found in spans.items():
        values[role if role == "cue" else f"{role}_words"] = " … ".join(span.need(OA.exact, text) for span in found)
    return {name: value for name, value in values.items() if value not in (None, "", [], False) or name == "affirms"}


def _name(ids: tuple[str, ...], nodes: Nodes) -> str | None:
    return nodes[ids[0]].one(SKOS.prefLabel, text) if ids else None  # type: ignore[index]


def _word(node: Node, predicate: Any, usual: str) -> str | None:
    word = text(node.all(predicate)[0]).rpartition("#")[2]
    return None if word == usual else word


def _via(node: Node, nodes: Nodes) -> list[str | None]:
    found, name = [], node.iri
    while hop := next((each for each in nodes.of_class(KG.Statement) if name in each.iris(KG.reports)), None):
        found.append(_name(hop.iris(KG.mentionedAs), nodes))
        name = hop.iri
    return found


def _quantity(claim: Node, nodes: Nodes) -> str | None:
    ids = claim.iris(KG.quantity)
    if not ids:
        return None
    much = nodes[ids[0]]
    low, high = much.one(SCHEMA.minValue, text), much.one(SCHEMA.maxValue, text)
    return f"{_word(much, KG.operator, '')} {low or ''}..{high or ''} {much.one(SCHEMA.unitText, text)}"
