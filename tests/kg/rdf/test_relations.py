"""Reading the relations file."""

from collections import Counter
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import Relation
from kg.rdf.relations import load_relations
from kg.resolve.patterns import parse
from kg.resources import folder

HEAD = """@prefix kg: <https://w3id.org/claim-graph/ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


@pytest.fixture(scope="module")
def relations() -> tuple[Relation, ...]:
    """Give the shipped relations."""
    return load_relations(folder("ontology") / "relations.ttl")


def test_the_shipped_relations_cover_general_news(relations: tuple[Relation, ...]) -> None:
    """At least sixty relations, each with a name of its own and words that express it."""
    assert len(relations) >= 60
    assert all(relation.patterns for relation in relations)
    assert [name for name, count in Counter(relation.name for relation in relations).items() if count > 1] == []


def test_no_two_relations_share_a_pattern(relations: tuple[Relation, ...]) -> None:
    """The same words under the same conditions mean one relation."""
    meanings: dict[tuple[object, ...], set[str]] = {}
    for relation in relations:
        for each in parse(relation):
            roles = tuple(sorted((role, place.sources, place.required) for role, place in each.roles.items()))
            meanings.setdefault((each.predicate, each.subject, each.object, roles), set()).add(relation.name)
    assert {key: names for key, names in meanings.items() if len(names) > 1} == {}


def test_logic_is_consistent(relations: tuple[Relation, ...]) -> None:
    """Inverses point back, and nothing contradicts what it entails."""
    known = {relation.id: relation for relation in relations}
    for relation in relations:
        assert relation.inverse is None or known[relation.inverse].inverse == relation.id
        assert not set(relation.entails) & set(relation.contradicts)
        assert {relation.gains, relation.loses} <= {None, "subject", "object", "counterpart"}


def test_word_classes_are_written_out(tmp_path: Path) -> None:
    """A class that a group names is followed by its words."""
    file = tmp_path / "relations.ttl"
    file.write_text(
        HEAD
        + 'kg:boats a kg:WordClass ; rdfs:label "boats" ; kg:word "ship", "ferry" .\n'
        + 'kg:sank a kg:Relation ; rdfs:label "sank" ; kg:family "sea" ; kg:pattern "sink (boats/raft)" .'
    )
    assert load_relations(file)[0].patterns == ("sink (boats/ferry/ship/raft)",)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("kg:a a kg:Relation", "could not be read as Turtle"),
        ('kg:a rdfs:label "a" .', "has no relation"),
        ('kg:a a kg:Relation ; rdfs:label "a" .', "lacks rdfs:label or kg:family"),
        ('kg:a a kg:Relation ; rdfs:label "a" ; kg:family "f" ; kg:entails kg:b .', "refers to"),
        ('kg:a a kg:Relation ; rdfs:label "a" ; kg:family "f" ; kg:pattern "go | where=to" .', "malformed"),
    ],
)
def test_a_broken_file_is_refused_with_its_fault(body: str, complaint: str, tmp_path: Path) -> None:
    """The message says what is wrong."""
    file = tmp_path / "relations.ttl"
    file.write_text(HEAD + body)
    with pytest.raises(OntologyError, match=complaint):
        load_relations(file)
