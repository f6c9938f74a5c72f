"""One extractor for all tests of the package: loading the parser takes a second."""

import pytest

from kg.extract import Extractor
from kg.rdf.stances import load_cues
from kg.resources import folder


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Give the extractor with the shipped parser and reporting words."""
    return Extractor(load_cues(folder("ontology") / "stances.ttl"))
