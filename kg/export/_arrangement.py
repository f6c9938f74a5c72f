"""Where each circle of a network is drawn, worked out once so that a page opens quickly and nothing jumps later.

What hangs on one other circle only is set in rings around it; the rest is placed by forces; what is not linked is
packed side by side.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from math import cos, pi, sin

import networkx as nx

from kg.export._forces import GAP, place
from kg.export._packing import Disc, pack

Radii = Mapping[str, float]
Places = dict[str, tuple[float, float]]
Spots = dict[str, tuple[int, int]]

STEP = 30.0  # how far apart the dots are that stand for a link


def arrange(radii: Radii, links: Iterable[tuple[str, str]], first: Set[str] = frozenset()) -> Spots:
    """Give each circle its centre; islands with one of `first` come before the others.

    >>> arrange({"a": 10, "b": 5}, [("a", "b")])
    {'a': (10, 10), 'b': (32, 10)}
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(radii)
    graph.add_edges_from((one, other) for one, other in links if one != other)
    rank = {name: number for number, name in enumerate(radii)}
    parts = [sorted(names, key=rank.__getitem__) for names in nx.connected_components(graph)]
    islands = [_placed(graph, names, radii) for names in parts]
    largest = max(map(len, islands), default=0)
    islands.sort(key=lambda places: (len(places) < largest, first.isdisjoint(places), -len(places)))
    whole: Places = {}
    for places, (x, y) in zip(islands, pack([_discs(places, radii, graph) for places in islands]), strict=True):
        whole |= {name: (at[0] + x, at[1] + y) for name, at in places.items()}
    left = min((x - radii[name] for name, (x, _) in whole.items()), default=0)
    top = min((y - radii[name] for name, (_, y) in whole.items()), default=0)
    return {name: (round(whole[name][0] - left), round(whole[name][1] - top)) for name in radii}


def _placed(graph: "nx.Graph[str]", names: Sequence[str], radii: Radii) -> Places:
    """Place what is linked with several others by forces, each with room for the rings around it."""
    hanging = _hanging(graph, names)
    hung = {name for ring in hanging.values() for name in ring}
    core = {name: number for number, name in enumerate(name for name in names if name not in hung)}
    rings = {name: _rings(name, hanging[name], radii) for name in core}
    room = [max([radii[name]] + [at[0] + radii[each] for each, at in rings[name].items()]) for name in core]
    links = [(core[one], core[other]) for one in core for other in graph[one] if core.get(other, -1) > core[one]]
    places: Places = {}
    for name, (x, y) in zip(core, place(room, links).tolist(), strict=True):
        places[name] = (x, y)
        for each, (far, turn) in rings[name].items():
            places[each] = (x + far * cos(turn), y + far * sin(turn))
    return places


def _hanging(graph: "nx.Graph[str]", names: Sequence[str]) -> dict[str, list[str]]:
    """List with each circle those that are linked with it alone; of two by themselves the second hangs on the first."""
    hanging: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if graph.degree[name] == 1:
            (host,) = graph[name]
            if graph.degree[host] > 1 or host == names[0]:
                hanging[host].append(name)
    return hanging


def _rings(host: str, hung: Sequence[str], radii: Radii) -> dict[str, tuple[float, float]]:
    """Set circles in rings around another; gives how far and in which direction each is."""
    found: dict[str, tuple[float, float]] = {}
    edge, left = radii[host], list(hung)
    while left:
        size = max(radii[name] for name in left)
        far = edge + GAP + size
        fits = max(int(2 * pi * far / (2 * size + GAP)), 1)
        ring, left = left[:fits], left[fits:]
        found |= {name: (far, 2 * pi * number / len(ring)) for number, name in enumerate(ring)}
        edge = far + size
    return found


def _discs(places: Places, radii: Radii, graph: "nx.Graph[str]") -> list[Disc]:
    """Give what a drawing covers: its circles, and its links as rows of dots."""
    discs = [(x, y, radii[name]) for name, (x, y) in places.items()]
    for one, other in graph.subgraph(places).edges:
        (x, y), (to_x, to_y) = places[one], places[other]
        steps = int(max(abs(to_x - x), abs(to_y - y)) // STEP)
        discs += [
            (x + (to_x - x) * step / (steps + 1), y + (to_y - y) * step / (steps + 1), 0.0)
            for step in range(1, steps + 1)
        ]
    return discs
