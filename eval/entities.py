"""Scores how names are brought together: the name variants of an event, clustered (B-cubed precision, recall, F1).

    python eval/entities.py EVENT_FOLDER [--details]

The folder holds `articles/` and `entities.json`, or else `entities.ttl`. Each name of each actor and place is an item;
its true cluster is its entity. Actors and places are clustered apart, as the graph keeps them apart. Two ways:

with a file: the matcher is given an entities file with each entity's main name and every second variant (the first,
third, … of the list); the others are hidden. They are matched to the file as an ingest does, and what is left is
compared as below. "hidden only" scores the clusters of the hidden names alone.
without: the matcher is given no file; all it has are the names and what it reads in the articles: who speaks by
which name and for whom, which short names the texts define, which names stand in one article.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.ingest import Hints, read_documents
from kg.iris import Minter
from kg.model import Agent, AgentKind, Decision, Document, Entity, Iri, Judgement
from kg.rdf.entities import load_entities
from kg.resolve.identity import Identity
from kg.resolve.joins import joins
from kg.resolve.named import Named
from kg.resolve.names import Names
from kg.resolve.spelling import normalise
from kg.tools import Recipe, Tools

MINT = Minter()
KINDS = {"person": AgentKind.PERSON, "media outlet": AgentKind.OUTLET}


@dataclass(frozen=True)
class Item:
    """One name of one entity."""

    entity: Iri
    name: str
    sort: str  # "agent" or "place"
    hidden: bool
    kind: AgentKind = AgentKind.UNKNOWN  # by the entities file

    @property
    def id(self) -> Iri:
        """The id of the name as an agent or place of a text."""
        return MINT.hashed(self.sort, normalise(self.name))


@dataclass(frozen=True)
class Read:
    """What the articles say of names."""

    documents: Sequence[Document]
    agents: dict[Iri, Agent]
    defined: tuple[Judgement, ...]

    def named(self, item: Item) -> Named:
        """Give a name with what the articles say of it."""
        pattern = re.compile(rf"(?<!\w){re.escape(item.name)}(?!\w)")
        documents = frozenset(each.id for each in self.documents if pattern.search(each.text))
        if item.sort == "place":
            return Named(item.id, item.name, None, documents)
        agent = self.agents.get(item.id)
        above = self.agents.get(agent.acted_on_behalf_of) if agent and agent.acted_on_behalf_of else None
        return Named(
            item.id, item.name, agent.kind if agent else AgentKind.UNKNOWN, documents,
            above.name if above else None, speaks=True,
        )  # fmt: skip


def items_of(event: Path) -> list[Item]:
    """Read the names of an event; every second variant is hidden."""
    listed = event / "entities.json"
    if listed.is_file():
        data = json.loads(listed.read_text(encoding="utf-8"))
        groups = [
            (sort, entry["id"], entry["name"], entry["variants"], KINDS.get(entry["type"], AgentKind.ORGANIZATION))
            for sort, part in (("agent", "actors"), ("place", "places"))
            for entry in data[part]
        ]
    else:
        groups = [
            (each.type, each.id, each.name, (*each.labels, *each.loose_labels), each.kind)
            for each in load_entities(event / "entities.ttl")
            if each.type != "party"
        ]
    return [
        Item(MINT.named(sort, name), variant, sort, hidden=number > 0 and number % 2 == 0, kind=kind)
        for sort, name, main, variants, kind in groups
        for number, variant in enumerate(dict.fromkeys((main, *variants)))
    ]


def read(event: Path) -> Read:
    """Read the articles without any entities file."""
    tools = Tools(Recipe())
    documents = [
        each for each in read_documents([str(event / "articles")], Hints(), MINT) if isinstance(each, Document)
    ]
    resolutions = [tools.understand(each).resolution for each in documents]
    agents = [agent for found in resolutions for agent in found.agents]
    return Read(
        documents=documents,
        agents={agent.id: agent for agent in sorted(agents, key=lambda each: each.acted_on_behalf_of or "")},
        defined=tuple(each for found in resolutions for each in found.judgements),
    )


def without_file(items: Sequence[Item], known: Read) -> list[Iri]:
    """Cluster all names by themselves and the articles."""
    first = {item.id: item for item in sorted(items, key=lambda item: item.name, reverse=True)}  # as a graph does
    named = {name: known.named(item) for name, item in first.items()}
    return _clusters([item.id for item in items], named.values(), known.defined, ())


def with_file(items: Sequence[Item], known: Read) -> list[Iri]:
    """Cluster all names, given those that are not hidden."""
    given: dict[Iri, list[Item]] = defaultdict(list)
    for item in items:
        if not item.hidden:
            given[item.entity].append(item)
    entities = [
        Entity(id=entity, type=group[0].sort, name=group[0].name, labels=tuple(each.name for each in group[1:]))
        for entity, group in given.items()
    ]
    names = Names(entities)
    found = [*known.defined]
    named = [
        Named(item.entity, item.name, None if item.sort == "place" else item.kind) for item in items if not item.hidden
    ]
    for item in items:
        if item.hidden:
            named.append(known.named(item))
            if match := names.find(item.name, (item.sort,)):
                found.append(_same(item.id, match.entity.id, match.score))
    ids = [item.id if item.hidden else item.entity for item in items]
    return _clusters(ids, named, found, given.keys())


def _clusters(
    ids: Sequence[Iri], named: Iterable[Named], found: Sequence[Judgement], apart: Collection[Iri]
) -> list[Iri]:
    pairs = [(each.left, each.right) for each in found]
    compared = [_same(each.left.id, each.right.id, each.likeness.score * 0.5) for each in joins(named, pairs)]
    identity = Identity([*found, *compared], lambda name: {"entity": name} if name in apart else {})
    return [identity.of(name) for name in ids]


def _same(left: Iri, right: Iri, score: float) -> Judgement:
    name = MINT.hashed("judgement", *sorted((left, right)), score)
    return Judgement(id=name, left=left, right=right, decision=Decision.SAME, maker="rule:eval", score=score, reason="")


def b_cubed(found: Sequence[Iri], true: Sequence[Iri]) -> tuple[float, float, float]:
    """Give precision, recall and F1, each the mean over the items."""
    ours, gold = defaultdict(set), defaultdict(set)
    for number, (one, other) in enumerate(zip(found, true, strict=True)):
        ours[one].add(number)
        gold[other].add(number)
    shared = [(len(ours[a] & gold[b]), len(ours[a]), len(gold[b])) for a, b in zip(found, true, strict=True)]
    precision = sum(both / mine for both, mine, _ in shared) / len(shared)
    recall = sum(both / right for both, _, right in shared) / len(shared)
    return precision, recall, 2 * precision * recall / (precision + recall)


def report(title: str, items: Sequence[Item], found: Sequence[Iri]) -> None:
    """Print the scores of one way: all, actors, places, and hidden ones."""
    parts = {
        "all": [True] * len(items),
        "actors": [item.sort == "agent" for item in items],
        "places": [item.sort == "place" for item in items],
        **({"hidden only": [item.hidden for item in items]} if title == "with a file" else {}),
    }
    for name, keep in parts.items():
        pairs = [(mine, item.entity) for mine, item, kept in zip(found, items, keep, strict=True) if kept]
        precision, recall, f1 = b_cubed(*zip(*pairs, strict=True))
        print(f"{title:14} {name:12} p {precision:.3f} r {recall:.3f} f1 {f1:.3f} of {len(pairs)}")


def print_differences(items: Sequence[Item], found: Sequence[Iri]) -> None:
    """Print the names of each entity that were parted, and the clusters that hold names of several."""
    by_entity: dict[Iri, dict[Iri, list[str]]] = defaultdict(lambda: defaultdict(list))
    by_cluster: dict[Iri, dict[Iri, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item, mine in zip(items, found, strict=True):
        by_entity[item.entity][mine].append(item.name)
        by_cluster[mine][item.entity].append(item.name)
    for word, groups in (("parted", by_entity), ("mixed", by_cluster)):
        for group in groups.values():
            if len(group) > 1:
                print(f"  {word}: {' | '.join(', '.join(names) for names in group.values())}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("event", type=Path)
    parser.add_argument("--details", action="store_true", help="show what was parted and what was mixed")
    given = parser.parse_args()
    items, known = items_of(given.event), read(given.event)
    print(f"== {given.event.name}: {len(items)} names of {len({item.entity for item in items})} actors and places")
    for title, cluster in (("with a file", with_file), ("without", without_file)):
        found = cluster(items, known)
        report(title, items, found)
        if given.details:
            print_differences(items, found)


if __name__ == "__main__":
    main()
