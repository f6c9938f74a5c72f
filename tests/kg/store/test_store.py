"""What every backend promises: documents come whole, once, and in place of what was read in them before."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    parse,
)

from kg.errors import GraphError, QueryError, UnknownFormatError, UsageError
from kg.iris import DEFAULT_BASE
from kg.model import Decision, Iri, Judgement
from kg.rdf import read
from kg.rdf.documents import text_digest
from kg.rdf.entities import entity_quads, load_entities, read_entities, superseded_quads
from kg.rdf.judgements import judgement_quads
from kg.rdf.validate import validate
from kg.rdf.vocab import KG, PROV, SCHEMA, SKOS, XSD
from kg.store import Found

CASES = Path(__file__).parents[2] / "cases" / "entities"
A, P, O1, O2 = (NamedNode(f"https://example.org/{name}") for name in ("a", "p", "o1", "o2"))
G = NamedNode(f"{DEFAULT_BASE}claim/g")


def _derived(store):
    return {quad for quad in store.quads() if quad.predicate == KG.stale}


def _all(store):
    return set(store.quads()) - _derived(store)


def test_document_goes_in_whole(store, made_up) -> None:
    """All quads of a document are there, and the graph is valid."""
    document = made_up("Ann and Ben speak.", ("Ann", "Bridge"), ("Ben", "Hill"))
    document.put(store)
    assert _all(store) == set(document.quads)
    assert validate(store.quads()) == ()


def test_ingest_is_idempotent(store, made_up) -> None:
    """The same document a second time changes nothing."""
    document = made_up("Ann and Ben speak.", ("Ann", "Bridge"), ("Ben", "Hill"))
    document.put(store)
    before = set(store.quads())
    document.put(store)
    assert set(store.quads()) == before


def test_ingested(store, made_up) -> None:
    """A graph knows which maker has read which document."""
    document = made_up("Ann speaks.", ("Ann", "Bridge"))
    assert not store.ingested(document.id, "reader 1")
    document.put(store)
    assert store.ingested(document.id, "reader 1")
    assert not store.ingested(document.id, "reader 2")
    assert not store.ingested(made_up("Other.").id, "reader 1")


def test_without_text(store, made_up) -> None:
    """A graph can be kept without texts."""
    document = made_up("Ann speaks.", ("Ann", "Bridge"))
    document.put(store, text=False)
    assert store.text(text_digest(document.text)) is None
    assert len(list(read.statements(store.quads()))) == 1


def test_new_run_replaces_the_old_one(store, made_up) -> None:
    """What an earlier reader found in a document goes, with the claims that nobody else makes."""
    made_up("Ann and Ben speak.", ("Ann", "Bridge"), ("Ben", "Hill")).put(store)
    better = made_up("Ann and Ben speak.", ("Ben", "Road"), maker="reader 2")
    better.put(store)
    claims = {claim.text for claim in read.claims(store.quads())}
    assert claims == {"Road was lost"}
    assert {run.maker for run in read.runs(store.quads())} == {"reader 2"}
    assert not store.ingested(better.id, "reader 1")
    assert len(list(read.statements(store.quads()))) == 1
    assert validate(store.quads()) == ()


def test_replacing_leaves_other_documents_alone(store, made_up) -> None:
    """A claim that another document makes as well stays when one that made it is read anew."""
    other = made_up("Cid speaks.", ("Cid", "Bridge"), url="https://wire.example/9")
    made_up("Ann speaks.", ("Ann", "Bridge")).put(store)
    other.put(store)
    made_up("Ann speaks.", ("Ann", "Hill"), maker="reader 2").put(store)
    assert {claim.text for claim in read.claims(store.quads())} == {"Bridge was lost", "Hill was lost"}
    assert set(other.quads) <= set(store.quads())
    assert validate(store.quads()) == ()


@pytest.mark.parametrize("unnamed", [True, False])
def test_agents_and_places_go_with_their_last_use(store, made_up, unnamed: bool) -> None:
    """An agent or a place that no other document speaks of does not outlive the run that found it."""
    made_up("They speak.", ("Resident", "Bridge"), ("Cid", "Hill"), unnamed=unnamed).put(store)
    made_up("Cid speaks.", ("Cid", "Hill"), url="https://wire.example/9").put(store)
    made_up("They speak.", ("Ann", "Road"), maker="reader 2").put(store)
    names = {quad.object.value for quad in store.quads(None, SKOS.prefLabel)}
    assert names == {"Ann", "Cid", "Hill", "Road", "Town", "lost", "reader 1", "reader 2"}


def test_what_people_judged_stays(store, made_up) -> None:
    """What a person judged of an agent keeps the agent; what a rule judged goes with it."""
    ann, ben = (Iri(made_up("x", (name, "x"))._agents[0].id) for name in ("Ann", "Ben"))
    made_up("They speak.", ("Ann", "Bridge"), ("Ben", "Hill")).put(store)
    for maker, agent in (("person:cid", ann), ("rule:x", ben)):
        store.add(judgement_quads(_judgement(store, agent, maker)))
    made_up("They speak.", ("Dan", "Bridge"), maker="reader 2").put(store)
    assert {agent.name for agent in read.agents(store.quads())} == {"Ann", "Dan"}
    assert {judgement.maker for judgement in read.judgements(store.quads())} == {"person:cid"}


def _judgement(store, agent: Iri, maker: str) -> Judgement:
    other = store.minter.named("agent", "other")
    return Judgement(
        id=store.minter.hashed("judgement", agent, maker),
        left=agent,
        right=other,
        decision=Decision.DIFFERENT,
        maker=maker,
        score=1,
        reason="made up",
    )


def test_entities_file_read_again(store, made_up) -> None:
    """A changed entities file takes the place of what the graph said of its entities before."""
    entities = load_entities(CASES / "two-towns.ttl")
    made_up("Ann speaks.", ("Ann", "BRIDGE")).put(store)  # its place has the id of an entity
    for wording in ("Bridge", "New Bridge"):
        changed = [replace(e, name=wording) if e.name == "Bridge" else e for e in entities]
        store.replace(superseded_quads(store, changed, store.minter), entity_quads(changed, store.minter))
        names = [quad.object.value for quad in store.quads(NamedNode(store.base + "place/bridge"), SKOS.prefLabel)]
        assert names == [wording]
    assert validate(store.quads()) == ()


@pytest.mark.parametrize("order", [1, -1])
def test_one_wording(store, made_up, order: int) -> None:
    """A claim in two wordings has one, whichever came first, and the other beside it: no question finds it twice."""
    documents = [
        made_up("Ann speaks.", ("Ann", "Bridge")),
        made_up("Ben speaks.", ("Ben", "Bridge"), url="https://wire.example/9", wording="{} fell"),
    ]
    for document in documents[::order]:
        document.put(store)
    (claim,) = read.claims(store.quads())
    assert claim.text == "Bridge fell"
    others = [quad.object.value for quad in store.quads(NamedNode(claim.id), SKOS.altLabel)]
    assert others == ["Bridge was lost"]
    assert validate(store.quads()) == ()


def test_documents_do_not_change_what_people_wrote(store, made_up) -> None:
    """An entity stays as its file has it, whatever a document calls it."""
    entities = load_entities(CASES / "two-towns.ttl")
    store.add(entity_quads(entities, store.minter))
    made_up("Ann speaks.", ("Ann", "BRIDGE")).put(store)
    assert read_entities(store) == entities
    assert len(list(read.claims(store.quads()))) == 1


def test_curated_entities_outlive_their_documents(store, made_up) -> None:
    """What people wrote down stays, as it is, when the last document that speaks of it is read anew."""
    entities = load_entities(CASES / "two-towns.ttl")
    store.add(entity_quads(entities, store.minter))
    document = made_up("Ann speaks.", ("Ann", "Bridge"))
    role = Quad(NamedNode(store.minter.named("agent", "Ann")), KG.role, Literal("Mayor"))
    store.add_documents([Found(document.id, [*document.quads, role], None)])
    assert role not in set(store.quads())
    made_up("Ann speaks.", ("Ann", "Hill"), maker="reader 2").put(store)
    assert read_entities(store) == entities


def test_derived_origin_keeps_nobody(store, made_up) -> None:
    """That an agent was derived to be the origin of a statement does not keep it: that will be derived anew."""
    made_up("Ann speaks.", ("Ann", "Bridge")).put(store)
    other = made_up("Ben speaks.", ("Ben", "Bridge"), url="https://wire.example/9")
    other.put(store)
    (ann,) = (NamedNode(agent.id) for agent in read.agents(store.quads()) if agent.name == "Ann")
    (said,) = (each.subject for each in store.quads(None, PROV.wasQuotedFrom, NamedNode(other.id)))
    store.add([Quad(said, KG.origin, ann)])
    made_up("Ann speaks.", ("Cid", "Bridge"), maker="reader 2").put(store)
    assert {agent.name for agent in read.agents(store.quads())} == {"Ben", "Cid"}


def test_corrected_article_revises_the_earlier_one(store, made_up) -> None:
    """A new text under a known address is a new document that revises the one before."""
    texts = ("First.", "Second.", "Third.")
    documents = [made_up(text, ("Ann", "Bridge"), published="2020-03-05") for text in texts]
    for document in [*documents, *documents]:
        document.put(store)
    revisions = {(quad.subject.value, quad.object.value) for quad in store.quads(None, PROV.wasRevisionOf)}
    first, second, third = (document.id for document in documents)
    assert revisions == {(second, first), (third, second)}


def test_older_text_revises_nothing(store, made_up) -> None:
    """A text that was published earlier is no correction of a later one."""
    made_up("New.", ("Ann", "Bridge"), published="2020-03-05").put(store)
    made_up("Old.", ("Ann", "Bridge"), published="2020-03-04").put(store)
    assert not list(store.quads(None, PROV.wasRevisionOf))


def test_document_makes_the_derived_stale(store, made_up) -> None:
    """After a document has come in, what is derived waits to be made anew."""
    assert not _derived(store)
    made_up("Ann speaks.", ("Ann", "Bridge")).put(store)
    assert _derived(store) == {Quad(NamedNode(store.base + "graph"), KG.stale, Literal("true", datatype=XSD.boolean))}


def test_replace(store) -> None:
    """Replacing takes away and adds in one go; what is in both stays."""
    store.add([Quad(A, P, O1), Quad(A, P, O1, G)])
    store.replace([Quad(A, P, O1), Quad(A, P, O1, G)], [Quad(A, P, O2), Quad(A, P, O1, G)])
    assert set(store.quads()) == {Quad(A, P, O2), Quad(A, P, O1, G)}


def test_failed_replace_changes_nothing(store) -> None:
    """When what is to be added cannot be, nothing is taken away either."""
    store.add([Quad(A, P, O1)])

    def broken():
        yield Quad(A, P, O2)
        raise ZeroDivisionError

    for removed in ([], [Quad(A, P, O1)]):
        with pytest.raises(ZeroDivisionError):
            store.replace(removed, broken())
        assert list(store.quads()) == [Quad(A, P, O1)]


def test_remove(store) -> None:
    """Quads are removed by being named; one that is not there does not matter."""
    store.add([Quad(A, P, O1), Quad(A, P, Literal('a "quoted"\nline'))])
    store.remove([Quad(A, P, Literal('a "quoted"\nline')), Quad(A, P, O2)])
    assert list(store.quads()) == [Quad(A, P, O1)]


def test_blank_nodes_are_refused(store, made_up) -> None:
    """A document with a blank node is refused and leaves nothing behind."""
    document = made_up("Ann speaks.", ("Ann", "Bridge"))
    with pytest.raises(ValueError, match="blank node"):
        store.add_documents([Found(document.id, [*document.quads, Quad(BlankNode(), P, O1)], None)])
    assert not list(store.quads())


def test_query(store, made_up) -> None:
    """SELECT, ASK and CONSTRUCT are answered; claimed triples are found in GRAPH."""
    made_up("Ann speaks.", ("Ann", "Bridge")).put(store)
    found = store.query("SELECT ?place WHERE { ?claim a kg:Claim . GRAPH ?claim { ?who ?lost ?place } }")
    assert isinstance(found, QuerySolutions)
    assert [row["place"].value for row in found] == [store.base + "place/bridge"]
    asked = store.query("ASK { ?who relation:won ?place }")
    assert isinstance(asked, QueryBoolean)
    assert not asked
    assert isinstance(store.query("CONSTRUCT WHERE { ?s a kg:Claim }"), QueryTriples)
    bound = store.query("SELECT ?claim ?text WHERE { ?claim schema:text ?text }", {"text": Literal("Bridge was lost")})
    assert len(list(bound)) == 1


def test_broken_query(store) -> None:
    """A query that is no SPARQL is refused with what is wrong."""
    with pytest.raises(QueryError, match="line 1, column 21"):
        store.query("SELECT ?s WHERE { ?s")


def test_quads_by_pattern(store) -> None:
    """Quads are found by any of their parts; without a graph in any graph."""
    store.add([Quad(A, P, O1), Quad(A, P, O2, G)])
    assert len(list(store.quads(A))) == 2
    assert list(store.quads(object=O2)) == [Quad(A, P, O2, G)]
    assert list(store.quads(graph=DefaultGraph())) == [Quad(A, P, O1)]


@pytest.mark.parametrize("form", ["trig", "nq"])
def test_dump(store, made_up, form: str) -> None:
    """The whole graph can be written out, and it parses back to the same quads."""
    made_up("Ann speaks.", ("Ann", "Bridge")).put(store)
    assert set(parse(store.dump(form), format=RdfFormat.from_extension(form))) == set(store.quads())


def test_dump_in_an_unknown_format(store) -> None:
    """Another format is refused with those that there are."""
    with pytest.raises(UnknownFormatError, match="have: nq, trig"):
        store.dump("docx")


def test_own_base(backend, tmp_path: Path) -> None:
    """The base that was chosen at the start is kept."""
    create, open_graph = backend
    create(tmp_path / "g", "https://example.org/id/").close()
    store = open_graph(tmp_path / "g")
    assert store.minter.named("place", "Hill") == "https://example.org/id/place/hill"
    store.close()


@pytest.mark.parametrize("base", ["no iri", "https://example.org/id", ""])
def test_bad_base(backend, tmp_path: Path, base: str) -> None:
    """A base that no IRI can begin with is refused, and nothing is made."""
    with pytest.raises(UsageError):
        backend[0](tmp_path / "g", base)
    assert not (tmp_path / "g").exists()


def test_read_only(backend, tmp_path: Path, made_up) -> None:
    """A graph opened for reading shows everything and refuses to be changed."""
    create, open_graph = backend
    store = create(tmp_path / "g")
    document = made_up("Ann speaks.", ("Ann", "Bridge"))
    document.put(store)
    store.close()
    view = open_graph(tmp_path / "g", read_only=True)
    assert set(document.quads) <= set(view.quads())
    for change in (
        lambda: view.add([Quad(A, P, O1)]),
        lambda: view.remove([Quad(A, P, O1)]),
        lambda: document.put(view),
    ):
        with pytest.raises(GraphError, match="reading only"):
            change()
    view.close()


def test_closed(store) -> None:
    """A graph that was closed says so."""
    store.close()
    with pytest.raises(GraphError, match="open it again"):
        list(store.quads())


def test_urls_that_are_no_iris(store, made_up) -> None:
    """An address that is no IRI is kept as it was given."""
    made_up("Ann speaks.", ("Ann", "Bridge"), url="www.example.org/a b").put(store)
    assert [quad.object.value for quad in store.quads(None, SCHEMA.url)] == ["www.example.org/a b"]
    assert validate(store.quads()) == ()
