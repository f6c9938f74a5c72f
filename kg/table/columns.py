"""Which properties of the graph the tables hold, and under what names."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import boolean
from kg.rdf.vocab import KG, OA, PROV, SCHEMA, SKOS


@dataclass(frozen=True, slots=True)
class Column:
    """A property that becomes a column; where nearly all have one value, `usual` is that value and is not read."""

    name: str
    predicate: NamedNode
    usual: NamedNode | Literal | None = None


STATEMENTS = (
    Column("document", PROV.wasQuotedFrom),
    Column("claim", KG.claim),
    Column("reports", KG.reports),
    Column("source", PROV.wasAttributedTo),
    Column("party", KG.party),
    Column("origin", KG.origin),
    Column("said_on", KG.saidOn),
    Column("stance", KG.stance, KG.asserts),
    Column("affirms", KG.affirms, boolean(True)),
    Column("certainty", KG.certainty, KG.certain),
    Column("realized", KG.realized, boolean(True)),
    Column("narrated", KG.narrated, boolean(False)),
    Column("interest", KG.interest, KG.unknown),
)
DOCUMENTS = (
    Column("publisher", SCHEMA.publisher),
    Column("carrier", KG.carriedBy),
    Column("published", SCHEMA.datePublished),
    Column("url", SCHEMA.url),
    Column("local_id", SCHEMA.identifier),
)
CLAIMS = (
    Column("text", SCHEMA.text),
    Column("verdict", KG.verdict),
    Column("origins", KG.originCount),
)
JUDGEMENTS = (
    Column("one", KG.left),
    Column("other", KG.right),
    Column("decision", KG.decision),
    Column("taken_back", PROV.invalidatedAtTime),
)
NAMES = (
    Column("name", SKOS.prefLabel),
    Column("named", KG.named, boolean(True)),
)
SPANS = (
    Column("start", OA.start),
    Column("exact", OA.exact),
)
PIVOTED: Mapping[str, tuple[Column, ...]] = {
    "said": STATEMENTS, "published": DOCUMENTS, "described": CLAIMS,
    "judged": JUDGEMENTS, "named": NAMES, "spans": SPANS,
}  # fmt: skip
"""What has one row for each node."""
LISTED: Mapping[str, tuple[Column, ...]] = {
    "pairs": (Column("opposed", KG.opposedTo),),
    "quoting": (Column("content", KG.contentSpan),),
    "worded": (CLAIMS[0], Column("label", SKOS.altLabel)),
}
"""What has a row for each value."""
COLUMNS = tuple(dict.fromkeys(each for columns in (*PIVOTED.values(), *LISTED.values()) for each in columns))
"""All of them; the place of one here is its number in what was read."""
