"""The backends that keep the promises of `kg.store.base`, and made-up documents to put into them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.iris import Minter
from kg.model import (
    Agent,
    AgentKind,
    Claim,
    Document,
    Iri,
    Reading,
    Resolution,
    Run,
    Span,
    Stance,
    Statement,
)
from kg.rdf.write import to_quads
from kg.store import Found, Store, create, open_graph
from tests.kg.store.endpoints import VIRTUOSO, clear_virtuoso, oxigraph_server, virtuoso

Backend = tuple[Callable[..., Store], Callable[..., Store]]
BACKENDS = ("disk", "server", "virtuoso")
MINTER = Minter()


class MadeUp:
    """One made-up document in which agents say that places were lost."""

    def __init__(
        self,
        text: str,
        *sayings: tuple[str, str],
        maker: str = "reader 1",
        url: str = "https://courier.example/1",
        published: str | None = None,
        wording: str = "{} was lost",
        unnamed: bool = False,
    ) -> None:
        self.text = text
        self.maker = maker
        self.document = Document(id=MINTER.document(url, None, text), text=text, url=url, published=published)  # type: ignore[arg-type]
        self._claims = [self._claim(place, wording) for _, place in sayings]
        self._agents = [self._agent(name, unnamed) for name, _ in sayings]

    def _claim(self, place: str, wording: str) -> Claim:
        name = MINTER.named("place", place)
        parts = (MINTER.named("party", "town"), MINTER.named("relation", "lost"), name)
        return Claim(
            id=MINTER.hashed("claim", *parts),
            text=wording.format(place),
            subject=parts[0],
            predicate=parts[1],
            object=parts[2],
            labels={name: place, parts[0]: "Town", parts[1]: "lost"},
        )

    def _agent(self, name: str, unnamed: bool) -> Agent:
        scope = (name, self.document.id) if unnamed else (name,)
        return Agent(id=MINTER.hashed("agent", *scope), name=name, kind=AgentKind.PERSON, named=not unnamed)

    def _statement(self, number: int, agent: Agent, claim: Claim) -> Statement:
        source, content = (Span(number, number + 1),), (Span(number + 1, number + 3),)
        return Statement(
            id=MINTER.statement(self.document.id, source, content),
            document=self.document.id,
            source=agent.id,
            mentioned_as=agent.id,
            claim=claim.id,
            stance=Stance.ASSERTS,
            affirms=True,
            source_spans=source,
            content_spans=content,
        )

    @property
    def id(self) -> Iri:
        """The document's id."""
        return self.document.id

    @property
    def quads(self) -> list[Quad]:
        """All that the document adds to a graph."""
        pairs = zip(self._agents, self._claims, strict=True)
        resolution = Resolution(
            agents=tuple(self._agents),
            claims=tuple(self._claims),
            statements=tuple(self._statement(number, *pair) for number, pair in enumerate(pairs)),
        )
        run = Run(
            id=MINTER.hashed("run", self.id, self.maker),
            document=self.id,
            maker=self.maker,
            generated_at=datetime(2020, 1, 1, tzinfo=UTC),
        )
        return list(to_quads(Reading(document=self.document), resolution, run, MINTER))

    def put(self, store: Store, *, text: bool = True) -> None:
        """Put the document into a graph."""
        store.add_documents([Found(self.id, self.quads, self.text if text else None)])


@pytest.fixture
def made_up() -> type[MadeUp]:
    """Make up documents."""
    return MadeUp


@pytest.fixture(scope="session")
def virtuoso_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run one Virtuoso for all tests."""
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Backend]:
    """How to create and to open a graph of each backend; what is on a server stands there under no path."""
    if request.param == "disk":
        yield create, open_graph
    elif request.param == "server":
        with oxigraph_server() as (address, _):
            yield at(address)
    else:
        address = request.getfixturevalue("virtuoso_address")
        clear_virtuoso(address)
        for name, value in {**VIRTUOSO, "KG_UPDATE_URL": f"{address}-auth"}.items():
            monkeypatch.setenv(name, value)
        yield at(address)


def at(address: str) -> Backend:
    """Create and open graphs at an address, whatever the path."""
    return (lambda _, *base: create(address, *base)), (lambda _, **how: open_graph(address, **how))


@pytest.fixture
def store(backend: Backend, tmp_path: Path) -> Iterator[Store]:
    """Make an empty graph, open for writing."""
    made = backend[0](tmp_path / "claims.kg")
    yield made
    made.close()
