"""Names that are worth a person's look."""

import pytest

from kg.model import AgentKind, Iri
from kg.resolve.named import Named
from kg.resolve.suggestions import suggestions


@pytest.mark.parametrize(
    ("one", "other", "likely"),
    [
        ("Vellan Defence Ministry", "Vellan Interior Ministry", False),
        ("Sons of the Delta", "Notes from the Delta", False),
        ("Northern Relief Council", "Northern Relief Councils", True),
        ("Harbour Workers Union", "Harbour Worker Unions", True),
    ],
)
def test_a_word_exchanged_for_another_is_no_likely_join(one: str, other: str, *, likely: bool) -> None:
    """Names are suggested for what is misspelt in them, not for the words that they share."""
    named = [Named(Iri(name), name, AgentKind.ORGANIZATION) for name in (one, other)]
    assert bool(suggestions(named, lambda name: name)) == likely
