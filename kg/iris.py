"""Ids: every thing of a graph is named by a hash of what makes it that thing, under the graph's base."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from kg.model import Iri, Spans

DEFAULT_BASE = "https://w3id.org/claim-graph/id/"
VOCABULARY = "https://w3id.org/claim-graph/ns#"
KINDS = (
    "document", "statement", "claim", "agent", "party", "place", "thing", "relation",
    "judgement", "grade", "run", "span", "quantity",
)  # fmt: skip
DIGEST_LENGTH = 16  # hexadecimal digits: 64 bits


def digest(*parts: object) -> str:
    """Hash parts to 16 hexadecimal digits (SHA-256); None differs from the empty string."""
    text = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def slug(name: str) -> str:
    """Write a name in lower-case ASCII words joined by hyphens.

    >>> slug("Ra'ad al-Huseyn  (UN)")
    'ra-ad-al-huseyn-un'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or digest(name)


def _spans(spans: Spans) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints the ids of one graph under its base IRI."""

    base: str = DEFAULT_BASE

    def named(self, kind: str, name: str) -> Iri:
        """Name a thing by a readable word, as entities files and relations do."""
        return Iri(f"{self.base}{kind}/{slug(name)}")

    def hashed(self, kind: str, *parts: object) -> Iri:
        """Name a thing by a hash of the parts that make it the same."""
        return Iri(f"{self.base}{kind}/{digest(*parts)}")

    def document(self, url: str | None, publisher: str | None, text: str) -> Iri:
        """Name a document by its URL, or else its publisher, and its text."""
        return self.hashed("document", url or publisher, text)

    def statement(self, document: Iri, source: Spans, content: Spans, number: int = 0) -> Iri:
        """Name a statement by its document, where its source and content stand, and its number among several."""
        return self.hashed("statement", document, _spans(source), _spans(content), number or None)

    def hop(self, reported: Iri, carrier: Iri) -> Iri:
        """Name the statement by which a carrier passes on another statement."""
        return self.hashed("statement", reported, carrier)


def compact(iri: str, base: str = DEFAULT_BASE) -> str:
    """Shorten an id to the form people read.

    >>> compact("https://w3id.org/claim-graph/id/claim/7f3a")
    'claim:7f3a'
    """
    kind, _, rest = iri.removeprefix(base).partition("/")
    if iri.startswith(base) and kind in KINDS and rest:
        return f"{kind}:{rest}"
    return "kg:" + iri.removeprefix(VOCABULARY) if iri.startswith(VOCABULARY) else iri


def expand(short: str, base: str = DEFAULT_BASE) -> Iri:
    """Undo `compact`; what is no short id comes back as it is."""
    kind, _, rest = short.partition(":")
    if kind in KINDS and rest and not rest.startswith("//"):
        return Iri(f"{base}{kind}/{rest}")
    return Iri(VOCABULARY + rest) if kind == "kg" and rest else Iri(short)
