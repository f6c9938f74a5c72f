"""One grammar reads both label schemes: Universal Dependencies and ClearNLP."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract import grammar
from kg.extract.tokens import parse_of

WORDS = ["Rebels", "were", "driven", "from", "Denna", "by", "troops"]
SCHEMES = {
    "ud": (["nsubj:pass", "aux:pass", "ROOT", "case", "obl", "case", "obl"], [2, 2, 2, 4, 2, 6, 2]),
    "clearnlp": (["nsubjpass", "auxpass", "ROOT", "prep", "pobj", "agent", "pobj"], [2, 2, 2, 2, 3, 2, 5]),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_passive_clause(scheme: str) -> None:
    """Subject, agent and obliques of a passive are the same in both schemes."""
    labels, heads = SCHEMES[scheme]
    verb = parse_of(Doc(spacy.blank("en").vocab, words=WORDS, deps=labels, heads=heads))[2]
    assert grammar.is_passive(verb)
    assert str(grammar.subject_of(verb)) == "Rebels"
    assert str(grammar.agent_of(verb)) == "troops"
    assert [(preposition, noun.text) for preposition, noun in grammar.obliques_of(verb)] == [
        ("from", "Denna"),
        ("by", "troops"),
    ]
