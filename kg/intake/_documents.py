"""Gives the document of a record its id: a publication as far as the record knows it."""

from dataclasses import replace

from kg.iris import Minter
from kg.model import Document


def identified(minter: Minter, document: Document) -> Document:
    """Give a document its id by its address, or else its publisher, and its text, which may be a mere quotation.

    Without address and text its publisher, day and title tell it from others.
    """
    named = "\x1f".join((document.publisher or "", document.published or "", document.title or ""))
    told_by = document.publisher if document.text else named
    return replace(document, id=minter.document(document.url, told_by, document.text))
