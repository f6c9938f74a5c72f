"""PROV-JSON, for tools that draw and check provenance.

The format is at https://www.w3.org/submissions/prov-json/
"""

import shutil
from collections import Counter
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

from pyoxigraph import Literal, NamedNode

from kg.export._prov import provenance
from kg.export._records import records
from kg.export._writing import compact_json
from kg.export.selection import EVERYTHING, Selection
from kg.iris import KINDS
from kg.rdf.nodes import Node, text
from kg.rdf.terms import Term, iri, local
from kg.rdf.vocab import PREFIXES, PROV, RDF, RDFS
from kg.store.base import View

_ELEMENTS = {"entity": PROV.Entity, "activity": PROV.Activity, "agent": PROV.Agent}
# Each relation: its section, the roles of its two ends, and the kind of derivation that it is.
_RELATIONS = {
    PROV.wasGeneratedBy: ("wasGeneratedBy", "entity", "activity", None),
    PROV.used: ("used", "activity", "entity", None),
    PROV.wasAssociatedWith: ("wasAssociatedWith", "activity", "agent", None),
    PROV.wasAttributedTo: ("wasAttributedTo", "entity", "agent", None),
    PROV.actedOnBehalfOf: ("actedOnBehalfOf", "delegate", "responsible", None),
    PROV.wasInfluencedBy: ("wasInfluencedBy", "influencee", "influencer", None),
    PROV.wasDerivedFrom: ("wasDerivedFrom", "generatedEntity", "usedEntity", None),
    PROV.wasQuotedFrom: ("wasDerivedFrom", "generatedEntity", "usedEntity", "Quotation"),
    PROV.wasRevisionOf: ("wasDerivedFrom", "generatedEntity", "usedEntity", "Revision"),
}
_TIMES = {PROV.generatedAtTime: "wasGeneratedBy", PROV.invalidatedAtTime: "wasInvalidatedBy"}
_ATTRIBUTES = {RDFS.label: "prov:label", PROV.endedAtTime: "prov:endTime"}


class ProvJson:
    """The same as `prov`, in the JSON of PROV."""

    suffix = ".prov.json"
    media_type = "application/json"
    shapes = ("full",)

    def write(self, view: View, stream: IO[bytes], selection: Selection = EVERYTHING) -> None:
        """Write one document; its sections are gathered in files of their own first."""
        with records(view, selection) as graph, ExitStack() as open_files:
            sections = _Sections({kind: f"{view.base}{kind}/" for kind in KINDS}, open_files)
            for found in provenance(graph):
                sections.add(found)
            sections.write(stream)


class _Sections:
    """The parts of a document, each in a scratch file."""

    def __init__(self, prefixes: dict[str, str], open_files: ExitStack) -> None:
        self._prefixes = {name: iri for name, iri in PREFIXES.items() if name not in {"prov", "xsd"}} | prefixes
        self._names = {iri: name for name, iri in self._prefixes.items()} | {PROV.base: "prov"}
        self._files: dict[str, IO[bytes]] = {}
        self._counts: Counter[str] = Counter()
        self._open_files = open_files

    def add(self, found: Node) -> None:
        """Add what is said of one thing: the thing itself, where it has a class, and its relations."""
        name = self._qualified(found.iri)
        for section, kind in _ELEMENTS.items():
            if found.is_a(kind):
                self._put(section, name, self._attributes(found, kind))
        for link, (section, one, other, sort) in _RELATIONS.items():
            for target in found.iris(link):
                ends: dict[str, object] = {f"prov:{one}": name, f"prov:{other}": self._qualified(target)}
                self._relate(section, ends | ({"prov:type": _name_of(f"prov:{sort}")} if sort else {}))
        for link, section in _TIMES.items():
            for when in found.texts(link):
                self._relate(section, {"prov:entity": name, "prov:time": when})

    def write(self, stream: IO[bytes]) -> None:
        """Write the document."""
        stream.write(b'{"prefix":' + compact_json(self._prefixes))
        for section, file in self._files.items():
            stream.write(b',\n"' + section.encode() + b'":{\n')
            file.seek(0)
            shutil.copyfileobj(file, stream)
            stream.write(b"\n}")
        stream.write(b"}\n")

    def _attributes(self, found: Node, kind: NamedNode) -> dict[str, object]:
        kinds = [_name_of(self._qualified(iri(each))) for each in found.all(RDF.type) if each != kind]
        values: dict[str, object] = {"prov:type": kinds} if kinds else {}
        for quad in found.quads():
            if quad.predicate in _ATTRIBUTES:
                values[_ATTRIBUTES[quad.predicate]] = text(quad.object)
            elif quad.predicate not in (RDF.type, *_RELATIONS, *_TIMES):
                values[self._qualified(quad.predicate.value)] = _value(quad.object)
        return values

    def _relate(self, section: str, values: dict[str, object]) -> None:
        self._put(section, f"_:{section}{self._counts[section] + 1}", values)

    def _put(self, section: str, name: str, values: dict[str, object]) -> None:
        if section not in self._files:
            self._files[section] = self._open_files.enter_context(TemporaryFile())  # noqa: SIM115 (the stack closes it)
        comma = b",\n" if self._counts[section] else b""
        self._counts[section] += 1
        self._files[section].write(comma + compact_json(name) + b":" + compact_json(values))

    def _qualified(self, name: str) -> str:
        """Shorten an IRI; a namespace that has no prefix yet gets one."""
        cut = max(name.rfind("/"), name.rfind("#")) + 1
        space, rest = name[:cut], name[cut:]
        if space not in self._names:
            self._names[space] = f"ns{len(self._names)}"
            self._prefixes[self._names[space]] = space
        return f"{self._names[space]}:{rest}"


def _name_of(qualified: str) -> dict[str, str]:
    return {"$": qualified, "type": "prov:QUALIFIED_NAME"}


def _value(term: Term) -> object:
    """Write a value with its type; a web address is text that says so."""
    if not isinstance(term, Literal):
        return {"$": iri(term), "type": "xsd:anyURI"}
    kind = local(term.datatype)
    return term.value if kind == "string" else {"$": term.value, "type": f"xsd:{kind}"}


exporter = ProvJson()
