"""Starts the server on a port and stops it in good order."""

import asyncio
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.errors import GraphError
from kg.serve.app import make_app
from kg.serve.connection import PatientProtocol
from kg.serve.graph import Served
from kg.serve.limits import Limits
from kg.store.location import find

_BACKLOG = 2048
_CONNECTIONS = 1000  # at once; more are told to come back
_HEAD = 2**16  # bytes of a request before its body: queries by GET are long
_NEXT = 30  # seconds in which a client may come with its next request on the same connection
_LAST_ANSWERS = 2  # seconds more than a query may take, for what is being answered when the server is stopped


def serve(
    path: Path, host: str, port: int, limits: Limits, *, token: str | None = None, ready: Callable[[str], None]
) -> None:
    """Serve the graph in a directory until told to stop; with a token it can be written too.

    `ready` gets the address when the first request can be answered. Raises GraphError.
    """
    location = find(path)
    listening = _listen(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    graph = Served(location, limits, f"{address}sparql", writable=token is not None)
    config = uvicorn.Config(
        make_app(graph, f"{address}sparql", token),
        log_level="error",
        access_log=False,  # addresses hold what people ask
        server_header=False,
        proxy_headers=False,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        h11_max_incomplete_event_size=_HEAD,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_NEXT,
        timeout_graceful_shutdown=int(limits.seconds) + _LAST_ANSWERS,
    )
    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(_serve(graph, uvicorn.Server(config), listening, lambda: ready(address)))


async def _serve(graph: Served, server: uvicorn.Server, listening: socket.socket, ready: Callable[[], None]) -> None:
    try:
        await graph.open()
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, lambda *_: None)  # uvicorn takes them, stops, and raises them once more
        ready()
        await server.serve(sockets=[listening])
    finally:
        await graph.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Only of a socket that says TCP does asyncio send each part of an answer at once; otherwise a part waits 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        raise GraphError(f"cannot listen on {host}, port {port} ({error.strerror}); choose another --port") from error
    listening.listen(_BACKLOG)
    listening.set_inheritable(False)
    return listening
