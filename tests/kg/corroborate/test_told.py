"""What an index of documents finds is what a look at every document finds."""

from hypothesis import given
from hypothesis import strategies as st

from kg.corroborate.knowledge import Knowledge
from kg.corroborate.testimony import Testimony as Said
from kg.corroborate.told import Told
from kg.corroborate.words import stems
from kg.iris import Minter
from kg.model import Claim, Iri, Stance

mint = Minter()
PLACES = tuple(mint.named("place", name) for name in ("velm", "tarn", "orlen"))
WORDS = ("bridge", "old bridge", "dam", "the", "")
THINGS = (*PLACES, *stems("old bridge dam ferry"))
KNOWN = Knowledge(places=frozenset(PLACES[:2]))  # the third is a place by its name only


def _said(number: int) -> Said:
    return Said(
        statement=Iri(f"statement/{number}"), claim=Iri("claim/1"), agent=None, party=None, stance=Stance.DENIES,
        affirms=False, document=Iri(f"document/{number}"),
    )  # fmt: skip


@given(
    named=st.lists(st.frozensets(st.sampled_from(THINGS)), max_size=6),
    place=st.sampled_from((None, *PLACES)),
    words=st.sampled_from(WORDS),
    at=st.booleans(),
)
def test_finds_what_a_look_at_all_finds(named: list[frozenset[str]], place: Iri | None, words: str, at: bool) -> None:
    """A document is told of where it names a known place of the question, or all words for its object."""
    thing = place if place and at else mint.named("thing", words or "nothing")
    claim = Claim(
        id=Iri("claim/2"), text="", subject=Iri("agent/1"), predicate=Iri("relation/1"), object=thing,
        place=place, labels={thing: words},
    )  # fmt: skip
    said = [_said(number) for number in range(len(named))]
    things = dict(zip((each.document for each in said), named, strict=True))
    found = {each.statement for each in Told(said, things.__getitem__, KNOWN).about(claim)}
    asked = {thing for thing in (claim.object, claim.place) if thing in KNOWN.places}
    expected = {
        each.statement for each in said if asked & things[each.document] or {*stems(words)} <= things[each.document]
    }
    assert found == expected
