"""SPARQL servers to test against: Virtuoso, where it is installed, and Oxigraph behind a little HTTP."""

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pytest
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store

_INI = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
"""
VIRTUOSO = {"KG_USER": "dba", "KG_PASSWORD": "dba", "KG_AUTH": "digest"}  # of a new database
_OWN_GRAPHS = ("http://www.openlinksw.com/", "http://www.w3.org/ns/ldp#", "http://localuriqaserver/")


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Run Virtuoso on an empty database and give its address; skips where it is not installed."""
    program = shutil.which("virtuoso-t")
    if not program:
        pytest.skip("Virtuoso is not installed: apt install virtuoso-opensource-7-bin")
    http, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(http=http, sql=sql))
    process = subprocess.Popen(
        [program, "+foreground", "+configfile", "virtuoso.ini"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{http}/sparql"
        wait_for(address)
        yield address
    finally:
        process.kill()  # its database goes with the folder
        process.wait()


def clear_virtuoso(address: str) -> None:
    """Empty the database, but for the graphs that are Virtuoso's own."""
    asked = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}
    graphs = httpx.post(address, data=asked, headers={"Accept": "text/csv"}).text.replace('"', "").split()[1:]
    auth = httpx.DigestAuth("dba", "dba")
    for graph in graphs:
        if not graph.startswith(_OWN_GRAPHS):
            httpx.post(f"{address}-auth", data={"update": f"CLEAR GRAPH <{graph}>"}, auth=auth).raise_for_status()


@contextmanager
def oxigraph_server() -> Iterator[tuple[str, Store]]:
    """Serve an empty Oxigraph from memory; gives the address and the database."""
    held = Store()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body leave in one packet, or each answer would wait for the other side
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            try:
                body, media = answered(held, form)
                self.reply(200, body, media)
            except (SyntaxError, ValueError) as error:
                self.reply(400, str(error).encode(), "text/plain")

        def reply(self, status: int, body: bytes, media: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", held
    finally:
        server.shutdown()
        server.server_close()


def answered(held: Store, form: dict[str, list[str]]) -> tuple[bytes, str]:
    """Carry out what a form asks; gives the answer and its media type."""
    if "update" in form:
        held.update(form["update"][0])
        return b"", "text/plain"
    found = held.query(form["query"][0])
    if isinstance(found, QueryTriples):
        return found.serialize(format=RdfFormat.N_TRIPLES) or b"", "application/n-triples"
    return found.serialize(format=QueryResultsFormat.JSON) or b"", "application/sparql-results+json"


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, seconds: float = 60) -> None:
    """Wait until a server answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            httpx.post(address, data={"query": "ASK { ?s ?p ?o }"}).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"{address} does not answer")
