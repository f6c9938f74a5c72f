"""All IRIs of vocabularies that kg writes or reads; nowhere else is one spelled."""

from typing import Final

from pyoxigraph import NamedNode

from kg.iris import VOCABULARY


class Namespace:
    """Makes terms by attribute or index: `KG.claim`, `OA["start"]`."""

    def __init__(self, base: str) -> None:
        self.base: Final = base

    def __getattr__(self, name: str) -> NamedNode:
        return NamedNode(self.base + name)

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self.base + name)


KG = Namespace(VOCABULARY)
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
NP = Namespace("http://www.nanopub.org/nschema#")
PROGRAM = NamedNode("https://w3id.org/claim-graph")  # kg itself, where it has to be named
ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"  # what JSON keys of annotations stand for
NPX = Namespace("http://purl.org/nanopub/x/")
PAV = Namespace("http://purl.org/pav/")
PAV_1 = Namespace("http://swan.mindinformatics.org/ontologies/1.2/pav/")  # as it was called before
NT = Namespace("https://w3id.org/np/o/ntemplate/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
DC = Namespace("http://purl.org/dc/elements/1.1/")
SCHEMA_HTTP = Namespace("http://schema.org/")
ORCID = ("https://orcid.org/", "http://orcid.org/")
AIDA = "http://purl.org/aida/"  # IRIs that are an English sentence
EDTF = NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")

PREFIXES: Final[dict[str, str]] = {
    "kg": KG.base,
    "prov": PROV.base,
    "schema": SCHEMA.base,
    "oa": OA.base,
    "skos": SKOS.base,
    "dcterms": DCTERMS.base,
    "geo": GEO.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "owl": OWL.base,
    "xsd": XSD.base,
}
