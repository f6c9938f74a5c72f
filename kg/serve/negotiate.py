"""Chooses a format by the `Accept` header (RFC 9110)."""

from collections.abc import Iterable, Iterator, Sequence

from kg.serve.problems import NotAcceptableError


def choose(accept: str, offers: Sequence[str]) -> str:
    """Give the media type that the client likes best; of equals, the one offered first.

    Raises NotAcceptableError, listing the offers.

    >>> choose("text/html, text/csv;q=0.5, */*;q=0.1", ["application/json", "text/csv"])
    'text/csv'
    >>> choose("", ["application/json", "text/csv"])
    'application/json'
    """
    ranges = list(_ranges(accept)) or [("*/*", 1.0)]
    best = max(offers, key=lambda offer: _liking(offer, ranges))
    if _liking(best, ranges) == 0:
        raise NotAcceptableError(f"the answer cannot be had as {accept[:200]!r}; accept one of: {', '.join(offers)}")
    return best


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if media:
            yield media, _quality(parameters)


def _quality(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _liking(offer: str, ranges: Iterable[tuple[str, float]]) -> float:
    """Give the quality of the most exact range that the offer falls under."""
    kind = offer.partition("/")[0]
    exactness = {offer: 3, f"{kind}/*": 2, "*/*": 1}
    fitting = [(exactness[media], quality) for media, quality in ranges if media in exactness]
    return max(fitting)[1] if fitting else 0.0
