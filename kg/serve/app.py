"""The routes of the server, and what they have in common."""

import logging
import time
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serve.endpoints import Endpoints
from kg.serve.graph import Served
from kg.serve.metrics import MEDIA_TYPE, Metrics
from kg.serve.problems import RequestError
from kg.serve.wire import Reply, plain

_log = logging.getLogger("uvicorn.error")
READ = ("GET", "HEAD")
# Nothing that is served may act: answers hold what anyone said, markup and scripts included.
_HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}
Handler = Callable[[Request], Awaitable[Reply]]


def make_app(graph: Served, endpoint: str, token: str | None) -> Starlette:
    """Put the routes of one graph together."""
    metrics = Metrics(graph.pool)
    ends = Endpoints(graph, endpoint, token)

    async def counted(_: Request) -> Reply:
        return Reply(200, {"Content-Type": MEDIA_TYPE}, metrics.text())

    def route(path: str, handler: Handler, methods: tuple[str, ...] = READ) -> Route:
        return Route(path, _wrapped(handler, path.partition("{")[0], metrics), methods=list(methods))

    return Starlette(
        middleware=[
            Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=[*READ, "POST"], expose_headers=["ETag"])
        ],
        routes=[
            route("/", ends.home),
            route("/sparql", ends.sparql, (*READ, "POST")),
            route("/sparql/", ends.sparql, (*READ, "POST")),
            route("/queries", ends.queries),
            route("/queries/{name}", ends.named),
            route("/id/{path:path}", ends.thing),
            route("/ingest", ends.ingest, ("POST",)),
            route("/healthz", ends.health),
            route("/metrics", counted),
        ],
    )


def _wrapped(handler: Handler, name: str, metrics: Metrics) -> Callable[[Request], Awaitable[Response]]:
    """Make an endpoint of a handler: a problem becomes its status and its words, and everything is counted."""

    async def endpoint(request: Request) -> Response:
        began = time.perf_counter()
        try:
            reply = await handler(request)
        except RequestError as problem:
            reply = plain(problem.status, str(problem), problem.headers)
        except Exception:
            _log.exception("a request failed")
            reply = plain(500, "kg itself failed on this request; please report it")
        metrics.count(name, reply.status, time.perf_counter() - began)
        if _known(request, reply):
            reply = Reply(304, {name: value for name, value in reply.headers.items() if name != "Content-Type"})
        return Response(reply.body, reply.status, {**reply.headers, **_HARMLESS})

    return endpoint


def _known(request: Request, reply: Reply) -> bool:
    """Tell whether the client has this very answer."""
    tag = reply.headers.get("ETag")
    given = request.headers.get("if-none-match", "")
    known = [each.strip().removeprefix("W/") for each in given.split(",")]
    return tag is not None and request.method in READ and ("*" in known or tag.removeprefix("W/") in known)
