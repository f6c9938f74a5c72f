"""Which place lies in which: files, texts and people."""

from kg.corroborate.where import containment
from kg.model import Decision, Iri, Judgement
from kg.resolve.identity import Identity


def judged(left: str, decision: Decision, right: str, maker: str = "rule:part-told-in-text") -> Judgement:
    """Make a judgement about two places."""
    return Judgement(
        id=Iri(f"{left} {decision} {right} {maker}"), left=Iri(left), right=Iri(right), decision=decision,
        maker=maker, score=0.9, reason="",
    )  # fmt: skip


def placed(*judgements: Judgement, told: tuple[tuple[str, str], ...] = ()) -> dict[str, set[str]]:
    """Give what lies directly in what."""
    found = containment([(Iri(a), Iri(b)) for a, b in told], judgements, Identity(()))
    return {part: set(wholes) for part, wholes in found.items()}


def test_what_texts_say_is_joined() -> None:
    """A place may lie in several others."""
    found = placed(judged("row", Decision.PART_OF, "halden"), judged("row", Decision.PART_OF, "fen"))
    assert found == {"row": {"halden", "fen"}}


def test_a_file_outranks_texts_and_people_add_to_it() -> None:
    """Where a file says in what a place lies, a text does not place it elsewhere."""
    by_text, by_hand = judged("row", Decision.PART_OF, "fen"), judged("row", Decision.PART_OF, "fen", "person:ann")
    assert placed(by_text, told=(("row", "halden"),)) == {"row": {"halden"}}
    assert placed(by_hand, told=(("row", "halden"),)) == {"row": {"halden", "fen"}}


def test_people_take_a_place_out_of_another() -> None:
    """A person's judgement outranks what a text says."""
    by_text = judged("row", Decision.PART_OF, "halden")
    assert placed(by_text, judged("row", Decision.NOT_PART_OF, "halden", "person:ann")) == {}


def test_no_place_lies_in_itself() -> None:
    """Of judgements that would close a circle the weakest goes."""
    around = (("row", "halden"), ("halden", "fen"), ("fen", "row"))
    found = placed(*(judged(part, Decision.PART_OF, whole) for part, whole in around))
    assert sum(map(len, found.values())) == 2
