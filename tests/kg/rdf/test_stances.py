"""The reporting words are read from `ontology/stances.ttl`."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import Certainty, Stance
from kg.rdf.stances import load_cues
from kg.resources import folder

PREFIX = "@prefix kg: <https://w3id.org/claim-graph/ns#> .\n"


def test_shipped_words() -> None:
    """The shipped file has every stance and many words, each with what it adds."""
    cues = {(cue.lemma, cue.part_of_speech): cue for cue in load_cues(folder("ontology") / "stances.ttl")}
    assert len(cues) >= 250
    assert {cue.stance for cue in cues.values()} == set(Stance)
    assert cues["deny", "verb"].stance is Stance.DENIES
    assert cues["concede", "verb"].stance is Stance.ADMITS
    assert cues["believe", "verb"].certainty is Certainty.PROBABLE
    assert cues["claim", "verb"].distance
    assert cues["announce", "verb"].nominal
    assert cues["according to", "adposition"].stance is Stance.ASSERTS
    assert ("point out", "verb") in cues
    assert cues["hope", "verb"].attitude
    assert cues["critical of", "adjective"].attitude
    assert cues["call for", "noun"].attitude
    assert not cues["say", "verb"].attitude


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("kg:asserts kg:cueVerb", "could not be read"),
        (PREFIX, "names no cue"),
        (PREFIX + 'kg:asserts kg:cueVerb "say" . kg:denies kg:cueVerb "say" .', "two stances"),
    ],
)
def test_broken_files_name_the_cure(tmp_path: Path, turtle: str, message: str) -> None:
    """A stances file that cannot be used is refused with the reason."""
    path = tmp_path / "stances.ttl"
    path.write_text(turtle)
    with pytest.raises(OntologyError, match=message):
        load_cues(path)
