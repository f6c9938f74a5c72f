"""A SPARQL 1.1 server over HTTP: queries, updates and what it answers, with the errors that users see."""

import os
import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from textwrap import shorten
from urllib.parse import urlsplit

import httpx
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse_query_results,
)
from pyoxigraph import parse as parse_rdf

from kg.errors import GraphError, QueryError, UsageError
from kg.store.base import Results

PATIENCE = 600.0  # seconds for one answer
_ROWS = "application/sparql-results+json"  # of the formats for rows the one that keeps every character
# How Virtuoso writes truth; no value can hold these letters, since JSON escapes its quotes.
_TRUTH = re.compile(rb'("datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": )"([01])"')
_WORD = {b"0": b"false", b"1": b"true"}
_TRIPLES = "application/n-triples, text/turtle;q=0.5"
_YES, _NO = "ASK {}", "ASK { ?s ?p ?o }"  # of nothing
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How a server lets us in, as the environment says: where it takes updates, and who we are."""

    update: str | None = None
    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)
    digest: bool = False

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Access":
        """Read `KG_UPDATE_URL`, `KG_USER` with `KG_PASSWORD`, `KG_AUTH` and `KG_TOKEN`; raises UsageError."""
        way = environment.get("KG_AUTH", "basic").lower()
        if way not in {"basic", "digest"}:
            raise UsageError(f"KG_AUTH is {way!r}; set it to basic or digest")
        return cls(
            update=environment.get("KG_UPDATE_URL"),
            user=environment.get("KG_USER"),
            password=environment.get("KG_PASSWORD", ""),
            token=environment.get("KG_TOKEN"),
            digest=way == "digest",
        )


class Server:
    """One server; `select`, `ask` and `construct` ask, `update` changes."""

    def __init__(self, address: str, access: Access | None = None) -> None:
        self._access = access or Access.of(os.environ)
        self.address = _checked(address)
        self.updates = _checked(self._access.update or address)
        self._client = httpx.Client(
            timeout=httpx.Timeout(PATIENCE, connect=10.0), auth=self._auth(), follow_redirects=True
        )

    @property
    def credentials(self) -> tuple[str, str] | None:
        """The user and the password, where there are any."""
        return (self._access.user, self._access.password) if self._access.user else None

    def _auth(self) -> httpx.Auth | None:
        if self._access.token:
            return _Bearer(self._access.token)
        if not self._access.user:
            return None
        kind = httpx.DigestAuth if self._access.digest else httpx.BasicAuth
        return kind(self._access.user, self._access.password)

    def select(self, sparql: str) -> QuerySolutions:
        """Ask a SELECT."""
        answer = self._rows_of(sparql)
        if isinstance(answer, QuerySolutions):
            return answer
        raise GraphError(f"{self.address} answers yes or no where rows were asked for; see docs/servers.md")

    def ask(self, sparql: str) -> QueryBoolean:
        """Ask an ASK; some servers answer with rows or with none."""
        answer = self._rows_of(sparql)
        if isinstance(answer, QueryBoolean):
            return answer
        truth = Store().query(_YES if any(True for _ in answer) else _NO)
        assert isinstance(truth, QueryBoolean), "it is an ASK"  # noqa: S101
        return truth

    def _rows_of(self, sparql: str) -> QuerySolutions | QueryBoolean:
        reply = self._post(self.address, {"query": sparql}, _ROWS)
        found = _TRUTH.sub(lambda truth: truth[1] + b'"' + _WORD[truth[2]] + b'"', reply.content)
        try:
            return parse_query_results(found, format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise GraphError(f"{self.address} gives no SPARQL results ({error}); check the address") from error

    def construct(self, sparql: str) -> QueryTriples:
        """Ask a CONSTRUCT or DESCRIBE."""
        reply = self._post(self.address, {"query": sparql}, _TRIPLES)
        form = RdfFormat.from_media_type(reply.headers.get("Content-Type", ""))
        here = Store()
        try:
            here.extend(parse_rdf(reply.content, format=form or RdfFormat.N_TRIPLES))
        except (SyntaxError, ValueError) as error:
            raise GraphError(f"{self.address} gives no triples ({error}); check the address") from error
        answer: Results = here.query(_ALL)
        assert isinstance(answer, QueryTriples), "it is a CONSTRUCT"  # noqa: S101
        return answer

    def update(self, sparql: str) -> None:
        """Change what the server holds."""
        self._post(self.updates, {"update": sparql}, "*/*")

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _post(self, address: str, form: Mapping[str, str], accept: str) -> httpx.Response:
        if self._client.is_closed:
            raise GraphError(f"{address} was closed; open it again")
        try:
            reply = self._client.post(address, data=dict(form), headers={"Accept": accept})
        except httpx.HTTPError as error:
            raise GraphError(
                f"{address} cannot be reached ({error}); start the server, or check the address"
            ) from error
        if reply.is_success:
            return reply
        if reply.status_code in {401, 403}:
            raise GraphError(
                f"{address} refuses ({reply.status_code}); set KG_USER and KG_PASSWORD (KG_AUTH=digest) or KG_TOKEN"
            )
        said = shorten(" ".join(reply.text.split()), 200, placeholder=" …")
        kind = QueryError if "query" in form and reply.status_code in {400, 422} else GraphError
        raise kind(f"{address} cannot answer ({reply.status_code}: {said}); see docs/servers.md")


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _checked(address: str) -> str:
    parts = urlsplit(address)
    if parts.username or parts.password:
        raise UsageError("an address must not hold a password; set KG_USER and KG_PASSWORD instead")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"{address} is no address of a server; write http://host:port/path")
    return address
