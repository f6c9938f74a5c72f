"""Who may write, and how much anyone may send."""

import asyncio
import hmac

from starlette.requests import ClientDisconnect, Request

from kg.serve.negotiate import choose
from kg.serve.problems import (
    BadRequestError,
    BodyTooLongError,
    ForbiddenError,
    MediaTypeError,
    NotAcceptableError,
    SlowBodyError,
    UnauthorizedError,
)
from kg.serve.wire import Wish

_ARRIVING = 30  # seconds that a body may take


def check_token(request: Request, token: str | None) -> None:
    """Raise ForbiddenError where nobody may write, UnauthorizedError where the request does not bring the token."""
    if token is None:
        raise ForbiddenError("this server only reads; to write, start it with: kg serve --write")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    known = hmac.compare_digest(given.strip().encode(), token.encode())
    if scheme.lower() != "bearer" or not known:
        raise UnauthorizedError("writing needs the token of this server, as: Authorization: Bearer TOKEN")


async def body_of(request: Request, most: int) -> bytes:
    """Read the body of a request, up to so many bytes; raises RequestError."""
    if request.headers.get("content-encoding", "identity") != "identity":
        raise MediaTypeError("send the body as it is, not packed")
    data = bytearray()
    try:
        async with asyncio.timeout(_ARRIVING):
            async for part in request.stream():
                data += part
                if len(data) > most:
                    raise BodyTooLongError(f"the body is longer than {most:,} bytes; send less at once")
    except TimeoutError as error:
        raise SlowBodyError(f"the body did not arrive within {_ARRIVING} seconds") from error
    except ClientDisconnect as error:
        raise BadRequestError("the body broke off") from error
    return bytes(data)


def wish_of(request: Request) -> Wish:
    """Tell in which form a client would have its answer."""
    packings = request.headers.get("accept-encoding", "identity")
    try:
        gzip = choose(packings.replace("*", "*/*"), ["gzip"]) == "gzip"
    except NotAcceptableError:
        gzip = False
    return Wish(accept=",".join(request.headers.getlist("accept")), gzip=gzip)
