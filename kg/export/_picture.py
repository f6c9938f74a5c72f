"""A view of a graph as rows of nodes and edges, which formats write as they come."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool
Values = Mapping[str, Value]
Spells = tuple[tuple[str, str], ...]  # first and last day of each, in order, none overlapping another


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute that nodes or edges can have: its name and the type of its values."""

    name: str
    type: type[Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A source, a claim, a document …; `values` are its other attributes, without those that are not known."""

    id: str
    label: str  # short enough for a picture
    kind: str
    colour: str  # "#rrggbb"
    size: int
    spells: Spells = ()
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What links two nodes; the more it stands for, the greater its weight."""

    id: str
    start: str
    end: str
    label: str
    kind: str
    colour: str
    weight: int = 1
    spells: Spells = ()
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The nodes and edges of one view; each of them is read anew from the graph whenever it is asked for.

    Nodes come kind by kind and edges too, each in the order of their ids. Every edge runs between nodes that are there.
    """

    title: str
    directed: bool
    legend: Mapping[str, str]  # the colour of each party
    node_fields: tuple[Field, ...]
    edge_fields: tuple[Field, ...]
    nodes: Callable[[], Iterator[Node]]
    edges: Callable[[], Iterator[Edge]]


NODE_FIELDS = (Field("label", str), Field("kind", str), Field("colour", str), Field("size", int))
EDGE_FIELDS = (Field("label", str), Field("kind", str), Field("colour", str), Field("weight", int))


def of_node(node: Node) -> dict[str, Value]:
    """Give all attributes of a node by name, in the order of the fields."""
    return {"label": node.label, "kind": node.kind, "colour": node.colour, "size": node.size, **node.values}


def of_edge(edge: Edge) -> dict[str, Value]:
    """Give all attributes of an edge by name, in the order of the fields."""
    return {"label": edge.label, "kind": edge.kind, "colour": edge.colour, "weight": edge.weight, **edge.values}
