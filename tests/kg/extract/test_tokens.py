"""A parse as plain objects says what spaCy's says, also where it was made in pieces."""

from itertools import pairwise

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.layout import lay_out
from kg.extract.pipeline import PIECE, load, parse
from kg.extract.tokens import Parse, parse_of, text_of

TEXT = 'The “plan”, Ann  Lee said\non 3 May, isn\'t U.S. policy.\n\n"No," she said. ADEN fell.\n'
SAME = (
    "i",
    "idx",
    "text",
    "lower_",
    "whitespace_",
    "text_with_ws",
    "lemma_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "is_space",
    "is_punct",
    "like_num",
    "is_alpha",
    "is_digit",
    "is_title",
    "is_upper",
    "is_sent_start",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Give the shipped parser."""
    return load()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    """Give a document as spaCy parses it."""
    return nlp(TEXT)


@pytest.mark.parametrize("name", SAME)
def test_attributes_are_those_of_spacy(doc: Doc, name: str) -> None:
    """Every attribute has the value that it has in spaCy."""
    assert [getattr(token, name) for token in parse_of(doc)] == [getattr(token, name) for token in doc]


def test_tree_is_that_of_spacy(doc: Doc) -> None:
    """Heads, children, edges, subtrees and ancestors are those of spaCy."""
    for ours, theirs in zip(parse_of(doc), doc, strict=True):
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(ours, name).i == getattr(theirs, name).i, name
        for name in ("children", "subtree", "ancestors"):
            assert [each.i for each in getattr(ours, name)] == [each.i for each in getattr(theirs, name)], name


def test_text_of_tokens(doc: Doc) -> None:
    """Words are given as they stand in the text, with what is between them."""
    found = parse_of(doc)
    assert [text_of(found[at : at + 5]) for at in range(8)] == [doc[at : at + 5].text for at in range(8)]
    assert text_of(found[3:3]) == ""


def test_no_neighbour_before_the_first(doc: Doc) -> None:
    """The token before the first is none, not the last."""
    first, last = parse_of(doc)[0], parse_of(doc)[-1]
    assert first.nbor().i == 1
    with pytest.raises(IndexError):
        first.nbor(-1)
    with pytest.raises(IndexError):
        last.nbor()


def offsets_hold(found: Parse, text: str) -> bool:
    """Whether every token stands where it says, one after the other."""
    placed = all(text[token.idx : token.idx + len(token.text)] == token.text for token in found)
    return placed and all(one.idx < other.idx and other.i == one.i + 1 for one, other in pairwise(found))


@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["paragraphs", "one paragraph"])
def test_long_text_is_parsed_in_pieces(nlp: Language, joint: str) -> None:
    """A text of several pieces has the sentences and offsets that it would have in one."""
    sentence = "The minister said that the bridge was closed."
    text = joint.join([sentence] * (3 * PIECE // len(sentence)))
    found = parse(nlp, text, lay_out(text))
    assert offsets_hold(found, text)
    starts = [token.idx for token in found if token.is_sent_start and not token.is_space]
    assert starts == list(range(0, len(text), len(sentence) + len(joint)))
