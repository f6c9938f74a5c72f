"""What descriptions stand for within a document."""

import pytest

from kg.model import Attribution, Phrase, Proposition, Span
from kg.resolve.descriptions import Descriptions

TEXT = "The Oster Dam held. Vellmar hospital lies below the dam. Troops took Hask hospital and left the hospital."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the dam", "Oster Dam"),
        ("a dam", "Oster Dam"),  # the only one
        ("the hospital", "Hask hospital"),  # the last one before it
        ("a hospital", None),  # there are two
        ("the bridge", None),
        ("the old dam", None),
    ],
)
def test_a_description_takes_the_name_that_ends_in_its_word(words: str, name: str | None) -> None:
    """A phrase gets as antecedent the only name of its kind, or the last one before it."""
    start = TEXT.rindex("the hospital")
    phrase = Phrase(text=words, head=words.rsplit(maxsplit=1)[-1], named=False, span=Span(start, start + len(words)))
    said = Attribution(
        source=(), cue=(), content=(), speaker=None, propositions=(Proposition(text="", predicate="be", object=phrase),)
    )
    found = Descriptions(TEXT).apply(said).propositions[0].object
    assert found is not None
    assert found.antecedent == name
