"""Reads requests as the SPARQL 1.1 Protocol writes them."""

from collections.abc import Sequence
from email.message import Message
from urllib.parse import parse_qsl

from kg.serve.problems import BadRequestError, MediaTypeError
from kg.serve.using import using
from kg.serve.wire import Query, Update

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
Pairs = Sequence[tuple[str, str]]


def pairs(encoded: bytes) -> Pairs:
    """Read the parameters of a URL or a form; raises BadRequestError."""
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=1000
        )
    except ValueError as error:
        raise BadRequestError("the parameters are no percent-encoded UTF-8, or too many") from error


def asked_by_url(query_string: bytes) -> Query | None:
    """Read a GET request; None where it asks nothing. Raises BadRequestError."""
    given = pairs(query_string)
    if _all(given, "update"):
        raise BadRequestError("an update is sent by POST")
    return _query(given, _all(given, "query")) if _all(given, "query") else None


def asked_by_body(query_string: bytes, content_type: str, body: bytes) -> Query | Update:
    """Read a POST request; raises BadRequestError or MediaTypeError."""
    media = _media_type(content_type)
    given = pairs(query_string)
    if media == FORM:
        given = [*given, *pairs(body)]
    elif media == QUERY:
        return _query(given, [*_all(given, "query"), _text(body)])
    elif media == UPDATE:
        return _update(given, [*_all(given, "update"), _text(body)])
    else:
        raise MediaTypeError(f"POST takes {FORM}, {QUERY} or {UPDATE}, not {content_type[:100] or 'nothing'}")
    if _all(given, "query") and _all(given, "update"):
        raise BadRequestError("send a query or an update, not both")
    if _all(given, "update"):
        return _update(given, _all(given, "update"))
    return _query(given, _all(given, "query"))


def _media_type(content_type: str) -> str:
    header = Message()
    header["Content-Type"] = content_type
    if (header.get_param("charset") or "utf-8") not in {"utf-8", "UTF-8", "utf8"}:
        raise MediaTypeError("only UTF-8 is read; leave the charset out")
    return header.get_content_type() if content_type else ""


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadRequestError("the body is no UTF-8") from error


def _all(given: Pairs, name: str) -> list[str]:
    return [value for key, value in given if key == name]


def _query(given: Pairs, texts: Sequence[str]) -> Query:
    return Query(
        text=_one("query", texts),
        default_graphs=tuple(_all(given, "default-graph-uri")),
        named_graphs=tuple(_all(given, "named-graph-uri")),
    )


def _update(given: Pairs, texts: Sequence[str]) -> Update:
    return Update(
        text=using(_one("update", texts), _all(given, "using-graph-uri"), _all(given, "using-named-graph-uri"))
    )


def _one(name: str, texts: Sequence[str]) -> str:
    if len(texts) != 1:
        raise BadRequestError(f"send one {name}, not {len(texts) or 'none'}")
    return texts[0]
