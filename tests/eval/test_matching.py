"""What `eval/matching.py` predicts of headlines, pairs and queries."""

from matching import documents, pairs, rankings, stances

SENTENCES = [
    {"id": "a/0", "doc": "a", "text": "A dam broke at Tarn."},
    {"id": "a/1", "doc": "a", "text": "Streets are under water."},
    {"id": "b/0", "doc": "b", "text": "Tarn is under water after a dam gave way."},
    {"id": "c/0", "doc": "c", "text": "A ferry sank off Orlen."},
]


def test_stances() -> None:
    """A headline gets the label of the set."""
    claim = "The Tarn dam broke"
    gold = [{"id": str(place), "claim": claim, "headline": each} for place, each in enumerate(["Dam?", "Dam broke"])]
    assert [row["label"] for row in stances(gold)] == ["observing", "for"]


def test_pairs() -> None:
    """Sentences are paired by what their documents report."""
    document = {row["id"]: row["doc"] for row in SENTENCES}
    gold = [{"id": "a/1|b/0"}, {"id": "a/1|c/0"}]
    found = list(pairs(gold, documents(SENTENCES), document.__getitem__, 0.5))
    assert [row["label"] for row in found] == [1, 0]


def test_rankings() -> None:
    """The title of a claim counts as well as its words."""
    claims = [{"id": 1, "claim": "It broke", "title": "Tarn dam"}, {"id": 2, "claim": "A ferry sank"}]
    assert list(rankings([{"id": "q", "text": "the dam"}], claims)) == [{"id": "q", "ranking": [1]}]
