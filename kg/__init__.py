"""kg reads reporting and keeps who said what, when and through whom, as an RDF graph."""

__version__ = "0.1.0"
