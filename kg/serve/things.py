"""What is known of one thing, as a page or as RDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

import pyoxigraph as ox
from jinja2 import Environment, PackageLoader

from kg.iris import compact
from kg.rdf.vocab import PREFIXES, SCHEMA, SKOS
from kg.serve.formats import GRAPHS, finished, known_prefixes, written_graph
from kg.serve.limits import Limits
from kg.serve.negotiate import choose
from kg.serve.problems import UnknownError
from kg.serve.wire import Describe, Reply, Wish
from kg.store.oxigraph import OxigraphStore

HTML = "text/html"
_MENTIONS = 200  # of one thing are shown
_WITH_GRAPHS = {ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG, ox.RdfFormat.JSON_LD}
_pages = Environment(loader=PackageLoader("kg.serve"), autoescape=True, trim_blocks=True, lstrip_blocks=True)


@dataclass(frozen=True, slots=True)
class Shown:
    """A term as a page shows it: its words, and where they lead, if anywhere."""

    words: str
    link: str | None = None


def describe(store: OxigraphStore, asked: Describe, wish: Wish, limits: Limits) -> Reply:
    """Give all that the graph says of a thing, and what was claimed where the thing is a claim; raises RequestError."""
    thing = _node(store, asked.path)
    about = list(store.quads(thing, graph=ox.DefaultGraph()))
    claimed = list(store.quads(graph=thing))
    mentions = list(islice(store.quads(object=thing), _MENTIONS))
    if not (about or claimed or mentions):
        raise UnknownError(f"the graph knows no {asked.path!r}")
    media = choose(wish.accept, [HTML, *GRAPHS])
    if media == HTML:
        page = _page(store, thing, about, claimed, mentions)
        return finished(page.encode(), "text/html; charset=utf-8", wish)
    # Without graphs, what was claimed would read as if it were so.
    quads = [*about, *claimed] if GRAPHS[media] in _WITH_GRAPHS else about
    return written_graph(_ordered(quads), wish, limits, known_prefixes(store.base))


def _node(store: OxigraphStore, path: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(store.base + path)
    except ValueError as error:
        raise UnknownError(f"the graph knows no {path[:200]!r}") from error


def _ordered(quads: Sequence[ox.Quad]) -> list[ox.Quad]:
    return sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad.predicate), str(quad.object)))


def _page(
    store: OxigraphStore,
    thing: ox.NamedNode,
    about: Sequence[ox.Quad],
    claimed: Sequence[ox.Quad],
    mentions: Sequence[ox.Quad],
) -> str:
    def shown(term: object) -> Shown:
        return _shown(term, store.base)

    return _pages.get_template("thing.html.j2").render(
        name=_name(about) or compact(thing.value, store.base),
        iri=thing.value,
        about=[(shown(quad.predicate), shown(quad.object)) for quad in _ordered(about)],
        claimed=[tuple(map(shown, quad.triple)) for quad in _ordered(claimed)],
        mentions=[(shown(quad.subject), shown(quad.predicate)) for quad in _ordered(mentions)],
        most=_MENTIONS,
    )


def _name(about: Sequence[ox.Quad]) -> str | None:
    named = {quad.predicate: quad.object for quad in about if isinstance(quad.object, ox.Literal)}
    names = (named.get(each) for each in (SKOS.prefLabel, SCHEMA.text, SCHEMA.headline))
    return next((name.value for name in names if name), None)


def _shown(term: object, base: str) -> Shown:
    """Link things of the graph to their pages here, and other web addresses to where they are; nothing else."""
    if not isinstance(term, ox.NamedNode):
        return Shown(term.value if isinstance(term, ox.Literal) else str(term))
    if term.value.startswith(base):
        return Shown(compact(term.value, base), "/id/" + quote(term.value.removeprefix(base)))
    web = term.value.startswith(("http://", "https://"))
    return Shown(_short(term.value), term.value if web else None)


def _short(iri: str) -> str:
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and iri != start:
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri
