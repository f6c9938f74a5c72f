"""Entities files: what people wrote down is read whole, and what cannot be is refused in one line."""

from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import OntologyError
from kg.iris import Minter
from kg.model import AgentKind, Entity, Iri
from kg.rdf.entities import entity_quads, load_entities, read_entities
from kg.rdf.validate import validate
from kg.resources import folder

CASES = Path(__file__).parents[2] / "cases" / "entities"
BASE = "https://w3id.org/claim-graph/id/"


class Graph:
    """A graph in memory, as far as `read_entities` needs one."""

    def __init__(self, quads: object) -> None:
        self._store = pyoxigraph.Store()
        self._store.extend(quads)

    def quads(self, subject=None, predicate=None, object=None):  # noqa: A002
        """Find quads."""
        return self._store.quads_for_pattern(subject, predicate, object)


def _by_name() -> dict[str, Entity]:
    return {entity.name: entity for entity in load_entities(CASES / "two-towns.ttl")}


def test_agent_with_all_its_names() -> None:
    """An agent is read with its kind, names, side and principal."""
    assert _by_name()["Ann Mayor"] == Entity(
        id=Iri(BASE + "agent/ann"),
        type="agent",
        name="Ann Mayor",
        labels=("A. Mayor", "Anne Mayor"),
        loose_labels=("Mayor",),
        kind=AgentKind.PERSON,
        party=Iri(BASE + "party/hill"),
        acted_on_behalf_of=Iri(BASE + "agent/council"),
        same_as=("http://www.wikidata.org/entity/Q1",),
    )


def test_opposition_is_mutual() -> None:
    """It is enough to write opposition down on one side."""
    assert _by_name()["River town"].opposed_to == (Iri(BASE + "party/hill"),)


def test_relative_iris_are_under_the_default_base() -> None:
    """A file may write <place/bridge> without a prefix."""
    assert _by_name()["Bridge"].id == BASE + "place/bridge"
    assert _by_name()["Bridge"].part_of == BASE + "place/county"


@pytest.mark.parametrize("path", sorted(p for p in CASES.glob("*.ttl") if p.stem != "two-towns"), ids=lambda p: p.stem)
def test_impossible(path: Path) -> None:
    """What is broken or impossible is refused, in one line, with file and place."""
    with pytest.raises(OntologyError) as caught:
        load_entities(path)
    message = str(caught.value)
    expected = path.read_text().splitlines()[0].removeprefix("# error: ")
    assert message.startswith(f"{path}:")
    assert expected in message
    assert "\n" not in message


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00bad"], ids=["missing", "not UTF-8"])
def test_unreadable(tmp_path: Path, content: bytes | None) -> None:
    """A file that is not there or is no text is refused by name."""
    path = tmp_path / "entities.ttl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OntologyError, match=r"entities\.ttl"):
        load_entities(path)


def test_round_trip() -> None:
    """Entities come back from a graph as they were loaded."""
    entities = load_entities(CASES / "two-towns.ttl")
    assert read_entities(Graph(entity_quads(entities, Minter()))) == entities


def test_other_base() -> None:
    """In a graph with another base, entities are named under that; foreign IRIs stay."""
    graph = Graph(entity_quads(load_entities(CASES / "two-towns.ttl"), Minter("https://example.org/")))
    ann = next(entity for entity in read_entities(graph) if entity.name == "Ann Mayor")
    assert (ann.id, ann.party) == ("https://example.org/agent/ann", "https://example.org/party/hill")
    assert ann.same_as == ("http://www.wikidata.org/entity/Q1",)


def test_agents_of_documents_are_no_entities() -> None:
    """What documents say of agents is not read back as if people had written it down."""
    quads = list(entity_quads(load_entities(CASES / "two-towns.ttl"), Minter()))
    stranger = pyoxigraph.NamedNode(BASE + "agent/stranger")
    kind = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    agent = pyoxigraph.NamedNode("http://www.w3.org/ns/prov#Agent")
    assert len(read_entities(Graph([*quads, pyoxigraph.Quad(stranger, kind, agent)]))) == 7


def test_seeds_are_valid() -> None:
    """The entities that ship with kg make a valid graph."""
    for path in folder("seeds").rglob("entities.ttl"):
        assert validate(entity_quads(load_entities(path), Minter())) == ()


def test_role_of_a_file_is_kept(tmp_path: Path) -> None:
    """What a person is, by an entities file, is written to the graph and read from it."""
    file = tmp_path / "who.ttl"
    file.write_text(
        "@prefix kg: <https://w3id.org/claim-graph/ns#> .\n@prefix schema: <https://schema.org/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<agent/mira-tal> a schema:Person ; skos:prefLabel "Mira Tal" ; kg:role "harbour master" .\n',
        encoding="utf-8",
    )
    (entity,) = load_entities(file)
    assert entity.role == "harbour master"
    assert read_entities(Graph(entity_quads([entity], Minter()))) == (entity,)
