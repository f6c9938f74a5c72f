"""What each address answers."""

import asyncio
import json
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from jinja2 import Environment, PackageLoader
from starlette.requests import Request

from kg import __version__
from kg.query.catalog import NamedQuery, catalog
from kg.serve.description import description
from kg.serve.door import body_of, check_token, wish_of
from kg.serve.formats import GRAPHS, finished
from kg.serve.graph import Served
from kg.serve.negotiate import choose
from kg.serve.problems import BadRequestError, MediaTypeError
from kg.serve.protocol import asked_by_body, asked_by_url, pairs
from kg.serve.wire import Describe, Ingest, Named, Query, Reading, Reply, Update, plain

_SUFFIXES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
}
_GONE = 499  # the client hung up; nobody reads this
_pages = Environment(loader=PackageLoader("kg.serve"), autoescape=True, trim_blocks=True, lstrip_blocks=True)


class Endpoints:
    """The handlers of one graph."""

    def __init__(self, graph: Served, endpoint: str, token: str | None) -> None:
        self._graph = graph
        self._endpoint = endpoint
        self._token = token
        self._catalog = catalog()

    async def sparql(self, request: Request) -> Reply:
        """Answer by the SPARQL 1.1 Protocol; without a query, describe the service, to people by the first page."""
        asked: Query | Update | None
        body = await body_of(request, self._graph.limits.body_bytes)
        if request.method == "POST":
            kind = request.headers.get("content-type", "")
            asked = asked_by_body(request.scope["query_string"], kind, body)
        else:
            asked = asked_by_url(request.scope["query_string"])
        if asked is None:
            wish = wish_of(request)
            if choose(wish.accept, [*GRAPHS, "text/html"]) == "text/html":
                return await self.home(request)
            return description(self._endpoint, wish, writable=self._token is not None)
        if isinstance(asked, Update):
            check_token(request, self._token)
            return await self._graph.change(asked)
        return await self._ask(request, asked)

    async def named(self, request: Request) -> Reply:
        """Answer a query of the catalogue; its parameters are those of the URL."""
        await body_of(request, self._graph.limits.body_bytes)
        given = pairs(request.scope["query_string"])
        values = dict(given)
        if len(values) < len(given):
            raise BadRequestError("give each parameter once")
        return await self._ask(request, Named(name=request.path_params["name"], values=values))

    async def thing(self, request: Request) -> Reply:
        """Show what is known of one id."""
        await body_of(request, self._graph.limits.body_bytes)
        return await self._ask(request, Describe(path=request.path_params["path"]))

    async def ingest(self, request: Request) -> Reply:
        """Read a document that is sent, and store what is said in it."""
        check_token(request, self._token)
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media not in _SUFFIXES:
            raise MediaTypeError(f"send one of: {', '.join(_SUFFIXES)}")
        given = dict(pairs(request.scope["query_string"]))
        if strange := given.keys() - {"publisher", "published", "url"}:
            raise BadRequestError(f"{sorted(strange)[0]!r} is not read; give publisher, published or url")
        body = await body_of(request, self._graph.limits.body_bytes)
        return await self._graph.change(Ingest(body=body, suffix=_SUFFIXES[media], **given))

    async def queries(self, request: Request) -> Reply:
        """List the catalogue."""
        wish = wish_of(request)
        if choose(wish.accept, ["application/json", "text/html"]) == "text/html":
            return await self.home(request)
        listed = json.dumps([_summary(query) for query in self._catalog], ensure_ascii=False, indent=1)
        return finished(listed.encode() + b"\n", "application/json", wish)

    async def home(self, request: Request) -> Reply:
        """Say what is here."""
        page = _pages.get_template("home.html.j2").render(queries=self._catalog, version=__version__)
        return finished(page.encode(), "text/html; charset=utf-8", wish_of(request))

    async def health(self, _: Request) -> Reply:
        """Say that the server is up."""
        return plain(200, "ok")

    async def _ask(self, request: Request, asked: Reading) -> Reply:
        """Have a request answered, for as long as the client waits for it."""
        return await _unless_gone(request, self._graph.ask(asked, wish_of(request)))


async def _unless_gone(request: Request, work: Coroutine[Any, Any, Reply]) -> Reply:
    working, leaving = asyncio.create_task(work), asyncio.ensure_future(request.receive())
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else Reply(_GONE)
    finally:
        for task in (working, leaving):
            task.cancel()
        with suppress(asyncio.CancelledError):
            await leaving


def _summary(query: NamedQuery) -> dict[str, object]:
    return {
        "name": query.name,
        "summary": query.summary,
        "description": query.description,
        "parameters": [
            {
                "name": each.name, "type": each.type, "required": each.required, "default": each.default,
                "description": each.description, "choices": each.choices,
            }
            for each in query.parameters
        ],
    }  # fmt: skip
