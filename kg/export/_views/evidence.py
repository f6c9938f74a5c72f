"""The view of one claim: the documents, chains and origins that its verdict rests on, and what speaks against it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from kg.corroborate.during import during
from kg.corroborate.evidence import load
from kg.corroborate.independence import Origin
from kg.corroborate.relevance import Bearing, Effect
from kg.corroborate.verdict import Corroboration, corroborate_claim
from kg.export._colours import AGREES, CONTRADICTS, PALE, ranked
from kg.export._picture import EDGE_FIELDS, NODE_FIELDS, Edge, Field, Node, Picture, Spells, Value
from kg.export._texts import legible, short
from kg.export.selection import Selection, chosen
from kg.iris import compact
from kg.model import Iri, Stance
from kg.store.base import View
from kg.table import open_table

_NODES = (
    Field("text", str), Field("party", str), Field("verdict", str), Field("score", float), Field("affirms", bool),
    Field("interest", str), Field("stance", str), Field("said_on", str), Field("quote", str), Field("publisher", str),
    Field("published", str), Field("url", str),
)  # fmt: skip
_EDGES = (Field("reason", str), Field("match", float))


@contextmanager
def evidence(view: View, selection: Selection) -> Iterator[Picture]:
    """Show one claim with its origins, their statements, the chains and documents that carry them, and other claims.

    An edge `affirms` or `denies` runs from an origin to the claim, `counts for` from a statement to its origin, `says`
    from a statement to another claim that bears on this one, `passed` and `carried` along the way from a document.
    """
    assert selection.claim is not None, "the registry has checked that it is there"  # noqa: S101
    found = corroborate_claim(during(load(view), selection.since, selection.until), selection.claim)
    picked = chosen(view, replace(selection, claim=None))
    with open_table(view) as table:
        shown = _Evidence(found, view.base, legend := ranked(table), picked)
    yield Picture(
        title=short(found.text),
        directed=True,
        legend=legend,
        node_fields=(*NODE_FIELDS, *_NODES),
        edge_fields=(*EDGE_FIELDS, *_EDGES),
        nodes=partial(iter, sorted(shown.nodes.values(), key=lambda node: (_RANKS.index(node.kind), node.id))),
        edges=partial(iter, sorted(shown.edges.values(), key=lambda edge: (edge.kind, edge.id))),
    )


_COLOURS = {Effect.SUPPORTS: AGREES, Effect.DENIES: CONTRADICTS}
_RANKS = ("claim", "origin", "statement", "carrier", "document")


class _Evidence:
    """Gathers the nodes and edges around one verdict."""

    def __init__(
        self, found: Corroboration, base: str, colours: Mapping[str, str], picked: frozenset[Iri] | None
    ) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: dict[str, Edge] = {}
        self._found, self._base, self._colours = found, base, colours
        self._name = found.evidence.knowledge.name
        score = {"verdict": found.verdict.value, "score": round(found.score, 3), "text": found.text}
        self._add(self._short(found.claim), found.text, "claim", score, size=50)
        said = {each.testimony.statement: each for each in (*found.supports, *found.denies)}
        for side, origins in (("affirms", found.case.supporting), ("denies", found.case.denying)):
            for number, origin in enumerate(origins, start=1):
                kept = [said[name] for name in origin.statements if name in said and (picked is None or name in picked)]
                if kept:
                    self._origin(f"origin:{side}-{number}", side, origin, kept)

    def _origin(self, name: str, side: str, origin: Origin, said: list[Bearing]) -> None:
        party = self._name(origin.party) if origin.party else None
        known = {"party": party, "affirms": origin.affirms, "interest": origin.interest.value}
        size = 10 * min(len(said) + 1, 5)
        self._add(name, origin.name, "origin", known, colour=self._colours.get(party or ""), size=size)
        reason = "; ".join(dict.fromkeys(filter(None, origin.reasons)))
        colour = AGREES if side == "affirms" else CONTRADICTS
        self._link(name, self._short(self._found.claim), side, colour=colour, weight=len(said), reason=reason)
        for bearing in said:
            self._statement(bearing, name, party)

    def _statement(self, bearing: Bearing, origin: str, party: str | None) -> None:
        told, name = bearing.testimony, self._short(bearing.testimony.statement)
        speaker = self._name(told.agent) if told.agent else "somebody"
        day = told.said_on or told.published
        spells = ((str(day.first_day), str(day.last_day)),) if day else ()
        negated = "" if told.affirms or told.stance is Stance.DENIES else " that not"
        known = {
            "text": self._found.evidence.claims[told.claim].text,
            "party": party,
            "affirms": told.affirms,
            "stance": told.stance.value,
            "said_on": str(told.said_on) if told.said_on else None,
            "quote": told.quote,
        }
        label, colour = f"{speaker} {told.stance}{negated}", self._colours.get(party or "")
        self._add(name, label, "statement", known, colour=colour, spells=spells)
        self._link(name, origin, "counts for", match=round(bearing.match.score, 3))
        if told.claim != self._found.claim:
            self._other(bearing, name)
        self._carried(bearing, name)

    def _other(self, bearing: Bearing, statement: str) -> None:
        """Add the claim that a statement carries, where it is another than the one asked about."""
        text = self._found.evidence.claims[bearing.testimony.claim].text
        name, asked = self._short(bearing.testimony.claim), self._short(self._found.claim)
        self._add(name, text, "claim", {"text": text})
        self._link(statement, name, "says")
        reason = "; ".join(bearing.match.reasons)
        self._link(name, asked, bearing.match.relation.value, colour=_COLOURS[bearing.effect], reason=reason)

    def _carried(self, bearing: Bearing, statement: str) -> None:
        """Add the way that a statement came: its document, and who passed it on, from the carrier's end."""
        told = bearing.testimony
        document, road = self._short(told.document), [self._short(hop) for hop in reversed(told.via)]
        publisher = self._name(told.publisher) if told.publisher else None
        published = str(told.published) if told.published else None
        title = f"{publisher or 'a document'}, {published or 'day unknown'}"
        self._add(document, title, "document", {"publisher": publisher, "published": published, "url": told.url})
        for hop, name in zip(reversed(told.via), road, strict=True):
            self._add(name, self._name(hop), "carrier", {})
        for one, other in zip([document, *road], [*road, statement], strict=True):
            self._link(one, other, "carried" if one == document else "passed")

    def _short(self, iri: str) -> str:
        return compact(iri, self._base)

    def _add(
        self, name: str, label: str, kind: str, values: Mapping[str, Value | None], *, colour: str | None = None,
        size: int = 20, spells: Spells = (),
    ) -> None:  # fmt: skip
        self.nodes.setdefault(
            name,
            Node(
                id=name,
                label=short(legible(label)),
                kind=kind,
                colour=colour or PALE,
                size=size,
                spells=spells,
                values=_known(values),
            ),
        )

    def _link(
        self, start: str, end: str, kind: str, *, colour: str = PALE, weight: int = 1, **values: Value | None
    ) -> None:
        name = f"{kind}:{start}:{end}".replace(" ", "-")
        edge = Edge(
            id=name, start=start, end=end, label=kind, kind=kind, colour=colour, weight=weight, values=_known(values)
        )
        self.edges.setdefault(name, edge)


def _known(values: Mapping[str, Value | None]) -> dict[str, Value]:
    plain = {name: legible(value) if isinstance(value, str) else value for name, value in values.items()}
    return {name: value for name, value in plain.items() if value not in (None, "")}
