"""The one process that writes to the graph, for those who have the token."""

import json
import socket
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Literal, Quad

from kg.corroborate.derive import derive
from kg.dates import PartialDate
from kg.errors import KgError
from kg.ingest import Hints
from kg.iris import compact
from kg.pipeline import ingest
from kg.rdf.terms import node
from kg.rdf.vocab import KG
from kg.serve.confine import confine
from kg.serve.formats import known_prefixes
from kg.serve.guard import check_update
from kg.serve.problems import BadRequestError, BusyError
from kg.serve.snapshots import copy_derived
from kg.serve.wire import Change, Ingest, Reply, Snapshot, Update, plain
from kg.serve.worker import attend
from kg.store.base import stale_quad
from kg.store.location import Location, find
from kg.store.oxigraph import OxigraphStore, open_graph


class Writer:
    """Makes changes, and after each a snapshot of the graph as it is then."""

    def __init__(self, store: OxigraphStore, location: Location, base_iri: str) -> None:
        self._store = store
        self._location = location
        self._base_iri = base_iri

    def __call__(self, change: Change) -> Reply:
        """Make one change; raises RequestError."""
        reply = self._made(change.request)
        snapshot = Path(change.snapshot)
        snapshot.mkdir(parents=True)
        copy_derived(self._location, snapshot)
        self._store.inner.backup(snapshot / "store")
        return reply

    def _made(self, request: Update | Ingest | Snapshot) -> Reply:
        match request:
            case Update():
                return self._update(request)
            case Ingest():
                return self._ingest(request)
            case Snapshot():
                return Reply(204)

    def _update(self, request: Update) -> Reply:
        """Run an update in one transaction; what follows from the graph is then made anew, as after an ingest.

        Whoever marks the graph stale, as kg does from elsewhere, has more to change: the last update takes that back.
        """
        check_update(request.text)
        store = self._store
        mine = Quad(node(store.base + "graph"), KG.stale, Literal("an update is under way"))
        try:
            store.add([mine])
            store.inner.update(request.text, base_iri=self._base_iri, prefixes=known_prefixes(store.base))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            store.remove([mine])
            raise BadRequestError(f"the update cannot be done: {' '.join(str(error).split())[:300]}") from error
        try:
            if stale_quad(store.base) not in store.inner:
                derive(store)
        except ValueError as error:
            return plain(200, f"done, but what follows from the graph cannot be made anew ({error}); see kg validate")
        store.remove([mine])
        return Reply(204)

    def _ingest(self, request: Ingest) -> Reply:
        hints = Hints(publisher=request.publisher, published=_day(request.published), url=request.url)
        with TemporaryDirectory(prefix="kg-") as folder:
            file = Path(folder) / f"body{request.suffix}"
            file.write_bytes(request.body)
            try:
                outcomes = list(ingest([str(file)], self._store, hints=hints))
            except KgError as error:
                raise BadRequestError(str(error).replace(f"{folder}/", "")) from error
        refused = [str(outcome.error).replace(f"{folder}/", "") for outcome in outcomes if outcome.error]
        told = {
            "stored": [
                compact(each.document, self._store.base) for each in outcomes if each.document and not each.known
            ],
            "known": [compact(each.document, self._store.base) for each in outcomes if each.document and each.known],
            "statements": sum(outcome.statements for outcome in outcomes),
            "refused": refused,
        }
        body = json.dumps(told, ensure_ascii=False).encode() + b"\n"
        return Reply(422 if len(refused) == len(outcomes) else 200, {"Content-Type": "application/json"}, body)


def _day(words: str | None) -> PartialDate | None:
    try:
        return PartialDate(words) if words else None
    except ValueError as error:
        raise BadRequestError(f"published: {error}") from error


def work(channel: socket.socket, path: str, base_iri: str) -> None:
    """Make changes until the server hangs up; the work of one process."""
    confine()
    try:
        store = open_graph(path)
    except KgError as error:
        refusal = plain(BusyError.status, str(error))
        attend(channel, lambda _: refusal)
    else:
        attend(channel, Writer(store, find(Path(path)), base_iri))
