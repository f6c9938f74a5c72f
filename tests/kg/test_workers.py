"""Documents are read in order, in one process or several, and a fault of kg's own costs one document only."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import UnreadableError
from kg.iris import Minter
from kg.model import Document
from kg.tools import Recipe, Tools, Understood
from kg.workers import understand


def made_up(number: int) -> Document:
    """Make a document that says who said what."""
    text = f"The mayor of Velm said on Monday that {number + 2} bridges were closed."
    return Document(id=Minter().document(None, "Velm Post", text), text=text, location=f"{number}.md")


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Load what reads documents, once."""
    return Tools(Recipe())


def test_several_processes_give_what_one_gives(tools: Tools) -> None:
    """The order and the findings do not depend on the number of processes."""
    documents = [made_up(number) for number in range(5)]
    alone = [found.resolution for found in understand(documents, tools) if isinstance(found, Understood)]
    shared = [found.resolution for found in understand(documents, tools, jobs=2) if isinstance(found, Understood)]
    assert len(alone) == 5
    assert alone == shared


def test_what_is_known_is_passed_on(tools: Tools) -> None:
    """A known document comes back as it is, in its place; so does what could not be read."""
    known, new, broken = made_up(1), made_up(2), UnreadableError("x.md: empty")
    found = list(understand([known, broken, new], tools, known=lambda each: each is known))
    assert found[:2] == [known, broken]
    assert isinstance(found[2], Understood)


def test_a_document_may_come_twice(tools: Tools) -> None:
    """One text under two names is read under both."""
    once, again = made_up(1), replace(made_up(1), local_id="again")
    found = [each.reading.document for each in understand([once, again], tools) if isinstance(each, Understood)]
    assert found == [once, again]


def test_a_fault_costs_one_document(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with its place, and the others are read."""
    read = tools.extractor.read

    def faulty(document: Document) -> object:
        if document.location == "1.md":
            raise IndexError("no such token")
        return read(document)

    monkeypatch.setattr(tools.extractor, "read", faulty)
    found = list(understand([made_up(1), made_up(2)], tools))
    assert isinstance(found[0], UnreadableError)
    assert f"IndexError in {Path(__file__).name}" in str(found[0])
    assert isinstance(found[1], Understood)
