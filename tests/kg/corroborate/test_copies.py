import pytest

from kg.corroborate.copies import copies, shingles

TEXT = "The old ferry left the harbour at dawn with forty barrels of lamp oil and no lights"


@pytest.mark.parametrize(
    ("other", "copy"),
    [
        (TEXT, True),
        (f"{TEXT}, and nobody on the pier asked where it was going that day.", True),
        (TEXT.replace("forty", "fifty"), True),
        ("At dawn the ferry went out of the harbour; it carried lamp oil", False),
        ("The old ferry", False),
        ("", False),
    ],
    ids=["same", "contained", "one word changed", "own words", "its first words", "nothing"],
)
def test_copies_are_told_by_runs_of_words(other: str, copy: bool) -> None:
    """A text that holds most of another's runs of five words is a copy; the same facts in own words are none."""
    assert bool(list(copies({"one": shingles(TEXT), "other": shingles(other)}))) is copy
