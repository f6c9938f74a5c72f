"""A question's words are looked for in what was claimed and quoted."""

from kg.corroborate.wording import Wordings
from tests.kg.corroborate import worlds

SAID = [
    {"id": "a", "says": "keeper | sent | letters", "text": "The keeper sent letters", "in": "harbour-post", "document": "d1", "by": "pell", "quote": "he had warned of the cracked gates"},  # noqa: E501
    {"id": "b", "says": "osk | counted | barges", "text": "Mara Osk counted 12 barges", "in": "daily-fen", "document": "d2", "by": "osk", "much": "12 barges"},  # noqa: E501
]  # fmt: skip


def found(said: list[dict[str, object]], question: str, *parts: dict[str, object]) -> dict[str, float]:
    """Give the statements that cover a question, by the end of their ids, and how far."""
    evidence = worlds.evidence(said)
    asked = [worlds.claim(part, evidence.knowledge) for part in parts]
    wordings = Wordings(evidence.testimonies.values(), evidence.claims, evidence.knowledge)
    return {each.statement.rpartition("/")[2]: share for each, share in wordings.saying(question, asked, 0.4)}


def test_claim_and_quote_count_together() -> None:
    """Words of either cover a question; a statement that holds too few of them does not."""
    assert [*found(SAID, "The keeper warned of cracked gates")] == ["a"]
    assert not found(SAID, "The keeper left the harbour with a lantern")


def test_a_copy_changes_no_weight() -> None:
    """The same words in another document are found too, and cover a question as far as the first."""
    copy = SAID[0] | {"id": "c", "in": "northern-star", "document": "d3"}
    alone, copied = found(SAID, "cracked gates painted"), found([*SAID, copy], "cracked gates painted")
    assert alone["a"] == copied["a"] == copied["c"]


def test_names_alone_say_nothing() -> None:
    """A passage that only names whom the question names does not say what is asked of them."""
    assert not found(SAID, "We saw Mara Osk dance")


def test_another_number_is_another_claim() -> None:
    """A statement that gives another number of the same is not found."""
    part = {"says": "osk | counted | barges", "text": "Mara Osk counted 30 barges", "much": "30 barges"}
    assert not found(SAID, "Mara Osk counted 30 barges", part)
