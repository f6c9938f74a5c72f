"""Words for the IRIs of others: the names that are given with them, or else what their last part says."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, unquote_plus

from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf.vocab import AIDA, FOAF, NT, ORCID, RDF, RDFS, SCHEMA, SCHEMA_HTTP, SKOS

NAMING = (FOAF.name, SCHEMA.name, SCHEMA_HTTP.name, SKOS.prefLabel, RDFS.label, NT.hasLabelFromApi)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Labels:
    """The names that some quads give."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        found: dict[NamedNode, list[tuple[int, bool, str]]] = {}
        for quad in quads:
            if quad.predicate in NAMING and isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                foreign = (quad.object.language or "en")[:2] != "en"
                words = " ".join(quad.object.value.split())
                found.setdefault(quad.subject, []).append((NAMING.index(quad.predicate), foreign, words))
        self._found = {name: min(labels)[2] for name, labels in found.items()}

    def given(self, name: NamedNode) -> str | None:
        """Give the name that is told, or None."""
        return self._found.get(name) or None

    def words(self, name: NamedNode) -> str:
        """Give a name for an IRI, whatever there is."""
        return self.given(name) or words_of(name.value)


def words_of(address: str) -> str:
    """Give what an IRI says of what it names.

    >>> words_of("http://example.org/isPart_of"), words_of("https://orcid.org/0000-0002-1825-0097")
    ('is part of', 'orcid.org/0000-0002-1825-0097')
    """
    if address == RDF.type.value:
        return "is a"
    if sentence := sentence_of(address):
        return sentence
    if address.startswith(ORCID):  # in small letters, so that a name sorts before it and is the one that is shown
        return "orcid.org/" + address.rpartition("/")[2]
    last = unquote(re.split(r"[/#]", address.rstrip("/#"))[-1]).replace("_", " ").strip()
    humps = _HUMP.split(last)
    return " ".join([humps[0], *(each.lower() for each in humps[1:])]) or address


def sentence_of(address: str) -> str | None:
    """Give the English sentence that an AIDA IRI is, or None."""
    return unquote_plus(address.removeprefix(AIDA)) if address.startswith(AIDA) else None
