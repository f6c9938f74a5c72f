"""Words the Cypher that loads nodes.csv and edges.csv into Neo4j."""

from collections.abc import Iterable, Iterator

from kg.export._picture import Field, Value

_HEAD = """// Put nodes.csv and edges.csv into the import folder of the database, then run this file,
// as by: cypher-shell -f load.cypher. Running it again changes nothing.
CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;
"""
_READ: dict[type[Value], str] = {
    str: "CASE row.{name} WHEN '' THEN null ELSE row.{name} END",
    int: "toInteger(row.{name})",
    float: "toFloat(row.{name})",
    bool: "CASE row.{name} WHEN '' THEN null ELSE row.{name} = 'true' END",
}


def load(nodes: Iterable[str], node_fields: Iterable[Field], edges: Iterable[str], edge_fields: Iterable[Field]) -> str:
    """Give the statements, one for each kind of node and of edge."""
    return "".join([_HEAD, *_nodes(nodes, [*node_fields]), *_edges(edges, [*edge_fields])])


def _nodes(kinds: Iterable[str], fields: list[Field]) -> Iterator[str]:
    for kind in kinds:
        yield (
            f"\nLOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row\nWITH row WHERE row.kind = '{kind}'\n"
            f"MERGE (n:Thing {{id: row.id}})\nSET n:{kind.capitalize()}, {_set('n', fields)};\n"
        )


def _edges(kinds: Iterable[str], fields: list[Field]) -> Iterator[str]:
    for kind in kinds:
        name = kind.upper().replace(" ", "_").replace("-", "_")
        yield (
            f"\nLOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row\nWITH row WHERE row.kind = '{kind}'\n"
            "MATCH (a:Thing {id: row.start})\nMATCH (b:Thing {id: row.end})\n"
            f"MERGE (a)-[e:{name} {{id: row.id}}]->(b)\nSET {_set('e', fields)};\n"
        )


def _set(name: str, fields: list[Field]) -> str:
    return ",\n    ".join(f"{name}.{field.name} = {_READ[field.type].format(name=field.name)}" for field in fields)
