"""Why a request gets no answer, each with its HTTP status and its cure."""

from collections.abc import Mapping
from typing import ClassVar

from kg.errors import KgError


class RequestError(KgError):
    """Base of what can be wrong with a request; `status` is that of HTTP."""

    status = 500
    headers: ClassVar[Mapping[str, str]] = {}


class BadRequestError(RequestError):
    """The request cannot be read."""

    status = 400


class UnauthorizedError(RequestError):
    """Writing needs the token."""

    status = 401
    headers: ClassVar[Mapping[str, str]] = {"WWW-Authenticate": 'Bearer realm="kg"'}


class ForbiddenError(RequestError):
    """What is never done for anyone outside: fetching, and writing to a graph that is only read."""

    status = 403


class UnknownError(RequestError):
    """There is no such thing."""

    status = 404


class NotAcceptableError(RequestError):
    """No format that the client takes can hold the answer."""

    status = 406


class SlowBodyError(RequestError):
    """The body did not arrive in time."""

    status = 408


class BodyTooLongError(RequestError):
    """The body of the request is too long."""

    status = 413


class MediaTypeError(RequestError):
    """The body is of a type that is not read."""

    status = 415


class TooManyRowsError(RequestError):
    """The answer has too many rows or triples."""

    status = 422


class BusyError(RequestError):
    """Too many queries at once."""

    status = 503
    headers: ClassVar[Mapping[str, str]] = {"Retry-After": "2"}


class TooSlowError(RequestError):
    """The query took too long and was stopped."""

    status = 504


class AnswerTooLongError(RequestError):
    """The answer has too many bytes, or needs too much memory."""

    status = 507
